//! A drawing as a PNG picture, for Word, lettered with the font that ships with the program.

use std::sync::Arc;

use resvg::tiny_skia::{Pixmap, Transform};
use resvg::usvg::fontdb::Database;
use resvg::usvg::{Options, Tree};

use super::{HEIGHT, WIDTH};
use crate::ReportError;

static FONT: &[u8] =
    include_bytes!(concat!(env!("CARGO_MANIFEST_DIR"), "/../../data/fonts/DejaVuSans-latin.ttf"));
/// The family of [`FONT`].
const FAMILY: &str = "DejaVu Sans";
/// Pixels to a unit of the drawing: sharp on paper.
const FINE: u32 = 2;

/// The picture of an SVG drawing.
///
/// # Errors
/// [`ReportError::Chart`].
pub(crate) fn png(svg: &str) -> Result<Vec<u8>, ReportError> {
    let mut fonts = Database::new();
    fonts.load_font_data(FONT.to_vec());
    fonts.set_sans_serif_family(FAMILY);
    let options = Options { fontdb: Arc::new(fonts), font_family: FAMILY.to_owned(), ..Options::default() };
    let tree = Tree::from_str(svg, &options).map_err(|_| ReportError::Chart)?;
    let mut picture = Pixmap::new(WIDTH * FINE, HEIGHT * FINE).ok_or(ReportError::Chart)?;
    let scale = FINE as f32;
    resvg::render(&tree, Transform::from_scale(scale, scale), &mut picture.as_mut());
    picture.encode_png().map_err(|_| ReportError::Chart)
}
