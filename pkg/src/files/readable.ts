import { bytesOf } from '../module/bytes.js';
import { hosted, YushenError } from '../module/error.js';
import { any, maybe, some, text } from '../module/given.js';

/** A file: as the browser has it, as bytes, or anything that can be read piece by piece. */
export type FileInput = Blob | ArrayBuffer | Uint8Array | Readable;

/** A file of the host's own: a mini-program's, a server's. */
export interface Readable {
  name?: string;
  size: number;
  read(offset: number, length: number): Promise<ArrayBuffer | Uint8Array>;
}

/** A file whose pieces are bytes. */
interface Pieces {
  name?: string;
  size: number;
  read(offset: number, length: number): Promise<Uint8Array>;
}

/** What a file of the host's own is looked at for. */
const OWN = some({ name: maybe(text), size: any, read: any, slice: any });

/** A file as something that is read piece by piece. */
export function readable(file: FileInput): Pieces {
  const bytes = bytesOf(file);
  if (bytes) {
    return {
      size: bytes.length,
      read: (offset, length) => Promise.resolve(bytes.subarray(offset, offset + length)),
    };
  }
  const { name, size, read, slice } = OWN(file, '/file') as {
    name?: string;
    size: unknown;
    read: unknown;
    slice: unknown;
  };
  // No file was chosen, or a path was given for one.
  if (typeof read !== 'function' && typeof slice !== 'function') throw new YushenError('TYPE_MISMATCH', '/file');
  if (!Number.isSafeInteger(size) || (size as number) < 0) throw new YushenError('NUMBER_OUT_OF_RANGE', '/size');
  const piece = typeof read === 'function' ? own : ofBlob;
  return {
    name,
    size: size as number,
    read: async (offset, length) => {
      const got = bytesOf(await hosted('/read', () => piece(file, offset, length)));
      return got || Promise.reject(new YushenError('TYPE_MISMATCH', '/read'));
    },
  };
}

const own = (file: FileInput, offset: number, length: number): Promise<unknown> =>
  (file as Readable).read(offset, length);

function ofBlob(file: FileInput, offset: number, length: number): Promise<unknown> {
  const piece = (file as Blob).slice(offset, offset + length);
  // Blob.arrayBuffer is younger than Response (2019 against 2015).
  return piece.arrayBuffer ? piece.arrayBuffer() : new Response(piece).arrayBuffer();
}

/** All bytes of a file. */
export function whole(file: FileInput): Promise<Uint8Array> {
  const source = readable(file);
  return source.read(0, source.size);
}
