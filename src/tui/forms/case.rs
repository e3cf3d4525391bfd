//! The forms of a case, one file each. They open on the sheet below them.

mod about;
pub(super) mod analysis;
pub(super) mod book;
pub(super) mod child;
pub(super) mod document;
pub(super) mod fields;
pub(super) mod goal;
pub(super) mod intervention;
pub(super) mod level;
pub(super) mod person;
pub(super) mod progress;
pub(super) mod refer;
pub(super) mod sign;
pub mod spot;
pub(super) mod step;
pub(super) mod teaching;

pub use self::analysis::AnalysisForm;
pub use self::book::BookForm;
pub use self::child::ChildForm;
pub use self::document::DocumentForm;
pub use self::fields::FieldsForm;
pub use self::goal::GoalForm;
pub use self::intervention::InterventionForm;
pub use self::level::LevelForm;
pub use self::person::PersonForm;
pub use self::progress::ProgressForm;
pub use self::refer::ReferForm;
pub use self::sign::SignForm;
pub use self::step::StepForm;
pub use self::teaching::TeachingForm;
