//! Finds the NHS logo in a picture.
//!
//! ```
//! use lozenge_logo::{Outcome, find};
//!
//! let white = [255; 4 * 64 * 32];
//! assert_eq!(find(&white, 64, 32)?.outcome, Outcome::Absent);
//! # Ok::<(), lozenge_logo::PictureError>(())
//! ```
//!
//! The logo meant is the English NHS lozenge, in colour, reversed or in one
//! colour, alone or within an organisation's logo. Places that could hold it are
//! gathered by colour and shape (`candidates`), fitted to the drawn logo
//! (`fit`), and the best of them are judged.
//!
//! Nothing but additions, multiplications, divisions and square roots of 32-bit
//! floats is used, in one order, so that the answer is the same on every machine
//! and in WebAssembly. There is no clock, no randomness, no input or output.

mod blobs;
mod candidates;
mod fit;
#[cfg(feature = "lab")]
#[doc(hidden)]
pub mod lab;
mod network;
mod patch;
mod picture;
mod quad;
mod template;
mod verdict;

pub use picture::PictureError;
pub use verdict::{How, Outcome, Verdict};

use picture::Raster;

/// Looks for the logo in a picture of `width` × `height` pixels, four bytes each: red, green, blue, alpha.
///
/// What is transparent is seen as white; as black, where the rest is as light as white. A picture of more than a
/// megapixel is shrunk first; places in the verdict are in pixels of what was given.
///
/// # Errors
///
/// Where the bytes are not `4 * width * height`.
pub fn find(rgba: &[u8], width: u32, height: u32) -> Result<Verdict, PictureError> {
    let raster = Raster::new(rgba, width, height)?;
    Ok(verdict::judge(&raster))
}
