//! Glass, stone, soap and the walls of a house.

use std::f32::consts::TAU;

use super::brush::{Brush, Ink, ink};
use super::dice::Dice;
use super::shape::{self, Point, around, polar};

const GLASSES: [Ink; 6] = [ink(0x2f8f8a), ink(0x3a6fb0), ink(0xd08a2e), ink(0x7a3f6d), ink(0x6f8f3a), ink(0xb03a3a)];
const SHADES: [Ink; 4] = [ink(0xf0e7d8), ink(0xdce4e2), ink(0xf1dfd0), ink(0xe6e3d2)];

fn shelf(brush: &mut Brush, dice: &mut Dice, foot: f32) {
    let wall = dice.pick(&SHADES);
    brush.ground(wall);
    brush.rectangle(0.0, foot, brush.width(), brush.height(), wall.darker(0.12));
}

/// Bottles that overlap, light in each.
pub fn bottles(brush: &mut Brush, dice: &mut Dice) {
    let (x, y) = brush.centre();
    let foot = y + 0.35;
    shelf(brush, dice, foot - 0.02);
    let n = dice.count(3, 5);
    let first = dice.count(0, 5);
    for k in 0..n {
        let at = x + (k as f32 - (n - 1) as f32 / 2.0) * 0.74 / n as f32;
        let (half, tall) = (dice.between(0.09, 0.15), dice.between(0.38, 0.7));
        let neck = dice.between(0.022, 0.04);
        let profile = dice.pick(&[[neck * 1.3, neck, neck, half * 0.8, half, half, half * 0.95], [neck * 1.4, neck, neck, neck * 1.2, half, half * 1.1, half * 0.7], [neck * 2.2, neck * 1.2, half * 0.6, half, half * 0.9, half * 0.62, half * 0.8]]);
        let glass = GLASSES[(first + k) % 6];
        let figure = shape::vessel(at, foot - tall, tall, &profile);
        brush.fill(&[(at - half * 0.4, foot - 0.01), (at + half * 0.9, foot - 0.01), (at + half * 1.9, foot + 0.07), (at + half * 0.3, foot + 0.07)], glass.thin(0.25));
        brush.fill(&figure, glass.thin(0.62));
        brush.within(&figure);
        brush.rectangle(at - 0.3, foot - tall * dice.between(0.2, 0.5), 0.6, tall, glass.thin(0.3));
        brush.fill(&shape::petal((at - half * 0.55, foot - tall * 0.62), TAU / 4.0, 0.0, tall * 0.5, half * 0.11), ink(0xffffff).thin(0.55));
        for _ in 0..9 {
            brush.circle((at + dice.between(-half, half), foot - dice.between(0.02, tall * 0.6)), dice.between(0.003, 0.007), ink(0xffffff).thin(0.4));
        }
        brush.lift();
        brush.outline(&figure, 0.006, glass.darker(0.3));
    }
}

/// Tea glasses in two rows.
pub fn tumblers(brush: &mut Brush, dice: &mut Dice) {
    let (x, y) = brush.centre();
    shelf(brush, dice, y + 0.36);
    let columns = dice.count(3, 4);
    let first = dice.count(0, 5);
    for (row, foot) in [y - 0.03, y + 0.4].into_iter().enumerate() {
        brush.rectangle(0.0, foot, brush.width(), 0.014, ink(0x8a6a4a));
        for k in 0..columns {
            let at = x + (k as f32 - (columns - 1) as f32 / 2.0) * 0.86 / columns as f32;
            let glass = GLASSES[(first + k + row * 2) % 6];
            let (half, tall) = (0.3 / columns as f32, 0.3);
            let figure = shape::vessel(at, foot - tall, tall, &[half, half * 0.92, half * 0.8, half * 0.72, half * 0.66]);
            brush.fill(&figure, glass.thin(0.6));
            brush.within(&figure);
            let way = (k + row) % 3;
            for band in [0.28, 0.5] {
                for j in -4..=4 {
                    let spot = (at + j as f32 * half * 0.42, foot - tall * band);
                    match way {
                        0 => brush.fill(&shape::diamond(spot, half * 0.17, half * 0.26), ink(0xf0cf82)),
                        1 => brush.ring(spot, half * 0.15, 0.006, ink(0xf0cf82)),
                        _ => brush.fill(&shape::star(spot, half * 0.2, half * 0.09, 6, 0.0), ink(0xfdf6e4)),
                    }
                }
            }
            brush.rectangle(at - half, foot - tall, half * 2.0, 0.014, ink(0xf0cf82));
            brush.fill(&shape::petal((at - half * 0.5, foot - tall * 0.9), TAU / 4.0, 0.0, tall * 0.75, half * 0.1), ink(0xffffff).thin(0.5));
            brush.lift();
        }
    }
}

