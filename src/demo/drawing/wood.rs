//! Turned, carved, painted and inlaid wood.

use std::f32::consts::TAU;

use super::brush::{Brush, Ink, ink};
use super::dice::Dice;
use super::shape::{self, Point, around};

const WOODS: [[Ink; 3]; 4] = [
    [ink(0xb07a48), ink(0x7d4f2a), ink(0x472a15)],
    [ink(0x8d5a3b), ink(0x5f3722), ink(0x331c10)],
    [ink(0xc79a63), ink(0x94683a), ink(0x5a3d20)],
    [ink(0x9a4f33), ink(0x6b3020), ink(0x3a1810)],
];
const SHELL: Ink = ink(0xf2eadb);
const WALLS: [Ink; 3] = [ink(0xe6dccb), ink(0xd4d8cf), ink(0xe5d0be)];

/// Turned balls and bars, with the light of the court behind.
pub fn turned_lattice(brush: &mut Brush, dice: &mut Dice) {
    let [light, body, dark] = dice.pick(&WOODS);
    let (sky, reach) =
        (dice.pick(&[ink(0xf6e3b8), ink(0xcfe0e4), ink(0xf3d5ba)]), brush.width().max(brush.height()));
    let (wide, high, centre) = (brush.width(), brush.height(), brush.centre());
    brush.lit(
        &shape::rectangle(0.0, 0.0, wide, high),
        (centre.0, centre.1 * 0.7),
        reach,
        sky.lighter(0.3),
        sky.darker(0.2),
    );
    let cell = 1.0 / dice.pick(&[7.0, 9.0, 11.0]);
    let slanted = dice.chance(0.5);
    for j in -1..=(high / cell) as i32 + 1 {
        for i in -1..=(wide / cell) as i32 + 1 {
            let shift = if slanted && j & 1 == 1 { 0.5 } else { 0.0 };
            let knot = ((i as f32 + 0.5 + shift) * cell, (j as f32 + 0.5) * cell);
            let ways: &[Point] =
                if slanted { &[(1.0, 0.0), (0.5, 1.0), (-0.5, 1.0)] } else { &[(1.0, 0.0), (0.0, 1.0)] };
            for (dx, dy) in ways {
                let end = (knot.0 + dx * cell, knot.1 + dy * cell);
                brush.line(&[knot, end], cell * 0.15, body);
                brush.line(&[knot, end], cell * 0.04, light);
                brush.circle(((knot.0 + end.0) / 2.0, (knot.1 + end.1) / 2.0), cell * 0.12, body);
            }
        }
    }
    for j in -1..=(high / cell) as i32 + 1 {
        for i in -1..=(wide / cell) as i32 + 1 {
            let shift = if slanted && j & 1 == 1 { 0.5 } else { 0.0 };
            brush.lit_circle(
                ((i as f32 + 0.5 + shift) * cell, (j as f32 + 0.5) * cell),
                cell * 0.25,
                light,
                dark,
            );
        }
    }
    frame(brush, 0.055, [light, body, dark]);
}

fn frame(brush: &mut Brush, thick: f32, [light, body, dark]: [Ink; 3]) {
    let (wide, high) = (brush.width(), brush.height());
    for (x, y, w, h) in [
        (0.0, 0.0, wide, thick),
        (0.0, high - thick, wide, thick),
        (0.0, 0.0, thick, high),
        (wide - thick, 0.0, thick, high),
    ] {
        brush.rectangle(x, y, w, h, body);
    }
    brush.outline(&shape::rectangle(thick, thick, wide - 2.0 * thick, high - 2.0 * thick), 0.008, dark);
    brush.outline(&shape::rectangle(thick * 0.5, thick * 0.5, wide - thick, high - thick), 0.004, light);
}

