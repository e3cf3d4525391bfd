//! What the screen says when an action has been carried out, or refused.

mod appointments;
pub mod lost;
mod merged;
mod saved;

use trivsel_domain::decide::{ActionKind, Nature, Reason, Refusal};
use trivsel_domain::record::{Change, Day, Edit, HouseProgramme, Measure, Talk};
use trivsel_domain::rules::alerts::alerts;
use trivsel_domain::value::{CaseId, Coded, Half};
use trivsel_store::Receipt;

use super::panes::attendance::{self, After};
use crate::effect::Effect;
use crate::forms::talk::Background;
use crate::layers::Layer;
use crate::layers::reader::Reader;
use crate::load::Query;
use crate::model::{Model, Pane};
use trivsel_words::{dates, refusal, score};

/// The longest that fits below the pane of a narrow screen, in characters.
const STATUS_ROOM: usize = 2 * 70;

/// Shows and says what is now on disk, and moves the register's cursor.
pub fn performed(model: &mut Model, receipt: &Receipt, after: Option<After>) -> Effect {
    attendance::apply(model, &receipt.changes);
    model.attendance.selected_days.clear();
    if receipt.changes.iter().any(|c| matches!(c, Change::Case(_))) {
        model.caseload.unmark();
    }
    let text = sentence(model, receipt);
    close_removed(model, receipt);
    model.say(text);
    model.irrevocable =
        (!receipt.action_kind.can_be_undone()).then_some((receipt.action_kind, model.today()));
    match (receipt.nature, after) {
        (Nature::Do, Some(After::NextBlank)) => model.attendance.to_next_blank(),
        (Nature::Do, Some(After::Stay)) => model.attendance.half = Half::First,
        (Nature::Undo | Nature::Redo, _) => return show(model, receipt),
        (Nature::Do, None) => {}
    }
    Effect::None
}

/// Closes the sheet of a case that is there no longer.
fn close_removed(model: &mut Model, receipt: &Receipt) {
    let gone = |case: CaseId| {
        receipt
            .changes
            .iter()
            .any(|change| matches!(change, Change::Case(edit) if edit.key() == case && change.removes()))
    };
    model.layers.retain(|layer| !matches!(layer, Layer::Sheet(sheet) if gone(sheet.dossier.case.id)));
}

/// Puts the cursor on what was undone or redone.
fn show(model: &mut Model, receipt: &Receipt) -> Effect {
    let Some((case, date)) = first_day(receipt) else { return Effect::None };
    if !model.attendance.select_case(case) || model.attendance.date != date {
        let single = receipt.changes.len() == 1;
        if single || model.attendance.date != date {
            model.attendance.date = date;
            model.attendance.select_case(case);
            return Effect::Load(Query::Register(date));
        }
    }
    Effect::None
}

fn first_day(receipt: &Receipt) -> Option<(CaseId, chrono::NaiveDate)> {
    receipt.changes.iter().find_map(|change| match change {
        Change::Day(edit) => Some(edit.key()),
        _ => None,
    })
}

