//! Policy packs: what one organisation's policy says, as data.

mod builtin;
mod error;
mod pack;
mod parse;
mod view;

pub use builtin::{BUILTIN_IDS, PACK_SKELETON, builtin_pack, builtin_source};
pub use error::{Fault, PackError, PackProblem};
pub use pack::{Clause, Condition, Contact, Duty, Match, Pack, PhraseList, Use, Wording};
pub use view::{Coverage, DutyView, PolicySummary, PolicyView, Silence};
