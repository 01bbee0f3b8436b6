"""Breakdowns: parts of a number ("of which 10 in Arda"), and the relations between figures."""

from kursk_tui.drafting.figures.case import Case
from kursk_tui.drafting.figures.measure_resolution import ResolvedMeasure
from kursk_tui.drafting.findings import FigureLink
from kursk_tui.drafting.sentence import Sentence, TriggerMatch
from kursk_tui.english.function_words import (
    BE,
    DETERMINERS,
    SUBORDINATORS,
)
from kursk_tui.english.qualifiers import Quantity
from kursk_tui.vocabulary import RelationKind

_NEAR = 14
_PLACED = frozenset({"in", "at", "on", "from", "near", "during", "outside", "inside", "by"})
_JOINS = frozenset({"and", ",", "or"})


def measure_of_part(sentence: Sentence, quantity: Quantity) -> ResolvedMeasure | None:
    """Return the measure of a number that is a part of something without a number, or None."""
    return _opening_measure(sentence, quantity) or _bracketed_measure(sentence, quantity)


def _opening_measure(sentence: Sentence, quantity: Quantity) -> ResolvedMeasure | None:
    """Return the measure that the clause opens with: "of the division's casualties, 83 were …"."""
    comma = quantity.first - 1
    if sentence.lower(comma) != ",":
        return None
    first = comma - 1
    while first >= 0 and comma - first < _NEAR and sentence.lower(first) not in ("of", "among"):
        if first in sentence.quantity_at or not sentence.tokens[first].is_word:
            if sentence.tokens[first].text not in "'’":
                return None
        first -= 1
    opens = first == 0 or (first > 0 and not sentence.tokens[first - 1].is_word)
    if not opens or sentence.lower(first) not in ("of", "among"):
        return None
    found = (sentence.trigger_at.get(at) for at in range(first, comma))
    return _clause(next(filter(None, found), None))


def _bracketed_measure(sentence: Sentence, quantity: Quantity) -> ResolvedMeasure | None:
    """Return the measure after a number in brackets: "41% (1,230) of all deaths"."""
    at = quantity.last + 1
    if sentence.lower(quantity.first - 1) != "(" or sentence.row(at, at + 2) != [")", "of"]:
        return None
    at += 2
    while sentence.lower(at) in DETERMINERS or sentence.lower(at) in ("total", "reported", "those"):
        at += 1
    match = sentence.trigger_at.get(at)
    return _clause(match) if match is not None and match.side != "right" else None


def _clause(match: TriggerMatch | None) -> ResolvedMeasure | None:
    if match is None or match.measure == "none":
        return None
    return ResolvedMeasure(match.measure, match.rule, "clause", "noun", match, match.weak)


def is_parallel(sentence: Sentence, before: Case, case: Case) -> bool:
    """Return whether a number repeats a pattern: "four died at the hospital and 22 on the way"."""
    quantity = case.quantity
    if case.noun.kind != "bare" or sentence.lower(quantity.first - 1) not in _JOINS:
        return False
    at = quantity.last + 1
    while sentence.lower(at) in BE or sentence.lower(at) in ("more", "others"):
        at += 1
    if "subset" in before.flags and sentence.lower(at - 1) in BE:
        return True  # 14 were women and nine were children
    if sentence.lower(at) not in _PLACED:
        return False
    first = before.noun.end + 1
    placed = False
    for between in range(first, quantity.first - 1):
        word = sentence.lower(between)
        match = sentence.trigger_at.get(between)
        if word in SUBORDINATORS | {";", ":"} or between in sentence.quantity_at:
            return False
        if match is not None and before.found is not None and match != before.found.match:
            return False
        placed = placed or word in _PLACED or sentence.in_date[between]
    return placed and quantity.first - first < _NEAR


def is_itemised(sentence: Sentence, case: Case, last: Case) -> bool:
    """Return whether a number begins an itemised list: "killed 24 people: seven in Poland"."""
    colon = case.quantity.first - 1
    if sentence.lower(colon) != ":" or case.label:
        return False
    return case.noun.kind == "bare" or _is_name(sentence, case) or last.noun.end == colon - 1


def continues_items(sentence: Sentence, last: Case, case: Case) -> bool:
    """Return whether a number and a name go on in an itemised list: "400 Arda, 300 Belm"."""
    return "subset" in last.flags and _is_name(sentence, case)


def _is_name(sentence: Sentence, case: Case) -> bool:
    """Return whether a capitalised word that the lexicon does not have follows a number."""
    following = case.quantity.last + 1
    return case.noun.kind == "unknown" and sentence.tokens[following].capital


def is_part_of_whole(sentence: Sentence, whole: Case, quantity: Quantity) -> bool:
    """Return whether a number is what a figure is part of: "6,000 casualties of 11,000 troops"."""
    if whole.found is None or whole.noun.kind != "measure":
        return False
    of = quantity.first - 1
    last = of - 2 if sentence.lower(of - 1) == "out" else of - 1
    return sentence.lower(of) == "of" and last == whole.noun.end


def link(cases: list[Case]) -> None:
    """Link each part and each increase to the figure that it is part of, or adds to."""
    whole: Case | None = None
    for case in cases:
        if case.found is None or case.reason is not None:
            continue
        if "subset" in case.flags or case.increase:
            case.whole = whole
        else:
            whole = case if case.quantity.number.value != 0 else None


def links(sentence: Sentence, case: Case) -> tuple[FigureLink, ...]:
    """Return the relations of a figure to another of its sentence."""
    if case.whole is None:
        return ()
    whole = case.whole.quantity
    kind: RelationKind = "increase on" if case.increase else "part of"
    return (FigureLink(kind, sentence.span(whole.first, whole.last)),)
