//! Counts per value, where a facet's own selection does not shrink its own counts ("drill sideways").

use std::collections::HashMap;

use tantivy::DocId;
use tantivy::columnar::{Cardinality, Column, StrColumn};
use tantivy::schema::Field;

use crate::error::Result;
use crate::schema::Fields;
use crate::snapshot::Segment;

/// A property that hits are counted by.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Facet {
    Kind,
    Country,
    Cluster,
    Craft,
    Material,
    Technique,
}

impl Facet {
    pub const ALL: [Self; 6] =
        [Self::Kind, Self::Country, Self::Cluster, Self::Craft, Self::Material, Self::Technique];

    pub fn as_str(self) -> &'static str {
        match self {
            Self::Kind => "kind",
            Self::Country => "country",
            Self::Cluster => "cluster",
            Self::Craft => "craft",
            Self::Material => "material",
            Self::Technique => "technique",
        }
    }

    pub(crate) fn field(self, fields: &Fields) -> Field {
        match self {
            Self::Kind => fields.kind,
            Self::Country => fields.country,
            Self::Cluster => fields.cluster,
            Self::Craft => fields.craft,
            Self::Material => fields.material,
            Self::Technique => fields.technique,
        }
    }
}

/// A facet to count, with the values chosen in it (none: all pass).
#[derive(Clone, Debug)]
pub(crate) struct Drill {
    pub facet: Facet,
    pub chosen: Vec<String>,
}

/// A facet bound to the column of one segment.
pub(crate) struct SegmentDrill<'a> {
    column: Option<&'a (StrColumn, Column<u64>)>,
    /// By ordinal; None where nothing is chosen.
    chosen: Option<Vec<bool>>,
    counts: Vec<u64>,
    values: Vec<Option<u64>>,
}

impl<'a> SegmentDrill<'a> {
    pub fn bind(drill: &Drill, segment: &'a Segment) -> Result<Self> {
        let column = segment.facet(drill.facet);
        let values = column.map_or(0, |(column, _)| column.num_terms());
        let mut chosen = (!drill.chosen.is_empty()).then(|| vec![false; values]);
        if let (Some(chosen), Some((column, _))) = (&mut chosen, column) {
            for value in &drill.chosen {
                if let Some(ordinal) = column.dictionary().term_ord(value.as_bytes())? {
                    chosen[ordinal as usize] = true;
                }
            }
        }
        Ok(Self { column, chosen, counts: vec![0; values], values: Vec::new() })
    }

    /// Whether the document has one of the chosen values.
    pub fn passes(&self, document: DocId) -> bool {
        match (&self.chosen, &self.column) {
            (None, _) => true,
            (Some(_), None) => false,
            (Some(chosen), Some((_, ordinals))) => {
                ordinals.values_for_doc(document).any(|ordinal| chosen[ordinal as usize])
            }
        }
    }

    pub fn count_all(&mut self, documents: &[DocId]) {
        let Some((_, ordinals)) = self.column else { return };
        if ordinals.get_cardinality() == Cardinality::Multivalued {
            for document in documents {
                for ordinal in ordinals.values_for_doc(*document) {
                    self.counts[ordinal as usize] += 1;
                }
            }
        } else {
            self.values.resize(documents.len(), None);
            ordinals.first_vals(documents, &mut self.values);
            for ordinal in self.values.iter().flatten() {
                self.counts[*ordinal as usize] += 1;
            }
        }
    }

    /// Adds this segment's counts to those of the others.
    pub fn add_to(self, counts: &mut HashMap<String, u64>) -> Result<()> {
        let Some((column, _)) = self.column else { return Ok(()) };
        for (ordinal, count) in self.counts.into_iter().enumerate().filter(|(_, count)| *count > 0) {
            let mut value = String::new();
            column.ord_to_str(ordinal as u64, &mut value)?;
            *counts.entry(value).or_default() += count;
        }
        Ok(())
    }
}

/// The most frequent first, then by name, so that a list does not jump between two searches.
pub(crate) fn ordered(counts: HashMap<String, u64>) -> Vec<(String, u64)> {
    let mut ordered: Vec<_> = counts.into_iter().collect();
    ordered.sort_by(|one, other| other.1.cmp(&one.1).then_with(|| one.0.cmp(&other.0)));
    ordered
}
