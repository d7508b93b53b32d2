/** What kind of object it says it is. */
export const tagOf = (value: unknown): string => Object.prototype.toString.call(value);

/** The bytes of a buffer or a view of one; nothing if it is neither, or has been given away. By what it is, not by its
    class: another frame's or a mini-program's ArrayBuffer is no instance of ours. What another thread may change is copied. */
export function bytesOf(source: unknown): Uint8Array | undefined {
  try {
    const view = ArrayBuffer.isView(source) ? source : new DataView(source as ArrayBuffer);
    const bytes = new Uint8Array(view.buffer, view.byteOffset, view.byteLength);
    const shared = tagOf(view.buffer) === '[object SharedArrayBuffer]';
    return shared ? bytes.slice() : bytes;
  } catch {
    return undefined;
  }
}
