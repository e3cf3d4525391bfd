//! Tests: agreements, additions and scores in the talks of the invented house, and its user's unfinished notes.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;
use trivsel_domain::record::{
    CutOffs, FollowUp, FollowUpEnd, Instrument, Measure, OpenTo, Participant, Records, TalkKind,
};
use trivsel_domain::rules::alerts::{Alert, alerts};
use trivsel_domain::value::{CaseId, Coded, Role, Tag, TalkId};

use super::{date, house, of};
use crate::demo::drafts;

pub(super) fn assert_sound(house: &Records, today: NaiveDate) {
    let morning = today.and_hms_opt(0, 0, 0).unwrap();
    let talks: BTreeMap<TalkId, _> = house.talks.iter().map(|t| (t.id, t)).collect();
    for follow_up in &house.follow_ups {
        let talk = talks[&follow_up.talk];
        assert!(talk.date <= follow_up.due, "{today}: {follow_up:?}");
        let ended = follow_up.closing.as_ref().map(|c| c.at);
        assert!(
            ended.is_none_or(|at| Some(at) > talk.signed_at && at.at() < morning),
            "{today}: {follow_up:?}"
        );
    }
    for addendum in &house.addenda {
        let signed = talks[&addendum.talk].signed_at;
        assert!(signed < Some(addendum.at) && addendum.at.at() < morning, "{today}: {addendum:?}");
    }
    for measure in &house.measures {
        assert_eq!((measure.date, measure.case), of_talk(&talks, measure), "{today}");
    }
    assert_eq!(drafts(today, house).unwrap().len(), 2, "{today}");
}

fn of_talk(
    talks: &BTreeMap<TalkId, &trivsel_domain::record::Talk>,
    measure: &Measure,
) -> (NaiveDate, CaseId) {
    let talk = talks[&measure.talk];
    (talk.date, talk.case().unwrap())
}

#[test]
fn everybody_who_took_part_is_named_for_what_they_are() {
    let house = house(date(2026, 11, 25));
    let roles: BTreeSet<Role> = house
        .talks
        .iter()
        .flat_map(|t| &t.participants)
        .filter_map(|p| match p {
            Participant::Role(role) => Some(*role),
            _ => None,
        })
        .collect();
    assert!(roles.len() >= 6, "{roles:?}");
    assert!(house.talks.iter().all(|t| {
        t.participants.iter().any(|p| {
            matches!(p, Participant::Staff(_)) || matches!(t.kind(), TalkKind::Message | TalkKind::Parent)
        })
    }));
    let lists = trivsel_defaults::house_settings().unwrap();
    let unknown = |tags: &[Tag], list: &[Tag]| tags.iter().find(|t| !list.contains(t)).cloned();
    for talk in &house.talks {
        assert_eq!(unknown(&talk.themes, &lists.themes), None);
        assert_eq!(unknown(&talk.methods, &lists.methods), None);
    }
    let share = |some: fn(&trivsel_domain::record::Talk) -> bool| {
        house.talks.iter().filter(|t| some(t)).count() as f64 / house.talks.len() as f64
    };
    assert!(share(|t| !t.themes.is_empty()) > 0.6, "{}", share(|t| !t.themes.is_empty()));
    assert!(share(|t| !t.methods.is_empty()) > 0.2, "{}", share(|t| !t.methods.is_empty()));
}

#[test]
fn follow_ups_are_open_due_overdue_and_ended() {
    let today = date(2026, 11, 25);
    let house = house(today);
    let count = |some: &dyn Fn(&FollowUp) -> bool| house.follow_ups.iter().filter(|f| some(f)).count();
    assert_eq!(count(&|f| f.is_open() && f.due == today), 3);
    assert_eq!(count(&|f| f.is_overdue(today)), 1);
    assert!(count(&|f| f.is_open() && f.due > today) >= 4);
    let how = |end: FollowUpEnd| count(&|f| f.closing.as_ref().is_some_and(|c| c.how == end));
    assert_eq!((how(FollowUpEnd::Done), how(FollowUpEnd::Dropped)), (3, 1));
    assert_eq!(house.addenda.len(), 2);
    let restricted: Vec<_> = house.talks.iter().filter(|t| t.open_to != OpenTo::House).collect();
    let open = restricted.iter().filter(|t| t.is_open_to(house.staff[0].id)).count();
    assert_eq!((restricted.len(), open), (2, 1), "one is closed to the user, one may be chosen for a letter");
}

#[test]
fn the_scores_give_cause_for_one_alert_of_each_kind() {
    let today = date(2026, 11, 25);
    let house = house(today);
    let mut by_case: BTreeMap<CaseId, Vec<Measure>> = BTreeMap::new();
    for measure in &house.measures {
        by_case.entry(measure.case).or_default().push(measure.clone());
    }
    assert!(by_case.len() >= 5);
    let instruments: BTreeSet<&str> = house
        .measures
        .iter()
        .filter_map(|m| match &m.score {
            trivsel_domain::record::Score::Fit { instrument, .. } => Some(instrument.code()),
            trivsel_domain::record::Score::Own(_) => None,
        })
        .collect();
    assert_eq!(instruments.len(), Instrument::ALL.len());
    let longest = by_case.values().map(|m| m.last().unwrap().date - m[0].date).max().unwrap();
    assert!(longest.num_days() > 50, "{longest}");
    let alerts_of = |name: &str| {
        let case = of(&house, name).1.id;
        let found = by_case.remove(&case).map(|m| alerts(&m, CutOffs::default(), today)).unwrap_or_default();
        found
            .into_iter()
            .map(|a| match a {
                Alert::AllianceLow { .. } => "low",
                Alert::AllianceFell { .. } => "fell",
                Alert::Worse { .. } => "worse",
                Alert::Quiet { .. } => "quiet",
            })
            .collect::<Vec<_>>()
    };
    let mut alerts_of = alerts_of;
    assert_eq!(alerts_of("Asger Lund"), ["low"]);
    assert_eq!(alerts_of("Ida Marie Toft"), ["worse"]);
    assert_eq!(alerts_of("Lærke Bang"), ["quiet"]);
    for name in ["Noah Lind", "Søren Ærø", "Aya Hassan", "Mads Østergaard"] {
        assert_eq!(alerts_of(name), [""; 0], "{name}");
    }
}

#[test]
fn the_drafts_hold_what_was_typed() {
    let today = date(2026, 11, 25);
    let house = house(today);
    let begun = drafts(today, &house).unwrap();
    for draft in &begun {
        let names: Vec<&str> = draft.fields.keys().map(String::as_str).collect();
        assert_eq!(names, ["case", "date", "kind", "methods", "minutes", "start", "text", "themes", "with"]);
        assert_eq!(draft.fields["case"].parse(), Ok(draft.case));
        assert!(TalkKind::from_code(&draft.fields["kind"]).is_ok());
        assert!(house.cases.iter().any(|c| c.id == draft.case && c.holds_seat_on(today)));
    }
    assert_eq!(begun[0].fields["date"], "24.11.2026");
}
