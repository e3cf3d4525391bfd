//! The fields of a note, and what is filled in beforehand.

use trivsel_domain::record::{Participant, Staff, TalkKind};
use trivsel_domain::value::{CaseId, Coded, Judgement};

use super::{people, read};
use crate::editor::Editor;
use crate::field::Field;
use crate::form::{Choice, Form, FormField, Input, Pick, Tags};
use crate::forms::{Lookup, field};
use trivsel_words::typed_class::class_on;
use trivsel_words::{dates, obligations as told, programme};

/// The code of the choice for a talk that belongs to no child.
pub const CONSULTATION: &str = "consultation";
/// The number of agreements in one note.
pub const AGREEMENTS: usize = 6;

/// The fields of an empty note, with the child of a case chosen.
pub(super) fn fields(case: Option<CaseId>, lookup: &Lookup<'_>) -> Vec<FormField> {
    let line = |name| FormField::new(name, Input::Line(Field::default()));
    let chosen = case.map(|c| c.to_string());
    let today = dates::relative(lookup.words.lang(), lookup.today(), lookup.today());
    let mut fields = vec![
        FormField::new(field::CHILD, Input::Pick(Pick::new(children(lookup), chosen.as_deref()))),
        FormField::new(field::PLACE, Input::Line(Field::default())).hidden(),
        FormField::new(field::TOPIC, Input::Line(Field::default())).hidden(),
        FormField::new(field::KIND, Input::Pick(Pick::new(Vec::new(), None))),
        FormField::new(field::DATE, Input::Line(Field::with(&today))),
        FormField::new(field::JUDGEMENT, Input::Pick(Pick::new(Vec::new(), None))).hidden(),
        FormField::new(field::TEXT, Input::Long(Box::new(Editor::with("")))),
    ];
    for number in 1..=AGREEMENTS {
        fields.push(line(field::WHAT).numbered(number).hidden());
        let doers = lookup.at_work().map(|s| s.initials.as_str().to_owned());
        let who = Tags::single(doers, lookup.me.initials.as_str());
        let who = FormField::new(field::WHO, Input::Tags(who));
        fields.push(who.numbered(number).hidden());
        fields.push(line(field::WHEN).numbered(number).hidden());
    }
    let tags = |list: &[trivsel_domain::value::Tag]| {
        Input::Tags(Tags::new(list.iter().map(|t| t.as_str().to_owned()), ""))
    };
    fields.extend([
        line(field::SCORES),
        line(field::ALLIANCE),
        line(field::START),
        line(field::MINUTES),
        FormField::new(field::WITH, Input::Tags(Tags::new(Vec::new(), ""))),
        FormField::new(field::THEMES, tags(&lookup.lists.themes)),
        FormField::new(field::METHODS, tags(&lookup.lists.methods)),
        FormField::new(field::OPEN_TO, Input::Tags(Tags::new(initials(lookup.at_work()), ""))),
        FormField::new(field::SIBLINGS, Input::Tags(Tags::new(Vec::new(), ""))),
    ]);
    fields
}

/// Settles a new note of a case: the kinds and people of its programme, and the cursor behind what is known.
pub(super) fn begin(form: &mut Form, case: Option<CaseId>, lookup: &Lookup<'_>) {
    form.case = case;
    offer_kinds(form, lookup);
    offer_people(form, lookup);
    offer_judgements(form, lookup);
    suggest_usual(form, lookup);
    if case.is_some() {
        form.go_to(field::KIND);
    }
}

/// The choice for no child, then every case.
fn children(lookup: &Lookup<'_>) -> Vec<Choice> {
    let none = Choice::new(CONSULTATION, lookup.words.get("form-no-child"), "");
    std::iter::once(none).chain(cases(lookup)).collect()
}

