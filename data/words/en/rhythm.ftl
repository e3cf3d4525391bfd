# What is due: the obligations, their states, why on that date, and the answers to them.

obligation-first-contact = First contact to the parents
obligation-enrolment-talk = Enrolment talk
obligation-start-up-talk = Start-up talk
obligation-development-talk = The week's development talk
obligation-parent-talk = Parent talk
obligation-wellbeing-talk = Wellbeing talk
obligation-follow-up-meeting = Follow-up meeting
obligation-status-letter = Status letter
obligation-outcome-measure = New score
obligation-sick-teaching = Contact about sick teaching
obligation-absence-warning = Warning about unlawful absence
obligation-absence-notification = Notification about unlawful absence
obligation-absence-contact = The head's contact about absence
obligation-support-plan = Plan of support with PPR
obligation-waiting-contact = Contact on the waiting list
obligation-phase-out-step = Task of the phase-out
obligation-final-report = Final report
obligation-aftercare = Contact after closing
obligation-later-attendance = Attendance half a year after

due-upcoming = upcoming
due-planned = booked
due-due = due now
due-overdue = overdue
due-fulfilled = done
due-excused = lapsed

why-school-days = { $count } school { $count ->
    [one] day
   *[other] days
} after { $date }
why-days = { $count } { $count ->
    [one] day
   *[other] days
} after { $date }
why-months = { $count } { $count ->
    [one] month
   *[other] months
} after { $date }
why-days-before = { $count } { $count ->
    [one] day
   *[other] days
} before the meeting { $date }
why-week = once in week { $week }
why-plan = the plan's own date
why-ending = when the course ends
why-passed = { $count } school days after { $percent } % was reached { $date }
why-over-days = { $count } school days after more than { $limit } days sick and unlawful in the quarter, { $date }
why-passed-days = { $count } school days after { $limit } days sick and unlawful in the quarter, { $date }
why-limit = { $text }. The legal limit is { $date }
why-moved = { $text }, moved from { $date }: { $because }

judgement-enough = the level is enough
judgement-up = a level up
judgement-down = a level down
judgement-goes-on = goes on
judgement-changed = is changed
judgement-ends = ends

field-judgement = Judgement
field-follow-up-months = Follow-up
field-wellbeing-weeks = Wellbeing talks
field-aftercare = Aftercare

rhythm-months = { $count ->
    [one] follow-up meeting every month, the first after 3
   *[other] follow-up meeting every { $count } months, the first after 3
}
rhythm-usual = follow-up meeting every 3 months
rhythm-weeks = { $count ->
    [one] wellbeing talk every week
   *[other] wellbeing talk every { $count } weeks
}
rhythm-no-talks = no regular wellbeing talks
rhythm-aftercare = contact 1, 3 and 6 months after closing
rhythm-wrong = Type a number from 1 to 52

refusal-no-judgement = A follow-up meeting is signed with its judgement. Choose it
refusal-no-such-judgement = The judgement "{ $judgement }" does not belong here. Choose another, or clear it
refusal-answered-otherwise = { $obligation } is not answered like that. Do what is due where it belongs
refusal-answered-already = It was answered already by { $who }, { $date }. Undo that answer first

form-of-excuse = Lapses
form-of-went-out = Went out
field-receiver = To whom
example-excuse = the child is ill, the family is away
receiver-absence-warning = the parents
receiver-absence-notification = the municipality
receiver-absence-contact = the parents
receiver-support-plan = PPR
receiver-sick-teaching = the parents
went-out-early = too early: it was to be done from { $first }
sheet-owed = What is due:
sheet-went-out = Enter: it went out (to whom, when)
sheet-own-school = Enter: the weeks at the school are entered
sheet-excuse = Enter: it lapses this time (reason)
saved-answer = Answer
