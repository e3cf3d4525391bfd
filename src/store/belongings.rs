//! What belongs to a record, gathered from every table.

use rusqlite::Connection;
use trivsel_domain::for_each_record;
use trivsel_domain::record::{Belongings, Change};
use trivsel_domain::value::AnyKey;

use crate::Result;
use crate::row::{self, Noun};

macro_rules! gather {
    (
        $conn:ident, $found:ident
        $($(#[$_:meta])* $name:ident = $code:literal: $record:ty, $(#[$__:meta])* $list:ident;)+
    ) => {
        $(row::each::<$record>($conn, &<$record>::table().all, [], |record| {
            $found.see(record);
            Ok(())
        })?;)+
    };
}

/// The changes that remove the records of these keys and all that belongs to them, each after what it belongs to. Reads
/// every record of the house, one at a time.
pub(crate) fn removals(conn: &Connection, roots: &[AnyKey]) -> Result<Vec<Change>> {
    let mut found = Belongings::of(roots);
    for_each_record!([gather] conn, found);
    Ok(found.removals())
}
