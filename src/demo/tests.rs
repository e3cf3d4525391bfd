//! Tests of the demonstration's house: it is sound on every date, and has the cases it should show.

use std::collections::{BTreeMap, BTreeSet};
use std::time::Instant;

use chrono::{Datelike, Days, NaiveDate, NaiveDateTime};
use trivsel_domain::record::{
    Case, Child, Competency, DayPlan, Measure, Origin, Participant, Records, Standing, TalkKind, in_force,
};
use trivsel_domain::rules::calendar::Calendar;
use trivsel_domain::rules::figures::Figures;
use trivsel_domain::value::{
    Coded, Halves, LongText, MarkKind, ObligationKind, SeatNumber, SeatedStage, Stage,
};

use super::{opening_day, records};

mod due;
mod files;
mod notes;
mod post;

fn date(y: i32, m: u32, d: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(y, m, d).unwrap()
}

fn house(today: NaiveDate) -> Records {
    let mut last = 0_u128;
    records(today, || {
        last += 1;
        last
    })
    .unwrap()
}

fn of<'a>(house: &'a Records, name: &str) -> (&'a Child, &'a Case) {
    let child = house.children.iter().find(|c| c.name.as_str() == name).unwrap();
    (child, house.cases.iter().find(|c| c.child == child.id).unwrap())
}

fn is_usual(case: &Case) -> bool {
    case.programme.as_str() == "skolefravaer"
}

/// Checks what must hold on every date.
fn assert_sound(today: NaiveDate) {
    let house = house(today);
    let calendar = Calendar::new(house.closures.clone());
    assert_eq!(house.contradictions(), BTreeSet::new(), "{today}");
    let seats: BTreeSet<u16> = house
        .cases
        .iter()
        .filter(|c| c.holds_seat_on(today) && is_usual(c))
        .filter_map(Case::stay)
        .map(|s| s.seat.get())
        .collect();
    assert_eq!(seats, (1..=16).collect(), "{today}");

    let cases: BTreeMap<_, _> = house.cases.iter().map(|c| (c.id, c)).collect();
    let children: BTreeMap<_, _> = house.children.iter().map(|c| (c.id, c)).collect();
    for day in &house.days {
        let case = cases[&day.case];
        assert!(calendar.is_school_day(day.date), "{today}: a day on {}", day.date);
        match day.origin {
            Origin::Own => assert!(case.holds_seat_on(day.date), "{today}: {day:?}"),
            Origin::SendingSchool => assert!(!case.holds_seat_on(day.date), "{today}: {day:?}"),
        }
        assert!(day.date < today || !day.is_marked(), "{today}: marked ahead {day:?}");
        assert!(!day.says_nothing(), "{today}: {day:?}");
        let twice = children[&case.child].marks_twice_a_day(day.date);
        assert!(twice || day.second.is_none(), "{today}: two marks in a grade with one: {day:?}");
        assert!(day.second.is_none_or(|s| Some(s) != day.first), "{today}: the second says nothing: {day:?}");
        assert!(day.foretold.is_none_or(|f| f.told_at.date() <= today), "{today}: {day:?}");
    }
    for case in &house.cases {
        assert_moves(case, &calendar, today);
    }
    let morning: NaiveDateTime = today.and_hms_opt(0, 0, 0).unwrap();
    for talk in &house.talks {
        assert!(talk.date < today && calendar.is_school_day(talk.date), "{today}: {talk:?}");
        assert!(
            talk.signed_at.is_none_or(|at| at.at() < morning && at.date() == talk.date),
            "{today}: {talk:?}"
        );
        let there = |c| talk.kind() == TalkKind::Referrer || cases[&c].holds_seat_on(talk.date);
        assert!(talk.case().is_none_or(there), "{today}: {talk:?}");
        assert_eq!(talk.case().is_none(), talk.kind() == TalkKind::Consultation);
    }
    notes::assert_sound(&house, today);
    files::assert_sound(&house, today);
    for appointment in &house.appointments {
        assert!(calendar.is_school_day(appointment.date), "{today}: {appointment:?}");
        assert!(!appointment.staff.is_empty(), "{appointment:?}");
    }
}

