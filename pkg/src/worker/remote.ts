import type { Catalogue } from '../api/catalogue.js';
import type { AnswersOf, ItemCode } from '../api/register.js';
import type { CatalogueStore, OpenOptions } from '../api/store.js';
import type { CivilDate, Plan } from '../api/values.js';
import type { Yushen } from '../api/yushen.js';
import type { MendOptions } from '../files/mend.js';
import type { FileInput } from '../files/readable.js';

/** What is in a worker, seen from its page: every call gives a promise, and a property is a promise too, asked for when it
    is read. Values are what they are everywhere: plain JSON, bytes, blobs. */
export type Remote<T> = T extends Yushen ? RemoteYushen : T extends Catalogue ? RemoteCatalogue : T;

type Asked<T> = {
  readonly [K in keyof T]: T[K] extends (...words: infer A) => infer R
    ? (...words: A) => Promise<R extends Promise<infer P> ? Remote<P> : Remote<R>>
    : Promise<T[K]>;
};

/** The component in a worker. `close()` lets it go and ends the connection; the worker is its owner's to terminate. */
export interface RemoteYushen extends Omit<Asked<Yushen>, 'engine' | 'mend' | 'open'> {
  mend(files: readonly FileInput[], operation: 'join'): Promise<Blob>;
  mend(file: FileInput, operation: 'shrink', o: MendOptions & { maxBytes: number }): Promise<Blob>;
  mend(file: FileInput, operation: 'upright' | 'strip-location' | 'to-jpeg'): Promise<Blob>;
  /** The store stays with the page and is asked from the worker. */
  open(store: CatalogueStore, o?: Omit<OpenOptions, 'after'> & { after?: RemoteCatalogue }): Promise<RemoteCatalogue>;
}

/** A catalogue in a worker. `close()` frees it there. */
export interface RemoteCatalogue extends Omit<Asked<Catalogue>, 'restore' | 'handle' | 'delivered' | 'plan'> {
  plan<C extends ItemCode>(code: C | C[], answers: AnswersOf<C>, o: { on: CivilDate }): Promise<Plan>;
}
