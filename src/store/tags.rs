//! Which themes and methods are on record, also those that are not, or no longer, in the house's lists.

use rusqlite::Connection;
use trivsel_domain::value::{StaffId, Tag};

use crate::column::Columns;
use crate::nouns::talk::READABLE;
use crate::{House, Result};

/// Themes and methods that talks on record have, each once.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TagsInUse {
    /// Themes.
    pub themes: Vec<Tag>,
    /// Methods.
    pub methods: Vec<Tag>,
}

/// From each tag to the next by the index, not through every talk; only those of a talk that is open to the reader,
/// since a theme says something of a note.
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
