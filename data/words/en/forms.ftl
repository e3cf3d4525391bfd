# Forms: their names, fields, and what stands beside a field.

form-talk = New talk
form-addendum = Addition to the talk
form-no-child = Consultation (no child)
form-nothing-fits = nothing fits. Delete letters, or press Esc
form-missing = is missing
form-unseen = has a character that nobody can see or read
form-no-letter = has no letter
form-too-long = is too long
form-one-answers = one at a time: who answers for it
form-no-name = not a name. The day goes in the next field
form-over-already = that day has passed
form-tag-too-long = a word has at most 40 characters
form-not-yet = has not come yet. Write the day the talk was held
form-minutes = not a length. Try 50 or 1 h 30
form-nobody = { $name } does not work here. Try initials: MK, LB
form-new-tag = { $tag } (new)
form-open-to-all = the whole house
form-open-to-me = you alone
form-open-to-these = only you, { $names }
form-save-off = { $count ->
    [one] Can't be saved: set { $field } right ({ $what })
   *[other] Can't be saved: set { $count } fields right. First { $field } ({ $what })
}
form-no-template = The house has no template for this kind of talk. F3 shows the house's lists
form-nothing-since = Nothing has happened that the section does not tell
form-only-read = The field is only to read
form-no-last = There is no earlier talk to repeat
form-last-sealed = The last talk is restricted. Restricted talks are not repeated
form-paste-too-long = Too long: a note holds 200,000 characters. Nothing was pasted
form-paste-too-many-lines = Too long: a note holds 20,000 lines. Nothing was pasted
form-stays = A new day. The dates in the form still stand as they were on { $day }

field-child = Child
field-place = Place
field-topic = Topic
field-kind = Kind
field-date = Date
field-text = Note
field-what = Agreed
field-who = Who
field-when = When
field-scores = Score
field-alliance = At the end
field-start = At
field-minutes = Minutes
field-with = With
field-themes = Themes
field-methods = Methods
field-open-to = Open to
field-siblings = Also about
field-addition = Addition
field-list = List

draft-kept = draft kept { $time }
draft-not-kept = draft not kept
draft-saved = Kept { $when }
draft-trouble = The draft can't be kept: { $why } The text stays here and is kept as soon as it can be
draft-leave-anyway = Ctrl+Q again leaves without it
draft-stays = The draft is kept. Ctrl+K finds it again
draft-aside-damaged = A text that was set aside beside the house can't be read. Its file is still there
draft-gone = The draft was signed or deleted elsewhere. Your text is kept as a new draft
draft-held = { $who } has had the draft open since { $time }. If you both write, two drafts are kept
addendum-held = { $who } is writing an addition too, since { $time }. Each becomes its own
draft-both = Two versions of the draft
draft-both-goes-on = You can go on writing here: it goes into your own version. Esc closes
draft-both-ours = Your version, kept as a new draft:
draft-both-theirs = The version by { $who } at { $time }, the original draft:
draft-unknown = The draft was written with a newer program. Open it there
draft-of-addendum = addition
form-of-misplaced = Note on the wrong child
field-right-child = Right child
draft-of-misplaced = note on the wrong child
draft-of-review = review of a look
draft-of-archive = decision of an archive
draft-of-erase = erasure
draft-of-list = list
drafts-none = You have no drafts
drafts-of = { $count ->
    [0] You have no draft any more: { $what }
    [one] You have a draft: { $what }
   *[other] You have { $count } drafts: { $what }
}
drafts-choose = Put the cursor on a draft
drafts-new = Start anew. The draft stays
drafts-keys = Enter go on   Delete delete   Esc later

question-sign = Sign? { $kind } { $day }, { $name }. Ctrl+O locks the note for good
question-add = Sign? { $what }. Ctrl+O locks the addition for good
question-sign-document = Sign? { $what }, { $name }, { $day }. Ctrl+O locks the document for good
question-step = Move the case? { $name } to { $to }, { $day }. Ctrl+O moves it. The step can be annulled only today and only by you
question-annul = Annul the step? { $name } goes back from { $to } ({ $day }) to { $from }. Ctrl+O annuls it, and the reason stays on the case
question-discard = Delete the draft for good? { $name }, { $when }. Ctrl+O deletes it
question-fill = Fill { $day } as planned? { $count ->
    [one] 1 child is
   *[other] { $count } children are
} missing. Ctrl+O fills
question-remove-goal = { $count ->
    [one] Delete the goal “{ $name }” and its status of { $date }? Ctrl+O deletes both, and Ctrl+Z brings them back
   *[other] Delete the goal “{ $name }” and its { $count } statuses since { $date }? Ctrl+O deletes them all, and Ctrl+Z brings them back
}
question-remove-case = Remove the case? { $name } and all that was written in the case go. Ctrl+O removes it, and Ctrl+Z brings it back
question-withdrawn = Not done: only Ctrl+O answers yes

