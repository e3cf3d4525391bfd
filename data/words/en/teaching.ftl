# Teaching: the subjects of the Folkeskole.

subject-danish = Danish
subject-maths = maths
subject-english = English
subject-german = German
subject-french = French
subject-history = history
subject-social-studies = social studies
subject-geography = geography
subject-biology = biology
subject-physics-chemistry = physics/chemistry
subject-christian-studies = Christian studies
subject-nature-technology = nature/technology
subject-music = music
subject-art = art
subject-crafts = crafts and design
subject-home-economics = home economics
subject-pe = PE

head-subject = Subject
head-lessons = Lessons
head-level = Level
head-goal = Goal

teaching-empty = No children with a seat. The plan belongs to the child's course.
teaching-aim = Aim
teaching-no-plan = no plan yet
teaching-no-timetable = No timetable yet.
teaching-by-week = Attended of what was planned
teaching-by-week-reported = Reported attendance at the child's own school
teaching-own-school = The child goes to its own school, which keeps the register. There is no timetable here.
teaching-hours = Planned { $hours } h a week
teaching-add-hint = n adds the first subject; Danish, maths and English come with it.
teaching-version-of = version { $number } of { $count } · from { $day }
teaching-version-short = version { $number } · from { $day }
teaching-before-version-reported = reported attendance { $share } { $from }–{ $to }
teaching-before-version = attended { $share } of the hours { $from }–{ $to }
teaching-timetable-since = { $count ->
    [one] timetable from { $day }
   *[other] timetable from { $day }, last of { $count }
}
teaching-waived = waived: { $reason }
teaching-opened = opened against the numbers: { $reason }
teaching-materials = Materials
teaching-no-texts = No goal and no materials yet. Enter edits the subject.
teaching-one-version = The plan has only one version. The next one comes when a subject is edited on another day.
teaching-choose-versions = ← → choose the newer version, ↑ ↓ the older
teaching-no-other-version = There is no other version to compare with.
teaching-no-subject = not in the plan
teaching-always = Danish, maths and English are always in the plan. Enter waives the subject with a reason.
teaching-removed-none = There is no plan to change yet.

teaching-view-plan = Plan
teaching-view-compare = Compare

gate-open = More subjects: open
gate-closed = More subjects: closed
gate-part = { $part } of { $whole }
gate-days = { $before } → { $after } days
gate-hours = { $before } → { $after } h
gate-weeks = { $before } → { $after } days in { $first } → { $second } weeks, told by { $sources }
gate-school-days = { $before } → { $after } school days
gate-weeks-few = attendance: too few weeks are reported, { $found } of { $needed } in each period
gate-attendance-rises = attendance { $compared }: rises
gate-attendance-not = attendance { $compared }: does not rise
gate-attendance-few = attendance: too few days, { $found } registered of { $needed } in each period
gate-wellbeing-rises = { $name } ({ $rater }) { $after } against { $before }: above
gate-wellbeing-not = { $name } ({ $rater }) { $after } against { $before }: not above
gate-wellbeing-sealed = wellbeing: some scores belong to restricted notes that are not open to you; { $found } of { $needed } are
gate-wellbeing-few = wellbeing: too few scores, { $found } of { $needed }

head-progress = Reached

form-of-subject = Subject
field-subject = Subject
field-lessons = Lessons a week
field-subject-level = Level
field-reached = Reached, 0 to 10
field-materials = Materials
field-waived = Waived because
field-opened = Opened because
subject-no-lessons = no lessons while the subject is waived
subject-waived-example = only for a waiver: practice, junior apprenticeship

teaching-view-timetable = Timetable
timetable-from = Changes hold from { $day } · { $hours } h a week
timetable-between = Holds { $day } until the timetable of { $next } · { $hours } h a week
timetable-version = timetable { $number } of { $count } · from { $day }
timetable-none = no timetable yet
timetable-hours = { $hours } h
timetable-adjustment-longer = Next step: { $day } { $hours } (e takes it). { $span }: { $share } attended
timetable-adjustment-shorter = Perhaps shorter: { $day } { $hours } (e takes it). { $span }: { $share } attended
timetable-adjustment-soon = The next proposal comes when the timetable has run for a week
timetable-adjustment-stay = The timetable fits. { $span }: { $share } of the hours attended
timetable-adjustment-few = No proposal: fewer than { $needed } half-days are registered { $span }
timetable-own-school = The child's own school keeps the register. A timetable here is for the hours with us.
timetable-two-spells = A day has at most two spells. Fill the gap, or take one of them out.
timetable-unchanged = The timetable is like that already.
timetable-nothing-copied = Nothing is copied yet: c copies an hour, d a day, u a week.
timetable-copied-hour = The hour is copied. x puts it in.
timetable-copied-day = The day is copied. x puts it in.
timetable-copied-week = The week is copied. x puts it in, also for another child.
timetable-no-hour = There is no school time here to copy
timetable-no-adjustment = There is no proposal to take.
form-of-school-day = Timetable
field-hours = Hours
field-entries = Content
school-day-hours-example = 8:30-11 or 8:30-10 12-13:30
school-day-hours-wrong = one or two spells. Try 8:30-10 12-13:30
school-day-blocks-example = 8:30 Danish; 9:15 break
school-day-blocks-wrong = time and name, separated by semicolons. Try 8:30 Danish; 9:15 break
school-day-blocks-outside = something lies outside the hours
