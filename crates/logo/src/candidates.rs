//! Places that could hold the logo, by colour and shape.

use rustc_hash::FxHashSet;

use crate::blobs::{Blob, blobs};
use crate::picture::Raster;
use crate::quad::{Quad, distance};
use crate::template::ASPECT;
use crate::verdict::How;

/// A place worth a look, and what suggested it.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Candidate {
    pub(crate) quad: Quad,
    pub(crate) how: How,
}

/// Levels of luminance at which the picture is cut into light and dark. A logo of any colour on any ground stands alone
/// at one of them, mostly.
const LEVELS: [u8; 7] = [32, 64, 96, 128, 160, 192, 224];
/// Levels of blue over red, for a blue box on a ground that is as light as itself.
const BLUE_LEVELS: [u8; 1] = [64];

/// The logo's least height in pixels at which anything can be made out.
const LEAST_HEIGHT: f32 = 5.0;
/// Blobs of letters that are tried as neighbours.
const MOST_LETTERS: usize = 300;

/// Where the letters' middles lie from the logo's left side, and how high letters are, in a logo of 200 by 80.
const MIDDLE_OF_N: f32 = 45.75;
const MIDDLE_OF_H: f32 = 108.25;
const MIDDLE_OF_S: f32 = 160.0;
const N_TO_H: f32 = MIDDLE_OF_H - MIDDLE_OF_N;
const H_TO_S: f32 = MIDDLE_OF_S - MIDDLE_OF_H;
const LETTER_HEIGHT: f32 = 66.5;

/// The box of the three letters in parts of the logo's sides.
const LETTERS_FROM: [f32; 2] = [13.5 / 200.0, 5.5 / 80.0];
const LETTERS_TO: [f32; 2] = [187.0 / 200.0, 73.5 / 80.0];

/// All places, in no order of merit.
pub(crate) fn candidates(raster: &Raster<'_>) -> Vec<Candidate> {
    let mut out = Vec::new();
    if raster.width < 10 || raster.height < 4 {
        return out;
    }
    for level in LEVELS {
        at_level(raster, &raster.luminance, level, [How::Dark, How::Light], &mut out);
    }
    for level in BLUE_LEVELS {
        at_level(raster, &raster.blueness, level, [How::Reversed, How::Blue], &mut out);
    }
    let mut seen = FxHashSet::default();
    out.retain(|candidate| candidate.quad.is_finite() && seen.insert(candidate.about()));
    out
}

impl Candidate {
    /// The same for places that are as good as one, which neighbouring levels bring up again and again.
    fn about(&self) -> (bool, u32, [i32; 2]) {
        let width = self.quad.width();
        let step = (width / 20.0).max(1.0);
        let [x, y] = self.quad.place(0.5, 0.5).map(|part| (part / step) as i32);
        // Widths within an eighth of each other, by their leading binary digits.
        (self.how == How::Letters, width.to_bits() >> 20, [x, y])
    }
}

fn at_level(raster: &Raster<'_>, plane: &[u8], level: u8, hows: [How; 2], out: &mut Vec<Candidate>) {
    let size = [raster.width as i32, raster.height as i32];
    for (blobs, how) in blobs(plane, raster.width, level, 8).into_iter().zip(hows) {
        for blob in &blobs {
            boxes(blob, size, how, out);
            word(blob, out);
        }
        letters(&blobs, size, out);
    }
}

/// A blob that is itself the logo's box.
fn boxes(blob: &Blob, [width, height]: [i32; 2], how: How, out: &mut Vec<Candidate>) {
    let quad = Quad::from_pixels(blob.corners);
    if !upright_enough(&quad) || quad.height() < LEAST_HEIGHT {
        return;
    }
    let (area, aspect) = (quad.area(), quad.width() / quad.height());
    let fill = blob.area as f32 / area.max(1.0);
    if !(0.3..=1.1).contains(&fill) {
        return;
    }
    if (1.6..=3.8).contains(&aspect) {
        out.push(Candidate { quad, how });
    }
    let at = [blob.left == 0, blob.top == 0, blob.right == width, blob.bottom == height];
    if at.contains(&true) && (1.5..=3.6).contains(&aspect) {
        completed(&quad, aspect, at, out);
    }
}

/// The box goes on beyond the edge of the picture.
fn completed(quad: &Quad, aspect: f32, [left, top, right, bottom]: [bool; 4], out: &mut Vec<Candidate>) {
    let mut push = |from: [f32; 2], to: [f32; 2]| out.push(Candidate { quad: quad.part(from, to), how: How::Edge });
    let longer = ASPECT / aspect;
    let higher = aspect / ASPECT;
    if longer > 1.03 {
        if left {
            push([1.0 - longer, 0.0], [1.0, 1.0]);
        }
        if right {
            push([0.0, 0.0], [longer, 1.0]);
        }
    }
    if higher > 1.03 {
        if top {
            push([0.0, 1.0 - higher], [1.0, 1.0]);
        }
        if bottom {
            push([0.0, 0.0], [1.0, higher]);
        }
    }
    // In a corner both sides may be cut.
    for cut in [1.12, 1.25] {
        let (long, high) = (cut * longer, cut);
        if (left || right) && (top || bottom) && (1.0..1.5).contains(&long) {
            let across = if left { [1.0 - long, 1.0] } else { [0.0, long] };
            let down = if top { [1.0 - high, 1.0] } else { [0.0, high] };
            push([across[0], down[0]], [across[1], down[1]]);
        }
    }
}

