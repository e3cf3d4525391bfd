//! What the screen says when a record of a case is saved.

use trivsel_domain::decide::{ActionKind, Nature};
use trivsel_domain::record::{Case, Change, Corrected, Record, TeachingPlan};
use trivsel_domain::value::{CaseId, Coded};
use trivsel_store::Receipt;

use super::{appointments, merged};
use crate::layers::school_year;
use crate::model::Model;
use trivsel_words::{dates, obligations, steps};

/// Whether a kind of action is one of these.
pub(super) fn is_of_case(action_kind: ActionKind) -> bool {
    matches!(
        action_kind,
        ActionKind::Refer
            | ActionKind::RemoveCase
            | ActionKind::Step
            | ActionKind::Level
            | ActionKind::Annul
            | ActionKind::CorrectDate
            | ActionKind::Child
            | ActionKind::Merge
            | ActionKind::Case
            | ActionKind::Person
            | ActionKind::Analysis
            | ActionKind::Goal
            | ActionKind::Intervention
            | ActionKind::Document
            | ActionKind::SignDocument
            | ActionKind::Appointment
            | ActionKind::Teaching
            | ActionKind::Timetable
            | ActionKind::Answer
            | ActionKind::Consent
            | ActionKind::Correspondence
            | ActionKind::ReportedWeek
            | ActionKind::Staff
    )
}

/// "Mål gemt: Kommer ind ad døren selv.", with what was saved where that is short.
pub(super) fn told(model: &Model, receipt: &Receipt, change: &Change) -> String {
    let words = &model.words;
    let (action_kind, done) = (receipt.action_kind, receipt.nature == Nature::Do);
    let name = || child_of(model, receipt).unwrap_or_else(|| "–".to_owned());
    if done && let Some(told) = appointments::told(model, &receipt.changes) {
        return told;
    }
    match (action_kind, change) {
        (ActionKind::Refer, _) => return words.with("status-referred", &[("name", name().into())]),
        (ActionKind::RemoveCase, _) => {
            let id = if done { "status-case-removed" } else { "status-case" };
            return words.with(id, &[("name", name().into())]);
        }
        (ActionKind::Merge, _) => return merged::told(model, &receipt.changes),
        (ActionKind::SignDocument, _) => {
            return words.with("status-signed-document", &[("name", what(model, change).into())]);
        }
        (ActionKind::Step, Change::Case(edit)) => {
            let stage = edit.new_state().map_or("–", |c| words.code("stage", c.stage().code()));
            return words.with("status-stepped", &[("name", name().into()), ("stage", stage.into())]);
        }
        (ActionKind::Annul, Change::Case(edit)) => {
            let stage = |case: Option<&Case>| case.map_or("–", |c| words.code("stage", c.stage().code()));
            let (from, to) = (stage(edit.new_state()), stage(edit.old()));
            let args = [("name", name().into()), ("from", from.into()), ("to", to.into())];
            return words.with("status-annulled", &args);
        }
        (ActionKind::CorrectDate, Change::Case(edit)) => {
            let Some(case) = edit.new_state() else { return String::new() };
            let last = case.corrections.last().map(|c| &c.what);
            let Some(Corrected::Date { of, is, .. }) = last else { return String::new() };
            let day = dates::day_month_year(words.lang(), *is);
            let which = words.code_in("case-date", of.code(), Some(&case.programme));
            let args = [("name", name().into()), ("which", which.into()), ("day", day.into())];
            return words.with("status-date-corrected", &args);
        }
        (ActionKind::Level, Change::Case(edit)) => {
            let level = edit.new_state().and_then(Case::level).map_or(0, trivsel_domain::value::Level::get);
            return words.with("status-level", &[("level", level.into()), ("name", name().into())]);
        }
        (ActionKind::Appointment, _) if done && receipt.changes.len() > 1 && !change.removes() => {
            return words.with("status-appointments", &[("count", receipt.changes.len().into())]);
        }
        _ => {}
    }
    let id = match (done, change.removes()) {
        (true, false) => "status-saved",
        (true, true) => "status-removed",
        // Undone or redone; the caller puts that before it.
        (false, _) => "status-of",
    };
    let told = match receipt.changes.as_slice() {
        // One change to several cases names none of them.
        [Change::Case(_), Change::Case(_), ..] => words.count("case", receipt.changes.len()),
        [Change::Appointment(_), Change::Appointment(_), ..] => {
            let series = appointments::series_of(model, &receipt.changes);
            series.unwrap_or_else(|| words.count("appointment", receipt.changes.len()))
        }
        _ => what(model, change),
    };
    let told = if told.is_empty() { name() } else { told };
    words.with(id, &[("what", words.code("saved", action_kind.code()).into()), ("name", told.into())])
}

