//! Words that only one organisation has a rule about: the pack lists them, here they are found.
//!
//! Not one of `RULES`, since what it looks for comes with the pack.

use rustc_hash::FxHashMap;

use super::Raised;
use crate::evidence::{Place, Reading};
use crate::fixes;
use crate::policy::PhraseList;
use crate::text::{Kind, Text, fold};

/// The family that it raises.
pub(crate) const FAMILY: &str = "own-rule";
/// Words are matched as they are listed, so what is found is what was meant, but for a word of two meanings.
const CONFIDENCE: f32 = 0.9;
/// Stands for any number in a phrase.
const ANY_NUMBER: &str = "#";

/// The phrases of all lists, found by their first word.
#[derive(Debug, Default)]
pub(crate) struct OwnPhrases {
    by_first: FxHashMap<Box<str>, Vec<Phrase>>,
    /// Parts of web addresses, and the list of each.
    addresses: Vec<(Box<str>, usize)>,
}

#[derive(Debug)]
struct Phrase {
    rest: Vec<Box<str>>,
    list: usize,
}

impl OwnPhrases {
    pub(crate) fn new(lists: &[PhraseList]) -> Self {
        let mut all = Self::default();
        for (list, phrases) in lists.iter().enumerate() {
            for phrase in &phrases.words {
                all.add(phrase, list);
            }
        }
        all
    }

    fn add(&mut self, phrase: &str, list: usize) {
        if let Some(address) = as_address(phrase) {
            self.addresses.push((address.into(), list));
            return;
        }
        let mut words = words_of(phrase).into_iter();
        if let Some(first) = words.next() {
            self.by_first.entry(first).or_default().push(Phrase { rest: words.collect(), list });
        }
    }

    /// One finding for each list of which something is there.
    pub(crate) fn find(&self, reading: &Reading<'_>, lists: &[PhraseList], out: &mut Vec<Raised>) {
        if lists.is_empty() {
            return;
        }
        let mut places: Vec<Vec<Place>> = vec![Vec::new(); lists.len()];
        for index in 0..reading.text.tokens.len() {
            for (end, list) in self.at(&reading.text, index) {
                let place = Place::new(index, end);
                match places[list].last_mut().filter(|last| last.overlaps(place)) {
                    Some(last) if last.end - last.start >= end - index => {}
                    Some(last) => *last = place,
                    None => places[list].push(place),
                }
            }
        }
        for (index, (list, places)) in lists.iter().zip(places).enumerate().filter(|(_, (_, found))| !found.is_empty())
        {
            let mut raised = Raised::new(FAMILY, "phrase", CONFIDENCE, list.message.clone());
            raised.phrases = Some(index);
            raised.why = places.iter().map(|&place| ("words", place)).collect();
            if let Some(instead) = &list.instead {
                raised =
                    raised.fix(fixes::replace(&format!("Say \u{201C}{instead}\u{201D}"), &places, instead, reading));
            }
            raised.places = places;
            out.push(raised);
        }
    }

    /// The phrases that begin at a token: the end and the list of each.
    fn at(&self, text: &Text<'_>, index: usize) -> Vec<(usize, usize)> {
        let mut found = Vec::new();
        let kind = text.tokens[index].kind;
        if kind == Kind::Url {
            let address = fold(text.written(index));
            found.extend(
                self.addresses.iter().filter(|(part, _)| address.contains(&**part)).map(|&(_, list)| (index + 1, list)),
            );
            return found;
        }
        let numbers = (kind == Kind::Number).then(|| self.by_first.get(ANY_NUMBER)).flatten();
        let phrases = self.by_first.get(text.folded(index)).into_iter().chain(numbers).flatten();
        for phrase in phrases {
            let mut end = index + 1;
            let fits = phrase.rest.iter().all(|word| {
                let next = text.solid_from(end);
                end = next + 1;
                next < text.tokens.len()
                    && (text.folded(next) == &**word || &**word == ANY_NUMBER && text.tokens[next].kind == Kind::Number)
            });
            if fits {
                found.push((end, phrase.list));
            }
        }
        found
    }
}

/// Whether a phrase of a pack has anything in it that can be found.
pub(crate) fn can_be_found(phrase: &str) -> bool {
    as_address(phrase).is_some() || words_of(phrase).iter().any(|word| &**word != ANY_NUMBER)
}

