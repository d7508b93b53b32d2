// Pictures measured and mended through the facade, in a browser: made on a canvas, and what comes back decoded by the
// browser itself. Throws at the first thing that is not as it should be.
const MARK = 40;

function expect(what, test, told) {
  if (!test) throw new Error(`not as expected: ${what}${told === undefined ? '' : `, ${JSON.stringify(told)}`}`);
}

async function code(call) {
  try {
    await call();
  } catch (error) {
    return error.code || String(error);
  }
  return 'nothing thrown';
}

function canvas(width, height) {
  const made = document.createElement('canvas');
  [made.width, made.height] = [width, height];
  return made;
}

const encoded = (from, type = 'image/jpeg') => new Promise((resolve) => from.toBlob(resolve, type, 0.9));
const bytes = async (blob) => new Uint8Array(await new Response(blob).arrayBuffer());

/** A page of text-like strokes, with a red mark in its first corner. */
function page(width, height) {
  const made = canvas(width, height);
  const pen = made.getContext('2d');
  pen.fillStyle = '#f8f8f8';
  pen.fillRect(0, 0, width, height);
  pen.fillStyle = '#222';
  let seed = 7;
  const random = (most) => {
    seed = (seed * 16807) % 2147483647;
    return seed % most;
  };
  for (let y = 2 * MARK; y < height - MARK; y += 60) {
    for (let x = MARK; x < width - MARK; x += 24) {
      for (let stroke = 0; stroke < 5; stroke++) {
        pen.fillRect(x + random(16), y + random(16), stroke % 2 ? 3 : 12, stroke % 2 ? 12 : 3);
      }
    }
  }
  pen.fillStyle = '#f00';
  pen.fillRect(0, 0, MARK, MARK);
  return made;
}

/** EXIF with this orientation, and a position in Shenzhen if `place`. */
function exif(orientation, place) {
  const text = [...'Exif\0\0MM\0*'].map((each) => each.charCodeAt(0));
  const word = (value) => [value >> 24, (value >> 16) & 255, (value >> 8) & 255, value & 255];
  const entry = (tag, kind, count, value) => [tag >> 8, tag & 255, 0, kind, ...word(count), ...value];
  const body = [...text, 0, 0, 0, 8, 0, place ? 2 : 1, ...entry(0x0112, 3, 1, [0, orientation, 0, 0])];
  if (place) {
    body.push(...entry(0x8825, 4, 1, word(38)), 0, 0, 0, 0);
    const north = [
      ...entry(1, 2, 2, [78, 0, 0, 0]),
      ...entry(2, 5, 3, word(92)),
      ...entry(3, 2, 2, [69, 0, 0, 0]),
      ...entry(4, 5, 3, word(116)),
    ];
    body.push(0, 4, ...north, 0, 0, 0, 0);
    for (const value of [22, 32, 35, 114, 3, 28]) body.push(...word(value), 0, 0, 0, 1);
  } else {
    body.push(0, 0, 0, 0);
  }
  return [0xff, 0xe1, (body.length + 2) >> 8, (body.length + 2) & 255, ...body];
}

async function photo(from, orientation, place) {
  const plain = await bytes(await encoded(from));
  return new File([plain.subarray(0, 2), new Uint8Array(exif(orientation, place)), plain.subarray(2)], 'photo.jpg', {
    type: 'image/jpeg',
  });
}

async function decoded(blob) {
  const image = await createImageBitmap(new Blob([await bytes(blob)]));
  const made = canvas(image.width, image.height);
  const pen = made.getContext('2d');
  pen.drawImage(image, 0, 0);
  return { width: image.width, height: image.height, data: pen.getImageData(0, 0, image.width, image.height).data };
}

/** In which corner the red mark is: first left or right, then top or bottom. */
function corner({ data, width, height }) {
  const red = (x, y) => {
    const at = (y * width + x) * 4;
    return data[at] > 200 && data[at + 1] < 80;
  };
  const [inset, right, low] = [8, width - 8, height - 8];
  const found = [
    ['left top', inset, inset],
    ['right top', right, inset],
    ['left bottom', inset, low],
    ['right bottom', right, low],
  ].filter(([, x, y]) => red(x, y));
  return found.map(([name]) => name).join();
}

async function measured(y) {
  const sharp = page(1600, 1200);
  const small = canvas(80, 60);
  small.getContext('2d').drawImage(sharp, 0, 0, 80, 60);
  const blurred = canvas(1600, 1200);
  blurred.getContext('2d').drawImage(small, 0, 0, 1600, 1200);
  const [fine, poor] = [
    (await y.inspect(await encoded(sharp))).picture,
    (await y.inspect(await encoded(blurred))).picture,
  ];
  expect('a sharp and a blurred page', fine.sharpness > 1000 && poor.sharpness < 300, [fine, poor]);
  const blank = canvas(1200, 1600);
  const empty = (await y.inspect(await encoded(blank, 'image/png'))).picture;
  expect('a transparent sheet is a white one', empty.mean === 255 && empty.ink === 0 && empty.detail === 0, empty);
  const pixels = sharp.getContext('2d').getImageData(0, 0, 512, 384);
  const given = (await y.inspect(await bytes(await encoded(sharp)), { pixels })).picture;
  expect('pixels of the host', given && given.sharpness > 1000, given);
  const without = await y.inspect(await encoded(sharp), { pixels: 'off' });
  expect('an inspection without pixels', without.kind === 'jpeg' && !without.picture, without);
  for (const wrong of [
    { data: new Uint8Array(4), width: 2, height: 2 },
    { data: undefined, width: 1, height: 1 },
    { data: new Uint8Array(4), width: -1, height: 0.5 },
  ]) {
    const { code, path = '' } = await encoded(sharp)
      .then((file) => y.inspect(file, { pixels: wrong }))
      .catch((error) => error);
    expect('wrong pixels are refused', Boolean(code) && path.startsWith('/pixels'), { code, path });
  }
  expect('a PDF has no picture', !(await y.inspect(new TextEncoder().encode('%PDF-1.7\n%%EOF'))).picture);
  return [fine, poor];
}

