//! The themes and methods on record, including those that are not in the house's lists.

use rusqlite::Connection;
use trivsel_domain::value::{StaffId, Tag};

use crate::column::Columns;
use crate::nouns::talk::READABLE;
use crate::{House, Result};

/// The themes and methods of talks on record, without duplicates.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TagsInUse {
    /// The themes.
    pub themes: Vec<Tag>,
    /// The methods.
    pub methods: Vec<Tag>,
}

/// Selects the tags in use. It jumps from tag to tag in the index instead of reading every talk. It leaves out tags
/// that only talks closed to the reader have, since a theme reveals content.
pub(crate) fn in_use() -> String {
    format!(
        "WITH RECURSIVE used (tag) AS (
            SELECT (SELECT min(tag) FROM talk_tag WHERE what = ?3)
            UNION ALL
            SELECT (SELECT min(tag) FROM talk_tag WHERE what = ?3 AND tag > used.tag) FROM used
                WHERE used.tag IS NOT NULL)
        SELECT tag FROM used WHERE tag IS NOT NULL AND EXISTS (
            SELECT 1 FROM talk_tag CROSS JOIN talk ON talk.id = talk_id
                WHERE what = ?3 AND talk_tag.tag = used.tag AND {READABLE})"
    )
}

fn tags(conn: &Connection, what: &str, reader: StaffId) -> Result<Vec<Tag>> {
    let mut statement = conn.prepare_cached(&in_use())?;
    let mut rows = statement.query((reader.as_u128().to_be_bytes(), reader.to_string(), what))?;
    let mut found = Vec::new();
    while let Some(row) = rows.next()? {
        found.push(Columns::new(row, "talk_tag", &["tag"]).text()?);
    }
    Ok(found)
}

impl House {
    /// The themes and methods of talks that are open to the reader.
    ///
    /// # Errors
    /// `Corrupt`, `Busy`, `Database`.
    pub fn tags_in_use(&self, reader: StaffId) -> Result<TagsInUse> {
        let tx = self.snapshot()?;
        Ok(TagsInUse { themes: tags(&tx, "theme", reader)?, methods: tags(&tx, "method", reader)? })
    }
}
