"""Queries that are not valid: the place, the message and the suggestion of their errors."""

import pytest

from kursk_tui.query import QueryError
from kursk_tui.query.syntax import parse
from tests.query.factory import Draft, briefing, builtin_view, figure, outcomes

_NOT_A_NUMBER = "is not a whole number; write 1000, 1,000 or 1k"
_IN_WORDS = "is not a whole number; write >=1000 for at least, <=1000 for at most"
_ONE_VALUE = "takes one value, not a range or comparison; put quotes around text"


def _error(query: str) -> QueryError:
    with pytest.raises(QueryError) as caught:
        builtin_view().ask(query)
    return caught.value


@pytest.mark.parametrize(
    ("query", "span", "message"),
    [
        ("killed:>", (7, 8), "a value is missing after “>”"),
        ("killed:>=", (7, 9), "a value is missing after “>=”"),
        ("a killed:< ", (9, 10), "a value is missing after “<”"),
        ("(killed:>)", (8, 9), "a value is missing after “>”"),
        ("(killed:", (1, 8), "a value is missing after “killed:”"),
        ("(a OR", (5, 5), "a word or field, and a “)” after it, are missing here"),
        ("(", (1, 1), "a word or field, and a “)” after it, are missing here"),
        ("a OR", (4, 4), "a word or field is missing here"),
        ("a OR  ", (4, 4), "a word or field is missing here"),
        ("NOT", (3, 3), "a word or field is missing here"),
        ("a AND", (5, 5), "a word or field is missing here"),
        ("a AND NOT", (9, 9), "a word or field is missing here"),
        ("()", (1, 1), "a word or field is missing here"),
        ("(a OR )", (6, 6), "a word or field is missing here"),
        ("a)", (1, 2), "this “)” has no “(” before it"),
        ("(a) b) c", (5, 6), "this “)” has no “(” before it"),
        (")", (0, 1), "this “)” has no “(” before it"),
        ('"abc', (0, 4), "this quote is not closed"),
        ('a "b c', (2, 6), "this quote is not closed"),
        ('text:"abc', (5, 9), "this quote is not closed"),
        (r'"abc\"', (0, 6), "this quote is not closed"),
        ("OR a", (0, 2), "a word or field is missing before “OR”"),
        ("  AND a", (2, 5), "a word or field is missing before “AND”"),
        ("a OR OR b", (5, 7), "a word or field is missing before “OR”"),
        ("(OR a)", (1, 3), "a word or field is missing before “OR”"),
        ("a - b", (2, 3), "a word or field is missing after “-”"),
        ("-", (0, 1), "a word or field is missing after “-”"),
        ("a -", (2, 3), "a word or field is missing after “-”"),
        ("killed:(1 2)", (10, 11), "“2” is not allowed here"),
        ('""', (0, 2), "these quotes are empty"),
        ('a "  "', (2, 6), "these quotes are empty"),
        ('"\u00ad"', (0, 3), "these quotes are empty"),
        ("a \u0640", (2, 3), "this has no visible characters"),
        ('text:""', (5, 7), "these quotes are empty"),
        ("killed:abc", (7, 10), f"“abc” {_IN_WORDS}"),
        ("killed:>1.5k", (8, 12), f"“1.5k” {_NOT_A_NUMBER}"),
        ("killed:-5", (7, 9), f"“-5” {_NOT_A_NUMBER}"),
        ("killed:1,00", (7, 11), f"“1,00” {_NOT_A_NUMBER}"),
        ("killed:1000,000", (7, 15), f"“1000,000” {_NOT_A_NUMBER}"),
        ("killed:1..x", (10, 11), f"“x” {_IN_WORDS}"),
        ("killed:(1 OR ten)", (13, 16), f"“ten” {_IN_WORDS}"),
        ("killed:at least 5", (7, 9), f"“at” {_IN_WORDS}"),
        ("missing:abc", (8, 11), f"“abc” {_IN_WORDS}"),
        ("date:2024-13", (5, 12), "date: there is no month 13; months run from 01 to 12"),
        (
            "date:>=2023-02-29",
            (7, 17),
            "date: there is no day 29 in 2023-02, which has 28 days (not a leap year)",
        ),
        (
            "date:soon",
            (5, 9),
            "date: “soon” is not a date; write 2024, 2024-12 or 2024-12-19",
        ),
        (
            "date:2024-12~",
            (5, 13),
            "date: “2024-12~” does not name exact days; write 2024, 2024-12 or 2024-12-19",
        ),
        (
            "date:XXXX-12-19",
            (5, 15),
            "date: “XXXX-12-19” does not name exact days; write 2024, 2024-12 or 2024-12-19",
        ),
        (
            'date:"2024-12-04/.."',
            (5, 20),
            "date: “2024-12-04/..” does not name exact days; write 2024, 2024-12 or 2024-12-19",
        ),
        (
            "is:nice",
            (3, 7),
            (
                "is: cannot be “nice”; it can be contested, unstated, undated, unattributed, "
                "unreviewed, accepted, rejected, guess, new, changed, weaker, disputed, latest, "
                "updated, corrected, dropped, withdrawn, preliminary, coded, derived"
            ),
        ),
        ("has:x", (4, 5), "has: cannot be “x”; it can be quote, figure, background, url"),
        ("source:>a", (8, 9), f"source: {_ONE_VALUE}"),
        ("origin:a..b", (7, 8), f"origin: {_ONE_VALUE}"),
        ("via:..b", (6, 7), f"via: {_ONE_VALUE}"),
        ("country:(KR OR >GB)", (16, 18), f"country: {_ONE_VALUE}"),
        ("text:>=5", (7, 8), f"text: {_ONE_VALUE}"),
        ("is:*", (3, 4), "is: needs a value here"),
        (
            "likelihood:zzz",
            (11, 14),
            (
                "likelihood: no scale has the term “zzz”; "
                "for example likely, highly likely, almost certain"
            ),
        ),
        ("xyzzy:5", (0, 5), "no field “xyzzy”"),
        ("a OR zz:*", (5, 7), "no field “zz”"),
    ],
)
def test_place_and_sentence(query: str, span: tuple[int, int], message: str) -> None:
    error = _error(query)
    assert (error.start, error.end) == span
    assert error.message == message
    assert error.suggestion is None
    assert error.sentence == str(error) == message


