"""Figures as findings: every number of a sentence becomes one, or is rejected with a reason."""

from collections.abc import Iterator, Mapping
from types import MappingProxyType

from kursk_tui.drafting.figures import breakdowns, coordination, inheritance
from kursk_tui.drafting.figures.case import PRONOUN, Case
from kursk_tui.drafting.figures.cases_of_disease import with_status
from kursk_tui.drafting.figures.changes import relate_changes
from kursk_tui.drafting.figures.counted_noun import Counted, counted
from kursk_tui.drafting.figures.differences import (
    is_corrected,
    is_decrease,
    is_difference,
    is_of_other_source,
)
from kursk_tui.drafting.figures.labels import has_label, labelled, labels_next
from kursk_tui.drafting.figures.marks import is_preliminary, note_shared_qualifiers
from kursk_tui.drafting.figures.measure_resolution import own_measure
from kursk_tui.drafting.figures.modality import is_rate_of_things, modality, rate
from kursk_tui.drafting.figures.none_of_held import says_nothing_of_the_noun, verb_of_zero
from kursk_tui.drafting.figures.parted import by_subject
from kursk_tui.drafting.figures.parted_verbs import by_parted_verb
from kursk_tui.drafting.figures.parts_of_cases import of_elided_cases, status_of
from kursk_tui.drafting.figures.places import add_places
from kursk_tui.drafting.figures.population import add_populations
from kursk_tui.drafting.figures.repeated_wholes import take_measure_of_whole
from kursk_tui.drafting.figures.resolved_measure import ResolvedMeasure
from kursk_tui.drafting.figures.strengths import of_force
from kursk_tui.drafting.figures.tables import in_table
from kursk_tui.drafting.figures.taken_back import is_taken_back
from kursk_tui.drafting.figures.things import measure_things
from kursk_tui.drafting.findings import FigureFinding, Rejection
from kursk_tui.drafting.sentence import Sentence
from kursk_tui.english.non_counts import not_a_count
from kursk_tui.english.qualifiers import OPEN_RANGE, Quantity
from kursk_tui.english.shares import is_base_of_share
from kursk_tui.vocabulary import Modality

_SUM = "casualties"
_SHARE_GIVEN = "a total of which the text gives a share"
_NONE_OF_HELD = "people of whom none did what follows, which is no measure"
_PEOPLE_ONLY = "people, but no word says that something happened to them"

APPROXIMATE_RANGE = "approximate range, without bounds"
"""The flag of a range whose words say that neither end is exact."""


def find_figures(
    sentence: Sentence,
    rejected: list[Rejection],
    before: str | None = None,
    known: Mapping[int, str] = MappingProxyType({}),
) -> Iterator[FigureFinding]:
    """Yield the figures of a sentence and reject its other numbers.

    `before` is the last measure of the previous sentence, for "the number rose to 11,000"; `known`
    are the measures of earlier figures by their numbers, for "of the 209, 96 were women".
    """
    cases: list[Case] = []
    rejected += (
        Rejection(token.start, token.end, "an address")
        for token in sentence.tokens
        if token.kind == "address" and any(map(str.isdigit, token.text))
    )
    for quantity in sentence.quantities:
        cases.append(_judge(sentence, quantity, cases))
    take_measure_of_whole(sentence, cases, known)
    inheritance.take_measures(sentence, cases, before)
    measure_things(sentence, cases)
    breakdowns.link(sentence, cases)
    relate_changes(sentence, cases)
    add_populations(sentence, cases)
    add_places(sentence, cases)
    note_shared_qualifiers(sentence, cases)
    preliminary = any(case.found for case in cases) and is_preliminary(sentence)
    for case in cases:
        if case.found is not None and case.reason is None:
            yield _figure(sentence, case, case.found, preliminary=preliminary)
        elif case.quantity.rules != ("figure/zero",) or case.reason == _NONE_OF_HELD:
            span = sentence.span(case.quantity.first, case.quantity.last)
            rejected.append(Rejection(*span, case.reason or _reason(sentence, case)))


def _judge(sentence: Sentence, quantity: Quantity, earlier: list[Case]) -> Case:
    """Return the case of a number, rejected if it cannot be a figure."""
    before = earlier[-1] if earlier else None
    noun = counted(sentence, quantity)
    if noun.kind == "bare" and before is not None and before.noun.kind in ("people", "measure"):
        if coordination.is_part_of_lead(sentence, before.quantity, quantity):
            noun = noun._replace(kind="people")
    if (reason := not_a_count(sentence, quantity) or _why_impossible(quantity)) is not None:
        return Case(quantity, noun, reason)
    if noun.kind == "thing":
        base = is_base_of_share(sentence, quantity) and sentence.lower(quantity.first - 1) != "all"
        return Case(quantity, noun, _SHARE_GIVEN if base else noun.reason)
    if is_rate_of_things(sentence, quantity):
        return Case(quantity, noun, "a rate, not per hour, day, week, month or year")
    case = _measured(sentence, quantity, noun)
    if case.reason is None:
        _relate(sentence, case, before, next(filter(_has_measure, reversed(earlier)), None))
    return case


def _has_measure(case: Case) -> bool:
    return case.found is not None


