//! Erasing the texts of searches and of reasons from the access log: those in a case of the children, and those with a name
//! of theirs. That somebody searched, or wrote why, and when, stays.

use rusqlite::types::ValueRef;
use rusqlite::{Connection, Transaction};
use trivsel_fold::fold;

use super::Theirs;
use crate::Result;
use crate::erased_rows::{self, NO_DETAILS};
use crate::history::Chain;

const TEXTS: &str = "SELECT seq, case_id, details, what = 'search' FROM access
    WHERE what IN ('search', 'why') AND details <> '' ORDER BY seq";
const ONE: &str = "SELECT seq, at, by, what, case_id, talk_id, mac FROM access WHERE seq = ?1";
const SEAL: &str = "SELECT mac FROM access WHERE seq = ?1";
const EMPTY: &str = "UPDATE access SET details = ?2 WHERE seq = ?1";

/// The shortest word of a name that is looked for, in letters.
const SHORTEST: usize = 3;

/// The folded words of a text that say something.
fn words(text: &str) -> Vec<String> {
    let folded = fold(text);
    let words = folded.split(|c: char| !c.is_alphanumeric());
    words.filter(|word| word.chars().count() >= SHORTEST).map(str::to_owned).collect()
}

/// Whether a word of a search is for a name. A search finds parts of words, so the beginning of a name is enough.
fn is_searched(name: &str, word: &str) -> bool {
    name.starts_with(word) || word.starts_with(name)
}

/// Whether a word of a sentence is a name, perhaps in the genitive: `han` and `handling` are not Hansen and Han.
fn is_named(name: &str, word: &str) -> bool {
    word.strip_prefix(name).is_some_and(|rest| matches!(rest, "" | "s"))
}

/// The numbers of the looks whose text is theirs.
pub(super) fn theirs(conn: &Connection, theirs: &Theirs) -> Result<Vec<i64>> {
    let names: Vec<String> = theirs.names.iter().flat_map(|name| words(name.as_str())).collect();
    let mut statement = conn.prepare(TEXTS)?;
    let mut rows = statement.query([])?;
    let mut found = Vec::new();
    while let Some(row) = rows.next()? {
        let (seq, case, text): (i64, Option<[u8; 16]>, String) = (row.get(0)?, row.get(1)?, row.get(2)?);
        let is_in_theirs =
            case.is_some_and(|case| theirs.cases.iter().any(|own| own.as_u128().to_be_bytes() == case));
        let names_them = if row.get(3)? { is_searched } else { is_named };
        if is_in_theirs || words(&text).iter().any(|word| names.iter().any(|name| names_them(name, word))) {
            found.push(seq);
        }
    }
    Ok(found)
}

/// Empties the texts, notes that it did, and counts them.
pub(super) fn erase(tx: &Transaction<'_>, chain: &Chain, all: &Theirs) -> Result<usize> {
    let found = theirs(tx, all)?;
    let count = found.len();
    for seq in found {
        let before = erased_rows::seal_before(tx, chain, SEAL, seq)?;
        {
            let mut one = tx.prepare_cached(ONE)?;
            let mut rows = one.query([seq])?;
            let Some(row) = rows.next()? else { continue };
            let mut left = (0..6).map(|at| row.get_ref(at)).collect::<std::result::Result<Vec<_>, _>>()?;
            left.push(ValueRef::Text(NO_DETAILS.as_bytes()));
            let mac: Vec<u8> = row.get(6)?;
            erased_rows::put_look(tx, chain, &before, (seq, &left), &mac)?;
        }
        tx.prepare_cached(EMPTY)?.execute((seq, NO_DETAILS))?;
    }
    Ok(count)
}
