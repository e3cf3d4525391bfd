# Consents and correspondence.

record-consent = Samtykke
record-correspondence = Korrespondance
saved-consent = Samtykke
saved-correspondence = Korrespondance

part-giver = Givet af
part-with-whom = Må deles med
part-withdrawn = Trukket tilbage
part-way = Retning
part-party = Hvem
part-channel = Hvordan

consent-term = { $from }–{ $to }
consent-open = fra { $from }
ground-consent = samtykke: { $what }
ground-reason = uden samtykke: { $reason }

correspondence-letter = Brev eller besked
correspondence-case-file = Sagsakt
correspondence-document = Plan, skriv eller rapport
correspondence-concern = Underretning
correspondence-absence-warning = Varsel om ulovligt fravær
correspondence-absence-notification = Underretning om ulovligt fravær
correspondence-absence-contact = Lederens kontakt om fravær
correspondence-support-plan = Støtteplan med PPR
correspondence-sick-teaching = Om sygeundervisning
correspondence-access = Indsigt i sagen
correspondence-other = Andet

channel-digital-post = Digital Post
channel-secure-mail = sikker mail
channel-aula = Aula
channel-post = brev med posten
channel-handed = overrakt
channel-phone = telefon
channel-other = på anden måde

basis-notification-duty = underretningspligten, barnets lov § 133
basis-absence-order = reglerne om elevers fravær
basis-authority = myndighedens egen sag, forvaltningsloven § 28
basis-access = retten til indsigt, forvaltningsloven § 9

way-in = ind
way-out = ud

refusal-no-ground = Modtageren har ikke del i sagen, og der er intet samtykke, der gælder den dag. Vælg en lovhjemmel, eller skriv hvorfor det sendes
refusal-no-ground-ended = Samtykket til at dele med modtageren gjaldt kun til { $date }. Få et nyt, vælg en lovhjemmel, eller skriv hvorfor det sendes
refusal-consent-not-yet = Samtykket gælder først fra { $from }
refusal-consent-not-in-force = Samtykket gjaldt fra { $from } og ikke længere fra { $over }
refusal-consent-of-another = Samtykket er til at dele med en anden end modtageren
refusal-consent-used = Der er sendt noget på samtykket, så det, det tillod, bliver stående. Det kan trækkes tilbage fra i dag
refusal-sent-unsigned = { $document } er ikke underskrevet. Det, der sendes, skal ligge fast

sheet-post = Post
sheet-consents = Samtykker
sheet-renew-consent = Enter: samtykkerne (et nyt eller trukket tilbage)
post-consents = Samtykker
post-case-files = Sagsakter, der er kommet
post-letters = Ind og ud
post-no-consents = ingen. n skriver et
post-no-case-files = ingen. n skriver, hvad der er kommet, og fra hvem
post-no-letters = intet. n skriver, hvad der er kommet eller sendt
consent-holds-until = gælder til { $day }
consent-holds-from = gælder fra { $day }
consent-ran-out = udløb { $day }
consent-withdrawn = trukket { $day }
consent-given = { $what } · givet af { $by }
consent-ends-early = slutter før den begynder: { $first }
consents-hold = gælder: { $with }
consents-none-hold = intet gælder i dag
consents-ran-out = { $count ->
    [one] { $count } udløbet
   *[other] { $count } udløbne
}
timeline-consent = Samtykke
timeline-withdrawn = Samtykke trukket
why-runs-out = gælder til { $date }
obligation-consent-renewal = Samtykke udløber

form-of-consent = Samtykke
form-of-correspondence = Post
field-giver = Givet af
field-shared = Hvad må deles
field-with-whom = Med hvem
field-withdrawn = Trukket tilbage
field-way = Ind eller ud
field-party = Fra/til hvem
field-letter = Hvad
field-channel = Hvordan
field-ground = Må sendes fordi
field-why-sent = Hvorfor sendes det
field-sent-document = Vores dokument
way-long-in = kommet ind
way-long-out = sendt ud
ground-consent-with = samtykke: { $what }
ground-written = en grund, du selv skriver
ground-asked = intet samtykke gælder. Vælg en lov, eller skriv hvorfor
ground-asked-ended = samtykket gjaldt til { $date }. Vælg en lov, eller skriv hvorfor
example-party = et par bogstaver: mor, PPR, skole – eller et navn
example-shared = fremmøde, trivsel og statusskriv
example-consent-to = tomt: indtil det trækkes tilbage
example-letter = PPR-vurdering fra maj · referat af mødet
example-why-sent = aftalt på mødet i dag; samtykket er på vej
sheet-sign-first = Dokumentet er ikke underskrevet. u underskriver det