fn assert_moves(case: &Case, calendar: &Calendar, today: NaiveDate) {
    let (first, last) = (case.moves.first().unwrap(), case.moves.last().unwrap());
    assert_eq!((first.from, first.on), (None, case.referral.on), "{today}");
    assert_eq!(last.to, case.stage(), "{today}");
    for pair in case.moves.windows(2) {
        assert_eq!(pair[1].from, Some(pair[0].to), "{today}: {:?}", case.moves);
        assert!(pair[0].on < pair[1].on, "{today}: {:?}", case.moves);
    }
    for step in &case.moves {
        assert!(step.on <= today && calendar.is_school_day(step.on), "{today}: {step:?}");
        let back = step.from.is_some_and(|f| f > step.to);
        let early = step.to == Stage::Closed && step.from != Some(Stage::PhaseOut);
        assert_eq!(step.reason.is_some(), back || early || !step.waived.is_empty(), "{today}: {step:?}");
        assert!(step.waived.iter().all(|r| !r.is_hard()));
    }
    if let Some(enrolment) = case.enrolment() {
        let admission = case.moves.iter().find(|m| m.to == Stage::Admitted).unwrap();
        assert_eq!(admission.on, enrolment.from);
        assert!(case.contacts.primary.is_some() || case.stage() == Stage::Admitted);
    }
    if let Standing::Closed { closing, .. } = &case.standing {
        assert_eq!(closing.on, last.on);
    }
    let phasing_out = case.stage() == Stage::PhaseOut;
    assert_eq!(case.expected_end.is_some_and(|end| end > today), phasing_out, "{today}");
}

/// Two school years, so that moving holidays fall on more than one date.
fn two_school_years() -> impl Iterator<Item = NaiveDate> {
    date(2026, 8, 1).iter_days().take(731)
}

#[test]
fn sound_through_two_school_years() {
    two_school_years().step_by(13).for_each(assert_sound);
}

#[test]
#[ignore = "long: every day"]
fn sound_on_every_day_of_two_school_years() {
    two_school_years().for_each(assert_sound);
}

/// Whether a day is near the start or end of a holiday or of its month. Weekends do not count.
fn is_at_a_turn(calendar: &Calendar, day: NaiveDate) -> bool {
    let near = || (day - Days::new(3)).iter_days().take(7).filter(|d| d.weekday().number_from_monday() <= 5);
    let on = near().filter(|d| calendar.is_school_day(*d)).count();
    (1..near().count()).contains(&on) || (day - Days::new(1)).month() != (day + Days::new(1)).month()
}

#[test]
fn sound_where_something_turns() {
    let calendar = Calendar::new(house(date(2026, 11, 25)).closures);
    let between = two_school_years().skip(1).step_by(2);
    let turns: Vec<NaiveDate> = between.filter(|day| is_at_a_turn(&calendar, *day)).collect();
    assert!((60..180).contains(&turns.len()), "{} days", turns.len());
    turns.into_iter().for_each(assert_sound);
}

#[test]
fn sound_on_odd_dates() {
    for (y, m, d) in [(2028, 2, 29), (2024, 2, 29), (2030, 1, 1), (2031, 8, 1), (2025, 12, 24), (2040, 7, 15)]
    {
        assert_sound(date(y, m, d));
    }
}

#[test]
fn the_same_date_builds_the_same_house() {
    let today = date(2026, 11, 25);
    assert_eq!(house(today), house(today));
    assert_ne!(house(today), house(today + Days::new(1)));
}

#[test]
fn opens_on_a_school_day() {
    let calendar = Calendar::new(house(date(2026, 11, 25)).closures);
    for (today, open) in [
        (date(2026, 11, 25), date(2026, 11, 25)),
        (date(2026, 11, 29), date(2026, 11, 27)),
        (date(2026, 8, 1), date(2026, 6, 26)),
        (date(2027, 1, 1), date(2026, 12, 22)),
        (date(2026, 10, 14), date(2026, 10, 9)),
    ] {
        assert_eq!(opening_day(today, &calendar), open);
    }
}

