//! Leather that is stitched and tooled.

use std::f32::consts::TAU;

use super::brush::{Brush, Ink, ink};
use super::dice::Dice;
use super::shape::{self, Point, around, polar};

const HIDES: [[Ink; 2]; 5] = [
    [ink(0xb56a35), ink(0x6d3716)],
    [ink(0x8a3a28), ink(0x4d1a10)],
    [ink(0xd0a268), ink(0x8c5f2c)],
    [ink(0x34594f), ink(0x17302a)],
    [ink(0x4a3328), ink(0x251711)],
];
pub(super) const TABLES: [Ink; 4] = [ink(0xe8dfd0), ink(0xd3d8d4), ink(0xe6d2bf), ink(0xdedbc6)];
pub(super) const THREAD: Ink = ink(0xf5e8cd);
const GOLD: Ink = ink(0xe3bb62);

/// A round seat of leather, from above.
pub fn pouf(brush: &mut Brush, dice: &mut Dice) {
    brush.ground(dice.pick(&TABLES));
    let [light, dark] = dice.pick(&HIDES);
    let centre = brush.centre();
    brush.shadow((centre.0 + 0.025, centre.1 + 0.035), 0.41, 0.41);
    let n = dice.pick(&[8, 10, 12, 16]);
    for (_, angle) in around(n, 0.5) {
        brush.circle(polar(centre, 0.31, angle), 0.31 * TAU / n as f32 * 0.62, dark);
    }
    brush.lit_circle(centre, 0.4, light.lighter(0.1), dark);
    let two = dice.chance(0.5);
    for (k, angle) in around(n, 0.0) {
        if two && k % 2 == 0 {
            let wedge = [
                centre,
                polar(centre, 0.385, angle - TAU / n as f32 / 2.0),
                polar(centre, 0.4, angle),
                polar(centre, 0.385, angle + TAU / n as f32 / 2.0),
            ];
            brush.fill(&wedge, THREAD.thin(0.22));
        }
        let seam = [
            polar(centre, 0.13, angle + TAU / n as f32 / 2.0),
            polar(centre, 0.39, angle + TAU / n as f32 / 2.0),
        ];
        brush.line(&seam, 0.007, dark.darker(0.2));
        for side in [-0.013, 0.013] {
            brush.stitches(
                &[
                    polar(centre, 0.14, angle + TAU / n as f32 / 2.0 + side * 3.0),
                    polar(centre, 0.38, angle + TAU / n as f32 / 2.0 + side),
                ],
                0.005,
                0.016,
                THREAD,
            );
        }
        brush.outline(&shape::petal(centre, angle, 0.17, 0.34, 0.035), 0.006, GOLD);
        brush.fill(&shape::diamond(polar(centre, 0.255, angle), 0.014, 0.014), GOLD);
    }
    brush.lit_circle(centre, 0.135, light, dark);
    brush.ring(centre, 0.135, 0.007, THREAD);
    brush.fill(&shape::star(centre, 0.11, 0.05, n, 0.0), GOLD);
    brush.circle(centre, 0.035, dark);
}

