//! Consents and correspondence: what may be sent to whom, and what is refused.

use trivsel_domain::decide::{Action, Reason, SharingFault};
use trivsel_domain::record::{
    Change, Channel, Consent, Correspondence, CorrespondenceKind, DocumentKind, Edit, Ground, LegalBasis,
    Party, Record, Signature, Way,
};
use trivsel_domain::rules::consents;
use trivsel_domain::value::{CaseId, ConsentId, CorrespondenceId, DocumentId, PersonId, Role, Stage};

use super::cases::{In, document, line, person};
use super::facts::{COLLEAGUE, House, date};

fn complete() -> (House, CaseId) {
    let mut house = House::new();
    let case = house.put_complete(In::School, Stage::Course, 3);
    (house, case)
}

/// A consent to share with a party, from 1 August 2026 to a day.
fn consent(n: u128, case: CaseId, with_whom: Party, to: Option<(i32, u32, u32)>) -> Consent {
    Consent {
        id: ConsentId::from_u128(n),
        case,
        giver: Party::Role(Role::Mother),
        what: line("Fremmøde og trivsel"),
        with_whom,
        from: date(2026, 8, 1),
        to: to.map(|(y, m, d)| date(y, m, d)),
        withdrawn: None,
        note: None,
    }
}

/// A letter that goes out on 20 November 2026.
fn letter(house: &House, case: CaseId, party: Party, ground: Option<Ground>) -> Correspondence {
    Correspondence {
        id: CorrespondenceId::from_u128(1),
        case,
        kind: CorrespondenceKind::Letter,
        way: Way::Out { ground, document: None },
        date: date(2026, 11, 20),
        party,
        what: line("Referat af mødet"),
        channel: Channel::DigitalPost,
        note: None,
        by: house.asker,
    }
}

fn create<T: Record>(record: T) -> Action
where
    Change: From<Edit<T>>,
{
    Action::Save(vec![Edit::create(record).into()])
}

fn reasons(house: &House, action: &Action) -> Vec<Reason> {
    house.decide(action).err().unwrap_or_default()
}

const SCHOOL: Party = Party::Role(Role::School);
const PPR: Party = Party::Role(Role::Ppr);

#[test]
fn what_goes_to_somebody_without_a_part_in_the_case_needs_a_consent_that_holds_a_law_or_a_reason() {
    let (mut house, case) = complete();
    let child = house.records.children[0].id;
    let mut apart = person(71, child, Role::Father);
    apart.custody = Some(false);
    let (apart, teacher) = (apart, person(72, child, Role::School));
    let (father, school) = (Party::Person(apart.id), Party::Person(teacher.id));
    house.records.people.retain(|p| p.role != Role::Father);
    house.records.people.extend([apart, teacher]);
    house.records.consents = vec![
        consent(1, case, SCHOOL, None),
        consent(2, case, PPR, Some((2026, 10, 31))),
        Consent {
            withdrawn: Some(date(2026, 9, 9)),
            ..consent(3, case, Party::Other(line("Egen læge")), None)
        },
    ];
    let no = |ended: Option<(i32, u32, u32)>| {
        vec![Reason::Sharing(SharingFault::NoGround { ended: ended.map(|(y, m, d)| date(y, m, d)) })]
    };
    let held = |n| Some(Ground::Consent(ConsentId::from_u128(n)));
    let not_in_force =
        |over| Reason::Sharing(SharingFault::NotInForce { from: date(2026, 8, 1), over: Some(over) });
    for (party, ground, found) in [
        (Party::Role(Role::Child), None, vec![]),
        (Party::Role(Role::Mother), None, vec![]),
        // A parent of whom it is on record that they have no custody.
        (Party::Role(Role::Father), None, no(None)),
        (father, None, no(None)),
        (SCHOOL, None, no(None)),
        (SCHOOL, held(1), vec![]),
        (school, held(1), vec![]),
        (PPR, held(1), vec![Reason::Sharing(SharingFault::OfAnother)]),
        (PPR, held(2), vec![not_in_force(date(2026, 11, 1))]),
        (PPR, None, no(Some((2026, 10, 31)))),
        (PPR, Some(Ground::Law(LegalBasis::Authority)), vec![]),
        (PPR, Some(Ground::Reason(line("Aftalt på mødet, samtykket er på vej"))), vec![]),
        (Party::Other(line("EGEN LÆGE")), None, no(Some((2026, 9, 8)))),
        (Party::Other(line("Egen læge")), held(3), vec![not_in_force(date(2026, 9, 9))]),
        (Party::Other(line("Egen læge")), held(9), vec![Reason::NoSuchRecord]),
        (
            Party::Person(PersonId::from_u128(404)),
            held(1),
            vec![Reason::NoSuchRecord, Reason::Sharing(SharingFault::OfAnother)],
        ),
    ] {
        let told = format!("{party:?} on {ground:?}");
        assert_eq!(reasons(&house, &create(letter(&house, case, party, ground))), found, "{told}");
    }
    // What comes in needs no ground.
    let came = Correspondence { way: Way::In, ..letter(&house, case, PPR, None) };
    assert_eq!(house.act(&create(came)), Ok(1));
}

