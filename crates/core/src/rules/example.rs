//! Example drafts in a rule's documentation, run as tests.

use crate::draft::{Attachment, AttachmentKind, Capacity, Draft, Site, Surface};

/// A draft in short. The organisation is one whose policy speaks to the family.
#[derive(Debug, Clone, Copy)]
pub struct Example {
    /// The draft's text.
    pub text: &'static str,
    /// The pack it is judged by.
    pub policy: &'static str,
    /// The capacity.
    pub capacity: Capacity,
    /// The surface.
    pub surface: Surface,
    /// The author's bio; known and empty unless given.
    pub bio: &'static str,
    /// Who is answered.
    pub reply_to: &'static str,
    /// An attachment and its alternative text.
    pub attachment: Option<(AttachmentKind, &'static str)>,
}

impl Example {
    pub(crate) const fn post(text: &'static str) -> Self {
        Self {
            text,
            policy: "nhs-england-2017",
            capacity: Capacity::Personal,
            surface: Surface::Post,
            bio: "",
            reply_to: "",
            attachment: None,
        }
    }

    pub(crate) const fn by(self, policy: &'static str) -> Self {
        Self { policy, ..self }
    }

    pub(crate) const fn bio(self, bio: &'static str) -> Self {
        Self { bio, ..self }
    }

    #[allow(dead_code)]
    pub(crate) const fn as_(self, capacity: Capacity) -> Self {
        Self { capacity, ..self }
    }

    #[allow(dead_code)]
    pub(crate) const fn on(self, surface: Surface) -> Self {
        Self { surface, ..self }
    }

    #[allow(dead_code)]
    pub(crate) const fn to(self, reply_to: &'static str) -> Self {
        Self { reply_to, surface: Surface::Reply, ..self }
    }

    #[allow(dead_code)]
    pub(crate) const fn with(self, kind: AttachmentKind, alt: &'static str) -> Self {
        Self { attachment: Some((kind, alt)), ..self }
    }

    /// The example as a draft.
    pub fn draft(&self) -> Draft {
        Draft {
            text: Some(self.text.to_owned()),
            site: Site::Facebook,
            surface: self.surface,
            capacity: self.capacity,
            bio: Some(self.bio.to_owned()),
            reply_to: self.reply_to.to_owned(),
            attachments: self
                .attachment
                .map(|(kind, alt)| Attachment { kind, alt: Some(alt.to_owned()), ..Attachment::default() })
                .into_iter()
                .collect(),
            ..Draft::default()
        }
    }

    /// The kinds of `family` that the checker finds in it.
    #[cfg(test)]
    pub(crate) fn kinds(&self, family: &str) -> Vec<&'static str> {
        let pack = crate::builtin_pack(self.policy).unwrap().unwrap();
        let report = crate::Checker::new(pack, crate::Options::default()).check(&self.draft());
        report.findings.iter().filter(|finding| finding.family == family).map(|finding| finding.kind).collect()
    }
}
