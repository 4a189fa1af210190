//! Rugs, cloth, stitches and clothes.

use super::brush::{Brush, Ink, ink};
use super::dice::Dice;
use super::shape::{self, Point};

const DYES: [[Ink; 5]; 4] = [
    [ink(0x8f2d23), ink(0x1f3a5f), ink(0xd99b3d), ink(0xefe3cb), ink(0x2b211d)],
    [ink(0xb5522e), ink(0x3b5b46), ink(0xe2b866), ink(0xf2e8d4), ink(0x33241d)],
    [ink(0x6d2440), ink(0xd0743c), ink(0x2d6a73), ink(0xefe2c8), ink(0x271b22)],
    [ink(0x22456e), ink(0xa83a2c), ink(0x87a08b), ink(0xf0e6d2), ink(0x1d2230)],
];
const FLOORS: [Ink; 3] = [ink(0xd9cbb5), ink(0xc9b69c), ink(0xdad5c8)];

/// Where a rug lies: left, top, width, height.
type Field = (f32, f32, f32, f32);

fn lay_rug(brush: &mut Brush, dice: &mut Dice, colour: Ink, fringe: Ink) -> Field {
    brush.ground(dice.pick(&FLOORS));
    let (x, y) = brush.centre();
    let (width, height) = (0.66, 0.82);
    let field = (x - width / 2.0, y - height / 2.0, width, height);
    brush.rectangle(field.0 + 0.012, field.1 + 0.016, width, height, ink(0x2a1c10).thin(0.22));
    for k in 0..34 {
        let at = field.0 + (k as f32 + 0.5) * width / 34.0;
        let lean = dice.between(-0.006, 0.006);
        brush.line(&[(at, field.1), (at + lean, field.1 - 0.04)], 0.006, fringe);
        brush.line(&[(at, field.1 + height), (at - lean, field.1 + height + 0.04)], 0.006, fringe);
    }
    brush.rectangle(field.0, field.1, width, height, colour);
    brush.within(&shape::rectangle(field.0, field.1, width, height));
    field
}

/// The fine lines of the weft, over everything.
fn weave(brush: &mut Brush, (x, y, width, height): Field) {
    let n = 110;
    for k in 0..n {
        let at = y + (k as f32 + 0.5) * height / n as f32;
        brush.line(&[(x, at), (x + width, at)], 0.0018, ink(0x1c1208).thin(0.16));
    }
    brush.lift();
}

/// A flat weave of bands, each with its own figure.
pub fn kilim(brush: &mut Brush, dice: &mut Dice) {
    let dyes = dice.pick(&DYES);
    let field = lay_rug(brush, dice, dyes[0], dyes[3]);
    let (left, top, width, height) = field;
    let mut y = top;
    let mut last = 4;
    while y < top + height {
        let tall = dice.pick(&[0.03, 0.05, 0.09, 0.13]);
        let mut base = dice.count(0, 3);
        if base == last {
            base = (base + 1) % 4;
        }
        last = base;
        brush.rectangle(left, y, width, tall + 0.002, dyes[base]);
        let figure = dyes[(base + dice.count(1, 3)) % 5];
        let accent = dyes[(base + 4) % 5];
        if tall > 0.04 {
            band(brush, (left, y + tall / 2.0, width), tall, figure, accent, dice.count(0, 3));
        } else {
            brush.rectangle(left, y + tall * 0.38, width, tall * 0.24, figure);
        }
        y += tall;
    }
    weave(brush, field);
}

