//! What a rule hands on: a kind, where, how sure, and why.

use crate::evidence::{Place, Reading};
use crate::fixes::Offer;
use crate::lexicon::{Hit, Signal};
use crate::report::Severity;

/// A kind raised on a draft, before the pack says what it means.
#[derive(Debug, Clone)]
pub(crate) struct Raised {
    pub(crate) family: &'static str,
    pub(crate) kind: &'static str,
    pub(crate) places: Vec<Place>,
    /// 0..1; under 0.75 it cannot stop, under 0.5 it can only advise.
    pub(crate) confidence: f32,
    pub(crate) message: String,
    pub(crate) why: Vec<(&'static str, Place)>,
    pub(crate) fixes: Vec<Offer>,
    /// The people concerned are known to have agreed.
    pub(crate) permitted: bool,
    /// The rule itself knows that the draft is about the author's work.
    pub(crate) about_work: bool,
    /// The pack's phrase list that found it, by its index.
    pub(crate) phrases: Option<usize>,
    /// A ceiling that confidence does not express: alternative text alone only ever advises.
    pub(crate) at_most: Option<Severity>,
    /// The rule knows for certain what it saw, such as a number with its check digit: the model has no say.
    pub(crate) settled: bool,
}

impl Raised {
    pub(crate) fn new(family: &'static str, kind: &'static str, confidence: f32, message: impl Into<String>) -> Self {
        Self {
            family,
            kind,
            places: Vec::new(),
            confidence: confidence.clamp(0.0, 1.0),
            message: message.into(),
            why: Vec::new(),
            fixes: Vec::new(),
            permitted: false,
            about_work: false,
            phrases: None,
            at_most: None,
            settled: false,
        }
    }

    pub(crate) fn at(mut self, place: Place) -> Self {
        self.places.push(place);
        self
    }

    pub(crate) fn because(mut self, kind: &'static str, place: Place) -> Self {
        self.why.push((kind, place));
        self
    }

    pub(crate) fn settled(mut self) -> Self {
        self.settled = true;
        self
    }

    pub(crate) fn fix(mut self, offer: Offer) -> Self {
        self.fixes.push(offer);
        self
    }
}

/// All places of a signal as one finding of its weightiest confidence; nothing where there are none.
/// `weigh` may change or refuse a hit.
pub(crate) fn from_hits(
    reading: &Reading<'_>,
    family: &'static str,
    kind: &'static str,
    signal: Signal,
    message: &str,
    weigh: impl Fn(&Hit) -> Option<f32>,
) -> Option<Raised> {
    let mut places: Vec<(Place, f32)> = Vec::new();
    for hit in reading.hits(signal) {
        let Some(weight) = weigh(hit) else { continue };
        let place = Place::new(hit.start as usize, hit.end as usize);
        match places.last_mut().filter(|(other, _)| other.overlaps(place)) {
            Some(other) => {
                let longer = place.end - place.start > other.0.end - other.0.start;
                if longer {
                    other.0 = place;
                }
                other.1 = other.1.max(weight);
            }
            None => places.push((place, weight)),
        }
    }
    let confidence = places.iter().map(|&(_, weight)| weight).fold(0.0, f32::max);
    if confidence <= 0.0 {
        return None;
    }
    let mut raised = Raised::new(family, kind, confidence, message);
    raised.why = places.iter().map(|&(place, _)| ("words", place)).collect();
    raised.places = places.into_iter().map(|(place, _)| place).collect();
    Some(raised)
}
