//! The figures of scores: the change of a strand, whether it is reliable, and whether it crossed the cut-off.

use trivsel_domain::record::{HouseSettings, Measure, Strand, Tenths};
use trivsel_domain::rules::effect::{Change, Reliability};

use super::{Figure, Row, attendance};
use crate::layers::scores::Scores;
use crate::model::Model;
use trivsel_words::numbers::tenths;
use trivsel_words::{Words, dates, score};

/// The strands of a child, the one that is shown first.
pub(super) fn figures(model: &Model, all: &Scores) -> Vec<Figure> {
    let shown = all.strands.get(all.at).and_then(|view| view.strand.clone());
    let others = all.strands.iter().filter_map(|view| view.strand.clone());
    let others = others.filter(|strand| Some(strand) != shown.as_ref());
    let mut strands: Vec<Strand> = shown.iter().cloned().chain(others).collect();
    // The lines of a series that stand alone have a view each.
    strands.dedup();
    strands.iter().map(|strand| of_strand(model, strand, all.age, &all.measures)).collect()
}

/// A strand with its scores, and what became of them.
pub(super) fn of_strand(model: &Model, strand: &Strand, age: Option<u32>, measures: &[Measure]) -> Figure {
    let words = &model.words;
    let mut of: Vec<&Measure> = measures.iter().filter(|m| m.strand() == *strand).collect();
    of.sort_by_key(|m| (m.date, m.id));
    let name = score::strand(words, strand);
    let change = change_of(&model.roster.lists, age, &of);
    let mut how = vec![words.get("counted-how-scores").to_owned()];
    let name = match &change {
        Some((from, to, change)) => {
            how.insert(0, change_told(words, change));
            let args = [
                ("name", name.into()),
                ("first", tenths(words.lang(), change.first).into()),
                ("last", tenths(words.lang(), change.last).into()),
                ("span", dates::span(words.lang(), *from, *to).into()),
            ];
            words.with("counted-scores", &args)
        }
        None => name,
    };
    let of_row = |n: usize| match n {
        0 => words.get("counted-first-score"),
        n if n + 1 == of.len() => words.get("counted-last-score"),
        _ => "",
    };
    let rows = of.iter().enumerate().rev().map(|(n, m)| row(model, m, of_row(n).to_owned()));
    Figure { name, how, rows: rows.collect() }
}

/// The change of a strand, oldest first, by the house's cut-offs, with its first and last day.
#[must_use]
pub fn change_of(
    lists: &HouseSettings,
    age: Option<u32>,
    strand: &[&Measure],
) -> Option<(chrono::NaiveDate, chrono::NaiveDate, Change)> {
    let of = strand.first()?.strand();
    let (from, to, change) = Change::of(strand, lists.cut_off(&of, age))?;
    Some((from, to, Change { better: lists.better(&of), ..change }))
}

/// What became of the scores, in one line: by how much, whether that is reliable, and the cut-off.
#[must_use]
pub fn change_told(words: &Words, change: &Change) -> String {
    let by = Tenths(change.last.0 - change.first.0);
    let sign = if by.0 > 0 { "+" } else { "" };
    let mut parts = vec![format!("{sign}{}", tenths(words.lang(), by))];
    parts.extend(change.reliability().map(|r| {
        let id = match r {
            Reliability::Better => "change-better",
            Reliability::Worse => "change-worse",
            Reliability::Same => "change-same",
        };
        words.get(id).to_owned()
    }));
    parts.extend(change.cut_off.map(|cut| {
        let id = if change.crossed() { "change-crossed" } else { "change-not-crossed" };
        words.with(id, &[("cut", tenths(words.lang(), cut).into())])
    }));
    parts.join(" · ")
}

/// One score: its day, its lines and its number.
pub(super) fn row(model: &Model, measure: &Measure, counts: String) -> Row {
    let lang = model.words.lang();
    let value = score::number(&model.words, measure);
    let lines: Vec<String> = measure.lines().iter().map(|line| tenths(lang, *line)).collect();
    // Lines that stand alone are the value.
    let what = match measure.number() {
        Some(_) if lines.len() > 1 => format!("{value} = {}", lines.join(" + ")),
        _ => value,
    };
    Row { when: attendance::when(model, measure.date), what, counts }
}
