//! Flat drawings that are laid into pictures: the logo in all its forms, and what looks like it.

use tiny_skia::{FillRule, Paint, Path, PathBuilder, Pixmap, Rect, Transform};
use ttf_parser::{Face, OutlineBuilder};

use crate::canvas::Colour;
use crate::rng::Rng;

/// A drawing with its ever smaller copies.
pub(crate) struct Stamp {
    levels: Vec<Pixmap>,
    /// Where the lozenge lies in it, in parts of its sides: left, top, right, bottom.
    pub(crate) lozenge: Option<[f32; 4]>,
}

impl Stamp {
    pub(crate) fn new(pixmap: Pixmap, lozenge: Option<[f32; 4]>) -> Self {
        let mut levels = vec![pixmap];
        while let Some(next) = levels.last().and_then(half) {
            levels.push(next);
        }
        Self { levels, lozenge }
    }

    pub(crate) fn width(&self) -> f32 {
        self.levels[0].width() as f32
    }

    pub(crate) fn height(&self) -> f32 {
        self.levels[0].height() as f32
    }

    /// The smallest copy with at least a pixel for each of the target's.
    pub(crate) fn level(&self, shrunk: f32) -> usize {
        (shrunk.max(1.0).log2() as usize).min(self.levels.len() - 1)
    }

    /// Premultiplied colour at a place, in parts of the sides.
    pub(crate) fn sample(&self, level: usize, u: f32, v: f32) -> [f32; 4] {
        let map = &self.levels[level];
        let (x, y) = (u * map.width() as f32 - 0.5, v * map.height() as f32 - 0.5);
        let (left, top) = (x.floor(), y.floor());
        let (right_part, bottom_part) = (x - left, y - top);
        let at = |x: f32, y: f32| {
            let x = (x.max(0.0) as u32).min(map.width() - 1);
            let y = (y.max(0.0) as u32).min(map.height() - 1);
            let start = 4 * (y * map.width() + x) as usize;
            &map.data()[start..start + 4]
        };
        let mut out = [0.0; 4];
        for (pixel, weight) in [
            (at(left, top), (1.0 - right_part) * (1.0 - bottom_part)),
            (at(left + 1.0, top), right_part * (1.0 - bottom_part)),
            (at(left, top + 1.0), (1.0 - right_part) * bottom_part),
            (at(left + 1.0, top + 1.0), right_part * bottom_part),
        ] {
            for (out, part) in out.iter_mut().zip(pixel) {
                *out += f32::from(*part) * weight;
            }
        }
        out
    }
}

fn half(map: &Pixmap) -> Option<Pixmap> {
    let (width, height) = (map.width() / 2, map.height() / 2);
    if width < 2 || height < 2 {
        return None;
    }
    let mut out = Pixmap::new(width, height)?;
    let line = 4 * map.width() as usize;
    for (at, part) in out.data_mut().iter_mut().enumerate() {
        let (x, y, channel) = (at / 4 % width as usize, at / 4 / width as usize, at % 4);
        let start = 2 * y * line + 8 * x + channel;
        let sum: u32 = [0, 4, line, line + 4].iter().map(|offset| u32::from(map.data()[start + offset])).sum();
        *part = ((sum + 2) / 4) as u8;
    }
    Some(out)
}

/// A drawing in the making.
pub(crate) struct Sheet {
    pixmap: Pixmap,
}

impl Sheet {
    pub(crate) fn new(width: f32, height: f32) -> Option<Self> {
        Some(Self { pixmap: Pixmap::new(width.ceil() as u32, height.ceil() as u32)? })
    }

    pub(crate) fn fill(&mut self, path: &Path, colour: Colour, to: Transform) {
        let mut paint = Paint::default();
        paint.set_color_rgba8(colour[0], colour[1], colour[2], 255);
        self.pixmap.fill_path(path, &paint, FillRule::Winding, to, None);
    }

