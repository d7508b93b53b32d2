import { Editor } from '../api/editor.js';
import { Yushen } from '../api/yushen.js';
import type { InitOptions } from '../module/load.js';
import { besideFirst, instantiator, once, source, webEntropy } from '../module/load.js';

export { Editor } from '../api/editor.js';
export * from '../api/public.js';

/** The component with the calls of those who make a catalogue. */
export interface EditorYushen {
  yushen: Yushen;
  editor: Editor;
}

/** Starts the editor's module in a browser. */
export const init: (options?: InitOptions) => Promise<EditorYushen> = once(async (options, closed) => {
  const bytes = () =>
    source(
      options,
      () => new URL('./yushen-editor.wasm', import.meta.url),
      (url) => fetch(String(url)),
    );
  const files = () =>
    source(
      besideFirst(options),
      () => new URL('./yushen-files.wasm', import.meta.url),
      (url) => fetch(String(url)),
    );
  const yushen = await Yushen.start({
    instantiate: options.instantiate || instantiator(bytes),
    files: options.instantiate || instantiator(files),
    entropy: webEntropy,
    onEvent: options.onEvent,
    calendar: options.calendar,
    closed,
  });
  return { yushen, editor: new Editor(yushen.engine) };
});
