//! Takes a folder in: an archive, or several pictures. One picture is unpacked and prepared at a time, and what an
//! archive says of its sizes is not believed.

use std::collections::HashMap;
use std::fs::File;
use std::io::{BufReader, Read, Seek, SeekFrom};

use bytes::Bytes;
use zip::ZipArchive;

use super::names::{Articles, is_litter};
use super::{Entry, Outcome, store};
use crate::accounts::Member;
use crate::catalogue::import::in_all;
use crate::catalogue::products::may_prepare;
use crate::catalogue::{KeptPicture, Picture, keep, store as catalogue_store};
use crate::error::{Error, Message, Result};
use crate::files::picture::prepare_sent;
use crate::ids::{PortfolioId, ProductId};
use crate::web::{House, SpooledFile, Upload};

/// Of the whole upload.
const MOST_BYTES: usize = 256 << 20;
const MOST_PICTURES: usize = 200;

struct Intake<'a> {
    house: &'a House,
    articles: Articles,
    /// The pictures that products have, and how many more each will get.
    there: HashMap<ProductId, Vec<String>>,
    entries: Vec<Entry>,
    /// Whether any file was a picture, and what was wrong with the first that was none.
    has_pictures: bool,
    unreadable: Option<Message>,
}

pub(super) async fn receive(house: &House, by: &Member, mut upload: Upload) -> Result<PortfolioId> {
    let maker = by.organisation;
    let read = move |conn: &mut crate::db::DbConnection| {
        let articles = store::articles(conn, maker)?;
        let ids: Vec<ProductId> = articles.values().copied().collect();
        Ok((articles, catalogue_store::pictures_of_all_products(conn, &ids)?))
    };
    let (articles, pictures) = house.db.read(read).await?;
    let keys = |pictures: Vec<Picture>| pictures.into_iter().map(|picture| picture.large_key).collect();
    let there = pictures.into_iter().map(|(id, pictures)| (id, keys(pictures))).collect();
    let mut intake = Intake {
        house,
        articles: Articles::new(articles),
        there,
        entries: Vec::new(),
        has_pictures: false,
        unreadable: None,
    };
    let (mut name, mut left) = (String::new(), MOST_BYTES);
    while let Some(file) = upload.next_spooled(left).await? {
        left = left.saturating_sub(usize::try_from(file.file.metadata()?.len()).unwrap_or(left));
        if name.is_empty() {
            name.clone_from(&file.name);
        }
        intake.take(file).await?;
    }
    let (mut entries, unreadable) = (intake.entries, intake.unreadable);
    if entries.is_empty() {
        return Err(Error::invalid("file", "problem-file-missing"));
    }
    // Not one picture: there is nothing to look at on paper.
    if let Some(message) = unreadable.filter(|_| !intake.has_pictures) {
        return Err(Error::invalid("file", message));
    }
    entries.sort_by(|one, other| one.name.cmp(&other.name));
    let by = by.clone();
    house
        .db
        .write(move |tx| {
            may_prepare(tx, &by)?;
            store::insert(tx, &by, &name, entries.clone())
        })
        .await
}

impl Intake<'_> {
    async fn take(&mut self, sent: SpooledFile) -> Result<()> {
        let SpooledFile { name, mut file } = sent;
        let mut start = [0; 4];
        file.seek(SeekFrom::Start(0))?;
        let length = file.read(&mut start)?;
        file.seek(SeekFrom::Start(0))?;
        if length == 4 && start == *b"PK\x03\x04" {
            return self.unpack(file).await;
        }
        let bytes = blocking(move || read_bounded(&mut file, usize::MAX)).await?;
        self.put(name, bytes).await
    }

    async fn unpack(&mut self, file: File) -> Result<()> {
        let most = self.house.settings.limits.picture_bytes;
        let broken = || Error::invalid("file", "problem-file-archive");
        let mut archive =
            blocking(move || ZipArchive::new(BufReader::new(file)).map_err(|_| broken())).await?;
        for index in 0..archive.len() {
            let step = blocking(move || {
                let (name, bytes) = {
                    let mut part = archive.by_index(index).map_err(|_| broken())?;
                    let name = part.name().map_err(|_| broken())?.into_owned();
                    let bytes = match is_litter(&name) {
                        true => None,
                        false => Some(read_bounded(&mut part, most).map_err(|_| broken())?),
                    };
                    (name, bytes)
                };
                Ok((archive, name, bytes))
            });
            let (returned, name, bytes) = step.await?;
            archive = returned;
            if let Some(bytes) = bytes {
                self.put(name, bytes).await?;
            }
        }
        Ok(())
    }

    /// Decides about one file.
    async fn put(&mut self, name: String, bytes: Bytes) -> Result<()> {
        if self.entries.len() == MOST_PICTURES {
            let message = Message::new("problem-portfolio-many").with("most", MOST_PICTURES);
            return Err(Error::invalid("file", message));
        }
        let entry = Entry {
            product: self.articles.of(&name),
            name: name.chars().filter(|c| !c.is_control()).take(200).collect(),
            kept: None,
            outcome: Outcome::Refused,
            problem: None,
        };
        let limits = &self.house.settings.limits;
        let entry = match entry.product {
            None => match picture(prepare_sent(&name, bytes, limits).await)? {
                Ok(_) => {
                    self.has_pictures = true;
                    refused(entry, &Message::new("problem-portfolio-article"))
                }
                Err(message) => self.unreadable(entry, message),
            },
            Some(product) => match picture(keep(&self.house.files, limits, &name, bytes).await)? {
                Ok(kept) => self.sort(entry, product, kept),
                Err(message) => self.unreadable(entry, message),
            },
        };
        self.entries.push(entry);
        Ok(())
    }

    fn unreadable(&mut self, entry: Entry, message: Message) -> Entry {
        let entry = refused(entry, &message);
        self.unreadable.get_or_insert(message);
        entry
    }

    fn sort(&mut self, entry: Entry, product: ProductId, kept: KeptPicture) -> Entry {
        self.has_pictures = true;
        let most = self.house.settings.limits.pictures_per_product;
        let there = self.there.entry(product).or_default();
        if there.contains(&kept.large.object_key) {
            return Entry { outcome: Outcome::Skipped, ..entry };
        }
        if there.len() as i64 >= most {
            return refused(entry, &Message::new("problem-pictures-full").with("most", most));
        }
        there.push(kept.large.object_key.clone());
        Entry { kept: Some(kept), outcome: Outcome::Added, ..entry }
    }
}

fn refused(entry: Entry, message: &Message) -> Entry {
    Entry { outcome: Outcome::Refused, problem: Some(in_all(message)), ..entry }
}

/// A picture, or why the file is none: that is said of the file, and the others go on.
fn picture<T>(tried: Result<T>) -> Result<std::result::Result<T, Message>> {
    match tried {
        Ok(picture) => Ok(Ok(picture)),
        Err(Error::Invalid(problems)) => {
            let first = problems.iter().next().map(|problem| problem.message.clone());
            Ok(Err(first.unwrap_or_else(|| Message::new("picture-unreadable"))))
        }
        Err(error) => Err(error),
    }
}

/// One byte more than allowed is enough to know that it is too much.
fn read_bounded(from: &mut impl Read, most: usize) -> Result<Bytes> {
    let mut bytes = Vec::new();
    from.take((most as u64).saturating_add(1)).read_to_end(&mut bytes)?;
    Ok(bytes.into())
}

async fn blocking<T: Send + 'static>(work: impl FnOnce() -> Result<T> + Send + 'static) -> Result<T> {
    tokio::task::spawn_blocking(work).await.map_err(Error::wrap)?
}
