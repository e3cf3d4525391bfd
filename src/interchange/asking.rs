//! Words the questions about a list: the question, its numbered options, and what to type.

use trivsel_domain::value::Coded;

use super::heading::{Heading, ListKind};
use super::mapping::{MarkMeaning, letters_of};
use super::question::{Question, Shown};
use super::wording::{listed, place_word};
use trivsel_words::text::{clip, columns, fit, printable};
use trivsel_words::{Words, dates};

/// The widest line of options, in columns of the terminal.
const WIDEST: usize = 78;
/// The widest name of a column in the list of options, in columns of the terminal.
const WIDTH: usize = 24;

/// The lines of a question: what is asked, and the options by their numbers.
#[must_use]
pub fn question_lines(words: &Words, question: &Question) -> Vec<String> {
    let (asked, options): (String, Vec<String>) = match question {
        Question::Encoding(samples) => (
            words.get("list-which-encoding").to_owned(),
            samples.iter().map(|(encoding, sample)| format!("{:<12}  {sample}", encoding.name())).collect(),
        ),
        Question::Sheet(names) => (
            words.get("ask-sheet").to_owned(),
            names.iter().map(|name| printable(name).into_owned()).collect(),
        ),
        Question::Column { wanted, among } => {
            let column = meaning_word(words, *wanted);
            let width = among.iter().map(|shown| columns(&name(words, shown))).max().unwrap_or_default();
            let option =
                |shown: &Shown| format!("{}  {}", fit(&name(words, shown), width), listed(&shown.values));
            (
                words.with("ask-column", &[("column", column.into())]),
                among.iter().map(option).map(|line| line.trim_end().to_owned()).collect(),
            )
        }
        Question::Meaning { column, options } => (
            meaning(words, column),
            options.iter().map(|heading| meaning_word(words, *heading).to_owned()).collect(),
        ),
        Question::Year { first, last, years } => {
            let id = if first == last { "ask-year-one" } else { "ask-year" };
            let [first, last] = [first, last].map(|day| printable(day));
            (
                words.with(id, &[("first", first.into()), ("last", last.into())]),
                years.iter().map(|year| dates::school_year(*year)).collect(),
            )
        }
        Question::Month { sheet, first, last, places, .. } => {
            let days = format!("{}–{}", printable(first), printable(last));
            let sheet = sheet.as_deref().map(|name| printable(name).into_owned());
            let id = if sheet.is_some() { "ask-month-sheet" } else { "ask-month" };
            (
                words.with(id, &[("days", days.into()), ("sheet", sheet.unwrap_or_default().into())]),
                places.iter().map(|place| place_word(words, place)).collect(),
            )
        }
        Question::Source => {
            (words.get("ask-source").to_owned(), vec![words.get("ask-source-own").to_owned()])
        }
        Question::Mark { mark, count, options } => (
            words.with("ask-mark", &[("mark", printable(mark).into()), ("count", (*count).into())]),
            options.iter().map(|meaning| mark_word(words, *meaning).to_owned()).collect(),
        ),
    };
    let numbered = (1..).zip(options);
    let options = match question {
        Question::Encoding(_)
        | Question::Sheet(_)
        | Question::Column { .. }
        | Question::Month { .. }
        | Question::Source => {
            numbered.map(|(number, option): (usize, _)| format!("  {number:>2}  {option}")).collect()
        }
        Question::Meaning { .. } | Question::Year { .. } | Question::Mark { .. } => {
            packed(numbered.map(|(number, option)| format!("{number} {option}")))
        }
    };
    [asked].into_iter().chain(options).collect()
}

/// Short options beside each other.
fn packed(options: impl Iterator<Item = String>) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for option in options {
        match lines.last_mut().filter(|line| columns(line) + columns(&option) + 3 <= WIDEST) {
            Some(line) => *line += &format!(" · {option}"),
            None => lines.push(format!("   {option}")),
        }
    }
    lines
}

/// Asks what a column holds.
fn meaning(words: &Words, column: &Shown) -> String {
    let values = match column.values.as_slice() {
        [] => words.get("ask-no-values").to_owned(),
        values => listed(values),
    };
    let values = ("values", values.into());
    match letters_of(&column.name) {
        Some(letters) => words.with("ask-meaning-place", &[("column", letters.into()), values]),
        None => words.with("ask-meaning", &[("column", name(words, column).into()), values]),
    }
}

/// What a column is called: its heading, or where it stands.
fn name(words: &Words, column: &Shown) -> String {
    match letters_of(&column.name) {
        Some(letters) => words.with("ask-place", &[("column", letters.into())]),
        None => printable(&clip(&column.name, WIDTH)).into_owned(),
    }
}

/// What a column holds, in the user's language.
#[must_use]
pub fn meaning_word(words: &Words, heading: Heading) -> &str {
    match heading {
        Heading::Of(column) => words.code("column", column.code()),
        Heading::SchoolYear => words.get("column-school-year"),
    }
}

/// The name of a list, in the user's language.
#[must_use]
pub fn list_word(words: &Words, list: ListKind) -> &str {
    words.get(match list {
        ListKind::Cases => "list-cases",
        ListKind::Attendance => "list-attendance",
        ListKind::Talks => "list-talks",
    })
}

/// What a mark means, in the user's language.
pub(super) fn mark_word(words: &Words, meaning: MarkMeaning) -> &str {
    match meaning.0 {
        Some(kind) => words.code("mark", kind.code()),
        None => words.get("mark-unregistered"),
    }
}
