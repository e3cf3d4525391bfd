//! Series of appointments: their days, what moves and what is skipped, and changing some of them.

use std::collections::BTreeSet;

use chrono::{Datelike, Days, NaiveDate, Weekday};
use proptest::prelude::*;
use trivsel_domain::record::{Appointment, InSeries};
use trivsel_domain::rules::calendar::monday_of;
use trivsel_domain::rules::series::{
    Amendment, NewRule, Outline, Reach, Shift, Stuck, amend, outline, shift,
};
use trivsel_domain::value::{
    AppointmentId, Hours, Interval, Line, NotHeld, Repeat, SchoolWeekdays, SeriesEnd, SeriesId, StaffId,
    TimeOfDay, Times,
};

use super::facts::{calendar, date};

fn repeat(weeks: u8, weekdays: &[Weekday], end: SeriesEnd) -> Repeat {
    let weekdays = SchoolWeekdays::new(weekdays.iter().copied()).unwrap();
    Repeat { weeks: Interval::new(weeks).unwrap(), weekdays, end }
}

fn times(count: u8) -> SeriesEnd {
    SeriesEnd::After(Times::new(count).unwrap())
}

/// The days, and what stood aside: from, and to if it was not skipped.
fn days(outline: &Outline) -> (Vec<String>, Vec<(String, Option<String>)>) {
    let aside = outline.closed.iter().map(|c| (c.nominal.to_string(), c.to.map(|to| to.to_string())));
    (outline.days.iter().map(|o| o.date.to_string()).collect(), aside.collect())
}

#[test]
fn a_weekly_series_skips_a_week_without_school_and_stays_in_its_week() {
    let rule = repeat(1, &[Weekday::Wed], SeriesEnd::On(date(2027, 1, 13)));
    let (days, aside) = days(&outline(&rule, date(2026, 12, 9), &calendar()));
    // Wednesday 23 December is closed: its week has school on Tuesday. Week 53 has none.
    assert_eq!(days, ["2026-12-09", "2026-12-16", "2026-12-22", "2027-01-06", "2027-01-13"]);
    let moved = ("2026-12-23".to_owned(), Some("2026-12-22".to_owned()));
    assert_eq!(aside, [moved, ("2026-12-30".to_owned(), None)]);
}

#[test]
fn every_fourth_week_moves_forward_to_the_next_school_day_as_a_parent_talk_does() {
    let rule = repeat(4, &[Weekday::Wed], times(4));
    let (days, aside) = days(&outline(&rule, date(2026, 11, 25), &calendar()));
    assert_eq!(days, ["2026-11-25", "2027-01-04", "2027-01-20", "2027-02-22"]);
    assert_eq!(aside.len(), 2);
}

#[test]
fn several_weekdays_keep_their_order_and_the_end_is_respected() {
    let rule = repeat(1, &[Weekday::Mon, Weekday::Wed], SeriesEnd::On(date(2026, 12, 9)));
    let (days, aside) = days(&outline(&rule, date(2026, 11, 25), &calendar()));
    assert_eq!(days, ["2026-11-25", "2026-11-30", "2026-12-02", "2026-12-07", "2026-12-09"]);
    assert!(aside.is_empty());
}

#[test]
fn a_series_is_on_school_weekdays_and_at_most_sixty_times() {
    assert!(SchoolWeekdays::new([]).is_err() && SchoolWeekdays::new([Weekday::Mon, Weekday::Sat]).is_err());
    assert!(Times::new(0).is_err() && Times::new(61).is_err());
    let endless = repeat(1, &[Weekday::Mon], SeriesEnd::On(NaiveDate::MAX));
    assert!(outline(&endless, date(2026, 11, 23), &calendar()).days.len() <= 60);
}

/// The appointments of a series of an hour at 9.
fn booked(rule: &Repeat, from: NaiveDate) -> Vec<Appointment> {
    let hours = Hours::lasting(TimeOfDay::new(9, 0).unwrap(), 60).ok();
    let days = outline(rule, from, &calendar()).days.into_iter();
    let one = |(n, day): (u128, trivsel_domain::rules::series::Occurrence)| Appointment {
        id: AppointmentId::from_u128(n),
        date: day.date,
        hours,
        title: Line::new("Udviklingssamtale Søren").unwrap(),
        kind: None,
        case: None,
        staff: Vec::new(),
        event: None,
        not_held: None,
        series: Some(InSeries { id: SeriesId::from_u128(7), repeat: *rule, nominal: day.nominal }),
    };
    (1..).zip(days).map(one).collect()
}

/// The appointments after a shift; those that no school day was found for are gone.
fn after(reached: &[&Appointment], by: Shift) -> Vec<Appointment> {
    shift(reached, by, &calendar()).unwrap().edits.iter().filter_map(|e| e.new_state().cloned()).collect()
}

