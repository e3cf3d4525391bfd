//! The words of scores: what they give cause for.

use trivsel_domain::{Alert, Coded, Instrument};

use super::numbers::tenths;
use super::{Words, dates};

/// An alert: what it is, and from what figures.
#[must_use]
pub fn alert(words: &Words, alert: &Alert) -> String {
    let lang = words.lang();
    let name = |i: &Instrument| i.code().to_uppercase();
    match alert {
        Alert::AllianceLow { instrument, sum, cut_off } => words.with(
            "alert-alliance-low",
            &[
                ("name", name(instrument).into()),
                ("sum", tenths(lang, *sum).into()),
                ("cut", tenths(lang, *cut_off).into()),
            ],
        ),
        Alert::AllianceFell { instrument, from, to } => words.with(
            "alert-alliance-fell",
            &[
                ("name", name(instrument).into()),
                ("from", tenths(lang, *from).into()),
                ("to", tenths(lang, *to).into()),
            ],
        ),
        Alert::Worse { instrument, first, now } => words.with(
            "alert-worse",
            &[
                ("name", name(instrument).into()),
                ("first", tenths(lang, *first).into()),
                ("now", tenths(lang, *now).into()),
            ],
        ),
        Alert::Quiet { since } => {
            words.with("alert-quiet", &[("date", dates::day_month_year(lang, *since).into())])
        }
    }
}
