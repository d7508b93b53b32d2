import type { FileInput, FileReport, InspectOptions, Yushen } from 'yushen';
import { connect } from 'yushen/connect';

/** Looks into a file, wherever that is done. */
export type Inspect = (file: FileInput, o: InspectOptions) => Promise<FileReport>;

/** 文件在另一个线程里检查, so that the page goes on however large a file is. Where there is no such thread, or it fails: here. */
export async function inspecting(yushen: Yushen): Promise<Inspect> {
  const here: Inspect = (file, o) => yushen.inspect(file, o);
  if (typeof OffscreenCanvas !== 'function') return here; // a worker without one cannot measure a picture
  try {
    const far = await connect(new Worker(new URL('./worker.js', import.meta.url), { type: 'module' }), {
      patience: 5000,
    });
    await far.prepare();
    return (file, o) =>
      far.inspect(file, o).catch((error: { code?: string }) => {
        if (error.code !== 'INTERNAL') throw error;
        return here(file, o);
      });
  } catch (_) {
    return here;
  }
}
