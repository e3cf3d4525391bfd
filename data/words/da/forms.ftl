# Forms: their names, fields, and what stands beside a field.

form-talk = Ny samtale
form-addendum = Tilføjelse til samtalen
form-no-child = Konsultation (intet barn)
form-nothing-fits = intet passer. Slet bogstaver, eller tryk Esc
form-missing = mangler
form-unseen = har et tegn, som ingen kan se eller læse
form-no-letter = har intet bogstav
form-too-long = er for lang
form-one-answers = én ad gangen: den, der svarer for det
form-no-name = ikke et navn. Dagen skrives i næste felt
form-over-already = dagen er gået
form-tag-too-long = et ord må højst være 40 tegn
form-not-yet = er ikke kommet endnu. Skriv dagen, samtalen blev holdt
form-minutes = ikke en varighed. Prøv 50 eller 1 t 30
form-nobody = { $name } er ikke medarbejder her. Prøv initialer: MK, LB
form-new-tag = { $tag } (nyt)
form-open-to-all = hele huset
form-open-to-me = kun dig
form-open-to-these = kun dig, { $names }
form-save-off = { $count ->
    [one] Kan ikke gemmes: ret { $field } ({ $what })
   *[other] Kan ikke gemmes: ret { $count } felter. Først { $field } ({ $what })
}
form-no-template = Huset har ingen skabelon til den slags samtale. F3 viser husets lister
form-nothing-since = Der er ikke sket mere, end der står i afsnittet
form-only-read = Feltet kan kun læses
form-no-last = Der er ingen tidligere samtale at gentage
form-last-sealed = Den seneste samtale er fortrolig. Fortrolige samtaler gentages ikke
form-paste-too-long = For langt: et notat rummer 200.000 tegn. Intet er sat ind
form-paste-too-many-lines = For langt: et notat rummer 20.000 linjer. Intet er sat ind
form-stays = Ny dag. Datoerne i formularen står stadig, som de var { $day }

field-child = Barn
field-place = Sted
field-topic = Emne
field-kind = Type
field-date = Dato
field-text = Notat
field-what = Aftale
field-who = Hvem
field-when = Hvornår
field-scores = ORS ved start
field-alliance = SRS til slut
field-start = Kl.
field-minutes = Varighed
field-with = Deltagere
field-themes = Temaer
field-methods = Metoder
field-open-to = Adgang
field-siblings = Også om
field-addition = Tilføjelse
field-list = Liste

draft-kept = kladde gemt { $time }
draft-not-kept = kladde ikke gemt
draft-saved = Gemt { $when }
draft-trouble = Kladden kan ikke gemmes: { $why } Teksten står her og gemmes, så snart det kan lade sig gøre
draft-leave-anyway = Ctrl+Q igen går ud uden den
draft-stays = Kladden er gemt. Ctrl+K finder den igen
draft-aside-damaged = En tekst, der blev lagt ved siden af huset, kan ikke læses. Filen ligger der stadig
draft-gone = Kladden er underskrevet eller slettet et andet sted. Din tekst er gemt som en ny kladde
draft-held = { $who } har kladden åben siden kl. { $time }. Skriver I begge, gemmes to kladder
addendum-held = { $who } skriver også en tilføjelse, siden kl. { $time }. Hver bliver til sin egen
draft-both = To udgaver af kladden
draft-both-goes-on = Du kan skrive videre her: det går i din egen udgave. Esc lukker
draft-both-ours = Din udgave, gemt som en ny kladde:
draft-both-theirs = Udgaven fra { $who } kl. { $time }, den oprindelige kladde:
draft-unknown = Kladden er skrevet med et nyere program. Åbn den dér
draft-of-addendum = tilføjelse
form-of-misplaced = Notat på forkert barn
field-right-child = Rette barn
draft-of-misplaced = notat på forkert barn
draft-of-review = eftersyn af et opslag
draft-of-archive = afgørelse fra arkivet
draft-of-erase = sletning
draft-of-list = liste
drafts-none = Du har ingen kladder
drafts-of = { $count ->
    [0] Du har ingen kladde mere: { $what }
    [one] Du har en kladde: { $what }
   *[other] Du har { $count } kladder: { $what }
}
drafts-choose = Stil markøren på en kladde
drafts-new = Begynd forfra. Kladden bliver liggende
drafts-keys = Enter skriv videre   Delete slet   Esc senere

question-sign = Underskriv? { $kind } { $day }, { $name }. Ctrl+O låser notatet for altid
question-add = Underskriv? { $what }. Ctrl+O låser tilføjelsen for altid
question-sign-document = Underskriv? { $what }, { $name }, { $day }. Ctrl+O låser dokumentet for altid
question-step = Flyt sagen? { $name } til { $to }, { $day }. Ctrl+O flytter den. Trinnet kan kun annulleres i dag og kun af dig
question-annul = Annullér trinnet? { $name } går tilbage fra { $to } ({ $day }) til { $from }. Ctrl+O annullerer, og begrundelsen bliver stående på sagen
question-discard = Slet kladden for altid? { $name }, { $when }. Ctrl+O sletter den
question-fill = Udfyld { $day } som planlagt? { $count ->
    [one] 1 barn
   *[other] { $count } børn
} mangler. Ctrl+O udfylder
question-remove-goal = { $count ->
    [one] Slet målet »{ $name }« og dets status fra { $date }? Ctrl+O sletter begge, og Ctrl+Z henter dem tilbage
   *[other] Slet målet »{ $name }« og dets { $count } statusser siden { $date }? Ctrl+O sletter det hele, og Ctrl+Z henter det tilbage
}
question-remove-case = Fjern sagen? { $name } og alt, hvad der er skrevet i sagen, forsvinder. Ctrl+O fjerner den, og Ctrl+Z henter den tilbage
question-withdrawn = Ikke gjort: kun Ctrl+O svarer ja

