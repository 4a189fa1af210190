//! Copper, silver, jewels and lamps.

use std::f32::consts::TAU;

use super::brush::{Brush, Ink, ink};
use super::dice::Dice;
use super::shape::{self, Point, around, polar};

/// Light, body and engraved line of a metal.
type Metal = [Ink; 3];

const COPPERS: [Metal; 3] = [
    [ink(0xf0b083), ink(0xb2623a), ink(0x5e2b17)],
    [ink(0xf2d08a), ink(0xb98a35), ink(0x5f4314)],
    [ink(0xe79a78), ink(0x9c4f35), ink(0x4c2015)],
];
const SILVERS: [Metal; 2] = [[ink(0xf7f6f2), ink(0xa9abad), ink(0x4c5057)], [ink(0xf3eee2), ink(0xa89f92), ink(0x4a433c)]];
const CLOTHS: [Ink; 4] = [ink(0x233a4d), ink(0xe4d7c3), ink(0x5a2a2f), ink(0xd3d6cd)];

fn tray(brush: &mut Brush, dice: &mut Dice, [light, body, line]: Metal) {
    brush.ground(dice.pick(&CLOTHS));
    let centre = brush.centre();
    brush.shadow((centre.0 + 0.02, centre.1 + 0.03), 0.42, 0.42);
    let scallops = dice.pick(&[0, 24, 32]);
    for (_, angle) in around(scallops, 0.0) {
        brush.circle(polar(centre, 0.4, angle), 0.043, body);
    }
    brush.lit_circle(centre, 0.42, light, body);
    brush.lit_circle(centre, 0.355, body.lighter(0.12), light.mix(body, 0.5));
    for (radius, width) in [(0.41, 0.006), (0.36, 0.01), (0.345, 0.003), (0.255, 0.004), (0.245, 0.003), (0.13, 0.004)] {
        brush.ring(centre, radius, width, line.thin(0.8));
    }
    let n = dice.pick(&[12, 16, 20, 24]);
    let ways = [dice.count(0, 2), dice.count(0, 2), dice.count(0, 2)];
    for (ring, (near, far)) in [(0.262, 0.34), (0.138, 0.24), (0.0, 0.122)].into_iter().enumerate() {
        engrave(brush, centre, n / (ring / 2 + 1), near, far, ways[ring], line);
    }
    for (_, angle) in around(48, 0.0) {
        brush.circle(polar(centre, 0.385, angle), 0.006, line.thin(0.75));
    }
}

fn engrave(brush: &mut Brush, centre: Point, n: usize, near: f32, far: f32, way: usize, line: Ink) {
    let thin = 0.0035;
    let step = TAU / n as f32;
    for (k, angle) in around(n, 0.0) {
        match way {
            0 => {
                let leaf = shape::petal(centre, angle, near, far, far * step * 0.42);
                brush.fill(&leaf, line.thin(if k % 2 == 0 { 0.55 } else { 0.15 }));
                brush.outline(&leaf, thin, line);
            }
            1 => {
                let tile = shape::kite(centre, angle, near, (near + far) / 2.0, far, step / 2.0);
                brush.outline(&tile, thin, line);
                brush.fill(&shape::kite(centre, angle, near + (far - near) * 0.25, (near + far) / 2.0, far - (far - near) * 0.25, step / 4.0), line.thin(0.5));
            }
            _ => {
                let arch: Vec<Point> = (0..=12)
                    .map(|t| { let t = t as f32 / 12.0; polar(centre, near + (far - near) * (t * TAU / 2.0).sin(), angle + (t - 0.5) * step * 1.8) })
                    .collect();
                brush.line(&arch, thin, line);
                brush.circle(polar(centre, near + (far - near) * 0.45, angle), (far - near) * 0.1, line.thin(0.6));
            }
        }
    }
}

pub fn copper_tray(brush: &mut Brush, dice: &mut Dice) {
    let metal = dice.pick(&COPPERS);
    tray(brush, dice, metal);
}

pub fn silver_tray(brush: &mut Brush, dice: &mut Dice) {
    let metal = dice.pick(&SILVERS);
    tray(brush, dice, metal);
}

pub fn copper_ewer(brush: &mut Brush, dice: &mut Dice) {
    let metal = dice.pick(&COPPERS);
    ewer(brush, dice, metal);
}

