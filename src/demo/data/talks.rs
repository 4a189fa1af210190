//! What the demo is told about talks and splits.

use serde::Deserialize;

/// Two sides write to each other about a request.
#[derive(Clone, Debug, Deserialize)]
pub(in crate::demo) struct TalkData {
    pub request: String,
    pub maker: String,
    #[serde(rename = "line")]
    pub lines: Vec<TalkLine>,
}

#[derive(Clone, Debug, Deserialize)]
pub(in crate::demo) struct TalkLine {
    pub days_ago: i64,
    pub by: TalkSide,
    pub language: String,
    pub text: String,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub(in crate::demo) enum TalkSide {
    Buyer,
    Maker,
}

/// A cluster answers a request as one supplier.
#[derive(Clone, Debug, Deserialize)]
pub(in crate::demo) struct SplitData {
    pub request: String,
    pub cluster: String,
    pub days_ago: i64,
    /// Which of the alternatives is taken.
    pub aim: String,
    pub tolerance: i64,
    /// A workshop with a share; left out, the cluster.
    pub exporter: Option<String>,
    /// Workshops that have not answered yet; the others confirm.
    #[serde(default)]
    pub waits_for: Vec<String>,
    pub quote: Option<SplitQuoteData>,
}

#[derive(Clone, Debug, Deserialize)]
pub(in crate::demo) struct SplitQuoteData {
    pub days_ago: i64,
    pub incoterm: String,
    pub place: String,
    pub valid_days: i64,
    pub note: String,
}
