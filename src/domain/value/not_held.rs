//! Why an appointment was not held.

use crate::value::code::coded;

coded! {
    "not held"
    /// Why an appointment was not held. Source: our own, in the terms of the field.
    pub enum NotHeld {
        /// Aflyst af familien.
        FamilyCancelled = "family-cancelled",
        /// Barnet eller familien kom ikke.
        NoShow = "no-show",
        /// Sygdom.
        Illness = "illness",
        /// Aflyst af os.
        HouseCancelled = "house-cancelled",
        /// Aflyst af andre: the school, the municipality.
        OthersCancelled = "others-cancelled",
    }
}
