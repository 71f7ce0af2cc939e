//! Native speed on pictures of a megapixel, drawn here: `cargo bench -p lozenge-logo`. Prints the median and the 95th
//! percentile of each sort; with other work on the machine, the fastest says more.

#![allow(
    clippy::expect_used,
    clippy::print_stdout,
    reason = "a benchmark speaks to a person and stops without its input"
)]

use std::time::Instant;

use lozenge_logo::find;

const WIDTH: usize = 1250;
const HEIGHT: usize = 800;
/// Pictures of each sort, and looks at each.
const PICTURES: u64 = 8;
const LOOKS: usize = 25;

type Pixel = [u8; 4];

fn main() {
    println!("{:<26} {:>8} {:>8} {:>8}", "ms", "fastest", "median", "p95");
    for (name, make) in [
        ("paper", paper as fn(&mut Next) -> Vec<Pixel>),
        ("photograph", photograph),
        ("screen", screen),
        ("clutter", clutter),
    ] {
        let pictures: Vec<_> = (0..PICTURES).map(|number| make(&mut Next(number))).collect();
        time(name, &pictures, [WIDTH, HEIGHT]);
    }
    time("12 megapixels of paper", &[vec![[240, 240, 238, 255]; 12_000_000]], [4000, 3000]);
}

fn time(name: &str, pictures: &[Vec<Pixel>], [width, height]: [usize; 2]) {
    let mut all = Vec::new();
    for picture in pictures {
        for _ in 0..LOOKS {
            let start = Instant::now();
            let found = find(picture.as_flattened(), width as u32, height as u32).expect("a picture");
            all.push(start.elapsed().as_secs_f64() * 1000.0);
            assert!((0.0..=1.0).contains(&found.score));
        }
    }
    all.sort_by(f64::total_cmp);
    let at = |part: f64| all[((all.len() - 1) as f64 * part) as usize];
    println!("{name:<26} {:>8.1} {:>8.1} {:>8.1}", at(0.0), at(0.5), at(0.95));
}

/// SplitMix64.
struct Next(u64);

impl Next {
    fn below(&mut self, below: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        ((mixed ^ (mixed >> 31)) % below as u64) as usize
    }
}

/// White with a little grain, and lines of small marks as of print.
fn paper(next: &mut Next) -> Vec<Pixel> {
    let mut pixels: Vec<Pixel> = (0..WIDTH * HEIGHT).map(|_| [236 + next.below(8) as u8; 3]).map(opaque).collect();
    for line in (40..HEIGHT - 40).step_by(22) {
        let mut x = 60;
        while x < WIDTH - 60 - next.below(200) {
            let (wide, high) = (2 + next.below(6), 6 + next.below(5));
            fill(&mut pixels, [x, line, wide, high], [40; 3]);
            x += wide + 2 + next.below(6);
        }
    }
    pixels
}

/// Light and shade at all scales, as photographs have them, with coloured grain.
fn photograph(next: &mut Next) -> Vec<Pixel> {
    let mut light = vec![0.0_f32; WIDTH * HEIGHT];
    for (cell, depth) in [(400, 60.0), (160, 40.0), (60, 25.0), (24, 14.0), (9, 8.0), (4, 4.0)] {
        let columns = WIDTH / cell + 2;
        let grid: Vec<f32> =
            (0..columns * (HEIGHT / cell + 2)).map(|_| (next.below(2001) as f32 / 1000.0 - 1.0) * depth).collect();
        for (at, light) in light.iter_mut().enumerate() {
            let (x, y) = (at % WIDTH, at / WIDTH);
            let (across, down) = ((x % cell) as f32 / cell as f32, (y % cell) as f32 / cell as f32);
            let corner = |right: usize, below: usize| grid[(y / cell + below) * columns + x / cell + right];
            let upper = corner(0, 0) + (corner(1, 0) - corner(0, 0)) * across;
            let lower = corner(0, 1) + (corner(1, 1) - corner(0, 1)) * across;
            *light += upper + (lower - upper) * down;
        }
    }
    let tint = [next.below(30), next.below(30), next.below(30)].map(|part| part as f32 - 15.0);
    let pixel = |light: f32| tint.map(|tint| (120.0 + light + tint + next.below(9) as f32).clamp(0.0, 255.0) as u8);
    light.into_iter().map(pixel).map(opaque).collect()
}

/// Bars, boxes and lines of letters, as on a screen.
fn screen(next: &mut Next) -> Vec<Pixel> {
    let mut pixels = vec![[250, 250, 250, 255]; WIDTH * HEIGHT];
    fill(&mut pixels, [0, 0, WIDTH, 70], [0, 94, 184]);
    for _ in 0..40 {
        let colour = [next.below(256) as u8, next.below(256) as u8, next.below(256) as u8];
        let place = [next.below(WIDTH), next.below(HEIGHT), 30 + next.below(260), 14 + next.below(60)];
        fill(&mut pixels, place, colour);
    }
    for _ in 0..90 {
        let (mut x, y, size) = (next.below(WIDTH), next.below(HEIGHT), 7 + next.below(10));
        let ink = if next.below(4) == 0 { [255; 3] } else { [50; 3] };
        for _ in 0..next.below(40) {
            let wide = 1 + size / 3 + next.below(size / 2);
            fill(&mut pixels, [x, y, wide, size], ink);
            fill(&mut pixels, [x + 1, y + 2, wide.saturating_sub(2), size / 3], [250; 3]);
            x += wide + 2;
        }
    }
    pixels
}

/// A thousand boxes of all sizes and colours on grain, many of them blue with white in them: more to look at than most
/// pictures have.
fn clutter(next: &mut Next) -> Vec<Pixel> {
    let mut pixels = photograph(next);
    for _ in 0..1000 {
        let (left, top, size) = (next.below(WIDTH), next.below(HEIGHT), 4 + next.below(60));
        let colour = [next.below(256) as u8, next.below(256) as u8, next.below(256) as u8];
        fill(&mut pixels, [left, top, size, size / 2], if next.below(3) == 0 { [0, 94, 184] } else { colour });
        for letter in 0..3 {
            fill(&mut pixels, [left + size * (2 * letter + 1) / 7, top + 2, size / 7, size / 2], [255; 3]);
        }
    }
    pixels
}

fn opaque([red, green, blue]: [u8; 3]) -> Pixel {
    [red, green, blue, 255]
}

fn fill(pixels: &mut [Pixel], [left, top, width, height]: [usize; 4], colour: [u8; 3]) {
    for y in top..(top + height).min(HEIGHT) {
        let right = (left + width).min(WIDTH);
        if left < right {
            pixels[y * WIDTH + left..y * WIDTH + right].fill(opaque(colour));
        }
    }
}
