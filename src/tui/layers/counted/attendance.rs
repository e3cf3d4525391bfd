//! The figures of attendance, day by day: shares and hours in the pedagogical count, and the quarter in the statutory one.

use chrono::{Datelike, NaiveDate};
use trivsel_domain::record::{Day, Limits, Origin};
use trivsel_domain::rules::concern::{Concern, looks_back_to, planned_days, since};
use trivsel_domain::rules::counted::{CountedDay, counted_days};
use trivsel_domain::rules::patterns::{Streak, Times, streaks};
use trivsel_domain::rules::reported::Attendance;
use trivsel_domain::rules::statutory::{Cause, absent_days, practice_days};
use trivsel_domain::value::{Coded, Half, Halves, Mark, MarkKind, Pedagogical, Statutory};

use super::{Figure, Row};
use crate::model::Model;
use crate::panes::attendance::patterns::{failing_lines, streak_line};
use crate::panes::attendance::told::figure_lines;
use crate::panes::caseload;
use crate::view::CaseView;
use trivsel_words::numbers::{decimal_short, half_days, percent, whole_percent};
use trivsel_words::{dates, mark, reported};

/// The days of a child in a span, oldest first.
pub(super) fn days(model: &Model, line: &CaseView, from: NaiveDate, to: NaiveDate) -> Vec<CountedDay> {
    let Some(enrolment) = line.case.enrolment() else { return Vec::new() };
    let day = |date: NaiveDate| line.days.get(&date);
    counted_days(&line.child, enrolment, |d| line.plan(d), &model.roster.calendar, day, from, to)
}

/// The share of a span; `None` if nothing is registered or reported in it. Only of own registers are there hours.
pub(super) fn share(
    model: &Model,
    line: &CaseView,
    name: &str,
    (from, to): (NaiveDate, NaiveDate),
) -> Option<Figure> {
    let figures = line.count(&model.roster.calendar, from, to)?;
    of_attendance(model, line, name, &figures)
}

/// What a share that was counted is made of.
pub(super) fn of_attendance(
    model: &Model,
    line: &CaseView,
    name: &str,
    figures: &Attendance,
) -> Option<Figure> {
    let words = &model.words;
    let share = percent(words.lang(), figures.share()?);
    let mut how = figure_lines(words, figures);
    let (id, rows) = match figures {
        Attendance::Own(own) => {
            let days = days(model, line, own.from, own.to);
            ("counted-how-own", days.iter().rev().map(|day| own_row(model, day)).collect())
        }
        Attendance::Reported(weeks) => {
            let within = |w: &&trivsel_domain::record::ReportedWeek| {
                (weeks.from..=weeks.to).contains(&w.monday.thursday())
            };
            let row = |week: &trivsel_domain::record::ReportedWeek| Row {
                when: dates::week(words.lang(), week.monday.monday()),
                what: reported::told(words, week),
                counts: counted_as(model, week.days.attended(), week.days.possible() - week.days.attended()),
            };
            let mut found: Vec<_> = line.reported.iter().filter(within).collect();
            found.sort_by_key(|week| std::cmp::Reverse(week.monday));
            ("counted-how-reported", found.into_iter().map(row).collect())
        }
        Attendance::Imported(school) => {
            let within =
                |d: &&Day| d.origin == Origin::SendingSchool && (school.from..=school.to).contains(&d.date);
            let days = line.days.values().rev().filter(within).filter(|d| d.is_marked());
            ("counted-how-imported", days.map(|day| imported_row(model, line, day)).collect())
        }
    };
    how.insert(how.len().min(1), words.get(id).to_owned());
    let name = words.with("counted-share", &[("what", name.into()), ("share", share.into())]);
    Some(Figure { name, how, rows })
}

