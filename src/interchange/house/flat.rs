//! A house as one table: a record a line, what belongs to a record on lines of its own that name it under `of`.

use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::{Map, Value};

use super::rows::{
    AddendumRow, AnalysisRow, AppointmentRow, BlockRow, CaseRow, ChildRow, ClassRow, ClosureRow, DayRow,
    DocumentRow, FollowUpRow, GoalRow, House, InterventionRow, LabelsRow, LevelRow, MeasureRow, MoveRow,
    PersonRow, PlanStepRow, ProgrammeRow, ProgressRow, SectionRow, SeriesRow, SettingsRow, StaffRow,
    SubjectRow, TalkRow, TeachingRow, TemplateRow, TimetableRow, WeekdayRow,
};
use super::{FORMAT, VERSION, json, spreadsheet};
use crate::problem::Fault;

/// The columns, shared by all kinds of record. `record` says which kind; `of` names the record it belongs to.
pub(crate) const COLUMNS: &[&str] = &[
    "record",
    "of",
    "format",
    "version",
    "id",
    "initials",
    "name",
    "competencies",
    "phone",
    "mail",
    "left_on",
    "code",
    "seats",
    "kind",
    "rule",
    "born",
    "cpr",
    "school",
    "year",
    "grade",
    "letter",
    "child",
    "role",
    "custody",
    "workplace",
    "until",
    "programme",
    "referred",
    "note",
    "follows",
    "decided_on",
    "files_on",
    "stage",
    "seat",
    "admitted",
    "closed",
    "outcome",
    "destination",
    "receiving",
    "declined",
    "priority",
    "last_contact",
    "primary",
    "secondary",
    "expected_end",
    "start_structure",
    "needs",
    "from_stage",
    "to_stage",
    "on",
    "waived",
    "reason",
    "by",
    "to_level",
    "case",
    "from",
    "to",
    "weekday",
    "plan",
    "at",
    "what",
    "aim",
    "subject",
    "lessons",
    "level",
    "goal",
    "materials",
    "municipal",
    "set_on",
    "ended_on",
    "far",
    "doers",
    "about_child",
    "about_family",
    "about_school",
    "between",
    "written_on",
    "signed_by",
    "heading",
    "done",
    "date",
    "hours",
    "title",
    "staff",
    "start",
    "minutes",
    "place",
    "topic",
    "participants",
    "themes",
    "methods",
    "author",
    "signed_at",
    "open_to",
    "source",
    "text",
    "talk",
    "who",
    "due",
    "end",
    "ended_by",
    "ended_at",
    "rater",
    "instrument",
    "lines",
    "series",
    "value",
    "origin",
    "first",
    "second",
    "foretold",
    "told_at",
    "remark",
    "mood",
    "ors_adult",
    "ors_young",
    "cors",
    "srs",
    "low",
    "high",
    "better",
    "cut_offs",
    "texts",
];

/// The line that says what the file is.
pub(super) const HEAD: &str = "house";

/// A kind of record.
pub(super) struct Kind {
    /// What `record` says.
    pub record: &'static str,
    /// The list it stands in.
    pub list: &'static str,
    /// What belongs to it.
    pub nested: &'static [Kind],
    /// Whether a line can be read as one.
    pub check: fn(Value) -> serde_json::Result<()>,
}

fn is<T: DeserializeOwned>(value: Value) -> serde_json::Result<()> {
    serde_json::from_value::<T>(value).map(drop)
}

const fn kind(
    record: &'static str,
    list: &'static str,
    nested: &'static [Kind],
    check: fn(Value) -> serde_json::Result<()>,
) -> Kind {
    Kind { record, list, nested, check }
}

const CLASSES: &[Kind] = &[kind("class", "classes", &[], is::<ClassRow>)];
const OF_CASES: &[Kind] =
    &[kind("move", "moves", &[], is::<MoveRow>), kind("level", "levels", &[], is::<LevelRow>)];
const PROGRESS: &[Kind] = &[kind("progress", "progress", &[], is::<ProgressRow>)];
const OF_DOCUMENTS: &[Kind] =
    &[kind("section", "sections", &[], is::<SectionRow>), kind("plan-step", "steps", &[], is::<PlanStepRow>)];
