# Refusals: what is wrong beside a field, always with an example that works.

date-empty = missing. Try tomorrow · mon · +2w · 24.12.2026
date-not-understood = not a date. Try tomorrow · mon · +2w · 24.12.2026
date-no-such = { $text } does not exist. Try tomorrow · mon · +2w · 24.12.2026
date-past-empty = missing. Try yesterday · mon · -2 · 24.11.2026
date-past-not-understood = not a date. Try yesterday · mon · -2 · 24.11.2026
date-past-no-such = { $text } does not exist. Try yesterday · mon · -2 · 24.11.2026
date-ambiguous = { $text } could be { $first } or { $second }. Write out the one you mean
date-other-weekday = { $date } is a { $weekday }. Correct the day or the date
date-other-week = { $date } is in week { $week }. Correct the week or the date
date-far-back = { $date } is { $days } days ago. If you mean it, type the year: { $typed }
date-far-ahead = { $date } is { $days } days ahead. If you mean it, type the year: { $typed }
date-backwards = { $to } is before { $from }. Write the first day first: mon-fri

time-empty = missing. Try 9 · 930 · 9:30 · 9-10:15
time-not-understood = not a time. Try 9 · 930 · 9:30 · 9-10:15
time-no-such = { $text } is not on the clock. Try 9 · 930 · 9:30 · 9-10:15
time-ambiguous = { $text } could be { $first } or { $second }. Write out the one you mean
time-backwards = { $to } is not after { $from }. Write the first time first: 9-10:15
time-one-of-two = an end time is missing. Try 9-10:15

# Why something was not done: what is wrong, where, and what to do.
refusal-not-on-staff = You are not on the staff of this house. Ask a colleague to add you
refusal-has-left = You left on { $date }. Ask a colleague to do it
refusal-no-such-case = The case is no longer there. Find the child in the list again
refusal-no-such-staff = No staff here have those initials. See them with: trivsel staff list
refusal-no-such-programme = The house does not run { $programme }. Choose a programme that it runs
refusal-not-enrolled = The child is not enrolled on { $date }. Choose a day from admission to closing
refusal-no-school-day = { $date } is no school day ({ $why }). Choose a school day
refusal-closure-days = A closure is 1 to { $most } days. Correct the dates
refusal-closure-marked = { $days ->
    [one] { $first } has marks in the register and can't be closed. Clear them in the register first if nobody came
   *[other] { $days } days from { $first } have marks in the register and can't be closed. Clear them in the register first if nobody came
}
refusal-weekend = weekend
refusal-not-ahead = { $date } has not come yet. Only sickness and leave can be entered ahead
refusal-not-behind = { $date } is past. Enter the absence as a mark on the day
refusal-empty-span = From { $from } to { $to } there is no school day, or it is more than a year. Choose a shorter time that runs forward
refusal-one-mark-a-day = Up to grade 6 there is one mark a day. Set only the first
refusal-outside-plan = Outside the plan of the day, { $hours }. Correct the time or the timetable
refusal-overtaken = { $who } changed it meanwhile. See what stands there now, and try again
refusal-overtaken-at = { $who } changed it at { $time }. See what stands there now, and try again
refusal-somebody = A colleague
refusal-nothing-to-undo = There is nothing to undo
refusal-nothing-to-redo = There is nothing to redo
refusal-initials-taken = The initials { $initials } are or were somebody else's. Choose others
refusal-already-left = That member of staff left on { $date } already
refusal-last-staff = Nobody else can open the house. Add a colleague first
refusal-only-leaders = Only a leader of the house can do that. Ask a leader: { $leaders }
refusal-last-leader = Somebody has to lead the house. Make somebody else a leader first: trivsel staff leader
refusal-key-of-another = The key belongs to { $of }
refusal-still-contact = { $child } has them as primary contact. Hand their cases over with --hand-over-to and initials
refusal-seats-held = { $occupied } seats are in use or given ahead, the highest is number { $highest }, so there can't be only { $asked }. Close cases first, or choose a larger number
refusal-seat-number-held = Seat number { $highest } is in use or given ahead, and a child keeps its seat, also when lower numbers are free. Choose at least { $highest }, or wait until the case in that seat is over
refusal-talk-ahead = The talk on { $date } has not been held yet. Sign it afterwards, or correct the date and time
refusal-no-such-talk = The talk is no longer there. Find it in the list again
refusal-on-wrong-child = The note is on the wrong child, and closed to all but its author and the leaders. Ask one of them
refusal-not-open-to-you = The note is restricted and not open to you. Ask the one who wrote it
refusal-note-of-another = { $who } wrote the note. Only { $who } or a leader can mark it
refusal-note-of-no-child = A consultation is about no child, so it can't be on the wrong one
refusal-one-note-a-child = Each child gets one note, so a child can't stand there twice. Delete one of them
refusal-right-child-already = The note is on that child already. Choose the child that it is about
refusal-misplaced-already = { $who } has marked the note already, { $date }
refusal-staff-gone = { $initials } left on { $date } and can't follow up. Choose somebody else
refusal-due-before = The follow-up on { $due } is before the talk on { $date }. Choose the same day or a later one
refusal-score-without-case = A consultation belongs to no child, so it has no scores. Delete the score
refusal-score-twice = The same person has the same measure twice. Delete one of them
refusal-no-such-series = The house has no measure called { $series }. Correct the name, or add the measure to the house's lists
refusal-outside-series = { $series } runs from { $low } to { $high }. Write a number between them
refusal-series-kept = { $series } has scores, so it stays. Write "; retired" at the end of its line, and no course begins it any more
refusal-series-retired = { $series } is retired, and the child has no scores in it. Use another measure, or take "retired" away in the lists of the house
refusal-series-twice = Two measures are called { $series }. Give one of them another name
refusal-series-lines = { $series } has { $lines ->
    [one] one number
   *[other] { $lines } numbers
}. Type them on the line again
refusal-series-in-use = { $series } has been used in talks already, so its lines, range, number and direction stay as they are. Give the changed series another name
refusal-no-such-follow-up = The follow-up is no longer there. Find it in the list again
refusal-follow-up-ended = { $who } already ended the follow-up on { $date }
refusal-retained-open = { $child } has an open case ({ $stage }). Close it first
refusal-retained-too-early = { $child } may be erased from { $date } only
refusal-retained-no-archive = The house is municipal, and no archive has decided on { $child }, whose last case ended on { $date }. Record the decision with a in Cases
refusal-retained-seated = The case has had a seat. Close it instead
refusal-retained-notes = { $count ->
    [one] The case has { $count } signed note, which stays
   *[other] The case has { $count } signed notes, which stay
}
refusal-retained-continued = A later case continues this one, so it stays
refusal-house-not-empty = The house has children already. Make a new, empty one with: trivsel init

