"""What a page states about itself: its title, publisher, date and address."""

import datetime
import json
import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from kursk_tui.documents.html_tree import Node
from kursk_tui.documents.marks import one_line
from kursk_tui.text.sanitize import find_unsafe

_TITLES = ("og:title", "twitter:title", "citation_title", "dc.title", "dcterms.title")
_PUBLISHERS = ("og:site_name", "citation_publisher", "dc.publisher", "dcterms.publisher")
_DATES = (
    *("article:published_time", "og:published_time", "datepublished", "citation_publication_date"),
    *("dc.date.issued", "dcterms.issued", "dc.date", "dcterms.date", "citation_date", "pubdate"),
    *("publishdate", "publish-date", "publication_date", "parsely-pub-date", "sailthru.date"),
    *("article.published", "date"),
)
_EDTF = re.compile(r"(\d{4})(?:[-/](\d{1,2})(?:[-/](\d{1,2}))?)?(?=$|[T\s])")
_URL = re.compile(r"https?://[^\s<>\"\\^`{|}]+")
_SAVED_FROM = re.compile(r"saved from url=\(\d+\)(\S+)|^\s*url:\s*(\S+)", re.MULTILINE)
_LONGEST = 1_000
_MOST_DATA = 10_000
"""The most values of structured data that are looked at."""


class Head(NamedTuple):
    """What a page states about itself; None for what it does not state."""

    title: str | None
    publisher: str | None
    date: str | None
    url: str | None
    other_dates: tuple[str, ...]


def head_of(root: Node) -> Head:
    """Return what a page states about itself, in its metadata."""
    stated = _metadata(root)
    data = list(_structured_data(root))
    dates = [*_dates(stated, data, root)]
    return Head(
        title=_first(_line(text) for text in _title_texts(stated, data, root)),
        publisher=_first(_line(text) for text in _publisher_texts(stated, data)),
        date=_first(dates),
        url=_first(text for text in _urls(stated, root) if _is_url(text)),
        other_dates=tuple(dict.fromkeys(date for date in dates if date != dates[0])),
    )


def _metadata(root: Node) -> dict[str, str]:
    found: dict[str, str] = {}
    for meta in root.iter("meta"):
        content = meta.get("content")
        for name in ("property", "name", "itemprop"):
            if (key := meta.get(name)) and content:
                found.setdefault(key.lower(), content)
    return found


def _structured_data(root: Node) -> Iterator[dict[str, object]]:
    """Yield the objects of the page's JSON-LD, the outer ones first."""
    waiting: list[object] = []
    for script in root.iter("script"):
        if (script.get("type") or "").strip().lower() == "application/ld+json":
            try:
                waiting.append(json.loads(script.text or ""))
            except (ValueError, RecursionError):
                continue
    for at, value in enumerate(waiting):  # which grows meanwhile
        if at > _MOST_DATA:
            return
        if isinstance(value, dict):
            yield value
            waiting += value.values()
        elif isinstance(value, list):
            waiting += value


def _title_texts(
    stated: dict[str, str], data: Iterable[dict[str, object]], root: Node
) -> Iterator[object]:
    yield from (stated.get(name) for name in _TITLES)
    yield from (one.get("headline") for one in data)
    yield from ("".join(title.itertext()) for title in root.iter("title"))


def _publisher_texts(stated: dict[str, str], data: Iterable[dict[str, object]]) -> Iterator[object]:
    yield from (stated.get(name) for name in _PUBLISHERS)
    for one in data:
        publisher = one.get("publisher")
        yield publisher.get("name") if isinstance(publisher, dict) else publisher


def _dates(stated: dict[str, str], data: Iterable[dict[str, object]], root: Node) -> Iterator[str]:
    texts: list[object] = [stated.get(name) for name in _DATES]
    texts += [one.get("datePublished") for one in data]
    texts += [
        time.get("datetime")
        for time in root.iter("time")
        if time.get("itemprop") == "datePublished" or time.get("pubdate") is not None
    ]
    yield from filter(None, map(_edtf, texts))


def _urls(stated: dict[str, str], root: Node) -> Iterator[str]:
    for link in root.iter("link"):
        if (link.get("rel") or "").lower() == "canonical":
            yield link.get("href") or ""
    yield stated.get("og:url", "")
    for node in root.iter():
        if not isinstance(node.tag, str) and (saved := _SAVED_FROM.search(node.text or "")):
            yield saved[1] or saved[2]


def _edtf(text: object) -> str | None:
    """Return a date as EDTF with the precision that it is stated with, or None."""
    found = _EDTF.match(text.strip()) if isinstance(text, str) else None
    if found is None:
        return None
    year, month, day = (int(part) if part else None for part in found.groups())
    try:
        stated = datetime.date(year or 0, month or 1, day or 1)
    except ValueError:
        return None
    return stated.isoformat()[: 10 if day else 7 if month else 4]


def _line(text: object) -> str | None:
    return one_line(text[:_LONGEST]) if isinstance(text, str) else None


def _is_url(text: str) -> bool:
    return len(text) <= _LONGEST and bool(_URL.fullmatch(text)) and find_unsafe(text) is None


def _first(values: Iterable[str | None]) -> str | None:
    return next((value for value in values if value), None)
