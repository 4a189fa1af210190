#!/usr/bin/env python3
"""Turns other catalogues into the JSON Lines that `fondouk import` reads. Python's standard library is enough.

    products.py museum FILE.jsonl[.gz] [--price 25.00 --currency EUR --origin TN] > products.jsonl
    products.py generated FILE.jsonl   [--makers SLUG,SLUG,…]                     > products.jsonl

`museum` reads objects of a museum's collection (title, classification, medium, dimensions, dates, makers). They have no
price, so they stay drafts; with `--price` each gets that price, terms of order, a customs code and an origin, all
invented, and is published: for trying out and for load, not for show.

`generated` reads the synthetic catalogue of a load generator (title, description, language, category, materials,
techniques, price_minor, …), which is complete and is published. `--makers` spreads its producers over makers of the
house; without it the import is told the maker.
"""

import argparse
import gzip
import json
import re
import sys
import zlib

# Customs headings where such goods are usually classified.
HS = {
    "ceramics": "691200", "mosaic": "680299", "copperware": "741810", "silverware": "711411", "jewellery": "711719",
    "leather": "420500", "carpets": "570110", "home-textile": "630499", "embroidery": "581092", "fashion": "621420",
    "furniture": "940360", "woodwork": "442090", "basketry": "460219", "glass": "701399", "lighting": "940510",
    "decoration": "970190", "paper": "482390",
}

# Words of a medium, most telling first, and the materials that they mean.
MEDIUM = [
    ("porcelain", "porcelain"), ("stoneware", "stoneware"), ("faience", "faience"), ("terracotta", "terracotta"),
    ("earthenware", "clay"), ("clay", "clay"), ("glass", "glass"), ("silver", "silver"), ("gold", "gold"),
    ("brass", "brass"), ("copper", "copper"), ("bronze", "brass"), ("pewter", "tin"), ("tin", "tin"), ("iron", "iron"),
    ("steel", "iron"), ("enamel", "enamel"), ("walnut", "walnut"), ("beech", "beech"), ("cedar", "cedar"),
    ("silk", "silk"), ("satin", "silk"), ("velvet", "silk"), ("wool", "wool"), ("linen", "linen"), ("cotton", "cotton"),
    ("leather", "leather"), ("mother-of-pearl", "mother-of-pearl"), ("bone", "bone"), ("marble", "marble"),
    ("paper", "paper"), ("rush", "reed"), ("cane", "reed"), ("straw", "straw"), ("amber", "amber"), ("coral", "coral"),
]

CLASSIFICATION = {
    "ceramics": "ceramics", "glass": "glass", "wood": "woodwork", "textiles": "home-textile", "lighting": "lighting",
    "furniture": "furniture", "costume": "fashion",
}

CATEGORY = {
    "rugs": "carpets", "kilims": "carpets", "cushions": "home-textile", "throws": "home-textile", "bowls": "ceramics",
    "plates": "ceramics", "vases": "ceramics", "tagines": "ceramics", "lanterns": "lighting", "lamps": "lighting",
    "trays": "copperware", "teapots": "copperware", "baskets": "basketry", "bags": "leather", "belts": "leather",
    "slippers": "leather", "poufs": "leather", "boxes": "woodwork", "mirrors": "decoration", "tables": "furniture",
    "stools": "furniture", "necklaces": "jewellery", "earrings": "jewellery", "bracelets": "jewellery",
    "scarves": "fashion", "shawls": "fashion", "kaftans": "fashion", "tiles": "ceramics", "figurines": "decoration",
    "instruments": "woodwork",
}

# Only where the generator's word differs from ours; a word that we do not have is left out.
MATERIAL = {"olivewood": "olive-wood", "palm": "palm-leaf", "stone": "limestone", "horn": "bone"}
MATERIALS = {
    "wool", "cotton", "silk", "linen", "leather", "clay", "brass", "copper", "silver", "cedar", "olive-wood", "thuya",
    "walnut", "reed", "palm-leaf", "raffia", "jute", "glass", "limestone", "marble", "bone", "porcelain", "iron",
    "paper",
}
TECHNIQUE = {
    "handwoven": "hand-woven", "knotted": "hand-knotted", "embroidered": "embroidered", "carved": "carved",
    "inlaid": "inlaid", "hammered": "hammered", "engraved": "engraved", "glazed": "glazed",
    "wheel-thrown": "wheel-thrown", "block-printed": "block-printed", "dyed": "natural-dyed", "braided": "plaited",
    "crocheted": "crochet", "tanned": "vegetable-tanned", "blown": "mouth-blown", "filigree": "filigree",
    "forged": "forged", "painted": "hand-painted", "basketry": "coiled", "mosaic": "tesserae",
    "stitched": "hand-stitched",
}
# What a thing is made of at least, when its own words name nothing that we know.
USUAL_MATERIAL = {
    "carpets": "wool", "home-textile": "cotton", "ceramics": "clay", "lighting": "brass", "copperware": "copper",
    "silverware": "silver", "basketry": "palm-leaf", "leather": "leather", "woodwork": "walnut", "furniture": "walnut",
    "decoration": "brass", "jewellery": "silver", "fashion": "cotton", "glass": "glass",
}
THREE_DECIMALS = {"TND", "JOD"}


