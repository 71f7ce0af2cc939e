//! What training and measuring need of the inside. Not for anybody else.

use crate::candidates::candidates;
use crate::fit::{Fit, Fitter};
use crate::picture::{PictureError, Raster};
use crate::quad::Quad;

use crate::{How, network, patch, verdict};

/// Red, green and blue of every cell, row by row.
pub type Patch = patch::Patch;
/// Cells of a patch across and down, and numbers to a cell.
pub const SHAPE: [usize; 3] = [patch::WIDTH, patch::HEIGHT, patch::CHANNELS];
/// Numbers that the network learns.
pub const COUNT: usize = network::COUNT;

/// A place that was looked at.
pub struct Place {
    /// Its corners.
    pub quad: [[f32; 2]; 4],
    /// How well the drawn logo correlates with it.
    pub correlation: f32,
    /// What the network makes of it.
    pub score: f32,
    /// What the network saw.
    pub patch: Box<Patch>,
}

/// All that a picture is looked at for.
pub struct Looked {
    /// The quads of all places.
    pub all: Vec<[[f32; 2]; 4]>,
    /// Those that came to the network, the best first.
    pub places: Vec<Place>,
}

/// Looks at a picture as [`crate::find`] does. Everything is in pixels of the picture as shrunk.
///
/// # Errors
///
/// As [`crate::find`].
pub fn look(rgba: &[u8], width: u32, height: u32) -> Result<Looked, PictureError> {
    let raster = Raster::new(rgba, width, height)?;
    let all = candidates(&raster).iter().map(|candidate| candidate.quad.0).collect();
    let network = network::Network::new();
    let place = |(fit, _): (Fit, How)| Place {
        quad: fit.quad.0,
        correlation: fit.correlation,
        score: network.judge(&patch::inputs_of(&raster, &fit)),
        patch: Box::new(patch::patch(&raster, &fit.quad)),
    };
    let places = verdict::fitted(&raster).into_iter().map(place).collect();
    Ok(Looked { all, places })
}

/// The patch at given corners, and whether its letters are the light part.
///
/// # Errors
///
/// As [`crate::find`].
pub fn patches(
    rgba: &[u8],
    width: u32,
    height: u32,
    quads: &[[[f32; 2]; 4]],
) -> Result<Vec<(Patch, f32)>, PictureError> {
    let raster = Raster::new(rgba, width, height)?;
    let fitter = Fitter::new(&raster);
    let one = |quad: &[[f32; 2]; 4]| {
        let fit = fitter.here(Quad(*quad));
        (patch::patch(&raster, &fit.quad), fit.correlation)
    };
    Ok(quads.iter().map(one).collect())
}

/// What the network takes.
pub fn inputs(patch: &Patch, light_letters: bool) -> Vec<f32> {
    patch::inputs(patch, light_letters)
}
