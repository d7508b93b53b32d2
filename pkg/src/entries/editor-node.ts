import { webcrypto } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { Editor } from '../api/editor.js';
import { Yushen } from '../api/yushen.js';
import type { InitOptions } from '../module/load.js';
import { besideFirst, instantiator, once, source } from '../module/load.js';
import type { EditorYushen } from './editor.js';

export { Editor } from '../api/editor.js';
export * from '../api/public.js';
export type { EditorYushen } from './editor.js';

/** Starts the editor's module under Node. */
export const init: (options?: InitOptions) => Promise<EditorYushen> = once(async (options, closed) => {
  const entropy = (length: number): Uint8Array => webcrypto.getRandomValues(new Uint8Array(length));
  const bytes = () => source(options, () => new URL('./yushen-editor.wasm', import.meta.url), readFile);
  const files = () => source(besideFirst(options), () => new URL('./yushen-files.wasm', import.meta.url), readFile);
  const yushen = await Yushen.start({
    instantiate: options.instantiate || instantiator(bytes),
    files: options.instantiate || instantiator(files),
    entropy,
    onEvent: options.onEvent,
    calendar: options.calendar,
    closed,
  });
  return { yushen, editor: new Editor(yushen.engine) };
});
