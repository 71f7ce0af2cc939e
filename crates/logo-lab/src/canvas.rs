//! A picture being made, and what cameras and sites do to it.

use image::{RgbImage, RgbaImage};
use tiny_skia::{FillRule, Paint, Path, PathBuilder, Pixmap, Rect, Stroke, Transform};
use ttf_parser::Face;

use crate::Outcome;
use crate::rng::Rng;
use crate::stamp::{Stamp, word};

pub(crate) type Colour = [u8; 3];

/// A picture being made.
#[derive(Clone)]
pub(crate) struct Canvas {
    pub(crate) width: usize,
    pub(crate) height: usize,
    pub(crate) pixels: Vec<Colour>,
}

impl Canvas {
    pub(crate) fn plain(width: usize, height: usize, colour: Colour) -> Self {
        Self { width, height, pixels: vec![colour; width * height] }
    }

    /// From one colour to another, in any direction.
    pub(crate) fn gradient(width: usize, height: usize, from: Colour, to: Colour, turn: f32) -> Self {
        let (x_part, y_part) = (turn.cos(), turn.sin());
        let mut canvas = Self::plain(width, height, from);
        for (at, pixel) in canvas.pixels.iter_mut().enumerate() {
            let x = (at % width) as f32 / width as f32 - 0.5;
            let y = (at / width) as f32 / height as f32 - 0.5;
            let part = (x * x_part + y * y_part + 0.5).clamp(0.0, 1.0);
            *pixel = mix(from, to, part);
        }
        canvas
    }

    /// A picture as it is.
    pub(crate) fn whole(picture: &RgbImage) -> Self {
        let pixels = picture.pixels().map(|pixel| pixel.0).collect();
        Self { width: picture.width() as usize, height: picture.height() as usize, pixels }
    }

    /// A piece of a photograph, shrunk by area.
    pub(crate) fn photo(photo: &RgbImage, width: usize, height: usize, rng: &mut Rng) -> Self {
        let (photo_width, photo_height) = (photo.width() as f32, photo.height() as f32);
        let most = (photo_width / width as f32).min(photo_height / height as f32);
        let zoom = if most > 1.0 { rng.within(1.0, most) } else { most };
        let (crop_width, crop_height) = (width as f32 * zoom, height as f32 * zoom);
        let left = rng.unit() * (photo_width - crop_width).max(0.0);
        let top = rng.unit() * (photo_height - crop_height).max(0.0);
        let flip = rng.chance(0.5);
        let mut canvas = Self::plain(width, height, [0; 3]);
        let reach = (zoom.ceil() as u32).clamp(1, 3);
        for (at, pixel) in canvas.pixels.iter_mut().enumerate() {
            let column = if flip { width - 1 - at % width } else { at % width };
            let mut sum = [0_u32; 3];
            for sub in 0..reach * reach {
                let x = left + (column as f32 + ((sub % reach) as f32 + 0.5) / reach as f32) * zoom;
                let y = top + ((at / width) as f32 + ((sub / reach) as f32 + 0.5) / reach as f32) * zoom;
                let from = photo.get_pixel((x as u32).min(photo.width() - 1), (y as u32).min(photo.height() - 1));
                for (sum, part) in sum.iter_mut().zip(from.0) {
                    *sum += u32::from(part);
                }
            }
            *pixel = sum.map(|part| (part / (reach * reach)) as u8);
        }
        canvas
    }

