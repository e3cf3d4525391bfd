//! The next step: the stages that the case can move to, and the requirements of the one shown.
//!
//! The requirements come from the same list that decides the step.

use trivsel_domain::record::CaseDate;
use trivsel_domain::rules::steps;
use trivsel_domain::rules::steps::{Check, Finding, Missing, Place, StepTo, Terms};
use trivsel_domain::value::{Coded, Stage};

use super::{Sheet, SheetRow, Target, View, owed};
use crate::draw::wrap;
use crate::forms::case::missing_field::MissingField;
use crate::forms::case::{
    AnalysisForm, AnnulForm, BookForm, ChildForm, CorrectDateForm, DocumentForm, FieldsForm, GoalForm,
    InterventionForm, LevelForm, PersonForm, SignForm, StepForm, TeachingForm,
};
use crate::model::Model;
use crate::widgets::cells::Cells;
use trivsel_words::dates;
use trivsel_words::steps as told;
use trivsel_words::text::columns;

/// The possible steps, then the requirements of the one shown.
pub(super) fn rows(sheet: &Sheet, model: &Model, width: usize) -> Vec<SheetRow> {
    let (words, theme) = (&model.words, &model.theme);
    let possible = sheet.possible();
    let Some(ahead) = sheet.stage_ahead() else {
        let over = SheetRow::plain(words.get("sheet-case-over"), theme.dim);
        return std::iter::once(over)
            .chain(corrections(sheet, model, width))
            .chain(owed::rows(sheet, model, width))
            .collect();
    };
    let choices: Vec<String> = possible
        .iter()
        .map(|stage| {
            let name = words.code("stage", stage.code());
            if *stage == ahead { format!("[{name}]") } else { format!(" {name} ") }
        })
        .collect();
    let mut cells = Cells::new()
        .gap(1)
        .left(words.get("sheet-step-to"), 12, theme.dim)
        .text(choices.join(" "), theme.accent);
    let other = words.get("sheet-step-other");
    if possible.len() > 1 && cells.width() + columns(other) + 2 <= width {
        cells = cells.gap(2).text(other, theme.dim);
    }
    let mut rows = vec![SheetRow::new(cells, Target::form(StepForm(ahead)))];
    let checks = checks(sheet, model, ahead);
    let missing = checks.iter().filter(|c| !c.is_met()).count();
    let state = if checks.is_empty() {
        words.get("sheet-step-asks-nothing").to_owned()
    } else if missing == 0 {
        words.get("sheet-step-ready").to_owned()
    } else {
        words.with("sheet-step-missing", &[("count", missing.into())])
    };
    let style = if missing == 0 { theme.text } else { theme.warn };
    rows.extend(
        wrap(&state, width.saturating_sub(2))
            .into_iter()
            .map(|line| SheetRow::new(Cells::new().gap(1).text(line, style), Target::form(StepForm(ahead)))),
    );
    let programme = &sheet.dossier.case.programme;
    let name =
        checks.iter().map(|c| columns(told::requirement(words, c.requirement, programme))).max().unwrap_or(0);
    rows.extend(checks.iter().flat_map(|check| requirement(sheet, model, check, ahead, (name, width))));
    let soft = |c: &Check| !c.is_met() && !c.is_hard();
    if checks.iter().any(|c| !c.is_met()) {
        let id = if checks.iter().any(soft) { "sheet-step-signs" } else { "sheet-step-hard-sign" };
        let lines = wrap(words.get(id), width.saturating_sub(2));
        rows.extend(lines.into_iter().map(|l| SheetRow::plain(l, theme.dim)));
    }
    rows.extend(corrections(sheet, model, width));
    rows.extend(owed::rows(sheet, model, width));
    rows
}

/// What can be put right: the last step while its author may still annul it, and the dates of the case.
fn corrections(sheet: &Sheet, model: &Model, width: usize) -> Vec<SheetRow> {
    let (words, theme, lang) = (&model.words, &model.theme, model.words.lang());
    let case = &sheet.dossier.case;
    let step = sheet.step_to_annul(model).map(|step| {
        let day = dates::day_month_year(lang, step.on);
        let args = [("stage", words.code("stage", step.to.code()).into()), ("day", day.into())];
        (words.with("sheet-annul", &args), Target::form(AnnulForm(step.to)))
    });
    let date = |of: CaseDate| {
        let day = dates::day_month_year(lang, case.date(of)?);
        let args = [
            ("name", words.code_in("case-date", of.code(), Some(&case.programme)).into()),
            ("day", day.into()),
        ];
        Some((words.with("sheet-correct-date", &args), Target::form(CorrectDateForm(Some(of)))))
    };
    let dates = CaseDate::ALL.iter().copied().filter_map(date);
    let room = width.saturating_sub(1);
    std::iter::once(SheetRow::plain("", theme.dim))
        .chain(
            step.into_iter().chain(dates).map(|(text, target)| {
                SheetRow::new(Cells::new().gap(1).left(&text, room, theme.dim), target)
            }),
        )
        .collect()
}