#[test]
fn moving_from_a_date_on_moves_the_rule_and_stands_aside_for_closed_days_again() {
    let all = booked(&repeat(1, &[Weekday::Wed], SeriesEnd::On(date(2027, 1, 13))), date(2026, 12, 9));
    let reached = Reach::Onward.of(&all[1], &all);
    assert_eq!(reached.len(), 4);
    let moved = after(&reached, Shift::Days(1));
    let dates: Vec<String> = moved.iter().map(|a| a.date.to_string()).collect();
    // Thursday 24 December is closed too; its week has school on Monday and Tuesday.
    assert_eq!(dates, ["2026-12-17", "2026-12-22", "2027-01-07", "2027-01-14"]);
    assert!(moved.iter().all(|a| a.series.unwrap().repeat.weekdays.iter().eq([Weekday::Thu])));
    assert_eq!(after(&reached, Shift::Minutes(-15))[0].hours.unwrap().from().to_string(), "08:45");
    assert_eq!(after(&reached, Shift::Length(15))[3].hours.unwrap().minutes(), 75);
    // Wednesday and three days is Saturday.
    assert_eq!(shift(&reached, Shift::Days(3), &calendar()), Err(Stuck::Weekend));
}

#[test]
fn one_that_was_not_held_stays_where_it_was() {
    let mut all = booked(&repeat(1, &[Weekday::Wed], times(4)), date(2026, 11, 4));
    all[0].not_held = Some(NotHeld::Illness);
    let ids = |reach: Reach| reach.of(&all[2], &all).iter().map(|a| a.id.as_u128()).collect::<Vec<_>>();
    assert_eq!(ids(Reach::All), [2, 3, 4]);
    assert_eq!(ids(Reach::Onward), [3, 4]);
    assert_eq!(ids(Reach::One), [3]);
}

#[test]
fn an_appointment_keeps_within_its_day() {
    let all = booked(&repeat(1, &[Weekday::Wed], times(1)), date(2026, 11, 4));
    let stuck = |by| shift(&[&all[0]], by, &calendar()).err();
    assert_eq!(stuck(Shift::Minutes(-600)), Some(Stuck::OutsideDay));
    assert_eq!(stuck(Shift::Minutes(15 * 60)), Some(Stuck::OutsideDay));
    assert_eq!(stuck(Shift::Length(-60)), Some(Stuck::OutsideDay));
    let whole = Appointment { hours: None, ..all[0].clone() };
    assert_eq!(shift(&[&whole], Shift::Length(15), &calendar()), Err(Stuck::WholeDay));
}

/// Wednesday 2 December 2026, before the working day.
fn early() -> chrono::NaiveDateTime {
    date(2026, 12, 2).and_hms_opt(7, 30, 0).unwrap()
}

/// The dates of a series after a change of one of them.
fn amended(all: &[Appointment], one: usize, reach: Reach, amendment: &Amendment) -> Vec<Appointment> {
    let mut next = 100;
    let made = amend((&all[one], all), reach, amendment, (early(), &calendar()), || {
        next += 1;
        next
    });
    let mut after: Vec<Appointment> = all.to_vec();
    for edit in made.unwrap().edits {
        after.retain(|a| Some(a) != edit.old());
        after.extend(edit.new_state().cloned());
    }
    after.sort_by_key(|a| a.date);
    after
}

fn dates(all: &[Appointment]) -> Vec<String> {
    all.iter().map(|a| a.date.format("%m-%d").to_string()).collect()
}

fn rule(weeks: u8, weekdays: Option<&[Weekday]>, end: Option<SeriesEnd>) -> Amendment {
    let weekdays = weekdays.map(|days| SchoolWeekdays::new(days.iter().copied()).unwrap());
    let rule = Some(NewRule { weeks: Interval::new(weeks).unwrap(), weekdays, end });
    Amendment { rule, ..Amendment::default() }
}

