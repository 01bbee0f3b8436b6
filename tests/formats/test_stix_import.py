"""Bundles read back: errors at their place, and what other programs have changed."""

import json
from pathlib import Path

import pytest

from kursk_tui.formats.exchange import stix
from kursk_tui.formats.exchange.stix_fixed import EXTENSION
from kursk_tui.formats.exchange.stix_others import left_out
from kursk_tui.formats.exchange.stix_reading import briefing_in
from kursk_tui.formats.problem import InvalidBriefingError
from kursk_tui.query import View
from tests.cli.run import run
from tests.query.factory import builtin
from tests.tables import each_row


@each_row(
    ("text", "message"),
    [
        ('{"type": "bundle", "objects": [{"type": "report", "name": "R"}]}', "draft FILE"),
        ("[]", "not a STIX bundle that kursk-tui wrote"),
        ('{"objects": [1]}', "draft FILE"),
        ('{"format": "kursk-tui/1"}', "this is a briefing file"),
        ('{"objects": [\n {"type": "report",]}', "2:20: "),
        ('{"objects": [], "objects": []}', "1:17: “objects” is a duplicate key"),
        ("[" * 100_000, "nested"),
    ],
)
def test_another_file_is_refused_with_advice(text: str, message: str) -> None:
    with pytest.raises(InvalidBriefingError) as refused:
        briefing_in(text, "file")
    assert message in str(refused.value)
    assert len(refused.value.problems) == 1


EXT = f'.extensions["{EXTENSION}"]'


@each_row(
    ("old", "new", "message", "path"),
    [
        (
            '"at least 100"',
            '"at least 9"',
            "not in the claim's quote",
            f"{EXT}.claim.figures[0].words",
        ),
        ('"abstract": "Offensive', '"abstract": 5, "was": "', "“summary” is 5", ".abstract"),
        ('"name": "North', '"name": 7, "was": "', "“title” is 7", ".name"),
        ('"name": "Lee', '"name": "\\n', "“name”", ".name"),
        ('"payload_bin": "', '"payload_bin": "!', "in UTF-8 and Base64", ".payload_bin"),
        (
            '"payload_bin": "',
            '"payload_bin": "AAAA',
            "does not match its checksum",
            f"{EXT}.document.sha256",
        ),
        ('"content": "Troops', '"content": "troops', "does not match", ".content"),
        ('"format": "kursk-tui/1"', '"format": "x"', "“format”", f"{EXT}.briefing.format"),
    ],
)
def test_damage_is_an_error_at_its_place_in_the_bundle(
    old: str, new: str, message: str, path: str
) -> None:
    bundle = stix.write(View.of(builtin()))
    assert old in bundle
    text = bundle.replace(old, new, 1)
    with pytest.raises(InvalidBriefingError) as refused:
        briefing_in(text, "bundle")
    problems = refused.value.problems
    found = [one for one in problems if message in one.message]
    assert found, [one.message for one in problems]
    assert found[0].path.startswith("$.objects[")
    assert found[0].path.endswith(path)
    line = text.splitlines()[found[0].line - 1]
    assert path.rpartition(".")[2] in line


def test_a_bundle_that_is_not_whole_says_what_is_missing() -> None:
    bundle = json.loads(stix.write(View.of(builtin())))
    report = bundle["objects"].pop()
    with pytest.raises(InvalidBriefingError, match="the report of this bundle is missing"):
        briefing_in(json.dumps(bundle), "bundle")
    bundle["objects"] += [report, report]
    with pytest.raises(InvalidBriefingError, match="another report; import the bundles one by"):
        briefing_in(json.dumps(bundle), "bundle")


def test_what_other_programs_add_to_a_bundle_is_left_out_with_a_remark(tmp_path: Path) -> None:
    bundle = json.loads(stix.write(View.of(builtin())))
    assert list(left_out(bundle["objects"], builtin())) == []
    selection = json.loads(stix.write(View.of(builtin()).ask("killed:*")))
    chosen = briefing_in(json.dumps(selection), "selection")
    assert [claim.id for claim in chosen.claims] == ["S10"]
    assert list(left_out(selection["objects"], chosen)) == []
    notes = [one for one in bundle["objects"] if one["type"] == "note"]
    notes[0]["confidence"], notes[1]["labels"] = 90, []
    bundle["objects"] += [{"type": "malware", "id": "malware--1"}, 5]
    path = tmp_path / "bundle.stix"
    path.write_text(json.dumps(bundle))
    done = run("import", path)
    assert done.returncode == 0
    changed = "changes of other programs to 2 objects left out (confidence, labels)"
    assert done.stderr.splitlines() == [
        "note: 2 objects of other programs left out",
        f"note: {changed}; the records are kept",
    ]


def test_a_claim_that_was_taken_from_a_bundle_is_missed(tmp_path: Path) -> None:
    bundle = json.loads(stix.write(View.of(builtin())))
    taken = next(one for one in bundle["objects"] if one["type"] == "note")
    bundle["objects"].remove(taken)
    path = tmp_path / "bundle.stix"
    path.write_text(json.dumps(bundle))
    done = run("import", path)
    assert len(json.loads(done.stdout)["claims"]) == 10
    assert "note: not in the bundle: 1 object that its report lists" in done.stderr.splitlines()


def test_import_writes_the_briefing_of_a_bundle(tmp_path: Path) -> None:
    assert run("export", "--to", "stix", "-o", tmp_path / "b.stix").returncode == 0
    done = run("import", tmp_path / "b.stix")
    assert done.stdout == run("export", "--to", "json").stdout
    foreign = run("import", "-", given=b'{"objects": []}')
    assert foreign.returncode == 1
    assert foreign.stderr.startswith("<stdin>:1:1: kursk-tui did not write this STIX bundle")
