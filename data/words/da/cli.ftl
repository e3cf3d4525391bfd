# Command line: what the program prints outside the screen.

cli-ask-passphrase = Adgangssætning
cli-ask-new-passphrase = Ny adgangssætning
cli-ask-again = Gentag adgangssætningen
cli-ask-name = Dit navn
cli-ask-initials = Dine initialer
cli-ask-number = Skriv nummeret, eller tryk Enter for at holde op
cli-ask-optional = Skriv nummeret, eller tryk Enter, hvis den ikke skal læses
cli-not-an-option = Skriv et tal fra 1 til { $most }
cli-ask-month = Skriv måneden, som aug 2026, eller tryk Enter for at holde op
cli-ask-month-place = Skriv stedets nummer eller måneden (aug 2026). Enter holder op
cli-not-a-month = Skriv en måned, som aug 2026
cli-not-a-month-place = Skriv et tal fra 1 til { $most } eller en måned, som aug 2026
cli-ask-source = Skriv skolens navn, eller 1. Enter holder op
cli-not-a-source = Skriv skolens navn, eller 1
cli-wrong-source = »{ $text }« siger ikke, hvis register det er. Skriv skolens navn, eller egen
cli-asks-source = Er det den afgivende skoles register, så skriv skolens navn: --source "Ærø Skole"
cli-ask-profile = Skriv et navn for at huske svarene til næste gang, eller tryk Enter for at lade være
cli-asks-on-terminal = I en terminal spørger programmet om det og kan huske svarene
cli-asks-or-profile = I en terminal spørger programmet om det. Svar, der er husket, bruges med --profile: { $names }
cli-wrong-profile-name = Et navn er 1 til 40 bogstaver, tal, mellemrum, - eller _
cli-profile-remembered = Svarene huskes som »{ $name }« og bruges af sig selv, når overskrifterne er de samme.
cli-profile-forgotten = »{ $name }« er glemt.
cli-no-profiles = Ingen svar om lister er husket.
cli-no-such-profile = Ingen profil hedder »{ $name }«. Skriv en af dem: { $names }
cli-no-such-profile-none = Ingen profil hedder »{ $name }«. Der er ingen endnu
cli-profile-of-another = Profilen »{ $name }« er til en liste over { $list }
cli-bad-profile = { $path } kan ikke læses ({ $why }). Ret den, eller slet den
cli-no-profile-place = Der er ingen mappe til indstillinger, så svarene kan ikke huskes
cli-wrong-column = »{ $text }« siger ikke, hvad en kolonne er. Skriv overskriften, = og hvad den er: --column "Status=fase", eller Status=-, hvis den ikke skal læses
cli-wrong-month = »{ $text }« er ikke en måned. Skriv en som 8-2026 eller "aug 2026"
cli-wrong-mark = »{ $text }« siger ikke, hvad et tegn betyder. Skriv tegnet, = og hvad det er: --mark "X=syg", eller X=-, hvis det ikke registrerer noget
cli-encoding-of-workbook = --encoding er til tekstfiler, og filen er et regneark. Udelad det
cli-ask-ground = Er baggrunden i dette vindue lys eller mørk? Skriv l eller m
cli-ask-written-down = Tryk Enter, når nøglen er skrevet ned
cli-welcome = Der er ikke oprettet et hus endnu. Svar på nogle få spørgsmål, så oprettes et: dit navn, dine initialer, en adgangssætning, og om vinduet er lyst eller mørkt.
cli-passphrases-differ = De to adgangssætninger er ikke ens. Skriv en igen
cli-waits = Adgangssætningen er skrevet forkert for nylig. Vent { $count ->
    [one] { $count } sekund
   *[other] { $count } sekunder
}
cli-weak = Adgangssætningen er let at gætte: { $why }. Vælg en længere, for eksempel fire ord, der ikke hører sammen
cli-weak-keys = den er en række af taster
cli-weak-repeats = den gentager sig selv
cli-weak-sequence = den har en følge som abc eller 6543
cli-weak-date = den har en dato eller et årstal
cli-weak-name = den er lavet af navne
cli-weak-common = den er et ord, der prøves først
cli-weak-short = den er for kort eller for kendt
cli-no-answer = Der kom intet svar. Programmet stopper
cli-passphrase-file-open = { $path } kan læses af andre på maskinen. Luk den bagefter med: chmod 600 "{ $path }"
cli-no-passphrase = Der mangler en adgangssætning. Brug --passphrase-file eller --passphrase-fd, eller kør programmet i en terminal
cli-no-terminal = Skærmen kræver en terminal. Kør programmet i en, eller brug en kommando: trivsel --help
cli-no-place = Skriv, hvor huset er, med --house
cli-say-who = Skriv, hvem du er, med --as og dine initialer
cli-bad-programme = { $code } er ikke et tilbud. Skriv et af: { $known }
cli-bad-name = Et navn er 1 til 120 tegn og har mindst ét bogstav
cli-bad-line = Telefon og mail er 1 til 200 tegn
cli-cannot-read = { $path } kan ikke læses ({ $kind })
cli-not-printed = Udskriften kan ikke skrives ({ $kind })
cli-cannot-write = { $path } kan ikke skrives ({ $kind })
cli-file-exists = { $path } findes allerede. Vælg et andet navn, eller brug --force
cli-folder-exists = { $path } findes allerede. Vælg et andet navn
cli-export-needs-folder = CSV skrives til en mappe. Nævn en ny med --out
cli-export-needs-passphrase = Filen krypteres med en adgangssætning. Nævn en fil med den med --export-passphrase-file, kør programmet i en terminal, eller skriv --unencrypted
cli-export-passphrase = Filen krypteres. Vælg en adgangssætning til den, som kun modtageren får at vide.
cli-file-needs-passphrase = Filen er krypteret. Nævn en fil med dens adgangssætning med --export-passphrase-file, eller kør programmet i en terminal
cli-ask-file-passphrase = Filens adgangssætning
cli-export-calendar-is-open = En kalender krypteres ikke: en telefon kunne ikke læse den. Børnene står med initialer. Skriv --unencrypted, hvis den skal skrives sådan
cli-left-out = (Notatet er fortroligt, og det, det siger, er ikke med i denne fil.)
cli-left-out-place = (fortroligt)
cli-export-only-ics = --staff, --from, --to og --names hører til --format ics
cli-range-backward = --from er efter --to
cli-stats-needs-file = Et regneark skrives til en fil. Nævn en ny med --out
cli-stats-period-or-days = --to hører til en frit valgt periode. Nævn --period, eller --from og --to
cli-stats-needs-first-day = --to er nævnt uden --from. Nævn også den første dag
cli-stats-anonymous-days = Tal til andre laves kun for hele perioder, for to frit valgte ville røbe små grupper ved deres forskel. Nævn --period i stedet for --to
cli-stats-written = Huset i tal, { $period }, er skrevet til { $path }. Børnenes navne står i filen, og den er ikke krypteret.
cli-stats-written-anonymous = Huset i tal, { $period }, er skrevet til { $path }, uden navne og med små grupper skjult. Filen er ikke krypteret.
cli-too-large = { $path } er større end 256 MB

