//! The picture as it is looked at: opaque and of no more than a megapixel.

use thiserror::Error;

/// Pixels that a picture may have before it is shrunk.
const MOST: u64 = 1_000_000;

/// What was given is not a picture.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
#[non_exhaustive]
pub enum PictureError {
    /// The bytes are not those of a picture of this size.
    #[error(
        "a picture of {width} by {height} pixels has four bytes a pixel, but {given} bytes were given: pass the whole RGBA data with its own width and height"
    )]
    Length {
        /// Pixels in a row, as given.
        width: u32,
        /// Rows, as given.
        height: u32,
        /// Bytes that came.
        given: usize,
    },
}

/// Opaque pixels: red, green, blue, and luminance.
pub(crate) struct Raster {
    pub(crate) pixels: Vec<[u8; 4]>,
    pub(crate) width: usize,
    pub(crate) height: usize,
    /// Pixels of the picture given to one of these, across and down.
    pub(crate) scale: [f32; 2],
}

impl Raster {
    pub(crate) fn new(rgba: &[u8], width: u32, height: u32) -> Result<Self, PictureError> {
        let area = u64::from(width) * u64::from(height);
        if area.checked_mul(4) != Some(rgba.len() as u64) {
            return Err(PictureError::Length { width, height, given: rgba.len() });
        }
        let (pixels, _) = rgba.as_chunks::<4>();
        let (width, height) = (width as usize, height as usize);
        if area <= MOST {
            let pixels = pixels.iter().map(|&pixel| with_luminance(opaque(pixel))).collect();
            return Ok(Self { pixels, width, height, scale: [1.0, 1.0] });
        }
        Ok(shrink(pixels, width, height, area))
    }

    /// Luminance at a place, between the middles of pixels; beyond the edge is as the edge.
    pub(crate) fn luminance(&self, x: f32, y: f32) -> f32 {
        self.blend(x, y, |[_, _, _, luminance]| f32::from(luminance))
    }

    /// One pixel of a place; beyond the edge is as the edge. The picture must not be empty.
    pub(crate) fn at(&self, x: i32, y: i32) -> [u8; 4] {
        let x = (x.max(0) as usize).min(self.width - 1);
        let y = (y.max(0) as usize).min(self.height - 1);
        self.pixels[y * self.width + x]
    }

    /// Red, green and blue at a place, as `luminance`.
    pub(crate) fn colour(&self, [x, y]: [f32; 2]) -> [f32; 3] {
        let (x, y) = (x - 0.5, y - 0.5);
        let (left, top) = (x.floor(), y.floor());
        let (across, down) = (x - left, y - top);
        let (left, top) = (left as i32, top as i32);
        let corners = [self.at(left, top), self.at(left + 1, top), self.at(left, top + 1), self.at(left + 1, top + 1)];
        let weights = [(1.0 - across) * (1.0 - down), across * (1.0 - down), (1.0 - across) * down, across * down];
        [0, 1, 2].map(|part| corners.iter().zip(weights).map(|(corner, weight)| f32::from(corner[part]) * weight).sum())
    }

    fn blend(&self, x: f32, y: f32, value: impl Fn([u8; 4]) -> f32) -> f32 {
        let (x, y) = (x - 0.5, y - 0.5);
        let (left, top) = (x.floor(), y.floor());
        let (right_part, bottom_part) = (x - left, y - top);
        let (left, top) = (left as i32, top as i32);
        let upper = value(self.at(left, top)) * (1.0 - right_part) + value(self.at(left + 1, top)) * right_part;
        let lower = value(self.at(left, top + 1)) * (1.0 - right_part) + value(self.at(left + 1, top + 1)) * right_part;
        upper * (1.0 - bottom_part) + lower * bottom_part
    }
}

/// On white, as the sites show it.
fn opaque([red, green, blue, alpha]: [u8; 4]) -> [u8; 3] {
    if alpha == 255 {
        return [red, green, blue];
    }
    let on_white = |part: u8| {
        let alpha = u32::from(alpha);
        ((u32::from(part) * alpha + 255 * (255 - alpha) + 127) / 255) as u8
    };
    [on_white(red), on_white(green), on_white(blue)]
}

fn with_luminance([red, green, blue]: [u8; 3]) -> [u8; 4] {
    let luminance = (77 * u32::from(red) + 150 * u32::from(green) + 29 * u32::from(blue)) >> 8;
    [red, green, blue, luminance as u8]
}

