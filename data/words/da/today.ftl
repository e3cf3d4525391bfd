# I dag: the day's list, on the screen and from `trivsel today`.

today-mine = Mine
today-all = Alle
today-call = Ring hjem
today-register = Fremmødet: { $count ->
    [one] { $count } barn
   *[other] { $count } børn
} mangler
today-own-school = Egen skole: { $count ->
    [one] { $count } barn
   *[other] { $count } børn
} mangler
today-draft-talk = Samtale
today-draft-addendum = Tilføjelse til en samtale
today-draft-misplaced = Notat på forkert barn
today-draft-list = Husets lister
today-draft-case = Formular i sagen

task-unexplained = uforklaret
task-silent = uden kontakt
task-register = mangler
task-own-school = mangler
task-past-retention = kan slettes
task-same-child = afgør
task-backup = mangler
task-draft = kladde

today-unexplained = ulovligt fravær i dag, og ingen har talt med forældrene endnu
today-silent = væk { $days } dage i træk siden { $date }, og ingen har haft kontakt
today-blank = børn, der ventes i dag, uden registrering endnu
today-not-reported = uge { $week }: skolen, en forælder eller barnet siger, hvor mange dage det kom
today-booked = står i kalenderen
today-booked-with = står i kalenderen: { $names }
today-agreed = aftalt i en samtale: { $who }
today-past-retention = { $count ->
    [one] Opbevaring: { $count } barn
   *[other] Opbevaring: { $count } børn
}
today-backup = Sikkerhedskopi af huset
today-why-past-retention = opbevaringstiden efter den sidste sag er gået
today-why-no-backup = der er aldrig taget en
today-why-backup = den sidste er fra { $date }, over en uge gammel
today-same-child = Samme barn som { $name }?
today-why-same-child = det andet er { $born }: { $likeness }. Saml dem til ét barn, eller sig, at de er to
today-saved = gemt { $day } { $time }, ikke underskrevet

count-today-talks = { $count ->
    [one] { $count } samtale
   *[other] { $count } samtaler
}
count-today-appointments = { $count ->
    [one] { $count } aftale
   *[other] { $count } aftaler
}
count-today-overdue = { $count ->
    [one] { $count } forsinket
   *[other] { $count } forsinkede
}
count-today-due = { $count } skal ske
count-today-calls = { $count } ring hjem
count-today-blank = { $count } uden registrering
count-today-weeks = { $count ->
    [one] { $count } uge fra egen skole
   *[other] { $count } uger fra egen skole
}
count-today-drafts = { $count ->
    [one] { $count } kladde
   *[other] { $count } kladder
}

today-nothing = Intet venter i dag
today-nothing-yours = Intet venter på dig i dag. v viser alles
today-nothing-more = Intet venter i dag. 1 viser sagerne
today-no-case = Rækken hører ikke til ét barn
today-not-excused = Kun samtaler, møder, breve og opfølgninger, der skal ske, kan udgå
today-not-follow-up = Vælg en opfølgning for at melde den udført
head-when = Hvornår
head-state = Stand
head-why = Hvorfor
