"""Breakdowns: parts of a number ("of which 10 in Arda"), and the relations between figures."""

from kursk_tui.drafting.figures.case import Case
from kursk_tui.drafting.figures.coordination import continues_list
from kursk_tui.drafting.figures.resolved_measure import ResolvedMeasure
from kursk_tui.drafting.findings import FigureLink
from kursk_tui.drafting.sentence import Sentence, TriggerMatch
from kursk_tui.english.function_words import (
    AUXILIARIES,
    BE,
    DETERMINERS,
    SUBORDINATORS,
)
from kursk_tui.english.lexicon import word_set
from kursk_tui.english.qualifiers import Quantity
from kursk_tui.vocabulary import RelationKind

_GRADES = word_set("drafting", "figures", "grades")
_TOTALS = word_set("drafting", "periods", "totals") | word_set("drafting", "figures", "totals")
_NEAR = 14
PLACED = frozenset(
    {"in", "at", "on", "from", "near", "during", "outside", "inside", "by", "across"}
)
_IN_TIME = frozenset({"before", "after", "since", "until", "as"})
"""Subordinators that also open a time: "in the week before"."""

_JOINS = frozenset({"and", ",", "or"})


def measure_of_part(sentence: Sentence, quantity: Quantity) -> ResolvedMeasure | None:
    """Return the measure of a number that is a part of something without a number, or None."""
    return _opening_measure(sentence, quantity) or _bracketed_measure(sentence, quantity)


def _opening_measure(sentence: Sentence, quantity: Quantity) -> ResolvedMeasure | None:
    """Return the measure that the clause opens with: "of the division's casualties, 83 were …"."""
    comma = _opening_comma(sentence, quantity)
    if comma is None:
        return None
    first = comma - 1
    while first >= 0 and comma - first < _NEAR and sentence.lower(first) not in ("of", "among"):
        token = sentence.tokens[first]
        if not (token.is_word or token.kind == "number" or token.text in "'’"):
            return None
        first -= 1
    opens = first == 0 or (first > 0 and not sentence.tokens[first - 1].is_word)
    if not opens or sentence.lower(first) not in ("of", "among"):
        return None
    found = (sentence.trigger_at.get(at) for at in range(first, comma))
    return _clause(next(filter(None, found), None))


def _opening_comma(sentence: Sentence, quantity: Quantity) -> int | None:
    """Return the comma before "83 were …", or before the first part of "…, and 125 were of …"."""
    before, at = sentence.lower(quantity.first - 1), quantity.last + 1
    if before == ",":
        return quantity.first - 1
    if before != "and" or sentence.lower(at) not in BE:
        return None
    if sentence.lower(at + 1) not in PLACED | {"of"}:
        return None
    row = sentence.row(0, min(_NEAR, quantity.first))
    return row.index(",") if "," in row else None


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
    if "subset" in before.flags and _is_described(sentence, quantity.last + 1):
        return True  # 14 were women and nine were children
    if sentence.row(at, at + 2) in (["the", "next"], ["the", "following"], ["the", "day"]):
        return True  # seven died that night and ten the next
    if sentence.lower(at) not in PLACED:
        return False
    first = before.noun.end + 1
    placed = is_more(sentence, quantity)
    for between in range(first, quantity.first - 1):
        word = sentence.lower(between)
        match = sentence.trigger_at.get(between)
        side = word == "one" and sentence.lower(between - 1) in PLACED  # 70 on one side
        number = between in sentence.quantity_at and not side
        if number or word in SUBORDINATORS - _IN_TIME | {";", ":"}:
            return False
        if match is not None and before.found is not None and match != before.found.match:
            return False
        placed = placed or word in PLACED or sentence.in_date[between]
    return placed and quantity.first - first < _NEAR


def is_described_next(sentence: Sentence, last: Case, case: Case) -> bool:
    """Return whether a part follows another: "12 of the dead were soldiers and four policemen"."""
    verb, first = last.noun.end + 1, case.quantity.first
    part = "subset" in last.flags or sentence.lower(last.quantity.last + 1) == "of"
    if not part or sentence.lower(verb) not in BE or sentence.lower(first - 1) not in _JOINS:
        return False
    between = range(verb + 1, first - 1)
    if len(between) > _NEAR or any(at in sentence.trigger_at for at in between):
        return False
    apart = AUXILIARIES | SUBORDINATORS | {";", ":", "—"}
    if not apart.isdisjoint(sentence.row(verb + 1, first)):
        return False
    end = case.noun.end + 1
    closed = end >= len(sentence.tokens) or not sentence.tokens[end].is_word
    listed = case.noun.kind == "people" and (closed or sentence.lower(end) == "and")
    return listed or _is_described(sentence, case.quantity.last + 1)


