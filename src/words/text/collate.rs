//! Danish order: æ, ø, å last and in that order, Aagaard beside Åse, class 7 before class 10.

use std::cmp::Ordering;

use icu_collator::options::CollatorOptions;
use icu_collator::preferences::CollationNumericOrdering;
use icu_collator::{CollatorBorrowed, CollatorPreferences};
use icu_locale_core::locale;

/// Compares names and titles in Danish order, whatever the language of the screen: the names are Danish.
///
/// Sorting is done with this and never in a database index, which would break when the order's data is updated.
#[derive(Debug)]
pub struct Collator {
    inner: CollatorBorrowed<'static>,
}

impl Collator {
    /// The Danish order, digits compared as numbers.
    ///
    /// # Panics
    /// Never: the order's data is compiled in, which a test holds.
    #[must_use]
    pub fn new() -> Collator {
        let mut preferences = CollatorPreferences::from(locale!("da"));
        preferences.numeric_ordering = Some(CollationNumericOrdering::True);
        let inner = CollatorBorrowed::try_new(preferences, CollatorOptions::default())
            .expect("the Danish order is compiled in");
        Collator { inner }
    }

    /// Which of two texts comes first. Texts that look alike but aren't the same are still ordered.
    #[must_use]
    pub fn compare(&self, a: &str, b: &str) -> Ordering {
        self.inner.compare(a, b).then_with(|| a.cmp(b))
    }

    /// A key whose byte order is the Danish order, for sorting a long list once. Not to be stored.
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
