//! The words that lists may use for a coded value: the code itself, Danish, or English.

use trivsel_domain::record::{Origin, Outcome, Priority, TalkKind};
use trivsel_domain::value::{Coded, MarkKind, Role, Stage};

use super::near::near;
use super::problem::{Expected, Fault, Wrong};
use trivsel_words::text::{fold, fold_plain};

/// A word normalised for comparison: no case, spaces or punctuation, and both spellings of æ, ø and å.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Key {
    wide: String,
    plain: String,
}

impl Key {
    pub fn of(text: &str) -> Self {
        let letters = |folded: String| folded.chars().filter(|c| c.is_alphanumeric()).collect();
        Self { wide: letters(fold(text)), plain: letters(fold_plain(text)) }
    }

    /// Whether this matches one of our words.
    pub fn means(&self, word: &str) -> bool {
        let word = Self::of(word);
        self.wide == word.wide || self.plain == word.plain
    }

    /// With æ, ø and å as ae, oe and aa.
    pub fn wide(&self) -> &str {
        &self.wide
    }

    /// With æ, ø and å as ae, o and a.
    pub fn plain(&self) -> &str {
        &self.plain
    }

    /// The number of letters and digits.
    pub fn len(&self) -> usize {
        self.plain.chars().count()
    }

    pub fn means_any(&self, words: &[&str]) -> bool {
        words.iter().any(|w| self.means(w))
    }
}

/// An enum whose variants have several names in lists.
pub(super) trait Named: Coded {
    /// The names besides the code, Danish first.
    fn names(self) -> &'static [&'static str];

    /// The variant with this name.
    fn named(text: &str) -> Option<Self> {
        let key = Key::of(text);
        Self::ALL.iter().copied().find(|v| key.means(v.code()) || key.means_any(v.names()))
    }

    /// The variant with this name; on failure, what was expected and the closest word.
    fn read(text: &str, expected: Expected) -> Result<Self, Wrong> {
        let words = || Self::ALL.iter().flat_map(|v| v.names().iter().copied().chain([v.code()]));
        Self::named(text).ok_or_else(|| Wrong {
            fault: Fault::NotA(expected),
            near: near(text, words().map(|w| (w, w))).map(str::to_owned),
        })
    }
}

impl Named for Stage {
    fn names(self) -> &'static [&'static str] {
        match self {
            Self::Referral => &["visitation", "henvist", "referred"],
            Self::Waiting => &["venteliste", "venter", "waiting list"],
            Self::Admitted => &["visiteret"],
            Self::StartUp => &["opstart"],
            Self::Course => &["forløb", "i forløb"],
            Self::PhaseOut => &["udslusning"],
            Self::Closed => &["afsluttet"],
            Self::Declined => &["ikke visiteret", "afvist", "not admitted"],
        }
    }
}

impl Named for Outcome {
    fn names(self) -> &'static [&'static str] {
        match self {
            Self::GeneralSchool => &["almenskole", "folkeskole", "almen skole"],
            Self::SpecialProgramme => &["specialtilbud", "mindre indgribende specialtilbud"],
            Self::YouthEducation => &["ungdomsuddannelse"],
            Self::OtherOffer => &["andet tilbud", "another offer"],
            Self::Moved => &["flyttet"],
            Self::Withdrawn => &["trukket ud", "trukket tilbage", "udmeldt", "udmeldt af familien"],
        }
    }
}

impl Named for Priority {
    fn names(self) -> &'static [&'static str] {
        match self {
            Self::Low => &["kan vente", "lav", "can wait"],
            Self::Normal => &["almindelig"],
            Self::Urgent => &["haster", "høj", "high"],
        }
    }
}

impl Named for Origin {
    fn names(self) -> &'static [&'static str] {
        match self {
            Self::Own => {
                &["egen", "eget", "egne", "vores", "vores eget", "os", "tilbuddet", "ours", "our own"]
            }
            Self::SendingSchool => &["afgivende skole", "skolen", "skole", "school"],
        }
    }
}

impl Named for MarkKind {
    fn names(self) -> &'static [&'static str] {
        match self {
            Self::Present => &["t", "til stede", "fremmødt", "mødt"],
            Self::Late => &["f", "for sent", "sent", "forsinket"],
            Self::Partial => &["d", "delvis", "delvist", "partly"],
            Self::Sick => &["s", "syg", "sygdom"],
            Self::Leave => &[
                "l",
                "lov",
                "lov til fri",
                "fri",
                "ekstraordinær fri",
                "ekstraordinær frihed",
                "leave granted",
            ],
            Self::Unlawful => &["u", "ulovligt", "ulovlig", "ulovligt fravær"],
            Self::Elsewhere => {
                &["h", "hjemme", "ude", "mødt hjemme", "mødt ude", "mødt hjemme/ude", "met at home/out"]
            }
            Self::NotExpected => &["ikke planlagt", "ikke forventet", "not planned"],
        }
    }
}

