# Words that every room of the program shares: panes, stages, competencies, counted things.

pane-caseload = Cases
pane-calendar = Calendar
pane-talks = Talks
pane-teaching = Teaching
pane-attendance = Attendance

# Stages of a case, in the order a case passes them.
stage-referral = Referral
stage-waiting = Waiting list
stage-admitted = Admitted
stage-start-up = Start-up
stage-course = Course
stage-phase-out = Phase-out
stage-closed = Closed
stage-declined = Not admitted

# What a member of staff works with.
competency-pedagogy = pedagogy
competency-teaching = teaching
competency-counselling = educational-psychology counselling
competency-therapy = therapy
competency-consultation = consultation

# Counted things, through Words::count.
count-child = { $count ->
    [one] { $count } child
   *[other] { $count } children
}
count-case = { $count ->
    [one] { $count } case
   *[other] { $count } cases
}
count-talk = { $count ->
    [one] { $count } talk
   *[other] { $count } talks
}
count-day = { $count ->
    [one] { $count } day
   *[other] { $count } days
}
count-week = { $count ->
    [one] { $count } week
   *[other] { $count } weeks
}
count-minute = { $count ->
    [one] { $count } minute
   *[other] { $count } minutes
}