def _is_described(sentence: Sentence, at: int) -> bool:
    """Return whether a verb at a token only says who or what is counted: "were children"."""
    if sentence.row(at, at + 2) in (["have", "yet"], ["had", "yet"]):
        return True
    if sentence.lower(at) not in BE:
        return False
    at += 1 + (sentence.lower(at + 1) in DETERMINERS)
    people = sentence.words.people.starting(sentence.tokens, at)
    return people is not None or sentence.lower(at) in PLACED


def is_described_part(sentence: Sentence, quantity: Quantity) -> bool:
    """Return whether a number is a part of those just named: "twelve of them were children"."""
    if quantity.first == 0 and _is_only_described(sentence, quantity.last + 1):
        return True  # Twelve died. Three were children.
    row, at = sentence.row(quantity.last + 1, quantity.last + 3), quantity.last + 3
    if row in (["of", "them"], ["of", "these"], ["of", "those"]):
        return _is_described(sentence, at)
    return sentence.row(quantity.first - 3, quantity.first - 1) == ["among", "them"]


def _is_only_described(sentence: Sentence, at: int) -> bool:
    """Return whether "were children" is all that a sentence says from a token."""
    if sentence.lower(at) not in BE:
        return False
    people = sentence.words.people.starting(sentence.tokens, at + 1)
    end = at + 1 + people[0] if people is not None else at
    return people is not None and (end >= len(sentence.tokens) or not sentence.tokens[end].is_word)


def is_more(sentence: Sentence, quantity: Quantity) -> bool:
    """Return whether the words of a number add it to others: "another 22", "a further 22"."""
    words = sentence.row(quantity.first, quantity.number.first)
    return bool({"another", "further", "additional"} & set(words))


def is_graded(sentence: Sentence, last: Case, case: Case) -> bool:
    """Return whether a number says how many are hurt badly: "30 were hurt, six seriously"."""
    if last.found is None or last.found.measure != "wounded":
        return False
    return has_grade(sentence, case.quantity)


def has_grade(sentence: Sentence, quantity: Quantity) -> bool:
    """Return whether a number is followed by "seriously" alone."""
    at = quantity.last + 1
    if sentence.lower(at) not in _GRADES:
        return False
    return at + 1 >= len(sentence.tokens) or not sentence.tokens[at + 1].is_word


def is_second_of_them(sentence: Sentence, last: Case, case: Case) -> bool:
    """Return whether a number goes on after "of whom two were freed": "and nine are held"."""
    first = last.quantity.first
    if sentence.row(first - 2, first) not in (["of", "whom"], ["of", "which"], ["of", "them"]):
        return False
    between = sentence.row(last.quantity.last + 1, case.quantity.first)
    return between[-1:] == ["and"] and not {";", ","} & set(between)


def is_itemised(sentence: Sentence, case: Case, last: Case) -> bool:
    """Return whether a number begins an itemised list: "killed 24 people: seven in Poland"."""
    colon = case.quantity.first - 1
    if sentence.lower(colon) != ":" or case.label:
        return False
    named = case.noun.kind in ("bare", "people") or _is_name(sentence, case)
    return named or last.noun.end == colon - 1


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


def link(sentence: Sentence, cases: list[Case]) -> None:
    """Link each part and each increase to the figure that it is part of, or adds to.

    After a list ("9 soldiers and 12 civilians, including 3 women") the whole is not known.
    """
    whole: Case | None = None
    listed = False
    for case in cases:
        if case.found is None or case.reason is not None:
            continue
        if "subset" in case.flags or case.increase:
            case.whole = None if listed or _is_of_opening(case, whole) else whole
        else:
            listed = whole is not None and continues_list(sentence, whole.noun, case.quantity)
            if whole is not None and _is_new_total(sentence, whole, case):
                whole.whole, whole.increase = case, True
            whole = case if case.quantity.number.value != 0 else None


def _is_of_opening(case: Case, whole: Case | None) -> bool:
    """Return whether a part is one of what the clause opens with, not of the number before."""
    if whole is None or whole.found is None or case.found is None or case.found.match is None:
        return False
    before = case.found.match.last < whole.quantity.first
    return before and case.found.match is not whole.found.match


def _is_new_total(sentence: Sentence, before: Case, case: Case) -> bool:
    """Return whether a number adds the one before to others: "nine died, bringing it to 45"."""
    if before.found is None or case.found is None or before.found.measure != case.found.measure:
        return False
    if sentence.lower(before.quantity.last + 1) == "of":
        return False  # seven of the new cases are nurses, bringing the number of nurses to 26
    first = case.quantity.first
    return sentence.lower(first - 1) == "to" and bool(
        _TOTALS & set(sentence.row(max(before.quantity.last + 1, first - _NEAR), first))
    )


def links(sentence: Sentence, case: Case) -> tuple[FigureLink, ...]:
    """Return the relations of a figure to another of its sentence."""
    if case.whole is None:
        return ()
    whole = case.whole.quantity
    kind: RelationKind = "increase on" if case.increase else "part of"
    return (FigureLink(kind, sentence.span(whole.first, whole.last)),)
