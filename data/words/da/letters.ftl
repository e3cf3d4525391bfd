# Letters and reports: the figures they rest on, and the sentences they begin with.

figure-attendance = Fremmøde (pædagogisk talt)
figure-statutory-absence = Fravær (lovpligtigt talt)
figure-reported = Fremmøde på egen skole (oplyst)
figure-progress = Mål »{ $goal }«
figure-goal = Et mål

figure-value-attendance = { $attended } af { $registered } registrerede dage
figure-value-unregistered = { $value }, { $days } uden registrering
figure-value-statutory = syg { $sick }, ekstra fri { $leave }, ulovligt { $unlawful } af { $days }
figure-value-reported = { $attended } af { $possible } dage i { $weeks }
figure-value-progress = { $from } → { $to } af 10
figure-value-scores = { $first } → { $last } ({ $count ->
    [one] 1 måling
   *[other] { $count } målinger
})
figure-value-score = { $score } (1 måling)
figure-told = { $what }, { $span }: { $value }
figure-now = ▲ nu { $value }: der er rettet, siden det blev skrevet
figure-now-nothing = ▲ nu er der intet at tælle: der er rettet, siden det blev skrevet
figures-title = Tal i teksten, som de stod:
figures-changed = ▲ { $count ->
    [one] 1 tal er ændret siden
   *[other] { $count } tal er ændret siden
}

letter-period = Perioden { $span }.
letter-stage = { $stage } { $span }.
letter-stage-since = { $stage } siden { $from }.
letter-level = Grad { $level } fra { $on }.
letter-level-reason = Grad { $level } fra { $on }: { $reason }
letter-intervention = Indsats: { $kind } { $span }{ $who }.
letter-intervention-since = Indsats: { $kind } siden { $from }{ $who }.
letter-by = , ved { $who }
letter-talks = { $kind }, { $count }: { $days }.
letter-figure = { $figure }.
letter-goal = Mål ({ $kind }) »{ $goal }«{ $far }.
letter-goal-far = : { $value }
letter-goal-ended = , { $how } { $on }
letter-subject = { $subject }{ $level }{ $goal }, { $lessons }.
letter-subject-level = , niveau: { $level }
letter-subject-goal = , mål: { $goal }
letter-said-child = Barnets egne ord:
letter-said-parents = Forældrenes egne ord:
letter-said = »{ $text }« ({ $kind } { $on })
letter-agreed = Aftalt: { $what }, { $who }, senest { $due }.
letter-agreed-ended = Aftalt: { $what }, { $who } ({ $how } { $ended }).
letter-chosen = { $kind } { $on } (fortroligt notat, taget med af { $who }):
letter-chosen-by = { $kind } { $on }, valgt af { $who }
letter-chosen-gone = et notat, der ikke længere hører til sagen, valgt af { $who }
chosen-title = Fra fortrolige notater:
chooser-title = Fortrolige samtaler siden sidst · { $count }
chooser-how = Intet er med, før det vælges. Det, der vælges, kan alle læse, som læser dokumentet.
chooser-closed = { $count ->
    [one] 1 fortrolig samtale er ikke åben for dig.
   *[other] { $count } fortrolige samtaler er ikke åbne for dig.
}
chooser-none = Der er ingen fortrolige samtaler siden sidst.
chooser-none-open = { $count ->
    [one] Der er 1 fortrolig samtale siden sidst. Den er ikke åben for dig.
   *[other] Der er { $count } fortrolige samtaler siden sidst. Ingen af dem er åbne for dig.
}
chooser-taken = Samtalens tekst er i dokumentet og kan rettes.
chooser-out = Samtalen er ude af dokumentet.
chooser-out-but-changed = Samtalen er ikke længere valgt. Det, du har rettet i dens tekst, står der endnu.

# What sets own words apart in a note: how its headings begin, and who is named before a quotation. In lower case.
voice-child-headings = barnets egne ord | barnets ord | barnets perspektiv | den unges egne ord | den unges perspektiv
voice-parent-headings = forældrenes egne ord | forældrenes ord | forældrenes perspektiv
voice-child-names = barnet eleven hun han
voice-parent-names = mor far forældrene moren faren plejemor plejefar plejeforældrene stedmor stedfar

letter-part-course = forløb
letter-part-interventions = indsatser
letter-part-talks = samtaler
letter-part-attendance = fremmøde
letter-part-scores = trivselsmålinger
letter-part-goals = mål
letter-part-teaching = undervisning
letter-part-child-words = barnets ord
letter-part-parent-words = forældrenes ord
letter-part-agreements = aftaler
letter-part-recommendation = anbefaling

list-letter = Skabelon: { $kind }
list-how-letter = # Overskrift · + { $parts } · ellers fast tekst. Tom = den almindelige skabelon
list-letter-heading = begynd med en overskrift. Prøv # Status
list-letter-part = ukendt afsnit efter +. Prøv: { $parts }
list-letter-sections = 1 til 12 overskrifter
list-letter-twice = hver overskrift og hver + kun én gang
list-letter-recommends = en afslutningsrapport skal have + anbefaling under en overskrift

refusal-no-recommendation = Rapporten har ingen anbefaling for barnet. Skriv den, før den underskrives
