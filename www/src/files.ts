import type { FileKind, FileReport, Material } from 'yushen';
import { announce, button, make, say } from './dom.js';
import { keep, undo } from './mending.js';
import { trials } from './samples.js';
import type { Draft, Visit } from './state.js';
import { kindWord, size } from './words.js';

const EXTENSIONS: { [kind in FileKind]?: string } = { jpeg: '.jpg,.jpeg', tiff: '.tif,.tiff', heic: '.heic,.heif' };
/** More than this under one material is a folder dropped by mistake. */
const MOST = 100;

/** 选择文件: a real file input; dropping and the sample files are extras. Every file is inspected at once. */
export interface Picker {
  element: HTMLElement;
  /** Shows the files as they are now. */
  update(): void;
}

export function picker(visit: Visit, material: Material, draft: Draft, changed: () => void): Picker {
  const status = make('p', { class: 'hint', role: 'status' });
  const progress = reading();
  let queue = Promise.resolve();
  const add = (files: File[]): void => {
    queue = queue.then(() => take(visit, draft, files, progress, status)).then(changed, changed);
  };
  const input = chooser(material, add);
  const zone = make(
    'div',
    { class: 'drop' },
    make('label', { class: 'pick' }, '选择文件', input),
    make('span', { class: 'hint wide-only', 'aria-hidden': 'true' }, '或者把文件拖到这里'),
  );
  droppable(zone, material.name, add);
  const list = make('ul', { class: 'files' });
  let shown: FileReport[] = [];
  const update = (): void => {
    if (shown.length === draft.files.length && shown.every((file, place) => file === draft.files[place])) return;
    shown = draft.files.slice();
    list.replaceChildren(
      ...shown.map((file, place) =>
        row(
          file,
          () => {
            draft.files.splice(place, 1);
            changed();
            input.focus();
            announce(`已移除 ${file.name}`);
          },
          undo(draft, file, changed),
        ),
      ),
    );
  };
  return {
    element: make('div', { class: 'picker' }, zone, progress.element, status, list, samples(visit, material, add)),
    update,
  };
}

function chooser({ id, name, files }: Material, add: (files: File[]) => void): HTMLInputElement {
  const kinds = (files && files.kinds) || [];
  const chosen = (event: Event): void => {
    const input = event.target as HTMLInputElement;
    add(Array.from(input.files || []));
    input.value = ''; // the same file can be chosen again after it was mended
  };
  return make('input', {
    type: 'file',
    id: `m-${id}`,
    multiple: !files || files.max !== 1,
    'aria-label': `为“${name}”选择文件`,
    'aria-describedby': `m-${id}-hint`,
    accept: kinds.map((kind) => EXTENSIONS[kind] || `.${kind}`).join(',') || undefined,
    change: chosen,
  });
}

function row(file: FileReport, remove: () => void, restore: HTMLElement[]): HTMLElement {
  const facts = [
    kindWord(file.kind),
    size(file.size),
    file.pages && `${file.pages} 页`,
    file.width && `${file.width} × ${file.height} 像素`,
  ]
    .filter(Boolean)
    .join('，');
  return make(
    'li',
    {},
    make('span', { class: 'file' }, file.name),
    make('span', { class: 'hint' }, `（${facts}）`),
    ...restore,
    button('移除', remove, 'plain', { 'aria-label': `移除 ${file.name}` }),
  );
}

interface Reading {
  element: HTMLElement;
  begin(name: string): void;
  onProgress(read: number, total: number): void;
  cancelled(): boolean;
  end(): void;
}

/** Shown only when reading takes long enough to be noticed, and brought up to date twice a second at most. */
function reading(): Reading {
  const bar = make('progress', { max: '100', value: '0' });
  const words = make('span', {});
  let [stopped, began, told] = [false, 0, 0];
  const stop = button('取消', () => {
    stopped = true;
  });
  const element = make('div', { class: 'reading', hidden: true }, words, bar, stop);
  return {
    element,
    begin: (name) => {
      [stopped, began, told] = [false, Date.now(), 0];
      words.textContent = `正在本机读取“${name}”`;
      bar.setAttribute('aria-label', `读取 ${name}`);
      stop.setAttribute('aria-label', `取消读取 ${name}`);
    },
    onProgress: (read, total) => {
      const now = Date.now();
      if (now - began < 300 || now - told < 500) return;
      told = now;
      element.hidden = false;
      bar.value = Math.floor((read / Math.max(total, 1)) * 100);
    },
    cancelled: () => stopped,
    end: () => {
      element.hidden = true;
    },
  };
}

async function take(visit: Visit, draft: Draft, files: File[], progress: Reading, status: HTMLElement): Promise<void> {
  const [failed, added]: [string[], string[]] = [[], []];
  for (const file of files) {
    if (draft.files.length >= MOST) {
      failed.push(`${file.name}：一份材料最多 ${MOST} 个文件`);
      continue;
    }
    progress.begin(file.name);
    try {
      // Names longer than file systems take are cut; the check says that the name is too long.
      const name = Array.from(file.name).slice(0, 255).join('');
      const report = await visit.portal.inspect(file, {
        name,
        onProgress: progress.onProgress,
        cancelled: progress.cancelled,
      });
      keep(report, file);
      draft.files.push(report);
      added.push(file.name);
    } catch (error) {
      const { code } = error as { code?: string };
      failed.push(
        code === 'CANCELLED' ? `已取消读取“${file.name}”` : `没有读出“${file.name}”，请重新选择，或者到窗口提交`,
      );
    }
    progress.end();
  }
  const told = failed.length ? `${failed.join('；')}。` : '';
  status.className = failed.length ? 'problem' : 'hint';
  say(status, told || (added.length ? `已在本机检查 ${added.length} 个文件。` : ''));
}

/** 拖放: an extra for those who have a mouse; the button does the same. */
function droppable(zone: HTMLElement, name: string, add: (files: File[]) => void): void {
  const over =
    (on: boolean) =>
    (event: Event): void => {
      event.preventDefault();
      if (on !== zone.classList.contains('over')) announce(on ? `松开即可添加到“${name}”` : '已离开放置区域');
      zone.classList.toggle('over', on);
    };
  zone.addEventListener('dragenter', over(true));
  zone.addEventListener('dragover', over(true));
  zone.addEventListener('dragleave', over(false));
  zone.addEventListener('drop', (event) => {
    event.preventDefault();
    zone.classList.remove('over');
    const { dataTransfer } = event as DragEvent;
    if (dataTransfer) add(Array.from(dataTransfer.files));
  });
}

function samples(visit: Visit, material: Material, add: (files: File[]) => void): HTMLElement {
  const offered = trials(visit.portal.samples, material);
  if (!offered.length) return make('div', {});
  const choices = offered.map(({ label, right, files }) =>
    button(label, () => add(files()), right ? 'small good' : 'small'),
  );
  return make(
    'details',
    { class: 'try' },
    make('summary', {}, '用样例文件试一试'),
    make('p', { class: 'hint' }, '样例都是虚构的。先放一个有问题的，看看会得到什么提示；试完记得移除。'),
    make('div', { class: 'row', role: 'group', 'aria-label': `“${material.name}”的样例文件` }, ...choices),
  );
}
