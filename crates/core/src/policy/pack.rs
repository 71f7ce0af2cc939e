//! A pack as the checker uses it: validated, every reference resolved.

use serde::{Deserialize, Serialize};

use crate::draft::{Capacity, Surface};
use crate::family::{FAMILIES, Family};
use crate::report::Severity;

/// One organisation's policy.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Pack {
    /// Unique among packs; lower case letters, digits and hyphens.
    pub id: String,
    /// The document's title.
    pub title: String,
    /// The organisation, as a reader should see it.
    pub organisation: String,
    /// How drafts call the employer.
    pub names: Vec<String>,
    /// The organisation's own accounts.
    pub handles: Vec<String>,
    /// The document's version, where it states one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub version: Option<String>,
    /// When it was issued, where it states that.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub issued: Option<String>,
    /// The day its review falls due (ISO 8601), where it states one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub review_due: Option<String>,
    /// The pack that this one replaces.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub supersedes: Option<String>,
    /// Where the document came from.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub source: Option<String>,
    /// The families that authors may neither switch off nor soften.
    pub keep_on: Vec<&'static str>,
    /// Whom the policy tells staff to ask.
    pub contacts: Vec<Contact>,
    /// The policy, clause by clause, in the document's order.
    pub clauses: Vec<Clause>,
    /// Wordings that the policy gives.
    pub wordings: Vec<Wording>,
    /// Words of the organisation's own to look for.
    pub phrases: Vec<PhraseList>,
    /// What each kind of finding means here.
    #[serde(skip)]
    pub duties: Vec<Duty>,
}

/// Whom to ask.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Contact {
    /// Unique within the pack.
    pub id: String,
    /// The person or team.
    pub name: String,
    /// The address as the document gives it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub email: Option<String>,
    /// The telephone number as the document gives it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub phone: Option<String>,
    /// Whether the address may be offered as a link: false where the document misspells it.
    pub mailto: bool,
    /// The families it helps with; empty: any.
    pub about: Vec<&'static str>,
}

/// One numbered paragraph or bullet, verbatim.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Clause {
    /// Unique within the pack.
    pub id: String,
    /// The section as the document numbers it.
    pub section: String,
    /// The first few words.
    pub opening: String,
    /// The clause, verbatim.
    pub text: String,
    /// The clause in one plain line of our own.
    pub summary: String,
    /// The same line in Welsh, where the pack has it. That of the built-in packs stands in `policies/cy.txt`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub summary_cy: Option<String>,
}

/// A form of words that the policy gives.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Wording {
    /// Unique within the pack.
    pub id: String,
    /// What it is for.
    #[serde(rename = "use")]
    pub usage: Use,
    /// Whether other words of the same meaning serve as well.
    #[serde(rename = "match")]
    pub matching: Match,
    /// The words.
    pub text: String,
    /// A short form of our own, for a post with no room.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub short: Option<String>,
    /// The id of the clause that gives it.
    pub clause: String,
}

/// What a wording is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Use {
    /// Posts about work.
    Post,
    /// A personal blog.
    Blog,
    /// Answering the media.
    MediaComment,
    /// A personal reference.
    Reference,
}

/// How closely a wording has to be followed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Match {
    /// Word for word.
    Exact,
    /// In these or other words.
    SuchAs,
}

/// Words that only this organisation has a rule about, such as the names of its wards. Found by the family `own-rule`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct PhraseList {
    /// Unique within the pack.
    pub id: String,
    /// The words or phrases, each found whole and in any case; `#` stands for any number.
    pub words: Vec<String>,
    /// One plain sentence to the author: what was seen and what to do.
    pub message: String,
    /// What may stand in their place, offered as a fix.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub instead: Option<String>,
}

/// What one family, or some of its kinds, means under this policy.
#[derive(Debug, Clone, PartialEq)]
pub struct Duty {
    /// The family.
    pub family: &'static Family,
    /// The kinds; empty: all.
    pub kinds: Vec<&'static str>,
    /// Indices into the pack's phrase lists; empty: all. Only `own-rule` has any.
    pub phrases: Vec<usize>,
    /// The capacities; empty: all.
    pub capacities: Vec<Capacity>,
    /// The surfaces; empty: all.
    pub surfaces: Vec<Surface>,
    /// What else must hold.
    pub when: Vec<Condition>,
    /// How strongly it speaks.
    pub severity: Severity,
    /// Indices into the pack's clauses; never empty.
    pub clauses: Vec<usize>,
    /// Indices into the pack's wordings, offered as fixes.
    pub wordings: Vec<usize>,
}

/// A circumstance on which a duty depends.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Condition {
    /// The draft, the bio or the profile shows who employs the author.
    EmployerDisclosed,
    /// The author says so themselves, in the draft or the bio.
    IdentifiesAsEmployee,
    /// The people concerned are not known to have agreed.
    WithoutPermission,
    /// The draft touches the author's work.
    AboutWork,
}

impl Pack {
    /// The duties that speak to a kind in these circumstances, in file order.
    pub(crate) fn duties_for<'a>(
        &'a self,
        family: &'a str,
        kind: &'a str,
        phrases: Option<usize>,
        capacity: Capacity,
        surface: Surface,
        holds: impl Fn(Condition) -> bool + 'a,
    ) -> impl Iterator<Item = &'a Duty> {
        self.duties.iter().filter(move |duty| {
            duty.family.id == family
                && (duty.kinds.is_empty() || duty.kinds.contains(&kind))
                && (duty.phrases.is_empty() || phrases.is_some_and(|list| duty.phrases.contains(&list)))
                && (duty.capacities.is_empty() || duty.capacities.contains(&capacity))
                && (duty.surfaces.is_empty() || duty.surfaces.contains(&surface))
                && duty.when.iter().all(|&condition| holds(condition))
        })
    }

    /// Whether the pack has any duty on a family.
    pub fn speaks_to(&self, family: &str) -> bool {
        self.duties.iter().any(|duty| duty.family.id == family)
    }

    /// The families on which the policy says nothing.
    pub fn silent_on(&self) -> impl Iterator<Item = &'static Family> {
        FAMILIES.iter().filter(|family| !self.speaks_to(family.id))
    }
}
