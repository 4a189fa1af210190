//! What hangs on a wall, and walls themselves.

use std::f32::consts::TAU;

use super::brush::{Brush, ink};
use super::dice::Dice;
use super::shape::{self, around, polar};

/// A mirror in a frame of rays or an arch.
pub fn mirror(brush: &mut Brush, dice: &mut Dice) {
    brush.ground(dice.pick(&[ink(0xe0c9b0), ink(0x2f5560), ink(0xcbd2c4), ink(0x8c4a36)]));
    let (x, y) = brush.centre();
    let frame = dice.pick(&[ink(0xc39a4e), ink(0xf1e8d6), ink(0x7a5230)]);
    let (glass, shine) = (ink(0xbfd0d4), ink(0xeef4f4));
    if dice.chance(0.5) {
        let n = dice.pick(&[16, 20, 24, 32]);
        for (k, angle) in around(n, 0.0) {
            brush.fill(
                &shape::petal((x, y), angle, 0.2, if k % 2 == 0 { 0.43 } else { 0.36 }, 1.3 / n as f32 * 0.4),
                if k % 2 == 0 { frame } else { frame.darker(0.2) },
            );
        }
        brush.circle((x, y), 0.245, frame.darker(0.25));
        brush.lit_circle((x, y), 0.225, shine, glass);
        brush.ring((x, y), 0.235, 0.02, frame);
    } else {
        let radius = dice.between(0.2, 0.24);
        let outer = shape::doorway(x, y - 0.08, y + 0.4, radius + 0.085, 0.25);
        brush.fill(
            &outer.iter().map(|(px, py)| (px + 0.015, py + 0.015)).collect::<Vec<_>>(),
            ink(0x2a1c10).thin(0.25),
        );
        brush.fill(&outer, frame);
        let inner = shape::doorway(x, y - 0.08, y + 0.34, radius, 0.25);
        brush.lit(&inner, (x - 0.1, y - 0.2), 0.6, shine, glass);
        for k in 0..=26 {
            let a = TAU / 2.0 - 0.25 + (TAU / 2.0 + 0.5) * k as f32 / 26.0;
            brush.fill(
                &shape::diamond(polar((x, y - 0.08 - radius * 0.25), radius + 0.042, a), 0.02, 0.02),
                frame.darker(0.4),
            );
        }
        brush.outline(&inner, 0.009, frame.darker(0.35));
    }
    brush.line(&[(x - 0.1, y + 0.08), (x + 0.08, y - 0.12)], 0.014, ink(0xffffff).thin(0.6));
    brush.line(&[(x - 0.05, y + 0.11), (x + 0.11, y - 0.07)], 0.007, ink(0xffffff).thin(0.6));
}

/// A court with its arches.
pub fn arcade(brush: &mut Brush, dice: &mut Dice) {
    let wall = dice.pick(&[ink(0xd98c66), ink(0xf0e4cf), ink(0x2c5f86), ink(0xe2b96b)]);
    brush.ground(wall);
    let (wide, high) = (brush.width(), brush.height());
    let n = dice.count(2, 4);
    let step = wide / n as f32;
    let (sky, shade) = (dice.pick(&[ink(0x8fc0cf), ink(0xf3d9a8), ink(0x1d3550)]), wall.darker(0.35));
    let radius = step * 0.36;
    for k in 0..n {
        let x = (k as f32 + 0.5) * step;
        let arch = shape::doorway(x, high * 0.5, high * 0.86, radius, 0.3);
        brush.fill(&shape::doorway(x, high * 0.5, high * 0.86, radius + 0.03, 0.3), wall.lighter(0.3));
        brush.fill(&arch, sky);
        brush.within(&arch);
        brush.circle((x + step * 0.12, high * 0.52), radius * 0.36, sky.lighter(0.5));
        brush.rectangle(x - radius * 1.2, high * 0.74, radius * 2.4, high * 0.2, shade);
        brush.lift();
        brush.fill(&shape::khatam((x, high * 0.5 - radius * 1.3 - 0.085), 0.045), shade);
    }
    brush.rectangle(0.0, high * 0.86, wide, high * 0.14, wall.darker(0.18));
    let tiles = 16;
    for k in 0..tiles {
        let left = k as f32 * wide / tiles as f32;
        brush.fill(
            &shape::diamond(
                (left + wide / tiles as f32 / 2.0, high * 0.93),
                wide / tiles as f32 / 2.0,
                high * 0.045,
            ),
            if k % 2 == 0 { ink(0xf4ecda) } else { shade },
        );
        brush.rectangle(left, high * 0.04, wide / tiles as f32 * 0.6, high * 0.05, wall.darker(0.2));
    }
    brush.rectangle(0.0, high * 0.1, wide, 0.012, shade);
}