fn band(brush: &mut Brush, (left, y, width): (f32, f32, f32), tall: f32, figure: Ink, accent: Ink, way: usize) {
    let n = (width / tall * 0.9).round().max(4.0);
    let step = width / n;
    for k in 0..n as usize {
        let at = (left + (k as f32 + 0.5) * step, y);
        match way {
            0 => {
                brush.fill(&shape::diamond(at, step * 0.48, tall * 0.44), figure);
                brush.fill(&shape::diamond(at, step * 0.24, tall * 0.22), accent);
            }
            1 => {
                let half = tall * 0.3;
                brush.line(&[(at.0 - step / 2.0, y + half), (at.0, y - half), (at.0 + step / 2.0, y + half)], tall * 0.16, figure);
            }
            2 => {
                brush.fill(&[(at.0 - step / 2.0, y + tall * 0.42), (at.0, y - tall * 0.42), (at.0 + step / 2.0, y + tall * 0.42)], figure);
                brush.fill(&shape::diamond((at.0, y + tall * 0.16), step * 0.12, tall * 0.14), accent);
            }
            _ => {
                for side in [-1.0, 1.0] {
                    brush.fill(&[(at.0, y), (at.0 + side * step * 0.46, y - tall * 0.36), (at.0 + side * step * 0.46, y + tall * 0.36)], figure);
                }
                brush.fill(&shape::diamond(at, step * 0.1, tall * 0.12), accent);
            }
        }
    }
}

/// Dark lozenges on undyed wool, drawn by a hand and not a ruler.
pub fn lozenge_rug(brush: &mut Brush, dice: &mut Dice) {
    let dyes = dice.pick(&DYES);
    let ivory = ink(0xf1e9da);
    let field = lay_rug(brush, dice, ivory, ivory.darker(0.08));
    let (left, top, width, height) = field;
    let columns = dice.count(2, 4);
    let (step, line) = (width / columns as f32, dice.pick(&[ink(0x2c241f), dyes[4], dyes[0], dyes[1]]));
    let tall = step * dice.between(0.8, 1.2);
    let rows = (height / tall).ceil() as usize + 1;
    for j in 0..=rows {
        for i in 0..=columns {
            let centre = (left + i as f32 * step + dice.between(-0.006, 0.006), top + j as f32 * tall + dice.between(-0.006, 0.006));
            brush.outline(&shape::diamond(centre, step * 0.5, tall * 0.5), 0.011, line);
            if (i + j) % 2 == 0 {
                brush.outline(&shape::diamond(centre, step * 0.3, tall * 0.3), 0.009, dyes[2]);
            }
            brush.fill(&shape::diamond(centre, step * 0.12, tall * 0.12), if (i * 3 + j) % 4 == 0 { dyes[0] } else { line });
        }
    }
    weave(brush, field);
}

/// Borders around one stepped medallion.
pub fn medallion_rug(brush: &mut Brush, dice: &mut Dice) {
    let dyes = dice.pick(&DYES);
    let field = lay_rug(brush, dice, dyes[4], dyes[3]);
    let (left, top, width, height) = field;
    for (inset, colour) in [(0.012, dyes[1]), (0.075, dyes[3]), (0.088, dyes[0])] {
        brush.rectangle(left + inset, top + inset, width - 2.0 * inset, height - 2.0 * inset, colour);
    }
    for k in 0..14 {
        let x = left + 0.044 + k as f32 * (width - 0.088) / 13.0;
        for y in [top + 0.044, top + height - 0.044] {
            brush.fill(&shape::diamond((x, y), 0.021, 0.024), if k % 2 == 0 { dyes[2] } else { dyes[3] });
        }
    }
    for k in 1..17 {
        let y = top + 0.044 + k as f32 * (height - 0.088) / 17.0;
        for x in [left + 0.044, left + width - 0.044] {
            brush.fill(&shape::diamond((x, y), 0.021, 0.024), if k % 2 == 0 { dyes[3] } else { dyes[2] });
        }
    }
    let centre = (left + width / 2.0, top + height / 2.0);
    let medallions: &[(f32, f32)] = if dice.chance(0.5) { &[(0.0, 1.0)] } else { &[(-0.16, 0.62), (0.16, 0.62)] };
    for (shift, size) in medallions {
        let middle = (centre.0, centre.1 + shift);
        for (k, share) in [1.0, 0.84, 0.66, 0.5, 0.32, 0.16].into_iter().enumerate() {
            stepped(brush, middle, 0.2 * size * share, 0.27 * size * share, [dyes[4], dyes[2], dyes[1], dyes[3], dyes[0], dyes[2]][k]);
        }
    }
    for (dx, dy) in [(-1.0, -1.0), (1.0, -1.0), (-1.0, 1.0), (1.0, 1.0)] {
        let corner = (centre.0 + dx * 0.17, centre.1 + dy * 0.25);
        brush.fill(&shape::star(corner, 0.045, 0.024, 8, 0.0), dyes[2]);
        brush.fill(&shape::diamond(corner, 0.016, 0.016), dyes[1]);
    }
    weave(brush, field);
}

