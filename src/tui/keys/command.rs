//! Everything that a key, the palette or the help can name.

/// Declares the commands with their stable codes; the words for each are `key-<code>`.
macro_rules! commands {
    ($($(#[$doc:meta])* $name:ident = $code:literal),+ $(,)?) => {
        /// Something the staff can ask the screen to do.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        pub enum Command { $($(#[$doc])* $name),+ }

        impl Command {
            /// Every command.
            pub const ALL: &'static [Self] = &[$(Self::$name),+];

            /// Its stable code.
            #[must_use]
            pub fn code(self) -> &'static str {
                match self { $(Self::$name => $code),+ }
            }
        }
    };
}

commands! {
    /// The list of the day.
    Agenda = "agenda",
    /// Go to Sager.
    PaneCaseload = "pane-caseload",
    /// Go to Kalender.
    PaneCalendar = "pane-calendar",
    /// Go to Samtaler.
    PaneTalks = "pane-talks",
    /// Go to Undervisning.
    PaneTeaching = "pane-teaching",
    /// Go to Fremmøde.
    PaneAttendance = "pane-attendance",
    /// The next pane.
    PaneNext = "pane-next",
    /// The pane before.
    PaneBefore = "pane-before",
    /// Up a row.
    Up = "up",
    /// Down a row.
    Down = "down",
    /// To the left.
    Left = "left",
    /// To the right.
    Right = "right",
    /// A page up.
    PageUp = "page-up",
    /// A page down.
    PageDown = "page-down",
    /// To the first row.
    First = "first",
    /// To the last row.
    Last = "last",
    /// Open what the cursor stands on.
    Open = "open",
    /// Accept what is typed in the field.
    Accept = "accept",
    /// Close, or go back.
    Back = "back",
    /// Search in this pane.
    Search = "search",
    /// Show another part or another view.
    NextView = "next-view",
    /// Sort otherwise.
    Sort = "sort",
    /// Go to a date.
    GoToDate = "go-to-date",
    /// Go to today.
    Today = "today",
    /// The school day before.
    DayBefore = "day-before",
    /// The next school day.
    DayAfter = "day-after",
    /// Take the last step back.
    Undo = "undo",
    /// Do it again.
    Redo = "redo",
    /// All keys of this place.
    Help = "help",
    /// Commands and children, by name.
    Palette = "palette",
    /// Lock the screen.
    Lock = "lock",
    /// A new one of what the view shows.
    NewRecord = "new-record",
    /// Write the next version of the document that is read.
    NextVersion = "next-version",
    /// Sign the document.
    SignPaper = "sign-paper",
    /// Write the document to a file.
    WritePaper = "write-paper",
    /// Take it into the answer.
    TakeIn = "take-in",
    /// Leave it out of the answer.
    LeaveOut = "leave-out",
    /// Choose restricted talks for the document.
    ChooseTalks = "choose-talks",
    /// Take the talk into the document, or out again.
    TakeTalk = "take-talk",
    /// Record that a signed document was sent.
    SendPaper = "send-paper",
    /// Annul the last step of the case.
    Annul = "annul",
    /// Correct a date of the case.
    CorrectDate = "correct-date",
    /// A new case.
    NewCase = "new-case",
    /// A new talk.
    NewTalk = "new-talk",
    /// A new talk of whoever is chosen in it.
    NewTalkOf = "new-talk-of",
    /// Add to a signed talk.
    Add = "add",
    /// Mark a signed note that is on the wrong child.
    Misplace = "misplace",
    /// The follow-ups.
    FollowUps = "follow-ups",
    /// Make one child of two that are the same.
    SameChild = "same-child",
    /// The sheet of the child.
    OpenCase = "open-case",
    /// The child before.
    ChildBefore = "child-before",
    /// The next child.
    ChildAfter = "child-after",
    /// Add a subject to the teaching plan.
    NewSubject = "new-subject",
    /// Take a subject out of the plan.
    RemoveSubject = "remove-subject",
    /// Plan a half hour of the timetable, or take it out.
    ToggleHour = "toggle-hour",
    /// Make a spell of the timetable longer.
    Lengthen = "lengthen",
    /// Make it shorter.
    Shorten = "shorten",
    /// Plan a day at home or out.
    PlanElsewhere = "plan-elsewhere",
    /// Plan a day of practice.
    PlanPractice = "plan-practice",
    /// Free a day of the timetable.
    ClearDay = "clear-day",
    /// Copy what happens in a half hour.
    CopyHour = "copy-hour",
    /// Copy a day.
    CopyDay = "copy-day",
    /// Copy a week.
    CopyWeek = "copy-week",
    /// Put in what was copied from a timetable.
    PasteHours = "paste-hours",
    /// Take the proposed next step of the timetable.
    TakeAdjustment = "take-adjustment",
    /// Say that a follow-up is done.
    Done = "done",
    /// Excuse what is due with a reason.
    Excuse = "excuse",
    /// Filter the log.
    Filter = "filter",
    /// The scores of the child.
    Scores = "scores",
    /// What the figures under the cursor count.
    Counted = "counted",
    /// Drafts to go on with.
    Drafts = "drafts",
    /// The house's own lists.
    HouseLists = "house-lists",
    /// The next field.
    NextField = "next-field",
    /// The field before.
    FieldBefore = "field-before",
    /// Save, sign.
    Save = "save",
    /// Answer yes to a question before a step that can't be taken back.
    Confirm = "confirm",
    /// Go on writing.
    WriteOn = "write-on",
    /// Search everything.
    SearchAll = "search-all",
    /// A new line, in a long text.
    NewLine = "new-line",
    /// Delete the letter before the cursor.
    DeleteBefore = "delete-before",
    /// Delete the letter behind it.
    DeleteAfter = "delete-after",
    /// To the beginning of the line.
    LineStart = "line-start",
    /// To its end.
    LineEnd = "line-end",
    /// To the word before.
    WordBefore = "word-before",
    /// To the word after.
    WordAfter = "word-after",
    /// Delete the word before.
    DeleteWord = "delete-word",
    /// Empty a field of one line.
    ClearField = "clear-field",
    /// Delete the word behind the cursor.
    DeleteWordAfter = "delete-word-after",
    /// To the beginning of the text.
    TextStart = "text-start",
    /// To its end.
    TextEnd = "text-end",
    /// Select to the left.
    SelectLeft = "select-left",
    /// Select to the right.
    SelectRight = "select-right",
    /// Select a row up.
    SelectUp = "select-up",
    /// Select a row down.
    SelectDown = "select-down",
    /// Select to the beginning of the line.
    SelectLineStart = "select-line-start",
    /// Select to its end.
    SelectLineEnd = "select-line-end",
    /// Select the whole text.
    SelectAll = "select-all",
    /// Copy what is selected.
    Copy = "copy",
    /// Cut it out.
    Cut = "cut",
    /// Put in what was copied or cut.
    PasteCopied = "paste-copied",
    /// The choice before.
    ChoiceBefore = "choice-before",
    /// The next choice.
    ChoiceAfter = "choice-after",
    /// Put the template in.
    Template = "template",
    /// As the last one.
    Repeat = "repeat",
    /// Edit the text in another program.
    OutsideEditor = "outside-editor",
    /// Throw the draft away.
    Discard = "discard",
    /// Leave the program.
    Quit = "quit",
    /// Mark: til stede.
    MarkPresent = "mark-present",
    /// Mark: for sent.
    MarkLate = "mark-late",
    /// Mark: delvis.
    MarkPartial = "mark-partial",
    /// Mark: syg.
    MarkSick = "mark-sick",
    /// Mark: lov til fri.
    MarkLeave = "mark-leave",
    /// Mark: ulovligt.
    MarkUnlawful = "mark-unlawful",
    /// Mark: mødt hjemme eller ude.
    MarkElsewhere = "mark-elsewhere",
    /// Take the mark away.
    ClearMark = "clear-mark",
    /// Fill the rest as planned.
    FillRest = "fill-rest",
    /// Write a remark.
    Remark = "remark",
    /// Book an appointment.
    Book = "book",
    /// List the next free times of the people on the line.
    FreeTimes = "free-times",
    /// The talks that propose themselves.
    Proposals = "proposals",
    /// Book the proposed talk.
    TakeOne = "take-one",
    /// Book every proposed talk of the week.
    TakeWeek = "take-week",
    /// Put the proposal aside for now.
    PutAside = "put-aside",
    /// Turn between everybody's calendar and the user's own.
    MineOrAll = "mine-or-all",
    /// Choose whose calendar is shown.
    Whose = "whose",
    /// Move the appointment to the working day before.
    MoveDayBefore = "move-day-before",
    /// Move the appointment to the next working day.
    MoveDayAfter = "move-day-after",
    /// Move the appointment a quarter of an hour earlier.
    MoveEarlier = "move-earlier",
    /// Move the appointment a quarter of an hour later.
    MoveLater = "move-later",
    /// Make the appointment a quarter of an hour longer.
    Longer = "longer",
    /// Make the appointment a quarter of an hour shorter.
    Shorter = "shorter",
    /// Choose how many of a series the next change reaches.
    Reach = "reach",
    /// Change the appointment on one line.
    Amend = "amend",
    /// Write the note of the appointment that was held.
    Held = "held",
    /// Record why the appointment was not held.
    NotHeld = "not-held",
    /// Write out the name being typed.
    Complete = "complete",
    /// Set the day's mood.
    Mood = "mood",
    /// Correct the time of a mark.
    MarkTime = "mark-time",
    /// Enter an absence ahead.
    Foretell = "foretell",
    /// Jump to the row of a letter.
    JumpToRow = "jump-to-row",
    /// Mark several, to act on all.
    Select = "select",
    /// Change those that are marked.
    ChangeMarked = "change-marked",
    /// The seats of the house.
    Seats = "seats",
    /// The house in figures.
    HouseFigures = "house-figures",
    /// The period before.
    PeriodBefore = "period-before",
    /// The period after.
    PeriodAfter = "period-after",
    /// The figures for others, without small groups.
    Anonymous = "anonymous",
    /// What the staff carry.
    StaffLoad = "staff-load",
    /// Write why one looks.
    Why = "why",
    /// Back up the house.
    BackUp = "back-up",
    /// Record the decision of an archive.
    ArchiveDecision = "archive-decision",
    /// Erase a child that is kept no longer.
    Erase = "erase",
    /// The access log.
    AccessLog = "access-log",
    /// Show only the reader under the cursor, or everybody again.
    OnlyReader = "only-reader",
    /// Show only the child under the cursor, or all again.
    OnlyChild = "only-child",
    /// The week at the children's own schools.
    OwnSchool = "own-school",
    /// The days attended.
    DaysAttended = "days-attended",
    /// Half a day more, or less again.
    HalfDay = "half-day",
    /// One possible day fewer.
    FewerPossible = "fewer-possible",
    /// One possible day more.
    MorePossible = "more-possible",
    /// The school reports it.
    FromSchool = "from-school",
    /// A parent reports it.
    FromParent = "from-parent",
    /// The child reports it.
    FromChild = "from-child",
    /// Decide on another number of seats.
    SetNorm = "set-norm",
}

impl Command {
    /// Whether it does no more than edit a field or move in it.
    #[must_use]
    pub fn edits(self) -> bool {
        use Command as C;
        matches!(self, C::Up | C::Down | C::Left | C::Right | C::PageUp | C::PageDown | C::First | C::Last)
            || matches!(self, C::NextField | C::FieldBefore | C::ChoiceBefore | C::ChoiceAfter | C::NewLine)
            || matches!(self, C::DeleteBefore | C::DeleteAfter | C::DeleteWord | C::DeleteWordAfter)
            || matches!(self, C::LineStart | C::LineEnd | C::WordBefore | C::WordAfter)
            || matches!(self, C::TextStart | C::TextEnd | C::SelectLeft | C::SelectRight | C::SelectUp)
            || matches!(self, C::SelectDown | C::SelectLineStart | C::SelectLineEnd | C::SelectAll)
            || matches!(self, C::Copy | C::Cut | C::PasteCopied)
    }
}
