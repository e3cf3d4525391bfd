//! Text: cleaning, searching, fitting and sorting.

use std::cmp::Ordering;

use proptest::prelude::*;
use trivsel_words::text::{
    Collator, clean_line, clean_text, clip, columns, fit, fit_right, fold, fold_plain, matches_folded,
    printable, simple_columns,
};
use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

/// Difficult characters: combining, wide, joined, right-to-left, control.
fn odd_text() -> impl Strategy<Value = String> {
    let odd = "aåÅøÆé\u{30a}\u{301}漢字👩\u{200d}🇩🇰☺\u{fe0f}אب\u{600}\u{0}\u{1b}\n\t \u{202e}\u{ad}…";
    let odd = proptest::sample::select(odd.chars().collect::<Vec<_>>());
    proptest::collection::vec(prop_oneof![odd, any::<char>()], 0..30)
        .prop_map(|chars| chars.into_iter().collect())
}

#[test]
fn a_line_is_composed_and_harmless() {
    assert_eq!(clean_line(" A\u{30a}se\r\nSøren\tX "), "Åse Søren    X");
    assert_eq!(clean_line("\u{1b}[31mrød\u{7}\u{0}\u{9b}"), "[31mrød");
    assert_eq!(clean_line("a\u{202e}b\u{2066}c\u{2069}"), "abc");
    assert_eq!(clean_line("\n \t"), "");
    assert_eq!(clean_line("a\u{0}\u{30a}"), "å");
}

#[test]
fn long_text_keeps_its_lines() {
    assert_eq!(clean_text("a\r\nb\rc\n\n\td \u{2028}e"), "a\nb\nc\n\n    d \ne");
}

#[test]
fn printed_text_shows_removed_characters() {
    assert_eq!(printable("Åse\n"), "Åse\n");
    assert_eq!(printable("a\u{1b}]0;x\u{7}\u{202e}b\tc"), "a\u{fffd}]0;x\u{fffd}\u{fffd}b\u{fffd}c");
}

#[test]
fn folding_spells_danish_letters_out() {
    assert_eq!(fold("Søren ÆGÅRD"), "soeren aegaard");
    assert_eq!(fold_plain("Søren ÆGÅRD"), "soren aegard");
    assert_eq!(fold("A\u{30a}se"), "aase");
    assert_eq!(fold("José Müller İpek ﬁn"), "jose muller ipek fin");
    assert_eq!(fold("Straße Ǿ Łukasz"), "strasse oe lukasz");
}

#[test]
fn search_finds_names_typed_without_danish_letters() {
    for (needle, name) in [
        ("sor", "Søren"),
        ("soe", "Søren"),
        ("SØR", "søren"),
        ("aase", "Åse"),
        ("ase", "Åse"),
        ("åse", "A\u{30a}se"),
        ("åse", "Aase"),
        ("aeg", "Ægård"),
        ("gard", "Ægård"),
        ("gaard", "Ægård"),
        ("sor gaard", "Søren Ægård"),
        ("holm alma", "Alma Holm"),
        ("", "Alma"),
        ("fravær", "Skolefravær"),
        ("jose", "José"),
    ] {
        assert!(matches_folded(name, needle), "{needle} should find {name}");
    }
    for (needle, name) in [("sar", "Søren"), ("soe", "Sonja"), ("alma juhl", "Alma Holm"), ("aarse", "Åse")]
    {
        assert!(!matches_folded(name, needle), "{needle} should not find {name}");
    }
}

#[test]
fn fitting_pads_and_cuts_at_columns() {
    assert_eq!(fit("Åse", 5), "Åse  ");
    assert_eq!(fit("A\u{30a}se Holm", 5), "A\u{30a}se …");
    assert_eq!(fit("漢字漢字", 6), "漢字… ");
    assert_eq!(fit("漢字漢", 6), "漢字漢");
    assert_eq!(fit_right("12", 4), "  12");
    assert_eq!((clip("abc", 3), clip("abcd", 3), clip("abc", 1)), ("abc".into(), "ab…".into(), "…".into()));
    assert_eq!((fit("abc", 0), columns("e\u{301}\u{0}漢")), (String::new(), 3));
}

/// Every character that counts as simple.
fn simple_characters() -> Vec<char> {
    ('\u{0}'..=char::MAX).filter(|c| simple_columns(c.encode_utf8(&mut [0; 4])) == Some(1)).collect()
}

#[test]
fn danish_and_box_drawing_are_simple_and_combining_characters_are_not() {
    assert_eq!(simple_columns("Søren Ægård Åse · 8.30–12 │─█▄░►▲ …"), Some(35));
    for text in ["A\u{30a}se", "漢", "👩", "a\u{200d}b", "\u{0}", "\u{ad}", "▶\u{fe0f}", "محمد", "\u{200b}"]
    {
        assert_eq!(simple_columns(text), None, "{text:?}");
    }
}

#[test]
fn names_are_in_danish_order() {
    let order = Collator::new();
    let mut names = ["Åse", "Østergaard", "Aagaard", "Ærø", "Zoe", "anna", "Anna", "Abel", "Aase"];
    names.sort_by(|a, b| order.compare(a, b));
    assert_eq!(names, ["Abel", "Anna", "anna", "Zoe", "Ærø", "Østergaard", "Aagaard", "Åse", "Aase"]);
    assert_eq!(order.compare("7.b", "10.a"), Ordering::Less);
    assert_eq!(order.compare("Åse", "A\u{30a}se").reverse(), order.compare("A\u{30a}se", "Åse"));
    let mut keyed = names;
    keyed.sort_by_key(|name| order.key(name));
    assert_eq!(keyed, names);
}

proptest! {
    #[test]
    fn simple_text_is_one_column_a_character(
        text in proptest::collection::vec(proptest::sample::select(simple_characters()), 0..30)
    ) {
        let text: String = text.into_iter().collect();
        let length = text.chars().count();
        prop_assert_eq!(simple_columns(&text), Some(length));
        prop_assert_eq!((text.graphemes(true).count(), text.width()), (length, length));
    }

    #[test]
    fn fitted_text_has_the_requested_width(text in odd_text(), width in 0usize..40) {
        let fitted = fit(&text, width);
        prop_assert_eq!(columns(&fitted), width);
        prop_assert_eq!(columns(&fit_right(&text, width)), width);
        prop_assert!(!fitted.contains(char::is_control));
    }

    #[test]
    fn clean_text_stays_clean(text in odd_text()) {
        let (line, long) = (clean_line(&text), clean_text(&text));
        prop_assert!(!line.contains(char::is_control));
        prop_assert_eq!(clean_line(&line), line);
        prop_assert_eq!(clean_text(&long), long);
    }

    #[test]
    fn a_text_finds_itself(text in odd_text()) {
        prop_assert!(matches_folded(&text, &text));
        prop_assert_eq!(fold(&fold(&text)), fold(&text));
    }
}

#[test]
fn a_date_or_number_is_dropped_whole() {
    for (text, width, cut) in [
        ("den 16. december 2025", 9, "den …"),
        ("henvist 16. dec 2025", 18, "henvist 16. dec …"),
        ("henvist 16. dec 2025", 14, "henvist …"),
        ("uge 480", 6, "uge …"),
        ("2025", 3, "…"),
        ("Åse Ægård", 6, "Åse Æ…"),
    ] {
        assert_eq!(clip(text, width), cut, "{text} in {width}");
    }
}
