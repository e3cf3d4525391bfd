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
