"""Generated briefings for the benchmarks, reproducible for each number of claims."""

import csv
import json
import random
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from hashlib import sha256
from pathlib import Path
from typing import Any, TextIO

_OUTLETS = ("Wire", "Herald", "Courier", "Monitor", "Bulletin", "Post", "Observer", "Gazette")
_BODIES = ("Ministry of Defence", "General Staff", "Intelligence Service", "Police", "Mission")
_COUNTRIES = ("UA", "RU", "KR", "KP", "GB", "US", "PL", "FR", "DE", "JP")
_MEASURES = ("killed", "wounded", "missing", "captured", "casualties", "deployed")
_QUALIFIERS = {
    "exactly": "a total of {}",
    "at least": "at least {}",
    "more than": "more than {}",
    "at most": "up to {}",
    "about": "about {}",
    "nearly": "nearly {}",
}
_POPULATIONS = ("North Korean soldiers", "Russian troops", "Ukrainian forces", "civilians", None)
_TERMS = (
    *("remote chance", "highly unlikely", "unlikely", "realistic possibility"),
    *("likely", "highly likely", "almost certain"),
)
_VERBS = ("reported fighting near", "saw columns move to", "struck a depot in", "held a line at")
_PLACES = ("Sudzha", "Kursk", "Korenevo", "Plekhovo", "Malaya Loknya", "Bolshoye Soldatskoye")


def write(count: int, folder: Path) -> tuple[Path, Path]:
    """Write a briefing, and its claims as CSV for other programs; return both paths.

    About half of the claims name a source, a third of these through a second source; half have a
    figure, a fifth a likelihood, and two fifths a date, roughly as in daily war reporting.
    """
    json_path, csv_path = folder / f"claims-{count}.json", folder / f"claims-{count}.csv"
    if not (json_path.exists() and csv_path.exists()):
        with _whole(json_path) as file:
            file.writelines(_briefing(count))
        with _whole(csv_path) as file:
            rows = csv.writer(file)
            rows.writerow(["id", "kind", "date", "source", "figure", "likelihood", "text"])
            rows.writerows(_row(claim) for claim, _ in _claims(count))
    return json_path, csv_path


def write_draft(count: int, folder: Path) -> Path:
    """Write the briefing of `write` as an unreviewed draft, over decisions of earlier runs."""
    path, _ = write(count, folder)
    raw = json.loads(path.read_text("utf-8"))
    raw["status"] = "draft"
    for claim in raw["claims"]:
        claim["review"] = {"items": _drafted_items(claim)}
    draft = folder / f"draft-{count}.json"
    with _whole(draft) as file:
        file.write(_json(raw))
    return draft


def _drafted_items(claim: dict[str, Any]) -> list[dict[str, Any]]:
    kinds = ["sentence", *(kind for kind in ("figures", "likelihoods", "when") if kind in claim)]
    span = {"start": claim["evidence"]["start"], "end": claim["evidence"]["end"]}
    return [{"kind": kind, **span, "rule": f"{kind}/rule", "tier": "beside"} for kind in kinds]


@contextmanager
def _whole(path: Path) -> Iterator[TextIO]:
    # Written under a temporary name, so that an interrupted run leaves no partial file.
    part = path.with_suffix(".part")
    with part.open("w", newline="", encoding="utf-8") as file:
        yield file
    part.replace(path)


def _briefing(count: int) -> Iterator[str]:
    # Written in pieces, so that a million claims are never in memory at once. The text comes before
    # the claims that quote it, so the claims are generated again for each part.
    yield f'{{\n "format": "kursk-tui/1",\n "title": "A briefing of {count:,} claims",\n'
    yield ' "date": "2024-12-19",\n "documents": [\n  {\n   "id": "doc",\n   "text": "'
    digest = sha256()
    for number, (_, quote) in enumerate(_claims(count)):
        piece = f"\n{quote}" if number else quote
        digest.update(piece.encode())
        yield _json(piece)[1:-1]
    yield f'",\n   "sha256": "{digest.hexdigest()}"\n  }}\n ],\n "sources": [\n  '
    yield from _items(_sources(random.Random(count), count))
    yield '\n ],\n "claims": [\n  '
    yield from _items(claim for claim, _ in _claims(count))
    yield "\n ]\n}"


def _items(items: Iterable[object]) -> Iterator[str]:
    for number, item in enumerate(items):
        yield ",\n  " if number else ""
        yield _json(item).replace("\n", "\n  ")


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, indent=1)


def _claims(count: int) -> Iterator[tuple[dict[str, Any], str]]:
    chance = random.Random(count)
    sources = list(_sources(chance, count))
    at = 0
    for number in range(count):
        claim, quote = _claim(chance, number, at, sources)
        at += len(quote) + 1
        yield claim, quote


def _sources(chance: random.Random, claims: int) -> Iterator[dict[str, str]]:
    for number in range(max(4, min(400, claims // 20))):
        kind = chance.choice(("outlet", "body"))
        name = chance.choice(_OUTLETS if kind == "outlet" else _BODIES)
        country = chance.choice(_COUNTRIES)
        yield {
            "id": f"s{number}",
            "name": f"{name} {number}",
            "kind": kind,
            "country": country,
        }


def _claim(
    chance: random.Random, number: int, at: int, sources: list[dict[str, str]]
) -> tuple[dict[str, Any], str]:
    words = [f"Report {number}: observers {chance.choice(_VERBS)} {chance.choice(_PLACES)}"]
    claim: dict[str, Any] = {"id": f"c{number}", "document": "doc", "kind": "reported"}
    if chance.random() < 0.5:
        hops = 2 if chance.random() < 1 / 3 else 1
        chain = [source["id"] for source in chance.sample(sources, hops)]
        claim["attribution"] = {"chain": chain, "basis": "stated"}
    if chance.random() < 0.5:
        qualifier, pattern = chance.choice(list(_QUALIFIERS.items()))
        value = round(10 ** chance.uniform(0.5, 4.5))
        measure, population = chance.choice(_MEASURES), chance.choice(_POPULATIONS)
        printed = pattern.format(f"{value:,}")
        words.append(f"with {printed} {measure}")
        figure = {
            "measure": measure,
            "words": printed,
            "qualifier": qualifier,
            "values": [value],
            "population": population,
        }
        claim["figures"] = [{key: value for key, value in figure.items() if value is not None}]
    if chance.random() < 0.2:
        term = chance.choice(_TERMS)
        words.append(f"and it is judged {term} to go on")
        claim["kind"] = "judgement"
        claim["likelihoods"] = [
            {"scale": "phia-2025", "scale_basis": "inferred", "term": term, "words": term}
        ]
    if chance.random() < 0.4:
        month, day = chance.randint(8, 12), chance.randint(1, 28)
        claim["when"] = [{"role": "event", "edtf": f"2024-{month:02}-{day:02}"}]
    quote = " ".join(words) + "."
    claim["summary"] = quote[:72].rstrip(" .")
    claim["evidence"] = {"start": at, "end": at + len(quote), "exact": quote}
    return claim, quote


def _row(claim: dict[str, Any]) -> list[str]:
    figure = claim.get("figures", [{}])[0]
    return [
        claim["id"],
        claim["kind"],
        claim["when"][0]["edtf"] if "when" in claim else "",
        " > ".join(claim.get("attribution", {}).get("chain", ())),
        f"{figure['measure']}: {figure['words']}" if figure else "",
        claim["likelihoods"][0]["term"] if "likelihoods" in claim else "",
        claim["evidence"]["exact"],
    ]