# How the records of a house can contradict each other.
contradiction-twice = Two records in the file have the same identity or initials
contradiction-dangling = A record in the file belongs to something that is not in it
contradiction-seat-outside-norm = A case has a seat number above the norm
contradiction-seat-twice = Two cases hold one seat on the same day
contradiction-open-twice = A child has two open cases in one programme
contradiction-courses-overlap = A child has two courses in one programme at the same time
contradiction-backward = A course ends before it begins
contradiction-version-twice = A case has two timetables or teaching plans from the same day

# Why a row of a list can't be taken.
row-missing = the cell is empty and must be filled in
row-unknown-child = the child is not here. Correct the name or birthday, or import the cases first
row-unknown-staff = no staff here have those initials. Correct them, or add the member of staff first
row-unknown-programme = the house does not run that programme. Write one that it runs
row-unknown = it is not here. Correct it
row-ambiguous = several children here have that name. Write the birthday too
row-repeats-child = line { $line } has the same child and case. Delete one of them
row-repeats-day = line { $line } has the same child and day. Delete one of them
row-repeats-talk = the same talk is on line { $line }. Delete one of them
row-may-be = it may be { $name }, { $born }: { $likeness }. Add --same-child { $line } if it is the same child, or --new-child { $line } if it is another
row-not-found = it is not clear which child on record it is. Write name and birthday as they are on record
row-on-record = it is on record already, and differently. Change it in the program, or delete the line
row-on-record-child = the child already has a case here in that programme. Delete the line
row-on-record-talk = the talk is here already. Delete the line
row-no-seat = there is no free seat on { $date }: the norm is { $norm }. Put the child on the waiting list, or raise the norm
row-stage-needs = the stage { $stage } needs this cell filled in
row-out-of-order = the date does not fit the line's other dates or today's. Correct it
row-own-register = the child was enrolled here by then, so the register is the house's own. Write own, or delete the line
row-two-courses = the child is in another course of the programme from { $date }. Correct the dates, or delete the line
row-contact-left = that member of staff left on { $date }. Name somebody who is here

