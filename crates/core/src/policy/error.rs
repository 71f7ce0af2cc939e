//! What is wrong with a pack, where, and how to mend it.

/// A pack that was refused, with every problem found in it.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{}", .problems.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n"))]
pub struct PackError {
    /// Never empty; in order of place.
    pub problems: Vec<PackProblem>,
}

/// One problem. Line and column count from 1; the column counts characters.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{file}:{line}:{column}: {message}")]
pub struct PackProblem {
    /// The pack's file or name, as the caller gave it.
    pub file: String,
    /// The line.
    pub line: usize,
    /// The column.
    pub column: usize,
    /// What is wrong and what to do about it.
    pub message: String,
}
