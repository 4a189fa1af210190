//! Paper that is marbled, bound and folded.

use std::f32::consts::TAU;

use super::brush::{Brush, Ink, ink};
use super::dice::Dice;
use super::leather::{TABLES, THREAD};
use super::shape::{self, Point, around, polar};

const MARBLES: [[Ink; 4]; 4] = [
    [ink(0x1f3f6b), ink(0xe9dcc3), ink(0xb5462f), ink(0xd9a648)],
    [ink(0x2d5b4e), ink(0xf0e4cc), ink(0x8e3b4a), ink(0x9fb89a)],
    [ink(0x7a2c2c), ink(0xefdcc0), ink(0x2f4f66), ink(0xd98d4a)],
    [ink(0x4a3b66), ink(0xefe5d6), ink(0xc9803f), ink(0x7fa3a0)],
];

/// Colours combed on water.
pub fn marbled_sheet(brush: &mut Brush, dice: &mut Dice) {
    let colours = dice.pick(&MARBLES);
    brush.ground(colours[1]);
    let (wide, high) = (brush.width(), brush.height());
    let (teeth, deep, sway) =
        (dice.pick(&[5.0, 8.0, 11.0]), dice.between(0.05, 0.11), dice.between(0.0, TAU));
    let mut y = -0.25;
    while y < high + 0.2 {
        let thick = dice.between(0.008, 0.04);
        let colour = colours[dice.count(0, 3)];
        let curve = |shift: f32| {
            (0..=120).map(move |k| {
                let x = k as f32 / 120.0 * wide;
                let tooth = (x * teeth).fract();
                let pull = if tooth < 0.5 { tooth } else { 1.0 - tooth } * 2.0;
                (x, y + shift + deep * pull * pull + 0.03 * (x * 5.0 + sway + y * 3.0).sin())
            })
        };
        let ribbon: Vec<Point> =
            curve(0.0).chain(curve(thick).collect::<Vec<_>>().into_iter().rev()).collect();
        brush.fill(&ribbon, colour);
        y += thick * dice.between(0.8, 1.3);
    }
    for _ in 0..dice.count(12, 26) {
        let spot = (dice.between(0.0, wide), dice.between(0.0, high));
        brush.circle(spot, dice.between(0.004, 0.014), colours[1].thin(0.85));
    }
}

/// A notebook with a sewn spine.
pub fn notebook(brush: &mut Brush, dice: &mut Dice) {
    brush.ground(dice.pick(&TABLES));
    let (x, y) = brush.centre();
    let [main, pale, second, third] = dice.pick(&MARBLES);
    let (left, top, wide, tall) = (x - 0.28, y - 0.38, 0.56, 0.76);
    brush.rectangle(left + 0.02, top + 0.025, wide, tall, ink(0x2a1c10).thin(0.25));
    brush.rectangle(left + 0.012, top + 0.012, wide, tall, ink(0xf6efe0));
    brush.lit(
        &shape::rectangle(left, top, wide, tall),
        (x - 0.1, y - 0.2),
        0.9,
        main.lighter(0.06),
        main.darker(0.12),
    );
    brush.within(&shape::rectangle(left, top, wide, tall));
    let cell = dice.pick(&[0.08, 0.1, 0.14]);
    let way = dice.count(0, 2);
    for j in -1..=(tall / cell) as i32 + 1 {
        for i in -1..=(wide / cell) as i32 + 1 {
            let at = (
                left + 0.09 + (i as f32 + if j & 1 == 0 { 0.0 } else { 0.5 }) * cell,
                top + (j as f32 + 0.5) * cell,
            );
            match way {
                0 => brush.fill(
                    &shape::star(at, cell * 0.42, cell * 0.2, 8, 0.0),
                    if (i + j) & 1 == 0 { third } else { pale },
                ),
                1 => {
                    brush.ring(at, cell * 0.4, cell * 0.06, pale);
                    brush.circle(at, cell * 0.14, third);
                }
                _ => brush.outline(&shape::diamond(at, cell * 0.48, cell * 0.48), cell * 0.07, pale),
            }
        }
    }
    brush.rectangle(left, top, 0.085, tall, second);
    brush.lift();
    for k in 0..5 {
        let at = top + 0.09 + k as f32 * (tall - 0.18) / 4.0;
        brush.line(&[(left, at), (left + 0.085, at)], 0.008, THREAD);
    }
    brush.line(&[(left + 0.042, top), (left + 0.042, top + tall)], 0.007, THREAD);
    let label = (x + 0.045, y - 0.12);
    brush.rectangle(label.0 - 0.13, label.1 - 0.07, 0.26, 0.14, ink(0xf8f2e4));
    brush.outline(&shape::rectangle(label.0 - 0.12, label.1 - 0.06, 0.24, 0.12), 0.004, second);
    brush.fill(&shape::khatam(label, 0.035), second);
}

/// Paper folded into stars, on a table.
pub fn folded_stars(brush: &mut Brush, dice: &mut Dice) {
    brush.ground(dice.pick(&TABLES));
    let (x, y) = brush.centre();
    let colours = dice.pick(&MARBLES);
    let turn = dice.between(0.0, 1.0);
    for (k, (dx, dy, size)) in
        [(-0.18, -0.16, 0.25), (0.24, -0.22, 0.17), (0.16, 0.2, 0.24), (-0.25, 0.26, 0.15)]
            .into_iter()
            .enumerate()
    {
        let (centre, n) = ((x + dx, y + dy), dice.pick(&[6, 8, 10]));
        let colour = [colours[0], colours[3], colours[2], colours[1].darker(0.12)][k];
        brush.shadow((centre.0 + 0.015, centre.1 + 0.02), size * 0.8, size * 0.8);
        for (_, angle) in around(n, turn) {
            let tip = polar(centre, size, angle);
            let (one, two) = (
                polar(centre, size * 0.5, angle - TAU / n as f32 / 2.0),
                polar(centre, size * 0.5, angle + TAU / n as f32 / 2.0),
            );
            brush.fill(&[centre, one, tip], colour.lighter(0.22));
            brush.fill(&[centre, tip, two], colour.darker(0.18));
        }
        brush.fill(&shape::star(centre, size * 0.32, size * 0.16, n, turn + 0.5), colours[1].lighter(0.3));
        brush.circle(centre, size * 0.06, colour.darker(0.3));
    }
}