pub fn silver_ewer(brush: &mut Brush, dice: &mut Dice) {
    let metal = dice.pick(&SILVERS);
    ewer(brush, dice, metal);
}

/// A pot with a spout and a domed lid, for tea or for washing hands.
fn ewer(brush: &mut Brush, dice: &mut Dice, [light, body, line]: Metal) {
    let wall = dice.pick(&CLOTHS);
    brush.ground(wall);
    let (x, y) = brush.centre();
    brush.rectangle(0.0, y + 0.34, brush.width(), brush.height(), wall.darker(0.22));
    brush.shadow((x + 0.03, y + 0.36), 0.24, 0.03);
    let side = if dice.chance(0.5) { 1.0 } else { -1.0 };
    let at = |dx: f32, dy: f32| (x + side * dx, y + dy);
    let spout = [at(0.12, 0.14), at(0.24, 0.04), at(0.28, -0.1), at(0.36, -0.17), at(0.385, -0.155), at(0.33, -0.06), at(0.3, 0.1), at(0.15, 0.26)];
    brush.lit(&spout, at(0.2, -0.1), 0.4, light, body);
    let handle: Vec<Point> = (0..=24).map(|k| { let a = k as f32 / 24.0 * TAU * 0.5; at(-0.12 - 0.2 * a.sin(), -0.16 + 0.2 * (1.0 - a.cos())) }).collect();
    brush.line(&handle, 0.03, body.darker(0.15));
    brush.line(&handle, 0.01, light);
    let (belly, waist) = (dice.between(0.2, 0.25), dice.between(0.08, 0.12));
    let profile = [waist, waist * 0.95, waist * 1.15, belly * 0.8, belly, belly * 0.96, belly * 0.66, 0.1, 0.13];
    let pot = shape::vessel(x, y - 0.22, 0.59, &profile);
    brush.lit(&pot, (x - 0.09, y + 0.02), 0.42, light, body);
    brush.within(&pot);
    for (row, way) in [(0.0, 0), (0.1, dice.count(0, 1)), (0.2, 1)] {
        brush.rectangle(x - 0.4, y + row - 0.012, 0.8, 0.005, line.thin(0.7));
        for k in -8..=8 {
            let middle = (x + k as f32 * 0.056, y + row + 0.04);
            if way == 0 { brush.fill(&shape::diamond(middle, 0.02, 0.032), line.thin(0.55)) } else { brush.ring(middle, 0.02, 0.006, line.thin(0.7)) }
        }
    }
    brush.lift();
    let lid = shape::vessel(x, y - 0.36, 0.15, &[0.012, 0.03, 0.055, 0.09, waist + 0.02, waist + 0.012]);
    brush.lit(&lid, (x - 0.05, y - 0.3), 0.2, light, body);
    brush.circle((x, y - 0.375), 0.024, body.lighter(0.2));
    brush.rectangle(x - waist - 0.02, y - 0.222, (waist + 0.02) * 2.0, 0.018, line.thin(0.6));
}

/// Hammered pots on a shelf.
pub fn copper_pots(brush: &mut Brush, dice: &mut Dice) {
    let [light, body, line] = dice.pick(&COPPERS);
    let wall = dice.pick(&[ink(0xe4d7c3), ink(0xcfd3c9), ink(0x3a4a52)]);
    brush.ground(wall);
    let (x, y) = brush.centre();
    for (shelf, sizes) in [(y - 0.06, [0.2, 0.15, 0.12]), (y + 0.36, [0.13, 0.22, 0.16])] {
        brush.rectangle(0.0, shelf, brush.width(), 0.03, ink(0x6b4a31));
        brush.rectangle(0.0, shelf + 0.03, brush.width(), 0.012, ink(0x2a1c10).thin(0.25));
        for (k, size) in sizes.into_iter().enumerate() {
            let size = size * dice.between(0.85, 1.1);
            let middle = x + (k as f32 - 1.0) * 0.33;
            let tall = size * dice.between(1.2, 1.5);
            let open = dice.between(0.55, 0.8);
            let pot = shape::vessel(middle, shelf - tall, tall, &[size * open, size * (open - 0.04), size * 0.68, size * 0.72, size * 0.66, size * 0.5]);
            brush.lit(&pot, (middle - size * 0.3, shelf - tall * 0.7), size * 1.4, light, body);
            brush.within(&pot);
            for j in 0..7 {
                for i in -5..=5 {
                    let dent = (middle + (i as f32 + 0.5 * (j % 2) as f32) * size * 0.19, shelf - tall + (j as f32 + 0.8) * tall * 0.14);
                    brush.ring(dent, size * 0.06, 0.003, line.thin(0.22));
                }
            }
            brush.rectangle(middle - size, shelf - tall, size * 2.0, tall * 0.07, line.thin(0.5));
            brush.lift();
        }
    }
}

