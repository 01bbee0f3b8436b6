"""Screen a text as a whole: refuse what cannot be drafted, and remark on what is unusual."""

import re
import tomllib
from collections.abc import Iterable, Iterator
from datetime import date
from functools import cache
from pathlib import Path
from typing import NamedTuple

from kursk_tui.drafting.errors import NotDraftableError
from kursk_tui.drafting.layout import Part
from kursk_tui.english.sentences import LONGEST
from kursk_tui.text.invisible import is_blank
from kursk_tui.text.messages import plural

LARGEST = 1_000_000
"""The most characters in a text that is drafted."""

_SCRIPTS = (
    ("the Cyrillic script", "\u0400", "\u052f"),
    ("Greek", "\u0370", "\u03ff"),
    ("Hebrew", "\u0590", "\u05ff"),
    ("the Arabic script", "\u0600", "\u06ff"),
    ("the Devanagari script", "\u0900", "\u097f"),
    ("the Burmese script", "\u1000", "\u109f"),
    ("the Thai script", "\u0e00", "\u0e7f"),
    ("Japanese", "\u3040", "\u30ff"),
    ("Chinese", "\u4e00", "\u9fff"),
    ("Korean", "\uac00", "\ud7a3"),
)
"""Names of scripts with the first and the last letter of each."""

_CAPITALS = (
    "The text is in capitals, so names look like other words: sources are not read, and numbers "
    "only right next to their nouns."
)
_UNPUNCTUATED = (
    "The text has almost no full stops, so sentences have no clear end: sources are not read, and "
    "numbers only right next to their nouns."
)
WITHOUT_A_DATE = (
    "The date of the document is unknown (give it with --date), so dates without a year remain "
    "without one."
)
"""The remark on a text whose day is not known."""

_LETTERS = re.compile(r"[^\W\d_]+")
_BROKEN = re.compile("[\x00-\x08\x0e-\x1f\ufffd\ud800-\udfff]")
_SAMPLE = 60_000
_DISTINCT = 3  # a single word that is common in two languages proves nothing
_FOREIGN_SCRIPT = 0.4
_LEAST_SHARE = 0.1
_LEAST_ENGLISH = 0.03


class Remarks(NamedTuple):
    """Sentences about a text; `certain_only` means that nothing may be guessed."""

    sentences: tuple[str, ...]
    certain_only: bool


def refuse(text: str) -> None:
    """Raise NotDraftableError if a text is empty, too long, not text, or not English."""
    if is_blank(text):
        raise NotDraftableError("the text is empty; there is nothing to draft")
    if len(text) > LARGEST:
        raise NotDraftableError(f"the text has {len(text):,} characters; the limit is {LARGEST:,}")
    if any("\ud800" <= one <= "\udfff" for one in text):
        raise NotDraftableError("this is not text: it contains lone surrogates")
    broken = len(_BROKEN.findall(text[:_SAMPLE]))
    if "\x00" in text or broken > len(text[:_SAMPLE]) / 50:
        raise NotDraftableError("this is not text: it looks like a binary file")
    if language := other_language(text[:_SAMPLE]):
        raise NotDraftableError(
            f"the text seems to be in {language}; only English prose can be drafted"
        )


def other_language(text: str) -> str | None:
    """Return the language or script that a text seems to be in, or None if it may be English."""
    words = [word.lower() for word in _LETTERS.findall(text)]
    if not words:
        return None
    return _script(words) or _language(words)


def _script(words: list[str]) -> str | None:
    """Return the name of a script that many of the letters belong to, or None."""
    letters = [letter for word in words if not word.isascii() for letter in word]
    found = {name: sum(low <= one <= high for one in letters) for name, low, high in _SCRIPTS}
    script = max(found, key=lambda name: found[name])
    return script if found[script] > sum(map(len, words)) * _FOREIGN_SCRIPT else None


def _language(words: list[str]) -> str | None:
    """Return the language whose common words are the most frequent, or None if it is English."""
    common = _common_words()
    counts = {name: sum(word in table for word in words) for name, table in common.items()}
    best = max(counts, key=lambda name: counts[name])
    several = len(common[best].intersection(words)) >= _DISTINCT
    least = max(2, 1.5 * counts["English"], len(words) * _LEAST_SHARE)
    if best != "English" and several and counts[best] > least:
        return best
    varied = len(words) >= 40 and len(set(words)) > 25
    if varied and counts["English"] < len(words) * _LEAST_ENGLISH:
        return "a language other than English"
    return None


@cache
def _common_words() -> dict[str, frozenset[str]]:
    path = Path(__file__).with_name("languages.toml")
    return {
        name: frozenset(words.split())
        for name, words in tomllib.loads(path.read_text("utf-8")).items()
    }


def remarks(text: str, day: date | None, *, cut: bool) -> Remarks:
    """Return what is unusual about a text; `cut` means that a sentence was cut for its length."""
    capitals, unpunctuated = _is_in_capitals(text), _is_unpunctuated(text)
    found = (
        (capitals, _CAPITALS),
        (unpunctuated, _UNPUNCTUATED),
        (cut, f"A sentence of more than {LONGEST:,} characters was cut into pieces."),
        (day is None, WITHOUT_A_DATE),
    )
    sentences = tuple(sentence for applies, sentence in found if applies)
    return Remarks(sentences, capitals or unpunctuated)


def remarks_on_mail(set_aside: Iterable[Part]) -> Iterator[str]:
    """Yield a sentence if parts of the text are quoted from other messages."""
    passages = sum(part.kind == "quoted mail" for part in set_aside)
    if passages:
        yield (
            "Mail that the text quotes, with “>” in front of each line, is set aside: "
            f"{plural(passages, 'passage')}."
        )


def _is_in_capitals(text: str) -> bool:
    upper = sum(map(str.isupper, text))
    lower = sum(map(str.islower, text))
    return upper >= 20 and upper > 4 * lower


def _is_unpunctuated(text: str) -> bool:
    words = len(text.split())
    stops = len(re.findall(r"[.!?…;](?:\s|$|[\"”’)])", text))
    return words >= 40 and words > 60 * (stops + 0.5)
