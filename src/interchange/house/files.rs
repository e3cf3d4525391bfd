//! What stands in the files of a case, and the people around a child, out and in.

use trivsel_domain::{
    Doer, Goal, GoalClosing, Intervention, JointAnalysis, Person, PlanDocument, PlanStep, Progress, Section,
    Signature,
};

use super::back::Reading;
use super::out::Names;
use super::rows::{
    AnalysisRow, DocumentRow, GoalRow, InterventionRow, PersonRow, PlanStepRow, ProgressRow, SectionRow,
};
use super::who::Who;
use crate::problem::Fault;

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

pub(super) fn read_person(row: PersonRow) -> Person {
    Person {
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
    }
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
        goal.progress.iter().map(|p| Ok(ProgressRow { date: p.date, far: p.value, by: names.of(p.by)? }));
    Ok(GoalRow {
        id: goal.id,
        case: goal.case,
        kind: goal.kind,
        goal: goal.text.clone(),
        municipal: goal.municipal.clone(),
        set_on: goal.set_on,
        end: goal.ended.map(|e| e.how),
        ended_on: goal.ended.map(|e| e.on),
        progress: progress.collect::<Result<_, Fault>>()?,
    })
}

pub(super) fn intervention(intervention: &Intervention, names: &Names) -> Result<InterventionRow, Fault> {
    Ok(InterventionRow {
        id: intervention.id,
        case: intervention.case,
        kind: intervention.kind,
        from: intervention.from,
        to: intervention.to,
        doers: intervention.who.iter().map(|d| doer(d, names)).collect::<Result<_, _>>()?,
        note: intervention.note.clone(),
    })
}

pub(super) fn document(document: &PlanDocument, names: &Names) -> Result<DocumentRow, Fault> {
    let sections = document.sections.iter();
    let steps = document.steps.iter().map(|s| {
        Ok(PlanStepRow { what: s.what.clone(), due: s.due, who: doer(&s.responsible, names)?, done: s.done })
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
        signed_by: names.maybe(document.signed.map(|s| s.by))?,
        signed_at: document.signed.map(|s| s.at),
        sections: sections.map(|s| SectionRow { heading: s.heading.clone(), text: s.text.clone() }).collect(),
        steps: steps.collect::<Result<_, Fault>>()?,
    })
}

/// Who does something, as the file names them.
pub(super) fn doer(doer: &Doer, names: &Names) -> Result<Who, Fault> {
    Ok(match doer {
        Doer::Staff(id) => Who::Staff(names.of(*id)?),
        Doer::Other(line) => Who::Other(line.clone()),
    })
}

impl Reading {
    /// Who does something. Only staff and anyone as written can; `what` names the row in the fault.
    pub(super) fn doer(&mut self, who: Who, what: impl FnOnce() -> String) -> Option<Doer> {
        match who {
            Who::Staff(initials) => self.who(&initials).map(Doer::Staff),
            Who::Other(line) => Some(Doer::Other(line)),
            Who::Role(_) | Who::Person(_) => {
                self.fault(what());
                None
            }
        }
    }

    pub(super) fn analysis(&mut self, row: AnalysisRow) -> Option<JointAnalysis> {
        let author = self.who(&row.author)?;
        Some(JointAnalysis {
            id: row.id,
            case: row.case,
            version: row.version,
            date: row.date,
            author,
            child: row.about_child,
            family: row.about_family,
            school: row.about_school,
            between: row.between,
        })
    }

    pub(super) fn goal(&mut self, row: GoalRow) -> Option<Goal> {
        // Every one is looked at, so that every unknown one is named.
        let progress: Vec<Option<Progress>> = row
            .progress
            .into_iter()
            .map(|p| Some(Progress { date: p.date, value: p.far, by: self.who(&p.by)? }))
            .collect();
        let ended = match (row.end, row.ended_on) {
            (Some(how), Some(on)) => Some(GoalClosing { on, how }),
            (None, None) => None,
            _ => {
                self.fault(format!("goal {}: end, ended_on", row.id));
                return None;
            }
        };
        Some(Goal {
            id: row.id,
            case: row.case,
            kind: row.kind,
            text: row.goal,
            municipal: row.municipal,
            set_on: row.set_on,
            progress: progress.into_iter().collect::<Option<_>>()?,
            ended,
        })
    }

    pub(super) fn intervention(&mut self, row: InterventionRow) -> Option<Intervention> {
        let id = row.id;
        let who: Vec<Option<Doer>> =
            row.doers.into_iter().map(|w| self.doer(w, || format!("intervention {id}: doers"))).collect();
        Some(Intervention {
            id,
            case: row.case,
            kind: row.kind,
            from: row.from,
            to: row.to,
            who: who.into_iter().collect::<Option<_>>()?,
            note: row.note,
        })
    }

    pub(super) fn document(&mut self, row: DocumentRow) -> Option<PlanDocument> {
        let id = row.id;
        let author = self.who(&row.author);
        let by = row.signed_by.as_ref().map(|i| self.who(i));
        let signed = match (by, row.signed_at) {
            (Some(by), Some(at)) => Some(Signature { by: by?, at }),
            (None, None) => None,
            _ => {
                self.fault(format!("document {id}: signed_by, signed_at"));
                return None;
            }
        };
        let steps: Vec<Option<PlanStep>> = row
            .steps
            .into_iter()
            .map(|s| {
                let responsible = self.doer(s.who, || format!("document {id}: who"))?;
                Some(PlanStep { what: s.what, due: s.due, responsible, done: s.done })
            })
            .collect();
        let sections = row.sections.into_iter().map(|s| Section { heading: s.heading, text: s.text });
        Some(PlanDocument {
            id,
            case: row.case,
            kind: row.kind,
            version: row.version,
            sections: sections.collect(),
            steps: steps.into_iter().collect::<Option<_>>()?,
            destination: row.destination,
            receiving: row.receiving,
            author: author?,
            written_on: row.written_on,
            signed,
        })
    }
}
