//! How many pieces of a product can be ordered: at least the MOQ, and only in full packs.

use crate::error::Message;

/// More than any workshop makes; keeps every product of quantity and price within reach of a check.
pub(super) const MOST: i64 = 10_000_000;

/// The smallest order that respects both the MOQ and the multiple.
fn least(moq: i64, multiple: i64) -> i64 {
    let packs = moq.saturating_add(multiple - 1) / multiple;
    packs.max(1).saturating_mul(multiple)
}

/// The two valid quantities nearest to a wrong one: below and above it, or the two smallest there are.
fn nearest(quantity: i64, moq: i64, multiple: i64) -> (i64, i64) {
    let least = least(moq, multiple);
    let below = (quantity / multiple * multiple).max(least);
    (below, below.saturating_add(multiple))
}

/// A wrong quantity is never rounded in silence: the refusal names what would be right.
pub(super) fn check(quantity: i64, moq: Option<i64>, multiple: Option<i64>) -> Result<i64, Message> {
    let (moq, multiple) = (moq.unwrap_or(1).max(1), multiple.unwrap_or(1).max(1));
    if quantity >= moq && quantity % multiple == 0 {
        return Ok(quantity);
    }
    let (lower, upper) = nearest(quantity.max(0), moq, multiple);
    let key = match (quantity < moq, multiple > 1) {
        (true, false) => "problem-trade-quantity-least",
        (true, true) => "problem-trade-quantity-least-packs",
        (false, _) => "problem-trade-quantity-packs",
    };
    Err(Message::new(key)
        .with("moq", moq)
        .with("multiple", multiple)
        .with("lower", lower)
        .with("upper", upper))
}

/// The quantity to suggest for a wish: the next one that can be ordered.
pub(super) fn suggestion(wish: i64, moq: Option<i64>, multiple: Option<i64>) -> i64 {
    let (moq, multiple) = (moq.unwrap_or(1).max(1), multiple.unwrap_or(1).max(1));
    least(wish.clamp(moq, MOST.max(moq)), multiple)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::error::Argument;

    fn named(quantity: i64, moq: i64, multiple: i64) -> Option<(i64, i64)> {
        let message = check(quantity, Some(moq), Some(multiple)).err()?;
        let number = |name| {
            let found = message.arguments.iter().find(|(own, _)| *own == name);
            let Some((_, Argument::Number(number))) = found else { panic!("{name} is not named") };
            *number
        };
        Some((number("lower"), number("upper")))
    }

    #[test]
    fn a_wrong_quantity_names_the_two_nearest_valid_ones() {
        assert_eq!(named(48, 24, 12), None);
        assert_eq!(named(50, 24, 12), Some((48, 60)));
        assert_eq!(named(5, 24, 12), Some((24, 36)));
        assert_eq!(named(5, 20, 12), Some((24, 36)), "the MOQ itself is no full pack");
        assert_eq!(named(22, 20, 12), Some((24, 36)));
        assert_eq!(named(3, 10, 1), Some((10, 11)));
        assert_eq!(named(-4, 1, 6), Some((6, 12)));
    }

    #[test]
    fn a_product_without_terms_can_be_ordered_one_by_one() {
        assert_eq!(check(1, None, None), Ok(1));
        assert!(check(0, None, None).is_err());
    }

    proptest::proptest! {
        #[test]
        fn what_is_named_can_be_ordered(quantity in -1000..MOST, moq in 1..100_000_i64, multiple in 1..5_000_i64) {
            if let Some((lower, upper)) = named(quantity, moq, multiple) {
                proptest::prop_assert!(check(lower, Some(moq), Some(multiple)).is_ok());
                proptest::prop_assert!(check(upper, Some(moq), Some(multiple)).is_ok());
                proptest::prop_assert_eq!(upper - lower, multiple, "none lies between them");
                proptest::prop_assert!(lower <= quantity.max(least(moq, multiple)) && quantity < upper);
            }
        }

        #[test]
        fn what_is_suggested_can_be_ordered(wish in 0..i64::MAX, moq in 1..i64::MAX / 4, multiple in 1..5_000_i64) {
            let suggested = suggestion(wish, Some(moq), Some(multiple));
            proptest::prop_assert!(check(suggested, Some(moq), Some(multiple)).is_ok());
        }
    }
}
