//! The parts of a Word document in one file, each with its type, and what refers to what.

use std::io::{Cursor, Write};

use maud::{Markup, html};
use zip::result::ZipError;
use zip::write::SimpleFileOptions;
use zip::{DateTime, ZipWriter};

use super::{REFERENCE, xml};
use crate::ReportError;

/// What the document calls its footer.
pub(super) const FOOTER: &str = "footer";

const TYPES: &str = "http://schemas.openxmlformats.org/package/2006/content-types";
const RELATIONS: &str = "http://schemas.openxmlformats.org/package/2006/relationships";
const PROPERTIES: &str = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties";
const OF_RELATIONS: &str = "application/vnd.openxmlformats-package.relationships+xml";
const OF_PROPERTIES: &str = "application/vnd.openxmlformats-package.core-properties+xml";
const OF_WORD: &str = "application/vnd.openxmlformats-officedocument.wordprocessingml";
/// The part that the others belong to.
const DOCUMENT: &str = "word/document.xml";

/// A part of a document.
pub(super) enum Part {
    Document(Markup),
    Styles(Markup),
    Settings(Markup),
    Footer(Markup),
    /// What the document is, for the list of files.
    About(Markup),
    /// The picture of a chart; the first has the number 1.
    Picture(Vec<u8>),
}

/// A part as it lies in the file.
struct Filed {
    name: String,
    /// Its own type; `None` for a picture, whose type follows from its name.
    kind: Option<String>,
    /// What it is called by what refers to it, and the sort of reference.
    known_as: (String, String),
    content: Vec<u8>,
}

/// What the document calls a chart.
pub(super) fn chart(number: usize) -> String {
    format!("chart{number}")
}

/// What the document is. It names nobody.
pub(super) fn about(title: &str, lang: &str) -> Markup {
    html! {
        cp:coreProperties xmlns:cp=(PROPERTIES) xmlns:dc="http://purl.org/dc/elements/1.1/" {
            dc:title { (title) }
            dc:language { (lang) }
        }
    }
}

/// The file. Its parts have no time, so the same paper gives the same file.
///
/// # Errors
/// [`ReportError::Document`].
pub(super) fn pack(parts: Vec<Part>) -> Result<Vec<u8>, ReportError> {
    let mut pictures = 0;
    let parts: Vec<Filed> = parts.into_iter().map(|part| filed(part, &mut pictures)).collect();
    let types = types(&parts);
    let (of_document, of_file): (Vec<&Filed>, Vec<&Filed>) =
        parts.iter().partition(|part| part.name.starts_with("word/") && part.name != DOCUMENT);
    let mut all = vec![
        ("[Content_Types].xml".to_owned(), types),
        ("_rels/.rels".to_owned(), relations(&of_file, "")),
        ("word/_rels/document.xml.rels".to_owned(), relations(&of_document, "word/")),
    ];
    all.extend(parts.into_iter().map(|part| (part.name, part.content)));
    zipped(&all).map_err(|_| ReportError::Document)
}

fn filed(part: Part, pictures: &mut usize) -> Filed {
    let of_word = |name: &str, kind: &str, content: &Markup| Filed {
        name: format!("word/{name}.xml"),
        kind: Some(format!("{OF_WORD}.{kind}+xml")),
        known_as: (name.to_owned(), format!("{REFERENCE}/{name}")),
        content: bytes(content),
    };
    match part {
        Part::Document(content) => Filed {
            known_as: ("document".to_owned(), format!("{REFERENCE}/officeDocument")),
            ..of_word("document", "document.main", &content)
        },
        Part::Styles(content) => of_word("styles", "styles", &content),
        Part::Settings(content) => of_word("settings", "settings", &content),
        Part::Footer(content) => of_word(FOOTER, FOOTER, &content),
        Part::About(content) => Filed {
            name: "docProps/core.xml".to_owned(),
            kind: Some(OF_PROPERTIES.to_owned()),
            known_as: ("about".to_owned(), format!("{RELATIONS}/metadata/core-properties")),
            content: bytes(&content),
        },
        Part::Picture(content) => {
            *pictures += 1;
            Filed {
                name: format!("word/media/{}.png", chart(*pictures)),
                kind: None,
                known_as: (chart(*pictures), format!("{REFERENCE}/image")),
                content,
            }
        }
    }
}

fn bytes(content: &Markup) -> Vec<u8> {
    xml(content).into_string().into_bytes()
}

fn types(parts: &[Filed]) -> Vec<u8> {
    bytes(&html! {
        Types xmlns=(TYPES) {
            Default Extension="rels" ContentType=(OF_RELATIONS) {}
            Default Extension="xml" ContentType="application/xml" {}
            Default Extension="png" ContentType="image/png" {}
            @for part in parts {
                @if let Some(kind) = &part.kind { Override PartName={ "/" (part.name) } ContentType=(kind) {} }
            }
        }
    })
}

/// The references to parts from a folder.
fn relations(parts: &[&Filed], from: &str) -> Vec<u8> {
    bytes(&html! {
        Relationships xmlns=(RELATIONS) {
            @for part in parts {
                Relationship Id=(part.known_as.0) Type=(part.known_as.1)
                    Target=(part.name.strip_prefix(from).unwrap_or(&part.name)) {}
            }
        }
    })
}

fn zipped(parts: &[(String, Vec<u8>)]) -> Result<Vec<u8>, ZipError> {
    let mut file = ZipWriter::new(Cursor::new(Vec::new()));
    // The default is the time of writing where another crate of the build asks for that.
    let options = SimpleFileOptions::default().last_modified_time(DateTime::default());
    for (name, content) in parts {
        file.start_file(name.as_str(), options)?;
        file.write_all(content)?;
    }
    Ok(file.finish()?.into_inner())
}
