"""Numbers that take the measure of a neighbour: "killed 50 mercenaries and 10 soldiers"."""

from collections.abc import Iterator

from kursk_tui.drafting.figures import apportioned, breakdowns, carried, coordination
from kursk_tui.drafting.figures.case import Case
from kursk_tui.drafting.figures.compared_numbers import (
    is_comparable,
    is_comparison,
    refers_back,
)
from kursk_tui.drafting.figures.following import follow
from kursk_tui.drafting.figures.measure_resolution import HELD
from kursk_tui.drafting.figures.paired import take_in_pairs
from kursk_tui.drafting.figures.resolved_measure import ResolvedMeasure
from kursk_tui.drafting.figures.words_before import verb_before
from kursk_tui.drafting.sentence import Sentence
from kursk_tui.english.qualifiers import Quantity
from kursk_tui.vocabulary import Tier


def take_measures(sentence: Sentence, cases: list[Case], before: str | None) -> None:
    """Give each number without a measure that of a neighbour, if it has one to take.

    `before` is the last measure of the previous sentence.
    """
    take_in_pairs(sentence, cases)
    _take_measures_after(sentence, cases)
    _take_measures_before(sentence, cases)
    _guess_presence(sentence, cases)
    _resolve_references(sentence, cases, before)


def _take_measures_after(sentence: Sentence, cases: list[Case]) -> None:
    """Give numbers the verb after the next: "11 soldiers and 40 civilians died"."""
    for nth in range(len(cases) - 2, -1, -1):
        case, after = cases[nth], cases[nth + 1]
        earlier = nth > 0 and cases[nth - 1].found is not None
        open_ = case.is_open or _names_captives(case)
        if not open_ or after.found is None:
            continue
        if after.found.side != "after" and not _ends_with_state(sentence, case, after):
            continue
        if coordination.is_whole(sentence, case.quantity) or _is_amount(sentence, case.quantity):
            continue
        things = sentence.words.triggers_of_things
        if case.noun.kind == "unknown" and things.starting(sentence.tokens, case.noun.noun):
            continue  # 412 houses were destroyed and 230 damaged, and 40 people are homeless
        if case.noun.kind == "bare" and refers_back(sentence, case.quantity):
            continue  # the right number was nine, and seven were wounded
        of_whom = coordination.is_of_them(sentence, after.quantity) and after.found.tier == "beside"
        if of_whom or coordination.is_of_them(sentence, case.quantity):
            continue
        if earlier and coordination.is_subset(sentence, case.quantity):
            continue  # killed 12, including 3 children, and 4 were wounded
        if coordination.continues_list(sentence, case.noun, after.quantity):
            case.take(after.found._replace(tier="clause"))


def _ends_with_state(sentence: Sentence, case: Case, after: Case) -> bool:
    """Return whether a word after the people gives the measure: "31 rebels and 2 soldiers dead"."""
    if case.noun.kind != "people" or "inherited measure" in after.flags:
        return case.noun.kind == "people"
    people = sentence.words.people.ending(sentence.tokens, after.noun.noun - 1)
    return after.noun.kind == "measure" and people is not None


def _names_captives(case: Case) -> bool:
    """Return whether only the noun gives the measure: "12 prisoners and four guards died"."""
    found = case.found
    by_noun = found is not None and case.noun.kind == "measure" and found.rule == case.noun.rule
    return by_noun and found is not None and found.measure in HELD


def _is_amount(sentence: Sentence, quantity: Quantity) -> bool:
    """Return whether a number ends its clause: "losses rose to 1,400 and 12 people died"."""
    return sentence.lower(quantity.first - 1) in ("to", "at", "by")


