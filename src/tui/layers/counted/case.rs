//! The figures of one child, chosen by the place that shows them.

use chrono::{Datelike, Days, NaiveDate};
use trivsel_domain::record::{FollowUp, Goal, Measure, Progress, Strand};
use trivsel_domain::rules::baseline::Measured;
use trivsel_domain::rules::calendar::monday_of;
use trivsel_domain::rules::gate::Gate;
use trivsel_domain::rules::open_scores::OpenScores;
use trivsel_domain::rules::track::spells;
use trivsel_domain::rules::weeks::Week;
use trivsel_domain::value::{Coded, SchoolYear};

use super::{Figure, Row, attendance, house, lists, scores, teaching};
use crate::layers::Layer;
use crate::model::Model;
use crate::panes::{attendance as register, caseload};
use crate::view::{CaseView, Names};
use crate::widgets::weeks;
use trivsel_words::numbers::part;
use trivsel_words::{dates, talk};

/// Days in the share that every list shows.
const THIRTY: u64 = 30;

/// The place that shows the figures.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// A row of the list of the day.
    Today,
    /// A row of the caseload.
    Caseload,
    /// A view of the register.
    Register(register::View),
    /// The sheet of a case.
    Sheet,
    /// The teaching plan.
    Teaching,
    /// The week at the own schools.
    OwnSchool,
}

/// What was read of a child.
#[derive(Debug)]
pub struct CountedRead {
    pub place: Place,
    /// The day that the figures end on.
    pub date: NaiveDate,
    /// The case with its whole register and every week that was reported.
    pub line: CaseView,
    pub baseline: Vec<Measured>,
    pub gate: Gate,
    /// Oldest first.
    pub weeks: Vec<Week>,
    pub goals: Vec<Goal>,
    /// The names of the children with a running case, for a place that shows their seats.
    pub names: Names,
    /// Oldest first.
    pub measures: OpenScores,
    /// The follow-ups that the reader may see.
    pub follow_ups: Vec<FollowUp>,
}

/// The figures that a place shows of a child, the nearest first.
pub(super) fn figures(model: &Model, read: &CountedRead) -> Vec<Figure> {
    match read.place {
        Place::Today => {
            let mut all = worries(model, read);
            all.extend(lists::today(model).1);
            all
        }
        Place::Caseload => {
            let mut all = worries(model, read);
            all.extend(house::seats(model, model.caseload.running(), model.today(), &read.names));
            all.extend(lists::cases(model, &read.names));
            all
        }
        Place::Sheet => {
            let mut all = worries(model, read);
            all.extend(by_week(model, read));
            all.extend(read.baseline.iter().filter_map(|measured| point(model, &read.line, measured)));
            all.extend(latest(model, read));
            all.extend(read.goals.iter().filter(|goal| goal.ended.is_none()).filter_map(|g| goal(model, g)));
            all.extend(stages(model, &read.line));
            all
        }
        Place::Register(view) => of_view(model, read, view),
        Place::Teaching => teaching::figures(model, read),
        Place::OwnSchool => {
            let missing = model.layers.iter().find_map(|layer| match layer {
                Layer::OwnSchool(list) => lists::not_reported(model, list),
                _ => None,
            });
            thirty(model, read).into_iter().chain(missing).collect()
        }
    }
}

fn thirty(model: &Model, read: &CountedRead) -> Option<Figure> {
    let span = (read.date - Days::new(THIRTY - 1), read.date);
    attendance::share(model, &read.line, model.words.get("counted-thirty"), span)
}

/// The share, the quarter, the concern and what is overdue.
fn worries(model: &Model, read: &CountedRead) -> Vec<Figure> {
    let line = &read.line;
    let concern = attendance::concern(model, line, read.date);
    [thirty(model, read), attendance::quarter(model, line), concern, overdue(model, read)]
        .into_iter()
        .flatten()
        .collect()
}

/// The overdue follow-ups.
fn overdue(model: &Model, read: &CountedRead) -> Option<Figure> {
    let (words, today) = (&model.words, model.today());
    let late: Vec<&FollowUp> = read.follow_ups.iter().filter(|f| f.is_overdue(today)).collect();
    let row = |one: &&FollowUp| Row {
        when: attendance::when(model, one.due),
        what: one.what.as_str().to_owned(),
        counts: talk::doer(&model.roster.staff, &one.who),
    };
    let name = words.with("caseload-overdue", &[("count", late.len().into())]);
    let how = vec![words.get("counted-how-overdue").to_owned()];
    (!late.is_empty()).then(|| Figure { name, how, rows: late.iter().map(row).collect() })
}

