"""A field is one object in one file, where everything else finds it."""

import re
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from kursk_tui.model import Source
from kursk_tui.model.figure import STANDARD_MEASURES
from kursk_tui.query import Index, QueryError, View, fields, registry
from kursk_tui.query.completion import complete
from kursk_tui.query.registry import field_names
from kursk_tui.text.cells import carets
from tests.query.factory import Draft, briefing, builtin, builtin_view, figure

DOCUMENTATION = (Path(__file__).parents[2] / "docs" / "query.md").read_text("utf-8")


def table() -> str:
    """Return the table of fields, from the explanations of the fields."""
    rows = [
        (row.written, row.finds, row.example)
        for field in registry.fields()
        for row in field.explanations
    ]
    lines = [("written", "finds", "example"), ("---", "---", "---"), *rows]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def test_the_documentation_has_the_explanations_of_all_fields() -> None:
    assert table() in DOCUMENTATION


EXAMPLES = [
    query
    for field in registry.fields()
    for row in field.explanations
    for query in re.findall("`([^`]+)`", row.example)
]


@pytest.mark.parametrize("query", EXAMPLES)
def test_the_examples_of_fields_are_valid_queries(query: str) -> None:
    assert str(builtin_view().ask(query).query) == query


def test_fields_come_in_their_order_and_measures_last() -> None:
    assert field_names(Index(briefing(Draft(figures=(figure("tanks", "exactly", 5),))))) == (
        *("date", "said", "published", "known", "source", "origin", "via", "edition", "series"),
        *("publisher", "likelihood", "confidence", "kind", "country", "text", "id", "is", "has"),
        *("track", "moved", "event", *STANDARD_MEASURES, "tanks", "measure"),
    )


def test_every_field_has_an_example_under_each_of_its_fixed_names() -> None:
    names = set(field_names(Index(briefing(Draft()))))
    assert {query.partition(":")[0] for query in EXAMPLES} <= names
    for field in registry.fields():
        shown = " ".join(row.example for row in field.explanations)
        assert any(f"{name}:" in shown for name in field.names(builtin_view().index))


RELIABILITY = '''
"""`reliability:` finds the reliability of sources."""

from kursk_tui.query.field import Candidate, Explanation
from kursk_tui.query.predicates import SourceAmong
from kursk_tui.query.values import choice, one_word

GRADES = ("A", "B", "C", "D", "E", "F")


class ReliabilityField:
    order = 65
    explanations = (
        Explanation("`reliability:GRADE`", "sources of a grade", "`reliability:A`"),
    )

    def names(self, catalogue):
        return ("reliability",)

    def resolve(self, name, value, catalogue):
        grade = one_word(name, value).text.upper()
        ids = frozenset(one.id for one in catalogue.sources if one.reliability == grade)
        return SourceAmong(ids, "any")

    def candidates(self, name, catalogue, *, compared):
        return map(Candidate, GRADES)


FIELD = ReliabilityField()
'''


@pytest.fixture
def with_reliability(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Add the file of another field to the package of fields."""
    (tmp_path / "reliability.py").write_text(RELIABILITY, "utf-8")
    monkeypatch.setattr(fields, "__path__", [*fields.__path__, str(tmp_path)])
    registry.fields.cache_clear()
    yield
    registry.fields.cache_clear()
    del sys.modules["kursk_tui.query.fields.reliability"]


@pytest.mark.usefixtures("with_reliability")
def test_a_new_field_is_one_file() -> None:
    view = View.of(
        briefing(
            Draft(chain=("known",)),
            Draft(chain=("doubted",)),
            Draft(chain=("doubted", "known")),
            sources=(
                Source(id="known", name="Known", reliability="A"),
                Source(id="doubted", name="Doubted", reliability="D"),
            ),
        )
    )
    assert view.ask("reliability:a").numbers == (0, 2)
    assert view.ask("-reliability:(A OR D)").numbers == ()
    with pytest.raises(QueryError, match=r"did you mean reliability:\?"):
        view.ask("reliabilty:a")
    names = field_names(view.index)
    assert names.index("country") < names.index("reliability") < names.index("text")
    assert complete("a reli", view.index).candidates == ("reliability:",)
    assert complete("reliability:", view.index).candidates == ("A", "B", "C", "D", "E", "F")
    assert "| `reliability:GRADE` | sources of a grade | `reliability:A` |" in table()


def test_without_its_file_the_field_does_not_exist() -> None:
    with pytest.raises(QueryError, match="no field “reliability”"):
        builtin_view().ask("reliability:a")
    assert "reliability" not in field_names(Index(builtin()))


def rows(section: str) -> list[tuple[str, str]]:
    """Return the two columns of the table in a section of the documentation."""
    text = DOCUMENTATION[DOCUMENTATION.index(f"## {section}\n") :].partition("\n## ")[0]
    return re.findall(r"^\| `(.+?)` \| (.*) \|$", text, re.MULTILINE)


@pytest.mark.parametrize(("query", "message"), rows("Errors"))
def test_errors_are_as_documented(query: str, message: str) -> None:
    with pytest.raises(QueryError) as caught:
        builtin_view().ask(query)
    assert caught.value.sentence == message


@pytest.mark.parametrize(("query", "sentence"), rows("Remarks"))
def test_remarks_are_as_documented(query: str, sentence: str) -> None:
    assert [one.sentence for one in builtin_view().ask(query).remarks] == [sentence]


@pytest.mark.parametrize("query", [query for query, _ in rows("Examples")])
def test_the_queries_of_the_documentation_are_valid(query: str) -> None:
    assert str(builtin_view().ask(query).query) == query


def test_the_carets_in_the_documentation_are_correct() -> None:
    with pytest.raises(QueryError) as caught:
        builtin_view().ask("kiled:>3")
    error = caught.value
    below = f"{carets('kiled:>3', error.start, error.end)} {error.sentence}"
    assert f"    kiled:>3\n    {below}\n" in DOCUMENTATION
    assert len(rows("Errors")) > 10
    assert len(rows("Examples")) > 5


def test_figures_are_found_by_their_event() -> None:
    def of(event: str | None, claim: str) -> Draft:
        return Draft(id=claim, figures=(figure("killed", "exactly", 5).replace(event=event),))

    made = briefing(of("Bridge-1", "a"), of("market", "b"), of(None, "c"), Draft(id="d"))
    table = {"event:bridge-1": "a", "event:market": "b", "event:*": "ab", "-event:market": "a"}
    view = View.of(made)
    for query, expected in table.items():
        asked = view.ask(query)
        assert "".join(asked.claims[at].id for at in asked.numbers) == expected, query
    assert view.ask("event:market").answer.unstated == 0b1100
    assert complete("event:b", Index(made)).candidates == ("Bridge-1",)
