"""The annotated samples of drafting: where they are, and how to read one.

tests/drafting/samples/README.md describes the format.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

from kursk_tui.drafting.findings import Span

SAMPLES = Path(__file__).parents[1] / "tests" / "drafting" / "samples"
RULED = ("dev", "more", "own", "wars")
"""Folders that the rules were written for: drafting reads every item in them but a few."""
WHOLE_TEXTS = ("structure", "aside-1", "aside-2", "aside-3", "prose")
"""Folders of whole texts, annotated for structure, that rules may be written for."""

_TAG = re.compile(r"\[\[([A-Za-z]):([^|\]]*)\|([^\]]*)\]\]")
_NOTE = re.compile(r"([a-z]+)=(.+)")
_LINK = re.compile(r"(.+) #(\w+)")
_BREAK = "⏎"
_KINDS = {
    "E": "likelihood",
    "F": "figure",
    "D": "when",
    "A": "attribution",
    "S": "speaker",
    "L": "dateline",
    "N": "aside",
}
_POSITIONAL = {"E": 1, "F": 2, "D": 1, "A": 2}
_MODALITIES = frozenset({"asserted", "denied", "projected", "not asserted"})


class Link(NamedTuple):
    """What a figure is to the figure with a name; `kinds` are alternatives."""

    kinds: tuple[str, ...]
    name: str


@dataclass(frozen=True, slots=True)
class Gold:
    """An annotation: its kind, span and attributes. An optional one does not affect the score.

    `fields` are the attributes that every tag has, and `alternatives` the other values of each that
    are right as well. `notes` are the alternatives of each named attribute, `marks` those without a
    name, and `unscored` the names of what is not scored here.
    """

    kind: str
    start: int
    end: int
    fields: tuple[str, ...]
    optional: bool = False
    name: str = ""
    notes: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    marks: tuple[str, ...] = ()
    links: tuple[Link, ...] = ()
    unscored: frozenset[str] = frozenset()
    reaches: tuple[Span, ...] = ()
    alternatives: tuple[tuple[str, ...], ...] = ()

    @property
    def span(self) -> Span:
        """The characters of the annotation."""
        return self.start, self.end


@dataclass(frozen=True, slots=True)
class Sample:
    """A sample: its name, what its header states, the plain text and the annotations.

    `dateline` is the day that the text itself is to give; `structure` means that the sample is
    annotated for more than spans and values.
    """

    name: str
    text: str
    gold: list[Gold]
    day: str | None = None
    publisher: str | None = None
    dateline: str | None = None
    structure: bool = False


def sample_paths(*folders: str) -> list[Path]:
    """Return the samples of folders, in order; without a folder, those of RULED."""
    return [path for name in folders or RULED for path in sorted((SAMPLES / name).glob("*.ann"))]


def load(path: Path) -> Sample:
    """Read a sample."""
    header: dict[str, str] = {}
    paragraphs: list[list[str]] = [[]]
    for line in path.read_text("utf-8").splitlines():
        if line.startswith("# ") and ": " in line:
            key, _, value = line[2:].partition(": ")
            header[key] = value
        elif line.strip():
            paragraphs[-1].append(line.strip())
        elif paragraphs[-1]:
            paragraphs.append([])
    text, gold = _plain(paragraphs)
    return Sample(
        name=path.stem,
        text=text,
        gold=gold,
        day=header.get("date"),
        publisher=header.get("publisher"),
        dateline=header.get("dateline"),
        structure=header.get("structure") == "yes",
    )


def _plain(paragraphs: list[list[str]]) -> tuple[str, list[Gold]]:
    """Return the plain text of paragraphs, and the annotations."""
    text = ""
    gold: list[Gold] = []
    for lines in filter(None, paragraphs):
        text = f"{text.rstrip()}\n\n" if text else ""
        for nth, line in enumerate(lines):
            text += " " if nth and not text.endswith("\n") else ""
            text = _with_line(text, line.replace(_BREAK, "\n"), gold)
    return text, gold


def _with_line(text: str, line: str, gold: list[Gold]) -> str:
    """Return the text with a line, and add the annotations of the line."""
    start, at = len(text), 0
    tags: list[tuple[str, int, str, str]] = []
    for tag in _TAG.finditer(line):
        text += line[at : tag.start()]
        tags.append((tag[1], len(text), tag[2], tag[3].replace("\n", " ")))
        text += tag[2]
        at = tag.end()
        if tag[1] in "LN":
            start = len(text)
    text += line[at:]
    end = len(text.rstrip())
    gold += [_gold(text, (start, end), *tag) for tag in tags]
    if start < end:
        gold.append(Gold("sentence", start, end, ()))
    return text


def _gold(
    text: str, sentence: Span, letter: str, start: int, surface: str, attributes: str
) -> Gold:
    """Return the annotation of a tag of a sentence."""
    count = _POSITIONAL.get(letter.upper(), 1)
    given = attributes.split("|")
    fields, rest = given[:count], given[count:]
    links = tuple(Link(_alternatives(one[1]), one[2]) for one in map(_LINK.fullmatch, rest) if one)
    notes = {one[1]: _alternatives(one[2]) for one in map(_NOTE.fullmatch, rest) if one}
    plain = [one for one in rest if "#" not in one and "=" not in one]
    marks = tuple(mark for one in plain for mark in _alternatives(one))
    values = [(one,) if letter == "S" else _alternatives(one) for one in fields]
    return Gold(
        kind="confidence" if fields[0].startswith("conf.") else _KINDS[letter.upper()],
        start=start,
        end=start + len(surface),
        fields=(*(one[0] for one in values), *(one for one in marks if one in _MODALITIES)),
        optional=letter.islower(),
        name=next((one[1:] for one in rest if one.startswith("#")), ""),
        notes=notes,
        marks=marks,
        links=links,
        unscored=frozenset(one[:-1] for one in plain if one.endswith("?")),
        reaches=tuple(_located(text, sentence, one) for one in notes.get("reach", ())),
        alternatives=tuple(one[1:] for one in values),
    )


def _alternatives(value: str) -> tuple[str, ...]:
    return tuple(value.split(" / "))


def _located(text: str, sentence: Span, words: str) -> Span:
    """Return the span of words of a sentence; "…" stands for the words between two parts."""
    flat = text.replace("\n", " ")
    parts = words.split(" … ")
    first = at = flat.index(parts[0], *sentence)
    for part in parts:
        at = flat.index(part, at, sentence[1]) + len(part)
    return first, at


def sentences(sample: Sample) -> Iterator[Gold]:
    """Yield the sentences of a sample."""
    return (one for one in sample.gold if one.kind == "sentence")
