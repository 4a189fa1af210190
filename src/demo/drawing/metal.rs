//! Trays, ewers and pots of copper, brass and silver.

use std::f32::consts::TAU;

use super::brush::{Brush, Ink, ink};
use super::dice::Dice;
use super::shape::{self, Point, around, polar};

/// Light, body and engraved line of a metal.
type Metal = [Ink; 3];

pub(super) const COPPERS: [Metal; 3] = [
    [ink(0xf0b083), ink(0xb2623a), ink(0x5e2b17)],
    [ink(0xf2d08a), ink(0xb98a35), ink(0x5f4314)],
    [ink(0xe79a78), ink(0x9c4f35), ink(0x4c2015)],
];
pub(super) const SILVERS: [Metal; 2] =
    [[ink(0xf7f6f2), ink(0xa9abad), ink(0x4c5057)], [ink(0xf3eee2), ink(0xa89f92), ink(0x4a433c)]];
const CLOTHS: [Ink; 4] = [ink(0x233a4d), ink(0xe4d7c3), ink(0x5a2a2f), ink(0xd3d6cd)];

fn tray(brush: &mut Brush, dice: &mut Dice, [light, body, line]: Metal) {
    brush.ground(dice.pick(&CLOTHS));
    let centre = brush.centre();
    brush.shadow((centre.0 + 0.02, centre.1 + 0.03), 0.42, 0.42);
    let scallops = dice.pick(&[0, 24, 32]);
    for (_, angle) in around(scallops, 0.0) {
        brush.circle(polar(centre, 0.4, angle), 0.043, body);
    }
    brush.lit_circle(centre, 0.42, light, body);
    brush.lit_circle(centre, 0.355, body.lighter(0.12), light.mix(body, 0.5));
    for (radius, width) in
        [(0.41, 0.006), (0.36, 0.01), (0.345, 0.003), (0.255, 0.004), (0.245, 0.003), (0.13, 0.004)]
    {
        brush.ring(centre, radius, width, line.thin(0.8));
    }
    let n = dice.pick(&[12, 16, 20, 24]);
    let ways = [dice.count(0, 2), dice.count(0, 2), dice.count(0, 2)];
    for (ring, (near, far)) in [(0.262, 0.34), (0.138, 0.24), (0.0, 0.122)].into_iter().enumerate() {
        engrave(brush, centre, n / (ring / 2 + 1), near, far, ways[ring], line);
    }
    for (_, angle) in around(48, 0.0) {
        brush.circle(polar(centre, 0.385, angle), 0.006, line.thin(0.75));
    }
}

fn engrave(brush: &mut Brush, centre: Point, n: usize, near: f32, far: f32, way: usize, line: Ink) {
    let thin = 0.0035;
    let step = TAU / n as f32;
    for (k, angle) in around(n, 0.0) {
        match way {
            0 => {
                let leaf = shape::petal(centre, angle, near, far, far * step * 0.42);
                brush.fill(&leaf, line.thin(if k % 2 == 0 { 0.55 } else { 0.15 }));
                brush.outline(&leaf, thin, line);
            }
            1 => {
                let tile = shape::kite(centre, angle, near, (near + far) / 2.0, far, step / 2.0);
                brush.outline(&tile, thin, line);
                brush.fill(
                    &shape::kite(
                        centre,
                        angle,
                        near + (far - near) * 0.25,
                        (near + far) / 2.0,
                        far - (far - near) * 0.25,
                        step / 4.0,
                    ),
                    line.thin(0.5),
                );
            }
            _ => {
                let arch: Vec<Point> = (0..=12)
                    .map(|t| {
                        let t = t as f32 / 12.0;
                        polar(
                            centre,
                            near + (far - near) * (t * TAU / 2.0).sin(),
                            angle + (t - 0.5) * step * 1.8,
                        )
                    })
                    .collect();
                brush.line(&arch, thin, line);
                brush.circle(
                    polar(centre, near + (far - near) * 0.45, angle),
                    (far - near) * 0.1,
                    line.thin(0.6),
                );
            }
        }
    }
}

pub fn copper_tray(brush: &mut Brush, dice: &mut Dice) {
    let metal = dice.pick(&COPPERS);
    tray(brush, dice, metal);
}

pub fn silver_tray(brush: &mut Brush, dice: &mut Dice) {
    let metal = dice.pick(&SILVERS);
    tray(brush, dice, metal);
}

pub fn copper_ewer(brush: &mut Brush, dice: &mut Dice) {
    let metal = dice.pick(&COPPERS);
    ewer(brush, dice, metal);
}

pub fn silver_ewer(brush: &mut Brush, dice: &mut Dice) {
    let metal = dice.pick(&SILVERS);
    ewer(brush, dice, metal);
}

