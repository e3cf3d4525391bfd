# Caseload: the list of cases, the seat map and the sheet of one case.

head-class = Class
head-stage = Stage
head-contact = Adult
head-talk = Talk
head-next = Next

caseload-filter-seated = Cases
caseload-filter-waiting = Waiting and referrals
caseload-filter-closed = Closed
caseload-empty-seated = Nobody has a seat yet. trivsel import cases reads a list.
caseload-empty-waiting = Nobody is waiting.
caseload-empty-closed = No closed courses.
caseload-seats = { $held } of { $norm } seats
caseload-next-free = next free { $day }
caseload-age = { $age } years
caseload-referred = referred { $day }
caseload-seat = seat { $seat } from { $day }
caseload-ends = expected to end { $day }

priority-low = can wait
priority-normal = normal
priority-urgent = urgent

outcome-general-school = general school
outcome-special-programme = special programme
outcome-youth-education = youth education
outcome-other-offer = another offer
outcome-moved = moved
outcome-withdrawn = withdrawn
