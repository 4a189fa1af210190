//! Cut tiles and tesserae.

use std::f32::consts::TAU;

use super::brush::{Brush, Ink, ink};
use super::dice::Dice;
use super::shape::{self, Point, around, polar};

const GLAZES: [[Ink; 5]; 4] = [
    [ink(0x17408b), ink(0x3f86b5), ink(0xf2ead8), ink(0xd39a3c), ink(0x16233d)],
    [ink(0x1f6b4f), ink(0x7fb08d), ink(0xf3ecdc), ink(0xc4622d), ink(0x12332a)],
    [ink(0x14606b), ink(0x63a6a8), ink(0xf4ecda), ink(0xe0ae4c), ink(0x7a2f22)],
    [ink(0x8c3524), ink(0xd9a05a), ink(0xf1e7d3), ink(0x25507c), ink(0x2c211c)],
];
const STONES: [[Ink; 5]; 3] = [
    [ink(0xefe4cd), ink(0x9b3f2c), ink(0x2d4f5e), ink(0xcfa057), ink(0x3a2f28)],
    [ink(0xf0e8d8), ink(0x486a4b), ink(0xb9683c), ink(0xd9bb76), ink(0x2d3236)],
    [ink(0xe9ddc8), ink(0x274a6e), ink(0x8fb0b5), ink(0xb5563a), ink(0x28262b)],
];

/// Stars and crosses, the oldest of the patterns.
pub fn stars(brush: &mut Brush, dice: &mut Dice) {
    let [main, second, white, warm, dark] = dice.pick(&GLAZES);
    let cell = 1.0 / dice.pick(&[3.0, 4.0, 5.0]);
    brush.ground(white);
    let (columns, rows) = ((brush.width() / cell) as i32 + 2, (brush.height() / cell) as i32 + 2);
    let crosses = if dice.chance(0.5) { [white, white] } else { [white, second] };
    let way = dice.count(0, 2);
    for (i, j) in grid(columns, rows) {
        let corner = ((i as f32) * cell, (j as f32) * cell);
        brush.rectangle(corner.0, corner.1, cell, cell, crosses[((i + j) & 1) as usize]);
        let heart = (corner.0 + cell / 2.0, corner.1 + cell / 2.0);
        brush.fill(&shape::star(heart, cell * 0.16, cell * 0.08, 4, 0.0), warm);
    }
    for (i, j) in grid(columns, rows) {
        let centre = (i as f32 * cell, j as f32 * cell);
        let colour = [main, if way == 0 { main } else { dark }][((i + j) & 1) as usize];
        brush.fill(&shape::khatam(centre, cell / 2.0), colour);
        brush.outline(&shape::khatam(centre, cell / 2.0), cell * 0.025, white.darker(0.12));
        brush.fill(&shape::khatam(centre, cell * 0.33), if way == 1 { second } else { white });
        brush.fill(
            &shape::star(centre, cell * 0.27, cell * 0.12, 8, 0.5),
            if way == 2 { warm } else { colour },
        );
        brush.circle(centre, cell * 0.06, warm);
    }
}

fn grid(columns: i32, rows: i32) -> impl Iterator<Item = (i32, i32)> {
    (-1..columns).flat_map(move |i| (-1..rows).map(move |j| (i, j)))
}

