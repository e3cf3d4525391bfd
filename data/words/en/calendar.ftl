# Calendar: public holidays and the days a school is closed.

holiday-new-year = New Year's Day
holiday-maundy-thursday = Maundy Thursday
holiday-good-friday = Good Friday
holiday-easter-day = Easter Day
holiday-easter-monday = Easter Monday
holiday-great-prayer-day = Great Prayer Day
holiday-ascension = Ascension Day
holiday-whit-sunday = Whit Sunday
holiday-whit-monday = Whit Monday
holiday-christmas-day = Christmas Day
holiday-second-christmas-day = Second Christmas Day

closure-summer = Summer holiday
closure-autumn = Autumn holiday
closure-christmas = Christmas holiday
closure-winter = Winter holiday
closure-constitution-day = Constitution Day
closure-christmas-eve = Christmas Eve
closure-new-years-eve = New Year's Eve
closure-easter = Easter holiday
closure-after-ascension = Day after Ascension
closure-local = Closing day

calendar-all-day = all day
calendar-nothing = No appointments.
