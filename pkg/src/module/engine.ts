import type { ErrorCode } from '../api/values.js';
import type { Core } from '../glue/glue.js';
import type { Issue } from './error.js';
import { said, YushenError } from './error.js';

/** Which module: the applicant's (or the editor's in its place), the one that looks into files, or the one with an authority's documents. */
export type ModuleName = 'yushen' | 'yushen-files' | 'yushen-receipts';

/** What a host must be able to do: make an instance of a module. Called again when the module has stopped. */
export type Instantiate = (
  imports: object,
  module: ModuleName,
) => Promise<{ instance: { exports: object }; module?: object }>;

/** Fresh glue of a module, and the object that its calls stand on. */
export interface Glued<C> {
  imports: { __wbg_set_wasm(exports: object): void };
  begin(): C & { free(): void };
}

/** A module by its name, and how its glue is made. */
export interface Part<C> {
  name: ModuleName;
  glue(): Glued<C>;
}

type Envelope = { ok: unknown } | { error: { code: ErrorCode; path: string; issues: Issue[] } };

/** Codes and sizes; never a value. */
export type TelemetryEvent = {
  type: 'ready' | 'inspect' | 'check' | 'recovered' | 'error';
  bytes?: number;
  code?: string;
};
export type Tell = (event: TelemetryEvent) => void;

/** Something that lives inside the module and must be put back when the module is started anew. */
export interface Resident<C = Core> {
  restore(core: C): void;
}

/** The module, kept alive: a trap ends an instance, never the page's work. */
export class Engine<C = Core> {
  private core?: C & { free(): void };
  private ended = false;
  /** Counts the instances; what an earlier one gave means nothing to a later one. */
  generation = 0;
  private module?: object;
  private readonly residents = new Set<Resident<C>>();

  private constructor(
    private readonly part: Part<C>,
    private readonly instantiate: Instantiate,
    private readonly heard: Tell,
  ) {}

  /** A listener that fails hears less; nobody's call fails with it. */
  tell(event: TelemetryEvent): void {
    try {
      this.heard(event);
    } catch {}
  }

  static async start<C>(part: Part<C>, instantiate: Instantiate, tell: Tell = () => undefined): Promise<Engine<C>> {
    const engine = new Engine(part, instantiate, tell);
    await engine.restart();
    return engine;
  }

  private async restart(): Promise<void> {
    const glue = this.part.glue();
    try {
      const { instance, module } = await this.instantiate({ './yushen_bg.js': glue.imports }, this.part.name);
      if (module) this.module = module;
      this.adopt(glue, instance);
    } catch (error) {
      if (error instanceof YushenError) throw error;
      throw new YushenError('WASM_LOAD_FAILED', '', [], said(error));
    }
  }

  private adopt(glue: Glued<C>, instance: { exports: object }): void {
    glue.imports.__wbg_set_wasm(instance.exports);
    const start = (instance.exports as { __wbindgen_start?: () => void }).__wbindgen_start;
    if (start) start();
    const core = glue.begin();
    this.residents.forEach((each) => each.restore(core));
    this.core = core;
    this.generation++;
  }

  add(resident: Resident<C>): void {
    this.residents.add(resident);
  }

  remove(resident: Resident<C>): void {
    this.residents.delete(resident);
  }

  /** Calls the module. After a trap the instance is dropped, a fresh one gets everything back, and the call fails. */
  raw<T>(call: (core: C) => T): T {
    if (!this.core) throw new YushenError(this.ended ? 'CLOSED' : 'INTERNAL');
    try {
      return call(this.core);
    } catch (error) {
      if (error instanceof YushenError) throw error;
      // A trap, or a stack that overflowed half-way.
      this.recover();
      throw new YushenError('INTERNAL', '', [], said(error));
    }
  }

  private recover(): void {
    this.core = undefined;
    const glue = this.part.glue();
    if (this.module && typeof WebAssembly === 'object') {
      const imports = {
        './yushen_bg.js': glue.imports,
      } as unknown as WebAssembly.Imports;
      this.adopt(glue, new WebAssembly.Instance(this.module as WebAssembly.Module, imports));
      this.tell({ type: 'recovered' });
    } else {
      // A mini-program gives no module, only instances by path, and those asynchronously.
      const told = (event: TelemetryEvent) => (): void => this.tell(event);
      void this.restart().then(told({ type: 'recovered' }), told({ type: 'error', code: 'INTERNAL' }));
    }
  }

  /** Calls the module and opens the envelope. */
  call<T>(call: (core: C) => string): T {
    try {
      return open<T>(this.raw(call));
    } catch (error) {
      this.tell({ type: 'error', code: (error as YushenError).code });
      throw error;
    }
  }

  close(): void {
    this.ended = true;
    if (this.core) this.core.free();
    this.core = undefined;
    this.residents.clear();
  }
}

/** What stands in an envelope. */
export function open<T>(text: string): T {
  const envelope = JSON.parse(text) as Envelope;
  if ('error' in envelope) {
    const { code, path, issues } = envelope.error;
    throw new YushenError(code, path, issues);
  }
  return envelope.ok as T;
}