@pytest.mark.parametrize(
    ("query", "span", "message", "suggestion"),
    [
        ("kiled:>3", (0, 5), "no field “kiled”", "killed:"),
        ("a -souce:nis", (3, 8), "no field “souce”", "source:"),
        ("KILED:3", (0, 5), "no field “kiled”", "killed:"),
        ("killed:200..100", (7, 15), "this range runs backwards, from 200 to 100", "100..200"),
        ("killed:1k..999", (7, 14), "this range runs backwards, from 1k to 999", "999..1k"),
        (
            "date:2025..2024-12-19",
            (5, 21),
            "this range runs backwards, from 2025 to 2024-12-19",
            "2024-12-19..2025",
        ),
        (
            'likelihood:"highly likely"..likely',
            (11, 34),
            'this range runs backwards, from "highly likely" to likely',
            'likely.."highly likely"',
        ),
        ("kind:judgment", (5, 13), "kind: cannot be “judgment”", "judgement"),
        ("is:unatributed", (3, 14), "is: cannot be “unatributed”", "unattributed"),
        ("has:qoute", (4, 9), "has: cannot be “qoute”", "quote"),
        ("confidence:>hihg", (12, 16), "confidence: cannot be “hihg”", "high"),
        (
            "likelihood:>=highly-likely",
            (13, 26),
            "likelihood: no scale has the term “highly-likely”",
            '"highly likely"',
        ),
    ],
)
def test_suggestions(query: str, span: tuple[int, int], message: str, suggestion: str) -> None:
    error = _error(query)
    assert (error.start, error.end) == span
    assert error.message == message
    assert error.suggestion == suggestion
    assert error.sentence == f"{message}; did you mean {suggestion}?"


@pytest.mark.parametrize(
    "query",
    [
        "killed:200..100",
        "killed:(7 OR 200..100)",
        "date:2025..2024-12-19",
        'likelihood:"highly likely"..likely',
        "likelihood:probabley",
        "likelihood:>=highly-likely",
        'likelihood:"almst certain"',
        "kind:judgment",
        'kind:"judgment"',
    ],
)
def test_a_suggestion_in_place_of_the_span_makes_the_query_valid(query: str) -> None:
    error = _error(query)
    assert error.suggestion is not None
    builtin_view().ask(query[: error.start] + error.suggestion + query[error.end :])


def test_a_misspelt_likelihood_suggests_a_spelling_of_the_term() -> None:
    error = _error("likelihood:probabley")
    assert (error.start, error.end) == (11, 20)
    assert error.message == "likelihood: no scale has the term “probabley”"
    assert error.suggestion in ("probable", "probably")


