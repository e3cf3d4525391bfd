# Caseload: the list of cases, the seat map and the sheet of one case.

head-class-short = Cl.
head-age = Age
head-age-short = Yr
head-stage = Stage
head-contacts = Contact
head-quarter-days = Absent
head-quarter = Unlawf.
head-talk = Talk
head-next = Next
head-overdue = !
head-priority = Priority
head-waited = Waited
head-last-contact = Last contact
head-last-contact-short = Last contact
head-last-contact-shortest = Contact
head-outcome = Outcome
head-ended = Ended
head-place = Place
head-seat = No
head-since = Since
head-until = Ends
head-name = Name
head-load-cases = cases
head-load-held = held
head-brings = Training and methods

caseload-filter-seated = Cases
caseload-filter-waiting = Referrals and waiting list
caseload-filter-closed = Closed
caseload-empty-seated = Nobody has a seat yet. + puts the first case forward; trivsel import cases reads a list.
caseload-empty-but-outside = Nobody has a seat yet. Being referred: { $referral }, on the waiting list: { $waiting }. v shows them, + puts a new case forward.
caseload-empty-waiting = Nobody is waiting. + puts a new case forward.
caseload-empty-closed = No closed courses.
caseload-seats = { $held } of { $norm } seats
caseload-next-free = free { $day }
caseload-outside = { $count } waiting (v)
caseload-age = { $age } years
caseload-referred = referred
caseload-referred-in-trivsel = referred
caseload-seat = seat { $seat } from { $day }
caseload-ends = expected to end { $day }
caseload-closes = closed from { $day }

priority-low = can wait
priority-normal = normal
priority-urgent = urgent

outcome-general-school = general school
outcome-special-programme = special programme
outcome-youth-education = youth education
outcome-other-offer = another offer
outcome-moved = moved
outcome-withdrawn = withdrawn

caseload-filter-mine = My cases
caseload-order-concern = concern first
caseload-order-name = by name
caseload-order-stage = by stage
caseload-order-next = by next talk
caseload-order-line = most urgent first
caseload-order-waited = longest wait first
caseload-order-latest = latest first
caseload-empty-mine = You are not a contact of any course.
caseload-marked = { $count } marked
caseload-no-limit = { $name }: { $held }
caseload-waited = waited { $time }
caseload-overdue = { $count ->
    [one] 1 follow-up is overdue
   *[other] { $count } follow-ups are overdue
}
quarter-days-short = { $days } d
quarter-warn = warn: unlawful absence { $days } of { $all } school days in quarter { $quarter } ({ $share }), from { $limit }
quarter-notify = notify: unlawful absence { $days } of { $all } school days in quarter { $quarter } ({ $share }), from { $limit }
quarter-contact = the head contacts the parents: sick and unlawful absence { $days } days in quarter { $quarter }, over { $limit }
quarter-plan = plan of support with PPR: sick and unlawful absence { $days } days in quarter { $quarter }, from { $limit }
concern-share-reported = absent { $share }: { $absent } of { $of } days told of the own school, { $span }
concern-share = absent { $share }: { $absent } of { $of } registered days, { $span }
concern-in-a-row = absent { $days } days in a row, { $span }
concern-within = absent { $absent } of the last { $days } school days, { $span }
concern-rule-ten-percent = rule: over 10% in 3 months
concern-rule-days = rule: 5 in a row, 5 in 20, 15 in 60 days
concern-rule-days-seven = rule: 5 in a row, 7 in 20, 15 in 60 days
concern-rule-own = the house's rule: { $name }
concern-preset-ten-percent = 10 per cent
concern-preset-days = 5 days
concern-preset-days-seven = 7 days
concern-part-share = over { $percent } %
concern-part-row = { $days } days in a row
concern-part-within = { $days } of { $of } days
concern-part-filler = over days school

change-label = adult, priority, last contact:
change-how = initials, a priority or a date. Try: MK, or urgent yesterday
change-primary = primary contact { $name }
change-only-waiting = Only those who wait have a priority and a last contact, so nothing was changed: { $names }
off-no-case = There is no case here.

seats-on = seats on:
seats-shown-on = as of { $day }
seats-expected = { $held } of { $norm } seats expected taken
seats-free = free
seats-nobody = Nobody.
seats-no-limit = { $held } courses, no limit
seats-no-forecast = No limit: always a seat free.
seats-ahead = Expected free by the end of the month
seats-free-count = { $count ->
    [one] { $count } free
   *[other] { $count } free
}
seats-waiting = Waiting list · { $count }
seats-norm-label = seats for { $name }:
seats-norm-how = a number from 1 to 99, or: no limit
seats-none-word = no limit
count-seat = { $count ->
    [one] { $count } seat
   *[other] { $count } seats
}
status-norm = { $name } now has { $norm } seats. It is in the history.
status-no-norm = { $name } now has no limit. It is in the history.

load-title = Staff load · talks held a week over { $weeks } school weeks
load-how = per week: talks that fall due, ▲ more than usual, and hours booked
load-hours = { $hours }h
load-this-week = { $who } is primary in { $primary } and secondary in { $secondary } cases. This week: { $held } held, { $due } to hold, { $late } of them overdue; booked { $hours }.
load-over = ▲ { $weeks } asks for more talks than are usually held ({ $usual } a week).
load-without-contact = ▲ { $count } talks this week are in cases without a contact.
load-brings-nothing = no training and no methods written. Enter writes them
load-methods-label = training and methods of { $who }:
load-methods-told = trained in { $trained } · methods { $methods }
load-needs = What { $name } needs:
load-no-needs = { $name }: no needs written.
load-covered = ● { $need }: { $who }
load-others = ▲ { $need }: no contact; { $who } has it
load-nobody = ■ { $need }: nobody has it

key-change-marked = change the marked: primary contact, priority, last contact
key-seats = seats: who holds which, when one is free, who waits
key-staff-load = staff load, and who fits the child
key-set-norm = another number of seats
hint-select = mark
hint-change-marked = change
hint-seats = seats
hint-staff-load = load
hint-set-norm = norm
context-seats = In the seats
context-staff-load = In the staff load
