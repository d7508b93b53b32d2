// What draws: loaded with the first picture that is decoded here. It stands on nothing else of ours, so that a page has it as a
// script of its own.

import type { FileKind, FileReport } from '../api/values.js';
import type { FileInput } from './readable.js';

/** A file whose picture is drawn, and how its bytes are had. */
export interface Taken {
  file: FileInput;
  whole(file: FileInput): Promise<Uint8Array>;
  /** The file without its mark of which way up it lies. We turn it: browsers differ in which kinds they turn themselves. */
  unmarked(): Promise<FileInput>;
}

export type Canvas = HTMLCanvasElement | OffscreenCanvas;
type Pen = CanvasRenderingContext2D | OffscreenCanvasRenderingContext2D;

/** Something that a canvas draws, and how large it is. */
interface Drawable {
  image: CanvasImageSource;
  width: number;
  height: number;
  close(): void;
}

/** Kinds that some browser decodes. */
const PICTURES: FileKind[] = ['jpeg', 'png', 'gif', 'webp', 'bmp', 'avif', 'heic', 'tiff'];
/** Pictures of more pixels are not decoded: a phone has no room for them. */
const MOST = 100_000_000;
/** iOS has no larger canvas; larger pictures become as large as this. */
const CANVAS = 4096 * 4096;

/** The picture of a file on a canvas, upright. Fails where the browser cannot decode it. */
export async function draw(
  picture: Taken,
  report: FileReport,
  o: { side?: number; white?: boolean } = {},
): Promise<Canvas> {
  const pixels = (report.width || 0) * (report.height || 0);
  if (!PICTURES.includes(report.kind) || report.damage || !pixels || pixels > MOST || !honest())
    throw new Error('not a picture that can be decoded here');
  const lies = report.orientation || 1;
  const drawable = await decode(lies > 1 ? await picture.unmarked() : picture.file, picture, report.kind);
  try {
    const turned = lies > 4;
    const [across, down] = turned ? [drawable.height, drawable.width] : [drawable.width, drawable.height];
    const scale = Math.min(1, (o.side || Infinity) / Math.max(across, down), Math.sqrt(CANVAS / (across * down)));
    const canvas = blank(across * scale, down * scale, o.white);
    const { width, height } = canvas;
    const [mirrored, overturned] = [[2, 3, 6, 7].includes(lies), [3, 4, 7, 8].includes(lies)];
    const [x, y] = [mirrored ? -1 : 1, overturned ? -1 : 1];
    const on = pen(canvas);
    on.setTransform(
      turned ? 0 : x,
      turned ? y : 0,
      turned ? x : 0,
      turned ? 0 : y,
      mirrored ? width : 0,
      overturned ? height : 0,
    );
    const [wide, high] = turned ? [height, width] : [width, height];
    on.drawImage(halved(drawable, wide, high), 0, 0, wide, high);
    return canvas;
  } finally {
    drawable.close();
  }
}

/** The same picture on a smaller canvas. */
export function smaller(canvas: Canvas, scale: number): Canvas {
  const { width, height } = canvas;
  const small = blank(width * scale, height * scale);
  pen(small).drawImage(
    halved({ image: canvas, width, height }, small.width, small.height),
    0,
    0,
    small.width,
    small.height,
  );
  return small;
}

/** Halved until it is less than twice as large as wanted: so every pixel counts, in every browser alike. */
function halved(from: Pick<Drawable, 'image' | 'width' | 'height'>, width: number, height: number): CanvasImageSource {
  let { image, width: wide, height: high } = from;
  while (wide > 2 * width && high > 2 * height) {
    const half = blank(wide / 2, high / 2);
    pen(half).drawImage(image, 0, 0, half.width, half.height);
    [image, wide, high] = [half, half.width, half.height];
  }
  return image;
}

async function decode(file: FileInput, { whole }: Taken, kind: FileKind): Promise<Drawable> {
  const copy = async (): Promise<Blob> => new Blob([(await whole(file)) as BlobPart], { type: `image/${kind}` });
  const blob = typeof Blob === 'function' && file instanceof Blob ? file : await copy();
  if (typeof createImageBitmap === 'function') {
    // Firefox (153) decodes no Blob that was made of several parts.
    const image = await createImageBitmap(blob).catch(async () => createImageBitmap(await copy()));
    return { image, width: image.width, height: image.height, close: () => image.close() };
  }
  const url = URL.createObjectURL(blob);
  const image = new Image();
  await new Promise((resolve, reject) => {
    image.onload = resolve;
    image.onerror = reject;
    image.src = url;
  });
  return { image, width: image.naturalWidth, height: image.naturalHeight, close: () => URL.revokeObjectURL(url) };
}

function blank(width: number, height: number, white?: boolean): Canvas {
  const [wide, high] = [Math.max(1, Math.round(width)), Math.max(1, Math.round(height))];
  const canvas: Canvas =
    typeof document === 'object' ? document.createElement('canvas') : new OffscreenCanvas(wide, high);
  [canvas.width, canvas.height] = [wide, high];
  const on = pen(canvas);
  on.imageSmoothingQuality = 'high';
  if (white) {
    on.fillStyle = '#fff';
    on.fillRect(0, 0, wide, high);
  }
  return canvas;
}

function pen(canvas: Canvas): Pen {
  const on = (canvas as HTMLCanvasElement).getContext('2d');
  if (!on) throw new Error('no canvas');
  return on;
}

/** Whether a canvas gives back what was drawn. A browser that hides who its user is may answer with white or with noise,
    which would make every photo a blank sheet. */
function honest(): boolean {
  const canvas = blank(2, 1);
  const on = pen(canvas);
  on.fillStyle = '#204080';
  on.fillRect(0, 0, 1, 1);
  on.fillStyle = '#e0a060';
  on.fillRect(1, 0, 1, 1);
  const drawn = [32, 64, 128, 255, 224, 160, 96, 255];
  const read = on.getImageData(0, 0, 2, 1).data;
  return drawn.every((value, at) => Math.abs(value - (read[at] as number)) < 3);
}

/** What stands on a canvas. */
export function read(canvas: Canvas): { data: Uint8ClampedArray; width: number; height: number } {
  const { width, height } = canvas;
  return { data: pen(canvas).getImageData(0, 0, width, height).data, width, height };
}

/** A canvas as a file; `quality` in hundredths. */
export async function encode(canvas: Canvas, type: 'image/jpeg' | 'image/png', quality: number): Promise<Blob> {
  const share = quality / 100;
  const blob =
    'convertToBlob' in canvas
      ? await canvas.convertToBlob({ type, quality: share })
      : await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, type, share));
  if (!blob || blob.type !== type) throw new Error(`no ${type} here`);
  return blob;
}
