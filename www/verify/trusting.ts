import type { Receipts, Root, Trusted, TrustFile, TrustShown } from 'yushen/receipts';
import { find } from '../src/dom.js';

/** Where the list came from, which decides how far it can be relied on. */
export type Origin = 'published' | 'embedded' | 'opened';

/** 信任: what a document is verified with, and where that comes from. */
export interface Trust {
  trusted: Trusted;
  origin: Origin;
  /** The roots came with a file that the visitor opened: nobody but he vouches for them. */
  ownRoots: boolean;
}

const remember = (roots: Root[]): string => `yushen-trust-seen:${roots.map(({ spki }) => spki.slice(-24)).join(' ')}`;

type Seen = Pick<Trusted, 'seenSeq' | 'seenDigest'>;

/** The highest number seen of a list under these roots, and the digest of that list. */
function seen(roots: Root[]): Seen {
  try {
    return JSON.parse(localStorage.getItem(remember(roots)) || '{}') as Seen;
  } catch (_) {
    return {}; // a page without a place to keep things: an older list is not noticed here
  }
}

/** Verifies a list, and keeps its number and digest, so that an older one or another is refused from now on. */
export function admitted(receipts: Receipts, { trusted }: Trust, on: string): TrustShown | undefined {
  try {
    const shown = receipts.trust(trusted, { on });
    const { seq: seenSeq, digest: seenDigest } = shown;
    try {
      localStorage.setItem(remember(trusted.roots), JSON.stringify({ seenSeq, seenDigest }));
    } catch (_) {
      return shown;
    }
    return shown;
  } catch (_) {
    return undefined;
  }
}

function made(list: TrustFile, roots: Root[], origin: Origin, ownRoots = false): Trust {
  return { trusted: { list, roots, ...seen(roots) }, origin, ownRoots };
}

async function fetched<T>(name: string): Promise<T | undefined> {
  if (!location.protocol.startsWith('http')) return undefined;
  const answer = await fetch(new URL(name, location.href).href, { cache: 'no-cache' }).catch(() => undefined);
  return answer && answer.ok ? ((await answer.json().catch(() => undefined)) as T | undefined) : undefined;
}

/** The roots that are pinned in the page, or stand beside it; the newest list there is. */
export async function publishedTrust(): Promise<{ roots: Root[]; trust?: Trust }> {
  const pinned = JSON.parse(find('pinned').textContent || '{}') as { roots?: Root[]; list?: TrustFile };
  const roots = pinned.roots || (await fetched<Root[]>('./roots.json')) || [];
  if (!roots.length) return { roots };
  const list = await fetched<TrustFile>('./trust.json');
  if (list) return { roots, trust: made(list, roots, 'published') };
  return pinned.list ? { roots, trust: made(pinned.list, roots, 'embedded') } : { roots };
}

/** A list that the visitor opened, alone or with its roots. Roots that are pinned are never replaced. */
export function openedTrust(text: string, pinned: Root[]): Trust | undefined {
  let value: { format?: string; list?: TrustFile; roots?: Root[] };
  try {
    value = JSON.parse(text) as typeof value;
  } catch (_) {
    return undefined;
  }
  if (!value || typeof value !== 'object') return undefined;
  const list = value.list || (value.format ? (value as unknown as TrustFile) : undefined);
  if (!list) return undefined;
  if (pinned.length) return made(list, pinned, 'opened');
  return Array.isArray(value.roots) && value.roots.length ? made(list, value.roots, 'opened', true) : undefined;
}
