//! The history of one day in the register: who changed it, when, and what it said before.

use chrono::NaiveDate;
use trivsel_domain::decide::Nature;
use trivsel_domain::record::{Change, Day};
use trivsel_domain::value::{CaseId, Coded, Half};
use trivsel_store::Trace;

use super::draw::{letter, status};
use crate::layers::Layer;
use crate::layers::reader::Reader;
use crate::model::Model;
use crate::panes::plan;
use trivsel_words::{dates, mark as told, moment};

/// Opens the history of a day in the reader.
pub fn open(model: &mut Model, case: CaseId, date: NaiveDate, traces: &[Trace]) {
    let lang = model.words.lang();
    let name = model.told_name(case);
    let title = format!("{name} · {}", dates::day_long_and_week(lang, date));
    let mut lines = today(model, case, date);
    lines.push(String::new());
    if traces.is_empty() {
        lines.push(model.words.get("history-none").to_owned());
    }
    lines.extend(traces.iter().map(|t| line(model, t)));
    model.layers.push(Layer::Reader(Reader::new(title, lines)));
}

/// The day as it is now: plan, marks, mood, remark.
fn today(model: &Model, case: CaseId, date: NaiveDate) -> Vec<String> {
    let Some(row) = model.attendance.rows().iter().find(|r| r.case.id == case) else { return Vec::new() };
    let (words, day) = (&model.words, row.days.get(&date));
    let stands = |half| status(words, &model.theme, row.plan(date), day, half).0;
    let mut lines = vec![
        format!("{} {}", words.get("detail-plan"), plan::of(words, row, date)),
        format!("{} {}", words.get("detail-first"), stands(Half::First)),
    ];
    if row.child.marks_twice_a_day(date) {
        lines.push(format!("{} {}", words.get("detail-second"), stands(Half::Second)));
    }
    if let Some(day) = day {
        lines.extend(day.mood.map(|m| format!("{} {} / 5", words.get("detail-mood"), m.get())));
        lines.extend(day.remark.as_ref().map(|r| format!("+ {}", r.as_str())));
    }
    lines
}

fn line(model: &Model, trace: &Trace) -> String {
    let words = &model.words;
    let at = format!(
        "{} {}",
        dates::day_month_seen(words.lang(), trace.at.date(), model.today()),
        dates::time(words.lang(), trace.at.time())
    );
    let by = model.roster.initials(Some(trace.by));
    let (old, new) = match &trace.change {
        Change::Day(edit) => (day_in_words(model, edit.old()), day_in_words(model, edit.new_state())),
        _ => return String::new(),
    };
    let taken_back = match trace.nature {
        Nature::Undo => format!(" ({})", words.get("history-undone")),
        Nature::Do | Nature::Redo => String::new(),
    };
    format!("{at}  {by}  {old} → {new}{taken_back}{}", moment::aside(words, trace.at))
}

/// The content of a day in one line.
fn day_in_words(model: &Model, day: Option<&Day>) -> String {
    let words = &model.words;
    let Some(day) = day else { return "·".to_owned() };
    let mut parts = Vec::new();
    let name = |mark| format!("{} {}", letter(words, mark), told::mark(words, mark));
    parts.extend(day.first.map(name));
    parts.extend(day.second.map(|m| format!("2: {}", name(m))));
    if let Some(told) = day.foretold {
        parts.push(format!("{} {}", words.get("history-told"), words.code("mark", told.cause.code())));
    }
    parts.extend(day.mood.map(|m| format!("{} {}", words.get("detail-mood"), m.get())));
    parts.extend(day.remark.as_ref().map(|r| format!("+ {}", r.as_str())));
    parts.join(", ")
}
