//! Consents and correspondence: what may be shared, the case files that came, and what went in and out.

use ratatui::style::Style;
use trivsel_domain::record::{Consent, Correspondence};
use trivsel_domain::rules::consents;
use trivsel_domain::value::{Coded, ConsentId};

use super::{Sheet, SheetRow, Target};
use crate::forms::case::{ConsentForm, CorrespondenceForm};
use crate::model::Model;
use crate::widgets::cells::Cells;
use trivsel_words::{correspondence as told, dates};

/// The width of the state of a consent, and of a party, in columns.
const STATE: usize = 25;
const PARTY: usize = 20;
/// The width of a date, of the way and of a kind.
const DATE: usize = 12;
const WAY: usize = 3;
const KIND: usize = 22;

pub(super) fn rows(sheet: &Sheet, model: &Model, width: usize) -> Vec<SheetRow> {
    let dossier = &sheet.dossier;
    let mut rows = vec![heading(model, "post-consents", Target::form(ConsentForm::New))];
    let mut consents: Vec<&Consent> = dossier.consents.iter().collect();
    // Those in force first, then the one that ended last.
    consents.sort_by_key(|c| (!c.holds_on(model.today()), std::cmp::Reverse(c.from), c.id));
    rows.extend(consents.iter().map(|c| consent_row(sheet, model, c, width)));
    if consents.is_empty() {
        rows.push(SheetRow::new(
            Cells::new().gap(3).text(model.words.get("post-no-consents"), model.theme.dim),
            Target::form(ConsentForm::New),
        ));
    }
    let (files, letters): (Vec<_>, Vec<_>) =
        dossier.correspondence.iter().rev().partition(|c| c.is_case_file_received());
    for (title, all, none) in
        [("post-case-files", files, "post-no-case-files"), ("post-letters", letters, "post-no-letters")]
    {
        let new = || Target::form(CorrespondenceForm::New);
        rows.push(SheetRow::plain("", model.theme.dim));
        rows.push(heading(model, title, new()));
        if all.is_empty() {
            let cells = Cells::new().gap(3).text(model.words.get(none), model.theme.dim);
            rows.push(SheetRow::new(cells, new()));
        }
        rows.extend(all.into_iter().map(|c| letter_row(sheet, model, c, width)));
    }
    rows
}

fn heading(model: &Model, id: &str, target: Target) -> SheetRow {
    SheetRow::new(Cells::new().gap(1).text(model.words.get(id), model.theme.dim), target)
}

/// Whether a consent holds, and until when; an ended one that no later one took the place of is a concern.
fn state(sheet: &Sheet, model: &Model, consent: &Consent) -> (String, Style) {
    let (words, theme, today) = (&model.words, &model.theme, model.today());
    let day = |date| dates::day_month_year(words.lang(), date);
    let with = |id: &str, date| words.with(id, &[("day", day(date).into())]);
    if let Some(on) = consent.withdrawn.filter(|on| *on <= today) {
        return (with("consent-withdrawn", on), theme.dim);
    }
    match consent.to {
        Some(to) if to < today => {
            let renewed = is_renewed(sheet, consent.id);
            let mark = if renewed { "" } else { "▲ " };
            let style = if renewed { theme.dim } else { theme.warn };
            (format!("{mark}{}", with("consent-ran-out", to)), style)
        }
        Some(to) => (with("consent-holds-until", to), theme.text),
        None => (with("consent-holds-from", consent.from), theme.text),
    }
}

fn is_renewed(sheet: &Sheet, consent: ConsentId) -> bool {
    consents::that_run_out(&sheet.dossier.consents).iter().any(|(_, c, by)| c.id == consent && by.is_some())
}

fn consent_row(sheet: &Sheet, model: &Model, consent: &Consent, width: usize) -> SheetRow {
    let (words, theme, people) = (&model.words, &model.theme, &sheet.dossier.people);
    let (state, style) = state(sheet, model, consent);
    let giver = told::party(words, people, &consent.giver);
    let given = words.with("consent-given", &[("what", consent.what.as_str().into()), ("by", giver.into())]);
    let cells = Cells::new()
        .gap(1)
        .left(&state, STATE, style)
        .gap(1)
        .left(&told::party(words, people, &consent.with_whom), PARTY, theme.text)
        .gap(1)
        .left(&given, width.saturating_sub(STATE + PARTY + 3), theme.dim);
    SheetRow::new(cells, Target::form(ConsentForm::Of(consent.id)))
}

fn letter_row(sheet: &Sheet, model: &Model, letter: &Correspondence, width: usize) -> SheetRow {
    let (words, theme) = (&model.words, &model.theme);
    let is_file = letter.is_case_file_received();
    let cells =
        Cells::new().gap(1).left(&dates::day_month_year(words.lang(), letter.date), DATE, theme.text).gap(1);
    let cells = if is_file {
        cells
    } else {
        let way = words.code("way", letter.way.in_or_out().code());
        let kind = words.code("correspondence", letter.kind.code());
        cells.left(way, WAY, theme.text).gap(1).left(kind, KIND, theme.text).gap(1)
    };
    let room = width.saturating_sub(cells.width());
    let cells = cells.left(&in_short(sheet, model, letter), room, theme.dim);
    SheetRow::new(cells, Target::form(CorrespondenceForm::Of(letter.id)))
}

/// With whom, what, how, and on what ground.
pub(super) fn in_short(sheet: &Sheet, model: &Model, letter: &Correspondence) -> String {
    let (words, dossier) = (&model.words, &sheet.dossier);
    let parts = [
        Some(told::party(words, &dossier.people, &letter.party)),
        Some(letter.what.as_str().to_owned()),
        Some(words.code("channel", letter.channel.code()).to_owned()),
        told::ground(words, &dossier.consents, letter),
    ];
    parts.into_iter().flatten().collect::<Vec<_>>().join(" · ")
}

/// How many consents hold, and how many have run out without a later one; nothing where there is none.
pub(super) fn standing(sheet: &Sheet, model: &Model) -> Option<(String, bool)> {
    let (words, today) = (&model.words, model.today());
    let all = &sheet.dossier.consents;
    if all.is_empty() {
        return None;
    }
    let holding = all.iter().filter(|c| c.holds_on(today));
    let with: Vec<String> =
        holding.map(|c| told::party(words, &sheet.dossier.people, &c.with_whom)).collect();
    let held = words.with("consents-hold", &[("with", with.join(", ").into())]);
    let held = if with.is_empty() { words.get("consents-none-hold").to_owned() } else { held };
    let ran_out =
        consents::that_run_out(all).iter().filter(|(to, _, by)| *to < today && by.is_none()).count();
    if ran_out == 0 {
        return Some((held, false));
    }
    let over = words.with("consents-ran-out", &[("count", ran_out.into())]);
    Some((format!("▲ {over} · {held}"), true))
}
