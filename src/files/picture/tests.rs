//! Pictures as phones, browsers and enemies send them.

use std::time::{Duration, Instant};

use image::{ImageEncoder, Rgb, Rgba, RgbaImage};
use proptest::prelude::*;

mod disguises;

use super::*;
use crate::settings::Settings;

const RED: Rgb<u8> = Rgb([200, 30, 30]);
const BLUE: Rgb<u8> = Rgb([30, 30, 200]);

fn limits() -> Limits {
    Settings::defaults().limits
}

fn key(bytes: &[u8]) -> &'static str {
    prepare(bytes, &limits()).unwrap_err().key
}

/// The left half red, the right half blue.
fn two_halves(width: u32, height: u32) -> RgbImage {
    RgbImage::from_fn(width, height, |x, _| if x < width / 2 { RED } else { BLUE })
}

fn jpeg(picture: &RgbImage) -> Vec<u8> {
    encode(picture)
}

fn saved(picture: impl Into<DynamicImage>, format: ImageFormat) -> Vec<u8> {
    let mut bytes = Cursor::new(Vec::new());
    picture.into().write_to(&mut bytes, format).unwrap();
    bytes.into_inner()
}

/// A camera's metadata: how it was held, and where. Little endian, two entries, then the place.
fn exif(orientation: u8) -> Vec<u8> {
    let mut tiff = b"II*\0\x08\0\0\0\x02\0".to_vec();
    tiff.extend([0x12, 0x01, 3, 0, 1, 0, 0, 0, orientation, 0, 0, 0]); // Orientation, SHORT
    tiff.extend([0x25, 0x88, 4, 0, 1, 0, 0, 0, 38, 0, 0, 0]); // GPSInfo at 38
    tiff.extend([0, 0, 0, 0]);
    tiff.extend([1, 0, 1, 0, 2, 0, 2, 0, 0, 0, b'N', 0, 0, 0]); // GPSLatitudeRef
    tiff.extend([0, 0, 0, 0]);
    tiff.extend(b"36.4561N 10.7376E");
    tiff
}

fn with_exif(jpeg: &[u8], orientation: u8) -> Vec<u8> {
    let payload = [b"Exif\0\0".as_slice(), &exif(orientation)].concat();
    let length = u16::try_from(payload.len() + 2).unwrap().to_be_bytes();
    [&jpeg[..2], &[0xFF, 0xE1], &length, &payload, &jpeg[2..]].concat()
}

fn is_near(pixel: &Rgb<u8>, colour: Rgb<u8>) -> bool {
    pixel.0.iter().zip(colour.0).all(|(a, b)| a.abs_diff(b) < 40)
}

fn opened(bytes: &[u8]) -> RgbImage {
    image::load_from_memory_with_format(bytes, ImageFormat::Jpeg).unwrap().into_rgb8()
}

#[test]
fn the_place_where_a_picture_was_taken_is_gone() {
    let original = with_exif(&jpeg(&two_halves(64, 64)), 1);
    let prepared = prepare(&original, &limits()).unwrap();
    for out in [&prepared.large, &prepared.small] {
        for trace in [b"Exif".as_slice(), b"36.4561N"] {
            assert!(original.windows(trace.len()).any(|window| window == trace));
            assert!(!out.windows(trace.len()).any(|window| window == trace));
        }
    }
}

#[test]
fn a_picture_taken_sideways_stands_upright() {
    // Held so that the left of the sensor became the top.
    let prepared = prepare(&with_exif(&jpeg(&two_halves(120, 80)), 6), &limits()).unwrap();
    assert_eq!((prepared.width, prepared.height), (80, 120));
    for out in [&prepared.large, &prepared.small] {
        let out = opened(out);
        assert!(is_near(out.get_pixel(40, 10), RED) && is_near(out.get_pixel(40, 110), BLUE));
    }
}

#[test]
fn png_and_webp_turn_upright_too() {
    let picture = two_halves(120, 80);
    let mut png = Vec::new();
    let mut encoder = image::codecs::png::PngEncoder::new(&mut png);
    encoder.set_exif_metadata(exif(6)).unwrap();
    encoder.write_image(&picture, 120, 80, image::ExtendedColorType::Rgb8).unwrap();
    let mut webp = Vec::new();
    let mut encoder = image::codecs::webp::WebPEncoder::new_lossless(&mut webp);
    encoder.set_exif_metadata(exif(6)).unwrap();
    encoder.write_image(&picture, 120, 80, image::ExtendedColorType::Rgb8).unwrap();
    for bytes in [png, webp] {
        let prepared = prepare(&bytes, &limits()).unwrap();
        assert_eq!((prepared.width, prepared.height), (80, 120));
    }
}

