import { YushenError } from './error.js';
import type { CivilDate } from './values.js';

const DAY = 86_400_000;

/** Days since 1970-01-01. A civil date has no time zone, so it is read as UTC and never as local time. */
export function toDays(date: CivilDate, path: string): number {
  const days = /^\d{4}-\d{2}-\d{2}$/.test(date) ? Date.UTC(+date.slice(0, 4), +date.slice(5, 7) - 1, +date.slice(8)) / DAY : NaN;
  if (!(days === days) || fromDays(days) !== date) throw new YushenError('DATE_INVALID', path);
  return days;
}

/** The date this many days after 1970-01-01. */
export function fromDays(days: number): CivilDate {
  return new Date(days * DAY).toISOString().slice(0, 10);
}