const BLOCKS: &[Kind] = &[kind("block", "blocks", &[], is::<BlockRow>)];
const WEEK: &[Kind] = &[kind("timetable-day", "days", BLOCKS, is::<WeekdayRow>)];
const SUBJECTS: &[Kind] = &[kind("subject", "subjects", &[], is::<SubjectRow>)];
const LISTS: &[Kind] = &[
    kind("template", "templates", &[], is::<TemplateRow>),
    kind("series", "series", &[], is::<SeriesRow>),
    kind("labels", "labels", &[], is::<LabelsRow>),
];
pub(super) const KINDS: &[Kind] = &[
    kind("staff", "staff", &[], is::<StaffRow>),
    kind("programme", "programmes", &[], is::<ProgrammeRow>),
    kind("closure", "closures", &[], is::<ClosureRow>),
    kind("child", "children", CLASSES, is::<ChildRow>),
    kind("person", "people", &[], is::<PersonRow>),
    kind("case", "cases", OF_CASES, is::<CaseRow>),
    kind("analysis", "analyses", &[], is::<AnalysisRow>),
    kind("goal", "goals", PROGRESS, is::<GoalRow>),
    kind("intervention", "interventions", &[], is::<InterventionRow>),
    kind("document", "documents", OF_DOCUMENTS, is::<DocumentRow>),
    kind("timetable", "timetables", WEEK, is::<TimetableRow>),
    kind("teaching", "teaching", SUBJECTS, is::<TeachingRow>),
    kind("appointment", "appointments", &[], is::<AppointmentRow>),
    kind("talk", "talks", &[], is::<TalkRow>),
    kind("addendum", "addenda", &[], is::<AddendumRow>),
    kind("follow-up", "follow_ups", &[], is::<FollowUpRow>),
    kind("measure", "measures", &[], is::<MeasureRow>),
    kind("day", "days", &[], is::<DayRow>),
    kind("settings", "settings", LISTS, is::<SettingsRow>),
];

/// What a line says of the record it belongs to.
#[derive(Clone, Default, PartialEq, Eq, Hash)]
pub(super) struct Owner {
    pub of: String,
    pub weekday: String,
}

pub(super) fn bad(detail: impl Into<String>) -> Fault {
    Fault::OutOfFormat { detail: detail.into() }
}

pub(super) fn write(file: &House) -> Result<String, Fault> {
    let fault = |error: serde_json::Error| bad(json::detail(&error));
    let value = file.serialize(serde_json::value::Serializer).map_err(fault)?;
    let mut table = spreadsheet::Table::new(COLUMNS);
    let version = VERSION.to_string();
    table.push(&[("record", HEAD), ("format", FORMAT), ("version", &version)])?;
    for kind in KINDS {
        emit(&mut table, kind, &value[kind.list], &Owner::default())?;
    }
    table.finish()
}

fn emit(table: &mut spreadsheet::Table, kind: &Kind, list: &Value, owner: &Owner) -> Result<(), Fault> {
    for record in list.as_array().into_iter().flatten() {
        let fields = record.as_object().ok_or_else(|| bad(kind.record))?;
        let mut cells = vec![("record", kind.record.to_owned()), ("of", owner.of.clone())];
        if !fields.contains_key("weekday") {
            cells.push(("weekday", owner.weekday.clone()));
        }
        let is_nested = |name: &str| kind.nested.iter().any(|n| n.list == name);
        cells.extend(fields.iter().filter(|(n, _)| !is_nested(n)).map(|(n, v)| (n.as_str(), cell_of(n, v))));
        let borrowed: Vec<(&str, &str)> = cells.iter().map(|(n, c)| (*n, c.as_str())).collect();
        table.push(&borrowed)?;
        let below = owner_of_nested(fields, owner);
        for nested in kind.nested {
            emit(table, nested, &fields[nested.list], &below)?;
        }
    }
    Ok(())
}

fn owner_of_nested(fields: &Map<String, Value>, owner: &Owner) -> Owner {
    let field = |name, inherited: &str| fields.get(name).map_or_else(|| inherited.to_owned(), cell);
    Owner { of: field("id", &owner.of), weekday: field("weekday", "") }
}

/// Columns that hold texts of people's own, in which there may be spaces: each stands on a line of its own in the cell.
pub(super) const TEXTS: [&str; 6] = ["participants", "themes", "methods", "texts", "needs", "doers"];

fn cell_of(name: &str, value: &Value) -> String {
    match value {
        Value::Array(list) if TEXTS.contains(&name) => list.iter().map(cell).collect::<Vec<_>>().join("\n"),
        other => cell(other),
    }
}

pub(super) fn cell(value: &Value) -> String {
    match value {
        Value::Null => String::new(),
        Value::String(text) => text.clone(),
        Value::Array(list) => list.iter().map(cell).collect::<Vec<_>>().join(" "),
        other => other.to_string(),
    }
}