/// A ceiling board: a star of battens on painted ground.
pub fn star_panel(brush: &mut Brush, dice: &mut Dice) {
    let [light, body, dark] = dice.pick(&WOODS);
    let paint = dice.pick(&[ink(0x1f5a55), ink(0x8c2f24), ink(0x24446e), ink(0x53602f)]);
    brush.ground(body);
    let centre = brush.centre();
    let n = dice.pick(&[8, 10, 12, 16]);
    let gold = ink(0xd9ab56);
    for (ring, (near, middle, far)) in
        [(0.36, 0.52, 0.72), (0.17, 0.3, 0.42), (0.06, 0.12, 0.19)].into_iter().enumerate()
    {
        for (k, angle) in around(n, if ring % 2 == 0 { 0.5 } else { 0.0 }) {
            let board = shape::kite(centre, angle, near, middle, far, TAU / n as f32 / 2.0);
            brush.fill(
                &board,
                [paint, body.darker(0.3), paint.lighter(0.12)][(ring + k % 2 * (ring % 2)) % 3],
            );
            brush.fill(
                &shape::petal(centre, angle, near + 0.04, far - 0.05, 0.022 + 0.012 * (2 - ring) as f32),
                gold.thin(0.9),
            );
            brush.outline(&board, 0.016, dark);
            brush.outline(&board, 0.009, light);
        }
    }
    brush.fill(&shape::star(centre, 0.1, 0.055, n, 0.0), gold);
    brush.circle(centre, 0.03, paint);
    frame(brush, 0.05, [light, body, dark]);
}

fn room(brush: &mut Brush, dice: &mut Dice, foot: f32) -> Ink {
    let wall = dice.pick(&WALLS);
    brush.ground(wall);
    let (wide, high) = (brush.width(), brush.height());
    brush.rectangle(0.0, foot - 0.03, wide, high, wall.darker(0.16));
    brush.shadow((brush.centre().0 + 0.02, foot), 0.37, 0.03);
    wall
}

/// A band of inlay: triangles of shell and dark wood.
fn inlay(brush: &mut Brush, (x, y, wide, tall): (f32, f32, f32, f32), dark: Ink) {
    brush.rectangle(x, y, wide, tall, dark);
    let n = (wide / tall).round().max(1.0);
    for k in 0..n as usize {
        let left = x + k as f32 * wide / n;
        let step = wide / n;
        brush.fill(
            &[(left, y + tall * 0.92), (left + step / 2.0, y + tall * 0.08), (left + step, y + tall * 0.92)],
            SHELL,
        );
    }
}

/// An eight-sided table on arches.
pub fn side_table(brush: &mut Brush, dice: &mut Dice) {
    let (x, y) = brush.centre();
    let foot = y + 0.36;
    let wall = room(brush, dice, foot);
    let [light, body, dark] = dice.pick(&WOODS);
    let (top, half) = (y - dice.between(0.22, 0.3), dice.between(0.27, 0.33));
    for (k, (from, to)) in [(-1.0, -0.45), (-0.45, 0.45), (0.45, 1.0)].into_iter().enumerate() {
        let (left, right) = (x + from * half, x + to * half);
        let shade = [body.darker(0.12), body.lighter(0.06), body.darker(0.2)][k];
        brush.rectangle(left, top, right - left, foot - top, shade);
        inlay(brush, (left + 0.012, top + 0.075, right - left - 0.024, 0.035), dark);
        let middle = (left + right) / 2.0;
        let heart = (middle, top + 0.175);
        brush.fill(&shape::khatam(heart, (right - left) * 0.26), dark);
        brush.fill(&shape::star(heart, (right - left) * 0.21, (right - left) * 0.1, 8, 0.0), SHELL);
        let radius = (right - left) * 0.34;
        let arch = shape::doorway(middle, foot - 0.12, foot + 0.01, radius, 0.25);
        brush.fill(&arch, wall.darker(0.45));
        brush.outline(&arch, 0.008, light);
        brush.line(&[(right, top), (right, foot)], 0.005, dark);
    }
    brush.fill(
        &[
            (x - half - 0.05, top),
            (x + half + 0.05, top),
            (x + half + 0.03, top + 0.05),
            (x - half - 0.03, top + 0.05),
        ],
        body,
    );
    brush.fill(
        &[
            (x - half * 0.7, top - 0.06),
            (x + half * 0.7, top - 0.06),
            (x + half + 0.05, top),
            (x - half - 0.05, top),
        ],
        light,
    );
    inlay(brush, (x - half - 0.03, top + 0.012, half * 2.0 + 0.06, 0.025), dark);
    brush.fill(&shape::petal((x - half * 0.6, top - 0.03), 0.0, 0.0, half * 1.2, 0.016), SHELL);
}

