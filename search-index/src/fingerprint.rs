//! A hash that never changes: it is kept in the index and in cursors, unlike the standard library's.

const OFFSET: u64 = 0xcbf2_9ce4_8422_2325;
const PRIME: u64 = 0x0000_0100_0000_01b3;

/// FNV-1a over 64 bits, finished by a mix so that similar keys spread over the whole range.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Fingerprint(u64);

impl Fingerprint {
    pub fn new() -> Self {
        Self(OFFSET)
    }

    /// The whole of one part.
    pub fn of(part: &[u8]) -> u64 {
        Self::new().part(part).finish()
    }

    /// Takes in a part, with an end mark so that ("ab", "c") and ("a", "bc") differ.
    pub fn part(mut self, bytes: &[u8]) -> Self {
        for byte in bytes.iter().chain(&[0xff]) {
            self.0 = (self.0 ^ u64::from(*byte)).wrapping_mul(PRIME);
        }
        self
    }

    pub fn finish(self) -> u64 {
        let mixed = (self.0 ^ (self.0 >> 33)).wrapping_mul(0xff51_afd7_ed55_8ccd);
        mixed ^ (mixed >> 33)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_do_not_run_together() {
        let one = Fingerprint::new().part(b"ab").part(b"c").finish();
        let other = Fingerprint::new().part(b"a").part(b"bc").finish();
        assert_ne!(one, other);
    }

    #[test]
    fn the_value_is_the_same_in_every_version() {
        // Computed apart from this code.
        let expected = 0xf8db_1a2f_1331_f784;
        assert_eq!(Fingerprint::of(b"product:12"), expected);
    }
}
