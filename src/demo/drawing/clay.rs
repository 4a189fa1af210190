//! Pots and plates.

use super::brush::{Brush, Ink, ink};
use super::dice::Dice;
use super::shape::{self, Point, around, polar};

const WALLS: [Ink; 4] = [ink(0xe9dcc5), ink(0xdcc9ad), ink(0xcfd8d6), ink(0xe7d3c2)];
const GLAZES: [[Ink; 3]; 5] = [
    [ink(0x1f4e9c), ink(0x6f9bd1), ink(0x12306a)],
    [ink(0x2f7a55), ink(0xd8a63c), ink(0x1d4d38)],
    [ink(0xb4502c), ink(0xe0a458), ink(0x5d2a1a)],
    [ink(0x1f7f8c), ink(0xe3b44d), ink(0x14515a)],
    [ink(0x7a3b4e), ink(0xc98a8f), ink(0x43202c)],
];
const WHITE: Ink = ink(0xf8f3e6);

/// A plate from above: rim, band and a figure in the middle.
fn lay_plate(brush: &mut Brush, dice: &mut Dice, centre: Point, radius: f32) {
    let [main, second, deep] = dice.pick(&GLAZES);
    brush.shadow((centre.0 + radius * 0.05, centre.1 + radius * 0.08), radius, radius);
    brush.lit_circle(centre, radius, WHITE, WHITE.darker(0.12));
    let dark_rim = dice.chance(0.4);
    brush.ring(centre, radius * 0.955, radius * 0.07, if dark_rim { main } else { second });
    brush.ring(centre, radius * 0.9, radius * 0.014, deep);
    rim_figures(brush, dice, centre, radius, main, second);
    brush.ring(centre, radius * 0.6, radius * 0.022, deep);
    brush.ring(centre, radius * 0.57, radius * 0.01, main);
    heart(brush, dice, centre, radius * 0.53, [main, second, deep]);
}

fn rim_figures(brush: &mut Brush, dice: &mut Dice, centre: Point, radius: f32, main: Ink, second: Ink) {
    let n = dice.pick(&[12, 16, 20, 24]);
    let way = dice.count(0, 3);
    for (k, angle) in around(n, 0.0) {
        let colour = if k % 2 == 0 { main } else { second };
        match way {
            0 => {
                brush.fill(&shape::petal(centre, angle, radius * 0.64, radius * 0.87, radius * 0.055), colour)
            }
            1 => brush.fill(
                &shape::kite(centre, angle, radius * 0.63, radius * 0.75, radius * 0.88, 2.4 / n as f32),
                colour,
            ),
            2 => {
                let wave: Vec<Point> = (0..=10)
                    .map(|t| {
                        polar(
                            centre,
                            radius * (0.84 - 0.17 * (t as f32 / 10.0)),
                            angle + 0.5 * (t as f32 / 10.0),
                        )
                    })
                    .collect();
                brush.line(&wave, radius * 0.022, main);
                brush.circle(polar(centre, radius * 0.82, angle + 0.25), radius * 0.022, second);
            }
            _ => {
                let middle = polar(centre, radius * 0.75, angle);
                brush.ring(middle, radius * 0.058, radius * 0.018, colour);
                brush.circle(middle, radius * 0.022, colour);
            }
        }
    }
}

fn heart(brush: &mut Brush, dice: &mut Dice, centre: Point, radius: f32, [main, second, deep]: [Ink; 3]) {
    match dice.count(0, 3) {
        0 => fish(brush, centre, radius, [main, second, deep]),
        1 => {
            let n = dice.pick(&[6, 8, 12]);
            for (k, angle) in around(n, 0.0) {
                let colour = if k % 2 == 0 { main } else { second };
                brush.fill(
                    &shape::petal(centre, angle, radius * 0.16, radius * 0.92, radius * 1.5 / n as f32),
                    colour,
                );
                brush.line(
                    &[polar(centre, radius * 0.28, angle), polar(centre, radius * 0.74, angle)],
                    radius * 0.02,
                    WHITE,
                );
            }
            brush.circle(centre, radius * 0.14, deep);
            brush.circle(centre, radius * 0.07, WHITE);
        }
        2 => {
            brush.fill(&shape::khatam(centre, radius * 0.9), main);
            brush.fill(&shape::khatam(centre, radius * 0.68), WHITE);
            brush.fill(&shape::star(centre, radius * 0.6, radius * 0.3, 8, 0.5), second);
            brush.circle(centre, radius * 0.14, deep);
        }
        _ => {
            for ring in 1..5 {
                let n = ring * 8;
                for (k, angle) in around(n, if ring % 2 == 0 { 0.5 } else { 0.0 }) {
                    let colour = [main, second, deep][(k + ring) % if ring == 3 { 2 } else { 1 }];
                    brush.circle(polar(centre, radius * 0.21 * ring as f32, angle), radius * 0.05, colour);
                }
            }
            brush.circle(centre, radius * 0.07, deep);
        }
    }
}