/// A bride's chest.
pub fn chest(brush: &mut Brush, dice: &mut Dice) {
    let (x, y) = brush.centre();
    let foot = y + 0.3;
    room(brush, dice, foot);
    let [light, body, dark] = dice.pick(&WOODS);
    let (left, top, wide, tall) = (x - 0.39, y - 0.14, 0.78, 0.4);
    for leg in [left + 0.03, left + wide - 0.1] {
        brush.rectangle(leg, foot - 0.06, 0.07, 0.06, dark);
    }
    brush.lit(&shape::rectangle(left, top, wide, tall), (x - 0.2, top), 0.8, light, body);
    let lid: Vec<Point> = (0..=20)
        .map(|k| {
            let a = TAU / 2.0 + k as f32 / 20.0 * TAU / 2.0;
            (x + 0.41 * a.cos(), top + 0.16 * a.sin())
        })
        .collect();
    brush.lit(&lid, (x - 0.15, top - 0.12), 0.6, light.lighter(0.1), body);
    brush.rectangle(left - 0.02, top - 0.012, wide + 0.04, 0.03, dark);
    let n = dice.count(2, 4);
    let step = (wide - 0.06) / n as f32;
    let way = dice.count(0, 2);
    for k in 0..n {
        let panel = (left + 0.03 + k as f32 * step + 0.012, top + 0.075, step - 0.024, tall - 0.13);
        brush.rectangle(panel.0, panel.1, panel.2, panel.3, dark);
        let heart = (panel.0 + panel.2 / 2.0, panel.1 + panel.3 / 2.0);
        let size = panel.2.min(panel.3) * 0.45;
        match way {
            0 => {
                brush.fill(&shape::khatam(heart, size), SHELL);
                brush.fill(&shape::khatam(heart, size * 0.72), body);
                brush.fill(&shape::star(heart, size * 0.6, size * 0.3, 8, 0.5), SHELL);
            }
            1 => {
                for (_, angle) in around(12, 0.0) {
                    brush.fill(&shape::petal(heart, angle, size * 0.15, size, size * 0.13), SHELL);
                }
            }
            _ => {
                for share in [1.0, 0.75, 0.5, 0.25] {
                    brush.outline(&shape::diamond(heart, size * share, size * share), 0.011, SHELL);
                }
            }
        }
    }
    inlay(brush, (left, top + 0.022, wide, 0.035), dark);
    inlay(brush, (left, top + tall - 0.04, wide, 0.03), dark);
    brush.lit_circle((x, top + 0.015), 0.032, ink(0xf2d08a), ink(0x8a6424));
}

/// A cupboard door with painted or carved panels.
pub fn cupboard(brush: &mut Brush, dice: &mut Dice) {
    let wood = dice.pick(&WOODS);
    let [light, body, dark] = wood;
    let paint = dice.pick(&[ink(0x2a6a6b), ink(0x8c3a2a), ink(0x2c4a7a), ink(0x5f6e3c)]);
    brush.ground(body);
    let (wide, high) = (brush.width(), brush.height());
    frame(brush, 0.05, wood);
    let rows = dice.count(2, 3);
    for leaf in 0..2 {
        for row in 0..rows {
            let (w, h) = ((wide - 0.16) / 2.0, (high - 0.14) / rows as f32);
            let (x, y) = (0.065 + leaf as f32 * (w + 0.03), 0.07 + row as f32 * h);
            let panel = shape::rectangle(x + 0.015, y + 0.015, w - 0.03, h - 0.03);
            brush.fill(&panel, paint.darker(if row % 2 == 0 { 0.0 } else { 0.15 }));
            brush.outline(&panel, 0.012, dark);
            brush.outline(&panel, 0.005, light);
            let heart = (x + w / 2.0, y + h / 2.0);
            let size = w.min(h) * 0.36;
            for (k, angle) in around(16, 0.0) {
                brush.fill(
                    &shape::kite(heart, angle, size * 0.2, size * 0.7, size, 0.16),
                    if k % 2 == 0 { ink(0xe2bd6c) } else { SHELL },
                );
            }
            brush.fill(&shape::khatam(heart, size * 0.34), dark);
            brush.circle(heart, size * 0.12, ink(0xe2bd6c));
            for (dx, dy) in [(-1.0, -1.0), (1.0, -1.0), (-1.0, 1.0), (1.0, 1.0)] {
                let corner = (heart.0 + dx * (w / 2.0 - 0.05), heart.1 + dy * (h / 2.0 - 0.05));
                brush.fill(&shape::diamond(corner, 0.02, 0.02), ink(0xe2bd6c));
            }
        }
    }
    brush.rectangle(wide / 2.0 - 0.008, 0.05, 0.012, high - 0.1, dark);
    for side in [-1.0, 1.0] {
        brush.ring((wide / 2.0 + side * 0.045, high / 2.0), 0.025, 0.009, ink(0xe2bd6c));
    }
}
