# Documents that leave the house: letters, plans, attendance sheets, the whole file of a case.

report-child = Child
report-born = Born
report-class = Class
report-school = School
report-programme = Programme
report-version = Version
report-written = Written
report-author = Written by
report-draft = Draft. The document is not signed.
report-footer = { $title } · { $child } · { $day }
report-page = Page
report-page-of = of

report-tasks = Tasks
report-what = What
report-who = Who
report-due = Due
report-done = Done

report-figures = The figures in the text
report-figures-note = What each figure counts, over which days, and what it was when the text was written.
report-now = Now
report-now-note = The registrations were corrected after the text was written. The last column has what the figure is now; the text is as it was written.
report-now-nothing = nothing to count
report-chosen = From restricted notes
report-counts = Counts
report-dates = Days
report-value = Value

report-development = Annex: the development
report-development-note = Drawn from the records as they were on { $day }. The annex is not part of the signed text.
report-scores-withheld = { $count ->
    [one] { $count } score of a restricted talk is left out.
   *[other] { $count } scores of restricted talks are left out.
}
report-attendance-weeks = Attendance week by week
report-attendance-weeks-note = Pedagogical count: days attended of those registered. Days without a registration are shown apart. Light bars were reported by others than the house and are never added to its own.
report-week = Week
report-register = Register
report-attended = Attended
report-registered = Registered
report-blank = Missing
report-share = Attendance
report-score = Score
report-score-note = Each line is one instrument and one rater. They are never added.

# trivsel report
report-written-to = { $what } is written to { $path }. The file is now outside the encryption of the house: delete it once it is sent or printed.
cli-ask-child = The child's name or initials
cli-report-say-child = Name the child, or run the command in a terminal, where it asks
cli-report-no-child = The house has no child of that name
cli-report-which-child = Several children fit. Type more of the name: { $names }
cli-report-format = The name of the file does not say its format. Let it end in .docx or .html, or use --format
cli-report-kind = That kind of document is not known
cli-report-no-version = { $what } has no version { $version }
cli-report-not-written = { $what } is not written for the child

report-attendance-sheet = Attendance sheet
report-period = Period
report-figure = Figure
report-planned = Planned
report-hours = Hours
report-days-count = { $days } days
report-school-days = School days
report-quarters = Quarters
report-months = Month by month
report-month = Month
report-days = Day by day
report-days-absent = Days with absence or without a registration
report-days-reported = Days
report-day = Day
report-marks = Registered
report-from = In force from
report-subjects = Subjects
report-subject = Subject
report-level = Level
report-goal = Goal
report-materials = Materials
report-lessons = Lessons
report-progress = Progress
report-waived = { $subject } is waived: { $why }
report-opened = { $subject } is opened: { $why }
report-timetable = The week
report-timetable-note = { $hours } hours a week, from { $day }.
report-times = Hours
report-blocks = Blocks
cli-report-not-enrolled = The child was not enrolled on any day of the period

# What the access log says that somebody did.
access-opened = opened the house
access-case = viewed the case
access-talk = read a note
access-refused-talk = was refused a restricted note
access-search = searched for “{ $text }”
access-why = wrote why: { $text }
access-seal = opened the house, whose seal did not agree
access-export = took a file out of the house ({ $what })

# The answer to a request for access.
report-access-request = Access to the file
report-made = Made
report-access-what = The document holds all that is on record of the child, except drafts, and at the end who has looked at the case.
report-left-out = Left out after review
report-why = Why
report-why-restricted = restricted note, with what belongs to it
report-why-misplaced = note about another child, written on the wrong one
report-why-third-party = information about another person
report-hidden = [left out]
report-staff-member = member of staff
report-content = Content
report-looks = Annex: who has looked at the case
report-looks-note = The access log: each time somebody opened the case or a note, searched in it, or took a file out.
report-no-looks = Nobody has looked at the case.
report-when = When

report-ask-person = { $role } { $name }: is the information about them to be included?
report-note = Note to review: { $kind } { $day }, { $by }
report-note-closed = Left out, because you may not read it: { $kind } { $day }, { $by }
report-ask-note = Is the note to be included?
report-read-through = Read the document through before it is passed on: others may be named in the text
cli-ask-yes-or-no = y or n
cli-report-review = Restricted notes and information about others must be reviewed in a terminal. Run the command there, or use --leave-out-restricted and --leave-out-third-parties

# A document from the sheet to a file.
prompt-write = Write to file:
prompt-write-docx = for Word and LibreOffice; the file is not encrypted
prompt-write-html = to read and print; the file is not encrypted
prompt-write-format = let the name end in .docx or .html
prompt-period = Attendance when (empty: the school year):
sheet-as-file = x writes it to a file
sheet-no-teaching = The child has no teaching plan yet
sheet-choose-written = Stand on a document that is written
status-written = Written to { $path }. The file is now outside the encryption of the house: delete it once it is sent or printed.
status-file-exists = { $path } exists already. Type another name
status-not-put-together = The document could not be put together. Nothing is written

# The review before a request for access is answered.
context-request = In the review before access
request-title = Access to the case · { $name }
request-how = All about the child goes in. First answer what may reveal others; what nobody takes in is left out, and named as left out.
request-staff = Staff are told
request-in = in
request-out = left out
request-open = in or out?
request-unread = not read
request-about-staff = Enter turns between names, initials and professions.
request-about-person = Somebody other than the child: + takes the information in, - leaves it out and takes the name out of the texts.
request-about-note = Restricted, or written on another child: Enter reads it, then + takes it in and - leaves it out.
request-closed = You may not read the note, so it is left out
request-read-first = Read the note first with Enter
request-choose = Stand on a person or a note
request-in-or-out = + takes in, - leaves out
request-unanswered = First answer here: + takes in, - leaves out
staff-as-names = by name
staff-as-initials = by initials
staff-as-roles = by profession
key-take-in = take it into the answer
hint-take-in = in
key-leave-out = leave it out of the answer
hint-leave-out = out
