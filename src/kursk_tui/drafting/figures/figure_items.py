"""Figures as findings: every number of a sentence becomes one, or is rejected with a reason."""

from collections.abc import Iterator
from dataclasses import dataclass

from kursk_tui.drafting.figures import coordination
from kursk_tui.drafting.figures.counted_noun import Counted, counted
from kursk_tui.drafting.figures.measure_resolution import ResolvedMeasure, own_measure, verb_before
from kursk_tui.drafting.figures.modality import is_rate_of_things, modality, rate
from kursk_tui.drafting.findings import FigureFinding, Rejection, Span
from kursk_tui.drafting.sentence import Sentence
from kursk_tui.english.non_counts import not_a_count
from kursk_tui.english.qualifiers import Quantity
from kursk_tui.english.shares import is_base_of_share
from kursk_tui.vocabulary import Modality, Tier

_BEFORE_PEOPLE = frozenset({"of", "the", "other", "more", "-", "cases"})
_PEOPLE_ONLY = "people, but not said to be killed, wounded, missing, captured or deployed"


@dataclass(slots=True)
class _Case:
    """A number that becomes a figure if a measure is found, or a rejection.

    `base` marks the whole that a share is taken of.
    """

    quantity: Quantity
    noun: Counted
    reason: str | None = None
    found: ResolvedMeasure | None = None
    flags: tuple[str, ...] = ()
    base: bool = False


def find_figures(
    sentence: Sentence, rejected: list[Rejection], before: str | None = None
) -> Iterator[FigureFinding]:
    """Yield the figures of a sentence and reject its other numbers.

    `before` is the last measure of the previous sentence, for "the number rose to 11,000".
    """
    cases: list[_Case] = []
    rejected += (
        Rejection(token.start, token.end, "an address")
        for token in sentence.tokens
        if token.kind == "address" and any(map(str.isdigit, token.text))
    )
    for quantity in sentence.quantities:
        cases.append(_judge(sentence, quantity, cases[-1] if cases else None))
    _take_measures_after(sentence, cases)
    _take_measures_before(sentence, cases)
    _guess_presence(sentence, cases)
    _resolve_references(sentence, cases, before)
    for case in cases:
        if case.found is not None and case.reason is None:
            yield _figure(sentence, case, case.found)
        elif case.quantity.rules != ("figure/zero",):
            span = sentence.span(case.quantity.first, case.quantity.last)
            rejected.append(Rejection(*span, case.reason or _reason(sentence, case)))


def _judge(sentence: Sentence, quantity: Quantity, before: _Case | None) -> _Case:
    noun = counted(sentence, quantity)
    if noun.kind == "bare" and before is not None and before.noun.kind in ("people", "measure"):
        if coordination.is_part_of_lead(sentence, before.quantity, quantity):
            noun = noun._replace(kind="people")
    if (reason := not_a_count(sentence, quantity) or _why_impossible(quantity)) is not None:
        return _Case(quantity, noun, reason)
    if noun.kind == "thing":
        return _Case(quantity, noun, noun.reason)
    if is_rate_of_things(sentence, quantity):
        return _Case(quantity, noun, "a rate, not per hour, day, week, month or year")
    base = is_base_of_share(sentence, quantity)
    found = own_measure(sentence, quantity, noun, base=base)
    if found is not None and found.measure == "none":
        word = sentence.tokens[found.match.first].text if found.match else "otherwise"
        return _Case(quantity, noun, f"people, but counted as “{word}”", base=base)
    if base and found is None:
        return _Case(quantity, noun, "a total of which the text gives a share", base=True)
    if found is None and _is_pronoun(quantity, noun, sentence):
        return _Case(quantity, noun, "the word “one”, which counts nothing here")
    return _Case(quantity, noun, None, found, base=base)


