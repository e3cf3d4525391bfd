//! Opening a form: by its code, on a record or a code that it is about, or with the keys of a sheet.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;
use trivsel_domain::record::{CaseDate, DocumentKind, Subject, TalkKind};
use trivsel_domain::value::{CaseId, Coded, DraftId, ObligationKind, StaffId, Stage};
use trivsel_store::Draft;
use trivsel_tui::effect::Effect;
use trivsel_tui::forms::case::Owed;
use trivsel_tui::forms::{self, FormKind, Lookup, lists::ListKind};
use trivsel_tui::layers::{self, Layer};
use trivsel_tui::message::Message;

use super::dice::Dice;
use super::hand::{Hand, Pace};
use crate::harness::morning;

/// The records whose ids some forms are about. Without this they are found too, but late: a form takes any id.
const ABOUT: [(&str, &str); 3] = [("addendum", "talks"), ("misplaced", "talks"), ("sign", "documents")];
/// The form that is only about a step of one's own, of today.
const ANNUL: &str = "annul";
/// How many cases are looked through for something to open.
const CASES: usize = 6;

impl Hand {
    /// Opens a form that was saved least, on a case that has something for it, or whatever a key of the sheet opens.
    pub(super) fn opens(&mut self, dice: &mut Dice, saved: &BTreeMap<&str, usize>) {
        for _ in 0..self.program.model.layers.len() {
            self.program.keys("<esc>");
        }
        if self.pace == Pace::Roaming && dice.once_in(12) {
            let keys = ["<ctrl-z>", "<ctrl-y>", "2", "3", "4", "1", "5t"];
            self.program.keys(dice.one_of(&keys).unwrap());
            return;
        }
        let mut codes: Vec<&str> = saved.keys().copied().collect();
        dice.shuffle(&mut codes);
        codes.sort_by_key(|code| (saved[code], self.tried.get(*code).copied()));
        let most = match self.pace {
            // What is hard to save may wait for another form.
            Pace::Straight if !dice.once_in(4) => 1,
            Pace::Roaming if !dice.once_in(3) => 3.min(codes.len()),
            _ => codes.len(),
        };
        let code = codes[dice.roll(most)];
        *self.tried.entry(code.to_owned()).or_default() += 1;
        if self.read.is_none() || dice.once_in(8) {
            let records = self.program.performer.house().records().unwrap();
            self.read = Some(serde_json::to_value(records).unwrap());
        }
        let records = self.read.take().unwrap();
        let cases = records["cases"].as_array().unwrap();
        let cases: BTreeMap<CaseId, &Value> = cases.iter().map(|case| (id(&case["id"]), case)).collect();
        for _ in 0..CASES {
            let ids: Vec<CaseId> = cases.keys().copied().collect();
            // The case of the form that was saved last, one of a form that was saved, or any.
            let last = self.lately.len().saturating_sub(1);
            let of = match dice.roll(4) {
                0 if !self.lately.is_empty() => &self.lately[last..],
                1 if !self.lately.is_empty() => &self.lately,
                _ => &ids,
            };
            let Some((id, case)) = dice.one_of(of).and_then(|id| cases.get_key_value(id)) else { continue };
            self.program.performer.settle(&mut self.program.model, Effect::OpenCase(*id));
            let model = &self.program.model;
            let annuls = model.sheet().is_some_and(|sheet| sheet.step_to_annul(model).is_some());
            let is_least = saved.get(ANNUL) == saved.values().min();
            if annuls && (is_least || dice.once_in(2)) {
                self.program.keys("a");
            } else if code == ANNUL && self.pace == Pace::Straight {
                // Elsewhere it is refused.
                continue;
            } else if dice.once_in(3) {
                self.on_the_sheet(dice);
            } else if let Some(kind) = self
                .targets(code, &records, case, dice)
                .into_iter()
                .find_map(|target| self.kind(code, &target, *id))
            {
                let effect = layers::form::of(&mut self.program.model, kind);
                self.program.performer.settle(&mut self.program.model, effect);
                self.program.send(Message::Drawn(self.program.time));
            }
            match self.program.model.form() {
                Some(form) if self.pace == Pace::Straight && form.kind.code() != code => {
                    let is_needed = saved.get(form.kind.code()) == saved.values().min();
                    if is_needed || dice.once_in(4) {
                        break;
                    }
                    self.program.keys("<esc>");
                }
                Some(_) => break,
                None => {}
            }
        }
        (self.doings, self.refusals) = (0, 0);
        self.read = Some(records);
    }

