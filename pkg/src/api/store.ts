import type { Host } from '../hosts/host.js';
import { bytesOf } from '../module/bytes.js';
import { Engine } from '../module/engine.js';
import type { Issue } from '../module/error.js';
import { hosted, said, YushenError } from '../module/error.js';
import type { Kind } from '../module/given.js';
import { callback, catalogueText, maybe, some } from '../module/given.js';
import { publisher } from '../module/parts.js';
import { json } from '../module/plain.js';
import { Catalogue } from './catalogue.js';
import type { FreshnessOptions, Trusted } from './receipts.js';
import type { Verification } from './values.js';

/** Where the files of a published catalogue are: the host fetches, from the network, a folder, a cache. */
export interface CatalogueStore {
  /** `manifest.json`, `i/<digest>.json`, `b/<digest>.json`. Rejects if there is none. */
  get(name: string): Promise<string | Uint8Array>;
  /** Keeps a file that has been checked; one named by a digest never changes. */
  put?(name: string, text: string): Promise<void>;
}

export interface OpenOptions extends Partial<FreshnessOptions> {
  /** The lowest 发布序号 that is taken: the last one this host has seen. */
  seq?: number;
  /** The catalogue in use: an older one is refused, and what has not changed is not brought again. */
  after?: Catalogue;
  /** 信任列表: only a manifest that a publisher in it has signed is taken. Without `on`, the list must have been good when the
      manifest was issued. */
  trust?: Trusted;
}

const METHODS = some({ get: callback, put: maybe(callback) });
/** A store, whose methods are called on itself. */
export const STORE: Kind = (given, path) => METHODS(given, path) && given;

/** The files of one catalogue as they have been brought. */
export class Delivery {
  readonly files = new Map<string, string>();

  constructor(
    private readonly store: CatalogueStore,
    private readonly known?: ReadonlyMap<string, string>,
  ) {}

  async get(name: string): Promise<string> {
    const known = this.known && this.known.get(name);
    if (known !== undefined) return known;
    let got: string | Uint8Array;
    try {
      got = await this.store.get(name);
    } catch (error) {
      throw new YushenError('DELIVERY_MISSING', `/${name}`, [], said(error));
    }
    const bytes = bytesOf(got);
    return catalogueText(bytes ? new TextDecoder().decode(bytes) : got, `/${name}`) as string;
  }

  keep(name: string, text: string): void {
    this.files.set(name, text);
    // A cache that is full or forbidden costs a second fetch, nothing else.
    if (!(this.known && this.known.has(name))) this.put(name, text);
  }

  put(name: string, text: string): void {
    const { store } = this;
    hosted('/put', () => store.put && store.put(name, text)).catch(() => undefined);
  }
}

/** Opens a catalogue by its manifest. */
export async function openStore(engine: Engine, store: CatalogueStore, o: OpenOptions, host: Host): Promise<Catalogue> {
  const known = o.after && o.after.delivered;
  const delivery = new Delivery(store, known);
  const manifest = await new Delivery(store).get('manifest.json');
  const signed = o.trust === undefined ? undefined : await verified(host, manifest, o);
  const least = Math.max(o.seq || 0, (o.after && o.after.info.seq) || 0);
  const catalogue = new Catalogue(engine, (core) => core.open(manifest, least), delivery, signed);
  delivery.put('manifest.json', manifest);
  return catalogue;
}

/** Whose manifest it is: the module that knows signatures is loaded for that, and let go. */
async function verified(host: Host, manifest: string, o: OpenOptions): Promise<Verification> {
  const { on, policy, trust } = o;
  const [trusted, request] = [json(trust), json({ on, policy })];
  const engine = await Engine.start(await publisher(), host.receipts || host.instantiate, host.onEvent);
  try {
    const verification = engine.call<Verification>((core) => core.verify_manifest(manifest, trusted, request));
    if (verification.issuer) return verification;
    const failed = verification.checks.filter(({ result }) => result === 'fail');
    const issues = failed.map(({ code, path = '/signature' }) => ({ code, path }) as Issue);
    throw new YushenError('DELIVERY_UNTRUSTED', '/signature', issues);
  } finally {
    engine.close();
  }
}
