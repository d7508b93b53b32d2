//! 推定: the statutory days of a year whose notice is not out. An estimate is never printed as a promise.
//!
//! 全国年节及纪念日放假办法 (国令第795号, from 2025-01-01) art. 2 names the days; art. 6 moves one that falls on a
//! weekend to the next working day (补假). Spans of 调休 and make-up days are left out on purpose: replayed on 2025 and
//! 2026, guessing the spans without the make-up days was wrong more often, since make-up days give the days back.

use super::CivilDate;

/// Lunar festivals of a year: 正月初一, 端午, 中秋, each as month and day.
pub(super) type Festivals = [(u8, u8); 3];

/// How the days off of an unpublished year are guessed. A pointer: one walk over the table in the module, not two.
pub(super) type DaysOff = fn(i32, Festivals) -> Vec<CivilDate>;

/// 清明: day of April, right for every year 2004 to 2050 when compared with four almanacs.
fn qingming(year: i32) -> u32 {
    let y = u32::try_from(year.rem_euclid(100)).unwrap_or(0);
    (2422 * y + 48_100) / 10_000 - y / 4
}

/// The days off of an unpublished year: statutory days, and 补假 for those on a weekend.
pub(super) fn days_off(year: i32, festivals: Festivals) -> Vec<CivilDate> {
    let [new_year, dragon_boat, mid_autumn] =
        festivals.map(|(month, day)| CivilDate::new(year, month.into(), day.into()).unwrap_or_default());
    let fixed = |month, day| CivilDate::new(year, month, day);
    let spring = (-1..=2).map(|offset| new_year.plus_days(offset)); // 除夕, 初一, 初二, 初三
    let civil =
        [fixed(1, 1), fixed(4, qingming(year)), fixed(5, 1), fixed(5, 2), fixed(10, 1), fixed(10, 2), fixed(10, 3)];
    let mut statutory: Vec<CivilDate> = Vec::new();
    for day in spring.chain(civil).flatten().chain([dragon_boat, mid_autumn]) {
        if !statutory.contains(&day) {
            statutory.push(day); // 中秋 can fall inside 国庆
        }
    }
    let mut off = statutory.clone();
    for day in statutory.into_iter().filter(|day| day.is_weekend()) {
        let substitute =
            (1..).map_while(|days| day.plus_days(days)).find(|day| !day.is_weekend() && !off.contains(day));
        off.extend(substitute);
    }
    off
}

/// The longest that the holidays of an unpublished year can be under the standing principle of the notice for 2025: 春节
/// eight days from 除夕, 国庆 seven from 1 October (eight with 中秋 inside), 劳动节 five, the others three in a row with
/// their weekend (on a Wednesday, that day alone). Which weekend days are worked in return cannot be foreseen, and none
/// is assumed: a date counted with these is the latest.
pub(super) fn longest(year: i32, festivals: Festivals) -> Vec<CivilDate> {
    let [new_year, dragon_boat, mid_autumn] =
        festivals.map(|(month, day)| CivilDate::new(year, month.into(), day.into()).unwrap_or_default());
    let fixed = |month, day| CivilDate::new(year, month, day).unwrap_or_default();
    let merged = mid_autumn.month() == 10 && mid_autumn.day() <= 7;
    let spans = [(fixed(10, 1), 0, if merged { 7 } else { 6 }), (fixed(5, 1), 0, 4), (new_year, -1, 6)];
    let short = [fixed(1, 1), fixed(4, qingming(year)), dragon_boat, mid_autumn].map(|day| match day.weekday() {
        0 | 2 | 4 => (day, 0, 0),
        1 => (day, -1, 0),
        5 => (day, 0, 2),
        _ => (day, 0, 1), // Thursday, Sunday
    });
    let spans = spans.into_iter().chain(short);
    spans.flat_map(|(day, from, to)| (from..=to).filter_map(move |offset| day.plus_days(offset))).collect()
}

#[cfg(test)]
mod tests {
    use super::super::published;
    use super::*;

    #[test]
    fn the_principle_gives_the_published_counts_of_weekdays_off() {
        // docs/sources/clocks.md, estimates: 18 weekdays off in 2027, 20 in 2028, 19 in 2029 and 2030.
        let weekdays = |(year, festivals): (i32, &Festivals)| {
            let off: std::collections::BTreeSet<CivilDate> = longest(year, *festivals).into_iter().collect();
            off.iter().filter(|day| !day.is_weekend()).count()
        };
        let counts: Vec<usize> = (2007..).zip(published::FESTIVALS).skip(20).take(4).map(weekdays).collect();
        assert_eq!(counts, [18, 20, 19, 19]);
    }
}
