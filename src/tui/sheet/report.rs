//! Writing what is on record of the case to a file outside the house: where to is asked on one line, and of an attendance
//! sheet first over which days.

use std::path::Path;

use chrono::NaiveDate;
use trivsel_domain::rules::house_figures::{Span, SpanKind};
use trivsel_domain::value::{CaseId, DocumentId};
use trivsel_reports::request::Reviewed;
use trivsel_reports::{Format, ReportKind};
use trivsel_words::Words;
use trivsel_words::problems::date_problem;
use trivsel_words::text::printable;
use trivsel_words::typed_date::{Counting, Lean, parse_span};

use super::Target;
use super::act::{paper, target};
use crate::effect::Effect;
use crate::layers::Layer;
use crate::layers::prompt::{Prompt, Purpose};
use crate::load::Query;
use crate::model::{Model, Status, Tone};

/// What is written to a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Writing {
    pub case: CaseId,
    pub what: Written,
    /// The file as it was typed; `~` is the user's own folder.
    pub to: String,
}

/// What a file holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Written {
    /// A version of a document.
    Document(DocumentId),
    /// The teaching plan in force.
    Teaching,
    /// The attendance of a period.
    Attendance(Span),
    /// All about the child, after a review.
    Access(Box<Reviewed>),
}

/// Why a file was not written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NotWritten {
    /// What was to be written is gone, or could not be put together.
    Gone,
    /// The child was not enrolled on any day of the period.
    NotEnrolled,
    /// There is a file of that name.
    Exists,
    /// The file could not be written, and why in words.
    File(String),
}

/// Asks where what is selected is to be written.
pub(super) fn ask(model: &mut Model) -> Effect {
    match target(model) {
        Some(Target::Paper(id)) => {
            if let Some((case, kind)) = paper(model, id).map(|document| (document.case, document.kind)) {
                ask_where(model, case, ReportKind::Document(kind), Written::Document(id));
            }
            Effect::None
        }
        Some(Target::Report(kind)) => ask_for(model, kind),
        _ => {
            model.refuse_with("sheet-choose-written");
            Effect::None
        }
    }
}

/// Asks where a report of the case is to be written, or first what else it depends on.
pub(super) fn ask_for(model: &mut Model, kind: ReportKind) -> Effect {
    let Some(sheet) = model.sheet() else { return Effect::None };
    let (case, is_planned) = (sheet.dossier.case.id, !sheet.dossier.teaching.is_empty());
    match kind {
        ReportKind::TeachingPlan if is_planned => ask_where(model, case, kind, Written::Teaching),
        ReportKind::TeachingPlan => model.refuse_with("sheet-no-teaching"),
        ReportKind::AttendanceSheet => {
            let label = model.words.get("prompt-period").to_owned();
            model.layers.push(Layer::Prompt(Prompt::new(Purpose::Period(case), label)));
        }
        ReportKind::AccessRequest => return Effect::Load(Query::Request(case)),
        // A document is written as one of its versions.
        ReportKind::Document(_) => {}
    }
    Effect::None
}

/// Asks where the file is to be. Its name says what it is, and nobody's name.
pub fn ask_where(model: &mut Model, case: CaseId, kind: ReportKind, what: Written) {
    let to = format!("~/{}", kind.file_name(&model.words, model.today(), Format::Docx));
    show(model, Writing { case, what, to: String::new() }, |prompt| prompt.filled(&to));
}

fn show(model: &mut Model, writing: Writing, fill: impl FnOnce(Prompt) -> Prompt) {
    let label = model.words.get("prompt-write").to_owned();
    model.layers.push(Layer::Prompt(fill(Prompt::new(Purpose::Write(Box::new(writing)), label))));
}

/// The typed name of a file.
///
/// # Errors
/// That its end says no format, in words.
pub fn read(words: &Words, text: &str) -> Result<String, String> {
    let format = Format::of(Path::new(text));
    format.map(|_| text.to_owned()).ok_or_else(|| words.get("prompt-write-format").to_owned())
}

/// What the file will be, and that it is not encrypted.
#[must_use]
pub fn told(words: &Words, to: &str) -> String {
    let format = Format::of(Path::new(to)).map_or("", Format::extension);
    words.code("prompt-write", format).to_owned()
}

/// The typed days of an attendance sheet; the present school year where nothing is typed.
///
/// # Errors
/// What is wrong with them, in words.
pub fn read_period(words: &Words, text: &str, today: NaiveDate) -> Result<Span, String> {
    let year = Span::around(SpanKind::SchoolYear, today);
    if text.is_empty() {
        return Ok(year);
    }
    let days = parse_span(text, today, Lean::Past, Counting::EveryDay, words.lang())
        .map_err(|problem| date_problem(words, &problem))?;
    let month = Span::around(SpanKind::Month, days.from);
    if (month.from, month.to) == (days.from, days.to) {
        return Ok(month);
    }
    Span::free(days.from, days.to).ok_or_else(|| words.get("prompt-backward").to_owned())
}

/// Says where the file is now. If it was not written, the line comes back with its text.
pub fn written(model: &mut Model, writing: Writing, done: Result<String, NotWritten>) -> Effect {
    match done {
        Ok(path) => {
            let path = printable(&path).into_owned();
            // The answer is made; its review is over.
            model.layers.retain(|layer| !matches!(layer, Layer::Request(_)));
            model.say(model.words.with("status-written", &[("path", path.into())]));
            if matches!(writing.what, Written::Access(_)) {
                model.add_to_status("report-read-through");
            }
        }
        Err(NotWritten::Gone) => model.refuse_with("status-not-put-together"),
        Err(NotWritten::NotEnrolled) => model.refuse_with("cli-report-not-enrolled"),
        Err(NotWritten::Exists) => {
            let path = printable(&writing.to).into_owned();
            let line = model.words.with("status-file-exists", &[("path", path.into())]);
            again(model, writing, line);
        }
        Err(NotWritten::File(why)) => {
            let path = printable(&writing.to).into_owned();
            let line = model.words.with("cli-cannot-write", &[("path", path.into()), ("kind", why.into())]);
            again(model, writing, line);
        }
    }
    Effect::None
}

/// Shows the line again with its text, and what was wrong.
fn again(model: &mut Model, writing: Writing, why: String) {
    let to = writing.to.clone();
    show(model, writing, |prompt| prompt.resumed(&to));
    model.status = Some(Status { lines: vec![why], tone: Tone::Refused });
}
