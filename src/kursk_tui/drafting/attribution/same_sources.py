"""Which words of a text name the same source: acronyms, last names, pronouns, spokespeople.

What the text establishes is joined: an acronym next to its name, a last name, "the ministry" if one
ministry is a source. A spokesperson and the body, or a report and its publisher, are a guess.
"""

import re
from collections import deque
from collections.abc import Container, Iterator, Sequence
from dataclasses import replace

from kursk_tui.drafting.attribution.known_names import AUTHOR, PRONOUN, Names
from kursk_tui.drafting.attribution.source_names import (
    Sort,
    head,
    is_personal,
    parsed,
    sort_of,
)
from kursk_tui.drafting.findings import AttributionFinding, Span
from kursk_tui.drafting.text_findings import SentenceFindings
from kursk_tui.english.function_words import OBJECT_PRONOUNS
from kursk_tui.english.lexicon import word_set
from kursk_tui.english.lexicon.verbs_of_saying import saying

AMBIGUOUS = "ambiguous pronoun"
"""The flag of a pronoun that may refer to several people."""

_REMEMBERED = 20  # sources that a pronoun may refer to
_NEAR = 3  # sentences in which another person may be meant
QUOTED = "inside a quotation"
"""The flag of a source inside a quotation."""

_AT_ONCE = re.compile(r"\s*(?:that\s*)?")
_PERSON = re.compile(r"(?:[A-Z][\w’'-]+\.? )+[A-Z][\w’'-]+")
_DEPENDENT = re.compile(r"^\s*(?:that\s+)?$|\b(?:although|though|because|since|when|that|as)\s+$")
_IN_A_PLACE = re.compile(r"\b(?:the|in|at|of|from|near|on|off|over|across|outside|around)\s+$")
_NO_PEOPLE = word_set("drafting", "places", "kinds") | word_set("drafting", "places", "others")
_SHORT = re.compile(r"(?<=[.!?]\s)[A-Z]{3,11}\b")
_MAY_BE = frozenset({"person", "unknown"})
_REFERS: dict[str, frozenset[Sort]] = {
    "it": frozenset({"body", "document", "unknown"}),
    "they": frozenset({"people", "body", "unknown"}),
}


def same_sources(
    text: str, found: Sequence[SentenceFindings], publisher: str | None
) -> Iterator[SentenceFindings]:
    """Yield the sentences; each source has the name by which the text knows it.

    A pronoun, and "we" for the author, has the name that it refers to, as a guess.
    """
    names = Names(text, [item for one in found for item in one.attributions])
    pronouns = _Pronouns(text)
    for one in found:
        resolved: list[AttributionFinding] = []
        pronouns.began(one.sentence.start, one.subject)
        for item in one.attributions:
            if PRONOUN in item.flags and QUOTED in item.flags:
                resolved.append(
                    replace(item, tier="guess")
                )  # it refers to what the speaker has in mind
            elif PRONOUN in item.flags:
                referred = _as_known(names, pronouns.resolved(item))
                if _cannot_confirm(text, referred, resolved):
                    resolved[-1] = replace(resolved[-1], stance="unverified", rule=item.rule)
                elif not _repeats(text, referred, resolved):
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


def _as_known(names: Names, item: AttributionFinding) -> AttributionFinding:
    """Return a pronoun that refers to "the ministry" with the name of that ministry."""
    return replace(item, source=names.joined(item).source)


def _cannot_confirm(
    text: str, item: AttributionFinding, before: Sequence[AttributionFinding]
) -> bool:
    """Return whether the speaker before only fails to confirm: "said it could not confirm"."""
    if item.stance != "unverified" or not before or before[-1].stance != "asserts":
        return False
    end = max(before[-1].end, before[-1].cue_span[1])
    return _AT_ONCE.fullmatch(text, end, item.start) is not None