cli-founded = Huset er oprettet i { $path }.
cli-recovery-key = Skriv gendannelsesnøglen ned på papir nu, og gem den i en boks. Den vises kun denne ene gang, og uden den er alt tabt, hvis alle adgangssætninger glemmes:
cli-staff-key = har nøgle { $fingerprint }
cli-staff-stranger = har nøgle { $fingerprint }, som ingen har givet: fjern den
cli-staff-leaving = nøglen er ved at blive fjernet: fjern igen
cli-staff-leader = leder
cli-staff-nobody = står ikke på personalelisten
cli-staff-recovery = gendannelsesnøglen
cli-staff-leads = { $initials } leder nu huset.
cli-staff-leads-not = { $initials } leder ikke længere huset.
cli-recovery-key-again = Huset er låst om, så den gamle gendannelsesnøgle gælder ikke mere. Skriv den nye ned på papir nu, og gem den i en boks. Den vises kun denne ene gang:
cli-recovery-fingerprint = Nøglens kendemærke, som også står i trivsel staff list: { $fingerprint }
cli-staff-no-key = ingen nøgle
cli-staff-left = stoppet { $date }
cli-asked-to-close = Huset er åbent hos andre. De er bedt om at lukke det, og det lukkes for dem kl. { $time }. Vent så længe.
cli-is-closing = Huset får en ny nøgle lige nu og kan ikke åbnes. Prøv igen om et minut
cli-staff-added = { $initials } er tilføjet og kan åbne huset.
cli-staff-removed = { $initials } er stoppet, og huset er låst om. Sikkerhedskopier fra før kan stadig åbnes med den gamle nøgle.
cli-passphrase-changed = { $initials } har fået en ny adgangssætning.

