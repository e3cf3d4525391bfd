//! Typed dates of birth.

use trivsel_words::typed_birth::{BirthProblem, parse_birth};
use trivsel_words::{Lang, Words, problems::birth_problem};

use super::day;

fn born(text: &str) -> Result<chrono::NaiveDate, BirthProblem> {
    parse_birth(text, day(2026, 11, 25), Lang::Da)
}

#[test]
fn a_year_of_two_digits_or_four() {
    for text in
        ["4.3.2013", "040313", "4.3.13", "2013-03-04", "4. marts 2013", "04-03-2013", "4/3-13", "4/3-2013"]
    {
        assert_eq!(born(text), Ok(day(2013, 3, 4)), "{text}");
    }
}

#[test]
fn a_birth_year_is_within_the_last_thirty_years() {
    assert_eq!((born("1.1.1996"), born("31.12.2025")), (Ok(day(1996, 1, 1)), Ok(day(2025, 12, 31))));
    for (text, year) in [("14-03-1913", 1913), ("31.12.1995", 1995), ("14-03-2026", 2026), ("4.3.2030", 2030)]
    {
        assert_eq!(born(text), Err(BirthProblem::Year(year)), "{text}");
    }
}

#[test]
fn text_without_a_year_or_date_is_refused() {
    for text in ["4.3", "i dag", "-5000", "sidste man", "uge 40", "", "vistnok", "31.2.2012", "040313-4321"] {
        let problem = born(text).expect_err(text);
        assert!(!birth_problem(&Words::new(Lang::Da), &problem).contains("4321"), "{text}");
    }
    // Early in a year, a date without a year would fall in the year before.
    assert!(parse_birth("4.12", day(2026, 1, 5), Lang::Da).is_err());
}
