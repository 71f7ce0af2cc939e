//! Pictures with the logo, whose true corners are known, and pictures without it.

use image::RgbImage;
use tiny_skia::{PathBuilder, Transform};

use crate::canvas::{Canvas, Colour, mix};
use crate::forms::{Forms, Ink};
use crate::rng::Rng;
use crate::stamp::{Stamp, nhs_blue, rounded, word};

/// A picture and what is true of it.
pub(crate) struct Scene {
    pub(crate) canvas: Canvas,
    pub(crate) truth: Option<Truth>,
    pub(crate) kind: &'static str,
}

/// The logo in a picture.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Truth {
    pub(crate) quad: [[f32; 2]; 4],
    pub(crate) ink: Ink,
    /// On paper, card or one flat colour, rather than on a photograph.
    pub(crate) plain: bool,
}

impl Truth {
    pub(crate) fn width(&self) -> f32 {
        let [a, b, ..] = self.quad;
        ((b[0] - a[0]).powi(2) + (b[1] - a[1]).powi(2)).sqrt()
    }
}

/// Kinds of pictures with the logo, as often as they are made.
const KINDS: [&str; 14] = [
    "photo",
    "photo",
    "photo",
    "card",
    "card",
    "avatar",
    "organisation",
    "organisation",
    "own-blue",
    "header",
    "one-plain",
    "one-plain",
    "one-photo",
    "own-blue-cut",
];

/// The kind of that name.
pub(crate) fn kind(name: &str) -> Option<&'static str> {
    KINDS.into_iter().find(|kind| *kind == name)
}

/// What scenes are made of.
pub(crate) struct Maker<'a> {
    pub(crate) photos: &'a [RgbImage],
    /// Pictures of all sorts without the logo: clip art, screens, objects.
    pub(crate) others: &'a [RgbImage],
    pub(crate) forms: Forms<'a>,
    /// The one kind of picture with the logo that is made, where not all are.
    pub(crate) only: Option<&'static str>,
}

