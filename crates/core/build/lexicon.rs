//! What the build script shares with the checker's lexicon.

#[path = "../src/lexicon/name_hash.rs"]
pub(crate) mod name_hash;
#[path = "../src/lexicon/sorts.rs"]
pub(crate) mod sorts;
#[path = "../src/lexicon/stem.rs"]
pub(crate) mod stem;
#[path = "../src/lexicon/step.rs"]
pub(crate) mod step;
