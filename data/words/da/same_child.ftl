# A child that was entered twice: the form, what is said afterwards, the history, and what stands against it.

key-same-child = samme barn to gange: saml det til ét
form-of-same-child = Samme barn to gange
draft-of-same-child = samme barn to gange
saved-merge = Samme barn

field-other-child = Det andet
field-stays = Bliver
field-moving = Flytter
field-twice = Står på begge

same-child-same = ens på begge
same-child-else = ellers { $other }
same-child-only = kun på det ene
same-child-last = den seneste { $day }
same-child-doubles = bliver til én, hvor intet underskrevet nævner begge
count-person = { $count ->
    [one] 1 person
   *[other] { $count } personer
}

question-merge = Saml til ét barn? { $gone } lægges ind i { $kept }: { $what }. Ctrl+O samler, og Ctrl+Z skiller dem igen, indtil noget er underskrevet
status-merged = { $gone } og { $kept } er nu ét barn. { $what } er flyttet.
status-merged-doubles = { $gone } og { $kept } er nu ét barn. { $what } er flyttet, { $doubles } stod på begge.
status-parted = { $gone } og { $kept } er to børn igen.

change-merged-gone = Samme barn to gange
change-merged-kept = Samlet til ét barn
change-merged-moved = { $record } fulgte med
change-merged-double = { $record } stod to gange

refusal-merge-itself = Det er det samme barn. Vælg et andet
refusal-merge-other-cpr = De har hvert sit CPR-nummer. Er det samme barn, så ret først det forkerte nummer på barnet
refusal-merge-open-twice = De har hver en åben sag i samme tilbud ({ $ours } og { $theirs }). Fjern først den, der er oprettet ved en fejl (Del under Næste trin på arket), eller afslut den ene
refusal-merge-overlap = De har hver et forløb i samme tilbud, og fra { $date } falder de sammen. Ret først den dag, der er forkert (r på arket)
refusal-merge-signed = { $who } har siden underskrevet noget på barnet ({ $date }), så det bliver ved med at være ét
refusal-merge-joined = Siden er de to børns sager bundet sammen: en sag fortsætter den anden, eller et samtykke eller et brev nævner en person fra den anden. Ret det først

likeness-number = de har samme CPR-nummer
likeness-name = samme fødselsdag, og navnene ligner hinanden
likeness-given = samme fødselsdag og fornavn
likeness-undated = samme navn, og en fødselsdag mangler
likeness-swapped = samme navn, og dag og måned er byttet om i fødselsdagen

born-on = født { $day }
born-unknown = uden fødselsdag

same-child-two = Enter: se dem side om side og saml dem · b: det er to børn
status-two-named = { $one } og { $other } er to børn, og ingen spørger om dem igen.
status-two-children = De to er hver sit barn, og ingen spørger om dem igen.
status-perhaps-one-named = Måske er { $one } og { $other } ét barn, og I dag spørger igen.
status-perhaps-one = Måske er de to ét barn, og I dag spørger igen.
record-two-children = To børn, ikke ét
