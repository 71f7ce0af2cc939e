//! `lozenge explain`: the page of one family of concern, as `docs/rules` holds it.

use std::io::Write;

use lozenge_core::{Capacity, Condition, Duty, Example, FAMILIES, Pack, RULES, Surface};

use crate::failure::{Ending, Failure};
use crate::packs;

/// Says what the rule of a family catches and leaves alone, with examples, and what each built-in policy makes of it.
pub(crate) fn run(name: &str, out: &mut impl Write) -> Result<Ending, Failure> {
    let family = lozenge_core::family(name).ok_or_else(|| {
        let known: Vec<&str> = FAMILIES.iter().map(|family| family.id).collect();
        Failure::Asked(format!("there is no family \"{name}\"; there are {}", known.join(", ")))
    })?;
    writeln!(out, "# {}\n\nFamily `{}`, of the kinds {}.", family.title, family.id, family.kinds.join(", "))?;
    if let Some(rule) = RULES.iter().find(|rule| rule.family == family.id) {
        writeln!(out, "\n**Catches.** {}\n\n**Leaves alone.** {}", rule.catches, rule.leaves)?;
        write_examples("It speaks on", rule.raises, out)?;
        write_examples("It is silent on", rule.silent, out)?;
    }
    writeln!(out, "\n## What the policies say")?;
    for pack in packs::all()? {
        writeln!(out, "\n### {}\n", pack.id)?;
        if !pack.speaks_to(family.id) {
            writeln!(out, "Says nothing on this.")?;
        }
        for duty in pack.duties.iter().filter(|duty| duty.family.id == family.id) {
            write_duty(&pack, duty, out)?;
        }
    }
    Ok(Ending::Clear)
}

fn write_examples(heading: &str, examples: &[Example], out: &mut impl Write) -> Result<(), Failure> {
    writeln!(out, "\n## {heading}\n")?;
    for example in examples {
        let text = example.text.replace('\n', " / ");
        let attachment = example.attachment.map_or("", |_| " (with an attachment)");
        let surface = if example.surface == Surface::Post { "" } else { example.surface.id() };
        let space = if surface.is_empty() { "" } else { ": " };
        writeln!(out, "- {surface}{space}\u{201C}{text}\u{201D}{attachment}")?;
    }
    Ok(())
}

fn write_duty(pack: &Pack, duty: &Duty, out: &mut impl Write) -> Result<(), Failure> {
    let capacities: Vec<&str> = duty.capacities.iter().copied().map(Capacity::id).collect();
    let surfaces: Vec<&str> = duty.surfaces.iter().copied().map(Surface::id).collect();
    let conditions: Vec<&str> = duty.when.iter().copied().map(in_words).collect();
    write!(out, "- `{}`: {}", duty.severity.id(), or(&duty.kinds, "every kind"))?;
    write!(out, "; {}; {}", or(&capacities, "every capacity"), or(&surfaces, "every surface"))?;
    if !conditions.is_empty() {
        write!(out, "; when {}", conditions.join(" and "))?;
    }
    writeln!(out)?;
    for clause in duty.clauses.iter().filter_map(|&place| pack.clauses.get(place)) {
        writeln!(out, "  - {} {}", clause.section, clause.summary)?;
    }
    Ok(())
}

fn or(list: &[&str], otherwise: &str) -> String {
    if list.is_empty() { otherwise.to_owned() } else { list.join(", ") }
}

fn in_words(condition: Condition) -> &'static str {
    match condition {
        Condition::EmployerDisclosed => "the employer is shown",
        Condition::IdentifiesAsEmployee => "the author says who employs them",
        Condition::WithoutPermission => "no permission is known",
        Condition::AboutWork => "it touches the author's work",
    }
}
