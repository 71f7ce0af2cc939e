//! What a logo, or another thing, is laid on.

use tiny_skia::Transform;

use crate::canvas::{Canvas, Colour, mix};
use crate::rng::Rng;
use crate::scene::Maker;
use crate::stamp::{nhs_blue, rounded, word};

impl Maker<'_> {
    pub(super) fn photo(&self, rng: &mut Rng, width: usize, height: usize) -> Canvas {
        Canvas::photo(rng.pick(self.photos), width, height, rng)
    }

    pub(super) fn ground(&self, rng: &mut Rng, width: usize, height: usize) -> Canvas {
        match rng.below(4) {
            0 => self.photo(rng, width, height),
            1 => self.screen(rng, width, height),
            _ => paper(rng, width, height).0,
        }
    }

    /// An interface: bars, buttons, boxes, lines of text.
    pub(super) fn screen(&self, rng: &mut Rng, width: usize, height: usize) -> Canvas {
        let (wide, high) = (width as f32, height as f32);
        let ground = if rng.chance(0.75) { [rng.within(235.0, 255.9) as u8; 3] } else { [rng.below(45) as u8; 3] };
        let mut canvas = Canvas::plain(width, height, ground);
        let accent = if rng.chance(0.6) { nhs_blue(rng) } else { any_colour(rng) };
        if rng.chance(0.7) {
            canvas.rectangle(0.0, 0.0, wide, high * rng.within(0.05, 0.2), accent);
        }
        for _ in 0..3 + rng.below(10) {
            let (x, y) = (rng.unit() * wide, rng.unit() * high);
            let (w, h) = (rng.within(0.05, 0.35) * wide, rng.within(0.03, 0.1) * high);
            let radius = rng.unit() * h * 0.5;
            let colour = if rng.chance(0.6) { accent } else { any_colour(rng) };
            if let Some(path) = rounded(x, y, w, h, radius) {
                canvas.fill(&path, colour);
            }
            let label = *rng
                .pick(&["Save", "NEXT", "Sign in", "MENU", "HOME", "Send", "NEWS", "Search", "OK", "Post", "SHARE"]);
            self.write(rng, &mut canvas, label, x + w * 0.2, y + h * 0.75, h * 0.5, [255; 3]);
        }
        for _ in 0..rng.below(14) {
            let ink = if ground[0] > 100 { [60; 3] } else { [210; 3] };
            let (x, y, size) = (rng.unit() * wide * 0.7, rng.unit() * high, rng.within(0.012, 0.035) * wide);
            self.write(rng, &mut canvas, "some words of a page", x, y, size, ink);
        }
        canvas
    }

    #[allow(clippy::too_many_arguments, reason = "a line of words has a place, a size and a colour")]
    pub(super) fn write(
        &self,
        rng: &mut Rng,
        canvas: &mut Canvas,
        text: &str,
        x: f32,
        y: f32,
        size: f32,
        colour: Colour,
    ) {
        let slant = if rng.chance(0.2) { 0.2 } else { 0.0 };
        let Some(path) = word(self.forms.face(rng), text, slant, 0.0) else { return };
        if let Some(path) = path.transform(Transform::from_scale(size, size).post_translate(x, y)) {
            canvas.fill(&path, colour);
        }
    }
}

pub(super) fn any_colour(rng: &mut Rng) -> Colour {
    [rng.below(256) as u8, rng.below(256) as u8, rng.below(256) as u8]
}

/// Paper, card, or a flat colour, and that colour.
pub(super) fn paper(rng: &mut Rng, width: usize, height: usize) -> (Canvas, Colour) {
    let colour = match rng.below(10) {
        0..5 => [255; 3],
        5..7 => [rng.within(215.0, 250.0) as u8, rng.within(215.0, 250.0) as u8, rng.within(205.0, 245.0) as u8],
        7 => [[0, 48, 135], [65, 182, 230], [0, 150, 57], [174, 37, 115], [35, 31, 32], [0, 169, 206]][rng.below(6)],
        _ => any_colour(rng),
    };
    let mut canvas = if rng.chance(0.3) {
        Canvas::gradient(width, height, colour, mix(colour, [128; 3], 0.25), rng.within(0.0, std::f32::consts::TAU))
    } else {
        Canvas::plain(width, height, colour)
    };
    if rng.chance(0.4) {
        let (depth, cell) = (rng.within(1.0, 6.0), 1 + rng.below(6));
        canvas.texture(rng, depth, cell);
    }
    (canvas, colour)
}
