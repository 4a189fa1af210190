//! The sheet and the brush: flat colours, lines and light on a sheet whose shorter side is one.

use image::RgbImage;
use tiny_skia::{
    Color, FillRule, GradientStop, LineCap, LineJoin, Mask, Paint, Path, PathBuilder, Pixmap, RadialGradient,
    Shader, SpreadMode, Stroke, StrokeDash, Transform,
};

use super::shape::{self, Point};

/// A colour and how much it covers.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Ink {
    red: f32,
    green: f32,
    blue: f32,
    cover: f32,
}

pub const fn ink(hex: u32) -> Ink {
    const fn channel(hex: u32, shift: u32) -> f32 {
        ((hex >> shift) & 0xff) as f32 / 255.0
    }
    Ink { red: channel(hex, 16), green: channel(hex, 8), blue: channel(hex, 0), cover: 1.0 }
}

impl Ink {
    pub fn mix(self, other: Self, share: f32) -> Self {
        let blend = |a: f32, b: f32| a + (b - a) * share;
        Self {
            red: blend(self.red, other.red),
            green: blend(self.green, other.green),
            blue: blend(self.blue, other.blue),
            cover: blend(self.cover, other.cover),
        }
    }

    pub fn darker(self, share: f32) -> Self {
        self.mix(Self { cover: self.cover, ..ink(0x1c1410) }, share)
    }

    pub fn lighter(self, share: f32) -> Self {
        self.mix(Self { cover: self.cover, ..ink(0xfffaf0) }, share)
    }

    /// Glass and shadow let the sheet shine through.
    pub fn thin(self, cover: f32) -> Self {
        Self { cover, ..self }
    }

    fn color(self) -> Color {
        let unit = |value: f32| value.clamp(0.0, 1.0);
        Color::from_rgba(unit(self.red), unit(self.green), unit(self.blue), unit(self.cover))
            .expect("all four parts were clamped to the range")
    }
}

pub struct Brush {
    pixmap: Pixmap,
    scale: f32,
    mask: Option<Mask>,
}

impl Brush {
    pub fn new(width: u32, height: u32) -> Self {
        let pixmap = Pixmap::new(width.max(1), height.max(1)).expect("a sheet of at least one pixel");
        let scale = pixmap.width().min(pixmap.height()) as f32;
        Self { pixmap, scale, mask: None }
    }

    /// Where the sheet ends to the right; its shorter side measures one.
    pub fn width(&self) -> f32 {
        self.pixmap.width() as f32 / self.scale
    }

    pub fn height(&self) -> f32 {
        self.pixmap.height() as f32 / self.scale
    }

    pub fn centre(&self) -> Point {
        (self.width() / 2.0, self.height() / 2.0)
    }

    pub fn ground(&mut self, colour: Ink) {
        self.pixmap.fill(colour.color());
    }

    pub fn fill(&mut self, points: &[Point], colour: Ink) {
        if let Some(path) = outline(points, true) {
            self.fill_path(&path, Shader::SolidColor(colour.color()));
        }
    }

    pub fn circle(&mut self, centre: Point, radius: f32, colour: Ink) {
        if let Some(path) = PathBuilder::from_circle(centre.0, centre.1, radius) {
            self.fill_path(&path, Shader::SolidColor(colour.color()));
        }
    }

    /// A disc lit from the upper left, as metal and glaze are.
    pub fn lit_circle(&mut self, centre: Point, radius: f32, light: Ink, dark: Ink) {
        if let Some(path) = PathBuilder::from_circle(centre.0, centre.1, radius) {
            let shader =
                self.light((centre.0 - radius * 0.3, centre.1 - radius * 0.35), radius * 1.35, light, dark);
            self.fill_path(&path, shader);
        }
    }

    /// A figure lit from one point.
    pub fn lit(&mut self, points: &[Point], from: Point, reach: f32, light: Ink, dark: Ink) {
        if let Some(path) = outline(points, true) {
            let shader = self.light(from, reach, light, dark);
            self.fill_path(&path, shader);
        }
    }

    pub fn ring(&mut self, centre: Point, radius: f32, width: f32, colour: Ink) {
        if let Some(path) = PathBuilder::from_circle(centre.0, centre.1, radius) {
            self.stroke_path(&path, width, colour, None);
        }
    }

