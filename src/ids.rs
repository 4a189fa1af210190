//! One type per kind of id, so that a buyer's id can never stand where a maker's is meant; and slugs, the ids in addresses.

/// Defines an id type that Diesel stores as a BigInt on either database.
#[macro_export]
macro_rules! id_type {
    ($($(#[$meta:meta])* $name:ident),+ $(,)?) => {$(
        $(#[$meta])*
        #[derive(
            Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord,
            serde::Serialize, serde::Deserialize, schemars::JsonSchema,
            diesel::AsExpression, diesel::FromSqlRow,
        )]
        #[diesel(sql_type = diesel::sql_types::BigInt)]
        #[serde(transparent)]
        pub struct $name(pub i64);

        impl<DB> diesel::serialize::ToSql<diesel::sql_types::BigInt, DB> for $name
        where
            DB: diesel::backend::Backend,
            i64: diesel::serialize::ToSql<diesel::sql_types::BigInt, DB>,
        {
            fn to_sql<'b>(&'b self, out: &mut diesel::serialize::Output<'b, '_, DB>) -> diesel::serialize::Result {
                self.0.to_sql(out)
            }
        }

        impl<DB> diesel::deserialize::FromSql<diesel::sql_types::BigInt, DB> for $name
        where
            DB: diesel::backend::Backend,
            i64: diesel::deserialize::FromSql<diesel::sql_types::BigInt, DB>,
        {
            fn from_sql(bytes: DB::RawValue<'_>) -> diesel::deserialize::Result<Self> {
                i64::from_sql(bytes).map(Self)
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                self.0.fmt(f)
            }
        }

        impl std::str::FromStr for $name {
            type Err = std::num::ParseIntError;

            fn from_str(text: &str) -> Result<Self, Self::Err> {
                text.parse().map(Self)
            }
        }
    )+};
}

id_type!(
    EventId,
    PersonId,
    OrganisationId,
    ClusterId,
    CollectionId,
    ProductId,
    VariantId,
    PeriodId,
    CertificateId,
    LineSheetId,
    PictureId,
    FileId,
    RequestId,
    ReportId,
    MatchId,
    QuoteId,
    QuoteVersionId,
    AgreementId,
    DealId,
    InitiativeId,
    FigureId,
    ClaimId,
    IndicatorId,
    VerificationId,
    LetterId,
    TokenId,
    LexiconChangeId,
    UnansweredId,
    ImportId,
    AdmissionRowId,
    ArtisanId,
    BulkChangeId,
    ConsentId,
    ConversationId,
    MessageId,
    AttachmentId,
    DigestId,
    PortfolioId,
    ProofId,
    ResponsibleId,
    RevisionId,
    SavedSearchId,
    ShareId,
    SplitId,
    SplitRunId,
    WaiverId,
);

/// A slug out of an address. What no slug can be (capitals, NUL, ten thousand letters) does not reach the database.
#[derive(Clone, Debug, PartialEq, Eq, Hash, serde::Serialize, serde::Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Slug(String);

const LONGEST_SLUG: usize = 100;

impl TryFrom<String> for Slug {
    type Error = &'static str;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        let sound = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-';
        let is_slug = (1..=LONGEST_SLUG).contains(&text.len()) && text.bytes().all(sound);
        if is_slug { Ok(Self(text)) } else { Err("no slug") }
    }
}

impl From<Slug> for String {
    fn from(slug: Slug) -> Self {
        slug.0
    }
}

impl std::ops::Deref for Slug {
    type Target = str;

    fn deref(&self) -> &str {
        &self.0
    }
}

impl std::fmt::Display for Slug {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_slugs_are_looked_up() {
        assert!(Slug::try_from("art-de-table-nabeul".to_owned()).is_ok());
        for wrong in ["", "Nabeul", "a b", "a\0b", "نابل", "a/../b", &"a".repeat(101)] {
            assert!(Slug::try_from(wrong.to_owned()).is_err(), "{wrong:?}");
        }
    }
}
