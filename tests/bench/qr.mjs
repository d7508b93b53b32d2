// A QR code of a signed head as SVG, beside npm `qr` in one process: microseconds each, after both have been read by jsqr.
// `node tests/bench/qr.mjs`.

import jsqr from 'jsqr';
import encodeQR from 'qr';
import { init } from 'yushen/receipts';

const URL_PREFIX = 'https://zwfw.example.gov.cn/r#1';
const BASE32 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

/** Payloads as long as a head with its signature, of 202 bytes. */
function payloads(count) {
  let seed = 7;
  const letter = () => {
    seed = (seed * 48271) % 2147483647;
    return BASE32[seed % 32];
  };
  return Array.from({ length: count }, () => Array.from({ length: 324 }, letter).join(''));
}

/** The modules of an SVG of ours, quiet zone included. */
function modulesOf(svg) {
  const [, side, path] = svg.match(/viewBox="0 0 (\d+) .*stroke="#000" d="([^"]*)"/);
  const rows = Array.from({ length: side }, () => new Array(Number(side)).fill(false));
  let [x, y] = [0, 0];
  for (const [, letter, across, down, length] of path.matchAll(/([Mm])(\d+) ([\d.]+)h(\d+)/g)) {
    [x, y] = letter === 'M' ? [Number(across), Math.floor(down)] : [x + Number(across), y];
    rows[y].fill(true, x, x + Number(length));
    x += Number(length);
  }
  return rows;
}

/** What a scanner reads. */
function read(rows) {
  const [scale, side] = [4, rows.length];
  const pixels = new Uint8ClampedArray(side * side * scale * scale * 4).fill(255);
  for (let place = 0; place < pixels.length; place += 4) {
    const [x, y] = [(place / 4) % (side * scale), Math.floor(place / 4 / (side * scale))].map((each) =>
      Math.floor(each / scale),
    );
    if (rows[y][x]) pixels.fill(0, place, place + 3);
  }
  return jsqr(pixels, side * scale, side * scale)?.data;
}

/** Microseconds a call: the best of fifty rounds, after ten that let the engine compile. */
function measure(call, inputs) {
  let best = Infinity;
  for (let round = 0; round < 60; round++) {
    const begun = process.hrtime.bigint();
    for (const each of inputs) call(each);
    const spent = Number(process.hrtime.bigint() - begun) / 1000 / inputs.length;
    if (round >= 10) best = Math.min(best, spent);
  }
  return best;
}

function qr(svg) {
  const inputs = payloads(50);
  const ours = (payload) => svg(URL_PREFIX, payload);
  const theirs = (output, options) => (payload) =>
    encodeQR(URL_PREFIX + payload, output, { ecc: 'medium', border: 4, ...options });
  for (const payload of inputs.slice(0, 10)) {
    for (const rows of [modulesOf(ours(payload)), theirs('raw')(payload)])
      if (read(rows) !== URL_PREFIX + payload) throw new Error(`jsqr does not read ${payload}`);
  }
  const side = modulesOf(ours(inputs[0])).length - 8;
  const [mine, ...others] = [
    ['yushen', ours],
    ['qr, as it comes', theirs('svg')],
    ['qr, not optimised', theirs('svg', { optimize: false })],
  ].map(([name, call]) => [name, measure(call, inputs), call(inputs[0]).length]);
  console.log(
    `QR code of ${URL_PREFIX.length} + ${inputs[0].length} characters at level M: ours ${side} modules, theirs ${theirs('raw')(inputs[0]).length - 8}; read by jsqr`,
  );
  for (const [name, spent, length] of [mine, ...others])
    console.log(
      `${name.padEnd(22)} ${spent.toFixed(1).padStart(7)} µs   ${(spent / mine[1]).toFixed(2)} × ours   ${length} bytes of SVG`,
    );
  if (others.some(([, spent]) => spent < mine[1])) throw new Error('slower than its peer');
}

const receipts = await init();
qr((url, payload) => receipts.qr(url, payload));
