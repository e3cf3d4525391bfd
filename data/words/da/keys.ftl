# Keys: the names of commands and keys in the footer, help and palette.

# The name of every command, as help, palette and README show it.
key-pane-caseload = Sager
key-pane-calendar = Kalender
key-pane-talks = Samtaler
key-pane-teaching = Undervisning
key-pane-attendance = Fremmøde
key-pane-next = næste fane
key-pane-before = forrige fane
key-up = op
key-down = ned
key-left = til venstre
key-right = til højre (i registeret: dagens anden halvdel)
key-page-up = en side op
key-page-down = en side ned
key-first = første linje
key-last = sidste linje
key-open = åbn det, markøren står på
key-accept = godkend det skrevne
key-back = luk, eller gå tilbage; intet skrevet går tabt
key-search = søg i denne fane
key-next-view = anden visning
key-sort = sortér: bekymring eller navn først
key-go-to-date = gå til en dato
key-today = gå til i dag
key-day-before = forrige skoledag (i kalenderen: uge)
key-day-after = næste skoledag (i kalenderen: uge)
key-undo = fortryd
key-redo = gør igen
key-help = alle taster her
key-palette = kommandoer og børn, søg ved navn
key-lock = lås skærmen
key-quit = afslut
key-mark-present = til stede
key-mark-late = for sent: nu, eller spørger hvornår
key-mark-partial = delvis: til nu, eller spørger fra–til
key-mark-sick = syg; på en kommende dag meldes det frem
key-mark-leave = lov til fri; på en kommende dag meldes det frem
key-mark-unlawful = ulovligt fravær
key-mark-elsewhere = mødt hjemme eller ude
key-clear-mark = slet mærket
key-fill-rest = resten som planlagt
key-remark = bemærkning til dagen
key-mood = dagens humør, 1 til 5
key-mark-time = ret klokkeslæt på for sent eller delvis
key-foretell = meld fravær frem over dage
key-jump-to-row = hop til barnet med det bogstav
key-select = i ugen: markér flere dage

# The short form of those that the footer shows.
hint-up = op
hint-down = ned
hint-open = åbn
hint-accept = godkend
hint-back = luk
hint-search = søg
hint-next-view = visning
hint-sort = sortér
hint-go-to-date = dato
hint-today = i dag
hint-day-before = før
hint-day-after = efter
hint-undo = fortryd
hint-help = taster
hint-palette = find alt
hint-quit = afslut
hint-mark-present = til stede
hint-mark-late = for sent
hint-mark-partial = delvis
hint-mark-sick = syg
hint-mark-leave = lov
hint-mark-unlawful = ulovligt
hint-mark-elsewhere = hjemme/ude
hint-clear-mark = slet
hint-fill-rest = resten som planlagt
hint-remark = bemærkning
hint-mood = humør
hint-mark-time = klokkeslæt
hint-foretell = meld frem
hint-jump-to-row = hop

# How keys are written.
chord-space = mellemrum
chord-capital = Shift+bogstav
chord-backspace = Slet bagud

# The places where keys hold.
context-panes = I alle faner
context-attendance = Fremmøde
context-caseload = Sager
context-calendar = Kalender
context-talks = Samtaler
context-teaching = Undervisning
context-prompt = I et felt
context-picker = I hjælp og kommandoer
context-reader = Når man læser
context-lock = På den låste skærm
context-everywhere = Overalt

# Why a command is off.
off-read-only = Huset kan kun læses her: mappen eller filen er skrivebeskyttet.
off-fill-ahead = Kommende dage kan ikke fyldes ud. s og l melder fravær frem.
off-no-time = Ingen forsinkelse eller delvis dag at rette.
off-nobody = Ingen børn på denne dag. g går til en anden dag.
off-no-school = Ingen skoledag. < og > går til skoledagen før og efter.
off-no-such-row = Ingen linje har det bogstav.
off-one-mark-a-day = Til og med 6. klasse registreres én gang om dagen.
off-select-in-week = Dage markeres i ugevisningen. v skifter visning.
