"""Sentences in which two speak, one after the other: a claim each, so that nothing is mixed up."""

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from kursk_tui.drafting.chains import chained
from kursk_tui.drafting.items import Item

_TURN = re.compile(r"(?:(?:,\s*|\s)(?:while|whereas|but|and)|;(?:\s*(?:while|but|and))?)\s+$")
_TURN_AFTER = re.compile(r",?\s+(?:while|whereas|but|and)\s+")
_PARTED = re.compile(r"[,;]?\s*")
_SPEAKS = frozenset({"asserts", "denies", "unverified"})
_OPEN, _CLOSE = "“", "”"


def halves(text: str, sentence: Item, items: list[Item]) -> list[Item]:
    """Return the sentence, cut where another speaker begins and what the first said has ended.

    It is cut only where that is beyond doubt: "The army said 40 fell, while Kyiv put it at 11";
    "40 fell, the army said, and 11 are missing, Kyiv said". Whom the first of them quotes as
    well ("said that Kyiv had put it at 11") or within quotation marks begins no half.
    """
    speakers = [one for one in items if one.kind == "attribution" and _speaks(one)]
    cuts = [
        cut
        for first, second in pairwise(speakers)
        if (cut := _cut(text, sentence, first, second)) is not None
    ]
    if not cuts or any(_crosses(one, cut) for one in items for cut in cuts):
        return [sentence]
    return list(_parts(text, sentence, cuts, items))


def _speaks(item: Item) -> bool:
    return bool(item.value["source"]) and item.value["stance"] in _SPEAKS and bool(item.evidence)


def _cut(text: str, sentence: Item, first: Item, second: Item) -> int | None:
    """Return where the second speaker's half begins, at the word that joins the halves."""
    if len(chained(text, [first, second])) > 1:
        return None
    cue = second.evidence[0]
    said = max(first.end, first.evidence[0][1])
    if 0 <= cue[0] - second.end <= 1 and (turn := _TURN.search(text, said, second.start)):
        at = turn.start()
    elif text[second.start - 2 : second.start] == ", " and _ends(text, sentence, second):
        after = _TURN_AFTER.match(text, said)
        if after is None:
            return None
        at = after.start()
    else:
        return None
    before = text[sentence.start : at]
    if before.count(_OPEN) != before.count(_CLOSE) or before.count('"') % 2:
        return None
    parted = _PARTED.match(text, at)
    return parted.end() if parted else at


def _ends(text: str, sentence: Item, speaker: Item) -> bool:
    last = max(speaker.end, *(cue[1] for cue in speaker.evidence))
    return not any(map(str.isalnum, text[last : sentence.end]))


def _crosses(item: Item, cut: int) -> bool:
    """Whether an item stands on both sides of a cut, with what it rests on and reaches."""
    spans = [(item.start, item.end), *item.evidence, *filter(None, (item.extra,))]
    return min(start for start, _ in spans) < cut < max(end for _, end in spans)


def _parts(text: str, sentence: Item, cuts: list[int], items: list[Item]) -> Iterator[Item]:
    for start, end in pairwise([sentence.start, *cuts, sentence.end]):
        words = text[start:end].rstrip(" ,;\n")
        kind = sentence.value["kind"]
        inside = {one.kind for one in items if start <= one.start < end}
        if kind == "judgement" and not inside & {"likelihood", "confidence"}:
            kind = "reported"  # a word of likelihood made the sentence one, in its other half
        last = end if end == sentence.end else start + len(words)
        yield replace(sentence, start=start, end=last, value={**sentence.value, "kind": kind})
