//! What the model looks at: the signs in a draft, each a number made from what it is.

use super::weights::{HASH_BITS, Weights};
use crate::evidence::{Form, IdentifierKind, Place, Reading, Role};
use crate::lexicon::{class, name_hash as key, signal};
use crate::rules::Raised;
use crate::text::{Kind, Text};

/// One sign, and where it stands; signs of the circumstances stand nowhere. The sign is its place among the weights, or
/// its hash where none were given.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Feature {
    pub(crate) sign: u32,
    pub(crate) place: Option<(u32, u32)>,
}

/// The sorts of sign. Their numbers are part of every hash: they never change.
#[derive(Clone, Copy)]
#[repr(u8)]
enum Sort {
    Word = 1,
    Pair = 2,
    Class = 3,
    Signal = 4,
    Circumstance = 5,
    Person = 6,
    Identifier = 7,
    Case = 8,
    Rule = 9,
    Bio = 10,
    Alternative = 11,
    Answered = 12,
}

/// Classes that nearly every text has.
const COMMONPLACE: &[crate::lexicon::Class] = &[class::WORD, class::CAP, class::ALLCAPS, class::NUM, class::TAGGED];

/// How sure a rule has to be for each of the signs of its certainty.
const RULE_STEPS: &[f32] = &[0.3, 0.5, 0.6, 0.75, 0.85];

/// Every sign in a draft under a policy, in order of hash; where weights are given, of those alone that have one.
pub(crate) fn features(
    reading: &Reading<'_>,
    raised: &[Raised],
    policy: &str,
    weights: Option<&Weights>,
) -> Vec<Feature> {
    let mut signs = Signs { found: Vec::with_capacity(reading.words.len() * 2 + 64), weights };
    signs.text(reading);
    signs.classes(reading);
    signs.people(reading);
    signs.circumstances(reading, policy);
    signs.aside(reading);
    signs.rules(raised);
    signs.found.sort_unstable();
    signs.found.dedup();
    signs.found
}

struct Signs<'a> {
    found: Vec<Feature>,
    weights: Option<&'a Weights>,
}

