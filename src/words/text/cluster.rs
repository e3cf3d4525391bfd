//! Characters that are drawn as one, in a form that every terminal gives the same room.

use std::borrow::Cow;

use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

/// The first of the letters that flags are spelled with, A.
const FLAG_LETTERS: std::ops::RangeInclusive<char> = '\u{1F1E6}'..='\u{1F1FF}';

/// A grapheme in as many columns, in a form that terminals agree on. Terminals disagree on the width of a flag, of a
/// family joined from several people, and of a sign turned into a picture, and a wrong width leaves half a sign on the
/// next screen. A flag becomes its letters, anything else its first character.
#[must_use]
pub fn steady(grapheme: &str) -> Cow<'_, str> {
    let flag = |c: char| FLAG_LETTERS.contains(&c);
    let width = grapheme.width();
    let each: usize = grapheme.chars().map(|c| c.width().unwrap_or(0)).sum();
    if each == width && !grapheme.contains(flag) {
        return Cow::Borrowed(grapheme);
    }
    let letter = |c: char| char::from_u32(u32::from(c) - u32::from(*FLAG_LETTERS.start()) + u32::from('A'));
    let mut steady: String = if grapheme.contains(flag) {
        grapheme.chars().filter(|c| flag(*c)).filter_map(letter).take(width).collect()
    } else {
        grapheme.chars().next().filter(|c| c.width().is_some_and(|w| w <= width)).into_iter().collect()
    };
    let padding = width.saturating_sub(steady.width());
    steady.extend(std::iter::repeat_n(' ', padding));
    Cow::Owned(steady)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_terminals_disagree_on_keeps_its_width_in_a_plainer_form() {
        for (sign, plain) in [
            ("\u{1F1E9}\u{1F1F0}", "DK"),
            ("\u{1F468}\u{200D}\u{1F469}\u{200D}\u{1F467}", "\u{1F468}"),
            ("\u{1F44D}\u{1F3FD}", "\u{1F44D}"),
            ("❤\u{FE0F}", "❤ "),
            ("1\u{FE0F}\u{20E3}", "1 "),
        ] {
            assert_eq!(steady(sign), plain, "{sign:?}");
            assert_eq!(steady(sign).width(), sign.width(), "{sign:?}");
        }
    }

    #[test]
    fn what_terminals_agree_on_stays() {
        for sign in ["å", "a\u{30a}", "山", "م", "\u{1F600}", "क्ष"] {
            assert_eq!(steady(sign), sign);
        }
    }
}