/// Every pixel of the result is the mean of the area that it covers.
fn shrink(pixels: &[[u8; 4]], width: usize, height: usize, area: u64) -> Raster {
    let by = (MOST as f64 / area as f64).sqrt();
    let most = MOST as usize;
    let new_height = ((height as f64 * by) as usize).clamp(1, height);
    let new_width = ((width as f64 * by) as usize).clamp(1, width).min((most / new_height).max(1));
    let new_height = new_height.min(most / new_width);
    let mut out = Vec::with_capacity(new_width * new_height);
    let mut sums = vec![[0_u64; 3]; new_width];
    let mut across = vec![[0_u64; 3]; new_width];
    let whole = width as u64 * height as u64;
    for row in 0..new_height {
        sums.fill([0; 3]);
        for (y, weight) in covered(row, height, new_height) {
            sum_across(&pixels[y * width..(y + 1) * width], &mut across);
            for (sum, part) in sums.iter_mut().zip(&across) {
                for (sum, part) in sum.iter_mut().zip(part) {
                    *sum += part * weight;
                }
            }
        }
        out.extend(sums.iter().map(|sum| with_luminance(sum.map(|part| ((part + whole / 2) / whole) as u8))));
    }
    let scale = [width as f32 / new_width as f32, height as f32 / new_height as f32];
    Raster { pixels: out, width: new_width, height: new_height, scale }
}

fn sum_across(row: &[[u8; 4]], out: &mut [[u64; 3]]) {
    let (width, new_width) = (row.len(), out.len());
    for (x, sum) in out.iter_mut().enumerate() {
        *sum = [0; 3];
        for (from, weight) in covered(x, width, new_width) {
            for (sum, part) in sum.iter_mut().zip(opaque(row[from])) {
                *sum += u64::from(part) * weight;
            }
        }
    }
}

/// The pixels that a pixel of the shrunk line covers, with their weights, which sum to `length`.
fn covered(at: usize, length: usize, new_length: usize) -> impl Iterator<Item = (usize, u64)> {
    let (start, end) = (at * length, (at + 1) * length);
    (start / new_length..end.div_ceil(new_length)).map(move |from| {
        let weight = end.min((from + 1) * new_length) - start.max(from * new_length);
        (from, weight as u64)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bytes_that_do_not_fit_are_refused() {
        for (bytes, width, height) in [(3, 1, 1), (8, 1, 1), (0, 1, 1), (4, 0, 1), (4, u32::MAX, u32::MAX)] {
            assert_eq!(
                Raster::new(&vec![0; bytes], width, height).err(),
                Some(PictureError::Length { width, height, given: bytes })
            );
        }
    }

    #[test]
    fn nothing_is_a_picture_too() {
        for (width, height) in [(0, 0), (0, 7), (u32::MAX, 0)] {
            assert!(Raster::new(&[], width, height).is_ok_and(|raster| raster.pixels.is_empty()));
        }
    }

    #[test]
    fn transparent_is_white() {
        let raster = Raster::new(&[0, 0, 0, 0, 0, 0, 0, 128, 9, 8, 7, 255], 3, 1).unwrap();
        assert_eq!(raster.pixels[0], [255; 4]);
        assert_eq!(raster.pixels[1][0], 127);
        assert_eq!(raster.pixels[2][..3], [9, 8, 7]);
    }

    #[test]
    fn a_large_picture_is_shrunk_to_its_mean() {
        let (width, height) = (3001_u32, 1999_u32);
        let stripes = (0..width * height).flat_map(|at| if at % width % 2 == 0 { [0, 0, 0, 255] } else { [200; 4] });
        let raster = Raster::new(&stripes.collect::<Vec<_>>(), width, height).unwrap();
        assert!(raster.pixels.len() <= MOST as usize && raster.pixels.len() > 990_000);
        let mean = raster.pixels.iter().map(|pixel| f64::from(pixel[1])).sum::<f64>() / raster.pixels.len() as f64;
        // The even columns are black; the odd ones, 200 at an alpha of 200, are 212 on white.
        assert!((mean - 106.0).abs() < 1.0, "{mean}");
    }

    #[test]
    fn a_line_stays_a_line() {
        let raster = Raster::new(&vec![255; 4 * 3_000_000], 3_000_000, 1).unwrap();
        assert_eq!((raster.height, raster.width <= MOST as usize), (1, true));
        let raster = Raster::new(&vec![255; 4 * 3_000_000], 1, 3_000_000).unwrap();
        assert_eq!((raster.width, raster.height <= MOST as usize), (1, true));
    }
}
