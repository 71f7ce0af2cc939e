//! What is thrown across the boundary.

use lozenge_core::{Language, PackError};
use lozenge_directory::Refusal;
use lozenge_logo::PictureError;
use serde::Serialize;
use wasm_bindgen::JsValue;

/// The plain object that JavaScript catches.
#[derive(Debug, Serialize)]
pub(crate) struct Thrown {
    code: &'static str,
    message: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    line: Option<usize>,
    #[serde(skip_serializing_if = "Option::is_none")]
    column: Option<usize>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    problems: Vec<Problem>,
}

/// One mistake in a pack.
#[derive(Debug, Serialize)]
struct Problem {
    line: usize,
    column: usize,
    message: String,
}

impl Thrown {
    /// An argument that is not of the shape it should have. The text of a draft is never repeated.
    pub(crate) fn shape(what: &'static str, wanted: &str) -> Self {
        Self {
            code: "bad-shape",
            message: format!("The {what} is not what the checker takes: {wanted}."),
            line: None,
            column: None,
            problems: Vec::new(),
        }
    }

    /// An id that no built-in pack has.
    pub(crate) fn no_pack(known: &[&str]) -> Self {
        let message = format!("There is no such policy. Built in: {}.", known.join(", "));
        Self { code: "unknown-policy", message, line: None, column: None, problems: Vec::new() }
    }

    /// A pack that was refused, with its problems in a language.
    pub(crate) fn bad_pack(error: &PackError, language: Language) -> Self {
        let first = error.problems.first();
        Self {
            code: "bad-pack",
            message: error.to_string(),
            line: first.map(|problem| problem.line),
            column: first.map(|problem| problem.column),
            problems: error
                .problems
                .iter()
                .map(|problem| Problem {
                    line: problem.line,
                    column: problem.column,
                    message: problem.fault.say(language),
                })
                .collect(),
        }
    }
}

impl From<&PackError> for Thrown {
    fn from(error: &PackError) -> Self {
        Self::bad_pack(error, Language::English)
    }
}

impl From<&PictureError> for Thrown {
    fn from(error: &PictureError) -> Self {
        Self { code: "bad-picture", message: error.to_string(), line: None, column: None, problems: Vec::new() }
    }
}

/// The words for each code are the extension's own.
impl From<Refusal> for Thrown {
    fn from(refusal: Refusal) -> Self {
        Self { code: refusal.code(), message: String::new(), line: None, column: None, problems: Vec::new() }
    }
}

impl From<Thrown> for JsValue {
    fn from(thrown: Thrown) -> Self {
        serde_wasm_bindgen::to_value(&thrown).unwrap_or_else(|_| JsValue::from_str(thrown.code))
    }
}
