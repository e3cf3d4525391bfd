//! Decisions on the house's settings.

use alloc::vec::Vec;

use crate::decide::action_kind::ActionKind;
use crate::decide::decision::{Decision, Denied};
use crate::decide::facts::Facts;
use crate::decide::keys::not_led;
use crate::decide::refusal::{Reason, Refusal};
use crate::decide::register::overtaken;
use crate::decide::rule::Ruled;
use crate::decide::series_fault::SeriesFault;
use crate::record::change::Change;
use crate::record::edit::Edit;
use crate::record::settings::HouseSettings;

impl Ruled for HouseSettings {
    fn wrong_way_back(facts: &dyn Facts, edit: &Edit<Self>) -> Result<Vec<Reason>, Denied> {
        let after = edit.new_state().cloned().unwrap_or_default();
        wrong(facts, edit.old(), &after)
    }
}

/// Replaces the house's settings if they are still as the user saw them.
pub(super) fn settle(
    facts: &dyn Facts,
    seen: Option<&HouseSettings>,
    new: &HouseSettings,
) -> Result<Decision, Denied> {
    let now = facts.settings()?;
    Refusal::unless_empty(wrong(facts, now.as_ref(), new)?)?;
    let change = Edit::new(now.clone(), Some(new.clone())).ok().map(Change::Settings);
    if let Some(change) = &change
        && now.as_ref() != seen
    {
        return Err(overtaken(facts, change, None)?.into());
    }
    Ok(Decision::to_do(ActionKind::Settings, change.into_iter().collect()))
}

/// The reasons against replacing the settings, by hand or by undoing.
fn wrong(
    facts: &dyn Facts,
    before: Option<&HouseSettings>,
    after: &HouseSettings,
) -> Result<Vec<Reason>, Denied> {
    let mut reasons = Vec::new();
    for (n, series) in after.series.iter().enumerate() {
        if after.series.iter().take(n).any(|s| s.name() == series.name()) {
            reasons.push(Reason::Series(SeriesFault::Twice(series.name().clone())));
        }
    }
    // How long records are kept is decided by those who lead the house.
    if before.map(|before| &before.retention).cloned().unwrap_or_default() != after.retention {
        reasons.extend(not_led(facts)?);
    }
    // A course keeps the instrument it began with.
    for series in &after.series {
        let old = before.and_then(|before| before.series(series.name()));
        if old.is_some_and(|old| !old.measures_as(series)) && facts.has_scores(series.name())? {
            reasons.push(Reason::Series(SeriesFault::InUse(series.name().clone())));
        }
    }
    // Without its series nobody knows what a score means, and another could take its name.
    for series in before.iter().flat_map(|before| &before.series) {
        if after.series(series.name()).is_none() && facts.has_scores(series.name())? {
            reasons.push(Reason::Series(SeriesFault::Kept(series.name().clone())));
        }
    }
    Ok(reasons)
}
