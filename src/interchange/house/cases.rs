//! What a case is worked with, out and in: people around the child, levels, analyses, goals, interventions, documents.

use trivsel_domain::{
    Competency, Doer, Goal, GoalClosing, Intervention, JointAnalysis, LevelChange, Need, Person,
    PlanDocument, PlanStep, Progress, Role, Section, Signature, Tag,
};

use super::back::Reading;
use super::out::Names;
use super::rows::{
    AnalysisRow, DocumentRow, GoalRow, InterventionRow, LevelRow, PersonRow, ProgressRow, SectionRow, StepRow,
};
use super::who::Who;
use crate::interchange::problem::Fault;

pub(super) fn person(person: &Person) -> PersonRow {
    PersonRow {
        id: person.id,
        child: person.child,
        role: person.role,
        name: person.name.clone(),
        custody: person.custody,
        phone: person.phone.clone(),
        mail: person.mail.clone(),
        workplace: person.workplace.clone(),
        note: person.note.clone(),
        until: person.until,
    }
}

pub(super) fn competencies(needs: &[Need]) -> Vec<Competency> {
    let of = |need: &Need| match need {
        Need::Competency(competency) => Some(*competency),
        Need::Method(_) => None,
    };
    needs.iter().filter_map(of).collect()
}

pub(super) fn methods(needs: &[Need]) -> Vec<Tag> {
    let of = |need: &Need| match need {
        Need::Competency(_) => None,
        Need::Method(method) => Some(method.clone()),
    };
    needs.iter().filter_map(of).collect()
}

/// Competencies first, then methods.
pub(super) fn needs(competencies: Vec<Competency>, methods: Vec<Tag>) -> Vec<Need> {
    competencies.into_iter().map(Need::Competency).chain(methods.into_iter().map(Need::Method)).collect()
}

pub(super) fn level(change: &LevelChange, names: &Names) -> Result<LevelRow, Fault> {
    Ok(LevelRow {
        to_level: change.level,
        on: change.on,
        talk: change.talk,
        reason: change.reason.clone(),
        by: names.of(change.by)?,
    })
}

pub(super) fn analysis(analysis: &JointAnalysis, names: &Names) -> Result<AnalysisRow, Fault> {
    Ok(AnalysisRow {
        id: analysis.id,
        case: analysis.case,
        version: analysis.version,
        date: analysis.date,
        author: names.of(analysis.author)?,
        about_child: analysis.child.clone(),
        about_family: analysis.family.clone(),
        about_school: analysis.school.clone(),
        between: analysis.between.clone(),
    })
}

pub(super) fn goal(goal: &Goal, names: &Names) -> Result<GoalRow, Fault> {
    let progress =
        goal.progress.iter().map(|p| Ok(ProgressRow { date: p.date, how_far: p.value, by: names.of(p.by)? }));
    Ok(GoalRow {
        id: goal.id,
        case: goal.case,
        kind: goal.kind,
        text: goal.text.clone(),
        municipal: goal.municipal.clone(),
        set_on: goal.set_on,
        end: goal.ended.map(|e| e.how),
        ended_on: goal.ended.map(|e| e.on),
        progress: progress.collect::<Result<_, Fault>>()?,
    })
}

fn doer(doer: &Doer, names: &Names) -> Result<Who, Fault> {
    Ok(match doer {
        Doer::Staff(id) => Who::Staff(names.of(*id)?),
        Doer::Other(line) => Who::Other(line.clone()),
    })
}

pub(super) fn intervention(intervention: &Intervention, names: &Names) -> Result<InterventionRow, Fault> {
    Ok(InterventionRow {
        id: intervention.id,
        case: intervention.case,
        kind: intervention.kind,
        from: intervention.from,
        to: intervention.to,
        doers: intervention.who.iter().map(|w| doer(w, names)).collect::<Result<_, _>>()?,
        note: intervention.note.clone(),
    })
}

pub(super) fn document(document: &PlanDocument, names: &Names) -> Result<DocumentRow, Fault> {
    let sections =
        document.sections.iter().map(|s| SectionRow { heading: s.heading.clone(), text: s.text.clone() });
    let steps = document.steps.iter().map(|s| {
        let who = doer(&s.responsible, names)?;
        Ok(StepRow { what: s.what.clone(), due: s.due, who, done: s.done })
    });
    Ok(DocumentRow {
        id: document.id,
        case: document.case,
        kind: document.kind,
        version: document.version,
        destination: document.destination,
        receiving: document.receiving.clone(),
        author: names.of(document.author)?,
        written_on: document.written_on,
        signed_by: document.signed.map(|s| names.of(s.by)).transpose()?,
        signed_at: document.signed.map(|s| s.at),
        sections: sections.collect(),
        steps: steps.collect::<Result<_, Fault>>()?,
    })
}