#[test]
fn the_house_is_the_one_described() {
    let today = date(2026, 11, 25);
    let house = house(today);
    let stages =
        |stage: SeatedStage| house.cases.iter().filter(|c| is_usual(c) && c.stage() == stage.into()).count();
    assert_eq!(SeatedStage::ALL.iter().map(|s| stages(*s)).collect::<Vec<_>>(), [1, 2, 10, 3]);
    let of_stage = |stage| house.cases.iter().filter(|c| c.stage() == stage).count();
    assert_eq!((of_stage(Stage::Waiting), of_stage(Stage::Closed), of_stage(Stage::Referral)), (3, 3, 1));
    assert_eq!(house.staff.len(), 7);
    assert_eq!(house.staff[0].initials.as_str(), "MK");
    let can: BTreeSet<Competency> = house.staff.iter().flat_map(|s| s.competencies.clone()).collect();
    assert_eq!(can.len(), Competency::ALL.len());
    for case in house.cases.iter().filter(|c| c.holds_seat_on(today) && is_usual(c)) {
        let child = house.children.iter().find(|c| c.id == case.child).unwrap();
        let grade = child.grade_on(today).unwrap().number();
        assert!((6..=10).contains(&grade));
        assert!(
            child.age_on(today).is_some_and(|a| (u32::from(grade) + 5..=u32::from(grade) + 6).contains(&a))
        );
        assert!(house.timetables.iter().any(|t| t.case == case.id && t.from <= today));
    }
    assert_eq!(of(&house, "Søren Ærø").0.grade_on(today).unwrap().number(), 7);
    assert_eq!(of(&house, "Elias Bech").1.stay().unwrap().seat, SeatNumber::new(16).unwrap());
    let sending: BTreeSet<_> =
        house.days.iter().filter(|d| d.origin == Origin::SendingSchool).map(|d| d.case).collect();
    assert_eq!(sending.len(), 2);
    assert!(house.appointments.iter().any(|a| a.hours.is_none()) && house.appointments.len() > 20);
    assert!(house.timetables.iter().any(|t| t.days.contains(&DayPlan::Elsewhere)));
    assert_eq!(house.teaching.iter().filter(|t| t.subjects().len() > 3).count(), 2);
}

#[test]
fn today_is_blank_but_for_two_foretold() {
    let today = date(2026, 11, 25);
    let house = house(today);
    let foretold: Vec<_> = house.days.iter().filter(|d| d.date == today).collect();
    assert_eq!(foretold.len(), 2);
    assert!(foretold.iter().all(|d| d.is_prefilled()));
    let told: Vec<String> = foretold.iter().map(|d| d.foretold.unwrap().told_at.to_string()).collect();
    assert!(told.contains(&"2026-11-25 07:40:00".into()), "{told:?}");
    assert!(house.days.iter().any(|d| d.date > today), "the leave goes on");
}

