//! The house's own lists, each edited as text with one item per line.

mod concern;
mod letter;
mod parse;
mod retention;
mod series;

use trivsel_domain::decide::Action;
use trivsel_domain::record::{DocumentKind, HouseSettings, Instrument, TalkKind, Template};
use trivsel_domain::value::{CaseId, Coded, LongText};

use super::basis::{Before, json};
use super::case::template;
use super::input::long;
use super::{Kind, Lookup, Wrong};
use crate::form::{Form, FormField};
use crate::forms::field;
use trivsel_words::Words;
use trivsel_words::numbers::tenths;

/// A list of the house.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ListKind {
    Themes,
    Methods,
    Template(TalkKind),
    /// The sections of a kind of document.
    Letter(DocumentKind),
    Series,
    CutOffs,
    /// The limits of a quarter's absence.
    AbsenceLimits,
    /// The rules of concern.
    Concern,
    /// How long cases are kept that have ended.
    Retention,
    /// The grade of the year of confirmation.
    Confirmation,
    /// The labels of an instrument that the house has a licence for.
    Labels(Instrument),
}

impl ListKind {
    /// Every list, in menu order.
    pub fn all() -> impl Iterator<Item = Self> {
        [Self::Themes, Self::Methods]
            .into_iter()
            .chain(TalkKind::ALL.iter().map(|k| Self::Template(*k)))
            .chain(DocumentKind::ALL.iter().map(|k| Self::Letter(*k)))
            .chain([
                Self::Series,
                Self::CutOffs,
                Self::AbsenceLimits,
                Self::Concern,
                Self::Retention,
                Self::Confirmation,
            ])
            .chain(Instrument::ALL.iter().map(|i| Self::Labels(*i)))
    }

    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::all().find(|l| l.of() == code)
    }

    #[must_use]
    pub fn name(self, words: &Words) -> String {
        match self {
            Self::Themes => words.get("list-themes").to_owned(),
            Self::Methods => words.get("list-methods").to_owned(),
            Self::Template(kind) => {
                words.with("list-template", &[("kind", words.code("talk", kind.code()).into())])
            }
            Self::Letter(kind) => {
                words.with("list-letter", &[("kind", words.code("document", kind.code()).into())])
            }
            Self::Series => words.get("list-series").to_owned(),
            Self::CutOffs => words.get("list-cut-offs").to_owned(),
            Self::AbsenceLimits => words.get("list-absence-limits").to_owned(),
            Self::Concern => words.get("list-concern").to_owned(),
            Self::Retention => words.get("list-retention").to_owned(),
            Self::Confirmation => words.get("list-confirmation").to_owned(),
            Self::Labels(i) => words.with("list-labels", &[("name", i.code().to_uppercase().into())]),
        }
    }

    /// The list as text, one item per line.
    #[must_use]
    pub fn written(self, lookup: &Lookup<'_>) -> String {
        written(self, lookup)
    }
}

impl Kind for ListKind {
    fn of(&self) -> String {
        match self {
            Self::Themes => field::THEMES.to_owned(),
            Self::Methods => field::METHODS.to_owned(),
            Self::Template(kind) => format!("template-{}", kind.code()),
            Self::Letter(kind) => format!("letter-{}", kind.code()),
            Self::Series => "series".to_owned(),
            Self::CutOffs => "cut-offs".to_owned(),
            Self::AbsenceLimits => "absence-limits".to_owned(),
            Self::Concern => "concern".to_owned(),
            Self::Retention => "retention".to_owned(),
            Self::Confirmation => "confirmation".to_owned(),
            Self::Labels(instrument) => format!("labels-{}", instrument.code()),
        }
    }

    fn is_of_case(&self) -> bool {
        false
    }

    fn case(&self, _lookup: &Lookup<'_>) -> Option<CaseId> {
        None
    }

    fn fields(&self, lookup: &Lookup<'_>) -> Vec<FormField> {
        vec![long(field::LIST, &written(*self, lookup))]
    }

    /// Its name, and the syntax of a line.
    fn title(&self, _form: &Form, lookup: &Lookup<'_>) -> String {
        let words = lookup.words;
        let parts;
        let how = match self {
            Self::Letter(_) => {
                parts = words.with("list-how-letter", &[("parts", letter::parts(words).into())]);
                &parts
            }
            Self::Themes | Self::Methods => words.get("list-how-tags"),
            Self::Template(_) => words.get("list-how-template"),
            Self::Series => words.get("list-how-series"),
            Self::CutOffs => words.get("list-how-cut-offs"),
            Self::AbsenceLimits => words.get("list-how-absence-limits"),
            Self::Concern => words.get("list-how-concern"),
            Self::Retention => words.get("list-how-retention"),
            Self::Confirmation => words.get("list-how-confirmation"),
            Self::Labels(_) => words.get("list-how-labels"),
        };
        format!("{} · {how}", self.name(words))
    }

