"""Resolved queries: predicates without any text left to interpret."""

from dataclasses import FrozenInstanceError, fields
from datetime import date
from typing import Any, get_args

import pytest

from kursk_tui.model import Interval, Source
from kursk_tui.model.likelihood import ScaleTerm
from kursk_tui.query import Index, QueryError
from kursk_tui.query.predicates import (
    All,
    And,
    ConfidenceAmong,
    ConfidenceStated,
    Contains,
    Contested,
    DateStated,
    DateWithin,
    DocumentAmong,
    FigureStated,
    FigureWithin,
    Guessed,
    IdIs,
    KindAmong,
    LikelihoodAmong,
    LikelihoodStated,
    Not,
    Or,
    Predicate,
    QuoteMatches,
    ReviewIs,
    SourceAmong,
    SourceStated,
)
from kursk_tui.query.resolve import resolve
from kursk_tui.query.syntax import parse
from kursk_tui.query.syntax.tree import Query, Value
from tests.query.factory import Draft, briefing, figure
from tests.tables import each_row

INDEX = Index(
    briefing(
        Draft(chain=("nis", "lee"), figures=(figure("tanks", "at least", 5),)),
        sources=(
            Source(id="nis", name="National Intelligence Service", short="NIS", country="KR"),
            Source(id="lee", name="Lee Seong-kweun", country="KR", url="https://example.org/"),
            Source(id="mod", name="Ministry of Defence", country="GB"),
        ),
    )
)


def day(year: int, month: int, number: int) -> int:
    return date(year, month, number).toordinal()


def ids(*sources: str) -> frozenset[str]:
    return frozenset(sources)


def likelihoods(phia: str, icd: str) -> frozenset[ScaleTerm]:
    """Return terms of both scales; those of one scale are separated by commas."""
    return frozenset(
        [ScaleTerm("phia-2025", one) for one in phia.split(", ") if one]
        + [ScaleTerm("icd-203", one) for one in icd.split(", ") if one]
    )


@each_row(
    ("query", "predicate"),
    [
        ("", All()),
        ("Korea’s  X", And((Contains("korea's", "claim"), Contains("x", "claim")))),
        ('"Two  Words"', Contains("two words", "claim")),
        ("killed:1,000", FigureWithin("killed", Interval(1000, 1000))),
        ("KILLED:>1k", FigureWithin("killed", Interval(1001, None))),
        ("tanks:<7", FigureWithin("tanks", Interval(None, 6))),
        ("tanks:5..7", FigureWithin("tanks", Interval(5, 7))),
        ("tanks:*", FigureStated("tanks")),
        ("date:2024-02", DateWithin(day(2024, 2, 1), day(2024, 2, 29))),
        ("date:>2024-02", DateWithin(day(2024, 3, 1), None)),
        ("date:<2024", DateWithin(None, day(2023, 12, 31))),
        ("date:2023..2024-02", DateWithin(day(2023, 1, 1), day(2024, 2, 29))),
        ("date:*", DateStated()),
        ("source:NIS", SourceAmong(ids("nis"), "any")),
        ("source:i", SourceAmong(ids("nis", "mod"), "any")),  # a part of an id or a name
        ("origin:lee", SourceAmong(ids("lee"), "origin")),
        ("via:nobody", SourceAmong(ids(), "relays")),
        ("via:*", SourceStated("relays")),
        ("country:kr", SourceAmong(ids("nis", "lee"), "any")),
        ("country:*", SourceAmong(ids("nis", "lee", "mod"), "any")),
        ("confidence:<=moderate", ConfidenceAmong(frozenset({"low", "moderate"}))),
        ("confidence:<low", ConfidenceAmong(frozenset())),
        ("confidence:*", ConfidenceStated()),
        ("kind:Context", KindAmong(frozenset({"context"}))),
        ("kind:*", All()),
        ("id:C0", IdIs("c0")),
        ("text:Korea’s", Contains("korea's", "quote")),
        ("is:contested", Contested()),
        ("is:undated", Not(DateStated())),
        ("is:unattributed", Not(SourceStated("any"))),
        ("is:rejected", ReviewIs("rejected")),
        ("is:guess", Guessed()),
        (
            "is:unstated",
            And(
                (
                    Not(SourceStated("any")),
                    Not(DateStated()),
                    Not(FigureStated(None)),
                    Not(LikelihoodStated()),
                    Not(ConfidenceStated()),
                )
            ),
        ),
        ("has:figure", FigureStated(None)),
        ("likelihood:*", LikelihoodStated()),
        (
            "likelihood:>=probable",  # a term of both scales
            LikelihoodAmong(
                likelihoods(
                    "likely, highly likely, almost certain", "likely, very likely, almost certain"
                ),
                frozenset(),
            ),
        ),
        (
            # PHIA alone has it, at 80 to 90 per cent; very likely is 80 to 95, likely ends at 80
            'likelihood:"highly likely"',
            LikelihoodAmong(likelihoods("highly likely", ""), likelihoods("", "very likely")),
        ),
    ],
)
def test_one_term(query: str, predicate: Predicate) -> None:
    assert resolve(parse(query), INDEX) == predicate


def test_a_url_may_be_in_the_words_or_belong_to_the_document_or_a_source() -> None:
    predicate = resolve(parse("has:url"), INDEX)
    assert isinstance(predicate, Or)
    words, document, source = predicate.parts
    assert isinstance(words, QuoteMatches)
    assert (document, source) == (DocumentAmong(ids()), SourceAmong(ids("lee"), "any"))


A, B, C = (Contains(letter, "claim") for letter in "abc")
FIVE, SIX = (FigureWithin("killed", Interval(number, number)) for number in (5, 6))


@each_row(
    ("query", "predicate"),
    [
        ("a b OR c", Or((And((A, B)), C))),
        ("-a", Not(A)),
        ("--a", A),
        ("-(a b)", Or((Not(A), Not(B)))),
        ("-(a OR b)", And((Not(A), Not(B)))),
        ("-(a -(b OR c))", Or((Not(A), Or((B, C))))),
        ("NOT (a OR -b)", And((Not(A), B))),
        ("killed:(5 OR 6)", Or((FIVE, SIX))),
        # The values of one field form a single term, even under NOT.
        ("-killed:(5 OR 6)", Not(Or((FIVE, SIX)))),
    ],
)
def test_not_is_pushed_down_to_terms(query: str, predicate: Predicate) -> None:
    assert resolve(parse(query), INDEX) == predicate


def test_predicates_are_values() -> None:
    query = 'killed:>5 (source:nis OR -likelihood:likely) has:quote date:2024 "a b"'
    one, other = resolve(parse(query), INDEX), resolve(parse(query), INDEX)
    assert one == other
    assert hash(one) == hash(other)


@each_row("kind", [*get_args(Predicate), *get_args(Query), *get_args(Value)])
def test_predicates_and_trees_are_immutable(kind: type[Any]) -> None:
    assert kind.__hash__ is not None
    bare: Any = object.__new__(kind)
    with pytest.raises((FrozenInstanceError, TypeError)):
        setattr(bare, next((one.name for one in fields(kind)), "other"), None)
    assert not hasattr(bare, "__dict__")


def test_errors_are_raised_before_evaluation() -> None:
    with pytest.raises(QueryError, match="no field “tank”; did you mean tanks:"):
        resolve(parse("killed:5 OR tank:5"), INDEX)