def test_the_place_of_a_missing_parenthesis_is_the_end() -> None:
    error = _error("(a")
    assert (error.start, error.end) == (2, 2)
    assert error.message == "a “)” is missing here"
    error = _error("a (b OR killed:5  ")
    assert (error.start, error.end) == (16, 16)
    assert error.message == "a “)” is missing here"


@pytest.mark.parametrize("bracket", ["(", "-(", "killed:(1 OR "])
def test_the_depth_of_parentheses_is_bounded(bracket: str) -> None:
    query = bracket * 65 + "a" + ")" * 65
    with pytest.raises(QueryError) as caught:
        parse(query)
    assert "nested at most 64 deep" in caught.value.message
    assert query[caught.value.start : caught.value.end] in ("(", "-")


def test_the_place_of_the_parenthesis_that_is_too_deep() -> None:
    error = _error("(" * 65 + "a" + ")" * 65)
    assert (error.start, error.end) == (64, 65)
    assert error.message == "parentheses and negations can be nested at most 64 deep"
    assert parse("(" * 64 + "a" + ")" * 64) == parse("a")


def test_the_depth_of_negations_is_bounded() -> None:
    error = _error("-" * 65 + "a")
    assert (error.start, error.end) == (64, 65)
    assert parse("-" * 64 + "a") != parse("a")
    with pytest.raises(QueryError, match="nested at most 64 deep"):
        parse("NOT " * 1000 + "a")


def test_parentheses_in_quotes_do_not_count() -> None:
    text = "(" * 100
    assert str(parse(f'"{text}"')) == f'"{text}"'


def test_the_length_is_bounded() -> None:
    parse("a" * 4096)
    error = _error("a" * 4100)
    assert (error.start, error.end) == (4096, 4100)
    assert error.message == "a query has at most 4096 characters"


def test_measures_of_the_file_are_known_and_suggested() -> None:
    of = briefing(Draft(figures=(figure("tanks-lost", "exactly", 5),)))
    assert outcomes(of, "tanks-lost:5") == ["match"]
    with pytest.raises(QueryError, match=r"no field “tank-lost”; did you mean tanks-lost:\?"):
        outcomes(of, "tank-lost:5")
    assert _error("tanks-lost:5").message == "no field “tanks-lost”"


def test_errors_are_found_in_every_part_of_a_query() -> None:
    for query in ("a OR kiled:5", "-(a kiled:5)", "(kiled:5) OR b", "killed:5 -kiled:5"):
        error = _error(query)
        assert query[error.start : error.end] == "kiled"


@pytest.mark.parametrize(
    ("query", "span", "message"),
    [
        ("killed:", (0, 7), "a value is missing after “killed:”"),
        ("killed: 5", (0, 7), "a value is missing after “killed:”"),
        ('killed:(a "b")', (10, 13), "“OR” is missing between two values"),
        ('"(" OR', (6, 6), "a word or field is missing here"),
        ('"(" )', (4, 5), "this “)” has no “(” before it"),
        ("(FLOOR", (6, 6), "a “)” is missing here"),
        ("killed:5 .. 6", (9, 10), "“.” is not allowed here"),
        ("killed:>5..6", (9, 10), "“.” is not allowed here"),
        ("killed:..", (7, 9), "a value is missing after “..”"),
        ("killed:.. 6", (7, 9), "a value is missing after “..”"),
        ("killed:> )", (7, 8), "a value is missing after “>”"),
        ("killed:(> OR 5)", (13, 14), "“5” is not allowed here"),  # compared with "OR"
        ('killed:1.."x', (10, 12), "this quote is not closed"),
        ("killed:(1 NOT 2)", (10, 13), "“NOT” is not allowed here"),
        ("killed:(1 -2)", (10, 11), "“-” is not allowed here"),
        ("killed:()", (8, 8), "a word or field is missing here"),
        # The first error is reported.
        ('killed: 5 OR "x', (0, 7), "a value is missing after “killed:”"),
        ('"" OR OR', (0, 2), "these quotes are empty"),
    ],
)
def test_more_places(query: str, span: tuple[int, int], message: str) -> None:
    error = _error(query)
    assert (error.start, error.end) == span
    assert error.message == message


def test_many_negations_side_by_side_are_not_nested() -> None:
    builtin_view().ask(" ".join(["-absent"] * 200))


