import { bytesOf } from '../module/bytes.js';
import { YushenError } from '../module/error.js';

/** A file: as the browser has it, as bytes, or anything that can be read piece by piece. */
export type FileInput = Blob | ArrayBuffer | Uint8Array | Readable;

/** A file of the host's own: a mini-program's, a server's. */
export interface Readable {
  name?: string;
  size: number;
  read(offset: number, length: number): Promise<ArrayBuffer | Uint8Array>;
}

/** A file as something that is read piece by piece. */
export function readable(file: FileInput): Readable {
  const bytes = bytesOf(file);
  if (bytes) {
    return { size: bytes.length, read: (offset, length) => Promise.resolve(bytes.subarray(offset, offset + length)) };
  }
  // No file was chosen, or a path was given for one.
  if (!file || typeof file !== 'object') throw new YushenError('TYPE_MISMATCH', '/file');
  if ('read' in file) return file;
  const blob = file as Blob;
  return {
    name: (file as File).name,
    size: blob.size,
    read: (offset, length) => {
      const piece = blob.slice(offset, offset + length);
      // Blob.arrayBuffer is younger than Response (2019 against 2015).
      return piece.arrayBuffer ? piece.arrayBuffer() : new Response(piece).arrayBuffer();
    },
  };
}

/** All bytes of a file. */
export async function whole(file: FileInput): Promise<Uint8Array> {
  const source = readable(file);
  return bytesOf(await source.read(0, source.size)) || new Uint8Array(0);
}
