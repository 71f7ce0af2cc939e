//! What holds of every report, whatever was checked.

use lozenge_core::{Draft, Holds, HoldsFrom, Report, Severity, Surface};

/// Families that are raised in messages, by the checker's promise.
const IN_MESSAGES: &[&str] = &["patient-identifier", "patient-contact", "safeguarding", "confidential"];

/// Panics where a report breaks a promise.
pub fn assert_sound(report: &Report, draft: &Draft) {
    let parts: Vec<Vec<u16>> = draft.texts().iter().map(|text| text.encode_utf16().collect()).collect();
    let whole = |part: &[u16], at: usize| {
        at <= part.len() && !(part.get(at).is_some_and(|unit| (0xDC00..0xE000).contains(unit)))
    };
    let mut worst = None;
    for finding in &report.findings {
        let family = finding.family;
        assert!(!finding.clauses.is_empty(), "{family} names no clause");
        assert!(!finding.message.is_empty(), "{family} says nothing");
        assert!((0.0..=1.0).contains(&finding.confidence), "{family} is {} sure", finding.confidence);
        assert!(finding.severity < Severity::Stop || finding.confidence >= 0.75, "{family} stops in doubt");
        assert!(finding.severity < Severity::Warn || finding.confidence >= 0.5, "{family} warns in doubt");
        assert!(family != "whistleblowing" || finding.severity < Severity::Stop, "whistleblowing stops");
        assert!(draft.surface != Surface::Message || IN_MESSAGES.contains(&family), "{family} in a message");
        for span in &finding.spans {
            assert_eq!(span.part.is_some(), draft.parts.is_some(), "{family}");
            let part = &parts[span.part.unwrap_or(0)];
            assert!(span.start < span.end && span.end <= part.len(), "{family}: {span:?} of {}", part.len());
            let quote = String::from_utf16(&part[span.start..span.end]);
            assert_eq!(quote.ok().as_deref(), Some(span.quote.as_str()), "{family}: {span:?}");
        }
        for fix in &finding.fixes {
            let mut edits: Vec<_> = fix.edits.iter().collect();
            edits.sort_by_key(|edit| (edit.part, edit.start, edit.end));
            for edit in &edits {
                let part = &parts[edit.part.unwrap_or(0)];
                assert!(
                    edit.start <= edit.end && whole(part, edit.start) && whole(part, edit.end),
                    "{family}: {edit:?}"
                );
            }
            for pair in edits.windows(2) {
                let apart = pair[0].part != pair[1].part || pair[0].end <= pair[1].start;
                assert!(apart, "{family}: the edits of \"{}\" overlap", fix.label);
            }
        }
        worst = worst.max(Some(finding.severity));
    }
    let holds = match (worst, report.holds_from) {
        (Some(Severity::Stop), HoldsFrom::Warn | HoldsFrom::Stop) => Holds::Stop,
        (Some(Severity::Warn), HoldsFrom::Warn) => Holds::Warn,
        _ => Holds::None,
    };
    assert_eq!(report.holds, holds);
}