cli-imported-cases = { $count ->
    [one] { $count } sag er importeret.
   *[other] { $count } sager er importeret.
}
cli-would-import-cases = { $count ->
    [one] { $count } sag kan importeres. Intet er ændret.
   *[other] { $count } sager kan importeres. Intet er ændret.
}
cli-imported-days = { $count ->
    [one] { $count } dag er importeret, { $known } stod her i forvejen.
   *[other] { $count } dage er importeret, { $known } stod her i forvejen.
}
cli-would-import-days = { $count ->
    [one] { $count } dag kan importeres, { $known } står her i forvejen. Intet er ændret.
   *[other] { $count } dage kan importeres, { $known } står her i forvejen. Intet er ændret.
}
cli-imported-talks = { $count ->
    [one] { $count } samtale er importeret.
   *[other] { $count } samtaler er importeret.
}
cli-would-import-talks = { $count ->
    [one] { $count } samtale kan importeres. Intet er ændret.
   *[other] { $count } samtaler kan importeres. Intet er ændret.
}
cli-imported-house = { $count ->
    [one] Huset er importeret, { $count } barn.
   *[other] Huset er importeret, { $count } børn.
}
cli-would-import-house = { $count ->
    [one] Huset kan importeres, { $count } barn. Intet er ændret.
   *[other] Huset kan importeres, { $count } børn. Intet er ændret.
}
cli-imported-busy = Optagne tider fra { $from } til { $to }: { $new } nye, { $changed } ændret, { $gone } fjernet.
cli-would-import-busy = Optagne tider fra { $from } til { $to }: { $new } nye, { $changed } ændres, { $gone } fjernes. Intet er ændret.
cli-busy-outside = { $count ->
    [one] { $count } begivenhed ligger på andre dage og er ikke med.
   *[other] { $count } begivenheder ligger på andre dage og er ikke med.
}
cli-busy-free = { $count ->
    [one] { $count } begivenhed optager ingen tid (ledig, aflyst eller uden varighed) og er ikke med.
   *[other] { $count } begivenheder optager ingen tid (ledige, aflyste eller uden varighed) og er ikke med.
}
cli-busy = Optaget
cli-both-children = Linje { $line } kan ikke både være --same-child og --new-child. Vælg det ene
cli-no-such-line = Linje { $line } er ikke et barn i listen
cli-nothing-imported = { $count ->
    [one] { $count } fejl. Intet er importeret
   *[other] { $count } fejl. Intet er importeret
}
cli-exported = { $count ->
    [one] Huset er skrevet til { $path }, { $count } barn. Det er ikke krypteret.
   *[other] Huset er skrevet til { $path }, { $count } børn. Det er ikke krypteret.
}
cli-exported-calendar = { $count ->
    [one] { $count } aftale fra { $from } til { $to } er skrevet til { $path }. Børnene står med initialer.
   *[other] { $count } aftaler fra { $from } til { $to } er skrevet til { $path }. Børnene står med initialer.
}
cli-exported-calendar-names = { $count ->
    [one] { $count } aftale fra { $from } til { $to } er skrevet til { $path }. Børnenes navne står skrevet helt ud, og filen er ikke krypteret.
   *[other] { $count } aftaler fra { $from } til { $to } er skrevet til { $path }. Børnenes navne står skrevet helt ud, og filen er ikke krypteret.
}
cli-exported-sealed = { $count ->
    [one] Huset er skrevet til { $path }, { $count } barn, krypteret med den adgangssætning, du valgte.
   *[other] Huset er skrevet til { $path }, { $count } børn, krypteret med den adgangssætning, du valgte.
}
cli-exported-left-out = { $count ->
    [one] { $count } fortroligt notat er ikke åbent for dig: det, det siger, dets målinger, aftaler og tilføjelser er udeladt.
   *[other] { $count } fortrolige notater er ikke åbne for dig: det, de siger, deres målinger, aftaler og tilføjelser er udeladt.
}
cli-exported-restricted-sealed = { $count ->
    [one] Det rummer også { $count } fortroligt notat.
   *[other] Det rummer også { $count } fortrolige notater.
}
cli-exported-restricted = { $count ->
    [one] Det rummer også { $count } fortroligt notat, som kan læses uden nøgle.
   *[other] Det rummer også { $count } fortrolige notater, som kan læses uden nøgle.
}
cli-exported-cpr = { $count ->
    [one] Det rummer også { $count } CPR-nummer, skrevet helt ud.
   *[other] Det rummer også { $count } CPR-numre, skrevet helt ud.
}

