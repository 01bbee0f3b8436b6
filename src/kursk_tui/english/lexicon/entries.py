"""Entries of the lexicon files, with one typed record for each file."""

from dataclasses import dataclass
from typing import Any

from kursk_tui.vocabulary import ClaimKind, NumberQualifier, TimeRole

Row = dict[str, Any]
"""An entry as the TOML file contains it."""


@dataclass(frozen=True, slots=True)
class Entry:
    """What all entries share: the name of the file, and the entry's id."""

    file: str
    id: str

    @property
    def rule(self) -> str:
        """The name that `draft --explain` shows."""
        return f"{self.file}/{self.id}"


@dataclass(frozen=True, slots=True)
class TriggerEntry(Entry):
    """What happened to people or things.

    `measure` may be "none". A `weak` entry gives way to any other trigger within reach. One that is
    `people_only` applies only next to a known word for people, and one that is `soldiers_only` next
    to a word for soldiers. `moves` is set for verbs whose
    subject can move ("have withdrawn"), and `has_participle` for those with a passive form.
    `counts` are the ids of the things that it happens to, instead of people.
    """

    measure: str
    weak: bool
    people_only: bool
    soldiers_only: bool
    moves: bool
    has_participle: bool
    counts: tuple[str, ...]

    @classmethod
    def of(cls, row: Row) -> "TriggerEntry":
        """Return the entry of a row of `measures.toml`."""
        needs = row.get("needs")
        return cls(
            "measures",
            row["id"],
            row["measure"],
            weak=row.get("weak", False),
            people_only=needs is not None,
            soldiers_only=needs == "soldiers",
            moves=row.get("moves", False),
            has_participle="done" in row,
            counts=tuple(row.get("counts", ())),
        )


@dataclass(frozen=True, slots=True)
class PeopleEntry(Entry):
    """Nouns for people, of one group."""

    group: str

    @classmethod
    def of(cls, row: Row) -> "PeopleEntry":
        """Return the entry of a row of `people.toml`."""
        return cls("people", row["id"], row["group"])


@dataclass(frozen=True, slots=True)
class ThingEntry(Entry):
    """Nouns that are not people: why a number next to one is set aside.

    The number of a `countable` thing may be a figure of the briefing.
    """

    reason: str
    countable: bool

    @classmethod
    def of(cls, row: Row) -> "ThingEntry":
        """Return the entry of a row of `things.toml`."""
        return cls("things", row["id"], row["reason"], row.get("countable", False))


@dataclass(frozen=True, slots=True)
class QualifierEntry(Entry):
    """Words that qualify a number."""

    qualifier: NumberQualifier

    @classmethod
    def of(cls, row: Row) -> "QualifierEntry":
        """Return the entry of a row of `qualifiers.toml`."""
        return cls("qualifiers", row["id"], row["op"])


@dataclass(frozen=True, slots=True)
class TermEntry(Entry):
    """A term of likelihood on some scales, or a level of analytic confidence."""

    term: str
    scales: tuple[str, ...]
    level: str
    on_scale: bool

    @classmethod
    def of(cls, row: Row) -> "TermEntry":
        """Return the entry of a row of `terms.toml`."""
        scales = tuple(row.get("scales", ()))
        level, on_scale = row.get("level", ""), row.get("on_scale", True)
        return cls("terms", row["id"], row.get("term", ""), scales, level, on_scale)


@dataclass(frozen=True, slots=True)
class JudgingEntry(Entry):
    """Words that decide the kind of claim that a sentence makes."""

    kind: ClaimKind

    @classmethod
    def of(cls, row: Row) -> "JudgingEntry":
        """Return the entry of a row of `judging.toml`."""
        return cls("judging", row["id"], row["kind"])


@dataclass(frozen=True, slots=True)
class AmountEntry(Entry):
    """Adjectives that state an amount without a number."""

    @classmethod
    def of(cls, row: Row) -> "AmountEntry":
        """Return the entry of a row of `wordings.toml`."""
        return cls("wordings", row["id"])


@dataclass(frozen=True, slots=True)
class TimeEntry(Entry):
    """Times that are not dates, and what they refer to."""

    role: TimeRole

    @classmethod
    def of(cls, row: Row) -> "TimeEntry":
        """Return the entry of a row of `wordings.toml`."""
        return cls("wordings", row["id"], row["role"])
