# Steps of a case: what each asks for, what is missing of it, and where it is entered.

# What a step asks for, as the name on a checklist.
requirement-decision-date = The committee's decision
requirement-sending-school = Sending school
requirement-parents-on-referral = Parents on the referral
requirement-ppr-on-referral = PPR on the referral
requirement-within-audience = Whom it is for
requirement-free-seat = Free seat
requirement-case-files = Case files
requirement-primary-contact = Primary contact
requirement-enrolment-talk = Enrolment talk
requirement-start-structure = Structure of the start
requirement-start-up-talk = Start-up talk
requirement-joint-analysis = Joint analysis
requirement-start-up-goals = Start-up goals
requirement-first-parent-talk = First parent talk
requirement-teaching-plan = Teaching plan
requirement-phase-out-plan = Phase-out plan
requirement-youth-guidance = Youth guidance (UU)
requirement-treatment-plan = Treatment plan
requirement-last-contact = Last contact
requirement-referrer-dialogue = Dialogue with the referrer
requirement-level-chosen = Level
requirement-level-interventions = The level's interventions
requirement-final-report = Final report
requirement-destination = Where the child goes
requirement-after-school-plan = Plan for after school
# What a programme without a committee and a sending school calls them.
requirement-decision-date-in-trivsel = Agreement on the course
requirement-sending-school-in-trivsel = The child's school
requirement-parents-on-referral-in-trivsel = Parents on the referral
requirement-ppr-on-referral-in-trivsel = PPR on the referral

