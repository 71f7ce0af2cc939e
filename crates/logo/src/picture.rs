//! The picture as it is looked at: opaque and of no more than a megapixel.

use std::borrow::Cow;

use thiserror::Error;

use crate::template::TO_A_LEVEL;

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

/// Opaque pixels, and what is made of each.
pub(crate) struct Raster<'a> {
    /// Red, green, blue, and a byte without meaning. Those given, where they are opaque already.
    pixels: Cow<'a, [[u8; 4]]>,
    pub(crate) luminance: Vec<u8>,
    /// Blue over red, or 0 where there is less of it.
    pub(crate) blueness: Vec<u8>,
    pub(crate) width: usize,
    pub(crate) height: usize,
    /// Pixels of the picture given to one of these, across and down.
    pub(crate) scale: [f32; 2],
}

/// A place along a line of samples: its pixel, and the 256ths by which it lies right of and below that pixel's middle.
#[derive(Clone, Copy)]
struct Sample {
    at: usize,
    right: u32,
    below: u32,
}

impl<'a> Raster<'a> {
    pub(crate) fn new(rgba: &'a [u8], width: u32, height: u32) -> Result<Self, PictureError> {
        let area = u64::from(width) * u64::from(height);
        if area.checked_mul(4) != Some(rgba.len() as u64) {
            return Err(PictureError::Length { width, height, given: rgba.len() });
        }
        let (pixels, _) = rgba.as_chunks::<4>();
        let (width, height) = (width as usize, height as usize);
        let under = Ground::of(pixels);
        if area > MOST {
            let (pixels, size) = shrink(pixels, under, width, height, area);
            let scale = [width as f32 / size[0] as f32, height as f32 / size[1] as f32];
            return Ok(Self::of(Cow::Owned(pixels), size, scale));
        }
        let pixels = if under == Ground::Hidden {
            Cow::Borrowed(pixels)
        } else {
            Cow::Owned(pixels.iter().map(|&pixel| under.seen(pixel)).collect())
        };
        Ok(Self::of(pixels, [width, height], [1.0, 1.0]))
    }

    fn of(pixels: Cow<'a, [[u8; 4]]>, [width, height]: [usize; 2], scale: [f32; 2]) -> Self {
        let luminance = pixels.iter().map(|pixel| luminance(*pixel)).collect();
        let blueness = pixels.iter().map(|pixel| blueness(*pixel)).collect();
        Self { pixels, luminance, blueness, width, height, scale }
    }

    /// Luminance at places in even steps along a line, `TO_A_LEVEL` to a level; beyond the edge is as the edge.
    pub(crate) fn luminance_along(&self, from: [f32; 2], step: [f32; 2], out: &mut [u16]) {
        for (out, sample) in out.iter_mut().zip(self.along(from, step)) {
            let Sample { at, right, below } = sample;
            let blend = |at: usize| match self.luminance.get(at..at + 2) {
                Some(&[left, other]) => u32::from(left) * (256 - right) + u32::from(other) * right,
                _ => 0,
            };
            let blended = blend(at) * (256 - below) + blend(at + self.width) * below;
            *out = (blended / (65_536 / TO_A_LEVEL)) as u16;
        }
    }

    /// Adds red, green and blue at places along a line, 65,536 to a level; beyond the edge is as the edge.
    pub(crate) fn add_colours_along(&self, from: [f32; 2], step: [f32; 2], out: &mut [[u32; 3]]) {
        for (out, sample) in out.iter_mut().zip(self.along(from, step)) {
            let Sample { at, right, below } = sample;
            let pair = |at: usize| match self.pixels.get(at..at + 2) {
                Some(&[left, other]) => [left, other],
                _ => [[0; 4]; 2],
            };
            let (upper, lower) = (pair(at), pair(at + self.width));
            for (part, out) in out.iter_mut().enumerate() {
                let blend = |[left, other]: [[u8; 4]; 2]| {
                    u32::from(left[part]) * (256 - right) + u32::from(other[part]) * right
                };
                *out += blend(upper) * (256 - below) + blend(lower) * below;
            }
        }
    }

    /// The places themselves. The picture is at least two pixels wide and high; a place beyond the middles of its
    /// outermost pixels is moved to them.
    fn along(&self, from: [f32; 2], step: [f32; 2]) -> impl Iterator<Item = Sample> {
        const ONE: f32 = 256.0;
        let (width, most) = (self.width, [self.width, self.height].map(|side| (side as i32 - 1) * 256));
        let mut number = 0.0_f32;
        std::iter::repeat_with(move || {
            let part = |axis: usize| {
                let place = (from[axis] + step[axis] * number - 0.5) * ONE;
                (place as i32).clamp(0, most[axis] - 1) as usize
            };
            let (x, y) = (part(0), part(1));
            number += 1.0;
            Sample { at: (y >> 8) * width + (x >> 8), right: (x & 255) as u32, below: (y & 255) as u32 }
        })
    }
}

/// What a picture lies on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Ground {
    /// All pixels are opaque.
    Hidden,
    /// As the sites show it, mostly.
    White,
    /// For what would not be seen on white, as the sites show it to who likes their pages dark.
    Black,
}

