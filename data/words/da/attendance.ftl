# Attendance: the marks of the register and their letters.

mark-present = til stede
mark-late = for sent
mark-partial = delvis
mark-sick = syg
mark-leave = ekstraordinær fri
mark-unlawful = ulovligt
mark-elsewhere = mødt hjemme/ude
mark-not-expected = ikke planlagt
mark-unregistered = ikke registreret

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
head-child = Barn
head-plan = Plan
head-status = Status
head-second = Sidste lektion
head-week = Ugen
head-thirty = 30 dage

attendance-title = Fremmøde
attendance-view-day = Dag
attendance-view-week = Uge
attendance-view-month = Måned
attendance-view-year = Skoleår
attendance-view-weeks = Uger
attendance-view-house = Huset
attendance-next-child = PgDn næste barn
attendance-week-title = Ugen
attendance-registered = { $count } registreret
attendance-prefilled = { $count } forudfyldt
attendance-missing = { $count } mangler
attendance-ahead = { $count } forhåndsmeldt
attendance-closed-keys = < går til skoledagen før, > til den næste.
attendance-empty = Ingen børn har plads på denne dag. g går til en anden dag.
attendance-sum-present = Til stede
attendance-sum-lawful = Fravær lovligt
attendance-sum-unlawful = Fravær ulovligt
attendance-school-year = skoleåret
attendance-year-legend = ■ til stede   · ikke registreret   - ikke planlagt   / ingen skole
attendance-year-imported = □ og små bogstaver: { $register }
attendance-weeks-legend = █ 90 % og op   ▓ fra 75 %   ▒ fra 50 %   ░ under 50 %   · intet oplyst   / ingen skole
attendance-bars-legend = ▬ fremmødt   · resten af planen   = oplyst fra egen skole   - afgivende skoles register

# A week as a bar, and its figures.
week-hours = { $attended } af { $planned } t
week-days = { $attended } af { $planned } dage
week-planned-hours = { $hours } t planlagt
week-planned-days = { $days } dage planlagt
week-reported = oplyst: { $who }
register-imported = afgivende skole
week-missing = { $days } mangler

# The school year of the house.
house-map-title = Hele huset
house-map-share = fremmøde { $share }
house-map-expected = { $count ->
    [one] 1 barn planlagt
   *[other] { $count } børn planlagt
}
house-map-figures = fremmødt { $attended } af { $registered } registrerede dage ({ $share })
house-map-lawful = lovligt fravær { $days }
house-map-unlawful = ulovligt fravær { $days }
house-map-elsewhere = mødt hjemme/ude { $days }
house-map-unregistered = ikke registreret { $days }
house-map-legend = Fremmøde: █ 90 % og op   ▓ fra 75 %   ▒ fra 50 %   ░ under 50 %   · ikke registreret   - ingen planlagt   / ingen skole. Kun børn, som huset selv registrerer.
house-map-children = Barn for barn, uge for uge. Shift+bogstav åbner barnets skoleår.
house-map-by-month = Måned for måned
house-map-share-head = Fremmøde
house-map-unlawful-head = Ulovligt

# What a day is planned to be.
plan-off = fri
plan-practice = praktik
plan-elsewhere-short = ude
plan-elsewhere = hjemme/ude
plan-unknown = intet skema

# What the line below the pane says.
status-not-expected = – ikke planlagt
status-unexplained = uforklaret: ring
told-sick = meldt syg
told-leave = fri bevilget
status-blank = ikke registreret
status-remark = bemærkning
status-undo-hint = Ctrl+Z fortryder.
status-nothing-blank = Ingen tomme linjer at fylde ud.
status-already-so = Det står der allerede.
status-days = { $name }, { $days }: { $what }.
status-filled = { $count ->
    [one] 1 barn udfyldt som planlagt.
   *[other] { $count } børn udfyldt som planlagt.
}
status-foretold = { $days ->
    [one] { $name }: fravær forhåndsmeldt på 1 dag.
   *[other] { $name }: fravær forhåndsmeldt på { $days } dage.
}
status-changed = { $count ->
    [one] 1 ændring gemt.
   *[other] { $count } ændringer gemt.
}
status-undone = Fortrudt:
status-redone = Gentaget:
status-overtaken = { $by } kom først kl. { $time }: { $now }. Intet er ændret; tryk igen for at rette.
status-overtaken-own = Det er ændret siden, af dig selv kl. { $time }, og kan ikke fortrydes for sig. Ret det, hvor det står
status-no-alt = Alt bruges ikke her. Var det Esc, så tryk den for sig
status-paste-nowhere = Indsat tekst bruges kun i felter. Intet er ændret. Var det taster, så tryk dem igen

