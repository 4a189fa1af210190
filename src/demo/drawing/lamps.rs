//! Lamps, and the light that falls through them.

use std::f32::consts::TAU;

use super::brush::{Brush, ink};
use super::dice::Dice;
use super::metal::COPPERS;
use super::shape::{self, around, polar};

/// A pierced lantern and the light that falls through it.
pub fn lantern(brush: &mut Brush, dice: &mut Dice) {
    let night = dice.pick(&[ink(0x16243a), ink(0x2c1c2b), ink(0x16302f), ink(0x33231a)]);
    brush.ground(night);
    let (x, y) = brush.centre();
    let glow = dice.pick(&[ink(0xffd88a), ink(0xffc46b), ink(0xffe3ae)]);
    let whole = shape::rectangle(0.0, 0.0, brush.width(), brush.height());
    brush.lit(&whole, (x, y + 0.03), 0.62, glow.thin(0.6), glow.thin(0.0));
    let metal = dice.pick(&[ink(0x6e4a1c), ink(0x4d3524), ink(0x57351d)]);
    brush.line(&[(x, 0.0), (x, y - 0.33)], 0.008, metal);
    brush.ring((x, y - 0.335), 0.028, 0.01, metal.lighter(0.2));
    let (belly, waist) = (dice.between(0.17, 0.24), dice.between(0.09, 0.15));
    let profile = dice.pick(&[
        [0.02, 0.07, waist, belly, belly, waist, 0.05],
        [0.03, 0.12, belly, belly * 0.9, waist, 0.08, 0.03],
        [0.02, waist, waist, belly, belly * 1.05, belly, 0.12],
    ]);
    let body = shape::vessel(x, y - 0.31, 0.68, &profile);
    brush.fill(&body, metal);
    brush.within(&body);
    let n = dice.pick(&[5, 6, 7]);
    for row in 0..13 {
        let at = y - 0.25 + row as f32 * 0.048;
        let half = shape::width_at(&profile, (row as f32 * 0.048 + 0.06) / 0.68);
        for k in -n..=n {
            // Holes crowd towards the edge, as they do on a round thing.
            let turn = (k as f32 + 0.5 * (row % 2) as f32) / n as f32 * TAU / 4.0;
            let hole = (x + half * turn.sin(), at);
            let squeeze = turn.cos().max(0.1);
            match row % 4 {
                0 | 2 => brush.fill(&shape::diamond(hole, 0.017 * squeeze, 0.02), glow),
                1 => brush.circle(hole, 0.012 * squeeze, glow.lighter(0.3)),
                _ => brush.fill(&shape::star(hole, 0.023 * squeeze, 0.011 * squeeze, 8, 0.0), glow),
            }
        }
    }
    brush.lift();
    brush.outline(&body, 0.01, metal.lighter(0.25));
    for (_, angle) in around(28, 0.3) {
        let reach = dice.between(0.36, 0.6);
        brush.circle(polar((x, y + 0.03), reach, angle), dice.between(0.006, 0.016), glow.thin(0.35));
    }
    brush.circle((x, y + 0.38), 0.018, metal.lighter(0.2));
}

/// Lamps of three lengths in a row.
pub fn pendants(brush: &mut Brush, dice: &mut Dice) {
    let wall = dice.pick(&[ink(0xe6d8c0), ink(0x2a3a44), ink(0x73402f)]);
    brush.ground(wall);
    let (x, y) = brush.centre();
    let glow = ink(0xffe2a6);
    let metal = dice.pick(&COPPERS);
    for k in 0..3 {
        let at = (x + (k as f32 - 1.0) * 0.32, y + dice.between(-0.22, 0.2));
        let size = dice.between(0.13, 0.17);
        brush.lit(&shape::polygon(at, 0.34, 48, 0.0), at, 0.34, glow.thin(0.75), glow.thin(0.0));
        brush.line(&[(at.0, 0.0), (at.0, at.1 - size * 0.7)], 0.007, ink(0x2a1c10));
        let shade = shape::vessel(
            at.0,
            at.1 - size * 0.8,
            size * 1.5,
            &[0.02, size * 0.5, size * 0.85, size, size * 0.98],
        );
        brush.circle((at.0, at.1 + size * 0.6), size * 0.38, glow.lighter(0.5));
        brush.lit(&shade, (at.0 - size * 0.3, at.1), size * 1.6, metal[0], metal[1]);
        brush.within(&shade);
        for row in 0..5 {
            for hole in -5..=5 {
                let spot = (
                    at.0 + (hole as f32 + 0.5 * (row % 2) as f32) * size * 0.22,
                    at.1 - size * 0.32 + row as f32 * size * 0.22,
                );
                brush.fill(&shape::star(spot, size * 0.07, size * 0.035, 4 + k * 2, 0.0), glow);
            }
        }
        brush.lift();
    }
}
