//! A paper as a Word document: real headings, tables, page numbers, and charts as pictures above their figures.
//!
//! Elements stand in the order of the schema (ECMA-376, transitional), which Word insists on; `maud` escapes every text.

mod package;
mod styles;
mod table;

use std::mem::take;

use maud::{Markup, PreEscaped, html};

use self::package::Part;
use crate::ReportError;
use crate::chart::{self, Chart};
use crate::paper::{Block, Paper, plain};

/// A4 and its margins, in twentieths of a point.
const PAGE: (u32, u32) = (11_906, 16_838);
const MARGIN: u32 = 1_134;
const EDGE: u32 = 567;
/// The width of the text.
const WIDTH: usize = 9_638;
/// The width of a chart, in EMU; the height follows from the drawing.
const PICTURE: u32 = 6_000_000;

const MAIN: &str = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
const REFERENCE: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const DRAWING: &str = "http://schemas.openxmlformats.org/drawingml/2006/main";
const IN_TEXT: &str = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing";
const IMAGE: &str = "http://schemas.openxmlformats.org/drawingml/2006/picture";

/// The document as a file.
///
/// # Errors
/// [`ReportError`].
pub(crate) fn write(paper: &Paper) -> Result<Vec<u8>, ReportError> {
    let mut body = Body::default();
    body.add(paragraph("Title", &paper.title));
    if !paper.about.is_empty() {
        body.add_table(table::about(&paper.about));
    }
    if let Some(notice) = &paper.notice {
        body.add(paragraph("Notice", notice));
    }
    paper.blocks.iter().try_for_each(|block| body.block(block))?;
    let Body { content, pictures, .. } = body;
    let document = html! {
        w:document xmlns:w=(MAIN) xmlns:r=(REFERENCE) xmlns:wp=(IN_TEXT) xmlns:a=(DRAWING) xmlns:pic=(IMAGE) {
            w:body {
                @for part in &content { (part) }
                w:sectPr {
                    w:footerReference w:type="default" r:id=(package::FOOTER) {}
                    w:pgSz w:w=(PAGE.0) w:h=(PAGE.1) {}
                    w:pgMar w:top=(MARGIN) w:right=(MARGIN) w:bottom=(MARGIN) w:left=(MARGIN)
                        w:header=(EDGE) w:footer=(EDGE) w:gutter="0" {}
                }
            }
        }
    };
    let mut parts = vec![
        Part::Document(document),
        Part::Styles(styles::styles(paper.lang)),
        Part::Settings(styles::settings()),
        Part::Footer(footer(paper)),
        Part::About(package::about(&plain(&paper.title), paper.lang)),
    ];
    parts.extend(pictures.into_iter().map(Part::Picture));
    package::pack(parts)
}

/// What stands in the document so far.
#[derive(Default)]
struct Body {
    content: Vec<Markup>,
    /// The pictures, in their order.
    pictures: Vec<Vec<u8>>,
    /// Whether what comes next begins on a new page.
    breaks: bool,
}

impl Body {
    fn add(&mut self, part: Markup) {
        self.content.push(part);
    }

    /// Adds a table, and a paragraph that keeps it apart from the next.
    fn add_table(&mut self, table: Markup) {
        self.content.extend([table, paragraph("Gap", "")]);
    }

    fn block(&mut self, block: &Block) -> Result<(), ReportError> {
        match (block, take(&mut self.breaks)) {
            (Block::Heading(level, text), true) => {
                self.add(made(&heading(*level), &on_new_page(), &run(text, false)));
                return Ok(());
            }
            (_, true) => self.add(made("Gap", &on_new_page(), &html! {})),
            (_, false) => {}
        }
        match block {
            Block::Heading(level, text) => self.add(paragraph(&heading(*level), text)),
            Block::Text(text) => self.paragraphs("BodyText", text),
            Block::Note(text) => self.paragraphs("Remark", text),
            Block::Signature(text) => self.add(paragraph("Signature", text)),
            Block::Table(rows) => self.add_table(table::table(rows)),
            Block::Chart(chart) => self.chart(chart)?,
            Block::NewPage => self.breaks = true,
        }
        Ok(())
    }

