//! Searching the notes: everything signed that is open to the asker, and the drafts they write in.
//!
//! The index holds the trigrams of the folded text in date order. A search reads the newest notes with a word first and
//! stops when it has enough. It then ranks each note by its text.

use std::borrow::Cow;
use std::cmp::Reverse;
use std::ops::Range;

use chrono::NaiveDate;
use rusqlite::{Connection, Params};
use rustc_hash::FxHashSet;
use trivsel_domain::record::{Staff, TalkKind};
use trivsel_domain::value::{AddendumId, CaseId, Coded, DraftId, StaffId, TalkId, is_hostile};
use trivsel_fold::{Class, Sought, Traced};

use crate::access_log::Access;
use crate::column::Columns;
use crate::search_index::{self, Candidate, Reader};
use crate::snippet::snippet;
use crate::{Asker, House, Result, row};

/// The most notes with the words that are ranked against each other. They are the newest ones.
const WEIGHED: usize = 200;
/// The most notes that are read when few of them match: many are restricted, or the words are too short for the index.
const LOOKED_AT: usize = 2000;
/// The most characters of the typed text that are searched for.
const MOST_LETTERS: usize = 200;
/// The most words that are searched for.
const MOST_WORDS: usize = 8;

/// How hits are ordered.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Sort {
    /// Whole words first, then beginnings of words, then matches inside words. Exact spelling comes before folded
    /// letters (ø for o, å for a). Equal matches come newest first.
    #[default]
    Relevance,
    /// Newest first.
    Date,
}

/// A search for notes.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SearchQuery {
    /// The words that a note must all have. Accents and case do not matter: `sor` finds Søren.
    pub text: String,
    /// Searches the notes of this case only.
    pub case: Option<CaseId>,
    /// The order of the hits.
    pub sort: Sort,
    /// The most hits to return.
    pub limit: usize,
}

/// The note that has the words.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Found {
    /// A signed talk.
    Talk(TalkId),
    /// An addendum and the talk it was added to.
    Addendum(AddendumId, TalkId),
    /// A draft that the asker writes in.
    Draft(DraftId),
}

/// A note that a search found.
#[derive(Clone, PartialEq, Eq)]
pub struct Hit {
    /// The note.
    pub what: Found,
    /// The case it is about; `None` for a consultation.
    pub case: Option<CaseId>,
    /// The place of a consultation.
    pub place: Option<String>,
    /// The kind of talk; `None` for a draft that has no kind yet.
    pub kind: Option<TalkKind>,
    /// The date of the talk, of the addendum or of the draft's last save.
    pub date: NaiveDate,
    /// The member of staff who wrote it.
    pub author: StaffId,
    /// Whether the note is restricted. The asker is then among those who may open it.
    pub restricted: bool,
    /// One line of the text around the first match. An ellipsis marks where the text is cut.
    pub snippet: String,
    /// The byte ranges of the words in `snippet`, ascending, neither overlapping nor adjacent.
    pub marks: Vec<Range<usize>>,
}

/// The result of a search.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Hits {
    /// The hits, best first, at most the query's `limit`.
    pub hits: Vec<Hit>,
    /// How many notes were seen to have the words, listed or not.
    pub seen: usize,
    /// Whether the search stopped before the last note, so there may be more hits.
    pub more: bool,
}

/// The finds of a search so far, best first.
struct Finds<'a> {
    words: &'a [Sought],
    sort: Sort,
    limit: usize,
    best: Vec<Find>,
    seen: FxHashSet<Found>,
    weighed: usize,
}

struct Find {
    order: (usize, Reverse<NaiveDate>),
    what: Found,
    note: Note,
    text: Traced<'static>,
}

/// The fields of a note that a hit shows besides its text.
#[derive(Clone)]
pub(crate) struct Note {
    pub(crate) case: Option<CaseId>,
    pub(crate) place: Option<String>,
    pub(crate) kind: Option<TalkKind>,
    pub(crate) date: NaiveDate,
    pub(crate) author: StaffId,
    pub(crate) restricted: bool,
}

impl Finds<'_> {
    /// Ranks a note and keeps it if its text has every word and it is among the best.
    fn weigh(&mut self, what: Found, note: Note, text: Cow<'_, str>) {
        if self.seen.contains(&what) {
            self.weighed += 1;
            return;
        }
        let text = Traced::new(text);
        let mut weight = 0;
        for word in self.words {
            match word.class(text.as_str()) {
                Some(class) => weight += class as usize,
                None => return,
            }
        }
        self.seen.insert(what);
        self.weighed += 1;
        let weight = if self.sort == Sort::Date { 0 } else { weight };
        let order = (weight, Reverse(note.date));
        // Notes arrive newest first, so a later note goes behind an equal one.
        let at = self.best.partition_point(|find| find.order <= order);
        if at < self.limit {
            self.best.truncate(self.limit - 1);
            self.best.insert(at, Find { order, what, note, text: text.into_owned() });
        }
    }

    /// Ranks the notes that a statement selects, newest first, until there are enough. Returns whether it stopped before
    /// the last note.
    fn weigh_newest(
        &mut self,
        conn: &Connection,
        sql: &str,
        params: impl Params,
        reader: Reader,
    ) -> Result<bool> {
        let mut looked_at = 0;
        self.weighed = 0;
        let enough = if self.sort == Sort::Date { self.limit } else { self.limit.max(WEIGHED) };
        self.weigh_while(conn, sql, params, reader, |weighed| {
            looked_at += 1;
            weighed < enough && looked_at < LOOKED_AT
        })
    }

    /// Ranks the notes that a statement selects while `more` returns true. Returns whether `more` stopped it.
    fn weigh_while(
        &mut self,
        conn: &Connection,
        sql: &str,
        params: impl Params,
        reader: Reader,
        mut more: impl FnMut(usize) -> bool,
    ) -> Result<bool> {
        let mut statement = conn.prepare_cached(sql)?;
        let mut rows = statement.query(params)?;
        while let Some(row) = rows.next()? {
            let Candidate { what, note, text, open } =
                Candidate::read(Columns::new(row, "findable", search_index::COLUMNS), reader)?;
            if open {
                self.weigh(what, note, text);
            }
            if !more(self.weighed) {
                return Ok(true);
            }
        }
        Ok(false)
    }

    fn hits(self) -> Vec<Hit> {
        let words = self.words;
        let hit = |Find { what, note, text, .. }: Find| {
            let Note { case, place, kind, date, author, restricted } = note;
            let (snippet, marks) = snippet(&text, words);
            Hit { what, case, place, kind, date, author, restricted, snippet, marks }
        };
        self.best.into_iter().map(hit).collect()
    }
}

