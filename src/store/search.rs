//! Searching the notes: everything signed that is open to who asks, and their own drafts.
//!
//! The index holds every three letters of the folded text, in the order of the days, so that the newest notes with a
//! word are read first and reading stops with enough of them. How well each fits is then seen in its text.

use std::cmp::Reverse;
use std::collections::HashSet;
use std::ops::Range;

use chrono::NaiveDate;
use rusqlite::{Connection, Params};
use trivsel_domain::record::TalkKind;
use trivsel_domain::value::{AddendumId, CaseId, Coded, DraftId, StaffId, TalkId, is_hostile};
use trivsel_fold::{Class, Sought, fold};

use crate::access_log::{self, Access};
use crate::column::Columns;
use crate::search_index::{self, Candidate};
use crate::snippet::snippet;
use crate::{Asker, House, Result};

/// How many notes that have the words are weighed against each other: the newest.
const WEIGHED: usize = 200;
/// How many are looked at where too few of them are open to who asks, or for words of one or two letters.
const LOOKED_AT: usize = 2000;
/// How much of what was typed is searched for.
const MOST_LETTERS: usize = 200;
const MOST_WORDS: usize = 8;

/// How hits are ordered.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Sort {
    /// A word of its own before the beginning of one before its inside, as typed before ø for o and å for a; of
    /// equals the newest first.
    #[default]
    Relevance,
    /// The newest first.
    Date,
}

/// What is searched for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SearchQuery {
    /// Words; a note has every one of them. Accents and case do not matter, `sor` finds Søren.
    pub text: String,
    /// In one case.
    pub case: Option<CaseId>,
    /// In which order.
    pub sort: Sort,
    /// At most so many.
    pub limit: usize,
}

/// Where the words were found.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Found {
    /// In a talk.
    Talk(TalkId),
    /// In an addendum, and to which talk it is.
    Addendum(AddendumId, TalkId),
    /// In a draft of who asks.
    Draft(DraftId),
}

/// One find.
#[derive(Clone, PartialEq, Eq)]
pub struct Hit {
    /// Where.
    pub what: Found,
    /// Of whose case.
    pub case: Option<CaseId>,
    /// Where a consultation was.
    pub place: Option<String>,
    /// What kind of talk; of a draft, where it says so.
    pub kind: Option<TalkKind>,
    /// The day of the talk, of the addendum, of the draft's last save.
    pub date: NaiveDate,
    /// Who wrote it.
    pub author: StaffId,
    /// Whether it is restricted, and open to who asks.
    pub restricted: bool,
    /// A line of the text around the first place; an ellipsis where the text goes on.
    pub snippet: String,
    /// Where the words are in it, in bytes, in their order, none touching the next.
    pub marks: Vec<Range<usize>>,
}

/// What a search found.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Hits {
    /// At most as many as were asked for, best first.
    pub hits: Vec<Hit>,
    /// How many notes were seen to have the words: the listed ones and others.
    pub seen: usize,
    /// Whether not every note was looked at, so that there may be more.
    pub more: bool,
}

/// What a search has found so far, best first.
struct Finds<'a> {
    words: &'a [Sought],
    sort: Sort,
    limit: usize,
    best: Vec<Find>,
    seen: HashSet<Found>,
    weighed: usize,
}

struct Find {
    order: (usize, Reverse<NaiveDate>),
    what: Found,
    note: Note,
    text: String,
}

/// What there is to say of a note beside its text.
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
    /// Weighs a text, and keeps it if it has every word and is among the best.
    fn weigh(&mut self, what: Found, note: Note, text: &str) {
        if self.seen.contains(&what) {
            self.weighed += 1;
            return;
        }
        let folded = fold(text);
        let mut weight = 0;
        for word in self.words {
            match word.class(&folded) {
                Some(class) => weight += class as usize,
                None => return,
            }
        }
        self.seen.insert(what);
        self.weighed += 1;
        let weight = if self.sort == Sort::Date { 0 } else { weight };
        let order = (weight, Reverse(note.date));
        // Of equals the one that came first stays in front: they come newest first.
        let at = self.best.partition_point(|find| find.order <= order);
        if at < self.limit {
            self.best.truncate(self.limit - 1);
            self.best.insert(at, Find { order, what, note, text: text.to_owned() });
        }
    }

    /// Weighs the notes of a question, newest first, until there are enough. Whether that was before the last.
    fn weigh_newest(
        &mut self,
        conn: &Connection,
        sql: &str,
        params: impl Params,
        reader: StaffId,
    ) -> Result<bool> {
        let mut looked_at = 0;
        self.weighed = 0;
        let enough = if self.sort == Sort::Date { self.limit } else { self.limit.max(WEIGHED) };
        self.weigh_while(conn, sql, params, reader, |weighed| {
            looked_at += 1;
            weighed < enough && looked_at < LOOKED_AT
        })
    }

    /// Weighs the notes of a question for as long as more are asked for.
    fn weigh_while(
        &mut self,
        conn: &Connection,
        sql: &str,
        params: impl Params,
        reader: StaffId,
        mut more: impl FnMut(usize) -> bool,
    ) -> Result<bool> {
        let mut statement = conn.prepare_cached(sql)?;
        let mut rows = statement.query(params)?;
        while let Some(row) = rows.next()? {
            let Candidate { what, note, text, open } =
                Candidate::read(Columns::new(row, "findable", search_index::COLUMNS), reader)?;
            if open {
                self.weigh(what, note, &text);
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

/// What the index is asked: every word of three letters or more, in these spellings.
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

/// Whether the index knows it.
fn is_long(word: &Sought) -> bool {
    word.typed().chars().nth(2).is_some()
}

/// Looks for the words; whether not every note was looked at.
fn find(conn: &Connection, finds: &mut Finds<'_>, case: Option<CaseId>, reader: StaffId) -> Result<bool> {
    let words = finds.words;
    if let Some(case) = case {
        // Few enough to weigh them all.
        let case = [case.as_u128().to_be_bytes()];
        return finds.weigh_while(conn, search_index::OF_CASE, case, reader, |_| true);
    }
    if !words.iter().any(is_long) {
        return finds.weigh_newest(conn, search_index::NEWEST, [], reader);
    }
    let more = finds.weigh_newest(conn, search_index::WITH, [question(words, spelled)], reader)?;
    // What is spelled as typed comes first, also where the newest are all spelled otherwise.
    let otherwise = words.iter().any(|word| !word.others().is_empty());
    if finds.sort == Sort::Relevance && otherwise && more {
        finds.weigh_newest(conn, search_index::WITH, [question(words, typed)], reader)?;
    }
    Ok(more)
}

impl House {
    /// Searches everything signed that is open to the asker, and the drafts they write in. The search is in the access
    /// log when this returns, with its text; a house that can only be read is searched without.
    ///
    /// Of a word that thousands of notes have, the newest few hundred are weighed, and they are not counted.
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
            seen: HashSet::new(),
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
                finds.weigh(Found::Draft(draft.id), note, &search_index::of_draft(&draft));
            }
        }
        let more = find(self.conn(), &mut finds, query.case, asker.staff)?;
        let (seen, hits) = (finds.seen.len(), finds.hits());
        if self.is_writable() {
            let access = Access::Search { case: query.case, text: text.trim().to_owned() };
            self.write(|tx| access_log::write(tx, asker, &access))?;
        }
        Ok(Hits { hits, seen, more })
    }
}

/// Without the text.
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

/// The order of the classes is the order of the hits.
const _: () = assert!((Class::Whole as usize) < Class::InsideOther as usize);
