//! Values that every mark needs and that rarely change, kept between the calls of a connection.

use std::cell::{Cell, RefCell};
use std::collections::BTreeMap;

use rusqlite::Connection;
use trivsel_domain::record::{Case, Change, Child, Staff, TwoChildren};
use trivsel_domain::rules::calendar::Calendar;
use trivsel_domain::rules::same_child::{Pair, pairs};
use trivsel_domain::value::{CaseId, StaffId};

use crate::history::Chain;
use crate::{Result, codes, row};

/// Cached values of one connection.
#[derive(Default)]
pub(crate) struct Remembered {
    values: RefCell<Values>,
    /// Stays as it is for the life of a house.
    chain: RefCell<Option<Chain>>,
    /// Whether this connection has seen that the code tables hold every code of this program.
    codes: Cell<bool>,
}

/// The values, and the `data_version` they were read at.
#[derive(Default)]
struct Values {
    version: i64,
    calendar: Option<Calendar>,
    /// The member of staff who asked last.
    member: Option<Staff>,
    /// The cases of the register that was read last, and those that were asked about since.
    cases: BTreeMap<CaseId, Case>,
    /// The pairs of children that may be one.
    same_children: Option<Vec<Pair>>,
}

impl Remembered {
    /// The school calendar.
    pub(crate) fn calendar(&self, conn: &Connection) -> Result<Calendar> {
        if let Some(calendar) = &self.values.borrow().calendar {
            return Ok(calendar.clone());
        }
        let calendar = row::all(conn).map(Calendar::new)?;
        self.values.borrow_mut().calendar = Some(calendar.clone());
        Ok(calendar)
    }

    /// A member of staff; `None` if there is no such member.
    pub(crate) fn member(&self, conn: &Connection, id: StaffId) -> Result<Option<Staff>> {
        if let Some(member) = self.values.borrow().member.as_ref().filter(|member| member.id == id) {
            return Ok(Some(member.clone()));
        }
        let member: Option<Staff> = row::read(conn, &id)?;
        self.values.borrow_mut().member.clone_from(&member);
        Ok(member)
    }

    /// A case; `None` if there is no such case.
    pub(crate) fn case(&self, conn: &Connection, id: CaseId) -> Result<Option<Case>> {
        if let Some(case) = self.values.borrow().cases.get(&id) {
            return Ok(Some(case.clone()));
        }
        let case: Option<Case> = row::read(conn, &id)?;
        self.values.borrow_mut().cases.extend(case.iter().map(|case| (id, case.clone())));
        Ok(case)
    }

    /// Keeps the cases of a register instead of those before: the next marks are theirs.
    pub(crate) fn keep_cases(&self, cases: &[Case]) {
        self.values.borrow_mut().cases = cases.iter().map(|case| (case.id, case.clone())).collect();
    }

    /// The pairs of children that may be one and were not found to be two. Comparing every name takes longer than the
    /// rest of a day's list, and children rarely change.
    pub(crate) fn same_children(&self, conn: &Connection) -> Result<Vec<Pair>> {
        if let Some(pairs) = &self.values.borrow().same_children {
            return Ok(pairs.clone());
        }
        let children: Vec<Child> = row::all(conn)?;
        let found = pairs(&children, &row::all::<TwoChildren>(conn)?);
        self.values.borrow_mut().same_children = Some(found.clone());
        Ok(found)
    }

    /// What the history is sealed with.
    pub(crate) fn chain(&self, conn: &Connection) -> Result<Chain> {
        if let Some(chain) = &*self.chain.borrow() {
            return Ok(chain.clone());
        }
        let chain = Chain::of(conn)?;
        self.chain.replace(Some(chain.clone()));
        Ok(chain)
    }

    /// Drops every value if another connection has written since they were read. To be called before the others, in the
    /// same transaction.
    pub(crate) fn drop_stale(&self, conn: &Connection) -> Result<()> {
        let version = conn.prepare_cached("PRAGMA data_version")?.query_row([], |row| row.get(0))?;
        let mut values = self.values.borrow_mut();
        if values.version != version {
            *values = Values { version, ..Values::default() };
        }
        Ok(())
    }

    /// Drops the values that a change of this connection replaces: its own writes don't change `data_version`.
    pub(crate) fn forget(&self, change: &Change) {
        match change {
            Change::Closure(_) => self.values.borrow_mut().calendar = None,
            Change::Child(_) | Change::TwoChildren(_) => self.values.borrow_mut().same_children = None,
            Change::Staff(_) => self.values.borrow_mut().member = None,
            Change::Case(edit) => {
                self.values.borrow_mut().cases.remove(&edit.key());
            }
            _ => {}
        }
    }

    /// Seeds the code tables before the first write of this connection; later calls do nothing. Opening a house doesn't
    /// do it, to read as few pages as possible.
    pub(crate) fn seed_codes(&self, conn: &Connection) -> Result<()> {
        if !self.codes.get() {
            codes::seed(conn)?;
        }
        Ok(())
    }

    /// Records that a transaction with [`Self::seed_codes`] was committed.
    pub(crate) fn codes_are_there(&self) {
        self.codes.set(true);
    }
}

/// Prints none of the values, because they hold names and a key.
impl std::fmt::Debug for Remembered {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Remembered").finish_non_exhaustive()
    }
}
