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

/// Cells at half size.
const HALF: usize = HALF_WIDTH * HALF_HEIGHT;
/// Whole numbers to a level of luminance in the cells that are compared.
pub(crate) const TO_A_LEVEL: u32 = 8;

/// The letters at half size. All sums are of whole numbers, which no order of adding changes.
pub(crate) struct Letters {
    cells: [u16; HALF],
    sums: Sums,
}

impl Letters {
    pub(crate) fn new() -> Self {
        let mut cells = [0; HALF];
        for (at, cell) in LETTERS.iter().enumerate() {
            cells[at / WIDTH / 2 * HALF_WIDTH + at % WIDTH / 2] += u16::from(*cell);
        }
        Self { cells, sums: Sums::of(&cells) }
    }

    /// How well cells of at most 11 bits correlate with the letters, -1 to 1.
    pub(crate) fn correlation(&self, cells: &[u16; HALF]) -> f32 {
        let sums = Sums::of(cells);
        // Less than two levels of spread carry no shape.
        let least = 2 * i64::from(TO_A_LEVEL) * HALF as i64;
        if sums.spread < least * least {
            return 0.0;
        }
        let shared: u32 =
            cells.iter().zip(&self.cells).map(|(cell, letter)| u32::from(*cell) * u32::from(*letter)).sum();
        let shared = HALF as i64 * i64::from(shared) - sums.whole * self.sums.whole;
        shared as f32 / ((sums.spread as f32).sqrt() * (self.sums.spread as f32).sqrt())
    }
}

/// What of some cells enters correlation.
struct Sums {
    whole: i64,
    /// The number of cells times the sum of squares, less the square of the sum.
    spread: i64,
}

impl Sums {
    fn of(cells: &[u16; HALF]) -> Self {
        let whole: u32 = cells.iter().map(|cell| u32::from(*cell)).sum();
        let squares: u32 = cells.iter().map(|cell| u32::from(*cell) * u32::from(*cell)).sum();
        let whole = i64::from(whole);
        Self { whole, spread: HALF as i64 * i64::from(squares) - whole * whole }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_correlate_with_themselves_either_way_round() {
        let letters = Letters::new();
        assert!((letters.correlation(&letters.cells) - 1.0).abs() < 1e-5);
        let reversed = letters.cells.map(|cell| 2040 - 2 * cell);
        assert!((letters.correlation(&reversed) + 1.0).abs() < 1e-5);
    }

    #[test]
    fn nearly_even_cells_carry_no_shape() {
        let letters = Letters::new();
        assert_eq!(letters.correlation(&letters.cells.map(|cell| 900 + cell / 64)), 0.0);
        assert_eq!(letters.correlation(&[2040; HALF]), 0.0);
    }
}