/// A blob that is the three letters run together.
fn word(blob: &Blob, out: &mut Vec<Candidate>) {
    let (width, height) = (blob.width() as f32, blob.height() as f32);
    if height < LEAST_HEIGHT * 0.7 || !(1.7..=3.6).contains(&(width / height)) {
        return;
    }
    let fill = blob.area as f32 / (width * height);
    if (0.25..=0.85).contains(&fill) {
        let quad = Quad::upright(blob.left as f32, blob.top as f32, blob.right as f32, blob.bottom as f32);
        out.push(Candidate { quad: around_letters(&quad), how: How::Letters });
    }
}

/// Three blobs in a row that are as wide and as far apart as the letters; two, where the edge of the picture cuts the
/// third.
fn letters(all: &[Blob], size: [i32; 2], out: &mut Vec<Candidate>) {
    let mut single: Vec<&Blob> = all.iter().filter(|blob| is_letter(blob)).collect();
    if single.len() > MOST_LETTERS {
        single.sort_by_key(|blob| std::cmp::Reverse(blob.height()));
        single.truncate(MOST_LETTERS);
    }
    single.sort_by_key(|blob| blob.left);
    let next = |at: usize, apart: f32| {
        let first = single[at];
        let reach = first.left + 3 * first.height();
        let near = single[at + 1..].iter().take_while(move |blob| blob.left <= reach);
        (at + 1..).zip(near).filter(move |(_, second)| follows(first, second, apart)).map(|(at, _)| at)
    };
    for first in 0..single.len() {
        for second in next(first, N_TO_H / LETTER_HEIGHT) {
            for third in next(second, H_TO_S / LETTER_HEIGHT) {
                let quad = from_letters(single[first], single[third], [MIDDLE_OF_N, MIDDLE_OF_S], size[1]);
                out.push(Candidate { quad, how: How::Letters });
            }
            let quad = from_letters(single[first], single[second], [MIDDLE_OF_N, MIDDLE_OF_H], size[1]);
            if quad.place(0.93, 0.0)[0] > size[0] as f32 {
                out.push(Candidate { quad, how: How::Edge });
            }
        }
        for second in next(first, H_TO_S / LETTER_HEIGHT) {
            let quad = from_letters(single[first], single[second], [MIDDLE_OF_H, MIDDLE_OF_S], size[1]);
            if quad.place(0.07, 0.0)[0] < 0.0 {
                out.push(Candidate { quad, how: How::Edge });
            }
        }
    }
}

fn is_letter(blob: &Blob) -> bool {
    let (width, height) = (blob.width() as f32, blob.height() as f32);
    let fill = blob.area as f32 / (width * height);
    height >= LEAST_HEIGHT && (0.45..=1.5).contains(&(width / height)) && (0.2..=0.85).contains(&fill)
}

fn middle(blob: &Blob) -> [f32; 2] {
    [(blob.left + blob.right) as f32 / 2.0, (blob.top + blob.bottom) as f32 / 2.0]
}

/// Whether one blob is the next letter after another, `apart` being the way between their middles in letter heights.
fn follows(first: &Blob, second: &Blob, apart: f32) -> bool {
    let (from, to) = (middle(first), middle(second));
    let (height, next) = (first.height() as f32, second.height() as f32);
    let (x, y) = (to[0] - from[0], to[1] - from[1]);
    x > 0.0 && y.abs() <= 0.35 * x && (0.78..=1.28).contains(&(next / height)) && {
        let wanted = apart * (height + next) / 2.0;
        (0.7..=1.3).contains(&(distance(from, to) / wanted))
    }
}

/// The logo's quad from two letters, whose middles lie so far from the logo's left side. `height` is the picture's.
fn from_letters(first: &Blob, last: &Blob, middles: [f32; 2], height: i32) -> Quad {
    let (mut from, mut to) = (middle(first), middle(last));
    let apart = middles[1] - middles[0];
    let whole = (to[0] - from[0]) / apart * LETTER_HEIGHT;
    // Of letters that the picture's edge cuts, only the other end is where it should be.
    if first.top == 0 && last.top == 0 {
        (from[1], to[1]) = (first.bottom as f32 - whole / 2.0, last.bottom as f32 - whole / 2.0);
    } else if first.bottom == height && last.bottom == height {
        (from[1], to[1]) = (first.top as f32 + whole / 2.0, last.top as f32 + whole / 2.0);
    }
    let unit = [(to[0] - from[0]) / apart, (to[1] - from[1]) / apart];
    let across = [unit[0] * 200.0, unit[1] * 200.0];
    let down = [-unit[1] * 80.0, unit[0] * 80.0];
    let top_left = [0, 1].map(|axis| from[axis] - unit[axis] * middles[0] - down[axis] / 2.0);
    let corner = |x: f32, y: f32| [0, 1].map(|axis| top_left[axis] + across[axis] * x + down[axis] * y);
    Quad([corner(0.0, 0.0), corner(1.0, 0.0), corner(1.0, 1.0), corner(0.0, 1.0)])
}

/// The quad of the logo whose letters fill the given quad.
fn around_letters(letters: &Quad) -> Quad {
    let around = |axis: usize| {
        let length = LETTERS_TO[axis] - LETTERS_FROM[axis];
        (-LETTERS_FROM[axis] / length, (1.0 - LETTERS_FROM[axis]) / length)
    };
    let (across, down) = (around(0), around(1));
    letters.part([across.0, down.0], [across.1, down.1])
}

/// Not turned or skewed by more than about 25 degrees, and not inside out.
fn upright_enough(quad: &Quad) -> bool {
    let [a, b, c, d] = quad.0;
    let level = |from: [f32; 2], to: [f32; 2]| (to[1] - from[1]).abs() <= 0.5 * (to[0] - from[0]);
    let plumb = |from: [f32; 2], to: [f32; 2]| (to[0] - from[0]).abs() <= 0.7 * (to[1] - from[1]);
    level(a, b) && level(d, c) && plumb(a, d) && plumb(b, c) && quad.area() > 1.0
}