#[test]
fn a_letter_has_a_day_that_came_and_whoever_recorded_it_and_sends_only_what_is_signed() {
    let (mut house, case) = complete();
    let to_mother = |house: &House| letter(house, case, Party::Role(Role::Mother), None);
    let tomorrow = date(2026, 11, 26);
    let ahead = Correspondence { date: tomorrow, ..to_mother(&house) };
    assert_eq!(reasons(&house, &create(ahead)), [Reason::DateAhead { date: tomorrow }]);
    let another = Correspondence { by: COLLEAGUE, ..to_mother(&house) };
    assert_eq!(reasons(&house, &create(another)), [Reason::NotByEditing]);
    let with = |document| Correspondence {
        way: Way::Out { ground: None, document: Some(document) },
        ..to_mother(&house)
    };
    let plan = document(90, case, DocumentKind::StatusLetter);
    let mut other = house.clone();
    other.records.documents.push(plan.clone());
    for (signed, found) in
        [(false, vec![Reason::Sharing(SharingFault::Unsigned(DocumentKind::StatusLetter))]), (true, vec![])]
    {
        let at = other.today.and_hms_opt(9, 0, 0).unwrap().into();
        let signature = Signature { by: house.asker, at };
        let document = other.records.documents.iter_mut().find(|d| d.id == plan.id).unwrap();
        document.signed = signed.then_some(signature);
        assert_eq!(reasons(&other, &create(with(plan.id))), found, "{signed}");
    }
    assert_eq!(reasons(&other, &create(with(DocumentId::from_u128(404)))), [Reason::NoSuchRecord]);
    // Undo takes it away, and redo brings it back, also after the colleague's own.
    assert_eq!(house.act(&create(to_mother(&house))), Ok(1));
    assert_eq!(house.act(&Action::Undo), Ok(1));
    assert_eq!(house.act(&Action::Redo), Ok(1));
    assert_eq!(house.records.correspondence.len(), 1);
}

#[test]
fn a_consent_keeps_what_was_sent_on_it_and_can_still_be_withdrawn() {
    let (mut house, case) = complete();
    let old = consent(1, case, SCHOOL, None);
    house.act(&create(old.clone())).unwrap();
    let change = |new: Consent| Action::Save(vec![Edit::new(Some(old.clone()), Some(new)).unwrap().into()]);
    let remove = Action::Save(vec![Edit::new(Some(old.clone()), None).unwrap().into()]);
    let narrower = change(Consent { what: line("Fremmøde"), ..old.clone() });
    assert_eq!(reasons(&house, &narrower), []);
    assert_eq!(reasons(&house, &remove), []);
    let sent = letter(&house, case, SCHOOL, Some(Ground::Consent(old.id)));
    house.act(&create(sent)).unwrap();
    assert_eq!(reasons(&house, &narrower), [Reason::Sharing(SharingFault::Used)]);
    assert_eq!(reasons(&house, &remove), [Reason::Sharing(SharingFault::Used)]);
    let withdrawn = |day| change(Consent { withdrawn: Some(day), ..old.clone() });
    assert_eq!(
        reasons(&house, &withdrawn(date(2026, 11, 20))),
        [Reason::Sharing(SharingFault::Used)],
        "it was sent that day"
    );
    assert_eq!(house.act(&withdrawn(date(2026, 11, 21))), Ok(1));
    assert_eq!(house.act(&Action::Undo), Ok(1));
    let all = house.records.consents.clone();
    assert!(consents::allowing(&all, &[], &SCHOOL, date(2026, 11, 25)).is_some());
}

