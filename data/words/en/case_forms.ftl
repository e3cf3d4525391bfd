# The forms of a case: their names, their fields, and what stands beside them.

form-of-fields = Fields of the case
form-of-child = The child
form-of-person = Somebody around the child
form-of-goal = Goal
form-of-progress = How far the goal has come
form-of-intervention = Intervention
form-of-level = Level
form-of-refer = New case

field-name = Name
field-born = Born
field-cpr = CPR
field-class = Class
field-school = School
field-role = Part
field-custody = Custody
field-phone = Phone
field-mail = Mail
field-workplace = Workplace
field-note = Remark
field-until = Until
field-goal = Goal
field-municipal = Action plan
field-set-on = Set on
field-ended = End
field-ended-on = Ended on
field-how-far = 0 to 10
field-from = From
field-to = To
field-level = Level
field-level-on = From
field-talk = Talk
field-reason = Why
field-decided-on = Decided
field-files-on = Case files
field-primary = Primary
field-secondary = Secondary
field-expected-end = Expected end
field-needs = Needs
field-priority = Priority
field-last-contact = Last spoken
field-start-structure = Start
field-programme = Programme
field-referred-on = Put forward
field-parents = Parents
field-ppr = PPR
field-led-to = Why now

answer-yes = yes
answer-no = no

case-form-ahead = has not come yet. Try today · yesterday · 24.11.2026
case-form-long = is longer than 200 characters. Write it shorter
case-form-name-long = is too long. A name has at most 120 characters
case-form-mail = is no mail address. Try mette@example.dk
case-form-choose = is missing. Choose with the arrows, or type a few letters
case-form-same = is as it was. Nothing is changed; Esc closes
case-form-gone = was removed by a colleague. Esc goes back to the sheet
case-form-no-sheet = belongs to a case that is not open. Open its sheet first
case-form-to-before = is before the first day. Try +3w
case-form-before-referral = is before the referral. Choose that day or a later one
case-form-goal-order = is before the day the goal was set
progress-before-goal = is before the day the goal was set
progress-none = nothing yet
progress-wrong = is a whole number: 0 not begun, 10 reached. Try 4
intervention-which = is missing. Write which other intervention it is
level-now = now level { $level }
level-same = is the same as now. Choose another
level-why = is missing. Write why the level changes
level-before-talk = is before the talk. Choose the day of the talk or a later one
level-no-dialogue = no signed dialogue with the referrer yet. t on the sheet writes it
level-no-meeting = no new dialogue or follow-up since the last. t on the sheet writes it
contact-twice = is the same as the primary one. Choose another, or empty the field
need-nobody = { $need } (nobody here has it)

born-wrong = is no birthday. Try 4.3.2013
born-no-such = { $text } does not exist. Try 4.3.2013
born-is-cpr = is a CPR number. Write it in CPR
born-year = can't be { $year }. Write the whole year: 4.3.2013
cpr-digits = is not ten digits. Try 040313-4321
cpr-no-date = does not begin with a date. Try 040313-4321
cpr-year = says born { $day }. Check the seventh digit: 040313-4321
cpr-modulus = without modulus 11, may hold
cpr-kept = { $cpr } is kept. Type - to remove it
cpr-removed = is removed
cpr-none = is not there anyway
cpr-other-birthday = says born { $day }. Correct the birthday or the number
class-wrong = is no class. Try 7.b · 7
class-stays = can't be emptied. Write the class now: 7.b

refer-known = is here already: { $stage }, put forward { $day }
refer-unsure = may be here already, born { $day }
refer-namesake = another of that name was born { $day }
refer-which = is missing, as a child of that name is here. Try 4.3.2013
refer-cpr-known = write the birthday here, and the CPR number on the child once the case is made
refer-class-known = is corrected on the child once the case is made
refer-people-known = are on record of the child

# What may be written in an empty field.
example-born = 4.3.2013
example-born-or-cpr = 4.3.2013 or the whole CPR number
example-start-structure = who meets the child, when and for how long, as the child sees it
example-cpr = 040313-4321
example-class = 7.b
example-parents = mother Mette Holm 12 34 56 78, father Jens Holm
example-ppr = Birgit Lund 87 65 43 21

# Words that people type.
people-phone-words = tel phone mobile mail tlf
people-no-role = { $word }: mother, father or guardian? Try mother Mette Holm
people-no-name = a name is missing. Try mother Mette Holm 12 34 56 78
people-no-contact = the name is missing. Try Birgit Lund 12 34 56 78
parent-words-mother = mother mum mor
parent-words-father = father dad far
parent-words-guardian = guardian parent værge

# What was saved, in the line below the pane.
saved-person = Person
saved-goal = Goal
saved-intervention = Intervention
saved-level = Level
saved-case = Fields of the case
saved-child = The child
saved-refer = New case
saved-analysis = Joint analysis
saved-document = Document
saved-sign-document = The document
saved-step = The case
saved-appointment = Appointment
status-saved = { $what } saved: { $name }.
status-removed = { $what } removed: { $name }.
status-of = { $what }: { $name }.
status-progress = { $goal }: { $value }/10
status-referred = New case made: { $name }. → → shows what the next step asks for
status-level = Level { $level } saved: { $name }.
status-signed-document = Signed: { $name }.
status-stepped = { $name } has moved to { $stage }.
form-theirs = a colleague wrote meanwhile: { $text }
form-both = You have both written here
form-both-theirs = { $field } – as it stands now:
form-both-ours = { $field } – as you wrote it:
status-overtaken-record = { $by } was first at { $time }. Nothing is saved, and your text is here. See what stands there now, and press Ctrl+S again to save yours

hint-new-case = new case
key-new-case = new case: child, parents, PPR and why
