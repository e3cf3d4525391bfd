//! A child that was entered twice: what moves, what stays of each field, who becomes one, what is refused, and how long undo
//! parts the two again.

use proptest::prelude::*;
use trivsel_domain::decide::{Action, ChildField, Merge, MergeFault, Note, Reason};
use trivsel_domain::record::{
    Case, Change, Child, Closing, Consent, Contacts, Edit, Matter, OpenTo, Outcome, Participant, Party,
    Person, Record, Records, Standing, TalkKind,
};
use trivsel_domain::value::{
    CaseId, ChildId, ConsentId, Cpr, Grade, LongText, PersonId, PersonName, Role, SchoolClass, SchoolYear,
    Stage, TalkId,
};

use super::cases::{line, person, standing, talk};
use super::facts::{ASKER, COLLEAGUE, House, date};

const KEPT: ChildId = ChildId::from_u128(1);
const GONE: ChildId = ChildId::from_u128(2);
const OURS: CaseId = CaseId::from_u128(1);
const THEIRS: CaseId = CaseId::from_u128(2);

/// A house with a seated child, and the same child with a referral in the other programme. The å of one is decomposed.
fn twice() -> House {
    let (mut house, _) = House::with_child(8);
    house.add_child(3, 7);
    let kept = &mut house.records.children[0];
    kept.name = PersonName::new("Søren Åse").unwrap();
    let class = SchoolClass::new(SchoolYear::from_starting(2025), Grade::new(7).unwrap(), "a").unwrap();
    let school = Some(line("Lindeskolen"));
    let name = PersonName::new("Søren A\u{30a}se Holm").unwrap();
    house.records.children.push(Child::new(GONE, name, Some(date(2012, 3, 4)), school, vec![class]));
    let referral = house.records.cases[0].referral.clone();
    house.records.cases.push(Case::new(THEIRS, GONE, house.programmes[1].code().clone(), referral));
    house
}

fn child(house: &House, id: ChildId) -> Child {
    house.records.children.iter().find(|child| child.id == id).cloned().unwrap()
}

fn merge(house: &House, theirs: &[ChildField]) -> Action {
    let (kept, gone) = (child(house, KEPT), child(house, GONE));
    Action::Merge(Box::new(Merge { kept, gone, theirs: theirs.to_vec() }))
}

fn refused(house: &mut House, action: &Action) -> Vec<Reason> {
    house.act(action).unwrap_err()
}

/// The records of a house, whatever their order.
fn sorted(house: &House) -> Records {
    let mut records = house.records.clone();
    records.children.sort_by_key(Record::key);
    records.cases.sort_by_key(Record::key);
    records.people.sort_by_key(Record::key);
    records
}

fn people(house: &House) -> Vec<(u128, ChildId)> {
    sorted(house).people.iter().map(|p| (p.id.as_u128(), p.child)).collect()
}

#[test]
fn its_cases_move_and_of_each_field_one_stays() {
    let mut house = twice();
    house.act(&merge(&house, &[ChildField::Name])).unwrap();
    assert_eq!(house.records.children.len(), 2);
    assert!(house.records.cases.iter().filter(|c| c.id != CaseId::from_u128(3)).all(|c| c.child == KEPT));
    let one = child(&house, KEPT);
    assert_eq!(one.name.as_str(), "Søren A\u{30a}se Holm");
    // What one of the two lacks is taken from the other, and the classes of other years too.
    assert_eq!((one.born, one.school.clone()), (Some(date(2012, 3, 4)), Some(line("Lindeskolen"))));
    assert_eq!(one.grade_on(date(2025, 9, 1)).map(Grade::number), Some(7));
    assert_eq!(one.grade_on(date(2026, 9, 1)).map(Grade::number), Some(8));
    assert_eq!(one.former, [GONE]);
    assert_eq!(house.records.contradictions(), Default::default());
}

