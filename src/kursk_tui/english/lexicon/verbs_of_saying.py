"""Verbs of saying and the other words that name a source: `saying.toml` and `sources.toml`."""

from dataclasses import dataclass
from functools import cache
from typing import Any, Literal, get_args

from kursk_tui.english.lexicon import table
from kursk_tui.english.tokens import Phrases
from kursk_tui.vocabulary import Stance

Need = Literal[
    "claim",
    "falsehood",
    "that",
    "clause",
    "number",
    "amount",
    "next",
    "figure",
    "people",
    "tag",
    "toll",
    "quotation",
    "fact",
    "state",
    "as",
    "of",
    "on",
    "to",
]
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
    needs: tuple[Need, ...]
    not_next: frozenset[str]
    not_near: frozenset[str]
    unverified: tuple[str, ...]
    denied: tuple[str, ...]
    passive: tuple[str, ...]
    agent: tuple[str, ...]
    counts: bool
    documents: bool

    @property
    def rule(self) -> str:
        """The name of the rule that `--explain` shows."""
        return f"saying/{self.sense}"


@dataclass(frozen=True, slots=True)
class SourcePhrase:
    """A phrase before a source: "according to"."""

    id: str
    relay: Relay
    document: bool = False
    known: bool = False

    @property
    def rule(self) -> str:
        """The name of the rule that `--explain` shows."""
        return f"saying/{self.id}"


class SayingLexicon:
    """The words by which a text names its sources, as tables of phrases and sets of words."""

    def __init__(self) -> None:
        raw = table("saying")
        self._add_verbs(tuple(_verb(row, raw["sense"][row["sense"]]) for row in raw["verb"]))
        self.source_phrases = Phrases(
            (form, _phrase(row)) for row in raw["phrase"] for form in row["forms"]
        )
        self._add_words({name: frozenset(listed) for name, listed in raw["words"].items()})
        self._add_asides(raw["words"]["asides_of_verbs"])
        self._add_cues()
        self._add_sources(table("sources"))

    def _add_verbs(self, rows: tuple[VerbOfSaying, ...]) -> None:
        self.rows = rows
        self.verbs = Phrases((form, verb) for verb in rows for form in (*verb.forms, *verb.nouns))
        self.participles = Phrases((verb.participle, verb) for verb in rows if verb.participle)
        self.unverified = frozenset(form for verb in rows for form in verb.unverified)
        self.denied = frozenset(form for verb in rows for form in verb.denied)
        self.agents = Phrases((form, verb) for verb in rows for form in verb.agent)
        self.passive = Phrases((form, verb) for verb in rows for form in verb.passive)
        self.asserting_forms = frozenset(
            form for verb in rows if verb.stance == "asserts" for form in (*verb.forms, *verb.nouns)
        )

    def _add_words(self, words: dict[str, frozenset[str]]) -> None:
        self.hearsay = Phrases((form, form) for form in sorted(words["hearsay"]))
        self.rumours = words["rumours"]
        self.vague = words["vague"]
        self.claims = words["claims"]
        self.tolls = words["tolls"]
        self.judgements = words["judgements"]
        self.evaded = words["evaded"]
        self.harmed = words["harmed"]
        self.patients = words["patients"]
        self.deniable = words["deniable"]
        self.falsehoods = words["falsehoods"]
        self.unwilling = words["unwilling"]
        self.indefinite = words["indefinite"]
        self.asked_for = words["asked_for"]
        self.answers = words["answers"]
        self.quoting = words["quoting"]
        self.reporting = words["reporting"]
        self.statements = words["statements"]
        self.between_negation = words["between_negation"]
        self.negative_subjects = words["negative_subjects"]
        self.not_negative = words["not_negative"]
        self.baseless = words["baseless"]
        self.perceived = words["perceived"]
        self.accounts = words["accounts"]
        self.views = words["views"]
        self.replies = words["replies"]
        self.blunt = words["blunt"]
        self.statements_of = words["statements_of"]
        self.before_accounts = words["before_accounts"]
        self.denials_of = words["denials_of"]
        self.silent = words["silent"]
        self.methods = words["methods"]
        self.plans = words["plans"]
        self.not_saying = words["not_saying"]
        self.unanswered = words["unanswered"]
        self.asked = words["asked"]
        self.withheld = words["withheld"]
        self.establishing = words["establishing"]
        self.trying = words["trying"]
        self.data = words["data"]

    def _add_asides(self, phrases: list[str]) -> None:
        self.asides_of_verbs = tuple(tuple(phrase.split()) for phrase in phrases)
        self.asides_ending: dict[str, list[tuple[str, ...]]] = {}
        for aside in self.asides_of_verbs:
            self.asides_ending.setdefault(aside[-1], []).append(aside)

    def _add_cues(self) -> None:
        """Add the first words of everything that names a source; needs all other words."""
        checked = table("drafting")["assertion"]
        self.checking = frozenset(checked["checking"])
        self.checked = frozenset(checked["reports"]) | frozenset(checked["rumours"])
        self.cues = frozenset().union(
            *(self.hearsay.openings, self.source_phrases.openings, self.participles.openings),
            *(self.unverified, self.denied, self.unanswered, self.evaded, self.answers),
            *(self.checking, self.establishing, self.withheld),
            *(self.statements_of, self.denials_of),
            *(table("grammar")["be"], {"as", "by", "on", "in", "if", "our", "my"}),
        )
        forms = {form for verb in self.rows for form in (*verb.forms, *verb.nouns)}
        self.speaking_forms = self.not_saying | forms

    def _add_sources(self, sources: dict[str, Any]) -> None:
        nouns = {entry["id"]: frozenset(entry["words"]) for entry in sources["entry"]}
        self.source_nouns = frozenset(word for listed in nouns.values() for word in listed)
        self.person_nouns = nouns["person"]
        self.people_nouns = nouns["people"]
        self.body_nouns = nouns["body"]
        self.document_nouns = nouns["document"]
        self.titles = frozenset(sources["words"]["titles"])
        self.honorifics = frozenset(sources["words"]["honorifics"])
        self.before_names = self.titles | self.honorifics | self.person_nouns
        honorifics: dict[str, list[str]] = sources["honorific"]
        self.honorific_nouns = {
            word: noun for noun, listed in honorifics.items() for word in listed
        }
        self.female = frozenset(sources["words"]["female"])
        self.male = frozenset(sources["words"]["male"])
        self.spokespeople = frozenset(sources["words"]["spokespeople"])


def _verb(row: dict[str, Any], sense: dict[str, Any]) -> VerbOfSaying:
    needs = row.get("needs", ())
    needs = (needs,) if isinstance(needs, str) else tuple(needs)
    if not set(needs) <= set(get_args(Need)):
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
        denied=tuple(row.get("denied", ())),
        passive=tuple(row.get("passive", ())),
        agent=tuple(row.get("agent", ())),
        counts=row.get("counts", False),
        documents=row.get("documents", False),
    )


def _phrase(row: dict[str, Any]) -> SourcePhrase:
    return SourcePhrase(
        row["id"], row.get("relay", ""), row.get("document", False), row.get("known", False)
    )


@cache
def saying() -> SayingLexicon:
    """Return the lexicon; the files are read when it is first needed."""
    return SayingLexicon()
