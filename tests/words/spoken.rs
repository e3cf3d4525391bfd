//! Words that pedagogues do not use, each with the one that they do. The Danish texts have the latter.

use std::fs;
use std::path::Path;

const SAID_OTHERWISE: [(&str, &str); 20] = [
    ("bortfald", "udgår"),
    ("hele registeret", "hele fremmødelisten"),
    ("fravær frem", "meld fravær"),
    ("mærker i fremmødet", "registreringer i fremmødet"),
    ("meldt lov", "fri bevilget"),
    ("meldt frem", "forhåndsmeldt"),
    ("lov til fri", "ekstraordinær fri"),
    ("= talt med", "seneste kontakt"),
    ("ventes slut", "forventet afslutning"),
    ("ingen kontakt har det", "ingen kontaktperson har kompetencen"),
    ("sagen er slut", "sagen er afsluttet"),
    ("hvor langt er målet", "fremgang"),
    ("hvorfor nu", "årsag til henvisning"),
    ("sagens felter", "sagsoplysninger"),
    ("mellem dem", "samspillet"),
    ("kan ikke fraviges", "kan ikke springes over"),
    ("hvor barnet skal hen", "videre forløb"),
    ("anden visning", "skift visning"),
    ("den samme igen", "gentag adgangssætningen"),
    ("begrænset notat", "fortroligt notat"),
];

#[test]
fn danish_is_as_a_pedagogue_speaks_it() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("data/words/da");
    let mut found = Vec::new();
    for file in fs::read_dir(folder).unwrap() {
        let path = file.unwrap().path();
        for line in fs::read_to_string(&path).unwrap().lines().filter(|line| !line.starts_with('#')) {
            let said = line.to_lowercase();
            let hits = SAID_OTHERWISE.iter().filter(|(word, _)| said.contains(word));
            found.extend(hits.map(|(word, better)| format!("{word}: write {better}: {line}")));
        }
    }
    assert!(found.is_empty(), "{}", found.join("\n"));
}
