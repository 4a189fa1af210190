//! Wrong things to send: into a field, instead of a body, in a query, in a path.

use serde_json::{Value, json};

/// For a text box, a query field or a gap in a path.
pub fn texts() -> Vec<(&'static str, String)> {
    vec![
        ("nothing", String::new()),
        ("blanks", "   ".to_owned()),
        ("a negative number", "-1".to_owned()),
        ("zero", "0".to_owned()),
        ("a fraction", "1.5".to_owned()),
        ("more than 64 bits", "99999999999999999999".to_owned()),
        ("the least number", i64::MIN.to_string()),
        ("the most", i64::MAX.to_string()),
        ("not a number", "NaN".to_owned()),
        ("NUL", "a\0b".to_owned()),
        ("line ends", "a\r\nBcc: b\r\n".to_owned()),
        ("turned around", "\u{202e}abc\u{feff}".to_owned()),
        ("10,000 characters", "x".repeat(10_000)),
        ("10,000 in Arabic", "ش".repeat(10_000)),
        ("SQL", "' OR 1=1; DROP TABLE events; --".to_owned()),
        ("markup", "<script>alert(1)</script>{{7*7}}".to_owned()),
        ("a path", "../../../../etc/passwd".to_owned()),
        ("a date that is none", "2026-02-30".to_owned()),
        ("a date too far", "262143-12-31".to_owned()),
    ]
}

/// For a field in JSON: every type, and every text.
pub fn values() -> Vec<(&'static str, Value)> {
    let mut all = vec![
        ("null", Value::Null),
        ("a truth", json!(true)),
        ("a negative number", json!(-1)),
        ("the largest number", json!(u64::MAX)),
        ("a huge fraction", json!(1e300)),
        ("an empty list", json!([])),
        ("a list of lists", json!([[["a"]]])),
        ("a list of objects", json!([{ "a": 1 }, null])),
        ("a long list", json!(vec!["x"; 2_000])),
        ("an object", json!({ "a": { "b": 1 } })),
    ];
    all.extend(texts().into_iter().map(|(what, text)| (what, Value::String(text))));
    all
}

/// Instead of a whole JSON body.
pub fn bodies() -> Vec<(&'static str, Vec<u8>)> {
    let deep = |open: &str, close: &str| [open.repeat(20_000), close.repeat(20_000)].concat().into_bytes();
    vec![
        ("half a body", b"{\"title\":".to_vec()),
        ("a list", b"[]".to_vec()),
        ("a text", b"\"title\"".to_vec()),
        ("null", b"null".to_vec()),
        ("two bodies", b"{}{}".to_vec()),
        ("an unknown field", b"{\"no_such_field\":1}".to_vec()),
        ("deep lists", deep("[", "]")),
        ("deep objects", deep("{\"title\":", "}")),
        ("broken UTF-8", b"{\"title\":\"\xff\xfe\xc0\"}".to_vec()),
        ("half a pair of surrogates", b"{\"title\":\"\\ud800\"}".to_vec()),
        ("NUL bytes", vec![0; 64]),
        ("a form", b"title=x&title=y".to_vec()),
    ]
}

/// Instead of a whole form.
pub fn forms() -> Vec<(&'static str, Vec<u8>)> {
    vec![
        ("broken UTF-8", b"title=\xff\xfe\xc0".to_vec()),
        ("escaped broken UTF-8", b"title=%FF%FE%C0".to_vec()),
        ("half an escape", b"title=%4".to_vec()),
        ("an escaped NUL", b"title=%00".to_vec()),
        ("an unknown field", b"no_such_field=1".to_vec()),
        ("a deep field", format!("title{}=1", "[a]".repeat(3_000)).into_bytes()),
        ("an open bracket", b"title[en=1&[=2&]=3".to_vec()),
        ("a huge index", b"lines[4294967295][product]=1".to_vec()),
        ("many fields", "a=1&".repeat(20_000).into_bytes()),
        ("only signs", b"&&&===&=&%".to_vec()),
        ("JSON", b"{\"title\":\"x\"}".to_vec()),
    ]
}

/// Query strings that no page makes.
pub const QUERIES: [&str; 8] = [
    "%00",
    "q=%FF%FE",
    "cursor=c-1&limit=0",
    "cursor=c99999999999999999999",
    "limit=-1",
    "q[a][b][c][d][e][f][g]=1",
    "q=%",
    "lang=%00&q=a%00b",
];

/// What a gap in a path may be filled with, escaped.
pub const GAPS: [&str; 11] = [
    "%00",
    "1%00",
    "%FF%FE",
    "-1",
    "0",
    "9223372036854775808",
    "99999999999999999999999999",
    "%2e%2e%2f%2e%2e%2fetc%2fpasswd",
    "1;DROP%20TABLE%20events",
    "%E2%80%AE%D8%B4",
    "1.5",
];
