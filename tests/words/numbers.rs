//! Formatting of numbers, and bars.

use proptest::prelude::*;
use trivsel_domain::value::{Halves, Pedagogical};
use trivsel_words::Lang;
use trivsel_words::numbers::{bar, decimal, decimal_short, half_days, percent};

#[test]
fn decimals_have_a_comma_in_danish() {
    assert_eq!(decimal(Lang::Da, 6.5, 1), "6,5");
    assert_eq!(decimal(Lang::En, 6.5, 1), "6.5");
    assert_eq!(decimal(Lang::Da, 6.0, 1), "6,0");
    assert_eq!(decimal(Lang::Da, -0.04, 1), "0,0");
    assert_eq!(decimal(Lang::Da, -1.25, 2), "-1,25");
    assert_eq!(decimal(Lang::Da, f64::NAN, 1), "–");
}

#[test]
fn short_decimals_have_no_trailing_zeros() {
    assert_eq!([7.0, 6.5, 0.0, 10.0].map(|n| decimal_short(Lang::Da, n, 1)), ["7", "6,5", "0", "10"]);
    assert_eq!(decimal_short(Lang::En, 100.0, 0), "100");
}

#[test]
fn half_days_are_written_as_any_number_of_days() {
    for (lang, n) in [Lang::Da, Lang::En].into_iter().flat_map(|lang| (0..5000).map(move |n| (lang, n))) {
        let days = half_days(lang, Halves::<Pedagogical>::new(n));
        assert_eq!(days, decimal_short(lang, f64::from(n) / 2.0, 1));
    }
}

#[test]
fn percentages_are_whole() {
    assert_eq!([0.91, 0.0, 1.0, 0.005].map(|n| percent(Lang::Da, n)), ["91 %", "0 %", "100 %", "1 %"]);
    assert_eq!(percent(Lang::En, 0.91), "91%");
    assert_eq!(percent(Lang::Da, f64::NAN), "– %");
}

#[test]
fn bars_are_as_in_the_sketches() {
    let bars = [0.91, 0.72, 0.55, 0.48, 0.41].map(|share| bar(share, 10));
    assert_eq!(bars, ["▬▬▬▬▬▬▬▬▬·", "▬▬▬▬▬▬▬···", "▬▬▬▬▬▬····", "▬▬▬▬▬·····", "▬▬▬▬······"]);
    assert_eq!(bar(f64::NAN, 3), "···");
    assert_eq!(bar(0.5, 0), "");
}

proptest! {
    #[test]
    fn a_bar_has_the_requested_width(share in proptest::num::f64::ANY, width in 0usize..200) {
        prop_assert_eq!(bar(share, width).chars().count(), width);
    }
}
