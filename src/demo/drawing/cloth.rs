//! Towels, cushions, cloth by the metre, clothes.

use super::brush::{Brush, ink};
use super::dice::Dice;
use super::rugs::{DYES, band};
use super::shape::{self, Point};

/// Hammam towels, folded and stacked.
pub fn folded_towels(brush: &mut Brush, dice: &mut Dice) {
    let wall = dice.pick(&[ink(0xe6ddcc), ink(0xd5ddda), ink(0xeadbd0)]);
    brush.ground(wall);
    let (x, middle) = brush.centre();
    let floor = middle + 0.34;
    brush.rectangle(0.0, floor - 0.015, brush.width(), brush.height(), wall.darker(0.13));
    brush.shadow((x + 0.02, floor), 0.36, 0.03);
    let dyes = dice.pick(&DYES);
    let n = dice.count(4, 6);
    let tall = 0.62 / n as f32;
    for k in 0..n {
        let (wide, slip) = (dice.between(0.6, 0.68), dice.between(-0.015, 0.015));
        let (left, top) = (x - wide / 2.0 + slip, floor - (k + 1) as f32 * tall);
        let base = [dyes[3], dyes[k % 3], dyes[3].darker(0.08), dyes[(k + 1) % 3]][k % 4];
        let fold = shape::cushion(left, top + 0.004, wide, tall - 0.008, tall * 0.42);
        brush.lit(&fold, (x - 0.2, top), 0.8, base.lighter(0.1), base.darker(0.14));
        brush.within(&fold);
        let stripe = if base == dyes[3] || k % 4 == 2 { dyes[k % 3] } else { dyes[3] };
        for (at, thick) in [(0.12, 0.03), (0.18, 0.01), (0.8, 0.03), (0.86, 0.01)] {
            brush.rectangle(left + wide * at, top, thick, tall, stripe);
        }
        brush.line(
            &[(left, top + tall * 0.5), (left + wide * 0.97, top + tall * 0.5)],
            0.004,
            base.darker(0.3),
        );
        brush.lift();
        for f in 0..5 {
            let y = top + tall * (0.56 + f as f32 * 0.075);
            brush.line(&[(left + 0.01, y), (left - 0.035, y + 0.006)], 0.005, base.lighter(0.2));
        }
    }
}

pub fn cushion(brush: &mut Brush, dice: &mut Dice) {
    let wall = dice.pick(&[ink(0xdfd3be), ink(0xcdd4cd), ink(0xe2cfc0)]);
    brush.ground(wall);
    let (x, y) = brush.centre();
    let dyes = dice.pick(&DYES);
    let base = dice.pick(&[dyes[3], dyes[0], dyes[1]]);
    brush.shadow((x + 0.02, y + 0.34), 0.36, 0.05);
    let bulge = |t: f32| 0.35 - 0.03 * (1.0 - (2.0 * t - 1.0).powi(2));
    let mut cover: Vec<Point> = Vec::new();
    for side in 0..4 {
        for k in 0..20 {
            let t = k as f32 / 20.0;
            let (along, out) = (-0.37 + 0.74 * t, bulge(t) + 0.02);
            cover.push(match side {
                0 => (x + along, y - out),
                1 => (x + out, y + along),
                2 => (x - along, y + out),
                _ => (x - out, y - along),
            });
        }
    }
    for (dx, dy) in [(-1.0, -1.0), (1.0, -1.0), (-1.0, 1.0), (1.0, 1.0)] {
        let corner = (x + dx * 0.37, y + dy * 0.37);
        for k in -2..=2 {
            brush.line(
                &[
                    corner,
                    (
                        corner.0 + dx * 0.05 + k as f32 * 0.01,
                        corner.1 + dy * 0.05 - k as f32 * dx * dy * 0.01,
                    ),
                ],
                0.009,
                dyes[2],
            );
        }
    }
    brush.lit(&cover, (x - 0.15, y - 0.2), 0.75, base.lighter(0.1), base.darker(0.18));
    brush.within(&cover);
    let figure = if base == dyes[3] { dyes[0] } else { dyes[3] };
    if dice.chance(0.5) {
        for k in 0..5 {
            let share = 1.0 - k as f32 * 0.2;
            brush.outline(
                &shape::diamond((x, y), 0.36 * share, 0.36 * share),
                0.022,
                [figure, dyes[2], figure, dyes[1], dyes[2]][k],
            );
        }
    } else {
        for k in -3..=3 {
            band(
                brush,
                (x - 0.4, y + k as f32 * 0.115, 0.8),
                if k % 2 == 0 { 0.09 } else { 0.045 },
                if k % 2 == 0 { figure } else { dyes[2] },
                dyes[1],
                dice.count(0, 3),
            );
        }
    }
    brush.lift();
}

