//! What letters and reports begin with, and their figures counted anew after a correction.

use chrono::NaiveDate;
use trivsel_domain::decide::{Action, Facts, Reason};
use trivsel_domain::record::{
    Change, ChosenTalk, Counted, Day, DocumentKind, Doer, Edit, Figure, FollowUp, FourLines, GoalKind,
    HowFar, Instrument, LetterPart, LetterSection, LetterTemplate, Measure, OpenTo, Piece, PlanDocument,
    Progress, Records, Score, Section, Signature, Talk, TalkKind, Tenths,
};
use trivsel_domain::rules::open_scores::OpenScores;
use trivsel_domain::rules::prefill::{Chosen, Headings, Material, Prefill, Voice};
use trivsel_domain::value::{CaseId, FollowUpId, Mark, MeasureId, Role, StaffId, TalkId};

use super::cases::{document, goal, line, long, talk};
use super::facts::{ASKER, House, calendar, date};

fn headings() -> Headings<'static> {
    Headings {
        child: vec!["barnets egne ord"],
        parents: vec!["forældrenes perspektiv"],
        every: ["barnets egne ord", "forældrenes perspektiv", "aftaler"].map(str::to_owned).into(),
        names_child: vec!["hun", "han"],
        names_parents: vec!["mor", "far"],
    }
}

