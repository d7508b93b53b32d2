// The component in a worker, from the page's side: the same values as on the page's own thread, nothing loaded that is not
// needed, and a page that goes on. Throws at the first thing that is not as it should be.
const MB = 1024 * 1024;

function equal(got, expected, what) {
  const [one, other] = [JSON.stringify(got), JSON.stringify(expected)];
  if (one !== other) throw new Error(`in a worker, ${what}: got ${one}, expected ${other}`);
}

async function code(call) {
  try {
    await call();
  } catch (error) {
    return error.code || String(error);
  }
  return 'nothing thrown';
}

/** A PDF of one page with an attachment of many bytes. */
function pdf(size, encode) {
  const filling = new Uint8Array(size);
  for (let at = 0, seed = 7; at < size; at++) filling[at] = seed = (seed * 73 + 11) % 251;
  const objects = [
    '<</Type/Catalog/Pages 2 0 R>>',
    '<</Type/Pages/Kids[3 0 R]/Count 1>>',
    '<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>',
  ];
  const head = ['%PDF-1.7\n'];
  const places = objects.map((text, index) => {
    const place = head.join('').length;
    head.push(`${index + 1} 0 obj${text}endobj\n`);
    return place;
  });
  const begin = head.join('');
  const stream = `4 0 obj<</Length ${size}>>stream\n`;
  const end = '\nendstream endobj\n';
  const entry = (place) => `${String(place).padStart(10, '0')} 00000 n \n`;
  const table = `xref\n0 5\n0000000000 65535 f \n${[...places, begin.length].map(entry).join('')}trailer<</Size 5/Root 1 0 R>>\nstartxref\n${begin.length + stream.length + size + end.length}\n%%EOF\n`;
  return new Blob([encode(begin + stream), filling, encode(end + table)], { type: 'application/pdf' });
}

/** How long the page could do nothing else while a call was under way. */
async function waited(call) {
  let [done, longest] = [false, 0];
  const begun = performance.now();
  const going = call().finally(() => {
    done = true;
  });
  for (let last = begun; !done; ) {
    await new Promise((go) => setTimeout(go, 0));
    const now = performance.now();
    longest = Math.max(longest, now - last);
    last = now;
  }
  return { value: await going, longest, spent: performance.now() - begun };
}

/** A worker decodes, too, where it has a canvas. */
async function pictures(far, near) {
  if (typeof OffscreenCanvas !== 'function') return;
  const canvas = new OffscreenCanvas(900, 600);
  const pen = canvas.getContext('2d');
  for (let at = 0; at < 900; at += 30) {
    pen.fillStyle = at % 60 ? '#222' : '#eee';
    pen.fillRect(at, 0, 30, 600);
  }
  const png = await canvas.convertToBlob();
  const report = await far.inspect(png);
  equal([report, Boolean(report.picture)], [await near.inspect(png), true], 'a picture');
  equal((await far.inspect(await far.mend(png, 'to-jpeg'))).kind, 'jpeg', 'a picture mended');
}

/** A file, with the first module out of reach: it is not needed. */
async function files({ init, connect, worker, wasm, files }, encode) {
  const port = worker();
  const heard = [];
  const far = await connect(port, { wasm: 'nowhere.wasm', files, onEvent: (event) => heard.push(event.type) });
  const again = connect(port);
  equal(again === connect(port), true, 'one connection of a worker');
  await far.prepare();
  const file = pdf(8 * MB, encode);
  const seen = { progress: [], first: [] };
  const report = await far.inspect(file, {
    name: '附件.pdf',
    onProgress: (read, total) => seen.progress.push([read, total]),
    onFirst: (first) => seen.first.push(first),
    cancelled: () => false,
  });
  const near = await init({ wasm, files });
  const same = { progress: [], first: [] };
  const expected = await near.inspect(file, {
    name: '附件.pdf',
    onProgress: (read, total) => same.progress.push([read, total]),
    onFirst: (first) => same.first.push(first),
  });
  equal([report, seen], [expected, same], 'a file, its progress and what was known first');
  equal([report.pages, seen.progress.length > 8, seen.first.length], [1, true, 1], 'a file of many pieces');
  await pictures(far, near);
  const whole = new Uint8Array(await new Response(file).arrayBuffer());
  class Own {
    size = whole.length;
    read(offset, length) {
      return Promise.resolve(whole.subarray(offset, offset + length));
    }
  }
  const reports = await Promise.all([
    far.inspect(new Own(), { name: '附件.pdf' }),
    far.inspect(whole, { name: '附件.pdf' }),
    far.inspect(whole.subarray(0, 100000), { name: 'b' }),
  ]);
  equal(
    [reports[0], reports[1], reports[2].size],
    [expected, expected, 100000],
    'three at once: by a reader of its own, as bytes, a part',
  );
  equal(whole.length, file.size, 'the bytes of the page are still there');
  let asked = 0;
  equal(await code(() => far.inspect(file, { cancelled: () => ++asked > 3 })), 'CANCELLED', 'a cancelled inspection');
  equal(asked, 4, 'and no piece was read after that');
  equal(
    await code(() => far.inspect({ name: 'a', read: async () => new ArrayBuffer(0) })),
    'NUMBER_OUT_OF_RANGE',
    'a file without a size',
  );
  equal(
    await code(() =>
      far.inspect({
        size: 10,
        read: async () => {
          throw Object.assign(new Error('gone'), { code: 'GONE' });
        },
      }),
    ),
    'GONE',
    'a file that has gone',
  );
  equal(
    await code(() =>
      far.inspect(file, {
        onProgress: () => {
          throw new Error('no');
        },
      }),
    ),
    'HOST_FAILED',
    'a listener that fails',
  );
  equal(heard.includes('ready') || !heard.includes('inspect'), false, 'the first module was not started');
  equal(await code(() => far.catalogue('{}')), 'WASM_LOAD_FAILED', 'the first module, which is out of reach');
  await far.close();
  equal(await code(() => far.inspect(whole)), 'CLOSED', 'after close');
  near.close();
  return { port, pieces: seen.progress.length, megabytes: 8 };
}

