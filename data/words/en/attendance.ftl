# Attendance: the marks of the register and their letters.

mark-present = present
mark-late = late
mark-partial = partly
mark-sick = sick
mark-leave = leave granted
mark-unlawful = unlawful
mark-elsewhere = met at home/out
mark-not-expected = not planned
mark-unregistered = not registered

# The letter shown for a mark is the key that sets it, so it is the same in every language.
mark-letter-present = T
mark-letter-late = F
mark-letter-partial = D
mark-letter-sick = S
mark-letter-leave = L
mark-letter-unlawful = U
mark-letter-elsewhere = H
mark-letter-not-expected = –

# The columns of the register.
head-child = Child
head-plan = Plan
head-status = Status
head-second = Last lesson
head-week = Week
head-thirty = 30 days

attendance-title = Attendance
attendance-view-day = Day
attendance-view-week = Week
attendance-view-month = Month
attendance-view-year = School year
attendance-view-weeks = Weeks
attendance-view-house = House
attendance-next-child = PgDn next child
attendance-week-title = The week
attendance-registered = { $count } registered
attendance-prefilled = { $count } pre-filled
attendance-missing = { $count } missing
attendance-ahead = { $count } entered ahead
attendance-closed-keys = < goes to the school day before, > to the next.
attendance-empty = Nobody has a seat on this day. g goes to another day.
attendance-sum-present = Present
attendance-sum-lawful = Lawfully absent
attendance-sum-unlawful = Unlawfully absent
attendance-school-year = school year
attendance-year-legend = ■ present   · not registered   - not planned   / no school
attendance-year-imported = □ and small letters: { $register }
attendance-weeks-legend = █ 90% and up   ▓ from 75%   ▒ from 50%   ░ below 50%   · nothing reported   / no school
attendance-bars-legend = ▬ attended   · the rest of the plan   = reported by the own school   - the sending school's register

# A week as a bar, and its figures.
week-hours = { $attended } of { $planned } h
week-days = { $attended } of { $planned } days
week-planned-hours = { $hours } h planned
week-planned-days = { $days } days planned
week-reported = reported: { $who }
register-imported = sending school
week-missing = { $days } missing

# The school year of the house.
house-map-title = The whole house
house-map-share = attendance { $share }
house-map-expected = { $count ->
    [one] 1 child planned
   *[other] { $count } children planned
}
house-map-figures = attended { $attended } of { $registered } registered days ({ $share })
house-map-lawful = lawful absence { $days }
house-map-unlawful = unlawful absence { $days }
house-map-elsewhere = met at home/out { $days }
house-map-unregistered = not registered { $days }
house-map-legend = Attendance: █ 90% and up   ▓ from 75%   ▒ from 50%   ░ below 50%   · not registered   - nobody planned   / no school. Only children in the house's own register.
house-map-children = Child by child, week by week. Shift+letter opens the child's school year.
house-map-by-month = Month by month
house-map-share-head = Attendance
house-map-unlawful-head = Unlawful

# What a day is planned to be.
plan-off = off
plan-practice = practice
plan-elsewhere-short = out
plan-elsewhere = home/out
plan-unknown = no plan

# What the line below the pane says.
status-not-expected = – not planned
status-unexplained = unexplained: call
told-sick = called sick
told-leave = leave granted
status-blank = not registered
status-remark = remark
status-undo-hint = Ctrl+Z takes it back.
status-nothing-blank = No blank rows to fill.
status-already-so = It says so already.
status-days = { $name }, { $days }: { $what }.
status-filled = { $count ->
    [one] 1 child filled as planned.
   *[other] { $count } children filled as planned.
}
status-foretold = { $days ->
    [one] { $name }: absence entered ahead on 1 day.
   *[other] { $name }: absence entered ahead on { $days } days.
}
status-changed = { $count ->
    [one] 1 change saved.
   *[other] { $count } changes saved.
}
status-undone = Taken back:
status-redone = Done again:
status-overtaken = { $by } came first at { $time }: { $now }. Nothing is changed; press again to correct.
status-overtaken-own = You have changed it since, at { $time }, so it can not be undone by itself. Correct it where it stands
status-no-alt = Alt is not used here. If it was Esc, press it by itself
status-paste-nowhere = Pasted text is only used in fields. Nothing is changed. If it was keys, press them again

