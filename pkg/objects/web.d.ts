export * from './dist/yushen.js';

/** Starts the module: that beside this file, or the one at an address. Once, however often it is called. */
export default function init(module?: string | URL): Promise<void>;
