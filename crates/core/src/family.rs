//! The families of concern and the kinds within each: the vocabulary that
//! rules raise and packs give duties to. A name never changes its meaning.

/// One concern that a policy may speak to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Family {
    /// The slug used in packs, findings and settings.
    pub id: &'static str,
    /// What a reader sees as a heading.
    pub title: &'static str,
    /// The kinds that its rule can raise.
    pub kinds: &'static [&'static str],
}

/// Looks a family up by its slug.
pub fn family(id: &str) -> Option<&'static Family> {
    FAMILIES.iter().find(|family| family.id == id)
}

const fn of(id: &'static str, title: &'static str, kinds: &'static [&'static str]) -> Family {
    Family { id, title, kinds }
}

/// Every family, in the order in which findings of equal severity are shown.
pub const FAMILIES: &[Family] = &[
    of(
        "patient-identifier",
        "Details that identify a patient",
        &[
            "nhs-number",
            "chi-number",
            "hc-number",
            "hospital-number",
            "name",
            "initials",
            "date-of-birth",
            "age-over-89",
            "address",
            "postcode",
            "phone",
            "email",
            "national-insurance",
            "bed-or-bay",
            "image",
        ],
    ),
    of(
        "safeguarding",
        "Keeping people safe",
        &["child-named", "adult-at-risk-named", "asks-for-details", "meeting", "intimate", "befriending", "secrecy"],
    ),
    of("patient-contact", "Talking to a patient about their care", &["care-discussed", "contacted"]),
    of("patient-story", "A story about one patient", &["anecdote", "discussed"]),
    of(
        "confidential",
        "Confidential matters",
        &[
            "marking",
            "credentials",
            "internal-record",
            "internal-meeting",
            "private-conversation",
            "plans",
            "finances",
            "screenshot",
        ],
    ),
    of(
        "colleague-named",
        "A colleague singled out",
        &[
            "named",
            "tagged",
            "described",
            "contact-details",
            "performance",
            "absence",
            "appointment",
            "pictured",
            "complaint",
        ],
    ),
    of("abuse", "Abusive language", &["insult", "obscenity", "discrimination", "threat", "bullying"]),
    of("logo", "The organisation's logo", &["shown", "unclear", "alt-text"]),
    of("official-voice", "Speaking for the organisation", &["speaks-for", "unofficial-account", "unreviewed"]),
    of("media-response", "Answering the media", &["comment", "contact"]),
    of("whistleblowing", "Raising a concern", &["concern"]),
    of("reference", "References and recommendations", &["professional", "personal", "vendor"]),
    of("partner-cited", "Partners and suppliers", &["mentioned", "criticised"]),
    of("politics-religion", "Politics and religion", &["politics", "religion"]),
    of("commercial-gain", "Commercial gain", &["product", "paid-work", "affiliate", "private-practice"]),
    of(
        "contact-details",
        "Your own contact details",
        &["nhs-email", "email", "phone", "home-address", "date-of-birth"],
    ),
    of("survey-or-poll", "Surveys and polls", &["survey", "poll"]),
    of("publishing-channel", "The right channel to publish on", &["video", "slides", "blog", "unbranded"]),
    of("information-request", "Requests for information", &["request"]),
    of("copyright", "Other people's work", &["reproduced", "image", "broadcast"]),
    of("photo-consent", "Consent to be pictured", &["people", "children", "background"]),
    of("media-accessibility", "Pictures and films for everybody", &["image-alt", "video-captions"]),
    of("edit-unmarked", "Changes that are not marked", &["unmarked", "hidden"]),
    of("disrepute", "The organisation's good name", &["criticism", "link"]),
    of("disclaimer-missing", "A disclaimer is needed", &["post", "blog", "media-comment"]),
    of("identify-yourself", "Say who you are", &["unnamed"]),
    of("uneasy", "If you are not sure", &["doubt"]),
    of("own-rule", "Your organisation's own rules", &["phrase"]),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn slugs_are_unique() {
        let mut ids: Vec<_> = FAMILIES.iter().map(|family| family.id).collect();
        ids.sort_unstable();
        let all = ids.len();
        ids.dedup();
        assert_eq!(ids.len(), all);
    }
}
