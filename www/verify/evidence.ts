import type { Verification } from 'yushen/receipts';
import { make, say } from '../src/dom.js';
import type { Asked } from './asked.js';
import type { Host } from './page.js';

const SHEET = 2 * 1024 * 1024;

/** 进一步核对: the files that were handed in, and the earlier documents of the case. Of a code alone there is nothing to
    compare with. */
export function evidence(host: Host, what: Asked, { issuer }: Verification, again: () => void): HTMLElement[] {
  if (what.isCode || !issuer) return [];
  const status = make('p', { role: 'status' });
  const files = chooser('files', '核对交过的文件', async (chosen) => {
    say(status, '正在计算文件摘要……');
    what.files = [];
    for (const file of chosen) what.files.push(await host.inspect(file));
    say(status, `已核对 ${chosen.length} 个文件，结果见“逐项检查”。`);
    again();
  });
  const previous = chooser('previous', '核对以前的文书', async (chosen) => {
    const read = chosen.filter(({ size }) => size <= SHEET);
    what.previous = await Promise.all(read.map(async (file) => new Uint8Array(await file.arrayBuffer())));
    say(status, `已核对 ${read.length} 份以前的文书，结果见“办件经过”。`);
    again();
  });
  for (const input of [files, previous])
    input.addEventListener('unread', () => say(status, '有文件没有读成。请再试一次。'));
  return [
    make(
      'section',
      { class: 'panel noprint', 'aria-labelledby': 'h-more' },
      make('h2', { id: 'h-more' }, '进一步核对（可选）'),
      make(
        'p',
        { class: 'hint' },
        '选出当时提交的文件，看是不是文书里载明的那些；选出同一办件以前的文书，看是不是前后衔接。文件不会上传。',
      ),
      make('div', { class: 'row' }, files, previous),
      status,
    ),
  ];
}

function chooser(id: string, label: string, chosen: (files: File[]) => Promise<void>): HTMLElement {
  const input = make('input', { type: 'file', id, multiple: true });
  const element = make('label', { class: 'pick' }, label, input);
  input.addEventListener('change', () => {
    chosen(Array.from(input.files || [])).catch(() => element.dispatchEvent(new Event('unread')));
  });
  return element;
}
