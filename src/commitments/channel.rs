//! Where a buyer sells on: exclusivity is granted per channel, and requests name theirs.

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Channel {
    #[default]
    Shops,
    Online,
    Hospitality,
    Wholesale,
}

crate::text_enum!(Channel {
    Shops => "shops",
    Online => "online",
    Hospitality => "hospitality",
    Wholesale => "wholesale",
});