def _why_impossible(quantity: Quantity) -> str | None:
    """Return why a figure cannot have this value, or None."""
    value = quantity.number.high or quantity.number.value
    if value is not None and value >= 10**15:
        return "too large to be a count"
    if quantity.number.value == 0 and quantity.qualifier in ("less than", "nearly"):
        return "a count cannot be less than 0"
    return None


def _is_pronoun(quantity: Quantity, noun: Counted, sentence: Sentence) -> bool:
    return sentence.lower(quantity.number.first) == "one" and noun.kind != "people"


def _is_open(case: _Case) -> bool:
    """Return whether a case may still take its measure from a neighbour."""
    if case.reason is not None or case.found is not None:
        return False
    return case.noun.kind in ("people", "bare", "unknown")


def _take_measures_after(sentence: Sentence, cases: list[_Case]) -> None:
    """Give numbers the verb after the next: "11 soldiers and 40 civilians died"."""
    for case, after in zip(reversed(cases[:-1]), reversed(cases[1:]), strict=True):
        if not _is_open(case) or after.found is None or after.found.side != "after":
            continue
        if coordination.is_whole(sentence, case.quantity) or _is_amount(sentence, case.quantity):
            continue
        of_whom = coordination.is_of_them(sentence, after.quantity) and after.found.tier == "beside"
        if of_whom or coordination.is_of_them(sentence, case.quantity):
            continue
        if coordination.continues_list(sentence, case.noun, after.quantity):
            case.found = after.found._replace(tier="clause")
            case.flags = ("inherited measure",)


def _is_amount(sentence: Sentence, quantity: Quantity) -> bool:
    """Return whether a number ends its clause: "losses rose to 1,400 and 12 people died"."""
    return sentence.lower(quantity.first - 1) in ("to", "at", "by")


def _take_measures_before(sentence: Sentence, cases: list[_Case]) -> None:
    """Give numbers the measure of the one before: "killed 50 mercenaries and 10 soldiers"."""
    last: _Case | None = None
    before: _Case | None = None
    lead: ResolvedMeasure | None = None
    for case in cases:
        listed = before is not None and coordination.continues_list(
            sentence, before.noun, case.quantity
        )
        if not listed:
            led = case.noun.kind in ("thing", "people")
            lead = verb_before(sentence, case.quantity) if led else None
        part = coordination.is_subset(sentence, case.quantity)
        if _is_open(case) and last is not None and not part:
            goes_on = listed and last is before and "subset" in last.flags
            part = goes_on or _is_itemised(sentence, case)
        if not _is_open(case):
            case.flags += ("subset",) if part and case.found is not None else ()
        elif listed and lead is not None and case.noun.kind == "people" and last is not before:
            case.found = lead._replace(tier="clause")  # after a thing: 40 tanks and 300 men
            case.flags = ("inherited measure",)
        elif last is not None and last.found is not None:
            leans = part or coordination.is_comparison(sentence, case.quantity)
            near = before is last and (
                _continues(last, case, listed) or _is_gapped(sentence, last, case)
            )
            if leans or near:
                case.found = last.found._replace(tier=_inherited_tier(case))
                case.flags = ("inherited measure", *(("subset",) if part else ()))
        before = case
        last = case if case.found is not None else last


def _is_itemised(sentence: Sentence, case: _Case) -> bool:
    """Return whether a number begins an itemised list: "killed 24 people: seven in Poland"."""
    return case.noun.kind == "bare" and sentence.lower(case.quantity.first - 1) == ":"


def _inherited_tier(case: _Case) -> Tier:
    return "guess" if case.noun.kind == "unknown" else "clause"


def _is_gapped(sentence: Sentence, last: _Case, case: _Case) -> bool:
    """Return whether a verb is left out: "the French lost 300, the Germans 400"."""
    if case.noun.kind != "bare" or last.found is None or last.found.side == "after":
        return False
    return coordination.is_gapped(sentence, last.noun, case.quantity)


def _continues(last: _Case, case: _Case, listed: bool) -> bool:
    """Return whether a number continues the list that the last figure is in."""
    verb = last.found is not None and last.found.side == "verb"
    return listed and (case.noun.kind != "unknown" or verb) and _can_share_list(last, case)


