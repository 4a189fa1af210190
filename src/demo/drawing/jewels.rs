//! Jewels of wire, beads and stones.

use std::f32::consts::TAU;

use super::brush::{Brush, ink};
use super::dice::Dice;
use super::metal::{COPPERS, SILVERS};
use super::shape::{self, Point, around, polar};

/// Wire curled into a pendant.
pub fn filigree(brush: &mut Brush, dice: &mut Dice) {
    brush.ground(dice.pick(&[ink(0x1f2f45), ink(0x4a2230), ink(0x26352f), ink(0x3b3140)]));
    let [light, body, line] = dice.pick(&[SILVERS[0], COPPERS[1], SILVERS[1]]);
    let stone = dice.pick(&[ink(0xb8322b), ink(0x1f7f8c), ink(0x24509a), ink(0x2f7a55)]);
    let (x, y) = brush.centre();
    let centre = (x, y + 0.02);
    let n = dice.pick(&[6, 8, 10, 12]);
    brush.ring((x, y - 0.41), 0.035, 0.014, body);
    let edge = if dice.chance(0.5) {
        shape::star(centre, 0.37, 0.31, n, 0.0)
    } else {
        shape::polygon(centre, 0.36, 64, 0.0)
    };
    brush.outline(&edge, 0.022, body);
    brush.outline(&edge, 0.008, light);
    for (k, angle) in around(n, 0.5) {
        for way in [1.0, -1.0] {
            let curl: Vec<Point> = (0..=36)
                .map(|t| {
                    let t = t as f32 / 36.0;
                    polar(
                        polar(centre, 0.235, angle),
                        0.062 * (1.0 - t * 0.85) * (8.0 / n as f32).min(1.1),
                        angle + way * t * TAU * 1.6,
                    )
                })
                .collect();
            brush.line(&curl, 0.0085, body);
            brush.line(&curl, 0.004, light);
        }
        brush.outline(&shape::petal(centre, angle, 0.09, 0.2, 0.035), 0.007, light);
        brush.lit_circle(polar(centre, 0.325, angle), 0.02, light, line);
        if k % 2 == 0 {
            let drop = (x + 0.25 * ((k as f32 + 0.5) / n as f32 * 2.0 - 0.9), y + 0.43);
            brush.lit_circle(drop, 0.014, light, line);
        }
    }
    brush.lit_circle(centre, 0.088, light, body);
    brush.lit_circle(centre, 0.067, stone.lighter(0.4), stone.darker(0.15));
    brush.ring(centre, 0.105, 0.008, light);
}

pub fn necklace(brush: &mut Brush, dice: &mut Dice) {
    brush.ground(dice.pick(&[ink(0xeadfce), ink(0x22384b), ink(0xd9c7b8), ink(0x572a33)]));
    let [light, body, line] = dice.pick(&[SILVERS[0], COPPERS[1]]);
    let stones = dice.pick(&[
        [ink(0xc8402f), ink(0xe0a63e)],
        [ink(0x1f7f8c), ink(0xc8402f)],
        [ink(0xdb8b2f), ink(0x2f6a55)],
    ]);
    let (x, y) = brush.centre();
    let strands = dice.count(1, 3);
    for strand in 0..strands {
        let (wide, deep) = (0.36 - strand as f32 * 0.06, 0.52 - strand as f32 * 0.13);
        let n = 27 - strand * 4;
        for k in 0..=n {
            let t = k as f32 / n as f32 * 2.0 - 1.0;
            let bead = (x + wide * t.signum() * t.abs().powf(0.8), y - 0.38 + deep * (1.0 - t * t));
            let size = 0.017 + 0.014 * (1.0 - t.abs());
            if k % 3 == 0 {
                brush.lit_circle(bead, size, light, body.darker(0.2));
            } else {
                let stone = stones[(k / 3 + strand) % 2];
                brush.lit_circle(bead, size, stone.lighter(0.35), stone.darker(0.2));
            }
        }
    }
    let heart = (x, y + 0.255);
    match dice.count(0, 2) {
        0 => brush.lit(&shape::khatam(heart, 0.12), (x - 0.05, heart.1 - 0.05), 0.2, light, body),
        1 => brush.lit(
            &[(x, heart.1 - 0.12), (x + 0.14, heart.1 + 0.1), (x - 0.14, heart.1 + 0.1)],
            (x, heart.1 - 0.05),
            0.22,
            light,
            body,
        ),
        _ => brush.lit(&shape::polygon(heart, 0.115, 48, 0.0), (x - 0.04, heart.1 - 0.04), 0.2, light, body),
    }
    for (_, angle) in around(12, 0.0) {
        brush.circle(polar(heart, 0.067, angle), 0.008, line.thin(0.7));
    }
    brush.lit_circle(heart, 0.045, stones[0].lighter(0.35), stones[0].darker(0.2));
    for k in -2_i32..=2 {
        let top = heart.1 + 0.105;
        brush.line(&[(x + k as f32 * 0.045, top), (x + k as f32 * 0.05, top + 0.05)], 0.005, body);
        brush.lit_circle((x + k as f32 * 0.05, top + 0.06), 0.014, light, body);
    }
}

pub fn earrings(brush: &mut Brush, dice: &mut Dice) {
    brush.ground(dice.pick(&[ink(0xe9dccb), ink(0x2b3d38), ink(0xd3d8d8), ink(0x43283a)]));
    let [light, body, line] = dice.pick(&[SILVERS[0], COPPERS[1], SILVERS[1]]);
    let stone = dice.pick(&[ink(0xb8322b), ink(0x1f7f8c), ink(0x24509a), ink(0xdb8b2f)]);
    let (x, y) = brush.centre();
    let (way, drops) = (dice.count(0, 2), dice.pick(&[3, 5, 7]));
    for side in [-1.0, 1.0] {
        let heart = (x + side * 0.21, y - 0.02);
        let hook: Vec<Point> = (0..=20)
            .map(|k| polar((heart.0, y - 0.33), 0.05, TAU * (0.28 + 0.62 * k as f32 / 20.0)))
            .collect();
        brush.line(&hook, 0.011, body);
        brush.line(&[(heart.0, y - 0.28), (heart.0, y - 0.17)], 0.009, body);
        let plate = match way {
            0 => shape::polygon(heart, 0.16, 60, 0.0),
            1 => vec![(heart.0, y - 0.2), (heart.0 + 0.16, y + 0.12), (heart.0 - 0.16, y + 0.12)],
            _ => shape::diamond(heart, 0.14, 0.18),
        };
        brush.lit(&plate, (heart.0 - 0.06, heart.1 - 0.08), 0.3, light, body);
        brush.outline(&plate, 0.009, line.thin(0.6));
        for (_, angle) in around(12, 0.0) {
            brush.circle(polar(heart, 0.085, angle), 0.009, line.thin(0.65));
        }
        brush.lit_circle(heart, 0.048, stone.lighter(0.4), stone.darker(0.2));
        for k in 0..drops {
            let t = k as f32 / (drops - 1) as f32 * 2.0 - 1.0;
            let (from, to) =
                ((heart.0 + t * 0.11, y + 0.1), (heart.0 + t * 0.12, y + 0.27 + 0.06 * (1.0 - t.abs())));
            brush.line(&[from, to], 0.006, body);
            brush.lit_circle(
                to,
                0.02,
                if k % 2 == 0 { stone.lighter(0.35) } else { light },
                if k % 2 == 0 { stone } else { body },
            );
        }
    }
}