const ROCKS: [[Ink; 3]; 3] = [
    [ink(0xe6d6b8), ink(0xb9785a), ink(0x5d4636)],
    [ink(0xece4d4), ink(0x6f7478), ink(0x35383b)],
    [ink(0xe9dabb), ink(0xc9a26a), ink(0x6a5034)],
];

/// An arch of two stones in turn.
pub fn striped_arch(brush: &mut Brush, dice: &mut Dice) {
    let [pale, warm, dark] = dice.pick(&ROCKS);
    brush.ground(pale.darker(0.06));
    let (x, y) = brush.centre();
    let course = dice.pick(&[0.08, 0.1, 0.125]);
    for row in 0..=(brush.height() / course) as i32 {
        let shift = if row & 1 == 0 { 0.0 } else { course };
        for k in -1..=(brush.width() / course / 2.0) as i32 + 1 {
            let tone = pale.mix(warm, dice.between(0.0, 0.22));
            brush.rectangle(k as f32 * course * 2.0 + shift + 0.004, row as f32 * course + 0.004, course * 2.0 - 0.008, course - 0.008, tone);
        }
    }
    let (radius, springing) = (dice.between(0.24, 0.28), y + 0.02);
    let (thick, n) = (0.12, dice.pick(&[11, 13, 15, 17]));
    let horseshoe = dice.pick(&[0.0, 0.2, 0.35]);
    brush.fill(&shape::doorway(x, springing, brush.height() + 0.02, radius, horseshoe), dark.darker(0.3));
    let middle = (x, springing - radius * horseshoe);
    let (from, sweep) = (TAU / 2.0 - horseshoe.asin(), TAU / 2.0 + 2.0 * horseshoe.asin());
    for k in 0..n {
        let (a, b) = (from + sweep * k as f32 / n as f32, from + sweep * (k + 1) as f32 / n as f32);
        let steps = |r: f32| (0..=6).map(move |t| polar(middle, r, a + (b - a) * t as f32 / 6.0));
        let block: Vec<Point> = steps(radius + thick).chain(steps(radius).collect::<Vec<_>>().into_iter().rev()).collect();
        brush.fill(&block, if k % 2 == 0 { warm } else { pale.lighter(0.2) });
        brush.outline(&block, 0.004, dark.thin(0.6));
    }
    for side in [-1.0, 1.0] {
        let foot = x + side * radius * (1.0 - horseshoe * horseshoe).sqrt();
        let left = if side < 0.0 { foot - thick } else { foot };
        brush.rectangle(left, springing, thick, brush.height() - springing, pale);
        brush.rectangle(left - 0.012, springing - 0.012, thick + 0.024, 0.035, warm.darker(0.1));
    }
    brush.fill(&shape::khatam((x, middle.1 - radius - thick - 0.085), 0.05), warm.darker(0.1));
}

/// A rosette cut into a slab: each leaf with its lit and its dark side.
pub fn carved_rosette(brush: &mut Brush, dice: &mut Dice) {
    let [pale, warm, dark] = dice.pick(&ROCKS);
    let stone = dice.pick(&[pale, pale.mix(warm, 0.35)]);
    let (wide, high, centre) = (brush.width(), brush.height(), brush.centre());
    brush.lit(&shape::rectangle(0.0, 0.0, wide, high), (wide * 0.3, high * 0.25), 1.2, stone.lighter(0.15), stone.darker(0.1));
    for _ in 0..160 {
        brush.circle((dice.between(0.0, wide), dice.between(0.0, high)), dice.between(0.001, 0.005), dark.thin(0.18));
    }
    let n = dice.pick(&[6, 8, 10, 12]);
    let rings: &[(f32, f32, f32)] = if dice.chance(0.5) { &[(0.21, 0.4, 0.5), (0.07, 0.22, 0.0)] } else { &[(0.28, 0.4, 0.0), (0.17, 0.29, 0.5), (0.06, 0.17, 0.0)] };
    for radius in [0.43, 0.405] {
        brush.ring((centre.0 + 0.004, centre.1 + 0.004), radius, 0.012, stone.lighter(0.5));
        brush.ring(centre, radius, 0.009, dark.thin(0.55));
    }
    for (near, far, turn) in rings {
        for (_, angle) in around(n, *turn) {
            let leaf = shape::petal(centre, angle, *near, *far, far * 1.5 / n as f32);
            let (lit, unlit): (Vec<Point>, Vec<Point>) = (leaf[..13].to_vec(), leaf[13..].to_vec());
            let facing = (angle - TAU * 0.62).cos();
            brush.fill(&leaf, stone.darker(0.2));
            brush.fill(&lit, if facing > 0.0 { stone.lighter(0.4) } else { stone.darker(0.35) });
            brush.fill(&unlit, if facing > 0.0 { stone.darker(0.3) } else { stone.lighter(0.2) });
            brush.outline(&leaf, 0.005, dark.thin(0.6));
        }
    }
    brush.lit_circle(centre, 0.06, stone.lighter(0.4), stone.darker(0.35));
}

