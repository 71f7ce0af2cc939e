//! A place straightened out: what the network looks at.

use crate::fit::Fit;
use crate::picture::Raster;
use crate::quad::Quad;

/// Cells of a patch across and down.
pub(crate) const WIDTH: usize = 56;
pub(crate) const HEIGHT: usize = 24;
/// Numbers to a cell.
pub(crate) const CHANNELS: usize = 4;

/// What is seen around the logo on each side, in parts of the logo.
const AROUND: [f32; 2] = [0.04, 0.08];
/// Samples to a cell along each side, at most.
const MOST_SAMPLES: usize = 4;

/// Red, green and blue of every cell, row by row.
pub(crate) type Patch = [[u8; 3]; WIDTH * HEIGHT];

/// Straightens out a place.
pub(crate) fn patch(raster: &Raster<'_>, quad: &Quad) -> Patch {
    let seen = quad.part([-AROUND[0], -AROUND[1]], [1.0 + AROUND[0], 1.0 + AROUND[1]]);
    let cell = (seen.width() / WIDTH as f32).max(seen.height() / HEIGHT as f32);
    let samples = (cell.ceil() as usize).clamp(1, MOST_SAMPLES);
    let mut sums = [[0_u32; 3]; WIDTH * HEIGHT];
    for (row, line) in sums.chunks_exact_mut(WIDTH).enumerate() {
        for sub in 0..samples * samples {
            let part = |number: usize| ((number as f32) + 0.5) / samples as f32;
            let down = (row as f32 + part(sub / samples)) / HEIGHT as f32;
            let (from, to) = (seen.place(0.0, down), seen.place(1.0, down));
            let step = [0, 1].map(|axis| (to[axis] - from[axis]) / WIDTH as f32);
            let first = [0, 1].map(|axis| from[axis] + step[axis] * part(sub % samples));
            raster.add_colours_along(first, step, line);
        }
    }
    let whole = (samples * samples) as u32 * 65_536;
    sums.map(|sum| sum.map(|part| ((part + whole / 2) / whole) as u8))
}

/// What the network takes: luminance with the spread taken out and the letters always light, blue over red, green over
/// red, and plain luminance.
pub(crate) fn inputs(patch: &Patch, light_letters: bool) -> Vec<f32> {
    let luminance = |[red, green, blue]: [u8; 3]| {
        (77.0 * f32::from(red) + 150.0 * f32::from(green) + 29.0 * f32::from(blue)) / 256.0
    };
    let count = patch.len() as f32;
    let mean = patch.iter().map(|cell| luminance(*cell)).sum::<f32>() / count;
    let spread = (patch.iter().map(|cell| (luminance(*cell) - mean) * (luminance(*cell) - mean)).sum::<f32>() / count)
        .sqrt()
        .max(2.0);
    let sign = if light_letters { 1.0 } else { -1.0 };
    let mut out = Vec::with_capacity(patch.len() * CHANNELS);
    for cell in patch {
        let [red, green, blue] = cell.map(f32::from);
        let light = luminance(*cell);
        out.push(((light - mean) / spread * sign).clamp(-3.0, 3.0));
        out.push((blue - red) / 128.0);
        out.push((green - red) / 128.0);
        out.push((light - 128.0) / 128.0);
    }
    out
}

/// What the network takes for a fitted place.
pub(crate) fn inputs_of(raster: &Raster<'_>, fit: &Fit) -> Vec<f32> {
    inputs(&patch(raster, &fit.quad), fit.correlation >= 0.0)
}
