"""`kursk-tui query`: claims for people, for programs and for conditions."""

import json

import pytest

from kursk_tui.formats.json import builtin_path
from tests.cli.run import run
from tests.query.factory import builtin


def test_a_row_a_claim() -> None:
    done = run("query", "source:lee")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout == (
        "S10  reported  NIS → Lee Seong-kweun  "
        "At least 100 killed, about 1,000 wounded, significant casualties\n"
        "S11  context   Lee Seong-kweun        "
        "Lee Seong-kweun discloses the figures after an NIS briefing\n"
    )


def test_a_possible_match_is_shown_on_request_and_marked() -> None:
    done = run("query", "killed:>200")
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr == "kursk-tui: no claim matches “killed:>200”; possible matches: 1\n"
    done = run("query", "killed:>200", "--possible")
    assert done.returncode == 0
    assert done.stdout.startswith("S10  ~  reported  NIS → Lee Seong-kweun  At least 100")


@pytest.mark.parametrize(
    ("arguments", "output", "code"),
    [
        (("kind:judgement", "--format", "ids"), "S2\nS3\nS5\nS6\nS8\n", 0),
        (("kind:judgement", "--format", "count"), "5\n", 0),
        (("killed:>200", "--format", "count"), "0\n", 1),
        (("killed:>200", "--format", "count", "--possible"), "1\n", 0),
        (("killed:>200", "--format", "ids"), "", 1),
        (("--format", "count", "-source:nis"), "10\n", 0),
        (("-source:nis", "--format", "count"), "10\n", 0),
        (("--format=ids", "--", "-source:nis id:S4"), "S4\n", 0),
        (("-killed:*", "-", "--format", "count"), "10\n", 0),
    ],
)
def test_short_answers_for_scripts(arguments: tuple[str, ...], output: str, code: int) -> None:
    done = run("query", *arguments, given=builtin_path().read_bytes())
    assert (done.stdout, done.returncode) == (output, code)


def test_json_says_what_matches_how_and_where() -> None:
    found = json.loads(run("query", "killed:>200", "--possible", "--format", "json").stdout)
    assert found["query"] == "killed:>200"
    assert found["counts"] == {"match": 0, "possible": 1, "not_stated": 10, "no_match": 0}
    (claim,) = found["claims"]
    quote = next(one for one in builtin().claims if one.id == "S10").evidence
    assert (claim["id"], claim["answer"], claim["quote"]) == ("S10", "possible", quote.exact)
    assert (claim["start"], claim["end"]) == (1506, 1749)
    assert claim["attribution"] == {
        "chain": ["nis", "lee"],
        "names": ["National Intelligence Service", "Lee Seong-kweun"],
        "basis": "stated",
        "stance": None,
    }
    assert claim["figures"][0] == {
        "measure": "killed",
        "words": "at least 100",
        "qualifier": "at least",
        "values": [100],
        "lower": 100,
        "upper": None,
        "best": None,
        "modality": "asserted",
        "likelihoods": [],
        "population": "North Korean soldiers",
        "place": "Kursk Oblast",
        "period": None,
    }
    assert (claim["confidence"], claim["likelihoods"]) == (None, [])


def test_json_without_a_match_is_json_too() -> None:
    done = run("query", "id:none", "--format", "json")
    assert done.returncode == 1
    assert json.loads(done.stdout)["claims"] == []


def test_a_query_that_is_not_understood_has_a_caret() -> None:
    done = run("query", "kiled:>3")
    assert done.returncode == 2
    assert done.stderr.splitlines() == [
        "kursk-tui: the query is not understood",
        "kiled:>3",
        "^^^^^ no field 'kiled' - did you mean killed:?",
    ]


def test_a_comparison_without_a_colon_is_remarked_on() -> None:
    done = run("query", "killed>=100")
    assert (done.returncode, done.stdout) == (1, "")
    remark = "'killed>=100' is searched for as a word; killed:>=100 compares"
    assert done.stderr == f"kursk-tui: no claim matches “killed>=100”; {remark}\n"
