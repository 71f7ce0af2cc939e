//! A thread is read as one text; this knows which part a place is in.

/// The draft's parts joined into one text, two line breaks between.
pub(crate) struct Parts {
    pub(crate) text: String,
    /// First byte of each part in `text`.
    starts: Vec<usize>,
    threaded: bool,
}

const BETWEEN: &str = "\n\n";

impl Parts {
    pub(crate) fn join(texts: &[&str], threaded: bool) -> Self {
        let mut text = String::with_capacity(texts.iter().map(|part| part.len() + BETWEEN.len()).sum());
        let mut starts = Vec::with_capacity(texts.len());
        for part in texts {
            if !starts.is_empty() {
                text.push_str(BETWEEN);
            }
            starts.push(text.len());
            text.push_str(part);
        }
        if starts.is_empty() {
            starts.push(0);
        }
        Self { text, starts, threaded }
    }

    /// The part that byte `at` lies in, and the part's bounds. A place between two parts belongs to the former.
    pub(crate) fn at(&self, at: usize) -> (usize, usize, usize) {
        let part = self.starts.partition_point(|&start| start <= at).saturating_sub(1);
        let end = match self.starts.get(part + 1) {
            Some(next) => next - BETWEEN.len(),
            None => self.text.len(),
        };
        (part, self.starts[part], end)
    }

    /// The part number as records give it: absent for a single text.
    pub(crate) fn number(&self, part: usize) -> Option<usize> {
        self.threaded.then_some(part)
    }

    pub(crate) fn count(&self) -> usize {
        self.starts.len()
    }

    /// The text of one part.
    pub(crate) fn part(&self, part: usize) -> &str {
        let (_, start, end) = self.at(self.starts[part]);
        &self.text[start..end]
    }
}