/// "Skolekalender gemt: Pædagogisk dag fre 16. apr 2027."
pub(super) fn closures(model: &Model, receipt: &Receipt) -> String {
    let words = &model.words;
    let of = |change: &Change| match change {
        Change::Closure(edit) => side(edit).map(|closure| school_year::told(words, closure)),
        _ => None,
    };
    let told: Vec<String> = receipt.changes.iter().filter_map(of).collect();
    let removed = receipt.changes.iter().all(Change::removes);
    let id = match (receipt.nature == Nature::Do, removed) {
        (true, false) => "status-closure-saved",
        (true, true) => "status-closure-removed",
        (false, _) => "status-closure",
    };
    words.with(id, &[("what", told.join(", ").into())])
}

/// The record after the change, or before it if it is removed.
fn side<T: Record>(edit: &trivsel_domain::record::Edit<T>) -> Option<&T> {
    edit.new_state().or(edit.old())
}

/// The record in words; empty where the child's name says more.
fn what(model: &Model, change: &Change) -> String {
    let words = &model.words;
    match change {
        Change::Person(edit) => side(edit).map(|p| p.name.as_str().to_owned()),
        Change::Goal(edit) => match (edit.old(), edit.new_state()) {
            (Some(old), Some(new)) if old.progress != new.progress => {
                let value = new.latest().map_or_else(|| "–".to_owned(), |p| p.value.get().to_string());
                let args = [("goal", new.text.as_str().into()), ("value", value.into())];
                Some(words.with("status-progress", &args))
            }
            _ => side(edit).map(|g| g.text.as_str().to_owned()),
        },
        Change::Intervention(edit) => side(edit).map(|i| steps::intervention(words, i.kind).to_owned()),
        Change::Document(edit) => side(edit).map(|d| steps::document(words, d.kind).to_owned()),
        Change::Answer(edit) => side(edit).map(|a| obligations::kind(words, a.obligation).to_owned()),
        Change::Consent(edit) => side(edit).map(|c| c.what.as_str().to_owned()),
        Change::Correspondence(edit) => side(edit).map(|c| c.what.as_str().to_owned()),
        Change::ReportedWeek(edit) => side(edit).map(|w| {
            let week = dates::week(words.lang(), w.monday.monday());
            let name = model.told_name(w.case);
            format!("{name} · {week} · {}", trivsel_words::reported::told(words, w))
        }),
        Change::Appointment(edit) => side(edit).map(|a| appointments::named(model, a)),
        Change::Child(edit) => side(edit).map(|c| model.roster.namesakes.name(c).to_string()),
        Change::Staff(edit) => side(edit).map(|s| s.name.as_str().to_owned()),
        _ => None,
    }
    .unwrap_or_default()
}

/// The name of the child the action was about: from the action, the sheet or a list.
fn child_of(model: &Model, receipt: &Receipt) -> Option<String> {
    let mut case: Option<CaseId> = None;
    for change in &receipt.changes {
        match change {
            Change::Child(edit) => {
                return side(edit).map(|c| model.roster.namesakes.name(c).to_string());
            }
            Change::Case(edit) => case = Some(edit.key()),
            Change::Analysis(edit) => case = side(edit).map(|a| a.case),
            Change::Timetable(edit) => case = side(edit).map(|t| t.case),
            Change::Teaching(edit) => case = side(edit).map(TeachingPlan::case),
            _ => {}
        }
    }
    let sheet = model.sheet().filter(|s| Some(s.dossier.case.id) == case);
    let on_sheet = sheet.map(|s| model.roster.namesakes.name(&s.dossier.child).to_string());
    let listed = || model.name_of(case?).map(ToString::to_string);
    // A new case is in no list yet, but its child may be on record.
    let known = || {
        let child = receipt.changes.iter().find_map(|change| match change {
            Change::Case(edit) => side(edit).map(|c| c.child),
            _ => None,
        })?;
        model.directory.iter().find(|k| k.child.id == child).map(|k| k.name.to_string())
    };
    on_sheet.or_else(listed).or_else(known)
}
