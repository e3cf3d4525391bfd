//! The figures of the house: the register of a day, the seats, and the workload of a member of staff.

use chrono::{Datelike, NaiveDate};
use trivsel_domain::record::{Appointment, Case};
use trivsel_domain::rules::heat::DayCount;
use trivsel_domain::rules::load::last_school_weeks;
use trivsel_domain::rules::register::Registration;
use trivsel_domain::rules::seats::occupied;
use trivsel_domain::rules::talks_due::TalkDue;
use trivsel_domain::value::{Coded, Half, Halves, Pedagogical, ProgrammeCode};

use super::attendance::when;
use super::{Figure, Row};
use crate::layers::seats::SeatMap;
use crate::layers::staff_load::StaffLoad;
use crate::model::Model;
use crate::panes::attendance::draw::status;
use crate::panes::attendance::grid;
use crate::view::{CaseView, Names};
use trivsel_words::numbers::{decimal_short, half_days, percent};
use trivsel_words::{dates, heat};

/// The counts of the register shown, each with its children.
pub(super) fn register(model: &Model) -> Vec<Figure> {
    let (words, pane) = (&model.words, &model.attendance);
    let kinds = [
        ("attendance-registered", Registration::Registered),
        ("attendance-prefilled", Registration::Prefilled),
        ("attendance-missing", Registration::Blank),
        ("counted-not-expected", Registration::NotExpected),
    ];
    let day = when(model, pane.date);
    let figure = |(id, what): (&str, Registration)| {
        let listed = pane.rows().iter().filter(|row| pane.registration(row) == what);
        let row = |row: &CaseView| {
            let day = row.days.get(&pane.date);
            let (told, _) = status(words, &model.theme, row.plan(pane.date), day, Half::First);
            Row { when: row.name.to_string(), what: told, counts: String::new() }
        };
        let rows: Vec<Row> = listed.map(row).collect();
        let count = words.with(id, &[("count", rows.len().into())]);
        let how = vec![words.with("counted-how-register", &[("day", day.clone().into())])];
        (!rows.is_empty()).then(|| Figure { name: format!("{day} · {count}"), how, rows })
    };
    let sums = grid::GROUPS.into_iter().filter_map(|(label, kinds)| {
        let counted = pane.rows().iter().map(|row| (row, grid::halves(row, pane.date, kinds)));
        let counted = counted.filter(|(_, halves)| *halves > Halves::NONE);
        let counted: Vec<(&CaseView, Halves<Pedagogical>)> = counted.collect();
        let days = half_days(words.lang(), counted.iter().map(|(_, halves)| *halves).sum());
        let row = |(row, halves): &(&CaseView, Halves<Pedagogical>)| Row {
            when: row.name.to_string(),
            what: half_days(words.lang(), *halves),
            counts: String::new(),
        };
        let name = format!("{day} · {} {days}", words.get(label));
        let how = vec![words.get("counted-how-sums").to_owned()];
        (!counted.is_empty()).then(|| Figure { name, how, rows: counted.iter().map(row).collect() })
    });
    kinds.into_iter().filter_map(figure).chain(sums).collect()
}

