//! Who took part or follows up, as one short text: `staff:LB`, `role:mother`, `person:` and an identity, or as written.
//! What is written like one of these has `other:` before it, so that every text reads back as itself.

use serde::de::{Error, SeqAccess, Visitor};
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use trivsel_domain::{Coded, Initials, Line, PersonId, Role};

const STAFF: &str = "staff:";
const ROLE: &str = "role:";
const PERSON: &str = "person:";
const OTHER: &str = "other:";

/// Somebody.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Who {
    Staff(Initials),
    Role(Role),
    Person(PersonId),
    Other(Line),
}

impl Who {
    fn write(&self) -> String {
        match self {
            Self::Staff(initials) => format!("{STAFF}{}", initials.as_str()),
            Self::Role(role) => format!("{ROLE}{}", role.code()),
            Self::Person(id) => format!("{PERSON}{id}"),
            Self::Other(line)
                if [STAFF, ROLE, PERSON, OTHER].iter().any(|p| line.as_str().starts_with(p)) =>
            {
                format!("{OTHER}{}", line.as_str())
            }
            Self::Other(line) => line.as_str().to_owned(),
        }
    }

    fn read(text: &str) -> Option<Self> {
        let after = |prefix| text.strip_prefix(prefix);
        if let Some(initials) = after(STAFF) {
            Initials::new(initials).ok().map(Self::Staff)
        } else if let Some(role) = after(ROLE) {
            Role::from_code(role).ok().map(Self::Role)
        } else if let Some(id) = after(PERSON) {
            id.parse().ok().map(Self::Person)
        } else {
            Line::new(after(OTHER).unwrap_or(text)).ok().map(Self::Other)
        }
    }
}

impl Serialize for Who {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.serialize_str(&self.write())
    }
}

impl<'de> Deserialize<'de> for Who {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        let text = String::deserialize(from)?;
        Self::read(&text).ok_or_else(|| D::Error::custom(format_args!("»{text}« is nobody")))
    }
}

/// Who took part: a list, or in version 1 a line as written.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
#[serde(transparent)]
pub(crate) struct Took(pub Vec<Who>);

impl<'de> Deserialize<'de> for Took {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        from.deserialize_any(ReadTook)
    }
}

struct ReadTook;

impl<'de> Visitor<'de> for ReadTook {
    type Value = Took;

    fn expecting(&self, to: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        to.write_str("who took part")
    }

    fn visit_unit<E: Error>(self) -> Result<Took, E> {
        Ok(Took::default())
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<Took, E> {
        Line::new(text).map(|line| Took(vec![Who::Other(line)])).map_err(E::custom)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<Took, A::Error> {
        let mut who = Vec::new();
        while let Some(one) = list.next_element()? {
            who.push(one);
        }
        Ok(Took(who))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn everybody_reads_back_as_they_are() {
        for text in ["mor", "staff:LB", "other:x", "role:mother", "Lise: UU", "person:", "staff:"] {
            let other = Who::Other(Line::new(text).unwrap());
            assert_eq!(Who::read(&other.write()), Some(other), "{text}");
        }
        for who in [
            Who::Staff(Initials::new("ÆØÅ").unwrap()),
            Who::Role(Role::FamilyCentre),
            Who::Person(PersonId::from_u128(7)),
        ] {
            assert_eq!(Who::read(&who.write()), Some(who));
        }
        for none in ["", "staff:12", "role:mum", "person:7", "other: "] {
            assert_eq!(Who::read(none), None, "{none:?}");
        }
    }
}
