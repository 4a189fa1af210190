//! The life of a collection or a product.

/// A draft may be incomplete; what is published is complete; what was withdrawn may come back.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Status {
    #[default]
    Draft,
    Published,
    Withdrawn,
}

crate::text_enum!(Status { Draft => "draft", Published => "published", Withdrawn => "withdrawn" });
