//! Small pictures that a box fills from side to side: icons, avatars, tight crops. A logo there has little or nothing
//! around it by which it could be told from what lies beside it, and may go on beyond the edge.

use crate::canvas::{Canvas, Colour, mix};
use crate::forms::Ink;
use crate::rng::Rng;
use crate::scene::grounds::any_colour;
use crate::scene::{Maker, Scene, Truth};
use crate::stamp::{Stamp, nhs_blue};

/// How the box lies, as often as it does: with a margin of up to a twentieth of the picture, from edge to edge, cut by
/// one edge by up to a quarter, cut by both sides, in a disc, or as all that there is.
const KINDS: [&str; 8] = ["margin", "margin", "touching", "touching", "cut", "zoomed", "disc", "crop"];

/// A picture's size, and the place of the box in it.
struct Layout {
    kind: &'static str,
    width: f32,
    height: f32,
    quad: [[f32; 2]; 4],
}

impl Layout {
    /// For a box so many times as wide as high.
    fn of(rng: &mut Rng, aspect: f32) -> Self {
        let kind = *rng.pick(&KINDS);
        let width = (40.0 * 12.0_f32.powf(rng.unit())).round();
        let margin = rng.within(0.0, 0.05);
        let (mut left, mut right) = match kind {
            "touching" => (0.0, 1.0),
            "zoomed" => (-margin * 2.0, 1.0 + margin * 2.0),
            // The corners of a box of this shape touch the disc at a margin of 0.036.
            "disc" => (margin * 1.6 - 0.02, 1.02 - margin * 1.6),
            _ => (margin, 1.0 - margin),
        };
        let side = (kind == "cut").then(|| rng.below(4));
        let beyond = rng.within(0.05, 0.25);
        match side {
            Some(0) => left = right - (right - left) / (1.0 - beyond),
            Some(1) => right = left + (right - left) / (1.0 - beyond),
            _ => {}
        }
        (left, right) = (left * width, right * width);
        let tall = (right - left) / aspect;
        let height = match kind {
            "crop" => tall + 2.0 * margin * width,
            "disc" => width,
            _ if rng.chance(0.7) => width,
            _ => (width * rng.within(0.5, 1.3)).max(tall),
        };
        let height = height.round();
        let spare = height - tall;
        let mut top = spare * if kind == "disc" || rng.chance(0.6) { 0.5 } else { rng.unit() };
        match side {
            Some(2) => top = -tall * beyond,
            Some(3) => top = spare + tall * beyond,
            _ => {}
        }
        let mut quad = [[left, top], [right, top], [right, top + tall], [left, top + tall]];
        // Who draws an icon lays things on whole pixels.
        if rng.chance(0.5) {
            quad = quad.map(|corner| corner.map(f32::round));
        }
        Self { kind, width, height, quad }
    }
}

