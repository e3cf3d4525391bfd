//! Anchors: how many looks and drafts there are, and a seal over all of them, so that a row that is taken away is missed.

use rusqlite::{Connection, OptionalExtension};

use crate::Result;
use crate::history::Chain;

const READ: &str = "SELECT count, mac FROM anchor WHERE what = ?1";
const WRITE: &str = "INSERT INTO anchor (what, count, mac) VALUES (?1, ?2, ?3)
    ON CONFLICT (what) DO UPDATE SET count = excluded.count, mac = excluded.mac";

/// What an anchor is kept of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Of {
    Access,
    Drafts,
}

impl Of {
    fn code(self) -> &'static str {
        match self {
            Self::Access => "access",
            Self::Drafts => "draft",
        }
    }
}

/// Seals a count with the seal of what is counted.
fn seal(chain: &Chain, of: Of, count: i64, over: &[u8]) -> Result<[u8; 32]> {
    chain.mac([b"anchor".as_slice(), of.code().as_bytes(), &count.to_be_bytes(), over])
}

/// Moves an anchor, in the transaction that changes what it is kept of.
pub(crate) fn put(conn: &Connection, chain: &Chain, of: Of, count: i64, over: &[u8]) -> Result<()> {
    let mac = seal(chain, of, count, over)?;
    conn.prepare_cached(WRITE)?.execute((of.code(), count, mac))?;
    Ok(())
}

/// Whether an anchor is where it was put. A house has both from its founding.
pub(crate) fn holds(conn: &Connection, chain: &Chain, of: Of, count: i64, over: &[u8]) -> Result<bool> {
    let mut statement = conn.prepare_cached(READ)?;
    let found: Option<(i64, [u8; 32])> =
        statement.query_row([of.code()], |row| Ok((row.get(0)?, row.get(1)?))).optional()?;
    Ok(match found {
        Some((there, mac)) => there == count && mac == seal(chain, of, count, over)?,
        None => false,
    })
}