lists-title = The house's lists
lists-empty = The list is empty.
list-themes = Themes
list-methods = Methods
list-template = Template: { $kind }
list-series = Own measures
list-cut-offs = Cut-offs
list-retention = Retention after closing
list-how-retention = Trivselsforløb: 5 years · Municipal: yes/no
retention-years = { $count ->
    [one] { $count } year
   *[other] { $count } years
}
retention-municipal = Municipal
retention-yes = yes
retention-no = no
list-absence-limits = Limits of absence
list-confirmation = Year of confirmation
list-labels = Own names of the lines of { $name }
list-how-tags = one a line
list-how-template = the text a note begins with
list-how-series = Unrest; 0 – 10 step 1; down; 4 mother; sum: Calm, Sleep; licence: free
list-series-cut-off = a cut-off lies in the range, with whom and which ages if need be: 14 child 11-17
list-series-step = the step must divide the range: 0 – 2 step 1
list-series-lines = at most twelve lines, each with its own name, with commas between
list-series-total = the lines make a sum, a mean, or stay apart. sum: Sleep, Eat
series-step = step
series-retired = retired
series-licence = licence
total-sum = sum
total-mean = mean
total-none = apart
list-how-cut-offs = name: a number from 0 to 40
list-how-absence-limits = date: two numbers and % or days. 1.1.2027: 10 / 15 days
list-how-confirmation = the grade of the municipality: 7 or 8
list-how-labels = four lines, or none
list-tag-comma = a comma makes two of it. Write it without
list-limits-twice = the date is on two lines
list-concern = Rules of concern
list-how-concern = 10 per cent, 5 days, 7 days, or the house's own. Ours: over 15 %, 4 in a row, 6 of 30
list-concern-twice = the rule is on two lines
limits-days = days
list-wrong = line { $line }: { $what }
direction-up = up
direction-down = down
cut-ors-adult = ORS from 18 years
cut-ors-young = ORS 13–17 years
cut-cors = CORS
cut-srs = SRS and CSRS

outside-no-editor = No program to write in. Set EDITOR, for example: export EDITOR=nano
outside-failed = The program ended with a failure. The text is as it was
outside-failed-saved = The program ended with a failure. The text is as it was; what the program had saved is a draft of its own (Esc, Ctrl+K)
outside-at-once = The program ended at once and did not change the text. If it opens its own window, make it wait: EDITOR="code --wait"
outside-no-place = There is no private place in memory for the file, or what came back is no text. The text is as it was

score-count = { $found } numbers, four are needed. Try 6.5 7 8 5
score-outside = each line goes from 0 to 10. Try 6.5 7 8 5
score-word = { $word } is neither measure nor person. Try 6.5 7 8 5 · mother cors 6.5 7 8 5
score-series = { $name } is { $count ->
    [one] one number
   *[other] { $count } numbers
} from { $low } to { $high }. Try { $name } { $example }
score-series-step = { $name } is { $count ->
    [one] one number
   *[other] { $count } numbers
} from { $low } to { $high } in steps of { $step }. Try { $name } { $example }
alert-alliance-low = { $name } { $sum } is below { $cut }: talk about the talk
alert-alliance-fell = { $name } fell from { $from } to { $to }: talk about the talk
alert-worse = { $name } { $now } is at least 5 below the first ({ $first })
alert-quiet = No score since { $date }: more than 4 weeks

example-what = what was agreed? Empty: nothing
example-when = mon · fri week 50 · +2w · 24.11
example-start = 9 · 9.30 · 9-10.15
example-minutes = minutes: 50, or 1 h 30
example-with = with commas: child, mother, LB
example-tags = a few letters, Enter takes what is offered; several with commas
example-place = school or place of work
example-topic = what was it about? May be empty
example-scores = { $name } by the child: 6.5 7 8 5. By the mother: mother { $adult } 6.5 7 8 5
form-nothing-fits-here = nothing fits
score-under = under { $cut }
score-over = not under { $cut }
