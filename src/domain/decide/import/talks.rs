//! Import of a list of talks: old notes from elsewhere, stored as signed.

use alloc::collections::BTreeMap;
use alloc::collections::btree_map::Entry;
use alloc::vec::Vec;

use chrono::NaiveDate;

use crate::decide::action_kind::ActionKind;
use crate::decide::column::Column;
use crate::decide::decision::{Decision, Denied};
use crate::decide::facts::{Facts, Unreadable};
use crate::decide::import::row::{ImportedTalk, TalkOf, in_row};
use crate::decide::refusal::{Reason, Refusal, RowReason};
use crate::record::case::Case;
use crate::record::change::Change;
use crate::record::child::Child;
use crate::record::edit::Edit;
use crate::record::staff::Staff;
use crate::record::talk::{Matter, OpenTo, Participant, Talk, TalkSource};
use crate::value::id::CaseId;

/// Imports a list of talks, all or none. The import signs them, and all staff may read them.
pub(crate) fn take_in_talks(facts: &dyn Facts, rows: &[ImportedTalk]) -> Result<Decision, Denied> {
    let children = facts.children()?;
    let cases = facts.cases()?;
    let staff = facts.staff()?;
    // The stored talks by case, read once each; `None` holds the consultations.
    let mut on_record: BTreeMap<Option<CaseId>, Vec<Talk>> = BTreeMap::new();
    let mut accepted: Vec<(u32, Talk)> = Vec::new();
    let mut reasons = Vec::new();
    for row in rows {
        let mut against = against(row, &staff, facts);
        let matter = match matter_of(row, &children, &cases) {
            Ok(matter) => matter,
            Err(reason) => {
                reasons.push(reason);
                reasons.append(&mut against);
                continue;
            }
        };
        if !against.is_empty() {
            reasons.append(&mut against);
            continue;
        }
        let talk = signed(row, matter, facts);
        if let Some((line, _)) = accepted.iter().find(|(_, earlier)| is_same(earlier, &talk)) {
            reasons.push(in_row(row.line, Column::Text, RowReason::Repeats { line: *line }));
            continue;
        }
        let case = talk.case();
        let known = match on_record.entry(case) {
            Entry::Occupied(asked) => asked.into_mut(),
            Entry::Vacant(new) => new.insert(on_record_of(facts, case)?),
        };
        if known.iter().any(|k| is_same(k, &talk)) {
            reasons.push(in_row(row.line, Column::Text, RowReason::OnRecord));
            continue;
        }
        accepted.push((row.line, talk));
    }
    Refusal::unless_empty(reasons)?;
    let changes: Vec<Change> = accepted.into_iter().map(|(_, talk)| Edit::create(talk).into()).collect();
    Ok(Decision::to_do(ActionKind::Import, changes))
}

fn on_record_of(facts: &dyn Facts, case: Option<CaseId>) -> Result<Vec<Talk>, Unreadable> {
    case.map_or_else(|| facts.consultations(), |case| facts.talks_of(case))
}

fn against(row: &ImportedTalk, staff: &[Staff], facts: &dyn Facts) -> Vec<Reason> {
    let mut reasons = Vec::new();
    let known = |who| staff.iter().any(|s| s.id == who);
    // Former staff stay the authors of their notes.
    if !known(row.author) {
        reasons.push(in_row(row.line, Column::Author, RowReason::Unknown));
    }
    if row.participants.iter().any(|p| matches!(p, Participant::Staff(who) if !known(*who))) {
        reasons.push(in_row(row.line, Column::Participants, RowReason::Unknown));
    }
    if row.date > facts.today() {
        reasons.push(in_row(row.line, Column::Date, RowReason::OutOfOrder));
    }
    if row.date == facts.today() && row.start.is_some_and(|s| s > facts.now().time().into()) {
        reasons.push(in_row(row.line, Column::Start, RowReason::OutOfOrder));
    }
    reasons
}

fn matter_of(row: &ImportedTalk, children: &[Child], cases: &[Case]) -> Result<Matter, Reason> {
    let (name, born, kind) = match &row.of {
        TalkOf::Consultation { place, topic } => {
            return Ok(Matter::consultation(place.clone(), topic.clone()));
        }
        TalkOf::Child { name, born, kind } => (name, *born, *kind),
    };
    let unfit = |why| in_row(row.line, Column::Child, why);
    let named: Vec<&Child> =
        children.iter().filter(|c| c.name.is_like(name) && (born.is_none() || c.born == born)).collect();
    let &[child] = named.as_slice() else {
        return Err(unfit(if named.is_empty() { RowReason::Unknown } else { RowReason::Ambiguous }));
    };
    if child.born.is_some_and(|b| row.date < b) {
        return Err(in_row(row.line, Column::Date, RowReason::OutOfOrder));
    }
    let case = case_of(cases.iter().filter(|c| c.child == child.id), row.date);
    let case = case.ok_or_else(|| unfit(RowReason::Unknown))?;
    Matter::of_case(case, kind).map_err(|_| in_row(row.line, Column::Kind, RowReason::Unknown))
}

/// The case of a talk on a date: the one that held a seat then; otherwise the last one put forward by then; otherwise
/// the first one, because talks precede a referral.
fn case_of<'a>(cases: impl Iterator<Item = &'a Case>, date: NaiveDate) -> Option<CaseId> {
    let mut own: Vec<&Case> = cases.collect();
    own.sort_by_key(|c| (c.referral.on, c.id));
    let seated = own.iter().rfind(|c| c.holds_seat_on(date));
    let put_forward = || own.iter().rfind(|c| c.referral.on <= date);
    seated.or_else(put_forward).or(own.first()).map(|c| c.id)
}

fn signed(row: &ImportedTalk, matter: Matter, facts: &dyn Facts) -> Talk {
    Talk {
        id: row.id,
        matter,
        date: row.date,
        start: row.start,
        minutes: row.minutes,
        participants: row.participants.clone(),
        themes: row.themes.clone(),
        methods: row.methods.clone(),
        text: row.text.clone(),
        author: row.author,
        signed_at: Some(facts.moment()),
        open_to: OpenTo::House,
        source: TalkSource::Imported,
        judgement: None,
    }
}

/// Whether two records describe the same talk.
fn is_same(a: &Talk, b: &Talk) -> bool {
    a.case() == b.case()
        && a.kind() == b.kind()
        && a.matter.place() == b.matter.place()
        && a.date == b.date
        && a.text == b.text
}
