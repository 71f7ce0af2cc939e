//! Pictures with the logo, whose true corners are known, and pictures without it.

mod filling;
mod grounds;
mod others;
mod shown;

use image::RgbImage;

use crate::Outcome;
use crate::canvas::Canvas;
use crate::forms::{Forms, Ink};
use crate::rng::Rng;
use crate::sources::Sources;

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

/// What scenes are made of.
pub(crate) struct Maker<'a> {
    photos: &'a [RgbImage],
    /// Pictures of all sorts without the logo: clip art, screens, objects.
    others: &'a [RgbImage],
    pub(crate) forms: Forms<'a>,
}

impl<'a> Maker<'a> {
    /// `test` says whose half the sources are.
    pub(crate) fn new(sources: &'a Sources, test: bool) -> Outcome<Self> {
        let forms = Forms::new(&sources.fonts, test)?;
        Ok(Self { photos: &sources.photos, others: &sources.others, forms })
    }

    /// What happens to a picture on its way to a post. `logo_width` is 0 where there is no logo.
    fn finish(&self, rng: &mut Rng, canvas: &mut Canvas, logo_width: f32) {
        if rng.chance(0.35) {
            let least = canvas.width.min(canvas.height) as f32;
            let logo = (logo_width * 0.02).max(0.5);
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
}

/// Pixels across and down.
fn size(rng: &mut Rng) -> (usize, usize) {
    let width = rng.within(200.0, 760.0) as usize;
    (width, (width as f32 * *rng.pick(&[0.5, 0.6667, 0.75, 1.0, 1.0, 1.33])) as usize)
}