/// A pot with a spout and a domed lid, for tea or for washing hands.
fn ewer(brush: &mut Brush, dice: &mut Dice, [light, body, line]: Metal) {
    let wall = dice.pick(&CLOTHS);
    brush.ground(wall);
    let (x, y) = brush.centre();
    brush.rectangle(0.0, y + 0.34, brush.width(), brush.height(), wall.darker(0.22));
    brush.shadow((x + 0.03, y + 0.36), 0.24, 0.03);
    let side = if dice.chance(0.5) { 1.0 } else { -1.0 };
    let at = |dx: f32, dy: f32| (x + side * dx, y + dy);
    let spout = [
        at(0.12, 0.14),
        at(0.24, 0.04),
        at(0.28, -0.1),
        at(0.36, -0.17),
        at(0.385, -0.155),
        at(0.33, -0.06),
        at(0.3, 0.1),
        at(0.15, 0.26),
    ];
    brush.lit(&spout, at(0.2, -0.1), 0.4, light, body);
    let handle: Vec<Point> = (0..=24)
        .map(|k| {
            let a = k as f32 / 24.0 * TAU * 0.5;
            at(-0.12 - 0.2 * a.sin(), -0.16 + 0.2 * (1.0 - a.cos()))
        })
        .collect();
    brush.line(&handle, 0.03, body.darker(0.15));
    brush.line(&handle, 0.01, light);
    let (belly, waist) = (dice.between(0.2, 0.25), dice.between(0.08, 0.12));
    let profile =
        [waist, waist * 0.95, waist * 1.15, belly * 0.8, belly, belly * 0.96, belly * 0.66, 0.1, 0.13];
    let pot = shape::vessel(x, y - 0.22, 0.59, &profile);
    brush.lit(&pot, (x - 0.09, y + 0.02), 0.42, light, body);
    brush.within(&pot);
    for (row, way) in [(0.0, 0), (0.1, dice.count(0, 1)), (0.2, 1)] {
        brush.rectangle(x - 0.4, y + row - 0.012, 0.8, 0.005, line.thin(0.7));
        for k in -8..=8 {
            let middle = (x + k as f32 * 0.056, y + row + 0.04);
            if way == 0 {
                brush.fill(&shape::diamond(middle, 0.02, 0.032), line.thin(0.55))
            } else {
                brush.ring(middle, 0.02, 0.006, line.thin(0.7))
            }
        }
    }
    brush.lift();
    let lid = shape::vessel(x, y - 0.36, 0.15, &[0.012, 0.03, 0.055, 0.09, waist + 0.02, waist + 0.012]);
    brush.lit(&lid, (x - 0.05, y - 0.3), 0.2, light, body);
    brush.circle((x, y - 0.375), 0.024, body.lighter(0.2));
    brush.rectangle(x - waist - 0.02, y - 0.222, (waist + 0.02) * 2.0, 0.018, line.thin(0.6));
}

/// Hammered pots on a shelf.
pub fn copper_pots(brush: &mut Brush, dice: &mut Dice) {
    let [light, body, line] = dice.pick(&COPPERS);
    let wall = dice.pick(&[ink(0xe4d7c3), ink(0xcfd3c9), ink(0x3a4a52)]);
    brush.ground(wall);
    let (x, y) = brush.centre();
    for (shelf, sizes) in [(y - 0.06, [0.2, 0.15, 0.12]), (y + 0.36, [0.13, 0.22, 0.16])] {
        brush.rectangle(0.0, shelf, brush.width(), 0.03, ink(0x6b4a31));
        brush.rectangle(0.0, shelf + 0.03, brush.width(), 0.012, ink(0x2a1c10).thin(0.25));
        for (k, size) in sizes.into_iter().enumerate() {
            let size = size * dice.between(0.85, 1.1);
            let middle = x + (k as f32 - 1.0) * 0.33;
            let tall = size * dice.between(1.2, 1.5);
            let open = dice.between(0.55, 0.8);
            let pot = shape::vessel(
                middle,
                shelf - tall,
                tall,
                &[size * open, size * (open - 0.04), size * 0.68, size * 0.72, size * 0.66, size * 0.5],
            );
            brush.lit(&pot, (middle - size * 0.3, shelf - tall * 0.7), size * 1.4, light, body);
            brush.within(&pot);
            for j in 0..7 {
                for i in -5..=5 {
                    let dent = (
                        middle + (i as f32 + 0.5 * (j % 2) as f32) * size * 0.19,
                        shelf - tall + (j as f32 + 0.8) * tall * 0.14,
                    );
                    brush.ring(dent, size * 0.06, 0.003, line.thin(0.22));
                }
            }
            brush.rectangle(middle - size, shelf - tall, size * 2.0, tall * 0.07, line.thin(0.5));
            brush.lift();
        }
    }
}