impl Maker<'_> {
    /// A picture that the logo fills.
    pub(crate) fn filled_by_logo(&self, rng: &mut Rng) -> Scene {
        loop {
            if let Some(scene) = self.try_filled_by_logo(rng) {
                return scene;
            }
        }
    }

    fn try_filled_by_logo(&self, rng: &mut Rng) -> Option<Scene> {
        let layout = Layout::of(rng, 2.5);
        let blue = nhs_blue(rng);
        let ground = ground(rng);
        let (ground, stamp, ink) = match rng.below(10) {
            0..6 => (ground, self.forms.lozenge(blue, Some([255; 3]))?, Ink::Colour),
            6 => (blue, self.forms.lozenge([255; 3], Some(blue))?, Ink::Colour),
            7 => (blue, self.forms.lozenge(blue, Some([255; 3]))?, Ink::Colour),
            8 => (ground, self.forms.in_colour(rng)?, Ink::Colour),
            _ => (ground, self.forms.in_one(rng, ground)?, Ink::One),
        };
        let canvas = self.filled(rng, &layout, &stamp, ground);
        let truth = Truth { quad: layout.quad, ink, plain: true };
        Some(Scene { canvas, truth: Some(truth), kind: layout.kind })
    }

    /// A picture of the same sort that something else fills.
    pub(crate) fn filled_by_other(&self, rng: &mut Rng) -> Scene {
        let mut canvas = match rng.below(10) {
            0 => {
                let side = rng.within(48.0, 320.0);
                let height = side * rng.within(0.4, 1.0);
                self.photo(rng, side as usize, height as usize)
            }
            1 => {
                let side = rng.within(48.0, 320.0) as usize;
                Canvas::photo(rng.pick(self.others), side, side, rng)
            }
            _ => return self.filled_by_word(rng),
        };
        self.finish(rng, &mut canvas, 0.0);
        Scene { canvas, truth: None, kind: "piece" }
    }

    fn filled_by_word(&self, rng: &mut Rng) -> Scene {
        loop {
            let blue = nhs_blue(rng);
            let ground = ground(rng);
            let (ground, plate, ink): (Colour, Colour, Colour) = match rng.below(10) {
                0..5 => (ground, blue, [255; 3]),
                5 => (blue, [255; 3], blue),
                6 => (blue, blue, [255; 3]),
                7 => (ground, [rng.below(60) as u8; 3], [255; 3]),
                _ => (ground, any_colour(rng), if rng.chance(0.7) { [255; 3] } else { any_colour(rng) }),
            };
            let text = self.forms.look_alike_word(rng);
            let slanted = rng.chance(0.65);
            if let Some(stamp) = self.forms.word_box(rng, &text, slanted, Some(plate), ink) {
                let layout = Layout::of(rng, stamp.width() / stamp.height());
                let canvas = self.filled(rng, &layout, &stamp, ground);
                return Scene { canvas, truth: None, kind: layout.kind };
            }
        }
    }

    fn filled(&self, rng: &mut Rng, layout: &Layout, stamp: &Stamp, ground: Colour) -> Canvas {
        let Layout { kind, width, height, quad } = *layout;
        let mut canvas = Canvas::plain(width as usize, height as usize, ground);
        if rng.chance(0.1) {
            canvas = self.photo(rng, width as usize, height as usize);
        }
        let below = height - quad[2][1];
        if kind != "disc" && below > height * 0.2 && rng.chance(0.5) {
            let ink = if ground[1] > 128 { [rng.below(60) as u8; 3] } else { [255; 3] };
            let size = below * rng.within(0.3, 0.6);
            let name = self.forms.name(rng);
            let (x, y) = (rng.within(0.0, 0.1) * width, height - (below - size) * rng.within(0.3, 0.7));
            self.write(rng, &mut canvas, name, x, y, size, ink);
        }
        canvas.paste(stamp, quad);
        let outside = if rng.chance(0.7) { [255; 3] } else { any_colour(rng) };
        if kind == "disc" {
            round_off(&mut canvas, width / 2.0, outside);
        } else if rng.chance(0.15) {
            round_off(&mut canvas, width * rng.within(0.1, 0.25), outside);
        }
        // Many an icon comes as it was drawn.
        if rng.chance(0.6) {
            self.finish(rng, &mut canvas, quad[1][0] - quad[0][0]);
        }
        canvas
    }
}

/// What lies above and below the box.
fn ground(rng: &mut Rng) -> Colour {
    match rng.below(10) {
        0..6 => [255; 3],
        6 => [0; 3],
        7 => [rng.within(200.0, 250.0) as u8; 3],
        _ => any_colour(rng),
    }
}

/// Takes the corners off a picture.
fn round_off(canvas: &mut Canvas, radius: f32, outside: Colour) {
    let half = [canvas.width, canvas.height].map(|side| side as f32 / 2.0);
    let radius = radius.min(half[0]).min(half[1]);
    for (at, pixel) in canvas.pixels.iter_mut().enumerate() {
        let place = [at % canvas.width, at / canvas.width];
        let [x, y] = [0, 1].map(|axis| ((place[axis] as f32 + 0.5 - half[axis]).abs() - half[axis] + radius).max(0.0));
        let inside = radius - (x * x + y * y).sqrt() + 0.5;
        *pixel = mix(outside, *pixel, inside.clamp(0.0, 1.0));
    }
}
