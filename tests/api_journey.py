#!/usr/bin/env python3
"""The whole trade by the API alone: what a program in any language can do with nothing but HTTP.

    tests/api_journey.py URL --officer EMAIL --password PASSWORD --letters DIR

A maker publishes a collection, it is found, a buyer's sourcing request is matched to it with reasons, a quote is
negotiated, a distribution agreement is signed by both, a deal is shipped and verified, and the programme's figures move
by exactly that much; then the deal is cancelled, and they move back. The server runs already and has one officer; DIR is
its mail folder, in which the people of the journey read their letters. Standard library only.
"""

import argparse
import datetime
import decimal
import email
import email.policy
import json
import pathlib
import re
import struct
import sys
import time
import urllib.error
import urllib.parse
import urllib.request
import zlib

PASSWORD = "seven bowls on a blue shelf"


class Person:
    """Somebody with a token, or nobody in particular."""

    def __init__(self, url, name="somebody"):
        self.url, self.name, self.token = url, name, None

    def ask(self, method, path, body=None, expect=(200, 201, 202, 204), key=None, kind="application/json"):
        data = body if isinstance(body, bytes) else None if body is None else json.dumps(body).encode()
        headers = {"Accept-Language": "en"}
        if data is not None:
            headers["Content-Type"] = kind
        if self.token:
            headers["Authorization"] = f"Bearer {self.token}"
        if key:
            headers["Idempotency-Key"] = key
        request = urllib.request.Request(self.url + path, data, headers, method=method)
        try:
            with urllib.request.urlopen(request, timeout=30) as answer:
                status, text = answer.status, answer.read()
        except urllib.error.HTTPError as error:
            status, text = error.code, error.read()
        expected = expect if isinstance(expect, tuple) else (expect,)
        if status not in expected:
            raise SystemExit(f"{self.name}: {method} {path} answered {status}, not {expected}:\n{text.decode()}")
        return json.loads(text) if text else None

    def get(self, path, **how):
        return self.ask("GET", path, **how)

    def post(self, path, body=None, **how):
        return self.ask("POST", path, {} if body is None else body, **how)

    def sign_in(self, address, password):
        self.token = self.post("/api/v1/session", {"email": address, "password": password}, expect=201)["token"]
        return self


def same(found, expected, what):
    if found != expected:
        raise SystemExit(f"{what}: expected {expected!r}, found {found!r}")


def patiently(what, look, seconds=5.0):
    """Looks until there is something to see; answers it with the seconds it took."""
    begun = time.monotonic()
    while time.monotonic() - begun < seconds:
        if seen := look():
            return seen, time.monotonic() - begun
        time.sleep(0.02)
    raise SystemExit(f"{what}: nothing after {seconds} s")


def letters_to(folder, address):
    for path in sorted(folder.glob("*.eml")):
        letter = email.message_from_bytes(path.read_bytes(), policy=email.policy.default)
        if address in str(letter["To"]):
            yield letter.get_body(("plain",)).get_content()


def sign_up(journey, name, kind, organisation, country, language):
    # Another address each time, so that the journey can be made again on the same server.
    address = f"{name.split()[0].lower()}.{time.time_ns():x}@journey.example"
    person = Person(journey.url, name)
    person.post(
        "/api/v1/people",
        {"name": name, "email": address, "password": PASSWORD, "language": language, "kind": kind,
         "organisation": organisation, "country": country},
        expect=202,
    )
    person.post("/api/v1/session", {"email": address, "password": PASSWORD}, expect=422)  # not before confirming
    find = lambda: next(iter(letters_to(journey.letters, address)), None)
    letter, _ = patiently(f"a letter to {address}", find, 20)
    secret = re.search(r"/verify-email/(\S+)", letter)[1]
    person.post(f"/api/v1/email-verifications/{secret}", expect=204)
    person.sign_in(address, PASSWORD)
    me = person.get("/api/v1/me")
    person.organisation = me["organisation"]
    same(person.organisation["standing"], "pending", f"{name}'s standing before an officer looked")
    return person


def picture():
    """A small PNG: a blue glaze that gets darker."""
    side = 64
    rows = b"".join(b"\0" + b"".join(bytes((20, 60 + x, 200 - y)) for x in range(side)) for y in range(side))
    chunk = lambda kind, data: (
        struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
    )
    header = struct.pack(">IIBBBBB", side, side, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b"")


