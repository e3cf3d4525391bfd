# Talks: the kinds of talk in the log.

talk-enrolment = Indskrivningssamtale
talk-start-up = Opstartssamtale
talk-development = Udviklingssamtale
talk-parent = Forældresamtale
talk-wellbeing = Trivselssamtale
talk-family-guidance = Familievejledning
talk-family-treatment = Familiebehandling
talk-follow-up = Opfølgningsmøde
talk-status = Statusmøde
talk-network = Netværksmøde
talk-referrer = Dialog med henviser
talk-youth-guidance = UU-vejledning
talk-contact-pedagogue = Kontaktpædagog
talk-message = Telefon eller besked
talk-consultation = Konsultation

talks-all = Alle samtaler
talks-empty = Ingen samtaler endnu.
talks-with = Med:
talks-signed = Underskrevet af { $name } { $day }
talks-draft = kladde
talks-draft-mine = Kladde, kun synlig for dig

# Who somebody is to a child.
role-child = barnet
role-mother = mor
role-father = far
role-guardian = værge
role-family = familie
role-school = skole
role-ppr = PPR
role-caseworker = rådgiver
role-youth-guidance = UU
role-family-centre = Familiehuset
role-referrer = henviser
role-other = andre
