//! The logo as it is drawn.

use std::fs;
use std::path::Path;

use svgtypes::{SimplePathSegment, SimplifyingPathParser};
use tiny_skia::{FillRule, Mask, PathBuilder, Transform};

use crate::Outcome;

const SVG: &str = include_str!("../../logo/data/nhs-logo.svg");

/// Where the crate's data lies.
pub(crate) fn data() -> std::path::PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../logo/data")
}

/// The lozenge with its letters left out, in a box of 200 by 80.
pub(crate) fn lozenge() -> Outcome<tiny_skia::Path> {
    let path = SVG.split(" d=\"").nth(1).and_then(|rest| rest.split('"').next()).ok_or("the logo has no path")?;
    let mut builder = PathBuilder::new();
    for segment in SimplifyingPathParser::from(path) {
        match segment? {
            SimplePathSegment::MoveTo { x, y } => builder.move_to(x as f32, y as f32),
            SimplePathSegment::LineTo { x, y } => builder.line_to(x as f32, y as f32),
            SimplePathSegment::CurveTo { x1, y1, x2, y2, x, y } => {
                builder.cubic_to(x1 as f32, y1 as f32, x2 as f32, y2 as f32, x as f32, y as f32);
            }
            SimplePathSegment::Quadratic { x1, y1, x, y } => {
                builder.quad_to(x1 as f32, y1 as f32, x as f32, y as f32);
            }
            SimplePathSegment::ClosePath => builder.close(),
        }
    }
    builder.finish().ok_or_else(|| "the logo's path is empty".into())
}

/// Writes the letters' cover of 56 by 24 cells, a byte each.
pub(crate) fn template(_: &[String]) -> Outcome {
    const TIMES: u32 = 16;
    let (width, height) = (56 * TIMES, 24 * TIMES);
    let mut mask = Mask::new(width, height).ok_or("no mask")?;
    let to_mask = Transform::from_scale(width as f32 / 200.0, height as f32 / 80.0);
    mask.fill_path(&lozenge()?, FillRule::Winding, true, to_mask);
    let mut cells = vec![0_u32; 56 * 24];
    for (at, cover) in mask.data().iter().enumerate() {
        let (x, y) = (at as u32 % width, at as u32 / width);
        cells[(y / TIMES * 56 + x / TIMES) as usize] += u32::from(255 - cover);
    }
    let bytes: Vec<u8> = cells.iter().map(|sum| (sum / (TIMES * TIMES)) as u8).collect();
    fs::write(data().join("letters.bin"), bytes)?;
    Ok(())
}
