# Talks: the kinds of talk in the log.

talk-enrolment = Enrolment talk
talk-start-up = Start-up talk
talk-development = Development talk
talk-parent = Parent talk
talk-wellbeing = Wellbeing talk
talk-family-guidance = Family guidance
talk-family-treatment = Family treatment
talk-follow-up = Follow-up meeting
talk-status = Status meeting
talk-network = Network meeting
talk-referrer = Talk with the referrer
talk-youth-guidance = Youth guidance
talk-contact-pedagogue = Contact pedagogue
talk-message = Phone or message
talk-consultation = Consultation

talks-all = All talks
talks-empty = No talks yet.
talks-with = With:
talks-signed = Signed by { $name } { $day }
talks-draft = draft
talks-draft-mine = A draft, seen by you alone

# Who somebody is to a child.
role-child = the child
role-mother = mother
role-father = father
role-guardian = guardian
role-family = family
role-school = school
role-ppr = PPR
role-caseworker = caseworker
role-youth-guidance = UU
role-family-centre = family centre
role-referrer = referrer
role-other = others