fn fish(brush: &mut Brush, centre: Point, radius: f32, [main, second, deep]: [Ink; 3]) {
    let at = |x: f32, y: f32| (centre.0 + x * radius, centre.1 + y * radius);
    let body: Vec<Point> = shape::petal(at(-0.8, 0.0), 0.0, 0.0, radius * 1.3, radius * 0.34);
    brush.fill(&[at(0.36, 0.0), at(0.82, -0.32), at(0.7, 0.0), at(0.82, 0.32)], second);
    brush.fill(&[at(-0.25, -0.28), at(0.12, -0.52), at(0.2, -0.22)], second);
    brush.fill(&body, main);
    for k in 0..5 {
        let x = -0.35 + k as f32 * 0.16;
        let scale: Vec<Point> =
            (-6..=6).map(|t| at(x + 0.06 * (1.0 - (t as f32 / 6.0).powi(2)), t as f32 * 0.026)).collect();
        brush.line(&scale, radius * 0.022, WHITE);
    }
    brush.circle(at(-0.54, -0.05), radius * 0.07, WHITE);
    brush.circle(at(-0.54, -0.05), radius * 0.035, deep);
    for x in [-0.6, 0.0, 0.6] {
        brush.line(
            &[at(x - 0.14, 0.62), at(x - 0.05, 0.56), at(x + 0.05, 0.62), at(x + 0.14, 0.56)],
            radius * 0.025,
            deep,
        );
    }
}

pub fn plate(brush: &mut Brush, dice: &mut Dice) {
    brush.ground(dice.pick(&WALLS));
    let centre = brush.centre();
    lay_plate(brush, dice, centre, 0.4);
}

/// Plates of several sizes as they hang on a wall.
pub fn wall_plates(brush: &mut Brush, dice: &mut Dice) {
    brush.ground(dice.pick(&[ink(0xdfe3dc), ink(0xefe2cf), ink(0x274b6d)]));
    let (x, y) = brush.centre();
    let turn = if dice.chance(0.5) { 1.0 } else { -1.0 };
    for (dx, dy, radius) in [(-0.2, -0.17, 0.25), (0.27, -0.24, 0.16), (0.2, 0.19, 0.23), (-0.24, 0.28, 0.15)]
    {
        lay_plate(brush, dice, (x + dx * turn, y + dy), radius);
    }
}

const PROFILES: [&[f32]; 5] = [
    &[0.085, 0.075, 0.08, 0.18, 0.25, 0.26, 0.22, 0.15, 0.11, 0.12],
    &[0.12, 0.1, 0.16, 0.25, 0.28, 0.26, 0.2, 0.14, 0.11],
    &[0.07, 0.05, 0.05, 0.09, 0.19, 0.25, 0.25, 0.2, 0.13],
    &[0.16, 0.14, 0.2, 0.26, 0.27, 0.24, 0.18, 0.13],
    &[0.09, 0.08, 0.13, 0.2, 0.2, 0.22, 0.25, 0.2, 0.12],
];

