//! Pixels that hang together on one side of a threshold.

/// Pixels that hang together. Places are corners of pixels, so a blob of one pixel is 1 wide.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Blob {
    pub(crate) area: u32,
    pub(crate) left: i32,
    pub(crate) top: i32,
    pub(crate) right: i32,
    pub(crate) bottom: i32,
    /// The outermost places along the diagonals: top left, top right, bottom right, bottom left. Those of a box
    /// that is turned or skewed a little are its corners.
    pub(crate) corners: [[i32; 2]; 4],
}

impl Blob {
    pub(crate) fn width(&self) -> i32 {
        self.right - self.left
    }

    pub(crate) fn height(&self) -> i32 {
        self.bottom - self.top
    }

    fn of_run(run: [i32; 3]) -> Self {
        let [row, start, end] = run;
        let corners = [[start, row], [end, row], [end, row + 1], [start, row + 1]];
        Self { area: (end - start) as u32, left: start, top: row, right: end, bottom: row + 1, corners }
    }

    /// Grows by a run of a row that is no higher than those before it.
    fn grow(&mut self, [row, start, end]: [i32; 3]) {
        self.area += (end - start) as u32;
        self.left = self.left.min(start);
        self.right = self.right.max(end);
        self.bottom = row + 1;
        let [a, b, c, d] = &mut self.corners;
        if start + row < a[0] + a[1] {
            *a = [start, row];
        }
        if end - row > b[0] - b[1] {
            *b = [end, row];
        }
        if end + row + 1 > c[0] + c[1] {
            *c = [end, row + 1];
        }
        if row + 1 - start > d[1] - d[0] {
            *d = [start, row + 1];
        }
    }

    fn take(&mut self, other: &Self) {
        self.area += other.area;
        self.left = self.left.min(other.left);
        self.top = self.top.min(other.top);
        self.right = self.right.max(other.right);
        self.bottom = self.bottom.max(other.bottom);
        const OUTWARD: [[i32; 2]; 4] = [[-1, -1], [1, -1], [1, 1], [-1, 1]];
        for ((mine, theirs), [x, y]) in self.corners.iter_mut().zip(&other.corners).zip(OUTWARD) {
            if theirs[0] * x + theirs[1] * y > mine[0] * x + mine[1] * y {
                *mine = *theirs;
            }
        }
    }
}

/// Neighbours in a row on one side of the threshold.
#[derive(Clone, Copy)]
struct Run {
    start: i32,
    end: i32,
    label: u32,
}

/// The blobs of at least `least` pixels below a threshold, and those at or above it.
pub(crate) fn blobs(plane: &[u8], width: usize, threshold: u8, least: u32) -> [Vec<Blob>; 2] {
    if width == 0 {
        return [Vec::new(), Vec::new()];
    }
    let mut forest = Forest::default();
    let (mut above, mut current): (Vec<Run>, Vec<Run>) = (Vec::new(), Vec::new());
    let (mut ends, mut above_first) = (Vec::new(), false);
    for (row, line) in plane.chunks_exact(width).enumerate() {
        current.clear();
        ends.clear();
        let first = line[0] >= threshold;
        changes(line, threshold, &mut ends);
        ends.push(width as i32);
        let mut from = 0;
        let mut start = 0;
        for (number, &end) in ends.iter().enumerate() {
            while above.get(from).is_some_and(|run| run.end <= start) {
                from += 1;
            }
            let high = first ^ (number % 2 == 1);
            let mut at = from + usize::from((above_first ^ (from % 2 == 1)) != high);
            let mut label = None;
            while let Some(run) = above.get(at).filter(|run| run.start < end) {
                label = Some(match label {
                    Some(label) => forest.join(label, run.label),
                    None => forest.root(run.label),
                });
                at += 2;
            }
            let label = forest.add(label, [row as i32, start, end], high);
            current.push(Run { start, end, label });
            start = end;
        }
        above_first = first;
        std::mem::swap(&mut above, &mut current);
    }
    let mut out = [Vec::new(), Vec::new()];
    for (blob, high) in forest.roots().filter(|(blob, _)| blob.area >= least) {
        out[usize::from(high)].push(blob);
    }
    out
}