impl Signs<'_> {
    fn add(&mut self, sort: Sort, what: u64, place: Option<Place>) {
        let hash = mix(what ^ u64::from(sort as u8).wrapping_mul(SPREAD));
        let hash = (hash >> (64 - HASH_BITS)) as u32;
        let sign = self.weights.map_or(Some(hash), |weights| weights.sign(hash));
        if let Some(sign) = sign {
            let place = place.map(|place| (place.start as u32, place.end as u32));
            self.found.push(Feature { sign, place });
        }
    }

    fn say(&mut self, sort: Sort, what: &str) {
        self.add(sort, key(what), None);
    }

    fn step(&mut self, sort: Sort, what: &str, step: u32) {
        self.add(sort, join(key(what), u64::from(step)), None);
    }

    /// Words and pairs of words; a name or an identifier counts as one word, whatever it is.
    fn text(&mut self, reading: &Reading<'_>) {
        let units = units(reading);
        for (index, &(what, place)) in units.iter().enumerate() {
            self.add(Sort::Word, what, Some(place));
            if let Some(&(next, after)) = units.get(index + 1) {
                self.add(Sort::Pair, join(what, next), Some(Place::new(place.start, after.end)));
            }
        }
        self.step(Sort::Circumstance, "length", (units.len() / 8).min(8) as u32);
    }

    fn classes(&mut self, reading: &Reading<'_>) {
        for tag in reading.tags.iter().filter(|tag| !COMMONPLACE.contains(&tag.class)) {
            let place = Place::new(tag.start as usize, tag.end as usize);
            self.add(Sort::Class, class::KEYS[tag.class.0 as usize], Some(place));
        }
        for hit in reading.every_hit() {
            let place = Place::new(hit.start as usize, hit.end as usize);
            self.add(Sort::Signal, signal::KEYS[hit.signal.0 as usize], Some(place));
        }
    }

    fn people(&mut self, reading: &Reading<'_>) {
        let mut named = 0;
        for person in &reading.people {
            named += u32::from(person.score >= 0.5);
            if person.score < 0.4 {
                continue;
            }
            let role = key(role_name(person.role));
            let both = join(role, key(form_name(person.form)));
            let sure = (person.score.min(person.role_score) * 4.0) as u64;
            self.add(Sort::Person, role, Some(person.place));
            self.add(Sort::Person, both, Some(person.place));
            self.add(Sort::Person, join(both, sure), Some(person.place));
            if person.permitted {
                self.say(Sort::Person, "permitted");
            }
        }
        self.step(Sort::Person, "named", named.min(3));
        for found in &reading.identifiers {
            let kind = key(identifier_name(found.kind));
            self.add(Sort::Identifier, kind, Some(found.place));
            let sure = (found.score * 4.0) as u64 * 2 + u64::from(found.public);
            self.add(Sort::Identifier, join(kind, sure), Some(found.place));
        }
        let worth = reading.cases.iter().map(|case| case.score).reduce(f32::max);
        match worth {
            Some(worth) => {
                let detail = reading.cases.iter().map(|case| case.detail).fold(0.0, f32::max);
                self.step(Sort::Case, "score", (worth * 6.0) as u32);
                self.step(Sort::Case, "detail", (detail * 4.0).min(4.0) as u32);
            }
            None => self.say(Sort::Case, "none"),
        }
    }

    fn circumstances(&mut self, reading: &Reading<'_>, policy: &str) {
        let (draft, work) = (reading.draft, &reading.work);
        let fifth = |share: f32| (share * 5.0).min(4.0) as u32;
        let fourth = |share: f32| (share * 4.0) as u32;
        let given = reading.disclaimer.given();
        self.say(Sort::Circumstance, draft.capacity.id());
        self.say(Sort::Circumstance, draft.surface.id());
        self.step(Sort::Circumstance, "site", draft.site as u32);
        self.say(Sort::Circumstance, policy);
        self.step(Sort::Circumstance, "disclaimer", u32::from(given));
        self.step(Sort::Circumstance, "disclaimer in text", u32::from(reading.disclaimer.text.is_some()));
        self.step(Sort::Circumstance, "bio of health", u32::from(work.bio_health));
        self.step(Sort::Circumstance, "bio of employer", u32::from(work.bio_names_employer));
        self.step(Sort::Circumstance, "says employee", u32::from(work.says_employee));
        self.step(Sort::Circumstance, "names employer", u32::from(work.names_employer));
        self.step(Sort::Circumstance, "work", fifth(work.score));
        self.step(Sort::Circumstance, "work and disclaimer", fifth(work.score) * 2 + u32::from(given));
        self.step(Sort::Circumstance, "private", fourth(work.private).min(3));
        self.step(Sort::Circumstance, "clinical", fourth(reading.setting.clinical));
        self.step(Sort::Circumstance, "setting", fourth(reading.setting.work));
        self.step(Sort::Circumstance, "answers", u32::from(!draft.reply_to.is_empty()));
        self.step(Sort::Circumstance, "bio", u32::from(draft.bio.as_ref().is_some_and(|bio| !bio.is_empty())));
        for attachment in &draft.attachments {
            let described = attachment.alt.as_ref().is_some_and(|alt| !alt.is_empty());
            self.step(Sort::Circumstance, "attachment", attachment.kind as u32 * 2 + u32::from(described));
        }
    }

    /// What stands beside the draft: the bio, the pictures' descriptions, who is answered.
    fn aside(&mut self, reading: &Reading<'_>) {
        let draft = reading.draft;
        if let Some(bio) = &draft.bio {
            self.note(Sort::Bio, bio);
        }
        for alt in draft.attachments.iter().filter_map(|attachment| attachment.alt.as_ref()) {
            self.note(Sort::Alternative, alt);
        }
        self.note(Sort::Answered, &draft.reply_to);
    }

    fn note(&mut self, sort: Sort, note: &str) {
        let text = Text::read(note);
        let mut before = None;
        for index in 0..text.tokens.len() {
            if text.tokens[index].kind != Kind::Word {
                continue;
            }
            let word = key(stem(text.folded(index)));
            self.add(sort, word, None);
            if let Some(before) = before {
                self.add(sort, join(before, word), None);
            }
            before = Some(word);
        }
    }

    fn rules(&mut self, raised: &[Raised]) {
        for one in raised {
            let family = key(one.family);
            self.add(Sort::Rule, join(family, key(one.kind)), None);
            for (step, _) in RULE_STEPS.iter().enumerate().filter(|&(_, &sure)| one.confidence >= sure) {
                self.add(Sort::Rule, join(family, step as u64), None);
            }
        }
    }
}