/// A lozenge with stairs for sides, as knots make it.
fn stepped(brush: &mut Brush, (x, y): Point, half_width: f32, half_height: f32, colour: Ink) {
    let n = 9;
    for k in 0..n {
        let t = (k as f32 + 0.5) / n as f32;
        let tall = half_height * (1.0 - k as f32 / n as f32);
        brush.rectangle(x - half_width * t - half_width / n as f32 / 2.0, y - tall, (half_width * t + half_width / n as f32 / 2.0) * 2.0, tall * 2.0, colour);
    }
}

/// Hammam towels, folded and stacked.
pub fn folded_towels(brush: &mut Brush, dice: &mut Dice) {
    let wall = dice.pick(&[ink(0xe6ddcc), ink(0xd5ddda), ink(0xeadbd0)]);
    brush.ground(wall);
    let (x, middle) = brush.centre();
    let floor = middle + 0.34;
    brush.rectangle(0.0, floor - 0.015, brush.width(), brush.height(), wall.darker(0.13));
    brush.shadow((x + 0.02, floor), 0.36, 0.03);
    let dyes = dice.pick(&DYES);
    let n = dice.count(4, 6);
    let tall = 0.62 / n as f32;
    for k in 0..n {
        let (wide, slip) = (dice.between(0.6, 0.68), dice.between(-0.015, 0.015));
        let (left, top) = (x - wide / 2.0 + slip, floor - (k + 1) as f32 * tall);
        let base = [dyes[3], dyes[k % 3], dyes[3].darker(0.08), dyes[(k + 1) % 3]][k % 4];
        let fold = shape::cushion(left, top + 0.004, wide, tall - 0.008, tall * 0.42);
        brush.lit(&fold, (x - 0.2, top), 0.8, base.lighter(0.1), base.darker(0.14));
        brush.within(&fold);
        let stripe = if base == dyes[3] || k % 4 == 2 { dyes[k % 3] } else { dyes[3] };
        for (at, thick) in [(0.12, 0.03), (0.18, 0.01), (0.8, 0.03), (0.86, 0.01)] {
            brush.rectangle(left + wide * at, top, thick, tall, stripe);
        }
        brush.line(&[(left, top + tall * 0.5), (left + wide * 0.97, top + tall * 0.5)], 0.004, base.darker(0.3));
        brush.lift();
        for f in 0..5 {
            let y = top + tall * (0.56 + f as f32 * 0.075);
            brush.line(&[(left + 0.01, y), (left - 0.035, y + 0.006)], 0.005, base.lighter(0.2));
        }
    }
}

pub fn cushion(brush: &mut Brush, dice: &mut Dice) {
    let wall = dice.pick(&[ink(0xdfd3be), ink(0xcdd4cd), ink(0xe2cfc0)]);
    brush.ground(wall);
    let (x, y) = brush.centre();
    let dyes = dice.pick(&DYES);
    let base = dice.pick(&[dyes[3], dyes[0], dyes[1]]);
    brush.shadow((x + 0.02, y + 0.34), 0.36, 0.05);
    let bulge = |t: f32| 0.35 - 0.03 * (1.0 - (2.0 * t - 1.0).powi(2));
    let mut cover: Vec<Point> = Vec::new();
    for side in 0..4 {
        for k in 0..20 {
            let t = k as f32 / 20.0;
            let (along, out) = (-0.37 + 0.74 * t, bulge(t) + 0.02);
            cover.push(match side { 0 => (x + along, y - out), 1 => (x + out, y + along), 2 => (x - along, y + out), _ => (x - out, y - along) });
        }
    }
    for (dx, dy) in [(-1.0, -1.0), (1.0, -1.0), (-1.0, 1.0), (1.0, 1.0)] {
        let corner = (x + dx * 0.37, y + dy * 0.37);
        for k in -2..=2 {
            brush.line(&[corner, (corner.0 + dx * 0.05 + k as f32 * 0.01, corner.1 + dy * 0.05 - k as f32 * dx * dy * 0.01)], 0.009, dyes[2]);
        }
    }
    brush.lit(&cover, (x - 0.15, y - 0.2), 0.75, base.lighter(0.1), base.darker(0.18));
    brush.within(&cover);
    let figure = if base == dyes[3] { dyes[0] } else { dyes[3] };
    if dice.chance(0.5) {
        for k in 0..5 {
            let share = 1.0 - k as f32 * 0.2;
            brush.outline(&shape::diamond((x, y), 0.36 * share, 0.36 * share), 0.022, [figure, dyes[2], figure, dyes[1], dyes[2]][k]);
        }
    } else {
        for k in -3..=3 {
            band(brush, (x - 0.4, y + k as f32 * 0.115, 0.8), if k % 2 == 0 { 0.09 } else { 0.045 }, if k % 2 == 0 { figure } else { dyes[2] }, dyes[1], dice.count(0, 3));
        }
    }
    brush.lift();
}