/// Builds the index query: every word of at least three letters, in any of its spellings.
pub(crate) fn question<'a>(words: &'a [Sought], spellings: impl Fn(&'a Sought) -> Vec<&'a str>) -> String {
    let quoted = |word: &str| format!("\"{}\"", word.replace('"', "\"\""));
    let long = words.iter().filter(|word| is_long(word));
    let any = |word| spellings(word).into_iter().map(quoted).collect::<Vec<_>>().join(" OR ");
    long.map(|word| format!("({})", any(word))).collect::<Vec<_>>().join(" AND ")
}

fn typed(word: &Sought) -> Vec<&str> {
    vec![word.typed()]
}

fn spelled(word: &Sought) -> Vec<&str> {
    std::iter::once(word.typed()).chain(word.others().iter().map(String::as_str)).collect()
}

/// Whether the trigram index can find the word: it has at least three letters.
fn is_long(word: &Sought) -> bool {
    word.typed().chars().nth(2).is_some()
}

/// Searches the signed notes. Returns whether it stopped before the last note.
fn find(conn: &Connection, finds: &mut Finds<'_>, case: Option<CaseId>, reader: Reader) -> Result<bool> {
    let words = finds.words;
    if let Some(case) = case {
        // One case has few enough notes to rank them all.
        let case = [case.as_u128().to_be_bytes()];
        return finds.weigh_while(conn, search_index::OF_CASE, case, reader, |_| true);
    }
    if !words.iter().any(is_long) {
        return finds.weigh_newest(conn, search_index::NEWEST, [], reader);
    }
    let more = finds.weigh_newest(conn, search_index::WITH, [question(words, spelled)], reader)?;
    // Exact spelling ranks first, so look for it also when the newest notes all have another spelling.
    let otherwise = words.iter().any(|word| !word.others().is_empty());
    if finds.sort == Sort::Relevance && otherwise && more {
        finds.weigh_newest(conn, search_index::WITH, [question(words, typed)], reader)?;
    }
    Ok(more)
}

impl House {
    /// Searches everything signed that is open to the asker, and the drafts they write in. Writes the search and its text
    /// to the access log before it returns, unless the house can only be read.
    ///
    /// If thousands of notes have a word, only the newest few hundred are ranked, and the rest are not counted.
    ///
    /// # Errors
    /// `Busy`, `DiskFull`, `Corrupt`, `UnknownCode`, `Database`.
    pub fn search(&mut self, asker: Asker, query: &SearchQuery) -> Result<Hits> {
        let readable = |c| if is_hostile(c) { ' ' } else { c };
        let text: String = query.text.chars().map(readable).take(MOST_LETTERS).collect();
        let mut words = Sought::words(&text);
        words.truncate(MOST_WORDS);
        if words.is_empty() || query.limit == 0 {
            return Ok(Hits::default());
        }
        let mut finds = Finds {
            words: &words,
            sort: query.sort,
            limit: query.limit,
            best: Vec::new(),
            seen: FxHashSet::default(),
            weighed: 0,
        };
        for draft in self.drafts(asker.staff)? {
            if query.case.is_none_or(|case| draft.case == Some(case)) {
                let note = Note {
                    case: draft.case,
                    place: draft.fields.get("place").filter(|place| !place.is_empty()).cloned(),
                    kind: draft.fields.get("kind").and_then(|kind| TalkKind::from_code(kind).ok()),
                    date: draft.saved_at.date(),
                    author: draft.author,
                    restricted: false,
                };
                finds.weigh(Found::Draft(draft.id), note, search_index::of_draft(&draft).into());
            }
        }
        let leads = row::read::<Staff>(self.conn(), &asker.staff)?.is_some_and(|staff| staff.leader);
        let reader = Reader { id: asker.staff, leads };
        let more = find(self.conn(), &mut finds, query.case, reader)?;
        let (seen, hits) = (finds.seen.len(), finds.hits());
        self.log_access(asker, &Access::Search { case: query.case, text: text.trim().to_owned() })?;
        Ok(Hits { hits, seen, more })
    }
}

/// Omits the snippet, which is note text.
impl std::fmt::Debug for Hit {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let Self { what, case, date, .. } = self;
        f.debug_struct("Hit")
            .field("what", what)
            .field("case", case)
            .field("date", date)
            .finish_non_exhaustive()
    }
}

/// Hits are ordered by the derived order of `Class`, so its variants must stay best first.
const _: () = assert!((Class::Whole as usize) < Class::InsideOther as usize);