#[test]
fn from_a_date_on_a_series_gets_another_rule_and_the_earlier_stay() {
    let all = booked(&repeat(1, &[Weekday::Wed], SeriesEnd::On(date(2027, 1, 27))), date(2026, 11, 18));
    assert_eq!(
        dates(&all),
        ["11-18", "11-25", "12-02", "12-09", "12-16", "12-22", "01-06", "01-13", "01-20", "01-27"]
    );
    let changed = |one, reach, amendment: &Amendment| dates(&amended(&all, one, reach, amendment));
    // Every fourth week from 9 December: 6 January is its own; the weeks between are free again.
    let fourth = rule(4, None, None);
    assert_eq!(changed(3, Reach::Onward, &fourth), ["11-18", "11-25", "12-02", "12-09", "01-06"]);
    // This one alone has no rule of its own: the change is of the rest.
    assert_eq!(changed(3, Reach::One, &fourth), changed(3, Reach::Onward, &fourth));
    // Of all of them only those to come: what has been is not rewritten.
    assert_eq!(changed(7, Reach::All, &fourth), ["11-18", "11-25", "12-02", "01-04", "01-27"]);
    let days = rule(1, Some(&[Weekday::Mon, Weekday::Thu]), Some(SeriesEnd::On(date(2026, 12, 18))));
    assert_eq!(changed(3, Reach::Onward, &days), ["11-18", "11-25", "12-02", "12-10", "12-14", "12-17"]);
    let longer = rule(1, None, Some(times(3)));
    assert_eq!(changed(8, Reach::Onward, &longer)[8..], ["01-20", "01-27", "02-03"]);
}

#[test]
fn an_appointment_of_a_series_keeps_its_identity_in_its_week() {
    let all = booked(&repeat(1, &[Weekday::Wed], times(3)), date(2026, 12, 2));
    let after = amended(&all, 1, Reach::Onward, &rule(1, Some(&[Weekday::Thu]), None));
    let told: Vec<(u128, String)> = after.iter().map(|a| a.id.as_u128()).zip(dates(&after)).collect();
    assert_eq!(told, [(1, "12-02".into()), (2, "12-10".into()), (3, "12-17".into())]);
    let rules: Vec<Weekday> = after.iter().flat_map(|a| a.series.unwrap().repeat.weekdays.iter()).collect();
    assert_eq!(rules, [Weekday::Wed, Weekday::Thu, Weekday::Thu]);
}

#[test]
fn a_new_rule_leaves_what_has_begun_and_what_was_not_held_and_puts_nothing_beside_it() {
    let mut all = booked(&repeat(1, &[Weekday::Wed], times(4)), date(2026, 12, 2));
    all[1].not_held = Some(NotHeld::Illness);
    let days = rule(1, Some(&[Weekday::Mon, Weekday::Wed]), Some(SeriesEnd::On(date(2026, 12, 16))));
    let after = amended(&all, 0, Reach::Onward, &days);
    assert_eq!(dates(&after), ["12-02", "12-07", "12-09", "12-14", "12-16"]);
    assert_eq!(after[2], all[1]);
    // At nine the first has begun: another rule does not take it away.
    let later = date(2026, 12, 2).and_hms_opt(9, 5, 0).unwrap();
    let monday = rule(1, Some(&[Weekday::Mon]), None);
    let made = amend((&all[0], &all), Reach::Onward, &monday, (later, &calendar()), || 100).unwrap();
    assert!(made.edits.iter().all(|edit| edit.old() != Some(&all[0])), "{made:?}");
    let late = rule(1, None, Some(SeriesEnd::On(date(2026, 11, 2))));
    assert_eq!(amend((&all[0], &all), Reach::Onward, &late, (early(), &calendar()), || 0), Err(Stuck::NoDay));
}

#[test]
fn one_appointment_becomes_a_series_until_the_school_year_ends() {
    let alone = Appointment {
        series: None,
        ..booked(&repeat(1, &[Weekday::Wed], times(1)), date(2026, 12, 2))[0].clone()
    };
    let after = amended(std::slice::from_ref(&alone), 0, Reach::One, &rule(4, None, None));
    assert_eq!(dates(&after)[..4], ["12-02", "01-04", "01-27", "02-24"]);
    assert_eq!(after[0].id, alone.id);
    assert!(after.iter().all(|a| a.series.unwrap().id == after[0].series.unwrap().id));
    assert!(after.last().unwrap().date <= date(2027, 7, 31));
}

#[test]
fn people_title_and_time_change_where_the_change_reaches_and_nothing_else_does() {
    let mut all = booked(&repeat(1, &[Weekday::Wed], times(4)), date(2026, 12, 2));
    all[2].hours = Hours::lasting(TimeOfDay::new(13, 0).unwrap(), 60).ok();
    let change = Amendment {
        minutes: Some(30),
        title: Some(Line::new("Møde på skolen").unwrap()),
        staff: Some(vec![StaffId::from_u128(2)]),
        ..Amendment::default()
    };
    let after = amended(&all, 1, Reach::Onward, &change);
    assert_eq!(after[0], all[0]);
    let told: Vec<String> = after[1..]
        .iter()
        .map(|a| format!("{} {} {:?}", a.title.as_str(), a.hours.unwrap().from(), a.staff.len()))
        .collect();
    assert_eq!(told, ["Møde på skolen 09:00 1", "Møde på skolen 13:00 1", "Møde på skolen 09:00 1"]);
    assert!(after[1..].iter().all(|a| a.hours.unwrap().minutes() == 30));
    assert_eq!(dates(&after), dates(&all));
    // Another day of one is another day of the rest.
    let thursday = Amendment { date: Some(date(2026, 12, 10)), ..Amendment::default() };
    assert_eq!(dates(&amended(&all, 1, Reach::Onward, &thursday)), ["12-02", "12-10", "12-17", "12-22"]);
    assert_eq!(dates(&amended(&all, 1, Reach::One, &thursday)), ["12-02", "12-10", "12-16", "12-22"]);
}