    fn read(&self, form: &Form, lookup: &Lookup<'_>) -> Result<Action, Vec<Wrong>> {
        let text = form.field(field::LIST).map(FormField::text).unwrap_or_default();
        let mut new = lookup.lists.clone();
        settle(&mut new, *self, &text, lookup)
            .map_err(|text| vec![Wrong { name: field::LIST, number: 0, text }])?;
        let seen = lookup.settled.map(|s| Box::new(s.clone()));
        Ok(Action::Settle { seen, new: Box::new(new) })
    }

    fn record(&self, lookup: &Lookup<'_>) -> Option<String> {
        json(Some(lookup.lists))
    }

    fn put_back(&self, before: &mut Before, record: &str) -> Option<()> {
        before.lists = serde_json::from_str::<Option<_>>(record).ok()??;
        Some(())
    }
}

fn written(list: ListKind, lookup: &Lookup<'_>) -> String {
    let (house, lang) = (lookup.lists, lookup.words.lang());
    let tags = |tags: &[trivsel_domain::value::Tag]| {
        tags.iter().map(trivsel_domain::value::Tag::as_str).collect::<Vec<_>>().join("\n")
    };
    match list {
        ListKind::Themes => tags(&house.themes),
        ListKind::Methods => tags(&house.methods),
        ListKind::Template(kind) => house.template(kind).map_or("", LongText::as_str).to_owned(),
        ListKind::Letter(kind) => letter::written(&template(kind, lookup), lookup.words),
        ListKind::Series => {
            house.series.iter().map(|s| series::line(s, lookup.words)).collect::<Vec<_>>().join("\n")
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
                .map(|(id, value)| format!("{}: {}", lookup.words.get(id), tenths(lang, *value)))
                .collect::<Vec<_>>()
                .join("\n")
        }
        ListKind::AbsenceLimits => {
            let lines = house.absence_limits.iter().map(|one| parse::limits_line(one, lookup.words));
            lines.collect::<Vec<_>>().join("\n")
        }
        ListKind::Concern => {
            let rules = house.concern_rules().iter().map(|rule| concern::line(rule, lookup.words));
            rules.collect::<Vec<_>>().join("\n")
        }
        ListKind::Retention => retention::written(&house.retention, lookup.programmes, lookup.words),
        ListKind::Confirmation => {
            let shipped = || trivsel_defaults::curriculum().confirmation(lookup.today());
            house.confirmation.or_else(shipped).map_or(String::new(), |grade| grade.number().to_string())
        }
        ListKind::Labels(instrument) => {
            let labels = house.labels.iter().find(|l| l.instrument == instrument);
            labels.map_or(String::new(), |l| {
                l.lines.iter().map(trivsel_domain::value::Line::as_str).collect::<Vec<_>>().join("\n")
            })
        }
    }
}

fn settle(house: &mut HouseSettings, list: ListKind, text: &str, lookup: &Lookup<'_>) -> Result<(), String> {
    let words = lookup.words;
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
        ListKind::Letter(kind) => {
            house.letters.retain(|l| l.kind() != kind);
            let usual = template(kind, &Lookup { lists: &house.clone(), ..*lookup });
            let own = letter::template(text, kind, words)?;
            house.letters.extend(own.filter(|own| own.sections() != usual));
        }
        ListKind::Series => house.series = series::all(text, words)?,
        ListKind::CutOffs => house.cut_offs = parse::cut_offs(text, house.cut_offs, words)?,
        ListKind::AbsenceLimits => {
            house.absence_limits = parse::absence_limits(text, lookup.now.date(), words)?;
        }
        ListKind::Concern => house.concern = concern::rules(text, words)?,
        ListKind::Retention => house.retention = retention::read(text, lookup.programmes, words)?,
        ListKind::Confirmation => house.confirmation = parse::confirmation(text, words)?,
        ListKind::Labels(instrument) => {
            house.labels.retain(|l| l.instrument != instrument);
            house.labels.extend(parse::labels(text, instrument, words)?);
        }
    }
    Ok(())
}