/// A cloth seen flat: stripes across stripes.
pub fn striped_cloth(brush: &mut Brush, dice: &mut Dice) {
    let dyes = dice.pick(&DYES);
    brush.ground(dyes[3]);
    let (wide, high) = (brush.width(), brush.height());
    let checked = dice.chance(0.5);
    for upright in [true, false] {
        if !upright && !checked {
            continue;
        }
        let mut at = 0.03;
        while at < if upright { wide } else { high } {
            let thick = dice.pick(&[0.012, 0.03, 0.07, 0.1]);
            let colour = dyes[dice.count(0, 2)].thin(if checked { 0.62 } else { 0.92 });
            if upright {
                brush.rectangle(at, 0.0, thick, high, colour)
            } else {
                brush.rectangle(0.0, at, wide, thick, colour)
            }
            at += thick + dice.pick(&[0.012, 0.03, 0.09]);
        }
    }
    let threads = 130;
    for k in 0..threads {
        let at = (k as f32 + 0.5) / threads as f32;
        brush.line(&[(0.0, at * high), (wide, at * high)], 0.0022, ink(0xfffaf0).thin(0.22));
        brush.line(&[(at * wide, 0.0), (at * wide, high)], 0.0016, ink(0x1c1208).thin(0.12));
    }
    let (x, y) = (wide, high);
    brush.fill(&[(x, y * 0.62), (x, y), (x * 0.62, y)], dyes[3].darker(0.2));
    brush.lit(
        &[(x, y * 0.62), (x * 0.62, y), (x * 0.66, y * 0.66)],
        (x * 0.66, y * 0.66),
        0.4,
        dyes[1].lighter(0.1),
        dyes[1].darker(0.2),
    );
    brush.line(&[(x, y * 0.62), (x * 0.62, y)], 0.004, ink(0x1c1208).thin(0.3));
}

