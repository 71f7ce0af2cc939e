//! `lozenge logo` as a person or a script calls it.
#![allow(clippy::unwrap_used, reason = "a test that cannot make its pictures has failed")]

mod run;

use run::{Scratch, lozenge};

/// A picture that the image crate writes.
fn picture(scratch: &Scratch, name: &str, width: u32, height: u32) -> String {
    let file = scratch.file(name, "");
    image::RgbImage::from_pixel(width, height, image::Rgb([0, 94, 184])).save(&file).unwrap();
    file
}

/// The start of a PNG of any size, its checksums right, without any pixels.
fn png_of(width: u32, height: u32) -> Vec<u8> {
    let mut header = b"IHDR".to_vec();
    header.extend(width.to_be_bytes());
    header.extend(height.to_be_bytes());
    header.extend([8, 2, 0, 0, 0]);
    let mut sum = u32::MAX;
    for byte in &header {
        sum ^= u32::from(*byte);
        for _ in 0..8 {
            sum = if sum & 1 == 1 { sum >> 1 ^ 0xEDB8_8320 } else { sum >> 1 };
        }
    }
    let mut out = b"\x89PNG\r\n\x1a\n\0\0\0\x0d".to_vec();
    out.extend(header);
    out.extend((!sum).to_be_bytes());
    out.extend(b"\0\0\0\0IDAT\x35\xaf\x06\x1e\0\0\0\0IEND\xae\x42\x60\x82");
    out
}

fn lines(out: &str) -> Vec<serde_json::Value> {
    out.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

#[test]
fn every_format_is_read_whatever_its_name() {
    let scratch = Scratch::new();
    let mut files: Vec<String> =
        ["a.png", "a.jpg", "a.webp", "a.gif"].iter().map(|name| picture(&scratch, name, 40, 30)).collect();
    let renamed = scratch.file("photo", "");
    std::fs::copy(&files[0], &renamed).unwrap();
    files.push(renamed);
    let mut arguments = vec!["logo", "--format", "jsonl"];
    arguments.extend(files.iter().map(String::as_str));
    let ran = lozenge(&arguments);
    assert_eq!(ran.status, 0, "{}", ran.everything());
    let answers = lines(&ran.out);
    assert_eq!(answers.len(), files.len());
    for (answer, file) in answers.iter().zip(&files) {
        assert_eq!(answer["file"], file.as_str());
        assert_eq!(answer["outcome"], "absent");
        assert!(answer["quad"].is_null() && answer["score"].is_number() && answer["ms"].is_number());
    }
}

#[test]
fn what_cannot_be_read_is_said_and_the_rest_goes_on() {
    let scratch = Scratch::new();
    let good = picture(&scratch, "good.png", 20, 20);
    let text = scratch.file("text.png", "not a picture");
    let cut = scratch.file("cut.png", "");
    let whole = std::fs::read(picture(&scratch, "whole.png", 300, 300)).unwrap();
    std::fs::write(&cut, &whole[..whole.len() / 3]).unwrap();
    let empty = scratch.file("empty.gif", "");
    let ran = lozenge(&["logo", "--format", "jsonl", &text, &cut, &empty, "/nowhere/at/all.png", "/tmp", &good]);
    assert_eq!(ran.status, 2, "{}", ran.everything());
    let answers = lines(&ran.out);
    assert_eq!(answers.len(), 6);
    for answer in &answers[..5] {
        assert!(answer["error"].as_str().is_some_and(|error| !error.is_empty()), "{answer}");
        assert!(answer.get("outcome").is_none());
    }
    assert_eq!(answers[5]["outcome"], "absent");
}

#[test]
fn a_bomb_is_not_decoded() {
    let scratch = Scratch::new();
    for (width, height) in [(60_000, 60_000), (2_000_000_000, 2_000_000_000), (100_000_001, 1)] {
        let file = scratch.file("bomb.png", "");
        std::fs::write(&file, png_of(width, height)).unwrap();
        let ran = lozenge(&["logo", "--format", "jsonl", &file]);
        assert_eq!(ran.status, 2, "{}", ran.everything());
        assert!(lines(&ran.out)[0]["error"].is_string(), "{}", ran.out);
    }
}

#[test]
fn text_is_for_people() {
    let scratch = Scratch::new();
    let file = picture(&scratch, "plain.png", 64, 48);
    let ran = lozenge(&["logo", &file]);
    assert_eq!(ran.status, 0, "{}", ran.everything());
    assert!(ran.out.starts_with(&file) && ran.out.contains("no NHS logo"), "{}", ran.out);
    assert_eq!(lozenge(&["logo"]).status, 2);
}
