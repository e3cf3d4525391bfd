//! Scores in the file: numbers with one decimal, exact.

use serde::de::{Error, Visitor};
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use trivsel_domain::Tenths;

/// A number with one decimal. Tables hold it as text.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Decimal(pub Tenths);

/// Larger than any range of a series.
const MOST: f64 = 1_000_000.0;

impl Decimal {
    fn read(number: f64) -> Option<Self> {
        let tenths = number * 10.0;
        // Written with one decimal, a number differs from its tenths only by the error of its last bit.
        let exact = tenths.abs() <= MOST && (tenths - tenths.round()).abs() < 1e-6;
        exact.then(|| Self(Tenths(tenths.round() as i32)))
    }
}

impl Serialize for Decimal {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.serialize_f64(f64::from(self.0.0) / 10.0)
    }
}

impl<'de> Deserialize<'de> for Decimal {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        from.deserialize_any(ReadDecimal)
    }
}

struct ReadDecimal;

impl ReadDecimal {
    fn check<E: Error>(number: f64) -> Result<Decimal, E> {
        Decimal::read(number).ok_or_else(|| E::custom(format_args!("{number} has more than one decimal")))
    }
}

impl Visitor<'_> for ReadDecimal {
    type Value = Decimal;

    fn expecting(&self, to: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        to.write_str("a number with one decimal")
    }

    fn visit_f64<E: Error>(self, number: f64) -> Result<Decimal, E> {
        Self::check(number)
    }

    fn visit_u64<E: Error>(self, number: u64) -> Result<Decimal, E> {
        Self::check(number as f64)
    }

    fn visit_i64<E: Error>(self, number: i64) -> Result<Decimal, E> {
        Self::check(number as f64)
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<Decimal, E> {
        Self::check(text.parse().map_err(|_| E::custom(format_args!("»{text}« is no number")))?)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_tenth_reads_back() {
        for tenths in -10_000..=10_000 {
            let number = Decimal(Tenths(tenths));
            let text = serde_json::to_string(&number).unwrap();
            assert_eq!(serde_json::from_str::<Decimal>(&text).unwrap(), number, "{text}");
            assert_eq!(serde_json::from_str::<Decimal>(&format!("\"{text}\"")).unwrap(), number, "{text}");
        }
        for bad in ["6.55", "1e300", "-1e300", "\"x\"", "\"NaN\"", "null", "[]"] {
            assert!(serde_json::from_str::<Decimal>(bad).is_err(), "{bad}");
        }
        assert_eq!(serde_json::from_str::<Decimal>("7").unwrap(), Decimal(Tenths(70)));
    }
}