@pytest.mark.parametrize("query", ["date:2024-12-05..2024-12", "date:2024-12-05..2024"])
def test_a_range_that_ends_in_a_coarser_date_runs_forwards(query: str) -> None:
    view = builtin_view().ask(query)
    assert [view.claims[number].id for number in view.numbers] == ["S7", "S11"]


@pytest.mark.parametrize(
    "query", ["likelihood:likely..unlikely", 'likelihood:"almost certain".."highly likely"']
)
def test_a_likelihood_range_runs_backwards_whatever_the_claims_state(query: str) -> None:
    assert _error(query).message.startswith("this range runs backwards")


@pytest.mark.parametrize("query", ["kind:*", "id:*", "text:*"])
def test_star_matches_every_claim_for_fields_that_every_claim_has(query: str) -> None:
    assert len(builtin_view().ask(query).numbers) == 11


@pytest.mark.parametrize(
    ("query", "meant"),
    [
        *(("killed:100–200", "100..200"), ("killed:100-200", "100..200")),
        *(("killed:100…200", "100..200"), ('killed:"100 to 200"', "100..200")),
        *(("killed:1.000", "1000"), ("killed:1'000", "1000"), ("killed:1’000.000", "1000000")),
        *(('killed:"1 000"', "1000"), ("killed:>1.000", "1000")),
        *(("killed:100+", ">=100"), ("killed:=>100", ">=100"), ("killed:=<100", "<=100")),
        *(("killed:=100", "100"), ("killed:==100", "100"), ("killed:~100", "100")),
        *(("date:19.12.2024", "2024-12-19"), ("date:9.3.2024", "2024-03-09")),
        *(("date:12/19/2024", "2024-12-19"), ("date:19/12/2024", "2024-12-19")),
        *(("date:2024/12/19", "2024-12-19"), ("date:20241219", "2024-12-19")),
        *(("date:2024-3-9", "2024-03-09"), ("date:2024.12", "2024-12")),
        *(('date:"19 December 2024"', "2024-12-19"), ('date:"Dec 19, 2024"', "2024-12-19")),
        *(('date:"December 2024"', "2024-12"), ("date:19-Dec-2024", "2024-12-19")),
        *(("date:2024-12-01–2024-12-19", "2024-12-01..2024-12-19"),),
        *(("date:3/4/2024", None), ("date:30.2.2024", None), ("date:19.13.2024", None)),
        *(("date:yesterday", None), ("killed:1.5k", None), ("killed:12.34", None)),
        *(("deaths:5", "killed:"), ("conf:high", "confidence:"), ("state:accepted", "is:")),
        *(("review:accepted", "is:"), ("kiled:5", "killed:"), ("x:5", None)),
    ],
)
def test_what_was_probably_meant_is_suggested(query: str, meant: str | None) -> None:
    assert _error(query).suggestion == meant


@pytest.mark.parametrize("query", ["“a b", "x «a b", "text:„a b", "「a"])
def test_an_opening_quotation_mark_of_any_language_must_be_closed(query: str) -> None:
    assert _error(query).message == "this quote is not closed"


@pytest.mark.parametrize(
    ("query", "span"),
    [("\u0640", (0, 1)), ("a source:\u0640", (9, 10)), ("text:(a OR \u0640)", (11, 12))],
)
def test_a_word_that_folds_to_nothing_is_an_error(query: str, span: tuple[int, int]) -> None:
    error = _error(query)
    assert ((error.start, error.end), error.message) == (
        span,
        "this has no visible characters",
    )


def test_the_place_counts_characters_as_they_were_typed() -> None:
    error = _error("killed：≥5 \u200bkil\u200bed:3")
    assert (error.start, error.end) == (11, 17)


@pytest.mark.parametrize(
    "query",
    [
        *(f"{field}{'x' * 3_000}" for field in ("kind:", "date:", "likelihood:", "killed:")),
        *(f"{'x' * 3_000}:1", f"killed:{'9' * 3_000}..1", f"{'x' * 3_000}:", "killed:1 000" * 330),
        *(f"nis {'x' * 3_000}", f"killed:1 >{'9' * 3_000}", f"id:{'x' * 3_000} nis"),
    ],
)
def test_a_message_is_short_even_if_the_query_is_long(query: str) -> None:
    try:
        sentences = [one.sentence for one in builtin_view().ask(query).remarks]
    except QueryError as error:
        sentences = [error.sentence]
    assert sentences
    assert max(map(len, sentences)) < 250
