//! The sorts of numbers in the rows that word data is packed in. The build script and the checker share this file.

use crate::packed::Sort;

/// From one word's hash to the next, and how much a word is used.
pub(crate) const WORD_GAP: Sort = Sort::new(0, 4);
pub(crate) const WORD_USE: Sort = Sort::new(1, 4);

/// How many classes a node of the phrases has and how many steps lead on: a word's, and further in.
pub(crate) const SHAPE: [Sort; 2] = [Sort::new(2, 5), Sort::new(3, 5)];
/// The classes of a node, a word's and further in.
pub(crate) const CLASS: [Sort; 2] = [Sort::new(4, 8), Sort::new(5, 8)];
/// The words that lead on from a node.
pub(crate) const STEP_FIRST: Sort = Sort::new(6, 4);
pub(crate) const STEP_NEXT: Sort = Sort::new(7, 4);

/// How many of something there are in all.
pub(crate) const TOTAL: Sort = Sort::new(8, 4);

pub(crate) const SET_LENGTH: Sort = Sort::new(9, 5);
/// The words of a set: of one or two, of up to eight, of more.
pub(crate) const SET_FIRST: [Sort; 3] = [Sort::new(10, 4), Sort::new(11, 4), Sort::new(12, 4)];
pub(crate) const SET_NEXT: [Sort; 3] = [Sort::new(13, 4), Sort::new(14, 4), Sort::new(15, 4)];

/// Which of the three a set of so many words is written in.
pub(crate) const fn set_size(length: u32) -> usize {
    match length {
        0..=2 => 0,
        3..=8 => 1,
        _ => 2,
    }
}

pub(crate) const CHOICE_SHAPE: Sort = Sort::new(16, 4);
pub(crate) const CHOICE_LONGER: Sort = Sort::new(17, 4);
pub(crate) const CHOICE_SET: Sort = Sort::new(18, 4);
pub(crate) const CHOICE_CLASS: Sort = Sort::new(19, 8);
pub(crate) const CHOICE_SEQUENCE: Sort = Sort::new(20, 4);

/// A step's kind after each kind before it in its sequence; the last after none.
pub(crate) const STEP_KIND: [Sort; 9] = many(21);
/// The end of a sequence, among the kinds of step.
pub(crate) const STEP_END: u32 = 8;
/// What each kind of step is taken with.
pub(crate) const STEP_WITH: [Sort; 8] = many(30);

pub(crate) const PATTERN_SIGNAL: Sort = Sort::new(38, 4);
pub(crate) const PATTERN_WEIGHT: Sort = Sort::new(39, 7);
pub(crate) const PATTERN_PART: [Sort; 3] = [Sort::new(40, 4), Sort::new(41, 4), Sort::new(42, 4)];

/// In the row of names: from one hash to the next, and what sort of name it is.
pub(crate) const NAME_GAP: Sort = Sort::new(0, 4);
pub(crate) const NAME_KIND: Sort = Sort::new(1, 2);
pub(crate) const EVERYDAY_GAP: Sort = Sort::new(2, 4);

const fn many<const COUNT: usize>(first: usize) -> [Sort; COUNT] {
    let mut sorts = [Sort::new(first, 5); COUNT];
    let mut index = 1;
    while index < COUNT {
        sorts[index] = Sort::new(first + index, 5);
        index += 1;
    }
    sorts
}
