"""Two evaluators that share only the predicates return the same answers."""

from hypothesis import given, settings

from kursk_tui.model import Briefing
from kursk_tui.query import Index
from kursk_tui.query.evaluator import Evaluator
from kursk_tui.query.memory import MemoryEvaluator
from kursk_tui.query.resolve import resolve
from kursk_tui.query.syntax import parse
from kursk_tui.query.syntax.tree import Query
from tests.drafted_briefing import drafted_briefing
from tests.query.factory import (
    Draft,
    briefing,
    builtin,
    dated,
    figure,
    likelihood,
    words_only,
)
from tests.query.plain_evaluator import PlainEvaluator
from tests.query.test_labels import CHAINS, KINDS
from tests.query.test_properties import QUERIES, many
from tests.tables import each_row

MIXED = briefing(
    Draft(
        chain=("nis",),
        figures=(
            figure("killed", "at least", 100, population="soldiers"),
            figure("killed", "exactly", 5),
        ),
        likelihoods=(likelihood("icd-203", "very likely"), likelihood("phia-2025", "unlikely")),
        when=(dated("2024-12"), words_only("recently", "../2024-12-19")),
        confidence="high",
    ),
    Draft(
        chain=("lee", "nis"),
        figures=(figure("killed", "about", 300, population="soldiers"),),
        when=(dated("2024-12-04/..", "in effect"),),
        confidence="low",
    ),
    Draft(chain=("lee",), when=(words_only("recently"),)),
    Draft(figures=(figure("missing", "no number"),), when=(words_only("until then", "2023"),)),
)
BRIEFINGS = (builtin(), CHAINS, KINDS, MIXED)


def check(of: Briefing, query: Query) -> None:
    index = Index(of)
    evaluators: tuple[Evaluator, ...] = (MemoryEvaluator(index, of.claims), PlainEvaluator(of))
    memory, plain = (one.evaluate(resolve(query, index)) for one in evaluators)
    assert memory == plain


@settings(many, max_examples=50)
@given(QUERIES)
def test_random_queries(query: Query) -> None:
    for of in BRIEFINGS:
        check(of, query)


@each_row(
    "query",
    [
        *("is:contested", "is:unstated", "is:undated", "is:unattributed", "is:unreviewed"),
        *("is:accepted", "is:rejected", "is:guess", "is:new", "has:quote", "has:url", "has:figure"),
        "has:background",
        *("is:latest", "is:updated", "is:corrected", "is:withdrawn", "is:preliminary", "is:coded"),
        *("moved:higher", "moved:lower", "moved:counts", "moved:likelihood", "-is:latest"),
        *("confidence:>low", "confidence:*", "kind:context", "id:a1", "text:gamma", "soldiers"),
        *("origin:*", "via:nis", "country:KR", 'likelihood:"highly likely"', "likelihood:<likely"),
        *("-date:(2023 OR 2024-12-10)", "-killed:(5 OR >200 OR *)", "date:>2024-12-19"),
    ],
)
def test_every_predicate(query: str) -> None:
    for of in (*BRIEFINGS, drafted_briefing()):
        check(of, parse(query))
