"""Verbs of saying and the other words that name a source: `saying.toml` and `sources.toml`."""

from dataclasses import dataclass
from functools import cache
from typing import Any, Literal, get_args

from kursk_tui.english.lexicon import table
from kursk_tui.english.tokens import Phrases
from kursk_tui.vocabulary import Stance

Need = Literal["", "claim", "falsehood", "that", "number", "as"]
"""What must be near a verb for it to be a verb of saying."""

Relay = Literal["", "origin", "last"]
"""Whether a source named with another is the origin of the words or the last to relay them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class VerbOfSaying:
    """A verb of saying; `saying.toml` describes each field."""

    sense: str
    stance: Stance
    anyone: bool
    ends_denial: bool
    forms: tuple[str, ...]
    nouns: frozenset[str]
    participle: str
    inverts: bool
    needs: Need
    not_next: frozenset[str]
    not_near: frozenset[str]
    unverified: tuple[str, ...]
    passive: tuple[str, ...]

    @property
    def rule(self) -> str:
        """The name of the rule that `--explain` shows."""
        return f"saying/{self.sense}"


@dataclass(frozen=True, slots=True)
class SourcePhrase:
    """A phrase before a source: "according to"."""

    id: str
    relay: Relay

    @property
    def rule(self) -> str:
        """The name of the rule that `--explain` shows."""
        return f"saying/{self.id}"


class SayingLexicon:
    """The words by which a text names its sources, as tables of phrases and sets of words."""

    def __init__(self) -> None:
        raw = table("saying")
        rows = tuple(_verb(row, raw["sense"][row["sense"]]) for row in raw["verb"])
        words = {name: frozenset(listed) for name, listed in raw["words"].items()}

        self.rows = rows
        self.verbs = Phrases((form, verb) for verb in rows for form in (*verb.forms, *verb.nouns))
        self.participles = Phrases((verb.participle, verb) for verb in rows if verb.participle)
        self.unverified = Phrases((form, verb) for verb in rows for form in verb.unverified)
        self.passive = Phrases((form, verb) for verb in rows for form in verb.passive)
        self.source_phrases = Phrases(
            (form, _phrase(row)) for row in raw["phrase"] for form in row["forms"]
        )
        self.hearsay = Phrases((form, form) for form in sorted(words["hearsay"]))

        self.rumours = words["rumours"]
        self.vague = words["vague"]
        self.claims = words["claims"]
        self.deniable = words["deniable"]
        self.falsehoods = words["falsehoods"]
        self.unwilling = words["unwilling"]
        self.answers = words["answers"]
        self.quoting = words["quoting"]
        self.reporting = words["reporting"]
        self.statements = words["statements"]
        self.between_negation = words["between_negation"]
        self.plans = words["plans"]
        self.not_saying = words["not_saying"]
        forms = {form for verb in rows for form in (*verb.forms, *verb.nouns)}
        self.asserting_forms = frozenset(
            form for verb in rows if verb.stance == "asserts" for form in (*verb.forms, *verb.nouns)
        )
        self.speaking_forms = self.not_saying | forms
        self.source_nouns = frozenset(
            word for entry in table("sources")["entry"] for word in entry["words"]
        )


def _verb(row: dict[str, Any], sense: dict[str, Any]) -> VerbOfSaying:
    needs = row.get("needs", "")
    if needs not in get_args(Need):
        raise ValueError(f"saying.toml: unknown need “{needs}” in {row}")
    return VerbOfSaying(
        sense=row["sense"],
        **sense,
        forms=tuple(row.get("forms", ())),
        nouns=frozenset(row.get("nouns", ())),
        participle=row.get("participle", ""),
        inverts=row.get("inverts", False),
        needs=needs,
        not_next=frozenset(row.get("not_next", ())),
        not_near=frozenset(row.get("not_near", ())),
        unverified=tuple(row.get("unverified", ())),
        passive=tuple(row.get("passive", ())),
    )


def _phrase(row: dict[str, Any]) -> SourcePhrase:
    return SourcePhrase(row["id"], row.get("relay", ""))


@cache
def saying() -> SayingLexicon:
    """Return the lexicon; the files are read when it is first needed."""
    return SayingLexicon()
