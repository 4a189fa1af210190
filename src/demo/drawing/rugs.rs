//! Rugs: woven flat or knotted.

use super::brush::{Brush, Ink, ink};
use super::dice::Dice;
use super::shape::{self, Point};

pub(super) const DYES: [[Ink; 5]; 4] = [
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

pub(super) fn band(
    brush: &mut Brush,
    (left, y, width): (f32, f32, f32),
    tall: f32,
    figure: Ink,
    accent: Ink,
    way: usize,
) {
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
                brush.line(
                    &[(at.0 - step / 2.0, y + half), (at.0, y - half), (at.0 + step / 2.0, y + half)],
                    tall * 0.16,
                    figure,
                );
            }
            2 => {
                brush.fill(
                    &[
                        (at.0 - step / 2.0, y + tall * 0.42),
                        (at.0, y - tall * 0.42),
                        (at.0 + step / 2.0, y + tall * 0.42),
                    ],
                    figure,
                );
                brush.fill(&shape::diamond((at.0, y + tall * 0.16), step * 0.12, tall * 0.14), accent);
            }
            _ => {
                for side in [-1.0, 1.0] {
                    brush.fill(
                        &[
                            (at.0, y),
                            (at.0 + side * step * 0.46, y - tall * 0.36),
                            (at.0 + side * step * 0.46, y + tall * 0.36),
                        ],
                        figure,
                    );
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
            let centre = (
                left + i as f32 * step + dice.between(-0.006, 0.006),
                top + j as f32 * tall + dice.between(-0.006, 0.006),
            );
            brush.outline(&shape::diamond(centre, step * 0.5, tall * 0.5), 0.011, line);
            if (i + j) % 2 == 0 {
                brush.outline(&shape::diamond(centre, step * 0.3, tall * 0.3), 0.009, dyes[2]);
            }
            brush.fill(
                &shape::diamond(centre, step * 0.12, tall * 0.12),
                if (i * 3 + j) % 4 == 0 { dyes[0] } else { line },
            );
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
    let medallions: &[(f32, f32)] =
        if dice.chance(0.5) { &[(0.0, 1.0)] } else { &[(-0.16, 0.62), (0.16, 0.62)] };
    for (shift, size) in medallions {
        let middle = (centre.0, centre.1 + shift);
        for (k, share) in [1.0, 0.84, 0.66, 0.5, 0.32, 0.16].into_iter().enumerate() {
            stepped(
                brush,
                middle,
                0.2 * size * share,
                0.27 * size * share,
                [dyes[4], dyes[2], dyes[1], dyes[3], dyes[0], dyes[2]][k],
            );
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
        brush.rectangle(
            x - half_width * t - half_width / n as f32 / 2.0,
            y - tall,
            (half_width * t + half_width / n as f32 / 2.0) * 2.0,
            tall * 2.0,
            colour,
        );
    }
}
