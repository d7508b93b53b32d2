import type { Receipts as Core } from '../glue/receipts.js';
import createReceipts from '../glue/receipts.js';
import type { Host, InitOptions } from '../hosts/host.js';
import { bytesOf } from '../module/bytes.js';
import type { Part } from '../module/engine.js';
import { Engine, open } from '../module/engine.js';
import { hosted, YushenError } from '../module/error.js';
import type { Kind } from '../module/given.js';
import {
  any,
  bytes,
  callback,
  documentText,
  guard,
  list,
  maybe,
  options,
  record,
  root,
  some,
  text,
  value,
} from '../module/given.js';
import { isPlain, json, plain } from '../module/plain.js';
import { Settings } from './settings.js';
import type {
  CivilDate,
  Digest,
  DocumentBody,
  DocumentKind,
  Draft,
  Expected,
  FileReport,
  FreshnessPolicy,
  History,
  ManifestDraft,
  ManifestSigner,
  OwnFile,
  Rendered,
  Root,
  Signature,
  Signer,
  TrustFile,
  TrustShown,
  Verification,
  WordingFile,
} from './values.js';

/** What makes and verifies an authority's documents. */
const RECEIPTS: Part<Core> = {
  name: 'yushen-receipts',
  glue() {
    const glue = createReceipts();
    return { imports: glue, begin: () => new glue.Receipts() };
  },
};

/** Where the module of receipts is, and what it is told. */
export type ReceiptOptions = Pick<InitOptions, 'wasm' | 'instantiate' | 'calendar' | 'onEvent'>;

/** A record of the authority: everything a document of some kind says. Which kind carries what, `docs/receipts.md` lists. */
export type AuthorityRecord = Omit<DocumentBody, 'type' | 'producer'>;

/** A document that is in effect: its signature has been verified. */
export interface SignedDocument {
  kind: DocumentKind;
  number: string;
  /** The document: what is stored, handed on and verified. */
  json: string;
  /** SHA-256 and SM3 of the canonical body. */
  sha256: Digest;
  sm3: Digest;
  /** SM3 of what was signed: what the next receipt of the case names as `previous.digest`. */
  chain: Digest;
}

/** What the portal trusts: the published list, the pinned roots, and the highest `seq` it has seen with the digest of that list. */
export interface Trusted {
  list: TrustFile;
  roots: Root[];
  seenSeq?: number;
  seenDigest?: Digest;
}

/** The day of the question, and how far times may be off. */
export interface FreshnessOptions {
  /** The day of the question: no list and no document may be dated later, nor may the list be long past its update. */
  on: CivilDate;
  /** 时效规则; without it a list is refused thirty days after its next update, and whatever is dated later than `on`. */
  policy?: FreshnessPolicy;
}

/** What comes back from the authority's signing service. */
export type Sign = (
  toBeSigned: Uint8Array,
  draft: Draft,
) => Promise<Signature | { value: string | Uint8Array; cert?: string }>;

export interface VerifyOptions extends FreshnessOptions {
  /** The files that are said to be those of the receipt, as `inspect` reports them. */
  files?: readonly (FileReport | OwnFile)[];
  /** The previous receipt of the case: the document, an OFD with it attached, or the text of its QR code. */
  previous?: string | BufferSource;
  /** 预期: what the receipt must be about; where it is not, the check `expected` fails. */
  expect?: Expectation;
  locale?: string;
}

/** 预期: what the portal knows of the case. Whatever is given must be just what the receipt says. */
export type Expectation = Omit<Expected, 'files'> & {
  /** The files that the receipt must list, and no others, as `inspect` reports them. Their names do not matter. */
  files?: readonly (FileReport | OwnFile)[];
};

export interface HistoryOptions extends FreshnessOptions {
  /** What each of the receipts must be about. */
  expect?: Omit<Expected, 'files'>;
  locale?: string;
}

export interface RenderOptions extends FreshnessOptions {
  trust?: Trusted;
  /** 查验地址, `https://…/r`: with it a document in effect gets its QR code. */
  url?: string;
  locale?: string;
}

/** 回执: an authority's documents, drafted, taken over when they are signed, verified and written. It holds no key and knows no
    catalogue; every value is plain JSON. */
export class Receipts {
  private readonly settings: Settings<Core>;

  private constructor(
    private readonly engine: Engine<Core>,
    private readonly closed?: () => void,
  ) {
    this.settings = new Settings(engine);
  }

  /** @internal */
  static async start({ instantiate, onEvent, calendar, closed }: Host): Promise<Receipts> {
    const receipts = new Receipts(await Engine.start(RECEIPTS, instantiate, onEvent), closed);
    if (calendar) receipts.settings.calendar(calendar, true);
    return receipts;
  }

