import type { Modules } from './host.js';

/* Modules stand beside the script that asks for them. Bundlers look for just these expressions, and take along what they
   find: a bundle keeps only those that its entry uses. */

const files = () => new URL('./yushen-files.wasm', import.meta.url);
const receipts = () => new URL('./yushen-receipts.wasm', import.meta.url);

export const YUSHEN: Modules = { first: () => new URL('./yushen.wasm', import.meta.url), files, receipts };
export const EDITOR: Modules = { first: () => new URL('./yushen-editor.wasm', import.meta.url), files, receipts };
export const RECEIPTS: Modules = { first: receipts };