#[test]
fn the_figures_tell_the_children_apart() {
    let today = date(2026, 11, 25);
    let house = house(today);
    let calendar = Calendar::new(house.closures.clone());
    let figures = |name: &str, days: u64| {
        let (child, case) = of(&house, name);
        let timetables: Vec<_> = house.timetables.iter().filter(|t| t.case == case.id).cloned().collect();
        let on = |date| house.days.iter().find(|d| d.case == case.id && d.date == date);
        let (from, to) = (today - Days::new(days), today - Days::new(1));
        let plan = |date: NaiveDate| {
            in_force(&timetables, date).map_or(const { &DayPlan::UNKNOWN }, |t| t.day(date.weekday()))
        };
        Figures::count(child, case.enrolment().unwrap(), plan, &calendar, on, from, to)
    };
    let share = |name: &str| figures(name, 90).share().unwrap();
    assert!(share("Freja Winther") > 0.9, "{}", share("Freja Winther"));
    assert!(share("Ida Marie Toft") < 0.62, "{}", share("Ida Marie Toft"));
    assert!(share("Noah Lind") > share("Søren Ærø"));
    assert!(figures("Elias Bech", 30).planned.get() <= 4, "met elsewhere drops out");
    let mads = figures("Mads Østergaard", 90);
    assert!(mads.marked.of(MarkKind::Late).get() * 5 > mads.attended().get());
    assert!(figures("Søren Ærø", 90).unregistered > Halves::NONE);
    assert!(figures("Ida Marie Toft", 60).marked.of(MarkKind::Unlawful).get() >= 6);
    // No day off in the timetable has a mark, except a leave that covers it.
    for day in house.days.iter().filter(|d| d.origin == Origin::Own && d.is_marked()) {
        let own: Vec<_> = house.timetables.iter().filter(|t| t.case == day.case).cloned().collect();
        let plan = in_force(&own, day.date).map(|t| t.day(day.date.weekday()));
        assert_ne!(plan, Some(&DayPlan::Off), "{day:?}");
    }
}

#[test]
fn practice_a_series_of_several_lines_and_a_count_of_days_are_there_to_be_seen() {
    let today = date(2026, 11, 25);
    let house = house(today);
    let (_, alma) = of(&house, "Alma Holm");
    let plans: Vec<_> = house.timetables.iter().filter(|t| t.case == alma.id).cloned().collect();
    let in_practice =
        |on: NaiveDate| in_force(&plans, on).map(|t| t.day(on.weekday())) == Some(&DayPlan::Practice);
    let practice = house.days.iter().filter(|day| day.case == alma.id && in_practice(day.date)).count();
    assert!((4..12).contains(&practice), "{practice}");
    let settings = &house.settings[0];
    let series = &settings.series[0];
    let scores: Vec<_> = house.measures.iter().filter(|m| m.case == alma.id).collect();
    assert!(series.count() == 4 && scores.len() > 3, "{}", scores.len());
    assert!(scores.iter().all(|m| m.lines().len() == 4 && m.lines().iter().all(|line| series.has(*line))));
    let numbers = |m: &Measure| m.number().unwrap().0;
    let (first, last) = (scores.iter().min_by_key(|m| m.date), scores.iter().max_by_key(|m| m.date));
    assert_eq!((numbers(first.unwrap()), numbers(last.unwrap())), (120, 20));
    // What last quarter's count of days asked for was done.
    assert!(house.answers.iter().any(|answer| answer.obligation == ObligationKind::AbsenceContact));
}

#[test]
fn the_notes_read_like_notes() {
    let house = house(date(2026, 11, 25));
    assert!(house.talks.iter().all(|t| t.signed_at.is_some()));
    let signed = house.talks.len();
    assert!((60..=400).contains(&signed), "{signed}");
    assert!(house.talks.iter().filter(|t| t.kind() == TalkKind::Consultation).count() >= 2);
    let mut heard: BTreeSet<(_, &LongText)> = BTreeSet::new();
    for talk in &house.talks {
        let text = talk.text.as_str();
        assert!(!text.contains(['{', '}']), "a slot is left: {text}");
        assert!(
            !talk.participants.iter().any(|p| matches!(p, Participant::Other(w) if w.as_str().contains('{')))
        );
        let sentences = text.matches(['.', '?', '!']).count();
        assert!((1..=12).contains(&sentences), "{text}");
        assert!(heard.insert((talk.case(), &talk.text)), "one child, the same note twice: {text}");
    }
}

#[test]
fn built_in_a_moment() {
    // Measured against its size: a fixed time limit would measure the machine.
    let (begun, mut minted) = (Instant::now(), 0_u128);
    let house = records(date(2026, 11, 25), || {
        minted += 1;
        minted
    })
    .unwrap();
    println!("{minted} ids and {} days in {:?}", house.days.len(), begun.elapsed());
    assert!(minted < 2_000 && house.days.len() < 5_000, "{minted} ids, {} days", house.days.len());
}
