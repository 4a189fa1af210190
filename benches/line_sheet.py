#!/usr/bin/env python3
"""How long a line sheet of many products takes, and how large it is.

    benches/line_sheet.py PATH/TO/fondouk [--products 60] [--data DIR] [--keep DIR]

Fills a demo house in a temporary folder, or takes one that is filled already, lets a maker publish a collection of its own with pictures out of the demo, and
takes its line sheet away as a verified buyer: once made anew, once out of the store, in each language. With --keep the
documents are left in a folder, to be looked at.
"""

import argparse
import json
import os
import pathlib
import socket
import subprocess
import tempfile
import time
import urllib.error
import urllib.request

PASSWORD = "fondouk demo door"
MAKER, BUYER = "poterie-ain-kmicha@demo.example", "maison-tramontane@demo.example"
STORY = {
    "en": "Six generations have drawn the fish of the gulf in this blue. Every piece is thrown on the wheel, glazed twice and fired over olive wood; no two are alike, and none leaves the house with a chip.",
    "fr": "Six générations ont dessiné les poissons du golfe dans ce bleu. Chaque pièce est tournée, émaillée deux fois et cuite au bois d’olivier ; il n’y en a pas deux pareilles, et aucune ne part ébréchée.",
    "ar": "ستة أجيال رسمت أسماك الخليج بهذا الأزرق. كل قطعة تُشكَّل على الدولاب وتُطلى مرتين وتُحرق على خشب الزيتون؛ لا تتشابه قطعتان، ولا تخرج من الورشة قطعة مكسورة.",
}
PIECES = [
    ("Blue bowl with fish", "Bol bleu aux poissons", "وعاء أزرق بالسمك"),
    ("Serving plate", "Plat de service", "طبق تقديم"),
    ("Coffee cups, set of four", "Tasses à café, lot de quatre", "فناجين قهوة، طقم من أربعة"),
    ("Tagine with lid", "Tajine et son couvercle", "طاجن بغطائه"),
    ("Oil bottle with cork stopper", "Bouteille à huile et bouchon de liège", "قارورة زيت بسدادة فلين"),
]


class House:
    def __init__(self, base):
        self.base, self.token = base, None

    def call(self, method, path, body=None, kind="application/json"):
        headers = {"Authorization": f"Bearer {self.token}"} if self.token else {}
        if body is not None and kind == "application/json":
            body = json.dumps(body).encode()
        if body is not None:
            headers["Content-Type"] = kind
        request = urllib.request.Request(self.base + path, body, headers, method=method)
        with urllib.request.urlopen(request) as answer:
            return answer.read()

    def json(self, method, path, body=None):
        return json.loads(self.call(method, path, body))

    def sign_in(self, email):
        other = House(self.base)
        other.token = self.json("POST", "/api/v1/session", {"email": email, "password": PASSWORD})["token"]
        return other


def pictures(house):
    """What the demo shows in its ceramics, as files."""
    found, query = [], "/api/v1/products?craft=ceramics&limit=50"
    for product in house.json("GET", query)["items"]:
        found += [house.call("GET", picture["large"]) for picture in product["pictures"][:1]]
    return found


def multipart(file):
    edge = "a-line-that-no-picture-holds"
    head = f'--{edge}\r\nContent-Disposition: form-data; name="file"; filename="p.jpg"\r\nContent-Type: image/jpeg\r\n\r\n'
    return head.encode() + file + f"\r\n--{edge}--\r\n".encode(), f"multipart/form-data; boundary={edge}"


def publish(maker, shown, products):
    title = {"en": "Blue of the gulf", "fr": "Bleu du golfe", "ar": "أزرق الخليج"}
    collection = maker.json("POST", "/api/v1/collections", {"title": title, "story": STORY})
    maker.call("POST", f"/api/v1/collections/{collection['id']}/pictures", *multipart(shown[0]))
    for n in range(products):
        en, fr, ar = PIECES[n % len(PIECES)]
        number = n // len(PIECES) + 1
        product = maker.json("POST", "/api/v1/products", {
            "title": {"en": f"{en} {number}", "fr": f"{fr} {number}", "ar": f"{ar} {number}"}, "description": STORY,
            "sku": f"AK-{1000 + n}", "craft": "ceramics", "materials": ["clay"], "techniques": ["wheel-thrown"],
            "price": {"amount": f"{20 + n % 40}.500", "currency": "TND"}, "moq": 24, "order_multiple": 6,
            "lead_time_days": 30, "hs_code": "6912.00", "origin": "TN", "weight_grams": 640, "collection": collection["id"]})
        price = lambda amount, currency: {"amount": amount, "currency": currency}
        terms = {"version": product["version"],
                 "packing": {"gross_weight_grams": 900, "length_mm": 320, "width_mm": 320, "height_mm": 110}}
        if n % 3 == 0:
            terms["tiers"] = [{"from": 48, "price": price(f"{18 + n % 40}.000", "TND")},
                              {"from": 24, "territory": ["FR"], "price": price("9.80", "EUR"), "valid_until": "2030-12-31"}]
        if n % 4 == 1:
            terms["variants"] = [{"sku": f"AK-{1000 + n}-S", "options": {"size": "S"}},
                                 {"sku": f"AK-{1000 + n}-L", "options": {"size": "L"}, "price": price("60.000", "TND")}]
        maker.json("PUT", f"/api/v1/products/{product['id']}/terms", terms)
        maker.call("POST", f"/api/v1/products/{product['id']}/pictures", *multipart(shown[(n + 1) % len(shown)]))
    return maker.json("POST", f"/api/v1/collections/{collection['id']}/publish")["slug"]


def main():
    arguments = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    arguments.add_argument("fondouk", type=pathlib.Path)
    arguments.add_argument("--products", type=int, default=60)
    arguments.add_argument("--data", type=pathlib.Path)
    arguments.add_argument("--keep", type=pathlib.Path)
    wish = arguments.parse_args()
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    with tempfile.TemporaryDirectory() as folder:
        command = [str(wish.fondouk.resolve()), "--data", str(wish.data or pathlib.Path(folder, "house"))]
        quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
        if not wish.data:
            subprocess.run(command + ["demo", "--fill-only"], check=True, **quiet)
        server = subprocess.Popen(command + ["serve", "--port", str(port)], env={**os.environ, "RUST_LOG": "error"}, **quiet)
        try:
            house = House(f"http://127.0.0.1:{port}")
            for _ in range(600):
                try:
                    house.call("GET", "/healthz")
                    break
                except urllib.error.URLError:
                    time.sleep(0.1)
            slug = publish(house.sign_in(MAKER), pictures(house), wish.products)
            buyer = house.sign_in(BUYER)
            for language in ["ar", "fr", "en"]:
                path = f"/collections/{slug}/line-sheet.pdf?lang={language}"
                took = []
                for _ in range(2):
                    begun = time.monotonic()
                    sheet = buyer.call("GET", path)
                    took.append((time.monotonic() - begun) * 1000)
                print(f"{language}: {wish.products} products  made in {took[0]:6,.0f} ms  again in {took[1]:4,.0f} ms  {len(sheet) / 1024:6,.0f} KB", flush=True)
                if wish.keep:
                    wish.keep.mkdir(parents=True, exist_ok=True)
                    (wish.keep / f"{slug}-{language}.pdf").write_bytes(sheet)
            with open(f"/proc/{server.pid}/status", encoding="ascii") as status:
                print("".join(line for line in status if line.startswith(("VmHWM", "VmRSS"))).strip())
        finally:
            server.terminate()
            server.wait()


if __name__ == "__main__":
    main()
