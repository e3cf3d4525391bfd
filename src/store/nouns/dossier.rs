//! The dossier of a case, read at one instant.

use rusqlite::Connection;
use trivsel_domain::record::{
    Answer, Appointment, Case, Child, Consent, Correspondence, Goal, Intervention, JointAnalysis,
    PlanDocument, ReportedWeek, TeachingPlan,
};
use trivsel_domain::rules::dossier::{Dossier, TalkFact};
use trivsel_domain::value::CaseId;

use super::{
    analysis, answer, appointment, consent, correspondence, document, goal, intervention, person,
    reported_week, talk, teaching,
};
use crate::row::{self, Noun, select};
use crate::{House, Result, StoreError};

/// The other cases of a child.
pub(crate) const EARLIER: &str = "WHERE child_id = ?1 AND id <> ?2 ORDER BY referred, id";

/// Reads the records of a case that the rules of its stages need.
pub(crate) fn dossier(conn: &Connection, id: CaseId) -> Result<Option<Dossier>> {
    fn of<N: Noun>(conn: &Connection, id: CaseId, tail: &str) -> Result<Vec<N>> {
        row::list(conn, &select::<N>(tail), [id.as_u128().to_be_bytes()])
    }
    let Some(case) = row::read::<Case>(conn, &id)? else { return Ok(None) };
    let child = row::read::<Child>(conn, &case.child)?
        .ok_or(StoreError::Corrupt { table: "case_file", what: "a case of nobody" })?;
    let key = (child.id.as_u128().to_be_bytes(), id.as_u128().to_be_bytes());
    let dossier = Dossier {
        people: person::of_child(conn, child.id)?,
        talks: talk::placed_in(conn, id)?.iter().map(TalkFact::from).collect(),
        analyses: of::<JointAnalysis>(conn, id, analysis::OF_CASE)?,
        goals: of::<Goal>(conn, id, goal::OF_CASE)?,
        interventions: of::<Intervention>(conn, id, intervention::OF_CASE)?,
        documents: of::<PlanDocument>(conn, id, document::OF_CASE)?,
        teaching: of::<TeachingPlan>(conn, id, teaching::OF_CASE)?,
        appointments: of::<Appointment>(conn, id, appointment::OF_CASE)?,
        answers: of::<Answer>(conn, id, answer::OF_CASE)?,
        reported: of::<ReportedWeek>(conn, id, reported_week::OF_CASE)?,
        consents: of::<Consent>(conn, id, consent::OF_CASE)?,
        correspondence: of::<Correspondence>(conn, id, correspondence::OF_CASE)?,
        earlier: row::list(conn, &select::<Case>(EARLIER), key)?,
        ..Dossier::new(case, child)
    };
    Ok(Some(dossier.in_order()))
}

impl House {
    /// The records of a case that the rules for moving between stages need. `None` if there is no such case.
    ///
    /// # Errors
    /// `Corrupt`, `UnknownCode`, `Busy`, `Database`.
    pub fn dossier(&self, case: CaseId) -> Result<Option<Dossier>> {
        let tx = self.snapshot()?;
        dossier(&tx, case)
    }
}
