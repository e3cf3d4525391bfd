//! The house's own lists, each edited as text: one a line.

mod parse;

use trivsel_domain::decide::Action;
use trivsel_domain::record::{HouseSettings, Instrument, TalkKind, Template};
use trivsel_domain::value::{Coded, DraftId, LongText};

use super::{FormKind, Reading, Wrong};
use crate::editor::Editor;
use crate::form::{Entry, Form, Input, Keeping};
use trivsel_words::Words;
use trivsel_words::numbers::tenths;

/// Which list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ListKind {
    /// Themes of talks.
    Themes,
    /// Methods.
    Methods,
    /// The template of a kind of talk.
    Template(TalkKind),
    /// Series of scores that the house defines.
    Series,
    /// Cut-offs of the instruments.
    CutOffs,
    /// The labels of an instrument the house has a licence for.
    Labels(Instrument),
}

impl ListKind {
    /// Every list, in the order in which they are offered.
    pub fn all() -> impl Iterator<Item = Self> {
        [Self::Themes, Self::Methods]
            .into_iter()
            .chain(TalkKind::ALL.iter().map(|k| Self::Template(*k)))
            .chain([Self::Series, Self::CutOffs])
            .chain(Instrument::ALL.iter().map(|i| Self::Labels(*i)))
    }

    /// Its stable code.
    #[must_use]
    pub fn code(self) -> String {
        match self {
            Self::Themes => "themes".to_owned(),
            Self::Methods => "methods".to_owned(),
            Self::Template(kind) => format!("template-{}", kind.code()),
            Self::Series => "series".to_owned(),
            Self::CutOffs => "cut-offs".to_owned(),
            Self::Labels(instrument) => format!("labels-{}", instrument.code()),
        }
    }

    /// The list of a code.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::all().find(|l| l.code() == code)
    }

    /// What it is called.
    #[must_use]
    pub fn name(self, words: &Words) -> String {
        match self {
            Self::Themes => words.get("list-themes").to_owned(),
            Self::Methods => words.get("list-methods").to_owned(),
            Self::Template(kind) => {
                words.with("list-template", &[("kind", words.code("talk", kind.code()).into())])
            }
            Self::Series => words.get("list-series").to_owned(),
            Self::CutOffs => words.get("list-cut-offs").to_owned(),
            Self::Labels(i) => words.with("list-labels", &[("name", i.code().to_uppercase().into())]),
        }
    }
}

/// The form of a list as it stands.
#[must_use]
pub fn open(id: DraftId, list: ListKind, reading: &Reading<'_>) -> Form {
    let text = Entry::new("list", Input::Long(Box::new(Editor::with(&written(list, reading)))));
    Form::new(FormKind::List(list), None, vec![text], Keeping::new(id, reading.me.id))
}

/// Its name, and how a line is written.
#[must_use]
pub fn title(list: &ListKind, reading: &Reading<'_>) -> String {
    let words = reading.words;
    let how = match list {
        ListKind::Themes | ListKind::Methods => words.get("list-how-tags"),
        ListKind::Template(_) => words.get("list-how-template"),
        ListKind::Series => words.get("list-how-series"),
        ListKind::CutOffs => words.get("list-how-cut-offs"),
        ListKind::Labels(_) => words.get("list-how-labels"),
    };
    format!("{} · {how}", list.name(words))
}

/// A list as text.
fn written(list: ListKind, reading: &Reading<'_>) -> String {
    let (house, lang) = (reading.lists, reading.words.lang());
    let tags = |tags: &[trivsel_domain::value::Tag]| {
        tags.iter().map(trivsel_domain::value::Tag::as_str).collect::<Vec<_>>().join("\n")
    };
    match list {
        ListKind::Themes => tags(&house.themes),
        ListKind::Methods => tags(&house.methods),
        ListKind::Template(kind) => house.template(kind).map_or("", LongText::as_str).to_owned(),
        ListKind::Series => {
            house.series.iter().map(|s| parse::series_line(s, reading.words)).collect::<Vec<_>>().join("\n")
        }
        ListKind::CutOffs => {
            let c = house.cut_offs;
            let rows = [
                ("cut-ors-adult", c.ors_adult),
                ("cut-ors-young", c.ors_young),
                ("cut-cors", c.cors),
                ("cut-srs", c.srs),
            ];
            rows.iter()
                .map(|(id, value)| format!("{}: {}", reading.words.get(id), tenths(lang, *value)))
                .collect::<Vec<_>>()
                .join("\n")
        }
        ListKind::Labels(instrument) => {
            let labels = house.labels.iter().find(|l| l.instrument == instrument);
            labels.map_or(String::new(), |l| {
                l.lines.iter().map(trivsel_domain::value::Line::as_str).collect::<Vec<_>>().join("\n")
            })
        }
    }
}

/// Reads the list and settles the house's lists with it.
///
/// # Errors
/// The first line that is none, with its number.
pub fn read(form: &Form, list: &ListKind, reading: &Reading<'_>) -> Result<Action, Vec<Wrong>> {
    let text = form.entry("list").map(Entry::text).unwrap_or_default();
    let mut new = reading.lists.clone();
    settle(&mut new, *list, &text, reading).map_err(|text| vec![Wrong { name: "list", number: 0, text }])?;
    let seen = reading.settled.map(|s| Box::new(s.clone()));
    Ok(Action::Settle { seen, new: Box::new(new) })
}

fn settle(
    house: &mut HouseSettings,
    list: ListKind,
    text: &str,
    reading: &Reading<'_>,
) -> Result<(), String> {
    let words = reading.words;
    match list {
        ListKind::Themes => house.themes = parse::tags(text, words)?,
        ListKind::Methods => house.methods = parse::tags(text, words)?,
        ListKind::Template(kind) => {
            house.templates.retain(|t| t.kind != kind);
            if !text.trim().is_empty() {
                let text = LongText::new(text).map_err(|_| words.get("form-too-long").to_owned())?;
                house.templates.push(Template { kind, text });
            }
        }
        ListKind::Series => house.series = parse::series(text, words)?,
        ListKind::CutOffs => house.cut_offs = parse::cut_offs(text, house.cut_offs, words)?,
        ListKind::Labels(instrument) => {
            house.labels.retain(|l| l.instrument != instrument);
            house.labels.extend(parse::labels(text, instrument, words)?);
        }
    }
    Ok(())
}