def _take_measures_before(sentence: Sentence, cases: list[Case]) -> None:
    """Give numbers the measure of the one before: "killed 50 mercenaries and 10 soldiers"."""
    last: Case | None = None
    before: Case | None = None
    whole: Case | None = None
    lead: ResolvedMeasure | None = None
    apart = False
    for nth, case in enumerate(cases):
        listed = before is not None and coordination.continues_list(
            sentence, before.noun, case.quantity
        )
        if not listed:
            led = case.noun.kind in ("thing", "people")
            lead = verb_before(sentence, case.quantity) if led else None
        part = _is_part(sentence, case, last, listed=listed and last is before)
        if not part and before is not None and last is before and case.is_open:
            part = apportioned.add_up(sentence, before, cases[nth:])
        if not case.is_open:
            case.flags += ("subset",) if part and case.found is not None else ()
        elif listed and lead is not None and case.noun.kind == "people" and last is not before:
            case.found = lead._replace(tier="clause")  # after a thing: 40 tanks and 300 men
            case.flags = ("inherited measure",)
        elif last is not None and (like := follow(sentence, last, case)) is not None:
            case.take(like)
        elif last is not None:
            near = before is last and _is_near(sentence, last, case, listed)
            near = near or (not apart and carried.is_carried(sentence, last, case))
            _lean(sentence, case, last, whole, part=part, near=near, listed=listed)
        before = case
        apart = case.found is None and (apart or case.reason is None)
        last = case if case.found is not None else last
        whole = case if case.found is not None and "subset" not in case.flags else whole


def _is_part(sentence: Sentence, case: Case, last: Case | None, *, listed: bool) -> bool:
    """Return whether a number is a part of one before; `listed` if it is in a list with `last`."""
    if last is None or coordination.is_subset(sentence, case.quantity):
        return coordination.is_subset(sentence, case.quantity)
    if listed and "subset" in last.flags and (case.is_open or _has_same_words(last, case)):
        return True
    itemised = breakdowns.is_itemised(sentence, case, last)
    graded = breakdowns.is_graded(sentence, last, case)
    if apportioned.is_bracketed(sentence, last, case):
        return True
    if itemised or graded or breakdowns.is_second_of_them(sentence, last, case):
        return True
    if not case.is_open:
        return False
    described = breakdowns.is_described_next(sentence, last, case)
    return described or apportioned.is_apportioned(sentence, last, case)


def _is_near(sentence: Sentence, last: Case, case: Case, listed: bool) -> bool:
    """Return whether a number has its measure from the figure right before it."""
    return (
        _continues(last, case, listed)
        or _is_gapped(sentence, last, case)
        or breakdowns.is_parallel(sentence, last, case)
        or (listed and breakdowns.continues_items(sentence, last, case))
    )


def _lean(
    sentence: Sentence,
    case: Case,
    last: Case,
    whole: Case | None,
    *,
    part: bool,
    near: bool,
    listed: bool,
) -> None:
    """Give a number the measure of the last figure, or of the last whole if it is compared."""
    compared = is_comparison(sentence, case.quantity)
    if coordination.is_of_former(sentence, case.quantity):
        return  # which of the numbers before is meant is not decided
    if _has_another_state(sentence, last, case):
        return
    if not (part or case.increase or compared or near):
        return
    part = part or (near and not listed and "subset" in last.flags)
    model = whole if compared and whole is not None and whole.found else last
    if model.found is not None:
        found = model.found._replace(tier=_inherited_tier(case))
        case.take(found, *_kinds(case, part=part))


def _has_another_state(sentence: Sentence, last: Case, case: Case) -> bool:
    """Read "19 dead, eight of them children, and 60 more in hospital"."""
    at = case.noun.end + 1
    at += sentence.lower(at) in ("more", "others")
    match = sentence.trigger_at.get(at)
    if match is None or last.found is None or match.side == "right" or "subset" not in last.flags:
        return False
    harmed = last.found.measure == "wounded" and match.measure == "none"
    return match.measure != last.found.measure and not harmed


def _has_same_words(last: Case, case: Case) -> bool:
    """Return whether two numbers have their measure from one word, or each from its noun."""
    if last.found is None or case.found is None:
        return False
    if _has_own_word(last) and _has_own_word(case):
        return True  # including 19,000 dead, 47,500 wounded
    return last.found.match is case.found.match


