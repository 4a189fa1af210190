//! Olive wood, which is all grain.

use std::f32::consts::TAU;

use super::brush::{Brush, Ink, ink};
use super::dice::Dice;
use super::shape::{self, Point, polar};

const OLIVE: [Ink; 3] = [ink(0xdcb274), ink(0xa9743a), ink(0x5d3a18)];

/// The rings and flames of olive wood inside a figure.
fn grain(brush: &mut Brush, dice: &mut Dice, figure: &[Point], heart: Point, reach: f32) {
    brush.lit(figure, heart, reach, OLIVE[0].lighter(0.1), OLIVE[1].lighter(0.15));
    brush.within(figure);
    let (first, second, lobes) = (dice.between(0.0, TAU), dice.between(0.0, TAU), dice.pick(&[2.0, 3.0]));
    let squeeze = dice.between(0.45, 0.8);
    for ring in 1..44 {
        let radius = ring as f32 * reach / 30.0;
        let curve: Vec<Point> = (0..=70)
            .map(|k| {
                let a = k as f32 / 70.0 * TAU;
                let r = radius
                    * (1.0
                        + 0.13 * (a * lobes + first + radius * 3.0).sin()
                        + 0.05 * (a * 5.0 + second).sin());
                (heart.0 + r * a.cos(), heart.1 + r * squeeze * a.sin())
            })
            .collect();
        let strong = dice.chance(0.3);
        let colour = if strong { OLIVE[2].thin(0.6) } else { OLIVE[1].darker(0.2).thin(0.5) };
        brush.outline(&curve, if strong { dice.between(0.005, 0.012) } else { 0.003 }, colour);
    }
    brush.lift();
}

pub fn grain_bowl(brush: &mut Brush, dice: &mut Dice) {
    brush.ground(dice.pick(&[ink(0xdfe0d6), ink(0xece1cf), ink(0x3e4c48), ink(0xc9d2d4)]));
    let (x, y) = brush.centre();
    let radius = dice.between(0.34, 0.41);
    brush.shadow((x + 0.025, y + 0.04), radius, radius);
    grain(brush, dice, &shape::polygon((x, y), radius, 90, 0.0), (x + 0.1, y - 0.08), 0.45);
    brush.ring((x, y), radius - 0.006, 0.012, OLIVE[1].darker(0.25));
    let heart = (x - dice.between(0.02, 0.1), y + dice.between(0.0, 0.08));
    grain(brush, dice, &shape::polygon((x, y), radius * 0.88, 90, 0.0), heart, 0.4);
    let inside = shape::polygon((x, y), radius * 0.88, 90, 0.0);
    brush.lit(&inside, (x + 0.12, y + 0.16), radius * 1.3, ink(0xfff4dc).thin(0.28), OLIVE[2].thin(0.42));
    if dice.chance(0.5) {
        for k in 0..dice.count(5, 9) {
            let spot = polar((x, y), dice.between(0.02, radius * 0.45), k as f32 * 2.4);
            let olive = dice.pick(&[ink(0x5f6b2c), ink(0x3c2a35), ink(0x7b8340)]);
            brush.lit_circle(spot, 0.042, olive.lighter(0.35), olive.darker(0.2));
        }
    }
}

pub fn board(brush: &mut Brush, dice: &mut Dice) {
    brush.ground(dice.pick(&[ink(0xe5e2da), ink(0xd0d8d3), ink(0x46524f), ink(0xe7d6c2)]));
    let (x, y) = brush.centre();
    let (half, round) = (dice.between(0.2, 0.28), dice.between(0.05, 0.14));
    let slab = shape::cushion(x - half, y - 0.22, half * 2.0, 0.6, round);
    let neck = shape::cushion(x - 0.055, y - 0.42, 0.11, 0.3, 0.05);
    for part in [&neck, &slab] {
        brush.fill(
            &part.iter().map(|(px, py)| (px + 0.016, py + 0.02)).collect::<Vec<_>>(),
            ink(0x2a1c10).thin(0.25),
        );
    }
    let heart = (x + dice.between(-0.3, 0.3), y + dice.between(-0.2, 0.3));
    grain(brush, dice, &neck, heart, 0.6);
    grain(brush, dice, &slab, heart, 0.6);
    brush.circle((x, y - 0.37), 0.02, ink(0x2a1c10).thin(0.7));
    brush.outline(&slab, 0.005, OLIVE[2].thin(0.4));
}

pub fn spoons(brush: &mut Brush, dice: &mut Dice) {
    brush.ground(dice.pick(&[ink(0xdfe3dd), ink(0xeadfcd), ink(0x4b4440), ink(0xc6d0cf)]));
    let (x, y) = brush.centre();
    let n = dice.count(3, 5);
    for k in 0..n {
        let at = x + (k as f32 - (n - 1) as f32 / 2.0) * 0.84 / n as f32;
        let (wide, tall) = (dice.between(0.055, 0.085), dice.between(0.1, 0.13));
        let lift = dice.between(-0.05, 0.05);
        let head: Vec<Point> = shape::polygon((0.0, 0.0), 1.0, 40, 0.0)
            .into_iter()
            .map(|(px, py)| (at + px * wide, y - 0.25 + lift + py * tall))
            .collect();
        let handle = [
            (at - 0.014, y - 0.2 + lift),
            (at + 0.014, y - 0.2 + lift),
            (at + 0.024, y + 0.4),
            (at, y + 0.42),
            (at - 0.024, y + 0.4),
        ];
        brush.fill(&handle.map(|(px, py)| (px + 0.014, py + 0.014)), ink(0x2a1c10).thin(0.22));
        brush.fill(
            &head.iter().map(|(px, py)| (px + 0.014, py + 0.014)).collect::<Vec<_>>(),
            ink(0x2a1c10).thin(0.22),
        );
        let heart = (at + dice.between(-0.2, 0.2), y - 0.1);
        grain(brush, dice, &handle, heart, 0.5);
        grain(brush, dice, &head, heart, 0.35);
        let hollow: Vec<Point> = shape::polygon((0.0, 0.0), 1.0, 40, 0.0)
            .into_iter()
            .map(|(px, py)| (at + px * wide * 0.76, y - 0.26 + lift + py * tall * 0.78))
            .collect();
        brush.lit(&hollow, (at + 0.02, y - 0.2 + lift), 0.14, ink(0xfff4dc).thin(0.15), OLIVE[2].thin(0.5));
    }
}