impl Ground {
    fn of(pixels: &[[u8; 4]]) -> Self {
        if pixels.iter().fold(!0, |all, pixel| all & u32::from_le_bytes(*pixel)) >> 24 == 255 {
            return Self::Hidden;
        }
        let (mut covered, mut light) = (0_u64, 0_u64);
        for pixel in pixels {
            covered += u64::from(pixel[3]);
            light += u64::from(pixel[3]) * u64::from(luminance(*pixel));
        }
        // Light all over: ink for dark paper.
        if light > covered * 220 { Self::Black } else { Self::White }
    }

    fn seen(self, [red, green, blue, alpha]: [u8; 4]) -> [u8; 4] {
        if alpha == 255 {
            return [red, green, blue, 255];
        }
        let alpha = u32::from(alpha);
        let ground = if self == Self::Black { 0 } else { 255 };
        let blend = |part: u8| ((u32::from(part) * alpha + ground * (255 - alpha) + 127) / 255) as u8;
        [blend(red), blend(green), blend(blue), 255]
    }
}

fn luminance(pixel: [u8; 4]) -> u8 {
    // Masks and shifts of a whole word are done for many pixels at once.
    let word = u32::from_le_bytes(pixel);
    let part = |at: u32| (word >> at) & 255;
    ((77 * part(0) + 150 * part(8) + 29 * part(16)) >> 8) as u8
}

/// Blue over red.
fn blueness(pixel: [u8; 4]) -> u8 {
    let word = u32::from_le_bytes(pixel);
    (((word >> 16) & 255).saturating_sub(word & 255)) as u8
}

/// Every pixel of the result is the mean of the area that it covers.
fn shrink(pixels: &[[u8; 4]], under: Ground, width: usize, height: usize, area: u64) -> (Vec<[u8; 4]>, [usize; 2]) {
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
            sum_across(&pixels[y * width..(y + 1) * width], under, &mut across);
            for (sum, part) in sums.iter_mut().zip(&across) {
                for (sum, part) in sum.iter_mut().zip(part) {
                    *sum += part * weight;
                }
            }
        }
        out.extend(sums.iter().map(|sum| {
            let [red, green, blue] = sum.map(|part| ((part + whole / 2) / whole) as u8);
            [red, green, blue, 255]
        }));
    }
    (out, [new_width, new_height])
}

fn sum_across(row: &[[u8; 4]], under: Ground, out: &mut [[u64; 3]]) {
    let (width, new_width) = (row.len(), out.len());
    for (x, sum) in out.iter_mut().enumerate() {
        *sum = [0; 3];
        for (from, weight) in covered(x, width, new_width) {
            for (sum, part) in sum.iter_mut().zip(under.seen(row[from])) {
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
        assert_eq!(*raster.pixels, [[255; 4], [127, 127, 127, 255], [9, 8, 7, 255]]);
        assert_eq!(raster.luminance, [255, 127, 8]);
    }

    #[test]
    fn white_ink_is_seen_on_black() {
        let raster = Raster::new(&[255, 255, 255, 255, 255, 255, 255, 128, 0, 0, 0, 0], 3, 1).unwrap();
        assert_eq!(raster.luminance, [255, 128, 0]);
    }

    #[test]
    fn a_large_picture_is_shrunk_to_its_mean() {
        let (width, height) = (3001_u32, 1999_u32);
        let stripes = (0..width * height).flat_map(|at| if at % width % 2 == 0 { [0, 0, 0, 255] } else { [200; 4] });
        let stripes: Vec<u8> = stripes.collect();
        let raster = Raster::new(&stripes, width, height).unwrap();
        assert!(raster.pixels.len() <= MOST as usize && raster.pixels.len() > 990_000);
        let mean = raster.pixels.iter().map(|pixel| f64::from(pixel[1])).sum::<f64>() / raster.pixels.len() as f64;
        // The even columns are black; the odd ones, 200 at an alpha of 200, are 212 on white.
        assert!((mean - 106.0).abs() < 1.0, "{mean}");
    }

    #[test]
    fn between_pixels_lies_their_blend() {
        let rgba: Vec<u8> = [0, 80, 160, 240].iter().flat_map(|grey| [*grey, *grey, *grey, 255]).collect();
        let raster = Raster::new(&rgba, 2, 2).unwrap();
        let mut out = [0; 3];
        raster.luminance_along([0.5, 0.5], [0.5, 0.5], &mut out);
        assert!(out.iter().zip([0, 120 * 8, 240 * 8]).all(|(one, other)| one.abs_diff(other) <= 16), "{out:?}");
        raster.luminance_along([-9.0, 1.0], [10.5, 0.0], &mut out);
        assert!(out.iter().zip([80 * 8, 160 * 8, 160 * 8]).all(|(one, other)| one.abs_diff(other) <= 16), "{out:?}");
    }

    #[test]
    fn a_line_stays_a_line() {
        let white = vec![255; 4 * 3_000_000];
        let raster = Raster::new(&white, 3_000_000, 1).unwrap();
        assert_eq!((raster.height, raster.width <= MOST as usize), (1, true));
        let raster = Raster::new(&white, 1, 3_000_000).unwrap();
        assert_eq!((raster.width, raster.height <= MOST as usize), (1, true));
    }
}
