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
report-written-to = { $what } for { $child } is written to { $path }. The file is now outside the encryption of the house: delete it once it is sent or printed.
cli-ask-child = The child's name or initials
cli-report-say-child = Name the child, or run the command in a terminal, where it asks
cli-report-no-child = The house has no child of that name
cli-report-which-child = Several children fit. Type more of the name: { $names }
cli-report-format = The name of the file does not say its format. Let it end in .docx or .html, or use --format
cli-report-kind = That kind of document is not known
cli-report-no-version = { $what } has no version { $version }
cli-report-not-written = { $what } is not written for the child
