//! The styles of a Word document. Word builds its outline and a table of contents of the headings.

use maud::{Markup, html};

use super::{MAIN, WIDTH};

const FONT: &str = "Calibri";
const INK: &str = "333333";
/// The sizes of letters, in half points.
const TITLE: u32 = 36;
const HEADINGS: [u32; 3] = [28, 24, TEXT];
const TEXT: u32 = 22;
pub(super) const CELL: u32 = 20;
const SMALL: u32 = 18;
pub(super) const CLOSE: u32 = 18;
pub(super) const TIGHT: u32 = 16;
const GAP: u32 = 12;

/// A style that is built on another.
struct Style<'a> {
    id: &'a str,
    name: &'a str,
    /// What the style of the next paragraph is, if not the same.
    next: Option<&'a str>,
    /// Whether Word has a style of this name.
    of_word: bool,
    paragraph: Markup,
    letters: Markup,
}

/// Space before and after a paragraph, in twentieths of a point.
fn spaced(before: u32, after: u32) -> Markup {
    html! { w:spacing w:before=(before) w:after=(after) {} }
}

fn size(half_points: u32) -> Markup {
    html! { w:sz w:val=(half_points) {} w:szCs w:val=(half_points) {} }
}

fn bold(half_points: u32) -> Markup {
    html! { w:b {} w:bCs {} (size(half_points)) }
}

fn small() -> Markup {
    html! { w:color w:val=(INK) {} (size(SMALL)) }
}

/// The styles, for texts in a language.
pub(super) fn styles(lang: &str) -> Markup {
    let lang = if lang == "da" { "da-DK" } else { "en-GB" };
    html! {
        w:styles xmlns:w=(MAIN) {
            w:docDefaults {
                w:rPrDefault { w:rPr {
                    w:rFonts w:ascii=(FONT) w:hAnsi=(FONT) w:eastAsia=(FONT) w:cs=(FONT) {}
                    (size(TEXT))
                    w:lang w:val=(lang) {}
                } }
                w:pPrDefault { w:pPr { (spaced(0, 0)) } }
            }
            w:style w:type="paragraph" w:default="1" w:styleId="Normal" { w:name w:val="Normal" {} w:qFormat {} }
            @for style in all() { (style.written()) }
        }
    }
}

fn all() -> Vec<Style<'static>> {
    let style =
        |id, name, paragraph, letters| Style { id, name, next: None, of_word: true, paragraph, letters };
    let own = |id, paragraph, letters| Style { of_word: false, ..style(id, id, paragraph, letters) };
    let heading = |id, name, level: usize| Style {
        next: Some("BodyText"),
        ..style(
            id,
            name,
            html! { w:keepNext {} w:keepLines {} (spaced(240, 80)) w:outlineLvl w:val=(level) {} },
            bold(HEADINGS[level]),
        )
    };
    let tabs = html! { w:tabs { w:tab w:val="right" w:pos=(WIDTH) {} } };
    vec![
        style("Title", "Title", spaced(0, 160), bold(TITLE)),
        heading("Heading1", "heading 1", 0),
        heading("Heading2", "heading 2", 1),
        heading("Heading3", "heading 3", 2),
        style("BodyText", "Body Text", spaced(0, 120), html! {}),
        style("Signature", "Signature", spaced(240, 120), bold(TEXT)),
        style("Footer", "footer", tabs, small()),
        own("Notice", spaced(0, 120), bold(TEXT)),
        own("Remark", spaced(0, 120), small()),
        own("Cell", html! {}, size(CELL)),
        own("CloseCell", html! {}, size(CLOSE)),
        own("TightCell", html! {}, size(TIGHT)),
        own("Gap", html! {}, size(GAP)),
    ]
}

impl Style<'_> {
    fn written(&self) -> Markup {
        html! {
            w:style w:type="paragraph" w:customStyle=[(!self.of_word).then_some("1")] w:styleId=(self.id) {
                w:name w:val=(self.name) {}
                w:basedOn w:val="Normal" {}
                @if let Some(next) = self.next { w:next w:val=(next) {} }
                w:qFormat {}
                w:pPr { (self.paragraph) }
                w:rPr { (self.letters) }
            }
        }
    }
}

/// The settings: the document is one of today's Word, not of an old one that is shown as it was.
pub(super) fn settings() -> Markup {
    const WORD: &str = "http://schemas.microsoft.com/office/word";
    html! {
        w:settings xmlns:w=(MAIN) {
            w:compat { w:compatSetting w:name="compatibilityMode" w:uri=(WORD) w:val="15" {} }
        }
    }
}
