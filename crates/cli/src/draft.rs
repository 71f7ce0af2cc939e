//! Where drafts come from.

use std::fs;
use std::io::{self, Read as _};
use std::path::Path;

use lozenge_core::Draft;

use crate::failure::Failure;

/// The draft that the argument stands for: a text, a file, or standard input.
pub(crate) fn read(input: &str) -> Result<Draft, Failure> {
    if input == "-" {
        let mut content = String::new();
        io::stdin()
            .lock()
            .read_to_string(&mut content)
            .map_err(|error| Failure::File("standard input".into(), error))?;
        return Ok(from_content(&content));
    }
    if Path::new(input).is_file() {
        let content = fs::read_to_string(input).map_err(|error| Failure::File(input.to_owned(), error))?;
        return Ok(from_content(&content));
    }
    Ok(Draft::post(input))
}

/// A file holds either a draft as JSON or the bare text of one.
fn from_content(content: &str) -> Draft {
    parse(content.as_bytes()).unwrap_or_else(|_| Draft::post(content.trim_end_matches(['\r', '\n'])))
}

/// A draft from JSON. One without any text is no draft.
pub(crate) fn parse(json: &[u8]) -> Result<Draft, String> {
    let draft: Draft = serde_json::from_slice(json).map_err(|error| error.to_string())?;
    match (&draft.text, &draft.parts) {
        (None, None) => Err("a draft has `text` or `parts`".to_owned()),
        (Some(_), Some(_)) => Err("a draft has either `text` or `parts`, not both".to_owned()),
        _ => Ok(draft),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_a_draft_or_a_text() {
        assert_eq!(from_content(r#"{"text": "hello", "surface": "reply"}"#).text.as_deref(), Some("hello"));
        assert_eq!(from_content("{not json}\n").text.as_deref(), Some("{not json}"));
    }

    #[test]
    fn a_draft_has_a_text() {
        assert!(parse(br#"{"id": "a"}"#).is_err());
        assert!(parse(br#"{"text": "a", "parts": ["b"]}"#).is_err());
        assert!(parse(br#"{"parts": ["b"], "labels": [], "unknown": 1}"#).is_ok());
    }
}
