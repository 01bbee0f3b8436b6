"""Which words of a text name the same source: acronyms, last names, pronouns, spokespeople.

What the text establishes is joined: an acronym next to its name, a last name, "the ministry" if one
ministry is a source. A spokesperson and the body, or a report and its publisher, are a guess.
"""

import re
from collections import deque
from collections.abc import Container, Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from kursk_tui.drafting.attribution.source_names import (
    Sort,
    SourceName,
    defined_acronyms,
    head,
    is_personal,
    parsed,
    sort_of,
)
from kursk_tui.drafting.findings import AttributionFinding, SentenceFindings
from kursk_tui.english.function_words import OBJECT_PRONOUNS
from kursk_tui.english.lexicon import lexicon, word_set
from kursk_tui.english.lexicon.verbs_of_saying import saying
from kursk_tui.english.tokens import tokenize

PRONOUN = "pronoun source"
"""The flag of a pronoun as a source."""

AMBIGUOUS = "ambiguous pronoun"
"""The flag of a pronoun that may refer to several people."""

AUTHOR = "the author"
"""The flag of "we", which refers to the author of the text."""

_REMEMBERED = 20  # sources that a pronoun may refer to
_NEAR = 3  # sentences in which another person may be meant
QUOTED = "inside a quotation"
"""The flag of a source inside a quotation."""

_SPEAKS_FOR = "speaks for another source"
_JOINED = "joined with another source"
_DEFINITE = re.compile(r"(?:the|this|that)\s+(?P<noun>[a-z]+(?: [a-z]+)?)$", re.IGNORECASE)
_BY = re.compile(r" (?:by|from|of|for) (?:the )?(?P<body>.+)$")
_CAPITALS = re.compile(r"(?P<body>[A-Z][\w.-]*(?: [A-Z][\w.-]*)*)")
_LAST_WORD = re.compile(r"(?P<body>[a-z]+)(?:['’]s)?$")
_PERSON = re.compile(r"(?:[A-Z][\w’'-]+\.? )+[A-Z][\w’'-]+")
_CAPITAL_LETTERS = re.compile(r"\b[A-Z]{2,11}\b")
_DEPENDENT = re.compile(r"^\s*(?:that\s+)?$|\b(?:although|though|because|since|when|that|as)\s+$")
_BODIES = frozenset({"organization", "organisation", "agency", "body"})
_IN_A_PLACE = re.compile(r"\b(?:the|in|at|of|from|near|on|off|over|across|outside|around)\s+$")
_NO_PEOPLE = word_set("drafting", "places", "kinds") | word_set("drafting", "places", "others")
_REFERS: dict[str, frozenset[Sort]] = {
    "it": frozenset({"body", "document", "unknown"}),
    "they": frozenset({"people", "body", "unknown"}),
}


class _Joined(NamedTuple):
    """The words of the source that others refer to, and how sure that is."""

    source: str
    sure: bool
    inferred: bool = False


def same_sources(
    text: str, found: Sequence[SentenceFindings], publisher: str | None
) -> Iterator[SentenceFindings]:
    """Yield the sentences; each source has the name by which the text knows it.

    A pronoun, and "we" for the author, has the name that it refers to, as a guess.
    """
    names = _Names(text, [item for one in found for item in one.attributions])
    pronouns = _Pronouns(text)
    for one in found:
        resolved = []
        for item in one.attributions:
            if PRONOUN in item.flags and QUOTED in item.flags:
                resolved.append(
                    replace(item, tier="guess")
                )  # it refers to what the speaker has in mind
            elif PRONOUN in item.flags:
                referred = pronouns.resolved(item)
                if not _repeats(text, referred, resolved):
                    resolved.append(referred)
            elif AUTHOR in item.flags:
                resolved.append(replace(item, source=publisher or item.source, inferred=True))
            else:
                resolved.append(joined := names.joined(item))
                pronouns.saw(joined)
        yield replace(one, attributions=tuple(resolved))
        pronouns.ended(one.sentence.start)


def _repeats(text: str, item: AttributionFinding, before: Sequence[AttributionFinding]) -> bool:
    """Return whether a pronoun only repeats the source: "a nurse said she had counted 19"."""
    return item.stance == "asserts" and any(
        one.source == item.source
        and one.stance == "asserts"
        and _DEPENDENT.search(text[one.cue_span[1] : item.start])
        for one in before
    )


