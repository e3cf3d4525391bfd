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