/// A phrase that is one web address, or a part of one.
fn as_address(phrase: &str) -> Option<String> {
    let phrase = phrase.trim();
    let text = Text::read(phrase);
    (text.tokens.len() == 1 && text.tokens[0].kind == Kind::Url).then(|| fold(phrase))
}

/// What has to stand there, word by word, as the tokeniser folds it.
fn words_of(phrase: &str) -> Vec<Box<str>> {
    phrase
        .split_whitespace()
        .flat_map(|piece| {
            if piece == ANY_NUMBER {
                return vec![ANY_NUMBER.into()];
            }
            let text = Text::read(piece);
            (0..text.tokens.len())
                .filter(|&index| matches!(text.tokens[index].kind, Kind::Word | Kind::Number | Kind::Mention))
                .map(|index| text.folded(index).into())
                .collect::<Vec<Box<str>>>()
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use crate::{Checker, Draft, Finding, Options, Pack, Surface};

    const PACK: &str = r##"
[policy]
id = "example"
title = "Policy"
organisation = "Example Trust"

[[clause]]
id = "1-wards"
section = "1"
opening = "Do not name wards"
text = "Do not name wards."
summary = "Do not name wards."

[[clause]]
id = "2-groups"
section = "2"
opening = "Work groups"
text = "Work groups on WhatsApp need approval."
summary = "Ask before you set up a group."

[[phrase]]
id = "wards"
words = ["Bluebell Ward", "ward #", "St. Anne's"]
message = "This names a ward: say \"our ward\" instead."
instead = "our ward"

[[phrase]]
id = "groups"
words = ["WhatsApp group", "chat.whatsapp.com"]
message = "Work groups need approval."

[[duty]]
family = "own-rule"
phrases = ["wards"]
severity = "stop"
clauses = ["1-wards"]

[[duty]]
family = "own-rule"
phrases = ["groups"]
severity = "advise"
clauses = ["2-groups"]
"##;

    fn found(text: &str) -> Vec<Finding> {
        Checker::new(Pack::parse(PACK, "example.toml").unwrap(), Options::default()).check(&Draft::post(text)).findings
    }

    fn quotes(text: &str) -> Vec<String> {
        found(text).into_iter().flat_map(|finding| finding.spans).map(|span| span.quote).collect()
    }

    #[test]
    fn finds_the_organisation_s_own_words_in_any_case() {
        assert_eq!(quotes("Back on bluebell ward's late shift"), ["bluebell ward's"]);
        assert_eq!(quotes("Proud of #BluebellWard"), ["BluebellWard"]);
        assert_eq!(quotes("From Ward 12 to ward 3"), ["Ward 12", "ward 3"]);
        assert_eq!(quotes("St Anne's is full"), ["St Anne's"]);
        assert_eq!(quotes("Join https://chat.whatsapp.com/AbC today"), ["https://chat.whatsapp.com/AbC"]);
    }

    #[test]
    fn leaves_what_only_resembles_them() {
        for text in ["Bluebells by the ward", "A ward round at 3", "Steward 12", "WhatsApp me", "whatsapp.com is down"]
        {
            assert_eq!(quotes(text), [""; 0], "{text}");
        }
    }

    #[test]
    fn each_list_has_its_own_duty_and_clause() {
        let all = found("Bluebell Ward has a WhatsApp group");
        let told: Vec<_> = all.iter().map(|one| (one.severity.id(), one.clauses[0].section.as_str())).collect();
        assert_eq!(told, [("stop", "1"), ("advise", "2")]);
    }

    #[test]
    fn offers_what_to_say_instead() {
        let [finding] = &found("Quiet on Bluebell Ward tonight")[..] else { panic!("one finding") };
        let edit = &finding.fixes[0].edits[0];
        assert_eq!((edit.start, edit.end, edit.text.as_str()), (9, 22, "our ward"));
    }

    #[test]
    fn is_silent_in_messages() {
        let pack = Pack::parse(PACK, "example.toml").unwrap();
        let draft = Draft { surface: Surface::Message, ..Draft::post("See you on Bluebell Ward") };
        assert_eq!(Checker::new(pack, Options::default()).check(&draft).findings, []);
    }
}
