//! A pack as readers browse it: its clauses, and what it does and does not speak to.

use serde::Serialize;

use super::builtin::superseding;
use super::{Condition, Contact, Pack, PhraseList, Wording};
use crate::draft::{Capacity, Surface};
use crate::family::FAMILIES;
use crate::report::{ClauseQuote, Severity};

/// The facts about a policy document.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct PolicySummary {
    /// The pack's id.
    pub id: String,
    /// The document's title.
    pub title: String,
    /// The organisation.
    pub organisation: String,
    /// The version, where the document states one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub version: Option<String>,
    /// When it was issued, where it states that.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub issued: Option<String>,
    /// The day its review falls due, where it states one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub review_due: Option<String>,
    /// The pack that it replaces.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub supersedes: Option<String>,
    /// The built-in pack that replaces it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub superseded_by: Option<String>,
}

/// A policy to browse.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct PolicyView {
    /// The facts about the document.
    #[serde(flatten)]
    pub summary: PolicySummary,
    /// How drafts call the employer.
    pub names: Vec<String>,
    /// The organisation's own accounts.
    pub handles: Vec<String>,
    /// The policy, clause by clause.
    pub clauses: Vec<ClauseQuote>,
    /// Whom to ask.
    pub contacts: Vec<Contact>,
    /// Wordings that it gives.
    pub wordings: Vec<Wording>,
    /// Words of the organisation's own that are looked for.
    pub phrases: Vec<PhraseList>,
    /// Families that authors may neither switch off nor soften.
    pub keep_on: Vec<&'static str>,
    /// What it asks, duty by duty, in file order.
    pub duties: Vec<DutyView>,
    /// The families that it speaks to.
    pub speaks_to: Vec<Coverage>,
    /// The families on which it is silent.
    pub silent_on: Vec<Silence>,
}

/// One family that a policy speaks to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Coverage {
    /// The family's slug.
    pub family: &'static str,
    /// Its heading.
    pub title: &'static str,
    /// Ids of the clauses, in the document's order.
    pub clauses: Vec<String>,
    /// The strongest severity any of its duties gives.
    pub severity: Severity,
}

/// One duty, every reference by name.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct DutyView {
    /// The family's slug.
    pub family: &'static str,
    /// Its heading.
    pub title: &'static str,
    /// The kinds; empty: all.
    pub kinds: Vec<&'static str>,
    /// Ids of phrase lists; empty: all.
    pub phrases: Vec<String>,
    /// The capacities; empty: all.
    pub capacities: Vec<Capacity>,
    /// The surfaces; empty: all.
    pub surfaces: Vec<Surface>,
    /// What else must hold.
    pub when: Vec<Condition>,
    /// How strongly it speaks.
    pub severity: Severity,
    /// Ids of its clauses.
    pub clauses: Vec<String>,
}

/// One family on which a policy is silent.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Silence {
    /// The family's slug.
    pub family: &'static str,
    /// Its heading.
    pub title: &'static str,
}

impl Pack {
    /// The facts about the document.
    pub fn summary(&self) -> PolicySummary {
        PolicySummary {
            id: self.id.clone(),
            title: self.title.clone(),
            organisation: self.organisation.clone(),
            version: self.version.clone(),
            issued: self.issued.clone(),
            review_due: self.review_due.clone(),
            supersedes: self.supersedes.clone(),
            superseded_by: superseding(&self.id).map(str::to_owned),
        }
    }

    /// A clause as findings quote it.
    pub fn quote(&self, clause: usize) -> Option<ClauseQuote> {
        let clause = self.clauses.get(clause)?;
        Some(ClauseQuote {
            policy: self.id.clone(),
            id: clause.id.clone(),
            section: clause.section.clone(),
            opening: clause.opening.clone(),
            text: clause.text.clone(),
            summary: clause.summary.clone(),
            summary_cy: clause.summary_cy.clone(),
        })
    }

    /// The policy to browse.
    pub fn view(&self) -> PolicyView {
        let speaks_to = FAMILIES.iter().filter_map(|family| {
            let duties = || self.duties.iter().filter(|duty| duty.family.id == family.id);
            let severity = duties().map(|duty| duty.severity).max()?;
            let mut clauses: Vec<usize> = duties().flat_map(|duty| duty.clauses.iter().copied()).collect();
            clauses.sort_unstable();
            clauses.dedup();
            let clauses = clauses.into_iter().filter_map(|index| Some(self.clauses.get(index)?.id.clone())).collect();
            Some(Coverage { family: family.id, title: family.title, clauses, severity })
        });
        let named = |ids: Vec<Option<&String>>| ids.into_iter().flatten().cloned().collect();
        let duties = self.duties.iter().map(|duty| DutyView {
            family: duty.family.id,
            title: duty.family.title,
            kinds: duty.kinds.clone(),
            phrases: named(duty.phrases.iter().map(|&list| Some(&self.phrases.get(list)?.id)).collect()),
            capacities: duty.capacities.clone(),
            surfaces: duty.surfaces.clone(),
            when: duty.when.clone(),
            severity: duty.severity,
            clauses: named(duty.clauses.iter().map(|&clause| Some(&self.clauses.get(clause)?.id)).collect()),
        });
        PolicyView {
            summary: self.summary(),
            names: self.names.clone(),
            handles: self.handles.clone(),
            clauses: (0..self.clauses.len()).filter_map(|index| self.quote(index)).collect(),
            contacts: self.contacts.clone(),
            wordings: self.wordings.clone(),
            phrases: self.phrases.clone(),
            keep_on: self.keep_on.clone(),
            duties: duties.collect(),
            speaks_to: speaks_to.collect(),
            silent_on: self.silent_on().map(|family| Silence { family: family.id, title: family.title }).collect(),
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::builtin_pack;

    #[test]
    fn a_later_version_is_named() {
        let older = builtin_pack("nhs-england-2013").unwrap().unwrap().view();
        assert_eq!(older.summary.superseded_by.as_deref(), Some("nhs-england-2017"));
        assert!(!older.clauses.is_empty() && !older.silent_on.is_empty());
    }
}