async function turned(y) {
  const from = page(400, 300);
  // Where the corner of the stored picture is seen, for each way that it lies.
  const corners = [
    'left top',
    'right top',
    'right bottom',
    'left bottom',
    'left top',
    'right top',
    'right bottom',
    'left bottom',
  ];
  for (let lies = 1; lies <= 8; lies++) {
    const file = await photo(from, lies, false);
    const upright = await y.mend(file, 'upright');
    const image = await decoded(upright);
    expect(`orientation ${lies}`, corner(image) === corners[lies - 1] && image.width === (lies > 4 ? 300 : 400), [
      corner(image),
      image.width,
    ]);
    expect('its mark is gone', !(await y.inspect(upright)).orientation);
    expect('an upright photo stays as it is', lies > 1 || upright === file);
  }
}

async function shrunk(y, file) {
  for (const maxBytes of [file.size - 1, 160000, 120000, 90000]) {
    const small = await y.mend(file, 'shrink', { maxBytes });
    const image = await decoded(small);
    const { width, height } = image;
    expect(`at most ${maxBytes} bytes`, small.size <= maxBytes && small.size > maxBytes / 3, small.size);
    expect(
      'upright, in its proportions, not too small',
      Math.min(width, height) >= 600 && Math.abs(height / width - 4 / 3) < 0.01 && corner(image) === 'right top',
      [width, height],
    );
  }
  expect('nothing to do', (await y.mend(file, 'shrink', { maxBytes: file.size })) === file);
  expect('too small', (await code(() => y.mend(file, 'shrink', { maxBytes: 2000 }))) === 'MEND_TOO_LARGE');
  expect('no limit', (await code(() => y.mend(file, 'shrink'))) === 'NUMBER_OUT_OF_RANGE');
  const least = await y.mend(file, 'shrink', { maxBytes: 20000, minShortSide: 200 });
  expect('smaller still', least.size <= 20000, least.size);
}

export async function mending(init, options) {
  const y = await init(options);
  const measures = await measured(y);
  await turned(y);
  const file = await photo(page(1600, 1200), 6, true);
  const before = await y.inspect(file);
  expect(
    'a sideways photo with its place',
    before.orientation === 6 && before.located && before.width === 1200 && before.height === 1600 && before.picture,
    before,
  );
  await shrunk(y, file);

  const bare = await y.mend(file, 'strip-location');
  const [one, other] = [await decoded(file), await decoded(bare)];
  expect(
    'the place is gone, the orientation is not',
    !(await y.inspect(bare)).located && (await y.inspect(bare)).orientation === 6,
  );
  expect(
    'the same pixels in as many bytes',
    bare.size === file.size && one.data.every((value, at) => value === other.data[at]),
  );
  expect('another digest', (await y.inspect(bare)).sha256 !== before.sha256);

  const clear = canvas(300, 200);
  clear.getContext('2d').fillRect(100, 50, 100, 100);
  const png = await encoded(clear, 'image/png');
  const jpeg = await y.mend(png, 'to-jpeg');
  const white = (await decoded(jpeg)).data;
  expect(
    'white under what was transparent',
    jpeg.type === 'image/jpeg' && white[0] > 250 && (await y.inspect(jpeg)).kind === 'jpeg',
    white[0],
  );
  expect('a JPEG is one already', (await y.mend(file, 'to-jpeg')) === file);

  const pdf = await y.mend([file, png, await bytes(bare)], 'join');
  const joined = await y.inspect(pdf);
  expect(
    'one PDF of three',
    pdf.type === 'application/pdf' && joined.pages === 3 && !joined.damage && joined.blank === undefined,
    joined,
  );

  const heic = new Uint8Array([
    0,
    0,
    0,
    24,
    ...[...'ftypheic'].map((each) => each.charCodeAt(0)),
    0,
    0,
    0,
    0,
    ...[...'mif1heic'].map((each) => each.charCodeAt(0)),
  ]);
  expect('what no browser decodes', (await code(() => y.mend(heic, 'to-jpeg'))) === 'MEND_UNSUPPORTED');
  expect(
    'a broken file is not made to look whole',
    (await code(async () => y.mend((await bytes(file)).subarray(0, 9000), 'upright'))) === 'MEND_UNSUPPORTED',
  );
  expect('a PDF among photos', (await code(() => y.mend([file, pdf], 'join'))) === 'MEND_UNSUPPORTED');
  expect('nothing to join', (await code(() => y.mend([], 'join'))) === 'MEND_UNSUPPORTED');
  const after = await y.inspect(file);
  expect('the original is as it was', after.sha256 === before.sha256);
  y.close();
  return { measures, pdf: Array.from(await bytes(pdf)) };
}
