//! Pictures with the logo, whose true corners are known.

use crate::canvas::Canvas;
use crate::forms::Ink;
use crate::rng::Rng;
use crate::scene::grounds::{any_colour, paper};
use crate::scene::{Maker, Scene, Truth, size};
use crate::stamp::{Stamp, nhs_blue};

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
        let quad = self.lay(rng, &mut canvas, &stamp, flat, [kind == "header", cut])?;
        self.finish(rng, &mut canvas, quad[1][0] - quad[0][0]);
        Some(Scene { canvas, truth: Some(Truth { quad, ink, plain }), kind })
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
}
