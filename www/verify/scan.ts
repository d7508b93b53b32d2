import { button, make } from '../src/dom.js';

type Drawn = HTMLVideoElement | ImageBitmap;
interface Detector {
  detect(source: HTMLCanvasElement): Promise<{ rawValue: string }[]>;
}
type DetectorMaker = { new (o: { formats: string[] }): Detector; getSupportedFormats(): Promise<string[]> };

/** Sizes at which a picture is looked at: a large photo first shrinks its noise. */
const SIDES = [1400, 800, 2400];

/** What reads codes: the browser itself where it can, else the small reader of this page. */
async function reader(): Promise<(canvas: HTMLCanvasElement) => Promise<string>> {
  const maker = (globalThis as { BarcodeDetector?: DetectorMaker }).BarcodeDetector;
  const able = maker && (await maker.getSupportedFormats().catch((): string[] => [])).includes('qr_code');
  const own = maker && able ? new maker({ formats: ['qr_code'] }) : undefined;
  const jsqr = own ? undefined : (await import('jsqr')).default;
  return async (canvas) => {
    if (own) return (await own.detect(canvas)).map(({ rawValue }) => rawValue)[0] || '';
    const context = canvas.getContext('2d', { willReadFrequently: true });
    const pixels = context && context.getImageData(0, 0, canvas.width, canvas.height);
    const found = pixels && jsqr && jsqr(pixels.data, pixels.width, pixels.height);
    return found ? found.data : '';
  };
}

function drawn(source: Drawn, width: number, height: number, side: number): HTMLCanvasElement {
  const canvas = document.createElement('canvas');
  const scale = Math.min(1, side / Math.max(width, height));
  canvas.width = Math.max(1, Math.round(width * scale));
  canvas.height = Math.max(1, Math.round(height * scale));
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (context) context.drawImage(source, 0, 0, canvas.width, canvas.height);
  return canvas;
}

/** The text of the code in a picture; empty where none is found. Throws where it is no picture. */
export async function scanPicture(file: Blob): Promise<string> {
  const picture = await createImageBitmap(file);
  const read = await reader();
  for (const side of SIDES) {
    const text = await read(drawn(picture, picture.width, picture.height, side));
    if (text) return text;
  }
  return '';
}

export const canFilm = (): boolean => Boolean(navigator.mediaDevices && navigator.mediaDevices.getUserMedia);

/** 扫码: shows what the camera sees until a code is read, or the visitor has enough. The camera is let go in any case. */
export async function film(place: HTMLElement, tell: (sentence: string) => void): Promise<string> {
  const video = make('video', { muted: true, playsinline: true, 'aria-label': '摄像头画面，请把二维码放在画面中间' });
  let over = false;
  const stop = button('停止扫描', () => {
    over = true;
  });
  let stream: MediaStream;
  try {
    stream = await navigator.mediaDevices.getUserMedia({ video: { facingMode: 'environment' } });
  } catch (_) {
    tell('没有打开摄像头。请允许使用摄像头，或者改为打开二维码的图片。');
    return '';
  }
  place.replaceChildren(video, make('p', { class: 'row' }, stop));
  try {
    video.srcObject = stream;
    await video.play();
    const read = await reader();
    while (!over && place.isConnected) {
      const text = video.videoWidth ? await read(drawn(video, video.videoWidth, video.videoHeight, 1000)) : '';
      if (text) return text;
      await new Promise((go) => setTimeout(go, 150));
    }
    return '';
  } finally {
    stream.getTracks().forEach((track) => track.stop());
    place.replaceChildren();
  }
}
