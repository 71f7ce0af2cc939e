//! Selling, paid work, affiliate codes and private practice.

use super::raised::from_hits;
use super::{Example, Raised, Rule};
use crate::draft::Capacity;
use crate::evidence::Reading;
use crate::lexicon::signal;

pub(super) const RULE: Rule = Rule {
    family: "commercial-gain",
    catches: "Products and courses for sale, discount and affiliate codes, paid blogging and speaking, and private practice.",
    leaves: "Charity, second-hand things, and recommending something for nothing.",
    raises: &[
        Example::post("My revision course is live! £25 a month, link in bio"),
        Example::post("Use code NURSE10 for 10% off these clogs"),
        Example::post("I have appointments free in my private clinic at the Spire, message me for prices"),
    ],
    silent: &[
        Example::post("Raffle tickets for the hospice, a pound a strip"),
        Example::post("Selling my old pram, hardly used, collect only"),
        Example::post("Loved this book, borrow it from the library"),
    ],
    check,
};

fn check(reading: &Reading<'_>, out: &mut Vec<Raised>) {
    if reading.draft.capacity == Capacity::Official {
        return;
    }
    let charity = reading.shows(signal::COMMERCIAL_GAIN_CHARITY);
    let second_hand =
        reading.shows(signal::COMMERCIAL_GAIN_SECOND_HAND) && !reading.shows(signal::COMMERCIAL_GAIN_MAKES);
    for (kind, signal, message) in [
        (
            "affiliate",
            signal::COMMERCIAL_GAIN_AFFILIATE,
            "This is a discount or affiliate code: promoting for gain is a conflict of interest.",
        ),
        (
            "product",
            signal::COMMERCIAL_GAIN_PRODUCT,
            "This sells something: promoting for gain is a conflict of interest.",
        ),
        (
            "paid-work",
            signal::COMMERCIAL_GAIN_PAID_WORK,
            "This offers or tells of paid work: declare it and keep it off this account.",
        ),
        (
            "private-practice",
            signal::COMMERCIAL_GAIN_PRIVATE_PRACTICE,
            "This points people to private practice: keep it off this account.",
        ),
    ] {
        let found = from_hits(reading, "commercial-gain", kind, signal, message, |hit| {
            let mut weight = hit.weight * 0.85;
            if charity {
                weight -= 0.6;
            }
            if second_hand && kind == "product" {
                weight -= 0.5;
            }
            (weight >= 0.4).then_some(weight)
        });
        out.extend(found);
    }
}