    pub fn line(&mut self, points: &[Point], width: f32, colour: Ink) {
        if let Some(path) = outline(points, false) {
            self.stroke_path(&path, width, colour, None);
        }
    }

    pub fn outline(&mut self, points: &[Point], width: f32, colour: Ink) {
        if let Some(path) = outline(points, true) {
            self.stroke_path(&path, width, colour, None);
        }
    }

    /// A seam: stitches as long as the gaps between them.
    pub fn stitches(&mut self, points: &[Point], width: f32, length: f32, colour: Ink) {
        if let Some(path) = outline(points, false) {
            let dash = StrokeDash::new(vec![length, length * 0.8], 0.0);
            self.stroke_path(&path, width, colour, dash);
        }
    }

    pub fn rectangle(&mut self, x: f32, y: f32, width: f32, height: f32, colour: Ink) {
        self.fill(&shape::rectangle(x, y, width, height), colour);
    }

    /// A soft shadow under a thing that lies at `centre`.
    pub fn shadow(&mut self, centre: Point, half_width: f32, half_height: f32) {
        for step in 0..6 {
            let grow = 1.0 + step as f32 * 0.035;
            let points: Vec<Point> = shape::polygon((0.0, 0.0), 1.0, 48, 0.0)
                .into_iter()
                .map(|(x, y)| (centre.0 + x * half_width * grow, centre.1 + y * half_height * grow))
                .collect();
            self.fill(&points, ink(0x2a1c10).thin(0.045));
        }
    }

    /// Until `lift`, everything is drawn inside this figure only.
    pub fn within(&mut self, points: &[Point]) {
        let mut mask = Mask::new(self.pixmap.width(), self.pixmap.height()).expect("the sheet has a size");
        if let Some(path) = outline(points, true) {
            mask.fill_path(&path, FillRule::Winding, true, self.transform());
        }
        self.mask = Some(mask);
    }

    pub fn lift(&mut self) {
        self.mask = None;
    }

    pub fn into_image(self) -> RgbImage {
        let (width, height) = (self.pixmap.width(), self.pixmap.height());
        let rgb =
            self.pixmap.data().chunks_exact(4).flat_map(|pixel| [pixel[0], pixel[1], pixel[2]]).collect();
        RgbImage::from_raw(width, height, rgb).expect("three bytes for each pixel")
    }

    fn transform(&self) -> Transform {
        Transform::from_scale(self.scale, self.scale)
    }

    fn light(&self, from: Point, reach: f32, light: Ink, dark: Ink) -> Shader<'static> {
        let stops = vec![GradientStop::new(0.0, light.color()), GradientStop::new(1.0, dark.color())];
        let centre = tiny_skia::Point::from_xy(from.0, from.1);
        RadialGradient::new(centre, 0.0, centre, reach, stops, SpreadMode::Pad, Transform::identity())
            .unwrap_or_else(|| Shader::SolidColor(dark.color()))
    }

    fn fill_path(&mut self, path: &Path, shader: Shader<'_>) {
        let paint = Paint { shader, anti_alias: true, ..Paint::default() };
        self.pixmap.fill_path(path, &paint, FillRule::Winding, self.transform(), self.mask.as_ref());
    }

    fn stroke_path(&mut self, path: &Path, width: f32, colour: Ink, dash: Option<StrokeDash>) {
        let paint =
            Paint { shader: Shader::SolidColor(colour.color()), anti_alias: true, ..Paint::default() };
        let cap = if dash.is_some() { LineCap::Butt } else { LineCap::Round };
        let stroke = Stroke { width, line_cap: cap, line_join: LineJoin::Round, dash, ..Stroke::default() };
        self.pixmap.stroke_path(path, &paint, &stroke, self.transform(), self.mask.as_ref());
    }
}

fn outline(points: &[Point], closed: bool) -> Option<Path> {
    let (first, rest) = points.split_first()?;
    let mut path = PathBuilder::new();
    path.move_to(first.0, first.1);
    for (x, y) in rest {
        path.line_to(*x, *y);
    }
    if closed {
        path.close();
    }
    path.finish()
}
