//! The checker: a pure function from a draft to a report, for one pack and one directory.

use crate::draft::{Capacity, Draft, Surface};
use crate::evidence::{Colleagues, Employer, Place, Reading, Worded};
use crate::family::FAMILIES;
use crate::fixes;
use crate::model;
use crate::options::Options;
use crate::order::sort_by_number;
use crate::policy::{Condition, Duty, Pack};
use crate::report::{Edit, Finding, Fix, Holds, HoldsFrom, Report, Severity, Span, Why};
use crate::rules::own_rule::{self, OwnPhrases};
use crate::rules::{CHECKS, Raised};
use crate::text::{Parts, Utf16Offsets};

/// Below this confidence a finding is at most `warn`.
pub(crate) const SURE: f32 = 0.75;
/// Below this confidence a finding is at most `advise`.
pub(crate) const LIKELY: f32 = 0.5;

/// Judges drafts against one pack.
pub struct Checker {
    pack: Pack,
    options: Options,
    employer: Employer,
    colleagues: Colleagues,
    own: OwnPhrases,
    worded: Worded,
}

impl Checker {
    /// Makes ready to judge drafts against `pack`.
    pub fn new(pack: Pack, mut options: Options) -> Self {
        // Not kept: what is looked up is far smaller than the lists.
        let directory = std::mem::take(&mut options.directory);
        let employer = Employer::new(
            pack.names.iter().chain(&directory.employer_names),
            pack.handles.iter().chain(&directory.employer_handles),
        );
        let colleagues = Colleagues::new(&directory);
        let own = OwnPhrases::new(&pack.phrases);
        let worded = Worded::new(&pack);
        Self { pack, options, employer, colleagues, own, worded }
    }

    /// The pack that is applied.
    pub fn pack(&self) -> &Pack {
        &self.pack
    }

    /// Judges one draft. Never fails; takes time linear in the text.
    pub fn check(&self, draft: &Draft) -> Report {
        let texts = draft.texts();
        let parts = Parts::join(&texts, draft.parts.is_some());
        let mut reading = Reading::new(draft, &parts, &self.employer, &self.colleagues);
        self.worded.look(&mut reading);
        let mut raised = raise(&reading);
        model::weigh(&reading, &mut raised, &self.pack.id);
        if self.options.looks_for(own_rule::FAMILY, &self.pack) {
            self.own.find(&reading, &self.pack.phrases, &mut raised);
        }
        raised.retain(|one| may_be_raised(one.family, draft.surface) && self.options.looks_for(one.family, &self.pack));
        let places = Places::new(&parts);
        let mut findings: Vec<Finding> =
            raised.into_iter().filter_map(|raised| self.finding(raised, &reading, &places)).collect();
        // The hardest first, then in the order of the families, then as they stand in the text.
        sort_by_number(&mut findings, |finding| {
            let family = FAMILIES.iter().position(|family| family.id == finding.family).map_or(0, |at| at as u64 + 1);
            let place = finding.spans.first().map_or(0, |span| {
                let part = span.part.map_or(1, |part| part as u64 + 2);
                part.min(0xFF_FFFF) << 32 | span.start as u64
            });
            (Severity::Stop as u64 - finding.severity as u64) << 62 | family << 56 | place
        });
        let orders = &self.options.organisation;
        let holds_from = match draft.surface {
            _ if orders.try_out => HoldsFrom::Never,
            Surface::Message => HoldsFrom::Stop,
            _ => HoldsFrom::Warn,
        };
        let worst = findings.iter().map(|finding| finding.severity).max();
        let holds = match (worst, holds_from) {
            (Some(Severity::Stop), HoldsFrom::Warn | HoldsFrom::Stop) => Holds::Stop,
            (Some(Severity::Warn), HoldsFrom::Warn) => Holds::Warn,
            _ => Holds::None,
        };
        let final_stops = orders.final_stops || self.options.final_stops;
        Report { policy: self.pack.id.clone(), capacity: draft.capacity, findings, holds, holds_from, final_stops }
    }

    /// The signs that the model weighs in a draft, each once and in ascending order: what it is trained on.
    /// What the rules say is left out where they were made with the draft in view.
    #[cfg(feature = "training")]
    pub fn signs(&self, draft: &Draft, with_rules: bool) -> Vec<u32> {
        let texts = draft.texts();
        let parts = Parts::join(&texts, draft.parts.is_some());
        let reading = Reading::new(draft, &parts, &self.employer, &self.colleagues);
        let raised = if with_rules { raise(&reading) } else { Vec::new() };
        let mut signs: Vec<u32> =
            model::features(&reading, &raised, &self.pack.id, None).into_iter().map(|sign| sign.sign).collect();
        signs.dedup();
        signs
    }

