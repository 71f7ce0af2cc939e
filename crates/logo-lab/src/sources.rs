//! Photographs, other pictures and fonts: Debian packages under free licences, fetched when they are needed and kept in
//! the build folder.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use image::RgbImage;

use crate::Outcome;

/// Photographs and paintings: wallpapers, under GPL 2+, CC BY, CC BY-SA or CC0, as each package's copyright file says.
const PHOTOS: &[&str] = &[
    "gnome-backgrounds",
    "lomiri-wallpapers-16.04",
    "lomiri-wallpapers-20.04",
    "mate-backgrounds",
    "plasma-workspace-wallpapers",
    "ukui-wallpapers",
];
/// Pictures without the logo: clip art (public domain), photographs of things (GPL 2), screens and photographs of a
/// handbook (GFDL).
const OTHERS: &[&str] = &["gimp-help-en", "openclipart-png", "tuxpaint-stamps-default"];
/// Fonts for training (OFL, Apache 2.0, GPL with font exception).
const FONTS: &[&str] = &[
    "fonts-adf-universalis",
    "fonts-cantarell",
    "fonts-dosis",
    "fonts-freefont-ttf",
    "fonts-liberation2",
    "fonts-open-sans",
    "fonts-oxygen",
    "fonts-paratype",
    "fonts-play",
    "fonts-quicksand",
    "fonts-urw-base35",
    "fonts-league-spartan",
];
/// Fonts for the test.
const TEST_FONTS: &[&str] = &["fonts-comfortaa", "fonts-inter", "fonts-lato", "fonts-roboto-unhinted"];

/// What pictures are made of: one half for training, the other for the test.
pub(crate) struct Sources {
    pub(crate) photos: Vec<RgbImage>,
    pub(crate) others: Vec<RgbImage>,
    pub(crate) fonts: Vec<Vec<u8>>,
}

impl Sources {
    /// `most` bounds the number of other pictures, which are many.
    pub(crate) fn load(test: bool, most: usize) -> Outcome<Self> {
        let mut photos = Vec::new();
        for file in files(PHOTOS, &["jpg", "png", "webp", "jxl"])? {
            // Sizes of one wallpaper lie in one folder; the test must not see another size of a picture trained on.
            let name = if file.to_string_lossy().contains("contents") {
                file.ancestors().nth(3).map(Path::to_owned).unwrap_or_default()
            } else {
                file.clone()
            };
            let name = name.to_string_lossy().replace("_dark", "");
            if hash(&name).is_multiple_of(3) == test
                && !name.contains("screenshot")
                && let Some(photo) = load(&file, 1200)
            {
                photos.push(photo);
            }
        }
        let mut others = files(OTHERS, &["jpg", "png"])?;
        others.retain(|file| hash(&file.to_string_lossy()).is_multiple_of(2) == test);
        others.sort_by_key(|file| hash(&file.to_string_lossy()));
        let others = others.iter().filter_map(|file| load(file, 700)).take(most).collect();
        Ok(Self { photos, others, fonts: Self::fonts(test)? })
    }

    /// The fonts alone.
    pub(crate) fn fonts(test: bool) -> Outcome<Vec<Vec<u8>>> {
        let mut faces = Vec::new();
        for file in files(if test { TEST_FONTS } else { FONTS }, &["ttf", "otf"])? {
            let name = file.to_string_lossy();
            if !name.contains("Dingbats") && !name.contains("Symbol") && !name.contains("D050") {
                faces.push(fs::read(&file)?);
            }
        }
        Ok(faces)
    }
}

/// The files of packages with one of the given endings, in an order that does not change.
fn files(packages: &[&str], endings: &[&str]) -> Outcome<Vec<PathBuf>> {
    let mut out = Vec::new();
    for package in packages {
        let folder = fetched(package)?;
        walk(&folder, &mut out)?;
    }
    out.retain(|file| {
        let ending = file.extension().unwrap_or_default().to_string_lossy().to_lowercase();
        endings.contains(&ending.as_str())
    });
    out.sort();
    Ok(out)
}

/// Where a package's files lie.
fn fetched(package: &str) -> Outcome<PathBuf> {
    let folder = folder().join("packages");
    let unpacked = folder.join(package);
    if unpacked.exists() {
        return Ok(unpacked);
    }
    fs::create_dir_all(&folder)?;
    println!("fetching {package}");
    let fetched = Command::new("apt-get").args(["-qq", "download", package]).current_dir(&folder).status();
    if !fetched.is_ok_and(|status| status.success()) {
        return Err(
            format!("`apt-get download {package}` failed; training needs a Debian machine with package lists").into()
        );
    }
    let start = format!("{package}_");
    let archive = fs::read_dir(&folder)?
        .flatten()
        .find(|entry| entry.file_name().to_string_lossy().starts_with(&start))
        .ok_or_else(|| format!("{package} was fetched but is not there"))?;
    let done = Command::new("dpkg-deb").arg("-x").arg(archive.path()).arg(&unpacked).status()?;
    if done.success() { Ok(unpacked) } else { Err(format!("{package} could not be unpacked").into()) }
}

/// Where all that can be made again is kept.
pub(crate) fn folder() -> PathBuf {
    let target = std::env::var_os("CARGO_TARGET_DIR").map(PathBuf::from);
    target.unwrap_or_else(|| Path::new(env!("CARGO_MANIFEST_DIR")).join("../../target")).join("logo-lab")
}

/// All files below a folder.
pub(crate) fn walk(folder: &Path, out: &mut Vec<PathBuf>) -> Outcome {
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        let kind = entry.file_type()?;
        if kind.is_dir() {
            walk(&entry.path(), out)?;
        } else if kind.is_file() {
            out.push(entry.path());
        }
    }
    Ok(())
}

/// A picture, on white, no wider than `widest`; none where it is tiny or cannot be read.
fn load(file: &Path, widest: u32) -> Option<RgbImage> {
    let kept = folder().join("shrunk").join(format!("{:016x}-{widest}.png", hash(&file.to_string_lossy())));
    if let Ok(image) = image::open(&kept) {
        return Some(image.to_rgb8());
    }
    let image = image::open(file).ok()?.to_rgba8();
    if image.width() < 60 || image.height() < 40 {
        return None;
    }
    let height = (u64::from(image.height()) * u64::from(widest) / u64::from(image.width())).max(1) as u32;
    let image = if image.width() > widest { image::imageops::thumbnail(&image, widest, height) } else { image };
    let opaque = RgbImage::from_fn(image.width(), image.height(), |x, y| {
        let [red, green, blue, alpha] = image.get_pixel(x, y).0.map(u32::from);
        image::Rgb([red, green, blue].map(|part| ((part * alpha + 255 * (255 - alpha)) / 255) as u8))
    });
    fs::create_dir_all(folder().join("shrunk")).ok()?;
    opaque.save(&kept).ok()?;
    Some(opaque)
}

/// FNV-1a: which half a file belongs to.
pub(crate) fn hash(text: &str) -> u64 {
    // The folder that things are fetched into must not decide.
    let text = text.rsplit("packages/").next().unwrap_or(text);
    text.bytes().fold(0xCBF2_9CE4_8422_2325, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01B3)) >> 7
}
