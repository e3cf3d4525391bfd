//! Which backups stay when a new one has been made.

use chrono::{Days, NaiveDate, NaiveDateTime};
use proptest::prelude::*;
use trivsel_domain::rules::generations::Generations;

use super::facts::date;

fn night(on: NaiveDate) -> NaiveDateTime {
    on.and_hms_opt(2, 0, 0).unwrap()
}

#[test]
fn of_a_backup_a_night_stay_seven_days_four_weeks_and_twelve_months() {
    let last = date(2026, 11, 26);
    let taken: Vec<NaiveDateTime> = (0..500).map(|n| night(last - Days::new(n))).collect();
    let kept = Generations::USUAL.kept(&taken);
    let days: Vec<String> = kept.iter().map(|at| at.date().to_string()).collect();
    assert_eq!(
        days,
        [
            // Seven days; the Sunday among them is the last of its week.
            "2026-11-26",
            "2026-11-25",
            "2026-11-24",
            "2026-11-23",
            "2026-11-22",
            "2026-11-21",
            "2026-11-20",
            // The weeks before.
            "2026-11-15",
            "2026-11-08",
            // The months before.
            "2026-10-31",
            "2026-09-30",
            "2026-08-31",
            "2026-07-31",
            "2026-06-30",
            "2026-05-31",
            "2026-04-30",
            "2026-03-31",
            "2026-02-28",
            "2026-01-31",
            "2025-12-31",
        ]
    );
}

#[test]
fn a_place_that_is_seldom_used_keeps_as_many() {
    let taken = [date(2020, 1, 5), date(2022, 3, 1), date(2022, 3, 2), date(2026, 7, 1)].map(night);
    assert_eq!(Generations::USUAL.kept(&taken).len(), 4);
}

#[test]
fn the_number_of_generations_is_typed_as_three_numbers() {
    assert_eq!("7,4,12".parse(), Ok(Generations::USUAL));
    assert_eq!(" 1, 0 ,2".parse(), Ok(Generations { days: 1, weeks: 0, months: 2 }));
    for bad in ["", "7", "7,4", "7,4,12,1", "7,4,-1", "7,4,x", "7,4,1000"] {
        assert!(bad.parse::<Generations>().is_err(), "{bad:?}");
    }
}

proptest! {
    #[test]
    fn the_newest_stays_and_nothing_is_kept_that_was_not_taken(
        taken in proptest::collection::vec(0_i64..100_000_000, 1..60),
        days in 0_usize..5, weeks in 0_usize..5, months in 0_usize..5,
    ) {
        let taken: Vec<NaiveDateTime> = taken.into_iter()
            .map(|s| chrono::DateTime::from_timestamp(1_700_000_000 + s, 0).unwrap().naive_utc()).collect();
        let keep = Generations { days, weeks, months };
        let kept = keep.kept(&taken);
        prop_assert_eq!(kept.first(), taken.iter().max());
        prop_assert!(kept.iter().all(|at| taken.contains(at)));
        prop_assert!(kept.len() <= 1.max(days + weeks + months));
        prop_assert_eq!(keep.kept(&kept), kept, "what stays, stays again");
    }
}
