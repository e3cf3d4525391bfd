//! The baselines: the least work a program can do with the same library on the same disk.

use std::path::{Path, PathBuf};
use std::time::Duration;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use rusqlite::{Connection, TransactionBehavior};

use crate::data::SEATS;
use crate::house::KEY;
use crate::measure::timed;
use crate::screen::{Swallowing, swallowing};

/// A loop over two pages of plain text that differ in as many cells as two frames of the program.
pub struct Loop {
    pages: [Vec<String>; 2],
    shown: usize,
    screen: Swallowing,
}

impl Loop {
    /// Builds pages that differ in the same cells as the frames.
    pub fn like(before: &Buffer, after: &Buffer) -> Self {
        let changed: Vec<(u16, u16)> = before.diff(after).into_iter().map(|(x, y, _)| (x, y)).collect();
        let page = |mark: &str| {
            let Rect { width, height, .. } = before.area;
            let symbol = |x, y| if changed.contains(&(x, y)) { mark } else { before[(x, y)].symbol() };
            (0..height).map(|y| (0..width).map(|x| symbol(x, y)).collect()).collect()
        };
        let pages = [page("a"), page("b")];
        Self { pages, shown: 0, screen: swallowing((before.area.width, before.area.height)) }
    }

    /// Turns the page and draws it.
    pub fn turn(&mut self) {
        self.shown = 1 - self.shown;
        let page = &self.pages[self.shown];
        self.screen
            .draw(|frame| {
                for (line, y) in page.iter().zip(0..) {
                    frame.render_widget(line.as_str(), Rect { y, height: 1, ..frame.area() });
                }
            })
            .unwrap();
    }
}

/// A database that is closed and reopened after every register, as the house is: appending to the log costs more
/// than overwriting it.
pub struct Database {
    path: PathBuf,
    conn: Option<Connection>,
    commits: u16,
}

impl Database {
    /// Creates a database at a path.
    pub fn at(path: PathBuf) -> Self {
        Self { path, conn: None, commits: 0 }
    }

    /// The time until one small row is on the disk.
    pub fn commit(&mut self) -> Duration {
        if self.commits.is_multiple_of(SEATS) {
            self.conn = None;
        }
        self.commits += 1;
        let conn = self.conn.get_or_insert_with(|| database(&self.path));
        timed(|| commit(conn))
    }
}

/// A database of one table, opened with the same settings as a house.
fn database(path: &Path) -> Connection {
    let conn = Connection::open(path).unwrap();
    let key: String = KEY.iter().map(|byte| format!("{byte:02x}")).collect();
    conn.execute_batch(&format!(
        "PRAGMA cipher_log_level = NONE; PRAGMA key = \"x'{key}'\"; PRAGMA journal_mode = WAL;
         PRAGMA synchronous = FULL; PRAGMA cache_size = -65536; PRAGMA temp_store = MEMORY;
         PRAGMA secure_delete = ON;
         CREATE TABLE IF NOT EXISTS mark (id INTEGER PRIMARY KEY, child BLOB, date TEXT, what TEXT) STRICT;"
    ))
    .unwrap();
    conn
}

/// Writes one small row; it is on the disk on return.
fn commit(conn: &mut Connection) {
    let tx = conn.transaction_with_behavior(TransactionBehavior::Immediate).unwrap();
    tx.prepare_cached("INSERT INTO mark (child, date, what) VALUES (?1, ?2, ?3)")
        .unwrap()
        .execute((KEY, "2026-11-25", "sick"))
        .unwrap();
    tx.commit().unwrap();
}