# A key that the place on top does not take.
other-key-unknown = { $key } does nothing here. { $help } shows the keys
other-key-below = { $key } ({ $name }) belongs to { $place }. Esc closes what is open
other-key-not-here = { $key } ({ $name }) does nothing here
other-pane-here = { $place } is shown already
other-today-here = Today is shown already

# Waiting for a colleague's write, and giving it up.
wait-writer = Waiting: a colleague is writing right now …
wait-ignored = { $count ->
    [one] 1 key ignored
   *[other] { $count } keys ignored
}
lost-action = Not saved: { $what }. A colleague has been writing for more than 10 seconds. Nothing is changed; try again soon
lost-still-there = What you have written is still here
lost-draft = The draft is not saved: a colleague has been writing for more than 10 seconds. Try again soon
lost-look = Not opened: a colleague has been writing for more than 10 seconds, and the look cannot be logged meanwhile. Try again soon
lost-mark = the mark of { $name }
lost-remark = the remark on { $name }
lost-mood = the mood of { $name }
lost-foretell = the absence ahead of { $name }
lost-fill = the rest as planned
lost-undo = undo
lost-redo = redo
lost-signature = the signature
lost-addendum = the addition
lost-case = the new case
lost-step = the step
lost-change = the change

# The child beside the register, and the history of a day.
detail-contact = Contact
detail-plan = Plan today
detail-mood = mood
detail-by-week = Attendance by week
detail-last-talk = Last talk
detail-next = Next
detail-first = Morning
detail-second = last lesson
history-none = Nobody has registered anything on this day.
history-undone = taken back
history-told = told

# What a period counts up to.
figures-share = Attendance { $share }: { $attended } of { $registered } registered days, { $span }
figures-minutes = Time { $share }: { $attended } of { $planned } planned hours
figures-unregistered = Days without registration: { $days }

figures-reported = Reported attendance { $share }: { $days } days in { $weeks }, { $span } ({ $sources })
figures-imported-of = The register of { $register } { $share }: { $attended } of { $registered } registered days, { $span }
figures-imported = The sending school's register { $share }: { $attended } of { $registered } registered days, { $span }
figures-none-reported = Nothing reported from the own school. e writes the week
attendance-year-reported = week
attendance-year-days = days
own-school-title = Own school
own-school-missing = { $count } missing
own-school-foot = ~ is reported, not registered by us. Days, then who says so: s the school, f a parent, b the child.
own-school-after = after: the course ended half a year ago.
own-school-is-after = after
own-school-waits = { $days } · who? s f b
own-school-of = of { $days } possible
own-school-nobody = No child goes to its own school in that week
own-school-closed = The week has no school days
own-school-more = More days than the { $days } possible. → gives one possible day more
own-school-digit = First type the number of days, 0 to 5
own-school-half = The half day is more than the possible days
own-school-possible = Possible days go from 1 (and those attended) to the school days of the week
own-school-who = Who says so? s the school, f a parent, b the child. Esc drops the days
own-school-ahead = The week has not begun
own-school-nothing = The week is not reported
own-school-same = That is what it says already
head-own-school = The week
reported-days = { $attended } of { $possible }
report-source-school = the school
report-source-parent = a parent
report-source-child = the child
key-own-school = attendance at the children's own schools, week by week
key-days-attended = days at school in that week
key-half-day = half a day more, or not
key-fewer-possible = one possible day fewer
key-more-possible = one possible day more
key-from-school = the school says so
key-from-parent = a parent says so
key-from-child = the child says so
hint-own-school = own school
hint-days-attended = days
hint-half-day = half day
hint-fewer-possible = fewer possible
hint-more-possible = more
hint-from-school = the school
hint-from-parent = parent
hint-from-child = the child
context-own-school = In the own schools
