# I dag: the day's list, on the screen and from `trivsel today`.

today-mine = Mine
today-all = Everyone's
today-call = Call home
today-register = Register: { $count ->
    [one] { $count } child
   *[other] { $count } children
} left
today-own-school = Own school: { $count ->
    [one] { $count } child
   *[other] { $count } children
} missing
today-draft-talk = Talk
today-draft-addendum = Addition to a talk
today-draft-misplaced = Note on the wrong child
today-draft-list = The house's lists
today-draft-case = Form in the case

task-unexplained = unexplained
task-silent = no contact
task-register = blank
task-own-school = missing
task-past-retention = may be erased
task-same-child = decide
task-backup = missing
task-draft = draft

today-unexplained = unlawful absence today, and nobody has spoken with the parents yet
today-silent = away { $days } days in a row since { $date }, and nobody has been in contact
today-blank = children expected today without a mark yet
today-not-reported = week { $week }: the school, a parent or the child tells how many days it came
today-booked = is in the calendar
today-booked-with = is in the calendar: { $names }
today-agreed = agreed in a talk: { $who }
today-past-retention = { $count ->
    [one] Retention: { $count } child
   *[other] Retention: { $count } children
}
today-backup = Backup of the house
today-why-past-retention = the years after the last case have passed
today-why-no-backup = none has ever been made
today-why-backup = the last one is of { $date }, over a week old
today-same-child = Same child as { $name }?
today-why-same-child = the other, { $born }: { $likeness }. Make them one child, or say that they are two
today-saved = saved { $day } { $time }, not signed

count-today-talks = { $count ->
    [one] { $count } talk
   *[other] { $count } talks
}
count-today-appointments = { $count ->
    [one] { $count } appointment
   *[other] { $count } appointments
}
count-today-overdue = { $count } overdue
count-today-due = { $count } due
count-today-calls = { $count ->
    [one] { $count } call home
   *[other] { $count } calls home
}
count-today-blank = { $count } without a mark
count-today-weeks = { $count ->
    [one] { $count } week at own school
   *[other] { $count } weeks at own school
}
count-today-drafts = { $count ->
    [one] { $count } draft
   *[other] { $count } drafts
}

today-nothing = Nothing waits today
today-nothing-yours = Nothing waits for you today. v shows everyone's
today-nothing-more = Nothing waits today. 1 shows the cases
today-no-case = The row belongs to no single child
today-not-excused = Only talks, meetings, letters and follow-ups that are due can lapse
today-not-follow-up = Choose a follow-up to say that it is done
head-when = When
head-state = State
head-why = Why
