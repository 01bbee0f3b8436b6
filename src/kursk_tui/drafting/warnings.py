"""What is odd about a text as a whole, and what is then not guessed."""

from datetime import date
from typing import NamedTuple

from kursk_tui.drafting import language
from kursk_tui.drafting.findings import Findings, Item
from kursk_tui.english.sentences import LONGEST

_CAPITALS = (
    "The text is in capitals: names cannot be told from other words, so no sources are read, and "
    "only numbers right beside their nouns."
)
_UNPUNCTUATED = (
    "The text has next to no full stops: sentences cannot be told apart, so only numbers right "
    "beside their nouns are read."
)
_NO_DAY = "The day of the document is not known (--date gives it): dates without a year keep none."


class Remarks(NamedTuple):
    """Sentences about the text, and whether only what is certain is to be kept."""

    sentences: tuple[str, ...]
    certain_only: bool


def remarks(text: str, today: date | None, *, cut: bool) -> Remarks:
    """Return what is to be said about a text as a whole."""
    said = []
    capitals, unpunctuated = language.all_capitals(text), language.unpunctuated(text)
    if capitals:
        said.append(_CAPITALS)
    if unpunctuated:
        said.append(_UNPUNCTUATED)
    if cut:
        said.append(f"A sentence of more than {LONGEST:,} characters was cut into pieces.")
    if today is None:
        said.append(_NO_DAY)
    return Remarks(tuple(said), capitals or unpunctuated)


def only_certain(findings: Findings) -> None:
    """Take back what was not found right beside its words, and all sources."""
    kept: list[Item] = []
    for item in findings.items:
        if item.kind == "figure" and item.tier != "beside":
            findings.reject(item.start, item.end, "not right beside its noun, and not guessed here")
        elif item.kind != "attribution":
            kept.append(item)
    findings.items[:] = kept
