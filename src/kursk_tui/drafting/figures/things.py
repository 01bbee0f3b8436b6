"""Buildings and equipment that were destroyed, damaged, shot down, sunk or lost."""

import itertools

from kursk_tui.drafting.figures import coordination
from kursk_tui.drafting.figures.breakdowns import PLACED, is_more
from kursk_tui.drafting.figures.case import PRONOUN, Case
from kursk_tui.drafting.figures.countable import can_count
from kursk_tui.drafting.figures.counted_noun import Counted
from kursk_tui.drafting.figures.measure_resolution import own_measure
from kursk_tui.drafting.figures.parted_verbs import by_parted_verb
from kursk_tui.drafting.figures.population import of_noun
from kursk_tui.drafting.figures.resolved_measure import ResolvedMeasure
from kursk_tui.drafting.figures.shared_populations import EMPTY
from kursk_tui.drafting.figures.triggers import of_things
from kursk_tui.drafting.sentence import Sentence

MEASURES_OF_THINGS = frozenset({"destroyed", "damaged", "shot-down", "sunk", "seized", "lost"})
"""Measures of buildings and equipment."""


def measure_things(sentence: Sentence, cases: list[Case]) -> None:
    """Give the numbers of things the measure that the words around them state, if any."""
    if not any(_is_thing(case) for case in cases):
        return
    view = of_things(sentence)
    for case in cases:
        if _is_thing(case):
            parted = by_parted_verb(view, case.quantity, case.noun)
            people = case.noun._replace(kind="people")
            case.found = parted or own_measure(view, case.quantity, people)
    _share(view, cases)
    for case in cases:
        if case.found is not None and _is_thing(case):
            case.reason = None


def _is_thing(case: Case) -> bool:
    """Return whether a number was set aside only because it counts a thing."""
    return case.noun.kind == "thing" and case.reason == case.noun.reason


def _share(view: Sentence, cases: list[Case]) -> None:
    """Give the things of a list one measure, and "damaged 1,200 more" the things before it."""
    thing: Case | None = cases[0] if _is_thing(cases[0]) else None
    for before, case in itertools.pairwise(cases):
        if _is_thing(case):
            if case.found is None and (found := _of_list(view, before, case)) is not None:
                case.take(found._replace(tier="clause"))
            thing = case
        elif thing is not None and _are_captured(view, thing, case):
            case.noun = case.noun._replace(kind="thing", rule=thing.noun.rule)
        elif thing is not None and _has_no_noun(view, case):
            part = _is_itemised(view, before, thing, case)
            _count_things(view, thing, case, part=part)
        elif case.found is not None and case.noun.kind != "thing":
            thing = None
    for after, case in itertools.pairwise(reversed(cases)):
        if after.found is None or case.found is not None or not _is_thing(case):
            continue
        if after.found.side == "after" and _is_thing(after):
            if coordination.continues_list(view, case.noun, after.quantity):
                case.take(after.found._replace(tier="clause"))


def _has_no_noun(view: Sentence, case: Case) -> bool:
    """Return whether no noun of the lexicon follows a number: "and 80 were damaged"."""
    if not (case.is_open or (case.reason == PRONOUN and case.found is None)):
        return False
    if case.noun.kind in ("bare", "unknown") or case.noun.noun < 0:
        return True
    return view.lower(case.noun.noun) in EMPTY  # and three others were damaged


def _of_list(view: Sentence, before: Case, case: Case) -> ResolvedMeasure | None:
    """Return the measure of a list that a thing continues: "lost 300 men, 9 tanks and 31 guns"."""
    found = before.found
    if found is None or found.side == "after" or coordination.is_subset(view, case.quantity):
        return None
    if not coordination.continues_list(view, before.noun, case.quantity):
        return None
    if before.noun.kind == "thing":
        return found
    match = view.trigger_at.get(found.match.first) if found.match and found.side == "verb" else None
    if match is None or not can_count(match, case.noun, view):
        return None
    return ResolvedMeasure(match.measure, match.rule, "clause", "verb", match)


def _are_captured(view: Sentence, thing: Case, case: Case) -> bool:
    """Read "212 tanks were destroyed and a further 37 captured", which are tanks as well."""
    if thing.found is None or case.found is None or case.found.measure != "captured":
        return False
    between = view.row(thing.noun.end + 1, case.quantity.first)
    joined = between[-1:] in (["and"], [","])
    apart = {";", ":", "that", "who", "which", "said"}
    match = case.found.match  # "and 30 were captured" may be of others
    gapped = match is not None and match.first == case.quantity.last + 1
    bare = case.noun.kind == "bare" and (gapped or is_more(view, case.quantity))
    return bare and joined and apart.isdisjoint(between)


def _is_itemised(view: Sentence, before: Case, thing: Case, case: Case) -> bool:
    """Read "destroyed 900 houses: 500 in Arda and 300 in Belm"."""
    if case.noun.kind != "bare" or view.lower(case.quantity.last + 1) not in PLACED:
        return False
    total, number = thing.quantity.number.value, case.quantity.number.value
    if view.lower(case.quantity.first - 1) == ":":
        return before is thing and bool(total and number and number < total)
    listed = coordination.continues_list(view, before.noun, case.quantity)
    return before.found is not None and "subset" in before.flags and listed


def _count_things(view: Sentence, thing: Case, case: Case, *, part: bool) -> None:
    """Read a number without a noun after things: "and 80 were damaged", "350 of them in Arda"."""
    other = case.noun.noun >= 0 and view.lower(case.noun.noun) in EMPTY
    end = case.noun.end if other else case.quantity.last
    end += view.lower(end + 1) == "more"
    noun = Counted("people", end, rule=thing.noun.rule)
    found = own_measure(view, case.quantity, noun)
    if found is not None and found.tier == "beside":
        case.noun, case.found, case.reason = noun._replace(kind="thing"), found, None
        if thing.found is None:  # of 38 clinics, two burned down
            case.population = of_noun(view, thing)
    elif thing.found is not None and (part or coordination.is_subset(view, case.quantity)):
        case.noun = case.noun._replace(kind="thing")
        case.take(thing.found._replace(tier="clause"), "subset")