/// A long robe with embroidery down the front.
pub fn robe(brush: &mut Brush, dice: &mut Dice) {
    let wall = dice.pick(&[ink(0xe8dfd0), ink(0xd8d9d2), ink(0xecd9cc)]);
    brush.ground(wall);
    let (x, y) = brush.centre();
    let at = |dx: f32, dy: f32| (x + dx, y + dy);
    let dyes = dice.pick(&DYES);
    let cloth = dice.pick(&[dyes[0], dyes[1], dyes[2], ink(0xf4efe4)]);
    let thread = if cloth == dyes[2] || cloth == ink(0xf4efe4) { dyes[1] } else { ink(0xe3bf70) };
    let (flare, sleeve) = (dice.between(0.2, 0.29), dice.between(0.3, 0.4));
    brush.line(&[at(-0.5, -0.44), at(0.5, -0.44)], 0.014, ink(0x6d5238));
    brush.line(&[at(0.0, -0.44), at(0.0, -0.39)], 0.009, ink(0x4b3a2a));
    let right = [
        at(0.05, -0.38),
        at(0.15, -0.35),
        at(sleeve, -0.02),
        at(sleeve - 0.1, 0.05),
        at(0.14, -0.13),
        at(0.15, 0.1),
        at(flare, 0.44),
    ];
    let body: Vec<Point> =
        right.iter().copied().chain(right.iter().rev().map(|(px, py)| (2.0 * x - px, *py))).collect();
    brush.fill(
        &body.iter().map(|(px, py)| (px + 0.015, py + 0.015)).collect::<Vec<_>>(),
        ink(0x2a1c10).thin(0.16),
    );
    brush.lit(&body, at(-0.1, -0.2), 0.8, cloth.lighter(0.12), cloth.darker(0.2));
    brush.within(&body);
    for k in -3_i32..=3 {
        brush.line(
            &[at(k as f32 * 0.03, 0.1), at(k as f32 * 0.07, 0.46)],
            0.005,
            cloth.darker(0.25).thin(0.6),
        );
    }
    brush.rectangle(x - 0.5, y + 0.385, 1.0, 0.022, thread);
    brush.rectangle(x - 0.5, y + 0.415, 1.0, 0.007, thread);
    for side in [-1.0, 1.0] {
        brush.line(&[at(side * (sleeve + 0.02), -0.045), at(side * (sleeve - 0.13), 0.035)], 0.02, thread);
    }
    brush.lift();
    brush.line(&[at(-0.012, -0.37), at(-0.012, 0.38)], 0.006, thread);
    brush.line(&[at(0.012, -0.37), at(0.012, 0.38)], 0.006, thread);
    let diamonds = dice.chance(0.5);
    for k in 0..15 {
        let knot = at(0.0, -0.33 + k as f32 * 0.047);
        if diamonds {
            brush.fill(&shape::diamond(knot, 0.032, 0.02), thread)
        } else {
            brush.circle(knot, 0.014, thread)
        }
    }
    let neck: Vec<Point> = (0..=16)
        .map(|k| {
            let a = k as f32 / 16.0 * std::f32::consts::PI;
            at(0.075 * a.cos(), -0.385 + 0.1 * a.sin())
        })
        .collect();
    brush.line(&neck, 0.022, thread);
    if dice.chance(0.6) {
        brush.rectangle(x - 0.143, y - 0.02, 0.286, 0.04, thread.darker(0.1));
        brush.fill(&shape::khatam(at(0.0, 0.0), 0.034), cloth.darker(0.2));
    }
}

/// A scarf that hangs from a rail.
pub fn scarf(brush: &mut Brush, dice: &mut Dice) {
    brush.ground(dice.pick(&[ink(0xe8dfd0), ink(0xd5dad9), ink(0xe9d5c9)]));
    let (x, y) = brush.centre();
    let dyes = dice.pick(&DYES);
    brush.line(&[(x - 0.6, y - 0.38), (x + 0.6, y - 0.38)], 0.022, ink(0x7a5a3c));
    let n = dice.count(2, 3);
    for k in 0..n {
        let (left, wide) = (x - 0.36 + k as f32 * 0.74 / n as f32, 0.6 / n as f32);
        let foot = y + dice.between(0.24, 0.36);
        let cloth = [dyes[k], dyes[3], dyes[(k + 1) % 3]][dice.count(0, 2)];
        let fall = shape::rectangle(left, y - 0.39, wide, foot - y + 0.39);
        brush.rectangle(left + 0.012, y - 0.37, wide, foot - y + 0.38, ink(0x2a1c10).thin(0.14));
        brush.lit(&fall, (left + wide * 0.3, y - 0.2), 0.7, cloth.lighter(0.1), cloth.darker(0.18));
        brush.within(&fall);
        let (mark, other) = if cloth == dyes[3] { (dyes[0], dyes[1]) } else { (dyes[3], dyes[2]) };
        for (row, tall) in [0.05, 0.02, 0.08, 0.02, 0.05].into_iter().enumerate() {
            let at = foot - 0.04 - row as f32 * 0.065;
            if tall > 0.03 {
                band(brush, (left, at, wide), tall, mark, other, dice.count(0, 3))
            } else {
                brush.rectangle(left, at, wide, 0.012, other)
            }
        }
        for fold in 1..4 {
            let at = left + wide * fold as f32 / 4.0;
            brush.line(&[(at, y - 0.4), (at + 0.01, foot)], 0.008, ink(0x1c1208).thin(0.1));
        }
        brush.lift();
        for f in 0..14 {
            let at = left + (f as f32 + 0.5) * wide / 14.0;
            brush.line(
                &[(at, foot), (at + dice.between(-0.004, 0.004), foot + 0.055)],
                0.005,
                cloth.darker(0.1),
            );
        }
    }
}
