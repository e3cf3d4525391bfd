//! Finds the word that a mistyped word was meant to be.

use strsim::damerau_levenshtein;

use super::synonyms::Key;

/// The word closest to a text: at most one letter added, missing, wrong or swapped, two in a longer word. `None` if
/// two words are equally close.
pub(super) fn near<'w, T: PartialEq>(text: &str, words: impl IntoIterator<Item = (&'w str, T)>) -> Option<T> {
    let text = Key::of(text);
    let allowed = match text.len() {
        0 | 1 => return None,
        2..=7 => 1,
        _ => 2,
    };
    let mut best: Option<(usize, T)> = None;
    let mut tied = false;
    for (word, meant) in words {
        let word = Key::of(word);
        let away = damerau_levenshtein(text.wide(), word.wide())
            .min(damerau_levenshtein(text.plain(), word.plain()));
        if away > allowed || away >= word.len() {
            continue;
        }
        match &best {
            Some((nearest, _)) if *nearest < away => {}
            Some((nearest, other)) if *nearest == away => tied |= *other != meant,
            _ => (best, tied) = (Some((away, meant)), false),
        }
    }
    best.filter(|_| !tied).map(|(_, meant)| meant)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(text: &str) -> Option<&'static str> {
        near(text, ["Fødselsdato", "Forløb", "AB", "AC", "LK", "Noah Lind"].map(|w| (w, w)))
    }

    #[test]
    fn a_slip_of_the_hand_is_answered_with_what_was_meant() {
        assert_eq!(of("Fødesldato"), Some("Fødselsdato"));
        assert_eq!(of("forløv"), Some("Forløb"));
        assert_eq!(of("LKK"), Some("LK"));
        assert_eq!(of("Noa Lind"), Some("Noah Lind"));
        // Two words are equally close, or none is close.
        for text in ["AD", "XY", "", "Vera Prøve", "x"] {
            assert_eq!(of(text), None, "{text}");
        }
    }
}
