//! Pictures from strangers: checked before they are decoded, turned upright, freed of everything but what one sees.
//!
//! What comes out is always a freshly encoded JPEG in two sizes; not one byte of the upload survives.

mod disguise;
mod jpeg;
mod kept;
#[cfg(test)]
mod tests;

pub use kept::{KeptPicture, keep};

use std::io::Cursor;
use std::sync::{Mutex, PoisonError};

use bytes::Bytes;
use image::codecs::jpeg::JpegEncoder;
use image::imageops::FilterType;
use image::metadata::Orientation;
use image::{DynamicImage, ImageDecoder, ImageError, ImageFormat, ImageReader, RgbImage};

use crate::error::{Error, Message};
use crate::settings::Limits;

/// Longest side of the picture on a page of its own, and of the one in a list.
const LARGE: u32 = 1600;
const SMALL: u32 = 480;
const QUALITY: u8 = 82;
const BYTES_PER_PIXEL: u64 = 4;
/// What a decoder may need beside the pixels themselves.
const WORKING_SPACE: u64 = 64 << 20;
/// From this size on pictures are decoded one at a time: a few at once could take all the memory there is.
const HUGE: u64 = 16_000_000;
static HUGE_ONES: Mutex<()> = Mutex::new(());

/// A picture ready to be kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Prepared {
    pub large: Vec<u8>,
    pub small: Vec<u8>,
    /// Of the large one.
    pub width: u32,
    pub height: u32,
}

impl Prepared {
    pub const MEDIA_TYPE: &'static str = "image/jpeg";
}

/// Prepares what somebody sent, on a thread that may wait. A name that says that this is no picture is refused too.
pub async fn prepare_sent(name: &str, bytes: Bytes, limits: &Limits) -> Result<Prepared, Error> {
    let refused = |message| Error::invalid("file", message);
    disguise::check_name(name).map_err(refused)?;
    let limits = limits.clone();
    let prepared = tokio::task::spawn_blocking(move || prepare(&bytes, &limits)).await;
    prepared.map_err(Error::wrap)?.map_err(refused)
}

/// Takes processor time.
fn prepare(bytes: &[u8], limits: &Limits) -> Result<Prepared, Message> {
    if bytes.len() > limits.picture_bytes {
        return Err(Message::new("picture-too-large").with("most", megabytes(limits.picture_bytes)));
    }
    let format = match image::guess_format(bytes) {
        Ok(format @ (ImageFormat::Jpeg | ImageFormat::Png | ImageFormat::WebP)) => format,
        _ if disguise::is_heic(bytes) => return Err(Message::new("picture-heic")),
        _ => return Err(Message::new("picture-wrong-kind")),
    };
    let end = match format {
        ImageFormat::Jpeg => jpeg::end(bytes).ok_or_else(|| Message::new("picture-unreadable"))?,
        ImageFormat::Png => disguise::end_of_png(bytes),
        _ => disguise::end_of_webp(bytes),
    };
    if disguise::is_two_things(bytes, end) {
        return Err(Message::new("picture-two-things"));
    }
    let (large, small) = shrink(bytes, format, limits)?;
    let (width, height) = large.dimensions();
    Ok(Prepared { large: encode(&large), small: encode(&small), width, height })
}

/// Decodes into the two sizes, upright.
fn shrink(bytes: &[u8], format: ImageFormat, limits: &Limits) -> Result<(RgbImage, RgbImage), Message> {
    let too_many = || Message::new("picture-too-many-pixels").with("most", megapixels(limits.picture_pixels));
    let unreadable = |error: ImageError| match error {
        ImageError::Limits(_) => too_many(),
        _ => Message::new("picture-unreadable"),
    };
    let most_bytes = limits.picture_pixels.saturating_mul(BYTES_PER_PIXEL);
    let mut reader = ImageReader::with_format(Cursor::new(bytes), format);
    let mut allowed = image::Limits::no_limits();
    allowed.max_alloc = Some(most_bytes.saturating_add(WORKING_SPACE));
    reader.limits(allowed);

    // So far only the header was read: what it announces decides whether anything more is.
    let mut decoder = reader.into_decoder().map_err(unreadable)?;
    let (width, height) = decoder.dimensions();
    let pixels = u64::from(width) * u64::from(height);
    if pixels > limits.picture_pixels || decoder.total_bytes() > most_bytes {
        return Err(too_many());
    }
    // A picture whose metadata are broken is still a picture.
    let orientation = decoder.orientation().unwrap_or(Orientation::NoTransforms);
    let _alone = (pixels > HUGE).then(|| HUGE_ONES.lock().unwrap_or_else(PoisonError::into_inner));
    let picture = DynamicImage::from_decoder(decoder).map_err(unreadable)?;
    let mut large = DynamicImage::ImageRgb8(fit(on_white(picture), LARGE).into_rgb8());
    // Turned only now, when it is small: both sizes fit into squares, so the order does not matter.
    large.apply_orientation(orientation);
    let small = fit(large.clone(), SMALL).into_rgb8();
    Ok((large.into_rgb8(), small))
}

/// JPEG knows no transparency: what shows through is paper. Done before shrinking, or the hidden colours of
/// transparent pixels would bleed into the edges.
fn on_white(picture: DynamicImage) -> DynamicImage {
    if !picture.color().has_alpha() {
        return picture;
    }
    let mut rgba = picture.into_rgba8();
    for pixel in rgba.pixels_mut() {
        let alpha = u32::from(pixel[3]);
        for channel in 0..3 {
            let mixed = (u32::from(pixel[channel]) * alpha + 255 * (255 - alpha) + 127) / 255;
            pixel[channel] = mixed as u8;
        }
        pixel[3] = 255;
    }
    DynamicImage::ImageRgba8(rgba)
}

/// Shrinks to a longest side; never blows a picture up.
fn fit(picture: DynamicImage, side: u32) -> DynamicImage {
    if picture.width().max(picture.height()) <= side {
        return picture;
    }
    // A quick rough step first makes the fine one affordable for what phones produce.
    let rough = side * 2;
    let picture = match picture.width().max(picture.height()) > rough {
        true => picture.thumbnail(rough, rough),
        false => picture,
    };
    picture.resize(side, side, FilterType::Lanczos3)
}

fn encode(picture: &RgbImage) -> Vec<u8> {
    let mut bytes = Vec::new();
    JpegEncoder::new_with_quality(&mut bytes, QUALITY)
        .encode_image(picture)
        .expect("a small RGB picture can always be written into memory");
    bytes
}

/// Whole megabytes as people know them from their phones, with one decimal where it matters.
fn megabytes(bytes: usize) -> String {
    in_millions(bytes as f64 / f64::from(1 << 20))
}

fn megapixels(pixels: u64) -> String {
    in_millions(pixels as f64 / 1e6)
}

fn in_millions(number: f64) -> String {
    if number >= 10.0 || number.fract() == 0.0 { format!("{number:.0}") } else { format!("{number:.1}") }
}
