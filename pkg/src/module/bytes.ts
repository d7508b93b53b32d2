/** The bytes of a buffer or a view of one; nothing if it is neither. By its tag, since another frame's or a
    mini-program's ArrayBuffer is no instance of ours. */
export function bytesOf(source: object): Uint8Array | undefined {
  if (ArrayBuffer.isView(source)) return new Uint8Array(source.buffer, source.byteOffset, source.byteLength);
  const isBuffer = Object.prototype.toString.call(source) === '[object ArrayBuffer]';
  return isBuffer ? new Uint8Array(source as ArrayBuffer) : undefined;
}
