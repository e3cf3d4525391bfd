//! Tests: the people around a child and the files of its case.

use super::*;

fn long(text: &Line) -> LongText {
    LongText::new(&format!("{}\n= to\n\n-tre", text.as_str())).unwrap()
}

/// People, analyses, goals, interventions, documents, levels and the new fields of the last case and child.
pub(super) fn what_stands_in_its_files(records: &mut Records, n: usize, text: &Line) {
    let id = |kind: u128| kind * 1_000 + n as u128;
    let by = [StaffId::from_u128(901), StaffId::from_u128(902)][n % 2];
    let doers = || vec![Doer::Staff(by), Doer::Other(text.clone()), Doer::Other(line("staff:XX"))];
    let child = records.children.last_mut().unwrap();
    child.cpr = (n % 2 == 1).then(|| Cpr::new("010113-1234").unwrap());
    let child = child.id;
    records.people.push(Person {
        id: PersonId::from_u128(id(9)),
        child,
        role: [Role::Mother, Role::Ppr][n % 2],
        name: PersonName::new(text.as_str()).unwrap(),
        custody: [Some(true), None, None, Some(false)][n % 4],
        phone: Some(line("+45 12 34 56 78")),
        mail: None,
        workplace: Some(text.clone()),
        note: Some(text.clone()),
        until: (n.is_multiple_of(3)).then(|| date(28)),
    });
    let talk = records.talks.last().unwrap();
    let (talk, of_case) = (talk.id, talk.case().is_some());
    if of_case {
        records.misplacements.push(Misplacement {
            id: MisplacementId::from_u128(id(18)),
            talk,
            right: (n > 1).then(|| records.cases[0].id),
            note: (n.is_multiple_of(2)).then(|| text.clone()),
            by,
            at: moment().into(),
        });
    }
    let case = records.cases.last_mut().unwrap();
    case.decided_on = Some(date(2));
    case.files_on = (n.is_multiple_of(2)).then(|| date(3));
    case.start_structure = Some(long(text));
    case.needs = vec![
        Need::Competency(Competency::Therapy),
        Need::Method(tag(text.as_str())),
        Need::Method(tag("method ACT")),
    ];
    let level = |level, reason| LevelChange {
        level: Level::new(level).unwrap(),
        on: date(5),
        talk,
        reason,
        by: StaffId::from_u128(902),
    };
    case.levels = if of_case { vec![level(1, None), level(3, Some(text.clone()))] } else { Vec::new() };
    let case = case.id;
    for version in 1..=2 {
        records.analyses.push(JointAnalysis {
            id: AnalysisId::from_u128(id(13) + 100 * u128::from(version)),
            case,
            version,
            date: date(6),
            author: by,
            child: Some(long(text)),
            family: (version == 2).then(|| long(text)),
            school: None,
            between: (n.is_multiple_of(2)).then(|| long(text)),
        });
    }
    records.reported_weeks.push(ReportedWeek {
        id: ReportedWeekId::from_u128(id(17)),
        case,
        monday: SchoolWeek::of(date(9)),
        days: ReportedDays::new(Halves::new(n as u32 % 11), Halves::new(10)).unwrap(),
        source: ReportSource::ALL[n % 3],
    });
    let progress = |day, far| Progress { date: date(day), value: HowFar::new(far).unwrap(), by };
    records.goals.push(Goal {
        id: GoalId::from_u128(id(14)),
        case,
        kind: GoalKind::ALL[n % 3],
        text: text.clone(),
        municipal: (n.is_multiple_of(2)).then(|| text.clone()),
        set_on: date(4),
        progress: if n == 0 { Vec::new() } else { vec![progress(6, 0), progress(9, 10)] },
        ended: (n % 3 == 1).then(|| GoalClosing { on: date(9), how: GoalEnd::Reached }),
    });
    records.interventions.push(Intervention {
        id: InterventionId::from_u128(id(15)),
        case,
        kind: InterventionKind::ALL[n % InterventionKind::ALL.len()],
        from: date(3),
        to: (n.is_multiple_of(2)).then(|| date(25)),
        who: if n % 3 == 2 { Vec::new() } else { doers() },
        note: Some(text.clone()),
    });
    let step = |responsible| PlanTask {
        what: text.clone(),
        due: date(24),
        responsible,
        done: (n % 2 == 1).then(|| date(9)),
    };
    records.documents.push(PlanDocument {
        id: DocumentId::from_u128(id(16)),
        case,
        kind: DocumentKind::ALL[n % DocumentKind::ALL.len()],
        version: 1,
        sections: vec![
            Section { heading: text.clone(), text: Some(long(text)), recommends: n % 3 == 2 },
            Section::new(line("+ tom"), None),
        ],
        tasks: doers().into_iter().map(step).collect(),
        figures: figures(n, id(14), text),
        chosen: of_case.then_some(ChosenTalk { talk, by }).into_iter().collect(),
        destination: (n.is_multiple_of(2)).then_some(Outcome::YouthEducation),
        receiving: Some(text.clone()),
        author: by,
        written_on: date(8),
        signed: (n.is_multiple_of(2)).then(|| Signature { by, at: moment().into() }),
    });
    what_was_shared(records, n, text, (case, by));
    if let Standing::Closed { .. } = records.cases.last().unwrap().standing {
        let again = records.cases.last().unwrap();
        let referral = Referral { on: date(15), note: None };
        let follows = Some(again.id);
        let new = Case::new(CaseId::from_u128(id(17)), child, again.programme.clone(), referral);
        records.cases.push(Case { follows, ..new });
    }
}

