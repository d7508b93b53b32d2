import type { EditorYushen } from '../api/editor.js';
import { Editor } from '../api/editor.js';
import { EDITOR } from '../hosts/beside.js';
import type { InitOptions } from '../hosts/host.js';
import { host, once } from '../hosts/host.js';
import { node } from '../hosts/node.js';

export * from '../api/public.js';
export type { EditorYushen };
export { Editor };

/** Starts the editor's module under Node. */
export const init: (options?: InitOptions) => Promise<EditorYushen> = once((options, closed) =>
  Editor.start(host(node, EDITOR, options, closed)),
);