/// One great star that unfolds ring by ring.
pub fn rosette(brush: &mut Brush, dice: &mut Dice) {
    let [main, second, white, warm, dark] = dice.pick(&GLAZES);
    let n = dice.pick(&[12, 16, 24]);
    brush.ground(white);
    let centre = brush.centre();
    let step = TAU / n as f32;
    let joint = white.darker(0.25);
    let rings = [
        (1.02, 0.86, 0.7, dark),
        (0.86, 0.68, 0.53, main),
        (0.7, 0.54, 0.41, warm),
        (0.55, 0.42, 0.3, second),
        (0.42, 0.31, 0.2, main),
        (0.31, 0.22, 0.13, dark),
    ];
    let turns = dice.pick(&[1.0, 0.0]);
    for (k, (far, middle, near, colour)) in rings.into_iter().enumerate() {
        for (j, angle) in around(n, if k % 2 == 0 { 0.5 * turns } else { 0.5 - 0.5 * turns }) {
            let tile = shape::kite(centre, angle, near, middle, far, step * 0.5);
            let shown = if k == 2 && j % 2 == 0 { second } else { colour };
            brush.fill(&tile, shown);
            brush.outline(&tile, 0.006, joint);
        }
    }
    let heart = shape::star(centre, 0.155, 0.1, n, 0.0);
    brush.fill(&heart, white);
    brush.outline(&heart, 0.006, joint);
    brush.fill(&shape::star(centre, 0.115, 0.055, n / 2, 0.0), warm);
    brush.circle(centre, 0.03, dark);
}

/// Squares and lozenges under a border of merlons.
pub fn chequers(brush: &mut Brush, dice: &mut Dice) {
    let [main, second, white, warm, dark] = dice.pick(&GLAZES);
    brush.ground(white);
    let cell = 1.0 / dice.pick(&[7.0, 8.0, 10.0]);
    let colours = dice.pick(&[[main, white, second], [main, warm, white], [dark, white, main]]);
    let border = brush.height() - cell * 2.4;
    let slant = dice.chance(0.6);
    for (i, j) in grid((brush.width() / cell) as i32 + 2, (border / cell) as i32 + 3) {
        let centre = ((i as f32 + 0.5) * cell, border - (j as f32 + 0.5) * cell);
        let colour = colours[(i + j * 2).rem_euclid(3) as usize];
        if slant {
            let shift = if j & 1 == 0 { 0.0 } else { cell / 2.0 };
            let tile = shape::diamond((centre.0 + shift, centre.1), cell * 0.48, cell * 0.95);
            brush.fill(&tile, colour);
            brush.outline(&tile, cell * 0.04, white.darker(0.18));
        } else {
            brush.rectangle(centre.0 - cell * 0.47, centre.1 - cell * 0.47, cell * 0.94, cell * 0.94, colour);
            brush.fill(
                &shape::diamond(centre, cell * 0.3, cell * 0.3),
                colours[(i + j * 2 + 1).rem_euclid(3) as usize],
            );
        }
    }
    brush.rectangle(0.0, border, brush.width(), cell * 2.4, dark);
    brush.rectangle(0.0, border + cell * 0.2, brush.width(), cell * 0.12, warm);
    for k in 0..(brush.width() / cell) as i32 + 2 {
        let centre = ((k as f32) * cell, border + cell * 1.35);
        brush.fill(&shape::star(centre, cell * 0.5, cell * 0.26, 8, 0.0), white);
        brush.fill(&shape::star(centre, cell * 0.28, cell * 0.14, 8, 0.5), warm);
    }
}

/// Lays small stones in straight rows, each a little off true, coloured by where they lie.
fn lay_rows(brush: &mut Brush, dice: &mut Dice, size: f32, colour_at: impl Fn(Point) -> Ink) {
    let (columns, rows) = ((brush.width() / size) as usize + 1, (brush.height() / size) as usize + 1);
    for j in 0..rows {
        for i in 0..columns {
            let middle = ((i as f32 + 0.5) * size, (j as f32 + 0.5) * size);
            lay_stone(brush, dice, middle, size * 0.43, 0.0, colour_at(middle));
        }
    }
}

fn lay_stone(brush: &mut Brush, dice: &mut Dice, middle: Point, half: f32, angle: f32, colour: Ink) {
    let stone: Vec<Point> = (0..4)
        .map(|k| polar(middle, half * dice.between(1.22, 1.45), angle + TAU * (k as f32 + 0.5) / 4.0))
        .collect();
    let worn = dice.between(0.0, 0.16);
    brush.fill(&stone, if dice.chance(0.5) { colour.lighter(worn) } else { colour.darker(worn) });
}

