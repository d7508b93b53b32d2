import type {
  AuthorityRecord,
  DocumentKind,
  Draft,
  Model,
  Receipts,
  Root,
  Signature,
  SignedDocument,
  Signer,
  Trusted,
  TrustFile,
} from 'yushen/receipts';
import { fileOf } from './mending.js';
import type { Visit } from './state.js';

/** What the demo authority answers when an application is handed in. */
interface Received {
  kind: Exclude<DocumentKind, 'precheck'>;
  record: AuthorityRecord;
  signer: Signer;
  /** The name of the case between the two: whoever has it may have the document signed. */
  case: string;
  /** The files that the record lists, and that the authority wants to see before it signs their digests. */
  files: { material: string; file: number }[];
}

/** 提交: one application that was handed in to the demo authority, and how far its document has come. */
export interface Filing {
  received: Received;
  draft: Draft;
  /** The draft as a model, marked as not in effect. */
  shown: Model;
  /** The files as they were handed in, in the order in which the authority names them. */
  files: (File | undefined)[];
  signed?: SignedDocument;
  model?: Model;
  /** The document as an OFD; none where this build makes none. */
  ofd?: Uint8Array;
}

/** The authority's refusal, or a network without an authority. */
export class FilingError extends Error {
  constructor(
    readonly code: string,
    readonly path = '',
  ) {
    super(code);
  }
}

let receipts: Promise<Receipts> | undefined;

/** What makes receipts is fetched when one is asked for: who only checks never loads it. */
export function starting(): Promise<Receipts> {
  receipts = receipts || import('yushen/receipts').then(({ init }) => init());
  receipts.catch(() => {
    receipts = undefined;
  });
  return receipts;
}

const at = (name: string): string => new URL(`./demo-authority/${name}`, location.href).href;

async function ask<T>(name: string, body?: object): Promise<T> {
  const file = body instanceof Blob;
  const options = body && {
    method: 'POST',
    headers: { 'content-type': file ? 'application/octet-stream' : 'application/json' },
    body: file ? body : JSON.stringify(body),
  };
  const answer = await fetch(at(name), options || {}).catch(() => undefined);
  const value =
    answer && ((await answer.json().catch(() => undefined)) as { error?: { code: string; path?: string } } | undefined);
  if (!value) throw new FilingError('NO_AUTHORITY');
  if (value.error) throw new FilingError(value.error.code, value.error.path);
  return value as T;
}

/** Hands the application in, and makes a draft of what the authority records of it. */
export async function handIn(visit: Visit, phone: string): Promise<Filing> {
  const application = visit.application(visit.plan);
  const { materials = {} } = application;
  const [made, received] = await Promise.all([
    starting(),
    ask<Received>('cases', { item: visit.code, application, contact: { phone } }),
  ]);
  const draft = made.draft(received.kind, received.record, received.signer);
  const files = received.files.map(({ material, file }) => fileOf(((materials[material] || {}).files || [])[file]));
  return { received, draft, files, shown: made.render(draft, { on: visit.on }).model };
}

/** 查验地址: this portal's own page where it is served safely; a QR code never holds another kind of address. */
function verifyAddress(): string {
  const own = new URL('./verify/', location.href);
  return own.protocol === 'https:' ? own.origin + own.pathname : 'https://zwfw.example.gov.cn/verify/';
}

/** Has the draft signed, and verifies what comes back. Only then is there a document. */
export async function sign(visit: Visit, filing: Filing): Promise<void> {
  const { received, draft, files } = filing;
  const { case: name } = received;
  for (const [place, file] of files.entries())
    await ask(`files?case=${name}&place=${place}`, file || new Blob([], { type: 'application/octet-stream' }));
  const [made, list, roots, signature] = await Promise.all([
    starting(),
    ask<TrustFile>('trust.json'),
    ask<Root[]>('roots.json'),
    ask<Signature>('sign', { case: name, toBeSigned: draft.toBeSigned }),
  ]);
  const trust: Trusted = { list, roots };
  const signed = made.attach(draft, signature, trust);
  const options = { on: visit.on, trust, url: verifyAddress() };
  const { model } = made.render(signed, options);
  const ofd = made.ofd(signed, options);
  Object.assign(filing, { signed, model }, ofd.length ? { ofd } : {});
}
