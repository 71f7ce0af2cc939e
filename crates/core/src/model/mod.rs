//! A linear model beside the rules, for what phrases cannot list.
//!
//! Rules see what somebody thought of. For families that are told in everyday
//! words (a story, a grumble about a rota) the model adds up many weak signs:
//! words and pairs of words, lexicon classes, signals, who is named, the
//! circumstances, and what the rules themselves said. One score a family comes
//! out. It may lower a finding that the signs do not bear out, or add one that
//! no rule raised; what it adds can never be a `stop`. What a rule calls
//! settled it does not touch, and hard words that a rule is sure of stay advice at
//! the least.
//!
//! The weights are made by `cargo xtask train` from `tests/corpus`.

mod features;
mod judgement;
mod weights;

#[cfg(feature = "training")]
pub(crate) use features::features;
pub(crate) use judgement::weigh;
#[cfg(feature = "training")]
pub use weights::{Calibration, FAMILIES, pack};
