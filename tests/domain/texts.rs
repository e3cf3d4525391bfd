//! Texts, names, initials, codes and times: what each accepts and refuses.

use proptest::prelude::*;
use trivsel_domain::record::{Mood, TalkKind};
use trivsel_domain::value::{
    Coded, Hours, Initials, Line, LongText, MarkKind, Minutes, PersonName, ProgrammeCode, SeatNorm,
    SeatNumber, Stage, TalkId, TextProblem, TimeOfDay, as_seen, is_hostile,
};
use unicode_normalization::UnicodeNormalization;

#[test]
fn a_line_is_a_single_line() {
    assert_eq!(Line::new("  Mor ringer  ").unwrap().as_str(), "Mor ringer");
    assert_eq!(Line::new(" \t "), Err(TextProblem::Empty));
    assert_eq!(Line::new("to\nlinjer"), Err(TextProblem::Control));
    assert_eq!(Line::new("\u{1b}[31mrød"), Err(TextProblem::Control));
    assert_eq!(Line::new("om\u{202e}vendt"), Err(TextProblem::Control));
    assert!(Line::new(&"å".repeat(200)).is_ok());
    assert_eq!(Line::new(&"å".repeat(201)), Err(TextProblem::TooLong { max: 200 }));
}

#[test]
fn a_note_can_have_many_lines() {
    assert!(LongText::new("en\nto\n\nfire").is_ok());
    assert_eq!(LongText::new("en\r\nto"), Err(TextProblem::Control));
    assert_eq!(LongText::new("\n\n"), Err(TextProblem::Empty));
}

/// What no person could see or mean, and what looks like it but can be read.
#[test]
fn a_line_holds_nothing_that_can_not_be_seen() {
    for (text, why) in [
        ("S\u{200B}ren", "a blank of no width"),
        ("\u{FEFF}Søren", "a byte order mark"),
        ("Sø\u{AD}ren", "a soft hyphen"),
        ("Søren\u{200F}", "a mark of direction"),
        ("Sø\u{2060}ren", "a joiner of words"),
        ("Sø\u{200D}ren", "a joiner between letters that are not joined"),
        ("محمد\u{200C}", "a joiner that joins nothing"),
        ("S\u{FE0F}øren", "a variant of a letter that has none"),
        ("\u{3164}\u{3164}", "letters without a shape"),
        ("\u{2800}", "a sign without dots"),
        ("\u{E000}", "private use"),
        ("\u{10FFFD}", "private use"),
        ("Søren \u{378}", "not assigned"),
        ("\u{FDD0}", "never a character"),
        ("\u{E0041}Søren", "a tag"),
        ("\u{301}", "an accent alone"),
        ("Søren \u{30A}", "an accent on a blank"),
    ] {
        assert_eq!(Line::new(text), Err(TextProblem::Unseen), "{why}");
        assert_eq!(PersonName::try_from(text.to_owned()), Err(TextProblem::Unseen), "{why}: from a file");
    }
    for blank in ["", " ", "\u{A0}\u{3000}", "\u{2003}"] {
        assert_eq!(Line::new(blank), Err(TextProblem::Empty), "{blank:?}");
    }
    for text in [
        "Søren Ægård Åse",
        "A\u{30A}se x\u{301}\u{323}",
        "Anne\u{A0}Bæk",
        "محمد علي",
        "می\u{200C}خواهم",
        "क्\u{200D}ष",
        "山田\u{FE00} 太郎",
        "👨\u{200D}👩\u{200D}👧 ❤\u{FE0F} 1\u{FE0F}\u{20E3} 🇩🇰 👍🏽",
        "„citat“ – 3,5 × ½ €",
    ] {
        assert!(Line::new(text).is_ok(), "{text}");
        assert_eq!(as_seen(text), text);
    }
    // A note may hold what an editor or a web page leaves in it, but not that alone.
    assert!(LongText::new("Mor rin\u{AD}gede\u{200B}.").is_ok());
    assert_eq!(LongText::new("\u{200B} \n\u{FEFF}"), Err(TextProblem::Empty));
}

/// Digits and signs name nobody. An earlier version took them.
#[test]
fn a_name_has_a_letter_of_some_alphabet() {
    for (text, before) in [
        ("12345", "N.N. 12345"),
        ("0403131234", "N.N. 0403131234"),
        ("+45 12 34 56 78", "N.N. +45 12 34 56 78"),
        ("-", "N.N. -"),
        ("👧", "N.N. 👧"),
        ("\u{200B}", "N.N."),
    ] {
        let fault = if text == "\u{200B}" { TextProblem::Unseen } else { TextProblem::NoLetter };
        assert_eq!(PersonName::new(text), Err(fault), "{text}");
        assert_eq!(PersonName::try_from(text.to_owned()), Err(fault), "{text}: from a file");
        assert_eq!(PersonName::from_before(text).unwrap().as_str(), before);
    }
    let long = PersonName::from_before(&"7".repeat(120)).unwrap();
    assert_eq!(long.as_str().chars().count(), 120);
    for text in ["Å", "Bo 2", "محمد", "山田", "Ида", "A\u{30a}"] {
        assert_eq!(PersonName::new(text).unwrap(), PersonName::from_before(text).unwrap());
    }
    assert!(Line::new("12345").is_ok(), "a line may say anything");
}

proptest! {
    #[test]
    fn what_is_seen_of_any_line_is_a_line(text in "[\\PC\u{200C}\u{200D}\u{FE0F}\u{301}\u{AD}]{1,30}") {
        let seen = as_seen(&text);
        prop_assert!(Line::new(&seen).is_ok() || seen.trim().is_empty(), "{seen:?}");
        prop_assert_eq!(as_seen(&seen), seen);
    }
}