fn sentence(model: &Model, receipt: &Receipt) -> String {
    let words = &model.words;
    let done = match (receipt.changes.as_slice(), receipt.action_kind) {
        ([], ActionKind::Fill) => return words.get("status-nothing-blank").to_owned(),
        ([], _) => return words.get("status-already-so").to_owned(),
        (changes, ActionKind::Fill) => words.with("status-filled", &[("count", changes.len().into())]),
        (changes, ActionKind::Sign) => signed(model, changes),
        (_, ActionKind::Addendum) => return words.get("status-added").to_owned(),
        ([Change::Closure(_), ..], ActionKind::Settings) => saved::closures(model, receipt),
        ([Change::Misplacement(edit)], _) => {
            let id = if edit.new_state().is_some() { "status-misplaced" } else { "status-placed" };
            words.get(id).to_owned()
        }
        (_, ActionKind::Settings) => words.get("status-settled").to_owned(),
        ([Change::TwoChildren(edit)], _) => merged::two(model, edit),
        ([Change::AccessReview(edit)], _) => {
            let found = edit.new_state().map_or("", |review| words.code("verdict", review.verdict.code()));
            words.with("status-reviewed", &[("found", found.into())])
        }
        ([Change::FollowUp(edit)], _) => {
            let what = edit.new_state().map_or("", |f| f.what.as_str());
            words.with("status-follow-up", &[("what", what.into())])
        }
        ([Change::Programme(edit)], ActionKind::Seats) => norm(model, edit.new_state()),
        ([Change::Day(edit)], _) => one_day(model, edit.key().0, edit.key().1, edit.new_state()),
        (changes, ActionKind::Foretell) => {
            let name = first_day(receipt).map_or_else(String::new, |(case, _)| model.told_name(case));
            words.with("status-foretold", &[("name", name.into()), ("days", changes.len().into())])
        }
        ([change, ..], action_kind) if saved::is_of_case(action_kind) => saved::told(model, receipt, change),
        ([Change::Day(edit), ..], _) => several_days(model, edit, &receipt.changes),
        (changes, _) => words.with("status-changed", &[("count", changes.len().into())]),
    };
    if !receipt.action_kind.can_be_undone() {
        return done;
    }
    let done = &done;
    match receipt.nature {
        Nature::Do => format!("{done}  {}", words.get("status-undo-hint")),
        Nature::Undo => format!("{} {done}", words.get("status-undone")),
        Nature::Redo => format!("{} {done}", words.get("status-redone")),
    }
}

/// The case that was just referred, if that is what was done.
#[must_use]
pub fn new_case(receipt: &Receipt) -> Option<CaseId> {
    let made = |change: &Change| match change {
        Change::Case(edit) => Some(edit.key()),
        _ => None,
    };
    (receipt.action_kind == ActionKind::Refer).then(|| receipt.changes.iter().find_map(made)).flatten()
}

/// The number of seats as it is now.
fn norm(model: &Model, house: Option<&HouseProgramme>) -> String {
    let words = &model.words;
    let Some(house) = house else { return String::new() };
    let name = model.roster.programme_name(&house.code, words.lang());
    match house.seats.number() {
        Some(norm) => words.with("status-norm", &[("name", name.into()), ("norm", usize::from(norm).into())]),
        None => words.with("status-no-norm", &[("name", name.into())]),
    }
}

/// What was signed.
fn signed(model: &Model, changes: &[Change]) -> String {
    let words = &model.words;
    let signed = changes.iter().filter_map(|change| match change {
        Change::Talk(edit) => edit.new_state(),
        _ => None,
    });
    let talks: Vec<_> = signed.collect();
    let Some(first) = talks.first() else { return String::new() };
    let known = |case| model.directory.iter().find(|k| k.case.id == case).map(|k| k.name.to_string());
    let name = |talk: &&Talk| {
        let name = talk.case().and_then(known).or_else(|| talk.matter.place().map(|p| p.as_str().to_owned()));
        name.unwrap_or_else(|| "–".to_owned())
    };
    let names = talks.iter().map(name).collect::<Vec<_>>().join(", ");
    words.with(
        "status-signed",
        &[("name", names.into()), ("kind", words.code("talk", first.kind().code()).into())],
    )
}

/// Adds the alerts that the scores of the case raise to what was signed.
pub fn say_alerts(model: &mut Model, receipt: &Receipt, before: Option<&Background>) {
    let signed = |change: &Change| match change {
        Change::Talk(edit) => edit.new_state().map(|talk| (talk.id, talk.case())),
        _ => None,
    };
    let Some((talk, case)) = receipt.changes.iter().find_map(signed) else { return };
    model.talks.stand_on(talk);
    let Some(case) = case else { return };
    let Some(before) = before.filter(|b| b.case == case) else { return };
    let new = receipt.changes.iter().filter_map(|change| match change {
        Change::Measure(edit) => edit.new_state(),
        _ => None,
    });
    let all: Vec<Measure> = before.measures.iter().chain(new).cloned().collect();
    let cause = alerts(&all, model.roster.lists.cut_offs, model.today());
    let lines: Vec<String> = cause.iter().map(|a| format!("▲ {}", score::alert(&model.words, a))).collect();
    if let Some(status) = model.status.as_mut() {
        status.lines.extend(lines);
    }
}

