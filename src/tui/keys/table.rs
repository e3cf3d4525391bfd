//! The bindings. A test keeps them free of doubles, unbound commands, and keys a Danish keyboard or Windows
//! Terminal does not have to give.

use crossterm::event::KeyCode;

use super::{Chord, Command, Context};

/// One line of the table: some keys, in a context, for a command.
#[derive(Clone, Copy, Debug)]
pub struct Binding {
    /// Where it holds.
    pub context: Context,
    /// The keys, the first the one that is shown.
    pub chords: &'static [Chord],
    /// What they do.
    pub command: Command,
    /// Whether the footer shows it.
    pub in_footer: bool,
}

const fn shown(context: Context, chords: &'static [Chord], command: Command) -> Binding {
    Binding { context, chords, command, in_footer: true }
}

const fn quiet(context: Context, chords: &'static [Chord], command: Command) -> Binding {
    Binding { context, chords, command, in_footer: false }
}

use Chord::{Capital, Char, Ctrl, CtrlKey, Key, ShiftKey};
use Command as C;
use Context::{
    Ask, Attendance, Calendar, Caseload, Choice, Everywhere, Form, Found, Lock, Note, Panes, Picker, Prompt,
    Reader, Scores, Seats, Sheet, StaffLoad, Talks, Teaching,
};

