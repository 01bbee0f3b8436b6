"""Chains of sources: which source of a sentence passes on what another one says."""

import re
from collections.abc import Sequence

from kursk_tui.drafting.attribution.known_names import PRONOUN
from kursk_tui.drafting.attribution.same_sources import QUOTED
from kursk_tui.drafting.findings import AttributionFinding

# Conjunctions that separate what two sources say.
_CONTRAST = frozenset({"while", "but", "whereas", "although", "however"})
_NESTED = re.compile(r"[\w\s]{0,40}\bthat\s+(?:the\s+)?|\s+(?:the\s+)?")
_STATES = frozenset({"asserts", "denies"})


def chained(text: str, found: Sequence[AttributionFinding]) -> list[AttributionFinding]:
    """Return the sources that the claim of a sentence rests on, origin first.

    `found` is in the order of the text and has at least one source.
    """
    found = outside_quotations(found) or found
    named = [one for one in found if one.source and one.stance in _STATES]
    if len(named) >= 2 and (pair := _relay(text, named[0], named[1])):
        return pair
    sources = [one for one in found if one.source]
    named_first = sorted(sources, key=lambda source: PRONOUN in source.flags)
    return [next(iter(named_first), found[0])]


def outside_quotations(found: Sequence[AttributionFinding]) -> list[AttributionFinding]:
    """Return the sources without pronouns in quotations: "“They told us to flee,” a nurse said"."""
    return [one for one in found if not {PRONOUN, QUOTED}.issubset(one.flags)]


def _relay(
    text: str, first: AttributionFinding, second: AttributionFinding
) -> list[AttributionFinding] | None:
    """Return origin and relay if one of the two certainly passes the other on, else None."""
    between = text[first.end : second.start]
    joining = re.findall(r"\w+", between.lower())
    if ";" in between or _CONTRAST.intersection(joining):
        return None
    if second.relay == "last":
        return [first, second]
    if second.relay == "origin":
        return [second, first]
    if first.relay == "origin":
        return [first, second]
    if "and" in joining:  # the rest may be the words of the second source alone
        return None
    according = first.cue.lower().endswith(" to")
    if according != second.cue.lower().endswith(" to"):
        return [second, first] if according else [first, second]
    cue = first.cue_span[1]
    nested = first.end <= cue <= second.start and _NESTED.fullmatch(text, cue, second.start)
    return [second, first] if nested else None
