//! Pictures without the logo, of what is taken for it most easily.

use tiny_skia::{PathBuilder, Transform};

use crate::canvas::{Canvas, Colour, mix};
use crate::rng::Rng;
use crate::scene::grounds::any_colour;
use crate::scene::{Maker, Scene, size};
use crate::stamp::{nhs_blue, rounded, word};

impl Maker<'_> {
    /// A picture without the logo.
    pub(crate) fn without_logo(&self, rng: &mut Rng) -> Scene {
        let (width, height) = size(rng);
        let kind = *rng.pick(&[
            "words", "words", "words", "words", "text", "screen", "chart", "sign", "flag", "icon", "icon", "photo",
            "photo", "other", "other", "other",
        ]);
        let mut canvas = match kind {
            "words" => self.words(rng, width, height),
            "text" => self.document(rng, width, height),
            "screen" => self.screen(rng, width, height),
            "chart" => self.chart(rng, width, height),
            "sign" => self.sign(rng, width, height),
            "flag" => flag(rng, width, height),
            "icon" => self.icons(rng, width, height),
            "other" => {
                let other = rng.pick(self.others);
                let ratio = other.height() as f32 / other.width() as f32;
                let height = ((width as f32 * ratio) as usize).clamp(40, 1000);
                Canvas::photo(other, width, height, rng)
            }
            _ => self.photo(rng, width, height),
        };
        self.finish(rng, &mut canvas, 0.0);
        Scene { canvas, truth: None, kind }
    }

    /// Boxes with other letters, on anything.
    fn words(&self, rng: &mut Rng, width: usize, height: usize) -> Canvas {
        let mut canvas = self.ground(rng, width, height);
        for _ in 0..1 + rng.below(4) {
            let (plate, ink): (Colour, Colour) = match rng.below(6) {
                0..3 => (nhs_blue(rng), [255; 3]),
                3 => ([255; 3], nhs_blue(rng)),
                4 => ([rng.below(60) as u8; 3], [255; 3]),
                _ => (any_colour(rng), if rng.chance(0.7) { [255; 3] } else { any_colour(rng) }),
            };
            let text = self.forms.look_alike_word(rng);
            let slanted = rng.chance(0.65);
            let plate = (!rng.chance(0.12)).then_some(plate);
            let Some(stamp) = self.forms.word_box(rng, &text, slanted, plate, ink) else { continue };
            let part = 0.05 * 14.0_f32.powf(rng.unit());
            let wide = part * width as f32;
            let high = wide * stamp.height() / stamp.width();
            let turn = if rng.chance(0.4) { 0.0 } else { rng.within(-0.26, 0.26) };
            let middle = [rng.unit() * width as f32, rng.unit() * height as f32];
            let corner = |u: f32, v: f32| {
                let (x, y) = ((u - 0.5) * wide, (v - 0.5) * high);
                [middle[0] + x * turn.cos() - y * turn.sin(), middle[1] + x * turn.sin() + y * turn.cos()]
            };
            canvas.paste(&stamp, [corner(0.0, 0.0), corner(1.0, 0.0), corner(1.0, 1.0), corner(0.0, 1.0)]);
        }
        canvas
    }

    /// Plain text, some of which says NHS.
    fn document(&self, rng: &mut Rng, width: usize, height: usize) -> Canvas {
        let on_blue = rng.chance(0.4);
        let (ground, ink) = match (on_blue, rng.below(3)) {
            (true, _) => (nhs_blue(rng), [255; 3]),
            (_, 0) => ([255; 3], nhs_blue(rng)),
            _ => ([250; 3], [30; 3]),
        };
        let mut canvas = Canvas::plain(width, height, ground);
        let mut y = 0.0;
        while y < height as f32 {
            let size = rng.within(0.02, 0.14) * width as f32;
            y += size * 1.7;
            let text = *rng.pick(&[
                "NHS",
                "I work for the NHS",
                "Thank you NHS",
                "OUR NHS",
                "NHS staff",
                "Ward round",
                "SAVE LIVES",
                "NHS ENGLAND",
                "Stay at home",
                "Job vacancy",
                "HNS SHN NSH",
                "the nhs at 75",
            ]);
            // Bold slanted capitals NHS in white on blue are too near to call; plain text is upright.
            if let Some(path) = word(self.forms.face(rng), text, 0.0, 0.0)
                && let Some(path) = path.transform(
                    Transform::from_scale(size, size).post_translate(rng.within(0.01, 0.4) * width as f32, y),
                )
            {
                canvas.fill(&path, ink);
            }
        }
        canvas
    }

    fn chart(&self, rng: &mut Rng, width: usize, height: usize) -> Canvas {
        let (wide, high) = (width as f32, height as f32);
        let mut canvas = Canvas::plain(width, height, [252; 3]);
        let accent = nhs_blue(rng);
        let count = 3 + rng.below(9);
        let round = rng.chance(0.3);
        for number in 0..count {
            let colour = if rng.chance(0.6) { mix(accent, [255; 3], rng.unit() * 0.6) } else { any_colour(rng) };
            if round {
                let (from, to) = (
                    number as f32 / count as f32 * std::f32::consts::TAU,
                    (number as f32 + 1.0) / count as f32 * std::f32::consts::TAU,
                );
                let mut path = PathBuilder::new();
                path.move_to(wide / 2.0, high / 2.0);
                for step in 0..=12 {
                    let turn = from + (to - from) * step as f32 / 12.0;
                    path.line_to(wide / 2.0 + turn.cos() * high * 0.4, high / 2.0 + turn.sin() * high * 0.4);
                }
                path.close();
                if let Some(path) = path.finish() {
                    canvas.fill(&path, colour);
                }
            } else {
                let length = rng.unit();
                let step = 0.8 / count as f32;
                if rng.chance(0.5) {
                    let at = (0.1 + step * number as f32) * wide;
                    canvas.rectangle(at, high * (0.9 - 0.8 * length), step * 0.8 * wide, high * 0.8 * length, colour);
                } else {
                    let at = (0.1 + step * number as f32) * high;
                    canvas.rectangle(wide * 0.1, at, wide * 0.8 * length, step * 0.8 * high, colour);
                }
                let label = *rng.pick(&["12%", "NHS", "85", "H1", "2024", "SHA", "N/A"]);
                let (x, y) = ((0.12 + step * number as f32) * wide, high * rng.within(0.3, 0.88));
                self.write(rng, &mut canvas, label, x, y, 0.03 * wide, [255; 3]);
            }
        }
        canvas
    }

    /// A road sign or a street sign.
    fn sign(&self, rng: &mut Rng, width: usize, height: usize) -> Canvas {
        let (wide, high) = (width as f32, height as f32);
        let mut canvas = self.photo(rng, width, height);
        let plate = *rng.pick(&[[0, 79, 159], [0, 94, 184], [0, 112, 60], [190, 20, 30], [30, 60, 140]]);
        let (w, h) = (rng.within(0.2, 0.7) * wide, rng.within(0.15, 0.5) * high);
        let (x, y) = (rng.unit() * (wide - w), rng.unit() * (high - h));
        let edge = h * 0.05;
        for (inset, colour) in [(0.0, plate), (edge, [245; 3]), (edge * 2.0, plate)] {
            if let Some(path) = rounded(x + inset, y + inset, w - 2.0 * inset, h - 2.0 * inset, h * 0.1) {
                canvas.fill(&path, colour);
            }
        }
        let mut row = y + h * 0.35;
        while row < y + h * 0.95 {
            let text = *rng.pick(&[
                "M1",
                "A34",
                "THE NORTH",
                "Hospital",
                "SOUTH",
                "H",
                "P",
                "Ring road",
                "N1S",
                "HULL",
                "A&E",
                "Services",
            ]);
            let (left, size) = (x + w * rng.within(0.08, 0.3), h * rng.within(0.15, 0.3));
            self.write(rng, &mut canvas, text, left, row, size, [250; 3]);
            row += h * 0.35;
        }
        if rng.chance(0.4) {
            canvas.circle(rng.unit() * wide, rng.unit() * high, h * 0.3, plate);
        }
        canvas
    }

    /// Badges and app icons.
    fn icons(&self, rng: &mut Rng, width: usize, height: usize) -> Canvas {
        let mut canvas = self.ground(rng, width, height);
        let cell = width as f32 / (1.2 + rng.unit() * 6.0);
        let mut y = cell * 0.1;
        while y < height as f32 {
            let mut x = cell * 0.1;
            while x < width as f32 {
                let colour = if rng.chance(0.5) { nhs_blue(rng) } else { any_colour(rng) };
                let wide = cell * 0.8;
                let high = if rng.chance(0.6) { wide } else { wide * 0.4 };
                if let Some(path) = rounded(x, y, wide, high, high * *rng.pick(&[0.0, 0.1, 0.22, 0.5])) {
                    canvas.fill(&path, colour);
                }
                let text = self.forms.look_alike_word(rng);
                let letters = 1 + rng.below(text.len());
                self.write(rng, &mut canvas, &text[..letters], x + wide * 0.12, y + high * 0.75, high * 0.5, [255; 3]);
                x += cell;
            }
            y += cell;
        }
        canvas
    }
}

fn flag(rng: &mut Rng, width: usize, height: usize) -> Canvas {
    let (wide, high) = (width as f32, height as f32);
    let mut canvas = Canvas::plain(width, height, any_colour(rng));
    let cross = rng.chance(0.5);
    let colours = [[255; 3], nhs_blue(rng), any_colour(rng)];
    if cross {
        canvas = Canvas::plain(width, height, *rng.pick(&colours));
        for (part, colour) in [(0.3, *rng.pick(&colours)), (0.16, *rng.pick(&colours))] {
            canvas.rectangle(wide * (0.4 - part / 2.0), 0.0, wide * part, high, colour);
            canvas.rectangle(0.0, high * (0.5 - part / 2.0), wide, high * part, colour);
        }
    } else {
        let stripes = 2 + rng.below(12);
        for stripe in 0..stripes {
            let part = 1.0 / stripes as f32;
            let colour = colours[stripe % if rng.chance(0.8) { 2 } else { 3 }];
            canvas.rectangle(0.0, high * part * stripe as f32, wide, high * part, colour);
        }
        canvas.rectangle(0.0, 0.0, wide * 0.4, high * 0.5, nhs_blue(rng));
    }
    canvas
}
