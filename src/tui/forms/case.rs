//! The forms of a case, one file each. They open on the sheet below them.

mod about;
mod analysis;
mod annul;
mod book;
mod child;
mod correct_date;
mod document;
mod fields;
mod goal;
mod intervention;
mod level;
mod person;
mod progress;
mod refer;
mod sign;
pub mod spot;
mod step;
mod teaching;

pub use self::analysis::AnalysisForm;
pub use self::annul::AnnulForm;
pub use self::book::BookForm;
pub use self::child::ChildForm;
pub use self::correct_date::CorrectDateForm;
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
