# Words that every room of the program shares: panes, stages, competencies, counted things.

pane-caseload = Sager
pane-calendar = Kalender
pane-talks = Samtaler
pane-teaching = Undervisning
pane-attendance = Fremmøde

# Stages of a case, in the order a case passes them.
stage-referral = Visitation
stage-waiting = Venteliste
stage-admitted = Visiteret
stage-start-up = Opstart
stage-course = Forløb
stage-phase-out = Udslusning
stage-closed = Afsluttet
stage-declined = Ikke visiteret

# What a member of staff works with.
competency-pedagogy = pædagogik
competency-teaching = undervisning
competency-counselling = pædagogisk-psykologisk rådgivning
competency-therapy = terapi
competency-consultation = konsultation

# Counted things, through Words::count.
count-child = { $count ->
    [one] { $count } barn
   *[other] { $count } børn
}
count-case = { $count ->
    [one] { $count } sag
   *[other] { $count } sager
}
count-talk = { $count ->
    [one] { $count } samtale
   *[other] { $count } samtaler
}
count-day = { $count ->
    [one] { $count } dag
   *[other] { $count } dage
}
count-week = { $count ->
    [one] { $count } uge
   *[other] { $count } uger
}
count-minute = { $count ->
    [one] { $count } minut
   *[other] { $count } minutter
}