fn one_day(model: &Model, case: CaseId, date: chrono::NaiveDate, day: Option<&Day>) -> String {
    let (words, name) = (&model.words, model.told_name(case));
    let text = day_text(model, case, date, day);
    if date == model.today() {
        format!("{name}: {text}.")
    } else {
        format!("{name} {}: {text}.", dates::day_short_seen(words.lang(), date, model.today()))
    }
}

/// The marks of a day, with its mood and whether it has a remark.
fn day_text(model: &Model, case: CaseId, date: chrono::NaiveDate, day: Option<&Day>) -> String {
    let words = &model.words;
    let row = model.attendance.rows().iter().find(|r| r.case.id == case);
    let plan = row.map_or(&trivsel_domain::record::DayPlan::Off, |r| r.plan(date));
    let mark = |half| attendance::draw::status(words, &model.theme, plan, day, half).0;
    let mut text = match day.and_then(|d| d.mark(Half::First)) {
        Some(_) => mark(Half::First),
        None => words.get("status-blank").to_owned(),
    };
    if day.is_some_and(|d| d.second.is_some()) {
        text.push_str(&format!(", {} {}", words.get("detail-second"), mark(Half::Second)));
    }
    if let Some(day) = day {
        text.extend(day.mood.map(|m| format!(", {} {}", words.get("detail-mood"), m.get())));
        text.extend(day.remark.as_ref().map(|_| format!(", + {}", words.get("status-remark"))));
    }
    text
}

/// Several days of one child, which an action has changed in the same way.
fn several_days(model: &Model, first: &Edit<Day>, changes: &[Change]) -> String {
    let words = &model.words;
    let ((case, date), days) = (first.key(), words.count("day", changes.len()));
    let one_child = changes.iter().all(|c| matches!(c, Change::Day(edit) if edit.key().0 == case));
    if !one_child {
        return words.with("status-changed", &[("count", changes.len().into())]);
    }
    let name = model.told_name(case);
    let text = day_text(model, case, date, first.new_state());
    words.with("status-days", &[("name", name.into()), ("days", days.into()), ("what", text.into())])
}

/// Shows every reason: a single short one in the status line, otherwise in a box.
pub fn refused(model: &mut Model, why: &Refusal) -> Effect {
    model.status = None;
    let mut lines = refusal::reasons(&model.words, &model.roster.staff, why);
    let mut again = attendance::reload(model);
    if let Some(Reason::Overtaken { by, at, now }) = why.reasons().first() {
        lines = vec![overtaken(model, *by, *at, now.as_deref())];
        // What the colleague wrote is shown as soon as it is read.
        if let Some(form) = model.form_mut() {
            form.basis.refused = true;
        }
        again = Effect::Many(vec![again, Effect::Load(Query::Roster), crate::sheet::act::reload(model)]);
    }
    let long = lines.iter().map(|l| l.chars().count() + 3).sum::<usize>() > STATUS_ROOM;
    if lines.len() > 1 || long {
        let title = model.words.get("refused-title").to_owned();
        model.layers.push(Layer::Reader(Reader::new(title, lines)));
    } else {
        model.refuse(lines);
    }
    // The user sees what is on record before the next key.
    again
}

/// Who saved first, and what is on record now; nothing was overwritten.
fn overtaken(
    model: &Model,
    by: Option<trivsel_domain::value::StaffId>,
    at: Option<chrono::NaiveDateTime>,
    now: Option<&Day>,
) -> String {
    let words = &model.words;
    let stands = now
        .and_then(|d| d.mark(Half::First))
        .map_or_else(|| words.get("status-blank").to_owned(), |m| trivsel_words::mark::mark(words, m));
    let time = at.map_or_else(|| "–".to_owned(), |t| dates::time(words.lang(), t.time()));
    let who = model.roster.initials(by);
    if model.form().is_some_and(|f| f.kind.is_of_case()) {
        return words.with("status-overtaken-record", &[("by", who.into()), ("time", time.into())]);
    }
    // The user's own later change stands in the way of the undo.
    if by == Some(model.me.id) {
        return words.with("status-overtaken-own", &[("time", time.into())]);
    }
    if now.is_none() && !(model.pane == Pane::Attendance && model.layers.is_empty()) {
        return words.with("refusal-overtaken-at", &[("who", who.into()), ("time", time.into())]);
    }
    words.with("status-overtaken", &[("by", who.into()), ("time", time.into()), ("now", stands.into())])
}