/// A cloth seen flat: stripes across stripes.
pub fn striped_cloth(brush: &mut Brush, dice: &mut Dice) {
    let dyes = dice.pick(&DYES);
    brush.ground(dyes[3]);
    let (wide, high) = (brush.width(), brush.height());
    let checked = dice.chance(0.5);
    for upright in [true, false] {
        if !upright && !checked {
            continue;
        }
        let mut at = 0.03;
        while at < if upright { wide } else { high } {
            let thick = dice.pick(&[0.012, 0.03, 0.07, 0.1]);
            let colour = dyes[dice.count(0, 2)].thin(if checked { 0.62 } else { 0.92 });
            if upright { brush.rectangle(at, 0.0, thick, high, colour) } else { brush.rectangle(0.0, at, wide, thick, colour) }
            at += thick + dice.pick(&[0.012, 0.03, 0.09]);
        }
    }
    let threads = 130;
    for k in 0..threads {
        let at = (k as f32 + 0.5) / threads as f32;
        brush.line(&[(0.0, at * high), (wide, at * high)], 0.0022, ink(0xfffaf0).thin(0.22));
        brush.line(&[(at * wide, 0.0), (at * wide, high)], 0.0016, ink(0x1c1208).thin(0.12));
    }
    let (x, y) = (wide, high);
    brush.fill(&[(x, y * 0.62), (x, y), (x * 0.62, y)], dyes[3].darker(0.2));
    brush.lit(&[(x, y * 0.62), (x * 0.62, y), (x * 0.66, y * 0.66)], (x * 0.66, y * 0.66), 0.4, dyes[1].lighter(0.1), dyes[1].darker(0.2));
    brush.line(&[(x, y * 0.62), (x * 0.62, y)], 0.004, ink(0x1c1208).thin(0.3));
}

/// One cross of a counted-thread embroidery.
fn cross(brush: &mut Brush, (x, y): Point, cell: f32, colour: Ink) {
    let half = cell * 0.36;
    brush.line(&[(x - half, y - half), (x + half, y + half)], cell * 0.24, colour);
    brush.line(&[(x - half, y + half), (x + half, y - half)], cell * 0.24, colour.lighter(0.14));
}

fn linen(brush: &mut Brush, dice: &mut Dice) -> Ink {
    let cloth = dice.pick(&[ink(0xf0e6d2), ink(0x231c20), ink(0xe8dcc4), ink(0x202a44)]);
    brush.ground(cloth);
    for k in 0..90 {
        let at = (k as f32 + 0.5) / 90.0;
        brush.line(&[(0.0, at * brush.height()), (brush.width(), at * brush.height())], 0.002, cloth.lighter(0.25).thin(0.4));
        brush.line(&[(at * brush.width(), 0.0), (at * brush.width(), brush.height())], 0.002, cloth.darker(0.25).thin(0.3));
    }
    cloth
}

