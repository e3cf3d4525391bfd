# Letters and reports: the figures they rest on, and the sentences they begin with.

figure-attendance = Attendance (pedagogical count)
figure-statutory-absence = Absence (statutory count)
figure-reported = Attendance at own school (reported)
figure-progress = Goal “{ $goal }”
figure-goal = A goal

figure-value-attendance = { $attended } of { $registered } registered days
figure-value-unregistered = { $value }, { $days } without a mark
figure-value-statutory = sick { $sick }, leave { $leave }, unlawful { $unlawful } of { $days }
figure-value-reported = { $attended } of { $possible } days in { $weeks }
figure-value-progress = { $from } → { $to } of 10
figure-value-scores = { $first } → { $last } ({ $count ->
    [one] 1 score
   *[other] { $count } scores
})
figure-value-score = { $score } (1 score)
figure-told = { $what }, { $span }: { $value }
figure-now = ▲ now { $value }: corrected since this was written
figure-now-nothing = ▲ now there is nothing to count: corrected since this was written
figures-title = Figures in the text, as they stood:
figures-changed = ▲ { $count ->
    [one] 1 figure has changed since
   *[other] { $count } figures have changed since
}

letter-period = The period { $span }.
letter-stage = { $stage } { $span }.
letter-stage-since = { $stage } since { $from }.
letter-level = Level { $level } from { $on }.
letter-level-reason = Level { $level } from { $on }: { $reason }
letter-intervention = Intervention: { $kind } { $span }{ $who }.
letter-intervention-since = Intervention: { $kind } since { $from }{ $who }.
letter-by = , by { $who }
letter-talks = { $kind }, { $count }: { $days }.
letter-figure = { $figure }.
letter-goal = Goal ({ $kind }) “{ $goal }”{ $far }.
letter-goal-far = : { $value }
letter-goal-ended = , { $how } { $on }
letter-subject = { $subject }{ $level }{ $goal }, for { $lessons }.
letter-subject-level = , level: { $level }
letter-subject-goal = , goal: { $goal }
letter-said-child = The child’s own words:
letter-said-parents = The parents’ own words:
letter-said = “{ $text }” ({ $kind } { $on })
letter-agreed = Agreed: { $what }, { $who }, by { $due }.
letter-agreed-ended = Agreed: { $what }, { $who } ({ $how } { $ended }).
letter-chosen = { $kind } { $on } (restricted note, chosen by { $who }):
letter-chosen-by = { $kind } { $on }, chosen by { $who }
letter-chosen-gone = a note that no longer belongs to the case, chosen by { $who }
chosen-title = From restricted notes:
chooser-title = Restricted talks since the last one · { $count }
chooser-how = Nothing is taken in unless it is chosen. Everybody who reads the document can read what is chosen.
chooser-closed = { $count ->
    [one] 1 restricted talk is not open to you.
   *[other] { $count } restricted talks are not open to you.
}
chooser-none = There are no restricted talks since the last one.
chooser-none-open = { $count ->
    [one] There is 1 restricted talk since the last one. It is not open to you.
   *[other] There are { $count } restricted talks since the last one. None of them is open to you.
}
chooser-taken = The text of the talk is in the document and can be changed.
chooser-out = The talk is out of the document.
chooser-out-but-changed = The talk is no longer chosen. What you changed in its text still stands there.

# What sets own words apart in a note: how its headings begin, and who is named before a quotation. In lower case.
voice-child-headings = the child’s own words | child’s own words | the child’s perspective | barnets egne ord | barnets ord | barnets perspektiv
voice-parent-headings = the parents’ own words | parents’ own words | the parents’ perspective | forældrenes egne ord | forældrenes ord | forældrenes perspektiv
voice-child-names = child pupil she he barnet hun han
voice-parent-names = mother father parents mor far forældrene plejemor plejefar

letter-part-course = course
letter-part-interventions = interventions
letter-part-talks = talks
letter-part-attendance = attendance
letter-part-scores = scores
letter-part-goals = goals
letter-part-teaching = teaching
letter-part-child-words = child's words
letter-part-parent-words = parents' words
letter-part-agreements = agreements
letter-part-recommendation = recommendation

list-letter = Template: { $kind }
list-how-letter = # Heading · + { $parts } · anything else is standing text. Empty = the usual template
list-letter-heading = begin with a heading. Try # Status
list-letter-part = unknown part after +. Try: { $parts }
list-letter-sections = 1 to 12 headings
list-letter-twice = each heading and each + only once
list-letter-recommends = a final report needs + recommendation under a heading

refusal-no-recommendation = The report has no recommendation for the child. Write it before it is signed