    pub(crate) fn fill(&mut self, path: &Path, colour: Colour) {
        let Some(bounds) = path.bounds().round_out() else { return };
        let (left, top) = (bounds.left().max(0), bounds.top().max(0));
        let right = bounds.right().min(self.width as i32);
        let bottom = bounds.bottom().min(self.height as i32);
        if right <= left || bottom <= top {
            return;
        }
        let Some(mut pixmap) = Pixmap::new((right - left) as u32, (bottom - top) as u32) else { return };
        let mut paint = Paint::default();
        paint.set_color_rgba8(colour[0], colour[1], colour[2], 255);
        let shift = Transform::from_translate(-left as f32, -top as f32);
        pixmap.fill_path(path, &paint, FillRule::Winding, shift, None);
        for (row, line) in pixmap.pixels().chunks_exact((right - left) as usize).enumerate() {
            let start = (top as usize + row) * self.width + left as usize;
            for (under, over) in self.pixels[start..].iter_mut().zip(line) {
                *under = over_premultiplied(*under, [over.red(), over.green(), over.blue(), over.alpha()]);
            }
        }
    }

    pub(crate) fn rectangle(&mut self, x: f32, y: f32, width: f32, height: f32, colour: Colour) {
        if let Some(rect) = Rect::from_xywh(x, y, width.max(0.5), height.max(0.5)) {
            self.fill(&PathBuilder::from_rect(rect), colour);
        }
    }

    pub(crate) fn circle(&mut self, x: f32, y: f32, radius: f32, colour: Colour) {
        if let Some(path) = PathBuilder::from_circle(x, y, radius) {
            self.fill(&path, colour);
        }
    }

    /// The outline of a quadrilateral.
    pub(crate) fn frame(&mut self, quad: [[f32; 2]; 4], thick: f32, colour: Colour) {
        let mut path = PathBuilder::new();
        path.move_to(quad[0][0], quad[0][1]);
        for [x, y] in &quad[1..] {
            path.line_to(*x, *y);
        }
        path.close();
        let stroke = Stroke { width: thick, ..Stroke::default() };
        if let Some(outline) = path.finish().and_then(|path| path.stroke(&stroke, 1.0)) {
            self.fill(&outline, colour);
        }
    }

    /// A line of words.
    pub(crate) fn write(&mut self, face: &Face<'_>, text: &str, x: f32, y: f32, size: f32, colour: Colour) {
        let to = Transform::from_scale(size, size).post_translate(x, y);
        if let Some(path) = word(face, text, 0.0, 0.0).and_then(|path| path.transform(to)) {
            self.fill(&path, colour);
        }
    }

    /// Lays a stamp into a quadrilateral.
    pub(crate) fn paste(&mut self, stamp: &Stamp, quad: [[f32; 2]; 4]) {
        let Some(inverse) = Projection::onto_unit(quad) else { return };
        let bound = |axis: usize, most: usize| {
            let all = quad.map(|corner| corner[axis]);
            let from = all.iter().copied().fold(f32::MAX, f32::min).floor().max(0.0) as usize;
            let to = all.iter().copied().fold(f32::MIN, f32::max).ceil().clamp(0.0, most as f32) as usize;
            from..to
        };
        let side = |a: [f32; 2], b: [f32; 2]| ((a[0] - b[0]).powi(2) + (a[1] - b[1]).powi(2)).sqrt();
        let [a, b, c, d] = quad;
        let shrunk = (stamp.width() / side(a, b).max(side(d, c))).max(stamp.height() / side(a, d).max(side(b, c)));
        let level = stamp.level(shrunk / 2.0);
        for y in bound(1, self.height) {
            for x in bound(0, self.width) {
                let mut sum = [0.0; 4];
                for sub in 0..4 {
                    let place =
                        inverse.map(x as f32 + 0.25 + 0.5 * (sub % 2) as f32, y as f32 + 0.25 + 0.5 * (sub / 2) as f32);
                    if let Some([u, v]) = place {
                        let sample = stamp.sample(level, u, v);
                        for (sum, part) in sum.iter_mut().zip(sample) {
                            *sum += part / 4.0;
                        }
                    }
                }
                let under = &mut self.pixels[y * self.width + x];
                *under = over_premultiplied(*under, sum.map(|part| part.round() as u8));
            }
        }
    }

