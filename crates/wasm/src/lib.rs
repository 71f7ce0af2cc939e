//! The JavaScript boundary. Plain objects go in and come out (`types.d.ts`);
//! nothing is judged here. What goes wrong is thrown as a plain
//! `{code, message, line?, column?}`, never turned into an empty answer.
//!
//! Strings with lone surrogates are taken: JavaScript's own encoder puts U+FFFD
//! in place of each, which is one UTF-16 code unit too, so offsets hold.
//!
//! Nothing is logged, since a log line may carry a draft.

mod error;

use lozenge_core::{BUILTIN_IDS, Checker as CoreChecker, Draft, Language, Options, Pack, builtin_pack};
use lozenge_directory::Reader;
use serde::Serialize;
use serde::de::DeserializeOwned;
use wasm_bindgen::prelude::*;

use crate::error::Thrown;

#[wasm_bindgen(typescript_custom_section)]
const TYPES: &str = include_str!("../types.d.ts");

/// A checker for one policy and one directory. Make it once; checking a draft leaves nothing behind in it.
#[wasm_bindgen]
pub struct Checker(CoreChecker);

#[wasm_bindgen]
impl Checker {
    /// Takes the id of a built-in pack, or the TOML text of another.
    #[wasm_bindgen(constructor)]
    pub fn new(
        pack: &str,
        #[wasm_bindgen(unchecked_optional_param_type = "CheckerOptions")] options: JsValue,
    ) -> Result<Checker, JsValue> {
        let options: Options = if options.is_undefined() || options.is_null() {
            Options::default()
        } else {
            take(options).ok_or_else(|| Thrown::shape("options", "an object with `directory` and `off`"))?
        };
        Ok(Self(CoreChecker::new(find(pack)?, options)))
    }

    /// What the policy has to say of one draft.
    #[wasm_bindgen(unchecked_return_type = "Report")]
    pub fn check(&self, #[wasm_bindgen(unchecked_param_type = "Draft")] draft: JsValue) -> Result<JsValue, JsValue> {
        let draft = take(draft).filter(|draft: &Draft| draft.text.is_some() || draft.parts.is_some());
        let draft =
            draft.ok_or_else(|| Thrown::shape("draft", "an object with `text` or `parts`, and what surrounds it"))?;
        Ok(give(&self.0.check(&draft))?)
    }
}

/// The built-in policies, in the order in which they are offered.
#[wasm_bindgen(unchecked_return_type = "PolicySummary[]")]
pub fn policies() -> Result<JsValue, JsValue> {
    let all = BUILTIN_IDS.iter().map(|id| find(id).map(|pack| pack.summary())).collect::<Result<Vec<_>, _>>()?;
    Ok(give(&all)?)
}

/// A policy in full, by the id of a built-in pack or from TOML text.
#[wasm_bindgen(unchecked_return_type = "Policy")]
pub fn policy(pack: &str) -> Result<JsValue, JsValue> {
    Ok(give(&find(pack)?.view())?)
}

/// Throws where the TOML text is not a valid pack: every problem, each with its place, in a language ("en" or "cy").
#[wasm_bindgen]
pub fn validate_pack(
    toml: &str,
    #[wasm_bindgen(unchecked_optional_param_type = "\"en\" | \"cy\"")] language: Option<String>,
) -> Result<(), JsValue> {
    let language = if language.as_deref() == Some("cy") { Language::Welsh } else { Language::English };
    Pack::parse(toml, PACK).map_err(|error| Thrown::bad_pack(&error, language))?;
    Ok(())
}

/// Reads a list of colleagues, slice by slice, so that a page stays usable meanwhile.
#[wasm_bindgen]
pub struct DirectoryReader(Reader);

#[wasm_bindgen]
impl DirectoryReader {
    /// Takes a file's bytes: CSV or plain text. Throws where it is too large or no text.
    #[wasm_bindgen(constructor)]
    pub fn new(bytes: Vec<u8>) -> Result<DirectoryReader, JsValue> {
        Ok(Self(Reader::new(bytes).map_err(Thrown::from)?))
    }

    /// Reads so many rows more and answers how much of the file is read, 1 at its end. Throws where there are too many.
    pub fn read(&mut self, rows: usize) -> Result<f64, JsValue> {
        Ok(self.0.read(rows).map_err(Thrown::from)?)
    }

    /// How many colleagues were read so far.
    #[wasm_bindgen(getter)]
    pub fn people(&self) -> usize {
        self.0.so_far().people
    }

    /// What became of the file, without the colleagues themselves.
    #[wasm_bindgen(unchecked_return_type = "DirectoryImport")]
    pub fn summary(&self) -> Result<JsValue, JsValue> {
        Ok(give(self.0.so_far())?)
    }

    /// The colleagues, in the compact form that a checker's `lists` take.
    pub fn list(&self) -> Vec<u8> {
        self.0.so_far().list.clone()
    }
}

/// Looks for the NHS logo in a picture: the RGBA bytes of an `ImageData`, with its width and height.
///
/// A picture of more than a megapixel is shrunk here; shrinking it before saves the copy.
#[wasm_bindgen(unchecked_return_type = "FoundLogo")]
pub fn find_logo(
    #[wasm_bindgen(unchecked_param_type = "Uint8Array | Uint8ClampedArray")] rgba: &[u8],
    width: u32,
    height: u32,
) -> Result<JsValue, JsValue> {
    let verdict = lozenge_logo::find(rgba, width, height).map_err(|error| Thrown::from(&error))?;
    Ok(give(&verdict)?)
}

/// What errors call a pack that is given as text.
const PACK: &str = "pack";

/// A pack's TOML has lines; an id has none.
fn find(pack: &str) -> Result<Pack, Thrown> {
    if pack.contains(['\n', '=']) {
        return parse(pack);
    }
    match builtin_pack(pack) {
        Some(built_in) => built_in.map_err(|error| Thrown::from(&error)),
        None => Err(Thrown::no_pack(BUILTIN_IDS)),
    }
}

fn parse(toml: &str) -> Result<Pack, Thrown> {
    Pack::parse(toml, PACK).map_err(|error| Thrown::from(&error))
}

/// The error is dropped, since its words may repeat the draft's.
fn take<T: DeserializeOwned>(value: JsValue) -> Option<T> {
    if !value.is_object() {
        return None;
    }
    serde_wasm_bindgen::from_value(value).ok()
}

fn give<T: Serialize>(value: &T) -> Result<JsValue, Thrown> {
    value
        .serialize(&serde_wasm_bindgen::Serializer::json_compatible())
        .map_err(|_| Thrown::shape("answer", "plain data"))
}
