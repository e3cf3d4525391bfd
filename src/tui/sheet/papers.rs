//! The documents of the case. Every version is kept.

use ratatui::style::Style;
use trivsel_domain::record::{DocumentKind, PlanDocument};
use trivsel_domain::value::Coded;
use trivsel_reports::ReportKind;

use super::{Recounted, Sheet, SheetRow, Target};
use crate::forms::case::DocumentForm;
use crate::forms::field;
use crate::model::Model;
use crate::widgets::cells::Cells;
use trivsel_words::text::columns;
use trivsel_words::{dates, figure, moment, prefill, talk as told};

/// The width of the state: who signed the document, and when.
const STATE: usize = 30;
/// The fewest columns in which the version is shown.
const VERSION: usize = 26;

/// One line of the list: the same columns for every document. The version is left out if there is no room for it.
fn line(model: &Model, name: &str, state: (&str, Style), version: &str, width: usize) -> Cells {
    let (words, theme) = (&model.words, &model.theme);
    let names = ReportKind::all().map(|kind| columns(kind.name(words))).max().unwrap_or(0);
    let cells = Cells::new().gap(1).left(name, names, theme.text).gap(2);
    let room = width.saturating_sub(names + 3);
    if room < STATE + 1 + VERSION {
        return cells.left(state.0, room, state.1);
    }
    cells.left(state.0, STATE, state.1).gap(1).left(version, room - STATE - 1, theme.dim)
}

/// A version, its date and its author.
pub(super) fn version_line(model: &Model, version: u32, on: chrono::NaiveDate, by: &str) -> String {
    let day = dates::day_month_year(model.words.lang(), on);
    let args = [("version", version.into()), ("day", day.into()), ("by", by.into())];
    model.words.with("sheet-version", &args)
}

/// The documents, one line each; within a kind the latest first.
pub(super) fn papers(sheet: &Sheet, model: &Model, width: usize) -> Vec<SheetRow> {
    let documents = DocumentKind::ALL.iter().flat_map(|kind| of_kind(sheet, model, *kind, width));
    let reports = ReportKind::all().filter(|kind| !matches!(kind, ReportKind::Document(_)));
    documents.chain(reports.map(|kind| report(model, kind, width))).collect()
}

/// The row of the latest version of a kind, or of a first one.
pub(super) fn row_of(sheet: &Sheet, model: &Model, kind: DocumentKind) -> usize {
    let width = usize::from(model.size.0);
    let before = DocumentKind::ALL.iter().take_while(|other| **other != kind);
    before.map(|other| of_kind(sheet, model, *other, width).len()).sum()
}

/// The versions of a kind, the latest first and with its tasks; one row to begin with where there is none.
fn of_kind(sheet: &Sheet, model: &Model, kind: DocumentKind, width: usize) -> Vec<SheetRow> {
    let (words, theme) = (&model.words, &model.theme);
    let mut versions: Vec<&PlanDocument> =
        sheet.dossier.documents.iter().filter(|d| d.kind == kind).collect();
    versions.sort_by_key(|d| std::cmp::Reverse(d.version));
    if versions.is_empty() {
        let name = words.code("document", kind.code());
        let cells = line(model, name, (words.get("sheet-not-written"), theme.dim), "", width);
        return vec![SheetRow::new(cells, Target::form(DocumentForm(kind)))];
    }
    let mut rows = Vec::new();
    for (n, document) in versions.iter().enumerate() {
        rows.push(paper(document, model, width));
        rows.extend(tasks(document, model, width).into_iter().filter(|_| n == 0));
    }
    rows
}

/// What is no document of its own, and is written to a file from the records as they stand.
fn report(model: &Model, kind: ReportKind, width: usize) -> SheetRow {
    let (words, theme) = (&model.words, &model.theme);
    let cells = line(model, kind.name(words), (words.get("sheet-as-file"), theme.dim), "", width);
    SheetRow::new(cells, Target::Report(kind))
}

fn paper(document: &PlanDocument, model: &Model, width: usize) -> SheetRow {
    let (words, theme) = (&model.words, &model.theme);
    let (mut state, style) = match document.signed {
        Some(signature) => {
            let day = moment::day(words, signature.at);
            let by = model.roster.initials(Some(signature.by));
            (words.with("document-signed", &[("by", by.into()), ("day", day.into())]), theme.text)
        }
        None => (words.get("document-unsigned").to_owned(), theme.warn),
    };
    let by = model.roster.initials(Some(document.author));
    let changed = changed(model, document).count();
    let version = if changed == 0 {
        version_line(model, document.version, document.written_on, by)
    } else {
        words.with("figures-changed", &[("count", changed.into())])
    };
    // There is no column for it on a narrow screen.
    if changed > 0 && width < ROOMY {
        state = format!("{version} · {state}");
    }
    let name = words.code("document", document.kind.code());
    let cells = line(model, name, (&state, style), &version, width);
    SheetRow::new(cells, Target::Paper(document.id))
}