/// The attended hours of a span against the planned ones; `None` where the hours are not known.
pub(super) fn hours(
    model: &Model,
    line: &CaseView,
    name: &str,
    (from, to): (NaiveDate, NaiveDate),
) -> Option<Figure> {
    let words = &model.words;
    let figures = line.count(&model.roster.calendar, from, to)?.own()?;
    let told = |minutes: u32| decimal_short(words.lang(), f64::from(minutes) / 60.0, 2);
    let of = |attended: u32, planned: u32| {
        words.with("counted-hours", &[("attended", told(attended).into()), ("planned", told(planned).into())])
    };
    let share = percent(words.lang(), figures.share_of_minutes()?);
    let whole = of(figures.minutes_attended, figures.minutes_planned);
    let args = [("what", name.into()), ("share", share.into()), ("hours", whole.into())];
    let span = dates::span(words.lang(), figures.from, figures.to);
    let row = |day: &CountedDay| {
        let figures = &day.figures;
        let counts = if figures.minutes_planned == 0 {
            words.get("counted-not").to_owned()
        } else {
            of(figures.minutes_attended, figures.minutes_planned)
        };
        Row { counts, ..own_row(model, day) }
    };
    let rows = days(model, line, from, to).iter().rev().map(row).collect();
    let how = vec![words.with("counted-how-hours", &[("span", span.into())])];
    Some(Figure { name: words.with("counted-hours-share", &args), how, rows })
}

/// The quarter meter, with every day of absence in the quarter.
pub(super) fn quarter(model: &Model, line: &CaseView) -> Option<Figure> {
    let (words, lang) = (&model.words, model.words.lang());
    let (meter, enrolment) = (line.quarter?, line.case.enrolment()?);
    let (from, to) = (meter.quarter.first_day(), meter.quarter.last_day());
    let limits = &model.roster.lists.absence_limits;
    let rule = line.programme.as_ref()?.absence().on(from, limits)?;
    let school_days: Vec<NaiveDate> = model.roster.calendar.school_days(from, to).collect();
    let counts_sick = matches!(meter.limits, Limits::Days { .. });
    let day = |date: NaiveDate| line.days.get(&date);
    let row = |(date, cause, halves): (NaiveDate, Cause, Halves<_>)| {
        let counted = cause == Cause::Unlawful || counts_sick && cause == Cause::Sick;
        let days = half_days(lang, halves);
        let id = if counted { "counted-in-quarter" } else { "counted-beside-quarter" };
        let kind = match cause {
            Cause::Sick => MarkKind::Sick,
            Cause::Leave => MarkKind::Leave,
            Cause::Unlawful => MarkKind::Unlawful,
        };
        let marks = day(date).map(|day| marks_told(model, day, line.child.marks_twice_a_day(date)));
        Row {
            when: when(model, date),
            what: marks.unwrap_or_else(|| words.code("mark", kind.code()).to_owned()),
            counts: words.with(id, &[("days", days.into())]),
        }
    };
    let absent = absent_days(&rule, &line.child, enrolment, &school_days, day);
    let mut rows: Vec<(NaiveDate, Row)> = absent.map(|one| (one.0, row(one))).collect();
    let plan = |date: NaiveDate| line.plan(date);
    let practice: Vec<_> = practice_days(&rule, &line.child, enrolment, plan, &school_days, day).collect();
    let in_practice: Halves<Statutory> = practice.iter().map(|(_, halves)| *halves).sum();
    rows.extend(practice.into_iter().map(|(date, halves)| {
        let counts = words.with("counted-practice", &[("days", half_days(lang, halves).into())]);
        (date, Row { when: when(model, date), what: words.get("plan-practice").to_owned(), counts })
    }));
    rows.sort_by_key(|(date, _)| std::cmp::Reverse(*date));
    let rows = rows.into_iter().map(|(_, row)| row).collect();
    let (first, second) = meter.thresholds();
    let args = [
        ("quarter", meter.quarter.number().into()),
        ("days", half_days(lang, meter.counted()).into()),
        ("all", meter.school_days.into()),
        ("share", whole_percent(lang, meter.percent().unwrap_or(0)).into()),
    ];
    let how = [
        (
            "first",
            if counts_sick { meter.limits.pair().0.to_string() } else { half_days(lang, first) }.into(),
        ),
        ("second", half_days(lang, second).into()),
        ("span", dates::span(lang, from, to).into()),
    ];
    let (id, told) = if counts_sick {
        ("counted-quarter-days", "counted-how-quarter-days")
    } else {
        ("counted-quarter", "counted-how-quarter")
    };
    let used = if counts_sick { &args[..2] } else { &args[..] };
    let practice = (in_practice > Halves::NONE)
        .then(|| words.with("counted-how-practice", &[("days", half_days(lang, in_practice).into())]));
    let how = [words.with(told, &how), words.get("counted-how-statutory").to_owned()];
    let how = how.into_iter().chain(practice).collect();
    Some(Figure { name: words.with(id, used), how, rows })
}

