//! Connected pixels of one class.

/// Pixels that hang together, corners included. Places are corners of pixels, so a blob of one pixel is 1 wide.
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

    fn of_run(row: i32, start: i32, end: i32) -> Self {
        Self {
            area: (end - start) as u32,
            left: start,
            top: row,
            right: end,
            bottom: row + 1,
            corners: [[start, row], [end, row], [end, row + 1], [start, row + 1]],
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

#[derive(Clone, Copy)]
struct Run {
    start: i32,
    end: i32,
    label: u32,
}

/// The blobs among pixels for which `bit` is set, of at least `least` pixels, in the order of their first row.
pub(crate) fn blobs(classes: &[u8], width: usize, bit: u8, least: u32) -> Vec<Blob> {
    if width == 0 {
        return Vec::new();
    }
    let mut forest = Forest::default();
    let (mut above, mut current): (Vec<Run>, Vec<Run>) = (Vec::new(), Vec::new());
    for (row, line) in classes.chunks_exact(width).enumerate() {
        current.clear();
        let mut first = 0;
        let mut x = 0;
        while let Some(skip) = line[x..].iter().position(|class| class & bit != 0) {
            let start = x + skip;
            let end = line[start..].iter().position(|class| class & bit == 0).map_or(width, |run| start + run);
            let (start_at, end_at) = (start as i32, end as i32);
            let mut label = None;
            while above.get(first).is_some_and(|run| run.end < start_at) {
                first += 1;
            }
            for run in above[first..].iter().take_while(|run| run.start <= end_at) {
                label = Some(match label {
                    Some(label) => forest.join(label, run.label),
                    None => forest.root(run.label),
                });
            }
            let blob = Blob::of_run(row as i32, start_at, end_at);
            let label = forest.add(label, blob);
            current.push(Run { start: start_at, end: end_at, label });
            x = end;
        }
        std::mem::swap(&mut above, &mut current);
    }
    forest.roots().filter(|blob| blob.area >= least).collect()
}

/// Disjoint sets of runs.
#[derive(Default)]
struct Forest {
    parents: Vec<u32>,
    blobs: Vec<Blob>,
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
        let blob = self.blobs[gone as usize];
        self.blobs[keep as usize].take(&blob);
        keep
    }

    fn add(&mut self, label: Option<u32>, blob: Blob) -> u32 {
        if let Some(label) = label {
            let label = self.root(label);
            self.blobs[label as usize].take(&blob);
            return label;
        }
        let label = self.parents.len() as u32;
        self.parents.push(label);
        self.blobs.push(blob);
        label
    }

    fn roots(self) -> impl Iterator<Item = Blob> {
        let parents = self.parents.into_iter().enumerate();
        parents.zip(self.blobs).filter(|((label, parent), _)| *label as u32 == *parent).map(|(_, blob)| blob)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(picture: &str) -> Vec<Blob> {
        let width = picture.lines().next().map_or(0, str::len);
        let classes: Vec<u8> =
            picture.lines().flat_map(|line| line.bytes().map(|byte| u8::from(byte == b'#'))).collect();
        blobs(&classes, width, 1, 1)
    }

    #[test]
    fn arms_that_meet_below_are_one() {
        let all = of("#.#.#\n#.#.#\n#####\n.....\n##.##");
        assert_eq!(all.iter().map(|blob| blob.area).collect::<Vec<_>>(), [11, 2, 2]);
        assert_eq!((all[0].left, all[0].top, all[0].right, all[0].bottom), (0, 0, 5, 3));
    }

    #[test]
    fn corners_touch() {
        assert_eq!(of("#..\n.#.\n..#").len(), 1);
        assert_eq!(of("..#\n.#.\n#..").len(), 1);
        assert_eq!(of("#..\n...\n..#").len(), 2);
    }

    #[test]
    fn corners_are_those_of_a_skewed_box() {
        let all = of("#####..\n######.\n.#####.\n.######");
        assert_eq!(all[0].corners, [[0, 0], [5, 0], [7, 4], [1, 4]]);
    }

    #[test]
    fn no_width_is_nothing() {
        assert!(blobs(&[], 0, 1, 1).is_empty());
    }
}
