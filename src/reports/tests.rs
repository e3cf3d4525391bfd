//! A paper as Word and as a page: what a reader's program finds in the file.

mod strict;

use std::io::{Cursor, Read};

use chrono::NaiveDate;
use trivsel_words::Lang;

use crate::chart::{Bar, Chart, Drawn, png, svg};
use crate::{Block, Format, Paper, Table, write};

fn date(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn chart() -> Chart {
    let mut table = Table::new([("Uge", false), ("Mødt", true)]);
    table.push(["uge 47".to_owned(), "4,5".to_owned()]);
    let bar =
        |from: &str, value, own| Bar { from: date(from), to: date(from) + chrono::Days::new(4), value, own };
    Chart {
        lang: Lang::Da,
        title: "Fremmøde <uge> for uge".to_owned(),
        caption: "Søjler & tal".to_owned(),
        days: (date("2026-10-19"), date("2027-01-08")),
        scale: vec![(0.0, "0 %".to_owned()), (0.5, "50 %".to_owned()), (1.0, "100 %".to_owned())],
        drawn: Drawn::Bars(vec![bar("2026-11-16", 0.9, true), bar("2027-01-04", 0.0, false)]),
        levels: vec![(0.8, "mål".to_owned())],
        table,
    }
}

/// A paper with everything in it, of a child with a hard name and with texts that try to be more than text.
fn paper() -> Paper {
    let mut table = Table::new([("Hvad", false), ("Antal", true)]);
    table.push(["Ring til Åse\nom <b>skolen</b> & \"bussen\"".to_owned(), "12".to_owned()]);
    let mut paper = Paper {
        lang: "da",
        title: "Statusskriv".to_owned(),
        about: vec![("Barn".to_owned(), "Søren Ægård A\u{30a}se".to_owned())],
        notice: Some("Kladde".to_owned()),
        blocks: Vec::new(),
        footer: "Statusskriv · Søren\"}</style><script>alert(1)</script>".to_owned(),
        page: ("Side".to_owned(), "af".to_owned()),
    };
    paper.heading(1, "Baggrund");
    paper.text("Første linje\nanden linje\n\nNyt afsnit \u{0}\u{1b}[31m\u{202e}\u{fffe}slut <script>alert(1)</script> ]]> &amp;");
    paper.heading(2, "Æøå");
    paper.table(table);
    paper.note("Småt");
    paper.blocks.push(Block::Signature("Underskrevet af Lise Bang".to_owned()));
    paper.blocks.push(Block::NewPage);
    paper.blocks.push(Block::Chart(Box::new(chart())));
    paper
}

/// The parts of a Word file, by name.
fn parts() -> Vec<(String, Vec<u8>)> {
    parts_of(&paper())
}

fn parts_of(paper: &Paper) -> Vec<(String, Vec<u8>)> {
    let mut zip = zip::ZipArchive::new(Cursor::new(write(paper, Format::Docx).unwrap())).unwrap();
    let count = zip.len();
    let part = |n| {
        let mut file = zip.by_index(n).unwrap();
        let mut bytes = Vec::new();
        file.read_to_end(&mut bytes).unwrap();
        (file.name().unwrap().into_owned(), bytes)
    };
    (0..count).map(part).collect()
}

fn part(name: &str) -> String {
    part_of(&paper(), name)
}

fn part_of(paper: &Paper, name: &str) -> String {
    let found =
        parts_of(paper).into_iter().find(|(n, _)| n == name).unwrap_or_else(|| panic!("{name} is missing"));
    String::from_utf8(found.1).unwrap()
}

const W: &str = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

/// The texts of the paragraphs of a style, or of all paragraphs.
fn paragraphs(xml: &str, style: Option<&str>) -> Vec<String> {
    let tree = roxmltree::Document::parse(xml).unwrap();
    let of_style = |p: &roxmltree::Node<'_, '_>| {
        let own =
            p.descendants().find(|n| n.has_tag_name((W, "pStyle"))).and_then(|s| s.attribute((W, "val")));
        style.is_none_or(|style| own == Some(style))
    };
    let text = |p: roxmltree::Node<'_, '_>| {
        let part = |n: roxmltree::Node<'_, '_>| match n.tag_name().name() {
            "t" => n.text().map(str::to_owned),
            "br" => Some("\n".to_owned()),
            _ => None,
        };
        p.descendants().filter_map(part).collect::<String>()
    };
    tree.descendants().filter(|n| n.has_tag_name((W, "p"))).filter(of_style).map(text).collect()
}

#[test]
fn every_part_of_a_word_file_is_sound_xml() {
    for (name, bytes) in parts().iter().filter(|(name, _)| name.ends_with(".xml") || name.ends_with(".rels"))
    {
        let text = std::str::from_utf8(bytes).unwrap();
        let parsed = roxmltree::Document::parse(text);
        assert!(parsed.is_ok(), "{name}: {parsed:?}");
        let bad = text.chars().find(|c| c.is_control() && !matches!(c, '\n' | '\t' | '\r'));
        assert_eq!(bad, None, "{name}");
    }
}

#[test]
fn word_has_headings_tables_and_page_numbers() {
    let document = part("word/document.xml");
    assert_eq!(paragraphs(&document, Some("Title")), ["Statusskriv"]);
    assert_eq!(paragraphs(&document, Some("Heading1")), ["Baggrund"]);
    assert_eq!(paragraphs(&document, Some("Heading2")), ["Æøå"]);
    assert_eq!(paragraphs(&document, Some("Heading3")), ["Fremmøde <uge> for uge"]);
    assert_eq!(paragraphs(&document, Some("Signature")), ["Underskrevet af Lise Bang"]);
    let styles = part("word/styles.xml");
    for style in ["heading 1", "heading 2", "heading 3"] {
        assert!(styles.contains(&format!("w:val=\"{style}\"")), "{style}");
    }
    let tree = roxmltree::Document::parse(&document).unwrap();
    let count = |name: &str| tree.descendants().filter(|n| n.has_tag_name((W, name))).count();
    assert_eq!(count("tbl"), 3, "the lines about the child, the table, and the figures of the chart");
    assert_eq!(count("drawing"), 1);
    let footers: Vec<_> = parts().into_iter().filter(|(name, _)| name.starts_with("word/footer")).collect();
    let footer = String::from_utf8(footers[0].1.clone()).unwrap();
    assert!(footer.contains("PAGE") && footer.contains("NUMPAGES"), "{footer}");
    assert!(paragraphs(&footer, None).concat().contains("Side"), "{footer}");
}

#[test]
fn word_keeps_hard_names_and_texts_as_text() {
    let all = paragraphs(&part("word/document.xml"), None);
    assert!(all.contains(&"Søren Ægård Åse".to_owned()), "composed: {all:?}");
    assert!(all.contains(&"Første linje\nanden linje".to_owned()), "{all:?}");
    assert!(all.contains(&"Nyt afsnit [31mslut <script>alert(1)</script> ]]> &amp;".to_owned()), "{all:?}");
    assert!(all.contains(&"Ring til Åse\nom <b>skolen</b> & \"bussen\"".to_owned()), "{all:?}");
}

#[test]
fn a_chart_is_a_picture_above_its_figures() {
    let pictures: Vec<_> = parts().into_iter().filter(|(name, _)| name.ends_with(".png")).collect();
    assert_eq!(pictures.len(), 1);
    let (_, picture) = &pictures[0];
    assert_eq!(&picture[..8], b"\x89PNG\r\n\x1a\n");
    let size = |at: usize| u32::from_be_bytes(picture[at..at + 4].try_into().unwrap());
    assert_eq!((size(16), size(20)), (1280, 460));
    assert_eq!(png(&svg(&chart()).unwrap()).unwrap(), *picture, "the picture is that of the page's drawing");
    assert!(paragraphs(&part("word/document.xml"), None).contains(&"4,5".to_owned()));
}

#[test]
fn letters_in_a_picture_are_drawn_with_the_font_that_ships() {
    let picture = |name: &str| {
        let mut chart = chart();
        chart.levels[0].1 = name.to_owned();
        png(&svg(&chart).unwrap()).unwrap()
    };
    let empty = picture(" ");
    for letters in ["æ", "ø", "å", "Ægård", "12,5"] {
        assert!(picture(letters) != empty, "{letters}");
    }
}

#[test]
fn any_chart_can_be_drawn() {
    let one = date("2026-11-16");
    let mut all = vec![chart()];
    let line =
        |points: Vec<(NaiveDate, f64)>| Chart { drawn: Drawn::Line(points), days: (one, one), ..chart() };
    all.push(line(vec![(one, 20.0)]));
    all.push(line(vec![]));
    all.push(Chart { scale: vec![(3.0, "3".to_owned()), (3.0, "3".to_owned())], ..line(vec![(one, 3.0)]) });
    all.push(Chart { scale: vec![], ..chart() });
    all.push(Chart { days: (date("1996-01-01"), date("2026-12-31")), ..chart() });
    for chart in all {
        assert!(!png(&svg(&chart).unwrap()).unwrap().is_empty());
    }
}

#[test]
fn a_page_is_whole_in_itself_and_runs_nothing() {
    let page = String::from_utf8(write(&paper(), Format::Html).unwrap()).unwrap();
    assert!(page.starts_with("<!DOCTYPE html><html lang=\"da\">"), "{page}");
    assert!(page.contains("default-src 'none'") && page.contains("<svg"), "{page}");
    for bad in ["<script", "src=", "href=", "url(", "@import", "\u{1b}", "\u{202e}", "\u{0}"] {
        assert!(!page.contains(bad), "{bad}");
    }
    // The one address in it is the name of the vocabulary of drawings.
    assert_eq!(
        page.matches("http").count(),
        page.matches("xmlns=\"http://www.w3.org/2000/svg\"").count() + 1
    );
    assert!(page.contains("&lt;script&gt;alert(1)&lt;/script&gt;"), "{page}");
    assert!(page.contains("Søren Ægård Åse"), "composed");
    assert!(page.contains("<h2>Baggrund</h2>") && page.contains("<h3>Æøå</h3>"), "{page}");
    assert!(page.contains("<p class=\"text\">Første linje<br>anden linje</p>"), "{page}");
    assert_eq!(page.matches("</style>").count(), 1, "the footer can't end the style");
    assert!(page.contains("size:A4") && page.contains("counter(page)"), "{page}");
    // Without its drawing the page is XML but for the tags that never close.
    assert!(page.contains("<th scope=\"col\" class=\"figures\">Antal</th>"), "{page}");
}
