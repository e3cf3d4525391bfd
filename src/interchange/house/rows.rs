//! The format `trivsel-house`, version 2: what stands in the file. These names are a promise to whoever keeps such a
//! file, so they are written out here and not borrowed from the program's own types.

use chrono::{NaiveDate, NaiveDateTime};
use serde::{Deserialize, Serialize};
use trivsel_domain::{
    Absence, AddendumId, AnalysisId, AppointmentId, CaseId, ChildId, ClosureId, ClosureKind, ClosureRule,
    Competency, Cpr, DayPlan, Direction, DocumentId, DocumentKind, FollowUpEnd, FollowUpId, GoalEnd, GoalId,
    GoalKind, Grade, Hours, HowFar, Initials, Instrument, InterventionId, InterventionKind, Level, Line,
    LongText, Mark, MeasureId, Minutes, Mood, Need, Origin, Outcome, PersonId, PersonName, Priority,
    ProgrammeCode, Requirement, Role, SeatNorm, SeatNumber, Stage, Subject, Tag, TalkId, TalkKind,
    TalkSource, TeachingPlanId, TimeOfDay, TimetableId,
};

use super::compact::{Compact, Readers};
use super::decimal::Decimal;
use super::who::{Took, Who};

/// Declares the records of the format; a field that may be left out is one of `Option` or `Vec`.
macro_rules! records {
    ($($(#[$doc:meta])* $name:ident { $($(#[$attr:meta])* $field:ident: $kind:ty),+ $(,)? })+) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
        #[serde(deny_unknown_fields)]
        pub(in crate) struct $name { $($(#[$attr])* pub $field: $kind),+ }
    )+};
}

records! {
    /// The file.
    House {
        format: String,
        version: u64,
        staff: Vec<StaffRow>,
        programmes: Vec<ProgrammeRow>,
        closures: Vec<ClosureRow>,
        children: Vec<ChildRow>,
        #[serde(default)]
        people: Vec<PersonRow>,
        cases: Vec<CaseRow>,
        #[serde(default)]
        analyses: Vec<AnalysisRow>,
        #[serde(default)]
        goals: Vec<GoalRow>,
        #[serde(default)]
        interventions: Vec<InterventionRow>,
        #[serde(default)]
        documents: Vec<DocumentRow>,
        timetables: Vec<TimetableRow>,
        teaching: Vec<TeachingRow>,
        appointments: Vec<AppointmentRow>,
        talks: Vec<TalkRow>,
        #[serde(default)]
        addenda: Vec<AddendumRow>,
        #[serde(default)]
        follow_ups: Vec<FollowUpRow>,
        #[serde(default)]
        measures: Vec<MeasureRow>,
        days: Vec<DayRow>,
        /// One, or none where the house has settled nothing.
        #[serde(default)]
        settings: Vec<SettingsRow>,
    }
    StaffRow {
        initials: Initials,
        name: PersonName,
        #[serde(default)]
        competencies: Vec<Competency>,
        #[serde(default)]
        methods: Vec<Tag>,
        phone: Option<Line>,
        mail: Option<Line>,
        left_on: Option<NaiveDate>,
    }
    /// Without seats there is no limit.
    ProgrammeRow { code: ProgrammeCode, #[serde(default = "unlimited")] seats: SeatNorm }
    ClosureRow { id: ClosureId, kind: ClosureKind, name: Option<Line>, rule: Compact<ClosureRule> }
    ChildRow {
        id: ChildId,
        name: PersonName,
        born: Option<NaiveDate>,
        /// In full: whoever takes a house elsewhere takes all of it.
        cpr: Option<Cpr>,
        school: Option<Line>,
        #[serde(default)]
        classes: Vec<ClassRow>,
    }
    /// The year is the one the school year starts in.
    ClassRow { year: i32, grade: Grade, #[serde(default)] letter: String }
    PersonRow {
        id: PersonId,
        child: ChildId,
        role: Role,
        name: PersonName,
        /// Nothing where nobody has said so.
        custody: Option<bool>,
        phone: Option<Line>,
        mail: Option<Line>,
        workplace: Option<Line>,
        note: Option<Line>,
        until: Option<NaiveDate>,
    }
    CaseRow {
        id: CaseId,
        child: ChildId,
        programme: ProgrammeCode,
        referred: NaiveDate,
        note: Option<Line>,
        follows: Option<CaseId>,
        decided_on: Option<NaiveDate>,
        files_on: Option<NaiveDate>,
        stage: Stage,
        seat: Option<SeatNumber>,
        admitted: Option<NaiveDate>,
        closed: Option<NaiveDate>,
        outcome: Option<Outcome>,
        receiving: Option<Line>,
        declined: Option<NaiveDate>,
        priority: Option<Priority>,
        last_contact: Option<NaiveDate>,
        primary: Option<Initials>,
        secondary: Option<Initials>,
        expected_end: Option<NaiveDate>,
        start_structure: Option<LongText>,
        #[serde(default)]
        needs: Vec<Compact<Need>>,
        #[serde(default)]
        moves: Vec<MoveRow>,
        #[serde(default)]
        levels: Vec<LevelRow>,
    }
    MoveRow {
        from_stage: Option<Stage>,
        to_stage: Stage,
        on: NaiveDate,
        #[serde(default)]
        waived: Vec<Requirement>,
        reason: Option<Line>,
        by: Option<Initials>,
        at: Option<NaiveDateTime>,
    }
    LevelRow { to_level: Level, on: NaiveDate, talk: TalkId, reason: Option<Line>, by: Initials }
    AnalysisRow {
        id: AnalysisId,
        case: CaseId,
        version: u32,
        date: NaiveDate,
        author: Initials,
        about_child: Option<LongText>,
        about_family: Option<LongText>,
        about_school: Option<LongText>,
        between: Option<LongText>,
    }
    GoalRow {
        id: GoalId,
        case: CaseId,
        kind: GoalKind,
        goal: Line,
        municipal: Option<Line>,
        set_on: NaiveDate,
        end: Option<GoalEnd>,
        ended_on: Option<NaiveDate>,
        #[serde(default)]
        progress: Vec<ProgressRow>,
    }
    /// How far, 0 to 10.
    ProgressRow { date: NaiveDate, far: HowFar, by: Initials }
    InterventionRow {
        id: InterventionId,
        case: CaseId,
        kind: InterventionKind,
        from: NaiveDate,
        to: Option<NaiveDate>,
        #[serde(default)]
        doers: Vec<Who>,
        note: Option<Line>,
    }
    DocumentRow {
        id: DocumentId,
        case: CaseId,
        kind: DocumentKind,
        version: u32,
        destination: Option<Outcome>,
        receiving: Option<Line>,
        author: Initials,
        written_on: NaiveDate,
        signed_by: Option<Initials>,
        signed_at: Option<NaiveDateTime>,
        #[serde(default)]
        sections: Vec<SectionRow>,
        #[serde(default)]
        steps: Vec<PlanStepRow>,
    }
    SectionRow { heading: Line, text: Option<LongText> }
    PlanStepRow { what: Line, due: NaiveDate, who: Who, done: Option<NaiveDate> }
    TimetableRow { id: TimetableId, case: CaseId, from: NaiveDate, #[serde(default)] days: Vec<WeekdayRow> }
    WeekdayRow { weekday: String, plan: Compact<DayPlan>, #[serde(default)] blocks: Vec<BlockRow> }
    BlockRow { at: TimeOfDay, what: Line }
    TeachingRow {
        id: TeachingPlanId,
        case: CaseId,
        from: NaiveDate,
        aim: Option<Line>,
        #[serde(default)]
        subjects: Vec<SubjectRow>,
    }
    SubjectRow {
        subject: Subject,
        lessons: u8,
        level: Option<Line>,
        goal: Option<Line>,
        materials: Option<Line>,
    }
    AppointmentRow {
        id: AppointmentId,
        date: NaiveDate,
        hours: Option<Compact<Hours>>,
        title: Line,
        kind: Option<TalkKind>,
        case: Option<CaseId>,
        #[serde(default)]
        staff: Vec<Initials>,
    }
    TalkRow {
        id: TalkId,
        case: Option<CaseId>,
        kind: TalkKind,
        place: Option<Line>,
        topic: Option<Line>,
        date: NaiveDate,
        start: Option<TimeOfDay>,
        minutes: Option<Minutes>,
        #[serde(default)]
        participants: Took,
        #[serde(default)]
        themes: Vec<Tag>,
        #[serde(default)]
        methods: Vec<Tag>,
        text: LongText,
        author: Initials,
        signed_at: Option<NaiveDateTime>,
        #[serde(default)]
        open_to: Compact<Readers>,
        #[serde(default = "own")]
        source: TalkSource,
    }
    AddendumRow { id: AddendumId, talk: TalkId, author: Initials, at: NaiveDateTime, text: LongText }
    FollowUpRow {
        id: FollowUpId,
        talk: TalkId,
        case: Option<CaseId>,
        what: Line,
        who: Who,
        due: NaiveDate,
        end: Option<FollowUpEnd>,
        ended_by: Option<Initials>,
        ended_at: Option<NaiveDateTime>,
        note: Option<Line>,
    }
    /// An instrument with its four lines, or a series of the house with its value.
    MeasureRow {
        id: MeasureId,
        case: CaseId,
        talk: TalkId,
        date: NaiveDate,
        rater: Role,
        instrument: Option<Instrument>,
        #[serde(default)]
        lines: Vec<Decimal>,
        series: Option<Tag>,
        value: Option<Decimal>,
    }
    SettingsRow {
        #[serde(default)]
        themes: Vec<Tag>,
        #[serde(default)]
        methods: Vec<Tag>,
        ors_adult: Decimal,
        ors_young: Decimal,
        cors: Decimal,
        srs: Decimal,
        #[serde(default)]
        templates: Vec<TemplateRow>,
        #[serde(default)]
        series: Vec<SeriesRow>,
        #[serde(default)]
        labels: Vec<LabelsRow>,
    }
    TemplateRow { kind: TalkKind, text: LongText }
    SeriesRow {
        name: Tag,
        low: Decimal,
        high: Decimal,
        better: Direction,
        #[serde(default)]
        cut_offs: Vec<Decimal>,
    }
    LabelsRow { instrument: Instrument, texts: Vec<Line> }
    DayRow {
        case: CaseId,
        date: NaiveDate,
        origin: Origin,
        first: Option<Compact<Mark>>,
        second: Option<Compact<Mark>>,
        foretold: Option<Absence>,
        told_at: Option<NaiveDateTime>,
        remark: Option<Line>,
        mood: Option<Mood>,
    }
}

fn unlimited() -> SeatNorm {
    SeatNorm::Unlimited
}

fn own() -> TalkSource {
    TalkSource::Own
}

/// The weekdays of a timetable, as the format names them.
pub(crate) const WEEKDAYS: [&str; 5] = ["monday", "tuesday", "wednesday", "thursday", "friday"];
