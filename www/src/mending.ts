import type { FileKind, FileReport, Finding, Material } from 'yushen';
import { announce, button, say } from './dom.js';
import type { Draft, Visit } from './state.js';
import { size } from './words.js';

/** What the applicant chose, by the report of it. What was mended remembers what it was made of. */
const chosen = new WeakMap<FileReport, File>();
const before = new WeakMap<FileReport, FileReport>();

export function keep(report: FileReport, file: File): void {
  chosen.set(report, file);
}

/** The file that a report is of. */
export function fileOf(report?: FileReport): File | undefined {
  return report && chosen.get(report);
}

/** What can be done about a finding right here, if anything: its word, and how. */
function remedy(
  { code }: Finding,
  { files = {} }: Material,
  { kind }: FileReport,
): [string, (visit: Visit, file: File) => Promise<Blob>] | undefined {
  const pictures: FileKind[] = ['jpeg', 'png', 'gif', 'webp', 'bmp', 'heic', 'avif', 'tiff'];
  const { maxBytes, kinds = [] } = files;
  if (!pictures.includes(kind)) return undefined;
  if (code === 'IMG_GPS') return ['去除位置', ({ portal }, file) => portal.yushen.mend(file, 'strip-location')];
  if (code === 'IMG_ROTATED') return ['转正', ({ portal }, file) => portal.yushen.mend(file, 'upright')];
  if (code === 'FILE_TOO_LARGE' && maxBytes)
    return [`压缩到 ${size(maxBytes)} 以内`, ({ portal }, file) => portal.yushen.mend(file, 'shrink', { maxBytes })];
  if (code === 'FILE_TYPE_NOT_ALLOWED' && kinds.includes('jpeg'))
    return ['转成 JPEG', ({ portal }, file) => portal.yushen.mend(file, 'to-jpeg')];
  return undefined;
}

/** 修整: a button beside a finding. The file that was chosen is kept, and can be had back. */
export function mending(
  visit: Visit,
  material: Material,
  draft: Draft,
  finding: Finding,
  changed: () => void,
): HTMLElement[] {
  const place = finding.file === undefined ? -1 : finding.file;
  const report = draft.files[place];
  const file = report && chosen.get(report);
  const offered = report && remedy(finding, material, report);
  if (!report || !file || !offered) return [];
  const [word, mend] = offered;
  const pressed = button(word, () => press(), 'small', { 'aria-label': `${word}：${report.name}` });
  const press = (): void => {
    pressed.disabled = true;
    void mend(visit, file).then(
      async (blob) => {
        const name =
          blob.type === 'image/jpeg' && report.kind !== 'jpeg' ? `${file.name.replace(/\.[^.]*$/, '')}.jpg` : file.name;
        const mended = new File([blob], name, { type: blob.type });
        const made = await visit.portal.inspect(mended, { name });
        keep(made, mended);
        before.set(made, report);
        if (draft.files[place] === report) draft.files[place] = made;
        changed();
        announce(`“${name}”已${word}，原文件没有改动`);
      },
      () => {
        say(pressed, `不能在这里${word}，请换一个文件`);
      },
    );
  };
  return [pressed];
}

/** 恢复原文件. */
export function undo(draft: Draft, report: FileReport, changed: () => void): HTMLElement[] {
  const original = before.get(report);
  if (!original) return [];
  const press = (): void => {
    draft.files = draft.files.map((each) => (each === report ? original : each));
    changed();
    announce(`已恢复 ${original.name}`);
  };
  return [button('恢复原文件', press, 'plain', { 'aria-label': `恢复原文件 ${original.name}` })];
}
