//! Soap, stamped and stacked.

use std::f32::consts::TAU;

use super::brush::{Brush, Ink, ink};
use super::dice::Dice;
use super::glass::shelf;
use super::shape::{self, Point, around};

const SOAPS: [Ink; 5] = [ink(0x8c9a4c), ink(0xc9b98a), ink(0xe9dcc0), ink(0xb9865a), ink(0x9fb0a0)];

fn stamp(brush: &mut Brush, centre: Point, size: f32, way: usize, line: Ink) {
    match way {
        0 => brush.outline(&shape::khatam(centre, size), size * 0.13, line),
        1 => {
            for (_, angle) in around(8, 0.0) {
                brush.fill(&shape::petal(centre, angle, size * 0.2, size, size * 0.17), line);
            }
        }
        _ => {
            brush.line(&[(centre.0, centre.1 + size), (centre.0, centre.1 - size)], size * 0.1, line);
            for k in 0..4 {
                for side in [-0.6, 0.6] {
                    brush.fill(
                        &shape::petal(
                            (centre.0, centre.1 + size * (0.7 - k as f32 * 0.42)),
                            -TAU / 4.0 + side,
                            0.0,
                            size * 0.62,
                            size * 0.14,
                        ),
                        line,
                    );
                }
            }
        }
    }
}

/// Bars stacked to dry.
pub fn soap_bars(brush: &mut Brush, dice: &mut Dice) {
    let (x, y) = brush.centre();
    let foot = y + 0.36;
    shelf(brush, dice, foot - 0.01);
    brush.shadow((x, foot), 0.4, 0.025);
    let soap = dice.pick(&SOAPS);
    let other = dice.pick(&SOAPS);
    let (rows, way) = (dice.count(3, 4), dice.count(0, 2));
    let (wide, tall) = (0.8 / rows as f32, 0.62 / rows as f32);
    for row in 0..rows {
        for k in 0..rows - row {
            let left = x - wide * (rows - row) as f32 / 2.0 + k as f32 * wide;
            let top = foot - (row + 1) as f32 * tall;
            let base = if (row + k) % 3 == 2 { other } else { soap };
            let bar = shape::cushion(left + 0.008, top + 0.006, wide - 0.016, tall - 0.01, 0.022);
            brush.lit(&bar, (left + wide * 0.3, top), wide * 1.2, base.lighter(0.25), base.darker(0.16));
            brush.outline(&bar, 0.004, base.darker(0.4));
            stamp(
                brush,
                (left + wide / 2.0, top + tall / 2.0),
                tall * 0.3,
                way,
                base.darker(0.42).thin(0.85),
            );
        }
    }
}

/// Round cakes, seen from above.
pub fn soap_rounds(brush: &mut Brush, dice: &mut Dice) {
    brush.ground(dice.pick(&[ink(0xe4dccb), ink(0xcdd6d2), ink(0x6c5844)]));
    let (x, y) = brush.centre();
    let way = dice.count(0, 2);
    let first = dice.count(0, 4);
    for (k, (dx, dy)) in
        [(-0.24, -0.24), (0.24, -0.24), (-0.24, 0.24), (0.24, 0.24), (0.0, 0.0)].into_iter().enumerate()
    {
        let soap = SOAPS[(first + k) % 5];
        let (centre, size) = ((x + dx, y + dy), if k == 4 { 0.19 } else { 0.175 });
        brush.shadow((centre.0 + 0.012, centre.1 + 0.016), size, size);
        brush.lit_circle(centre, size, soap.lighter(0.3), soap.darker(0.15));
        brush.ring(centre, size * 0.82, 0.006, soap.darker(0.3));
        stamp(brush, centre, size * 0.55, (way + k) % 3, soap.darker(0.42).thin(0.85));
    }
}