pub fn mortar(brush: &mut Brush, dice: &mut Dice) {
    let (x, y) = brush.centre();
    let foot = y + 0.34;
    shelf(brush, dice, foot - 0.03);
    let [pale, warm, dark] = dice.pick(&ROCKS);
    let stone = dice.pick(&[pale, warm, pale.mix(dark, 0.35)]);
    brush.shadow((x + 0.02, foot), 0.27, 0.035);
    let lean = if dice.chance(0.5) { 1.0 } else { -1.0 };
    let pestle = [(x - lean * 0.03, y - 0.02), (x + lean * 0.22, y - 0.4), (x + lean * 0.29, y - 0.37), (x + lean * 0.07, y + 0.02)];
    brush.lit(&pestle, (x, y - 0.3), 0.5, stone.lighter(0.25), stone.darker(0.2));
    brush.circle((x + lean * 0.258, y - 0.388), 0.05, stone.lighter(0.1));
    let open = dice.between(0.25, 0.3);
    let profile = dice.pick(&[[open, open * 0.97, open * 0.85, open * 0.6, open * 0.48, open * 0.72], [open, open, open * 0.94, open * 0.86, open * 0.76, open * 0.66]]);
    let bowl = shape::vessel(x, y - 0.06, 0.4, &profile);
    brush.lit(&bowl, (x - 0.12, y), 0.5, stone.lighter(0.35), stone.darker(0.25));
    brush.within(&bowl);
    for _ in 0..170 {
        brush.circle((x + dice.between(-0.3, 0.3), y + dice.between(-0.06, 0.34)), dice.between(0.001, 0.006), dark.thin(0.3));
    }
    for k in -7..=7 {
        let middle = (x + k as f32 * 0.06, y + 0.075);
        brush.line(&[(middle.0 - 0.03, middle.1 + 0.025), (middle.0, middle.1 - 0.025), (middle.0 + 0.03, middle.1 + 0.025)], 0.008, dark.thin(0.5));
    }
    brush.lift();
    brush.line(&[(x - open, y - 0.055), (x + open, y - 0.055)], 0.028, stone.lighter(0.2));
}

const SOAPS: [Ink; 5] = [ink(0x8c9a4c), ink(0xc9b98a), ink(0xe9dcc0), ink(0xb9865a), ink(0x9fb0a0)];

fn stamp(brush: &mut Brush, centre: Point, size: f32, way: usize, line: Ink) {
    match way {
        0 => brush.outline(&shape::khatam(centre, size), size * 0.13, line),
        1 => for (_, angle) in around(8, 0.0) {
            brush.fill(&shape::petal(centre, angle, size * 0.2, size, size * 0.17), line);
        },
        _ => {
            brush.line(&[(centre.0, centre.1 + size), (centre.0, centre.1 - size)], size * 0.1, line);
            for k in 0..4 {
                for side in [-0.6, 0.6] {
                    brush.fill(&shape::petal((centre.0, centre.1 + size * (0.7 - k as f32 * 0.42)), -TAU / 4.0 + side, 0.0, size * 0.62, size * 0.14), line);
                }
            }
        }
    }
}