/// One figure of each sort, in every third document.
fn figures(n: usize, goal: u128, name: &Line) -> Vec<Figure> {
    let halves = Halves::<Pedagogical>::new;
    let (attended, registered, unregistered) = (halves(36), halves(48), halves(3));
    let far = |value| HowFar::new(value).unwrap();
    let own = Shape { lines: 3, total: Total::Mean };
    let counted = [
        Counted::Attendance { attended, registered, unregistered },
        Counted::StatutoryAbsence {
            sick: Halves::new(4),
            leave: Halves::NONE,
            unlawful: Halves::new(1),
            school_days: 27,
        },
        Counted::Reported { attended, possible: registered, weeks: 5 },
        Counted::Talks { kind: TalkKind::Wellbeing, held: 6 },
        Counted::Progress {
            goal: GoalId::from_u128(goal),
            name: Some(name.clone()),
            from: far(0),
            to: far(10),
        },
        Counted::Scores {
            strand: Strand::Fit(Instrument::Ors, Role::Child),
            count: 2,
            first: Tenths(165),
            last: Tenths(240),
        },
        Counted::Scores {
            strand: Strand::Own(tag("Ro, hjemme"), own, Role::Mother),
            count: 1,
            first: Tenths(-3),
            last: Tenths(-3),
        },
    ];
    let all = counted.into_iter().filter(|_| n.is_multiple_of(3));
    all.map(|of| Figure { from: date(1), to: date(20), of }).collect()
}

