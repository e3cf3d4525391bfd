//! Typed durations.

use proptest::prelude::*;
use trivsel_words::typed_minutes::parse_minutes;

fn read(text: &str) -> Option<u16> {
    parse_minutes(text).map(trivsel_domain::value::Minutes::get)
}

#[test]
fn typed_minutes_and_hours() {
    for (typed, minutes) in [
        ("50", 50),
        (" 50 min ", 50),
        ("50min.", 50),
        ("50 minutter", 50),
        ("2 timer", 120),
        ("2t", 120),
        ("1 time", 60),
        ("1,5 time", 90),
        ("1.25 t", 75),
        ("2t30", 150),
        ("1 t. 30 min.", 90),
        ("1 time 5 minutter", 65),
        ("1:30", 90),
        ("0:45", 45),
        ("2 hours", 120),
    ] {
        assert_eq!(read(typed), Some(minutes), "{typed:?}");
    }
}

#[test]
fn ambiguous_and_unknown_text_is_refused() {
    for typed in [
        "",
        "t",
        "1,5",
        "1.30",
        "0",
        "9-10",
        "1:3",
        "1:60",
        "2 uger",
        "1t60",
        "50 min og lidt",
        "-5",
        "99999 t",
    ] {
        assert_eq!(read(typed), None, "{typed:?}");
    }
}

proptest! {
    #[test]
    fn any_text_is_read_or_refused(text in "\\PC{0,12}") {
        if let Some(minutes) = read(&text) {
            prop_assert!((1..=1_439).contains(&minutes));
        }
    }

    #[test]
    fn hours_and_minutes_are_their_sum(hours in 0u16..23, minutes in 1u16..60) {
        prop_assert_eq!(read(&format!("{hours}t{minutes}")), Some(hours * 60 + minutes));
        prop_assert_eq!(read(&format!("{hours}:{minutes:02}")), Some(hours * 60 + minutes));
    }
}