#[test]
fn a_letter_has_the_same_variants_however_it_is_composed() {
    for letter in
        ["\u{2126}", "\u{212A}", "\u{212B}", "\u{FB3A}", "\u{FB1D}", "山", "\u{F900}", "Å", "A\u{30A}"]
    {
        let text = format!("B {letter}\u{E0100}");
        let composed: String = text.nfc().collect();
        assert_eq!(Line::new(&text).is_ok(), Line::new(&composed).is_ok(), "{letter:?}");
    }
}

#[test]
fn a_line_does_not_end_in_its_middle() {
    for end in ["\u{2028}", "\u{2029}", "\n", "\r", "\u{85}"] {
        let text = format!("Σ{end}a");
        assert!(Line::new(&text).is_err(), "{text:?}");
        assert_eq!(as_seen(&text), "Σa");
    }
}

#[test]
fn initials_are_danish_capitals() {
    for (text, taken) in [
        ("mk", Some("MK")),
        ("tø", Some("TØ")),
        (" ÆÅ ", Some("ÆÅ")),
        ("abcd", Some("ABCD")),
        ("abcde", None),
        ("", None),
        ("m.k", None),
        ("É", None),
        ("m k", None),
        ("m1", None),
    ] {
        assert_eq!(Initials::new(text).ok().as_ref().map(Initials::as_str), taken, "{text:?}");
    }
    assert_eq!(PersonName::new("Ida Marie Toft").unwrap().given(), "Ida");
}

#[test]
fn codes_of_programmes() {
    assert!(ProgrammeCode::new("skolefravaer").is_ok());
    for bad in ["", "Trivsel", "skole fravær", "a_b", &"a".repeat(31)] {
        assert!(ProgrammeCode::new(bad).is_err(), "{bad:?}");
    }
}

fn codes_are_sound<T: Coded + std::fmt::Debug>() {
    for (i, value) in T::ALL.iter().enumerate() {
        assert_eq!(T::from_code(value.code()).as_ref(), Ok(value));
        assert!(T::ALL[..i].iter().all(|other| other.code() != value.code()), "{value:?}");
    }
    let unknown = T::from_code("noget-andet").unwrap_err();
    assert_eq!((unknown.kind, unknown.code.as_str()), (T::KIND, "noget-andet"));
}

#[test]
fn every_code_is_unique() {
    codes_are_sound::<Stage>();
    codes_are_sound::<TalkKind>();
    codes_are_sound::<MarkKind>();
    codes_are_sound::<trivsel_domain::value::SeatedStage>();
    codes_are_sound::<trivsel_domain::decide::ActionKind>();
    codes_are_sound::<trivsel_domain::decide::Column>();
}

#[test]
fn numbers_have_their_ranges() {
    assert_eq!((0..=7).filter(|n| Mood::new(*n).is_ok()).collect::<Vec<_>>(), [1, 2, 3, 4, 5]);
    assert!(SeatNumber::new(0).is_err() && SeatNumber::new(1).is_ok());
    assert!(SeatNorm::limited(0).is_err() && SeatNorm::limited(100).is_err());
    assert_eq!(SeatNorm::limited(16).unwrap().number(), Some(16));
    assert!(TimeOfDay::new(24, 0).is_err() && TimeOfDay::new(23, 60).is_err());
    assert!(TimeOfDay::from_minutes(1440).is_err());
}

proptest! {
    #[test]
    fn an_accepted_line_is_harmless(text in any::<String>()) {
        match Line::new(&text) {
            Ok(line) => {
                prop_assert_eq!(line.as_str(), text.trim());
                prop_assert!(!line.as_str().chars().any(is_hostile));
                prop_assert!((1..=200).contains(&line.as_str().chars().count()));
                prop_assert_eq!(Line::new(line.as_str()), Ok(line));
            }
            Err(_) => {
                let text = text.trim();
                let is_unfit = text.is_empty() || text.chars().any(is_hostile) || text.chars().count() > 200;
                prop_assert!(is_unfit || as_seen(text) != text);
            }
        }
    }

    #[test]
    fn identities_survive_writing(number in any::<u128>()) {
        let id = TalkId::from_u128(number);
        let text = id.to_string();
        prop_assert_eq!(text.len(), 36);
        prop_assert_eq!(text.parse::<TalkId>(), Ok(id));
        prop_assert_eq!(text.replace('-', "").to_uppercase().parse::<TalkId>(), Ok(id));
        prop_assert!(text[1..].parse::<TalkId>().is_err());
    }

    #[test]
    fn minutes_are_of_one_day(minutes in any::<u16>()) {
        let made = Minutes::new(minutes);
        prop_assert_eq!(made.is_ok(), (1..1440).contains(&minutes));
        prop_assert_eq!(made.map(Minutes::get).unwrap_or(minutes), minutes);
    }

    #[test]
    fn hours_run_forward_and_split_in_two(a in 0_u16..1440, b in 0_u16..1440) {
        let (from, to) = (TimeOfDay::from_minutes(a).unwrap(), TimeOfDay::from_minutes(b).unwrap());
        let hours = Hours::new(from, to);
        prop_assert_eq!(hours.is_ok(), a < b);
        if let Ok(hours) = hours {
            let (first, second) = hours.halves();
            let rest = second.map_or(0, Hours::minutes);
            prop_assert_eq!(first.minutes() + rest, hours.minutes());
            prop_assert!(first.minutes() >= rest && first.minutes() - rest <= 1);
            prop_assert_eq!(second.map_or(hours.to(), Hours::from), first.to());
            prop_assert_eq!(hours.shared_minutes(hours), hours.minutes());
            prop_assert_eq!(first.shared_minutes(hours), first.minutes());
        }
    }
}
