import type { ErrorCode, Reason } from '../api/values.js';

/** What only the JavaScript side can say: the module did not load, or it stopped. */
export type HostErrorCode =
  /** the module could not be fetched, or what came is not a WebAssembly module */
  | 'WASM_LOAD_FAILED'
  /** the engine or the page's Content-Security-Policy refuses WebAssembly */
  | 'WASM_REFUSED'
  /** the module stopped; it has been started anew, and what was loaded is loaded again */
  | 'INTERNAL'
  /** the host has no source of randomness */
  | 'NO_ENTROPY'
  /** a function or a store of the host's failed with an error that has no code of its own */
  | 'HOST_FAILED'
  /** `cancelled` answered true */
  | 'CANCELLED'
  /** the store has no file of this name */
  | 'DELIVERY_MISSING'
  /** the manifest is not signed by a publisher in the trust list; `issues` says why */
  | 'DELIVERY_UNTRUSTED'
  /** this host cannot read or write such a picture, or the file is damaged */
  | 'MEND_UNSUPPORTED'
  /** the picture cannot be made as small as that and stay as large as it has to be */
  | 'MEND_TOO_LARGE'
  /** used after `close()` */
  | 'CLOSED';

/** One fault of a document. */
export interface Issue {
  code: ErrorCode | Reason;
  /** JSON Pointer. */
  path: string;
}

/** A fault in the caller's data or call. Test `code`; `instanceof` fails across frames and bundles. */
export class YushenError extends Error {
  readonly code: ErrorCode | HostErrorCode;
  /** JSON Pointer to the first fault. */
  readonly path: string;
  /** Every fault of the document. */
  readonly issues: readonly Issue[];

  constructor(code: ErrorCode | HostErrorCode, path = '', issues: readonly Issue[] = [], detail = '') {
    super(code + (path ? ` at \`${path}\`` : '') + (detail ? `: ${detail}` : ''));
    this.name = 'YushenError';
    this.code = code;
    this.path = path;
    this.issues = issues;
  }
}

/** Refuses what was given at a place. An error of ours that came of looking at it says more. */
export function refuse(path: string, code: YushenError['code'] = 'TYPE_MISMATCH', error?: unknown): never {
  throw error instanceof YushenError ? error : new YushenError(code, path);
}

/** What a function of the host's gives. When it fails, the error has the code that the host gave it, or `HOST_FAILED`. */
export async function hosted<T>(path: string, call: () => T | PromiseLike<T>): Promise<T> {
  try {
    return await call();
  } catch (error) {
    if (error instanceof YushenError) throw error;
    const { code } = Object(error) as { code?: unknown };
    throw new YushenError(typeof code === 'string' ? (code as HostErrorCode) : 'HOST_FAILED', path, [], said(error));
  }
}

/** What an error says, whoever has thrown it. */
export function said(error: unknown): string {
  return error instanceof Error ? String(error.message) : '';
}
