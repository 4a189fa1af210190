//! Is a JPEG there to its end? The decoder fills what is missing with grey, and a half uploaded photograph would pass.

const START_OF_SCAN: u8 = 0xDA;
const END_OF_IMAGE: u8 = 0xD9;

/// Walks the segments up to the end-of-image marker, and says where that ends.
pub(super) fn end(bytes: &[u8]) -> Option<usize> {
    let mut at = 2;
    loop {
        match marker_at(bytes, &mut at)? {
            END_OF_IMAGE => return Some(at),
            // These stand alone, without a length.
            0x01 | 0xD0..=0xD8 => {}
            marker => {
                // A preview inside the metadata has an end marker of its own, so segments are skipped as a whole.
                let Some(&[high, low]) = bytes.get(at..at + 2) else { return None };
                at += usize::from(u16::from_be_bytes([high, low])).max(2);
                if marker == START_OF_SCAN {
                    at = end_of_scan(bytes, at);
                }
            }
        }
    }
}

/// The next marker; any number of 0xFF may stand before it.
fn marker_at(bytes: &[u8], at: &mut usize) -> Option<u8> {
    while *bytes.get(*at)? != 0xFF {
        *at += 1;
    }
    while *bytes.get(*at)? == 0xFF {
        *at += 1;
    }
    let marker = bytes[*at];
    *at += 1;
    Some(marker)
}

/// In the compressed data a 0xFF is followed by 0 or a restart marker; anything else ends them.
fn end_of_scan(bytes: &[u8], from: usize) -> usize {
    let rest = bytes.get(from..).unwrap_or_default();
    let end =
        rest.windows(2).position(|pair| pair[0] == 0xFF && !matches!(pair[1], 0x00 | 0xD0..=0xD7 | 0xFF));
    end.map_or(bytes.len(), |offset| from + offset)
}
