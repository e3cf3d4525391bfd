//! The places that the walk must come to. A new layer or view of the sheet does not compile until it is listed here.

use trivsel_tui::layers::Layer;
use trivsel_tui::sheet::View;

/// Lists the variants of an enum, and names each value by its variant.
macro_rules! places {
    ($list:ident, $name:ident($of:ty): $($variant:ident $pattern:tt),+ $(,)?) => {
        pub const $list: &[&str] = &[$(stringify!($variant)),+];

        pub fn $name(one: &$of) -> &'static str {
            type Of = $of;
            match one { $(places!(@ Of, $variant $pattern) => stringify!($variant)),+ }
        }
    };
    (@ $of:ident, $variant:ident (_)) => { $of::$variant(_) };
    (@ $of:ident, $variant:ident ()) => { $of::$variant };
}

places!(LAYERS, layer(Layer):
    Help(_),
    Palette(_),
    Prompt(_),
    Question(_),
    Reader(_),
    Sheet(_),
    Form(_),
    Drafts(_),
    Found(_),
    Scores(_),
    Counted(_),
    HouseLists(_),
    SchoolYear(_),
    Moves(_),
    Seats(_),
    HouseFigures(_),
    StaffLoad(_),
    Access(_),
    Request(_),
    Chooser(_),
    OwnSchool(_),
    FreeTimes(_),
    Proposals(_),
    Lock(_),
);

places!(VIEWS, view(View):
    Overview(),
    Timeline(),
    Next(),
    Analysis(),
    Goals(),
    Interventions(),
    Papers(),
    Post(),
    People(),
    History(),
);

/// What a layer is walked through once for in the short form: a field of one line by its purpose.
pub fn walked(one: &Layer) -> String {
    match one {
        Layer::Prompt(prompt) => {
            let purpose = format!("{:?}", prompt.purpose);
            format!("Prompt {}", purpose.split('(').next().unwrap_or_default())
        }
        other => layer(other).to_owned(),
    }
}
