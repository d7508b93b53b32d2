import type { FileReport } from '../api/values.js';
import type { Files } from '../glue/files.js';
import type { Host } from '../hosts/host.js';
import { Engine } from '../module/engine.js';
import { any, guard, text } from '../module/given.js';
import { FILES } from '../module/parts.js';
import type { InspectOptions } from './inspect.js';
import { INSPECT, inspect } from './inspect.js';
import type { Mending, MendOptions } from './mend.js';
import { MEND, mend } from './mend.js';
import type { FileInput } from './readable.js';

/** What looks into files: a module of its own, loaded with the first file. In a worker it is all that files need. */
export class Inspector {
  private looking?: Promise<Engine<Files>>;

  constructor(private readonly host: Host) {}

  async inspect(file: FileInput, o: InspectOptions = {}): Promise<FileReport> {
    return inspect(await this.files(), file, o);
  }

  async mend(file: FileInput | readonly FileInput[], operation: Mending, o: MendOptions = {}): Promise<Blob> {
    return mend(await this.files(), file, operation, o);
  }

  async prepare(): Promise<void> {
    await this.files();
  }

  private files(): Promise<Engine<Files>> {
    const again = (error: unknown): never => {
      this.looking = undefined;
      throw error;
    };
    const { instantiate, files = instantiate, onEvent } = this.host;
    this.looking = this.looking || Engine.start(FILES, files, onEvent).catch(again);
    return this.looking;
  }

  close(): void {
    if (this.looking)
      void this.looking.then(
        (files) => files.close(),
        () => undefined,
      );
  }
}

/** What needs no more than the module that looks into files. */
export const INSPECTOR = guard(
  Inspector,
  {},
  {
    inspect: { file: any, o: INSPECT },
    mend: { file: any, operation: text, o: MEND },
    prepare: {},
  },
);