/// A square of cross stitch, the same from all four sides.
pub fn cross_stitch(brush: &mut Brush, dice: &mut Dice) {
    linen(brush, dice);
    let threads = dice.pick(&[
        [ink(0xb3261f), ink(0xd9822b), ink(0x3f7d4f)],
        [ink(0xc1272d), ink(0xe8b64a), ink(0x4a78a8)],
        [ink(0xa4365f), ink(0x4f8f86), ink(0xe09a4a)],
    ]);
    let (half, first, second) = (19_i32, dice.count(4, 7) as i32, dice.count(3, 5) as i32);
    let (cell, centre) = (0.86 / (2 * half + 1) as f32, brush.centre());
    for j in -half..=half {
        for i in -half..=half {
            let (a, b) = (i.abs().max(j.abs()), i.abs().min(j.abs()));
            let (ring, sum) = (a, a + b);
            let colour = if ring >= half - 1 {
                ((i + j) % 2 == 0).then_some(threads[0])
            } else if ring == half - 3 {
                (b % 4 < 2).then_some(threads[2])
            } else if ring > half - 6 {
                None
            } else if sum % (first * 2) == first {
                Some(threads[0])
            } else if (a - b) % second == 0 && sum < half + first {
                Some(if (sum / first) % 2 == 0 { threads[0] } else { threads[1] })
            } else {
                (b == 0 && a < 5 || a * b == first).then_some(threads[2])
            };
            if let Some(colour) = colour {
                cross(brush, (centre.0 + i as f32 * cell, centre.1 + j as f32 * cell), cell, colour);
            }
        }
    }
}

/// Rows of cypresses, stars and birds' eyes, as on the front of a dress.
pub fn stitched_bands(brush: &mut Brush, dice: &mut Dice) {
    linen(brush, dice);
    let threads = dice.pick(&[[ink(0xb3261f), ink(0xd9822b), ink(0x3f7d4f)], [ink(0xa4365f), ink(0xd9a441), ink(0x3b7390)]]);
    let cell = 0.021;
    let (columns, rows) = ((brush.width() / cell) as i32, (brush.height() / cell) as i32);
    let (kinds, period) = ([dice.count(0, 3), dice.count(0, 3), dice.count(0, 3)], dice.pick(&[10, 12]));
    for j in 1..rows {
        let (row, in_row) = (j / 12, j % 12);
        for i in 1..columns {
            let at = (i % period - period / 2).abs();
            let filled = match (in_row, kinds[(row % 3) as usize]) {
                (0, _) => true,
                (1 | 11, _) => i % 2 == 0,
                (y, 0) => at <= (y - 2) / 2 && y < 10 || at == 0,
                (y, 1) => (at + (y - 6).abs()) % 4 == 0,
                (y, 2) => at + (y - 6).abs() == 4 || at.max((y - 6).abs()) < 2,
                (y, _) => at == (y - 6).abs() || at == 0 && y > 3 && y < 9,
            };
            if filled {
                let colour = if in_row <= 1 || in_row == 11 { threads[2] } else { threads[(row % 2) as usize] };
                cross(brush, (i as f32 * cell, j as f32 * cell), cell, colour);
            }
        }
    }
}