lists-title = Husets lister
lists-empty = Listen er tom.
list-themes = Temaer
list-methods = Metoder
list-template = Skabelon: { $kind }
list-series = Egne målinger
list-cut-offs = Grænser
list-retention = Opbevaring efter afslutning
list-how-retention = Trivselsforløb: 5 år · Kommunalt: ja/nej
retention-years = { $count } år
retention-municipal = Kommunalt
retention-yes = ja
retention-no = nej
list-absence-limits = Grænser for fravær
list-confirmation = Konfirmationsår
list-labels = Egne navne på linjerne i { $name }
list-how-tags = ét på hver linje
list-how-template = teksten, et notat begynder med
list-how-series = Uro; 0 – 10 trin 1; ned; 4 mor; sum: Ro, Søvn; licens: fri
list-series-cut-off = en grænse ligger i området, evt. med hvem og alder: 14 barnet 11-17
list-series-step = trinnet skal gå op i området: 0 – 2 trin 1
list-series-lines = op til tolv linjer med hvert sit navn og komma imellem
list-series-total = linjerne bliver til sum, gennemsnit eller hver for sig. sum: Sove, Spise
series-step = trin
series-retired = udgået
series-licence = licens
total-sum = sum
total-mean = gennemsnit
total-none = hver for sig
list-how-cut-offs = navn: tal mellem 0 og 40
list-how-absence-limits = dato: to tal og % eller dage. 1.1.2027: 10 / 15 dage
list-how-confirmation = kommunens klassetrin: 7 eller 8
list-how-labels = fire linjer, eller ingen
list-tag-comma = et komma deler i to. Skriv det uden
list-limits-twice = datoen står på to linjer
list-concern = Regler for bekymring
list-how-concern = 10 procent, 5 dage, 7 dage, eller husets egen. Vores: over 15 %, 4 i træk, 6 af 30
list-concern-twice = reglen står på to linjer
limits-days = dage
list-wrong = linje { $line }: { $what }
direction-up = op
direction-down = ned
cut-ors-adult = ORS fra 18 år
cut-ors-young = ORS 13–17 år
cut-cors = CORS
cut-srs = SRS og CSRS

outside-no-editor = Intet program at skrive i. Sæt EDITOR, for eksempel: export EDITOR=nano
outside-failed = Programmet sluttede med en fejl. Teksten er, som den var
outside-failed-saved = Programmet sluttede med en fejl. Teksten er, som den var; det, programmet havde gemt, er en kladde for sig (Esc, Ctrl+K)
outside-at-once = Programmet sluttede straks uden at ændre teksten. Åbner det sit eget vindue, så lad det vente: EDITOR="code --wait"
outside-no-place = Der er intet privat sted i hukommelsen til filen, eller det, der kom tilbage, er ikke tekst. Teksten er, som den var

score-count = { $found } tal, der skal fire. Prøv 6,5 7 8 5
score-outside = hver linje går fra 0 til 10. Prøv 6,5 7 8 5
score-word = { $word } er hverken måling eller person. Prøv 6,5 7 8 5 · mor cors 6,5 7 8 5
score-series = { $name } er { $count ->
    [one] ét tal
   *[other] { $count } tal
} fra { $low } til { $high }. Prøv { $name } { $example }
score-series-step = { $name } er { $count ->
    [one] ét tal
   *[other] { $count } tal
} fra { $low } til { $high } i trin på { $step }. Prøv { $name } { $example }
alert-alliance-low = { $name } { $sum } er under { $cut }: tal om samtalen
alert-alliance-fell = { $name } er faldet fra { $from } til { $to }: tal om samtalen
alert-worse = { $name } { $now } er mindst 5 under første gang ({ $first })
alert-quiet = Ingen måling siden { $date }: over 4 uger

example-what = hvad er aftalt? Tomt: ingenting
example-when = man · fre uge 50 · +2u · 24.11
example-start = 9 · 9.30 · 9-10.15
example-minutes = minutter: 50, eller 1 t 30
example-with = med komma: barnet, mor, LB
example-tags = et par bogstaver, Enter tager det foreslåede; flere med komma
example-place = skole eller arbejdssted
example-topic = hvad handlede det om? Må være tomt
example-scores = { $name } fra barnet: 6,5 7 8 5. Fra mor: mor { $adult } 6,5 7 8 5
form-nothing-fits-here = intet passer
score-under = under { $cut }
score-over = ikke under { $cut }
