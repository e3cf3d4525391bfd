//! Letters and plans: a document of a case, with what it counts as an annex.

use trivsel_domain::record::{ChosenTalk, Counted, DocumentKind, Figure, PlanDocument};
use trivsel_domain::value::Coded;
use trivsel_words::{Words, dates, figure, moment, prefill, talk};

use crate::annex;
use crate::material::Material;
use crate::paper::{Paper, Table};

/// A document. One that is not signed says so.
#[must_use]
pub fn paper(words: &Words, material: &Material, document: &PlanDocument) -> Paper {
    let lang = words.lang();
    let on = document.signed.map_or(document.written_on, |signature| signature.at.date());
    let title = words.code("document", document.kind.code());
    let mut paper = material.paper(words, title, on);
    let mut add = |label: &str, value: String| paper.about.push((label.to_owned(), value));
    add(words.get("report-version"), document.version.to_string());
    add(words.get("report-written"), dates::day_month_year(lang, document.written_on));
    add(words.get("report-author"), material.name(document.author).to_owned());
    if let Some(destination) = document.destination {
        add(words.get("field-destination"), words.code("outcome", destination.code()).to_owned());
    }
    if let Some(receiving) = &document.receiving {
        add(words.get("field-receiving"), receiving.as_str().to_owned());
    }
    if document.signed.is_none() {
        paper.notice = Some(words.get("report-draft").to_owned());
    }
    for section in &document.sections {
        if let Some(text) = &section.text {
            paper.heading(1, section.heading.as_str());
            paper.text(text.as_str());
        }
    }
    if !document.tasks.is_empty() {
        paper.heading(1, words.get("report-tasks"));
        paper.table(tasks(words, material, document));
    }
    let signed = document.signed.map(|signature| {
        let (name, day) = (material.name(signature.by), moment::day(words, signature.at));
        words.with("talks-signed", &[("name", name.into()), ("day", day.into())])
    });
    if let Some(signed) = signed {
        paper.blocks.push(crate::Block::Signature(signed));
    }
    figures(words, material, document, &mut paper);
    if !document.chosen.is_empty() {
        paper.heading(2, words.get("report-chosen"));
        let told =
            |one: &ChosenTalk| prefill::chosen_by(words, &material.staff, &material.dossier.talks, *one);
        document.chosen.iter().for_each(|one| paper.note(told(one)));
    }
    if matches!(document.kind, DocumentKind::StatusLetter | DocumentKind::FinalReport) {
        annex::development(words, material, &mut paper, on);
    }
    paper
}

/// The figures that the text rests on, each with what it counts and over which dates, and beside those that were corrected
/// since what they are now.
fn figures(words: &Words, material: &Material, document: &PlanDocument, paper: &mut Paper) {
    if document.figures.is_empty() {
        return;
    }
    paper.heading(2, words.get("report-figures"));
    paper.note(words.get("report-figures-note"));
    let mut table = table_of(words, material, &document.figures);
    let now: Vec<Option<String>> =
        document.figures.iter().map(|figure| corrected(words, material, figure)).collect();
    if now.iter().any(Option::is_some) {
        paper.note(words.get("report-now-note"));
        table.heads.push(words.get("report-now").to_owned());
        for (row, now) in table.rows.iter_mut().zip(now) {
            row.push(now.unwrap_or_default());
        }
    }
    paper.table(table);
}

/// What a figure is now, if what it counts was corrected. Talks are not recounted, nor scores of which some are withheld.
fn corrected(words: &Words, material: &Material, figure: &Figure) -> Option<String> {
    let is_whole = match figure.of {
        Counted::Talks { .. } => false,
        Counted::Scores { .. } => material.withheld == 0,
        _ => true,
    };
    let counted = material.counted();
    let (_, now) = counted.changed(std::slice::from_ref(figure)).next().filter(|_| is_whole)?;
    Some(now.map_or_else(|| words.get("report-now-nothing").to_owned(), |now| figure::value(words, &now)))
}

/// Figures, each with what it counts and over which dates.
pub(crate) fn table_of(words: &Words, material: &Material, figures: &[Figure]) -> Table {
    let heads = ["report-counts", "report-dates", "report-value"].map(|id| (words.get(id), false));
    let mut table = Table::new(heads);
    for one in figures {
        let name = figure::name(words, &one.of, &material.dossier.goals);
        table.push([name, dates::span(words.lang(), one.from, one.to), figure::value(words, &one.of)]);
    }
    table
}

/// The dated tasks of a plan.
fn tasks(words: &Words, material: &Material, document: &PlanDocument) -> Table {
    let day = |date| dates::day_month_year(words.lang(), date);
    let heads = ["report-what", "report-who", "report-due", "report-done"].map(|id| (words.get(id), false));
    let mut table = Table::new(heads);
    for task in &document.tasks {
        let who = talk::doer_by_name(&material.staff, &task.responsible);
        let done = task.done.map_or_else(String::new, day);
        table.push([task.what.as_str().to_owned(), who, day(task.due), done]);
    }
    table
}
