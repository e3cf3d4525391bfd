//! The one key table: dispatch, footer, `?` help, palette, `trivsel keys` and the README read it.

mod binding;
mod chord;
mod command;
mod table;

use crossterm::event::KeyEvent;

pub use binding::Binding;
pub use chord::{Chord, has_alt};
pub use command::Command;
pub use table::TABLE;

/// Where a binding holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Context {
    /// Anywhere, also inside fields.
    Everywhere,
    /// In any pane, outside fields.
    Panes,
    /// I dag.
    Agenda,
    /// Sager.
    Caseload,
    /// Kalender.
    Calendar,
    /// Samtaler.
    Talks,
    /// Undervisning.
    Teaching,
    /// The timetable of Undervisning.
    Timetable,
    /// Fremmøde.
    Attendance,
    /// A field of one line.
    Prompt,
    /// A field of a form.
    Form,
    /// A field of a form that chooses one of a list.
    Choice,
    /// The long text of a form.
    Note,
    /// A question before a step that can't be taken back.
    Ask,
    /// A list one types to narrow: help and palette.
    Picker,
    /// What a search found.
    Found,
    /// The sheet of a case.
    Sheet,
    /// A child's scores.
    Scores,
    /// What a figure counts.
    Counted,
    /// The seats.
    Seats,
    /// The house in figures.
    HouseFigures,
    /// What the staff carry.
    StaffLoad,
    Access,
    /// The review before a request for access is answered.
    Request,
    /// The restricted talks that a document may take from.
    Chooser,
    /// The talks that propose themselves.
    Proposals,
    /// The closures of a school year.
    SchoolYear,
    /// What a change of the school calendar moves.
    Moves,
    /// The week at the children's own schools.
    OwnSchool,
    /// A text one reads.
    Reader,
    /// The locked screen.
    Lock,
}

impl Context {
    /// Every context, in the order in which they are listed.
    pub const ALL: [Self; 31] = [
        Self::Panes,
        Self::Agenda,
        Self::Attendance,
        Self::Caseload,
        Self::Calendar,
        Self::Talks,
        Self::Teaching,
        Self::Timetable,
        Self::Sheet,
        Self::Prompt,
        Self::Form,
        Self::Choice,
        Self::Note,
        Self::Ask,
        Self::Picker,
        Self::Found,
        Self::Scores,
        Self::Counted,
        Self::Seats,
        Self::HouseFigures,
        Self::StaffLoad,
        Self::Access,
        Self::Request,
        Self::Chooser,
        Self::Proposals,
        Self::SchoolYear,
        Self::Moves,
        Self::OwnSchool,
        Self::Reader,
        Self::Lock,
        Self::Everywhere,
    ];

    /// Its stable code, for words.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Everywhere => "everywhere",
            Self::Panes => "panes",
            Self::Agenda => "agenda",
            Self::Caseload => "caseload",
            Self::Calendar => "calendar",
            Self::Talks => "talks",
            Self::Teaching => "teaching",
            Self::Timetable => "timetable",
            Self::Attendance => "attendance",
            Self::Prompt => "prompt",
            Self::Form => "form",
            Self::Choice => "choice",
            Self::Note => "note",
            Self::Ask => "ask",
            Self::Picker => "picker",
            Self::Found => "found",
            Self::Scores => "scores",
            Self::Counted => "counted",
            Self::Seats => "seats",
            Self::HouseFigures => "house-figures",
            Self::StaffLoad => "staff-load",
            Self::Access => "access",
            Self::Request => "request",
            Self::Chooser => "chooser",
            Self::Proposals => "proposals",
            Self::SchoolYear => "school-year",
            Self::Moves => "moves",
            Self::OwnSchool => "own-school",
            Self::Sheet => "sheet",
            Self::Reader => "reader",
            Self::Lock => "lock",
        }
    }

    /// Whether letters are text there.
    #[must_use]
    pub fn takes_text(self) -> bool {
        matches!(self, Self::Prompt | Self::Form | Self::Note | Self::Picker | Self::Lock)
    }

    /// Whether it is a field, in which keys edit.
    #[must_use]
    pub fn is_field(self) -> bool {
        self.takes_text() || self == Self::Choice
    }

    /// The contexts that are asked in turn when this one is on top.
    #[must_use]
    pub fn chain(self) -> &'static [Self] {
        match self {
            Self::Agenda => &[Self::Agenda, Self::Panes, Self::Everywhere],
            Self::Caseload => &[Self::Caseload, Self::Panes, Self::Everywhere],
            Self::Calendar => &[Self::Calendar, Self::Panes, Self::Everywhere],
            Self::Talks => &[Self::Talks, Self::Panes, Self::Everywhere],
            Self::Teaching => &[Self::Teaching, Self::Panes, Self::Everywhere],
            Self::Timetable => &[Self::Timetable, Self::Panes, Self::Everywhere],
            Self::Attendance => &[Self::Attendance, Self::Panes, Self::Everywhere],
            Self::Prompt => &[Self::Prompt, Self::Everywhere],
            Self::Form => &[Self::Form, Self::Everywhere],
            Self::Choice => &[Self::Choice, Self::Form, Self::Everywhere],
            Self::Note => &[Self::Note, Self::Everywhere],
            Self::Ask => &[Self::Ask, Self::Everywhere],
            Self::Picker => &[Self::Picker, Self::Everywhere],
            Self::Found => &[Self::Found, Self::Everywhere],
            Self::Scores => &[Self::Scores, Self::Everywhere],
            Self::Counted => &[Self::Counted, Self::Everywhere],
            Self::Sheet => &[Self::Sheet, Self::Everywhere],
            Self::Seats => &[Self::Seats, Self::Everywhere],
            Self::HouseFigures => &[Self::HouseFigures, Self::Everywhere],
            Self::StaffLoad => &[Self::StaffLoad, Self::Everywhere],
            Self::Access => &[Self::Access, Self::Everywhere],
            Self::Request => &[Self::Request, Self::Everywhere],
            Self::Chooser => &[Self::Chooser, Self::Everywhere],
            Self::Proposals => &[Self::Proposals, Self::Everywhere],
            Self::SchoolYear => &[Self::SchoolYear, Self::Everywhere],
            Self::Moves => &[Self::Moves, Self::Everywhere],
            Self::OwnSchool => &[Self::OwnSchool, Self::Everywhere],
            Self::Reader => &[Self::Reader, Self::Everywhere],
            Self::Lock => &[Self::Lock],
            Self::Panes | Self::Everywhere => &[Self::Panes, Self::Everywhere],
        }
    }
}

/// What a chord does in a context, if anything.
#[must_use]
pub fn find(context: Context, chord: Chord) -> Option<Command> {
    let of = |chord| bindings(context).find(|b| b.chords.iter().any(|k| k.takes(chord))).map(|b| b.command);
    of(chord).or_else(|| of(chord.unshifted()))
}

/// Whether a chord does something anywhere.
#[must_use]
pub fn is_bound(chord: Chord) -> bool {
    TABLE.iter().any(|b| b.chords.iter().any(|k| k.takes(chord)))
}

/// Whether a key does no more in a context than edit its field or move in it.
#[must_use]
pub fn edits(context: Context, key: KeyEvent) -> bool {
    context.is_field() && !has_alt(key) && find(context, Chord::of(key)).is_none_or(Command::edits)
}

/// The bindings that hold in a context, nearest first.
pub fn bindings(context: Context) -> impl Iterator<Item = &'static Binding> {
    context.chain().iter().flat_map(|c| TABLE.iter().filter(move |b| b.context == *c))
}
