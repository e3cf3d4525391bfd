//! Typed times of day and ranges.

use proptest::prelude::*;
use trivsel_words::problems::time_problem;
use trivsel_words::typed_time::{TimeProblem, TimeRange, parse_time, parse_time_range};
use trivsel_words::{Lang, Words, dates};

use super::{any_lang, at};

fn told(problem: &TimeProblem) -> String {
    time_problem(&Words::new(Lang::Da), problem)
}

#[test]
fn times() {
    for text in ["9.30", "9,30", "9:30", "930", "0930", "09.30", " 9 . 30 ", "kl. 9.30", "kl 930", "KL.9:30"]
    {
        assert_eq!(parse_time(text), Ok(at(9, 30)), "{text}");
    }
    assert_eq!(
        (parse_time("9"), parse_time("09"), parse_time("13")),
        (Ok(at(9, 0)), Ok(at(9, 0)), Ok(at(13, 0)))
    );
    assert_eq!(
        (parse_time("1330"), parse_time("0.05"), parse_time("9.0")),
        (Ok(at(13, 30)), Ok(at(0, 5)), Ok(at(9, 0)))
    );
}

#[test]
fn ranges() {
    for text in ["9-10.15", "9–10.15", "9 - 1015", "kl. 9.00-10,15", "0900-10:15"] {
        assert_eq!(parse_time_range(text), Ok(TimeRange { from: at(9, 0), to: at(10, 15) }), "{text}");
    }
}

#[test]
fn errors() {
    for text in ["", " ", "kl."] {
        assert_eq!(parse_time(text), Err(TimeProblem::Empty), "{text}");
    }
    for text in
        ["ni", "9.", ".30", "9.300", "12345", "9-10", "+9", "9.-5", "９", "9.30.00", "å9.0", "12å", "kl9å"]
    {
        assert_eq!(parse_time(text), Err(TimeProblem::NotUnderstood), "{text}");
    }
    for text in ["24", "24.00", "9.60", "2400", "975", "9.7"] {
        let expected =
            if text == "9.7" { Ok(at(9, 7)) } else { Err(TimeProblem::NoSuchTime { text: text.to_owned() }) };
        assert_eq!(parse_time(text), expected, "{text}");
    }
    assert_eq!(
        parse_time_range("9").as_ref().map_err(told),
        Err("mangler en sluttid. Prøv 9-10.15".to_owned())
    );
    assert_eq!(parse_time_range("9-"), Err(TimeProblem::OneOfTwo));
    assert_eq!(parse_time_range("10-9"), Err(TimeProblem::Backwards { from: at(10, 0), to: at(9, 0) }));
    assert_eq!(parse_time_range("9-9"), Err(TimeProblem::Backwards { from: at(9, 0), to: at(9, 0) }));
    assert_eq!(parse_time_range("9-10-11"), Err(TimeProblem::NotUnderstood));
    let ambiguous = parse_time("9.3").expect_err("two times");
    assert_eq!(told(&ambiguous), "9.3 kan være 9.03 eller 9.30. Skriv den ene ud");
}

#[test]
fn the_examples_work() {
    for (lang, word) in [(Lang::Da, "Prøv "), (Lang::En, "Try ")] {
        let told = time_problem(&Words::new(lang), &TimeProblem::NotUnderstood);
        let (_, examples) = told.split_once(word).expect("examples");
        for example in examples.split(" · ") {
            assert!(parse_time(example).is_ok() || parse_time_range(example).is_ok(), "{example}");
        }
    }
}

proptest! {
    #[test]
    fn every_written_time_is_read_back(a in 0u32..1440, b in 0u32..1440, lang in any_lang()) {
        let (from, to) = (at(a.min(b) / 60, a.min(b) % 60), at(a.max(b) / 60, a.max(b) % 60));
        prop_assert_eq!(parse_time(&dates::time(lang, from)), Ok(from));
        prop_assert_eq!(parse_time(&from.format("%H%M").to_string()), Ok(from));
        if from < to {
            prop_assert_eq!(parse_time_range(&dates::time_range(lang, from, to)), Ok(TimeRange { from, to }));
        }
    }

    #[test]
    fn any_text_gives_a_result(text in any::<String>(), near in "[0-9.,:kl å-]{0,10}") {
        for text in [text, near] {
            let _ = (parse_time(&text), parse_time_range(&text));
        }
    }
}