def multipart(fields, file):
    """Fields, and one file as (field, name, type, bytes)."""
    mark = "journey-7d1f0c"
    parts = [
        f'--{mark}\r\nContent-Disposition: form-data; name="{name}"\r\n\r\n{value}\r\n'.encode()
        for name, value in fields.items()
    ]
    name, filename, kind, data = file
    parts.append(
        f'--{mark}\r\nContent-Disposition: form-data; name="{name}"; filename="{filename}"\r\n'
        f"Content-Type: {kind}\r\n\r\n".encode() + data + b"\r\n"
    )
    return b"".join(parts) + f"--{mark}--\r\n".encode(), f"multipart/form-data; boundary={mark}"


class Journey:
    def __init__(self, url, letters, officer, password):
        self.url, self.letters = url, letters
        self.visitor = Person(url, "a visitor")
        self.officer = Person(url, "the officer").sign_in(officer, password)
        self.today = datetime.date.today()

    def day(self, days):
        return (self.today + datetime.timedelta(days)).isoformat()

    def search(self, words):
        """Among the maker's own things, so that it does not matter what else is there."""
        maker = self.maker.organisation["slug"]
        return f"/api/v1/search?kind=product&maker={maker}&q={urllib.parse.quote(words)}"

    def people(self):
        self.maker = sign_up(self, "Amina Ben Salah", "maker", "Atelier Ben Salah", "TN", "fr")
        self.buyer = sign_up(self, "Claire Moreau", "buyer", "Maison Moreau", "FR", "fr")
        decide = lambda person, standing: self.officer.post(
            f"/api/v1/organisations/{person.organisation['id']}/standing", {"standing": standing}
        )
        decide(self.maker, "approved")
        decide(self.buyer, "approved")
        cluster = self.officer.get("/api/v1/clusters")["items"][0]["slug"]
        workshop = f"/api/v1/makers/{self.maker.organisation['slug']}"
        self.maker.ask(
            "PUT", workshop,
            {"place": {"fr": "Nabeul"}, "crafts": ["ceramics"], "exports_itself": True, "currency": "TND"},
        )
        membership = self.maker.post("/api/v1/memberships", {"cluster": cluster}, expect=201)
        self.officer.post(f"/api/v1/memberships/{membership['id']}/decision", {"decision": "confirmed"})

    def catalogue(self):
        collection = self.maker.post(
            "/api/v1/collections",
            {"title": {"en": "Blue table", "fr": "Table bleue", "ar": "المائدة الزرقاء"},
             "story": {"en": "Bowls and plates from one kiln."}},
            expect=201,
        )
        self.collection = collection["id"]
        bowl = {
            "title": {"en": "Marine bowl", "fr": "Bol marine", "ar": "وعاء بحري"},
            "description": {"en": "Thrown by hand, glazed twice."},
            "collection": self.collection, "sku": "MB-1", "craft": "ceramics", "materials": ["clay"],
            "techniques": ["wheel-thrown"], "price": {"amount": "12.500", "currency": "TND"}, "moq": 24,
            "order_multiple": 6, "lead_time_days": 30, "weekly_capacity": 200, "hs_code": "6912.00", "origin": "TN",
        }
        product = self.maker.post("/api/v1/products", bowl, expect=201, key="marine-bowl")
        again = self.maker.post("/api/v1/products", bowl, expect=201, key="marine-bowl")
        same(again["id"], product["id"], "a repeated request with its key")
        self.product = product["id"]
        body, kind = multipart({}, ("file", "bowl.png", "image/png", picture()))
        self.maker.ask("POST", f"/api/v1/products/{self.product}/pictures", body, expect=201, kind=kind)
        search = lambda who, more="": who.get(self.search("marine bowl") + more)
        same(search(self.visitor)["total"], 0, "found before it was published")
        self.maker.post(f"/api/v1/collections/{self.collection}/publish")
        _, seconds = patiently("the product in the search", lambda: search(self.visitor)["total"])
        print(f"   found {seconds * 1000:.0f} ms after publishing")
        hit = search(self.visitor)["hits"][0]
        same((hit["kind"], hit["id"], hit.get("price")), ("product", self.product, None), "what a visitor finds")
        arabic = self.visitor.get(self.search("وعاء") + "&lang=ar")
        same(arabic["hits"][0]["title"], "وعاء بحري", "the title in Arabic")
        hit = search(self.buyer, "&price_max=5&currency=EUR&sort=price")["hits"][0]
        same(hit["price"], {"amount": "12.500", "currency": "TND"}, "the price that a verified buyer sees")
        same(search(self.buyer, "&price_max=3&currency=EUR")["total"], 0, "found below its price")
        self.visitor.get("/api/v1/search?price_max=5", expect=403)

    def request(self):
        request = self.buyer.post(
            "/api/v1/sourcing-requests",
            {"title": "Bowls for a hotel by the sea", "wanted": "240 deep blue bowls, thrown by hand.", "language": "en",
             "crafts": ["ceramics"], "materials": ["clay"], "quantity": 240,
             "target_price": {"amount": "4.00", "currency": "EUR"}, "destination": "FR", "channel": "hospitality",
             "needed_by": self.day(150)},
            expect=201,
        )
        self.request_id = request["id"]
        self.buyer.post(f"/api/v1/sourcing-requests/{self.request_id}/open")
        matches = f"/api/v1/sourcing-requests/{self.request_id}/matches"
        find = lambda: [one for one in self.buyer.get(matches)["items"] if one["maker_slug"] == self.maker.organisation["slug"]]
        found, _ = patiently("the match", find)
        reasons = json.dumps(found[0])
        if "contributions" not in reasons or "holds" not in reasons:
            raise SystemExit(f"a match without reasons: {reasons}")
        seen = [one["request"]["id"] for one in self.maker.get("/api/v1/matches")["items"]]
        same(self.request_id in seen, True, "the maker sees the request that their bowl answers")

    def quote(self):
        line = lambda price: {"product": self.product, "quantity": 240, "unit_price": {"amount": price, "currency": "TND"}}
        offer = {"incoterm": "FOB", "by_sea": True, "named_place": "Port of Radès", "lead_time_days": 30, "valid_until": self.day(30)}
        quote = self.maker.post("/api/v1/quotes", offer | {"request": self.request_id, "lines": [line("12.000")]}, expect=201)
        path = f"/api/v1/quotes/{quote['id']}"
        self.buyer.post(f"{path}/versions", offer | {"number": 1, "lines": [line("11.500")]}, expect=(200, 201))
        self.maker.post(f"{path}/accept", {"number": 1}, expect=(409, 422))  # the one that was answered meanwhile
        self.maker.post(f"{path}/accept", {"number": 2})
        quote = self.buyer.get(path)
        same((quote["status"], len(quote["versions"])), ("accepted", 2), "the quote")
        Person(self.url).get(path, expect=401)
        self.quote_id = quote["id"]

    def agreement(self):
        agreement = self.maker.post(
            "/api/v1/agreements",
            {"quote": self.quote_id, "title": "Blue table in France", "territory": ["FR"], "channel": "hospitality",
             "exclusive": True, "collections": [self.collection], "starts_on": self.day(0), "ends_on": self.day(365),
             "terms": "Hotels of France, for one year.", "terms_language": "en"},
            expect=201,
        )
        path = f"/api/v1/agreements/{agreement['id']}"
        self.maker.post(f"{path}/propose", {"version": agreement["version"]})
        proposed = self.buyer.get(path)
        self.buyer.post(f"{path}/sign", {"name": "Claire Moreau", "terms_hash": "0" * 64}, expect=409)
        for person, name in (self.maker, "Amina Ben Salah"), (self.buyer, "Claire Moreau"):
            person.post(f"{path}/sign", {"name": name, "terms_hash": proposed["terms_hash"]})
        same(self.buyer.get(path)["status"], "active", "the agreement")
        self.agreement_id = agreement["id"]

    def figures(self):
        codes = {"exports-eur": "R1", "agreements": "R2", "collections": "R3", "deals": "R4"}
        read = lambda code: self.officer.get(f"/api/v1/indicators/{code}")["value"]
        return {name: decimal.Decimal(read(code)) for name, code in codes.items()}

    def moved(self, before, **by):
        now = self.figures()
        found = {name: now[name] - before[name] for name in now}
        expected = {name: decimal.Decimal(by.get(name.replace("-", "_"), 0)) for name in now}
        same(found, expected, "how far the figures moved")

    def verify(self, subject, number):
        record = self.officer.get(f"/api/v1/verifications/{subject}/{number}")
        return self.officer.post(
            "/api/v1/verifications",
            {"subject": subject, "subject_id": number, "note": "Seen: invoice 17, bill of lading, signatures.",
             "record_hash": record["record_hash"]},
            expect=201,
        )

    def deal(self):
        before = self.figures()
        deal = self.buyer.post(
            "/api/v1/deals",
            {"agreement": self.agreement_id, "quote": self.quote_id, "destination": "FR"},
            expect=201,
        )
        path = f"/api/v1/deals/{deal['id']}"
        self.maker.post(f"{path}/confirm")
        self.officer.post(
            "/api/v1/verifications", {"subject": "deal", "subject_id": deal["id"], "note": "Too early."}, expect=409
        )
        self.maker.post(f"{path}/ship", {"shipped_on": self.day(0)})
        self.moved(before)  # Shipped, but no officer has seen it.

        verdict = self.verify("deal", deal["id"])
        total = decimal.Decimal("11.500") * 240
        rate = decimal.Decimal(verdict["rate"]["per_eur"])
        worth = (total / rate).quantize(decimal.Decimal("0.01"), decimal.ROUND_HALF_UP)
        same(decimal.Decimal(verdict["eur"]["amount"]), worth, f"{total} TND at {rate}")
        self.moved(before, exports_eur=worth, deals=1)
        self.verify("agreement", self.agreement_id)
        self.verify("collection", self.collection)
        self.moved(before, exports_eur=worth, deals=1, agreements=1, collections=1)
        records = self.officer.get("/api/v1/indicators/R1")["records"]
        same([one["value"] for one in records if one["subject_id"] == deal["id"]], [str(worth)], "the record behind it")

        self.buyer.post(f"{path}/deliver")
        self.moved(before, exports_eur=worth, deals=1, agreements=1, collections=1)
        self.maker.post(f"{path}/cancel", {"note": "The ship came back."}, expect=(200, 409))
        self.after = (before, worth, self.buyer.get(path)["status"])
        if self.after[2] == "cancelled":
            self.moved(before, agreements=1, collections=1)
        print(f"   {total} TND are {worth} EUR, and the figures moved by exactly that")
        return deal["id"]

    def second_deal(self):
        """One that is cancelled after it was verified: the figures go back to the cent."""
        before = self.figures()
        deal = self.buyer.post(
            "/api/v1/deals",
            {"agreement": self.agreement_id, "lines": [{"product": self.product, "quantity": 24, "unit_price": {"amount": "11.500", "currency": "TND"}}],
             "incoterm": "FOB", "by_sea": True, "named_place": "Port of Radès", "destination": "FR"},
            expect=201,
        )
        path = f"/api/v1/deals/{deal['id']}"
        self.maker.post(f"{path}/confirm")
        self.maker.post(f"{path}/ship")
        verdict = self.verify("deal", deal["id"])
        self.moved(before, exports_eur=verdict["eur"]["amount"], deals=1)
        self.maker.post(f"{path}/cancel", {"note": "Broken on the way, credited."})
        self.moved(before)

    def exclusivity(self):
        """A second promise of the same things in the same place is refused, to others only with its last day."""
        rival = sign_up(self, "Bruno Keller", "buyer", "Keller Hotels", "FR", "en")
        self.officer.post(f"/api/v1/organisations/{rival.organisation['id']}/standing", {"standing": "approved"})
        draft = self.maker.post(
            "/api/v1/agreements",
            {"counterparty": rival.organisation["slug"], "title": "The same again", "territory": ["FR"],
             "channel": "hospitality", "exclusive": True, "collections": [self.collection], "starts_on": self.day(10),
             "ends_on": self.day(100), "terms": "As before.", "terms_language": "en"},
            expect=201,
        )
        path = f"/api/v1/agreements/{draft['id']}"
        self.maker.post(f"{path}/propose", expect=409)
        same([one["agreement_id"] for one in self.maker.get(path)["obstacles"]], [self.agreement_id], "what stands in the way")

    def withdrawal(self):
        self.maker.post(f"/api/v1/products/{self.product}/withdraw")
        look = lambda: self.visitor.get(self.search("marine bowl"))["total"] == 0
        _, seconds = patiently("the product gone from the search", look)
        print(f"   gone {seconds * 1000:.0f} ms after withdrawing")
        self.visitor.get(f"/api/v1/products/{self.product}", expect=404)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("url")
    parser.add_argument("--officer", required=True, metavar="EMAIL")
    parser.add_argument("--password", required=True)
    parser.add_argument("--letters", required=True, metavar="DIR", type=pathlib.Path)
    arguments = parser.parse_args()
    url = arguments.url.rstrip("/")

    def is_up():
        try:
            return urllib.request.urlopen(url + "/readyz", timeout=5).status == 200
        except OSError:
            return False

    patiently("the server", is_up, 30)
    journey = Journey(url, arguments.letters, arguments.officer, arguments.password)
    for stage in (journey.people, journey.catalogue, journey.request, journey.quote, journey.agreement, journey.deal,
                  journey.second_deal, journey.exclusivity, journey.withdrawal):
        stage()
        print(f"   {stage.__name__.replace('_', ' ')}: good", flush=True)


if __name__ == "__main__":
    sys.exit(main())
