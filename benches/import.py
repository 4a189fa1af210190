#!/usr/bin/env python3
"""How fast a large sheet is imported, and in how much memory.

    benches/import.py PATH/TO/fondouk [--rows 50000] [--formats csv,xlsx,jsonl] [--kills 0]

Makes a fresh house in a temporary folder with one maker, writes the same catalogue as CSV, XLSX and JSON Lines, and says
for each: rows a second of the dry run and of the whole import, and the peak of resident memory. With --kills an import
is killed so often, each time at another moment, and then run to its end: how many products stood there after each kill.
"""

import argparse
import json
import os
import pathlib
import socket
import sqlite3
import subprocess
import tempfile
import time
import urllib.error
import urllib.request
import xml.sax.saxutils
import zipfile

HEADER = ["SKU", "Title (English)", "Titre", "العنوان (بالعربية)", "Description (English)", "Craft", "Materials", "Price",
          "MOQ", "Case pack", "Lead time (days)", "HS code", "Origin", "Weight (g)", "Collection"]
STORY = "Thrown on the wheel, glazed twice and fired over olive wood; no two pieces are alike. " * 3


def row(n):
    return [f"B-{n:06}", f"Blue bowl {n}", f"Bol bleu {n}", f"وعاء أزرق {n}", STORY, "ceramics", "clay; glass",
            f"{n % 900 + 1}.500 TND", "24", "6", "30", "6912.00", "Tunisia", str(300 + n % 700), f"Range {n % 40}"]


def write_csv(path, rows):
    with open(path, "w", encoding="utf-8-sig") as out:
        for cells in [HEADER] + [row(n) for n in range(rows)]:
            out.write(",".join('"%s"' % cell.replace('"', '""') for cell in cells) + "\r\n")


def write_jsonl(path, rows):
    with open(path, "w", encoding="utf-8") as out:
        for n in range(rows):
            cells = row(n)
            out.write(json.dumps({
                "sku": cells[0], "title": {"en": cells[1], "fr": cells[2], "ar": cells[3]}, "description": {"en": cells[4]},
                "craft": "ceramics", "materials": ["clay", "glass"], "price": {"amount": cells[7][:-4], "currency": "TND"},
                "moq": 24, "order_multiple": 6, "lead_time_days": 30, "hs_code": "6912.00", "origin": "TN",
                "weight_grams": int(cells[13]), "collection": cells[14]}, ensure_ascii=False) + "\n")


def write_xlsx(path, rows):
    escape = xml.sax.saxutils.escape
    main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    rel = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    package = "http://schemas.openxmlformats.org/package/2006"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as book:
        book.writestr("[Content_Types].xml", f'<Types xmlns="{package}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>')
        book.writestr("_rels/.rels", f'<Relationships xmlns="{package}/relationships"><Relationship Id="r1" Type="{rel}/officeDocument" Target="xl/workbook.xml"/></Relationships>')
        book.writestr("xl/workbook.xml", f'<workbook xmlns="{main}" xmlns:r="{rel}"><sheets><sheet name="S" sheetId="1" r:id="r1"/></sheets></workbook>')
        book.writestr("xl/_rels/workbook.xml.rels", f'<Relationships xmlns="{package}/relationships"><Relationship Id="r1" Type="{rel}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>')
        with book.open("xl/worksheets/sheet1.xml", "w") as out:
            out.write(f'<worksheet xmlns="{main}"><sheetData>'.encode())
            for number in range(rows + 1):
                cells = HEADER if number == 0 else row(number - 1)
                parts = []
                for at, cell in enumerate(cells):
                    place = f"{chr(65 + at)}{number + 1}"
                    if cell.isdigit():
                        parts.append(f'<c r="{place}"><v>{cell}</v></c>')
                    else:
                        parts.append(f'<c r="{place}" t="inlineStr"><is><t>{escape(cell)}</t></is></c>')
                out.write(f'<row r="{number + 1}">{"".join(parts)}</row>'.encode())
            out.write(b"</sheetData></worksheet>")


