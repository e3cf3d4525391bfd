//! The day that the demonstration opens on asks for a little of everything, on any school day.

use std::collections::BTreeMap;

use chrono::{Days, NaiveDate};
use trivsel::demo::opening_day;
use trivsel_domain::decide::Action;
use trivsel_domain::record::Records;
use trivsel_domain::record::{DocumentKind, TalkKind};
use trivsel_domain::rules::calendar::Calendar;
use trivsel_domain::rules::today::{Count, Item, counts};
use trivsel_domain::value::{Coded, StaffId};
use trivsel_store::{Asker, Founding, House, mint};

fn date(year: i32, month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, month, day).unwrap()
}

fn house(today: NaiveDate) -> Records {
    trivsel::demo::records(today, mint).unwrap()
}

/// The list of the day, and the user.
fn day(today: NaiveDate) -> (Vec<Item>, StaffId) {
    let records = house(today);
    let me = records.staff[0].clone();
    let founding = Founding {
        id: mint(),
        staff: me.clone(),
        programmes: records.programmes.clone(),
        closures: records.closures.clone(),
    };
    let now = today.and_hms_opt(8, 0, 0).unwrap();
    let mut house = House::in_memory(trivsel_defaults::programmes().unwrap(), &founding, now).unwrap();
    house.perform(Asker::new(me.id, now), &Action::Restore(Box::new(records))).unwrap();
    (house.agenda(me.id, today).unwrap(), me.id)
}

fn counted<'a>(items: impl Iterator<Item = &'a Item>) -> BTreeMap<Count, usize> {
    counts(items).into_iter().collect()
}

#[test]
fn the_day_asks_for_a_little_of_everything() {
    let (all, me) = day(date(2026, 11, 25));
    let mine: Vec<&Item> = all.iter().filter(|i| i.concerns(me)).collect();
    let count = counted(mine.iter().copied());
    assert_eq!((count[&Count::Talks], count[&Count::Overdue], count[&Count::Calls]), (3, 4, 1));
    assert!((3..=8).contains(&count[&Count::Due]), "{count:?}");
    for code in [
        "follow-up",
        "waiting-contact",
        "status-letter",
        "absence-warning",
        "absence-contact",
        "development-talk",
        "outcome-measure",
    ] {
        assert!(mine.iter().any(|i| i.task.code() == code), "no {code}");
    }
    let hours: Vec<_> = all.iter().filter_map(|i| i.hours).collect();
    assert!(hours.is_sorted_by_key(|h| h.from()), "the day in its order: {hours:?}");
}

#[test]
fn no_school_day_opens_on_a_pile() {
    let calendar = Calendar::new(house(date(2026, 11, 25)).closures);
    let mut days: Vec<NaiveDate> =
        (0..12).map(|n| opening_day(date(2026, 8, 12) + Days::new(37 * n), &calendar)).collect();
    days.dedup();
    for today in days {
        let (all, me) = day(today);
        let mine = counted(all.iter().filter(|i| i.concerns(me)));
        let count = counted(all.iter());
        let overdue = count.get(&Count::Overdue).copied().unwrap_or(0);
        assert!(mine[&Count::Talks] >= 3, "{today}: {mine:?}");
        assert!((1..=12).contains(&overdue), "{today}: {count:?}");
        for item in &all {
            let old = today - item.date > chrono::TimeDelta::days(60);
            assert!(!old, "{today}: long overdue: {item:?}");
        }
    }
}

#[test]
fn every_follow_up_meeting_has_a_judgement_and_its_letter() {
    let today = date(2026, 11, 25);
    let house = house(today);
    let meetings = || house.talks.iter().filter(|t| t.kind() == TalkKind::FollowUp);
    assert!(meetings().count() > 20 && meetings().all(|t| t.judgement.is_some()));
    let letters = house.documents.iter().filter(|d| d.kind == DocumentKind::StatusLetter);
    assert!(letters.clone().count() > 10 && letters.clone().all(|d| d.signed.is_some()));
    let long_here = |c: &&trivsel_domain::record::Case| {
        c.stay().is_some_and(|s| today - s.from > chrono::TimeDelta::days(150))
    };
    for case in house.cases.iter().filter(|c| c.is_open()).filter(long_here) {
        assert!(letters.clone().any(|d| d.case == case.id), "{}", case.stage().code());
        assert!(meetings().any(|t| t.case() == Some(case.id)), "{case:?}");
    }
}