#[test]
fn a_third_record_is_merged_too_and_its_identities_are_kept() {
    let mut house = twice();
    house.act(&merge(&house, &[])).unwrap();
    let third = child(&house, ChildId::from_u128(3));
    house.records.cases.retain(|case| case.child != third.id);
    let whole = Merge { kept: third, gone: child(&house, KEPT), theirs: vec![ChildField::Name] };
    house.act(&Action::Merge(Box::new(whole))).unwrap();
    assert_eq!(child(&house, ChildId::from_u128(3)).former, [GONE, KEPT]);
    assert_eq!(house.records.contradictions(), Default::default());
}

/// The mother of both records; her ids are 10 and 20.
fn mothers(house: &mut House, change: impl Fn(&mut Person, &mut Person)) {
    let (mut ours, mut theirs) = (person(10, KEPT, Role::Mother), person(20, GONE, Role::Mother));
    ours.phone = Some(line("12 34 56 78"));
    theirs.mail = Some(line("åse@eksempel.dk"));
    change(&mut ours, &mut theirs);
    house.records.people = vec![ours, theirs];
}

fn names(house: &mut House, case: CaseId, who: u128) {
    let who = vec![Participant::Person(PersonId::from_u128(who))];
    house.records.talks.push(talk(case.as_u128(), case, TalkKind::Parent, date(2026, 11, 2), who));
}

#[test]
fn somebody_on_both_becomes_one_with_what_is_known_of_either() {
    let mut house = twice();
    mothers(&mut house, |_, theirs| theirs.name = PersonName::new("åse ÆGÅRD").unwrap());
    house.act(&merge(&house, &[])).unwrap();
    let [mother] = house.records.people.as_slice() else { panic!("{:?}", house.records.people) };
    assert_eq!((mother.id, mother.child), (PersonId::from_u128(10), KEPT));
    assert_eq!(mother.mail, Some(line("åse@eksempel.dk")));
}

#[test]
fn whom_something_signed_names_stays_and_with_both_named_both_do() {
    for (named, left) in [(&[10][..], vec![10]), (&[20], vec![20]), (&[10, 20], vec![10, 20])] {
        let mut house = twice();
        mothers(&mut house, |_, _| ());
        for who in named {
            names(&mut house, if *who == 10 { OURS } else { THEIRS }, *who);
        }
        let before = sorted(&house);
        house.act(&merge(&house, &[])).unwrap();
        assert_eq!(people(&house), left.iter().map(|id| (*id, KEPT)).collect::<Vec<_>>(), "{named:?}");
        assert_eq!(house.records.contradictions(), Default::default());
        house.act(&Action::Undo).unwrap();
        assert_eq!(sorted(&house), before);
    }
}

#[test]
fn people_who_differ_in_anything_both_stay() {
    let differences: [fn(&mut Person, &mut Person); 4] = [
        |_, theirs| theirs.role = Role::Guardian,
        |_, theirs| theirs.name = PersonName::new("Åse Dam").unwrap(),
        |_, theirs| theirs.phone = Some(line("87 65 43 21")),
        |_, theirs| theirs.custody = Some(false),
    ];
    for (n, differ) in differences.into_iter().enumerate() {
        let mut house = twice();
        mothers(&mut house, differ);
        house.act(&merge(&house, &[])).unwrap();
        assert_eq!(people(&house), [(10, KEPT), (20, KEPT)], "{n}");
    }
}

#[test]
fn what_can_not_be_one_child_is_refused_with_every_reason() {
    let mut house = twice();
    // An open case in the same programme, and two numbers.
    house.records.cases[2].programme = house.programmes[0].code().clone();
    for (n, digits) in ["040312-4321", "040312-4322"].into_iter().enumerate() {
        house.records.children[n * 2].cpr = Cpr::new(digits).ok();
    }
    house.records.children[0].born = Some(date(2012, 3, 4));
    let action = merge(&house, &[]);
    let open = MergeFault::OpenTwice { ours: Stage::Course, theirs: Stage::Referral };
    assert_eq!(refused(&mut house, &action), [MergeFault::OtherCpr, open].map(Reason::Merge));
    // Two courses at the same time, one of them over.
    let mut house = twice();
    house.records.cases[2].programme = house.programmes[0].code().clone();
    let Standing::Seated { stay, .. } = standing(Stage::Course, 9) else { unreachable!() };
    let closing = Closing { on: date(2026, 10, 1), outcome: Outcome::GeneralSchool, place: None };
    house.records.cases[2].standing = Standing::Closed { stay, closing };
    let action = merge(&house, &[]);
    let overlap = MergeFault::CoursesOverlap { from: stay.from };
    assert_eq!(refused(&mut house, &action), [Reason::Merge(overlap)]);
    // Itself, and a child that is not there.
    let kept = child(&house, KEPT);
    let action = |gone| Action::Merge(Box::new(Merge { kept: kept.clone(), gone, theirs: vec![] }));
    assert_eq!(refused(&mut house, &action(kept.clone())), [Reason::Merge(MergeFault::Itself)]);
    let mut gone = kept.clone();
    gone.id = ChildId::from_u128(77);
    assert_eq!(refused(&mut house, &action(gone)), [Reason::NoSuchChild]);
}