prop_compose! {
    /// Any rule and first day.
    fn any_series()(
        weeks in 1_u8..=8,
        weekdays in prop::collection::btree_set(0_u8..5, 1..=5),
        from in 0_u64..700,
        end in prop_oneof![
            (1_u8..=60).prop_map(times),
            (0_u64..900).prop_map(|n| SeriesEnd::On(date(2026, 8, 1) + Days::new(n))),
        ],
    ) -> (Repeat, NaiveDate) {
        let weekdays: Vec<Weekday> = weekdays.into_iter().map(|n| Weekday::try_from(n).unwrap()).collect();
        (repeat(weeks, &weekdays, end), date(2026, 8, 1) + Days::new(from))
    }
}

proptest! {
    #[test]
    fn no_day_is_closed_or_twice_and_count_and_end_are_respected((rule, from) in any_series()) {
        let (calendar, outline) = (calendar(), outline(&rule, from, &calendar()));
        let dates: Vec<NaiveDate> = outline.days.iter().map(|o| o.date).collect();
        prop_assert!(dates.windows(2).all(|w| w[0] < w[1]));
        prop_assert!(dates.iter().all(|d| calendar.is_school_day(*d) && *d >= from));
        match rule.end {
            SeriesEnd::After(times) => prop_assert!(dates.len() <= usize::from(times.get())),
            SeriesEnd::On(last) => prop_assert!(dates.iter().all(|d| *d <= last)),
        }
        for day in &outline.days {
            prop_assert!(rule.weekdays.has(day.nominal));
            let weeks = (monday_of(day.nominal) - monday_of(from)).num_weeks();
            prop_assert_eq!(weeks % i64::from(rule.weeks.get()), 0);
            let away = (monday_of(day.date) - monday_of(day.nominal)).num_weeks();
            prop_assert!((0..i64::from(rule.weeks.get())).contains(&away));
            prop_assert_eq!(day.date == day.nominal, calendar.is_school_day(day.nominal));
        }
        // Each day by the rule is on the list or was skipped with its reason, unless the count ended the series first.
        let skipped = outline.closed.iter().filter(|c| c.to.is_none()).map(|c| c.nominal);
        let told: BTreeSet<NaiveDate> = outline.days.iter().map(|o| o.nominal).chain(skipped).collect();
        if let Some(last) = told.last() {
            let due = |d: &NaiveDate| {
                let weeks = (monday_of(*d) - monday_of(from)).num_weeks();
                rule.weekdays.has(*d) && weeks % i64::from(rule.weeks.get()) == 0
            };
            prop_assert!(from.iter_days().take_while(|d| d <= last).filter(due).all(|d| told.contains(&d)));
        }
    }

    #[test]
    fn from_a_date_on_leaves_the_earlier_untouched(
        (rule, from) in any_series(),
        at in any::<prop::sample::Index>(),
        by in -10_i64..=10,
    ) {
        let all = booked(&rule, from);
        prop_assume!(!all.is_empty());
        let one = at.get(&all);
        let reached = Reach::Onward.of(one, &all);
        let first = one.series.unwrap().nominal;
        prop_assert!(reached.iter().all(|a| a.series.unwrap().nominal >= first));
        prop_assert_eq!(reached.len(), all.iter().filter(|a| a.series.unwrap().nominal >= first).count());
        let Ok(shifted) = shift(&reached, Shift::Days(by), &calendar()) else { return Ok(()) };
        let new: Vec<&Appointment> = shifted.edits.iter().filter_map(|e| e.new_state()).collect();
        let dates: BTreeSet<NaiveDate> = new.iter().map(|a| a.date).collect();
        prop_assert_eq!(dates.len(), new.len());
        if reached.len() > 1 {
            let calendar = calendar();
            prop_assert!(new.iter().all(|a| calendar.is_school_day(a.date)));
            prop_assert!(new.iter().all(|a| a.series.unwrap().repeat.weekdays.has(a.series.unwrap().nominal)));
            prop_assert!(new.iter().all(|a| a.series.unwrap().nominal.weekday().num_days_from_monday() < 5));
        }
    }
}