# The columns of the lists, where a file has none of its own.
column-child = child
column-born = born
column-class = class
column-school = school
column-programme = programme
column-stage = stage
column-referred = referred
column-admitted = admitted
column-primary = primary
column-secondary = secondary
column-expected-end = expected end
column-closed = closed
column-outcome = outcome
column-priority = priority
column-last-contact = last contact
column-monday = monday
column-tuesday = tuesday
column-wednesday = wednesday
column-thursday = thursday
column-friday = friday
column-date = date
column-first = first
column-second = second
column-remark = remark
column-mood = mood
column-origin = origin
column-kind = kind
column-start = start
column-minutes = minutes
column-participants = participants
column-themes = themes
column-methods = methods
column-text = text
column-author = author
column-place = place
column-topic = topic
column-school-year = school year
column-row = the line

# A file that can't be taken.
list-in-cell = { $place }, “{ $column }”: { $what }
list-in-cell-saying = { $place }, “{ $column }”, “{ $value }”: { $what }
list-on-line = { $place }: { $what }
list-on-line-saying = { $place }, “{ $value }”: { $what }
list-empty = The file is empty: there are no lines below the headings
list-not-a-list = The file is neither CSV, XLSX nor ODS. Save it as one of them
list-bad-workbook = The workbook can't be read. Open it and save it again as XLSX or CSV
list-cell-error = the cell shows an error. Correct the formula in the workbook
list-unknown-heading = the heading is not known. Correct it, or say what the column is: --column "{ $heading }=…", with - if it is not to be read
list-heading-twice = two columns have that heading. Delete one of them, or leave it out: --column "{ $place }=-"
list-heading-missing = the column is missing. Add it, or say which it is: --column "…={ $column }"
list-extra-cell = something stands outside the headings. Give the column a heading, or delete it
list-near = { $what }. Did you mean “{ $near }”?
list-too-much = The file is too large for a list: there is room for 100,000 lines, 2,000,000 cells and 32 MB of text. Split it
list-which-encoding = The file is not UTF-8, and which encoding it is in can't be told. Choose the one whose letters are right
list-sample = --encoding { $name }: “{ $sample }”
list-not-in-encoding = The file is not in the encoding { $name }. Choose another with --encoding
list-garbled = Letters in the file were spoilt before it came here, such as “Ã¸” or “›” for ø. Fetch the list again from where it comes, and save it as UTF-8. If it is right, use --encoding utf-8
list-no-sheets = --sheet is for workbooks, and the file is none. Leave it out
list-no-such-sheet = The workbook does not have that sheet. Name one of them with --sheet: { $names }
list-which-sheet = Several sheets could be the list. Name one of them with --sheet: { $names }
list-merged = The cells { $range } are merged, so it can't be seen which line the text belongs to. Unmerge them, and fill in each line

list-no-result = the formula has no saved result. Open the workbook and save it again
list-truth = the cell is true or false and no text. Write the word as text
list-not-text = the cell is a number or a date that the spreadsheet shows in its own way. Make it text, and write it as it is to stand
list-born-cpr = is a CPR number. Write the date of birth: 4.3.2013
note-taken-for = The file is read in the encoding { $name }
note-sheet = { $count ->
    [one] The sheet “{ $names }” is read
   *[other] The sheets { $names } are read
}
note-sheet-hidden = { $read }. Hidden sheets are not: { $hidden }
note-sheet-visible = { $read }. Other sheets are not: { $visible }
note-sheet-both = { $read }. Hidden sheets are not: { $hidden }. Nor are: { $visible }
note-month = The month stands in { $place }
place-cell = { $cell }: “{ $text }”
place-sheet = the name of the sheet: “{ $text }”
place-file = the name of the file: “{ $text }”
list-which-month = it is not said which month the days { $days } are in. Write it above the days, or give it with --month "aug 2026"
list-which-month-of = it is not clear which month the days { $days } are in: { $among }. Give it with --month "aug 2026"
list-other-weekday = that is { $day }. Correct the weekday, or the month or year above the days
list-no-such-day = { $month } does not have that day. Delete the mark, or move it to the right day
list-repeats-in = the same child and day stand on the sheet “{ $sheet }”, line { $line }. Delete one
note-sums = { $count ->
    [one] Line { $lines } is a sum and is not read
   *[other] The lines { $lines } are sums and are not read
}
note-sum-column = The column “{ $column }” is a sum and is not read
note-turned = { $count ->
    [one] One name is read with the first name first: “{ $written }” = { $read }
   *[other] { $count } names are read with the first name first, such as “{ $written }” = { $read }
}
list-old-or-locked = The file is an old workbook (XLS), or it is locked with a password. Open it, and save it as XLSX without one
note-school = { $count ->
    [one] One day is from the sending school's register, and is kept apart. Name the school with --source "Ærø Skole"
   *[other] { $count } days are from the sending school's register, and are kept apart. Name the school with --source "Ærø Skole"
}
note-school-of = { $count ->
    [one] One day is from the register of { $name }, and is kept apart
   *[other] { $count } days are from the register of { $name }, and are kept apart
}
note-above = Line { $line } stands above the headings and is not read: “{ $text }”
list-which-year = the days from { $first } to { $last } have no year. Give the school year with --school-year 2026/27
list-which-year-one = the day { $first } has no year. Give the school year with --school-year 2026/27
list-not-in-year = the day is not in the school year { $year }, or it is another weekday. Correct it, or give another year with --school-year
list-place-line = Line { $line }
list-place-sheet = Sheet “{ $sheet }”, line { $line }
list-place-cell = Sheet “{ $sheet }”, cell { $cell }
note-profile = The list is read with the profile “{ $name }”
note-filled = Merged cells are read as if the value stood on each line: { $ranges }
note-register = { $count ->
    [one] One column is a day: { $span }
   *[other] { $count } columns are days: { $span }
}
note-marks = The marks are read like this: { $marks }