    /// Adds a text as paragraphs: a blank line begins the next.
    fn paragraphs(&mut self, style: &str, text: &str) {
        self.content.extend(parts(text).map(|part| paragraph(style, part)));
    }

    /// Adds a chart: its name, the picture, what it shows, and its figures.
    fn chart(&mut self, chart: &Chart) -> Result<(), ReportError> {
        self.pictures.push(chart::png(&chart::svg(chart)?)?);
        let picture = picture(chart, self.pictures.len());
        self.add(paragraph("Heading3", &chart.title));
        self.add(made("Normal", &html! { w:keepNext {} }, &picture));
        self.add(paragraph("Remark", &chart.caption));
        if !chart.table.rows.is_empty() {
            self.add_table(table::table(&chart.table));
        }
        Ok(())
    }
}

/// The parts of a text that a blank line is between.
pub(crate) fn parts(text: &str) -> impl Iterator<Item = &str> {
    text.split("\n\n").map(|part| part.trim_matches('\n')).filter(|part| !part.trim().is_empty())
}

/// The style of a heading; 1 is the highest.
fn heading(level: u8) -> String {
    format!("Heading{}", level.clamp(1, 3))
}

/// A text in a run; a line break in it is one in the document.
fn run(text: &str, bold: bool) -> Markup {
    let text = plain(text);
    html! {
        @if !text.is_empty() {
            w:r { @if bold { w:rPr { w:b {} w:bCs {} } } @for (n, line) in text.lines().enumerate() { @if n > 0 { w:br {} } (words(line)) } }
        }
    }
}

/// A text whose spaces are kept.
fn words(text: &str) -> Markup {
    html! { w:t xml:space="preserve" { (text) } }
}

/// One paragraph; a line break in the text is one in it.
fn paragraph(style: &str, text: &str) -> Markup {
    made(style, &html! {}, &run(text, false))
}

/// What a paragraph has that begins a page.
fn on_new_page() -> Markup {
    html! { w:pageBreakBefore {} }
}

/// A paragraph of a style that differs from it in something.
fn made(style: &str, but: &Markup, content: &Markup) -> Markup {
    html! { w:p { w:pPr { w:pStyle w:val=(style) {} (but) } (content) } }
}

/// What the paper is, and the number of the page.
fn footer(paper: &Paper) -> Markup {
    let (page, of) = &paper.page;
    let field = |name: &str| html! { w:fldSimple w:instr=(name) { w:r { (words("1")) } } };
    let line = html! {
        (run(&paper.footer, false))
        w:r { w:tab {} (words(&format!("{} ", plain(page)))) }
        (field("PAGE"))
        w:r { (words(&format!(" {} ", plain(of)))) }
        (field("NUMPAGES"))
    };
    html! { w:ftr xmlns:w=(MAIN) { (made("Footer", &html! {}, &line)) } }
}

/// The picture of a chart with a number, and for those who can't see it what it shows.
fn picture(chart: &Chart, number: usize) -> Markup {
    let (wide, high) = (PICTURE, PICTURE / chart::WIDTH * chart::HEIGHT);
    let (name, told) = (plain(&chart.title), plain(&format!("{}. {}", chart.title, chart.caption)));
    html! {
        w:r { w:drawing {
            wp:inline distT="0" distB="0" distL="0" distR="0" {
                wp:extent cx=(wide) cy=(high) {}
                wp:docPr id=(number) name=(name) descr=(told) {}
                wp:cNvGraphicFramePr { a:graphicFrameLocks noChangeAspect="1" {} }
                a:graphic { a:graphicData uri=(IMAGE) { pic:pic {
                    pic:nvPicPr { pic:cNvPr id=(number) name=(name) {} pic:cNvPicPr {} }
                    pic:blipFill { a:blip r:embed=(package::chart(number)) {} a:stretch { a:fillRect {} } }
                    pic:spPr {
                        a:xfrm { a:off x="0" y="0" {} a:ext cx=(wide) cy=(high) {} }
                        a:prstGeom prst="rect" { a:avLst {} }
                    }
                } } }
            }
        } }
    }
}

/// A part as XML.
fn xml(part: &Markup) -> Markup {
    const BEGINS: PreEscaped<&str> =
        PreEscaped("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n");
    html! { (BEGINS) (part) }
}