impl Named for TalkKind {
    fn names(self) -> &'static [&'static str] {
        match self {
            Self::Enrolment => &["indskrivningssamtale", "indskrivning", "enrolment talk"],
            Self::StartUp => &["opstartssamtale", "opstart", "start-up talk"],
            Self::Development => &["udviklingssamtale", "udvikling", "børnesamtale", "development talk"],
            Self::Parent => &["forældresamtale", "forældre", "parent talk", "parents"],
            Self::Wellbeing => &["trivselssamtale", "trivsel", "wellbeing talk"],
            Self::FamilyGuidance => &["familievejledning"],
            Self::FamilyTreatment => &["familiebehandling"],
            Self::FollowUp => &["opfølgningsmøde", "opfølgning", "follow-up meeting"],
            Self::Status => &["statusmøde", "status meeting"],
            Self::Network => &["netværksmøde", "netværk", "network meeting"],
            Self::Referrer => &[
                "dialog med henviser",
                "henviserdialog",
                "henviser",
                "referrer dialogue",
                "talk with the referrer",
            ],
            Self::YouthGuidance => &["uu-vejledning", "uu"],
            Self::ContactPedagogue => &["kontaktpædagog"],
            Self::Message => {
                &["telefon eller besked", "telefon", "besked", "opkald", "phone or message", "phone"]
            }
            Self::Consultation => &["konsultation", "sparring"],
        }
    }
}

impl Named for Role {
    fn names(self) -> &'static [&'static str] {
        match self {
            Self::Child => &["barnet", "barn", "den unge", "eleven", "elev", "the child", "pupil"],
            Self::Mother => &["mor", "moderen", "mum", "mom"],
            Self::Father => &["far", "faderen", "dad"],
            Self::Guardian => {
                &["værge", "plejemor", "plejefar", "plejeforældre", "plejefamilie", "foster parent"]
            }
            Self::Family => &["familie", "familien", "the family"],
            Self::School => &["skole", "skolen", "the school"],
            Self::Ppr => &[],
            Self::Caseworker => &["rådgiver", "sagsbehandler", "socialrådgiver", "social worker"],
            Self::YouthGuidance => &["uu", "uu-vejleder", "uu-vejlederen"],
            Self::FamilyCentre => &["familiehuset", "familiehus", "the family centre"],
            Self::Referrer => &["henviser", "henviseren", "the referrer"],
            Self::Other => &["andre", "anden", "others"],
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use trivsel_words::{Lang, Words};

    fn no_word_means_two<T: Named + std::fmt::Debug>() {
        for one in T::ALL {
            for word in one.names().iter().copied().chain([one.code()]) {
                assert_eq!(T::named(word), Some(*one), "{word}");
            }
        }
    }

    #[test]
    fn every_word_means_one_thing() {
        no_word_means_two::<Stage>();
        no_word_means_two::<Outcome>();
        no_word_means_two::<Priority>();
        no_word_means_two::<Origin>();
        no_word_means_two::<MarkKind>();
        no_word_means_two::<TalkKind>();
        no_word_means_two::<Role>();
    }

    fn the_screens_words_are_taken<T: Named + std::fmt::Debug>(prefix: &str) {
        for lang in [Lang::Da, Lang::En] {
            let words = Words::new(lang);
            for one in T::ALL {
                let word = words.code(prefix, one.code());
                assert_eq!(T::named(word), Some(*one), "{word}");
            }
        }
    }

    #[test]
    fn a_list_may_say_what_the_screen_says() {
        the_screens_words_are_taken::<Stage>("stage");
        the_screens_words_are_taken::<Outcome>("outcome");
        the_screens_words_are_taken::<Priority>("priority");
        the_screens_words_are_taken::<MarkKind>("mark");
        the_screens_words_are_taken::<TalkKind>("talk");
        the_screens_words_are_taken::<Role>("role");
    }

    #[test]
    fn danish_letters_may_be_written_without_them() {
        for text in ["Forløb", "FORLOEB", "forlob", " for-løb "] {
            assert_eq!(Stage::named(text), Some(Stage::Course), "{text}");
        }
    }
}
