"""Sentences in which two speak, one after the other: a claim each, so that nothing is mixed up."""

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from kursk_tui.drafting.attribution.chains import chained
from kursk_tui.drafting.findings import Item

_TURN = re.compile(r"(?:(?:,\s*|\s)(?:while|whereas|but|and)|;(?:\s*(?:while|but|and))?)\s+$")
_TURN_AFTER = re.compile(r",?\s+(?:while|whereas|but|and)\s+")
_PARTED = re.compile(r"[,;]?\s*")
_SPEAKS = frozenset({"asserts", "denies", "unverified"})
_DEPENDS = re.compile(
    r"(?:^|\b)(?:when|because|after|if|as|although|though|since|before|once|unless)\s+$",
    re.IGNORECASE,
)
_LEAST_SAID = 2
_OPEN, _CLOSE = "“", "”"


def halves(text: str, sentence: Item, items: list[Item]) -> list[Item]:
    """Return the sentence, cut where another speaker begins and what the first said has ended.

    It is cut only where that is beyond doubt: "The army said 40 fell, while Kyiv put it at 11";
    "40 fell, the army said, and 11 are missing, Kyiv said". Whom the first of them quotes as
    well ("said that Kyiv had put it at 11") or within quotation marks begins no half.
    """
    speakers = [one for one in items if one.kind == "attribution" and _speaks(one)]
    if len(speakers) < 2 or _under(text, sentence, speakers):
        return [sentence]
    cuts = []
    for at, (first, second) in enumerate(pairwise(speakers)):
        cut = _cut(text, sentence, first, second)
        relayed = any(len(chained(text, [one, first])) > 1 for one in speakers[:at])
        if cut is not None and not relayed and not any(_crosses(one, cut) for one in items):
            cuts.append(cut)
    return list(_parts(text, sentence, cuts, items))


def _under(text: str, sentence: Item, speakers: list[Item]) -> bool:
    """Whether what all say depends on something else: "when A said … and B said …, C …"."""
    behind = any(_DEPENDS.search(text, sentence.start, one.start) for one in speakers)
    last = speakers[-1]
    above_all = text[last.start - 2 : last.start] == ", " and _ends(text, sentence, last)
    return behind or (len(speakers) > 2 and above_all)


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
    if not _says_something(text, sentence, first, at):
        return None
    before = text[sentence.start : at]
    if before.count(_OPEN) != before.count(_CLOSE) or before.count('"') % 2:
        return None
    parted = _PARTED.match(text, at)
    return parted.end() if parted else at


def _says_something(text: str, sentence: Item, speaker: Item, end: int) -> bool:
    """Whether a half is more than its speaker: not so in "A said and B confirmed that …"."""
    cue = speaker.evidence[0]
    first, last = min(speaker.start, cue[0]), max(speaker.end, cue[1])
    words = re.findall(r"\w+", f"{text[sentence.start : first]} {text[last:end]}")
    return len([word for word in words if word != "that"]) >= _LEAST_SAID


def _ends(text: str, sentence: Item, speaker: Item) -> bool:
    last = max(speaker.end, *(cue[1] for cue in speaker.evidence))
    return not any(map(str.isalnum, text[last : sentence.end]))


def _crosses(item: Item, cut: int) -> bool:
    """Whether an item stands on both sides of a cut, with what it rests on.

    What a likelihood seems to reach in the other half it does not: somebody else speaks there.
    """
    spans = [(item.start, item.end), *item.evidence]
    if item.kind == "figure" and item.extra is not None:
        spans.append(item.extra)
    return any(start < cut for start, _ in spans) and any(cut < end for _, end in spans)


def _parts(text: str, sentence: Item, cuts: list[int], items: list[Item]) -> Iterator[Item]:
    for start, end in pairwise([sentence.start, *cuts, sentence.end]):
        words = text[start:end].rstrip(" ,;\n")
        kind = sentence.value["kind"]
        inside = {one.kind for one in items if start <= one.start < end}
        if kind == "judgement" and not inside & {"likelihood", "confidence"}:
            kind = "reported"  # a word of likelihood made the sentence one, in its other half
        last = end if end == sentence.end else start + len(words)
        yield replace(sentence, start=start, end=last, value={**sentence.value, "kind": kind})
