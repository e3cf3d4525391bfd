//! A child that was entered twice: the other record of it, what stays of each field, and what moves.

use std::collections::BTreeSet;

use trivsel_domain::decide::{Action, ChildField, Merge, Reason};
use trivsel_domain::record::{Child, Person};
use trivsel_domain::rules::doubles::doubles;
use trivsel_domain::rules::same_child::Features;
use trivsel_domain::value::{CaseId, ChildId};
use trivsel_words::typed_class::class_on;
use trivsel_words::{dates, refusal};

use super::input::{line, pick};
use super::{FormReader, Kind, Known, Lookup, Meaning, Wrong};
use crate::form::{Choice, Form, FormField, Input};
use crate::forms::field;

/// The code of the form in drafts.
pub const SAME_CHILD: &str = "same-child";

/// The codes of the two records of a field.
const OURS: &str = "ours";
const THEIRS: &str = "theirs";

/// What the two records may say differently.
const FIELDS: [(&str, ChildField); 5] = [
    (field::NAME, ChildField::Name),
    (field::BORN, ChildField::Born),
    (field::CPR, ChildField::Cpr),
    (field::CLASS, ChildField::Classes),
    (field::SCHOOL, ChildField::School),
];

/// The child of a case, which was entered twice. It stays, and the other that is chosen goes. The hidden field `of` tells
/// for which other one the choices are.
#[derive(Debug)]
pub struct SameChildForm {
    pub case: CaseId,
    /// The other, where the form was opened for the two.
    pub other: Option<ChildId>,
}

impl SameChildForm {
    fn kept<'a>(&self, lookup: &Lookup<'a>) -> Option<&'a Child> {
        lookup.known(self.case).map(|known| &known.child)
    }

    fn merge(&self, form: &Form, lookup: &Lookup<'_>) -> Option<Merge> {
        let theirs = FIELDS.into_iter().filter(|(name, _)| form.choice(name) == Some(THEIRS));
        Some(Merge {
            kept: self.kept(lookup)?.clone(),
            gone: other(form, lookup)?.clone(),
            theirs: theirs.map(|(_, field)| field).collect(),
        })
    }
}

impl Kind for SameChildForm {
    fn of(&self) -> String {
        self.case.to_string()
    }

    fn is_of_case(&self) -> bool {
        false
    }

    fn case(&self, _lookup: &Lookup<'_>) -> Option<CaseId> {
        Some(self.case)
    }

    fn fields(&self, lookup: &Lookup<'_>) -> Vec<FormField> {
        let (alike, others) = self.kept(lookup).map_or_else(Default::default, |kept| others(kept, lookup));
        let only = alike.first().filter(|_| alike.len() == 1).map(|choice| choice.code.clone());
        let chosen = self.other.map(|other| other.to_string()).or(only);
        let choices = alike.into_iter().chain(others).collect();
        let both = FIELDS.into_iter().map(|(name, _)| pick(name, Vec::new(), None).hidden());
        let told = [field::STAYS, field::MOVING, field::TWICE].map(|name| line(name, "").fixed().hidden());
        std::iter::once(pick(field::OTHER_CHILD, choices, chosen.as_deref()))
            .chain(both)
            .chain(told)
            .chain([line(field::OF, "").hidden()])
            .collect()
    }

    fn title(&self, _form: &Form, lookup: &Lookup<'_>) -> String {
        let name = lookup.words.code("form-of", self.code()).to_owned();
        let child = lookup.known(self.case).map(|known| known.name.to_string());
        [Some(name), child].into_iter().flatten().collect::<Vec<_>>().join(" · ")
    }

    fn meaning(&self, form: &Form, field: &FormField, lookup: &Lookup<'_>) -> Meaning {
        let words = lookup.words;
        if field.name == field::OTHER_CHILD {
            let fault = self.merge(form, lookup)?.faults(lookup.every_case()).into_iter().next()?;
            return Some(Err(refusal::reason(words, lookup.staff, &Reason::Merge(fault))));
        }
        if field.name == field::TWICE {
            return Some(Ok(words.get("same-child-doubles").to_owned()));
        }
        let (_, of) = FIELDS.into_iter().find(|(name, _)| *name == field.name)?;
        let sides = (told(self.kept(lookup)?, of, lookup), told(other(form, lookup)?, of, lookup));
        Some(Ok(match sides {
            (Some(ours), Some(theirs)) if ours == theirs => words.get("same-child-same").to_owned(),
            (Some(ours), Some(theirs)) => {
                let rest = if form.choice(field.name) == Some(THEIRS) { ours } else { theirs };
                words.with("same-child-else", &[("other", rest.into())])
            }
            _ => words.get("same-child-only").to_owned(),
        }))
    }

    fn react(&self, form: &mut Form, lookup: &Lookup<'_>) {
        let Some((kept, other)) = self.kept(lookup).zip(other(form, lookup)) else {
            show(form, false);
            return;
        };
        let id = other.id.to_string();
        if form.field(field::OF).is_none_or(|of| of.text() != id) || lacks_choices(form, field::NAME) {
            offer(form, (kept, other), lookup);
            form.field_mut(field::OF).into_iter().for_each(|of| of.set(&id));
        }
        show(form, true);
        let doubles = names(&doubles(people(kept, lookup), people(other, lookup)));
        for (name, text) in [
            (field::STAYS, belongings(kept, lookup)),
            (field::MOVING, belongings(other, lookup)),
            (field::TWICE, doubles.clone()),
        ] {
            form.field_mut(name).into_iter().for_each(|field| field.set(&text));
        }
        form.show(field::TWICE, !doubles.is_empty());
    }

