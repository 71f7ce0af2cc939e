//! The directory: colleagues, and the names by which drafts call the employer.

use serde::{Deserialize, Serialize};

/// People and names given by the organisation or the author.
#[derive(Debug, Clone, Default, PartialEq, Deserialize, Serialize)]
#[serde(default)]
pub struct Directory {
    /// Colleagues.
    pub people: Vec<Person>,
    /// Names of the employer, beside the pack's own.
    pub employer_names: Vec<String>,
    /// Handles of the employer, beside the pack's own.
    pub employer_handles: Vec<String>,
}

/// One colleague.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize, Serialize)]
#[serde(default)]
pub struct Person {
    /// The full name.
    pub name: String,
    /// What colleagues call them.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub preferred: Option<String>,
    /// Their account on a site.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub handle: Option<String>,
    /// Whether they agreed to be named.
    pub permission: bool,
}
