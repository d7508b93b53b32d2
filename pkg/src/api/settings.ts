import type { Core } from '../glue/glue.js';
import type { Engine, Resident } from '../module/engine.js';
import { json, open } from '../module/engine.js';
import { YushenError } from '../module/error.js';
import type { CalendarRef, CalendarYears, WordingFile } from './values.js';

/** Calendars and languages that the host has loaded. When the module is started anew they are loaded again. */
export class Settings implements Resident {
  private readonly calendars: { years: string; inUse: boolean }[] = [];
  private readonly wordings: string[] = [];
  private places: { [digest: string]: number } = {};

  constructor(private readonly engine: Engine) {
    engine.add(this);
  }

  restore(core: Core): void {
    this.places = {};
    this.calendars.forEach(({ years, inUse }) => open(core.load_calendar(years, inUse)));
    this.wordings.forEach((file) => open(core.messages(file)));
  }

  calendar(source: CalendarYears, inUse: boolean): CalendarRef {
    const years = json(source);
    const ref = this.engine.call<CalendarRef>((core) => core.load_calendar(years, inUse));
    this.calendars.push({ years, inUse });
    return ref;
  }

  messages(source: WordingFile): void {
    const file = json(source);
    this.engine.call((core) => core.messages(file));
    this.wordings.push(file);
  }

  /** The place of a calendar in the module; 0 is the one in use. */
  place(calendar?: CalendarRef): number {
    if (!calendar) return 0;
    const { digest } = calendar;
    const place = this.places[digest] || this.engine.raw((core) => core.calendar_place(digest));
    if (!place) throw new YushenError('CALENDAR_UNKNOWN', '/calendar');
    this.places[digest] = place;
    return place;
  }
}
