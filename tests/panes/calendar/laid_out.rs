//! What holds for any appointments in a time grid of any size.

use std::collections::BTreeSet;

use proptest::prelude::*;
use trivsel_tui::panes::calendar::layout::{COUNT, Grid, Size, Timed, lay, row_minutes, widths};

fn timed() -> impl Strategy<Value = Vec<Timed>> {
    let one = (0_u16..1439, 1_u16..400);
    prop::collection::vec(one, 0..12).prop_map(|all| {
        let timed =
            |(key, (from, length)): (usize, (u16, u16))| Timed { key, from, to: (from + length).min(1439) };
        all.into_iter().enumerate().map(timed).collect()
    })
}

prop_compose! {
    fn any_grid()(
        columns in prop::collection::vec(timed(), 1..6),
        width in 30_usize..200,
        rows in 3_usize..50,
        key in proptest::option::of(0_usize..12),
    ) -> (Vec<Vec<Timed>>, Vec<usize>, Grid, Option<usize>) {
        let widths = widths(width, columns.len());
        let chosen = key.and_then(|key| columns[0].iter().find(|e| e.key == key)).copied();
        let cursor = chosen.map(|e| (e.from, e.to));
        let size = Size { rows, row_minutes: row_minutes(rows), widths: &widths };
        let key = chosen.map(|e| e.key);
        let grid = lay(&columns, size, cursor, key);
        let kept = [&grid.earlier, &grid.later].iter().filter(|counts| !counts.is_empty()).count();
        assert!(grid.rows + kept <= rows);
        (columns, widths, grid, key)
    }
}

proptest! {
    #[test]
    fn no_two_share_a_cell_and_none_leaves_its_column((_, widths, grid, _) in any_grid()) {
        let mut cells = BTreeSet::new();
        let blocks = grid.blocks.iter().map(|b| (b.column, b.left..b.left + b.width, b.rows.clone()));
        let counts = grid.more.iter().map(|m| (m.column, widths[m.column] - COUNT..widths[m.column], m.row..m.row + 1));
        for (column, across, down) in blocks.chain(counts) {
            prop_assert!(!across.is_empty() && !down.is_empty());
            prop_assert!(across.end <= widths[column] && down.end <= grid.rows);
            for x in across {
                for y in down.clone() {
                    prop_assert!(cells.insert((column, x, y)), "two at {column}, {x}, {y}");
                }
            }
        }
    }

    #[test]
    fn each_is_drawn_or_counted_once((columns, _, grid, key) in any_grid()) {
        for (n, timed) in columns.iter().enumerate() {
            let drawn: Vec<usize> = grid.blocks.iter().filter(|b| b.column == n).map(|b| b.key).collect();
            let once: BTreeSet<usize> = drawn.iter().copied().collect();
            prop_assert_eq!(drawn.len(), once.len());
            let beside: usize = grid.more.iter().filter(|m| m.column == n).map(|m| m.count).sum();
            let outside = grid.earlier.get(n).unwrap_or(&0) + grid.later.get(n).unwrap_or(&0);
            prop_assert_eq!(drawn.len() + beside + outside, timed.len());
        }
        if let Some(key) = key {
            prop_assert!(grid.blocks.iter().any(|b| b.column == 0 && b.key == key), "the chosen one is hidden");
        }
    }

    #[test]
    fn a_block_covers_the_rows_of_its_hours((columns, _, grid, _) in any_grid()) {
        for block in &grid.blocks {
            let one = columns[block.column].iter().find(|e| e.key == block.key).unwrap();
            let (first, last) = (grid.time(block.rows.start), grid.time(block.rows.end));
            prop_assert!(one.from < last && one.to > first);
            prop_assert_eq!(block.begins, one.from >= grid.first);
            prop_assert!(!block.begins || (first <= one.from && one.from < first + grid.row_minutes));
            prop_assert!(!block.ends || (last >= one.to && one.to > last - grid.row_minutes));
        }
    }

    #[test]
    fn the_columns_sum_up_and_differ_by_one_at_most(width in 1_usize..300, columns in 1_usize..20) {
        let widths = widths(width, columns);
        prop_assert_eq!(widths.iter().sum::<usize>(), width);
        prop_assert!(widths.iter().max().unwrap() - widths.iter().min().unwrap() <= 1);
    }
}

#[test]
fn a_working_day_has_room_in_sixteen_rows_and_in_quarters_on_a_high_screen() {
    for (rows, minutes) in [(16, 30), (32, 15)] {
        assert_eq!(row_minutes(rows), minutes);
        let day = vec![vec![
            Timed { key: 0, from: 8 * 60, to: 9 * 60 },
            Timed { key: 1, from: 15 * 60, to: 16 * 60 },
        ]];
        let grid = lay(&day, Size { rows, row_minutes: row_minutes(rows), widths: &[14] }, None, None);
        assert_eq!((grid.first, grid.rows, grid.blocks.len()), (8 * 60, rows, 2));
    }
}

#[test]
fn the_hours_in_sight_follow_early_and_late_appointments() {
    let at = |from: u16, to: u16, key| Timed { key, from: from * 60, to: to * 60 };
    let first = |timed: Vec<Timed>| {
        lay(&[timed], Size { rows: 16, row_minutes: 30, widths: &[14] }, None, None).first
    };
    assert_eq!(first(vec![at(7, 8, 0)]), 7 * 60);
    assert_eq!(first(vec![at(10, 11, 0), at(16, 17, 1)]), 9 * 60);
    let both = lay(
        &[vec![at(7, 8, 0), at(18, 19, 1)]],
        Size { rows: 16, row_minutes: 30, widths: &[14] },
        None,
        None,
    );
    assert_eq!((both.rows, both.later.as_slice()), (15, &[1][..]));
}
