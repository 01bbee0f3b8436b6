"""Properties of all queries, tested on random ones."""

from datetime import date

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kursk_tui.model.figure import STANDARD_MEASURES
from kursk_tui.query import Answer, Index, QueryError
from kursk_tui.query.syntax import parse
from kursk_tui.query.syntax.tree import And, Everything, Not, Or, Query, Word
from kursk_tui.vocabulary import Qualifier
from tests.query.factory import (
    Draft,
    Outcome,
    answer,
    builtin,
    builtin_view,
    dated,
    figure,
    outcome,
)
from tests.query.strategies import TREES, trees

many = settings(
    deadline=None,
    database=None,
    suppress_health_check=[HealthCheck.too_slow],
)


@many
@given(TREES | st.just(Everything()))
def test_parsing_what_a_tree_prints_gives_the_same_tree(query: Query) -> None:
    assert parse(str(query)) == query


# --- any text at all ------------------------------------------------------------------------

_PIECES = st.sampled_from(
    ["(", ")", '"', "-", " ", "OR", "AND", "NOT", "killed:", "kiled:", "date:", "likelihood:",
     "is:", "source:", ">", ">=", "..", "*", "5", "200..100", "2024-13", "likly", "a", "\\", "\n"]
)  # fmt: skip
ANY_TEXT = st.one_of(
    st.text(max_size=40),
    st.lists(_PIECES, max_size=12).map("".join),
    st.lists(_PIECES, max_size=8).map(" ".join),
)


def _error(text: str) -> QueryError | None:
    try:
        builtin_view().ask(text)
    except QueryError as error:
        return error
    return None


@many
@given(ANY_TEXT)
def test_any_text_has_an_answer_or_a_located_error(text: str) -> None:
    error = _error(text)
    if error is None:
        return
    assert 0 <= error.start <= error.end <= len(text)
    assert error.message.strip()
    if error.suggestion is not None:
        assert error.suggestion.strip()
        assert text[: error.start] + error.suggestion + text[error.end :] != text


_PARTS = st.sampled_from(
    ["(", ")", "-(", "OR", "AND", "NOT", "a", "-b", "or", '"a b"', '-"OR"', "killed:5", "date:*",
     "killed:>5", "killed:1..", "killed:..2", "killed: 5", 'source:"x y"', "-kind:a", "killed:(1",
     "source:(a OR b)", 'text:".."', "a-b", "12:30", r'"\\"', r'"\""', ">5", "killed:OR", "Ab:C"]
)  # fmt: skip


@many
@given(st.lists(_PARTS, max_size=8).map(" ".join))
def test_parsing_what_a_query_prints_gives_the_same_tree(text: str) -> None:
    try:
        query = parse(text)
    except QueryError:
        return
    assert parse(str(query)) == query


# --- laws of answers, on the built-in briefing ----------------------------------------------

INDEX = Index(builtin())
SOUND_TERMS = st.sampled_from(
    ["killed:>200", "killed:>=100", "killed:<100", "killed:*", "wounded:1000", "wounded:>=0",
     "deployed:10k..12k", "casualties:>0", "missing:>5", "date:2024-12-10", "date:2024",
     "date:>2024-12-19", "date:<=2024-12-19", "date:*", "likelihood:>=likely",
     'likelihood:"very likely"', 'likelihood:(likely OR "almost certain")', "likelihood:*",
     "source:lee", "origin:nis", "via:*", "country:kr", "kind:judgement", "is:undated",
     "has:figure", "confidence:high", "id:(S1 OR S2)", "text:troops"]
)  # fmt: skip
SOUND_WORDS = st.sampled_from(["korea", "treaty", "zzz", "closed-door"])
QUERIES = trees(st.one_of(SOUND_TERMS.map(parse), SOUND_WORDS.map(Word)))


def _ask(query: Query) -> Answer:
    return answer(query, INDEX)


@many
@given(QUERIES)
def test_the_three_sets_are_disjoint_and_within_everything(query: Query) -> None:
    found = _ask(query)
    assert not found.match & found.possible
    assert not found.match & found.unstated
    assert not found.possible & found.unstated
    assert (found.match | found.possible | found.unstated) & ~INDEX.everything == 0
    assert min(found.match, found.possible, found.unstated) >= 0


@many
@given(QUERIES, QUERIES)
def test_de_morgan(one: Query, other: Query) -> None:
    assert _ask(Not(And((one, other)))) == _ask(Or((Not(one), Not(other))))
    assert _ask(Not(Or((one, other)))) == _ask(And((Not(one), Not(other))))


@many
@given(QUERIES)
def test_double_negation_and_idempotence(query: Query) -> None:
    found = _ask(query)
    assert _ask(Not(Not(query))) == found
    assert _ask(And((query, query))) == found
    assert _ask(Or((query, query))) == found


@many
@given(QUERIES)
def test_negation_swaps_match_and_no_match_and_leaves_the_rest(query: Query) -> None:
    found, opposite = _ask(query), _ask(Not(query))
    unknown = found.possible | found.unstated
    assert opposite.possible | opposite.unstated == unknown
    assert opposite.match == INDEX.everything & ~(found.match | unknown)


@many
@given(SOUND_TERMS)
def test_negating_a_term_keeps_possible_and_not_stated(text: str) -> None:
    found, opposite = _ask(parse(text)), _ask(parse(f"-{text}"))
    assert (opposite.possible, opposite.unstated) == (found.possible, found.unstated)


