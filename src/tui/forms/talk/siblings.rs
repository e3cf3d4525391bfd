//! One note for several children: each gets its own, signed with the same text and the same access.

use trivsel_domain::decide::{Agreement, Note};
use trivsel_domain::record::Matter;
use trivsel_domain::value::{CaseId, FollowUpId, TalkId};

use crate::form::tags::split;
use crate::form::{Form, Input};
use crate::forms::{Known, Lookup, field};
use trivsel_words::text::Folded;

/// The ids of a sibling's note and of its parts are counted on from those of the first child's, this far apart.
const APART: u128 = 1_000;

/// Offers every other child with a running case.
pub(super) fn offer(form: &mut Form, lookup: &Lookup<'_>) {
    let names: Vec<String> = others(form, lookup).map(|known| known.name.to_string()).collect();
    if let Some(Input::Tags(tags)) = form.field_mut(field::SIBLINGS).map(|e| &mut e.input) {
        tags.offer(names);
    }
}

/// The running cases of the children besides the first.
fn others<'a>(form: &Form, lookup: &Lookup<'a>) -> impl Iterator<Item = &'a Known> {
    let (today, case) = (lookup.today(), form.case);
    let child = case.and_then(|case| lookup.known(case)).map(|known| known.child.id);
    let fits = move |known: &&Known| known.case.runs_on(today) && Some(known.child.id) != child;
    lookup.cases.iter().filter(fits)
}

/// The cases of the named children. Of a child with several, the one in the programme of the first child's comes first.
///
/// # Errors
/// The text beside the field: a name that no child or more than one child has.
pub(super) fn cases<'a>(form: &Form, lookup: &Lookup<'a>) -> Result<Vec<&'a Known>, String> {
    let programme = form.case.and_then(|case| lookup.known(case)).map(|known| &known.case.programme);
    let find = |word: String| {
        let typed = Folded::new(&word);
        let exact = |known: &&Known| Folded::new(&known.name.to_string()) == typed;
        let near = |known: &&Known| Folded::new(&known.name.to_string()).rank(&typed) == 0;
        let mut found: Vec<&Known> = others(form, lookup).filter(exact).collect();
        if found.is_empty() {
            found = others(form, lookup).filter(near).collect();
        }
        found.sort_by_key(|known| Some(&known.case.programme) != programme);
        let one = found.first().copied();
        match one.filter(|one| found.iter().all(|known| known.child.id == one.child.id)) {
            Some(one) => Ok(one),
            None if found.is_empty() => {
                Err(lookup.words.with("form-no-other-child", &[("name", word.into())]))
            }
            None => Err(lookup.words.with("form-several-children", &[("name", word.into())])),
        }
    };
    let mut cases: Vec<&Known> = Vec::new();
    for word in split(&form.text(field::SIBLINGS)) {
        let known = find(word)?;
        if !cases.iter().any(|other| other.case.id == known.case.id) {
            cases.push(known);
        }
    }
    Ok(cases)
}

/// The names as they were understood, and what each child gets.
pub(super) fn told(cases: &[&Known], lookup: &Lookup<'_>) -> String {
    let names: Vec<String> = cases.iter().map(|known| known.name.to_string()).collect();
    lookup.words.with("form-note-each", &[("names", names.join(", ").into())])
}

/// The note of each child, the first child's first. Only that one has the scores, which are one child's own.
pub(super) fn each(note: Note, siblings: &[CaseId]) -> Vec<Note> {
    let kind = note.matter.kind();
    let copy = |(n, case): (usize, &CaseId)| {
        let on = |id: u128| id.wrapping_add(APART * (n as u128 + 1));
        let agreement =
            |a: &Agreement| Agreement { id: FollowUpId::from_u128(on(a.id.as_u128())), ..a.clone() };
        Some(Note {
            id: TalkId::from_u128(on(note.id.as_u128())),
            matter: Matter::of_case(*case, kind).ok()?,
            agreements: note.agreements.iter().map(agreement).collect(),
            scores: Vec::new(),
            ..note.clone()
        })
    };
    let copies: Vec<Note> = siblings.iter().enumerate().filter_map(copy).collect();
    std::iter::once(note).chain(copies).collect()
}
