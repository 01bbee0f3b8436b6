"""`kursk-tui query`: claims for people, programs and shell conditions."""

import json
from pathlib import Path

import pytest

from kursk_tui.formats.builtin import builtin_path
from tests.cli.run import run, written
from tests.model.factory import minimal
from tests.query.factory import builtin


def test_the_table_has_one_row_per_claim() -> None:
    done = run("query", "source:lee")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout == (
        "S10  reported  NIS → Lee Seong-kweun  "
        "At least 100 killed, about 1,000 wounded, significant casualties\n"
        "S11  context   Lee Seong-kweun        "
        "Lee Seong-kweun discloses the figures after an NIS briefing\n"
    )


def test_possible_matches_are_shown_on_request_and_marked() -> None:
    done = run("query", "killed:>200")
    assert (done.returncode, done.stdout) == (1, "")
    assert (
        done.stderr
        == "kursk-tui: no claim matches “killed:>200”; 1 possible match, which --possible shows\n"
    )
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


def test_json_has_the_match_its_answer_and_its_place() -> None:
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
        "further": [],
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
        "basis": "printed",
        "categories": [],
        "modality": "asserted",
        "likelihoods": [],
        "population": "North Korean soldiers",
        "place": "Kursk Oblast",
        "event": None,
        "period": None,
        "covers": None,
        "tally": None,
        "preliminary": False,
        "relations": [],
    }
    assert (claim["confidence"], claim["likelihoods"]) == (None, [])


def test_json_without_a_match_is_valid() -> None:
    done = run("query", "id:none", "--format", "json")
    assert done.returncode == 1
    assert json.loads(done.stdout)["claims"] == []


def test_an_invalid_query_has_carets() -> None:
    done = run("query", "kiled:>3")
    assert done.returncode == 2
    assert done.stderr.splitlines() == [
        "kursk-tui: the query is not valid",
        "kiled:>3",
        "^^^^^ no field “kiled”; did you mean killed:?",
    ]


def test_a_remark_has_carets_below_the_part_that_it_is_about() -> None:
    done = run("query", "korean killed>=100")
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.splitlines() == [
        "kursk-tui: no claim matches “korean killed>=100”",
        "korean killed>=100",
        "       ^^^^^^^^^^^ “killed>=100” is searched for as a word; killed:>=100 compares",
    ]


@pytest.mark.parametrize(
    "command",
    [
        ("query", "id:S1* OR id:S10", "--format", "count"),
        ("show", "--query", "id:S1* OR id:S10"),
        ("export", "--to", "md", "--query", "id:S1* OR id:S10"),
    ],
)
def test_a_remark_is_printed_if_claims_match_too(command: tuple[str, ...]) -> None:
    done = run(*command)
    assert done.returncode == 0
    assert done.stdout
    meant = "did you mean id:(S1 OR S10 OR S11)?"
    assert done.stderr.splitlines() == [
        "kursk-tui: the query may not mean what you expect",
        "id:S1* OR id:S10",
        f"^^^^^^ no claim matches id:S1*; {meant}",
    ]


def test_invisible_characters_in_a_query_do_not_count() -> None:
    done = run("query", "\ufeffid:\u200eS10\u200b", "--format", "count")
    assert (done.stdout, done.stderr, done.returncode) == ("1\n", "", 0)


def test_columns_and_carets_are_right_under_characters_of_any_width(tmp_path: Path) -> None:
    raw = minimal()
    names = ("👩\u200d🚀", "हिन्दी", "👍🏽", "🇰🇷 🇺🇦", "a\u200bb", "국정원", "é")
    widths = (2, 3, 2, 5, 2, 6, 1)
    raw["sources"] = [{"id": f"s{n}", "name": name} for n, name in enumerate(names)]
    raw["claims"] = [
        {
            **{key: value for key, value in raw["claims"][1].items() if key != "likelihoods"},
            "id": f"c{n}",
            "summary": "Rain",
            "attribution": {"chain": [f"s{n}"], "basis": "stated"},
        }
        for n in range(len(names))
    ]
    done = run("query", "Rain", written(tmp_path, raw))
    assert done.stdout.splitlines() == [
        f"c{n}  judgement  {name}{' ' * (6 - width)}  Rain"
        for n, (name, width) in enumerate(zip(names, widths, strict=True))
    ]
    for name, width in zip(names, widths, strict=True):
        done = run("query", f'"{name}" kiled:3')
        assert done.stderr.splitlines()[2].startswith(f"{' ' * (width + 3)}^^^^^ no field")


def test_changes_since_another_file(tmp_path: Path) -> None:
    old, new = minimal(), minimal()
    old["title"], new["claims"][0]["kind"] = "Earlier", "context"
    before, after = (written(tmp_path, raw, name) for raw, name in ((old, "old"), (new, "new")))
    done = run("query", "is:changed", str(after), "--since", str(before), "--format", "count")
    assert (done.returncode, done.stdout) == (0, "1\n")
    done = run("query", "is:new", str(after), "--since", str(before), "--format", "count")
    assert (done.returncode, done.stdout) == (1, "0\n")
    done = run("query", "is:new", str(after), "--format", "count")
    assert "no earlier version to compare with: open with --since, or reload" in done.stderr
    done = run("show", str(after), "--since", str(before))
    assert "CHANGES SINCE" in done.stdout
    assert "kind of claim reported ─▶ context" in done.stdout.replace("[-reported-]", "reported")
