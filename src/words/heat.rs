//! What the days of some children come to, in words.

use trivsel_domain::rules::heat::DayCount;

use super::Words;
use super::numbers::{half_days, percent};

/// "11 af 16 registrerede dage fremmødt (69 %) · lovligt fravær 4 · ulovligt 1 · 2 dage ikke registreret"; `None` if
/// nothing is registered.
#[must_use]
pub fn figures(words: &Words, count: &DayCount) -> Option<String> {
    let share = count.share()?;
    let days = |halves| half_days(words.lang(), halves);
    let args = [
        ("attended", days(count.attended).into()),
        ("registered", days(count.registered()).into()),
        ("share", percent(words.lang(), share).into()),
    ];
    let mut parts = vec![words.with("house-map-figures", &args)];
    for (id, halves) in [
        ("house-map-lawful", count.lawful),
        ("house-map-unlawful", count.unlawful),
        ("house-map-elsewhere", count.elsewhere),
        ("house-map-unregistered", count.unregistered),
    ] {
        if halves.get() > 0 {
            parts.push(words.with(id, &[("days", days(halves).into())]));
        }
    }
    Some(parts.join(" · "))
}
