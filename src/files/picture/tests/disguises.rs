//! Files that are not what they seem.

use super::*;

/// An archive with one empty file in it, as every packer writes it.
fn zip() -> Vec<u8> {
    let local = [b"PK\x03\x04".as_slice(), &[0; 22], &[1, 0, 0, 0], b"a"].concat();
    let central = [b"PK\x01\x02".as_slice(), &[0; 24], &[1, 0], &[0; 16], b"a"].concat();
    let (size, offset) = (central.len() as u32, local.len() as u32);
    let end = [
        b"PK\x05\x06".as_slice(),
        &[0, 0, 0, 0, 1, 0, 1, 0],
        &size.to_le_bytes(),
        &offset.to_le_bytes(),
        &[0, 0],
    ];
    [local, central, end.concat()].concat()
}

#[test]
fn what_is_two_things_at_once_is_refused() {
    for format in [ImageFormat::Jpeg, ImageFormat::Png, ImageFormat::WebP] {
        let picture = saved(two_halves(64, 64), format);
        let hung: [&[u8]; 4] =
            [b"<script>alert(1)</script>", b"%PDF-1.7\n1 0 obj", b"GIF89a\x01\0\x01\0", &zip()];
        for other in hung {
            assert_eq!(key(&[&picture, other].concat()), "picture-two-things", "{format:?}");
        }
    }
    // In a comment of the picture itself, before anything that is seen.
    let picture = jpeg(&two_halves(64, 64));
    for hidden in [b"<html><body>".as_slice(), b"%PDF-1.4\n"] {
        let length = u16::try_from(hidden.len() + 2).unwrap().to_be_bytes();
        let bytes = [&picture[..2], &[0xFF, 0xFE], &length, hidden, &picture[2..]].concat();
        assert_eq!(key(&bytes), "picture-two-things");
    }
    assert_eq!(key(&[b"GIF89a".as_slice(), b"/*<html>*/"].concat()), "picture-wrong-kind");
}

#[test]
fn an_iphone_is_told_what_to_do() {
    assert_eq!(key(b"\0\0\0\x24ftypheic\0\0\0\0mif1heic"), "picture-heic");
    assert_eq!(key(b"\0\0\0\x1cftypavif\0\0\0\0"), "picture-heic");
    assert_eq!(key(b"\0\0\0\x18ftypmp42\0\0\0\0"), "picture-wrong-kind");
}

#[test]
fn a_name_may_not_say_that_it_is_something_else() {
    for right in ["bowl.jpg", "IMG_2024.01.02", "photo", "صورة.JPEG", "a.b.png", "x.webp", "x.heic"] {
        assert_eq!(disguise::check_name(right), Ok(()), "{right}");
    }
    for wrong in ["bowl.jpg.html", "bowl.PDF", "a.php", "b.svg", "c.zip"] {
        assert_eq!(disguise::check_name(wrong).unwrap_err().key, "picture-wrong-name", "{wrong}");
    }
}
