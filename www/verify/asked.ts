import type { FileReport } from 'yushen/receipts';

/** What is to be verified, with whatever the visitor has laid beside it. */
export interface Asked {
  /** The document, or the text of its code, or an OFD. */
  what: string | Uint8Array<ArrayBuffer>;
  /** Only a code: what stands on the paper has not been looked at. */
  isCode: boolean;
  /** An OFD: its pages are drawn apart from the document attached to it. */
  isOfd: boolean;
  files: FileReport[];
  /** Earlier documents of the case. */
  previous: (string | Uint8Array<ArrayBuffer>)[];
}

export function asked(what: string | Uint8Array<ArrayBuffer>): Asked {
  const isOfd = typeof what !== 'string' && what[0] === 0x50 && what[1] === 0x4b;
  return {
    what,
    isCode: typeof what === 'string' && !what.trimStart().startsWith('{'),
    isOfd,
    files: [],
    previous: [],
  };
}
