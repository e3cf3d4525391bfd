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
calendar-all = all
calendar-busy = busy
calendar-earlier = before
calendar-later = after
calendar-without-staff = nobody
calendar-nobody = { $name }: neither a child nor a member of staff
calendar-same-name = Two are called { $name }. Type the class too
prompt-whose = Whose calendar:
calendar-nothing = No appointments.

## The line for a new appointment. What it refuses stands on one line of 80 columns, with its example.
prompt-book = New appointment:
book-small-words = and with
book-busy = busy: { $who }
book-nothing = what is it? Try Wed 13 parent toft 50m
book-no-child = { $kind }: which child? Type the name too
book-no-start = when does it start? Try 13 50m
book-two-lengths = either from–to or a length. Try 13-13.50 or 13 50m
book-two-children = one child at a time
book-two-kinds = one kind of talk at a time
book-other-kind = { $kind } does not belong to { $name }
book-unknown = { $word }: no child, member of staff or time. A title: "{ $word }"
book-either = { $first } or { $second }? Type more, or Tab
book-several = { $first }, { $second } and more? Type more, or Tab
book-same-name = Two are called { $name }. Book it from the child's sheet
book-no-completion = No name begins like that.
question-book = Double booked: { $others }. Ctrl+O books it anyway. Esc corrects

## The next free times for the line.
free-title = Free times
free-hint = 1-3 or Enter puts the time in. PgDn shows later times.
free-beyond = { $count ->
    [one] There is one time on the list: 1 or Enter puts it in.
   *[other] There are { $count } times on the list: 1 to { $count } puts one of them in.
}
free-none = No free time in the next { $weeks } weeks. Try fewer people or a shorter time.

## The talks that propose themselves.
proposals-title = { $count ->
    [one] { $count } talk proposes itself
   *[other] { $count } talks propose themselves
}
proposals-in-week = { $count } in { $week }
proposals-told = Proposals: { $weeks }
proposals-none = No proposals: all that is to happen soon is booked.
proposals-full = no free time
proposals-aside = Put aside. It is proposed again when the program is opened next time.
proposals-no-time = None of them has a free time. n in the calendar books a time all the same.
proposals-late = One of the times has just been taken. Here are new proposals.
no-time-contact = No free time: the case has no contact. Choose one on the case sheet.
no-time-school-day = No free time: no school day is left in the period.
no-time-child-away = No free time: the child is not there for long enough on those days. The timetable is in Teaching.
no-time-taken = No free time in the period for both the child and { $who }. Move an appointment, or use n in the calendar.
head-week-number = Week
head-people = Who
status-appointments = { $count } appointments are in the calendar.
count-appointment = { $count ->
    [one] { $count } appointment
   *[other] { $count } appointments
}

## The school calendar in the house's lists.
list-school-year = School calendar: holidays and closing days
closing-title = School calendar · school year { $year }
closing-first-last = first school day { $first } · last { $last }
closing-none = No holidays or closing days.
closing-week = week { $week }
closing-rule-week = week { $week }, every year
closing-rule-yearly = { $days }, every year
closing-rule-easter = follows Easter
closing-rule-every = every year
closing-rule-once = this year only
closing-yearly = every year|yearly|hvert år|årligt
closing-how = which days? Try 16.4 training day, or week 8 winter holiday
closing-yearly-how = which days every year? Try every year week 8, or every year 24.12
closing-instead = instead of { $days }
closing-new = New: { $what }
closing-gone = Deleted: { $what }
closing-obligations = { $count ->
    [one] 1 due date moves
   *[other] { $count } due dates move
 }
closing-appointments = { $count ->
    [one] 1 appointment is then on a closed day
   *[other] { $count } appointments are then on a closed day
 }
closing-closed = { $count ->
    [one] 1 day leaves the register
   *[other] { $count } days leave the register
 }
closing-opened = { $count ->
    [one] 1 day enters the register
   *[other] { $count } days enter the register
 }
closing-drops = { $day } lapses
closing-comes = new { $day }
closing-not-saved = The school calendar is unchanged.
head-closure = Closed
head-closure-days = Days
head-school-days = Count
prompt-closure = New closing day:
prompt-closure-change = New days:
status-closure-saved = School calendar saved: { $what }.
status-closure-removed = Deleted from the school calendar: { $what }.
status-closure = School calendar: { $what }.
count-school-day = { $count ->
    [one] 1 school day
   *[other] { $count } school days
 }
context-school-year = In the school calendar
context-moves = Before the school calendar is saved
