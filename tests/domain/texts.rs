//! Texts, names, initials, codes and times: what each accepts and refuses.

use proptest::prelude::*;
use trivsel_domain::record::{Mood, TalkKind};
use trivsel_domain::value::{
    Coded, Hours, Initials, Line, LongText, MarkKind, Minutes, PersonName, ProgrammeCode, SeatNorm,
    SeatNumber, Stage, TalkId, TextProblem, TimeOfDay, is_hostile,
};

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
                prop_assert!(text.is_empty() || text.chars().any(is_hostile) || text.chars().count() > 200);
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
