//! What a case is worked with, one of each kind for every hard name.

use super::*;

pub(super) fn long(text: &Line) -> LongText {
    LongText::new(&format!("{text}\n\n= {text}", text = text.as_str())).unwrap()
}

pub(super) fn level_change(talk: u128, by: StaffId, text: &Line) -> LevelChange {
    let level = Level::new(2).unwrap();
    LevelChange { level, on: date(10), talk: TalkId::from_u128(talk), reason: Some(text.clone()), by }
}

pub(super) fn put(records: &mut Records, n: usize, child: ChildId, case: CaseId, by: StaffId, text: &Line) {
    let id = |kind: u128| kind * 1_000 + n as u128;
    if let Some(child) = records.children.last_mut() {
        child.cpr = n.is_multiple_of(2).then(|| Cpr::new("011126-1234").unwrap());
    }
    records.people.push(Person {
        id: PersonId::from_u128(id(20)),
        child,
        role: if n.is_multiple_of(2) { Role::Guardian } else { Role::Ppr },
        name: PersonName::new(text.as_str()).unwrap(),
        custody: n.is_multiple_of(2),
        phone: Some(text.clone()),
        mail: None,
        workplace: Some(text.clone()),
        note: Some(text.clone()),
        until: n.is_multiple_of(3).then(|| date(30)),
    });
    records.analyses.push(JointAnalysis {
        id: AnalysisId::from_u128(id(21)),
        case,
        version: 1,
        date: date(12),
        author: by,
        child: Some(long(text)),
        family: None,
        school: Some(long(text)),
        between: Some(long(text)),
    });
    records.goals.push(Goal {
        id: GoalId::from_u128(id(22)),
        case,
        kind: GoalKind::Family,
        text: text.clone(),
        municipal: n.is_multiple_of(2).then(|| text.clone()),
        set_on: date(12),
        progress: vec![
            Progress { date: date(13), value: HowFar::new(0).unwrap(), by },
            Progress { date: date(14), value: HowFar::new(10).unwrap(), by },
        ],
        ended: n.is_multiple_of(2).then(|| GoalClosing { on: date(20), how: GoalEnd::Reached }),
    });
    records.interventions.push(Intervention {
        id: InterventionId::from_u128(id(23)),
        case,
        kind: InterventionKind::ParentCourse,
        from: date(12),
        to: n.is_multiple_of(2).then(|| date(12)),
        who: vec![Doer::Other(text.clone()), Doer::Staff(by)],
        note: Some(text.clone()),
    });
    let step = |done| PlanStep {
        what: text.clone(),
        due: date(25),
        responsible: if n.is_multiple_of(2) { Doer::Staff(by) } else { Doer::Other(text.clone()) },
        done,
    };
    records.documents.push(PlanDocument {
        id: DocumentId::from_u128(id(24)),
        case,
        kind: DocumentKind::PhaseOut,
        version: 1,
        sections: vec![
            Section { heading: text.clone(), text: Some(long(text)) },
            Section { heading: text.clone(), text: None },
        ],
        steps: vec![step(None), step(Some(date(24)))],
        destination: Some(Outcome::YouthEducation),
        receiving: Some(text.clone()),
        author: by,
        written_on: date(13),
        signed: n.is_multiple_of(2).then(|| Signature { by, at: moment() }),
    });
}

#[test]
fn what_a_case_is_worked_with_comes_back_whole() {
    let records = rich(&hard_names());
    for format in [Format::Json, Format::Csv] {
        let (_, back) = there_and_back(&records, format);
        // Staff have other identities there, so what names them is compared by the bytes elsewhere.
        assert_eq!(back.people, records.people);
        let progress = |r: &Records| r.goals.iter().map(|g| g.progress.len()).collect::<Vec<_>>();
        assert_eq!(progress(&back), progress(&records));
        let cases = |r: &Records| {
            let of =
                |c: &Case| (c.decided_on, c.files_on, c.follows, c.needs.clone(), c.start_structure.clone());
            r.cases.iter().map(of).collect::<Vec<_>>()
        };
        assert_eq!(cases(&back), cases(&records));
        let levels = |r: &Records| r.cases.iter().map(Case::level).collect::<Vec<_>>();
        assert_eq!(levels(&back), levels(&records));
        assert_eq!(back.documents.len(), records.documents.len());
        let cpr = |r: &Records| r.children.iter().map(|c| c.cpr).collect::<Vec<_>>();
        assert_eq!(cpr(&back), cpr(&records));
    }
}
