import { Yushen } from '../api/yushen.js';
import type { FileInput } from '../files/readable.js';
import type { InitOptions } from '../hosts/host.js';
import { host, once } from '../hosts/host.js';
import { miniprogram, YUSHEN } from '../hosts/miniprogram.js';

export * from '../api/public.js';

export interface MiniProgramOptions extends InitOptions {
  /** Path of `yushen.wasm.br` inside the code package. */
  wasm?: string;
  /** Path of `yushen-files.wasm.br`, if it is not beside the first. */
  files?: string;
  /** Path of `yushen-receipts.wasm.br`, if it is not beside the first. */
  receipts?: string;
  /** Eight random bytes for every receipt number, from `wx.getRandomValues`. */
  entropy?: (length: number) => Uint8Array;
}

/** The component where there is no `Blob`: what is mended comes as bytes. Nothing decodes here, so only what needs no
    decoding can be mended. */
export type MiniProgramYushen = Omit<Yushen, 'mend'> & {
  mend(files: readonly FileInput[], operation: 'join'): Promise<Uint8Array>;
  mend(file: FileInput, operation: 'strip-location'): Promise<Uint8Array>;
};

/** Starts the component in a WeChat or Douyin mini-program. */
export const init: (options?: MiniProgramOptions) => Promise<MiniProgramYushen> = once(
  async (options: MiniProgramOptions, closed) => {
    const yushen: unknown = await Yushen.start(host(miniprogram(options.entropy), YUSHEN, options, closed));
    return yushen as MiniProgramYushen;
  },
);
