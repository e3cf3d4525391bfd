//! Writing a document of the case to a file outside the house: where to is asked on one line.

use std::path::Path;

use trivsel_domain::value::{CaseId, Coded, DocumentId};
use trivsel_reports::Format;
use trivsel_words::Words;
use trivsel_words::text::printable;

use super::Target;
use super::act::{paper, target};
use crate::effect::Effect;
use crate::layers::Layer;
use crate::layers::prompt::{Prompt, Purpose};
use crate::model::{Model, Status, Tone};

/// A document that is written to a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Writing {
    pub case: CaseId,
    pub document: DocumentId,
    /// The file as it was typed; `~` is the user's own folder.
    pub to: String,
}

/// Why a document was not written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NotWritten {
    /// The document is gone, or could not be put together.
    Document,
    /// There is a file of that name.
    Exists,
    /// The file could not be written, and why in words.
    File(String),
}

/// Asks where the selected document is to be written. The name of the file has the child's initials alone.
pub(super) fn ask(model: &mut Model) -> Effect {
    let chosen = match target(model) {
        Some(Target::Paper(id)) => paper(model, id).map(|d| (d.case, d.id, d.kind)),
        _ => None,
    };
    let (Some((case, document, kind)), Some(sheet)) = (chosen, model.sheet()) else {
        model.refuse_with("sheet-choose-written");
        return Effect::None;
    };
    let child = sheet.dossier.child.name.as_str();
    let initials: String =
        child.split_whitespace().filter_map(|word| word.chars().find(|c| c.is_alphanumeric())).collect();
    let extension = Format::Docx.extension();
    let to = format!("~/{}-{initials}-{}.{extension}", kind.code(), model.today());
    show(model, Writing { case, document, to: String::new() }, |prompt| prompt.filled(&to));
    Effect::None
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

/// Says where the document is now. If it was not written, the line comes back with its text.
pub fn written(model: &mut Model, writing: Writing, done: Result<String, NotWritten>) -> Effect {
    match done {
        Ok(path) => {
            let path = printable(&path).into_owned();
            model.say(model.words.with("status-written", &[("path", path.into())]));
        }
        Err(NotWritten::Document) => model.refuse_with("status-not-put-together"),
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
