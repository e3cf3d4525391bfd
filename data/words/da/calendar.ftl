# Calendar: public holidays and the days a school is closed.

holiday-new-year = Nytårsdag
holiday-maundy-thursday = Skærtorsdag
holiday-good-friday = Langfredag
holiday-easter-day = Påskedag
holiday-easter-monday = 2. påskedag
holiday-great-prayer-day = Store bededag
holiday-ascension = Kristi himmelfartsdag
holiday-whit-sunday = Pinsedag
holiday-whit-monday = 2. pinsedag
holiday-christmas-day = Juledag
holiday-second-christmas-day = 2. juledag

closure-summer = Sommerferie
closure-autumn = Efterårsferie
closure-christmas = Juleferie
closure-winter = Vinterferie
closure-constitution-day = Grundlovsdag
closure-christmas-eve = Juleaftensdag
closure-new-years-eve = Nytårsaftensdag
closure-easter = Påskeferie
closure-after-ascension = Dagen efter Kristi himmelfart
closure-local = Lukkedag

calendar-all-day = hele dagen
calendar-nothing = Ingen aftaler.

## The line for a new appointment. What it refuses stands on one line of 80 columns, with its example.
prompt-book = Ny aftale:
book-small-words = og med hos
book-busy = optaget: { $who }
book-nothing = hvad er aftalen? Prøv ons 13 forældre toft 50m
book-no-child = { $kind }: hvilket barn? Skriv også navnet
book-no-start = hvornår begynder den? Prøv 13 50m
book-two-lengths = enten fra–til eller en længde. Prøv 13-13.50 eller 13 50m
book-two-children = ét barn ad gangen
book-two-kinds = én slags samtale ad gangen
book-other-kind = { $kind } hører ikke til { $name }
book-unknown = { $word }: hverken barn, medarbejder eller tid. En titel: "{ $word }"
book-either = { $first } eller { $second }? Skriv mere, eller Tab
book-several = { $first }, { $second } med flere? Skriv mere, eller Tab
book-same-name = To hedder { $name }. Aftal det fra barnets ark
book-no-completion = Intet navn begynder sådan.
question-book = Dobbelt booket: { $others }. Ctrl+O aftaler det alligevel. Esc retter
