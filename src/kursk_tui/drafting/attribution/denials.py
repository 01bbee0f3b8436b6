"""Figures that a denial reaches: "denied that it had lost 300"."""

import re
from dataclasses import replace

from kursk_tui.drafting.findings import Item

_WORD = re.compile(r"\w+|;")
_TURNS = frozenset(
    {"but", "while", "although", "though", "whereas", "however", ";", "instead", "except"}
)
_SAYS = (
    r"(?:said|says|claim(?:ed|s)|insist(?:ed|s)|puts?|add(?:ed|s)|assert(?:ed|s)|admit(?:ted|s)|"
    r"acknowledg(?:ed|es)|report(?:ed|s)|conced(?:ed|es)|confirm(?:ed|s)|stat(?:ed|es)|"
    r"maintain(?:ed|s)|argu(?:ed|es)|announc(?:ed|es)|suggest(?:ed|s)|estimat(?:ed|es)|told|gave)"
)
_SAYING = (
    r"(?:saying|adding|insisting|claiming|noting|admitting|acknowledging|conceding|putting|"
    r"asserting|maintaining|stating|arguing|confirming|reporting|estimating)"
)
_GOES_ON = re.compile(
    rf"\b(?:and|but)\s+(?:,[^,]*,\s*)?(?:\w+ly\s+|also\s+|instead\s+|later\s+|then\s+)?{_SAYS}\b"
    rf"|\b(?:and|but),[^,]*,\s*{_SAYS}\b|,\s*(?:instead\s+)?{_SAYING}\b|,\s*(?:said|says)\b"
)
_DENIES = re.compile(
    r"(?<!not )(?<!nor )(?<!never )(?<!neither )"
    r"\b(?:den(?:ied|ies|ying)|disput(?:ed|es|ing)|reject(?:ed|s|ing)|dismiss(?:ed|es|ing))\s+"
    r"(?:that|having|(?!during)\w+ing|(?:\w+\s+){0,2}(?:reports?|claims?|allegations?|figures?))\b"
    r"|\b(?:not|n['’]t)\s+(?:true|the case|correct)\s+that\b|\b(?:false|untrue)\s+that\b",
    re.IGNORECASE,
)
_DENIED = re.compile(
    r"\b(?:reports?|claims?|allegations?)\s+that\b[^;]*?"
    r"\b(?:was|were|is|are|been)\s+(?:\w+ly\s+)?(?:denied|rejected|dismissed|refuted)\b",
    re.IGNORECASE,
)
_JOINED = re.compile(r"(?:\b(?:and|but|while|whereas)|[,;])\s*$")


def goes_on(after: str) -> bool:
    """Return whether who denied something says something else after that."""
    return _GOES_ON.search(after) is not None


def deny(text: str, items: list[Item], first: int, start: int, end: int) -> None:
    """Mark figures of a sentence that a denial reaches as denied, as far as it reaches."""
    denials = [one for one in items[first:] if one.value.get("stance") == "denies"]
    ends = [cue[1] for one in denials for cue in one.evidence]
    ends += [found.end() for found in _DENIES.finditer(text, start, end)]
    passive = [found.span() for found in _DENIED.finditer(text, start, end)]
    others = [
        one.start
        for one in items[first:]
        if one.value.get("stance") == "asserts" and _JOINED.search(text, start, one.start)
    ]
    for nth, item in enumerate(items[first:], start=first):
        if item.kind != "figure":
            continue
        near = max((one for one in ends if one <= item.start), default=None)
        reached = near is not None and (
            _reaches(text[near : item.start])
            and not any(near <= other < item.start for other in others)
        )
        if reached or any(low < item.start < high for low, high in passive):
            items[nth] = replace(item, value={**item.value, "modality": "denied"})


def _reaches(between: str) -> bool:
    """Whether a denial still holds after these words: nobody says something else in them.

    A comma right behind it sets it apart: "said, but Kyiv denied, that".
    """
    if between.startswith(",") or _GOES_ON.search(between):
        return False
    return not _TURNS.intersection(_WORD.findall(between.lower()))
