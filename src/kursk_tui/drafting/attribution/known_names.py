"""The names of the sources of a text: which words stand for one that the text names in full."""

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from kursk_tui.drafting.attribution.source_names import (
    SourceName,
    defined_acronyms,
    head,
    parsed,
)
from kursk_tui.drafting.findings import AttributionFinding
from kursk_tui.english.lexicon.verbs_of_saying import saying

PRONOUN = "pronoun source"
"""The flag of a pronoun as a source."""

AUTHOR = "the author"
"""The flag of "we", which refers to the author of the text."""

_MINISTRY = re.compile(r"(ministry|department|directorate) of (?:the )?(\w+)")
_SPEAKS_FOR = "speaks for another source"
_JOINED = "joined with another source"
_DEFINITE = re.compile(r"(?:the|this|that)\s+(?P<noun>[a-z]+(?: [a-z]+)?)$", re.IGNORECASE)
_BY = re.compile(r" (?:by|from|of|for) (?:the )?(?P<body>.+)$")
_CAPITALS = re.compile(r"(?P<body>[A-Z][\w.-]*(?: [A-Z][\w.-]*)*)")
_LAST_WORD = re.compile(r"(?P<body>[a-z]+)(?:['’]s)?$")
_CAPITAL_LETTERS = re.compile(r"\b[A-Z]{2,11}\b")
_TITLE = 20
_ENDS = frozenset('.!?”"')
_BODIES = frozenset({"organization", "organisation", "agency", "body"})


def _canonical(key: str) -> str:
    """Return "health ministry" for "ministry of health"."""
    found = _MINISTRY.fullmatch(key)
    return f"{found[2]} {found[1]}" if found else key


class Joined(NamedTuple):
    """The words of the source that others refer to, and how sure that is."""

    source: str
    sure: bool
    inferred: bool = False


class Names:
    """The names of all sources of a text."""

    def __init__(self, text: str, found: Sequence[AttributionFinding]) -> None:
        self._text = text
        self._acronyms = defined_acronyms(text)
        self._known: dict[str, str] = {}  # words by name or acronym
        self._persons: dict[str, dict[str, str]] = {}  # words by last name and name
        self._heads: dict[str, dict[str, int]] = {}  # where a name first is, by noun and name
        for one in found:
            if one.source is not None and not {PRONOUN, AUTHOR}.intersection(one.flags):
                self._add(one.source, one.start)
        for short, full in self._acronyms.items():
            if short.casefold() in self._known:
                self._known.setdefault(full.casefold(), f"{full} ({short})")

    def _add(self, words: str, at: int) -> None:
        name = parsed(words)
        self._known.setdefault(name.key, words)
        self._known.setdefault(_canonical(name.key), words)
        if name.short:
            self._known.setdefault(name.short.casefold(), words)
        if name.last is not None:
            self._persons.setdefault(name.last, {})[name.key] = words
        kinds = [head(part) for part in (name.kind or "").split(", ")]
        kinds += [
            saying().honorific_nouns.get(word.casefold().rstrip("."), "")
            for word in words.split()[:2]
        ]
        for noun in {head(name.name), *kinds} - {""}:
            self._heads.setdefault(noun, {}).setdefault(name.key, at)

    def joined(self, item: AttributionFinding) -> AttributionFinding:
        """Return an attribution with the name that the text knows its source by."""
        if item.source is None or item.stance == "unsourced":
            return item
        same = self._same(item.source, item.start)
        if same is None:
            kind = parsed(item.source).kind
            speaks = kind is not None and self._behind(SourceName(kind), item.start) is not None
            return replace(item, flags=(*item.flags, _SPEAKS_FOR)) if speaks else item
        if same.sure:
            return replace(item, source=same.source, inferred=same.inferred)
        flags = (*item.flags, _JOINED)
        return replace(item, source=same.source, tier="guess", flags=flags, inferred=True)

    def _same(self, words: str, at: int) -> Joined | None:
        name = parsed(words)
        full = self._acronyms.get(name.name)
        if full is not None and (known := self._known.get(full.casefold())):
            return Joined(f"{parsed(known).name} ({name.name})", sure=True)
        if (person := self._person(name)) is not None:
            return Joined(person, sure=True)
        if (full_name := self._mentioned(words, name.name, at)) is not None:
            return Joined(full_name, sure=True, inferred=True)
        ministry = self._known.get(_canonical(name.key))
        if ministry is not None and parsed(ministry).key != name.key and not name.short:
            return Joined(ministry, sure=True)
        if (definite := _DEFINITE.match(words)) and (one := self._definite(definite["noun"], at)):
            person = self._person(parsed(one))
            return self._behind(parsed(one), at) or Joined(person or one, sure=True, inferred=True)
        if definite and definite["noun"].casefold() in _BODIES and (one := self._only_body(at)):
            return Joined(one, sure=False)
        return self._behind(name, at)

    def _person(self, name: SourceName) -> str | None:
        """Return the one person with a last name, or None."""
        persons = self._persons.get(name.key, {}) if " " not in name.name else {}
        return next(iter(persons.values())) if len(persons) == 1 else None

    def _mentioned(self, words: str, last: str, at: int) -> str | None:
        """Return the full name before that "Dr. Lund" repeats: "Dr. Hanna Lund runs the clinic"."""
        known = saying().honorifics | saying().titles
        title = words.partition(" ")[0].rstrip(".").casefold()
        if title not in known or " " in last or self._persons.get(last.casefold()):
            return None
        full = re.compile(rf"\b(?P<given>[A-Z][\w’'-]+) {re.escape(last)}\b")
        found = set()
        for match in full.finditer(self._text, 0, at):
            before = self._text[max(0, match.start() - _TITLE) : match.start()].split()
            title = before[-1].rstrip(".").casefold() if before else ""
            inside = title in known or (before[-1:] != [] and before[-1][-1] not in _ENDS)
            if inside and match["given"].casefold() not in known:
                found.add(match.group())
        return next(iter(found)) if len(found) == 1 else None

    def _definite(self, noun: str, at: int) -> str | None:
        """Return the one source before that "the ministry" refers to, or None."""
        heads = self._heads.get(noun.split(" ")[-1].casefold(), {})
        before = [key for key, first in heads.items() if first < at]
        full = [key for key in before if not any(other.endswith(f" {key}") for other in before)]
        before = full or before
        if len(before) != 1 or before[0] == noun.casefold():
            return None
        words = self._known[before[0]]
        titled = noun.casefold() in saying().honorific_nouns.values()
        return words if titled or f" {noun.casefold()}" in f" {words.casefold()}" else None

    def _only_body(self, at: int) -> str | None:
        """Return the acronym before that "the organization" refers to, if there is only one."""
        shorts = {match.group() for match in _CAPITAL_LETTERS.finditer(self._text, 0, at)}
        return self._known.get(next(iter(shorts)).casefold()) if len(shorts) == 1 else None

    def _behind(self, name: SourceName, at: int) -> Joined | None:
        """Return the body that a spokesperson or a report speaks for, if it is a source as well."""
        noun = head(name.name)
        if noun not in saying().spokespeople | saying().document_nouns:
            return None
        by = _BY.search(name.name)
        before = name.name[: name.name.casefold().index(noun)].rstrip()
        own = _CAPITALS.search(before) or _LAST_WORD.search(before)
        for body in (by and by["body"], own and own["body"]):
            known = body and (self._known.get(body.casefold()) or self._definite(body, at))
            if body and known and body.casefold() != name.key:
                return Joined(known, sure=False)
        return None
