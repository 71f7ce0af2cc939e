//! Counts steps of work in tests, so that growth with a text's length is told without a clock.
//!
//! Steps are counted where loops look at a text: at each step of a pattern, and at each look at a token by what
//! reads evidence. Outside of tests this is nothing.

/// Notes one step.
#[inline(always)]
pub(crate) fn count() {
    #[cfg(test)]
    tests::STEPS.with(|steps| steps.set(steps.get() + 1));
}

#[cfg(test)]
mod tests {
    use std::cell::Cell;

    use proptest::prelude::*;

    use crate::{Checker, Draft, Options, builtin_pack};

    thread_local! {
        pub(super) static STEPS: Cell<u64> = const { Cell::new(0) };
    }

    /// What drafts are made of, and what has led detectors astray.
    const PIECES: &[&str] = &[
        "patient ",
        "Mrs Begum ",
        "943 476 5919 ",
        "our ward ",
        "@someone ",
        "#NHSStaff ",
        "👩🏽‍⚕️",
        "f*** ",
        "on behalf of the Trust ",
        "\u{200B}",
        "a.b@nhs.net ",
        "£4.1m ",
        "\n\n",
        "my views ",
        "12 Church View, ",
        "NE29 0HF ",
        "event ",
        "dob 3/4/1951 ",
        "she was ",
        ". ",
        "-",
        "1",
        "A.",
        "(",
        "he lives at ",
        "my own ",
        "not those of ",
        "Anna ",
        "bed 4 ",
        "www.",
        "NI AB 12 34 56 C ",
        "ring her on 07700 900123 ",
    ];

    fn steps(checker: &Checker, text: &str) -> u64 {
        STEPS.with(|steps| steps.set(0));
        checker.check(&Draft::post(text));
        STEPS.with(Cell::get)
    }

    proptest! {
        #![proptest_config(ProptestConfig { cases: 16, ..ProptestConfig::default() })]

        #[test]
        fn work_grows_no_faster_than_the_text(pieces in prop::collection::vec(prop::sample::select(PIECES), 1..8)) {
            let checker = Checker::new(builtin_pack("nhs-trust").unwrap().unwrap(), Options::default());
            let once = pieces.concat();
            let some = once.repeat(1_200 / once.len() + 1);
            let (few, many) = (steps(&checker, &some), steps(&checker, &some.repeat(8)));
            // Of what nobody can see there is nothing to look at.
            let unseen = once.chars().all(|letter| letter == '\u{200B}');
            prop_assert!(few > 0 || unseen);
            prop_assert!(many <= few * 10, "{few} steps, {many} for eight times the text");
        }
    }
}
