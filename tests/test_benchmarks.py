"""The generated data of the benchmarks is complete, although it is written in pieces."""

import csv
import json
from pathlib import Path

from benchmarks.data import write, write_draft

from kursk_tui.formats.json import read


def test_a_briefing_written_in_pieces_is_valid_and_formatted_as_usual(tmp_path: Path) -> None:
    path, _ = write(25, tmp_path)
    text = path.read_text("utf-8")
    assert json.dumps(json.loads(text), ensure_ascii=False, indent=1) == text
    assert len(read(path).claims) == 25


def test_a_draft_is_written_anew_without_decisions(tmp_path: Path) -> None:
    path = write_draft(25, tmp_path)
    path.write_text(path.read_text("utf-8").replace('"items"', '"decision": "accepted", "items"'))
    assert len(read(write_draft(25, tmp_path)).unreviewed) == 25


def test_the_rows_for_other_programs_are_the_claims(tmp_path: Path) -> None:
    path, rows = write(25, tmp_path)
    ids = [claim["id"] for claim in json.loads(path.read_text("utf-8"))["claims"]]
    with rows.open(encoding="utf-8", newline="") as file:
        assert [row["id"] for row in csv.DictReader(file)] == ids


def test_no_partial_file_is_left(tmp_path: Path) -> None:
    paths = write(25, tmp_path)
    assert sorted(tmp_path.iterdir()) == sorted(paths)
