//! The seals of rows outside the history: looks in a chain, drafts one by one. Checking them, and sealing the rows of a
//! house from before there were seals.

use rusqlite::types::ValueRef;
use rusqlite::{Connection, OptionalExtension, Row};

use crate::anchor::{self, Of};
use crate::history::Chain;
use crate::{Result, StoreError, erased_rows};

const LOOKS: &str = "SELECT seq, at, by, what, case_id, talk_id, details, mac FROM access ORDER BY seq";
const LAST_LOOK: &str = "SELECT seq, mac FROM access ORDER BY seq DESC LIMIT 1";
const DRAFTS: &str = "SELECT id, author, form, case_id, fields, writers, revision, saved_at, base, mac
    FROM draft ORDER BY id";
const DRAFT: &str = "SELECT id, author, form, case_id, fields, writers, revision, saved_at, base
    FROM draft WHERE id = ?1";
const DRAFT_SEALS: &str = "SELECT mac FROM draft ORDER BY id";
/// Makes the trigger again that migration 16 drops.
const LOOKS_STAY: &str = "CREATE TRIGGER access_stays BEFORE UPDATE ON access
BEGIN SELECT RAISE (ABORT, 'a look is never changed'); END";

/// The last look and its seal; number 0 and the house's identity before the first.
pub(crate) fn last_look(conn: &Connection, chain: &Chain) -> Result<(i64, Vec<u8>)> {
    let mut statement = conn.prepare_cached(LAST_LOOK)?;
    let last = statement.query_row([], |row| Ok((row.get(0)?, row.get(1)?))).optional()?;
    Ok(last.unwrap_or_else(|| (0, chain.root.to_vec())))
}

/// Seals a look, given by its columns, over the seal of the look before.
pub(crate) fn seal_look<'a>(
    chain: &Chain,
    before: &[u8],
    columns: impl IntoIterator<Item = ValueRef<'a>>,
) -> Result<[u8; 32]> {
    seal(chain, "look", before, columns)
}

/// Seals a draft as it is stored, and all drafts together. To be called in the transaction that saves it.
pub(crate) fn seal_draft(conn: &Connection, chain: &Chain, id: [u8; 16]) -> Result<()> {
    let mut statement = conn.prepare_cached(DRAFT)?;
    let mut rows = statement.query([id])?;
    if let Some(row) = rows.next()? {
        let mac = seal(chain, "draft", &chain.root, columns(row, 9)?)?;
        conn.prepare_cached("UPDATE draft SET mac = ?2 WHERE id = ?1")?.execute((id, mac))?;
    }
    drop(rows);
    seal_drafts(conn, chain)
}

/// Seals all drafts together. To be called in the transaction that removes one.
pub(crate) fn seal_drafts(conn: &Connection, chain: &Chain) -> Result<()> {
    let (count, over) = all_drafts(conn, chain)?;
    anchor::put(conn, chain, Of::Drafts, count, &over)
}

fn all_drafts(conn: &Connection, chain: &Chain) -> Result<(i64, [u8; 32])> {
    let mut statement = conn.prepare_cached(DRAFT_SEALS)?;
    let seals: Vec<Option<Vec<u8>>> = statement.query_map([], |row| row.get(0))?.collect::<Result<_, _>>()?;
    let over = chain.mac(seals.iter().map(|mac| mac.as_deref().unwrap_or_default()))?;
    Ok((i64::try_from(seals.len()).unwrap_or(i64::MAX), over))
}

/// Begins the anchor of a new house.
pub(crate) fn begin(conn: &Connection, chain: &Chain, of: Of) -> Result<()> {
    match of {
        Of::Access => anchor::put(conn, chain, of, 0, &chain.root),
        Of::Drafts => seal_drafts(conn, chain),
    }
}