/** The chain of one application, here and there. */
async function chain({ init, connect, wasm, files }, port, data, encode) {
  const far = await connect(port, { wasm, files });
  const near = await init({ wasm, files });
  const [there, here] = [await far.catalogue(data.catalogues.sample), near.catalogue(data.catalogues.sample)];
  const on = { on: '2026-03-02' };
  const answers = { agent: false, premises: 'owned' };
  equal(
    [await far.versions, await there.info, await there.ref, await there.partial],
    [near.versions, here.info, here.ref, here.partial],
    'properties',
  );
  const plan = here.plan('SZ-09', answers, on);
  equal(await there.plan('SZ-09', answers, on), plan, 'a plan');
  const report = await near.inspect(encode('%PDF-1.7\n%%EOF'), { name: 'a.pdf' });
  // A framework hands out proxies, which cannot be posted.
  const proxy = (value) =>
    typeof value === 'object' && value ? new Proxy(value, { get: (of, key) => proxy(of[key]) }) : value;
  const application = { ...on, answers, materials: { 'application-form': { via: 'upload', files: [report] } } };
  const result = here.check(plan, application);
  equal(await there.check(plan, proxy(application)), result, 'a check');
  const articles = result.findings.find((each) => each.material === 'articles');
  equal(await there.message(plan, articles, application), here.message(plan, articles, application), 'a message');
  equal(
    await there.messages(plan, result.findings, proxy(application)),
    here.messages(plan, result.findings, application),
    'every message',
  );
  equal(await far.month('2026-02'), near.month('2026-02'), 'a month');
  equal(
    await there.schedule('SZ-09', [{ type: 'received', at: '2026-03-02' }], on),
    here.schedule('SZ-09', [{ type: 'received', at: '2026-03-02' }], on),
    'deadlines',
  );
  equal(Array.from(await far.addWorkingDaysMany(Int32Array.of(20497), Int32Array.of(5))), [20511], 'a batch of days');
  const broken = await far.catalogue('{').then(
    () => undefined,
    (error) => error,
  );
  let wanted;
  try {
    near.catalogue('{');
  } catch (error) {
    wanted = error;
  }
  equal(
    [broken.name, broken.code, broken.path, broken.issues, broken.message],
    [wanted.name, wanted.code, wanted.path, wanted.issues, wanted.message],
    'an error',
  );
  equal(await code(() => there.item('SZ-99', on)), 'ITEM_UNKNOWN', 'an unknown item');
  equal(await code(() => there.check({ ...plan, ref: '0' }, application)), 'PLAN_MISMATCH', 'another plan');

  const line = `${JSON.stringify({ item: 'SZ-09', application })}\n`;
  const lines = encode(line.repeat(20_000));
  const { value, longest, spent } = await waited(() => there.checkMany(lines));
  equal(
    value.length,
    here.checkMany(lines.subarray(0, encode(line).length)).length * 20_000,
    'twenty thousand applications',
  );
  if (longest > spent / 2) throw new Error(`the page waited ${longest} ms of ${spent}`);
  await there.close();
  await there.close();
  equal(await code(() => there.items()), 'CLOSED', 'after close');
  near.close();
  await far.close();
  return { longest, spent };
}

/** A catalogue in pieces: the store stays here. */
async function delivery({ connect, wasm, files }, port, data) {
  const far = await connect(port, { wasm, files });
  const asked = [];
  class Store {
    get(name) {
      asked.push(name);
      return name in data.delivery ? Promise.resolve(data.delivery[name]) : Promise.reject(new Error('not found'));
    }
  }
  const opened = await far.open(new Store());
  await opened.load(['SZ-09']);
  equal((await opened.item('SZ-09', { on: '2026-03-02' })).code, 'SZ-09', 'an item on demand');
  const before = asked.length;
  const again = await far.open(new Store(), { after: opened });
  await again.load(['SZ-09']);
  equal(
    [await again.partial, asked.length > 1, asked.length - before],
    [true, true, 1],
    'what has not changed is not brought again',
  );
  equal(await code(() => opened.load(['SZ-99'])), 'ITEM_UNKNOWN', 'no such item');
  await far.close();
}

/** Workers that are not there, or say nothing, or fail. */
async function failing({ connect, worker }) {
  equal(await code(() => connect(worker('nowhere.js'))), 'INTERNAL', 'a worker that is not there');
  const listeners = {};
  const mute = {
    postMessage() {},
    addEventListener(type, listener) {
      listeners[type] = listener;
    },
  };
  equal(await code(() => connect(mute, { patience: 20 })), 'INTERNAL', 'a worker that says nothing');
  const fails = connect(mute);
  listeners.error({});
  equal(await code(() => fails), 'INTERNAL', 'a worker that fails');
}

/** `worker(name?)` starts one; `wasm` and `files` are addresses as the page knows them. */
export async function remote(host, data, encode) {
  const { port, ...read } = await files(host, encode);
  const timed = await chain(host, port, data, encode);
  await delivery(host, port, data);
  await failing(host);
  port.terminate();
  return { ...read, ...timed };
}