#[test]
fn a_consent_is_given_before_it_ends() {
    let (house, case) = complete();
    let given = consent(1, case, SCHOOL, Some((2027, 7, 31)));
    let (from, early, late) = (given.from, date(2026, 7, 31), date(2026, 11, 26));
    for (wrong, found) in [
        (Consent { from: late, ..given.clone() }, Reason::DateAhead { date: late }),
        (Consent { to: Some(early), ..given.clone() }, Reason::DateBefore { date: early, first: from }),
        (
            Consent { withdrawn: Some(early), ..given.clone() },
            Reason::DateBefore { date: early, first: from },
        ),
        (Consent { withdrawn: Some(late), ..given.clone() }, Reason::DateAhead { date: late }),
        (Consent { giver: Party::Person(PersonId::from_u128(404)), ..given.clone() }, Reason::NoSuchRecord),
    ] {
        assert_eq!(reasons(&house, &create(wrong)), [found]);
    }
    assert_eq!(reasons(&house, &create(given)), []);
}

#[test]
fn a_consent_holds_from_its_first_day_to_its_last_and_not_on_the_day_it_is_withdrawn() {
    let case = CaseId::from_u128(1);
    let ends = consent(1, case, SCHOOL, Some((2026, 10, 31)));
    let withdrawn = Consent { withdrawn: Some(date(2026, 9, 9)), ..ends.clone() };
    for (day, first, second) in [
        (date(2026, 7, 31), false, false),
        (date(2026, 8, 1), true, true),
        (date(2026, 9, 8), true, true),
        (date(2026, 9, 9), true, false),
        (date(2026, 10, 31), true, false),
        (date(2026, 11, 1), false, false),
    ] {
        assert_eq!((ends.holds_on(day), withdrawn.holds_on(day)), (first, second), "{day}");
    }
    assert_eq!(ends.over_on(), Some(date(2026, 11, 1)));
    assert_eq!(withdrawn.over_on(), Some(date(2026, 9, 9)));
    // It is told until when it held by the last day with it, and not at all if it held on none.
    let taken_back = Consent { withdrawn: Some(ends.from), ..ends.clone() };
    let held = [&ends, &withdrawn, &taken_back].map(Consent::held_until);
    assert_eq!(held, [Some(date(2026, 10, 31)), Some(date(2026, 9, 8)), None]);
    // A later consent with the same party takes its place.
    let later = Consent { from: date(2026, 10, 20), ..consent(2, case, SCHOOL, None) };
    let other = consent(3, case, PPR, None);
    let all = [ends.clone(), later, other];
    let runs_out: Vec<_> =
        consents::that_run_out(&all).into_iter().map(|(to, c, by)| (to, c.id, by)).collect();
    assert_eq!(runs_out, [(date(2026, 10, 31), ends.id, Some(date(2026, 10, 20)))]);
    assert_eq!(consents::that_run_out(&[withdrawn]), []);
}

#[test]
fn a_person_whom_a_consent_or_a_letter_names_stays_on_record() {
    let (mut house, case) = complete();
    let teacher = person(72, house.records.children[0].id, Role::School);
    house.records.people.push(teacher.clone());
    let remove = Action::Save(vec![Edit::new(Some(teacher.clone()), None).unwrap().into()]);
    assert_eq!(reasons(&house, &remove), []);
    let mut named = house.clone();
    named.records.consents = vec![consent(1, case, Party::Person(teacher.id), None)];
    assert_eq!(reasons(&named, &remove), [Reason::PersonNamed]);
    let from = Party::Person(teacher.id);
    house.records.correspondence = vec![Correspondence { way: Way::In, ..letter(&house, case, from, None) }];
    assert_eq!(reasons(&house, &remove), [Reason::PersonNamed]);
}
