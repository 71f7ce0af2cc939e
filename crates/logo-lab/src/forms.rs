//! The forms in which the logo is seen, and the words that resemble it.

use tiny_skia::{Path, Transform};
use ttf_parser::Face;

use crate::canvas::Colour;
use crate::rng::Rng;
use crate::stamp::{Sheet, Stamp, nhs_blue, word};
use crate::{Outcome, drawn};

/// Pixels to one of the drawing's 200 by 80 units.
const UNIT: f32 = 3.0;

/// The pens: the logo's own shape, and fonts.
pub(crate) struct Forms<'a> {
    lozenge: Path,
    faces: Vec<Face<'a>>,
    test: bool,
}

/// What was drawn, for the counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Ink {
    /// Blue and white, either way round.
    Colour,
    /// Black, grey, or white on a colour.
    One,
}

const ORGANISATIONS: [&[&str]; 2] = [
    &[
        "Northfield Teaching Hospitals",
        "NHS Foundation Trust",
        "Borough Health",
        "Riverside Community Care",
        "England",
        "Mental Health Services",
        "University Hospitals of Wexcombe",
        "Primary Care Network",
        "Digital",
        "Blood and Transplant",
        "Health Education",
        "Marsh Lane Surgery",
        "Integrated Care Board",
        "Ambulance Service",
    ],
    &[
        "Eastmoor Partnership",
        "NHS Trust",
        "Improvement",
        "Kingsdown Children's Hospital",
        "Professionals",
        "Business Services",
        "Talking Therapies",
        "Long Term Plan",
        "Hill Street Practice",
        "Jobs",
        "Test and Trace",
        "Volunteer Responders",
    ],
];

impl<'a> Forms<'a> {
    pub(crate) fn new(fonts: &'a [Vec<u8>], test: bool) -> Outcome<Self> {
        let faces: Vec<_> = fonts.iter().filter_map(|bytes| Face::parse(bytes, 0).ok()).collect();
        if faces.is_empty() {
            return Err("no font could be read".into());
        }
        Ok(Self { lozenge: drawn::lozenge()?, faces, test })
    }

