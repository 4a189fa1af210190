//! What another version of the program left behind: it serves until it is built anew, wherever it can be understood.

use tantivy::TantivyDocument;
use tantivy::schema::{STRING, Schema};

use super::*;
use crate::annotate::Annotator;
use crate::document::{Document, Kind, Role, Text};
use crate::error::Error;
use crate::facets::Facet;
use crate::filters::Filters;
use crate::language::Language;
use crate::search::Search;
use crate::writer::Writer;

const HEAP: usize = 15_000_000;

fn identity() -> Identity {
    Identity { database: "workshop".into(), epoch: 1 }
}

fn vase() -> Document {
    let mut vase = Document::new("product:1", Kind::Product);
    vase.texts.push(Text::new(Role::Title, Some(Language::English), "Blue vase"));
    vase.moq = Some(2);
    vase.country = Some("TN".into());
    vase
}

/// An index of one vase with these fields, as another version may have written it.
fn left_behind(schema: &Schema, stamp: &Stamp) -> tempfile::TempDir {
    let folder = tempfile::tempdir().expect("a folder");
    let (name, path) = folder::new_generation(folder.path()).expect("a generation");
    let mut engine = tantivy::Index::create_in_dir(path, schema.clone()).expect("created");
    engine.set_tokenizers(schema::tokenizers());
    let (own, fields) = Fields::build();
    let filled = fields.fill(&vase(), &mut Annotator::new(&Lexicon::shipped())).expect("filled");
    let mut document = TantivyDocument::new();
    for (field, value) in filled.field_values() {
        if let Ok(there) = schema.get_field(own.get_field_name(field)) {
            document.add_field_value(there, value);
        }
    }
    let mut writer = engine.writer_with_num_threads(1, HEAP).expect("a writer");
    writer.add_document(document).expect("added");
    let mut commit = writer.prepare_commit().expect("prepared");
    commit.set_payload(&stamp.write());
    commit.commit().expect("committed");
    folder::publish(folder.path(), &name).expect("published");
    folder
}

/// This version's fields, but for some, and one that it no longer knows.
fn former(without: &[&str]) -> Schema {
    let mut former = Schema::builder();
    former.add_text_field("former", STRING);
    for (_, entry) in Fields::schema().fields().filter(|(_, entry)| !without.contains(&entry.name())) {
        former.add_field(entry.clone());
    }
    former.build()
}

fn open(folder: &tempfile::TempDir) -> Opened {
    Index::open(folder.path(), &identity()).expect("the folder can be read")
}

fn outdated(opened: Opened) -> Index {
    match opened {
        Opened::Outdated(index, reason) => {
            assert_eq!(index.outdated(), Some(&reason));
            index
        }
        other => panic!("it should serve until it is rebuilt: {other:?}"),
    }
}

#[test]
fn other_concepts_or_rules_serve_until_the_rebuild_is_done() {
    type Change = fn(&mut Stamp);
    let changes: [(Change, Reason); 2] = [
        (|stamp| stamp.lexicon += 1, Reason::OtherLexicon),
        (|stamp| stamp.analysis += 1, Reason::OtherAnalysis),
    ];
    for (change, reason) in changes {
        let mut stamp = Stamp::new(identity(), 7);
        change(&mut stamp);
        let folder = left_behind(&Fields::schema(), &stamp);
        let index = outdated(open(&folder));
        assert_eq!((index.outdated(), index.applied()), (Some(&reason), 7));
        let mut rebuild = Index::rebuild_beside(folder.path(), &identity(), HEAP).expect("begun");
        rebuild.put(&vase()).expect("put");
        assert_eq!(index.search(&Search::of("vases")).expect("an answer").total, 1);
        rebuild.finish(8).expect("finished");
        assert!(!index.is_current().expect("readable"));
        let Opened::Ready(rebuilt) = open(&folder) else { panic!("it was just built") };
        assert_eq!((rebuilt.outdated(), rebuilt.applied()), (None, 8));
    }
}

#[test]
fn fields_that_came_or_went_are_empty_until_the_rebuild_is_done() {
    let former = former(&["titles", "moq", "country", "ships_to"]);
    let index = outdated(open(&left_behind(&former, &Stamp::new(identity(), 7))));
    assert_eq!(index.outdated(), Some(&Reason::OtherSchema));
    let search = Search { facets: Facet::ALL.to_vec(), highlight: true, ..Search::of("مزهرية") };
    let answer = index.search(&search).expect("an answer");
    assert_eq!((answer.total, answer.hits[0].highlights.len()), (1, 1));
    assert_eq!(answer.facets[&Facet::Kind], [("product".to_owned(), 1)]);
    assert!(answer.facets[&Facet::Country].is_empty());
    let with = |filters| index.search(&Search { filters, ..Search::of("vase") }).expect("an answer").total;
    assert_eq!(with(Filters { moq_max: Some(5), ..Filters::default() }), 0);
    assert_eq!(with(Filters { countries: vec!["TN".into()], ..Filters::default() }), 0);
    assert_eq!(with(Filters { ships_to: Some("FR".into()), ..Filters::default() }), 0);
    let suggested = index.suggest(&crate::suggest::Suggest::of("vas")).expect("suggestions");
    assert!(suggested.iter().any(|suggestion| suggestion.text == "vase"), "{suggested:?}");
}

#[test]
fn what_cannot_be_understood_does_not_serve() {
    let refused = |schema: &Schema, stamp: &Stamp| match open(&left_behind(schema, stamp)) {
        Opened::Rebuild(reason) => reason,
        other => panic!("it should not serve: {other:?}"),
    };
    let stamp = Stamp::new(identity(), 7);
    for indispensable in ["words_ar", "concepts", "exclusivities"] {
        assert_eq!(refused(&former(&[indispensable]), &stamp), Reason::OtherSchema, "{indispensable}");
    }
    let mut stored = Schema::builder();
    for (_, entry) in Fields::schema().fields() {
        match entry.name() {
            "moq" => stored.add_u64_field("moq", tantivy::schema::STORED),
            _ => stored.add_field(entry.clone()),
        };
    }
    assert_eq!(refused(&stored.build(), &stamp), Reason::OtherSchema);
    let newer = Stamp { schema: stamp.schema + 1, ..stamp };
    assert_eq!(refused(&Fields::schema(), &newer), Reason::OtherSchema);
}

#[test]
fn an_outdated_index_is_not_written_to() {
    let mut stamp = Stamp::new(identity(), 7);
    stamp.lexicon += 1;
    let index = outdated(open(&left_behind(&Fields::schema(), &stamp)));
    assert!(matches!(Writer::open(&index, HEAP), Err(Error::Outdated(Reason::OtherLexicon))));
}
