//! What is said of a picture.

use serde::Serialize;

use crate::candidates::candidates;
use crate::fit::{Fit, Fitter};
use crate::network::Network;
use crate::patch::inputs_of;
use crate::picture::Raster;

/// Places that are fitted with care, and those of them that the network judges.
const FITTED: usize = 20;
const JUDGED: usize = 12;
/// What correlates less with the drawn logo, as it lies and after fitting, is not the logo.
const LEAST_BEFORE_FITTING: f32 = 0.15;
const LEAST_CORRELATION: f32 = 0.4;
/// The network's score from which on the logo is there: of 5,575 pictures without it, made of what training is made of,
/// none reached it.
const SURE: f32 = 0.98;
/// The width in pixels, of the picture as looked at, under which letters cannot be told apart.
const LEAST_WIDTH: f32 = 31.0;

/// Whether the logo is there.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Outcome {
    /// The picture shows the logo.
    Shown,
    /// Something in it may be the logo, but is too small or too degraded to say.
    Unclear,
    /// Nothing in it looks like the logo.
    Absent,
}

/// What suggested the place that was judged.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum How {
    /// A box bluer than what surrounds it.
    Blue,
    /// A box less blue than what surrounds it.
    Reversed,
    /// A box darker than what surrounds it.
    Dark,
    /// A box lighter than what surrounds it.
    Light,
    /// Letters, with no edge of a box to be seen.
    Letters,
    /// A box that the edge of the picture cuts.
    Edge,
    /// Nothing was worth a look.
    Nothing,
}

/// The answer to one picture.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct Verdict {
    /// Whether the logo is there.
    pub outcome: Outcome,
    /// How sure it is that the logo is there, 0 to 1.
    pub score: f32,
    /// The corners of the logo in pixels of the picture, where there is one: top left, top right, bottom right, bottom
    /// left. Parts of a logo that is cut lie outside the picture.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub quad: Option<[[f32; 2]; 4]>,
    /// What suggested the place.
    pub how: How,
}

impl Verdict {
    const NOTHING: Self = Self { outcome: Outcome::Absent, score: 0.0, quad: None, how: How::Nothing };
}

pub(crate) fn judge(raster: &Raster<'_>) -> Verdict {
    let network = Network::new();
    let best = fitted(raster)
        .into_iter()
        .map(|(fit, how)| (network.judge(&inputs_of(raster, &fit)), fit, how))
        .max_by(|(one, ..), (other, ..)| one.total_cmp(other));
    let Some((score, fit, how)) = best else {
        return Verdict::NOTHING;
    };
    let outcome = match score {
        ..SURE => return Verdict { score, ..Verdict::NOTHING },
        _ if fit.quad.width() < LEAST_WIDTH => Outcome::Unclear,
        _ => Outcome::Shown,
    };
    let quad = fit.quad.0.map(|[x, y]| [x * raster.scale[0], y * raster.scale[1]]);
    Verdict { outcome, score, quad: Some(quad), how }
}

/// The places that are worth the network's look, each with the drawn logo laid over it as well as it goes.
pub(crate) fn fitted(raster: &Raster<'_>) -> Vec<(Fit, How)> {
    let fitter = Fitter::new(raster);
    let mut fits: Vec<(Fit, How)> =
        candidates(raster).into_iter().map(|candidate| (fitter.here(candidate.quad), candidate.how)).collect();
    fits.retain(|(fit, _)| fit.correlation.abs() >= LEAST_BEFORE_FITTING);
    best_first(&mut fits);
    fits.truncate(FITTED);
    for (fit, _) in &mut fits {
        *fit = fitter.near(*fit);
    }
    fits.retain(|(fit, _)| fit.correlation.abs() >= LEAST_CORRELATION);
    best_first(&mut fits);
    fits.truncate(JUDGED);
    fits
}

fn best_first(fits: &mut [(Fit, How)]) {
    fits.sort_by(|(one, _), (other, _)| other.correlation.abs().total_cmp(&one.correlation.abs()));
}