cli-sound = Huset er helt. Sider, skema, historik ({ $actions } handlinger, { $changes } ændringer), det, der står, pladser, adgangslog ({ $looks } opslag), kladder ({ $drafts }), søgning ({ $notes } notater) og seglet ved siden af passer.
cli-lacked = Ved åbningen { $day } kl. { $time }: { $what }
cli-counts = I huset: { $staff }, { $children }, { $cases }, { $days }, { $talks }.
cli-head = Historikkens segl: { $head }
cli-other-seal = Historikken har ikke det segl: den er skåret af eller forfalsket, eller seglet er fra et andet hus
cli-backed-up = Sikkerhedskopi: { $path }
cli-backup-proven = Den er åbnet og efterset: { $children }, { $changes } ændringer, som i huset.
cli-backups-removed = { $count ->
    [one] { $count } ældre sikkerhedskopi er fjernet.
   *[other] { $count } ældre sikkerhedskopier er fjernet.
}
cli-backup-keys = Den åbnes med de adgangssætninger, der gælder nu.
cli-check-backup = Huset har alt fra sidste sikkerhedskopi, { $day } kl. { $time }: { $path }
cli-restored = Huset er lagt i { $path }. Det er åbnet og efterset.
cli-restored-from = Det er, som det var { $day } kl. { $time }. Det, der er skrevet senere, er ikke med. Sikkerhedskopien ligger stadig i { $path }
cli-erase-nothing-due = Ingen er ud over opbevaringstiden.
cli-would-erase = Det vil forsvinde, også af historik, søgning og adgangslog:
cli-erase-drafts = kladder
cli-erase-changes = linjer i historikken, tømt
cli-erase-searches = søgninger og grunde i adgangsloggen
cli-erase-in-backups = Det står stadig i sikkerhedskopierne i { $path } (sidst { $day } kl. { $time }), til de udgår eller slettes. Lægges en af dem tilbage, slettes det igen.
cli-erase-needs-reason = Skriv hvorfor med --reason; det bliver stående
cli-erase-say-yes = Det kan ikke fortrydes. Skriv --yes, hvis det skal ske
cli-ask-erase = Det kan ikke fortrydes. Skriv SLET, hvis det skal ske
cli-erase-word = slet
cli-erase-not = Intet er slettet
cli-erased = Slettet: { $count } oplysninger. Kun at det er sket, står tilbage.
cli-erasure = { $day } kl. { $time }  { $who }  { $count ->
    [one] { $count } sag
   *[other] { $count } sager
} slettet: { $reason }
cli-archive-decision = { $day }  { $archive }: { $what } (sager afsluttet til og med { $until }; skrevet ind af { $who })
cli-restored-erased = { $count ->
    [one] { $count } sletning efter sikkerhedskopien er udført igen.
   *[other] { $count } sletninger efter sikkerhedskopien er udført igen.
}
cli-restored-no-list = Om nogen er slettet siden, vides ikke: der er ingen liste over sletninger i { $place } eller ved huset. Er nogen slettet siden, er de her igen: slet dem med trivsel erase. Har du listen (erased-….sealed) et andet sted, så læg den i { $place }, og læg kopien tilbage på ny.
cli-seats = { $name } ({ $code }): { $held } af { $norm } pladser er i brug
cli-seats-unlimited = { $name } ({ $code }): { $held } i gang, ingen grænse

