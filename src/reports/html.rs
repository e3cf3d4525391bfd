//! A paper as one HTML page: it shows and prints on A4 without any other file, and may load none.

use std::fmt::Write;

use maud::{DOCTYPE, Markup, PreEscaped, html};

use crate::ReportError;
use crate::chart::{self, Chart};
use crate::docx::parts;
use crate::paper::{Block, Paper, Table, plain};

/// The look of a page. The footer of each printed page is added for each paper.
const STYLE: &str = include_str!("html/page.css");
/// Nothing runs, and nothing is loaded.
const POLICY: &str = "default-src 'none'; style-src 'unsafe-inline'";

/// The document as a page.
///
/// # Errors
/// [`ReportError`].
pub(crate) fn write(paper: &Paper) -> Result<String, ReportError> {
    let blocks = paper.blocks.iter().map(block).collect::<Result<Vec<_>, _>>()?;
    let page = html! {
        (DOCTYPE)
        html lang=(paper.lang) {
            head {
                meta charset="utf-8";
                meta http-equiv="Content-Security-Policy" content=(POLICY);
                meta name="viewport" content="width=device-width";
                title { (plain(&paper.footer)) }
                style { (PreEscaped(STYLE)) (PreEscaped(footer(paper))) }
            }
            body {
                main {
                    h1.title { (plain(&paper.title)) }
                    @if !paper.about.is_empty() {
                        dl {
                            @for (label, value) in &paper.about {
                                dt { (plain(label)) }
                                dd { (plain(value)) }
                            }
                        }
                    }
                    @if let Some(notice) = &paper.notice {
                        p.notice { (plain(notice)) }
                    }
                    @for block in &blocks { (block) }
                }
                footer { (plain(&paper.footer)) }
            }
        }
    };
    Ok(page.into_string())
}

fn block(block: &Block) -> Result<Markup, ReportError> {
    Ok(match block {
        Block::Heading(1, text) => html! { h2 { (plain(text)) } },
        Block::Heading(2, text) => html! { h3 { (plain(text)) } },
        Block::Heading(_, text) => html! { h4 { (plain(text)) } },
        Block::Text(text) => paragraphs(text, "text"),
        Block::Note(text) => paragraphs(text, "note"),
        Block::Signature(text) => html! { p.signature { (lines(text)) } },
        Block::Table(rows) => table(rows),
        Block::Chart(chart) => drawn(chart)?,
        Block::NewPage => html! { div.page {} },
    })
}

fn paragraphs(text: &str, class: &str) -> Markup {
    html! { @for part in parts(text) { p class=(class) { (lines(part)) } } }
}

fn lines(text: &str) -> Markup {
    let text = plain(text);
    html! { @for (n, line) in text.lines().enumerate() { @if n > 0 { br; } (line) } }
}

fn table(table: &Table) -> Markup {
    let class = |column: usize| table.is_of_figures(column).then_some("figures");
    html! {
        table {
            thead { tr { @for (n, head) in table.heads.iter().enumerate() { th scope="col" class=[class(n)] { (plain(head)) } } } }
            tbody {
                @for row in &table.rows {
                    tr { @for (n, cell) in row.iter().enumerate() { td class=[class(n)] { (lines(cell)) } } }
                }
            }
        }
    }
}

fn drawn(chart: &Chart) -> Result<Markup, ReportError> {
    let svg = chart::svg(chart)?;
    Ok(html! {
        figure {
            h4 { (plain(&chart.title)) }
            div role="img" aria-label=(plain(&chart.title)) { (PreEscaped(svg)) }
            figcaption { (plain(&chart.caption)) }
        }
        @if !chart.table.rows.is_empty() { (table(&chart.table)) }
    })
}

/// The footer of a printed page: what the paper is, and the number of the page.
fn footer(paper: &Paper) -> String {
    let (page, of) = &paper.page;
    let (what, page, of) = (quoted(&paper.footer), quoted(&format!("{page} ")), quoted(&format!(" {of} ")));
    format!(
        "@page{{@bottom-left{{content:{what};}}@bottom-right{{content:{page} counter(page) {of} counter(pages);}}}}"
    )
}

/// A text as a string of CSS. All but letters and figures is written by its number, so nothing can end the string.
fn quoted(text: &str) -> String {
    let mut out = String::from("\"");
    for c in plain(text).chars() {
        if c.is_ascii_alphanumeric() {
            out.push(c);
        } else {
            let _ = write!(out, "\\{:x} ", u32::from(c));
        }
    }
    out.push('"');
    out
}