def _has_own_word(case: Case) -> bool:
    """Return whether the noun or participle right after a number gives its measure."""
    match = case.found.match if case.found is not None else None
    return case.noun.kind == "measure" or (
        match is not None and match.first == case.quantity.last + 1
    )


def _kinds(case: Case, *, part: bool) -> Iterator[str]:
    if part:
        yield "subset"
    if case.increase:
        yield "increase"


def _inherited_tier(case: Case) -> Tier:
    return "guess" if case.noun.kind == "unknown" else "clause"


def _is_gapped(sentence: Sentence, last: Case, case: Case) -> bool:
    """Return whether a verb is left out: "the French lost 300, the Germans 400"."""
    if case.noun.kind != "bare" or last.found is None or last.found.side == "after":
        return False
    return coordination.is_gapped(sentence, last.noun, case.quantity)


def _continues(last: Case, case: Case, listed: bool) -> bool:
    """Return whether a number continues the list that the last figure is in."""
    verb = last.found is not None and last.found.side == "verb"
    return listed and (case.noun.kind != "unknown" or verb) and _can_share_list(last, case)


def _can_share_list(last: Case, case: Case) -> bool:
    """Return whether a list can contain both: "deaths at 30 and 100" is not a list."""
    return (
        case.noun.kind != "bare"
        or last.noun.kind == "bare"
        or last.found is None
        or (last.found.side == "verb")
    )


def _guess_presence(sentence: Sentence, cases: list[Case]) -> None:
    for case in cases:
        if case.is_open and coordination.is_presence(sentence, case.quantity, case.noun):
            case.found = ResolvedMeasure("deployed", "figure/presence", "guess", "after")


def _resolve_references(sentence: Sentence, cases: list[Case], measure: str | None) -> None:
    """Give numbers the measure of the previous sentence: "the number has increased to 11,000"."""
    within: str | None = None
    for case in cases:
        if case.found is not None:
            measure = within = case.found.measure
        elif within and case.is_open and _echoes(sentence, case):
            case.found = ResolvedMeasure(within, "figure/echo", "guess", "after")
            case.flags = ("inherited measure",)
        elif measure and (status := _status_alone(sentence, case, measure)) is not None:
            case.found = ResolvedMeasure(status, "figure/status", "guess", "after")
            case.flags = ("inherited measure",)
        elif measure and case.is_open and breakdowns.is_described_part(sentence, case.quantity):
            case.found = ResolvedMeasure(measure, "figure/part", "guess", "after")
            case.flags = ("inherited measure", "subset")
        elif measure == "deployed" and coordination.is_of_those_in_place(sentence, case.quantity):
            case.found, case.reason = (
                ResolvedMeasure(measure, "figure/presence", "guess", "after"),
                None,
            )
            case.flags = ("inherited measure",)
        elif measure and _refers_back(sentence, case):
            case.found = ResolvedMeasure(measure, "figure/the-number", "guess", "after")
            case.flags = ("inherited measure",)


def _echoes(sentence: Sentence, case: Case) -> bool:
    """Return whether a number only repeats a measure: "but 3 had been", "in May it was 31"."""
    if coordination.echoes_verb(sentence, case.quantity):
        return True
    return case.noun.kind == "bare" and is_comparable(sentence, case.quantity)


def _status_alone(sentence: Sentence, case: Case, measure: str) -> str | None:
    """Return the measure of "only 88 have so far been confirmed" after cases, or None."""
    if not case.is_open or (case.noun.kind != "bare" and case.noun.noun >= 0):
        return None
    return carried.confirmed_part(sentence, case.quantity, measure)


def _refers_back(sentence: Sentence, case: Case) -> bool:
    if not case.is_open or case.noun.kind != "bare":
        return False
    said = carried.refers_to_sentence_before(sentence, case.quantity)
    return said or refers_back(sentence, case.quantity)