/// The rule of concern that fires, with the days that it looks at.
pub(super) fn concern(model: &Model, line: &CaseView, on: NaiveDate) -> Option<Figure> {
    let words = &model.words;
    let (fired, enrolment) = (line.concern.as_ref()?, line.case.enrolment()?);
    let name = caseload::concern_told(model, line)?;
    if line.is_at_own_school() {
        let weeks = share(model, line, &name, (since(on), on))?;
        return Some(Figure { name, ..weeks });
    }
    let school_days: Vec<NaiveDate> =
        model.roster.calendar.school_days(looks_back_to(&model.roster.calendar, on), on).collect();
    let day = |date: NaiveDate| line.days.get(&date);
    let planned = planned_days(&line.child, enrolment, |d| line.plan(d), &school_days, day);
    let counted = fired.what.counts(&planned, since(on));
    let row = |one: &trivsel_domain::rules::concern::SchoolDay| {
        let marks = day(one.date).map(|day| marks_told(model, day, line.child.marks_twice_a_day(one.date)));
        let present = Halves::<Pedagogical>::new(one.registered - one.absent);
        let counts = match (one.registered, one.absent) {
            (0, _) => words.get("counted-unregistered").to_owned(),
            (_, 0) => words.get("counted-no-absence").to_owned(),
            (_, absent) => counted_as(model, present, Halves::new(absent)),
        };
        let what = marks.unwrap_or_else(|| words.get("counted-blank").to_owned());
        Row { when: when(model, one.date), what, counts }
    };
    let rows = counted.iter().rev().map(row).collect();
    let span = match (counted.first(), counted.last()) {
        (Some(first), Some(last)) => dates::span(words.lang(), first.date, last.date),
        _ => String::new(),
    };
    let id = match fired.what {
        Concern::Share { .. } => "counted-how-concern-share",
        Concern::InARow(_) => "counted-how-concern-row",
        Concern::Within { .. } => "counted-how-concern-within",
    };
    Some(Figure { name, how: vec![words.with(id, &[("span", span.into())])], rows })
}

/// The longest row of absence in a span, and the weekdays and times that fail in it.
pub(super) fn patterns(model: &Model, line: &CaseView, (from, to): (NaiveDate, NaiveDate)) -> Vec<Figure> {
    let words = &model.words;
    let all = days(model, line, from, to);
    let span = dates::span(words.lang(), from, to);
    let rows = |is_in: &dyn Fn(&CountedDay) -> bool| {
        all.iter().rev().filter(|day| is_in(day)).map(|day| own_row(model, day)).collect::<Vec<_>>()
    };
    let within = |streak: Streak| move |day: &CountedDay| (streak.from..=streak.to).contains(&day.date());
    let found = streaks(&all);
    let longest = found.absent.and_then(|streak| {
        let name = streak_line(words, found)?;
        let how = vec![words.with("counted-how-streak", &[("span", span.clone().into())])];
        Some(Figure { name, how, rows: rows(&within(streak)) })
    });
    let times = Times::count(&all);
    let how = || vec![words.with("counted-how-failing", &[("span", span.clone().into())])];
    let mut failing: Vec<Figure> = Vec::new();
    let lines = failing_lines(words, &times);
    let mut names = lines.into_iter();
    for (weekday, _) in times.failing_weekdays() {
        let Some(name) = names.next() else { break };
        failing.push(Figure { name, how: how(), rows: rows(&|day| day.date().weekday() == weekday) });
    }
    if let Some((half, _)) = times.failing_half()
        && let Some(name) = names.next()
    {
        let index = usize::from(half == Half::Second);
        let rows = all.iter().rev().filter(|d| d.marks.len() == 2).map(|day| {
            let mark = day.marks.get(index).copied().flatten();
            Row {
                when: when(model, day.date()),
                what: mark.map_or_else(|| words.get("counted-blank").to_owned(), |m| mark::mark(words, m)),
                counts: String::new(),
            }
        });
        failing.push(Figure { name, how: how(), rows: rows.collect() });
    }
    for ((hour, _), name) in times.failing_hours().into_iter().zip(names) {
        let row = |day: &CountedDay| {
            let count = day.hours.get(&hour)?;
            let args = [("attended", count.attended.into()), ("planned", count.planned.into())];
            Some(Row { counts: words.with("counted-minutes", &args), ..own_row(model, day) })
        };
        failing.push(Figure { name, how: how(), rows: all.iter().rev().filter_map(row).collect() });
    }
    longest.into_iter().chain(failing).collect()
}

