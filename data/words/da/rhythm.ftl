# What is due: the obligations, their states, why on that date, and the answers to them.

obligation-first-contact = Første kontakt til forældrene
obligation-enrolment-talk = Indskrivningssamtale
obligation-start-up-talk = Opstartssamtale
obligation-development-talk = Ugens udviklingssamtale
obligation-parent-talk = Forældresamtale
obligation-wellbeing-talk = Trivselssamtale
obligation-follow-up-meeting = Opfølgningsmøde
obligation-status-letter = Statusskriv
obligation-outcome-measure = Ny score
obligation-sick-teaching = Kontakt om sygeundervisning
obligation-absence-warning = Varsel om ulovligt fravær
obligation-absence-notification = Underretning om ulovligt fravær
obligation-absence-contact = Lederens kontakt om fravær
obligation-support-plan = Plan for støtte sammen med PPR
obligation-waiting-contact = Kontakt på ventelisten
obligation-phase-out-step = Opgave i udslusningen
obligation-final-report = Afslutningsrapport
obligation-aftercare = Kontakt efter afslutning
obligation-later-attendance = Fremmøde et halvt år efter

due-upcoming = kommer
due-planned = aftalt
due-due = skal ske nu
due-overdue = forsinket
due-fulfilled = sket
due-excused = udgået

why-school-days = { $count } { $count ->
    [one] skoledag
   *[other] skoledage
} efter { $date }
why-days = { $count } { $count ->
    [one] dag
   *[other] dage
} efter { $date }
why-months = { $count } { $count ->
    [one] måned
   *[other] måneder
} efter { $date }
why-days-before = { $count } { $count ->
    [one] dag
   *[other] dage
} før mødet { $date }
why-week = én gang i uge { $week }
why-plan = planens egen dato
why-ending = når forløbet slutter
why-passed = { $count } skoledage efter { $percent } % blev nået { $date }
why-over-days = { $count } skoledage efter mere end { $limit } dage syg og ulovligt i kvartalet, { $date }
why-passed-days = { $count } skoledage efter { $limit } dage syg og ulovligt i kvartalet, { $date }
why-limit = { $text }. Lovens frist er { $date }
why-moved = { $text }, flyttet fra { $date }: { $because }

judgement-enough = graden er nok
judgement-up = en grad op
judgement-down = en grad ned
judgement-goes-on = fortsætter
judgement-changed = ændres
judgement-ends = slutter

field-judgement = Vurdering
field-follow-up-months = Opfølgning
field-wellbeing-weeks = Trivselssamtaler
field-aftercare = Efterværn

rhythm-months = { $count ->
    [one] opfølgningsmøde hver måned, det første efter 3
   *[other] opfølgningsmøde hver { $count }. måned, det første efter 3
}
rhythm-usual = opfølgningsmøde hver 3. måned
rhythm-weeks = { $count ->
    [one] trivselssamtale hver uge
   *[other] trivselssamtale hver { $count }. uge
}
rhythm-no-talks = ingen faste trivselssamtaler
rhythm-aftercare = kontakt 1, 3 og 6 måneder efter afslutningen
rhythm-wrong = Skriv et tal fra 1 til 52

refusal-no-judgement = Et opfølgningsmøde underskrives med sin vurdering. Vælg den
refusal-no-such-judgement = Vurderingen { $judgement } hører ikke til her. Vælg en anden, eller slet den
refusal-answered-otherwise = { $obligation } besvares ikke på den måde. Gør det, der skal gøres, dér hvor det hører til
refusal-answered-already = Det er allerede besvaret af { $who }, { $date }. Fortryd det svar først

form-of-excuse = Udgår
form-of-went-out = Er sendt
field-receiver = Til hvem
example-excuse = barnet er sygt, familien er bortrejst
receiver-absence-warning = forældrene
receiver-absence-notification = kommunen
receiver-absence-contact = forældrene
receiver-support-plan = PPR
receiver-sick-teaching = forældrene
went-out-early = for tidligt: det skulle ske fra { $first }
sheet-owed = Det, der skal ske:
sheet-went-out = Enter: det er sendt (til hvem, hvornår)
sheet-own-school = Enter: ugerne på skolen indtastes
sheet-excuse = Enter: det udgår denne gang (begrundelse)
saved-answer = Svar
