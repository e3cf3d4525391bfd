# Caseload: the list of cases, the seat map and the sheet of one case.

head-class-short = Kl.
head-age = Alder
head-age-short = År
head-stage = Trin
head-contacts = Kontakt
head-quarter-days = Fravær
head-quarter = Ulovl.
head-talk = Samtale
head-next = Næste
head-overdue = !
head-priority = Prioritet
head-waited = Ventet
head-last-contact = Seneste kontakt
head-last-contact-short = Sen. kontakt
head-last-contact-shortest = Kontakt
head-outcome = Udfald
head-ended = Afsluttet
head-place = Sted
head-seat = Pl
head-since = Siden
head-until = Slutter
head-name = Navn
head-load-cases = sager
head-load-held = holdt
head-brings = Uddannelse og metoder

caseload-filter-seated = Sager
caseload-filter-waiting = Visitation og venteliste
caseload-filter-closed = Afsluttede
caseload-empty-seated = Ingen har en plads endnu. + skriver den første sag; trivsel import cases henter en liste ind.
caseload-empty-but-outside = Ingen har en plads endnu. I visitation: { $referral }, på venteliste: { $waiting }. v viser dem, + skriver en ny sag.
caseload-empty-waiting = Ingen venter. + skriver en ny sag.
caseload-empty-closed = Ingen afsluttede sager.
caseload-seats = { $held } af { $norm } pladser
caseload-next-free = ledig { $day }
caseload-outside = { $count } venter (v)
caseload-age = { $age } år
caseload-referred = indstillet
caseload-referred-in-trivsel = henvist
caseload-seat = plads { $seat } fra { $day }
caseload-ends = forventes afsluttet { $day }
caseload-closes = afsluttet fra { $day }

priority-low = kan vente
priority-normal = almindelig
priority-urgent = haster

outcome-general-school = almenskole
outcome-special-programme = specialtilbud
outcome-youth-education = ungdomsuddannelse
outcome-other-offer = andet tilbud
outcome-moved = flyttet
outcome-withdrawn = udmeldt

caseload-filter-mine = Mine sager
caseload-order-concern = bekymring først
caseload-order-name = efter navn
caseload-order-stage = efter trin
caseload-order-next = efter næste samtale
caseload-order-line = mest hastende først
caseload-order-waited = længst ventet først
caseload-order-latest = senest afsluttede først
caseload-empty-mine = Du er ikke kontaktperson i nogen sag.
caseload-marked = { $count } markeret
caseload-no-limit = { $name }: { $held }
caseload-waited = ventet { $time }
caseload-overdue = { $count ->
    [one] 1 opfølgning er over tiden
   *[other] { $count } opfølgninger er over tiden
}
quarter-days-short = { $days } d.
quarter-warn = varsel: ulovligt fravær { $days } af { $all } skoledage i { $quarter }. kvartal ({ $share }), fra { $limit }
quarter-notify = underretning: ulovligt fravær { $days } af { $all } skoledage i { $quarter }. kvartal ({ $share }), fra { $limit }
quarter-contact = lederen kontakter forældrene: sygt og ulovligt fravær { $days } dage i { $quarter }. kvartal, over { $limit }
quarter-plan = støtteplan med PPR: sygt og ulovligt fravær { $days } dage i { $quarter }. kvartal, fra { $limit }
concern-share-reported = fravær { $share }: { $absent } af { $of } oplyste dage på egen skole, { $span }
concern-share = fravær { $share }: { $absent } af { $of } registrerede dage, { $span }
concern-in-a-row = fravær { $days } dage i træk, { $span }
concern-within = fravær { $absent } af de sidste { $days } skoledage, { $span }
concern-rule-ten-percent = regel: over 10 % i 3 måneder
concern-rule-days = regel: 5 i træk, 5 af 20, 15 af 60 dage
concern-rule-days-seven = regel: 5 i træk, 7 af 20, 15 af 60 dage
concern-rule-own = husets regel: { $name }
concern-preset-ten-percent = 10 procent
concern-preset-days = 5 dage
concern-preset-days-seven = 7 dage
concern-part-share = over { $percent } %
concern-part-row = { $days } dage i træk
concern-part-within = { $days } af { $of } dage
concern-part-filler = over dage skoledage

change-label = primær kontakt, prioritet, seneste kontakt:
change-how = initialer, prioritet eller en dato. Prøv: MK, eller haster i går
change-primary = primær kontakt { $name }
change-only-waiting = Kun de, der venter, har prioritet og seneste kontakt, så intet er ændret: { $names }
off-no-case = Her er ingen sag.

seats-on = pladser den:
seats-shown-on = pr. { $day }
seats-expected = ventes { $held } af { $norm } pladser
seats-free = ledig
seats-nobody = Ingen.
seats-no-limit = { $held } sager, ingen grænse
seats-no-forecast = Ingen grænse: der er altid plads.
seats-ahead = Ventes ledige ved månedens udgang
seats-free-count = { $count ->
    [one] { $count } ledig
   *[other] { $count } ledige
}
seats-waiting = Venteliste · { $count }
seats-norm-label = pladser i { $name }:
seats-norm-how = et tal fra 1 til 99, eller: ingen grænse
seats-none-word = ingen grænse
count-seat = { $count ->
    [one] { $count } plads
   *[other] { $count } pladser
}
status-norm = { $name } har nu { $norm } pladser. Det står i historikken.
status-no-norm = { $name } har nu ingen grænse. Det står i historikken.

load-title = Belastning · holdte samtaler om ugen over { $weeks } skoleuger
load-how = pr. uge: samtaler, der forfalder, ▲ flere end sædvanligt, og aftalte timer
load-hours = { $hours }t
load-this-week = { $who } er primær i { $primary } og sekundær i { $secondary } sager. Denne uge: { $held } holdt, { $due } mangler, heraf { $late } forsinket; aftalt { $hours }.
load-over = ▲ { $weeks } beder om flere samtaler, end der plejer at blive holdt ({ $usual } om ugen).
load-without-contact = ▲ { $count } samtaler denne uge er i sager uden kontaktperson.
load-brings-nothing = hverken uddannelse eller metoder er skrevet. Enter skriver dem
load-methods-label = uddannelse og metoder, { $who }:
load-methods-told = uddannet i { $trained } · metoder { $methods }
load-needs = Behov hos { $name }:
load-no-needs = { $name }: ingen behov er skrevet.
load-covered = ● { $need }: { $who }
load-others = ▲ { $need }: ingen kontaktperson; { $who } har det
load-nobody = ■ { $need }: det har ingen

key-change-marked = ret de markerede: primær kontakt, prioritet, seneste kontakt
key-seats = pladser: hvem har hvilken, hvornår bliver en ledig, hvem venter
key-staff-load = belastning, og hvem der passer til barnet
key-set-norm = et andet antal pladser
hint-select = markér
hint-change-marked = ret
hint-seats = pladser
hint-staff-load = belastning
hint-set-norm = antal
context-seats = I pladserne
context-staff-load = I belastningen
