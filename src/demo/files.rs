//! Generates the case files: analyses, goals, interventions, documents, levels.

use anyhow::Context;
use chrono::{Days, NaiveDate, NaiveDateTime};
use trivsel_domain::record::{
    Case, DocumentKind, Doer, Goal, GoalClosing, HowFar, Intervention, InterventionKind, JointAnalysis,
    LevelChange, PlanDocument, PlanTask, Progress, Records, Section, Signature, Staff, Talk, TalkKind,
};
use trivsel_domain::value::{
    AnalysisId, CaseId, DocumentId, GoalId, InterventionId, Line, LongText, StaffId, Stage,
};

use super::Mint;
use super::data::{FileRow, FileTexts, GoalRow, InterventionRow, PlanRow, Texts};
use super::people::{Course, TO_ENROLMENT};
use super::rng::Rng;
use super::school::School;

/// School days between two progress ratings of a goal.
const BETWEEN_LOOKS: i64 = 18;
/// Days from a status letter to its meeting.
const BEFORE_MEETING: u64 = 7;
/// When the treatment plan is written, in school days since the start-up talk.
const TO_TREATMENT: i64 = 20;

/// The heading of the recommendation in a final report.
const RECOMMENDATION: &str = "Anbefaling";

/// Writes the case files of one house.
pub(super) struct Writer<'a> {
    pub(super) texts: &'a FileTexts,
    pub(super) school: &'a School,
    pub(super) staff: &'a [Staff],
}

