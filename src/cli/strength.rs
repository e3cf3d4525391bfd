//! Judges how easily a new passphrase is guessed, with zxcvbn; an existing passphrase is not judged.

use secrecy::{ExposeSecret, SecretString};
use trivsel_domain::record::Staff;
use trivsel_words::Words;
use zxcvbn::feedback::{Feedback, Warning};
use zxcvbn::{Score, zxcvbn};

/// The lowest score that is accepted: ten to the eighth guesses, each as slow as the key derivation.
const ENOUGH: Score = Score::Three;

/// Words that an intruder tries here; the lists of zxcvbn are English.
const EXPECTED: [&str; 10] = [
    "trivsel",
    "skolefravær",
    "fravær",
    "skole",
    "adgangskode",
    "adgangssætning",
    "kodeord",
    "velkommen",
    "sommer",
    "passphrase",
];

/// Why a passphrase is too weak for a member of staff, in a sentence; `None` if it is strong enough.
pub(super) fn weakness(words: &Words, passphrase: &SecretString, owner: &Staff) -> Option<String> {
    let own = format!("{} {}", owner.name.as_str(), owner.initials.as_str()).to_lowercase();
    let expected: Vec<&str> =
        EXPECTED.into_iter().chain(own.split_whitespace()).chain([own.as_str()]).collect();
    let entropy = zxcvbn(passphrase.expose_secret(), &expected);
    if entropy.score() >= ENOUGH {
        return None;
    }
    let why = reason(words, entropy.feedback().and_then(Feedback::warning));
    Some(words.with("cli-weak", &[("why", why.into())]))
}

fn reason(words: &Words, warning: Option<Warning>) -> &str {
    words.get(match warning {
        Some(Warning::StraightRowsOfKeysAreEasyToGuess | Warning::ShortKeyboardPatternsAreEasyToGuess) => {
            "cli-weak-keys"
        }
        Some(
            Warning::RepeatsLikeAaaAreEasyToGuess | Warning::RepeatsLikeAbcAbcAreOnlySlightlyHarderToGuess,
        ) => "cli-weak-repeats",
        Some(Warning::SequencesLikeAbcAreEasyToGuess) => "cli-weak-sequence",
        Some(Warning::RecentYearsAreEasyToGuess | Warning::DatesAreOftenEasyToGuess) => "cli-weak-date",
        Some(
            Warning::NamesAndSurnamesByThemselvesAreEasyToGuess
            | Warning::CommonNamesAndSurnamesAreEasyToGuess,
        ) => "cli-weak-name",
        Some(
            Warning::ThisIsATop10Password
            | Warning::ThisIsATop100Password
            | Warning::ThisIsACommonPassword
            | Warning::ThisIsSimilarToACommonlyUsedPassword
            | Warning::AWordByItselfIsEasyToGuess,
        ) => "cli-weak-common",
        None => "cli-weak-short",
    })
}