# Forkert brug af kommandolinjen.
usage-unknown = { $arg } kendes ikke her. Se, hvad der er, med --help
usage-unknown-command = Der er ingen kommando { $arg }. Se kommandoerne med: trivsel --help
usage-missing = Her mangler: { $arg }. Se, hvordan det skrives, med --help
usage-not-both = { $arg } og { $other } kan ikke bruges sammen. Udelad den ene
usage-no-value = { $arg } skal have en værdi. Se hvilken med --help
usage-bad-value = { $value } passer ikke til { $arg }. Se, hvad der gør, med --help
usage-bad-value-expected = { $value } passer ikke til { $arg }. Skriv: { $expected }
usage-expected-day = en dato som 2026-11-25
usage-expected-date = en dato som 2026-11-25, eller et tidspunkt som 2026-11-25T08:15
usage-expected-seal = et segl, som check skrev det: antallet af ændringer, et kolon og 64 tal og bogstaver
usage-expected-keep = dage, uger og måneder, som 7,4,12
usage-expected-seats = et tal fra 1 til 99
usage-expected-norm = et tal fra 1 til 99, eller ubegrænset

key-event-moment = { $day } kl. { $time }
key-event-given = gav { $of } en nøgle: { $fingerprint }
key-event-changed = skiftede sin egen adgangssætning: { $of }, { $fingerprint }
key-event-renewed = gav { $of } en ny adgangssætning: { $fingerprint }
key-event-recovered = åbnede huset med gendannelsesnøglen og gav { $of } en ny adgangssætning: { $fingerprint }
key-event-recovery-made = lavede en ny gendannelsesnøgle: { $fingerprint }
key-event-removed = fjernede nøglen fra { $of } og lavede en ny gendannelsesnøgle: { $fingerprint }
key-event-put-back = kunne ikke gøre det færdigt; nøglen til { $of } er som før
key-event-put-back-recovery = kunne ikke gøre det færdigt; gendannelsesnøglen er som før
key-event-exported = skrev hele huset til en fil ({ $of })
key-event-exported-part = skrev en del af huset til en fil ({ $of })
key-event-failed = { $count ->
    [one] forkert adgangssætning for { $of }, { $count } gang: { $first }
   *[other] forkert adgangssætning for { $of }, { $count } gange: fra { $first } til { $last }
}
key-event-asked-to-close = bad alle om at lukke huset inden kl. { $of }
arrival-last = Du var her sidst { $day } kl. { $time }.
arrival-tries = { $count ->
    [one] Siden da er din adgangssætning skrevet forkert { $count } gang, { $last }.
   *[other] Siden da er din adgangssætning skrevet forkert { $count } gange, sidst { $last }.
} Var det ikke dig, så sig det til den, der leder huset.
