// The first lines of README, as a portal's compiler sees them.
import { init } from 'yushen';
import type { CheckResult } from 'yushen';

export async function firstResult(input: HTMLInputElement): Promise<CheckResult['decision'] | undefined> {
  const y = await init();
  const c = y.catalogue(await (await fetch('/catalogue.json')).text());
  const plan = c.plan('SZ-05', { agent: false, premises: 'owned' }, { on: '2026-03-02' });
  const picked = input.files?.[0];
  if (!picked) return undefined;
  const file = await y.inspect(picked);
  return c.check(plan, { on: '2026-03-02', answers: { agent: false, premises: 'owned' }, materials: { 'application-form': { via: 'upload', files: [file] } } }).decision;
}
