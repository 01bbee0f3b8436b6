"""Names of sources: the name itself, its acronym, and what the words say of a person."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

from kursk_tui.english.function_words import NAME_PARTICLES, PREPOSITIONS
from kursk_tui.english.lexicon import lexicon
from kursk_tui.english.lexicon.verbs_of_saying import saying
from kursk_tui.english.tokens import tokenize

Sort = Literal["person", "people", "body", "document", "unknown"]
"""What a source is, as far as its words say it."""

_ACRONYM = re.compile(r"\s*\(([A-Z][A-Za-z.&-]{1,11})\)")
_KNOWN_AS = re.compile(r",?\s+(?:also )?known as (?:the )?([A-Z][\w.&-]{1,11})$")
_ARTICLE = re.compile(r"^(?:the|a|an)\s+", re.IGNORECASE)
_SEVERAL = re.compile(r"\b(?:and|nor|&)\b")
_SERIES = re.compile(r",.*(?:, and |\band (?:the|an?|its|his|her|their) )")
_RELATIVE = re.compile(r",? (?:who|which|whose|whom|that|where) .*$")
_AFTER_NOUN = re.compile(
    r",| \w+ed (?:on|by|in|to|for|with|at|from) "
    r"| (?:of|for|in|by|from|on|at|to|with|near|who|which|whose|that|where) "
)
_OF_BODY = re.compile(r"(?P<person>[^,]+) (?P<body>(?:of|from|at|with) .+)")
_AGE = re.compile(r", (?:aged )?\d{1,3}(?=,|$)")
_UNNAMED = re.compile(r"\b(?:named|anonymity|identified|anonymous|authori[sz]ed)\b")
_WORD = re.compile(r"[^\W\d_][\w.&’'-]*|&")
_JOINS = PREPOSITIONS | {"the", "and", "nor", "or"}
"""Words that join a name to what precedes it; any other word there is a title."""

_LONGEST_PERSON = 4
_LONGEST_NAME = 120


@dataclass(frozen=True, slots=True)
class SourceName:
    """A name, its acronym, and what the words say of a person: "lawmaker", "Secretary"."""

    name: str
    short: str | None = None
    kind: str | None = None

    @property
    def key(self) -> str:
        """The name as it is compared with others."""
        return self.name.casefold()

    @property
    def last(self) -> str | None:
        """The last name of a person with several names, or None.

        A name such as "Lee Seong-kweun" has the last name first.
        """
        words = self.name.split()
        if len(words) < 2 or not (self.is_named_person or self._is_minister_of()):
            return None
        family_first = re.search(r"-[a-z]", words[-1]) and len(words) == 2
        return (words[0] if family_first else words[-1]).casefold()

    def _is_minister_of(self) -> bool:
        """Return whether a name has a title in several words: "Secretary of State Ann Lee"."""
        words = self.name.split()
        titled = " of " in self.name and words[0].casefold() in saying().titles
        return titled and len(words) > _LONGEST_PERSON and is_personal(words[-2:])

    @property
    def is_named_person(self) -> bool:
        """Whether this may be the name of a person: a few capitals, and no noun for a body."""
        return is_personal(self.name.split())


def is_personal(words: Sequence[str]) -> bool:
    """Return whether words may be the name of a person."""
    nouns = saying().source_nouns
    words = [word for word in words if word not in NAME_PARTICLES] if len(words) > 2 else words
    return 1 <= len(words) <= _LONGEST_PERSON and all(
        _is_capital(word) and not is_acronym(word) and word.casefold() not in nouns
        for word in words
    )


def _is_capital(word: str) -> bool:
    """Return whether a word is a name: "Farsi", "al-Farsi"."""
    return word[:1].isupper() or word.partition("-")[2][:1].isupper()


def is_acronym(word: str) -> bool:
    """Return whether a word is in capitals: "UN"."""
    return len(word) > 1 and word.isupper()


def parsed(words: str) -> SourceName:
    """Return the name of a source from the words for it."""
    plain, short = _without_acronym(" ".join(words.split()))
    plain = _AGE.sub("", _ARTICLE.sub("", plain)) or words
    if (clause := _RELATIVE.search(plain)) is not None:
        alone = parsed(plain[: clause.start()])
        named = alone.is_named_person or _UNNAMED.search(clause[0])
        restricts = not clause[0].startswith(",") and not named
        return SourceName(plain, short) if restricts else replace(alone, short=alone.short or short)
    if (of := _OF_BODY.fullmatch(plain)) is not None:
        name, kind = _without_title(of["person"])
        if name != of["person"]:  # "Spokesperson Anna Berg of the ministry"
            return SourceName(name, short, " ".join(filter(None, (kind, of["body"]))))
    name, kind = _without_apposition(plain)
    if kind is None:
        name, kind = _without_title(plain)
    body = kind is not None and head(kind) in saying().body_nouns
    person = kind is not None and is_personal(name.split()) and not body
    return SourceName(name, short if short != name and not person else None, kind)


def _without_acronym(words: str) -> tuple[str, str | None]:
    """Return words without "(UNHCR)" or "known as UNOO", and that acronym."""
    for pattern in (_ACRONYM, _KNOWN_AS):
        if (found := pattern.search(words)) is not None:
            return pattern.sub("", words), found[1]
    return words, None


def is_series(words: str) -> bool:
    """Return whether words name several after a comma: "Mr. Brek, a guard, and his wife"."""
    return _SERIES.search(words) is not None


def _without_apposition(words: str) -> tuple[str, str | None]:
    """Return name and kind of "Owen Pell, the mayor of Arda" and "the mayor, Owen Pell"."""
    first, comma, second = words.partition(", ")
    if not comma or is_series(words):
        return words, None
    if is_acronym(second) and sort_of(first) == "body":  # "the UN refugee agency, UNHCR"
        return second, first
    name, title = _without_title(first)
    if is_personal(name.split()) and (second[:1].islower() or title):
        return name, ", ".join(filter(None, (title, _ARTICLE.sub("", second))))
    if "," in second:  # "the ministry's spokesman, Ivan Lee, a colonel"
        second = second.partition(", ")[0]
    if (of := _OF_BODY.fullmatch(second)) is not None and is_personal(of["person"].split()):
        second = of["person"]
    person, rank = _without_title(second)
    if is_personal(person.split()) and sort_of(first) in ("person", "body"):
        return person, ", ".join(filter(None, (first, rank)))
    return words, None


def _without_title(words: str) -> tuple[str, str | None]:
    """Return name and title; a title is "South Korean lawmaker" before "Lee Seong"."""
    parts = words.split(" ")
    at = len(parts)
    while at > 0 and (_is_capital(parts[at - 1]) or parts[at - 1] in NAME_PARTICLES):
        at -= 1
    while at < len(parts) and not _is_capital(parts[at]):
        at += 1
    known = saying().before_names
    for first in range(len(parts) - 1, at, -1):
        titled = parts[first - 1].casefold().rstrip(".") in known
        if titled and is_personal(parts[first:]) and PREPOSITIONS.isdisjoint(parts[:first]):
            kind = " ".join(parts[:first])
            return " ".join(parts[first:]), None if _is_honorific(kind) else kind
    named = len(parts) - at
    if at > 0 and 2 <= named <= 4 and parts[at - 1].isalpha() and parts[at - 1] not in _JOINS:
        return " ".join(parts[at:]), " ".join(parts[:at])
    return words, None


def _is_honorific(words: str) -> bool:
    return words.casefold().rstrip(".") in {"mr", "mrs", "ms", "miss", "dr", "sir"}


def head(words: str) -> str:
    """Return the noun that the other words of a name describe: "Ministry" of "Ministry of War"."""
    before = _AFTER_NOUN.split(words, maxsplit=1)[0]
    return before.split(" ")[-1].casefold() if before.strip() else ""


def sort_of(words: str) -> Sort:
    """Return what a source is, judging by its words."""
    if _SEVERAL.search(words.partition(",")[0]) or is_series(words):
        return "people"
    noun = head(_ARTICLE.sub("", words))
    if (found := _sort_of_noun(noun)) is not None:
        return found
    known, said = parsed(words), saying()
    if known.kind is not None and head(known.kind) in said.body_nouns:
        return "body"
    if known.kind is not None or any(
        word.casefold().rstrip(".") in said.honorifics for word in words.split()[:-1]
    ):
        return "person"
    if counted := _sort_of_people(noun):
        return counted
    if is_acronym(known.name) or known.short or re.search(r"[/\d]", words):
        return "body"  # "M/V Baltic Trader"
    plural = noun.endswith("s") and not noun.endswith("ss") and f" {noun}" in f" {words}"
    return "people" if plural else "unknown"


def _sort_of_noun(noun: str) -> Sort | None:
    said = saying()
    sorts: tuple[tuple[frozenset[str], Sort], ...] = (
        (said.body_nouns, "body"),
        (said.document_nouns, "document"),
        (said.people_nouns, "people"),
        (said.person_nouns, "person"),
    )
    return next((sort for nouns, sort in sorts if noun in nouns), None)


def _sort_of_people(noun: str) -> Sort | None:
    tokens = tokenize(noun, 0, len(noun))
    if lexicon().person.starting(tokens, 0):
        return "person"
    return "people" if lexicon().people.starting(tokens, 0) else None


def defined_acronyms(text: str) -> dict[str, str]:
    """Return each acronym that the text puts after a name, with the name.

    The letters must be the initials of the name: "World Food Programme (WFP)", "the UN Office in
    Orvia, known as UNOO".
    """
    found: dict[str, str] = {}
    for each in re.finditer(r"(?:\(|,? known as (?:the )?)([A-Z]{2,11})\b\)?", text):
        before = max(0, each.start() - _LONGEST_NAME)
        words = [match.group() for match in _WORD.finditer(text, before, each.start())]
        for first in range(len(words) - 1, -1, -1):
            if words[first][:1].isupper() and _initials(words[first:]) == each[1]:
                found.setdefault(each[1], " ".join(words[first:]))
                break
    return found


def _initials(words: Sequence[str]) -> str:
    return "".join(
        word if is_acronym(word) else word[0] for word in words if word[:1].isupper()
    ).upper()
