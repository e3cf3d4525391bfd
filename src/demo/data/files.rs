//! The rows for people around the children and for the contents of case files.

use serde::Deserialize;
use trivsel_domain::record::{Competency, DocumentKind, GoalEnd, GoalKind, InterventionKind, Need, Outcome};
use trivsel_domain::value::{Line, PersonName, Role, Tag};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(in crate::demo) struct Around {
    pub(in crate::demo) caseworkers: Vec<PersonName>,
    pub(in crate::demo) youth_guidance: Vec<PersonName>,
    pub(in crate::demo) school: Vec<SchoolRow>,
    pub(in crate::demo) child: Vec<FamilyRow>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(in crate::demo) struct SchoolRow {
    pub(in crate::demo) name: Line,
    pub(in crate::demo) teachers: Vec<PersonName>,
    pub(in crate::demo) ppr: PersonName,
}

/// A family. Parents have custody unless the row says otherwise.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(in crate::demo) struct FamilyRow {
    pub(in crate::demo) name: PersonName,
    pub(in crate::demo) mother: Option<PersonName>,
    pub(in crate::demo) father: Option<PersonName>,
    #[serde(default)]
    pub(in crate::demo) no_custody: Vec<Role>,
    #[serde(default)]
    pub(in crate::demo) others: Vec<OtherRow>,
    /// Roles this child lacks, though others of the same age have somebody in them.
    #[serde(default)]
    pub(in crate::demo) without: Vec<Role>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(in crate::demo) struct OtherRow {
    pub(in crate::demo) role: Role,
    pub(in crate::demo) name: PersonName,
    #[serde(default)]
    pub(in crate::demo) custody: bool,
    pub(in crate::demo) workplace: Option<Line>,
    pub(in crate::demo) note: Option<Line>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(in crate::demo) struct FileTexts {
    pub(in crate::demo) starts: Vec<String>,
    pub(in crate::demo) treatment: Vec<Texts>,
    pub(in crate::demo) letter: Vec<Texts>,
    pub(in crate::demo) phase_out: PhaseOutTexts,
    pub(in crate::demo) case: Vec<FileRow>,
}

/// A heading with the texts to choose from.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(in crate::demo) struct Texts {
    pub(in crate::demo) heading: Line,
    pub(in crate::demo) texts: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(in crate::demo) struct PhaseOutTexts {
    pub(in crate::demo) section: Vec<Texts>,
    pub(in crate::demo) task: Vec<TaskText>,
}

/// A task of a phase-out plan; `at` runs from its start (0) to its end (1).
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(in crate::demo) struct TaskText {
    pub(in crate::demo) what: Line,
    pub(in crate::demo) at: f64,
    pub(in crate::demo) who: Line,
}

/// The contents of one child's case files.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(in crate::demo) struct FileRow {
    pub(in crate::demo) child: PersonName,
    #[serde(default)]
    pub(in crate::demo) needs: Vec<NeedText>,
    pub(in crate::demo) about_child: Option<String>,
    pub(in crate::demo) about_family: Option<String>,
    pub(in crate::demo) about_school: Option<String>,
    pub(in crate::demo) between: Option<String>,
    #[serde(default)]
    pub(in crate::demo) goals: Vec<GoalRow>,
    #[serde(default)]
    pub(in crate::demo) interventions: Vec<InterventionRow>,
    pub(in crate::demo) plan: Option<PlanRow>,
    #[serde(default)]
    pub(in crate::demo) documents: Vec<DocumentRow>,
}

/// `competency:therapy` or `method:ACT`.
#[derive(Clone, Deserialize)]
#[serde(try_from = "String")]
pub(in crate::demo) struct NeedText(pub(in crate::demo) Need);

impl TryFrom<String> for NeedText {
    type Error = String;

    fn try_from(text: String) -> Result<Self, String> {
        use trivsel_domain::value::Coded;
        let need = match text.split_once(':') {
            Some(("competency", code)) => Competency::from_code(code).ok().map(Need::Competency),
            Some(("method", name)) => Tag::new(name).ok().map(Need::Method),
            _ => None,
        };
        need.map(Self).ok_or(text)
    }
}

/// A goal with its first and current progress.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(in crate::demo) struct GoalRow {
    pub(in crate::demo) kind: GoalKind,
    pub(in crate::demo) text: Line,
    pub(in crate::demo) municipal: Option<Line>,
    pub(in crate::demo) way: [u8; 2],
    /// School days ago; defaults to the start-up talk.
    pub(in crate::demo) set: Option<i64>,
    pub(in crate::demo) ended: Option<GoalEnded>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(in crate::demo) struct GoalEnded {
    pub(in crate::demo) ago: i64,
    pub(in crate::demo) how: GoalEnd,
}

/// An intervention, in school days since admission.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(in crate::demo) struct InterventionRow {
    pub(in crate::demo) kind: InterventionKind,
    pub(in crate::demo) from: i64,
    pub(in crate::demo) to: Option<i64>,
    pub(in crate::demo) who: Vec<Line>,
    pub(in crate::demo) note: Option<Line>,
}

/// A phase-out plan. Days default to those of the case; a plan with a `written` date is not signed.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(in crate::demo) struct PlanRow {
    pub(in crate::demo) destination: Outcome,
    pub(in crate::demo) receiving: Option<Line>,
    pub(in crate::demo) begins: Option<i64>,
    pub(in crate::demo) ends: Option<i64>,
    pub(in crate::demo) written: Option<i64>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(in crate::demo) struct DocumentRow {
    pub(in crate::demo) kind: DocumentKind,
    pub(in crate::demo) ago: i64,
    pub(in crate::demo) signed: bool,
    pub(in crate::demo) sections: Vec<(Line, String)>,
}
