import type { FileReport, Receipts, Root } from 'yushen/receipts';
import { announce, button, find, focusOn, make, say } from '../src/dom.js';
import type { Asked } from './asked.js';
import { asked } from './asked.js';
import { evidence } from './evidence.js';
import { outcome, unread } from './outcome.js';
import { canFilm, film, scanPicture } from './scan.js';
import { trustPanel } from './trust-panel.js';
import type { Trust } from './trusting.js';
import { admitted, openedTrust, publishedTrust } from './trusting.js';
import { UNREADABLE } from './words.js';

/** Where the modules come from: beside the page, or inside it. */
export interface Host {
  receipts(): Promise<Receipts>;
  /** Loads what looks into files with the first one. */
  inspect(file: File): Promise<FileReport>;
}

/** 本机日期 in Shanghai: how old the trust list is, and that nothing is dated later. */
const today = (): string => new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10);
const MOST = 16 * 1024 * 1024;

class Page {
  private readonly result = make('section', { id: 'result', 'aria-live': 'polite' });
  private readonly extras = make('div', { id: 'extras' });
  private readonly trusts = make('details', { class: 'panel', id: 'trust' });
  private readonly camera = make('div', { class: 'camera' });
  private readonly status = make('p', { role: 'status', id: 'status' });
  private readonly pasted = make('textarea', {
    id: 'pasted',
    rows: '4',
    spellcheck: 'false',
    autocomplete: 'off',
    'aria-describedby': 'pasted-hint',
  });
  private asked?: Asked;
  private trust?: Trust;

  constructor(
    private readonly host: Host,
    private readonly receipts: Receipts,
    private readonly roots: Root[],
  ) {}

  show(): void {
    const main = find('main');
    main.replaceChildren(
      make('h1', {}, '文书查验'),
      make('p', { class: 'lead' }, '查验电子受理回执、补正告知书等文书：是不是该机关签署的，内容有没有被改动。'),
      this.result,
      this.extras,
      this.given(),
      this.trusts,
    );
  }

  /** 要查验的文书, in each way it can be given. */
  private given(): HTMLElement {
    const input = make('input', {
      type: 'file',
      id: 'open',
      accept: '.json,.ofd,application/json,application/ofd,image/*',
      change: () => void this.opened(input),
    });
    const pick = make('label', { class: 'pick first' }, '打开文件或者图片', input);
    const scan = button('用摄像头扫码', () => void this.filmed(), '', { id: 'film' });
    return make(
      'section',
      { class: 'panel noprint', 'aria-labelledby': 'h-given' },
      make('h2', { id: 'h-given' }, '要查验的文书'),
      make('div', { class: 'row' }, pick, ...(canFilm() ? [scan] : [])),
      make('p', { class: 'hint' }, '可以打开数据文件（.json）、版式文件（.ofd），也可以打开二维码的照片或者截图。'),
      this.camera,
      make('label', { for: 'pasted', class: 'label' }, '或者粘贴文书内容、二维码里的文字'),
      make('p', { class: 'hint', id: 'pasted-hint' }, '以“{”开头的是文书内容；以“https://”开头的是二维码里的网址。'),
      this.pasted,
      make(
        'p',
        { class: 'row' },
        button('查验', () => this.paste(), 'first', { id: 'check' }),
      ),
      this.status,
    );
  }

  private paste(): void {
    const text = this.pasted.value.trim();
    if (text) this.examine(asked(text));
    else this.refuse('EMPTY');
  }

  private async opened(input: HTMLInputElement): Promise<void> {
    const file = input.files && input.files[0];
    if (!file) return;
    try {
      if (file.size > MOST) throw new Error('TOO_LARGE');
      const bytes = new Uint8Array(await file.arrayBuffer());
      if (file.type.startsWith('image/')) {
        const text = await scanPicture(file).catch(() => Promise.reject(new Error('PICTURE')));
        if (!text) throw new Error('NO_CODE');
        this.examine(asked(text));
      } else this.examine(asked(bytes));
    } catch (error) {
      this.refuse((error as Error).message);
    }
    input.value = ''; // the same file can be chosen again
  }

  private async filmed(): Promise<void> {
    say(this.status, '');
    const text = await film(this.camera, (sentence) => say(this.status, sentence));
    if (text) this.examine(asked(text));
  }

  /** Nothing could be taken from what was given: it is said where it was given, and what was verified before goes. */
  private refuse(code: string): void {
    this.result.replaceChildren();
    this.extras.replaceChildren();
    this.asked = undefined;
    say(this.status, UNREADABLE[code] || '没有读成。请再试一次。');
  }

  /** Verifies something new. */
  examine(what: Asked): void {
    this.asked = what;
    say(this.status, '');
    this.again(true);
  }

  /** Verifies what is there, with whatever has come since. */
  again(anew = false): void {
    const { asked: what, trust, receipts } = this;
    if (!what) return;
    const found = outcome(receipts, what, trust, today());
    const shown = found instanceof Error ? unread(found) : found.elements;
    this.result.replaceChildren(...shown);
    if (anew)
      this.extras.replaceChildren(
        ...(found instanceof Error ? [] : evidence(this.host, what, found.verification, () => this.again())),
      );
    const heading = this.result.querySelector<HTMLElement>('h2');
    if (!heading) return;
    if (anew) focusOn(heading);
    else announce(heading.textContent || '');
  }

  /** Takes a trust list, whichever way it has come. */
  take(trust?: Trust): void {
    this.trust = trust;
    const shown = trust && admitted(this.receipts, trust, today());
    this.trusts.replaceChildren(...trustPanel(trust, shown, (text) => this.list(text)));
    if (!shown || shown.state !== 'current') this.trusts.open = true;
    this.again();
  }

  private list(text: string): string {
    const trust = openedTrust(text, this.roots);
    if (!trust) return this.roots.length ? '这个文件不是信任列表。' : '这个文件里没有信任列表和根密钥。';
    this.take(trust);
    return '';
  }
}

/** What stands behind the sign of the address, as a code has it. */
function fragment(): string {
  return location.hash.length > 2 ? decodeURI(location.hash) : '';
}

async function start(host: Host): Promise<void> {
  const [receipts, { roots, trust }] = await Promise.all([host.receipts(), publishedTrust()]);
  const page = new Page(host, receipts, roots);
  page.show();
  page.take(trust);
  const follow = (): void => {
    if (fragment()) page.examine(asked(fragment()));
  };
  window.addEventListener('hashchange', follow);
  follow();
}

function frame(): void {
  const elder = find('elder');
  elder.addEventListener('click', () =>
    elder.setAttribute('aria-pressed', String(document.documentElement.toggleAttribute('data-elder'))),
  );
  find('skip').addEventListener('click', (event) => {
    event.preventDefault(); // the fragment of the address is the document
    find('main').focus();
  });
  for (const name of ['dragover', 'drop']) window.addEventListener(name, (event) => event.preventDefault());
}

/** Starts the page. */
export function begin(host: Host): void {
  frame();
  start(host).catch((error: { code?: string; name: string }) => {
    const told = make(
      'div',
      { class: 'outcome bad', role: 'alert' },
      make('h1', {}, '暂时不能查验'),
      make('p', {}, '查验组件没有加载成功。请检查网络后重新加载，或者向出具机关查询。'),
      make('p', { class: 'hint' }, `代码：${error.code || error.name}`),
    );
    find('main').replaceChildren(told);
  });
}
