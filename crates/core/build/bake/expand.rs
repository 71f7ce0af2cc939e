//! Brace expansion: `nurse{,s}` stands for "nurse" and "nurses".

/// Every phrase that an entry stands for.
pub(crate) fn expand(entry: &str) -> Vec<String> {
    let (Some(open), Some(close)) = (entry.find('{'), entry.find('}')) else {
        let untidy = entry.contains("  ") || entry.starts_with(' ') || entry.ends_with(' ');
        return vec![if untidy { entry.split_whitespace().collect::<Vec<_>>().join(" ") } else { entry.to_owned() }];
    };
    if close < open {
        return vec![entry.to_owned()];
    }
    let (head, tail) = (&entry[..open], &entry[close + 1..]);
    entry[open + 1..close].split(',').flat_map(|form| expand(&format!("{head}{form}{tail}"))).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn expands_every_brace() {
        assert_eq!(expand("nurse{,s}"), ["nurse", "nurses"]);
        assert_eq!(expand("{heart,panic} attack{,s}").len(), 4);
        assert_eq!(expand("plain words"), ["plain words"]);
    }
}