/// A jar on a shelf, banded as it turned on the wheel.
pub fn jar(brush: &mut Brush, dice: &mut Dice) {
    let wall = dice.pick(&WALLS);
    brush.ground(wall);
    let (x, middle) = brush.centre();
    let (top, height) = (middle - 0.37, 0.74);
    brush.rectangle(0.0, top + height - 0.03, brush.width(), brush.height(), wall.darker(0.14));
    let profile = dice.pick(&PROFILES);
    let [main, second, deep] = dice.pick(&GLAZES);
    let outline = shape::vessel(x, top, height, profile);
    brush.shadow((x + 0.03, top + height), 0.2, 0.035);
    if dice.chance(0.6) {
        for side in [-1.0, 1.0] {
            let handle: Vec<Point> = (0..=20)
                .map(|k| {
                    polar(
                        (x + side * 0.13, top + 0.17),
                        0.105,
                        std::f32::consts::PI * (k as f32 / 20.0 - 0.5) * 1.3
                            + if side < 0.0 { std::f32::consts::PI } else { 0.0 },
                    )
                })
                .collect();
            brush.line(&handle, 0.03, main.darker(0.15));
        }
    }
    let whole = dice.chance(0.35);
    let (light, dark) =
        if whole { (main.lighter(0.15), main.darker(0.25)) } else { (WHITE, WHITE.darker(0.2)) };
    brush.lit(&outline, (x - 0.12, top + 0.25), 0.6, light, dark);
    brush.within(&outline);
    let (band, mark) = if whole { (WHITE, second) } else { (main, second) };
    jar_bands(brush, dice, (x, top, height), [band, mark, deep]);
    brush.rectangle(x - 0.5, top, 1.0, 0.03, deep.mix(main, 0.5));
    brush.fill(&shape::petal((x - 0.13, top + 0.22), 1.75, 0.0, 0.4, 0.02), WHITE.thin(0.25));
    brush.lift();
}

fn jar_bands(
    brush: &mut Brush,
    dice: &mut Dice,
    (x, top, height): (f32, f32, f32),
    [band, mark, deep]: [Ink; 3],
) {
    for (y, kind) in [(0.26, dice.count(0, 2)), (0.43, dice.count(0, 2)), (0.62, dice.count(0, 2))] {
        let y = top + height * y;
        for edge in [-0.055, 0.055] {
            brush.rectangle(x - 0.5, y + edge - 0.004, 1.0, 0.009, deep);
        }
        for k in -8..=8 {
            let at = x + k as f32 * 0.066;
            match kind {
                0 => brush.fill(&shape::diamond((at, y), 0.03, 0.042), if k % 2 == 0 { band } else { mark }),
                1 => brush.line(
                    &[(at - 0.033, y + 0.035), (at, y - 0.035), (at + 0.033, y + 0.035)],
                    0.013,
                    band,
                ),
                _ => {
                    brush.circle((at, y), 0.025, if k % 2 == 0 { mark } else { band });
                    brush.circle((at, y), 0.01, WHITE);
                }
            }
        }
    }
    brush.rectangle(x - 0.5, top + height * 0.8, 1.0, height * 0.2, band);
}

/// Bowls of one set, stacked.
pub fn bowls(brush: &mut Brush, dice: &mut Dice) {
    let wall = dice.pick(&WALLS);
    brush.ground(wall);
    let (x, middle) = brush.centre();
    let floor = middle + 0.34;
    brush.rectangle(0.0, floor - 0.02, brush.width(), brush.height(), wall.darker(0.14));
    brush.shadow((x + 0.03, floor), 0.28, 0.035);
    let [main, second, deep] = dice.pick(&GLAZES);
    let n = dice.count(3, 5);
    for k in 0..n {
        let bottom = floor - k as f32 * 0.42 / n as f32;
        let colour = [main, WHITE, second][(k + n) % 3];
        let wide = 0.33 - k as f32 * 0.012;
        let outline = shape::vessel(
            x,
            bottom - 0.24,
            0.24,
            &[wide, wide * 0.98, wide * 0.85, wide * 0.55, wide * 0.32],
        );
        brush.lit(&outline, (x - 0.15, bottom - 0.2), 0.55, colour.lighter(0.12), colour.darker(0.22));
        brush.within(&outline);
        brush.rectangle(x - 0.5, bottom - 0.215, 1.0, 0.014, deep);
        for j in -9..=9 {
            let at = (x + j as f32 * 0.055, bottom - 0.165);
            let mark = if colour == WHITE { main } else { WHITE };
            if n.is_multiple_of(2) {
                brush.circle(at, 0.015, mark);
            } else {
                brush.fill(&shape::diamond(at, 0.018, 0.028), mark);
            }
        }
        brush.lift();
    }
}
