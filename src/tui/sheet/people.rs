//! The people around the child, current ones first.

use trivsel_domain::record::Person;
use trivsel_domain::value::Coded;

use super::{Sheet, SheetRow, Target};
use crate::forms::case::PersonForm;
use crate::model::Model;
use crate::widgets::cells::Cells;
use trivsel_words::dates;

pub(super) fn rows(sheet: &Sheet, model: &Model, width: usize) -> Vec<SheetRow> {
    let mut people: Vec<&Person> = sheet.dossier.people.iter().collect();
    people.sort_by_key(|p| (!p.is_there_on(model.today()), p.role, p.name.clone()));
    if people.is_empty() {
        return vec![SheetRow::plain(model.words.get("sheet-people-empty"), model.theme.dim)];
    }
    people.iter().map(|p| row(p, model, width)).collect()
}

fn row(person: &Person, model: &Model, width: usize) -> SheetRow {
    let (words, theme, lang) = (&model.words, &model.theme, model.words.lang());
    let there = person.is_there_on(model.today());
    let style = if there { theme.text } else { theme.dim };
    let custody = person.role.is_parent().then(|| match person.custody {
        Some(true) => words.get("person-custody"),
        Some(false) => words.get("person-no-custody"),
        None => words.get("person-custody-unknown"),
    });
    let custody = custody.map(str::to_owned);
    let until = person
        .until
        .filter(|_| !there)
        .map(|d| words.with("person-until", &[("day", dates::day_month_year(lang, d).into())]));
    let line = |l: &Option<trivsel_domain::value::Line>| l.as_ref().map(|l| l.as_str().to_owned());
    let rest: Vec<String> = [
        custody,
        line(&person.phone),
        line(&person.mail),
        line(&person.workplace),
        line(&person.note),
        until,
    ]
    .into_iter()
    .flatten()
    .collect();
    let cells = Cells::new()
        .gap(1)
        .left(words.code("role", person.role.code()), 14, theme.dim)
        .gap(1)
        .left(person.name.as_str(), 22, style)
        .gap(1)
        .left(&rest.join(" · "), width.saturating_sub(40), style);
    SheetRow::new(cells, Target::form(PersonForm(Some(person.id))))
}
