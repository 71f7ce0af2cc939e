//! The drawn logo, small.

/// Cells of the template across and down.
pub(crate) const WIDTH: usize = 56;
pub(crate) const HEIGHT: usize = 24;
/// Cells of the template at half its size.
pub(crate) const HALF_WIDTH: usize = WIDTH / 2;
pub(crate) const HALF_HEIGHT: usize = HEIGHT / 2;

/// Width of the logo to its height.
pub(crate) const ASPECT: f32 = 2.5;

/// How much of each cell the letters cover, 0 to 255. Made from `data/nhs-logo.svg` by `cargo xtask logo-train template`.
const LETTERS: &[u8; WIDTH * HEIGHT] = include_bytes!("../data/letters.bin");

/// The letters at half size, with a mean of 0 and a length of 1: what correlation takes.
pub(crate) fn half() -> [f32; HALF_WIDTH * HALF_HEIGHT] {
    let mut cells = [0.0; HALF_WIDTH * HALF_HEIGHT];
    for (at, cell) in LETTERS.iter().enumerate() {
        cells[at / WIDTH / 2 * HALF_WIDTH + at % WIDTH / 2] += f32::from(*cell) / 4.0;
    }
    normalise(&mut cells);
    cells
}

/// Shifts and scales to a mean of 0 and a length of 1. Returns false where all cells are as good as equal.
pub(crate) fn normalise(cells: &mut [f32]) -> bool {
    let mean = cells.iter().sum::<f32>() / cells.len() as f32;
    for cell in cells.iter_mut() {
        *cell -= mean;
    }
    let length = cells.iter().map(|cell| cell * cell).sum::<f32>().sqrt();
    // Less than two grey levels of spread carries no shape.
    if length < 2.0 * (cells.len() as f32).sqrt() {
        return false;
    }
    for cell in cells.iter_mut() {
        *cell /= length;
    }
    true
}
