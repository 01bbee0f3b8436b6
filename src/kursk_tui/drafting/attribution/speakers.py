"""Who says it: the sources of a sentence as the attribution of its claim."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from kursk_tui.drafting.attribution.chains import chained
from kursk_tui.drafting.attribution.denials import goes_on
from kursk_tui.drafting.output.excerpts import label, words_of
from kursk_tui.english.function_words import PRONOUNS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kursk_tui.drafting.attribution.source_registry import Registry
    from kursk_tui.drafting.findings import Item

_AT_ONCE = re.compile(r"\s*(?:that\s*)?")


class Speakers:
    """The sources named in a sentence; `notes` say what the attribution cannot hold."""

    def __init__(self, text: str, sentence: Item, items: list[Item]) -> None:
        self._text, self._sentence, self._items = text, sentence, items
        self.notes: list[str] = []

    def _of(self, kind: str) -> Iterator[Item]:
        return (item for item in self._items if item.kind == kind)

    def attribution(self, registry: Registry) -> dict[str, Any] | None:
        """Return the attribution as its file holds it, or None if no source is named."""
        found = list(self._of("attribution"))
        if not found:
            return None
        chain = chained(self._text, found)
        item = chain[0]
        for other in found:
            if other not in chain and other.value["source"] != item.value["source"]:
                words = label(self._text[other.start : other.end])
                self.notes.append(f"The sentence also names a source in “{words}”.")
        denied = any(one.value["stance"] == "denies" for one in chain)
        stance = "denies" if denied else item.value["stance"]
        if denied and (cue := self._goes_on(chain)) is not None:
            if self._asserts_a_figure():
                stance = "asserts"
            self.notes.append(f"What the sentence says with “{cue}” is only a part of it.")
        if stance == "asserts" and self._cannot_confirm(item, found):
            stance = "unverified"
        raw: dict[str, Any] = {
            "stance": stance,
            **words_of(self._text, self._sentence, *with_cue(item)),
        }
        named = [one for one in chain if one.value["source"] and not self._unnamed(one)]
        if stance == "unsourced":
            named = []  # "reports", "rumours" are nobody's name
        if named:
            ids = dict.fromkeys(registry.entry(one.value["source"]).id for one in named)
            guessed = any("pronoun source" in one.flags for one in named)
            raw = {"chain": [*ids], "basis": "inferred" if guessed else "stated", **raw}
        elif raw["stance"] in ("asserts", "denies"):
            del raw["stance"]
        return raw

    def _goes_on(self, chain: list[Item]) -> str | None:
        """Return the word of a denial after which the same speaker says something else."""
        for one in chain:
            if one.value["stance"] == "denies" and one.evidence:
                if goes_on(self._text[one.evidence[0][1] : self._sentence.end]):
                    return str(one.value["cue"])
        return None

    def _asserts_a_figure(self) -> bool:
        return any(one.value["modality"] == "asserted" for one in self._of("figure"))

    def _cannot_confirm(self, item: Item, found: list[Item]) -> bool:
        """Whether the speaker goes on at once that they cannot confirm: "said it could not …"."""
        end = max(item.end, *(cue[1] for cue in item.evidence)) if item.evidence else item.end
        return any(
            one.value["stance"] == "unverified"
            and self._text[one.start : one.end].lower() in PRONOUNS
            and _AT_ONCE.fullmatch(self._text, end, one.start)
            for one in found
        )

    def _unnamed(self, item: Item) -> bool:
        """Whether a source is a pronoun without a name before it; a note says so."""
        source = item.value["source"]
        if source.lower() not in PRONOUNS:
            return False
        self.notes.append(f"Whom “{source}” means the text does not say before.")
        return True


def with_cue(item: Item) -> tuple[int, int]:
    """Return the span of a source with the word beside it that says so."""
    start, end = item.start, item.end
    for cue in item.evidence:
        if cue[0] - end in (0, 1) or start - cue[1] in (0, 1):
            start, end = min(start, cue[0]), max(end, cue[1])
    return start, end