/// Wire curled into a pendant.
pub fn filigree(brush: &mut Brush, dice: &mut Dice) {
    brush.ground(dice.pick(&[ink(0x1f2f45), ink(0x4a2230), ink(0x26352f), ink(0xe7dccb)]));
    let [light, body, line] = dice.pick(&[SILVERS[0], COPPERS[1], SILVERS[1]]);
    let stone = dice.pick(&[ink(0xb8322b), ink(0x1f7f8c), ink(0x24509a), ink(0x2f7a55)]);
    let (x, y) = brush.centre();
    let centre = (x, y + 0.02);
    let n = dice.pick(&[6, 8, 10, 12]);
    brush.ring((x, y - 0.41), 0.035, 0.014, body);
    let edge = if dice.chance(0.5) { shape::star(centre, 0.37, 0.31, n, 0.0) } else { shape::polygon(centre, 0.36, 64, 0.0) };
    brush.outline(&edge, 0.022, body);
    brush.outline(&edge, 0.008, light);
    for (k, angle) in around(n, 0.5) {
        for way in [1.0, -1.0] {
            let curl: Vec<Point> = (0..=36)
                .map(|t| { let t = t as f32 / 36.0; polar(polar(centre, 0.235, angle), 0.062 * (1.0 - t * 0.85) * (8.0 / n as f32).min(1.1), angle + way * t * TAU * 1.6) })
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
    let stones = dice.pick(&[[ink(0xc8402f), ink(0xe0a63e)], [ink(0x1f7f8c), ink(0xc8402f)], [ink(0xdb8b2f), ink(0x2f6a55)]]);
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
        1 => brush.lit(&[(x, heart.1 - 0.12), (x + 0.14, heart.1 + 0.1), (x - 0.14, heart.1 + 0.1)], (x, heart.1 - 0.05), 0.22, light, body),
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
        let hook: Vec<Point> = (0..=20).map(|k| polar((heart.0, y - 0.33), 0.05, TAU * (0.28 + 0.62 * k as f32 / 20.0))).collect();
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
            let (from, to) = ((heart.0 + t * 0.11, y + 0.1), (heart.0 + t * 0.12, y + 0.27 + 0.06 * (1.0 - t.abs())));
            brush.line(&[from, to], 0.006, body);
            brush.lit_circle(to, 0.02, if k % 2 == 0 { stone.lighter(0.35) } else { light }, if k % 2 == 0 { stone } else { body });
        }
    }
}

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
    let profile = dice.pick(&[[0.02, 0.07, waist, belly, belly, waist, 0.05], [0.03, 0.12, belly, belly * 0.9, waist, 0.08, 0.03], [0.02, waist, waist, belly, belly * 1.05, belly, 0.12]]);
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
        let shade = shape::vessel(at.0, at.1 - size * 0.8, size * 1.5, &[0.02, size * 0.5, size * 0.85, size, size * 0.98]);
        brush.circle((at.0, at.1 + size * 0.6), size * 0.38, glow.lighter(0.5));
        brush.lit(&shade, (at.0 - size * 0.3, at.1), size * 1.6, metal[0], metal[1]);
        brush.within(&shade);
        for row in 0..5 {
            for hole in -5..=5 {
                let spot = (at.0 + (hole as f32 + 0.5 * (row % 2) as f32) * size * 0.22, at.1 - size * 0.32 + row as f32 * size * 0.22);
                brush.fill(&shape::star(spot, size * 0.07, size * 0.035, 4 + k * 2, 0.0), glow);
            }
        }
        brush.lift();
    }
}
