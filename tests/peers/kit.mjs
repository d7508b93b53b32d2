// 符合性测试包, from outside: pkg/kit/verify.py derives its receipts again by Python's own libraries, then signing services
// that are not ours (tests/peers/sign.py) sign documents and a trust list, and ours verifies them. `node tests/peers/kit.mjs`.
import { spawn, spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { init as start } from 'yushen/receipts';
import { libraries } from './python.mjs';

const at = (path) => fileURLToPath(new URL(path, import.meta.url));
const failures = [];

/** Asks the signing services, a line for a line. */
function services(env) {
  const child = spawn('python3', [at('sign.py')], { env, stdio: ['pipe', 'pipe', 'inherit'] });
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const ask = async (question) => {
    child.stdin.write(`${JSON.stringify(question)}\n`);
    const { value, done } = await lines.next();
    if (done) throw new Error('the signing services have ended');
    return JSON.parse(value);
  };
  return { ask, end: () => child.stdin.end() };
}

/** Every document of the kit, signed by every tool, must be taken over and verified by ours. */
async function theirs(env) {
  const { records, on } = kit();
  const [{ ask, end }, ours] = [services(env), await start()];
  const keys = await ask({ keys: true });
  const all = [
    'acceptance',
    'supplement',
    'refusal',
    'received',
    'extension',
    'special-procedure',
    'not-required',
    'closed',
    'commitment',
  ];
  const entry = ({ kid, alg, spki }, { uscc, name }) => ({
    kid,
    alg,
    spki,
    issuerUscc: uscc,
    issuerName: name,
    regions: ['440300'],
    types: all,
    notBefore: '2026-01-01T00:00:00+08:00',
    notAfter: '2028-12-31T23:59:59+08:00',
  });
  const dates = { issuedAt: '2026-02-01T00:00:00+08:00', nextUpdate: '2026-12-31T00:00:00+08:00' };
  const lists = new Map();
  for (const issuer of new Map(records.map(({ record }) => [record.issuer.uscc, record.issuer])).values()) {
    lists.set(
      issuer.uscc,
      await ask({
        list: {
          format: 'yushen-trust/0.1',
          seq: lists.size + 1,
          ...dates,
          keys: keys.map((key) => entry(key, issuer)),
        },
      }),
    );
  }
  for (const { tool, alg, kid } of keys) {
    let verified = 0;
    for (const { name, record } of records) {
      const trust = lists.get(record.issuer.uscc);
      const sign = (bytes) => ask({ sign: kid, message: Buffer.from(bytes).toString('hex') });
      const { json } = await ours.issue(record.type, record, { signer: { alg, kid }, sign, trust });
      const { overall, issuer } = ours.verify(json, trust, { on });
      const good = ['valid', 'warning'].includes(overall) && issuer.name === record.issuer.name;
      if (good) verified++;
      else failures.push(`${name}, signed by ${tool} with ${alg}: ${overall}`);
    }
    console.log(`${alg} by ${tool}: ${verified} of ${records.length} documents verified by ours`);
  }
  end();
}

function kit() {
  const { receipts, on } = JSON.parse(readFileSync(at('../../pkg/kit/receipts.json'), 'utf8'));
  return { records: receipts.map(({ name, record }) => ({ name, record: JSON.parse(record) })), on };
}

/** Ours, through the package, of what the kit says is good and what it says must be refused. */
async function through() {
  const ours = await start();
  const { receipts, history, trust, on } = JSON.parse(readFileSync(at('../../pkg/kit/receipts.json'), 'utf8'));
  for (const { name, receipt, verified } of receipts) {
    const { overall } = ours.verify(receipt, trust, { on });
    if (overall !== verified.overall) failures.push(`${name}: ${overall}, the kit has ${verified.overall}`);
  }
  const chain = ours.history(
    history.receipts.map((place) => receipts[place].receipt),
    trust,
    { on },
  );
  if (chain.overall === 'invalid' || chain.receipts.length !== 3) failures.push(`the chain: ${chain.overall}`);
  // What a form cannot be compared with is refused at its place, not dropped on the way to the module.
  const code = `https://zwfw.example.gov.cn/r#1${base32(Buffer.from(receipts[0].cose, 'hex'))}`;
  for (const refused of [
    () => ours.verify(code, trust, { on, files: [] }),
    () => ours.history([receipts[0].receipt], trust, { on, files: [] }),
  ]) {
    try {
      refused();
      failures.push(`dropped: ${refused}`);
    } catch ({ path }) {
      if (path !== '/files') failures.push(`${refused}: ${path}`);
    }
  }
  const invalid = JSON.parse(readFileSync(at('../../pkg/kit/invalid.json'), 'utf8'));
  const small = invalid.vectors.find(({ expected }) => expected.code === 'TRUST_LIST_STALE').text;
  for (const { name, text, cose, with: more, trust: own, expected } of invalid.vectors) {
    const given = cose ? `https://zwfw.example.gov.cn/r#1${base32(Buffer.from(cose, 'hex'))}` : text || small;
    const { overall, checks } = ours.verify(given, own || invalid.trust, { on: invalid.on, ...more });
    const found = checks.some(({ name, code }) => name === expected.check && code === expected.code);
    if (overall !== expected.overall || !found)
      failures.push(`${name}: ${overall}, ${JSON.stringify(checks.map(({ code }) => code))}`);
  }
  console.log(`through the package: ${receipts.length} receipts, ${invalid.vectors.length} that must be refused`);
}

function base32(bytes) {
  const bits = [...bytes].map((byte) => byte.toString(2).padStart(8, '0')).join('');
  return bits.replace(/.{1,5}/g, (five) => 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'[parseInt(five.padEnd(5, '0'), 2)]);
}

const folder = libraries('kit.txt');
if (folder) {
  const env = { ...process.env, PYTHONPATH: folder, PYTHONDONTWRITEBYTECODE: '1' };
  const { status } = spawnSync('python3', [at('../../pkg/kit/verify.py')], { env, stdio: 'inherit' });
  if (status !== 0) failures.push('verify.py found differences');
  await theirs(env);
} else {
  console.log('receipts not derived again');
  if (process.env.CI === 'true') failures.push('the Python libraries are missing');
}
await through();
// As one stream, as an archive has them.
const files = readdirSync(at('../../pkg/kit'))
  .filter((name) => name.includes('.'))
  .map((name) => readFileSync(at(`../../pkg/kit/${name}`)));
const whole = gzipSync(Buffer.concat(files), { level: 9 }).length;
console.log(`kit: ${files.length} files, ${whole} bytes of gzip`);
// Twenty-five forgeries of histories, names and expectations are worth 8 KiB of an archive of 1.1 MB.
if (whole > 72 * 1024) failures.push('the kit is over its bar of 72 KiB');
failures.forEach((failure) => console.error(failure));
if (failures.length) process.exitCode = 1;
