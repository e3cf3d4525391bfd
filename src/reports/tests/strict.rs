//! What Word refuses a file for: elements out of the order of the schema, references to nothing, parts without a type.

use std::collections::BTreeSet;

use roxmltree::{Document, Node};

use super::{W, part, parts};
use crate::Table;

/// The order in which the schema (ECMA-376, transitional) has the children of an element, as far as they are written here.
const ORDERS: [(&str, &[&str]); 13] = [
    ("document", &["body"]),
    ("p", &["pPr", "r", "fldSimple"]),
    ("pPr", &["pStyle", "keepNext", "keepLines", "pageBreakBefore", "tabs", "spacing", "jc", "outlineLvl"]),
    ("rPr", &["rFonts", "b", "bCs", "color", "sz", "szCs", "lang"]),
    ("tbl", &["tblPr", "tblGrid", "tr"]),
    ("tblPr", &["tblW", "tblBorders", "tblLayout", "tblCellMar"]),
    ("tblBorders", &["top", "left", "bottom", "right", "insideH", "insideV"]),
    ("tblCellMar", &["top", "left", "bottom", "right"]),
    ("tr", &["trPr", "tc"]),
    ("tc", &["tcPr", "p"]),
    ("tcPr", &["tcW", "shd"]),
    ("sectPr", &["footerReference", "pgSz", "pgMar"]),
    ("style", &["name", "basedOn", "next", "qFormat", "pPr", "rPr"]),
];

fn xml() -> impl Iterator<Item = (String, String)> {
    let is_xml = |name: &str| name.ends_with(".xml") || name.ends_with(".rels");
    let all = parts().into_iter().filter(move |(name, _)| is_xml(name));
    all.map(|(name, bytes)| (name, String::from_utf8(bytes).unwrap()))
}

fn children<'a>(node: Node<'a, 'a>, name: &'static str) -> impl Iterator<Item = Node<'a, 'a>> {
    node.children().filter(move |child| child.has_tag_name((W, name)))
}

#[test]
fn elements_stand_in_the_order_of_the_schema() {
    let mut seen = BTreeSet::new();
    for (name, text) in xml() {
        let tree = Document::parse(&text).unwrap();
        for node in tree.descendants().filter(|n| n.tag_name().namespace() == Some(W)) {
            let parent = node.tag_name().name();
            let Some((_, order)) = ORDERS.iter().find(|(of, _)| *of == parent) else { continue };
            seen.insert(parent.to_owned());
            let place = |child: Node<'_, '_>| {
                let child = child.tag_name().name();
                order
                    .iter()
                    .position(|one| *one == child)
                    .unwrap_or_else(|| panic!("{name}: {child} in {parent}"))
            };
            let places: Vec<usize> = node.children().filter(Node::is_element).map(place).collect();
            // The fields of a footer stand between its runs.
            assert!(parent == "p" || places.is_sorted(), "{name}: {parent} {places:?}");
            assert!(parent != "p" || places.iter().skip(1).all(|place| *place > 0), "{name}: {places:?}");
        }
    }
    assert_eq!(seen.len(), ORDERS.len(), "{seen:?}");
}

#[test]
fn rows_fit_their_grid_and_a_cell_ends_with_a_paragraph() {
    let text = part("word/document.xml");
    let tree = Document::parse(&text).unwrap();
    for table in tree.descendants().filter(|n| n.has_tag_name((W, "tbl"))) {
        let grid = children(table, "tblGrid").next().unwrap().children().count();
        for row in children(table, "tr") {
            assert_eq!(children(row, "tc").count(), grid);
            assert!(children(row, "tc").all(|cell| cell.last_child().unwrap().has_tag_name((W, "p"))));
        }
        let after = table.next_sibling().unwrap();
        assert!(after.has_tag_name((W, "p")), "two tables in a row are one in Word");
    }
    let heads = tree.descendants().filter(|n| n.has_tag_name((W, "tblHeader"))).count();
    assert_eq!(heads, 2, "headings come again on every page, also those of the figures of a chart");
}

