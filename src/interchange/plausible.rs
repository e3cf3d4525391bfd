//! Judges whether a decoded text can be Danish, by its non-ASCII letters and their neighbours.

/// Letters that are common in Danish lists.
const DANISH: &str = "æøåÆØÅéÉäöüÄÖÜ";

/// Characters that people write inside or between words.
const JOINING: &str = "’´–—\u{AD}·\u{A0}";

/// Characters that people write beside a word.
const BESIDE: &str = "‘‚“”„«»…°§€£½¼¾²³©®™•";

/// What the non-ASCII characters of a text look like.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Look {
    /// Danish letters in places where letters can stand.
    pub danish: usize,
    /// Characters that no Danish text has in that place: symbols inside words, capitals after small letters,
    /// control characters.
    pub odd: usize,
}

/// Counts the characters of a text.
pub(super) fn look(text: &str) -> Look {
    let mut look = Look::default();
    let (mut before, mut chars) = (None, text.chars().peekable());
    while let Some(c) = chars.next() {
        if !c.is_ascii() {
            let after = chars.peek().copied();
            if !can_stand(c, before, after) {
                look.odd += 1;
            } else if DANISH.contains(c) {
                look.danish += 1;
            }
        }
        before = Some(c);
    }
    look
}

fn can_stand(c: char, before: Option<char>, after: Option<char>) -> bool {
    let is = |c: Option<char>, what: fn(char) -> bool| c.is_some_and(what);
    let (letter_before, letter_after) = (is(before, char::is_alphabetic), is(after, char::is_alphabetic));
    if c.is_control() || c == char::REPLACEMENT_CHARACTER {
        false
    } else if c.is_alphabetic() {
        let beside_digit = is(before, |c| c.is_ascii_digit()) || is(after, |c| c.is_ascii_digit());
        let alone = !letter_before && !letter_after && !DANISH.contains(c);
        let capital_inside = c.is_uppercase() && is(before, char::is_lowercase);
        let capital_before_small = c.is_uppercase() && letter_before && is(after, char::is_lowercase);
        !(beside_digit || alone || capital_inside || capital_before_small)
    } else if JOINING.contains(c) {
        true
    } else if BESIDE.contains(c) {
        !(letter_before && letter_after)
    } else {
        !(letter_before || letter_after)
    }
}

/// Whether a UTF-8 text was once read in a wrong encoding and saved again: `SÃ¸ren`, `s›vnen`, `S\u{FFFD}ren`.
pub(super) fn is_garbled(text: &str) -> bool {
    let mut before = [None; 2];
    for c in text.chars() {
        let lead = matches!(before[1], Some('Ã' | 'Â'));
        let twice_encoded = lead && !c.is_ascii() && (!c.is_alphabetic() || c <= '\u{BF}');
        let inside = |sign| matches!(sign, Some('›' | '†' | '‡' | '¿' | '¾' | '¯' | '®' | '¸'));
        let sign_in_word =
            inside(before[1]) && c.is_alphabetic() && before[0].is_some_and(char::is_alphabetic);
        if c == char::REPLACEMENT_CHARACTER || twice_encoded || sign_in_word {
            return true;
        }
        before = [before[1], Some(c)];
    }
    false
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn danish_is_told_from_what_a_wrong_code_page_makes_of_it() {
        for text in
            ["Søren Ægård, født på Ærø", "SØREN ÅSE", "8.30–12 “sød” 20 °C ½ time", "mor–barn", "Muñoz", "å"]
        {
            assert_eq!(look(text).odd, 0, "{text}");
        }
        for text in
            ["s›vnen", "G†r", "p† skolen", "M\u{8c}ns", "MŒns", "B¾k", "S¿ren", "sÊt", "≈se", "8.30û12", "pŒ"]
        {
            assert!(look(text).odd > 0, "{text}");
        }
    }

    #[test]
    fn a_text_saved_in_a_wrong_encoding_is_known_by_its_letters() {
        for text in ["SÃ¸ren", "Ã…se", "s›vnen", "S\u{FFFD}ren", "B¾k"] {
            assert!(is_garbled(text), "{text}");
        }
        for text in ["Søren", "山田 花", "Łukasz", "»citat«", "¿Qué?", "São Tomé", "Ângela"] {
            assert!(!is_garbled(text), "{text}");
        }
    }
}