impl Reading {
    pub(super) fn person(&mut self, row: PersonRow) -> Option<Person> {
        if row.role == Role::Child || (row.custody && !row.role.is_parent()) {
            self.fault(format!("person {}: role, custody", row.id));
            return None;
        }
        Some(Person {
            id: row.id,
            child: row.child,
            role: row.role,
            name: row.name,
            custody: row.custody,
            phone: row.phone,
            mail: row.mail,
            workplace: row.workplace,
            note: row.note,
            until: row.until,
        })
    }

    pub(super) fn level(&mut self, row: LevelRow) -> Option<LevelChange> {
        let by = self.who(&row.by)?;
        Some(LevelChange { level: row.to_level, on: row.on, talk: row.talk, reason: row.reason, by })
    }

    pub(super) fn analysis(&mut self, row: AnalysisRow) -> Option<JointAnalysis> {
        Some(JointAnalysis {
            id: row.id,
            case: row.case,
            version: row.version,
            date: row.date,
            author: self.who(&row.author)?,
            child: row.about_child,
            family: row.about_family,
            school: row.about_school,
            between: row.between,
        })
    }

    pub(super) fn goal(&mut self, row: GoalRow) -> Option<Goal> {
        let ended = match (row.end, row.ended_on) {
            (Some(how), Some(on)) if row.set_on <= on => Some(GoalClosing { on, how }),
            (None, None) => None,
            _ => {
                self.fault(format!("goal {}: end, set_on, ended_on", row.id));
                return None;
            }
        };
        let progress: Vec<Option<Progress>> = row
            .progress
            .into_iter()
            .map(|p| Some(Progress { date: p.date, value: p.how_far, by: self.who(&p.by)? }))
            .collect();
        Some(Goal {
            id: row.id,
            case: row.case,
            kind: row.kind,
            text: row.text,
            municipal: row.municipal,
            set_on: row.set_on,
            progress: progress.into_iter().collect::<Option<_>>()?,
            ended,
        })
    }

    /// Who does something: of the staff, or as written.
    fn doer(&mut self, who: Who, whose: &str) -> Option<Doer> {
        match who {
            Who::Staff(initials) => self.who(&initials).map(Doer::Staff),
            Who::Other(line) => Some(Doer::Other(line)),
            Who::Role(_) | Who::Person(_) => {
                self.fault(format!("{whose}: who"));
                None
            }
        }
    }

    pub(super) fn intervention(&mut self, row: InterventionRow) -> Option<Intervention> {
        let whose = format!("intervention {}", row.id);
        if row.to.is_some_and(|to| to < row.from) {
            self.fault(format!("{whose}: from, to"));
            return None;
        }
        let who: Vec<Option<Doer>> = row.doers.into_iter().map(|w| self.doer(w, &whose)).collect();
        Some(Intervention {
            id: row.id,
            case: row.case,
            kind: row.kind,
            from: row.from,
            to: row.to,
            who: who.into_iter().collect::<Option<_>>()?,
            note: row.note,
        })
    }

    pub(super) fn document(&mut self, row: DocumentRow) -> Option<PlanDocument> {
        let whose = format!("document {}", row.id);
        let by = row.signed_by.as_ref().map(|i| self.who(i));
        let signed = match (by, row.signed_at) {
            (Some(by), Some(at)) => Some(Signature { by: by?, at }),
            (None, None) => None,
            _ => {
                self.fault(format!("{whose}: signed_by, signed_at"));
                return None;
            }
        };
        let steps: Vec<Option<PlanStep>> = row
            .steps
            .into_iter()
            .map(|s| {
                let responsible = self.doer(s.who, &whose)?;
                Some(PlanStep { what: s.what, due: s.due, responsible, done: s.done })
            })
            .collect();
        Some(PlanDocument {
            id: row.id,
            case: row.case,
            kind: row.kind,
            version: row.version,
            sections: row
                .sections
                .into_iter()
                .map(|s| Section { heading: s.heading, text: s.text })
                .collect(),
            steps: steps.into_iter().collect::<Option<_>>()?,
            destination: row.destination,
            receiving: row.receiving,
            author: self.who(&row.author)?,
            written_on: row.written_on,
            signed,
        })
    }
}