/// The figures of the house's map: the day under the cursor by child, and the school year by month.
pub(super) fn map(model: &Model) -> (String, Vec<Figure>) {
    let (words, lang, pane) = (&model.words, model.words.lang(), &model.attendance);
    let of = words.get("house-map-title").to_owned();
    let Some(year) = &pane.house_year else { return (of, Vec::new()) };
    let row = |when: String, count: &DayCount| Row {
        when,
        what: heat::figures(words, count).unwrap_or_else(|| words.get("status-blank").to_owned()),
        counts: String::new(),
    };
    let how = || vec![words.get("counted-how-own").to_owned()];
    let figure = |what: &str, count: &DayCount, rows: Vec<Row>| {
        let args = [("what", what.into()), ("share", percent(lang, count.share()?).into())];
        Some(Figure { name: words.with("counted-share", &args), how: how(), rows })
    };
    let of_day = year.on(pane.date).filter(|count| count.expected > 0);
    let children = year.children_on(pane.date).filter(|(_, count)| count.expected > 0);
    let children = children.map(|(on, count)| row(model.roster.namesakes.name(&on.child).to_string(), count));
    let day = of_day.and_then(|count| figure(&when(model, pane.date), count, children.collect()));
    let (first, last) = (year.year().first_day(), year.year().last_day().min(model.today()));
    let months = first.iter_days().take_while(|d| *d <= last).filter(|d| d.day() == 1);
    let months = months.map(|month| {
        let end = month + chrono::Days::new(u64::from(month.num_days_in_month()) - 1);
        row(dates::month_year(lang, month), &year.sum(month, end.min(last)))
    });
    let all = figure(&dates::span(lang, first, last), &year.sum(first, last), months.collect());
    (of, day.into_iter().chain(all).collect())
}

/// The seats of each programme with a limit, from the running cases.
pub(super) fn seats(model: &Model, cases: &[Case], on: NaiveDate, names: &Names) -> Vec<Figure> {
    let codes = model.roster.programmes.iter().map(|(p, _)| p.code());
    let name = |case: &Case| names.get(&case.id).map_or_else(|| "–".to_owned(), ToString::to_string);
    codes.filter_map(|code| seats_held(model, cases, code, on, name)).collect()
}

/// The seats and the waiting list of the map that is open.
pub(super) fn seats_of(model: &Model, map: &SeatMap) -> (String, Vec<Figure>) {
    let Some(code) = map.code(model) else { return (String::new(), Vec::new()) };
    let (cases, on) = map.cases();
    let words = &model.words;
    let held = seats_held(model, cases, &code, on, |case| map.name(model, case).to_string());
    let waiting = map.waiting(model);
    let row = |case: &&Case| Row {
        when: when(model, case.waiting_since().unwrap_or(case.referral.on)),
        what: map.name(model, case).to_string(),
        counts: words.code("stage", case.stage().code()).to_owned(),
    };
    let name = words.with("counted-waiting", &[("count", waiting.len().into())]);
    let how = vec![words.get("counted-how-waiting").to_owned()];
    let waits = Figure { name, how, rows: waiting.iter().map(row).collect() };
    let of = model.roster.programme_name(&code, words.lang()).to_owned();
    (of, held.into_iter().chain([waits]).collect())
}

/// The seats of a programme on a day, with who holds each; `None` without a limit.
fn seats_held(
    model: &Model,
    cases: &[Case],
    code: &ProgrammeCode,
    on: NaiveDate,
    name: impl Fn(&Case) -> String,
) -> Option<Figure> {
    let (words, lang) = (&model.words, model.words.lang());
    let (_, house) = model.roster.programmes.iter().find(|(p, _)| p.code() == code)?;
    let norm = usize::from(house.seats.number()?);
    let held = occupied(cases, code, on);
    let row = |(seat, case): &(trivsel_domain::value::SeatNumber, &Case)| {
        let from = case.stay().map(|stay| dates::day_month_year(lang, stay.from)).unwrap_or_default();
        let end = case.enrolment().and_then(|e| e.until).or(case.expected_end);
        let end = end.map_or_else(String::new, |end| {
            words.with("counted-seat-until", &[("day", dates::day_month_year(lang, end).into())])
        });
        Row {
            when: words.with("counted-seat", &[("seat", usize::from(seat.get()).into())]),
            what: name(case),
            counts: format!("{} {end}", words.with("counted-seat-from", &[("day", from.into())]))
                .trim()
                .to_owned(),
        }
    };
    let rows: Vec<Row> = held.iter().map(row).collect();
    let share = percent(lang, held.len() as f64 / norm.max(1) as f64);
    let args = [
        ("held", held.len().into()),
        ("norm", norm.into()),
        ("share", share.into()),
        ("programme", model.roster.programme_name(code, lang).into()),
    ];
    let how = vec![words.with("counted-how-seats", &[("day", when(model, on).into())])];
    Some(Figure { name: words.with("counted-seats", &args), how, rows })
}

