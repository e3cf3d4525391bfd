//! The only place that asks for the current time, in the time zone of the house.

use chrono::{NaiveDate, NaiveDateTime, Utc};
use chrono_tz::Europe::Copenhagen;
use trivsel_domain::value::{Moment, StaffId};
use trivsel_store::Asker;

/// Where the time comes from: what is taken for the present, and the machine's clock. All other code is handed the time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Clock {
    present: Present,
    machine: Machine,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Present {
    /// The machine's clock.
    Machine,
    /// The machine's time of day on a fixed date (`--today 2026-11-25`).
    OnDate(NaiveDate),
    /// A fixed moment (`--today 2026-11-25T08:15`).
    At(NaiveDateTime),
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Machine {
    Running,
    /// It says whatever is taken for the present, for a demonstration and for tests.
    Agreeing,
    /// It stands still, for tests.
    Stopped(NaiveDateTime),
}

impl Clock {
    /// The machine's clock.
    #[must_use]
    pub fn running() -> Self {
        Self { present: Present::Machine, machine: Machine::Running }
    }

    /// The machine's time of day on a fixed date.
    #[must_use]
    pub fn on_date(date: NaiveDate) -> Self {
        Self { present: Present::OnDate(date), machine: Machine::Running }
    }

    /// A fixed moment.
    #[must_use]
    pub fn at(moment: NaiveDateTime) -> Self {
        Self { present: Present::At(moment), machine: Machine::Running }
    }

    /// The same present, and a machine's clock that agrees with it.
    #[must_use]
    pub fn agreeing(self) -> Self {
        Self { machine: Machine::Agreeing, ..self }
    }

    /// The same present while the machine's clock stands still.
    #[must_use]
    pub fn with_machine_at(self, moment: NaiveDateTime) -> Self {
        Self { machine: Machine::Stopped(moment), ..self }
    }

    /// What is taken for the current time in Denmark.
    #[must_use]
    pub fn now(self) -> NaiveDateTime {
        match self.present {
            Present::Machine => self.ticking(),
            Present::OnDate(date) => date.and_time(self.ticking().time()),
            Present::At(moment) => moment,
        }
    }

    /// What is taken for the current date in Denmark.
    #[must_use]
    pub fn today(self) -> NaiveDate {
        self.now().date()
    }

    /// The current time in Denmark by the machine's clock.
    #[must_use]
    pub fn machine(self) -> NaiveDateTime {
        match self.machine {
            Machine::Agreeing => self.now(),
            Machine::Running | Machine::Stopped(_) => self.ticking(),
        }
    }

    /// The moment that goes on record now.
    #[must_use]
    pub fn moment(self) -> Moment {
        Moment::new(self.machine(), self.now())
    }

    /// A member of staff who asks for something now.
    #[must_use]
    pub fn asker(self, staff: StaffId) -> Asker {
        Asker { staff, at: self.now(), machine: self.machine() }
    }

    fn ticking(self) -> NaiveDateTime {
        match self.machine {
            Machine::Stopped(moment) => moment,
            Machine::Running | Machine::Agreeing => Utc::now().with_timezone(&Copenhagen).naive_local(),
        }
    }
}
