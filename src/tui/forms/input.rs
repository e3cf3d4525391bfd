//! Constructors of a form's fields, by the input they take.

use trivsel_domain::record::Staff;
use trivsel_domain::value::{Coded, Line};
use trivsel_words::Words;

use crate::editor::Editor;
use crate::field::Field;
use crate::form::{Choice, FormField, Input, Pick, Tags};

/// The codes of the choices of a question.
pub(super) const YES: &str = "yes";
pub(super) const NO: &str = "no";

/// A field of one line.
pub(super) fn line(name: &'static str, text: &str) -> FormField {
    FormField::new(name, Input::Line(Field::with(text)))
}

/// A field of one line whose text may be missing.
pub(super) fn line_of(name: &'static str, text: Option<&Line>) -> FormField {
    line(name, text.map_or("", Line::as_str))
}

/// A field with a list of choices.
pub(super) fn pick(name: &'static str, choices: Vec<Choice>, chosen: Option<&str>) -> FormField {
    FormField::new(name, Input::Pick(Pick::new(choices, chosen)))
}

/// A choice for each of some codes, by their words.
pub(super) fn choices<'c, C: Coded>(
    codes: impl IntoIterator<Item = &'c C>,
    prefix: &str,
    words: &Words,
) -> Vec<Choice> {
    codes.into_iter().map(|one| Choice::new(one.code(), words.code(prefix, one.code()), "")).collect()
}

/// The choice of yes or no.
pub(super) fn yes_or_no(words: &Words) -> Vec<Choice> {
    [YES, NO].map(|code| Choice::new(code, words.code("answer", code), "")).into()
}

/// A field of words separated by commas.
pub(super) fn tags(name: &'static str, known: impl IntoIterator<Item = String>, text: &str) -> FormField {
    FormField::new(name, Input::Tags(Tags::new(known, text)))
}

/// A field of many lines.
pub(super) fn long(name: &'static str, text: &str) -> FormField {
    FormField::new(name, Input::Long(Box::new(Editor::with(text))))
}

/// A choice of a member of staff, found by initials or name.
pub(super) fn member(staff: &Staff, hint: String) -> Choice {
    let label = format!("{} {}", staff.initials.as_str(), staff.name.as_str());
    Choice::new(staff.id.to_string(), label, hint)
}
