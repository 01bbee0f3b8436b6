"""The lexicons: TOML files beside this one, read once, every entry with an id."""

import tomllib
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

from kursk_tui.english.tokens import Phrases

_FOLDER = Path(__file__).parent


class Entry(NamedTuple):
    """An entry of a lexicon file: where it stands, its id, and its fields."""

    file: str
    id: str
    fields: dict[str, Any]

    @property
    def rule(self) -> str:
        """The name that --explain shows."""
        return f"{self.file}/{self.id}"


class Trigger(NamedTuple):
    """A word that says what happened to those counted: the entry, and how the word is used."""

    entry: Entry
    use: str

    @property
    def measure(self) -> str:
        """The measure, or "none"."""
        return str(self.entry.fields["measure"])

    @property
    def weak(self) -> bool:
        """Whether any other word in reach is to be preferred."""
        return bool(self.entry.fields.get("weak", False))

    @property
    def people_only(self) -> bool:
        """Whether it counts only where a known word for people stands by."""
        return self.entry.fields.get("needs") == "people"


class Lexicon:
    """All lexicons, as tables of phrases."""

    def __init__(self) -> None:
        measures = _read("measures")
        uses = ("done", "act", "befall", "noun", "describe")
        self.triggers: Phrases[tuple[Trigger, ...]] = _grouped(
            [
                (word, Trigger(entry, use))
                for entry in measures
                for use in uses
                for word in entry.fields.get(use, ())
            ]
        )
        people = _read("people")
        self.people = _phrases(people, "words")
        self.person = _phrases(people, "one")
        things = _read("things")
        self.things = _phrases(things, "words")
        self.numbered = frozenset(word for one in things for word in one.fields.get("before", ()))
        qualifiers = _read("qualifiers")
        self.before = _phrases(qualifiers, "before")
        self.after = _phrases(qualifiers, "after")
        self.amounts = _phrases(qualifiers, "verbs")
        self.terms = _phrases(_read("terms"), "words")
        self.judging = _phrases(_read("judging"), "words")
        wordings = _read("wordings")
        self.amounts_in_words = _phrases([one for one in wordings if one.id == "amount"], "words")
        self.times_in_words = _phrases([one for one in wordings if one.id != "amount"], "words")
        self.events = frozenset(word for one in wordings for word in one.fields.get("names", ()))


def _grouped(pairs: list[tuple[str, Trigger]]) -> Phrases[tuple[Trigger, ...]]:
    table: dict[str, tuple[Trigger, ...]] = {}
    for word, trigger in pairs:
        table[word] = (*table.get(word, ()), trigger)
    return Phrases(table.items())


def _phrases(entries: list[Entry], key: str) -> Phrases[Entry]:
    return Phrases((word, entry) for entry in entries for word in entry.fields.get(key, ()))


def _read(name: str) -> list[Entry]:
    with (_FOLDER / f"{name}.toml").open("rb") as file:
        raw = tomllib.load(file)
    return [Entry(name, one["id"], one) for one in raw["entry"]]


@cache
def lexicon() -> Lexicon:
    """Return the lexicons; the files are read when they are first needed."""
    return Lexicon()