#[test]
fn a_child_that_a_colleague_changed_meanwhile_is_looked_at_again() {
    let mut house = twice();
    let action = merge(&house, &[]);
    house.records.children[2].school = None;
    assert!(matches!(refused(&mut house, &action)[..], [Reason::Overtaken { .. }]));
}

#[test]
fn the_one_child_is_nobody_else() {
    let mut house = twice();
    let name = PersonName::new("søren a\u{30a}se holm").unwrap();
    let other = &mut house.records.children[1];
    (other.name, other.born) = (name, Some(date(2012, 3, 4)));
    let action = merge(&house, &[ChildField::Name]);
    assert_eq!(refused(&mut house, &action), [Reason::ChildKnown(ChildId::from_u128(3))]);
}

#[test]
fn they_are_not_parted_when_a_third_child_is_the_other_by_name_and_birthday() {
    let mut house = twice();
    let mut third = child(&house, GONE);
    house.act(&merge(&house, &[])).unwrap();
    third.id = ChildId::from_u128(77);
    house.records.children.push(third.clone());
    assert_eq!(refused(&mut house, &Action::Undo), [Reason::ChildKnown(third.id)]);
}

fn signs(house: &mut House, case: CaseId) {
    let note = Note {
        id: TalkId::from_u128(900 + case.as_u128()),
        matter: Matter::of_case(case, TalkKind::Message).unwrap(),
        date: house.today,
        start: None,
        minutes: None,
        participants: vec![Participant::Staff(COLLEAGUE)],
        themes: vec![],
        methods: vec![],
        text: LongText::new("Mor ringede").unwrap(),
        open_to: OpenTo::House,
        judgement: None,
        agreements: vec![],
        scores: vec![],
    };
    house.asker = COLLEAGUE;
    house.act(&Action::Sign(Box::new(note))).unwrap();
    house.asker = ASKER;
}

#[test]
fn undo_parts_them_until_something_is_signed_on_either() {
    for (case, parts) in [(OURS, false), (THEIRS, false), (CaseId::from_u128(3), true)] {
        let mut house = twice();
        house.act(&merge(&house, &[])).unwrap();
        signs(&mut house, case);
        let undone = house.act(&Action::Undo);
        assert_eq!(undone.is_ok(), parts, "{undone:?}");
        if !parts {
            let at = house.history[0].at;
            let since = MergeFault::SignedSince { by: COLLEAGUE, at };
            assert_eq!(undone, Err(vec![Reason::Merge(since)]));
        }
    }
}

