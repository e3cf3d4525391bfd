//! All records of a house together: the content of an export.

use alloc::collections::BTreeSet;
use alloc::vec::Vec;

use serde::{Deserialize, Serialize};

use crate::for_each_record;
use crate::record::change::{Change, RecordKind};
use crate::record::edit::{Contradiction, Edit, Record, Unique};
use crate::value::id::AnyKey;

macro_rules! records {
    (
        $($(#[$_:meta])* $name:ident = $code:literal: $record:ty, $(#[$doc:meta])* $list:ident;)+
    ) => {
        /// Every record of a house.
        #[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
        pub struct Records {
            $($(#[$doc])* pub $list: Vec<$record>,)+
        }

        impl Records {
            /// Collects the keys, references and contradictions of the records one by one.
            pub(crate) fn survey(&self) -> Survey {
                let mut survey = Survey::default();
                $(self.$list.iter().for_each(|record| survey.see(RecordKind::$name, record));)+
                survey
            }

            /// The changes that turn the records of `there` into these.
            pub(crate) fn changes_from(&self, there: &Self) -> Vec<Change> {
                let mut changes = Vec::new();
                $(put(&mut changes, &there.$list, &self.$list);)+
                changes
            }
        }
    };
}

for_each_record!([records]);

/// What the records say one by one, before they are compared.
#[derive(Default)]
pub(crate) struct Survey {
    pub(crate) found: BTreeSet<Contradiction>,
    pub(crate) keys: BTreeSet<AnyKey>,
    unique: BTreeSet<(RecordKind, Unique)>,
    pub(crate) references: BTreeSet<AnyKey>,
}

impl Survey {
    fn see<R: Record>(&mut self, kind: RecordKind, record: &R) {
        self.found.extend(record.contradiction());
        if !self.keys.insert(record.key().into()) {
            self.found.insert(Contradiction::Twice);
        }
        if let Some(unique) = record.unique() {
            let twice = match unique {
                Unique::Initials(_) | Unique::Answer(..) | Unique::Talk(_) => Contradiction::Twice,
                Unique::From(..) | Unique::Version(..) => Contradiction::VersionTwice,
            };
            if !self.unique.insert((kind, unique)) {
                self.found.insert(twice);
            }
        }
        self.references.extend(record.references());
    }
}

fn put<T: Record>(changes: &mut Vec<Change>, there: &[T], new: &[T])
where
    Change: From<Edit<T>>,
{
    changes.extend(new.iter().filter_map(|record| {
        let old = there.iter().find(|t| t.key() == record.key()).cloned();
        Edit::new(old, Some(record.clone())).ok().map(Change::from)
    }));
}