    /// What a raised kind means under this pack; nothing where the pack has no duty.
    fn finding(&self, raised: Raised, reading: &Reading<'_>, places: &Places<'_>) -> Option<Finding> {
        let draft = reading.draft;
        let holds = |condition| match condition {
            Condition::EmployerDisclosed => reading.work.disclosed(),
            Condition::IdentifiesAsEmployee => reading.work.says_employee || draft.capacity == Capacity::Official,
            Condition::WithoutPermission => !raised.permitted,
            Condition::AboutWork => raised.about_work || reading.work.score >= LIKELY,
        };
        let duties: Vec<&Duty> = self
            .pack
            .duties_for(raised.family, raised.kind, raised.phrases, draft.capacity, draft.surface, holds)
            .collect();
        let strongest = duties.iter().map(|duty| duty.severity).max()?;
        let strongest = self.options.stepped(strongest, raised.family, &self.pack);
        let ceiling = match raised.confidence {
            sure if sure >= SURE => Severity::Stop,
            likely if likely >= LIKELY => Severity::Warn,
            _ => Severity::Advise,
        };
        let ceiling = ceiling.min(raised.at_most.unwrap_or(Severity::Stop)).min(hardest(raised.family));
        let mut clauses: Vec<usize> = Vec::new();
        for clause in duties.iter().flat_map(|duty| &duty.clauses) {
            if !clauses.contains(clause) {
                clauses.push(*clause);
            }
        }
        let wordings = duties.iter().flat_map(|duty| &duty.wordings).map(|&index| &self.pack.wordings[index]);
        let mut fixes: Vec<Fix> = raised.fixes.iter().filter_map(|fix| places.fix(fix)).collect();
        fixes.extend(fixes::wordings(wordings, draft, places));
        let language = self.options.language;
        for fix in &mut fixes {
            fix.label = language.say(std::mem::take(&mut fix.label));
        }
        // The message of an organisation's own rule is the policy's.
        let own = raised.phrases.is_some();
        let message = if own { raised.message } else { language.say(raised.message) };
        Some(Finding {
            family: raised.family,
            kind: raised.kind,
            severity: strongest.min(ceiling),
            spans: raised.places.iter().filter_map(|&place| places.span(place, reading)).collect(),
            message,
            why: raised
                .why
                .into_iter()
                .map(|(kind, place)| Why { kind, quote: reading.quote(place).to_owned() })
                .collect(),
            clauses: clauses.into_iter().filter_map(|index| self.pack.quote(index)).collect(),
            fixes,
            confidence: raised.confidence,
        })
    }
}

/// Raising a concern is protected: no pack and no setting may hold it harder than for one look.
fn hardest(family: &str) -> Severity {
    if family == "whistleblowing" { Severity::Warn } else { Severity::Stop }
}

/// What every rule raises. All are asked, whatever the pack speaks to: what one finds is evidence for another.
fn raise(reading: &Reading<'_>) -> Vec<Raised> {
    let mut raised = Vec::new();
    for check in CHECKS {
        check(reading, &mut raised);
    }
    raised
}

/// In messages only what can hurt somebody at once is raised.
fn may_be_raised(family: &str, surface: Surface) -> bool {
    surface != Surface::Message
        || matches!(family, "patient-identifier" | "patient-contact" | "safeguarding" | "confidential")
}

/// Turns places in the joined text into places in its parts, counted in UTF-16.
pub(crate) struct Places<'a> {
    pub(crate) parts: &'a Parts,
    offsets: Vec<Utf16Offsets<'a>>,
}

impl<'a> Places<'a> {
    fn new(parts: &'a Parts) -> Self {
        Self { parts, offsets: (0..parts.count()).map(|part| Utf16Offsets::new(parts.part(part))).collect() }
    }

    /// Part number, start and end of bytes `from..to`, cut off at the part's end.
    fn locate(&self, from: usize, to: usize) -> Option<(usize, usize, usize)> {
        let (part, start, end) = self.parts.at(from);
        let from = from.clamp(start, end) - start;
        let to = to.clamp(start, end) - start;
        let offsets = self.offsets.get(part)?;
        (from <= to).then(|| (part, offsets.utf16(from), offsets.utf16(to)))
    }

    fn span(&self, place: Place, reading: &Reading<'_>) -> Option<Span> {
        let (from, to) = reading.text.bytes(place.start, place.end);
        let (part, start, end) = self.locate(from, to)?;
        let (_, part_start, part_end) = self.parts.at(from);
        let quote = self.parts.text.get(from.max(part_start)..to.min(part_end))?.to_owned();
        (start < end).then(|| Span { part: self.parts.number(part), start, end, quote })
    }

    fn fix(&self, fix: &fixes::Offer) -> Option<Fix> {
        let edits: Option<Vec<Edit>> = fix
            .edits
            .iter()
            .map(|(from, to, text)| {
                self.locate(*from, *to).map(|(part, start, end)| Edit {
                    part: self.parts.number(part),
                    start,
                    end,
                    text: text.clone(),
                })
            })
            .collect();
        Some(Fix { label: fix.label.clone(), edits: edits? })
    }

    /// An edit that appends `text` to the last part.
    pub(crate) fn append(&self, text: String) -> Option<Edit> {
        let part = self.parts.count().checked_sub(1)?;
        let end = self.offsets.get(part)?.utf16(self.parts.part(part).len());
        Some(Edit { part: self.parts.number(part), start: end, end, text })
    }
}
