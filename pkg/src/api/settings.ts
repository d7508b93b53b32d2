import type { Core } from '../glue/glue.js';
import type { Engine, Resident } from '../module/engine.js';
import { json, open } from '../module/engine.js';
import type { CalendarRef, CalendarYears, WordingFile } from './values.js';

/** Calendars and languages that the host has loaded. When the module is started anew they are loaded again. */
export class Settings implements Resident {
  private readonly calendars: { years: string; inUse: boolean }[] = [];
  private readonly wordings: string[] = [];

  constructor(private readonly engine: Engine) {
    engine.add(this);
  }

  restore(core: Core): void {
    this.calendars.forEach(({ years, inUse }) => open(core.load_calendar(years, inUse)));
    this.wordings.forEach((file) => open(core.load_wording(file)));
  }

  calendar(source: CalendarYears, inUse: boolean): CalendarRef {
    const years = json(source);
    const ref = this.engine.call<CalendarRef>((core) => core.load_calendar(years, inUse));
    this.calendars.push({ years, inUse });
    return ref;
  }

  messages(source: WordingFile): void {
    const file = json(source);
    this.engine.call((core) => core.load_wording(file));
    this.wordings.push(file);
  }
}
