//! What a programme is called.

use trivsel_domain::Programme;

use super::Lang;

/// A programme's name.
#[must_use]
pub fn programme(lang: Lang, programme: &Programme) -> &str {
    match lang {
        Lang::Da => programme.name_da(),
        Lang::En => programme.name_en(),
    }
}
