//! The fields of a note, and what is filled in before anybody types.

use trivsel_domain::record::{Participant, Staff, TalkKind};
use trivsel_domain::value::{CaseId, Coded, DraftId};

use super::{people, read};
use crate::editor::Editor;
use crate::field::Field;
use crate::form::{Choice, Entry, Form, GivesWay, Input, Keeping, Pick, Tags};
use crate::forms::{FormKind, Reading};
use trivsel_words::typed_class::class_on;
use trivsel_words::{dates, programme};

/// The code of the choice that is no child.
pub const CONSULTATION: &str = "consultation";
/// How many agreements one note takes.
pub const AGREEMENTS: usize = 6;

/// An empty note: of a case where one is given, with the cursor behind what is known already.
#[must_use]
pub fn open(id: DraftId, case: Option<CaseId>, reading: &Reading<'_>) -> Form {
    let line = |name| Entry::new(name, Input::Line(Field::default()));
    let chosen = case.map(|c| c.to_string());
    let today = dates::relative(reading.words.lang(), reading.today(), reading.today());
    let mut entries = vec![
        Entry::new("child", Input::Pick(Pick::new(children(reading), chosen.as_deref()))),
        Entry::new("place", Input::Line(Field::default())).hidden(),
        Entry::new("topic", Input::Line(Field::default())).hidden(),
        Entry::new("kind", Input::Pick(Pick::new(Vec::new(), None))),
        Entry::new("date", Input::Line(Field::with(&today))).giving_way(GivesWay::Whole),
        Entry::new("text", Input::Long(Box::new(Editor::with("")))),
    ];
    for number in 1..=AGREEMENTS {
        entries.push(line("what").numbered(number).hidden());
        let doers = reading.at_work().map(|s| s.initials.as_str().to_owned());
        let who = Tags::new(doers, reading.me.initials.as_str());
        let who = Entry::new("who", Input::Tags(who)).giving_way(GivesWay::Whole);
        entries.push(who.numbered(number).hidden());
        entries.push(line("when").numbered(number).hidden());
    }
    let tags = |list: &[trivsel_domain::value::Tag]| {
        Input::Tags(Tags::new(list.iter().map(|t| t.as_str().to_owned()), ""))
    };
    entries.extend([
        line("scores"),
        line("alliance"),
        line("start"),
        line("minutes").giving_way(GivesWay::Whole),
        Entry::new("with", Input::Tags(Tags::new(Vec::new(), ""))).giving_way(GivesWay::Behind),
        Entry::new("themes", tags(&reading.lists.themes)),
        Entry::new("methods", tags(&reading.lists.methods)),
        Entry::new("open-to", Input::Tags(Tags::new(initials(reading.at_work()), ""))),
    ]);
    let mut form = Form::new(FormKind::Talk, None, entries, Keeping::new(id, reading.me.id));
    let _ = super::react(&mut form, reading);
    form.case = case;
    offer_kinds(&mut form, reading);
    offer_people(&mut form, reading);
    suggest_usual(&mut form, reading);
    if case.is_some() {
        form.go_to("kind");
    }
    form
}

/// What belongs to no child, where it is seen, then every child with a case, those with an open one first.
fn children(reading: &Reading<'_>) -> Vec<Choice> {
    let choice = |known: &crate::forms::Known| {
        let class = class_on(&known.child, reading.today());
        let over = (!known.case.is_open())
            .then(|| reading.words.code("stage", known.case.stage().code()).to_owned());
        // Which of a child's cases it is, where there are several.
        let several = reading.cases.iter().filter(|k| k.child.id == known.child.id).count() > 1;
        let programme = reading.programme(known.case.id).filter(|_| several);
        let programme = programme.map(|p| programme::programme(reading.words.lang(), p).to_owned());
        let hint = [class, programme, over].into_iter().flatten().collect::<Vec<_>>().join(" · ");
        Choice::new(known.case.id.to_string(), known.child.name.as_str(), hint)
    };
    let (open, over): (Vec<_>, Vec<_>) = reading.cases.iter().partition(|k| k.case.is_open());
    let none = Choice::new(CONSULTATION, reading.words.get("form-no-child"), "");
    std::iter::once(none).chain(open.into_iter().chain(over).map(choice)).collect()
}

fn initials<'a>(staff: impl Iterator<Item = &'a Staff>) -> Vec<String> {
    staff.map(|s| s.initials.as_str().to_owned()).collect()
}

/// The kinds of the case's programme, the most usual first and chosen.
pub(super) fn offer_kinds(form: &mut Form, reading: &Reading<'_>) {
    let programme = form.case.and_then(|case| reading.programme(case));
    let kinds: Vec<TalkKind> = match programme {
        Some(programme) => programme.talks().iter().map(|t| t.kind).collect(),
        None => TalkKind::ALL.iter().copied().filter(|k| *k != TalkKind::Consultation).collect(),
    };
    let label = |kind: TalkKind| reading.words.code("talk", kind.code()).to_owned();
    let choices: Vec<Choice> = kinds.iter().map(|k| Choice::new(k.code(), label(*k), "")).collect();
    let usual = programme.and(kinds.first()).map(|k| k.code());
    if let Some(entry) = form.entry_mut("kind") {
        let Input::Pick(pick) = &mut entry.input else { return };
        pick.offer(choices);
        if let Some(code) = usual.filter(|_| !entry.touched) {
            pick.choose(code);
        }
    }
}

/// Who may have taken part: the parts around a child, and the staff.
pub(super) fn offer_people(form: &mut Form, reading: &Reading<'_>) {
    let known = people::known(reading);
    if let Some(Input::Tags(tags)) = form.entry_mut("with").map(|e| &mut e.input) {
        tags.offer(known);
    }
}

/// Length and company as the programme usually has them, where nobody has said otherwise.
pub(super) fn suggest_usual(form: &mut Form, reading: &Reading<'_>) {
    let programme = form.case.and_then(|case| reading.programme(case));
    let usual = super::kind(form).and_then(|kind| programme?.usual(kind));
    let minutes = usual.and_then(|u| u.minutes).map(|m| m.get().to_string()).unwrap_or_default();
    let with = usual.into_iter().flat_map(|u| &u.with).map(|role| Participant::Role(*role));
    let with: Vec<Participant> = with.chain(std::iter::once(Participant::Staff(reading.me.id))).collect();
    // What is typed as a span says how long it lasted, unless somebody says otherwise.
    let span = read::start(&form.text("start"), reading.words).ok().and_then(|(_, lasted)| lasted);
    let minutes = span.map_or(minutes, |m| m.get().to_string());
    form.suggest("minutes", &minutes);
    form.suggest("with", &people::names(reading, &with));
}