/// A day with its marks, and what it counts as in a share.
fn own_row(model: &Model, day: &CountedDay) -> Row {
    let words = &model.words;
    let what = match day.marks.iter().flatten().next() {
        None => words.get("counted-blank").to_owned(),
        Some(_) => mark::marks(words, &day.marks),
    };
    let counts = if day.figures.planned == Halves::NONE {
        words.get("counted-unplanned").to_owned()
    } else if !day.is_counted() {
        words.get("counted-unregistered").to_owned()
    } else {
        let mut parts = vec![counted_as(model, day.figures.attended(), day.absent())];
        let elsewhere = day.figures.marked.of(MarkKind::Elsewhere);
        if elsewhere > Halves::NONE {
            parts.push(words.get("counted-contact").to_owned());
        }
        if day.figures.unregistered > Halves::NONE {
            parts.push(words.get("counted-rest-unregistered").to_owned());
        }
        parts.retain(|part| !part.is_empty());
        parts.join(" · ")
    };
    Row { when: when(model, day.date()), what, counts }
}

fn imported_row(model: &Model, line: &CaseView, day: &Day) -> Row {
    let twice = line.child.marks_twice_a_day(day.date);
    let halves: &[(Half, u32)] =
        if twice { &[(Half::First, 1), (Half::Second, 1)] } else { &[(Half::First, 2)] };
    let (mut attended, mut absent) = (Halves::NONE, Halves::NONE);
    for (half, weight) in halves {
        match day.mark(*half).map(Mark::kind) {
            Some(MarkKind::Present | MarkKind::Late | MarkKind::Partial) => attended += Halves::new(*weight),
            Some(MarkKind::NotExpected) | None => {}
            Some(_) => absent += Halves::new(*weight),
        }
    }
    let counts = counted_as(model, attended, absent);
    Row { when: when(model, day.date), what: marks_told(model, day, twice), counts }
}

/// Days attended and absent: "mødt 0,5 · fravær 0,5".
fn counted_as(model: &Model, attended: Halves<Pedagogical>, absent: Halves<Pedagogical>) -> String {
    let words = &model.words;
    let part = |id: &str, halves: Halves<Pedagogical>| {
        (halves > Halves::NONE).then(|| words.with(id, &[("days", half_days(words.lang(), halves).into())]))
    };
    let parts = [part("counted-attended", attended), part("counted-absent", absent)];
    parts.into_iter().flatten().collect::<Vec<_>>().join(" · ")
}

fn marks_told(model: &Model, day: &Day, twice: bool) -> String {
    let halves: &[Half] = if twice { &[Half::First, Half::Second] } else { &[Half::First] };
    mark::marks(&model.words, &halves.iter().map(|half| day.mark(*half)).collect::<Vec<_>>())
}

/// The day, with its year unless it is this one.
pub(super) fn when(model: &Model, date: NaiveDate) -> String {
    dates::day_short_seen(model.words.lang(), date, model.today())
}