    /// A soft picture: three passes of a box, near to a bell of the given deviation.
    pub(crate) fn blur(&mut self, deviation: f32) {
        if deviation < 0.2 {
            return;
        }
        let reach = (deviation * 3.0).ceil() as i32;
        let kernel: Vec<f32> =
            (-reach..=reach).map(|at| (-(at * at) as f32 / (2.0 * deviation * deviation)).exp()).collect();
        let whole: f32 = kernel.iter().sum();
        for (step, count, lines, jump) in
            [(1, self.width, self.height, self.width), (self.width, self.height, self.width, 1)]
        {
            let mut line = vec![[0_u8; 3]; count];
            for number in 0..lines {
                for (at, pixel) in line.iter_mut().enumerate() {
                    *pixel = self.pixels[number * jump + at * step];
                }
                for at in 0..count {
                    let mut sum = [0.0; 3];
                    for (offset, weight) in kernel.iter().enumerate() {
                        let from = (at as i32 + offset as i32 - reach).clamp(0, count as i32 - 1) as usize;
                        for (sum, part) in sum.iter_mut().zip(line[from]) {
                            *sum += f32::from(part) * weight;
                        }
                    }
                    self.pixels[number * jump + at * step] = sum.map(|part| (part / whole).round() as u8);
                }
            }
        }
    }

    /// Light: brightness, contrast, gamma, warmth, a slope across the picture, and grain.
    pub(crate) fn light(&mut self, rng: &mut Rng, strength: f32) {
        let gain = 1.0 + rng.within(-0.35, 0.25) * strength;
        let lift = rng.within(-18.0, 25.0) * strength;
        let gamma = 1.0 + rng.within(-0.25, 0.3) * strength;
        let warmth = rng.within(-0.1, 0.1) * strength;
        let slope = [rng.within(-0.3, 0.3) * strength, rng.within(-0.3, 0.3) * strength];
        let grain = if rng.chance(0.5) { rng.within(0.0, 8.0) * strength } else { 0.0 };
        let table: Vec<f32> = (0..256).map(|value| (value as f32 / 255.0).powf(gamma) * 255.0).collect();
        for (at, pixel) in self.pixels.iter_mut().enumerate() {
            let x = (at % self.width) as f32 / self.width as f32 - 0.5;
            let y = (at / self.width) as f32 / self.height as f32 - 0.5;
            let here = gain * (1.0 + x * slope[0] + y * slope[1]);
            let noise = if grain > 0.0 { rng.normal() * grain } else { 0.0 };
            for (part, tint) in pixel.iter_mut().zip([1.0 + warmth, 1.0, 1.0 - warmth]) {
                *part = (table[usize::from(*part)] * here * tint + lift + noise).clamp(0.0, 255.0) as u8;
            }
        }
    }

    /// Fine or coarse grain, as of paper or cloth.
    pub(crate) fn texture(&mut self, rng: &mut Rng, depth: f32, cell: usize) {
        let columns = self.width / cell + 2;
        let rows = self.height / cell + 2;
        let grid: Vec<f32> = (0..columns * rows).map(|_| rng.normal() * depth).collect();
        for (at, pixel) in self.pixels.iter_mut().enumerate() {
            let (x, y) = (at % self.width, at / self.width);
            let (column, row) = (x / cell, y / cell);
            let (right, down) = ((x % cell) as f32 / cell as f32, (y % cell) as f32 / cell as f32);
            let cell_at = |column: usize, row: usize| grid[row * columns + column];
            let upper = cell_at(column, row) * (1.0 - right) + cell_at(column + 1, row) * right;
            let lower = cell_at(column, row + 1) * (1.0 - right) + cell_at(column + 1, row + 1) * right;
            let change = upper * (1.0 - down) + lower * down;
            *pixel = pixel.map(|part| (f32::from(part) + change).clamp(0.0, 255.0) as u8);
        }
    }

