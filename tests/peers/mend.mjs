// What is mended under Node, read by programs that are not ours: exiftool, qpdf, poppler. Which of them is absent is said.
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { init } from 'yushen';

const root = fileURLToPath(new URL('../..', import.meta.url));
const out = join(root, 'target/mend');
mkdirSync(out, { recursive: true });
const photo = (name) => new Uint8Array(readFileSync(join(root, 'tests/data/photos', name)));
const expect = (what, test) => {
  if (!test) throw new Error(`not as expected: ${what}`);
};
const bytes = async (blob) => new Uint8Array(await blob.arrayBuffer());
const code = (promise) =>
  promise.then(
    () => 'nothing thrown',
    (error) => error.code,
  );

const there = (program, word) => spawnSync(program, [word], { stdio: 'ignore' }).error === undefined;
const [exiftool, qpdf, pdfimages, pdftoppm] = [
  there('exiftool', '-ver'),
  there('qpdf', '--version'),
  there('pdfimages', '-v'),
  there('pdftoppm', '-v'),
];
for (const [name, found] of Object.entries({ exiftool, qpdf, pdfimages, pdftoppm }))
  if (!found) console.log(`${name} is absent: not asked`);
const ask = (program, ...words) =>
  execFileSync(program, words, { cwd: out, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });

const y = await init();
for (const name of ['sideways.jpg', 'place.png', 'packed.png', 'place.webp', 'place.tif']) {
  const before = photo(name);
  const bare = await y.mend(before, 'strip-location');
  writeFileSync(join(out, name), await bytes(bare));
  expect(`${name} without its place`, !(await y.inspect(bare)).located && bare.type.startsWith('image/'));
  if (!exiftool) continue;
  const told = JSON.parse(
    ask('exiftool', '-json', '-a', '-G1', '-GPS*', '-Orientation#', '-validate', '-warning', name),
  )[0];
  expect(
    `${name}: exiftool finds no position, ${JSON.stringify(told)}`,
    !Object.keys(told).some((key) => key.includes('GPS')),
  );
  expect(`${name}: exiftool finds the orientation, ${JSON.stringify(told)}`, told['IFD0:Orientation'] === 6);
  const was = JSON.parse(ask('exiftool', '-json', '-validate', join(root, 'tests/data/photos', name)))[0].Validate;
  const warnings = (text) => Number.parseInt(text, 10) || 0;
  expect(
    `${name} is as valid as before: ${was}, ${told['ExifTool:Validate']}`,
    warnings(told['ExifTool:Validate']) <= warnings(was),
  );
}

const names = ['sideways.jpg', 'grey.jpg', 'cmyk.jpg', 'progressive.jpg'];
const pdf = await y.mend(names.map(photo), 'join');
writeFileSync(join(out, 'joined.pdf'), await bytes(pdf));
const report = await y.inspect(pdf);
expect('a PDF of four pages', report.pages === 4 && report.kind === 'pdf' && pdf.type === 'application/pdf');
if (qpdf)
  expect('qpdf finds no fault', ask('qpdf', '--check', 'joined.pdf').includes('No syntax or stream encoding errors'));
if (pdfimages) {
  const listed = ask('pdfimages', '-list', 'joined.pdf')
    .trim()
    .split('\n')
    .slice(2)
    .map((line) => line.trim().split(/\s+/));
  expect(
    `poppler finds the images, ${JSON.stringify(listed)}`,
    listed.map((line) => `${line[3]}x${line[4]} ${line[5]} ${line[8]}`).join() ===
      '96x64 rgb jpeg,96x64 gray jpeg,96x64 cmyk jpeg,96x64 rgb jpeg',
  );
}
if (pdftoppm) {
  // One point a pixel: the red mark of the stored picture's first corner is seen at the right on the turned page.
  ask('pdftoppm', '-r', '72', 'joined.pdf', 'page');
  for (const [page, [x, y]] of [
    ['1', [322, 378]],
    ['3', [376, 270]],
    ['4', [376, 270]],
  ]) {
    const ppm = readFileSync(join(out, `page-${page}.ppm`));
    const [, width] = /^P6\s+(\d+)\s+(\d+)\s+255\s/.exec(ppm.subarray(0, 40).toString('latin1'));
    const at =
      ppm.length -
      width * Number(/^P6\s+\d+\s+(\d+)/.exec(ppm.subarray(0, 40).toString('latin1'))[1]) * 3 +
      (y * width + x) * 3;
    expect(
      `page ${page} lies upright: ${ppm.subarray(at, at + 3).join()}`,
      ppm[at] > 180 && ppm[at + 1] < 90 && ppm[at + 2] < 90,
    );
  }
}

expect('Node decodes nothing', (await code(y.mend(photo('place.png'), 'to-jpeg'))) === 'MEND_UNSUPPORTED');
expect(
  'and says which of several',
  (await y.mend([photo('grey.jpg'), photo('place.png')], 'join').catch((error) => error.path)) === '/1',
);
expect('a PDF has no place', (await code(y.mend(pdf, 'strip-location'))) === 'MEND_UNSUPPORTED');
expect('a word that is none', (await code(y.mend(photo('grey.jpg'), 'polish'))) === 'UNKNOWN_WORD');
expect(
  'an upright photo stays',
  Buffer.compare(await bytes(await y.mend(photo('grey.jpg'), 'upright')), photo('grey.jpg')) === 0,
);
expect('no picture where nothing decodes', !('picture' in (await y.inspect(photo('grey.jpg')))));
const data = new Uint8Array(64 * 64 * 4).fill(255);
expect(
  'pixels that the host brings',
  (await y.inspect(photo('grey.jpg'), { pixels: { data, width: 64, height: 64 } })).picture.mean === 255,
);
y.close();
console.log('5 files without their place, 4 photos in a PDF: as expected');