/// From this width, in columns, a plan has room for who takes a task by their title.
const ROOMY: usize = 100;

/// The dated tasks of a plan, one line each.
fn tasks(document: &PlanDocument, model: &Model, width: usize) -> Vec<SheetRow> {
    let (theme, lang, today) = (&model.theme, model.words.lang(), model.today());
    let who_width = if width < ROOMY { 6 } else { 20 };
    let row = |task: &trivsel_domain::record::PlanTask| {
        let late = task.done.is_none() && task.due < today;
        let (mark, style) = match (task.done, late) {
            (Some(_), _) => ("√", theme.dim),
            (None, true) => ("▲", theme.alarm),
            (None, false) => ("□", theme.text),
        };
        let who = told::doer(&model.roster.staff, &task.responsible);
        let cells = Cells::new()
            .gap(3)
            .left(mark, 2, style)
            .left(&dates::relative(lang, task.due, today), 12, style)
            .gap(1)
            .left(&who, who_width, theme.dim)
            .gap(1)
            .left(task.what.as_str(), width.saturating_sub(21 + who_width), theme.text);
        SheetRow::new(cells, Target::form(DocumentForm(document.kind)))
    };
    document.tasks.iter().map(row).collect()
}

/// A document as it is read: its title, who signed it, and its text as paragraphs.
#[must_use]
pub(super) fn whole(model: &Model, document: &PlanDocument) -> (String, Vec<String>) {
    let (words, lang) = (&model.words, model.words.lang());
    let by = model.roster.initials(Some(document.author));
    let version = version_line(model, document.version, document.written_on, by);
    let signed = document.signed.map(|signature| {
        let (day, name) = (moment::day(words, signature.at), model.roster.name(signature.by));
        words.with("talks-signed", &[("name", name.into()), ("day", day.into())])
    });
    let unsigned = || words.get("document-unsigned").to_owned();
    let mut lines = vec![signed.unwrap_or_else(unsigned), String::new()];
    let mut changed: Vec<&Recounted> = changed(model, document).collect();
    for section in &document.sections {
        lines.push(section.heading.as_str().to_owned());
        for line in section.text.iter().flat_map(|t| t.as_str().lines()) {
            lines.push(format!("  {line}"));
            // What is signed stays as it is; what the figure is now stands below it.
            let told;
            (told, changed) = changed.into_iter().partition(|(f, _)| figure::stands_in(words, line, &f.of));
            let told: Vec<&Recounted> = told;
            lines.extend(told.iter().map(|(_, now)| format!("    {}", figure::now(words, now.as_ref()))));
        }
        lines.push(String::new());
    }
    lines.extend(document.destination.map(|d| {
        format!("{}: {}", words.code("field", field::DESTINATION), words.code("outcome", d.code()))
    }));
    lines.extend(
        document
            .receiving
            .iter()
            .map(|r| format!("{}: {}", words.code("field", field::RECEIVING), r.as_str())),
    );
    lines.extend(document.tasks.iter().map(|s| {
        let due = dates::day_month_year(lang, s.due);
        let mark = if s.done.is_some() { "√" } else { "□" };
        format!("{mark} {due} · {} · {}", told::doer(&model.roster.staff, &s.responsible), s.what.as_str())
    }));
    lines.extend(figures(model, document));
    lines.extend(chosen(model, document));
    (format!("{} · {version}", words.code("document", document.kind.code())), lines)
}

/// The figures of a document that have changed since it was written.
fn changed<'m>(model: &'m Model, document: &PlanDocument) -> impl Iterator<Item = &'m Recounted> {
    model.sheet().and_then(|sheet| sheet.figures_since.get(&document.id)).into_iter().flatten()
}

/// What the figures in the text count, over which dates.
fn figures(model: &Model, document: &PlanDocument) -> Vec<String> {
    let words = &model.words;
    if document.figures.is_empty() {
        return Vec::new();
    }
    let goals = model.sheet().map_or(&[][..], |s| &s.dossier.goals);
    let told = document.figures.iter().map(|f| format!("  {}", figure::told(words, f, goals)));
    [String::new(), words.get("figures-title").to_owned()].into_iter().chain(told).collect()
}

/// The restricted talks whose text was chosen for it, and by whom.
fn chosen(model: &Model, document: &PlanDocument) -> Vec<String> {
    let words = &model.words;
    if document.chosen.is_empty() {
        return Vec::new();
    }
    let talks = model.sheet().map_or(&[][..], |s| &s.dossier.talks);
    let told = document
        .chosen
        .iter()
        .map(|one| format!("  {}", prefill::chosen_by(words, &model.roster.staff, talks, *one)));
    [String::new(), words.get("chosen-title").to_owned()].into_iter().chain(told).collect()
}
