"""Who hands on whom: from the sources of one sentence to one chain, origin first."""

import re

from kursk_tui.drafting.findings import Item

_HANDS_ON = frozenset(
    {
        *("citing", "quoting", "as per", "saying", "telling", "claiming", "told by", "briefed by"),
        *("briefing by", "briefing from", "briefings by", "briefings from"),
    }
)
_HANDED_ON = frozenset({"cited by", "as reported by", "reported by"})
_APART = frozenset({"while", "but", "whereas", "although", "however"})
_NESTED = re.compile(r"[\w\s]{0,40}\bthat\s+(?:the\s+)?|\s+(?:the\s+)?")
_STATES = frozenset({"asserts", "denies"})


def chained(text: str, found: list[Item]) -> list[Item]:
    """Return the sources that the claim of a sentence rests on, origin first."""
    named = [one for one in found if one.value["source"] and one.value["stance"] in _STATES]
    if len(named) >= 2 and (pair := _relay(text, named[0], named[1])):
        return pair
    return [next((one for one in found if one.value["source"]), found[0])]


def _relay(text: str, first: Item, second: Item) -> list[Item] | None:
    """Return origin and relay where one of the two surely hands the other on, else None."""
    between = text[first.end : second.start]
    words = re.findall(r"\w+", between.lower())
    if ";" in between or _APART.intersection(words):
        return None
    one, other = (str(each.value["cue"]).lower() for each in (first, second))
    if other in _HANDED_ON:
        return [first, second]
    if other in _HANDS_ON:
        return [second, first]
    if one in _HANDS_ON:
        return [first, second]
    if "and" in words:  # what comes after it may be said by the second alone
        return None
    if one.endswith(" to") != other.endswith(" to"):
        return [second, first] if one.endswith(" to") else [first, second]
    cue = first.evidence[0][1] if first.evidence else 0
    nested = first.end <= cue <= second.start and _NESTED.fullmatch(text, cue, second.start)
    return [second, first] if nested else None