# An unmet requirement in a refusal.
step-unmet = { $requirement }: { $missing }. { $place }
step-unmet-hard = { $requirement } (can't be waived): { $missing }. { $place }
move-imported = imported from a list
step-waived = Waived: { $requirement }. { $reason }

# What is missing of it.
missing-date = the date is missing, or it is after that of the step
missing-school = the school is not written
missing-person = nobody from { $role } is on record of the child
missing-parent = no parent or guardian is on record of the child
missing-class = the grade is not known
missing-birthday = the date of birth is not known
missing-outside-range = the child is outside the grades or ages of the programme
missing-seat = all { $norm } seats are held
missing-seat-taken = { $who } took the last of the { $norm } seats today
missing-contact = nobody is appointed
missing-contact-left = { $who } left on { $date }
missing-talk = the talk is not held and signed
missing-party-child = the child was not there on { $date }
missing-party-parent = no parent was there on { $date }
missing-party-contact = neither primary nor secondary contact was there on { $date }
missing-text = nothing is written yet
missing-system-child = the child is not described
missing-system-family = the family is not described
missing-system-school = the school is not described
missing-system-between = what happens between them is not described
missing-goal-personal = there is no personal goal
missing-goal-academic = there is no academic goal
missing-goal-family = there is no family goal
missing-booking = it is not booked in the calendar
missing-booking-past = the booking on { $date } is before the day of the step, and no parent talk is signed since the start-up
missing-teaching = there is no plan with Danish, maths and English
missing-document = the document is not written
missing-signature = the document is not signed
missing-destination = where the phase-out leads is not chosen
missing-receiving = the receiving place is not written
missing-dated-task = there is no dated step
missing-level = the level is not chosen
missing-intervention = { $kinds } is not set on the case
missing-or = or

# Where it is entered.
place-case = Write it in the fields of the case
place-child = Correct it on the child
place-people = Add them to the people around the child
place-talk = Write and sign the note "{ $kind }"
place-analysis = Write it in the joint analysis
place-goals = Write the goal under goals
place-interventions = Set the intervention on the case
place-level = Choose the level on the case
place-teaching = Write the plan under teaching
place-document = Open "{ $kind }" among the documents of the case
place-calendar = Book it in the calendar
place-seats = Close a case, raise the norm, or put the child on the waiting list
place-seats-waiting = Close a case, raise the number of seats, or wait for a seat
place-step = Write it here with the step

# Kinds of document.
document-treatment = Treatment plan
document-phase-out = Phase-out plan
document-after-school = Plan for after school
document-status-letter = Status letter
document-final-report = Final report

# Kinds of intervention.
intervention-development-talks = development talks
intervention-wellbeing-talks = wellbeing talks
intervention-parent-course = structured parent course
intervention-family-guidance = family guidance
intervention-family-treatment = family treatment
intervention-family-consultant = family consultant
intervention-contact-pedagogue = contact pedagogue
intervention-teacher = teacher
intervention-youth-guidance = UU course
intervention-other = another intervention

# Why else a step, or an edit of a case, was not done.
refusal-no-such-step = No step leads from { $from } to { $to }. Choose one from the menu
refusal-no-reason-waiver = What is waived needs a reason. Write it
refusal-no-reason-back = A step back needs a reason. Write it
refusal-no-reason-early = Closing early needs a reason. Write it
refusal-no-reason-declining = Declining needs a reason. Write it
refusal-no-reason-level = A new level needs a reason. Write it
refusal-nothing-to-annul = The case has no step that can be annulled
refusal-step-of-another = { $who } took the step. Only the person who took a step can annul it, and only on the same day
refusal-step-older = The step is from { $date }, and a step is annulled on the day it was taken. Move the case with a new step
refusal-step-undated = The step was not taken today, and a step is annulled on the day it was taken. Move the case with a new step
refusal-rests-days = { $days ->
    [one] The register has 1 day since the admission: { $first }. Clear it first
   *[other] The register has { $days } days since the admission, first { $first }. Clear them first
 }
refusal-rests-talk = { $who } signed the { $kind } ({ $date }) after the step, so it can't be annulled
refusal-rests-document = { $who } signed the { $kind } after the step, so it can't be annulled
refusal-rests-case = The child has a new case since, referred { $date }. Continue with that one
refusal-seat-taken-since = Seat { $seat } was given to { $child } from { $date } (by { $who }). Move the case with a new step, or choose another date
refusal-contact-gone = { $initials } is a contact of the case and left on { $date }. Create a new referral for the child
refusal-days-before = { $days ->
    [one] The register has 1 day before the date: { $first }. Choose that day or before, or clear the day
   *[other] The register has { $days } days before the date, first { $first }. Choose that day or before, or clear the days
 }
refusal-date-after = { $date } is too late, because a later step or another date of the case is { $last }. Choose { $last } or before
refusal-date-ahead = { $date } has not come yet. Choose today or a day before
refusal-date-before = { $date } is too early. Choose { $first } or later
refusal-case-over = The case is over ({ $stage }) and is not reopened. Make a new referral for the child
refusal-open-already = The child has an open case in the programme already ({ $stage }). Go on with that one
refusal-no-such-child = The child is not there any more. Find it in the list again
refusal-child-known = The child is on record already. Find it in the list and use it. If it stands there twice, make it one (d in Cases)
refusal-other-birthday = The CPR number belongs to the date of birth { $date }. Correct one of them
refusal-role-child = The child is not among the people around it. Choose another role
refusal-role-custody = { $role } can't have custody. Choose a parent or guardian
refusal-person-named = A signed note names this person. Enter a last day instead of removing them
refusal-same-contact = Primary and secondary contact must be two different people. Correct one of them
refusal-not-by-editing = It is not changed here. Use the step, the level or the progress instead
refusal-document-signed = { $who } signed the document on { $date }, so it is not changed. Write a new version
refusal-unsigned-version = "{ $kind }" has a version that is not signed. Go on with that one
refusal-gate-closed = New subjects require that both attendance and wellbeing rise: { $evidence }. Write a reason in the field "Opened because"
refusal-version-order = There is a newer version ({ $latest }). Open it and write there
refusal-nothing-written = Nothing is written yet. Write first
refusal-no-such-record = It is not there any more. See what stands there now
refusal-no-such-level = The programme has no level { $level }. Choose one it has
refusal-level-already = The case is at level { $level } already. That it is enough is the judgement of the follow-up meeting
refusal-level-needs-dialogue = The level is chosen after a dialogue with the referrer. Write and sign that first
refusal-level-needs-meeting = The level is changed after a new follow-up meeting or a new dialogue with the referrer, on { $date } or later. Write and sign the note first

# What is on record for a requirement.
evidence-written = written
evidence-person = on the list
evidence-within-range = inside the range
evidence-seat = seat { $seat }
evidence-held = held { $day }
evidence-booked = booked for { $day }
evidence-version = version { $version }
evidence-goals = { $count } goals
evidence-interventions = { $count } interventions
evidence-level = level { $level }
evidence-below-grade = only from grade { $grade }
evidence-no-teaching = the child is not taught here
refusal-in-own-register = The child is in the house's own register from { $date }. Register the days there