    pub(crate) fn face(&self, rng: &mut Rng) -> &Face<'a> {
        rng.pick(&self.faces)
    }

    /// The same font each time, for labels.
    pub(crate) fn plain_face(&self) -> &Face<'a> {
        self.faces.iter().find(|face| !face.is_italic() && face.weight().to_number() == 400).unwrap_or(&self.faces[0])
    }

    /// An organisation's name, or a part of one.
    pub(crate) fn name(&self, rng: &mut Rng) -> &'static str {
        let names = ORGANISATIONS[usize::from(self.test)];
        names[rng.below(names.len())]
    }

    /// The lozenge alone: its box, and its letters cut out or filled.
    pub(crate) fn lozenge(&self, plate: Colour, letters: Option<Colour>) -> Option<Stamp> {
        let mut sheet = Sheet::new(200.0 * UNIT, 80.0 * UNIT)?;
        self.draw_lozenge(&mut sheet, 0.0, 0.0, plate, letters);
        Some(sheet.done(Some([0.0, 0.0, 200.0 * UNIT, 80.0 * UNIT])))
    }

    fn draw_lozenge(&self, sheet: &mut Sheet, x: f32, y: f32, plate: Colour, letters: Option<Colour>) {
        if let Some(letters) = letters {
            // A hair inside, so that no fringe shows.
            sheet.rectangle([x + 1.0, y + 1.0, 200.0 * UNIT - 2.0, 80.0 * UNIT - 2.0], 0.0, letters);
        }
        sheet.fill(&self.lozenge, plate, Transform::from_scale(UNIT, UNIT).post_translate(x, y));
    }

    /// The lozenge in the colours that one sees it in.
    pub(crate) fn in_colour(&self, rng: &mut Rng) -> Option<Stamp> {
        let blue = nhs_blue(rng);
        let white = [rng.within(240.0, 255.9) as u8; 3];
        if rng.chance(0.75) { self.lozenge(blue, Some(white)) } else { self.lozenge(white, Some(blue)) }
    }

    /// The lozenge in one colour. `paper` is what lies under it.
    pub(crate) fn in_one(&self, rng: &mut Rng, paper: Colour) -> Option<Stamp> {
        let light = paper.iter().map(|part| u32::from(*part)).sum::<u32>() > 380;
        let ink = match (light, rng.below(4)) {
            (true, 0..2) => [rng.below(40) as u8; 3],
            (true, _) => [(60 + rng.below(90)) as u8; 3],
            (false, _) => [(235 + rng.below(20)) as u8; 3],
        };
        self.lozenge(ink, rng.chance(0.4).then_some(if light { [255; 3] } else { paper }))
    }

    /// An organisation's logo: the lozenge with a name beside, above or below it.
    pub(crate) fn organisation(
        &self,
        rng: &mut Rng,
        plate: Colour,
        letters: Option<Colour>,
        text: Colour,
    ) -> Option<Stamp> {
        let lines: Vec<&str> = (0..1 + rng.below(2)).map(|_| self.name(rng)).collect();
        let face = self.face(rng);
        let size = rng.within(26.0, 52.0) * UNIT / 1.4;
        let paths: Vec<Path> = lines.iter().filter_map(|line| word(face, line, 0.0, 0.0)).collect();
        let widest = paths.iter().map(|path| path.bounds().right() * size).fold(0.0, f32::max);
        let (wide, high) = (200.0 * UNIT, 80.0 * UNIT);
        let text_height = paths.len() as f32 * size * 1.6;
        let gap = rng.within(0.15, 0.6) * high;
        let beside = rng.chance(0.4);
        let right = rng.chance(0.6);
        let width = if beside { wide + gap + widest } else { wide.max(widest) };
        let height = if beside { high.max(text_height) } else { high + gap + text_height };
        let mut sheet = Sheet::new(width + 2.0, height + 2.0)?;
        let x = match (beside, right) {
            (true, true) => widest + gap,
            (false, true) => width - wide,
            _ => 0.0,
        };
        let above = !beside && rng.chance(0.1);
        let y = if above { text_height + gap } else { 0.0 };
        self.draw_lozenge(&mut sheet, x, y, plate, letters);
        for (number, path) in paths.iter().enumerate() {
            let length = path.bounds().right() * size;
            let left = match (beside, right) {
                (true, true) => widest - length,
                (true, false) => wide + gap,
                (false, true) => width - length,
                (false, false) => 0.0,
            };
            let down = (number as f32 + 1.0) * size * 1.4 + if beside || above { 0.0 } else { high + gap };
            sheet.fill(path, text, Transform::from_scale(size, size).post_translate(left, down));
        }
        Some(sheet.done(Some([x, y, wide, high])))
    }

    /// The lozenge within a disc, a square, or on a card of its own.
    pub(crate) fn on_plate(&self, rng: &mut Rng, own_blue: bool) -> Option<Stamp> {
        let blue = nhs_blue(rng);
        let white = [255; 3];
        let (ground, plate, letters) = match (own_blue, rng.below(3)) {
            (true, _) => (blue, blue, white),
            (_, 0) => (blue, white, blue),
            _ => (white, blue, white),
        };
        let wide = 200.0 * UNIT;
        let round = rng.chance(0.5);
        let width = wide * if round { rng.within(1.12, 1.6) } else { rng.within(1.08, 1.8) };
        let height = if round || rng.chance(0.5) { width } else { wide * rng.within(0.5, 1.0) };
        let mut sheet = Sheet::new(width, height)?;
        let corner = if round { width } else { *rng.pick(&[0.0, 0.05, 0.22]) * width };
        sheet.rectangle([0.0, 0.0, width, height], corner, ground);
        let spare = if round { 0.0 } else { 1.0 };
        let x = (width - wide) * (0.5 + spare * rng.within(-0.2, 0.2));
        let y = (height - wide * 0.4) * (0.5 + spare * rng.within(-0.3, 0.3));
        self.draw_lozenge(&mut sheet, x, y, plate, Some(letters));
        Some(sheet.done(Some([x, y, wide, 80.0 * UNIT])))
    }

    /// Letters that look like the logo's and are not.
    pub(crate) fn look_alike_word(&self, rng: &mut Rng) -> String {
        const LETTERS: &[u8] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZ";
        loop {
            let mut word: Vec<u8> = b"NHS".to_vec();
            for _ in 0..1 + rng.below(3) {
                let at = rng.below(3);
                word[at] = *rng.pick(LETTERS);
            }
            if rng.chance(0.15) {
                word.push(*rng.pick(LETTERS));
            }
            if rng.chance(0.08) {
                word.pop();
            }
            // The words of the test are never seen in training.
            let sum: usize = word.iter().enumerate().map(|(at, letter)| usize::from(*letter) * (at * 2 + 1)).sum();
            if word != *b"NHS" && sum.is_multiple_of(4) == self.test {
                return String::from_utf8(word).unwrap_or_default();
            }
        }
    }

    /// A box with a word in it.
    pub(crate) fn word_box(
        &self,
        rng: &mut Rng,
        text: &str,
        slanted: bool,
        plate: Option<Colour>,
        ink: Colour,
    ) -> Option<Stamp> {
        let slant = if slanted { rng.within(0.1, 0.3) } else { 0.0 };
        let path = word(self.face(rng), text, slant, rng.within(-0.08, 0.06))?;
        let bounds = path.bounds();
        // Most fill their box as the logo's letters do.
        let height = 80.0 * UNIT;
        let tall = if rng.chance(0.6) { 0.85 } else { rng.within(0.35, 0.85) } * height;
        let scale_y = tall / bounds.height().max(0.1);
        let scale_x = scale_y * rng.within(0.85, 1.15);
        let side = rng.within(0.05, 0.3) * height;
        let width = if rng.chance(0.5) { 200.0 * UNIT } else { bounds.width() * scale_x + 2.0 * side };
        let scale_x = scale_x.min((width - 0.1 * height) / bounds.width().max(0.1));
        let mut sheet = Sheet::new(width, height)?;
        if let Some(plate) = plate {
            let radius = if rng.chance(0.6) { 0.0 } else { rng.within(0.05, 0.5) * height };
            sheet.rectangle([0.0, 0.0, width, height], radius, plate);
        }
        let left = (width - bounds.width() * scale_x) / 2.0 - bounds.left() * scale_x;
        let top = (height - bounds.height() * scale_y) / 2.0 - bounds.top() * scale_y;
        sheet.fill(&path, ink, Transform::from_scale(scale_x, scale_y).post_translate(left, top));
        Some(sheet.done(None))
    }
}
