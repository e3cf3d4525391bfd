//! The small pieces that the panes and layers draw with.

pub mod cells;
pub mod chart;
pub mod editor;
pub mod field;
pub mod headline;
pub mod lines;
pub mod list;
pub mod popup;
pub mod scroll;
pub mod share;
pub mod tabs;
pub mod watch;
pub mod weeks;
