import type { Engine, Resident } from '../module/engine.js';
import { open } from '../module/engine.js';
import { isPlain, json } from '../module/plain.js';
import type { CalendarRef, CalendarYears, WordingFile } from './values.js';

/** What calendars and languages are loaded into. */
interface Loading {
  load_calendar(years: string, inUse: boolean): string;
  load_wording(file: string): string;
}

/** Calendars and languages that the host has loaded. When the module is started anew they are loaded again, each once: a
    calendar is known by its days, and what a language says again replaces what it said. */
export class Settings<C extends Loading> implements Resident<C> {
  private inUse?: string;
  private readonly calendars = new Map<string, string>();
  private readonly wordings = new Map<string, WordingFile>();

  constructor(private readonly engine: Engine<C>) {
    engine.add(this);
  }

  restore(core: C): void {
    if (this.inUse) open(core.load_calendar(this.inUse, true));
    this.calendars.forEach((years) => open(core.load_calendar(years, false)));
    this.wordings.forEach((file) => open(core.load_wording(json(file))));
  }

  calendar(source: CalendarYears, inUse: boolean): CalendarRef {
    const years = json(source);
    const ref = this.engine.call<CalendarRef>((core) => core.load_calendar(years, inUse));
    if (inUse) this.inUse = years;
    else this.calendars.set(ref.digest, years);
    return ref;
  }

  messages(source: WordingFile): void {
    const file = JSON.parse(json(source)) as WordingFile;
    const said = merged(this.wordings.get(file.locale), file);
    this.engine.call((core) => core.load_wording(json(said)));
    this.wordings.set(file.locale, said);
  }
}

interface Named {
  [key: string]: unknown;
}

/** What is said where a file has changed what was said before, level by level. */
function merged<T>(before: T | undefined, file: T): T {
  if (!isPlain(before) || !isPlain(file)) return file;
  const said = Object.assign(Object.create(null), before) as Named;
  for (const [key, value] of Object.entries(file)) said[key] = merged(said[key], value);
  return said as T;
}
