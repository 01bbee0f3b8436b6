"""The lexicon: TOML files in this folder, each read once, when it is first needed.

Some files (numbers, calendar, grammar and others) are plain tables of words. The rest contain
entries with an id, which `draft --explain` shows.
"""

import tomllib
from collections.abc import Iterable
from fractions import Fraction
from functools import cache, cached_property
from pathlib import Path
from typing import Any, NamedTuple

from kursk_tui.english.tokens import Phrases

_FOLDER = Path(__file__).parent


class Entry(NamedTuple):
    """An entry of a lexicon file: the name of the file, the entry's id, and its fields."""

    file: str
    id: str
    fields: dict[str, Any]

    @property
    def rule(self) -> str:
        """The name that `draft --explain` shows."""
        return f"{self.file}/{self.id}"


class Trigger(NamedTuple):
    """A word that says what happened to the people counted, and how the word is used."""

    entry: Entry
    use: str

    @property
    def measure(self) -> str:
        """The measure, or "none"."""
        return str(self.entry.fields["measure"])

    @property
    def weak(self) -> bool:
        """Whether any other trigger within reach takes precedence."""
        return bool(self.entry.fields.get("weak", False))

    @property
    def people_only(self) -> bool:
        """Whether it applies only next to a known word for people."""
        return self.entry.fields.get("needs") == "people"


class Lexicon:
    """Tables of phrases; each file is read when one of its tables is first used."""

    @cached_property
    def triggers(self) -> Phrases[tuple[Trigger, ...]]:
        """Words that say what happened to people: "killed", "deaths"."""
        uses = ("done", "act", "befall", "noun", "describe")
        table: dict[str, tuple[Trigger, ...]] = {}
        for entry in _entries("measures"):
            for use in uses:
                for word in entry.fields.get(use, ()):
                    table[word] = (*table.get(word, ()), Trigger(entry, use))
        return Phrases(table.items())

    @cached_property
    def people(self) -> Phrases[Entry]:
        """Plural nouns for people."""
        return _phrases(_entries("people"), "words")

    @cached_property
    def person(self) -> Phrases[Entry]:
        """Singular nouns for people."""
        return _phrases(_entries("people"), "one")

    @cached_property
    def things(self) -> Phrases[Entry]:
        """Nouns and units that a number refers to when it does not count people."""
        return _phrases(_entries("things"), "words")

    @cached_property
    def numbered(self) -> frozenset[str]:
        """Nouns with a capital before an identifying number: "Unit 8241"."""
        return _words(_entries("things"), "before")

    @cached_property
    def numbered_in_lower_case(self) -> Phrases[Entry]:
        """Nouns that need no capital there: "hill 117", but not "in the camp 300 died"."""
        return _phrases(_entries("things"), "before_in_lower_case")

    @cached_property
    def qualifiers_before(self) -> Phrases[Entry]:
        """Qualifiers before a number."""
        return _phrases(_entries("qualifiers"), "before")

    @cached_property
    def qualifiers_after(self) -> Phrases[Entry]:
        """Qualifiers after a number."""
        return _phrases(_entries("qualifiers"), "after")

    @cached_property
    def qualifying_verbs(self) -> Phrases[Entry]:
        """Verbs that qualify the number after them: "deaths exceed 300"."""
        return _phrases(_entries("qualifiers"), "verbs")

    @cached_property
    def terms(self) -> Phrases[Entry]:
        """Terms of likelihood and of analytic confidence."""
        return _phrases(_entries("terms"), "words")

    @cached_property
    def judging(self) -> Phrases[Entry]:
        """Words that make a sentence a judgement or background."""
        return _phrases(_entries("judging"), "words")

    @cached_property
    def amounts_in_words(self) -> Phrases[Entry]:
        """Adjectives that state an amount without a number: "heavy"."""
        return _phrases([one for one in _entries("wordings") if one.id == "amount"], "words")

    @cached_property
    def times_in_words(self) -> Phrases[Entry]:
        """Times that are not dates: "until recently"."""
        return _phrases([one for one in _entries("wordings") if one.id != "amount"], "words")

    @cached_property
    def events(self) -> frozenset[str]:
        """Last words of the names of events: "war"."""
        return _words(_entries("wordings"), "names")


def _phrases(entries: list[Entry], key: str) -> Phrases[Entry]:
    return Phrases((word, entry) for entry in entries for word in entry.fields.get(key, ()))


def _words(entries: list[Entry], key: str) -> frozenset[str]:
    return frozenset(word for one in entries for word in one.fields.get(key, ()))


@cache
def _entries(name: str) -> list[Entry]:
    return [Entry(name, one["id"], one) for one in table(name)["entry"]]


@cache
def table(name: str) -> dict[str, Any]:
    """Return the contents of a lexicon file; `name` has no suffix."""
    with (_FOLDER / f"{name}.toml").open("rb") as file:
        return tomllib.load(file)


def word_set(file: str, *keys: str) -> frozenset[str]:
    """Return the words of the list that `keys` lead to in a file."""
    return frozenset(_listed(file, keys))


def phrase_set(file: str, *keys: str) -> frozenset[tuple[str, ...]]:
    """Return the phrases of the list that `keys` lead to in a file, as tuples of words."""
    return frozenset(tuple(phrase.split()) for phrase in _listed(file, keys))


def _listed(file: str, keys: Iterable[str]) -> list[str]:
    found: Any = table(file)
    for key in keys:
        found = found[key]
    return [str(word) for word in found]


def word_values(file: str, key: str) -> dict[str, int]:
    """Return a table that maps words to whole numbers."""
    return {word: int(value) for word, value in table(file)[key].items()}


def word_fractions(file: str, key: str) -> dict[str, Fraction]:
    """Return a table that maps words to fractions, which the file writes as "1/2"."""
    return {word: Fraction(value) for word, value in table(file)[key].items()}


@cache
def lexicon() -> Lexicon:
    """Return the lexicon; its files are read when they are first needed."""
    return Lexicon()
