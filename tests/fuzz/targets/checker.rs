//! Any draft gets an answer that keeps the promises, the same answer twice, in time that grows with its length.
//!
//! The first three bytes choose policy, surface and circumstances; the rest is text, cut at U+001F into text, bio,
//! what is answered, earlier text and alternative text. One input in sixteen is repeated up to 60 KB, so that
//! what is not linear runs into the time limit.
#![no_main]

use std::sync::OnceLock;

use libfuzzer_sys::fuzz_target;
use lozenge_core::{
    Attachment, AttachmentKind, BUILTIN_IDS, Capacity, Checker, Directory, Draft, Options, Surface, builtin_pack,
};

const SURFACES: &[Surface] =
    &[Surface::Post, Surface::Reply, Surface::Comment, Surface::Message, Surface::Edit, Surface::Profile];
const CAPACITIES: &[Capacity] = &[Capacity::Personal, Capacity::Professional, Capacity::Official];
const LONG: usize = 60_000;

fn checkers() -> &'static [Checker] {
    static ALL: OnceLock<Vec<Checker>> = OnceLock::new();
    ALL.get_or_init(|| {
        BUILTIN_IDS
            .iter()
            .enumerate()
            .map(|(index, id)| {
                let directory = Directory { employer_names: vec!["the Infirmary".to_owned()], ..Directory::default() };
                let strict = vec!["confidential".to_owned(), "abuse".to_owned(), "whistleblowing".to_owned()];
                let options = if index % 2 == 0 {
                    Options::default()
                } else {
                    Options { directory, stricter: strict, ..Options::default() }
                };
                Checker::new(builtin_pack(id).expect("built in").expect("valid"), options)
            })
            .collect()
    })
}

fuzz_target!(|data: &[u8]| {
    let [choice, place, more, rest @ ..] = data else { return };
    let all = String::from_utf8_lossy(rest);
    let mut pieces = all.split('\u{1F}').map(str::to_owned);
    let mut text = pieces.next().unwrap_or_default();
    if more >> 4 == 15 && !text.is_empty() {
        text = text.repeat((LONG / text.len()).max(1));
    }
    let bio = (more & 4 != 0).then(|| pieces.next().unwrap_or_default());
    let reply = pieces.next().unwrap_or_default();
    let previous = pieces.next();
    let alt = pieces.next();
    let mut draft = Draft {
        surface: SURFACES[usize::from(*place) % SURFACES.len()],
        capacity: CAPACITIES[usize::from(*place >> 4) % CAPACITIES.len()],
        bio,
        reply_to: reply.clone(),
        reply_to_text: Some(reply),
        previous,
        ..Draft::post(&text)
    };
    if more & 8 != 0 {
        draft.parts = draft.text.take().map(|text| text.split("\n\n").map(str::to_owned).collect());
    }
    if let Some(alt) = alt {
        draft.attachments = vec![Attachment { kind: AttachmentKind::Image, alt: Some(alt), ..Attachment::default() }];
    }
    let checkers = checkers();
    let checker = &checkers[usize::from(*choice) % checkers.len()];
    let report = checker.check(&draft);
    lozenge_fuzz::assert_sound(&report, &draft);
    if text.len() < 2_000 {
        assert_eq!(report, checker.check(&draft), "another answer the second time");
    }
});