# A key that the place on top does not take.
other-key-unknown = { $key } gør ikke noget her. { $help } viser tasterne
other-key-below = { $key } ({ $name }) hører til { $place }. Esc lukker det, der er åbent
other-key-not-here = { $key } ({ $name }) gør ikke noget her
other-pane-here = { $place } vises allerede
other-today-here = I dag vises allerede

# Waiting for a colleague's write, and giving it up.
wait-writer = Venter: en kollega skriver lige nu …
wait-ignored = { $count ->
    [one] 1 tast ignoreret
   *[other] { $count } taster ignoreret
}
lost-action = Ikke gemt: { $what }. En kollega har skrevet i over 10 sekunder. Intet er ændret; prøv igen om lidt
lost-still-there = Det, du har skrevet, står her stadig
lost-draft = Kladden er ikke gemt: en kollega har skrevet i over 10 sekunder. Prøv igen om lidt
lost-look = Ikke åbnet: en kollega har skrevet i over 10 sekunder, og opslaget kan ikke noteres imens. Prøv igen om lidt
lost-mark = registreringen for { $name }
lost-remark = bemærkningen til { $name }
lost-mood = humøret hos { $name }
lost-foretell = fraværet på forhånd for { $name }
lost-fill = resten som planlagt
lost-undo = fortryd
lost-redo = gentag
lost-signature = underskriften
lost-addendum = tilføjelsen
lost-case = den nye sag
lost-step = trinnet
lost-change = ændringen

# The child beside the register, and the history of a day.
detail-contact = Kontakt
detail-plan = Plan i dag
detail-mood = humør
detail-by-week = Fremmøde pr. uge
detail-last-talk = Seneste samtale
detail-next = Næste
detail-first = Morgen
detail-second = sidste lektion
history-none = Ingen har registreret noget på denne dag.
history-undone = fortrudt
history-told = meldt

# What a period counts up to.
figures-share = Fremmøde { $share }: { $attended } af { $registered } registrerede dage, { $span }
figures-minutes = Tid { $share }: { $attended } af { $planned } planlagte timer
figures-unregistered = Dage uden registrering: { $days }

figures-reported = Oplyst fremmøde { $share }: { $days } dage i { $weeks }, { $span } ({ $sources })
figures-imported-of = Registret fra { $register } { $share }: { $attended } af { $registered } registrerede dage, { $span }
figures-imported = Afgivende skoles register { $share }: { $attended } af { $registered } registrerede dage, { $span }
figures-none-reported = Intet oplyst fra egen skole. e skriver ugen
attendance-year-reported = uge
attendance-year-days = dage
own-school-title = Egen skole
own-school-missing = { $count } mangler
own-school-foot = ~ er oplyst, ikke registreret af os. Dage, så hvem der siger det: s skolen, f en forælder, b barnet.
own-school-after = efter: forløbet er slut for et halvt år siden.
own-school-is-after = efter
own-school-waits = { $days } · hvem? s f b
own-school-of = af { $days } mulige
own-school-nobody = Ingen børn går på egen skole i den uge
own-school-closed = Ugen har ingen skoledage
own-school-more = Flere dage end de { $days } mulige. → giver en mulig dag mere
own-school-digit = Tast først antal dage, 0 til 5
own-school-half = Den halve dag er mere end de mulige dage
own-school-possible = Mulige dage går fra 1 (og de mødte) til ugens skoledage
own-school-who = Hvem siger det? s skolen, f en forælder, b barnet. Esc fortryder dagene
own-school-ahead = Ugen er ikke begyndt
own-school-nothing = Ugen er ikke oplyst
own-school-same = Det står der allerede
head-own-school = Ugen
reported-days = { $attended } af { $possible }
report-source-school = skolen
report-source-parent = en forælder
report-source-child = barnet
key-own-school = fremmøde på børnenes egne skoler, uge for uge
key-days-attended = dage i skole den uge
key-half-day = en halv dag til, eller ikke
key-fewer-possible = en mulig dag færre
key-more-possible = en mulig dag mere
key-from-school = skolen siger det
key-from-parent = en forælder siger det
key-from-child = barnet siger det
hint-own-school = egen skole
hint-days-attended = dage
hint-half-day = halv dag
hint-fewer-possible = færre mulige
hint-more-possible = flere
hint-from-school = skolen
hint-from-parent = forælder
hint-from-child = barnet
context-own-school = I egen skole