impl Maker<'_> {
    /// A picture with the logo.
    pub(crate) fn with_logo(&self, rng: &mut Rng) -> Scene {
        loop {
            if let Some(scene) = self.try_with_logo(rng) {
                return scene;
            }
        }
    }

    fn try_with_logo(&self, rng: &mut Rng) -> Option<Scene> {
        let (width, height) = size(rng);
        let kind = *rng.pick(&KINDS);
        let kind = self.only.unwrap_or(kind);
        let blue = nhs_blue(rng);
        let (mut canvas, stamp, ink, plain) = match kind {
            "photo" => (self.photo(rng, width, height), self.forms.in_colour(rng)?, Ink::Colour, false),
            "card" => (paper(rng, width, height).0, self.forms.lozenge(blue, Some([255; 3]))?, Ink::Colour, true),
            "avatar" => (self.ground(rng, width, height), self.forms.on_plate(rng, false)?, Ink::Colour, false),
            "own-blue-cut" => {
                (Canvas::plain(width, height, blue), self.forms.lozenge(blue, Some([255; 3]))?, Ink::Colour, true)
            }
            "own-blue" => (self.ground(rng, width, height), self.forms.on_plate(rng, true)?, Ink::Colour, false),
            "organisation" => {
                if rng.chance(0.7) {
                    let text = if rng.chance(0.5) { [20; 3] } else { blue };
                    let stamp = self.forms.organisation(rng, blue, Some([255; 3]), text)?;
                    (paper(rng, width, height).0, stamp, Ink::Colour, true)
                } else {
                    let stamp = self.forms.organisation(rng, [255; 3], Some(blue), [255; 3])?;
                    (Canvas::plain(width, height, blue), stamp, Ink::Colour, true)
                }
            }
            "header" => {
                let mut canvas = self.screen(rng, width, height);
                canvas.rectangle(0.0, 0.0, width as f32, height as f32 * rng.within(0.15, 0.5), blue);
                (canvas, self.forms.organisation(rng, [255; 3], Some(blue), [255; 3])?, Ink::Colour, true)
            }
            _ => {
                let (paper, colour) = paper(rng, width, height);
                let canvas = if kind == "one-photo" { self.photo(rng, width, height) } else { paper };
                let colour = if kind == "one-photo" { if rng.chance(0.5) { [0; 3] } else { [255; 3] } } else { colour };
                let stamp = if rng.chance(0.3) {
                    let ink = if colour[1] > 110 { [rng.below(60) as u8; 3] } else { [255; 3] };
                    self.forms.organisation(rng, ink, None, ink)?
                } else {
                    self.forms.in_one(rng, colour)?
                };
                (canvas, stamp, Ink::One, kind == "one-plain")
            }
        };
        if plain && rng.chance(0.5) {
            self.clutter(rng, &mut canvas);
        }
        let cut = kind == "own-blue-cut" || rng.chance(0.15);
        let flat = kind == "header" || (plain && rng.chance(0.4));
        let mut quad = self.lay(rng, &mut canvas, &stamp, flat, [kind == "header", cut])?;
        self.finish(rng, &mut canvas, &mut quad);
        Some(Scene { canvas, truth: Some(Truth { quad, ink, plain }), kind })
    }

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
        self.finish(rng, &mut canvas, &mut [[0.0; 2]; 4]);
        Scene { canvas, truth: None, kind }
    }

    fn photo(&self, rng: &mut Rng, width: usize, height: usize) -> Canvas {
        Canvas::photo(rng.pick(self.photos), width, height, rng)
    }

    fn ground(&self, rng: &mut Rng, width: usize, height: usize) -> Canvas {
        match rng.below(4) {
            0 => self.photo(rng, width, height),
            1 => self.screen(rng, width, height),
            _ => paper(rng, width, height).0,
        }
    }

    /// Other things around the logo.
    fn clutter(&self, rng: &mut Rng, canvas: &mut Canvas) {
        let (width, height) = (canvas.width as f32, canvas.height as f32);
        for _ in 0..rng.below(6) {
            let colour = any_colour(rng);
            let (x, y) = (rng.unit() * width, rng.unit() * height);
            match rng.below(3) {
                0 => canvas.rectangle(x, y, rng.within(0.05, 0.4) * width, rng.within(0.02, 0.2) * height, colour),
                1 => canvas.circle(x, y, rng.within(0.02, 0.15) * width, colour),
                _ => {
                    let size = rng.within(0.02, 0.06) * width;
                    self.write(rng, canvas, "a line of words here", x, y, size, colour);
                }
            }
        }
    }

    /// Lays a stamp somewhere into the picture and says where its lozenge lies.
    fn lay(
        &self,
        rng: &mut Rng,
        canvas: &mut Canvas,
        stamp: &Stamp,
        flat: bool,
        [at_top, cut]: [bool; 2],
    ) -> Option<[[f32; 2]; 4]> {
        let (width, height) = (canvas.width as f32, canvas.height as f32);
        let lozenge = stamp.lozenge?;
        let lozenge_width = (lozenge[2] - lozenge[0]) * stamp.width();
        let least = (18.0 / width).max(0.02_f32);
        let part = least * (0.62 / least).powf(rng.unit());
        let scale = part * width / lozenge_width;
        let (wide, high) = (stamp.width() * scale, stamp.height() * scale);
        if wide > width * 1.05 || high > height * 1.05 {
            return None;
        }
        let (turn, skew) = if flat {
            (0.0, 0.0)
        } else {
            (
                rng.within(-15.0, 15.0_f32).to_radians() * if rng.chance(0.3) { 0.2 } else { 1.0 },
                rng.within(-0.18, 0.18),
            )
        };
        let bend = if flat { 0.0 } else { rng.within(0.0, 0.05) };
        let jitter: Vec<[f32; 2]> = (0..4).map(|_| [rng.within(-bend, bend), rng.within(-bend, bend)]).collect();
        let corner = |u: f32, v: f32| {
            let (x, y) = ((u - 0.5) * wide + (v - 0.5) * high * skew, (v - 0.5) * high);
            [x * turn.cos() - y * turn.sin(), x * turn.sin() + y * turn.cos()]
        };
        let mut quad = [corner(0.0, 0.0), corner(1.0, 0.0), corner(1.0, 1.0), corner(0.0, 1.0)];
        if lozenge == [0.0, 0.0, 1.0, 1.0] {
            for (corner, step) in quad.iter_mut().zip(&jitter) {
                corner[0] += step[0] * wide;
                corner[1] += step[1] * high;
            }
        }
        let reach = |axis: usize| quad.iter().map(|corner| corner[axis].abs()).fold(0.0, f32::max);
        let (reach_x, reach_y) = (reach(0), reach(1));
        let mut middle = [
            if reach_x * 2.0 < width { rng.within(reach_x, width - reach_x) } else { width / 2.0 },
            if reach_y * 2.0 < height { rng.within(reach_y, height - reach_y) } else { height / 2.0 },
        ];
        if at_top {
            middle[1] = reach_y + rng.within(0.0, 0.1) * high;
        }
        let alone = lozenge == [0.0, 0.0, 1.0, 1.0];
        if alone && cut {
            let cut = rng.within(0.05, 0.25);
            match rng.below(4) {
                0 => middle[0] = reach_x - cut * 2.0 * reach_x,
                1 => middle[0] = width - reach_x + cut * 2.0 * reach_x,
                2 => middle[1] = reach_y - cut * 2.0 * reach_y,
                _ => middle[1] = height - reach_y + cut * 2.0 * reach_y,
            }
        }
        for corner in &mut quad {
            corner[0] += middle[0];
            corner[1] += middle[1];
        }
        canvas.paste(stamp, quad);
        let [a, b, _, d] = quad;
        if alone {
            return Some(quad);
        }
        // All other stamps are laid without perspective.
        let place = |u: f32, v: f32| [0, 1].map(|axis| a[axis] + (b[axis] - a[axis]) * u + (d[axis] - a[axis]) * v);
        let [left, top, right, bottom] = lozenge;
        Some([place(left, top), place(right, top), place(right, bottom), place(left, bottom)])
    }

    /// What happens to a picture on its way to a post.
    fn finish(&self, rng: &mut Rng, canvas: &mut Canvas, quad: &mut [[f32; 2]; 4]) {
        if rng.chance(0.35) {
            let least = canvas.width.min(canvas.height) as f32;
            let logo = ((quad[1][0] - quad[0][0]).abs() * 0.02).max(0.5);
            canvas.blur(rng.within(0.3, (least * 0.006).min(logo).max(0.7)));
        }
        if rng.chance(0.6) {
            let strength = rng.within(0.2, 1.0);
            canvas.light(rng, strength);
        }
        if rng.chance(0.8) {
            let quality = rng.within(30.0, 95.0) as u8;
            // A picture that cannot be saved stays as it is.
            let _ = canvas.jpeg(quality, rng.chance(0.8));
        }
    }

    #[allow(clippy::too_many_arguments, reason = "a line of words has a place, a size and a colour")]
    fn write(&self, rng: &mut Rng, canvas: &mut Canvas, text: &str, x: f32, y: f32, size: f32, colour: Colour) {
        let slant = if rng.chance(0.2) { 0.2 } else { 0.0 };
        let Some(path) = word(self.forms.face(rng), text, slant, 0.0) else { return };
        if let Some(path) = path.transform(Transform::from_scale(size, size).post_translate(x, y)) {
            canvas.fill(&path, colour);
        }
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

    /// An interface: bars, buttons, boxes, lines of text.
    pub(crate) fn screen(&self, rng: &mut Rng, width: usize, height: usize) -> Canvas {
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

fn size(rng: &mut Rng) -> (usize, usize) {
    let width = rng.within(200.0, 760.0) as usize;
    (width, (width as f32 * *rng.pick(&[0.5, 0.6667, 0.75, 1.0, 1.0, 1.33])) as usize)
}

fn any_colour(rng: &mut Rng) -> Colour {
    [rng.below(256) as u8, rng.below(256) as u8, rng.below(256) as u8]
}

/// Paper, card, or a flat colour, and that colour.
fn paper(rng: &mut Rng, width: usize, height: usize) -> (Canvas, Colour) {
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
