//! Danish sort order: æ, ø, å last and in that order, Aagaard beside Åse, class 7 before class 10.

use std::cmp::Ordering;

use icu_collator::options::CollatorOptions;
use icu_collator::preferences::CollationNumericOrdering;
use icu_collator::{CollatorBorrowed, CollatorPreferences};
use icu_locale_core::locale;

/// Compares names and titles in Danish order in both languages, because the names are Danish.
///
/// Never use this order in a database index: the index would break when the collation data is updated.
#[derive(Debug)]
pub struct Collator {
    inner: CollatorBorrowed<'static>,
}

impl Collator {
    /// Danish order with digits compared as numbers. Never panics: the collation data is compiled in, and a test
    /// checks that it loads.
    #[must_use]
    pub fn new() -> Collator {
        let mut preferences = CollatorPreferences::from(locale!("da"));
        preferences.numeric_ordering = Some(CollationNumericOrdering::True);
        let inner = CollatorBorrowed::try_new(preferences, CollatorOptions::default())
            .expect("the Danish order is compiled in");
        Collator { inner }
    }

    /// Compares two texts. Texts that look alike but differ still have a fixed order.
    #[must_use]
    pub fn compare(&self, a: &str, b: &str) -> Ordering {
        self.inner.compare(a, b).then_with(|| a.cmp(b))
    }

    /// A sort key whose byte order is the Danish order, for sorting a long list. Do not store it.
    #[must_use]
    pub fn key(&self, text: &str) -> Vec<u8> {
        let mut key = Vec::new();
        // Writing to a vector can't fail.
        let Ok(_) = self.inner.write_sort_key_to(text, &mut key);
        key
    }
}

impl Default for Collator {
    fn default() -> Self {
        Collator::new()
    }
}
