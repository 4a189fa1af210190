//! What a field should hold, as the key of a text.

pub(super) fn expected(field: &str) -> &'static str {
    if field.starts_with("row ") {
        return "import-expected-row";
    }
    match field.split(['.', '[']).next().unwrap_or_default() {
        "maker" => "import-expected-maker",
        "sku" => "import-expected-sku",
        "title" => "import-expected-title",
        "description" => "import-expected-description",
        "language" => "import-expected-language",
        "craft" => "import-expected-craft",
        "materials" => "import-expected-materials",
        "techniques" => "import-expected-techniques",
        "price" => "import-expected-price",
        "moq" => "import-expected-moq",
        "order_multiple" => "import-expected-order-multiple",
        "lead_time_days" => "import-expected-lead-time",
        "weekly_capacity" => "import-expected-weekly-capacity",
        "hs_code" => "import-expected-hs-code",
        "origin" => "import-expected-origin",
        "weight_grams" => "import-expected-weight",
        "collection" => "import-expected-collection",
        "publish" => "import-expected-publish",
        "variants" => "import-expected-variants",
        "tiers" => "import-expected-tiers",
        "slug" => "import-expected-slug",
        "sample" => "import-expected-sample",
        "only_in" | "except_in" => "import-expected-countries",
        "packing" => "import-expected-packing",
        "type" => "import-expected-type",
        "cells" => "import-expected-cells",
        _ => "import-expected-line",
    }
}
