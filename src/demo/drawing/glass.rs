//! Blown glass, with light in it.

use std::f32::consts::TAU;

use super::brush::{Brush, Ink, ink};
use super::dice::Dice;
use super::shape::{self};

const GLASSES: [Ink; 6] =
    [ink(0x2f8f8a), ink(0x3a6fb0), ink(0xd08a2e), ink(0x7a3f6d), ink(0x6f8f3a), ink(0xb03a3a)];
const SHADES: [Ink; 4] = [ink(0xf0e7d8), ink(0xdce4e2), ink(0xf1dfd0), ink(0xe6e3d2)];

pub(super) fn shelf(brush: &mut Brush, dice: &mut Dice, foot: f32) {
    let wall = dice.pick(&SHADES);
    brush.ground(wall);
    brush.rectangle(0.0, foot, brush.width(), brush.height(), wall.darker(0.12));
}

/// Bottles that overlap, light in each.
pub fn bottles(brush: &mut Brush, dice: &mut Dice) {
    let (x, y) = brush.centre();
    let foot = y + 0.35;
    shelf(brush, dice, foot - 0.02);
    let n = dice.count(3, 5);
    let first = dice.count(0, 5);
    for k in 0..n {
        let at = x + (k as f32 - (n - 1) as f32 / 2.0) * 0.74 / n as f32;
        let (half, tall) = (dice.between(0.09, 0.15), dice.between(0.38, 0.7));
        let neck = dice.between(0.022, 0.04);
        let profile = dice.pick(&[
            [neck * 1.3, neck, neck, half * 0.8, half, half, half * 0.95],
            [neck * 1.4, neck, neck, neck * 1.2, half, half * 1.1, half * 0.7],
            [neck * 2.2, neck * 1.2, half * 0.6, half, half * 0.9, half * 0.62, half * 0.8],
        ]);
        let glass = GLASSES[(first + k) % 6];
        let figure = shape::vessel(at, foot - tall, tall, &profile);
        brush.fill(
            &[
                (at - half * 0.4, foot - 0.01),
                (at + half * 0.9, foot - 0.01),
                (at + half * 1.9, foot + 0.07),
                (at + half * 0.3, foot + 0.07),
            ],
            glass.thin(0.25),
        );
        brush.fill(&figure, glass.thin(0.62));
        brush.within(&figure);
        brush.rectangle(at - 0.3, foot - tall * dice.between(0.2, 0.5), 0.6, tall, glass.thin(0.3));
        brush.fill(
            &shape::petal((at - half * 0.55, foot - tall * 0.62), TAU / 4.0, 0.0, tall * 0.5, half * 0.11),
            ink(0xffffff).thin(0.55),
        );
        for _ in 0..9 {
            brush.circle(
                (at + dice.between(-half, half), foot - dice.between(0.02, tall * 0.6)),
                dice.between(0.003, 0.007),
                ink(0xffffff).thin(0.4),
            );
        }
        brush.lift();
        brush.outline(&figure, 0.006, glass.darker(0.3));
    }
}

/// Tea glasses in two rows.
pub fn tumblers(brush: &mut Brush, dice: &mut Dice) {
    let (x, y) = brush.centre();
    shelf(brush, dice, y + 0.36);
    let columns = dice.count(3, 4);
    let first = dice.count(0, 5);
    for (row, foot) in [y - 0.03, y + 0.4].into_iter().enumerate() {
        brush.rectangle(0.0, foot, brush.width(), 0.014, ink(0x8a6a4a));
        for k in 0..columns {
            let at = x + (k as f32 - (columns - 1) as f32 / 2.0) * 0.86 / columns as f32;
            let glass = GLASSES[(first + k + row * 2) % 6];
            let (half, tall) = (0.3 / columns as f32, 0.3);
            let figure = shape::vessel(
                at,
                foot - tall,
                tall,
                &[half, half * 0.92, half * 0.8, half * 0.72, half * 0.66],
            );
            brush.fill(&figure, glass.thin(0.6));
            brush.within(&figure);
            let way = (k + row) % 3;
            for band in [0.28, 0.5] {
                for j in -4..=4 {
                    let spot = (at + j as f32 * half * 0.42, foot - tall * band);
                    match way {
                        0 => brush.fill(&shape::diamond(spot, half * 0.17, half * 0.26), ink(0xf0cf82)),
                        1 => brush.ring(spot, half * 0.15, 0.006, ink(0xf0cf82)),
                        _ => brush.fill(&shape::star(spot, half * 0.2, half * 0.09, 6, 0.0), ink(0xfdf6e4)),
                    }
                }
            }
            brush.rectangle(at - half, foot - tall, half * 2.0, 0.014, ink(0xf0cf82));
            brush.fill(
                &shape::petal((at - half * 0.5, foot - tall * 0.9), TAU / 4.0, 0.0, tall * 0.75, half * 0.1),
                ink(0xffffff).thin(0.5),
            );
            brush.lift();
        }
    }
}
