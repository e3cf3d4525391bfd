//! What is due in a case and can be answered by hand, under its next step.

use trivsel_domain::record::DocumentKind;
use trivsel_domain::rules::obligations::{Obligation, State};
use trivsel_domain::rules::today::talk_for;
use trivsel_domain::value::{CaseId, ObligationKind, SchoolWeek};

use super::{Sheet, SheetRow, Target, View};
use crate::draw::wrap;
use crate::forms::case::{DocumentForm, ExcuseForm, Owed, WentOutForm};
use crate::model::Model;
use crate::widgets::cells::Cells;
use trivsel_words::{dates, obligations as told};

/// One obligation in one line: the day, what it is, and why on that day.
pub(super) fn in_short(model: &Model, one: &Obligation) -> String {
    let (words, today) = (&model.words, model.today());
    let mark = if one.state == State::Overdue { "▲ " } else { "" };
    let day = dates::relative(words.lang(), one.date, today);
    format!("{mark}{day} · {} · {}", told::obligation(words, one), told::why(words, one))
}

/// What Enter does on an obligation: begins its talk or its paper, or shows the answers that it takes.
pub(super) fn target(one: &Obligation, case: CaseId) -> Target {
    match (talk_for(one.kind), one.kind) {
        (Some(kind), _) => Target::NewTalk(Some(one.booked.map_or(kind, |b| b.kind))),
        (None, ObligationKind::StatusLetter) => Target::form(DocumentForm(DocumentKind::StatusLetter)),
        (None, ObligationKind::FinalReport) => Target::form(DocumentForm(DocumentKind::FinalReport)),
        (None, ObligationKind::PhaseOutTask) => Target::form(DocumentForm(DocumentKind::PhaseOut)),
        (None, ObligationKind::LaterAttendance) => {
            Target::OwnSchool(SchoolWeek::of(one.window.earliest), case)
        }
        (None, ObligationKind::OutcomeMeasure) => Target::NewTalk(None),
        (None, ObligationKind::ConsentRenewal) => Target::View(View::Post),
        (None, _) => Target::View(View::Next),
    }
}

/// For each obligation that is due: what it is, why on that date, and the answers by hand that it takes.
pub(super) fn rows(sheet: &Sheet, model: &Model, width: usize) -> Vec<SheetRow> {
    let (words, theme) = (&model.words, &model.theme);
    let due: Vec<&Obligation> =
        sheet.owed.iter().filter(|o| o.is_open() && o.state != State::Upcoming).collect();
    let mut rows = Vec::new();
    if !due.is_empty() {
        rows.push(SheetRow::plain("", theme.dim));
        rows.push(SheetRow::plain(words.get("sheet-owed"), theme.dim));
    }
    for one in due {
        let day = dates::day_month_year(words.lang(), one.date);
        let state = told::state(words, one.state);
        let text = format!("{} · {state} · {day}: {}", told::obligation(words, one), told::why(words, one));
        let style = if one.state == State::Overdue { theme.alarm } else { theme.text };
        rows.extend(
            wrap(&text, width.saturating_sub(2)).into_iter().map(|line| SheetRow::plain(line, style)),
        );
        let week = Target::OwnSchool(SchoolWeek::of(one.window.earliest), sheet.dossier.case.id);
        let answers = [
            (one.kind == ObligationKind::ConsentRenewal, "sheet-renew-consent", Target::View(View::Post)),
            (one.kind == ObligationKind::LaterAttendance, "sheet-own-school", week),
            (one.kind.goes_out(), "sheet-went-out", Target::form(WentOutForm(Owed::from(one)))),
            (one.kind.can_be_excused(), "sheet-excuse", Target::form(ExcuseForm(Owed::from(one)))),
        ];
        rows.extend(answers.into_iter().filter(|(can, ..)| *can).map(|(_, id, target)| {
            SheetRow::new(Cells::new().gap(3).text(words.get(id), theme.accent), target)
        }));
    }
    rows
}
