//! Four corners: top left, top right, bottom right, bottom left.

/// A place that may hold the logo, in pixels.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Quad(pub(crate) [[f32; 2]; 4]);

impl Quad {
    pub(crate) fn from_pixels(corners: [[i32; 2]; 4]) -> Self {
        Self(corners.map(|corner| corner.map(|part| part as f32)))
    }

    /// An upright box.
    pub(crate) fn upright(left: f32, top: f32, right: f32, bottom: f32) -> Self {
        Self([[left, top], [right, top], [right, bottom], [left, bottom]])
    }

    /// Where a place of the unit square lies. Outside the square it goes on in a straight line.
    pub(crate) fn place(&self, across: f32, down: f32) -> [f32; 2] {
        let [a, b, c, d] = self.0;
        [0, 1].map(|axis| {
            let top = a[axis] + (b[axis] - a[axis]) * across;
            let bottom = d[axis] + (c[axis] - d[axis]) * across;
            top + (bottom - top) * down
        })
    }

    /// The part of this quad between two places of its unit square, or what lies around it.
    pub(crate) fn part(&self, [left, top]: [f32; 2], [right, bottom]: [f32; 2]) -> Self {
        Self([self.place(left, top), self.place(right, top), self.place(right, bottom), self.place(left, bottom)])
    }

    /// The mean of the upper and the lower side.
    pub(crate) fn width(&self) -> f32 {
        let [a, b, c, d] = self.0;
        (distance(a, b) + distance(d, c)) / 2.0
    }

    /// The mean of the left and the right side.
    pub(crate) fn height(&self) -> f32 {
        let [a, b, c, d] = self.0;
        (distance(a, d) + distance(b, c)) / 2.0
    }

    pub(crate) fn area(&self) -> f32 {
        let [a, b, c, d] = self.0;
        ((c[0] - a[0]) * (d[1] - b[1]) - (d[0] - b[0]) * (c[1] - a[1])) / 2.0
    }

    /// Where every corner is moved by its own step.
    pub(crate) fn moved(&self, steps: [[f32; 2]; 4]) -> Self {
        let mut corners = self.0;
        for (corner, step) in corners.iter_mut().zip(steps) {
            corner[0] += step[0];
            corner[1] += step[1];
        }
        Self(corners)
    }

    pub(crate) fn is_finite(&self) -> bool {
        self.0.iter().flatten().all(|part| part.is_finite())
    }
}

pub(crate) fn distance(from: [f32; 2], to: [f32; 2]) -> f32 {
    let (x, y) = (to[0] - from[0], to[1] - from[1]);
    (x * x + y * y).sqrt()
}