def lines(path):
    opened = gzip.open if path.endswith(".gz") else open
    source = sys.stdin if path == "-" else opened(path, "rt", encoding="utf-8")
    with source:
        for line in source:
            if line.strip():
                yield json.loads(line)


def materials_of(medium):
    # Whole words: there is no tin in satin.
    found = [material for word, material in MEDIUM if re.search(rf"\b{word}\b", medium.lower())]
    return list(dict.fromkeys(found))[:8]


def craft_of(thing, materials):
    kind = thing.get("classification", "").lower()
    if kind in CLASSIFICATION:
        return CLASSIFICATION[kind]
    if "silver" in materials:
        return "silverware"
    if "copper" in materials or "brass" in materials:
        return "copperware"
    if materials and materials[0] in ("porcelain", "stoneware", "faience", "terracotta", "clay"):
        return "ceramics"
    if "glass" in materials:
        return "glass"
    return "decoration"


def centimetres(thing):
    inches = [thing.get(side) or 0 for side in ("height_in", "width_in", "depth_in")]
    sizes = [f"{inch * 2.54:.1f}" for inch in inches if inch > 0]
    return f"{' × '.join(sizes)} cm" if sizes else ""


def museum(thing, arguments):
    medium = thing.get("medium") or ""
    materials = materials_of(medium)
    craft = craft_of(thing, materials)
    made_by = ", ".join(thing.get("makers") or [])
    dates = "–".join(dict.fromkeys((thing.get(edge) or "")[:4] for edge in ("date_from", "date_to"))).strip("–")
    parts = [medium, centimetres(thing), made_by, dates]
    description = ". ".join(part[:1].upper() + part[1:] for part in parts if part)
    product = {
        "sku": (thing.get("accession") or thing["id"])[:64],
        "title": (thing.get("title") or "Untitled")[:160],
        "description": description[:4000],
        "language": "en",
        "craft": craft,
        "materials": materials,
    }
    if arguments.price:
        product |= {
            "materials": materials or [USUAL_MATERIAL[craft]],
            "description": product["description"] or product["title"],
            "price": {"amount": arguments.price, "currency": arguments.currency},
            "moq": 1, "order_multiple": 1, "lead_time_days": 30,
            "hs_code": HS[craft], "origin": arguments.origin, "publish": True,
        }
    return product


def amount(minor, currency):
    decimals = 3 if currency in THREE_DECIMALS else 2
    return f"{minor // 10**decimals}.{minor % 10**decimals:0{decimals}d}"


def generated(thing, arguments):
    craft = CATEGORY.get(thing["category"], "decoration")
    materials = [MATERIAL.get(word, word) for word in thing["materials"]]
    materials = [word for word in dict.fromkeys(materials) if word in MATERIALS]
    techniques = [TECHNIQUE[word] for word in thing["techniques"] if word in TECHNIQUE]
    product = {
        "sku": f"G-{thing['id']}",
        "title": thing["title"][:160],
        "description": thing["description"][:4000],
        "language": thing["language"],
        "craft": craft,
        "materials": materials or [USUAL_MATERIAL[craft]],
        "techniques": list(dict.fromkeys(techniques)),
        "price": {"amount": amount(thing["price_minor"], thing["currency"]), "currency": thing["currency"]},
        "moq": thing["moq"], "order_multiple": 1, "lead_time_days": thing["lead_time_days"],
        "hs_code": HS[craft], "origin": thing["country"], "publish": True,
    }
    if arguments.makers:
        # A producer's products stay together, run after run.
        product["maker"] = arguments.makers[zlib.crc32(thing["producer"].encode()) % len(arguments.makers)]
    return product


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("kind", choices=("museum", "generated"))
    parser.add_argument("file", help="a JSON Lines file, perhaps gzipped, or - for standard input")
    parser.add_argument("--price", help="museum: a price in major units for every object")
    parser.add_argument("--currency", default="EUR")
    parser.add_argument("--origin", default="TN")
    parser.add_argument("--makers", type=lambda text: text.split(","), help="generated: slugs, with commas")
    arguments = parser.parse_args()
    convert = {"museum": museum, "generated": generated}[arguments.kind]
    for thing in lines(arguments.file):
        print(json.dumps(convert(thing, arguments), ensure_ascii=False, separators=(",", ":")))


if __name__ == "__main__":
    main()
