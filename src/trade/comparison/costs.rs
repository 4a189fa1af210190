//! What a delivery rule of Incoterms 2020 leaves to the buyer: a total EXW and a total DDP are not the same thing.

use crate::incoterm::Incoterm;

/// A cost on the way from the workshop to the buyer's door, in the order in which they come about.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Cost {
    #[default]
    Loading,
    ExportClearance,
    CarriageToPort,
    LoadingOnBoard,
    MainCarriage,
    Insurance,
    OnCarriage,
    ImportDuties,
    Unloading,
}

crate::text_enum!(Cost {
    Loading => "loading",
    ExportClearance => "export-clearance",
    CarriageToPort => "carriage-to-port",
    LoadingOnBoard => "loading-on-board",
    MainCarriage => "main-carriage",
    Insurance => "insurance",
    OnCarriage => "on-carriage",
    ImportDuties => "import-duties",
    Unloading => "unloading",
});

const ALL: [Cost; 9] = [
    Cost::Loading,
    Cost::ExportClearance,
    Cost::CarriageToPort,
    Cost::LoadingOnBoard,
    Cost::MainCarriage,
    Cost::Insurance,
    Cost::OnCarriage,
    Cost::ImportDuties,
    Cost::Unloading,
];

/// Does the maker's price include it? Where the maker bears the risk to the end (D), the buyer need not insure.
fn is_included(rule: Incoterm, cost: Cost) -> bool {
    use Incoterm::*;
    match cost {
        Cost::Loading | Cost::ExportClearance => rule != Exw,
        Cost::CarriageToPort => !matches!(rule, Exw | Fca),
        Cost::LoadingOnBoard => !matches!(rule, Exw | Fca | Fas),
        Cost::MainCarriage => !matches!(rule, Exw | Fca | Fas | Fob),
        Cost::Insurance => matches!(rule, Cip | Cif | Dap | Dpu | Ddp),
        Cost::OnCarriage => matches!(rule, Cpt | Cip | Dap | Dpu | Ddp),
        Cost::ImportDuties => rule == Ddp,
        Cost::Unloading => rule == Dpu,
    }
}

/// What has still to be added to a total under this rule.
pub(super) fn to_add(rule: Incoterm) -> Vec<Cost> {
    ALL.into_iter().filter(|cost| !is_included(rule, *cost)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_rules_leave_less_and_less_to_the_buyer() {
        use Incoterm::*;
        let open = |rule| to_add(rule).len();
        assert_eq!(open(Exw), ALL.len(), "ex works leaves everything");
        for (less, more) in [
            (Exw, Fca),
            (Fca, Fas),
            (Fas, Fob),
            (Fob, Cfr),
            (Cfr, Cif),
            (Cfr, Cpt),
            (Cpt, Cip),
            (Cip, Dap),
            (Dap, Dpu),
            (Dap, Ddp),
        ] {
            let (less, more) = (to_add(less), to_add(more));
            let shrinks = more.iter().all(|cost| less.contains(cost));
            assert!(shrinks, "{more:?} within {less:?}");
        }
        assert_eq!(to_add(Ddp), [Cost::Unloading]);
        assert_eq!(to_add(Dpu), [Cost::ImportDuties]);
    }
}
