//! 推定: the statutory days of a year whose notice is not out. An estimate is never printed as a promise.
//!
//! 全国年节及纪念日放假办法 (国令第795号, from 2025-01-01) art. 2 names the days; art. 6 moves one that falls on a
//! weekend to the next working day (补假). Spans of 调休 and make-up days are left out on purpose: replayed on 2025 and
//! 2026, guessing the spans without the make-up days was wrong more often, since make-up days give the days back.

use super::CivilDate;

/// Lunar festivals of a year: 正月初一, 端午, 中秋, each as month and day.
pub(super) type Festivals = [(u8, u8); 3];

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
