//! Palm, halfa and willow: what is coiled and plaited.

use std::f32::consts::TAU;

use super::brush::{Brush, Ink, ink};
use super::dice::Dice;
use super::shape::{self, around, polar};

const STRAWS: [[Ink; 4]; 4] = [
    [ink(0xe0bd7e), ink(0xb98d4b), ink(0x8d2f28), ink(0x23483f)],
    [ink(0xd9c08d), ink(0xa98450), ink(0x274a7a), ink(0xc9622f)],
    [ink(0xe5cc98), ink(0xbd9a5e), ink(0x3a2b25), ink(0xb03a56)],
    [ink(0xcfae72), ink(0x97733d), ink(0x2e6a5c), ink(0x712d3d)],
];
const FLOORS: [Ink; 4] = [ink(0xece4d5), ink(0xd3d9d2), ink(0xe8d3c0), ink(0x4d5a58)];

/// A coiled tray from above, its figure growing with the coil.
pub fn coil(brush: &mut Brush, dice: &mut Dice) {
    brush.ground(dice.pick(&FLOORS));
    let [straw, deep, one, two] = dice.pick(&STRAWS);
    let centre = brush.centre();
    let rings = dice.count(13, 17);
    let pitch = 0.42 / rings as f32;
    brush.shadow((centre.0 + 0.02, centre.1 + 0.03), 0.425, 0.425);
    brush.circle(centre, 0.425, deep.darker(0.25));
    let rays = dice.pick(&[5.0, 6.0, 8.0, 10.0]);
    let (twist, way) = (dice.pick(&[-0.05, 0.0, 0.05, 0.09]), dice.count(0, 2));
    for ring in 0..rings {
        let radius = (ring as f32 + 0.5) * pitch;
        let n = ((TAU * radius / 0.019) as usize).max(6);
        for (k, angle) in around(n, ring as f32 * 0.5) {
            let phase = ((angle / TAU + ring as f32 * twist) * rays).rem_euclid(1.0);
            let share = ring as f32 / rings as f32;
            let figure = match way {
                0 => phase < 0.5 && (0.25..0.9).contains(&share),
                1 => (phase - 0.5).abs() < 0.5 * (share - 0.2) && share < 0.88,
                _ => ((phase - 0.5).abs() * 1.6 - (share * 2.4).rem_euclid(0.8)).abs() < 0.17,
            };
            let colour = match (figure, ring + 1 == rings || ring % 5 == 4) {
                (true, _) => {
                    if share < 0.55 {
                        one
                    } else {
                        two
                    }
                }
                (false, true) => {
                    if k % 2 == 0 {
                        one
                    } else {
                        straw
                    }
                }
                (false, false) => straw.mix(deep, dice.between(0.0, 0.5)),
            };
            let (from, to) = (
                polar(centre, radius - pitch * 0.36, angle - 0.008),
                polar(centre, radius + pitch * 0.36, angle + 0.1 / (ring as f32 + 2.0)),
            );
            brush.line(&[from, to], TAU * radius / n as f32 * 0.78, colour);
        }
    }
}

/// A basket with handles, on the floor.
pub fn basket(brush: &mut Brush, dice: &mut Dice) {
    let wall = dice.pick(&FLOORS);
    brush.ground(wall);
    let (x, y) = brush.centre();
    let foot = y + 0.36;
    brush.rectangle(0.0, foot - 0.04, brush.width(), brush.height(), wall.darker(0.14));
    brush.shadow((x + 0.02, foot), 0.3, 0.035);
    let [straw, deep, one, two] = dice.pick(&STRAWS);
    let (open, base) = (dice.between(0.28, 0.36), dice.between(0.2, 0.28));
    let top = y - dice.between(0.02, 0.14);
    for side in [-1.0, 1.0] {
        let handle: Vec<_> = (0..=24)
            .map(|k| {
                let a = TAU / 2.0 * (1.0 + k as f32 / 24.0);
                (x + side * open * 0.1 + open * 0.55 * a.cos(), top + 0.02 + 0.3 * a.sin())
            })
            .collect();
        brush.line(&handle, 0.03, if side < 0.0 { deep.darker(0.3) } else { ink(0x7a4a2a) });
    }
    let bulge = base.max(open) * dice.between(0.98, 1.06);
    let figure =
        shape::vessel(x, top, foot - top, &[open, (open + bulge) / 2.0, bulge, (bulge + base) / 2.0, base]);
    brush.fill(&figure, deep.darker(0.3));
    brush.within(&figure);
    let rows = ((foot - top) / 0.027) as usize + 1;
    let (band, step) = (dice.count(2, 4), dice.pick(&[4, 6, 8]));
    for row in 0..rows {
        let at = top + (row as f32 + 0.5) * 0.027;
        for k in -18_i32..=18 {
            let left = x + (k as f32 + 0.5 * (row % 2) as f32) * 0.046;
            let zigzag = (k + (row as i32 - band as i32 * 2).abs()).rem_euclid(step) < 2;
            let in_band = row > band && row < rows - band;
            let colour = if in_band && zigzag {
                if row % 6 < 3 { one } else { two }
            } else {
                straw.mix(deep, dice.between(0.0, 0.45))
            };
            brush.fill(&shape::cushion(left - 0.021, at - 0.011, 0.042, 0.022, 0.009), colour);
        }
    }
    brush.lit(&figure, (x - 0.12, top + 0.1), 0.6, ink(0xfff8e6).thin(0.18), ink(0x2a1808).thin(0.34));
    brush.lift();
    brush.line(&[(x - open, top), (x + open, top)], 0.032, deep);
    brush.stitches(&[(x - open, top), (x + open, top)], 0.032, 0.02, one);
}

/// A mat of broad strips, over two and under two.
pub fn plaited_mat(brush: &mut Brush, dice: &mut Dice) {
    let [straw, deep, one, two] = dice.pick(&STRAWS);
    brush.ground(deep.darker(0.4));
    let cell = 1.0 / dice.pick(&[12.0, 15.0, 18.0]);
    let (width, height) = (brush.width(), brush.height());
    let accent = dice.pick(&[5, 7, 9]);
    for j in 0..=(height / cell) as i32 {
        for i in 0..=(width / cell) as i32 {
            let (x, y) = (i as f32 * cell, j as f32 * cell);
            let across = (i + j).rem_euclid(4) < 2;
            let strand = if across { j } else { i };
            let dyed = strand.rem_euclid(accent);
            let base = if dyed == 0 {
                one
            } else if dyed == 2 && across {
                two
            } else {
                straw.mix(deep, dice.between(0.0, 0.35))
            };
            let colour = if across { base } else { base.darker(0.14) };
            let (w, h) = if across { (1.0, 0.86) } else { (0.86, 1.0) };
            brush.rectangle(
                x + cell * (1.0 - w) / 2.0,
                y + cell * (1.0 - h) / 2.0,
                cell * w,
                cell * h,
                colour,
            );
            for line in [0.32, 0.66] {
                let marks = if across {
                    [(x, y + cell * line), (x + cell, y + cell * line)]
                } else {
                    [(x + cell * line, y), (x + cell * line, y + cell)]
                };
                brush.line(&marks, cell * 0.035, colour.darker(0.22));
            }
        }
    }
}
