//! Lays the drawn logo over a place and moves it to where it fits best.

use crate::picture::Raster;
use crate::quad::Quad;
use crate::template::{HALF_HEIGHT, HALF_WIDTH, Letters};

/// A place and how well the logo's letters correlate with it: 1 is perfect, -1 perfect with light and dark exchanged.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Fit {
    pub(crate) quad: Quad,
    pub(crate) correlation: f32,
}

/// Lays the logo over places of one picture.
pub(crate) struct Fitter<'a> {
    raster: &'a Raster<'a>,
    letters: Letters,
}

/// Ways in which the four corners move together, in parts of the quad's sides: across, down, wider, higher, slanted,
/// turned, narrower at one end.
const MOVES: [[[f32; 2]; 4]; 7] = [
    [[1.0, 0.0], [1.0, 0.0], [1.0, 0.0], [1.0, 0.0]],
    [[0.0, 1.0], [0.0, 1.0], [0.0, 1.0], [0.0, 1.0]],
    [[-1.0, 0.0], [1.0, 0.0], [1.0, 0.0], [-1.0, 0.0]],
    [[0.0, -1.0], [0.0, -1.0], [0.0, 1.0], [0.0, 1.0]],
    [[1.0, 0.0], [1.0, 0.0], [-1.0, 0.0], [-1.0, 0.0]],
    [[0.0, -1.0], [0.0, 1.0], [0.0, 1.0], [0.0, -1.0]],
    [[0.0, 1.0], [0.0, -1.0], [0.0, 1.0], [0.0, -1.0]],
];

impl<'a> Fitter<'a> {
    pub(crate) fn new(raster: &'a Raster<'a>) -> Self {
        Self { raster, letters: Letters::new() }
    }

    /// How well the logo fits as the quad lies.
    pub(crate) fn here(&self, quad: Quad) -> Fit {
        let mut cells = [0; HALF_WIDTH * HALF_HEIGHT];
        for (row, line) in cells.chunks_exact_mut(HALF_WIDTH).enumerate() {
            let down = (row as f32 + 0.5) / HALF_HEIGHT as f32;
            let (from, to) = (quad.place(0.0, down), quad.place(1.0, down));
            let step = [0, 1].map(|axis| (to[axis] - from[axis]) / HALF_WIDTH as f32);
            self.raster.luminance_along([from[0] + step[0] / 2.0, from[1] + step[1] / 2.0], step, line);
        }
        let correlation = self.letters.correlation(&cells);
        Fit { quad, correlation }
    }

    /// The best fit near by, found by small moves.
    pub(crate) fn near(&self, mut best: Fit) -> Fit {
        let sign = if best.correlation < 0.0 { -1.0 } else { 1.0 };
        for step in [0.08, 0.04, 0.02] {
            for way in MOVES {
                for direction in [step, -step] {
                    let quad = self.stepped(best.quad, way, direction);
                    let fit = self.here(quad);
                    if fit.correlation * sign > best.correlation * sign {
                        best = fit;
                        break;
                    }
                }
            }
        }
        best
    }

    fn stepped(&self, quad: Quad, way: [[f32; 2]; 4], by: f32) -> Quad {
        let [a, b, c, d] = quad.0;
        let across = [0, 1].map(|axis| (b[axis] - a[axis] + c[axis] - d[axis]) / 2.0 * by * 0.5);
        let down = [0, 1].map(|axis| (d[axis] - a[axis] + c[axis] - b[axis]) / 2.0 * by);
        quad.moved(way.map(|[x, y]| [0, 1].map(|axis| across[axis] * x + down[axis] * y)))
    }
}
