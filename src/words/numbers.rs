//! Numbers as people read them: Danish `6,5` and `91 %`, English `6.5` and `91%`; and the bar drawn beside a
//! percentage.

use trivsel_domain::Tenths;

use super::Lang;

/// A decimal number with exactly `places` decimals: "6,5", English "6.5". `places` up to 9 make sense.
///
/// Not a number reads "–".
#[must_use]
pub fn decimal(lang: Lang, value: f64, places: usize) -> String {
    if !value.is_finite() {
        return "–".to_owned();
    }
    let text = format!("{value:.places$}");
    // "-0,0" would claim a direction that isn't there.
    let text = match text.strip_prefix('-') {
        Some(zero) if zero.chars().all(|c| matches!(c, '0' | '.')) => zero.to_owned(),
        _ => text,
    };
    match lang {
        Lang::Da => text.replace('.', ","),
        Lang::En => text,
    }
}

/// A decimal number with at most `places` decimals and no idle zeros: "6,5", "7". For scores and hours.
#[must_use]
pub fn decimal_short(lang: Lang, value: f64, places: usize) -> String {
    let text = decimal(lang, value, places);
    if text.contains([',', '.']) {
        text.trim_end_matches('0').trim_end_matches([',', '.']).to_owned()
    } else {
        text
    }
}

/// Tenths as people write them: "6,5", "7".
#[must_use]
pub fn tenths(lang: Lang, value: Tenths) -> String {
    decimal_short(lang, f64::from(value.0) / 10.0, 1)
}

/// A share as whole per cent: 0.91 is "91 %", English "91%". Not limited to 0..=1; a half goes up.
#[must_use]
pub fn percent(lang: Lang, share: f64) -> String {
    let number = decimal(lang, (share * 100.0).round(), 0);
    match lang {
        Lang::Da => format!("{number} %"),
        Lang::En => format!("{number}%"),
    }
}

/// A bar of `width` columns, `share` of it filled (0..=1; beyond is cut, not a number is empty):
/// `███████░░░`. Always to be shown with its figure.
#[must_use]
pub fn bar(share: f64, width: usize) -> String {
    // A cast from float saturates and takes NaN to 0, and the share is cut, so no width is exceeded.
    let full = ((share.clamp(0.0, 1.0) * width as f64).round() as usize).min(width);
    let mut bar = String::with_capacity(width * '█'.len_utf8());
    bar.extend(std::iter::repeat_n('█', full));
    bar.extend(std::iter::repeat_n('░', width - full));
    bar
}