/// Checks every look. Returns how many there are.
///
/// # Errors
/// `Corrupt` in "access"; `Busy`, `Database`.
pub(crate) fn check_looks(conn: &Connection, chain: &Chain) -> Result<u64> {
    let amiss = |what| StoreError::Corrupt { table: "access", what };
    let (mut before, mut count) = (chain.root.to_vec(), 0_i64);
    let mut statement = conn.prepare(LOOKS)?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        count += 1;
        let (look, mac) = (columns(row, 7)?, row.get::<_, Option<[u8; 32]>>(7)?);
        let mac = mac.ok_or_else(|| amiss("the chain is broken"))?;
        let is_whole = mac == seal_look(chain, &before, look.iter().copied())?;
        if !is_whole && !erased_rows::is_erased_look(conn, chain, &before, (row.get(0)?, &look), &mac)? {
            return Err(amiss("the chain is broken"));
        }
        before = mac.to_vec();
    }
    if !anchor::holds(conn, chain, Of::Access, count, &before)? {
        return Err(amiss("the last looks are missing"));
    }
    Ok(u64::try_from(count).unwrap_or(0))
}

/// Checks every draft. Returns how many there are.
///
/// # Errors
/// `Corrupt` in "draft"; `Busy`, `Database`.
pub(crate) fn check_drafts(conn: &Connection, chain: &Chain) -> Result<u64> {
    let amiss = |what| StoreError::Corrupt { table: "draft", what };
    let mut statement = conn.prepare(DRAFTS)?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        let mac = seal(chain, "draft", &chain.root, columns(row, 9)?)?;
        if row.get::<_, Option<[u8; 32]>>(9)? != Some(mac) {
            return Err(amiss("a draft that was not saved by the program"));
        }
    }
    let (count, over) = all_drafts(conn, chain)?;
    if !anchor::holds(conn, chain, Of::Drafts, count, &over)? {
        return Err(amiss("another number of drafts than were saved"));
    }
    Ok(u64::try_from(count).unwrap_or(0))
}

/// Seals the looks and drafts of a house from before schema 16. An empty database has none.
pub(crate) fn seal_all(conn: &Connection) -> Result<()> {
    let founded = conn.prepare("SELECT 1 FROM house")?.exists([])?;
    if founded {
        let chain = Chain::of(conn)?;
        let mut count = 0_i64;
        let mut before = chain.root.to_vec();
        let mut statement = conn.prepare(LOOKS)?;
        let mut rows = statement.query([])?;
        let mut update = conn.prepare("UPDATE access SET mac = ?2 WHERE seq = ?1")?;
        while let Some(row) = rows.next()? {
            count += 1;
            let mac = seal_look(&chain, &before, columns(row, 7)?)?;
            update.execute((row.get::<_, i64>(0)?, mac))?;
            before = mac.to_vec();
        }
        drop(rows);
        anchor::put(conn, &chain, Of::Access, count, &before)?;
        let ids: Vec<[u8; 16]> = conn
            .prepare("SELECT id FROM draft")?
            .query_map([], |row| row.get(0))?
            .collect::<Result<_, _>>()?;
        ids.into_iter().try_for_each(|id| seal_draft(conn, &chain, id))?;
        seal_drafts(conn, &chain)?;
    }
    Ok(conn.execute_batch(LOOKS_STAY)?)
}

/// The first columns of a row.
fn columns<'r>(row: &'r Row<'_>, count: usize) -> Result<Vec<ValueRef<'r>>> {
    (0..count).map(|at| Ok(row.get_ref(at)?)).collect()
}

/// Seals columns after a word for their use. A missing value differs from an empty one.
fn seal<'a>(
    chain: &Chain,
    word: &str,
    before: &[u8],
    columns: impl IntoIterator<Item = ValueRef<'a>>,
) -> Result<[u8; 32]> {
    let bytes = |value| match value {
        ValueRef::Null => vec![0],
        ValueRef::Integer(number) => [&[1], number.to_be_bytes().as_slice()].concat(),
        ValueRef::Real(number) => [&[2], number.to_be_bytes().as_slice()].concat(),
        ValueRef::Text(text) => [&[3], text].concat(),
        ValueRef::Blob(blob) => [&[4], blob].concat(),
    };
    let columns: Vec<Vec<u8>> = columns.into_iter().map(bytes).collect();
    chain.mac([word.as_bytes(), before].into_iter().chain(columns.iter().map(Vec::as_slice)))
}