/// A consent, and what came in and went out, on every ground.
fn what_was_shared(records: &mut Records, n: usize, text: &Line, (case, by): (CaseId, StaffId)) {
    let id = |kind: u128| kind * 1_000 + n as u128;
    let person = Party::Person(PersonId::from_u128(id(9)));
    let parties = [person, Party::Role(Role::School), Party::Other(text.clone())];
    let party = |at: usize| parties[at % parties.len()].clone();
    let consent = ConsentId::from_u128(id(18));
    records.consents.push(Consent {
        id: consent,
        case,
        giver: party(n),
        what: text.clone(),
        with_whom: party(n + 1),
        from: date(2),
        to: (n.is_multiple_of(2)).then(|| date(27)),
        withdrawn: (n % 3 == 1).then(|| date(12)),
        note: (n % 3 == 2).then(|| text.clone()),
    });
    records.archive_decisions.push(ArchiveDecision {
        id: ArchiveDecisionId::from_u128(id(20)),
        archive: text.clone(),
        what: text.clone(),
        on: date(4),
        ended_until: date(3),
        by,
    });
    records.two_children.push(TwoChildren {
        id: TwoChildrenId::from_u128(id(23)),
        one: ChildId::from_u128(id(24)),
        other: ChildId::from_u128(id(25)),
        by,
    });
    records.erasures.push(Erasure {
        id: ErasureId::from_u128(id(21)),
        at: moment(),
        by,
        children: vec![ChildId::from_u128(id(22))],
        cases: 2,
        reason: text.clone(),
    });
    let document = records.documents.last().map(|d| d.id).filter(|_| n.is_multiple_of(2));
    let grounds = [
        Some(Ground::Consent(consent)),
        Some(Ground::Law(LegalBasis::ALL[n % LegalBasis::ALL.len()])),
        Some(Ground::Reason(text.clone())),
        None,
    ];
    let ways = [Way::In, Way::Out { ground: grounds[n % grounds.len()].clone(), document }];
    for (at, way) in ways.into_iter().enumerate() {
        records.correspondence.push(Correspondence {
            id: CorrespondenceId::from_u128(id(19) + 100 * at as u128),
            case,
            kind: CorrespondenceKind::ALL[(n + at) % CorrespondenceKind::ALL.len()],
            way,
            date: date(10),
            party: party(n + 1),
            what: text.clone(),
            channel: Channel::ALL[n % Channel::ALL.len()],
            note: (n % 3 == 2).then(|| text.clone()),
            by,
        });
    }
}

#[test]
fn what_names_nobody_in_the_house_dangles() {
    let sound = rich(&hard_names());
    assert!(sound.contradictions().is_empty());
    let dangles = |change: fn(&mut Records)| {
        let mut records = sound.clone();
        change(&mut records);
        records.contradictions().contains(&Contradiction::Dangling)
    };
    assert!(dangles(|r| r.people.clear()));
    assert!(dangles(|r| r.people[1].child = ChildId::from_u128(1)));
    // Around another child than the one the talk is about.
    assert!(dangles(|r| {
        let (one, other) = (r.children[1].id, r.children[2].id);
        r.people[1].child = other;
        r.people[2].child = one;
    }));
    assert!(dangles(|r| r.analyses[0].author = StaffId::from_u128(1)));
    assert!(dangles(|r| r.goals[1].progress[0].by = StaffId::from_u128(1)));
    assert!(dangles(|r| r.interventions[0].case = CaseId::from_u128(1)));
    assert!(dangles(|r| r.documents[0].tasks[0].responsible = Doer::Staff(StaffId::from_u128(1))));
    assert!(dangles(|r| r.consents[0].giver = Party::Person(PersonId::from_u128(1))));
    assert!(dangles(|r| r.consents[1].giver = r.consents[0].giver.clone()));
    assert!(dangles(|r| r.correspondence[2].party = r.consents[0].giver.clone()));
    assert!(dangles(|r| {
        let (ground, document) = (Some(Ground::Consent(r.consents[1].id)), None);
        r.correspondence[0].way = Way::Out { ground, document };
    }));
    assert!(dangles(|r| {
        r.correspondence[0].way = Way::Out { ground: None, document: Some(r.documents[1].id) };
    }));
    assert!(dangles(|r| r.cases[1].levels[0].talk = r.talks[2].id));
    assert!(dangles(|r| r.cases[1].follows = Some(r.cases[2].id)));
    assert!(dangles(|r| r.cases[1].follows = Some(r.cases[1].id)));
    assert!(dangles(|r| {
        let again = r.cases.iter().find(|c| c.follows.is_some()).map(|c| (c.id, c.follows)).unwrap();
        r.cases.iter_mut().find(|c| Some(c.id) == again.1).unwrap().follows = Some(again.0);
    }));
    let mut twice = sound.clone();
    twice.goals[1].progress[1].date = twice.goals[1].progress[0].date;
    assert!(twice.contradictions().contains(&Contradiction::Twice));
}