/// The workload of the member of staff under the cursor: cases, talks, and the weeks ahead.
pub(super) fn staff(model: &Model, load: &StaffLoad) -> (String, Vec<Figure>) {
    let Some(one) = load.selected() else { return (String::new(), Vec::new()) };
    let (words, lang, today) = (&model.words, model.words.lang(), model.today());
    let (who, facts) = (one.staff, load.facts());
    let of = model.roster.name(who).to_owned();
    let running = |is: &dyn Fn(&Case) -> bool| -> Vec<Row> {
        let cases = facts.cases.iter().filter(|case| case.runs_on(today) && is(case));
        let row = |case: &Case| Row {
            when: words.code("stage", case.stage().code()).to_owned(),
            what: model.told_name(case.id),
            counts: String::new(),
        };
        cases.map(row).collect()
    };
    let how = |id: &str| vec![words.get(id).to_owned()];
    let primary = running(&|case| case.contacts.primary == Some(who));
    let secondary = running(&|case| case.contacts.secondary == Some(who));
    let mut all = Vec::new();
    for (id, rows) in [("counted-primary", primary), ("counted-secondary", secondary)] {
        let name = words.with(id, &[("count", rows.len().into())]);
        all.push(Figure { name, how: how("counted-how-contact"), rows });
    }
    let talk = |talk: &trivsel_domain::rules::dossier::TalkFact| Row {
        when: when(model, talk.date),
        what: words.code("talk", talk.kind.code()).to_owned(),
        counts: words.get("counted-one-talk").to_owned(),
    };
    let weeks = last_school_weeks(&model.roster.calendar, today);
    let rows: Vec<Row> = weeks.iter().flat_map(|monday| facts.held_in(who, *monday)).map(talk).collect();
    let told = weeks.iter().map(|monday| dates::week(lang, *monday)).collect::<Vec<_>>().join(", ");
    let args = [("talks", rows.len().into()), ("weeks", weeks.len().into())];
    let counted = words.with("counted-how-talks", &[("weeks", told.into())]);
    all.push(Figure { name: words.with("counted-talks", &args), how: vec![counted], rows });
    for (n, week) in one.ahead.iter().enumerate() {
        let name = dates::week(lang, week.monday);
        let due = |due: &TalkDue| Row {
            when: when(model, due.date),
            what: model.told_name(due.case),
            counts: words.get(if due.late { "counted-late" } else { "counted-due" }).to_owned(),
        };
        let mut rows: Vec<Row> = facts.due_in(who, week.monday, today).map(due).collect();
        rows.extend(facts.held_in(who, week.monday).into_iter().map(talk));
        let args = [
            ("week", name.as_str().into()),
            ("due", week.due.into()),
            ("late", week.late.into()),
            ("held", week.held.into()),
        ];
        let id = if n == 0 { "counted-how-this-week" } else { "counted-how-due" };
        all.push(Figure { name: words.with("counted-week-due", &args), how: how(id), rows });
        let hours = |minutes: u32| decimal_short(lang, f64::from(minutes) / 60.0, 2);
        let booked = |one: &Appointment| {
            let hours = one.hours.map(|h| hours(u32::from(h.minutes()))).unwrap_or_default();
            let counts = if hours.is_empty() {
                words.get("counted-not").to_owned()
            } else {
                words.with("load-hours", &[("hours", hours.into())])
            };
            Row { when: when(model, one.date), what: one.title.as_str().to_owned(), counts }
        };
        let rows = facts.booked_in(who, week.monday).map(booked).collect();
        let args = [("week", name.into()), ("hours", hours(week.minutes).into())];
        all.push(Figure {
            name: words.with("counted-week-hours", &args),
            how: how("counted-how-hours-booked"),
            rows,
        });
    }
    (of, all)
}