    pub(crate) fn rectangle(&mut self, [x, y, width, height]: [f32; 4], radius: f32, colour: Colour) {
        if let Some(path) = rounded(x, y, width, height, radius) {
            self.fill(&path, colour, Transform::identity());
        }
    }

    pub(crate) fn done(self, lozenge: Option<[f32; 4]>) -> Stamp {
        let (width, height) = (self.pixmap.width() as f32, self.pixmap.height() as f32);
        let parts = lozenge.map(|[x, y, wide, high]| [x / width, y / height, (x + wide) / width, (y + high) / height]);
        Stamp::new(self.pixmap, parts)
    }
}

/// A box with round corners.
pub(crate) fn rounded(x: f32, y: f32, width: f32, height: f32, radius: f32) -> Option<Path> {
    let radius = radius.min(width / 2.0).min(height / 2.0);
    if radius < 0.5 {
        return Some(PathBuilder::from_rect(Rect::from_xywh(x, y, width, height)?));
    }
    let (right, bottom) = (x + width, y + height);
    let mut path = PathBuilder::new();
    path.move_to(x + radius, y);
    path.line_to(right - radius, y);
    path.quad_to(right, y, right, y + radius);
    path.line_to(right, bottom - radius);
    path.quad_to(right, bottom, right - radius, bottom);
    path.line_to(x + radius, bottom);
    path.quad_to(x, bottom, x, bottom - radius);
    path.line_to(x, y + radius);
    path.quad_to(x, y, x + radius, y);
    path.close();
    path.finish()
}

/// A word set in a font, its letters 1 high or a little less, on a base line at 0.
pub(crate) fn word(face: &Face<'_>, text: &str, slant: f32, spacing: f32) -> Option<Path> {
    let scale = 1.0 / f32::from(face.capital_height().unwrap_or(face.ascender()).max(1));
    let mut pen = Pen { path: PathBuilder::new(), scale, slant, at: 0.0 };
    for letter in text.chars() {
        let glyph = face.glyph_index(letter)?;
        face.outline_glyph(glyph, &mut pen);
        pen.at += f32::from(face.glyph_hor_advance(glyph).unwrap_or(500)) * scale + spacing;
    }
    pen.path.finish()
}

struct Pen {
    path: PathBuilder,
    scale: f32,
    slant: f32,
    at: f32,
}

impl Pen {
    fn to(&self, x: f32, y: f32) -> (f32, f32) {
        let (x, y) = (x * self.scale, y * self.scale);
        (self.at + x + y * self.slant, -y)
    }
}

impl OutlineBuilder for Pen {
    fn move_to(&mut self, x: f32, y: f32) {
        let (x, y) = self.to(x, y);
        self.path.move_to(x, y);
    }
    fn line_to(&mut self, x: f32, y: f32) {
        let (x, y) = self.to(x, y);
        self.path.line_to(x, y);
    }
    fn quad_to(&mut self, x1: f32, y1: f32, x: f32, y: f32) {
        let ((x1, y1), (x, y)) = (self.to(x1, y1), self.to(x, y));
        self.path.quad_to(x1, y1, x, y);
    }
    fn curve_to(&mut self, x1: f32, y1: f32, x2: f32, y2: f32, x: f32, y: f32) {
        let ((x1, y1), (x2, y2), (x, y)) = (self.to(x1, y1), self.to(x2, y2), self.to(x, y));
        self.path.cubic_to(x1, y1, x2, y2, x, y);
    }
    fn close(&mut self) {
        self.path.close();
    }
}

/// NHS Blue, now and then a little off, as print and screens have it.
pub(crate) fn nhs_blue(rng: &mut Rng) -> Colour {
    match rng.below(10) {
        0..5 => [0, 94, 184],
        5 => [0, 114, 198],
        6 => [0, 48, 135].map(|part: u8| part.saturating_add(rng.below(30) as u8)),
        7 => [rng.below(40) as u8, (70 + rng.below(50)) as u8, (150 + rng.below(70)) as u8],
        _ => [rng.below(16) as u8, (86 + rng.below(16)) as u8, (174 + rng.below(20)) as u8],
    }
}