/// The weeks of the course, the newest first, each register by itself.
fn by_week(model: &Model, read: &CountedRead) -> Option<Figure> {
    let words = &model.words;
    let row = |week: &Week| {
        let (attended, of) = week.half_days();
        let share = part(words.lang(), attended, of);
        Row {
            when: dates::week_seen(words.lang(), week.monday, model.today()),
            what: weeks::figures(words, &week.attendance).join(" · "),
            counts: share.unwrap_or_default(),
        }
    };
    let name = words.with("counted-by-week", &[("count", read.weeks.len().into())]);
    let how = vec![words.get("counted-how-by-week").to_owned()];
    (!read.weeks.is_empty()).then(|| Figure { name, how, rows: read.weeks.iter().rev().map(row).collect() })
}

/// How far a goal has come; `None` if nobody has said.
fn goal(model: &Model, goal: &Goal) -> Option<Figure> {
    let words = &model.words;
    let told = |progress: &Progress| format!("{}/10", progress.value.get());
    let row = |progress: &Progress| Row {
        when: attendance::when(model, progress.date),
        what: told(progress),
        counts: String::new(),
    };
    let name = format!("{} · {}", told(&goal.latest()?), goal.text.as_str());
    let how = vec![words.get("counted-how-goal").to_owned()];
    Some(Figure { name, how, rows: goal.progress.iter().rev().map(row).collect() })
}

/// The time at the stage that the case is at, with all its stages.
fn stages(model: &Model, line: &CaseView) -> Option<Figure> {
    let (words, today) = (&model.words, model.today());
    let all = spells(&line.case);
    let time = |from: NaiveDate, until: Option<NaiveDate>| {
        let days = (until.unwrap_or(today) - from).num_days();
        caseload::told_days(words, u32::try_from(days).unwrap_or(0))
    };
    let (stage, here) = all.last()?;
    let name = format!("{} · {}", words.code("stage", stage.code()), time(here.from, here.until));
    let rows = all.iter().rev().map(|(stage, spell)| Row {
        when: attendance::when(model, spell.from),
        what: words.code("stage", stage.code()).to_owned(),
        counts: time(spell.from, spell.until),
    });
    Some(Figure { name, how: vec![words.get("counted-how-stages").to_owned()], rows: rows.collect() })
}

/// A point of the baseline.
fn point(model: &Model, line: &CaseView, measured: &Measured) -> Option<Figure> {
    let words = &model.words;
    let code = measured.at.code();
    let name = format!("{} · {}", words.get("sheet-attendance"), words.code("baseline", code));
    let mut figure = attendance::of_attendance(model, line, &name, &measured.attendance)?;
    figure.how.push(words.code("baseline-told", code).to_owned());
    Some(figure)
}

/// The strands of scores, each with its change.
fn latest(model: &Model, read: &CountedRead) -> Vec<Figure> {
    let mut strands: Vec<Strand> = read.measures.iter().map(Measure::strand).collect();
    strands.sort();
    strands.dedup();
    let age = read.line.child.age_on(read.date);
    strands.iter().map(|strand| scores::of_strand(model, strand, age, &read.measures)).collect()
}

fn of_view(model: &Model, read: &CountedRead, view: register::View) -> Vec<Figure> {
    let (words, lang, line, date) = (&model.words, model.words.lang(), &read.line, read.date);
    let until = |last: NaiveDate| last.min(model.today());
    let span = match view {
        register::View::Day | register::View::Week => {
            let monday = monday_of(date);
            let week = dates::week(lang, monday);
            let week = attendance::share(model, line, &week, (monday, until(monday + Days::new(4))));
            let mut all: Vec<Figure> = [thirty(model, read), week].into_iter().flatten().collect();
            let weeks = monday - Days::new(7 * crate::load::WEEKS_BACK);
            all.extend(attendance::patterns(model, line, (weeks, until(date))));
            all.extend(house::register(model));
            return all;
        }
        register::View::Month => {
            let first = date.with_day(1).unwrap_or(date);
            let last = first + Days::new(u64::from(first.num_days_in_month()) - 1);
            (dates::month_year(lang, date), first, until(last))
        }
        register::View::Year | register::View::Weeks | register::View::WholeHouse => {
            let year = SchoolYear::of(date);
            let args = [
                ("from", year.starting().to_string().into()),
                ("to", (year.starting() + 1).to_string().into()),
            ];
            (words.with("counted-school-year", &args), year.first_day(), until(year.last_day()))
        }
    };
    let (name, from, to) = span;
    let share = attendance::share(model, line, &name, (from, to));
    let hours = attendance::hours(model, line, &name, (from, to));
    let patterns = attendance::patterns(model, line, (from, to));
    let monday = monday_of(date);
    let week = (view == register::View::Weeks).then(|| {
        attendance::share(model, line, &dates::week(lang, monday), (monday, until(monday + Days::new(4))))
    });
    week.flatten().into_iter().chain(share).chain(hours).chain(patterns).collect()
}