/// A long robe with embroidery down the front.
pub fn robe(brush: &mut Brush, dice: &mut Dice) {
    let wall = dice.pick(&[ink(0xe8dfd0), ink(0xd8d9d2), ink(0xecd9cc)]);
    brush.ground(wall);
    let (x, y) = brush.centre();
    let at = |dx: f32, dy: f32| (x + dx, y + dy);
    let dyes = dice.pick(&DYES);
    let cloth = dice.pick(&[dyes[0], dyes[1], dyes[2], ink(0xf4efe4)]);
    let thread = if cloth == dyes[2] || cloth == ink(0xf4efe4) { dyes[1] } else { ink(0xe3bf70) };
    let (flare, sleeve) = (dice.between(0.2, 0.29), dice.between(0.3, 0.4));
    brush.line(&[at(-0.5, -0.44), at(0.5, -0.44)], 0.014, ink(0x6d5238));
    brush.line(&[at(0.0, -0.44), at(0.0, -0.39)], 0.009, ink(0x4b3a2a));
    let right = [at(0.05, -0.38), at(0.15, -0.35), at(sleeve, -0.02), at(sleeve - 0.1, 0.05), at(0.14, -0.13), at(0.15, 0.1), at(flare, 0.44)];
    let body: Vec<Point> = right.iter().copied().chain(right.iter().rev().map(|(px, py)| (2.0 * x - px, *py))).collect();
    brush.fill(&body.iter().map(|(px, py)| (px + 0.015, py + 0.015)).collect::<Vec<_>>(), ink(0x2a1c10).thin(0.16));
    brush.lit(&body, at(-0.1, -0.2), 0.8, cloth.lighter(0.12), cloth.darker(0.2));
    brush.within(&body);
    for k in -3_i32..=3 {
        brush.line(&[at(k as f32 * 0.03, 0.1), at(k as f32 * 0.07, 0.46)], 0.005, cloth.darker(0.25).thin(0.6));
    }
    brush.rectangle(x - 0.5, y + 0.385, 1.0, 0.022, thread);
    brush.rectangle(x - 0.5, y + 0.415, 1.0, 0.007, thread);
    for side in [-1.0, 1.0] {
        brush.line(&[at(side * (sleeve + 0.02), -0.045), at(side * (sleeve - 0.13), 0.035)], 0.02, thread);
    }
    brush.lift();
    brush.line(&[at(-0.012, -0.37), at(-0.012, 0.38)], 0.006, thread);
    brush.line(&[at(0.012, -0.37), at(0.012, 0.38)], 0.006, thread);
    let diamonds = dice.chance(0.5);
    for k in 0..15 {
        let knot = at(0.0, -0.33 + k as f32 * 0.047);
        if diamonds { brush.fill(&shape::diamond(knot, 0.032, 0.02), thread) } else { brush.circle(knot, 0.014, thread) }
    }
    let neck: Vec<Point> = (0..=16).map(|k| { let a = k as f32 / 16.0 * std::f32::consts::PI; at(0.075 * a.cos(), -0.385 + 0.1 * a.sin()) }).collect();
    brush.line(&neck, 0.022, thread);
    if dice.chance(0.6) {
        brush.rectangle(x - 0.143, y - 0.02, 0.286, 0.04, thread.darker(0.1));
        brush.fill(&shape::khatam(at(0.0, 0.0), 0.034), cloth.darker(0.2));
    }
}

/// A scarf that hangs from a rail.
pub fn scarf(brush: &mut Brush, dice: &mut Dice) {
    brush.ground(dice.pick(&[ink(0xe8dfd0), ink(0xd5dad9), ink(0xe9d5c9)]));
    let (x, y) = brush.centre();
    let dyes = dice.pick(&DYES);
    brush.line(&[(x - 0.6, y - 0.38), (x + 0.6, y - 0.38)], 0.022, ink(0x7a5a3c));
    let n = dice.count(2, 3);
    for k in 0..n {
        let (left, wide) = (x - 0.36 + k as f32 * 0.74 / n as f32, 0.6 / n as f32);
        let foot = y + dice.between(0.24, 0.36);
        let cloth = [dyes[k], dyes[3], dyes[(k + 1) % 3]][dice.count(0, 2)];
        let fall = shape::rectangle(left, y - 0.39, wide, foot - y + 0.39);
        brush.rectangle(left + 0.012, y - 0.37, wide, foot - y + 0.38, ink(0x2a1c10).thin(0.14));
        brush.lit(&fall, (left + wide * 0.3, y - 0.2), 0.7, cloth.lighter(0.1), cloth.darker(0.18));
        brush.within(&fall);
        let (mark, other) = if cloth == dyes[3] { (dyes[0], dyes[1]) } else { (dyes[3], dyes[2]) };
        for (row, tall) in [0.05, 0.02, 0.08, 0.02, 0.05].into_iter().enumerate() {
            let at = foot - 0.04 - row as f32 * 0.065;
            if tall > 0.03 { band(brush, (left, at, wide), tall, mark, other, dice.count(0, 3)) } else { brush.rectangle(left, at, wide, 0.012, other) }
        }
        for fold in 1..4 {
            let at = left + wide * fold as f32 / 4.0;
            brush.line(&[(at, y - 0.4), (at + 0.01, foot)], 0.008, ink(0x1c1208).thin(0.1));
        }
        brush.lift();
        for f in 0..14 {
            let at = left + (f as f32 + 0.5) * wide / 14.0;
            brush.line(&[(at, foot), (at + dice.between(-0.004, 0.004), foot + 0.055)], 0.005, cloth.darker(0.1));
        }
    }
}