# What is asked about a list.
list-cases = cases
list-attendance = attendance
list-talks = talks
ask-sheet = Several sheets could be the list. Which one is it?
ask-column = Which column is “{ $column }”?
ask-meaning = The column “{ $column }” is not known ({ $values }). What is it?
ask-meaning-place = Column { $column } has no heading, or one that stands twice ({ $values }). What is it?
ask-no-values = empty
ask-place = column { $column }
ask-year = The days from “{ $first }” to “{ $last }” have no year. Which school year is it?
ask-year-one = The day “{ $first }” has no year. Which school year is it?
ask-month = Which month are the days { $days } in?
ask-month-sheet = Which month is the sheet “{ $sheet }” (the days { $days })?
ask-source = Some days are from before the child's course here. Whose register is it?
ask-source-own = our own
ask-mark = { $count ->
    [one] What does “{ $mark }” mean? It stands in one cell.
   *[other] What does “{ $mark }” mean? It stands in { $count } cells.
}

# What can't be read.
list-open-quote = a quotation mark is never closed
list-stray-quote = something stands after a closed quotation mark. Write quotation marks inside a text twice
list-unseen = the text has a character that nobody can see or read. Type it again
list-no-letter = the name has no letter. Write what the person is called
list-control = the text has an invisible control character. Type it again
list-too-long = the text is too long. There is room for { $max } characters
list-not-at-stage = a case at the stage { $stage } does not have this. Delete it, or correct the stage
list-not-of-kind = talks of the kind “{ $kind }” do not have this field. Delete it, or correct the kind
list-no-parent = the line belongs to something that does not stand before it in the file
list-unsigned = The talk on { $date }, written by { $initials }, is a draft. Sign it in the house that the file comes from, and export again
list-no-staff = No staff in the file or the house have the initials { $initials }
list-has-left = { $initials } works here but has left in the file. Make the house with somebody who is still there
list-not-a-calendar = The file is no calendar. Save it as iCalendar (.ics) in UTF-8
list-cut-off = The calendar is cut off: an END line is missing. Fetch it again
list-property-missing = the event lacks it
list-not-a-moment = neither a date, a moment nor a length. A moment is written 20270318T130000
list-unknown-zone = the time zone is not known. Write Europe/Copenhagen, for example
list-recurrence = the recurrence can't be read, or is more often than daily
list-too-often = the event recurs { $most } times or more. Let it begin later, or give it an end
list-ends-before-start = the event ends before it begins
list-not-a-house = The file is no house written by: trivsel export
list-newer-house = The file was written by a newer program (format { $version }). Use a newer program
list-out-of-format = the file does not follow the format trivsel-house ({ $detail })
list-out-of-format-file = The file does not follow the format trivsel-house ({ $detail })

# What a cell should have held, with an example that works.
expected-date = not a date. Write day, month and year: 25-11-2026
expected-day-plan = not a plan for the day. Write hours (8.30-12), home, or - when the child does not come
expected-mark = not a mark. Write T, F 8.55, D 8.30-10, S, L, U or H, or the word, or say what it means with --mark "X=sick"
expected-late-time = late needs a time: F 8.55
expected-partial-hours = partial needs hours: D 8.30-10
expected-class = not a class. Write 7 or 7.b
expected-school-year = not a school year. Write 2026/27
expected-stage = not a stage. Write referral, waiting, admitted, start_up, course, phase_out, closed or declined
expected-outcome = not an outcome. Write general_school, special_programme, youth_education, other_offer, moved or withdrawn
expected-priority = not a priority. Write low, normal or urgent
expected-mood = not a mood. Write a number from 1 to 5
expected-origin = not an origin. Write own or sending-school
expected-talk-kind = not a kind of talk. Write for example development, parent, wellbeing, network, phone or consultation
expected-time = not a time of day. Write 13.30
expected-minutes = not a number of minutes. Write a number from 1 to 1439

