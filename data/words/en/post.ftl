# Consents and correspondence.

record-consent = Consent
record-correspondence = Correspondence
saved-consent = Consent
saved-correspondence = Correspondence

part-giver = Given by
part-with-whom = To be shared with
part-withdrawn = Withdrawn
part-way = Direction
part-party = With
part-channel = How

consent-term = { $from }–{ $to }
consent-open = from { $from }
ground-consent = consent: { $what }
ground-reason = without consent: { $reason }

correspondence-letter = Letter or message
correspondence-case-file = Case file
correspondence-document = Plan, letter or report
correspondence-concern = Notification of concern
correspondence-absence-warning = Warning of unlawful absence
correspondence-absence-notification = Notification of unlawful absence
correspondence-absence-contact = The head's contact about absence
correspondence-support-plan = Support plan with PPR
correspondence-sick-teaching = On sick teaching
correspondence-access = Access to the file
correspondence-other = Other

channel-digital-post = Digital Post
channel-secure-mail = secure mail
channel-aula = Aula
channel-post = letter by mail
channel-handed = handed over
channel-phone = telephone
channel-other = in another way

basis-notification-duty = the duty to notify, Children's Act § 133
basis-absence-order = the rules on absence from school
basis-authority = the authority's own case, Public Administration Act § 28
basis-access = the right of access, Public Administration Act § 9

way-in = in
way-out = out

refusal-no-ground = The receiver has no part in the case, and no consent holds on that day. Choose a law, or write why it is sent
refusal-no-ground-ended = The consent to share with the receiver held only until { $date }. Get a new one, choose a law, or write why it is sent
refusal-consent-not-yet = The consent holds only from { $from }
refusal-consent-not-in-force = The consent held from { $from }, and no longer from { $over }
refusal-consent-of-another = The consent is to share with somebody other than the receiver
refusal-consent-used = Something was sent on the consent, so what it allowed stays. It can be withdrawn from today
refusal-sent-unsigned = { $document } is not signed. What is sent must stay as it is

sheet-post = Post
sheet-consents = Consents
sheet-renew-consent = Enter: the consents (a new one, or withdrawn)
post-consents = Consents
post-case-files = Case files received
post-letters = In and out
post-no-consents = none. n writes one
post-no-case-files = none. n writes what came, and from whom
post-no-letters = nothing. n writes what came or was sent
consent-holds-until = holds until { $day }
consent-holds-from = holds from { $day }
consent-ran-out = ran out { $day }
consent-withdrawn = withdrawn { $day }
consent-given = { $what } · given by { $by }
consent-ends-early = ends before it begins: { $first }
consents-hold = in force: { $with }
consents-none-hold = none in force today
consents-ran-out = { $count } ran out
timeline-consent = Consent
timeline-withdrawn = Consent withdrawn
why-runs-out = holds until { $date }
obligation-consent-renewal = Consent runs out

form-of-consent = Consent
form-of-correspondence = Post
field-giver = Given by
field-shared = What may be shared
field-with-whom = With whom
field-withdrawn = Withdrawn
field-way = In or out
field-party = From/to
field-letter = What
field-channel = How
field-ground = May be sent on
field-why-sent = Why it is sent
field-sent-document = Our document
way-long-in = came in
way-long-out = sent out
ground-consent-with = consent: { $what }
ground-written = a reason you write
ground-asked = no consent holds. Choose a law, or write why
ground-asked-ended = the consent held until { $date }. Choose a law, or write why
example-party = a few letters: mother, PPR, school – or a name
example-shared = attendance, wellbeing and status letters
example-consent-to = empty: until it is withdrawn
example-letter = PPR assessment from May · minutes of the meeting
example-why-sent = agreed in the meeting today; the consent is on its way
sheet-sign-first = The document is not signed. u signs it
