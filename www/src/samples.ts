import type { FileKind, Material } from 'yushen';

/** 样例文件: real files, fetched when the page loads, so that an applicant can try the check without any of his own. */
export interface Samples {
  [name: string]: Uint8Array;
}

interface Sample {
  file: string;
  /** The name it is offered under. */
  name: string;
  kind: FileKind;
}

const APPLICATION: Sample = { file: 'application.pdf', name: '申请书（样例）.pdf', kind: 'pdf' };
const LEASE: Sample = { file: 'lease.pdf', name: '房屋租赁合同（样例）.pdf', kind: 'pdf' };
const PROOF: Sample = { file: 'proof.pdf', name: '证明材料（样例）.pdf', kind: 'pdf' };
const FRONT: Sample = { file: 'id-front.jpg', name: '身份证正面（样例）.jpg', kind: 'jpeg' };
const BACK: Sample = { file: 'id-back.jpg', name: '身份证反面（样例）.jpg', kind: 'jpeg' };
const PORTRAIT: Sample = { file: 'portrait.jpg', name: '证件照（样例）.jpg', kind: 'jpeg' };
const FILES = [APPLICATION, LEASE, PROOF, FRONT, BACK, PORTRAIT]
  .map(({ file }) => file)
  .concat('photo-png.jpg', 'program.pdf');

/** Fetches them. One that does not come is not offered; the check itself needs none. */
export async function loadSamples(): Promise<Samples> {
  const samples: Samples = {};
  const fetched = FILES.map(async (name) => {
    const answer = await fetch(new URL(`./samples/${name}`, import.meta.url).href);
    if (answer.ok) samples[name] = new Uint8Array(await answer.arrayBuffer());
  });
  await Promise.all(fetched.map((each) => each.catch(() => undefined)));
  return samples;
}

/** A choice of sample files. */
export interface Trial {
  label: string;
  right: boolean;
  files(): File[];
}

/** What can be tried with a material: files it takes, and files with one fault each. */
export function trials(samples: Samples, material: Material): Trial[] {
  const right = fitting(samples, material);
  const first = right[0];
  const wrong: Trial[] = [
    { label: '空文件', right: false, files: () => [new File([], '空文件.pdf', { type: 'application/pdf' })] },
    { label: '程序改名成 PDF', right: false, files: () => plain(samples, 'program.pdf', '申请表.pdf') },
    { label: '名为 JPG，实为 PNG', right: false, files: () => plain(samples, 'photo-png.jpg', '手机截图.jpg') },
  ];
  const largest = material.files && material.files.maxBytes;
  if (largest) wrong.push({ label: '超过大小限制', right: false, files: () => [oversized(samples, largest)] });
  if (first && right.length > 1)
    wrong.push({ label: '只有一面', right: false, files: () => [marked(samples, first, material.id)] });
  const offered = wrong.filter(({ files }) => files().length);
  if (!right.length) return offered;
  return [
    {
      label: right.length > 1 ? `正确的样例（${right.length} 个文件）` : '正确的样例',
      right: true,
      files: () => right.map((sample, place) => marked(samples, sample, `${material.id}-${place}`)),
    },
    ...offered,
  ];
}

/** Sample files that the material takes, by what its name says it is; as many as it wants. */
function fitting(samples: Samples, { name, kind, files }: Material): Sample[] {
  const wanted = /身份证|身份证明/.test(name)
    ? [FRONT, BACK]
    : /相片|照片/.test(name)
      ? [PORTRAIT]
      : /租赁/.test(name)
        ? [LEASE]
        : kind === 'form'
          ? [APPLICATION]
          : [PROOF];
  const least = (files && files.min) || 1;
  const pool = wanted.length >= least ? wanted : [PROOF, APPLICATION, LEASE];
  const kinds = (files && files.kinds) || [];
  const takes = (sample: Sample): boolean => {
    const bytes = samples[sample.file];
    if (!bytes || (kinds.length && !kinds.includes(sample.kind))) return false;
    return bytes.length >= ((files && files.minBytes) || 0) && bytes.length <= ((files && files.maxBytes) || Infinity);
  };
  const taken = pool.filter(takes).slice(0, Math.max(least, wanted.length));
  return taken.length >= least ? taken : [];
}

function plain(samples: Samples, file: string, name: string): File[] {
  const bytes = samples[file];
  return bytes ? [new File([bytes as BlobPart], name)] : [];
}

/** A sample with a remark of its own inside, so that two materials never get the same bytes, which would be a finding. */
function marked(samples: Samples, { file, name, kind }: Sample, remark: string): File {
  const bytes = samples[file] || new Uint8Array(0);
  const text = new TextEncoder().encode(kind === 'pdf' ? `% ${remark}\n%%EOF\n` : remark);
  // A PDF may be followed by a comment; a JPEG has a segment for one, right after its first marker.
  const parts =
    kind === 'pdf'
      ? [bytes, text]
      : [bytes.subarray(0, 2), Uint8Array.of(0xff, 0xfe, 0, text.length + 2), text, bytes.subarray(2)];
  return new File(parts as BlobPart[], name);
}

/** One byte more than allowed, made in memory: nobody should download it. */
function oversized(samples: Samples, largest: number): File {
  const head = samples['proof.pdf'] || new TextEncoder().encode('%PDF-1.4\n');
  const piece = new Uint8Array(1_048_576);
  const parts: Uint8Array[] = [head];
  for (let left = Math.max(0, largest + 1 - head.length); left > 0; left -= piece.length)
    parts.push(piece.subarray(0, Math.min(left, piece.length)));
  return new File(parts as BlobPart[], '高清扫描件.pdf', { type: 'application/pdf' });
}