    /// What saving as JPEG makes of it. Most sites halve the colour planes.
    pub(crate) fn jpeg(&mut self, quality: u8, halve: bool) -> Outcome {
        let flat: Vec<u8> = self.pixels.iter().flatten().copied().collect();
        let mut bytes = Vec::new();
        let mut encoder = jpeg_encoder::Encoder::new(&mut bytes, quality);
        let sampling =
            if halve { jpeg_encoder::SamplingFactor::R_4_2_0 } else { jpeg_encoder::SamplingFactor::R_4_4_4 };
        encoder.set_sampling_factor(sampling);
        encoder.encode(&flat, self.width as u16, self.height as u16, jpeg_encoder::ColorType::Rgb)?;
        let image = image::load_from_memory_with_format(&bytes, image::ImageFormat::Jpeg)?.to_rgb8();
        self.pixels = image.pixels().map(|pixel| pixel.0).collect();
        Ok(())
    }

    pub(crate) fn rgba(&self) -> Vec<u8> {
        self.pixels.iter().flat_map(|[red, green, blue]| [*red, *green, *blue, 255]).collect()
    }

    pub(crate) fn image(&self) -> RgbaImage {
        RgbaImage::from_raw(self.width as u32, self.height as u32, self.rgba()).unwrap_or_default()
    }
}

pub(crate) fn mix(from: Colour, to: Colour, part: f32) -> Colour {
    [0, 1, 2].map(|at| (f32::from(from[at]) + (f32::from(to[at]) - f32::from(from[at])) * part) as u8)
}

fn over_premultiplied(under: Colour, over: [u8; 4]) -> Colour {
    let through = 255 - u32::from(over[3]);
    [0, 1, 2].map(|at| (u32::from(over[at]) + (u32::from(under[at]) * through + 127) / 255).min(255) as u8)
}

/// From a quadrilateral onto the unit square.
struct Projection([f32; 8]);

impl Projection {
    fn onto_unit(quad: [[f32; 2]; 4]) -> Option<Self> {
        // Eight equations for the eight unknowns of u = (ax+by+c)/(gx+hy+1), v = (dx+ey+f)/(gx+hy+1).
        const UNIT: [[f64; 2]; 4] = [[0.0, 0.0], [1.0, 0.0], [1.0, 1.0], [0.0, 1.0]];
        let mut rows = [[0.0_f64; 9]; 8];
        for ((corner, [u, v]), pair) in quad.iter().zip(UNIT).zip(0..4) {
            let (x, y) = (f64::from(corner[0]), f64::from(corner[1]));
            rows[2 * pair] = [x, y, 1.0, 0.0, 0.0, 0.0, -u * x, -u * y, u];
            rows[2 * pair + 1] = [0.0, 0.0, 0.0, x, y, 1.0, -v * x, -v * y, v];
        }
        for column in 0..8 {
            let best = (column..8).max_by(|a, b| rows[*a][column].abs().total_cmp(&rows[*b][column].abs()))?;
            rows.swap(column, best);
            if rows[column][column].abs() < 1e-9 {
                return None;
            }
            let pivot = rows[column];
            for (at, row) in rows.iter_mut().enumerate() {
                if at != column {
                    let times = row[column] / pivot[column];
                    for (cell, from) in row.iter_mut().zip(pivot) {
                        *cell -= times * from;
                    }
                }
            }
        }
        let mut solved = [0.0; 8];
        for (at, value) in solved.iter_mut().enumerate() {
            *value = (rows[at][8] / rows[at][at]) as f32;
        }
        Some(Self(solved))
    }

    fn map(&self, x: f32, y: f32) -> Option<[f32; 2]> {
        let [a, b, c, d, e, f, g, h] = self.0;
        let below = g * x + h * y + 1.0;
        let (u, v) = ((a * x + b * y + c) / below, (d * x + e * y + f) / below);
        ((0.0..1.0).contains(&u) && (0.0..1.0).contains(&v)).then_some([u, v])
    }
}
