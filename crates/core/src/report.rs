//! The report: what every face shows. Offsets are UTF-16 code units.

use serde::{Deserialize, Serialize};

use crate::draft::Capacity;

/// How strongly a finding speaks. Ordered from the mildest.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Deserialize, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Severity {
    /// Shown, never holds.
    Advise,
    /// Holds once; one more press goes on.
    Warn,
    /// Holds until the author changes it or picks a reason why it may go.
    Stop,
}

impl Severity {
    /// One step harder; a `stop` stays one.
    pub(crate) const fn stricter(self) -> Self {
        match self {
            Self::Advise => Self::Warn,
            Self::Warn | Self::Stop => Self::Stop,
        }
    }

    /// One step softer; advice stays advice.
    pub(crate) const fn milder(self) -> Self {
        match self {
            Self::Advise | Self::Warn => Self::Advise,
            Self::Stop => Self::Warn,
        }
    }

    /// The name used in records and packs.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Advise => "advise",
            Self::Warn => "warn",
            Self::Stop => "stop",
        }
    }
}

/// What holds a draft back.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Deserialize, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Holds {
    /// Nothing.
    #[default]
    None,
    /// A finding that holds once.
    Warn,
    /// A finding that holds until changed or overridden.
    Stop,
}

/// The least severity that holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum HoldsFrom {
    /// `warn` and `stop` hold.
    Warn,
    /// Only `stop` holds, as in messages.
    Stop,
    /// Nothing holds: the organisation is trying the checker out.
    Never,
}

/// What the checker says of one draft.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Report {
    /// The pack that was applied.
    pub policy: String,
    /// The capacity in which the draft was judged.
    pub capacity: Capacity,
    /// What was found, the most serious first.
    pub findings: Vec<Finding>,
    /// What would hold it back on this surface.
    pub holds: Holds,
    /// The least severity that holds on this surface: what else stands once one finding is answered.
    pub holds_from: HoldsFrom,
    /// No reason lets a `stop` go: the organisation wants the draft changed.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub final_stops: bool,
}

/// A family raised on a draft.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Finding {
    /// The family's slug.
    pub family: &'static str,
    /// Its sort within the family.
    pub kind: &'static str,
    /// How strongly it speaks.
    pub severity: Severity,
    /// Where; empty when the whole draft or an attachment is the cause.
    pub spans: Vec<Span>,
    /// One plain sentence: what was seen and what to do.
    pub message: String,
    /// The evidence.
    pub why: Vec<Why>,
    /// The policy's clauses that apply. Never empty.
    pub clauses: Vec<ClauseQuote>,
    /// Edits the author may choose.
    pub fixes: Vec<Fix>,
    /// How sure the checker is, 0..1.
    pub confidence: f32,
}

/// A place in the draft, in UTF-16 code units of the text or of part number `part`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Span {
    /// The part of a thread; absent where the draft has one text.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub part: Option<usize>,
    /// First code unit.
    pub start: usize,
    /// One past the last code unit.
    pub end: usize,
    /// The text that stands there.
    pub quote: String,
}

/// One piece of evidence behind a finding.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Why {
    /// What sort of evidence.
    pub kind: &'static str,
    /// The words that gave it.
    pub quote: String,
}

/// A clause as a finding quotes it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ClauseQuote {
    /// The pack's id.
    pub policy: String,
    /// The clause's id within the pack.
    pub id: String,
    /// The section as the document numbers it.
    pub section: String,
    /// The first few words.
    pub opening: String,
    /// The clause, verbatim.
    pub text: String,
    /// The clause in one plain line of our own.
    pub summary: String,
    /// The same line in Welsh, where the pack has it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub summary_cy: Option<String>,
}

/// An edit offered to the author.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Fix {
    /// What the button says.
    pub label: String,
    /// The changes, in order of place; offsets are of the text before any of them.
    pub edits: Vec<Edit>,
}

/// One change of text, in UTF-16 code units.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Edit {
    /// The part of a thread; absent where the draft has one text.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub part: Option<usize>,
    /// First code unit replaced.
    pub start: usize,
    /// One past the last code unit replaced.
    pub end: usize,
    /// What stands there instead.
    pub text: String,
}