  /** 草稿: a record as what the authority is asked to sign. Throws `DOCUMENT_INVALID` with every fault. */
  draft(kind: Exclude<DocumentKind, 'precheck'>, record: AuthorityRecord, signer: Signer): Draft {
    const body = { ...record, type: kind };
    return this.engine.call((core) => core.draft(json(body), json(signer)));
  }

  /** The bytes of a draft that are signed. The signing service must compare them with what it makes of its own record. */
  toBeSigned(draft: Draft | ManifestDraft): Uint8Array {
    return fromBase64(draft.toBeSigned);
  }

  /** Takes the signature that came back, and verifies it. Throws `SIGNATURE_REFUSED`, `TRUST_LIST_INVALID`. */
  attach(draft: Draft, signature: Signature, trust: Trusted): SignedDocument {
    const said = trusting(trust);
    return this.engine.call((core) => core.attach(json(draft), json(signature), said));
  }

  /** `draft`, the callback, `attach`: from a record to a document in effect. */
  async issue(
    kind: Exclude<DocumentKind, 'precheck'>,
    record: AuthorityRecord,
    o: { signer: Signer; sign: Sign; trust: Trusted },
  ): Promise<SignedDocument> {
    const draft = this.draft(kind, record, o.signer);
    const signed: unknown = SIGNED(await hosted('/sign', () => o.sign(this.toBeSigned(draft), draft)), '/sign');
    const { value, alg = draft.alg, kid = draft.kid, cert } = signed as Partial<Omit<Signature, 'value'>> & Signed;
    const text = typeof value === 'string' ? value : toBase64(value);
    return this.attach(draft, { alg, kid, value: text, cert }, o.trust);
  }

  /** 验证: of a document, of an OFD with the document attached, or of the text of a QR code. It never throws for what is wrong
      with them: that is the result. Throws `OPTION_NOT_OF_FORM` for what they cannot be compared with in this form. */
  verify(receipt: string | BufferSource | { json: string }, trust: Trusted, o: VerifyOptions): Verification {
    const given = this.given(receipt);
    const { files, locale, previous, expect, ...rest } = o;
    const request = json({
      ...rest,
      files,
      expect,
      previous: previous === undefined ? undefined : this.given(previous),
    });
    const said = trusting(trust);
    return this.engine.call((core) => core.verify(given, said, request, locale || ''));
  }

  /** 办件经过: the receipts of a case, the oldest first; each must name the one before it, be later, and be about the same case,
      item and applicant. Warns where the oldest names one that is older still. */
  history(receipts: readonly (string | BufferSource | { json: string })[], trust: Trusted, o: HistoryOptions): History {
    const { locale, ...rest } = o;
    const request = json({ ...rest, receipts: receipts.map((each) => this.given(each)) });
    const said = trusting(trust);
    return this.engine.call((core) => core.history(request, said, locale || ''));
  }

  /** A document in words: as text, as one HTML page for screen and A4, as a model. Whatever has no verified signature is marked
      未生效. */
  render(document: Draft | { json: string } | string | BufferSource, o: RenderOptions): Rendered {
    const [text, trusted, request] = this.rendering(document, o);
    return this.engine.call((core) => core.render(text, trusted, request));
  }

  /** 版式文件 (OFD), with the document attached. The same document gives the same bytes. */
  ofd(document: Draft | { json: string } | string | BufferSource, o: RenderOptions): Uint8Array {
    const [text, trusted, request] = this.rendering(document, o);
    const bytes = this.engine.raw((core) => core.ofd(text, trusted, request));
    if (bytes[0] === 0x7b) open(new TextDecoder().decode(bytes)); // an envelope with the error
    return bytes;
  }

  /** 二维码 of an address and what stands behind it (capital letters and digits), as SVG. */
  qr(url: string, payload = '', label = url): string {
    return this.engine.call((core) => core.qr(url, payload, label));
  }

  /** 信任列表: what it says of itself and how old it is, once it has been verified. Keep `seq` and `digest` of the highest, and
      pass them as `seenSeq` and `seenDigest`. Throws `TRUST_LIST_INVALID`. */
  trust(trust: Trusted, o: FreshnessOptions & { locale?: string }): TrustShown {
    const [trusted, request] = [trusting(trust), json(o)];
    return this.engine.call((core) => core.examine_trust(trusted, request));
  }

  /** 发布清单草稿: the `manifest.json` of a delivery, as what its publisher is asked to sign at a time. Throws
      `DELIVERY_INVALID` with every fault. */
  draftManifest(manifest: string, signer: ManifestSigner): ManifestDraft {
    const request = json(signer);
    return this.engine.call((core) => core.draft_manifest(manifest, request));
  }

  /** Takes the signature that came back, and verifies it: `json` is the new `manifest.json`. Throws `SIGNATURE_REFUSED`,
      `TRUST_LIST_INVALID`. */
  attachManifest(draft: ManifestDraft, signature: Signature, trust: Trusted): { json: string } {
    const said = trusting(trust);
    return this.engine.call((core) => core.attach_manifest(json(draft), json(signature), said));
  }

