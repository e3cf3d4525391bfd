//! Words the problems of a file: one sentence each, with line, column and the text found there.

use trivsel_domain::decide::Column;
use trivsel_domain::record::Staff;
use trivsel_domain::value::Coded;

use super::asking::mark_word;
use super::encoding::Encoding;
use super::mapping::place_name;
use super::month_name::MonthNamed;
use super::month_place::MonthPlace;
use super::months::Place;
use super::note::Note;
use super::problem::{Expected, Fault, Problem, SAID_BACK};
use trivsel_words::names::month as month_name;
use trivsel_words::problems::birth_problem;
use trivsel_words::text::{clip, printable};
use trivsel_words::typed_birth::BirthProblem;
use trivsel_words::{Arg, Words, dates, refusal};

/// How many ranges of merged cells are named.
const RANGES: usize = 5;

/// One sentence for a problem, without the full stop.
#[must_use]
pub fn sentence(words: &Words, staff: &[Staff], problem: &Problem) -> String {
    let what = what(words, staff, problem);
    let what = match &problem.near {
        Some(near) => words.with("list-near", &[("what", what.into()), ("near", printable(near).into())]),
        None => what,
    };
    let Some(place) = place(words, problem) else { return what };
    let named = problem.column.filter(|c| *c != Column::Row).map(|c| words.code("column", c.code()));
    let column = problem.heading.as_deref().or(named);
    let mut args: Vec<(&str, Arg<'_>)> = vec![("place", place.into()), ("what", what.into())];
    args.extend(column.map(|c| ("column", printable(c).into())));
    args.extend(problem.value.as_deref().map(|v| ("value", printable(v).into())));
    match (column, &problem.value) {
        (Some(_), Some(_)) => words.with("list-in-cell-saying", &args),
        (Some(_), None) => words.with("list-in-cell", &args),
        (None, Some(_)) => words.with("list-on-line-saying", &args),
        (None, None) => words.with("list-on-line", &args),
    }
}

/// Where a problem is: the cell of a workbook, or the line.
fn place(words: &Words, problem: &Problem) -> Option<String> {
    let line = problem.line?;
    let sheet = problem.sheet.as_deref().map(printable);
    Some(match (sheet, problem.cell()) {
        (Some(sheet), Some(cell)) => {
            words.with("list-place-cell", &[("sheet", sheet.into()), ("cell", cell.into())])
        }
        (Some(sheet), None) => {
            words.with("list-place-sheet", &[("sheet", sheet.into()), ("line", line.into())])
        }
        (None, _) => words.with("list-place-line", &[("line", line.into())]),
    })
}

fn what(words: &Words, staff: &[Staff], problem: &Problem) -> String {
    let fixed = match &problem.fault {
        Fault::Rule(why) => {
            let column = problem.column.unwrap_or(Column::Row);
            return refusal::row_reason(words, staff, column, why);
        }
        Fault::Whole(reason) => return refusal::reason(words, staff, reason),
        Fault::TooLong { max } => return words.with("list-too-long", &[("max", (*max).into())]),
        Fault::NotAtStage(stage) => {
            let stage = words.code("stage", stage.code());
            return words.with("list-not-at-stage", &[("stage", stage.into())]);
        }
        Fault::NotOfKind(kind) => {
            return words.with("list-not-of-kind", &[("kind", words.code("talk", kind.code()).into())]);
        }
        Fault::Birth(BirthProblem::Cpr) => words.get("list-born-cpr"),
        Fault::Birth(problem) => return birth_problem(words, problem),
        Fault::NotInEncoding(encoding) => {
            return words.with("list-not-in-encoding", &[("name", encoding.name().into())]);
        }
        Fault::NoSuchSheet { names } => {
            return words.with("list-no-such-sheet", &[("names", listed(names).into())]);
        }
        Fault::WhichSheet { names } => {
            return words.with("list-which-sheet", &[("names", listed(names).into())]);
        }
        Fault::Merged { range } => return words.with("list-merged", &[("range", range.as_str().into())]),
        Fault::WhichYear { first, last } => {
            let [first, last] = [first, last].map(|day| printable(day));
            let id = if first == last { "list-which-year-one" } else { "list-which-year" };
            return words.with(id, &[("first", first.into()), ("last", last.into())]);
        }
        Fault::NotInYear(year) => {
            return words.with("list-not-in-year", &[("year", dates::school_year(*year).into())]);
        }
        Fault::WhichMonth { first, last, among } => {
            let days = format!("{}–{}", printable(first), printable(last));
            let among: Vec<String> = among.iter().map(|place| place_word(words, place)).collect();
            let id = if among.is_empty() { "list-which-month" } else { "list-which-month-of" };
            return words.with(id, &[("days", days.into()), ("among", among.join(", ").into())]);
        }
        Fault::OtherWeekday(date) => {
            return words.with("list-other-weekday", &[("day", dates::day_long(words.lang(), *date).into())]);
        }
        Fault::NoSuchDay(month) => {
            return words.with("list-no-such-day", &[("month", month_word(words, *month).into())]);
        }
        Fault::RepeatsIn { sheet, line } => {
            let args = [("sheet", printable(sheet).into()), ("line", (*line).into())];
            return words.with("list-repeats-in", &args);
        }
        Fault::UnknownHeading => {
            // The place stands for a heading that is not quoted.
            let place = || problem.at.map(place_name).unwrap_or_default();
            let heading = problem.heading.clone().unwrap_or_else(place);
            return words.with("list-unknown-heading", &[("heading", printable(&heading).into())]);
        }
        Fault::HeadingTwice => {
            let place = problem.at.map(place_name).unwrap_or_default();
            return words.with("list-heading-twice", &[("place", place.into())]);
        }
        Fault::HeadingMissing => {
            let column = problem.column.map(|column| words.code("column", column.code()));
            return words.with("list-heading-missing", &[("column", column.unwrap_or_default().into())]);
        }
        Fault::NewerHouse { version } => {
            return words.with("list-newer-house", &[("version", (*version).into())]);
        }
        Fault::OutOfFormat { detail } => {
            let detail = [("detail", printable(detail).into())];
            return match problem.line {
                Some(_) => words.with("list-out-of-format", &detail),
                None => words.with("list-out-of-format-file", &detail),
            };
        }
        Fault::Unsigned { date, author } => {
            let date = dates::day_month_year(words.lang(), *date);
            return words
                .with("list-unsigned", &[("date", date.into()), ("initials", author.as_str().into())]);
        }
        Fault::NoStaff(initials) => {
            return words.with("list-no-staff", &[("initials", initials.as_str().into())]);
        }
        Fault::HasLeft(initials) => {
            return words.with("list-has-left", &[("initials", initials.as_str().into())]);
        }
        Fault::TooOften { most } => return words.with("list-too-often", &[("most", (*most).into())]),
        Fault::NotA(expected) => words.get(expected_id(*expected)),
        Fault::Empty => words.get("list-empty"),
        Fault::NotAList => words.get("list-not-a-list"),
        Fault::OldOrLocked => words.get("list-old-or-locked"),
        Fault::BadWorkbook => words.get("list-bad-workbook"),
        Fault::TooMuch => words.get("list-too-much"),
        Fault::WhichEncoding(_) => words.get("list-which-encoding"),
        Fault::Garbled => words.get("list-garbled"),
        Fault::NoSheets => words.get("list-no-sheets"),
        Fault::NoResult => words.get("list-no-result"),
        Fault::Truth => words.get("list-truth"),
        Fault::NotText => words.get("list-not-text"),
        Fault::CellError => words.get("list-cell-error"),
        Fault::ExtraCell => words.get("list-extra-cell"),
        Fault::OpenQuote => words.get("list-open-quote"),
        Fault::StrayQuote => words.get("list-stray-quote"),
        Fault::Control => words.get("list-control"),
        Fault::Unseen => words.get("list-unseen"),
        Fault::NoLetter => words.get("list-no-letter"),
        Fault::NotAHouse => words.get("list-not-a-house"),
        Fault::NotACalendar => words.get("list-not-a-calendar"),
        Fault::CutOff => words.get("list-cut-off"),
        Fault::PropertyMissing => words.get("list-property-missing"),
        Fault::NotAMoment => words.get("list-not-a-moment"),
        Fault::UnknownZone => words.get("list-unknown-zone"),
        Fault::Recurrence => words.get("list-recurrence"),
        Fault::EndsBeforeStart => words.get("list-ends-before-start"),
        Fault::NoParent => words.get("list-no-parent"),
    };
    fixed.to_owned()
}

/// A sample of a text in an encoding, and the option that chooses it.
#[must_use]
pub fn sample_sentence(words: &Words, encoding: Encoding, sample: &str) -> String {
    words.with("list-sample", &[("name", encoding.name().into()), ("sample", printable(sample).into())])
}

/// One sentence for a note on how a list was read, without the full stop.
#[must_use]
pub fn note_sentence(words: &Words, note: &Note) -> String {
    match note {
        Note::TakenFor(encoding) => words.with("note-taken-for", &[("name", encoding.name().into())]),
        Note::Sheet { names, hidden, visible } => {
            let id = match (hidden.is_empty(), visible.is_empty()) {
                (true, true) => return sheets(words, names),
                (false, true) => "note-sheet-hidden",
                (true, false) => "note-sheet-visible",
                (false, false) => "note-sheet-both",
            };
            let (hidden, visible) = (listed(hidden), listed(visible));
            let read = sheets(words, names);
            words.with(id, &[("read", read.into()), ("hidden", hidden.into()), ("visible", visible.into())])
        }
        Note::Month(place) => words.with("note-month", &[("place", place_word(words, place).into())]),
        Note::School { days, name } => {
            let id = if name.is_some() { "note-school-of" } else { "note-school" };
            let name = name.as_ref().map(|name| printable(name.as_str()).into_owned());
            words.with(id, &[("count", (*days).into()), ("name", name.unwrap_or_default().into())])
        }
        Note::Sums(lines) => {
            let lines: Vec<String> = lines.iter().map(u32::to_string).collect();
            words.with("note-sums", &[("count", lines.len().into()), ("lines", lines.join(", ").into())])
        }
        Note::SumColumn(name) => words.with("note-sum-column", &[("column", printable(name).into())]),
        Note::Turned { written, read, count } => {
            let [written, read] = [written, read].map(|name| printable(name));
            let args = [("written", written.into()), ("read", read.into()), ("count", (*count).into())];
            words.with("note-turned", &args)
        }
        Note::Profile(name) => words.with("note-profile", &[("name", printable(name).into())]),
        Note::Filled(ranges) => {
            let more = ranges.len().saturating_sub(RANGES);
            let mut said = listed(&ranges[..ranges.len() - more]);
            if more > 0 {
                said += &format!(" {}", words.with("list-cut", &[("count", more.into())]));
            }
            words.with("note-filled", &[("ranges", said.into())])
        }
        Note::Register { days, from, to } => {
            let span = dates::span(words.lang(), *from, *to);
            words.with("note-register", &[("count", (*days).into()), ("span", span.into())])
        }
        Note::Marks(marks) => {
            let said = marks.iter().map(|(mark, meaning, count)| {
                format!("{} = {} ({count})", printable(mark), mark_word(words, *meaning))
            });
            words.with("note-marks", &[("marks", said.collect::<Vec<_>>().join(", ").into())])
        }
        Note::Above { line, text } => {
            let text = clip(text, SAID_BACK);
            words.with("note-above", &[("line", (*line).into()), ("text", printable(&text).into())])
        }
    }
}

/// Which sheets were read.
fn sheets(words: &Words, names: &[String]) -> String {
    let args = [("count", names.len().into()), ("names", listed(names).into())];
    words.with("note-sheet", &args)
}

/// A place that may say the month, and what stands there.
pub(super) fn place_word(words: &Words, place: &Place) -> String {
    let text = ("text", printable(&place.text).into());
    match (&place.cell, place.place) {
        (Some(cell), _) => words.with("place-cell", &[("cell", cell.as_str().into()), text]),
        (None, MonthPlace::File) => words.with("place-file", &[text]),
        (None, _) => words.with("place-sheet", &[text]),
    }
}

/// A month with its year, or alone.
fn month_word(words: &Words, month: MonthNamed) -> String {
    let shown = MonthNamed { year: month.year.or(Some(2000)), ..month };
    match shown.first_day() {
        Some(first) if month.year.is_some() => dates::month_year(words.lang(), first),
        Some(first) => month_name(words.lang(), first).to_owned(),
        None => String::new(),
    }
}

/// Joins the names of sheets, the ranges of cells or the values of a column.
pub(super) fn listed(names: &[String]) -> String {
    names.iter().map(|name| printable(name)).collect::<Vec<_>>().join(", ")
}

fn expected_id(expected: Expected) -> &'static str {
    match expected {
        Expected::Date => "expected-date",
        Expected::DayPlan => "expected-day-plan",
        Expected::Mark => "expected-mark",
        Expected::LateTime => "expected-late-time",
        Expected::PartialHours => "expected-partial-hours",
        Expected::Class => "expected-class",
        Expected::SchoolYear => "expected-school-year",
        Expected::Stage => "expected-stage",
        Expected::Outcome => "expected-outcome",
        Expected::Priority => "expected-priority",
        Expected::Mood => "expected-mood",
        Expected::Origin => "expected-origin",
        Expected::TalkKind => "expected-talk-kind",
        Expected::Time => "expected-time",
        Expected::Minutes => "expected-minutes",
    }
}