    fn read(&self, form: &Form, lookup: &Lookup<'_>) -> Result<Action, Vec<Wrong>> {
        let mut all = FormReader::new(form, lookup);
        if self.kept(lookup).is_none() {
            all.say(field::OTHER_CHILD, "case-form-gone");
        }
        let chosen = all.needed_choice(field::OTHER_CHILD);
        let merge = chosen.and_then(|_| self.merge(form, lookup));
        all.finish(merge.map(|merge| Action::Merge(Box::new(merge))))
    }
}

/// The other record that is chosen.
fn other<'a>(form: &Form, lookup: &Lookup<'a>) -> Option<&'a Child> {
    let id: ChildId = form.choice(field::OTHER_CHILD)?.parse().ok()?;
    lookup.cases.iter().map(|known| &known.child).find(|child| child.id == id)
}

/// A choice for every other child: those that may be the same, and the rest.
fn others(kept: &Child, lookup: &Lookup<'_>) -> (Vec<Choice>, Vec<Choice>) {
    let mut seen = BTreeSet::from([kept.id]);
    let features = Features::of(kept);
    let once: Vec<&Known> = lookup.cases.iter().filter(|known| seen.insert(known.child.id)).collect();
    let (alike, rest): (Vec<&Known>, Vec<&Known>) =
        once.into_iter().partition(|known| features.likeness(&Features::of(&known.child)).is_some());
    let choice = |known: &Known| {
        let child = &known.child;
        let hint = [ChildField::Classes, ChildField::Born].map(|of| told(child, of, lookup));
        let hint = hint.into_iter().flatten().collect::<Vec<_>>().join(" · ");
        Choice::new(child.id.to_string(), known.name.to_string(), hint)
    };
    (alike.into_iter().map(choice).collect(), rest.into_iter().map(choice).collect())
}

/// What a record says in a field, as it is read; a number is masked.
fn told(child: &Child, of: ChildField, lookup: &Lookup<'_>) -> Option<String> {
    match of {
        ChildField::Name => Some(child.name.as_str().to_owned()),
        ChildField::Born => child.born.map(|born| dates::day_month_year(lookup.words.lang(), born)),
        ChildField::Cpr => child.cpr.map(|cpr| cpr.masked()),
        ChildField::School => child.school.as_ref().map(|school| school.as_str().to_owned()),
        ChildField::Classes => class_on(child, lookup.today()),
    }
}

/// Whether a field is to be chosen from, and there is nothing to choose.
fn lacks_choices(form: &Form, name: &str) -> bool {
    matches!(form.field(name).map(|f| &f.input), Some(Input::Pick(pick)) if !pick.has_choices())
}

fn show(form: &mut Form, shown: bool) {
    let both = FIELDS.into_iter().map(|(name, _)| name);
    for name in both.chain([field::STAYS, field::MOVING, field::TWICE]) {
        form.show(name, shown && !lacks_choices(form, name));
    }
}

/// Offers what the two records say in each field, the first record's before the other's. What both say is one choice.
fn offer(form: &mut Form, (kept, other): (&Child, &Child), lookup: &Lookup<'_>) {
    for (name, of) in FIELDS {
        let (ours, theirs) = (told(kept, of, lookup), told(other, of, lookup));
        let theirs = theirs.filter(|theirs| Some(theirs) != ours.as_ref());
        let choice = |code: &str, text: Option<String>| text.map(|text| Choice::new(code, text, ""));
        let choices: Vec<Choice> =
            [choice(OURS, ours), choice(THEIRS, theirs)].into_iter().flatten().collect();
        let first = choices.first().map(|choice| choice.code.clone());
        if let Some(Input::Pick(pick)) = form.field_mut(name).map(|field| &mut field.input) {
            pick.offer(choices);
            pick.choose(first.as_deref().unwrap_or_default());
        }
    }
}

/// "1 sag · 3 personer · 9 samtaler, den seneste 12. nov 2026".
fn belongings(child: &Child, lookup: &Lookup<'_>) -> String {
    let words = lookup.words;
    let own = || lookup.cases.iter().filter(|known| known.child.id == child.id);
    let mut told =
        vec![words.count("case", own().count()), words.count("person", people(child, lookup).len())];
    let notes: Vec<_> = own().filter_map(|known| known.notes).collect();
    if !notes.is_empty() {
        told.push(words.count("talk", notes.iter().map(|notes| notes.count).sum()));
    }
    let last = notes.iter().filter_map(|notes| notes.last).max();
    let last = last.map(|day| {
        let day = dates::day_month_year(words.lang(), day);
        words.with("same-child-last", &[("day", day.into())])
    });
    std::iter::once(told.join(" · ")).chain(last).collect::<Vec<_>>().join(", ")
}

fn people<'a>(child: &Child, lookup: &Lookup<'a>) -> &'a [Person] {
    let known = lookup.cases.iter().find(|known| known.child.id == child.id);
    known.map_or(&[], |known| &known.people)
}

fn names(pairs: &[(&Person, &Person)]) -> String {
    pairs.iter().map(|(person, _)| person.name.as_str()).collect::<Vec<_>>().join(", ")
}
