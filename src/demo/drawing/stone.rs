//! Stone that is laid, carved and hollowed.

use std::f32::consts::TAU;

use super::brush::{Brush, Ink, ink};
use super::dice::Dice;
use super::glass::shelf;
use super::shape::{self, Point, around, polar};

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
            brush.rectangle(
                k as f32 * course * 2.0 + shift + 0.004,
                row as f32 * course + 0.004,
                course * 2.0 - 0.008,
                course - 0.008,
                tone,
            );
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
        let block: Vec<Point> =
            steps(radius + thick).chain(steps(radius).collect::<Vec<_>>().into_iter().rev()).collect();
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
    brush.lit(
        &shape::rectangle(0.0, 0.0, wide, high),
        (wide * 0.3, high * 0.25),
        1.2,
        stone.lighter(0.15),
        stone.darker(0.1),
    );
    for _ in 0..160 {
        brush.circle(
            (dice.between(0.0, wide), dice.between(0.0, high)),
            dice.between(0.001, 0.005),
            dark.thin(0.18),
        );
    }
    let n = dice.pick(&[6, 8, 10, 12]);
    let rings: &[(f32, f32, f32)] = if dice.chance(0.5) {
        &[(0.21, 0.4, 0.5), (0.07, 0.22, 0.0)]
    } else {
        &[(0.28, 0.4, 0.0), (0.17, 0.29, 0.5), (0.06, 0.17, 0.0)]
    };
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
    let pestle = [
        (x - lean * 0.03, y - 0.02),
        (x + lean * 0.22, y - 0.4),
        (x + lean * 0.29, y - 0.37),
        (x + lean * 0.07, y + 0.02),
    ];
    brush.lit(&pestle, (x, y - 0.3), 0.5, stone.lighter(0.25), stone.darker(0.2));
    brush.circle((x + lean * 0.258, y - 0.388), 0.05, stone.lighter(0.1));
    let open = dice.between(0.25, 0.3);
    let profile = dice.pick(&[
        [open, open * 0.97, open * 0.85, open * 0.6, open * 0.48, open * 0.72],
        [open, open, open * 0.94, open * 0.86, open * 0.76, open * 0.66],
    ]);
    let bowl = shape::vessel(x, y - 0.06, 0.4, &profile);
    brush.lit(&bowl, (x - 0.12, y), 0.5, stone.lighter(0.35), stone.darker(0.25));
    brush.within(&bowl);
    for _ in 0..170 {
        brush.circle(
            (x + dice.between(-0.3, 0.3), y + dice.between(-0.06, 0.34)),
            dice.between(0.001, 0.006),
            dark.thin(0.3),
        );
    }
    for k in -7..=7 {
        let middle = (x + k as f32 * 0.06, y + 0.075);
        brush.line(
            &[
                (middle.0 - 0.03, middle.1 + 0.025),
                (middle.0, middle.1 - 0.025),
                (middle.0 + 0.03, middle.1 + 0.025),
            ],
            0.008,
            dark.thin(0.5),
        );
    }
    brush.lift();
    brush.line(&[(x - open, y - 0.055), (x + open, y - 0.055)], 0.028, stone.lighter(0.2));
}
