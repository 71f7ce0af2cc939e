//! Tables of letters that are written with marks, made by the build script from Unicode's.

include!(concat!(env!("OUT_DIR"), "/folds.rs"));
