"""The lexicon: TOML files in this folder, each read once, when it is first needed.

Some files (numbers, calendar, grammar and others) are plain tables of words. The rest contain
entries with an id, which `draft --explain` shows.
"""

import tomllib
from collections.abc import Callable, Iterable
from fractions import Fraction
from functools import cache, cached_property
from pathlib import Path
from typing import Any, NamedTuple, TypeVar

from kursk_tui.english.lexicon.entries import (
    AmountEntry,
    JudgingEntry,
    PeopleEntry,
    QualifierEntry,
    Row,
    TermEntry,
    ThingEntry,
    TimeEntry,
    TriggerEntry,
)
from kursk_tui.english.tokens import Phrases

_FOLDER = Path(__file__).parent

Typed = TypeVar("Typed")


class Trigger(NamedTuple):
    """A word that says what happened to the people counted, and how the word is used."""

    entry: TriggerEntry
    use: str


class Lexicon:
    """Tables of phrases; each file is read when one of its tables is first used."""

    @cached_property
    def triggers(self) -> Phrases[tuple[Trigger, ...]]:
        """Words that say what happened to people: "killed", "deaths"."""
        return _triggers(row for row in _rows("measures") if "counts" not in row)

    @cached_property
    def triggers_of_things(self) -> Phrases[tuple[Trigger, ...]]:
        """Words that say what happened to buildings or equipment: "destroyed", "shot down"."""
        return _triggers(row for row in _rows("measures") if "counts" in row)

    @cached_property
    def happenings(self) -> Phrases[tuple[Trigger, ...]]:
        """Nouns for what happened to people, with "of" after them: "the capture of"."""
        return _triggers((row for row in _rows("measures") if "counts" not in row), ("of",))

    @cached_property
    def happenings_to_things(self) -> Phrases[tuple[Trigger, ...]]:
        """Nouns for what happened to buildings or equipment: "the destruction of"."""
        return _triggers((row for row in _rows("measures") if "counts" in row), ("of",))

    @cached_property
    def parted_verbs(self) -> dict[str, tuple[Phrases[Trigger], ...]]:
        """Verbs before people, with the words after the people: "left 300 people homeless"."""
        found: dict[str, tuple[Phrases[Trigger], ...]] = {}
        for row in _rows("measures"):
            trigger = Trigger(TriggerEntry.of(row), "parted")
            for pair in row.get("parted", ()):
                words = Phrases((one, trigger) for one in pair["words"])
                for verb in pair["verbs"]:
                    found[verb] = (*found.get(verb, ()), words)
        return found

    @cached_property
    def people(self) -> Phrases[PeopleEntry]:
        """Plural nouns for people."""
        return _phrases(_rows("people"), PeopleEntry.of, "words")

    @cached_property
    def person(self) -> Phrases[PeopleEntry]:
        """Singular nouns for people."""
        return _phrases(_rows("people"), PeopleEntry.of, "one")

    @cached_property
    def things(self) -> Phrases[ThingEntry]:
        """Nouns and units that a number refers to when it does not count people."""
        return _phrases(_rows("things"), ThingEntry.of, "words")

    @cached_property
    def numbered(self) -> frozenset[str]:
        """Nouns with a capital before an identifying number: "Unit 8241"."""
        return _words(_rows("things"), "before")

    @cached_property
    def numbered_in_lower_case(self) -> Phrases[ThingEntry]:
        """Nouns that need no capital there: "hill 117", but not "in the camp 300 died"."""
        return _phrases(_rows("things"), ThingEntry.of, "before_in_lower_case")

    @cached_property
    def qualifiers_before(self) -> Phrases[QualifierEntry]:
        """Qualifiers before a number."""
        return _phrases(_rows("qualifiers"), QualifierEntry.of, "before")

    @cached_property
    def qualifiers_after(self) -> Phrases[QualifierEntry]:
        """Qualifiers after a number."""
        return _phrases(_rows("qualifiers"), QualifierEntry.of, "after")

    @cached_property
    def qualifying_verbs(self) -> Phrases[QualifierEntry]:
        """Verbs that qualify the number after them: "deaths exceed 300"."""
        return _phrases(_rows("qualifiers"), QualifierEntry.of, "verbs")

    @cached_property
    def words_of_qualifiers(self) -> frozenset[str]:
        """The single words of all qualifiers."""
        phrases = (
            word
            for key in ("before", "after", "verbs")
            for word in _words(_rows("qualifiers"), key)
        )
        return frozenset(word for phrase in phrases for word in phrase.split())

    @cached_property
    def terms(self) -> Phrases[TermEntry]:
        """Terms of likelihood and of analytic confidence."""
        return _phrases(_rows("terms"), TermEntry.of, "words")

    @cached_property
    def judging(self) -> Phrases[JudgingEntry]:
        """Words that make a sentence a judgement or background."""
        return _phrases(_rows("judging"), JudgingEntry.of, "words")

    @cached_property
    def amounts_in_words(self) -> Phrases[AmountEntry]:
        """Adjectives that state an amount without a number: "heavy"."""
        return _phrases(
            [row for row in _rows("wordings") if row["id"] == "amount"], AmountEntry.of, "words"
        )

    @cached_property
    def times_in_words(self) -> Phrases[TimeEntry]:
        """Times that are not dates: "until recently"."""
        return _phrases([row for row in _rows("wordings") if "role" in row], TimeEntry.of, "words")

    @cached_property
    def events(self) -> frozenset[str]:
        """Last words of the names of events: "war"."""
        return _words(_rows("wordings"), "names")


_USES = ("done", "act", "befall", "noun", "describe")


def _triggers(rows: Iterable[Row], uses: Iterable[str] = _USES) -> Phrases[tuple[Trigger, ...]]:
    table: dict[str, tuple[Trigger, ...]] = {}
    for row in rows:
        entry = TriggerEntry.of(row)
        for use in uses:
            for word in row.get(use, ()):
                phrase = f"{word} of" if use == "of" else word
                table[phrase] = (*table.get(phrase, ()), Trigger(entry, use))
    return Phrases(table.items())


def _phrases(rows: Iterable[Row], entry: Callable[[Row], Typed], key: str) -> Phrases[Typed]:
    entries = [(entry(row), row.get(key, ())) for row in rows]
    return Phrases((word, one) for one, words in entries for word in words)


def _words(rows: Iterable[Row], key: str) -> frozenset[str]:
    return frozenset(word for row in rows for word in row.get(key, ()))


def _rows(name: str) -> list[Row]:
    rows: list[Row] = table(name)["entry"]
    return rows


@cache
def table(name: str) -> dict[str, Any]:
    """Return the contents of a lexicon file; `name` has no suffix."""
    with (_FOLDER / f"{name}.toml").open("rb") as file:
        return tomllib.load(file)


def word_set(file: str, *keys: str) -> frozenset[str]:
    """Return the words of the list that `keys` lead to in a file."""
    return frozenset(_listed(file, keys))


@cache
def word_endings(file: str, *keys: str) -> tuple[str, ...]:
    """Return the beginnings or endings of words that `keys` lead to, for `str.endswith`."""
    return tuple(sorted(word_set(file, *keys)))


@cache
def measure_words(measure: str) -> frozenset[str]:
    """Return the words for what a measure counts, in all forms: "killed", "deaths", "died"."""
    rows = (row for row in _rows("measures") if row["measure"] == measure)
    return frozenset(word for row in rows for use in _USES for word in row.get(use, ()))


_USES = ("done", "act", "befall", "noun", "describe")


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
