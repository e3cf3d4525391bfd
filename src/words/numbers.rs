//! Formats numbers: Danish `6,5` and `91 %`, English `6.5` and `91%`; also draws the bar beside a percentage.

use trivsel_domain::record::Tenths;
use trivsel_domain::value::Halves;

use super::Lang;

/// A decimal number with exactly `places` decimals, 0 to 9: "6,5", English "6.5". NaN gives "–".
#[must_use]
pub fn decimal(lang: Lang, value: f64, places: usize) -> String {
    if !value.is_finite() {
        return "–".to_owned();
    }
    let text = format!("{value:.places$}");
    // "-0,0" would suggest a direction that does not exist.
    let text = match text.strip_prefix('-') {
        Some(zero) if zero.chars().all(|c| matches!(c, '0' | '.')) => zero.to_owned(),
        _ => text,
    };
    match lang {
        Lang::Da => text.replace('.', ","),
        Lang::En => text,
    }
}

/// A decimal number with at most `places` decimals and no trailing zeros: "6,5", "7". For scores and hours.
#[must_use]
pub fn decimal_short(lang: Lang, value: f64, places: usize) -> String {
    let text = decimal(lang, value, places);
    if text.contains([',', '.']) {
        text.trim_end_matches('0').trim_end_matches([',', '.']).to_owned()
    } else {
        text
    }
}

/// Half-days as a number of days: "6,5", "7".
#[must_use]
pub fn half_days<Count: Copy>(lang: Lang, halves: Halves<Count>) -> String {
    // A frame of the register has hundreds of them, and a fraction is written slowly.
    match (halves.get() / 2, halves.get() % 2, lang) {
        (days, 0, _) => days.to_string(),
        (days, _, Lang::Da) => format!("{days},5"),
        (days, _, Lang::En) => format!("{days}.5"),
    }
}

/// Minutes as hours with at most one decimal: "6,5", "7".
#[must_use]
pub fn hours(lang: Lang, minutes: u32) -> String {
    decimal_short(lang, f64::from(minutes) / 60.0, 1)
}

/// Formats tenths: "6,5", "7".
#[must_use]
pub fn tenths(lang: Lang, value: Tenths) -> String {
    decimal_short(lang, f64::from(value.0) / 10.0, 1)
}

/// A share in whole per cent: 0.91 is "91 %", English "91%". Values outside 0..=1 are allowed; halves round up.
#[must_use]
pub fn percent(lang: Lang, share: f64) -> String {
    match (share * 100.0).round() {
        // The cast saturates.
        whole if whole.is_finite() => per_cent(lang, &(whole as i64).to_string()),
        none => per_cent(lang, &decimal(lang, none, 0)),
    }
}

/// A share with one decimal: "97,9 %", English "97.9%".
#[must_use]
pub fn percent_to_a_tenth(lang: Lang, share: f64) -> String {
    per_cent(lang, &decimal(lang, share * 100.0, 1))
}

/// Whole per cent: 91 is "91 %", English "91%".
#[must_use]
pub fn whole_percent(lang: Lang, number: u32) -> String {
    per_cent(lang, &number.to_string())
}

/// A share in whole per cent, or a dash if there is none.
#[must_use]
pub fn percent_or_dash(lang: Lang, share: Option<f64>) -> String {
    share.map_or_else(|| "–".to_owned(), |share| percent(lang, share))
}

/// A part of a whole in whole per cent: 1 of 4 is "25 %"; `None` of nothing.
#[must_use]
pub fn part(lang: Lang, part: u32, whole: u32) -> Option<String> {
    (whole > 0).then(|| percent(lang, f64::from(part) / f64::from(whole)))
}

fn per_cent(lang: Lang, number: &str) -> String {
    match lang {
        Lang::Da => format!("{number} %"),
        Lang::En => format!("{number}%"),
    }
}

/// A thin bar of `width` columns: `▬▬▬▬▬▬▬···`. `share` is clamped to 0..=1; NaN gives an empty bar. Always show it
/// beside its figure.
#[must_use]
pub fn bar(share: f64, width: usize) -> String {
    // Casting a float saturates and turns NaN into 0, and the share is clamped, so the bar stays within `width`.
    let full = ((share.clamp(0.0, 1.0) * width as f64).round() as usize).min(width);
    let mut bar = String::with_capacity(width * '▬'.len_utf8());
    bar.extend(std::iter::repeat_n('▬', full));
    bar.extend(std::iter::repeat_n('·', width - full));
    bar
}