class _Pronouns:
    """What pronouns refer to: the source named last that fits, unless another person may be."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._seen: deque[AttributionFinding] = deque(maxlen=_REMEMBERED)
        self._recent: deque[int] = deque(maxlen=_NEAR)
        self._subjects: deque[Span | None] = deque(maxlen=2)
        self._starts: deque[int] = deque(maxlen=2)

    def began(self, start: int, subject: Span | None) -> None:
        """Record where a sentence begins that is read next, and its subject."""
        self._starts.append(start)
        self._subjects.append(subject)

    def saw(self, item: AttributionFinding) -> None:
        """Record a source that is named."""
        if item.source is not None and item.relay != "origin":
            self._seen.append(item)

    def ended(self, start: int) -> None:
        """Record where a sentence begins that has been read."""
        self._recent.append(start)

    def resolved(self, item: AttributionFinding) -> AttributionFinding:
        """Return the attribution of a pronoun with the name that it refers to."""
        pronoun = self._pronoun(item)
        item = replace(item, tier="guess", inferred=True)
        if pronoun in ("he", "she"):
            return self._person(item)
        if AMBIGUOUS in item.flags:
            return item
        sorts = _REFERS.get(pronoun, frozenset())
        last = self._last(sorts)
        if (own := self._subject_before(item, last)) and sort_of(own) in sorts:
            return replace(item, source=own)
        if pronoun == "it" and last and not self._fits_it(last):
            return item
        if pronoun == "it" and last and self._names_another(last, item.start):
            return replace(item, flags=(*item.flags, AMBIGUOUS))
        return replace(item, source=last.source) if last else item

    def _subject_before(
        self, item: AttributionFinding, last: AttributionFinding | None
    ) -> str | None:
        """Return the subject of the sentence of a pronoun, if no source is named after it.

        "The Front gave another account: in a statement, it said 19 had fallen."
        """
        subject = self._subjects[-1] if self._subjects else None
        if subject is None or not self._starts[-1] <= subject[0] < subject[1] < item.start:
            return None
        later = last is not None and last.start >= self._starts[-1]
        return None if later else self._text[slice(*subject)]

    def _subject_of_late(self, pronoun: str) -> str | None:
        """Return the person who is the subject of this sentence or the one before: "he said"."""
        for subject in reversed(self._subjects):
            words = self._text[slice(*subject)] if subject else ""
            if sort_of(words) == "person" and not _is_other_sex(words, pronoun):
                return words
        return None

    def _fits_it(self, one: AttributionFinding) -> bool:
        """Return whether "it" may refer to a source: one document, not "readings"."""
        words = one.source or ""
        return not (sort_of(words) == "document" and head(parsed(words).name).endswith("s"))

    def _pronoun(self, item: AttributionFinding) -> str:
        """Return the pronoun of a source in the form of a subject."""
        pronoun = self._text[item.start : item.end].lower()
        return OBJECT_PRONOUNS.get(pronoun, pronoun)

    def _names_another(self, last: AttributionFinding, start: int) -> bool:
        """Return whether the text names another body between a source and "it": "WFP has food"."""
        shorts = {
            match.group() for match in _SHORT.finditer(self._text, last.span_with_cue[1], start)
        }
        return any(short not in (last.source or "") for short in shorts)

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
        pronoun = self._pronoun(item)
        fits = [one for one in reversed(self._seen) if not _is_other_sex(one.source or "", pronoun)]
        maybe = next((one for one in fits if sort_of(one.source or "") in _MAY_BE), None)
        last = next((one for one in fits if _is_person(one)), None) or maybe
        start = self._recent[0] if self._recent else 0
        if last is not None:
            start = max(start, last.end, last.cue_span[1])
        others = [
            person
            for person in self._persons(start, item.start)
            if not (_is_part(person, last) or _is_other_sex(person, pronoun))
        ]
        candidates = [*([last.source] if last else []), *dict.fromkeys(others)]
        if not candidates and (late := self._subject_of_late(pronoun)):
            return replace(item, source=late)
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


def _is_other_sex(source: str, pronoun: str) -> bool:
    """Return whether a title or noun excludes a pronoun: "he" is not "Mother Clare"."""
    other = saying().female if pronoun == "he" else saying().male
    words = (word.casefold().strip(".,") for word in source.split())
    return any(word in other for word in words)


def _is_part(name: str, source: AttributionFinding | None) -> bool:
    return source is not None and parsed(name).name in (source.source or "")
