//! The roles around a child.

use crate::value::code::coded;

coded! {
    "role"
    /// The role of a person around a child.
    /// Source: service descriptions, referral, start-up and cooperation.
    pub enum Role {
        /// Barnet, den unge.
        Child = "child",
        /// Mor.
        Mother = "mother",
        /// Far.
        Father = "father",
        /// Another person with custody or in a parent's place (forælder, plejefamilie).
        Guardian = "guardian",
        /// Another member of the family.
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
    /// Whether it is a parent or a person in a parent's place.
    #[must_use]
    pub fn is_parent(self) -> bool {
        matches!(self, Self::Mother | Self::Father | Self::Guardian)
    }
}
