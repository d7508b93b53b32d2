/* UTF-8 for hosts without TextEncoder and TextDecoder: mini-programs. Injected into that build only, under the names
   that the glue uses, so that no global is touched. Half of a surrogate pair becomes U+FFFD, as the standard says. */

class Encoder {
  encode(text: string): Uint8Array {
    const bytes = new Uint8Array(text.length * 3);
    return bytes.slice(0, this.encodeInto(text, bytes).written);
  }

  /** Writes all of a text; whoever calls has made room for it. */
  encodeInto(text: string, bytes: Uint8Array): { read: number; written: number } {
    let to = 0;
    for (let at = 0; at < text.length; at++) {
      let code = text.charCodeAt(at);
      if (code >= 0xd800 && code < 0xe000) {
        const low = code < 0xdc00 ? text.charCodeAt(at + 1) : 0;
        if (low >= 0xdc00 && low < 0xe000) {
          code = 0x10000 + ((code - 0xd800) << 10) + (low - 0xdc00);
          at++;
        } else {
          code = 0xfffd;
        }
      }
      if (code < 0x80) {
        bytes[to++] = code;
        continue;
      }
      const more = code < 0x800 ? 1 : code < 0x10000 ? 2 : 3;
      bytes[to++] = ((0xf0 << (3 - more)) & 0xff) | (code >> (6 * more));
      for (let shift = 6 * (more - 1); shift >= 0; shift -= 6) bytes[to++] = 0x80 | ((code >> shift) & 63);
    }
    return { read: text.length, written: to };
  }
}

class Decoder {
  /** Only what the module writes is decoded here, and a Rust string is always well-formed. */
  decode(bytes?: Uint8Array): string {
    if (!bytes) return '';
    let text = '';
    for (let at = 0; at < bytes.length; ) {
      const first = bytes[at++] as number;
      if (first < 0x80) {
        text += String.fromCharCode(first);
        continue;
      }
      const more = first < 0xe0 ? 1 : first < 0xf0 ? 2 : 3;
      let code = first & (0x3f >> more);
      for (let count = 0; count < more; count++) code = (code << 6) | ((bytes[at++] as number) & 63);
      if (code < 0x10000) text += String.fromCharCode(code);
      else text += String.fromCharCode(0xd800 + ((code - 0x10000) >> 10), 0xdc00 + ((code - 0x10000) & 0x3ff));
    }
    return text;
  }
}

export { Decoder as TextDecoder, Encoder as TextEncoder };
