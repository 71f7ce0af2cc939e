//! `lozenge logo`: pictures in, one answer each.

use std::fs::File;
use std::io::{BufRead, BufReader, Seek, SeekFrom, Write};
use std::path::Path;
use std::time::Instant;

use image::{ImageDecoder, ImageFormat, ImageReader, Limits};
use lozenge_logo::{Outcome, Verdict, find};
use serde::Serialize;

use crate::arguments::{LogoFormat, LogoOptions};
use crate::failure::{Ending, Failure};

/// No picture that a site takes has more pixels; one that has is not decoded.
const MOST_PIXELS: u64 = 100_000_000;
/// Bytes that decoding may take.
const MOST_MEMORY: u64 = 1 << 30;

#[derive(Serialize)]
struct Answer<'a> {
    file: &'a str,
    outcome: Outcome,
    score: f32,
    quad: Option<[[f32; 2]; 4]>,
    ms: f64,
}

#[derive(Serialize)]
struct Refusal<'a> {
    file: &'a str,
    error: &'a str,
}

/// Looks at picture after picture. One that cannot be read is answered with an error, and the rest is still looked at.
pub(crate) fn run(options: &LogoOptions, out: &mut impl Write) -> Result<Ending, Failure> {
    let mut unread = false;
    for file in &options.files {
        let name = file.to_string_lossy();
        let judged = judge(file);
        unread |= judged.is_err();
        match options.format {
            LogoFormat::Text => write_text(&name, &judged, out)?,
            LogoFormat::Jsonl => write_line(&name, &judged, out)?,
        }
        out.flush()?;
    }
    Ok(if unread { Ending::Unread } else { Ending::Clear })
}

/// The verdict, and the milliseconds that it took once the picture was decoded.
fn judge(file: &Path) -> Result<(Verdict, f64), String> {
    let (rgba, width, height) = pixels(file)?;
    let start = Instant::now();
    let verdict = find(&rgba, width, height).map_err(|error| error.to_string())?;
    Ok((verdict, start.elapsed().as_secs_f64() * 1000.0))
}

/// The picture decoded; of a moving one, the first.
fn pixels(file: &Path) -> Result<(Vec<u8>, u32, u32), String> {
    let metadata = std::fs::metadata(file).map_err(|error| error.to_string())?;
    if !metadata.is_file() {
        return Err("this is not a file: name a picture".to_owned());
    }
    let mut input = BufReader::new(File::open(file).map_err(|error| error.to_string())?);
    let format = format(&mut input)?;
    let mut reader = ImageReader::with_format(input, format);
    let mut limits = Limits::default();
    limits.max_alloc = Some(MOST_MEMORY);
    reader.limits(limits);
    let unreadable = |error: image::ImageError| format!("the picture cannot be read: {error}");
    let mut decoder = reader.into_decoder().map_err(unreadable)?;
    let (width, height) = decoder.dimensions();
    if u64::from(width) * u64::from(height) > MOST_PIXELS {
        return Err(format!("the picture has {width} by {height} pixels; more than {MOST_PIXELS} are not decoded"));
    }
    let turned = decoder.orientation().map_err(unreadable)?;
    let mut picture = image::DynamicImage::from_decoder(decoder).map_err(unreadable)?;
    picture.apply_orientation(turned);
    let rgba = picture.into_rgba8();
    let (width, height) = rgba.dimensions();
    Ok((rgba.into_raw(), width, height))
}

/// By the first bytes, whatever the name says.
fn format(input: &mut (impl BufRead + Seek)) -> Result<ImageFormat, String> {
    let start = input.fill_buf().map_err(|error| error.to_string())?;
    let format = image::guess_format(start).ok();
    input.seek(SeekFrom::Start(0)).map_err(|error| error.to_string())?;
    format
        .filter(|format| matches!(format, ImageFormat::Png | ImageFormat::Jpeg | ImageFormat::WebP | ImageFormat::Gif))
        .ok_or_else(|| "this is not a PNG, JPEG, WebP or GIF picture".to_owned())
}

fn write_line(name: &str, judged: &Result<(Verdict, f64), String>, out: &mut impl Write) -> Result<(), Failure> {
    let line = match judged {
        Ok((verdict, ms)) => serde_json::to_string(&Answer {
            file: name,
            outcome: verdict.outcome,
            score: verdict.score,
            quad: verdict.quad,
            ms: (ms * 1000.0).round() / 1000.0,
        }),
        Err(error) => serde_json::to_string(&Refusal { file: name, error }),
    };
    writeln!(out, "{}", line.map_err(std::io::Error::from)?)?;
    Ok(())
}

fn write_text(name: &str, judged: &Result<(Verdict, f64), String>, out: &mut impl Write) -> Result<(), Failure> {
    let (verdict, ms) = match judged {
        Ok(judged) => judged,
        Err(error) => return Ok(writeln!(out, "{name}: {error}")?),
    };
    let words = match verdict.outcome {
        Outcome::Shown => "shows the NHS logo",
        Outcome::Unclear => "may show the NHS logo, too small or too blurred to say",
        Outcome::Absent => "no NHS logo",
    };
    write!(out, "{name}: {words}")?;
    if let Some(quad) = verdict.quad {
        let corners: Vec<String> = quad.iter().map(|[x, y]| format!("{x:.0},{y:.0}")).collect();
        write!(out, " at {}", corners.join(" "))?;
    }
    writeln!(out, " (score {:.2}, {ms:.1} ms)", verdict.score)?;
    Ok(())
}
