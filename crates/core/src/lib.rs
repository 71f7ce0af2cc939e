//! Judges a draft against an organisation's social media policy.
//!
//! ```
//! use lozenge_core::{Checker, Draft, Options, builtin_pack};
//!
//! let pack = builtin_pack("nhs-england-2017").expect("it is built in")?;
//! let report = Checker::new(pack, Options::default()).check(&Draft::post("Lovely day at the beach"));
//! assert!(report.findings.is_empty());
//! # Ok::<(), lozenge_core::PackError>(())
//! ```
//!
//! The checker is a pure function of draft, pack and directory. It does no
//! input or output and knows no clock, browser, storage or network.

mod checker;
mod directory;
mod draft;
mod effort;
mod evidence;
mod family;
mod fixes;
mod language;
mod lexicon;
mod model;
mod options;
mod order;
mod packed;
mod policy;
mod report;
mod rules;
mod text;

pub use checker::Checker;
pub use directory::{Directory, List, Person};
pub use draft::{Attachment, AttachmentKind, Capacity, Captions, Draft, Logo, LogoOutcome, Site, Surface};
pub use family::{FAMILIES, Family, family};
pub use language::Language;
#[cfg(feature = "training")]
pub use model::{Calibration, FAMILIES as MODEL_FAMILIES, pack as pack_model};
pub use options::{Options, Orders};
pub use policy::{
    BUILTIN_IDS, Clause, Condition, Contact, Coverage, Duty, DutyView, Fault, Match, PACK_SKELETON, Pack, PackError,
    PackProblem, PhraseList, PolicySummary, PolicyView, Silence, Use, Wording, builtin_pack, builtin_source,
};
pub use report::{ClauseQuote, Edit, Finding, Fix, Holds, HoldsFrom, Report, Severity, Span, Why};
pub use rules::{Example, RULES, Rule};
pub use text::{X_LIMIT, weight};
