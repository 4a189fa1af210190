//! Points of the figures that return in every craft: polygons, stars, petals, waves.

use std::f32::consts::TAU;

pub type Point = (f32, f32);

/// The angles that part a circle into `n`, from the top, shifted by `turn` of a step.
pub fn around(n: usize, turn: f32) -> impl Iterator<Item = (usize, f32)> {
    (0..n).map(move |k| (k, (k as f32 + turn) / n as f32 * TAU - TAU / 4.0))
}

pub fn polar(centre: Point, radius: f32, angle: f32) -> Point {
    (centre.0 + radius * angle.cos(), centre.1 + radius * angle.sin())
}

pub fn polygon(centre: Point, radius: f32, n: usize, turn: f32) -> Vec<Point> {
    around(n, turn).map(|(_, angle)| polar(centre, radius, angle)).collect()
}

/// A star of `n` points; `inner` is the radius of its inner corners.
pub fn star(centre: Point, outer: f32, inner: f32, n: usize, turn: f32) -> Vec<Point> {
    let step = TAU / n as f32 / 2.0;
    around(n, turn)
        .flat_map(|(_, angle)| [polar(centre, outer, angle), polar(centre, inner, angle + step)])
        .collect()
}

/// The eight-pointed star of two squares, the seal of the house.
pub fn khatam(centre: Point, outer: f32) -> Vec<Point> {
    star(centre, outer, outer * 0.765, 8, 0.0)
}

/// A kite that points outwards: from `near` to `far`, widest at `middle`.
pub fn kite(centre: Point, angle: f32, near: f32, middle: f32, far: f32, half_width: f32) -> Vec<Point> {
    vec![
        polar(centre, near, angle),
        polar(centre, middle, angle + half_width),
        polar(centre, far, angle),
        polar(centre, middle, angle - half_width),
    ]
}

/// A leaf with round sides between two points of a ray.
pub fn petal(centre: Point, angle: f32, near: f32, far: f32, half_width: f32) -> Vec<Point> {
    let side = |k: usize, sign: f32| {
        let t = k as f32 / 12.0;
        let (along, across) = (near + (far - near) * t, sign * half_width * (t * TAU / 2.0).sin());
        let ray = polar(centre, along, angle);
        polar(ray, across, angle + TAU / 4.0)
    };
    (0..=12).map(|k| side(k, 1.0)).chain((0..=12).rev().map(|k| side(k, -1.0))).collect()
}

pub fn diamond(centre: Point, half_width: f32, half_height: f32) -> Vec<Point> {
    let (x, y) = centre;
    vec![(x, y - half_height), (x + half_width, y), (x, y + half_height), (x - half_width, y)]
}

pub fn rectangle(x: f32, y: f32, width: f32, height: f32) -> Vec<Point> {
    vec![(x, y), (x + width, y), (x + width, y + height), (x, y + height)]
}

/// A rectangle with round corners.
pub fn cushion(x: f32, y: f32, width: f32, height: f32, round: f32) -> Vec<Point> {
    let corners = [
        ((x + width - round, y + round), -0.25),
        ((x + width - round, y + height - round), 0.0),
        ((x + round, y + height - round), 0.25),
        ((x + round, y + round), 0.5),
    ];
    corners
        .iter()
        .flat_map(|(centre, from)| {
            (0..=6).map(move |k| polar(*centre, round, (from + k as f32 / 24.0) * TAU))
        })
        .collect()
}

/// A doorway: straight sides, and a horseshoe or round arch above the springing line.
pub fn doorway(centre_x: f32, springing: f32, foot: f32, radius: f32, horseshoe: f32) -> Vec<Point> {
    let middle = (centre_x, springing - radius * horseshoe);
    let from = TAU / 2.0 - horseshoe.asin();
    let sweep = TAU / 2.0 + 2.0 * horseshoe.asin();
    let arch = (0..=40).map(|k| polar(middle, radius, from + sweep * k as f32 / 40.0));
    let first = polar(middle, radius, from);
    let last = polar(middle, radius, from + sweep);
    std::iter::once((first.0, foot)).chain(arch).chain(std::iter::once((last.0, foot))).collect()
}

/// Mirrors the right-hand profile of a vessel (half widths down its height) into its outline.
pub fn vessel(centre_x: f32, top: f32, height: f32, profile: &[f32]) -> Vec<Point> {
    let steps = 48;
    let half = |k: usize| {
        let t = k as f32 / steps as f32;
        (width_at(profile, t), top + height * t)
    };
    let right = (0..=steps).map(|k| (centre_x + half(k).0, half(k).1));
    let left = (0..=steps).rev().map(|k| (centre_x - half(k).0, half(k).1));
    right.chain(left).collect()
}

/// The half width of a profile at a fraction of its height, smooth between the given ones.
pub fn width_at(profile: &[f32], t: f32) -> f32 {
    let last = profile.len() - 1;
    let place = t.clamp(0.0, 1.0) * last as f32;
    let left = (place.floor() as usize).min(last - 1);
    let at = |index: isize| profile[index.clamp(0, last as isize) as usize];
    let (a, b, c, d) =
        (at(left as isize - 1), at(left as isize), at(left as isize + 1), at(left as isize + 2));
    let u = place - left as f32;
    // Catmull-Rom: the curve passes through every given width.
    let curve = 2.0 * b
        + (c - a) * u
        + (2.0 * a - 5.0 * b + 4.0 * c - d) * u * u
        + (3.0 * b - a - 3.0 * c + d) * u * u * u;
    (curve / 2.0).max(0.0)
}
