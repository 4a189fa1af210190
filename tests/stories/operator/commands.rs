//! Reindex, import, doctor and migrate.

use std::io::Write;
use std::process::Stdio;

use serde_json::Value;

use super::{beside, fondouk, good, refused, said, url_of};

/// What the doctor says about one subject, worst first.
fn verdict(findings: &Value, subject: &str) -> String {
    let all = findings["findings"].as_array().unwrap();
    let mut verdicts: Vec<&str> = all
        .iter()
        .filter(|finding| finding["subject"] == subject)
        .map(|finding| finding["verdict"].as_str().unwrap())
        .collect();
    // fail, ok, warn: none of these stories has two of the last two.
    verdicts.sort_unstable();
    verdicts
        .first()
        .map(ToString::to_string)
        .unwrap_or_else(|| panic!("nothing about {subject} in {findings}"))
}

const LINES: &str = concat!(
    "{\"sku\": \"A\", \"title\": \"Blue bowl\"}\n",
    "{\"sku\": \"B\", \"title\": \"Green bowl\", \"moq\": -3}\n",
    "{\"sku\": \"C\", \"title\": \"White bowl\"}\n",
);

stories! {
    async fn an_index_is_built_beside_the_one_that_serves(app: TestApp) {
        app.maker("Atelier").await;
        let workers = app.start_workers().await;
        let current = app.folder().join("search/CURRENT");
        let before = std::fs::read_to_string(&current).unwrap();
        assert!(good(&beside(&app, &["reindex"]).await).contains("The search index is new: 1 documents"));
        assert_ne!(std::fs::read_to_string(&current).unwrap(), before);
        // The server writes what comes next into the new one.
        app.buyer("Next").await;
        app.caught_up().await;
        let found = app.get("/api/v1/search?q=atelier").await.json();
        assert_eq!(found["total"], 1, "{found}");
        workers.stop().await;
    }

    async fn an_import_names_the_line_of_every_refusal(app: TestApp) {
        let maker = app.maker("Atelier").await;
        let file = app.folder().join("products.jsonl");
        std::fs::write(&file, LINES).unwrap();
        let file = file.to_str().unwrap();
        let dry = beside(&app, &["import", file, "--maker", &maker.slug, "--dry-run"]).await;
        assert!(good(&dry).contains("2 created") && good(&dry).contains("this was a dry run"), "{}", said(&dry));
        let strict = beside(&app, &["import", file, "--maker", &maker.slug, "--strict"]).await;
        refused(&strict, "row 2, moq");
        assert!(said(&strict).contains("Nothing was written"));

        for (created, skipped) in [(2, 0), (0, 2)] {
            let output = beside(&app, &["import", file, "--maker", &maker.slug, "--json"]).await;
            let last: Value = serde_json::from_str(good(&output).lines().last().unwrap()).unwrap();
            let counts = ["read", "created", "changed", "skipped", "refused"].map(|name| last[name].as_u64());
            assert_eq!(counts, [3, created, 0, skipped, 1].map(Some));
            assert_eq!((&last["problems"][0]["row"], &last["problems"][0]["column"]), (&2.into(), &"moq".into()));
            assert!(String::from_utf8_lossy(&output.stderr).contains("row 2, moq"));
        }
        refused(&beside(&app, &["import", file, "--maker", "nobody"]).await, "no maker with the slug nobody");
        refused(&beside(&app, &["import", "/nowhere.jsonl"]).await, "cannot read /nowhere.jsonl");
    }

    async fn an_import_reads_standard_input(app: TestApp) {
        let maker = app.maker("Atelier").await;
        let mut command = fondouk(app.folder(), url_of(&app));
        command.args(["import", "-", "--maker", &maker.slug, "--json"]);
        let output = tokio::task::spawn_blocking(move || {
            let mut child = command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
            child.stdin.take().unwrap().write_all(LINES.as_bytes()).unwrap();
            child.wait_with_output().unwrap()
        })
        .await
        .unwrap();
        assert!(good(&output).contains("\"created\":2"), "{}", said(&output));
    }

    async fn the_doctor_finds_what_is_wrong(app: TestApp) {
        app.officer().await;
        let file = app.fondouk.house.files.put("evidence".into(), "text/plain").await.unwrap();
        let path = app.folder().join("files").join(&file.object_key);
        app.write(move |tx| fondouk::files::remember(tx, &file)).await;
        let workers = app.start_workers().await;
        let healthy = beside(&app, &["doctor", "--json"]).await;
        let findings: Value = serde_json::from_str(&good(&healthy)).unwrap();
        for subject in ["database", "content", "identity", "index", "files", "letters", "mail", "officers"] {
            assert_eq!(verdict(&findings, subject), "ok", "{subject}: {findings}");
        }
        workers.stop().await;

        std::fs::remove_file(path).unwrap();
        std::fs::remove_file(app.folder().join("search/CURRENT")).unwrap();
        let ill = beside(&app, &["doctor", "--json"]).await;
        assert_eq!(ill.status.code(), Some(1));
        let findings: Value = serde_json::from_slice(&ill.stdout).unwrap();
        assert_eq!((verdict(&findings, "files"), verdict(&findings, "index")), ("fail".into(), "warn".into()));
        refused(&beside(&app, &["doctor"]).await, "FAIL  files");
    }

    async fn a_database_of_a_newer_program_is_left_alone(app: TestApp) {
        assert!(good(&beside(&app, &["migrate"]).await).contains("up to date already"));
        app.write(|tx| {
            use diesel::RunQueryDsl;
            let newer = "INSERT INTO __diesel_schema_migrations (version) VALUES ('9999')";
            Ok(diesel::sql_query(newer).execute(&mut **tx).map(drop)?)
        })
        .await;
        for command in ["migrate", "serve", "doctor"] {
            refused(&beside(&app, &[command]).await, "newer than this program");
        }
    }
}

#[test]
fn the_doctor_makes_nothing_and_migrate_says_what_it_made() {
    let folder = tempfile::tempdir().unwrap();
    let house = folder.path().join("house");
    let looked = fondouk(&house, "sqlite:").arg("doctor").output().unwrap();
    assert!(good(&looked).contains("there is none yet"));
    assert!(!house.join("fondouk.db").exists());
    let made = good(&fondouk(&house, "sqlite:").arg("migrate").output().unwrap());
    assert!(made.contains("Applied 0001_events.") && made.contains("migrations were applied"), "{made}");
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        assert_eq!(std::fs::metadata(&house).unwrap().permissions().mode() & 0o777, 0o700);
    }
}
