//! A page of small pictures that a person can look over: what was found, what was missed, what was nearly taken for it.

use std::path::Path;

use image::imageops::{FilterType, overlay, resize};
use image::{Rgb, RgbImage};

use ttf_parser::Face;

use crate::Outcome;
use crate::canvas::Canvas;

const TILE: [u32; 2] = [200, 150];
const ACROSS: u32 = 8;

/// One small picture.
pub(crate) struct Tile {
    pub(crate) canvas: Canvas,
    /// Where the logo was found, and where it truly is.
    pub(crate) found: Option<[[f32; 2]; 4]>,
    pub(crate) truth: Option<[[f32; 2]; 4]>,
    pub(crate) label: String,
}

/// Writes rows of tiles under their headings: a green frame is where the logo was found, a red one where it was missed.
pub(crate) fn write(file: &Path, face: &Face<'_>, parts: &[(String, Vec<Tile>)]) -> Outcome {
    let line = 26;
    let high: u32 =
        parts.iter().map(|(_, tiles)| line + (tiles.len() as u32).div_ceil(ACROSS) * (TILE[1] + line)).sum();
    let mut page = Canvas::plain((ACROSS * (TILE[0] + 6)) as usize, high as usize, [255; 3]);
    let mut image = RgbImage::from_pixel(page.width as u32, high, Rgb([255; 3]));
    let mut labels = Vec::new();
    let mut top = 0;
    for (heading, tiles) in parts {
        labels.push((heading.clone(), 4.0, top as f32 + 19.0, 12.0));
        top += line;
        for (number, tile) in tiles.iter().enumerate() {
            let number = number as u32;
            let (x, y) = (number % ACROSS * (TILE[0] + 6), top + number / ACROSS * (TILE[1] + line));
            let drawn = small(tile);
            let across = (TILE[0] - drawn.width()) / 2;
            overlay(&mut image, &drawn, i64::from(x + across), i64::from(y));
            labels.push((tile.label.clone(), x as f32 + 2.0, (y + TILE[1]) as f32 + 14.0, 8.0));
        }
        top += (tiles.len() as u32).div_ceil(ACROSS) * (TILE[1] + line);
    }
    page.pixels = image.pixels().map(|pixel| pixel.0).collect();
    for (text, x, y, size) in labels {
        page.write(face, &text, x, y, size, [30; 3]);
    }
    let flat: Vec<u8> = page.pixels.into_flattened();
    let encoder = jpeg_encoder::Encoder::new_file(file, 82)?;
    encoder.encode(&flat, image.width() as u16, image.height() as u16, jpeg_encoder::ColorType::Rgb)?;
    Ok(())
}

fn small(tile: &Tile) -> RgbImage {
    let mut canvas = tile.canvas.clone();
    let least = (TILE[0] as f32 / canvas.width as f32).min(TILE[1] as f32 / canvas.height as f32);
    let thick = 1.6 / least;
    if let Some(quad) = tile.found {
        canvas.frame(quad, thick, [0, 190, 60]);
    } else if let Some(quad) = tile.truth {
        canvas.frame(quad, thick, [230, 0, 0]);
    }
    let (width, height) = (canvas.width as f32 * least, canvas.height as f32 * least);
    let image = RgbImage::from_fn(canvas.width as u32, canvas.height as u32, |x, y| {
        Rgb(canvas.pixels[y as usize * canvas.width + x as usize])
    });
    resize(&image, (width as u32).clamp(1, TILE[0]), (height as u32).clamp(1, TILE[1]), FilterType::Triangle)
}