class _Names:
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
        if name.short:
            self._known.setdefault(name.short.casefold(), words)
        if name.last is not None:
            self._persons.setdefault(name.last, {})[name.key] = words
        kinds = (head(part) for part in (name.kind or "").split(", "))
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

    def _same(self, words: str, at: int) -> _Joined | None:
        name = parsed(words)
        full = self._acronyms.get(name.name)
        if full is not None and (known := self._known.get(full.casefold())):
            return _Joined(f"{parsed(known).name} ({name.name})", sure=True)
        if (person := self._person(name)) is not None:
            return _Joined(person, sure=True)
        if (definite := _DEFINITE.match(words)) and (one := self._definite(definite["noun"], at)):
            person = self._person(parsed(one))
            return self._behind(parsed(one), at) or _Joined(person or one, sure=True, inferred=True)
        if definite and definite["noun"].casefold() in _BODIES and (one := self._only_body(at)):
            return _Joined(one, sure=False)
        return self._behind(name, at)

    def _person(self, name: SourceName) -> str | None:
        """Return the one person with a last name, or None."""
        persons = self._persons.get(name.key, {}) if " " not in name.name else {}
        return next(iter(persons.values())) if len(persons) == 1 else None

    def _definite(self, noun: str, at: int) -> str | None:
        """Return the one source before that "the ministry" refers to, or None."""
        heads = self._heads.get(noun.split(" ")[-1].casefold(), {})
        before = [key for key, first in heads.items() if first < at]
        full = [key for key in before if not any(other.endswith(f" {key}") for other in before)]
        before = full or before
        if len(before) != 1 or before[0] == noun.casefold():
            return None
        words = self._known[before[0]]
        return words if f" {noun.casefold()}" in f" {words.casefold()}" else None

    def _only_body(self, at: int) -> str | None:
        """Return the acronym before that "the organization" refers to, if there is only one."""
        shorts = {one.group() for one in _CAPITAL_LETTERS.finditer(self._text, 0, at)}
        return self._known.get(next(iter(shorts)).casefold()) if len(shorts) == 1 else None

    def _behind(self, name: SourceName, at: int) -> _Joined | None:
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
                return _Joined(known, sure=False)
        return None


class _Pronouns:
    """What pronouns refer to: the source named last that fits, unless another person may be."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._seen: deque[AttributionFinding] = deque(maxlen=_REMEMBERED)
        self._recent: deque[int] = deque(maxlen=_NEAR)

    def saw(self, item: AttributionFinding) -> None:
        """Record a source that is named."""
        if item.source is not None:
            self._seen.append(item)

    def ended(self, start: int) -> None:
        """Record where a sentence begins that has been read."""
        self._recent.append(start)

    def resolved(self, item: AttributionFinding) -> AttributionFinding:
        """Return the attribution of a pronoun with the name that it refers to."""
        pronoun = self._text[item.start : item.end].lower()
        pronoun = OBJECT_PRONOUNS.get(pronoun, pronoun)
        item = replace(item, tier="guess", inferred=True)
        if pronoun in ("he", "she"):
            return self._person(item)
        if self._is_of_the_sentence(item):
            return replace(item, flags=(*item.flags, AMBIGUOUS))
        last = self._last(_REFERS.get(pronoun, frozenset()))
        return replace(item, source=last.source) if last else item

    def _is_of_the_sentence(self, item: AttributionFinding) -> bool:
        """Return whether "them" may be people whom the same sentence mentions before."""
        words = self._text[item.start : item.end].lower()
        start = max(self._text.rfind(". ", 0, item.start), 0)
        tokens = tokenize(self._text, start, item.start)
        people = any(lexicon().people.starting(tokens, at) for at in range(len(tokens)))
        return words == "them" and people

    def _last(self, sorts: Container[Sort]) -> AttributionFinding | None:
        """Return the source named last that is of one of the sorts."""
        return next(
            (one for one in reversed(self._seen) if sort_of(one.source or "") in sorts), None
        )

    def _person(self, item: AttributionFinding) -> AttributionFinding:
        """Return the attribution of "he": a person, or else a name that may be one.

        No one is named if the text names another person after that. A name that may be one is only
        a doubt, since a text gives a person more than a last name at first.
        """
        maybe = self._last(("person", "unknown"))
        last = next((one for one in reversed(self._seen) if _is_person(one)), None) or maybe
        start = self._recent[0] if self._recent else 0
        if last is not None:
            start = max(start, last.end, last.cue_span[1])
        others = [one for one in self._persons(start, item.start) if not _is_part(one, last)]
        candidates = [*([last.source] if last else []), *dict.fromkeys(others)]
        if len(candidates) > 1 or maybe is not last:
            item = replace(item, flags=(*item.flags, AMBIGUOUS))
        return replace(item, source=candidates[0]) if len(candidates) == 1 else item

    def _persons(self, start: int, end: int) -> Iterator[str]:
        """Yield the names of people in a part of the text."""
        for each in _PERSON.finditer(self._text, start, end):
            if _IN_A_PLACE.search(self._text, max(0, each.start() - 12), each.start()):
                continue
            name = parsed(each.group())
            words = name.name.split()
            if words[-1].casefold() in _NO_PEOPLE:
                continue  # "Infantry Division", "Kesh Road"
            if is_personal(words) and (" " in name.name or name.kind):
                yield each.group()


def _is_person(one: AttributionFinding) -> bool:
    """Return whether a source is a person, or has the first and last name of one."""
    words = one.source or ""
    named = parsed(words).last is not None and not words.lower().startswith("the ")
    return sort_of(words) == "person" or (sort_of(words) == "unknown" and named)


def _is_part(name: str, source: AttributionFinding | None) -> bool:
    return source is not None and parsed(name).name in (source.source or "")