/// A choice for every case, open cases first.
pub(in crate::forms) fn cases(lookup: &Lookup<'_>) -> impl Iterator<Item = Choice> {
    let choice = |known: &crate::forms::Known| {
        // Only the chosen one shows its hint, so the label tells namesakes apart.
        let label = known.name.to_string();
        let class =
            class_on(&known.child, lookup.today()).filter(|_| known.name == known.name.beside_class());
        let over = (!known.case.runs_on(lookup.today()))
            .then(|| lookup.words.code("stage", known.case.stage().code()).to_owned());
        // The programme tells a child's cases apart.
        let several = lookup.cases.iter().filter(|k| k.child.id == known.child.id).count() > 1;
        let programme = lookup.programme(known.case.id).filter(|_| several);
        let programme = programme.map(|p| programme::programme(lookup.words.lang(), p).to_owned());
        let hint = [class, programme, over].into_iter().flatten().collect::<Vec<_>>().join(" · ");
        Choice::new(known.case.id.to_string(), label, hint)
    };
    let (open, over): (Vec<_>, Vec<_>) = lookup.cases.iter().partition(|k| k.case.runs_on(lookup.today()));
    open.into_iter().chain(over).map(choice)
}

fn initials<'a>(staff: impl Iterator<Item = &'a Staff>) -> Vec<String> {
    staff.map(|s| s.initials.as_str().to_owned()).collect()
}

/// Offers the kinds of the case's programme and chooses the most usual one.
pub(super) fn offer_kinds(form: &mut Form, lookup: &Lookup<'_>) {
    let programme = form.case.and_then(|case| lookup.programme(case));
    let kinds: Vec<TalkKind> = match programme {
        Some(programme) => programme.talks().iter().map(|t| t.kind).collect(),
        None => TalkKind::ALL.iter().copied().filter(|k| *k != TalkKind::Consultation).collect(),
    };
    let label = |kind: TalkKind| lookup.words.code("talk", kind.code()).to_owned();
    let choices: Vec<Choice> = kinds.iter().map(|k| Choice::new(k.code(), label(*k), "")).collect();
    let usual = programme.and(kinds.first()).map(|k| k.code());
    if let Some(field) = form.field_mut(field::KIND) {
        let Input::Pick(pick) = &mut field.input else { return };
        pick.offer(choices);
        if let Some(code) = usual.filter(|_| !field.touched) {
            pick.choose(code);
        }
    }
}

/// Offers the judgements of a follow-up meeting in the case's programme.
pub(super) fn offer_judgements(form: &mut Form, lookup: &Lookup<'_>) {
    let levels = form.case.and_then(|case| lookup.programme(case)).is_some_and(|p| !p.levels().is_empty());
    let label = |judgement: Judgement| told::judgement(lookup.words, judgement).to_owned();
    let choices = Judgement::possible(levels).iter().map(|j| Choice::new(j.code(), label(*j), "")).collect();
    if let Some(Input::Pick(pick)) = form.field_mut(field::JUDGEMENT).map(|e| &mut e.input) {
        pick.offer(choices);
    }
}

/// Offers roles and staff as participants.
pub(super) fn offer_people(form: &mut Form, lookup: &Lookup<'_>) {
    let known = people::known(lookup);
    if let Some(Input::Tags(tags)) = form.field_mut(field::WITH).map(|e| &mut e.input) {
        tags.offer(known);
    }
}

/// Suggests the programme's usual length and participants. The staff that are suggested already stay; at first it is the
/// user.
pub(super) fn suggest_usual(form: &mut Form, lookup: &Lookup<'_>) {
    let programme = form.case.and_then(|case| lookup.programme(case));
    let usual = super::kind(form).and_then(|kind| programme?.usual(kind));
    let minutes = usual.and_then(|u| u.minutes).map(|m| m.get().to_string()).unwrap_or_default();
    let with = usual.into_iter().flat_map(|u| &u.with).map(|role| Participant::Role(*role));
    let mut staff: Vec<Participant> = super::took_part(form, lookup);
    staff.retain(|who| matches!(who, Participant::Staff(_)));
    if staff.is_empty() {
        staff.push(Participant::Staff(lookup.me.id));
    }
    let with: Vec<Participant> = with.chain(staff).collect();
    // A typed span gives the length, unless it is typed too.
    let span = read::start(&form.text(field::START), lookup.words).ok().and_then(|(_, lasted)| lasted);
    let minutes = span.map_or(minutes, |m| m.get().to_string());
    form.suggest(field::MINUTES, &minutes);
    form.suggest(field::WITH, &people::names(lookup, &with));
}
