#!/usr/bin/env python3
"""How soon a published change is found while many others are written.

    benches/visible.py URL --maker EMAIL [--maker EMAIL ...] [--password PASSWORD] [--rate 100] [--seconds 30]

The server runs already (`fondouk demo` will do, with the makers that it names). Their published products are edited, so
many a second in all, each time with a word in the title that nothing else has; for a tenth of the edits somebody asks for
that word as soon as the edit is answered, and goes on asking until it is found. Prints the rate that was reached, how long
an edit took to be answered, and how long from its answer until the search showed it. Standard library only.
"""

import argparse
import http.client
import json
import threading
import time
import urllib.parse

# Between two looks.
PAUSE = 0.004
# Then it counts as lost.
PATIENCE = 10.0


class Caller:
    """One connection that stays open."""

    def __init__(self, url, token=None):
        place = urllib.parse.urlsplit(url)
        self.host, self.token, self.connection = place.netloc, token, None

    def ask(self, method, path, body=None):
        headers = {"Content-Type": "application/json"}
        if self.token:
            headers["Authorization"] = f"Bearer {self.token}"
        data = None if body is None else json.dumps(body)
        if self.connection is None:
            self.connection = http.client.HTTPConnection(self.host, timeout=30)
        self.connection.request(method, path, data, headers)
        answer = self.connection.getresponse()
        text = answer.read()
        if answer.status >= 300:
            raise SystemExit(f"{method} {path} answered {answer.status}: {text.decode()[:500]}")
        return json.loads(text) if text else None


FIELDS = [
    "title", "description", "collection", "sku", "craft", "materials", "techniques", "price", "moq", "order_multiple",
    "lead_time_days", "weekly_capacity", "hs_code", "origin", "weight_grams", "version",
]


class Measured:
    def __init__(self):
        self.lock = threading.Lock()
        self.writes, self.seen, self.lost, self.count = [], [], 0, 0

    def number(self):
        with self.lock:
            self.count += 1
            return self.count


def edit(url, token, products, pace, until, measured):
    """Edits its products in turn, at its pace."""
    writer = Caller(url, token)
    turn, due = 0, time.monotonic()
    while time.monotonic() < until:
        product = products[turn % len(products)]
        turn += 1
        number = measured.number()
        word = f"vis{number:06}"
        form = {field: product[field] for field in FIELDS if product.get(field) is not None}
        form["title"] = {**product["title"], "en": f"Vase {word}"}
        begun = time.monotonic()
        product["version"] = writer.ask("PUT", f"/api/v1/products/{product['id']}", form)["version"]
        answered = time.monotonic()
        with measured.lock:
            measured.writes.append(answered - begun)
        if number % 10 == 0:
            threading.Thread(target=watch, args=(url, word, answered, measured)).start()
        due += pace
        time.sleep(max(0.0, due - time.monotonic()))


def watch(url, word, answered, measured):
    reader = Caller(url)
    while time.monotonic() - answered < PATIENCE:
        if reader.ask("GET", f"/api/v1/search?q={word}&facets=false&highlight=false")["total"]:
            with measured.lock:
                measured.seen.append(time.monotonic() - answered)
            return
        time.sleep(PAUSE)
    with measured.lock:
        measured.lost += 1


def told(what, times):
    times = sorted(times)
    at = lambda share: times[min(len(times) - 1, int(len(times) * share))] * 1000
    print(f"{what:<24} {len(times):>6}   p50 {at(0.5):7.1f} ms   p90 {at(0.9):7.1f} ms   p99 {at(0.99):7.1f} ms   most {times[-1] * 1000:7.1f} ms")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("url")
    parser.add_argument("--maker", action="append", required=True)
    parser.add_argument("--password", default="fondouk demo door")
    parser.add_argument("--rate", type=float, default=100.0)
    parser.add_argument("--seconds", type=float, default=30.0)
    asked = parser.parse_args()
    hands = []
    for address in asked.maker:
        session = Caller(asked.url).ask("POST", "/api/v1/session", {"email": address, "password": asked.password})
        maker = Caller(asked.url, session["token"])
        slug = maker.ask("GET", "/api/v1/me")["organisation"]["slug"]
        listed = maker.ask("GET", f"/api/v1/products?maker={slug}&limit=100")["items"]
        published = [maker.ask("GET", f"/api/v1/products/{one['id']}") for one in listed if one["status"] == "published"]
        # A product is only ever edited by one hand, so that no version is passed by.
        hands += [(session["token"], published[first::4]) for first in range(min(4, len(published)))]
    measured, begun = Measured(), time.monotonic()
    until, pace = begun + asked.seconds, len(hands) / asked.rate
    threads = [threading.Thread(target=edit, args=(asked.url, token, products, pace, until, measured)) for token, products in hands]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    took = time.monotonic() - begun
    while any(thread is not threading.current_thread() for thread in threading.enumerate()):
        time.sleep(0.1)
    print(f"{len(measured.writes) / took:.1f} edits a second by {len(hands)} hands for {took:.0f} s; {measured.lost} edited again before they were found")
    told("answered", measured.writes)
    told("found after its answer", measured.seen)


if __name__ == "__main__":
    main()