#[test]
fn every_part_has_a_type_and_every_reference_and_style_is_there() {
    let names: BTreeSet<String> = parts().into_iter().map(|(name, _)| name).collect();
    assert!(names.iter().all(|name| !name.ends_with('/')), "{names:?}");
    assert_eq!(names.len(), parts().len());
    let types = part("[Content_Types].xml");
    let tree = Document::parse(&types).unwrap();
    let typed = |attribute: &str| -> BTreeSet<String> {
        tree.descendants().filter_map(|n| n.attribute(attribute)).map(str::to_owned).collect()
    };
    let (by_end, by_name) = (typed("Extension"), typed("PartName"));
    for name in names.iter().filter(|name| *name != "[Content_Types].xml") {
        let end = name.rsplit('.').next().unwrap();
        assert!(by_name.contains(&format!("/{name}")) || by_end.contains(end), "{name}");
    }
    assert!(by_name.iter().all(|name| names.contains(name.trim_start_matches('/'))), "{by_name:?}");
    let mut known = BTreeSet::new();
    for (relations, from) in [("_rels/.rels", ""), ("word/_rels/document.xml.rels", "word/")] {
        let text = part(relations);
        let tree = Document::parse(&text).unwrap();
        for one in tree.root_element().children() {
            let to = format!("{from}{}", one.attribute("Target").unwrap());
            assert!(names.contains(&to), "{to}");
            assert!(known.insert(one.attribute("Id").unwrap().to_owned()), "{one:?}");
        }
    }
    let document = part("word/document.xml");
    let tree = Document::parse(&document).unwrap();
    let refers = |n: Node<'_, '_>| {
        n.attributes()
            .filter(|a| a.namespace().is_some_and(|n| n.ends_with("/relationships")))
            .map(|a| a.value().to_owned())
            .collect::<Vec<_>>()
    };
    let referred: Vec<String> = tree.descendants().flat_map(refers).collect();
    assert!(referred.len() == 2 && referred.iter().all(|id| known.contains(id)), "{referred:?}");
    let styles = part("word/styles.xml");
    let used =
        tree.descendants().filter(|n| n.has_tag_name((W, "pStyle"))).filter_map(|n| n.attribute((W, "val")));
    for style in used {
        assert!(styles.contains(&format!("w:styleId=\"{style}\"")), "{style}");
    }
    assert!(
        styles.contains("w:lang w:val=\"da-DK\""),
        "Word then checks the spelling in the language of the text"
    );
}

#[test]
fn a_new_page_begins_with_its_heading() {
    let mut paper = super::paper();
    paper.blocks.push(crate::Block::NewPage);
    paper.heading(1, "Opslag i sagen");
    let text = super::part_of(&paper, "word/document.xml");
    let tree = Document::parse(&text).unwrap();
    let breaks = tree.descendants().filter(|n| n.has_tag_name((W, "pageBreakBefore")));
    let texts: Vec<String> = breaks
        .map(|b| {
            b.ancestors()
                .nth(2)
                .unwrap()
                .descendants()
                .filter(Node::is_text)
                .filter_map(|n| n.text())
                .collect()
        })
        .collect();
    assert_eq!(texts, ["", "Opslag i sagen"], "before a chart it stands alone");
}

#[test]
fn a_long_heading_keeps_its_last_letter() {
    let mut table = Table::new([
        ("Uge", false),
        ("Register", false),
        ("Mødt", true),
        ("Registreret", true),
        ("Mangler", true),
        ("Fremmøde", true),
    ]);
    let row = ["uge 36 · 31. aug–4. sep 2026", "eget register", "4,5", "5", "0", "90 %"];
    table.push(row.map(str::to_owned));
    let mut paper = super::paper();
    paper.blocks.clear();
    paper.table(table);
    let text = super::part_of(&paper, "word/document.xml");
    let tree = Document::parse(&text).unwrap();
    let width = |n: Node<'_, '_>| n.attribute((W, "w")).unwrap().parse::<usize>().unwrap();
    let grid = tree.descendants().filter(|n| n.has_tag_name((W, "tblGrid"))).nth(1).unwrap();
    let widths: Vec<usize> = grid.children().map(width).collect();
    // At 9 points the headings are this wide in DejaVu Sans Bold, which stands in for Calibri, with the margins of a cell.
    for (width, needed) in widths.iter().zip([2_773, 996, 658, 1_293, 971, 1_213]) {
        assert!(*width >= needed, "{widths:?}");
    }
    assert!(widths.iter().sum::<usize>() <= 9_638, "{widths:?}");
}

#[test]
fn wide_letters_have_their_room() {
    let mut table = Table::new([("Navn", false), ("Barn", false)]);
    table.push(["山田太郎".to_owned(), "Sørensøn".to_owned()]);
    let mut paper = super::paper();
    paper.blocks.clear();
    paper.table(table);
    let text = super::part_of(&paper, "word/document.xml");
    let tree = Document::parse(&text).unwrap();
    let grid = tree.descendants().filter(|n| n.has_tag_name((W, "tblGrid"))).nth(1).unwrap();
    let widths: Vec<&str> = grid.children().filter_map(|n| n.attribute((W, "w"))).collect();
    assert_eq!(widths[0], widths[1], "four wide letters are as wide as eight");
}
