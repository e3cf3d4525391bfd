//! Who somebody is to a child.

use crate::value::code::coded;

coded! {
    "role"
    /// The part somebody has around a child. Source: service descriptions, referral, start-up and cooperation.
    pub enum Role {
        /// Barnet, den unge.
        Child = "child",
        /// Mor.
        Mother = "mother",
        /// Far.
        Father = "father",
        /// Another who has custody or stands in for a parent (forælder, plejefamilie).
        Guardian = "guardian",
        /// Others of the family.
        Family = "family",
        /// Afgivende eller nuværende skole.
        School = "school",
        /// Pædagogisk-psykologisk rådgivning.
        Ppr = "ppr",
        /// Rådgiver i kommunen (sagsbehandler).
        Caseworker = "caseworker",
        /// UU-vejleder.
        YouthGuidance = "youth-guidance",
        /// Familiehuset: the municipal family centre.
        FamilyCentre = "family-centre",
        /// Henviser.
        Referrer = "referrer",
        /// Anyone else, with or without a name.
        Other = "other",
    }
}

impl Role {
    /// Whether it is a parent, or stands in for one.
    #[must_use]
    pub fn is_parent(self) -> bool {
        matches!(self, Self::Mother | Self::Father | Self::Guardian)
    }
}
