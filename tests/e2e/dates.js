// Every published day through the facade, beside the module's own numbers of days: the text of a date must not depend
// on the time zone of the device. The days are named here without `Date`.

const pad = (number) => String(number).padStart(2, '0');
const FIRST = 13_514; // 2007-01-01

function names() {
  const days = [];
  for (let year = 2007; year <= 2026; year++) {
    for (let month = 1; month <= 12; month++) {
      const length = month === 2 ? (year % 4 ? 28 : 29) : [4, 6, 9, 11].includes(month) ? 30 : 31;
      for (let day = 1; day <= length; day++) days.push(`${year}-${pad(month)}-${pad(day)}`);
    }
  }
  return days;
}

/** Throws at the first day that the facade reads or writes otherwise. */
export function dates(y) {
  const days = names();
  const starts = Int32Array.from(days, (_, index) => FIRST + index);
  const after = y.addWorkingDaysMany(starts, new Int32Array(days.length).fill(1));
  const due = y.addWorkingDaysMany(starts, new Int32Array(days.length).fill(20));
  days.forEach((day, index) => {
    const [counted, wanted] = [y.addWorkingDays(day, 20).due, days[due[index] - FIRST]];
    if (wanted && counted !== wanted) throw new Error(`${day} + 20 working days: got ${counted}, expected ${wanted}`);
    if (index && y.workingDay(day).working !== (after[index - 1] === starts[index]))
      throw new Error(`${day} is taken for another day`);
  });
}
