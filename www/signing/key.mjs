// 示例密钥: made when the server starts, kept in memory, worth nothing. A real authority's key sits in its seal service.
import { sm2, sm3 } from 'sm-crypto-v2';

/** `SubjectPublicKeyInfo` of an SM2 key, up to the point itself. */
const SPKI = Buffer.from('3059301306072a8648ce3d020106082a811ccf5501822d034200', 'hex');
/** SM2 with SM3 has no number of its own in COSE; receipts use one of the private range. */
const SM2SM3 = Buffer.from('3a00010000', 'hex'); // −65537

/** A key pair: what the world may know of it, and the act of signing. */
export function makeKey() {
  const { privateKey, publicKey } = sm2.generateKeyPairHex();
  const spki = Buffer.concat([SPKI, Buffer.from(publicKey, 'hex')]);
  const kid = sm3(spki).slice(0, 16);
  return {
    alg: 'SM2SM3',
    kid,
    spki: spki.toString('base64url'),
    /** r‖s over SM3(Z‖M), with the standard identity. */
    sign: (bytes) =>
      Buffer.from(sm2.doSignature(bytes, privateKey, { hash: true, publicKey }), 'hex').toString('base64url'),
  };
}

function head(major, length) {
  if (length < 24) return Buffer.from([(major << 5) | length]);
  if (length < 256) return Buffer.from([(major << 5) | 24, length]);
  if (length < 65536) return Buffer.from([(major << 5) | 25, length >> 8, length & 255]);
  const four = Buffer.alloc(4);
  four.writeUInt32BE(length);
  return Buffer.concat([Buffer.from([(major << 5) | 26]), four]);
}

const text = (value) => Buffer.concat([head(3, Buffer.byteLength(value)), Buffer.from(value)]);
const bytes = (value) => Buffer.concat([head(2, value.length), value]);

/** `Sig_structure` (RFC 9052): which bytes stand under a signature of this key and format. */
export function toBeSigned({ kid }, format, payload) {
  const stated = Buffer.concat([Buffer.from([0xa2, 1]), SM2SM3, Buffer.from([4]), bytes(Buffer.from(kid, 'hex'))]);
  return Buffer.concat([
    head(4, 4),
    text('Signature1'),
    bytes(stated),
    bytes(Buffer.from(format)),
    bytes(Buffer.from(payload)),
  ]);
}

/** JSON with its keys in order: the form that is signed and compared. Records and lists hold no fractions. */
export function canonical(value) {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (!value || typeof value !== 'object') return JSON.stringify(value);
  const given = Object.keys(value)
    .filter((key) => value[key] !== undefined)
    .sort();
  return `{${given.map((key) => `${JSON.stringify(key)}:${canonical(value[key])}`).join(',')}}`;
}