@many
@given(QUERIES, QUERIES, QUERIES)
def test_order_and_grouping_do_not_matter(one: Query, two: Query, three: Query) -> None:
    for join in (And, Or):
        together = _ask(join((one, two, three)))
        assert _ask(join((three, one, two))) == together
        assert _ask(join((two, one, three))) == together
        assert _ask(join((one, join((two, three))))) == together
    spread = Or((And((one, two)), And((one, three))))
    assert _ask(And((one, Or((two, three))))) == _ask(spread)
    assert _ask(Or((one, And((one, two))))) == _ask(one)


@many
@given(QUERIES)
def test_everything_and_nothing_are_neutral(query: Query) -> None:
    found = _ask(query)
    assert _ask(And((query, Everything()))) == found
    assert _ask(Or((query, Not(Everything())))) == found
    assert _ask(Or((query, Everything()))) == Answer(match=INDEX.everything)
    assert _ask(And((query, Not(Everything())))) == Answer()


@many
@given(QUERIES)
def test_a_printed_query_has_the_same_answer(query: Query) -> None:
    assert _ask(parse(str(query))) == _ask(query)


# --- figures and dates against counting -------------------------------------------------------

_HIGHEST = 60
_NUMBERS = st.integers(0, 20)


def _counts(qualifier: Qualifier, values: tuple[int, ...]) -> set[int]:
    """Return the counts up to _HIGHEST that the words allow."""
    value = values[0] if values else 0
    allowed: dict[str, set[int]] = {
        "exactly": {value},
        "at least": set(range(value, _HIGHEST)),
        "more than": set(range(value, _HIGHEST)) - {value},
        "at most": set(range(value)) | {value},
        "less than": set(range(value)),
        "nearly": set(range(value)),
        "between": set(range(value, values[-1] + 1)) if values else set(),
    }
    return allowed.get(qualifier, set(range(_HIGHEST)))


_FIGURES = st.one_of(
    st.tuples(
        st.sampled_from(["exactly", "at least", "more than", "at most", "about", "magnitude"]),
        st.tuples(_NUMBERS),
    ),
    st.tuples(st.sampled_from(["less than", "nearly"]), st.tuples(st.integers(1, 20))),
    st.tuples(st.just("between"), st.tuples(_NUMBERS, _NUMBERS).map(sorted).map(tuple)),
    st.tuples(st.just("no number"), st.just(())),
)
_BOUND = st.integers(0, 30)


@st.composite
def _asked(draw: st.DrawFn) -> tuple[str, set[int]]:
    """Return the value of a query, and the counts up to _HIGHEST that satisfy it."""
    low, high = sorted((draw(_BOUND), draw(_BOUND)))
    counts = range(_HIGHEST)
    return draw(
        st.sampled_from(
            [
                (f"{low}", {low}),
                (f">={low}", {count for count in counts if count >= low}),
                (f">{low}", {count for count in counts if count > low}),
                (f"<={low}", {count for count in counts if count <= low}),
                (f"<{low}", {count for count in counts if count < low}),
                (f"{low}..{high}", {count for count in counts if low <= count <= high}),
                (f"{low}..", {count for count in counts if low <= count}),
                (f"..{high}", {count for count in counts if count <= high}),
            ]
        )
    )


def _expected(allowed: set[int], asked: set[int]) -> Outcome:
    if allowed <= asked:
        return "match"
    return "possible" if allowed & asked else "no"


@many
@given(_FIGURES, _asked(), st.sampled_from(STANDARD_MEASURES))
def test_figures_answer_as_counting_does(
    given_figure: tuple[Qualifier, tuple[int, ...]], asked: tuple[str, set[int]], measure: str
) -> None:
    qualifier, values = given_figure
    draft = Draft(figures=(figure(measure, qualifier, *values),))
    query, counts = asked
    assert outcome(draft, f"{measure}:{query}") == _expected(_counts(qualifier, values), counts)


_DAYS = st.dates(date(2024, 1, 25), date(2024, 2, 12))


@st.composite
def _some_days(draw: st.DrawFn) -> tuple[date, date]:
    first, last = sorted((draw(_DAYS), draw(_DAYS)))
    return first, last


def _each(first: date, last: date) -> set[int]:
    return set(range(first.toordinal(), last.toordinal() + 1))


@many
@given(_some_days(), _some_days())
def test_dates_answer_as_counting_days_does(
    had: tuple[date, date], asked: tuple[date, date]
) -> None:
    when = f"{had[0]}/{had[1]}"
    query = f"date:{asked[0]}..{asked[1]}"
    have, wanted = _each(*had), _each(*asked)
    assert outcome(Draft(when=(dated(when),)), query) == _expected(have, wanted)
    in_effect = outcome(Draft(when=(dated(when, "in effect"),)), query)
    assert in_effect == ("match" if have & wanted else "no")


@many
@given(st.lists(_FIGURES, min_size=2, max_size=4, unique=True), _asked())
def test_a_claim_answers_with_the_best_of_its_figures(
    figures: list[tuple[Qualifier, tuple[int, ...]]], asked: tuple[str, set[int]]
) -> None:
    query, counts = asked
    draft = Draft(figures=tuple(figure("killed", one, *values) for one, values in figures))
    alone = {_expected(_counts(one, values), counts) for one, values in figures}
    best: Outcome = "match" if "match" in alone else "possible" if "possible" in alone else "no"
    assert outcome(draft, f"killed:{query}") == best


def test_the_counting_reference_knows_every_qualifier() -> None:
    assert _counts("at most", (0,)) == {0}
    assert _counts("between", (3, 5)) == {3, 4, 5}
    assert _counts("more than", (57,)) == {58, 59}
    assert len(_counts("about", (5,))) == len(_counts("no number", ())) == _HIGHEST