/// Every binding there is.
pub const TABLE: &[Binding] = &[
    // Fremmøde
    shown(Attendance, &[Char('t')], C::MarkPresent),
    shown(Attendance, &[Char('s')], C::MarkSick),
    shown(Attendance, &[Char('l')], C::MarkLeave),
    shown(Attendance, &[Char('u')], C::MarkUnlawful),
    shown(Attendance, &[Char('f')], C::MarkLate),
    shown(Attendance, &[Char('d')], C::MarkPartial),
    shown(Attendance, &[Char('h')], C::MarkElsewhere),
    shown(Attendance, &[Char('r')], C::FillRest),
    shown(Attendance, &[Char('-'), Key(KeyCode::Delete)], C::ClearMark),
    shown(Attendance, &[Capital], C::JumpToRow),
    shown(Attendance, &[Char('+')], C::Remark),
    shown(Attendance, &[Char('o')], C::Mood),
    shown(Attendance, &[Char('k')], C::MarkTime),
    shown(Attendance, &[Char('a')], C::Foretell),
    shown(Attendance, &[Char('v')], C::NextView),
    shown(Attendance, &[Char('<'), CtrlKey(KeyCode::Left)], C::DayBefore),
    shown(Attendance, &[Char('>'), CtrlKey(KeyCode::Right)], C::DayAfter),
    shown(Attendance, &[Char('g')], C::GoToDate),
    shown(Attendance, &[Char('i')], C::Today),
    shown(Attendance, &[Char('n')], C::NewTalk),
    shown(Attendance, &[Char('m'), Char(' ')], C::Select),
    // Sager
    shown(Caseload, &[Char('n')], C::NewTalk),
    shown(Caseload, &[Char('+')], C::NewCase),
    shown(Caseload, &[Char('v')], C::NextView),
    shown(Caseload, &[Char('o')], C::Sort),
    shown(Caseload, &[Char('m'), Char(' ')], C::Select),
    shown(Caseload, &[Char('r')], C::ChangeMarked),
    shown(Caseload, &[Char('p')], C::Seats),
    shown(Caseload, &[Char('b')], C::StaffLoad),
    quiet(Caseload, &[Char('j')], C::Down),
    quiet(Caseload, &[Char('k')], C::Up),
    // Kalender
    shown(Calendar, &[Char('<'), CtrlKey(KeyCode::Left)], C::DayBefore),
    shown(Calendar, &[Char('>'), CtrlKey(KeyCode::Right)], C::DayAfter),
    shown(Calendar, &[Char('g')], C::GoToDate),
    shown(Calendar, &[Char('i')], C::Today),
    // Samtaler
    shown(Talks, &[Char('n')], C::NewTalk),
    shown(Talks, &[Char('t')], C::Add),
    shown(Talks, &[Char('f')], C::Filter),
    shown(Talks, &[Char('o')], C::FollowUps),
    shown(Talks, &[Char('s')], C::Scores),
    shown(Talks, &[Char('v')], C::NextView),
    shown(Talks, &[Char('e')], C::Done),
    quiet(Talks, &[Ctrl('d')], C::Repeat),
    quiet(Talks, &[Key(KeyCode::Delete)], C::Discard),
    quiet(Talks, &[Char('j')], C::Down),
    quiet(Talks, &[Char('k')], C::Up),
    // Undervisning
    shown(Teaching, &[Char('v')], C::NextView),
    quiet(Teaching, &[Char('j')], C::Down),
    quiet(Teaching, &[Char('k')], C::Up),
    // Any pane
    shown(Panes, &[Key(KeyCode::Enter)], C::Open),
    shown(Panes, &[Ctrl('f'), Char('/')], C::Search),
    shown(Panes, &[Ctrl('z')], C::Undo),
    quiet(Panes, &[Ctrl('y')], C::Redo),
    quiet(Panes, &[Ctrl('n')], C::NewTalkOf),
    quiet(Panes, &[Ctrl('k')], C::Drafts),
    quiet(Panes, &[Key(KeyCode::F(3))], C::HouseLists),
    quiet(Panes, &[Char('1')], C::PaneCaseload),
    quiet(Panes, &[Char('2')], C::PaneCalendar),
    quiet(Panes, &[Char('3')], C::PaneTalks),
    quiet(Panes, &[Char('4')], C::PaneTeaching),
    quiet(Panes, &[Char('5')], C::PaneAttendance),
    quiet(Panes, &[Key(KeyCode::Tab)], C::PaneNext),
    quiet(Panes, &[Key(KeyCode::BackTab)], C::PaneBefore),
    quiet(Panes, &[Key(KeyCode::Up)], C::Up),
    quiet(Panes, &[Key(KeyCode::Down)], C::Down),
    quiet(Panes, &[Key(KeyCode::Left)], C::Left),
    quiet(Panes, &[Key(KeyCode::Right)], C::Right),
    quiet(Panes, &[Key(KeyCode::PageUp)], C::PageUp),
    quiet(Panes, &[Key(KeyCode::PageDown)], C::PageDown),
    quiet(Panes, &[Key(KeyCode::Home)], C::First),
    quiet(Panes, &[Key(KeyCode::End)], C::Last),
    quiet(Panes, &[Key(KeyCode::Esc)], C::Back),
    shown(Panes, &[Char('?')], C::Help),
    shown(Panes, &[Ctrl('p'), Key(KeyCode::F(2)), Char(':')], C::Palette),
    // A field
    shown(Prompt, &[Key(KeyCode::Enter), Ctrl('s')], C::Accept),
    shown(Prompt, &[Key(KeyCode::Esc)], C::Back),
    shown(Prompt, &[Ctrl('u')], C::ClearField),
    quiet(Prompt, &[Ctrl('f')], C::SearchAll),
    // A form
    shown(Form, &[Key(KeyCode::Enter), Key(KeyCode::Tab), Key(KeyCode::Down)], C::NextField),
    shown(Form, &[Ctrl('s')], C::Save),
    shown(Form, &[Key(KeyCode::Esc)], C::Back),
    shown(Form, &[Ctrl('d')], C::Repeat),
    shown(Form, &[Ctrl('t')], C::Template),
    shown(Form, &[Ctrl('e')], C::OutsideEditor),
    shown(Form, &[Ctrl('u')], C::ClearField),
    quiet(Form, &[Key(KeyCode::BackTab), Key(KeyCode::Up)], C::FieldBefore),
    // A field that chooses
    quiet(Choice, &[Key(KeyCode::Left)], C::ChoiceBefore),
    quiet(Choice, &[Key(KeyCode::Right)], C::ChoiceAfter),
    quiet(Choice, &[Key(KeyCode::Backspace)], C::DeleteBefore),
    quiet(Choice, &[Key(KeyCode::Delete)], C::DeleteAfter),
    // Its long text
    shown(Note, &[Key(KeyCode::Tab)], C::NextField),
    shown(Note, &[Ctrl('s')], C::Save),
    shown(Note, &[Key(KeyCode::Esc)], C::Back),
    shown(Note, &[Ctrl('t')], C::Template),
    shown(Note, &[Ctrl('e')], C::OutsideEditor),
    shown(Note, &[Ctrl('d')], C::Repeat),
    quiet(Note, &[Key(KeyCode::BackTab)], C::FieldBefore),
    quiet(Note, &[Ctrl('z')], C::Undo),
    quiet(Note, &[Ctrl('y')], C::Redo),
    // Ctrl+V is the terminal's own paste.
    shown(Note, &[Ctrl('c')], C::Copy),
    shown(Note, &[Ctrl('x')], C::Cut),
    shown(Note, &[Ctrl('g')], C::PasteCopied),
    quiet(Note, &[Ctrl('a')], C::SelectAll),
    quiet(Note, &[ShiftKey(KeyCode::Left)], C::SelectLeft),
    quiet(Note, &[ShiftKey(KeyCode::Right)], C::SelectRight),
    quiet(Note, &[ShiftKey(KeyCode::Up)], C::SelectUp),
    quiet(Note, &[ShiftKey(KeyCode::Down)], C::SelectDown),
    quiet(Note, &[ShiftKey(KeyCode::Home)], C::SelectLineStart),
    quiet(Note, &[ShiftKey(KeyCode::End)], C::SelectLineEnd),
    quiet(Note, &[Key(KeyCode::Enter)], C::NewLine),
    quiet(Note, &[Key(KeyCode::Backspace)], C::DeleteBefore),
    quiet(Note, &[Key(KeyCode::Delete)], C::DeleteAfter),
    quiet(Note, &[CtrlKey(KeyCode::Backspace), Ctrl('w')], C::DeleteWord),
    quiet(Note, &[CtrlKey(KeyCode::Delete)], C::DeleteWordAfter),
    quiet(Note, &[Key(KeyCode::Left)], C::Left),
    quiet(Note, &[Key(KeyCode::Right)], C::Right),
    quiet(Note, &[Key(KeyCode::Up)], C::Up),
    quiet(Note, &[Key(KeyCode::Down)], C::Down),
    quiet(Note, &[Key(KeyCode::PageUp)], C::PageUp),
    quiet(Note, &[Key(KeyCode::PageDown)], C::PageDown),
    quiet(Note, &[Key(KeyCode::Home)], C::LineStart),
    quiet(Note, &[Key(KeyCode::End)], C::LineEnd),
    quiet(Note, &[CtrlKey(KeyCode::Left)], C::WordBefore),
    quiet(Note, &[CtrlKey(KeyCode::Right)], C::WordAfter),
    quiet(Note, &[CtrlKey(KeyCode::Home)], C::TextStart),
    quiet(Note, &[CtrlKey(KeyCode::End)], C::TextEnd),
    // A question before what can't be taken back
    shown(Ask, &[Ctrl('o')], C::Confirm),
    shown(Ask, &[Key(KeyCode::Esc)], C::WriteOn),
    // Help and palette
    shown(Picker, &[Key(KeyCode::Enter)], C::Open),
    shown(Picker, &[Key(KeyCode::Esc)], C::Back),
    quiet(Picker, &[Key(KeyCode::Delete)], C::Discard),
    quiet(Picker, &[Key(KeyCode::Up)], C::Up),
    quiet(Picker, &[Key(KeyCode::Down)], C::Down),
    quiet(Picker, &[Key(KeyCode::PageUp)], C::PageUp),
    quiet(Picker, &[Key(KeyCode::PageDown)], C::PageDown),
    // What a search found
    shown(Found, &[Key(KeyCode::Enter)], C::Open),
    shown(Found, &[Char('v')], C::NextView),
    shown(Found, &[Key(KeyCode::Esc)], C::Back),
    quiet(Found, &[Key(KeyCode::Up), Char('k')], C::Up),
    quiet(Found, &[Key(KeyCode::Down), Char('j')], C::Down),
    quiet(Found, &[Key(KeyCode::PageUp)], C::PageUp),
    quiet(Found, &[Key(KeyCode::PageDown)], C::PageDown),
    quiet(Found, &[Key(KeyCode::Home)], C::First),
    quiet(Found, &[Key(KeyCode::End)], C::Last),
    // The sheet of a case
    shown(Sheet, &[Key(KeyCode::Enter)], C::Open),
    shown(Sheet, &[Key(KeyCode::Left)], C::Left),
    shown(Sheet, &[Key(KeyCode::Right), Key(KeyCode::Tab)], C::Right),
    shown(Sheet, &[Char('n')], C::NewRecord),
    shown(Sheet, &[Char('v')], C::NextView),
    shown(Sheet, &[Char('t')], C::NewTalk),
    shown(Sheet, &[Char('s')], C::Scores),
    shown(Sheet, &[Char('u')], C::SignPaper),
    shown(Sheet, &[Char('a')], C::Annul),
    shown(Sheet, &[Char('r')], C::CorrectDate),
    shown(Sheet, &[Key(KeyCode::Delete)], C::Discard),
    quiet(Sheet, &[Ctrl('n')], C::NewTalk),
    quiet(Sheet, &[Ctrl('z')], C::Undo),
    quiet(Sheet, &[Ctrl('y')], C::Redo),
    quiet(Sheet, &[Ctrl('k')], C::Drafts),
    shown(Sheet, &[Key(KeyCode::Esc)], C::Back),
    quiet(Sheet, &[Key(KeyCode::Up), Char('k')], C::Up),
    quiet(Sheet, &[Key(KeyCode::Down), Char('j')], C::Down),
    quiet(Sheet, &[Key(KeyCode::PageUp)], C::PageUp),
    quiet(Sheet, &[Key(KeyCode::PageDown)], C::PageDown),
    quiet(Sheet, &[Key(KeyCode::Home)], C::First),
    quiet(Sheet, &[Key(KeyCode::End)], C::Last),
    shown(Sheet, &[Char('?')], C::Help),
    // The seats
    shown(Seats, &[Key(KeyCode::Enter)], C::Open),
    shown(Seats, &[Key(KeyCode::Right), Key(KeyCode::Tab)], C::Right),
    shown(Seats, &[Key(KeyCode::Left)], C::Left),
    shown(Seats, &[Char('g')], C::GoToDate),
    shown(Seats, &[Char('i')], C::Today),
    shown(Seats, &[Char('+'), Char('-')], C::SetNorm),
    shown(Seats, &[Char('v')], C::NextView),
    shown(Seats, &[Key(KeyCode::Esc)], C::Back),
    quiet(Seats, &[Key(KeyCode::Up), Char('k')], C::Up),
    quiet(Seats, &[Key(KeyCode::Down), Char('j')], C::Down),
    quiet(Seats, &[Key(KeyCode::PageUp)], C::PageUp),
    quiet(Seats, &[Key(KeyCode::PageDown)], C::PageDown),
    quiet(Seats, &[Key(KeyCode::Home)], C::First),
    quiet(Seats, &[Key(KeyCode::End)], C::Last),
    shown(Seats, &[Char('?')], C::Help),
    // What the staff carry
    shown(StaffLoad, &[Key(KeyCode::Enter)], C::Open),
    shown(StaffLoad, &[Key(KeyCode::Esc)], C::Back),
    quiet(StaffLoad, &[Key(KeyCode::Up), Char('k')], C::Up),
    quiet(StaffLoad, &[Key(KeyCode::Down), Char('j')], C::Down),
    quiet(StaffLoad, &[Key(KeyCode::PageUp)], C::PageUp),
    quiet(StaffLoad, &[Key(KeyCode::PageDown)], C::PageDown),
    quiet(StaffLoad, &[Key(KeyCode::Home)], C::First),
    quiet(StaffLoad, &[Key(KeyCode::End)], C::Last),
    shown(StaffLoad, &[Char('?')], C::Help),
    // A child's scores
    shown(Scores, &[Key(KeyCode::Left), Key(KeyCode::Up)], C::Left),
    shown(Scores, &[Key(KeyCode::Right), Key(KeyCode::Down)], C::Right),
    shown(Scores, &[Key(KeyCode::Esc), Key(KeyCode::Enter)], C::Back),
    quiet(Scores, &[Key(KeyCode::Home)], C::First),
    quiet(Scores, &[Key(KeyCode::End)], C::Last),
    // A text
    shown(Reader, &[Key(KeyCode::Esc), Key(KeyCode::Enter)], C::Back),
    shown(Reader, &[Key(KeyCode::Up), Char('k')], C::Up),
    shown(Reader, &[Key(KeyCode::Down), Char('j')], C::Down),
    shown(Reader, &[Char('n')], C::NextVersion),
    quiet(Reader, &[Key(KeyCode::PageUp)], C::PageUp),
    quiet(Reader, &[Key(KeyCode::PageDown), Char(' ')], C::PageDown),
    quiet(Reader, &[Key(KeyCode::Home)], C::First),
    quiet(Reader, &[Key(KeyCode::End)], C::Last),
    // The locked screen
    shown(Lock, &[Key(KeyCode::Enter)], C::Accept),
    shown(Lock, &[Ctrl('q')], C::Quit),
    // Anywhere
    shown(Everywhere, &[Key(KeyCode::F(1))], C::Help),
    quiet(Everywhere, &[Ctrl('l')], C::Lock),
    quiet(Everywhere, &[Ctrl('q')], C::Quit),
];
