# Forms of a case: analysis, documents, appointments, teaching plan, steps. And what a change is told as.

form-of-analysis = Joint analysis
form-of-document = Document
form-of-sign = Sign
form-of-book = New appointment
form-of-teaching = Teaching plan
form-of-step = Step

field-of-child = The child
field-of-family = The family
field-of-school = The school
field-of-between = Between them
field-sec-background = Background
field-sec-aims = Aims
field-sec-effort = Effort
field-sec-evaluation = Evaluation
field-sec-purpose = Purpose
field-sec-transition = Transition
field-sec-support = Support
field-sec-wishes = Wishes
field-sec-status = Status
field-sec-growth = Development
field-sec-next = Next steps
field-sec-course = Course
field-sec-worked = What worked
field-sec-advice = Advice
field-sec-other = Other part
field-destination = Leads to
field-receiving = Received by
field-step-what = Step
field-done-on = Done
field-to-sign = Text
field-signs = Signed by
field-called = Title
field-staff-there = Staff
field-plan-aim = Plan's aim
field-danish-level = Danish level
field-danish-goal = Danish goal
field-danish-lessons = Danish less.
field-maths-level = Maths level
field-maths-goal = Maths goal
field-maths-lessons = Maths less.
field-english-level = Engl. level
field-english-goal = Engl. goal
field-english-lessons = Engl. less.
field-priority = Urgency
field-spoken = Last spoke
field-outcome = Outcome
field-waive = Waive
field-because = Reason

system-between = Between them

papers-no-sheet = the sheet of the case is not open. Open the case and fetch the draft there (Ctrl+K)
papers-overtaken = a colleague has changed it since you opened it. Esc keeps your text as a draft; look at what stands now
papers-unchanged = nothing is changed
papers-not-yet = has not come yet. Write today or a day before
papers-since = From { $from } up to { $to }:
papers-goal = Goal
papers-next-version = new version { $version } (version { $signed } is signed)
papers-done-hint = the day, if it is done
papers-sign-hint = Ctrl+S, then Enter. A signature can't be undone
papers-no-kind = no talk
papers-clash = the child already has { $title } { $at } ({ $who })
papers-other-subjects = other subjects stay as they are: { $subjects }
papers-lessons = a number from 0 to 40. Try 3
papers-waive-hard = { $name } can't be waived
papers-waive-unknown = { $name } is no requirement. Type the first letters of one that is missing
papers-hard = ■ { $name } (can't be waived)
papers-missing = missing: { $missing }
papers-all-waived = nothing else is missing
count-lesson = { $count ->
    [one] { $count } lesson a week
   *[other] { $count } lessons a week
}
