// Pieces as servers and mini-programs compress them, by the encoders that Node brings. On standard input each piece with its
// length before it, in four bytes; on standard output for each what gzip makes of its length, and what brotli makes of it.
import { readFileSync, writeSync } from 'node:fs';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';

const given = readFileSync(0);
const number = (value) => {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
};
const out = [];
for (let at = 0; at < given.length; ) {
  const piece = given.subarray(at + 4, at + 4 + given.readUInt32LE(at));
  at += 4 + piece.length;
  const brotli = brotliCompressSync(piece, { params: { [constants.BROTLI_PARAM_SIZE_HINT]: piece.length } });
  out.push(number(gzipSync(piece, { level: 9 }).length), number(brotli.length), brotli);
}
const answer = Buffer.concat(out);
for (let at = 0; at < answer.length; ) at += writeSync(1, answer, at);
