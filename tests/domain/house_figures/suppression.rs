//! Suppression: small groups are hidden, and nothing hidden can be computed from what is shown.

use proptest::prelude::*;
use trivsel_domain::rules::house_figures::suppression::{Cell, FEWEST, Suppressed, Totals};

fn row(counts: &[u32]) -> Vec<Cell> {
    counts.iter().copied().map(Cell::children).collect()
}

/// The row as it is shown, with its total.
fn shown(counts: &[u32]) -> String {
    let table = Suppressed::new(&[row(counts)], Totals::OF_ROWS);
    let cell = |n: u32, hidden: bool| if hidden { "·".to_owned() } else { n.to_string() };
    let cells = counts.iter().enumerate().map(|(at, n)| cell(*n, table.hides(0, at)));
    let total = cell(counts.iter().sum(), table.hides_row(0));
    cells.chain([format!("= {total}")]).collect::<Vec<_>>().join(" ")
}

#[test]
fn a_second_cell_is_hidden_where_one_alone_would_follow_from_the_total() {
    for (counts, expected) in [
        (&[9, 3, 6][..], "9 · · = 18"),
        (&[9, 9], "9 9 = 18"),
        // Two of one each would follow from their sum.
        (&[9, 1, 1], "· · · = 11"),
        (&[9, 1, 2], "9 · · = 12"),
        // An empty cell is no group, and shown.
        (&[12, 0, 3, 7], "12 0 · · = 22"),
        (&[12, 0], "12 0 = 12"),
        // A small total is a small group.
        (&[3, 1], "· · = ·"),
        (&[4, 0], "· 0 = ·"),
        // Five single children would follow from their total.
        (&[1, 1, 1, 1, 1], "· · · · · = ·"),
        (&[0, 0], "0 0 = 0"),
    ] {
        assert_eq!(shown(counts), expected, "{counts:?}");
    }
}

#[test]
fn days_are_hidden_by_the_children_behind_them() {
    // Forty days of one child, sixty of seven, with eight children in all.
    let cells = [Cell { value: 40, group: 1 }, Cell { value: 60, group: 7 }, Cell { value: 90, group: 8 }];
    let table = Suppressed::row(&cells, 8);
    assert!(table.hides(0, 0) && table.hides(0, 1) && !table.hides(0, 2) && !table.hides_row(0));
    assert!(Suppressed::row(&cells[..1], 1).hides_row(0));
}

/// The values of a hidden cell in every table that a reader could think of, up to two more than the largest cell: each
/// hidden cell is 1 or more.
fn values_of(at: (usize, usize), counts: &[Vec<u32>], table: &Suppressed, totals: Totals) -> Vec<u32> {
    let (rows, columns) = (counts.len(), counts[0].len());
    let most: u32 = counts.iter().flatten().max().unwrap() + 2;
    let hidden: Vec<(usize, usize)> = (0..rows)
        .flat_map(|r| (0..columns).map(move |c| (r, c)))
        .filter(|(r, c)| table.hides(*r, *c))
        .collect();
    let mut found = Vec::new();
    let mut guess = vec![1; hidden.len()];
    loop {
        let mut with: Vec<Vec<u32>> = counts.to_vec();
        for ((r, c), n) in hidden.iter().zip(&guess) {
            with[*r][*c] = *n;
        }
        let same = |a: u32, b: u32, hides: bool| if hides { a > 0 } else { a == b };
        let of_row = |t: &[Vec<u32>], r: usize| t[r].iter().sum::<u32>();
        let of_column = |t: &[Vec<u32>], c: usize| t.iter().map(|row| row[c]).sum::<u32>();
        let all = |t: &[Vec<u32>]| t.iter().flatten().sum::<u32>();
        let fits = (0..rows)
            .all(|r| !totals.rows || same(of_row(&with, r), of_row(counts, r), table.hides_row(r)))
            && (0..columns).all(|c| {
                !totals.columns || same(of_column(&with, c), of_column(counts, c), table.hides_column(c))
            })
            && (!totals.all || same(all(&with), all(counts), table.hides_all()));
        if fits && !found.contains(&with[at.0][at.1]) {
            found.push(with[at.0][at.1]);
        }
        let Some(next) = guess.iter().position(|n| *n < most) else { return found };
        guess[next] += 1;
        guess[..next].fill(1);
    }
}

fn counts(most: u32) -> impl Strategy<Value = Vec<Vec<u32>>> {
    (1..=2_usize, 2..=3_usize).prop_flat_map(move |(rows, columns)| {
        prop::collection::vec(prop::collection::vec(0..=most, columns), rows)
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 40, ..ProptestConfig::default() })]

    /// Tries every table that a reader could think of, for small ones.
    #[test]
    fn no_hidden_cell_has_only_one_possible_value(counts in counts(2), columns: bool) {
        let totals = Totals { rows: true, columns, all: columns };
        let cells: Vec<Vec<Cell>> = counts.iter().map(|r| row(r)).collect();
        let table = Suppressed::new(&cells, totals);
        for r in 0..counts.len() {
            for c in 0..counts[0].len() {
                if table.hides(r, c) {
                    let values = values_of((r, c), &counts, &table, totals);
                    prop_assert!(values.len() > 1, "{counts:?} at {r},{c}: {values:?}");
                }
            }
        }
    }

    #[test]
    fn every_small_group_is_hidden_and_nothing_hidden_is_computable(
        counts in prop::collection::vec(prop::collection::vec(0..12_u32, 4), 1..=6),
        columns: bool,
    ) {
        let totals = Totals { rows: true, columns, all: columns };
        let cells: Vec<Vec<Cell>> = counts.iter().map(|r| row(r)).collect();
        let table = Suppressed::new(&cells, totals);
        prop_assert!(table.computable().is_empty());
        let is_small = |n: u32| 0 < n && n < FEWEST;
        for (r, line) in counts.iter().enumerate() {
            prop_assert!(!is_small(line.iter().sum()) || table.hides_row(r));
            for (c, n) in line.iter().enumerate() {
                prop_assert!(!is_small(*n) || table.hides(r, c));
                prop_assert!(*n > 0 || !table.hides(r, c));
            }
        }
        for c in 0..4 {
            prop_assert!(!columns || !is_small(counts.iter().map(|r| r[c]).sum()) || table.hides_column(c));
        }
    }
}
