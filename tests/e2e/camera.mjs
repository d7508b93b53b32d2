// A camera that sees a code: Chromium plays a film in its place.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import puppeteer from 'puppeteer-core';
import { QUIET } from './browsers.mjs';

const SIDE = 480;

/** One picture, for ever: the modules of a code, dark on white. */
function film({ size, bits }) {
  const scale = Math.floor(SIDE / (size + 8));
  const edge = Math.floor((SIDE - size * scale) / 2);
  const light = Buffer.alloc(SIDE * SIDE, 235);
  for (let y = 0; y < size * scale; y++) {
    for (let x = 0; x < size * scale; x++) {
      const place = Math.floor(y / scale) * size + Math.floor(x / scale);
      if (parseInt(bits[place >> 2], 16) & (8 >> (place & 3))) light[(y + edge) * SIDE + x + edge] = 16;
    }
  }
  const frame = Buffer.concat([Buffer.from('FRAME\n'), light, Buffer.alloc((SIDE * SIDE) / 2, 128)]);
  return Buffer.concat([Buffer.from(`YUV4MPEG2 W${SIDE} H${SIDE} F10:1 Ip A1:1 C420jpeg\n`), frame, frame]);
}

/** Scans a code with the page at an address; gives what the page then says. */
export async function filmed(address, code, folder) {
  const path = join(folder, 'code.y4m');
  writeFileSync(path, film(code));
  const args = [
    ...QUIET,
    '--use-fake-ui-for-media-stream',
    '--use-fake-device-for-media-stream',
    `--use-file-for-fake-video-capture=${path}`,
  ];
  const browser = await puppeteer.launch({ headless: true, executablePath: '/usr/bin/chromium', args });
  try {
    const page = await browser.newPage();
    await page.goto(address);
    await page.waitForSelector('#film');
    await page.click('#film');
    await page.waitForSelector('#verdict', { timeout: 15_000 });
    if (await page.$('video')) throw new Error('the camera is still on');
    return await page.$eval('#verdict', (element) => [element.className, element.innerText].join(' '));
  } finally {
    await browser.close();
  }
}