def sign_up(fondouk):
    """A maker signs up as makers do; waiting for approval, they may prepare drafts."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    server = subprocess.Popen(fondouk + ["serve", "--port", str(port)], stderr=subprocess.DEVNULL)
    person = {"name": "A", "email": "a@sample.example", "password": "four plates of glazed clay", "language": "en",
              "kind": "maker", "organisation": "Atelier", "country": "TN"}
    request = urllib.request.Request(f"http://127.0.0.1:{port}/api/v1/people", json.dumps(person).encode(),
                                     {"Content-Type": "application/json"})
    for _ in range(300):
        try:
            urllib.request.urlopen(request).close()
            break
        except urllib.error.URLError:
            time.sleep(0.1)
    server.terminate()
    server.wait()


def run(command):
    """Seconds, peak memory in MiB, and what it said."""
    begun = time.monotonic()
    process = subprocess.Popen(command, stdout=subprocess.PIPE, env={**os.environ, "RUST_LOG": "warn"})
    said = process.stdout.read()
    _, status, usage = os.wait4(process.pid, 0)
    assert status == 0, (command, said)
    return time.monotonic() - begun, usage.ru_maxrss / 1024, said


def products(house):
    with sqlite3.connect(f"file:{house / 'fondouk.db'}?mode=ro", uri=True) as database:
        return database.execute("SELECT count(*) FROM products").fetchone()[0]


def kill(importing, house, rows, kills, whole):
    """What stands there after each kill, the kills spread over the time that the whole import takes."""
    for number in range(kills):
        process = subprocess.Popen(importing, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        after = whole * (number + 0.5) / kills
        time.sleep(after)
        process.kill()
        process.wait()
        print(f"       killed after {after:4.1f} s: {products(house):6} products", flush=True)
    begun = time.monotonic()
    _, _, said = run(importing)
    report = json.loads(said.splitlines()[-1])
    print(f"       then to its end in {time.monotonic() - begun:4.1f} s: {products(house):6} products, {report}", flush=True)
    assert products(house) == rows, report


def main():
    arguments = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    arguments.add_argument("fondouk", type=pathlib.Path)
    arguments.add_argument("--rows", type=int, default=50_000)
    arguments.add_argument("--formats", default="csv,xlsx,jsonl")
    arguments.add_argument("--kills", type=int, default=0)
    wish = arguments.parse_args()
    writers = {"csv": write_csv, "xlsx": write_xlsx, "jsonl": write_jsonl}
    for kind in wish.formats.split(","):
        with tempfile.TemporaryDirectory() as folder:
            house, file = pathlib.Path(folder, "house"), pathlib.Path(folder, f"catalogue.{kind}")
            writers[kind](file, wish.rows)
            fondouk = [str(wish.fondouk), "--data", str(house)]
            sign_up(fondouk)
            importing = fondouk + ["import", str(file), "--maker", "atelier", "--json"]
            dry, dry_memory, _ = run(importing + ["--dry-run"])
            whole, memory, said = run(importing)
            report = json.loads(said.splitlines()[-1])
            assert report["created"] == wish.rows, report
            again, again_memory, _ = run(importing)
            print(f"{kind:6} {file.stat().st_size >> 20:4} MB  dry run {wish.rows / dry:7,.0f} rows/s {dry_memory:5.0f} MiB   "
                  f"import {wish.rows / whole:7,.0f} rows/s {memory:5.0f} MiB   the same again {wish.rows / again:7,.0f} rows/s {again_memory:5.0f} MiB", flush=True)
            if wish.kills:
                fresh = pathlib.Path(folder, "killed")
                killed = [str(wish.fondouk), "--data", str(fresh)]
                sign_up(killed)
                kill(killed + ["import", str(file), "--maker", "atelier", "--json"], fresh, wish.rows, wish.kills, whole)


if __name__ == "__main__":
    main()
