// The first lines of README, as a portal's compiler sees them.

import type { Catalogue, CheckResult, FileReport, Plan, Yushen } from 'yushen';
import { init } from 'yushen';
import type { Remote, RemoteCatalogue, RemoteYushen } from 'yushen/connect';
import { connect } from 'yushen/connect';

export async function firstResult(input: HTMLInputElement): Promise<CheckResult['decision'] | undefined> {
  const y = await init();
  const c = y.catalogue(await (await fetch('/catalogue.json')).text());
  const plan = c.plan('SZ-05', { agent: false, premises: 'owned' }, { on: '2026-03-02' });
  const picked = input.files?.[0];
  if (!picked) return undefined;
  const file = await y.inspect(picked);
  return c.check(plan, {
    on: '2026-03-02',
    answers: { agent: false, premises: 'owned' },
    materials: { 'application-form': { via: 'upload', files: [file] } },
  }).decision;
}

// The same through a worker: the same calls, each a promise.
export async function fromWorker(file: File, old: RemoteCatalogue): Promise<string> {
  const y: Remote<Yushen> = await connect(new Worker(new URL('yushen/worker', import.meta.url), { type: 'module' }), {
    wasm: new URL('https://example.org/yushen.wasm'),
    onEvent: ({ type }) => type,
  });
  const report: FileReport = await y.inspect(file, {
    onProgress: (read, total) => read / total,
    onFirst: (first) => first.kind,
    cancelled: () => false,
  });
  const c: RemoteCatalogue = await y.catalogue('{}');
  const opened: Remote<Catalogue> = await y.open({ get: () => Promise.resolve('') }, { after: old, seq: 1 });
  const plan: Plan = await c.plan('SZ-05', { agent: false }, { on: '2026-03-02' });
  const joint: Plan = await c.plan(['SZ-05', 'SZ-09'], {}, { on: '2026-03-02' });
  const result: CheckResult = await c.check(plan, {
    on: joint.on,
    answers: {},
    materials: { lease: { via: 'upload', files: [report] } },
  });
  const small: Blob = await y.mend(file, 'shrink', { maxBytes: 1000 });
  const lines: Uint8Array = await opened.checkMany(new Uint8Array(small.size));
  // @ts-expect-error a property is a promise here
  const wrong: string = y.versions.library;
  // @ts-expect-error shrinking needs a limit
  void y.mend(file, 'shrink');
  await c.close();
  return (
    (await y.versions).library +
    (await c.ref).version +
    (await c.info).name +
    result.decision.outcome +
    lines.length +
    wrong
  );
}

/** Whatever speaks can be a port. */
export const ports = (
  channel: MessageChannel,
  thread: import('node:worker_threads').Worker,
  nodes: import('node:worker_threads').MessagePort,
): Promise<RemoteYushen>[] => [connect(channel.port1), connect(thread), connect(nodes)];