/// Answers of the material of the only case.
fn ask<T>(house: &House, to: impl FnOnce(&Material<'_>) -> T) -> T {
    let case = house.records.cases[0].id;
    let dossier = house.dossier(case).unwrap().unwrap();
    let Records { timetables, days, measures, follow_ups, talks, .. } = &house.records;
    let measures = &OpenScores::new(measures.clone(), |_| true);
    to(&Material {
        dossier: &dossier,
        programme: house.programmes.iter().find(|p| *p.code() == dossier.case.programme),
        timetables,
        calendar: &calendar(),
        days,
        measures,
        absence_limits: &[],
        talks: talks.iter().collect(),
        follow_ups,
    })
}

fn begun<T>(house: &House, kind: DocumentKind, to: impl FnOnce(&Prefill<'_>) -> T) -> T {
    ask(house, |material| to(&material.prefill(kind, &headings(), house.today)))
}

fn mark(house: &mut House, case: CaseId, on: NaiveDate, mark: Mark) {
    house.records.days.retain(|d| d.date != on);
    house.records.days.push(Day { first: Some(mark), ..Day::blank(case, on) });
}

/// A child from 10 August with a week of marks in November: three days present, one sick, one unlawful, one blank.
fn marked() -> (House, CaseId) {
    let (mut house, case) = House::with_child(6);
    let letter = PlanDocument {
        signed: Some(Signature { by: ASKER, at: date(2026, 11, 13).and_hms_opt(13, 0, 0).unwrap().into() }),
        ..document(800, case, DocumentKind::StatusLetter)
    };
    house.records.documents.push(letter);
    for (day, kind) in [
        (16, Mark::Present),
        (17, Mark::Sick),
        (18, Mark::Present),
        (19, Mark::Unlawful),
        (20, Mark::Present),
    ] {
        mark(&mut house, case, date(2026, 11, day), kind);
    }
    (house, case)
}

#[test]
fn a_letter_counts_from_the_last_one_each_count_apart_and_what_is_not_registered_beside() {
    let (house, _) = marked();
    begun(&house, DocumentKind::StatusLetter, |begun| {
        assert_eq!(begun.from, date(2026, 11, 13));
        let counted: Vec<&Counted> = begun.attendance.iter().map(|f| &f.of).collect();
        let [Counted::Attendance { attended, registered, unregistered }, statutory] = counted[..] else {
            panic!("{counted:?}")
        };
        assert_eq!((attended.get(), registered.get()), (6, 10));
        assert!(unregistered.get() >= 2, "Friday 13 November has no mark");
        let Counted::StatutoryAbsence { sick, leave, unlawful, school_days } = statutory else {
            panic!("{statutory:?}")
        };
        assert_eq!((sick.get(), leave.get(), unlawful.get()), (2, 0, 2));
        assert!(*school_days >= 6);
        assert!(begun.attendance.iter().all(|f| f.from == begun.from && f.to <= house.today));
    });
    // A report of another kind tells of the whole course.
    begun(&house, DocumentKind::FinalReport, |begun| {
        assert_eq!(begun.from, house.records.cases[0].stay().unwrap().from);
    });
}

#[test]
fn a_figure_stays_as_it_was_and_is_counted_anew_beside_it() {
    let (mut house, case) = marked();
    let figures: Vec<Figure> = begun(&house, DocumentKind::StatusLetter, |b| b.figures().cloned().collect());
    ask(&house, |material| assert_eq!(material.changed(&figures).count(), 0));
    mark(&mut house, case, date(2026, 11, 20), Mark::Sick);
    let now = ask(&house, |m| m.changed(&figures).map(|(f, now)| (f.clone(), now)).collect::<Vec<_>>());
    let told: Vec<_> = now
        .iter()
        .filter_map(|(figure, now)| match (&figure.of, now) {
            (Counted::Attendance { attended: then, .. }, Some(Counted::Attendance { attended, .. })) => {
                Some((then.get(), attended.get()))
            }
            _ => None,
        })
        .collect();
    assert_eq!((told, now.len()), (vec![(6, 4)], 2), "the absence changed too");
    // The next letter begins on the day after the figures of this one.
    let letter = &mut house.records.documents[0];
    letter.figures = figures;
    let last = letter.figures.iter().map(|f| f.to).max().unwrap();
    let since = ask(&house, |material| material.since(DocumentKind::StatusLetter));
    assert_eq!(since, last.succ_opt().unwrap());
}

fn noted(number: u128, case: CaseId, kind: TalkKind, day: u32, text: &str) -> Talk {
    Talk { text: long(text), ..talk(number, case, kind, date(2026, 11, day), vec![]) }
}

#[test]
fn talks_and_agreements_are_told_and_restricted_ones_only_when_chosen() {
    let (mut house, case) = marked();
    let other = StaffId::from_u128(77);
    let sealed = Talk {
        open_to: OpenTo::Only(vec![other]),
        ..noted(3, case, TalkKind::Development, 19, "Barnets egne ord\nDet er hemmeligt.")
    };
    let wellbeing = |n, day| {
        noted(n, case, TalkKind::Wellbeing, day, "Barnets egne ord\n»Jeg kom selv.«\n\nAftaler\nRing.")
    };
    house.records.talks = vec![wellbeing(1, 12), wellbeing(2, 18), sealed];
    let agreed = |n: u128, talk: u128| FollowUp {
        id: FollowUpId::from_u128(n),
        talk: TalkId::from_u128(talk),
        case: Some(case),
        what: line("Ringe til skolen"),
        who: Doer::Staff(ASKER),
        due: date(2026, 11, 27),
        closing: None,
    };
    house.records.follow_ups = vec![agreed(1, 1), agreed(2, 2), agreed(3, 3)];
    begun(&house, DocumentKind::StatusLetter, |begun| {
        let talks: Vec<_> = begun.talks.iter().map(|t| (t.kind, t.on.clone())).collect();
        assert_eq!(talks, [(TalkKind::Wellbeing, vec![date(2026, 11, 18)])]);
        let counted = Counted::Talks { kind: TalkKind::Wellbeing, held: 1 };
        assert_eq!(begun.held.iter().map(|f| &f.of).collect::<Vec<_>>(), [&counted]);
        let said: Vec<_> = begun.said.iter().map(|s| (s.voice, s.text)).collect();
        assert_eq!(said, [(Voice::Child, "Jeg kom selv.")]);
        assert_eq!(begun.agreements.iter().map(|f| f.id.as_u128()).collect::<Vec<_>>(), [2]);
    });
    let talk = &Talk {
        text: long("Vi gik en tur.\n\nBarnets egne ord\nDet er hemmeligt.\nAftaler\nRing."),
        ..house.records.talks[2].clone()
    };
    let chosen = Chosen::of(talk, &house.records.follow_ups[2..], "Åse", &headings());
    assert_eq!((chosen.on, chosen.agreements.len()), (date(2026, 11, 19), 1));
    assert_eq!(chosen.said.iter().map(|s| s.text).collect::<Vec<_>>(), ["Det er hemmeligt."]);
    assert_eq!(chosen.told, ["Vi gik en tur.", "Aftaler", "Ring."]);
}

#[test]
fn own_words_are_found_under_a_heading_or_in_quotation_marks_after_a_colon() {
    let (mut house, case) = marked();
    let name = house.records.children[0].name.as_str().split(' ').next().unwrap().to_owned();
    for (text, said) in [
        (
            "Barnets egne ord:\nJeg vil gerne.\nOg mere.\n\nAftaler\nRing.",
            vec![(Voice::Child, "Jeg vil gerne."), (Voice::Child, "Og mere.")],
        ),
        ("Forældrenes perspektiv\n\"Det går bedre.\"", vec![(Voice::Parents, "Det går bedre.")]),
        ("Mor siger: »Han sover.« Far var der også.", vec![(Voice::Parents, "Han sover.")]),
        ("Vi spurgte. Hun svarede: “Måske.” Så gik vi.", vec![(Voice::Child, "Måske.")]),
        ("Vi talte om \"alle eller ingen\" og »alarmen«.", vec![]),
        ("Læreren sagde: \"Fint.\"", vec![]),
        ("Mor sagde: \"uden slutning", vec![]),
        ("Åse: »å« og 👩‍👧: »«", vec![]),
    ] {
        house.records.talks = vec![noted(1, case, TalkKind::Parent, 18, text)];
        begun(&house, DocumentKind::StatusLetter, |begun| {
            let found: Vec<_> = begun.said.iter().map(|s| (s.voice, s.text)).collect();
            assert_eq!(found, said, "{text}");
        });
    }
    let text = format!("Bagefter sagde {name}: »I morgen.«");
    house.records.talks = vec![noted(1, case, TalkKind::Parent, 18, &text)];
    begun(&house, DocumentKind::StatusLetter, |b| assert_eq!(b.said[0].voice, Voice::Child));
}

#[test]
fn goals_and_scores_tell_what_changed_over_the_dates() {
    let (mut house, case) = marked();
    let far =
        |day, value| Progress { date: date(2026, 11, day), value: HowFar::new(value).unwrap(), by: ASKER };
    let mut aim = goal(1, case, GoalKind::Academic);
    aim.progress = vec![far(2, 1), far(9, 3), far(18, 6)];
    house.records.goals.push(aim);
    house.records.talks =
        [9, 16, 20].map(|day| noted(day.into(), case, TalkKind::Wellbeing, day, "Notat")).into();
    for (n, day, each) in [(1, 9, 30), (2, 16, 50), (3, 20, 60)] {
        let lines = FourLines::new([Tenths(each); 4]).unwrap();
        house.records.measures.push(Measure {
            id: MeasureId::from_u128(n),
            case,
            talk: TalkId::from_u128(day.into()),
            date: date(2026, 11, day),
            rater: Role::Child,
            score: Score::Fit { instrument: Instrument::Ors, lines },
        });
    }
    begun(&house, DocumentKind::StatusLetter, |begun| {
        let Some(Counted::Progress { from, to, .. }) = begun.aims[0].progress.as_ref().map(|f| &f.of) else {
            panic!("{begun:?}")
        };
        assert_eq!((from.get(), to.get()), (3, 6));
        let [Figure { of: Counted::Scores { count, first, last, .. }, .. }] = &begun.scores[..] else {
            panic!("{begun:?}")
        };
        assert_eq!((*count, first.0, last.0), (2, 120, 240));
        assert_eq!(begun.figures().count(), 2 + 1 + 1 + 1);
    });
    // A goal that is gone has nothing to be counted anew.
    let figures: Vec<Figure> = begun(&house, DocumentKind::StatusLetter, |b| b.figures().cloned().collect());
    house.records.goals.clear();
    ask(&house, |material| {
        let gone: Vec<_> = material.changed(&figures).collect();
        assert!(matches!(gone[..], [(Figure { of: Counted::Progress { .. }, .. }, None)]), "{gone:?}");
    });
}

#[test]
fn a_final_report_is_not_signed_without_its_recommendation() {
    let (mut house, case) = House::with_child(6);
    let recommends =
        |text: Option<&str>| Section { recommends: true, ..Section::new(line("Vores råd"), text.map(long)) };
    let report = |text| {
        let mut report = document(801, case, DocumentKind::FinalReport);
        report.sections.push(recommends(text));
        report.written_on = house.today;
        report
    };
    let (empty, written) = (report(None), report(Some("En fast voksen.")));
    let sign = Action::SignDocument { case, document: empty.id };
    let save = |new: &PlanDocument| Action::Save(vec![Change::Document(Edit::create(new.clone()))]);
    assert_eq!(house.act(&save(&empty)), Ok(1));
    assert_eq!(house.decide(&sign), Err(vec![Reason::NoRecommendation]));
    house.records.documents = vec![written];
    assert_eq!(house.act(&sign), Ok(1));
    // A status letter needs none.
    let letter = PlanDocument { written_on: house.today, ..document(802, case, DocumentKind::StatusLetter) };
    assert_eq!(house.act(&save(&letter)), Ok(1));
    assert_eq!(house.act(&Action::SignDocument { case, document: letter.id }), Ok(1));
}

#[test]
fn a_restricted_talk_is_chosen_by_somebody_who_may_read_it_and_for_its_own_child() {
    let (mut house, case) = marked();
    let other = StaffId::from_u128(77);
    let restricted = |number, readers| Talk {
        author: other,
        open_to: OpenTo::Only(readers),
        ..noted(number, case, TalkKind::Development, 19, "Fortroligt.")
    };
    house.records.talks = vec![restricted(1, vec![ASKER]), restricted(2, vec![])];
    let letter = |talk: u128, by| PlanDocument {
        chosen: vec![ChosenTalk { talk: TalkId::from_u128(talk), by }],
        version: 2,
        written_on: house.today,
        ..document(803, case, DocumentKind::StatusLetter)
    };
    for (talk, by, reasons) in [
        (1, other, vec![Reason::NotByEditing]),
        (2, ASKER, vec![Reason::NotOpenToYou]),
        (3, ASKER, vec![Reason::NoSuchTalk]),
    ] {
        let save = Action::Save(vec![Change::Document(Edit::create(letter(talk, by)))]);
        assert_eq!(house.decide(&save), Err(reasons), "{talk}");
    }
    let save = Action::Save(vec![Change::Document(Edit::create(letter(1, ASKER)))]);
    assert_eq!(house.clone().act(&save), Ok(1));
    // What somebody else chose in the text that is changed stays theirs.
    let stored = letter(1, other);
    house.records.documents.push(stored.clone());
    let changed = PlanDocument { receiving: Some(line("Lindeskolen")), ..stored.clone() };
    let edit = Edit::new(Some(stored), Some(changed));
    assert_eq!(house.act(&Action::Save(vec![Change::Document(edit.unwrap())])), Ok(1));
}

#[test]
fn a_goal_that_is_gone_has_its_name_in_the_figure() {
    let (mut house, case) = marked();
    let mut aim = goal(1, case, GoalKind::Academic);
    aim.progress = vec![Progress { date: date(2026, 11, 18), value: HowFar::new(4).unwrap(), by: ASKER }];
    house.records.goals.push(aim.clone());
    let figures: Vec<Figure> = begun(&house, DocumentKind::StatusLetter, |b| b.figures().cloned().collect());
    let named = figures.iter().find_map(|f| match &f.of {
        Counted::Progress { name, .. } => name.clone(),
        _ => None,
    });
    assert_eq!(named.as_ref(), Some(&aim.text));
    // Other words for the same goal are no correction of the figure.
    house.records.goals[0].text = line("Sagt på en anden måde");
    ask(&house, |material| assert_eq!(material.changed(&figures).count(), 0));
}

#[test]
fn a_template_has_each_heading_and_part_once_and_a_report_recommends() {
    let section = |heading: &str, parts: &[LetterPart]| LetterSection {
        heading: line(heading),
        pieces: parts.iter().map(|part| Piece::Part(*part)).collect(),
    };
    let (letter, report) = (DocumentKind::StatusLetter, DocumentKind::FinalReport);
    let goals = section("Mål", &[LetterPart::Goals]);
    let advice = section("Råd", &[LetterPart::Recommendation]);
    for (kind, sections, sound) in [
        (letter, vec![goals.clone()], true),
        (letter, vec![], false),
        (letter, vec![goals.clone(), section("mål", &[])], false),
        (letter, vec![goals.clone(), section("Fremgang", &[LetterPart::Goals])], false),
        (letter, (0..13).map(|n| section(&format!("Afsnit {n}"), &[])).collect(), false),
        (report, vec![goals.clone()], false),
        (report, vec![goals, advice], true),
    ] {
        let made = LetterTemplate::new(kind, sections.clone());
        assert_eq!(made.is_ok(), sound, "{sections:?}");
        let text = serde_json::json!({ "kind": kind, "sections": sections }).to_string();
        assert_eq!(serde_json::from_str::<LetterTemplate>(&text).is_ok(), sound, "{text}");
    }
}
