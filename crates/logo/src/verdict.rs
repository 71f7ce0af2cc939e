//! What is said of a picture.

use serde::Serialize;

use crate::candidates::candidates;
use crate::fit::{Fit, Fitter};
use crate::picture::Raster;

/// Places that are fitted with care.
const FITTED: usize = 12;

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
    /// A blue box.
    Blue,
    /// A white box.
    Reversed,
    /// Letters, with no edge of a box to be seen.
    Letters,
    /// A box that the edge of the picture cuts.
    Edge,
    /// A box in one colour that is neither blue nor white.
    OneColour,
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

pub(crate) fn judge(raster: &Raster) -> Verdict {
    let fitter = Fitter::new(raster);
    let mut fits: Vec<(Fit, How)> = candidates(raster)
        .into_iter()
        .filter(|candidate| candidate.quad.is_finite())
        .map(|candidate| (fitter.here(candidate.quad), candidate.how))
        .collect();
    fits.sort_by(|(one, _), (other, _)| other.correlation.abs().total_cmp(&one.correlation.abs()));
    fits.truncate(FITTED);
    let best = fits
        .into_iter()
        .map(|(fit, how)| (fitter.near(fit), how))
        .max_by(|(one, _), (other, _)| one.correlation.abs().total_cmp(&other.correlation.abs()));
    let Some((fit, how)) = best else {
        return Verdict::NOTHING;
    };
    let score = fit.correlation.abs().min(1.0);
    let outcome = match score {
        ..0.75 => return Verdict { score, ..Verdict::NOTHING },
        _ if fit.quad.width() < 30.0 => Outcome::Unclear,
        _ => Outcome::Shown,
    };
    let quad = fit.quad.0.map(|[x, y]| [x * raster.scale[0], y * raster.scale[1]]);
    Verdict { outcome, score, quad: Some(quad), how }
}