/// A round medallion whose stones follow its circles.
pub fn medallion(brush: &mut Brush, dice: &mut Dice) {
    let [ground, one, two, warm, dark] = dice.pick(&STONES);
    brush.ground(ground.darker(0.42));
    let size = 0.023;
    lay_rows(brush, dice, size * 1.2, |_| ground);
    let centre = brush.centre();
    brush.circle(centre, 0.47, ground.darker(0.42));
    let petals = dice.pick(&[6.0, 8.0, 12.0]);
    let twist = dice.pick(&[0.0, 3.0, -3.0]);
    for ring in 0..20 {
        let radius = 0.008 + ring as f32 * size;
        let n = ((TAU * radius / size) as usize).max(1);
        for (_, angle) in around(n, ring as f32 * 0.37) {
            let wave = ((angle + radius * twist) * petals).sin();
            let colour = match ring {
                19 | 16 => dark,
                17 | 18 => {
                    if (angle * 18.0).sin() > 0.0 {
                        warm
                    } else {
                        ground
                    }
                }
                15 => ground,
                8..=14 if wave > (ring as f32 - 11.0) / 5.0 => {
                    if ring > 12 {
                        two
                    } else {
                        one
                    }
                }
                8..=14 => ground,
                6 | 7 => dark,
                _ => {
                    if wave > 0.0 {
                        warm
                    } else {
                        two
                    }
                }
            };
            lay_stone(brush, dice, polar(centre, radius, angle), size * 0.42, angle, colour);
        }
    }
}

/// Overlapping scales, row on row.
pub fn scales(brush: &mut Brush, dice: &mut Dice) {
    let [ground, one, two, warm, dark] = dice.pick(&STONES);
    brush.ground(ground.darker(0.42));
    let pitch = dice.pick(&[0.25, 0.3334, 0.4]);
    lay_rows(brush, dice, 0.021, |(x, y)| {
        let row = (y / (pitch * 0.5)).floor();
        // A scale hides the one above it: look first at the row whose round edge reaches down here.
        for r in [row, row - 1.0, row - 2.0] {
            let shift = if (r as i32) & 1 == 0 { 0.0 } else { pitch / 2.0 };
            let dx = (x + shift).rem_euclid(pitch) - pitch / 2.0;
            let dy = y - (r + 1.0) * pitch * 0.5;
            let reach = dx.hypot(dy + pitch * 0.5) / (pitch * 0.5);
            if reach < 1.0 {
                return match (reach * 10.0) as i32 {
                    8 | 9 => dark,
                    6 | 7 => ground,
                    4 | 5 => {
                        if (r as i32) & 1 == 0 {
                            one
                        } else {
                            two
                        }
                    }
                    2 | 3 => warm,
                    _ => dark,
                };
            }
        }
        ground
    });
}

/// Plaited bands, as along the edge of a floor.
pub fn waves(brush: &mut Brush, dice: &mut Dice) {
    let [ground, one, two, warm, dark] = dice.pick(&STONES);
    brush.ground(ground.darker(0.42));
    let pitch = dice.pick(&[0.3, 0.36, 0.5]);
    let length = dice.pick(&[14.0, 10.0]);
    lay_rows(brush, dice, 0.021, |(x, y)| {
        let row = (y / pitch).floor();
        let in_row = (y - (row + 0.5) * pitch) / pitch;
        if in_row.abs() > 0.46 {
            return dark;
        }
        let swing = 0.22 * (x * length).sin();
        let (first, other) = (in_row - swing, in_row + swing);
        let over = (x * length).cos() > 0.0;
        let band = |distance: f32, colour: Ink| match (distance.abs() * 100.0) as i32 {
            0..=2 => Some(ground),
            3..=10 => Some(colour),
            11..=13 => Some(dark),
            _ => None,
        };
        let (top, below) =
            if over { (band(first, one), band(other, two)) } else { (band(other, two), band(first, one)) };
        top.or(below).unwrap_or(if in_row.abs() < 0.1 { warm } else { ground })
    });
}