def _can_share_list(last: _Case, case: _Case) -> bool:
    """Return whether a list can contain both: "deaths at 30 and 100" is not a list."""
    return (
        case.noun.kind != "bare"
        or last.noun.kind == "bare"
        or last.found is None
        or (last.found.side == "verb")
    )


def _guess_presence(sentence: Sentence, cases: list[_Case]) -> None:
    for case in cases:
        if _is_open(case) and coordination.is_presence(sentence, case.quantity, case.noun):
            case.found = ResolvedMeasure("deployed", "figure/presence", "guess", "after")


def _resolve_references(sentence: Sentence, cases: list[_Case], measure: str | None) -> None:
    """Give numbers the measure of the previous sentence: "the number has increased to 11,000"."""
    within: str | None = None
    for case in cases:
        if case.found is not None:
            measure = within = case.found.measure
        elif within and _is_open(case) and coordination.echoes_verb(sentence, case.quantity):
            case.found = ResolvedMeasure(within, "figure/echo", "guess", "after")
            case.flags = ("inherited measure",)
        elif measure == "deployed" and coordination.is_of_those_in_place(sentence, case.quantity):
            case.found, case.reason = (
                ResolvedMeasure(measure, "figure/presence", "guess", "after"),
                None,
            )
            case.flags = ("inherited measure",)
        elif measure and _refers_back(sentence, case):
            case.found = ResolvedMeasure(measure, "figure/the-number", "guess", "after")
            case.flags = ("inherited measure",)


def _refers_back(sentence: Sentence, case: _Case) -> bool:
    bare = _is_open(case) and case.noun.kind == "bare"
    return bare and coordination.refers_back(sentence, case.quantity)


def _figure(sentence: Sentence, case: _Case, found: ResolvedMeasure) -> FigureFinding:
    quantity, noun, match = case.quantity, case.noun, found.match
    start, end = sentence.span(quantity.first, quantity.last)
    evidence = [sentence.span(match.first, match.last)] if match is not None else []
    if noun.noun >= 0:
        evidence.append(sentence.span(noun.noun, noun.end))
    lower, upper, best = quantity.bounds
    last = max(noun.end, match.last if match and found.side == "after" else 0)
    mode = modality(sentence, quantity, found)
    return FigureFinding(
        start=start,
        end=end,
        rule=found.rule,
        tier=found.tier,
        flags=tuple(_flags(sentence, case, found, mode)),
        evidence=tuple(dict.fromkeys(evidence)),
        measure=found.measure,
        qualifier=quantity.qualifier,
        lower=lower,
        upper=upper,
        best=best,
        unit=quantity.number.unit,
        modality=mode,
        rate=rate(sentence, quantity, last, found),
        population=_population(sentence, case),
    )


def _population(sentence: Sentence, case: _Case) -> Span | None:
    """Return the span of the people counted, as written after the number."""
    noun, first = case.noun, case.quantity.last + 1
    if noun.kind != "people" or noun.noun < 0:
        return None
    while sentence.lower(first) in _BEFORE_PEOPLE:
        first += 1
    return sentence.span(first, noun.end)


def _flags(
    sentence: Sentence, case: _Case, found: ResolvedMeasure, mode: Modality
) -> Iterator[str]:
    yield from case.flags
    if found.weak:
        yield "ambiguous “lost”" if found.rule == "measures/lose" else "inferred measure"
    if mode == "projected":
        yield "projected"
    if sentence.tokens[case.quantity.first].quoted:
        yield "inside a quotation"


def _reason(sentence: Sentence, case: _Case) -> str:
    noun = case.noun
    if noun.kind == "people":
        return _PEOPLE_ONLY
    if noun.kind == "unknown":
        return f"counts “{sentence.tokens[noun.noun].text}”, which briefings do not measure"
    return "no word next to it says what is counted"