# What the house on the disk can answer.
store-no-house = There is no house in { $path }. Make one with: trivsel init
store-house-away = The keys of a house are in { $path }, but the house itself (house.db) is missing. Put house.db back, or choose another folder for a new house
store-no-keys = There are no keys in { $path }. Restore the folder from a backup
store-house-exists = There is a house in { $path } already
store-not-empty = The folder { $path } is not empty. Choose an empty folder or a new one
store-not-a-backup = { $path } is not a backup, and there is none in the folder
store-backup-damaged = The backup is damaged: { $path } is missing or has changed. Choose another backup
store-backup-differs = The copy in { $path } is not equal to what it was made of. Try again; if it stays so, check the disk
store-several-houses = { $path } has backups of several houses. Choose the folder of one
store-inside-house = { $path } is in the house itself and would be lost with it. Choose a folder elsewhere, best on another disk
store-path-too-long = The path { $path } is too long. Put the house in a folder with a shorter path, at most 490 characters
store-not-a-folder = { $path } is not a folder
store-not-a-file = { $path } is not a plain file
store-symlink = { $path } is a symbolic link. Give the real path
store-foreign-owner = { $path } belongs to another user of this machine. Log in as its owner
store-too-open = { $path } is open to others on this machine (mode { $mode }). Shut it with: chmod go= "{ $path }"
store-network = { $path } is on a network drive. Move the house to a local disk
store-unmerged = { $path } holds changes that must be merged first. Open the house once on a disk that can be written
store-bad-initials = Initials are 1 to 4 capital letters from A to Å
store-wrong-passphrase = The passphrase does not fit
store-too-soon = Wrong passphrases were tried a moment ago. Wait { $count ->
    [one] { $count } second
   *[other] { $count } seconds
}, and try again
store-empty-passphrase = The passphrase must not be empty
store-no-slot = { $initials } has no key to the house. Ask a colleague to add one
store-slot-exists = { $initials } has a key to the house already
store-slot-outdated = The key of { $initials } no longer fits the house. Ask a colleague to renew it
store-strangers = The house can be opened by somebody who is not on the staff with that key: { $initials }. Remove them: trivsel staff remove
store-strange-recovery = The house can be opened with a recovery key that the program did not make. Make a new one, so that it opens nothing: trivsel staff recovery
store-sealed-to-others = The key file house.age opens the house for more people than those listed. Lock the house anew: trivsel staff recovery
store-last-slot = It is the last key to the house and can't be removed
store-damaged-slot = The key file { $path } is damaged. Restore it from a backup
store-damaged-file = The file { $path } is damaged, or not encrypted to a passphrase
store-recovery-invalid = That is not a recovery key. Check that it is copied correctly
store-recovery-unknown = The recovery key belongs to another house, or has been replaced
store-not-a-house = { $path } is not a house, is damaged, or belongs to another key. Restore a backup; the file is untouched
store-newer-schema = The house was written by a newer program (schema { $found }, this one knows { $known }). Use the newer program; the file is untouched
store-older-schema = The house is older than the program (schema { $found }, this one uses { $known }) and can only be read. Open it once where it can be written
store-busy = Somebody else is writing just now. Try again in a moment
store-read-only = The house can only be read here
store-disk-full = The disk is full, or a limit is reached. Make room, and try again; nothing has been changed
disk-is-full = The disk is full. The house can be read, but nothing can be written, and what is opened is not in the log. Make room, and open the house again
store-house-in-use = The house is open elsewhere. Close it there and try again
store-rekey-failed = The house could not be locked anew. The old key still holds
store-no-randomness = The machine gave no random numbers, so no keys can be made
store-io = { $path } could not be read or written ({ $kind })
store-database = The database failed (code { $code }). Nothing is changed
store-corrupt = The house is damaged ({ $table }: { $what }). Restore the newest backup
store-unknown-code = The house has a code that this program does not know ({ $table }, { $column }). Use a newer program

# Why a file could not be used, in brackets after its path.
io-not-found = it is not there
io-no-folder = the folder does not exist
io-not-allowed = you may not
io-is-a-folder = it is a folder
io-not-a-folder = a part of the path is no folder
io-exists = it is there already
io-full = there is no room
io-read-only = it can only be read
io-not-text = it is no text
