//! The settings of the house: the shipped lists, a series of its own, and a quarter in which it counted days of absence.

use trivsel_domain::record::{DatedLimits, HouseSettings, Limits, Series};
use trivsel_domain::rules::quarter::Quarter;

use super::data::Scores;
use super::school::School;

/// The limits of the quarter before this one, of sick and unlawful days, and those of this one, in per cent.
const LAST: Limits = Limits::Days { contact: 10, plan: 15 };
const THIS: Limits = Limits::Percent { warn: 10, notify: 15 };

/// The settings as they stand on the morning of today.
pub(super) fn settings(scores: &Scores, school: &School) -> anyhow::Result<HouseSettings> {
    let this = Quarter::of(school.today()).first_day();
    let last = this.pred_opt().map_or(this, |day| Quarter::of(day).first_day());
    let series = scores.series.iter().cloned().map(Series::of).collect::<Result<Vec<Series>, _>>()?;
    let absence_limits =
        vec![DatedLimits { from: last, limits: LAST }, DatedLimits { from: this, limits: THIS }];
    Ok(HouseSettings { series, absence_limits, ..trivsel_defaults::shipped_lists().clone() })
}
