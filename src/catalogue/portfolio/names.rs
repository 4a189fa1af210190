//! Which article a file's name means.

use std::collections::HashMap;

use crate::ids::ProductId;
use crate::locale::fold;

/// The maker's article numbers, as written and as people write them differently.
pub(super) struct Articles {
    exact: HashMap<String, ProductId>,
    /// None where two articles would be written alike.
    folded: HashMap<String, Option<ProductId>>,
}

impl Articles {
    pub fn new(exact: HashMap<String, ProductId>) -> Self {
        let mut folded: HashMap<String, Option<ProductId>> = HashMap::new();
        for (sku, id) in &exact {
            folded
                .entry(fold(sku))
                .and_modify(|known| *known = known.filter(|known| known == id))
                .or_insert(Some(*id));
        }
        Self { exact, folded }
    }

    /// `B-1.jpg`, `b1.JPG`, `B-1_2.jpg`, `B-1 (2).jpg` and `B-1/front.jpg` are all of the article `B-1`.
    pub fn of(&self, path: &str) -> Option<ProductId> {
        let mut parts = path.rsplit(['/', '\\']);
        let stem = stem(parts.next().unwrap_or_default());
        let folders = parts.filter(|folder| !folder.is_empty());
        let names = [stem, without_number(stem)].into_iter().chain(folders);
        names.filter(|name| !name.is_empty()).find_map(|name| self.called(name))
    }

    fn called(&self, name: &str) -> Option<ProductId> {
        let exact = self.exact.get(name.trim()).copied();
        exact.or_else(|| self.folded.get(&fold(name)).copied().flatten())
    }
}

fn stem(name: &str) -> &str {
    name.rsplit_once('.').map_or(name, |(stem, _)| stem)
}

/// Several pictures of one article are told apart by a number behind a mark: `B-1_2`, `B-1 (2)`.
fn without_number(stem: &str) -> &str {
    let bare = stem.trim_end_matches(')').trim_end_matches(|c: char| c.is_numeric());
    match bare.strip_suffix(['_', '-', ' ', '(', '.']) {
        Some(article) if bare.len() < stem.len() => article.trim_end_matches([' ', '_', '-', '(', '.']),
        _ => "",
    }
}

/// What computers put into every folder by themselves.
pub(super) fn is_litter(path: &str) -> bool {
    let name = path.rsplit('/').next().unwrap_or_default();
    path.ends_with('/') || path.starts_with("__MACOSX/") || name.starts_with('.') || name == "Thumbs.db"
}

#[cfg(test)]
mod tests {
    use super::*;

    fn articles(skus: &[&str]) -> Articles {
        let exact = skus.iter().zip(1..).map(|(sku, id)| ((*sku).to_owned(), ProductId(id))).collect();
        Articles::new(exact)
    }

    #[test]
    fn a_file_is_called_like_its_article() {
        let articles = articles(&["B-1", "B-10", "طبق 5"]);
        for (path, id) in [
            ("B-1.jpg", Some(1)),
            ("photos/b1.JPEG", Some(1)),
            ("B-1_2.jpg", Some(1)),
            ("B-1 (12).png", Some(1)),
            ("B-10.webp", Some(2)),
            ("B-10-1.webp", Some(2)),
            ("B-1/front.jpg", Some(1)),
            ("2026/B-10/3.jpg", Some(2)),
            ("طبق ٥.jpg", Some(3)),
            ("C-1.jpg", None),
            ("IMG_0001.jpg", None),
            ("", None),
        ] {
            assert_eq!(articles.of(path), id.map(ProductId), "{path}");
        }
    }

    #[test]
    fn what_could_mean_two_articles_means_neither() {
        let articles = articles(&["A-11", "A1-1"]);
        assert_eq!(articles.of("a11.jpg"), None);
        assert_eq!(articles.of("A-11.jpg"), Some(ProductId(1)), "as it is written");
    }

    #[test]
    fn litter_is_passed_over() {
        for path in ["photos/", "__MACOSX/B-1.jpg", "photos/.DS_Store", "Thumbs.db"] {
            assert!(is_litter(path), "{path}");
        }
        assert!(!is_litter("photos/B-1.jpg"));
    }
}