/// Where a row crosses the threshold: the places of the first pixels on the other side.
fn changes(line: &[u8], threshold: u8, out: &mut Vec<i32>) {
    const HIGH: u64 = 0x8080_8080_8080_8080;
    let lower = u64::from_le_bytes([threshold & 127; 8]);
    // Eight pixels at once: the top bit of a byte is set where its value is at least the threshold. First the lower
    // seven bits are compared, then the highest decides.
    let sides = |word: u64| {
        let at_least = (word | HIGH) - lower;
        if threshold < 128 { (word | at_least) & HIGH } else { word & at_least & HIGH }
    };
    let mut before = u64::from(line[0] >= threshold) << 7;
    let (words, rest) = line.as_chunks::<8>();
    for (at, word) in words.iter().enumerate() {
        let sides = sides(u64::from_le_bytes(*word));
        let mut crossed = sides ^ (sides << 8 | before);
        before = sides >> 56;
        while crossed != 0 {
            out.push((at * 8) as i32 + (crossed.trailing_zeros() / 8) as i32);
            crossed &= crossed - 1;
        }
    }
    for (at, value) in rest.iter().enumerate() {
        let side = u64::from(*value >= threshold) << 7;
        if side != before {
            out.push((words.len() * 8 + at) as i32);
        }
        before = side;
    }
}

/// Disjoint sets of runs.
#[derive(Default)]
struct Forest {
    parents: Vec<u32>,
    /// Each with whether it is at or above the threshold.
    blobs: Vec<(Blob, bool)>,
}

impl Forest {
    fn root(&mut self, mut label: u32) -> u32 {
        while self.parents[label as usize] != label {
            let parent = self.parents[label as usize];
            self.parents[label as usize] = self.parents[parent as usize];
            label = parent;
        }
        label
    }

    fn join(&mut self, one: u32, other: u32) -> u32 {
        let (one, other) = (self.root(one), self.root(other));
        if one == other {
            return one;
        }
        let (keep, gone) = (one.min(other), one.max(other));
        self.parents[gone as usize] = keep;
        let (gone, _) = self.blobs[gone as usize];
        self.blobs[keep as usize].0.take(&gone);
        keep
    }

    /// `label` is that of a set's root, where the run touches one.
    fn add(&mut self, label: Option<u32>, run: [i32; 3], high: bool) -> u32 {
        if let Some(label) = label {
            self.blobs[label as usize].0.grow(run);
            return label;
        }
        let label = self.parents.len() as u32;
        self.parents.push(label);
        self.blobs.push((Blob::of_run(run), high));
        label
    }

    fn roots(self) -> impl Iterator<Item = (Blob, bool)> {
        let labelled = self.parents.into_iter().zip(0..).zip(self.blobs);
        labelled.filter(|((parent, label), _)| parent == label).map(|(_, blob)| blob)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(picture: &str) -> Vec<Blob> {
        let width = picture.lines().next().map_or(0, str::len);
        let plane: Vec<u8> =
            picture.lines().flat_map(|line| line.bytes().map(|byte| if byte == b'#' { 90 } else { 20 })).collect();
        let [_, high] = blobs(&plane, width, 60, 1);
        high
    }

    #[test]
    fn arms_that_meet_below_are_one() {
        let all = of("#.#.#\n#.#.#\n#####\n.....\n##.##");
        assert_eq!(all.iter().map(|blob| blob.area).collect::<Vec<_>>(), [11, 2, 2]);
        assert_eq!((all[0].left, all[0].top, all[0].right, all[0].bottom), (0, 0, 5, 3));
    }

    #[test]
    fn any_threshold_parts_all_values() {
        let plane: Vec<u8> = (0..=255).collect();
        for threshold in 1..=255 {
            let [low, high] = blobs(&plane, plane.len(), threshold, 1);
            assert_eq!((low[0].area, high[0].area), (u32::from(threshold), 256 - u32::from(threshold)));
        }
    }

    #[test]
    fn corners_do_not_touch() {
        assert_eq!(of("#..\n.#.\n..#").len(), 3);
        assert_eq!(of("##.\n.#.\n.##").len(), 1);
    }

    #[test]
    fn both_sides_are_found() {
        let plane = [10, 10, 10, 10, 80, 10, 10, 10, 10];
        let [low, high] = blobs(&plane, 3, 60, 1);
        assert_eq!((low.len(), low[0].area, high.len(), high[0].area), (1, 8, 1, 1));
    }

    #[test]
    fn rows_longer_than_eight_are_read_to_their_end() {
        for width in 1..40 {
            let plane: Vec<u8> = (0..width).map(|at| if at % 3 == 2 || at == width - 1 { 255 } else { 0 }).collect();
            let [low, high] = blobs(&plane, width, 1, 1);
            let area = |all: &[Blob]| all.iter().map(|blob| blob.area as usize).sum::<usize>();
            assert_eq!(area(&high), plane.iter().filter(|value| **value > 0).count());
            assert_eq!(area(&low) + area(&high), width);
        }
    }

    #[test]
    fn corners_are_those_of_a_skewed_box() {
        let all = of("#####..\n######.\n.#####.\n.######");
        assert_eq!(all[0].corners, [[0, 0], [5, 0], [7, 4], [1, 4]]);
    }

    #[test]
    fn no_width_is_nothing() {
        assert_eq!(blobs(&[], 0, 1, 1), [Vec::new(), Vec::new()]);
    }
}