/// The requirements of a step today.
#[must_use]
pub fn checks(sheet: &Sheet, model: &Model, to: Stage) -> Vec<Check> {
    let case = &sheet.dossier.case;
    let found = model.roster.programmes.iter().find(|(p, _)| *p.code() == case.programme);
    let (Some((programme, house)), Some(step)) = (found, StepTo::suggested(to, &sheet.dossier)) else {
        return Vec::new();
    };
    let terms = Terms {
        programme,
        norm: house.seats,
        cases: &sheet.cases,
        staff: &model.roster.staff,
        today: model.today(),
    };
    steps::shown(steps::checklist(&sheet.dossier, &terms, &step, model.today()), &terms)
}

/// One requirement: its sign, its name, and what is on record or missing, over as many lines as needed.
fn requirement(
    sheet: &Sheet,
    model: &Model,
    check: &Check,
    ahead: Stage,
    (names, width): (usize, usize),
) -> Vec<SheetRow> {
    let (words, theme) = (&model.words, &model.theme);
    let (mark, style, text) = match &check.finding {
        Finding::Met(evidence) => ("√", theme.text, told::evidence(words, &model.roster.staff, evidence)),
        Finding::Unmet(missing) => {
            let all: Vec<String> =
                missing.iter().map(|m| told::missing_text(words, &model.roster.staff, m)).collect();
            let mark = if check.is_hard() { "×" } else { "□" };
            let style = if check.is_hard() { theme.alarm } else { theme.warn };
            (mark, style, all.join(" · "))
        }
    };
    let text_style = if check.is_met() { theme.dim } else { theme.text };
    let target = signature(sheet, check).or_else(|| signed(sheet, check));
    let target = target.unwrap_or_else(|| target_of(sheet, check, ahead));
    let mut name = told::requirement(words, check.requirement, &sheet.dossier.case.programme);
    let mut mark = mark;
    let lines = wrap(&text, width.saturating_sub(names + 6));
    let row = |line: String| {
        let cells = Cells::new().gap(1).left(mark, 2, style).left(name, names, theme.text).gap(2);
        // Only the first line has the sign and the name.
        (mark, name) = ("", "");
        SheetRow::new(cells.text(line, text_style), target.clone())
    };
    lines.into_iter().map(row).collect()
}

/// Where a requirement is entered: the field that lacks something, if it has one.
fn target_of(sheet: &Sheet, check: &Check, ahead: Stage) -> Target {
    match (place(sheet, check.place, ahead), MissingField::of(check)) {
        (Target::Form(form), Some(missing)) => Target::Fill(form, missing),
        (target, _) => target,
    }
}

/// A document that lacks only its signature opens in the signing form.
fn signature(sheet: &Sheet, check: &Check) -> Option<Target> {
    let Finding::Unmet(missing) = &check.finding else { return None };
    let kind = missing.iter().find_map(|m| match m {
        Missing::Signature(kind) => Some(*kind),
        _ => None,
    })?;
    sheet.dossier.document(kind).map(|d| Target::form(SignForm(d.id)))
}

/// A signed document that meets the requirement is read.
fn signed(sheet: &Sheet, check: &Check) -> Option<Target> {
    let Place::Document(kind) = check.place else { return None };
    let document = sheet.dossier.document(kind).filter(|d| check.is_met() && d.signed.is_some());
    document.map(|d| Target::Paper(d.id))
}

/// Where something is entered.
#[must_use]
pub fn place(sheet: &Sheet, place: Place, ahead: Stage) -> Target {
    match place {
        Place::Case => Target::form(FieldsForm),
        Place::Child => Target::form(ChildForm),
        Place::People => Target::form(PersonForm(None)),
        Place::Talk(kind) => Target::NewTalk(Some(kind)),
        Place::Analysis => Target::form(AnalysisForm),
        Place::Goals => Target::form(GoalForm(None)),
        Place::Interventions => Target::form(InterventionForm(None)),
        Place::Level => Target::form(LevelForm),
        Place::Teaching => Target::form(TeachingForm),
        Place::Document(kind) => Target::form(DocumentForm(kind)),
        Place::Calendar => Target::form(BookForm(Some(trivsel_domain::record::TalkKind::Parent))),
        Place::Seats | Place::SeatsOfWaiting => Target::Seats,
        Place::Step if sheet.view == View::Next => Target::form(StepForm(ahead)),
        Place::Step => Target::View(View::Next),
    }
}
