//! Changes: the one form of every write, with the old and the new record side by side.

use serde::{Deserialize, Serialize};

use crate::for_each_record;
use crate::record::edit::Edit;
use crate::value::code::coded;
use crate::value::id::AnyKey;
use crate::with_edit;

macro_rules! changes {
    (
        $($(#[$doc:meta])* $name:ident = $code:literal: $record:ty, $(#[$_:meta])* $list:ident;)+
    ) => {
        /// One write. History, undo, conflicts and the audit all read this value.
        #[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
        #[serde(tag = "of", content = "edit")]
        #[expect(clippy::large_enum_variant, reason = "a case is wide; a box would cost every mark an allocation")]
        pub enum Change {
            $($(#[$doc])* #[serde(rename = $code)] $name(Edit<$record>)),+
        }

        coded! {
            "record"
            /// The types of record.
            pub enum RecordKind {
                $($(#[$doc])* $name = $code),+
            }
        }

        impl Change {
            /// The type of the record.
            #[must_use]
            pub fn kind(&self) -> RecordKind {
                match self { $(Self::$name(_) => RecordKind::$name),+ }
            }

            /// The change that reverses this one.
            #[must_use]
            pub fn inverse(&self) -> Self {
                match self { $(Self::$name(edit) => Self::$name(edit.inverse())),+ }
            }
        }

        $(impl From<Edit<$record>> for Change {
            fn from(edit: Edit<$record>) -> Self {
                Self::$name(edit)
            }
        })+
    };
}

for_each_record!([changes]);

impl Change {
    /// The identity of the record.
    #[must_use]
    pub fn key(&self) -> AnyKey {
        with_edit!(self, edit => edit.key().into())
    }

    /// Whether the change removes the record.
    #[must_use]
    pub fn removes(&self) -> bool {
        with_edit!(self, edit => edit.new_state().is_none())
    }
}