/// Bars stacked to dry.
pub fn soap_bars(brush: &mut Brush, dice: &mut Dice) {
    let (x, y) = brush.centre();
    let foot = y + 0.36;
    shelf(brush, dice, foot - 0.01);
    brush.shadow((x, foot), 0.4, 0.025);
    let soap = dice.pick(&SOAPS);
    let other = dice.pick(&SOAPS);
    let (rows, way) = (dice.count(3, 4), dice.count(0, 2));
    let (wide, tall) = (0.8 / rows as f32, 0.62 / rows as f32);
    for row in 0..rows {
        for k in 0..rows - row {
            let left = x - wide * (rows - row) as f32 / 2.0 + k as f32 * wide;
            let top = foot - (row + 1) as f32 * tall;
            let base = if (row + k) % 3 == 2 { other } else { soap };
            let bar = shape::cushion(left + 0.008, top + 0.006, wide - 0.016, tall - 0.01, 0.022);
            brush.lit(&bar, (left + wide * 0.3, top), wide * 1.2, base.lighter(0.25), base.darker(0.16));
            brush.outline(&bar, 0.004, base.darker(0.4));
            stamp(brush, (left + wide / 2.0, top + tall / 2.0), tall * 0.3, way, base.darker(0.42).thin(0.85));
        }
    }
}

/// Round cakes, seen from above.
pub fn soap_rounds(brush: &mut Brush, dice: &mut Dice) {
    brush.ground(dice.pick(&[ink(0xe4dccb), ink(0xcdd6d2), ink(0x6c5844)]));
    let (x, y) = brush.centre();
    let way = dice.count(0, 2);
    let first = dice.count(0, 4);
    for (k, (dx, dy)) in [(-0.24, -0.24), (0.24, -0.24), (-0.24, 0.24), (0.24, 0.24), (0.0, 0.0)].into_iter().enumerate() {
        let soap = SOAPS[(first + k) % 5];
        let (centre, size) = ((x + dx, y + dy), if k == 4 { 0.19 } else { 0.175 });
        brush.shadow((centre.0 + 0.012, centre.1 + 0.016), size, size);
        brush.lit_circle(centre, size, soap.lighter(0.3), soap.darker(0.15));
        brush.ring(centre, size * 0.82, 0.006, soap.darker(0.3));
        stamp(brush, centre, size * 0.55, (way + k) % 3, soap.darker(0.42).thin(0.85));
    }
}

/// A mirror in a frame of rays or an arch.
pub fn mirror(brush: &mut Brush, dice: &mut Dice) {
    brush.ground(dice.pick(&[ink(0xe0c9b0), ink(0x2f5560), ink(0xcbd2c4), ink(0x8c4a36)]));
    let (x, y) = brush.centre();
    let frame = dice.pick(&[ink(0xc39a4e), ink(0xf1e8d6), ink(0x7a5230)]);
    let (glass, shine) = (ink(0xbfd0d4), ink(0xeef4f4));
    if dice.chance(0.5) {
        let n = dice.pick(&[16, 20, 24, 32]);
        for (k, angle) in around(n, 0.0) {
            brush.fill(&shape::petal((x, y), angle, 0.2, if k % 2 == 0 { 0.43 } else { 0.36 }, 1.3 / n as f32 * 0.4), if k % 2 == 0 { frame } else { frame.darker(0.2) });
        }
        brush.circle((x, y), 0.245, frame.darker(0.25));
        brush.lit_circle((x, y), 0.225, shine, glass);
        brush.ring((x, y), 0.235, 0.02, frame);
    } else {
        let radius = dice.between(0.2, 0.24);
        let outer = shape::doorway(x, y - 0.08, y + 0.4, radius + 0.085, 0.25);
        brush.fill(&outer.iter().map(|(px, py)| (px + 0.015, py + 0.015)).collect::<Vec<_>>(), ink(0x2a1c10).thin(0.25));
        brush.fill(&outer, frame);
        let inner = shape::doorway(x, y - 0.08, y + 0.34, radius, 0.25);
        brush.lit(&inner, (x - 0.1, y - 0.2), 0.6, shine, glass);
        for k in 0..=26 {
            let a = TAU / 2.0 - 0.25 + (TAU / 2.0 + 0.5) * k as f32 / 26.0;
            brush.fill(&shape::diamond(polar((x, y - 0.08 - radius * 0.25), radius + 0.042, a), 0.02, 0.02), frame.darker(0.4));
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
        brush.fill(&shape::diamond((left + wide / tiles as f32 / 2.0, high * 0.93), wide / tiles as f32 / 2.0, high * 0.045), if k % 2 == 0 { ink(0xf4ecda) } else { shade });
        brush.rectangle(left, high * 0.04, wide / tiles as f32 * 0.6, high * 0.05, wall.darker(0.2));
    }
    brush.rectangle(0.0, high * 0.1, wide, 0.012, shade);
}
