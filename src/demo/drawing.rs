//! Draws the placeholder pictures of the demo: plain geometry in the manner of each craft, the same for the same seed.
//!
//! They are drawings and look like drawings, so that nobody takes them for photographs of somebody's work.

mod brush;
mod clay;
mod cloth;
mod dice;
mod fibre;
mod glass;
mod jewels;
mod lamps;
mod leather;
mod metal;
mod olive;
mod paper;
mod rugs;
mod shape;
mod soap;
mod stitches;
mod stone;
mod tiles;
mod walls;
mod wood;

use brush::Brush;
pub(super) use dice::Dice;
use image::RgbImage;

/// One way to show a craft.
type Composition = fn(&mut Brush, &mut Dice);

/// A picture of a craft; a craft that is not known here is shown as a tiled wall.
pub fn draw(seed: u64, craft: &str, width: u32, height: u32) -> RgbImage {
    let ways = compositions(craft);
    let mut dice = Dice::new(seed, craft);
    let mut brush = Brush::new(width, height);
    // Neighbouring seeds take turns, so that a shelf of ten shows every way there is.
    let turn = usize::try_from(seed % ways.len() as u64).expect("smaller than the number of ways");
    ways[turn](&mut brush, &mut dice);
    brush.into_image()
}

fn compositions(craft: &str) -> &'static [Composition] {
    match craft {
        "ceramics" => &[clay::plate, clay::jar, clay::bowls],
        "zellige" => &[tiles::stars, tiles::rosette, tiles::chequers],
        "mosaic" => &[tiles::medallion, tiles::scales, tiles::waves],
        "copperware" => &[metal::copper_tray, metal::copper_ewer, metal::copper_pots],
        "silverware" => &[metal::silver_tray, jewels::filigree, metal::silver_ewer],
        "jewellery" => &[jewels::necklace, jewels::earrings, jewels::filigree],
        "leather" => &[leather::pouf, leather::satchel, leather::tooled_panel],
        "carpets" => &[rugs::kilim, rugs::lozenge_rug, rugs::medallion_rug],
        "home-textile" => &[cloth::folded_towels, cloth::cushion, cloth::striped_cloth],
        "embroidery" => &[stitches::cross_stitch, stitches::stitched_bands, stitches::cross_stitch],
        "fashion" => &[cloth::robe, cloth::scarf, cloth::robe],
        "furniture" => &[wood::side_table, wood::chest, wood::cupboard],
        "woodwork" => &[wood::turned_lattice, wood::star_panel, wood::cupboard],
        "olive-wood" => &[olive::grain_bowl, olive::board, olive::spoons],
        "basketry" => &[fibre::coil, fibre::basket, fibre::plaited_mat],
        "glass" => &[glass::bottles, glass::tumblers, glass::bottles],
        "lighting" => &[lamps::lantern, lamps::pendants, lamps::lantern],
        "stone" => &[stone::striped_arch, stone::carved_rosette, stone::mortar],
        "decoration" => &[walls::mirror, walls::arcade, clay::wall_plates],
        "soap" => &[soap::soap_bars, soap::soap_rounds, soap::soap_bars],
        "paper" => &[paper::marbled_sheet, paper::notebook, paper::folded_stars],
        _ => &[tiles::stars],
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const CRAFTS: [&str; 21] = [
        "ceramics",
        "zellige",
        "mosaic",
        "copperware",
        "silverware",
        "jewellery",
        "leather",
        "carpets",
        "home-textile",
        "embroidery",
        "fashion",
        "furniture",
        "woodwork",
        "olive-wood",
        "basketry",
        "glass",
        "lighting",
        "stone",
        "decoration",
        "soap",
        "paper",
    ];

    /// How many pixels differ visibly, of a hundred.
    fn difference(one: &RgbImage, other: &RgbImage) -> usize {
        let differs =
            |(a, b): &(&image::Rgb<u8>, &image::Rgb<u8>)| (0..3).any(|i| a.0[i].abs_diff(b.0[i]) > 12);
        one.pixels().zip(other.pixels()).filter(differs).count() * 100 / one.pixels().len()
    }

    #[test]
    fn the_same_seed_draws_the_same_picture() {
        for craft in CRAFTS {
            assert_eq!(draw(7, craft, 60, 60), draw(7, craft, 60, 60), "{craft}");
        }
    }

    #[test]
    fn other_seeds_draw_other_pictures() {
        for craft in CRAFTS {
            let pictures: Vec<_> = (0..6).map(|seed| draw(seed, craft, 90, 90)).collect();
            for (n, picture) in pictures.iter().enumerate() {
                for other in &pictures[n + 1..] {
                    assert!(difference(picture, other) >= 3, "{craft}: two seeds look alike");
                }
            }
        }
    }

    #[test]
    fn every_craft_has_its_own_hand() {
        let pictures: Vec<_> = CRAFTS.iter().map(|craft| (craft, draw(0, craft, 90, 90))).collect();
        for (n, (craft, picture)) in pictures.iter().enumerate() {
            for (other, other_picture) in &pictures[n + 1..] {
                assert!(difference(picture, other_picture) >= 10, "{craft} looks like {other}");
            }
        }
    }

    #[test]
    fn any_size_is_filled_and_not_one_flat_colour() {
        for craft in CRAFTS {
            for (width, height) in [(1, 1), (40, 120), (160, 60)] {
                assert_eq!(draw(3, craft, width, height).dimensions(), (width, height), "{craft}");
            }
            let wide = draw(3, craft, 160, 60);
            assert!(wide.pixels().any(|pixel| pixel != wide.get_pixel(0, 0)), "{craft}");
        }
    }
}