pub fn satchel(brush: &mut Brush, dice: &mut Dice) {
    let wall = dice.pick(&TABLES);
    brush.ground(wall);
    let (x, y) = brush.centre();
    brush.rectangle(0.0, y + 0.32, brush.width(), brush.height(), wall.darker(0.13));
    let [light, dark] = dice.pick(&HIDES);
    let half = dice.between(0.28, 0.34);
    brush.shadow((x + 0.02, y + 0.35), half, 0.03);
    let strap: Vec<Point> = (0..=30)
        .map(|k| {
            let a = TAU / 2.0 * (1.0 + k as f32 / 30.0);
            (x + half * 0.86 * a.cos(), y - 0.06 + 0.36 * a.sin())
        })
        .collect();
    brush.line(&strap, 0.034, dark);
    brush.stitches(&strap, 0.004, 0.014, THREAD);
    let bag = shape::cushion(x - half, y - 0.09, half * 2.0, 0.44, 0.06);
    brush.lit(&bag, (x - 0.12, y), 0.6, light, dark);
    let deep = dice.between(0.17, 0.3);
    let flap: Vec<Point> = match dice.count(0, 2) {
        0 => shape::cushion(x - half - 0.01, y - 0.12, half * 2.0 + 0.02, deep + 0.1, 0.07),
        1 => vec![
            (x - half - 0.01, y - 0.1),
            (x - half + 0.03, y - 0.13),
            (x + half - 0.03, y - 0.13),
            (x + half + 0.01, y - 0.1),
            (x + half + 0.01, y + 0.02),
            (x, y + deep),
            (x - half - 0.01, y + 0.02),
        ],
        _ => (0..=40)
            .map(|k| {
                let a = k as f32 / 40.0 * TAU / 2.0;
                (x + (half + 0.01) * a.cos(), y - 0.11 + (deep + 0.08) * a.sin())
            })
            .collect(),
    };
    brush.lit(&flap, (x - 0.1, y - 0.08), 0.55, light.lighter(0.12), dark.lighter(0.08));
    let middle = (x, y + 0.02);
    let inner: Vec<Point> = flap
        .iter()
        .map(|(px, py)| (middle.0 + (px - middle.0) * 0.92, middle.1 + (py - middle.1) * 0.88))
        .collect();
    brush.outline(&flap, 0.005, dark.darker(0.2));
    let mut seam = inner.clone();
    seam.extend(inner.first());
    brush.stitches(&seam, 0.006, 0.017, THREAD);
    let n = dice.pick(&[8, 12]);
    for (_, angle) in around(n, 0.0) {
        brush.outline(&shape::petal((x, y + 0.005), angle, 0.02, 0.07, 0.014), 0.004, dark.darker(0.3));
    }
    brush.rectangle(x - 0.022, y + deep - 0.07, 0.044, 0.13, dark);
    brush.outline(&shape::rectangle(x - 0.033, y + deep - 0.01, 0.066, 0.045), 0.01, GOLD);
}

/// A binding or a box lid, stamped with gold.
pub fn tooled_panel(brush: &mut Brush, dice: &mut Dice) {
    let [light, dark] = dice.pick(&HIDES);
    let (wide, high, centre) = (brush.width(), brush.height(), brush.centre());
    brush.lit(
        &shape::rectangle(0.0, 0.0, wide, high),
        (wide * 0.35, high * 0.3),
        wide.max(high),
        light,
        dark,
    );
    for (inset, thick) in [(0.05, 0.012), (0.07, 0.004), (0.14, 0.005)] {
        brush.outline(
            &shape::rectangle(inset, inset, wide - 2.0 * inset, high - 2.0 * inset),
            thick,
            GOLD.thin(0.85),
        );
    }
    for k in 0..60 {
        let t = k as f32 / 60.0;
        let inset = 0.105;
        let (w, h) = (wide - 2.0 * inset, high - 2.0 * inset);
        let along = t * 2.0 * (w + h);
        let at = if along < w {
            (inset + along, inset)
        } else if along < w + h {
            (inset + w, inset + along - w)
        } else if along < 2.0 * w + h {
            (inset + w - (along - w - h), inset + h)
        } else {
            (inset, inset + h - (along - 2.0 * w - h))
        };
        brush.fill(&shape::diamond(at, 0.014, 0.014), GOLD.thin(0.85));
    }
    let n = dice.pick(&[8, 12, 16]);
    let way = dice.count(0, 2);
    for (near, far, turn) in [(0.06, 0.17, 0.0), (0.15, 0.28, 0.5)] {
        for (k, angle) in around(n, turn) {
            match way {
                0 => {
                    brush.outline(&shape::petal(centre, angle, near, far, 0.9 * far / n as f32), 0.006, GOLD)
                }
                1 => brush.outline(
                    &shape::kite(centre, angle, near, (near + far) / 2.0, far, TAU / n as f32 / 2.0),
                    0.006,
                    GOLD,
                ),
                _ => {
                    if k % 2 == 0 {
                        brush.fill(&shape::petal(centre, angle, near, far, 0.018), GOLD)
                    } else {
                        brush.ring(polar(centre, (near + far) / 2.0, angle), 0.02, 0.006, GOLD)
                    }
                }
            }
        }
    }
    brush.fill(&shape::khatam(centre, 0.055), GOLD);
    brush.circle(centre, 0.022, dark);
    for (dx, dy) in [(-1.0, -1.0), (1.0, -1.0), (-1.0, 1.0), (1.0, 1.0)] {
        let corner = (centre.0 + dx * (wide / 2.0 - 0.14), centre.1 + dy * (high / 2.0 - 0.14));
        for share in [0.18, 0.13, 0.08] {
            brush.line(&[(corner.0 - dx * share, corner.1), (corner.0, corner.1 - dy * share)], 0.006, GOLD);
        }
    }
}
