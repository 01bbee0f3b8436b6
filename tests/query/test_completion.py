"""Completion of a query that is being typed."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kursk_tui.query import Index, QueryError
from kursk_tui.query.completion import complete
from kursk_tui.query.syntax import parse
from tests.query.factory import Draft, briefing, builtin, dated, figure, likelihood
from tests.tables import each_row

INDEX = Index(builtin())


def offered(text: str, index: Index = INDEX) -> list[str]:
    found = complete(text, index)
    return [text[: found.start] + candidate for candidate in found.candidates]


@each_row(
    ("text", "wanted"),
    [
        ("so", ["source:"]),
        ("korea so", ["korea source:"]),
        ("-so", ["-source:"]),
        ("(cap", ["(captured:"]),
        ("con", ["confidence:"]),
        ("source:", ["source:uk-mod", "source:nis", "source:lee"]),
        ("source:l", ["source:lee", "source:nis"]),  # the NIS is the National Intelligence Service
        ("source:lawm", []),
        ("source:seong", ["source:lee"]),
        ("origin:", ["origin:uk-mod", "origin:nis", "origin:lee"]),
        ("via:", ["via:lee"]),
        ("source:(nis OR le", ["source:(nis OR lee"]),
        ("-via:l", ["-via:lee"]),
        ("kind:", ["kind:reported", "kind:judgement", "kind:context"]),
        ("confidence:>=m", ["confidence:>=moderate"]),
        ("is:una", ["is:unattributed"]),
        ("is:uns", ["is:unstated"]),
        ("has:", ["has:quote", "has:figure", "has:background", "has:url"]),
        ("country:", ["country:KR", "country:GB"]),
        ("likelihood:almost", ['likelihood:"almost certain"']),
        ('likelihood:"almost', ['likelihood:"almost certain"']),
        ('likelihood:>="high', ['likelihood:>="highly unlikely"', 'likelihood:>="highly likely"']),
        ("killed:", ["killed:*", "killed:>=100"]),
        ("deployed:>=", ["deployed:>=11000"]),
        ("killed:100..", ["killed:100..100"]),
        ("date:", ["date:2024-12-19"]),
        ("id:S1", ["id:S1", "id:S10", "id:S11"]),
        ("nofield:", []),
        ("text:", []),
        ("captured:", []),
        ("captured:>", []),
        ("deployed:> ", ["deployed:> 11000"]),
        ("deployed:(5 OR ", ["deployed:(5 OR *", "deployed:(5 OR >=11000"]),
        ("deployed:(", ["deployed:(*", "deployed:(>=11000"]),
        ("deployed:5 mis", ["deployed:5 missing:"]),
        ("deployed:* mis", ["deployed:* missing:"]),
        ("deployed:(5) mis", ["deployed:(5) missing:"]),
        ('"a b" mis', ['"a b" missing:']),
        ("mis OR", ["mis origin:"]),
        ('"mis', []),  # text in quotes is not a name
        ('"a mis', []),
        ('"mis"', []),
        ('likelihood:"almost certain"', []),
        ('likelihood:"likely".."alm', ['likelihood:"likely".."almost certain"']),
        ("deployed:5)", []),
        ("SOURCE:l", ["SOURCE:lee", "SOURCE:nis"]),
    ],
)
def test_completions(text: str, wanted: list[str]) -> None:
    assert offered(text) == wanted


def test_every_field_completes_an_empty_query() -> None:
    assert {"source:", "killed:", "date:", "is:"} <= set(offered(""))


def test_measures_of_the_briefing_are_offered() -> None:
    index = Index(briefing(Draft(figures=(figure("shells", "between", 40, 60),))))
    assert offered("sh", index) == ["shells:"]
    assert offered("shells:", index) == ["shells:*", "shells:>=40", "shells:>=60"]


def test_likelihoods_are_those_of_the_scales_in_use() -> None:
    index = Index(briefing(Draft(likelihoods=(likelihood("icd-203", "very likely"),))))
    assert offered("likelihood:very", index) == [
        'likelihood:"very unlikely"',
        'likelihood:"very likely"',
    ]
    assert offered("likelihood:highly", index) == []


def test_only_dates_that_can_be_queried_are_offered() -> None:
    index = Index(
        briefing(Draft(when=(dated("2024-12/.."), dated("2025-01~"), dated("XXXX-01-02"))))
    )
    assert offered("date:", index) == []


CLAIMS = briefing(
    Draft(
        chain=("a",),
        figures=(figure("killed", "at least", 7),),
        likelihoods=(likelihood("phia-2025", "likely"),),
        when=(dated("2024-12"),),
    )
)


@each_row(
    "start",
    ["source:", "kind:", "is:", "has:", "id:", "killed:", "date:", "likelihood:", "country:"],
)
def test_all_completions_are_valid_queries(start: str) -> None:
    for index in (INDEX, Index(CLAIMS)):
        for query in offered(start, index):
            parse(query)


@settings(max_examples=150, deadline=None, database=None)
@given(st.text(alphabet='sourcekilled:>=.()"- orORNOT*\\é', max_size=30))
def test_completion_never_fails_and_starts_within_the_text(text: str) -> None:
    found = complete(text, INDEX)
    assert 0 <= found.start <= len(text)


def test_a_field_without_a_value_is_an_error() -> None:
    with pytest.raises(QueryError):
        parse("source: or")