#[test]
fn sizes_shrink_and_never_grow() {
    let prepared = prepare(&jpeg(&two_halves(4000, 3000)), &limits()).unwrap();
    assert_eq!((prepared.width, prepared.height), (1600, 1200));
    assert_eq!(opened(&prepared.small).dimensions(), (480, 360));
    let out = opened(&prepared.large);
    assert!(is_near(out.get_pixel(100, 600), RED) && is_near(out.get_pixel(1500, 600), BLUE));
    let tiny = prepare(&jpeg(&two_halves(30, 20)), &limits()).unwrap();
    assert_eq!((tiny.width, tiny.height, opened(&tiny.small).dimensions()), (30, 20, (30, 20)));
}

#[test]
fn a_very_long_picture_keeps_at_least_a_pixel() {
    let prepared = prepare(&saved(RgbImage::new(20_000, 1), ImageFormat::Png), &limits()).unwrap();
    assert_eq!((prepared.width, prepared.height), (1600, 1));
    assert_eq!(opened(&prepared.small).dimensions(), (480, 1));
}

#[test]
fn transparency_becomes_white() {
    let clear = RgbaImage::from_pixel(40, 40, Rgba([0, 0, 0, 0]));
    for format in [ImageFormat::Png, ImageFormat::WebP] {
        let prepared = prepare(&saved(clear.clone(), format), &limits()).unwrap();
        assert!(is_near(opened(&prepared.large).get_pixel(20, 20), Rgb([255, 255, 255])));
    }
    let half = RgbaImage::from_pixel(40, 40, Rgba([0, 0, 0, 128]));
    let prepared = prepare(&saved(half, ImageFormat::Png), &limits()).unwrap();
    assert!(is_near(opened(&prepared.large).get_pixel(20, 20), Rgb([127, 127, 127])));
}

#[test]
fn a_pixel_bomb_is_refused_by_its_header() {
    let png = bomb();
    let start = Instant::now();
    let refused = prepare(&png, &limits()).unwrap_err();
    assert!(start.elapsed() < Duration::from_millis(200), "{:?}", start.elapsed());
    assert_eq!(refused, Message::new("picture-too-many-pixels").with("most", "50"));
}

/// A real header with a right checksum, announcing 2.5 gigapixels, and data that would inflate for long.
fn bomb() -> Vec<u8> {
    let mut png = saved(RgbImage::new(1, 1), ImageFormat::Png);
    png[16..20].copy_from_slice(&50_000_u32.to_be_bytes());
    png[20..24].copy_from_slice(&50_000_u32.to_be_bytes());
    let sum = crc32(&png[12..29]).to_be_bytes();
    png[29..33].copy_from_slice(&sum);
    png
}

/// The most that this process ever held, in kilobytes.
#[cfg(target_os = "linux")]
fn most_held() -> i64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap();
    let line = status.lines().find(|line| line.starts_with("VmHWM:")).unwrap();
    line.split_whitespace().nth(1).unwrap().parse().unwrap()
}

/// In a process of its own, where no other test takes memory.
#[cfg(target_os = "linux")]
#[test]
fn a_pixel_bomb_takes_no_memory() {
    const ALONE: &str = "FONDOUK_TEST_ALONE";
    if std::env::var_os(ALONE).is_some() {
        let (png, before) = (bomb(), most_held());
        prepare(&png, &limits()).unwrap_err();
        let taken = most_held() - before;
        assert!(taken < 32_768, "{taken} kB for a picture of 10 GB");
        return;
    }
    let name = "files::picture::tests::a_pixel_bomb_takes_no_memory";
    let mut alone = std::process::Command::new(std::env::current_exe().unwrap());
    let ended = alone.args([name, "--exact", "--test-threads=1"]).env(ALONE, "yes").output().unwrap();
    let said = String::from_utf8_lossy(&ended.stdout).into_owned();
    assert!(ended.status.success() && said.contains("1 passed"), "{said}");
}

fn crc32(bytes: &[u8]) -> u32 {
    !bytes.iter().fold(u32::MAX, |sum, byte| {
        (0..8).fold(
            sum ^ u32::from(*byte),
            |sum, _| if sum & 1 == 1 { (sum >> 1) ^ 0xEDB8_8320 } else { sum >> 1 },
        )
    })
}

#[test]
fn deep_colours_count_as_more_pixels() {
    let deep = image::ImageBuffer::<Rgba<u16>, _>::new(100, 100);
    let bytes = saved(DynamicImage::ImageRgba16(deep), ImageFormat::Png);
    assert!(prepare(&bytes, &limits()).is_ok());
    let tight = Limits { picture_pixels: 10_000, ..limits() };
    assert_eq!(prepare(&bytes, &tight).unwrap_err().key, "picture-too-many-pixels");
}

#[test]
fn too_many_bytes_are_refused_with_the_limit() {
    let tight = Limits { picture_bytes: 1 << 19, ..limits() };
    let refused = prepare(&vec![0; (1 << 19) + 1], &tight).unwrap_err();
    assert_eq!(refused, Message::new("picture-too-large").with("most", "0.5"));
}