  /** 验证 of the manifest of a catalogue, as `y.open(store, { trust })` does it. */
  verifyManifest(
    manifest: string,
    trust: Trusted,
    o: Partial<FreshnessOptions> & { locale?: string } = {},
  ): Verification {
    const { locale, ...asked } = o;
    const [trusted, request] = [trusting(trust), json(asked)];
    return this.engine.call((core) => core.verify_manifest(manifest, trusted, request, locale || ''));
  }

  /** 文案: another language, or your own sentences. */
  messages(locale: string, sentences: Omit<WordingFile, 'format' | 'locale'>): void {
    this.settings.messages({
      format: 'yushen-wording/0.1',
      ...sentences,
      locale,
    });
  }

  /** Lets everything go. */
  close(): void {
    this.engine.close();
    if (this.closed) this.closed();
  }

  /** What is to be verified, whatever it is: what holds no receipt is a text that is none, so that the answer is a result. */
  private given(receipt: unknown): string {
    try {
      return this.read(receipt);
    } catch (error) {
      return (error as YushenError).code === 'JSON_ENCODING' ? '\ufeff' : '#';
    }
  }

  private read(receipt: unknown): string {
    const held = bytesOf(receipt);
    if (!held && typeof receipt !== 'string') return HOLDER(receipt, '/document').json as string;
    if (!held) return documentText(receipt, '/document');
    if (held[0] === 0x50 && held[1] === 0x4b) return this.engine.call((core) => core.attached(held));
    try {
      return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(held);
    } catch {
      throw new YushenError('JSON_ENCODING');
    }
  }

  private rendering(
    document: Draft | { json: string } | string | BufferSource,
    o: RenderOptions,
  ): [string, string, string] {
    const draft = isPlain(document) && 'toBeSigned' in document;
    const given = draft ? json(plain(document, '/document')) : this.read(document);
    const { trust, ...request } = o;
    return [given, trusting(trust), json(request)];
  }
}

/** What is trusted, as it is now: whoever changes a list, its roots or what has been seen is believed at once. */
const trusting = (trust: Trusted | undefined): string => (trust ? json(trust) : '');

/** Of a document that was made or handed on, its text. */
const HOLDER = some({ json: documentText });
interface Signed {
  value: string | Uint8Array;
}
/** What a signing service gives back. */
const SIGNED = some({
  value: (given, path) => (typeof given === 'string' ? text : bytes)(given, path),
  alg: maybe(text),
  kid: maybe(text),
  cert: maybe(text),
});
/** What a receipt is verified with: whatever cannot be said in JSON is no trust list. */
const trusted: Kind = (given, path) => {
  try {
    return value(given, path);
  } catch {
    return NONE;
  }
};
const NONE = '#';
const file = some({ name: value, size: value, sha256: value, sm3: value });
const expected = options({ files: maybe(list(file)) }, value);
const asked = options({ files: maybe(list(file)), previous: any, expect: maybe(expected), locale: maybe(text) }, value);
const inWords = options({ locale: maybe(text) }, value);
const written = { document: any, o: options({ trust: maybe(value) }, value) };

guard(
  Receipts,
  {
    draft: { kind: text, record: root(record), signer: value },
    toBeSigned: { draft: some({ toBeSigned: documentText }) },
    attach: { draft: value, signature: value, trust: value },
    verify: { receipt: any, trust: trusted, o: asked },
    history: {
      receipts: list(any),
      trust: trusted,
      o: inWords,
    },
    render: written,
    ofd: written,
    qr: { url: text, payload: maybe(text), label: maybe(text) },
    trust: { trust: value, o: inWords },
    draftManifest: { manifest: documentText, signer: value },
    attachManifest: { draft: value, signature: value, trust: value },
    verifyManifest: { manifest: documentText, trust: trusted, o: inWords },
    messages: { locale: text, sentences: root(record) },
    close: {},
  },
  {
    issue: {
      kind: text,
      record: root(record),
      o: options({ signer: value, sign: callback, trust: value }),
    },
  },
);

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

function toBase64(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += 3) {
    const value = ((bytes[at] || 0) << 16) | ((bytes[at + 1] || 0) << 8) | (bytes[at + 2] || 0);
    for (let place = 0; place <= Math.min(3, bytes.length - at); place++)
      text += LETTERS[(value >> (18 - 6 * place)) & 63];
  }
  return text;
}

function fromBase64(text: string): Uint8Array {
  const bytes: number[] = [];
  let [value, bits] = [0, 0];
  for (const each of text) {
    const letter = LETTERS.indexOf(each);
    if (letter < 0) throw new YushenError('ENCODING_INVALID', '/toBeSigned');
    value = ((value << 6) | letter) & 0xffff;
    bits += 6;
    if (bits < 8) continue;
    bits -= 8;
    bytes.push((value >> bits) & 255);
  }
  return new Uint8Array(bytes);
}
