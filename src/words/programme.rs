//! The name of a programme.

use trivsel_domain::record::Programme;

use super::Lang;

#[must_use]
pub fn programme(lang: Lang, programme: &Programme) -> &str {
    match lang {
        Lang::Da => programme.name_da(),
        Lang::En => programme.name_en(),
    }
}