#[test]
fn only_what_the_bytes_say_counts() {
    for wrong in [
        b"".as_slice(),
        b"hello",
        b"GIF89a\x01\0\x01\0",
        b"<svg xmlns='http://www.w3.org/2000/svg'/>",
        b"%PDF-1.7",
    ] {
        assert_eq!(key(wrong), "picture-wrong-kind");
    }
}

#[test]
fn half_a_picture_is_refused() {
    let picture = two_halves(200, 200);
    for format in [ImageFormat::Jpeg, ImageFormat::Png, ImageFormat::WebP] {
        let bytes = saved(picture.clone(), format);
        for kept in [bytes.len() / 2, bytes.len() * 9 / 10, 24] {
            assert_eq!(
                key(&bytes[..kept]),
                "picture-unreadable",
                "{format:?} cut to {kept} of {}",
                bytes.len()
            );
        }
    }
}

#[test]
fn a_preview_inside_the_metadata_does_not_pass_for_the_end() {
    let preview = jpeg(&two_halves(16, 16));
    let length = u16::try_from(preview.len() + 2).unwrap().to_be_bytes();
    let bytes = jpeg(&two_halves(200, 200));
    let whole = [&bytes[..2], &[0xFF, 0xE2], &length, &preview, &bytes[2..]].concat();
    assert!(prepare(&whole, &limits()).is_ok());
    assert_eq!(key(&whole[..whole.len() - 100]), "picture-unreadable");
}

#[test]
fn what_a_camera_hangs_behind_a_picture_is_dropped() {
    let film = b"\0\0\0\x18ftypmp42\0\0\0\0isommp42 moving";
    for format in [ImageFormat::Jpeg, ImageFormat::Png] {
        let bytes = [saved(two_halves(64, 64), format), film.to_vec()].concat();
        let prepared = prepare(&bytes, &limits()).unwrap();
        assert!(!prepared.large.windows(film.len()).any(|window| window == film));
    }
}

/// Red, blue, green and white in the four corners, so that every way of turning and mirroring looks different.
fn four_corners(width: u32, height: u32) -> RgbImage {
    RgbImage::from_fn(width, height, |x, y| match (x < width / 2, y < height / 2) {
        (true, true) => RED,
        (false, true) => BLUE,
        (true, false) => Rgb([30, 160, 30]),
        (false, false) => Rgb([240, 240, 240]),
    })
}

#[test]
fn all_eight_ways_to_hold_a_phone_end_upright() {
    let (green, white) = (Rgb([30, 160, 30]), Rgb([240, 240, 240]));
    // What is seen, in the order of reading, by the number that the camera wrote.
    let seen = [
        [RED, BLUE, green, white],
        [BLUE, RED, white, green],
        [white, green, BLUE, RED],
        [green, white, RED, BLUE],
        [RED, green, BLUE, white],
        [green, RED, white, BLUE],
        [white, BLUE, green, RED],
        [BLUE, white, RED, green],
    ];
    let picture = jpeg(&four_corners(2400, 1600));
    for (position, corners) in seen.iter().enumerate() {
        let orientation = position as u8 + 1;
        let prepared = prepare(&with_exif(&picture, orientation), &limits()).unwrap();
        let size = if orientation < 5 { (1600, 1067) } else { (1067, 1600) };
        assert_eq!((prepared.width, prepared.height), size, "{orientation}");
        for out in [&prepared.large, &prepared.small] {
            let out = opened(out);
            let (right, low) = (out.width() * 3 / 4, out.height() * 3 / 4);
            let (left, high) = (out.width() / 4, out.height() / 4);
            let there = [(left, high), (right, high), (left, low), (right, low)];
            for ((x, y), colour) in there.into_iter().zip(corners) {
                assert!(is_near(out.get_pixel(x, y), *colour), "{orientation} at {x}, {y}");
            }
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn no_bytes_panic(bytes in proptest::collection::vec(any::<u8>(), 0..2000), start in 0..4_usize) {
        let starts = [b"".as_slice(), b"\xFF\xD8\xFF", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", b"RIFF\0\0\0\0WEBPVP8X"];
        let _ = prepare(&[starts[start], &bytes].concat(), &limits());
    }

    /// Nearly right is more dangerous than noise.
    #[test]
    fn no_damage_panics(
        kind in 0..3_usize,
        wounds in proptest::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..12),
        kept in any::<prop::sample::Index>(),
    ) {
        let format = [ImageFormat::Jpeg, ImageFormat::Png, ImageFormat::WebP][kind];
        let mut bytes = saved(two_halves(48, 48), format);
        for (at, byte) in wounds {
            let at = at.index(bytes.len());
            bytes[at] = byte;
        }
        let _ = prepare(&bytes, &limits());
        let _ = prepare(&bytes[..kept.index(bytes.len())], &limits());
    }
}
