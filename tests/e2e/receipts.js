// Receipts in every host: what the native build made of the conformance kit, made and verified again, byte for byte.

const hex = (base64url) => {
  const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
  let [out, held, bits] = ['', 0, 0];
  for (const each of base64url) {
    held = ((held << 6) | alphabet.indexOf(each)) & 0xfff;
    bits += 6;
    if (bits < 8) continue;
    bits -= 8;
    out += ((held >> bits) & 255).toString(16).padStart(2, '0');
  }
  return out;
};

/** Hexadecimal as the base32 of a QR code. */
const base32 = (hex) => {
  let [out, held, bits] = ['', 0, 0];
  for (let at = 0; at < hex.length; at += 2) {
    held = ((held << 8) | parseInt(hex.slice(at, at + 2), 16)) & 0x1fff;
    bits += 8;
    while (bits >= 5) {
      bits -= 5;
      out += 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'[(held >> bits) & 31];
    }
  }
  return bits ? out + 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'[(held << (5 - bits)) & 31] : out;
};

/** FNV-1a, so that a page need not be kept to be compared. */
const fnv = (bytes) => {
  let hash = 0x811c9dc5;
  for (const byte of bytes) hash = Math.imul(hash ^ byte, 0x01000193) >>> 0;
  return `${bytes.length} ${hash.toString(16).padStart(8, '0')}`;
};

/** Runs the kit; gives how many comparisons passed, and what did not. */
export function receipts(core, { kit, invalid, rendered }, encode) {
  const failures = [];
  let passed = 0;
  const same = (name, got, expected) => {
    if (got === expected) passed++;
    else failures.push(`kit: ${name}\n  expected ${expected}\n  got      ${got}`);
  };
  const [trust, on] = [JSON.stringify(kit.trust), JSON.stringify({ on: kit.on })];
  const codes = ({ overall, checks }) =>
    [overall, ...checks.filter(({ code }) => code).map(({ code }) => code)].join(' ');
  for (const each of kit.receipts) {
    const { ok } = JSON.parse(core.draft(each.record, JSON.stringify(each.signer)));
    same(`${each.name}: head`, ok && hex(ok.head), each.head);
    same(`${each.name}: what is signed`, ok && hex(ok.toBeSigned), each.toBeSigned);
    const verified = JSON.parse(core.verify(each.receipt, trust, on, '')).ok;
    same(`${each.name}: verified`, codes(verified), [each.verified.overall, ...each.verified.codes].join(' '));
    const request = JSON.stringify({ on: kit.on, url: each.qr.url });
    const { text, html } = JSON.parse(core.render(each.receipt, trust, request)).ok;
    const got = { text: fnv(encode(text)), html: fnv(encode(html)), ofd: fnv(core.ofd(each.receipt, trust, request)) };
    same(`${each.name}: written`, JSON.stringify(got), JSON.stringify(rendered[each.name]));
  }
  for (const { name, text, cose, trust: own, with: request, expected } of invalid.vectors) {
    // A vector that is a list goes with a receipt that is good.
    const given = text || (cose ? `${kit.receipts[0].qr.url}#1${base32(cose)}` : kit.receipts[0].receipt);
    const asked = JSON.stringify({ on: invalid.on, ...request });
    const { overall, checks } = JSON.parse(core.verify(given, JSON.stringify(own || invalid.trust), asked, '')).ok;
    const found = checks.some(({ name: check, code }) => check === expected.check && code === expected.code);
    same(name, `${overall} ${found}`, `${expected.overall} true`);
  }
  return { passed, failures };
}
