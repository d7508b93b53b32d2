import { YushenError } from '../module/error.js';
import type { CivilDate } from './values.js';

// The calendar in whole numbers, in years that begin in March: `Date` and its text cost more than all the rest of a call.
const { floor } = Math;
const EPOCH = 719_468; // from 0000-03-01 to 1970-01-01
const two = (number: number): string => (number < 10 ? '-0' : '-') + number;

function count(year: number, month: number, day: number): number {
  const from = month > 2 ? year : year - 1;
  return (
    365 * from +
    floor(from / 4) -
    floor(from / 100) +
    floor(from / 400) +
    floor((153 * ((month + 9) % 12) + 2) / 5) +
    day -
    1 -
    EPOCH
  );
}

/** Days since 1970-01-01. A civil date has no time zone. */
export function toDays(date: CivilDate, path: string): number {
  const days = /^\d{4}-\d{2}-\d{2}$/.test(date) ? count(+date.slice(0, 4), +date.slice(5, 7), +date.slice(8)) : NaN;
  if (Number.isNaN(days) || fromDays(days) !== date) throw new YushenError('DATE_INVALID', path);
  return days;
}

/** The date this many days after 1970-01-01. */
export function fromDays(days: number): CivilDate {
  const era = floor((days + EPOCH) / 146_097);
  const within = days + EPOCH - era * 146_097;
  const year = floor((within - floor(within / 1460) + floor(within / 36_524) - floor(within / 146_096)) / 365);
  const day = within - (365 * year + floor(year / 4) - floor(year / 100));
  const month = floor((5 * day + 2) / 153);
  const [shown, turned] = month < 10 ? [month + 3, 0] : [month - 9, 1];
  return String(era * 400 + year + turned).padStart(4, '0') + two(shown) + two(day - floor((153 * month + 2) / 5) + 1);
}