def _measured(sentence: Sentence, quantity: Quantity, noun: Counted) -> Case:
    """Return the case of a number with the measure that the words around it give."""
    found, label = None, labelled(sentence, quantity)
    if label is not None and labels_next(sentence, quantity):
        noun, found = Counted("bare", quantity.last), label
    elif (around := by_parted_verb(sentence, quantity, noun)) is not None:
        found = around
        if noun.kind == "unknown" and around.match and around.match.first == quantity.last + 1:
            noun = Counted("bare", quantity.last)
    base = is_base_of_share(sentence, quantity)
    found = found or own_measure(sentence, quantity, noun, base=base) or label
    found = found or of_elided_cases(sentence, quantity) or by_subject(sentence, quantity, noun)
    found = found or (in_table(sentence, quantity) if noun.kind == "bare" else None)
    if found is None or found.measure == "none":
        found = of_force(sentence, quantity, noun) or found
    if found is not None and says_nothing_of_the_noun(sentence, quantity, found):
        if (verb := verb_of_zero(sentence, found)) is None:
            return Case(quantity, noun, _NONE_OF_HELD)
        found = verb
    part = None
    if found is None or found.measure in ("none", "deployed"):
        part = breakdowns.measure_of_part(sentence, quantity)
        found = None if part is not None and part.measure != "deployed" else found
    case = Case(quantity, noun, None, found or part, base=base)
    if found is not None and is_taken_back(sentence, noun, found):
        case.found, case.reason = None, "people whom the text no longer counts"
        return case
    case.flags = ("subset",) if part is not None else ()
    case.label = has_label(sentence, quantity)
    if found is not None and found.measure == "none":
        word = sentence.tokens[found.match.first].text if found.match else "otherwise"
        case.found, case.reason = None, f"people, but counted as “{word}”"
    elif base and found is None:
        case.found, case.reason = None, _SHARE_GIVEN
    elif breakdowns.has_grade(sentence, quantity):
        pass  # six were injured, one critically
    elif found is None and _is_pronoun(quantity, noun, sentence):
        case.found, case.reason = None, PRONOUN
    return case


def _relate(sentence: Sentence, case: Case, before: Case | None, last: Case | None) -> None:
    """Note what a number is to others: a whole, a corrected number, a part or a difference.

    `last` is the last case with a measure: "187 cases in five zones: 121 confirmed".
    """
    quantity = case.quantity
    if before is not None and breakdowns.is_part_of_whole(sentence, before, quantity):
        case.reason = "a total of which the text counts a part"
    if is_corrected(sentence, quantity):
        case.reason = "an earlier number, which the text corrects"
    elif (
        case.flags in ((), ("subset",)) and (status := status_of(sentence, last, case)) is not None
    ):
        case.found, case.flags = status, ("subset",)
    elif is_difference(sentence, quantity):
        _note_difference(sentence, case, before)


def _note_difference(sentence: Sentence, case: Case, before: Case | None) -> None:
    """Note that a number is an increase of the figure before it, or else reject it."""
    follows = before is not None and before.found is not None and before.reason is None
    grows = not (
        is_decrease(sentence, case.quantity) or is_of_other_source(sentence, case.quantity)
    )
    if follows and case.is_open and grows:
        case.increase = True
    else:
        case.reason = "a difference between two totals, not a total"


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


def _figure(
    sentence: Sentence, case: Case, found: ResolvedMeasure, *, preliminary: bool
) -> FigureFinding:
    quantity, noun, match = case.quantity, case.noun, found.match
    start, end = sentence.span(quantity.first, quantity.last)
    evidence = [sentence.span(match.first, match.last)] if match is not None else []
    if noun.noun >= 0:
        evidence.append(sentence.span(noun.noun, noun.end))
    lower, upper, best = quantity.bounds
    last = max(noun.end, match.last if match and found.side == "after" else 0)
    mode = modality(sentence, quantity, found)
    measure, period = _measure(sentence, case, found), rate(sentence, quantity, last, found)
    return FigureFinding(
        start=start,
        end=end,
        rule=found.rule,
        tier="guess" if quantity.is_loose_range else found.tier,
        flags=tuple(dict.fromkeys(_flags(sentence, case, found, mode))),
        evidence=tuple(dict.fromkeys(evidence)),
        measure=measure,
        categories=_categories(found) if measure == _SUM and period is None else (),
        qualifier="no number" if quantity.is_loose_range else quantity.qualifier,
        lower=lower,
        upper=upper,
        best=best,
        unit=quantity.number.unit,
        modality=mode,
        rate=period,
        population=case.population,
        place=case.place,
        preliminary=preliminary,
        relations=breakdowns.links(sentence, case),
    )


def _categories(found: ResolvedMeasure) -> tuple[str, ...]:
    """Return what a sum counts, as in "killed or wounded"; "casualties" alone does not say it."""
    includes = found.match.includes if found.match is not None else ()
    return () if _SUM in includes else includes


def _measure(sentence: Sentence, case: Case, found: ResolvedMeasure) -> str:
    """Return the measure; that of cases has their status in it."""
    at = case.noun.noun if case.noun.kind == "measure" else -1
    if at < 0 and found.match is not None:
        at = found.match.first
    return with_status(sentence, found.measure, at) if at >= 0 else found.measure


def _flags(sentence: Sentence, case: Case, found: ResolvedMeasure, mode: Modality) -> Iterator[str]:
    yield from case.flags
    if found.weak:
        yield "ambiguous “lost”" if found.rule == "measures/lose" else "inferred measure"
    if OPEN_RANGE in case.quantity.rules:
        yield "range without an upper end"
    if case.quantity.is_loose_range:
        yield APPROXIMATE_RANGE
    if mode == "projected":
        yield "projected"
    if sentence.tokens[case.quantity.first].quoted:
        yield "inside a quotation"


def _reason(sentence: Sentence, case: Case) -> str:
    noun = case.noun
    if noun.kind == "people":
        return _PEOPLE_ONLY
    if noun.kind == "unknown":
        return f"counts “{sentence.tokens[noun.noun].text}”, which briefings do not measure"
    return "no word next to it says what is counted"