impl Writer<'_> {
    /// Fills the files of one case, except what depends on its talks.
    pub(super) fn of_course(
        &self,
        course: &Course<'_>,
        house: &mut Records,
        mint: Mint<'_>,
    ) -> anyhow::Result<()> {
        let Some(row) = self.row(course) else { return Ok(()) };
        house.interventions.extend(self.interventions(course, row, mint)?);
        let author = course.case.contacts.primary.or(course.case.contacts.secondary);
        let author = author.with_context(|| format!("{} has no contact", row.child.as_str()))?;
        house.analyses.extend(self.analysis(course, row, author, mint)?);
        for goal in &row.goals {
            house.goals.push(self.goal(course, goal, author, mint)?);
        }
        house.documents.extend(self.treatment(course, author, mint)?);
        if let Some(plan) = &row.plan {
            house.documents.push(self.phase_out(course, plan, author, mint)?);
        }
        house.documents.extend(self.letter(course, row, author, mint)?);
        for document in row.documents.iter().filter(|d| d.kind != DocumentKind::StatusLetter) {
            let text = |(heading, text): &(Line, String)| section(heading, &course.tell(text));
            let sections = document.sections.iter().map(text).collect::<anyhow::Result<_>>()?;
            let written = self.school.ago(document.ago);
            let new = blank(course.case.id, document.kind, author, written, mint);
            let signed = document.signed.then(|| self.signature(author, written));
            house.documents.push(PlanDocument { sections, signed, ..new });
        }
        Ok(())
    }

    /// Sets the fields of a case that depend on the files and on the talks held.
    pub(super) fn finish(&self, course: &Course<'_>, case: &mut Case, talks: &[Talk]) -> anyhow::Result<()> {
        case.needs =
            self.row(course).map(|r| r.needs.iter().map(|n| n.0.clone()).collect()).unwrap_or_default();
        let waived =
            course.row.waived.iter().any(|w| w.what == trivsel_domain::value::Requirement::StartStructure);
        if course.enrolled().is_some() && course.case.stage() != Stage::Admitted && !waived {
            let text = Rng::of(&[course.seed, 11]).pick(&self.texts.starts).map(|t| course.tell(t));
            case.start_structure = text.map(|t| LongText::new(&t)).transpose()?;
        }
        let first = talks.iter().filter(|t| t.kind() == TalkKind::Referrer);
        let later = talks.iter().filter(|t| t.kind() == TalkKind::FollowUp);
        let by = case.contacts.primary.or(case.contacts.secondary);
        for (n, (level, talk)) in course.row.levels.iter().zip(first.take(1).chain(later)).enumerate() {
            let reason = course.row.level_reason.clone().filter(|_| n > 0);
            let by = by.context("a level without a contact")?;
            case.levels.push(LevelChange { level: *level, on: talk.date, talk: talk.id, reason, by });
        }
        if let trivsel_domain::record::Standing::Closed { closing, .. } = &mut case.standing {
            closing.place = self.row(course).and_then(|r| r.plan.as_ref()?.receiving.clone());
        }
        Ok(())
    }

    fn row(&self, course: &Course<'_>) -> Option<&FileRow> {
        self.texts.case.iter().find(|r| r.child == course.child.name)
    }

    fn analysis(
        &self,
        course: &Course<'_>,
        row: &FileRow,
        author: StaffId,
        mint: Mint<'_>,
    ) -> anyhow::Result<Option<JointAnalysis>> {
        let long = |text: &Option<String>| text.as_ref().map(|t| LongText::new(&course.tell(t))).transpose();
        // Before the start-up talk the analysis is written step by step.
        let ago = course.started().or(course.enrolled().map(|ago| ago - 4).filter(|ago| *ago > 0));
        let Some(ago) = ago else { return Ok(None) };
        let analysis = JointAnalysis {
            id: AnalysisId::from_u128(mint()),
            case: course.case.id,
            version: 1,
            date: self.school.ago(ago),
            author,
            child: long(&row.about_child)?,
            family: long(&row.about_family)?,
            school: long(&row.about_school)?,
            between: long(&row.between)?,
        };
        Ok((!analysis.says_nothing()).then_some(analysis))
    }

    fn goal(&self, course: &Course<'_>, row: &GoalRow, by: StaffId, mint: Mint<'_>) -> anyhow::Result<Goal> {
        let set = row.set.or(course.started()).context("a goal before the start-up talk")?;
        let last = row.ended.as_ref().map_or(course.over() + 2, |e| e.ago);
        let [first, now] = row.way.map(f64::from);
        let looks = ((set - last) / BETWEEN_LOOKS).max(1);
        let progress = (0..=looks).map(|n| {
            let part = n as f64 / looks as f64;
            let far = (first + (now - first) * part).round().clamp(0.0, 10.0);
            let ago = set - (set - last) * n / looks;
            Ok(Progress { date: self.school.ago(ago), value: HowFar::new(far as u8)?, by })
        });
        Ok(Goal {
            id: GoalId::from_u128(mint()),
            case: course.case.id,
            kind: row.kind,
            text: row.text.clone(),
            municipal: row.municipal.clone(),
            set_on: self.school.ago(set),
            progress: progress.collect::<anyhow::Result<_>>()?,
            ended: row.ended.as_ref().map(|e| GoalClosing { on: self.school.ago(e.ago), how: e.how }),
        })
    }

    /// The interventions in the data, and the talks that every child of the usual programme gets.
    fn interventions(
        &self,
        course: &Course<'_>,
        row: &FileRow,
        mint: Mint<'_>,
    ) -> anyhow::Result<Vec<Intervention>> {
        let Some(admitted) = course.row.admitted else { return Ok(Vec::new()) };
        let over = (course.over() > 0).then(|| self.school.ago(course.over()));
        let mut set = |kind, from: i64, to: Option<i64>, who: Vec<Doer>, note: Option<Line>| Intervention {
            id: InterventionId::from_u128(mint()),
            case: course.case.id,
            kind,
            from: self.school.ago(admitted - from),
            to: to.map(|to| self.school.ago(admitted - to)).or(over),
            who,
            note,
        };
        let mut found = Vec::new();
        if !course.is_of_levels() && course.enrolled().is_some() {
            let who = course.case.contacts.primary.map(Doer::Staff).into_iter().collect();
            found.push(set(InterventionKind::DevelopmentTalks, TO_ENROLMENT, None, who, None));
        }
        for InterventionRow { kind, from, to, who, note } in &row.interventions {
            let who = who.iter().map(|w| self.doer(w)).collect();
            found.push(set(*kind, *from, *to, who, note.clone()));
        }
        Ok(found)
    }

    fn doer(&self, who: &Line) -> Doer {
        let staff = self.staff.iter().find(|s| s.initials.as_str() == who.as_str());
        staff.map_or_else(|| Doer::Other(who.clone()), |s| Doer::Staff(s.id))
    }

    /// The treatment plan of a course that has run for a while.
    fn treatment(
        &self,
        course: &Course<'_>,
        author: StaffId,
        mint: Mint<'_>,
    ) -> anyhow::Result<Option<PlanDocument>> {
        let ago = course.started().map(|ago| ago - TO_TREATMENT).filter(|ago| *ago > course.over());
        let Some(ago) = ago.filter(|_| !course.is_of_levels()) else { return Ok(None) };
        let written = self.school.ago(ago);
        let sections = drawn(course, &self.texts.treatment, 12)?;
        let signed = Some(self.signature(author, written));
        let new = blank(course.case.id, DocumentKind::Treatment, author, written, mint);
        Ok(Some(PlanDocument { sections, signed, ..new }))
    }

    /// The last status letter that had to be signed by today: a week before its follow-up meeting.
    fn letter(
        &self,
        course: &Course<'_>,
        row: &FileRow,
        author: StaffId,
        mint: Mint<'_>,
    ) -> anyhow::Result<Option<PlanDocument>> {
        let calendar = self.school.calendar();
        let signed = |meeting: i64| {
            let day = self.school.ago(meeting).checked_sub_days(Days::new(BEFORE_MEETING))?;
            let day = if calendar.is_school_day(day) { Some(day) } else { calendar.school_day_before(day) };
            day.map(|day| self.school.since(day)).filter(|ago| *ago > course.over())
        };
        let Some(ago) = course.meetings(self.school).into_iter().filter_map(signed).next_back() else {
            return Ok(None);
        };
        let written = self.school.ago(ago);
        let own = row.documents.iter().find(|d| d.kind == DocumentKind::StatusLetter);
        let sections = match own {
            Some(letter) => letter
                .sections
                .iter()
                .map(|(heading, text)| section(heading, &course.tell(text)))
                .collect::<anyhow::Result<_>>()?,
            None => drawn(course, &self.texts.letter, 14)?,
        };
        let new = blank(course.case.id, DocumentKind::StatusLetter, author, written, mint);
        let signed = Some(self.signature(author, written));
        Ok(Some(PlanDocument { sections, signed, ..new }))
    }

    fn phase_out(
        &self,
        course: &Course<'_>,
        row: &PlanRow,
        author: StaffId,
        mint: Mint<'_>,
    ) -> anyhow::Result<PlanDocument> {
        let begins = row.begins.or(course.row.phase_out).context("a phase-out without a beginning")?;
        let ends = row.ends.or(course.row.ends.map(|e| -e)).context("a phase-out without an end")?;
        let contacts = course.case.contacts;
        let tasks = self.texts.phase_out.task.iter().map(|task| {
            let ago = begins - ((begins - ends) as f64 * task.at).round() as i64;
            let responsible = match task.who.as_str() {
                "primary" => contacts.primary.map(Doer::Staff),
                "secondary" => contacts.secondary.map(Doer::Staff),
                _ => None,
            };
            let due = self.school.ago(ago);
            PlanTask {
                what: task.what.clone(),
                due,
                responsible: responsible.unwrap_or_else(|| Doer::Other(task.who.clone())),
                done: (due < self.school.today()).then_some(due),
            }
        });
        // The morning of the day the phase-out starts, or of the day the plan was started.
        let written = self.school.ago(row.written.unwrap_or(begins));
        let new = blank(course.case.id, DocumentKind::PhaseOut, author, written, mint);
        Ok(PlanDocument {
            sections: drawn(course, &self.texts.phase_out.section, 13)?,
            tasks: tasks.collect(),
            destination: Some(row.destination),
            receiving: row.receiving.clone(),
            signed: row.written.is_none().then(|| self.signature(author, written)),
            ..new
        })
    }

    fn signature(&self, by: StaffId, on: NaiveDate) -> Signature {
        let at: NaiveDateTime = on.and_hms_opt(13, 30, 0).unwrap_or_default();
        Signature { by, at: at.into() }
    }
}

/// An empty document.
fn blank(
    case: CaseId,
    kind: DocumentKind,
    author: StaffId,
    written_on: NaiveDate,
    mint: Mint<'_>,
) -> PlanDocument {
    PlanDocument {
        id: DocumentId::from_u128(mint()),
        case,
        kind,
        version: 1,
        sections: Vec::new(),
        tasks: Vec::new(),
        figures: Vec::new(),
        chosen: Vec::new(),
        destination: None,
        receiving: None,
        author,
        written_on,
        signed: None,
    }
}

/// Chooses one text for each heading.
fn drawn(course: &Course<'_>, texts: &[Texts], salt: u64) -> anyhow::Result<Vec<Section>> {
    let mut rng = Rng::of(&[course.seed, salt]);
    let one = |t: &Texts| section(&t.heading, &course.tell(rng.pick(&t.texts).map_or("", String::as_str)));
    texts.iter().map(one).collect()
}

fn section(heading: &Line, text: &str) -> anyhow::Result<Section> {
    let recommends = heading.as_str() == RECOMMENDATION;
    Ok(Section { heading: heading.clone(), text: Some(LongText::new(text)?), recommends })
}
