//! Embroidery counted on the threads of the cloth.

use super::brush::{Brush, Ink, ink};
use super::dice::Dice;
use super::shape::Point;

/// One cross of a counted-thread embroidery.
fn cross(brush: &mut Brush, (x, y): Point, cell: f32, colour: Ink) {
    let half = cell * 0.36;
    brush.line(&[(x - half, y - half), (x + half, y + half)], cell * 0.3, colour);
    brush.line(&[(x - half, y + half), (x + half, y - half)], cell * 0.3, colour.lighter(0.14));
}

fn linen(brush: &mut Brush, dice: &mut Dice) -> Ink {
    let cloth = dice.pick(&[ink(0xf0e6d2), ink(0x231c20), ink(0xe8dcc4), ink(0x202a44)]);
    brush.ground(cloth);
    for k in 0..90 {
        let at = (k as f32 + 0.5) / 90.0;
        brush.line(
            &[(0.0, at * brush.height()), (brush.width(), at * brush.height())],
            0.002,
            cloth.lighter(0.25).thin(0.4),
        );
        brush.line(
            &[(at * brush.width(), 0.0), (at * brush.width(), brush.height())],
            0.002,
            cloth.darker(0.25).thin(0.3),
        );
    }
    cloth
}

/// A square of cross stitch, the same from all four sides.
pub fn cross_stitch(brush: &mut Brush, dice: &mut Dice) {
    linen(brush, dice);
    let threads = dice.pick(&[
        [ink(0xb3261f), ink(0xd9822b), ink(0x3f7d4f)],
        [ink(0xc1272d), ink(0xe8b64a), ink(0x4a78a8)],
        [ink(0xa4365f), ink(0x4f8f86), ink(0xe09a4a)],
    ]);
    let (half, first, second) = (19_i32, dice.count(4, 7) as i32, dice.count(3, 5) as i32);
    let (cell, centre) = (0.86 / (2 * half + 1) as f32, brush.centre());
    for j in -half..=half {
        for i in -half..=half {
            let (a, b) = (i.abs().max(j.abs()), i.abs().min(j.abs()));
            let (ring, sum) = (a, a + b);
            let colour = if ring >= half - 1 {
                ((i + j) % 2 == 0).then_some(threads[0])
            } else if ring == half - 3 {
                (b % 4 < 2).then_some(threads[2])
            } else if ring > half - 6 {
                None
            } else if sum % (first * 2) <= 1 {
                Some(threads[0])
            } else if (a - b) % second == 0 && sum < half + first {
                Some(if (sum / first) % 2 == 0 { threads[0] } else { threads[1] })
            } else {
                (b == 0 && a < 5 || a * b == first).then_some(threads[2])
            };
            if let Some(colour) = colour {
                cross(brush, (centre.0 + i as f32 * cell, centre.1 + j as f32 * cell), cell, colour);
            }
        }
    }
}

/// Rows of cypresses, stars and birds' eyes, as on the front of a dress.
pub fn stitched_bands(brush: &mut Brush, dice: &mut Dice) {
    linen(brush, dice);
    let threads = dice.pick(&[
        [ink(0xb3261f), ink(0xd9822b), ink(0x3f7d4f)],
        [ink(0xa4365f), ink(0xd9a441), ink(0x3b7390)],
    ]);
    let cell = 0.021;
    let (columns, rows) = ((brush.width() / cell) as i32, (brush.height() / cell) as i32);
    let (kinds, period) = ([dice.count(0, 3), dice.count(0, 3), dice.count(0, 3)], dice.pick(&[10, 12]));
    for j in 1..rows {
        let (row, in_row) = (j / 12, j % 12);
        for i in 1..columns {
            let at = (i % period - period / 2).abs();
            let filled = match (in_row, kinds[(row % 3) as usize]) {
                (0, _) => true,
                (1 | 11, _) => i % 2 == 0,
                (y, 0) => at <= (y - 2) / 2 && y < 10 || at == 0,
                (y, 1) => (at + (y - 6).abs()) % 4 == 0,
                (y, 2) => at + (y - 6).abs() == 4 || at.max((y - 6).abs()) < 2,
                (y, _) => at == (y - 6).abs() || at == 0 && y > 3 && y < 9,
            };
            if filled {
                let colour =
                    if in_row <= 1 || in_row == 11 { threads[2] } else { threads[(row % 2) as usize] };
                cross(brush, (i as f32 * cell, j as f32 * cell), cell, colour);
            }
        }
    }
}
