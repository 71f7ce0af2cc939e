//! How much two quadrilaterals have in common.

type Point = [f32; 2];

/// The area of what they share to the area of what either covers. Both must be convex and run the same way round.
pub(crate) fn overlap(one: &[Point; 4], other: &[Point; 4]) -> f32 {
    let mut shared: Vec<Point> = one.to_vec();
    for at in 0..4 {
        shared = cut(&shared, other[at], other[(at + 1) % 4]);
    }
    let (one, other, shared) = (area(one), area(other), area(&shared));
    let either = one + other - shared;
    if either > 0.0 { (shared / either).clamp(0.0, 1.0) } else { 0.0 }
}

fn area(polygon: &[Point]) -> f32 {
    let pairs = polygon.iter().zip(polygon.iter().cycle().skip(1));
    pairs.map(|(a, b)| a[0] * b[1] - b[0] * a[1]).sum::<f32>().abs() / 2.0
}

/// What of the polygon lies to the right of a line, seen along it with down being positive.
fn cut(polygon: &[Point], from: Point, to: Point) -> Vec<Point> {
    let side = |point: Point| (to[0] - from[0]) * (point[1] - from[1]) - (to[1] - from[1]) * (point[0] - from[0]);
    let mut out = Vec::new();
    for (a, b) in polygon.iter().zip(polygon.iter().cycle().skip(1)) {
        let (side_a, side_b) = (side(*a), side(*b));
        if side_a >= 0.0 {
            out.push(*a);
        }
        if (side_a >= 0.0) != (side_b >= 0.0) {
            let part = side_a / (side_a - side_b);
            out.push([a[0] + (b[0] - a[0]) * part, a[1] + (b[1] - a[1]) * part]);
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn half_of_two_squares() {
        let square = |x: f32| [[x, 0.0], [x + 2.0, 0.0], [x + 2.0, 2.0], [x, 2.0]];
        assert!((overlap(&square(0.0), &square(0.0)) - 1.0).abs() < 1e-6);
        assert!((overlap(&square(0.0), &square(1.0)) - 1.0 / 3.0).abs() < 1e-6);
        assert_eq!(overlap(&square(0.0), &square(3.0)), 0.0);
    }
}