#[test]
fn what_a_colleague_wrote_on_a_case_meanwhile_stays_written_when_they_are_parted() {
    let mut house = twice();
    mothers(&mut house, |_, theirs| theirs.role = Role::Father);
    house.act(&merge(&house, &[])).unwrap();
    let theirs = house.records.cases.iter().find(|case| case.id == THEIRS).cloned().unwrap();
    let contacts = Contacts { primary: Some(COLLEAGUE), secondary: None };
    let case = Edit::new(Some(theirs.clone()), Some(Case { contacts, ..theirs })).unwrap();
    let father = house.records.people.iter().find(|p| p.id == PersonId::from_u128(20)).cloned().unwrap();
    let phone = Some(line("11 22 33 44"));
    let person = Edit::new(Some(father.clone()), Some(Person { phone: phone.clone(), ..father })).unwrap();
    house.asker = COLLEAGUE;
    house.act(&Action::Save(vec![Change::Case(case), Change::Person(person)])).unwrap();
    house.asker = ASKER;
    house.act(&Action::Undo).unwrap();
    let theirs = house.records.cases.iter().find(|case| case.id == THEIRS).unwrap();
    assert_eq!((theirs.child, theirs.contacts), (GONE, contacts));
    let father = house.records.people.iter().find(|p| p.id == PersonId::from_u128(20)).unwrap();
    assert_eq!((father.child, &father.phone), (GONE, &phone));
    assert_eq!(house.records.contradictions(), Default::default());
}

#[test]
fn they_stay_one_when_something_joins_their_cases() {
    let mut house = twice();
    mothers(&mut house, |_, theirs| theirs.role = Role::Father);
    house.act(&merge(&house, &[])).unwrap();
    // A consent in the case of one to share with the father of the other.
    let consent = Consent {
        id: ConsentId::from_u128(1),
        case: OURS,
        giver: Party::Role(Role::Mother),
        what: line("Fremmøde"),
        with_whom: Party::Person(PersonId::from_u128(20)),
        from: date(2026, 8, 1),
        to: None,
        withdrawn: None,
        note: None,
    };
    house.asker = COLLEAGUE;
    house.act(&Action::Save(vec![Edit::create(consent).into()])).unwrap();
    house.asker = ASKER;
    assert_eq!(house.act(&Action::Undo), Err(vec![Reason::Merge(MergeFault::JoinedSince)]));
}

#[test]
fn they_are_not_merged_again_when_the_other_has_got_more() {
    let mut house = twice();
    house.act(&merge(&house, &[])).unwrap();
    house.act(&Action::Undo).unwrap();
    house.records.people.push(person(30, GONE, Role::Father));
    let again = house.act(&Action::Redo).unwrap_err();
    assert!(matches!(again[..], [Reason::Overtaken { .. }]), "{again:?}");
    house.records.people.clear();
    house.act(&Action::Redo).unwrap();
    assert_eq!(child(&house, KEPT).former, [GONE]);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn whatever_stands_around_them_a_merging_is_sound_and_undo_brings_everything_back(
        around in proptest::collection::vec((any::<bool>(), 0..3_usize, 0..3_usize, 0..3_usize, any::<bool>()), 0..8),
        theirs in proptest::sample::subsequence(
            vec![ChildField::Name, ChildField::Born, ChildField::Cpr, ChildField::School, ChildField::Classes], 0..5),
    ) {
        let mut house = twice();
        for (n, (is_ours, role, name, phone, named)) in (10..).zip(around) {
            let role = [Role::Mother, Role::Father, Role::Ppr][role];
            let mut one = person(n, if is_ours { KEPT } else { GONE }, role);
            one.name = PersonName::new(["Åse Ægård", "åse ægård", "Jens Ø"][name]).unwrap();
            one.phone = [None, Some(line("1")), Some(line("2"))][phone].clone();
            house.records.people.push(one);
            if named {
                let case = if is_ours { OURS } else { THEIRS };
                let who = vec![Participant::Person(PersonId::from_u128(n))];
                house.records.talks.push(talk(n, case, TalkKind::Parent, date(2026, 11, 2), who));
            }
        }
        let before = sorted(&house);
        prop_assert_eq!(house.records.contradictions(), Default::default());
        house.act(&merge(&house, &theirs)).unwrap();
        prop_assert_eq!(house.records.contradictions(), Default::default());
        prop_assert!(house.records.people.iter().all(|person| person.child == KEPT));
        let merged = sorted(&house);
        house.act(&Action::Undo).unwrap();
        prop_assert_eq!(&sorted(&house), &before);
        house.act(&Action::Redo).unwrap();
        prop_assert_eq!(&sorted(&house), &merged);
        house.act(&Action::Undo).unwrap();
        prop_assert_eq!(&sorted(&house), &before);
    }
}
