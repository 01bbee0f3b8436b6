"""Buildings and equipment that were destroyed, damaged, shot down, sunk or lost."""

import itertools

from kursk_tui.drafting.figures import coordination
from kursk_tui.drafting.figures.case import Case
from kursk_tui.drafting.figures.counted_noun import Counted
from kursk_tui.drafting.figures.measure_resolution import own_measure
from kursk_tui.drafting.figures.triggers import of_things
from kursk_tui.drafting.sentence import Sentence


def measure_things(sentence: Sentence, cases: list[Case]) -> None:
    """Give the numbers of things the measure that the words around them state, if any."""
    if not any(_is_thing(case) for case in cases):
        return
    view = of_things(sentence)
    if not view.trigger_matches:
        return
    for case in cases:
        if _is_thing(case):
            case.found = own_measure(view, case.quantity, case.noun._replace(kind="people"))
    _share(view, cases)
    for case in cases:
        if case.found is not None and _is_thing(case):
            case.reason = None


def _is_thing(case: Case) -> bool:
    """Return whether a number was set aside only because it counts a thing."""
    return case.noun.kind == "thing" and case.reason == case.noun.reason


def _share(view: Sentence, cases: list[Case]) -> None:
    """Give the things of a list one measure, and "damaged 1,200 more" the things before it."""
    for before, case in itertools.pairwise(cases):
        part = coordination.is_subset(view, case.quantity)
        if not _is_thing(before) or (before.found is None and not part):
            continue
        if _is_thing(case) and case.found is None and before.found and not part:
            if before.found.side != "after" and coordination.continues_list(
                view, before.noun, case.quantity
            ):
                case.take(before.found._replace(tier="clause"))
        elif case.is_open and case.noun.kind in ("bare", "unknown"):
            noun = Counted("people", case.quantity.last, rule=before.noun.rule)
            found = own_measure(view, case.quantity, noun)
            if found is not None and found.tier == "beside":
                case.noun, case.found = noun._replace(kind="thing"), found
        elif case.is_open and part and before.found and case.noun.noun < 0:
            case.noun = case.noun._replace(kind="thing")  # 1,350 of them in Arda
            case.take(before.found._replace(tier="clause"), "subset")
    for after, case in itertools.pairwise(reversed(cases)):
        if after.found is None or case.found is not None or not _is_thing(case):
            continue
        if after.found.side == "after" and _is_thing(after):
            if coordination.continues_list(view, case.noun, after.quantity):
                case.take(after.found._replace(tier="clause"))