    /// Presses keys of the sheet until a form is open.
    fn on_the_sheet(&mut self, dice: &mut Dice) {
        let keys = ["<right>", "<right>", "<down>", "<end>", "<enter>", "<enter>", "n", "a", "r", "u"];
        for _ in 0..12 {
            if !matches!(self.program.model.layers.last(), Some(Layer::Sheet(_))) {
                break;
            }
            self.program.keys(dice.one_of(&keys).unwrap());
        }
    }

    /// A form by its code, if the target is one of its and has something on record where it names a record.
    fn kind(&self, code: &str, target: &str, case: CaseId) -> Option<FormKind> {
        let forms = [("case", format!("{code}:{target}")), (code, target.to_owned())];
        let kind =
            forms.into_iter().find_map(|(form, target)| FormKind::of_draft(&draft(form, target, case)))?;
        let lookup = Lookup::of(&self.program.model);
        let gone = lookup.words.get("case-form-gone");
        let wrong =
            forms::submit(&kind.open(DraftId::from_u128(1), &lookup), &lookup).err().unwrap_or_default();
        let is_new = kind.record(&lookup).as_deref() == Some("null") && target.parse::<CaseId>().is_ok();
        let is_missing = is_new || wrong.iter().any(|w| w.text.contains(gone));
        (kind.code() == code && !is_missing).then_some(kind)
    }

    /// Everything a form may be about: what the records of the case hold, codes, days, and what is owed. What the case
    /// itself says and the records of one kind come first.
    fn targets(&self, code: &str, records: &Value, case: &Value, dice: &mut Dice) -> Vec<String> {
        let around = [case["id"].as_str().unwrap(), case["child"].as_str().unwrap()];
        if let Some((_, list)) = ABOUT.iter().find(|(form, _)| *form == code) {
            let of_case =
                records[list].as_array().unwrap().iter().filter(|record| speaks_of(record, &around));
            let mut ids: Vec<String> =
                of_case.filter_map(|record| record["id"].as_str()).map(str::to_owned).collect();
            dice.shuffle(&mut ids);
            return ids;
        }
        let lists: Vec<&Vec<Value>> =
            records.as_object().unwrap().values().filter_map(Value::as_array).collect();
        let (mut all, mut first) = (BTreeSet::from([String::new()]), BTreeSet::new());
        texts(case, &mut first);
        let preferred = dice.roll(lists.len());
        for (n, list) in lists.into_iter().enumerate() {
            for record in list.iter().filter(|record| speaks_of(record, &around)) {
                texts(record, if n == preferred { &mut first } else { &mut all });
            }
        }
        all.extend(codes::<TalkKind>().chain(codes::<DocumentKind>()).chain(codes::<Subject>()));
        all.extend(codes::<Stage>().chain(codes::<CaseDate>()));
        all.extend(ListKind::all().map(|list| forms::Kind::of(&list)));
        all.extend((0..5).map(|weekday| format!("{weekday} {}", morning().date())));
        if let Some(sheet) = self.program.model.sheet() {
            all.extend(sheet.owed.iter().map(|owed| Owed::from(owed).to_string()));
        }
        let anything = ObligationKind::ALL.iter().map(|kind| Owed { kind: *kind, since: morning().date() });
        all.extend(anything.map(|owed| owed.to_string()));
        let mut targets: Vec<String> = first.union(&all).filter(|text| text.len() <= 40).cloned().collect();
        dice.shuffle(&mut targets);
        targets.sort_by_key(|target| !first.contains(target));
        targets
    }
}

fn id(value: &Value) -> CaseId {
    value.as_str().unwrap().parse().unwrap()
}

fn draft(form: &str, target: String, case: CaseId) -> Draft {
    Draft {
        id: DraftId::from_u128(1),
        author: StaffId::from_u128(1),
        form: form.to_owned(),
        case: Some(case),
        fields: BTreeMap::from([("target".to_owned(), target)]),
        base: None,
        writers: Vec::new(),
        revision: 0,
        saved_at: morning(),
        held: None,
    }
}

fn codes<C: Coded + Copy + 'static>() -> impl Iterator<Item = String> {
    C::ALL.iter().map(|one| one.code().to_owned())
}

/// Whether a record says one of some texts anywhere.
fn speaks_of(value: &Value, of: &[&str]) -> bool {
    match value {
        Value::String(text) => of.contains(&text.as_str()),
        Value::Array(all) => all.iter().any(|value| speaks_of(value, of)),
        Value::Object(fields) => fields.values().any(|value| speaks_of(value, of)),
        _ => false,
    }
}

/// Every text of a record.
fn texts(value: &Value, found: &mut BTreeSet<String>) {
    match value {
        Value::String(text) => {
            found.insert(text.clone());
        }
        Value::Array(all) => all.iter().for_each(|value| texts(value, found)),
        Value::Object(fields) => fields.values().for_each(|value| texts(value, found)),
        _ => {}
    }
}
