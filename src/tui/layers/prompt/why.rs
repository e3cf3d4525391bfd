//! Why the user looks at something, on a line of its own. Nothing waits for it.

use trivsel_domain::value::{CaseId, Line, TalkId, TextProblem};
use trivsel_words::Words;

use super::{Meaning, Prompt, Purpose};
use crate::layers::Layer;
use crate::model::Model;

/// Asks why the user looks at a case, or at a note of one.
pub fn ask(model: &mut Model, case: Option<CaseId>, talk: Option<TalkId>) {
    let label = model.words.get("prompt-why").to_owned();
    model.layers.push(Layer::Prompt(Prompt::new(Purpose::Why(case, talk), label)));
}

/// The line, which is not empty.
pub(super) fn read(words: &Words, text: &str) -> Result<Meaning, String> {
    Line::new(text).map(Meaning::Why).map_err(|problem| {
        let id = if problem == TextProblem::Empty { "prompt-why-empty" } else { "prompt-too-long" };
        words.get(id).to_owned()
    })
}
