//! Runs rustrict over texts: one JSON object a line in, one a line out, as `presidio.py` does.
//! It says whether a text is inappropriate, not where.

use std::io::{self, BufRead, Write};
use std::time::Instant;

use rustrict::{CensorStr, Type};
use serde::{Deserialize, Serialize};

#[derive(Deserialize)]
struct Given {
    id: String,
    text: String,
}

#[derive(Serialize)]
struct Answer {
    id: String,
    ms: f64,
    spans: Vec<(usize, usize, &'static str)>,
}

fn main() -> Result<(), Box<dyn std::error::Error>> {
    // As shipped: moderate and severe. With "severe" as the argument: severe alone.
    let severe = std::env::args().nth(1).is_some_and(|argument| argument == "severe");
    let threshold = if severe { Type::SEVERE } else { Type::INAPPROPRIATE };
    let mut out = io::stdout().lock();
    for line in io::stdin().lock().lines() {
        let given: Given = serde_json::from_str(&line?)?;
        let start = Instant::now();
        let found = given.text.is(threshold);
        let ms = start.elapsed().as_secs_f64() * 1000.0;
        let spans = if found { vec![(0, given.text.encode_utf16().count(), "ABUSE")] } else { Vec::new() };
        writeln!(out, "{}", serde_json::to_string(&Answer { id: given.id, ms, spans })?)?;
    }
    Ok(())
}