/// The text as units: words cut to their stems, names and identifiers as one each; soft marks are left out.
fn units(reading: &Reading<'_>) -> Vec<(u64, Place)> {
    let tokens = &reading.text.tokens;
    let mut units = Vec::with_capacity(tokens.len());
    let mut people = reading.people.iter().filter(|person| person.score >= 0.5).peekable();
    let mut identifiers = reading.identifiers.iter().peekable();
    let mut index = 0;
    while index < tokens.len() {
        while people.next_if(|person| person.place.start < index).is_some() {}
        while identifiers.next_if(|found| found.place.start < index).is_some() {}
        if let Some(person) = people.next_if(|person| person.place.start == index) {
            units.push((key(if person.form == Form::Handle { "<handle>" } else { "<person>" }), person.place));
            index = person.place.end.max(index + 1);
            continue;
        }
        if let Some(found) = identifiers.next_if(|found| found.place.start == index) {
            units.push((key(identifier_name(found.kind)), found.place));
            index = found.place.end.max(index + 1);
            continue;
        }
        let what = match tokens[index].kind {
            Kind::Soft => None,
            Kind::Number => Some(join(key("<number>"), reading.word(index).len().min(3) as u64)),
            Kind::Url => Some(key("<address>")),
            Kind::Email => Some(key("<mail>")),
            Kind::Mention => Some(key("<mention>")),
            Kind::Break => Some(key("<break>")),
            Kind::Word => Some(key(stem(reading.word(index)))),
            Kind::Stop | Kind::Mark | Kind::Hash => Some(key(reading.text.written(index))),
        };
        units.extend(what.map(|what| (what, Place::new(index, index + 1))));
        index += 1;
    }
    units
}

/// A word without the commonest endings, so that "praises", "praised" and "praising" are one.
fn stem(word: &str) -> &str {
    let long = |ending: &str, least: usize| word.strip_suffix(ending).filter(|_| word.len() > least);
    long("ing", 5)
        .or_else(|| long("ed", 4))
        .or_else(|| long("es", 4))
        .or_else(|| long("s", 3).filter(|stem| !stem.ends_with('s')))
        .unwrap_or(word)
}

const fn role_name(role: Role) -> &'static str {
    match role {
        Role::Unknown => "unknown",
        Role::Patient => "patient",
        Role::Colleague => "colleague",
        Role::Own => "own",
        Role::Public => "public",
        Role::Author => "author",
        Role::Addressed => "addressed",
    }
}

const fn form_name(form: Form) -> &'static str {
    match form {
        Form::Full => "full",
        Form::Single => "single",
        Form::Initials => "initials",
        Form::Handle => "handle",
    }
}

const fn identifier_name(kind: IdentifierKind) -> &'static str {
    match kind {
        IdentifierKind::NhsNumber => "<nhs number>",
        IdentifierKind::ChiNumber => "<chi number>",
        IdentifierKind::HcNumber => "<hc number>",
        IdentifierKind::HospitalNumber => "<hospital number>",
        IdentifierKind::NationalInsurance => "<national insurance>",
        IdentifierKind::DateOfBirth => "<date of birth>",
        IdentifierKind::Age(_) => "<age>",
        IdentifierKind::Postcode => "<postcode>",
        IdentifierKind::Address => "<address line>",
        IdentifierKind::Phone => "<phone>",
        IdentifierKind::Email => "<email>",
        IdentifierKind::Bed => "<bed>",
    }
}

const SPREAD: u64 = 0x9E37_79B9_7F4A_7C15;

const fn join(first: u64, second: u64) -> u64 {
    mix(first.rotate_left(23) ^ second.wrapping_mul(SPREAD))
}

const fn mix(value: u64) -> u64 {
    let value = (value ^ (value >> 32)).wrapping_mul(0xD6E8_FEB8_6659_FD93);
    value ^ (value >> 29)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn endings_are_cut_and_short_words_are_not() {
        for (word, stemmed) in [
            ("praising", "prais"),
            ("praised", "prais"),
            ("praises", "prais"),
            ("ward", "ward"),
            ("is", "is"),
            ("loss", "loss"),
            ("ring", "ring"),
        ] {
            assert_eq!(stem(word), stemmed);
        }
    }

    #[test]
    fn order_matters_in_a_pair() {
        assert_ne!(join(key("no"), key("staff")), join(key("staff"), key("no")));
    }
}
