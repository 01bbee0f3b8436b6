"""A draft is saved in the format that it was read in, or not at all."""

import sys
from argparse import Namespace
from collections.abc import Iterator
from pathlib import Path

import pytest

from kursk_tui.cli.briefing_file import file_of
from kursk_tui.defaults import SIZE_LIMIT
from kursk_tui.formats.json import read
from kursk_tui.formats.registry import FORMATS, Format, format_of
from kursk_tui.formats.source import read_edition
from kursk_tui.model.decisions import set_decision
from tests.cli.run import written
from tests.drafted_briefing import drafted_raw

MODULE = '''
"""A format for this test: the briefing file after a first line."""

from kursk_tui.formats.json import parse_text
from kursk_tui.formats.json import write as write_json
from kursk_tui.formats.source import read_bytes


def read(path, limit):
    return parse_text(read_bytes(path, limit).decode().removeprefix("HEAD\\n"), str(path))


def write(view):
    return "HEAD\\n" + write_json(view)
'''


@pytest.fixture
def headed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """Return a draft in a format other than JSON, whose module can be imported."""
    (tmp_path / "headed_format.py").write_text(MODULE)
    monkeypatch.syspath_prepend(tmp_path)
    path = written(tmp_path, drafted_raw(), "draft.headed")
    path.write_text("HEAD\n" + path.read_text("utf-8"), "utf-8")
    yield path
    sys.modules.pop("headed_format", None)


def register(
    monkeypatch: pytest.MonkeyPatch, *, writes: bool, losses: tuple[str, ...] = ()
) -> None:
    file_format = Format(
        "headed",
        "headed JSON",
        module="headed_format",
        suffixes=(".headed",),
        description="",
        losses=losses,
        reads=True,
        writes=writes,
    )
    monkeypatch.setitem(FORMATS, "headed", file_format)


def save_decision(path: Path) -> str | None:
    """Read a draft, accept its first claim, and save it as the dashboard does."""
    options = Namespace(max_size=SIZE_LIMIT, watch=False)
    briefing, edition = read_edition(path, lambda: format_of(path).read(path, SIZE_LIMIT))
    save = file_of(path, edition, options).save
    assert save is not None
    return save(set_decision(briefing, 0, "accepted"), briefing)


def test_a_draft_keeps_its_format(headed: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    register(monkeypatch, writes=True)
    before = headed.read_bytes()
    assert save_decision(headed) is None
    assert headed.read_text("utf-8").startswith("HEAD\n{")
    saved = format_of(headed).read(headed, SIZE_LIMIT)
    assert [claim.review is not None and claim.review.decision for claim in saved.claims][:2] == [
        "accepted",
        None,
    ]
    assert headed.with_name("draft.headed~").read_bytes() == before


@pytest.mark.parametrize(
    ("writes", "losses", "reason"),
    [
        (False, (), "kursk-tui reads headed JSON but cannot write it"),
        (True, ("decisions", "notes"), "headed JSON cannot carry decisions"),
    ],
)
def test_a_draft_is_not_saved_in_a_format_that_loses_parts_of_it(
    writes: bool,
    losses: tuple[str, ...],
    reason: str,
    headed: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    register(monkeypatch, writes=writes, losses=losses)
    before = headed.read_bytes()
    assert save_decision(headed) == (
        f"not saved: {reason}; export --to json writes a copy to review"
    )
    assert headed.read_bytes() == before
    assert not headed.with_name("draft.headed~").exists()


def test_a_json_file_of_any_name_stays_json(tmp_path: Path) -> None:
    path = written(tmp_path, drafted_raw(), "draft.md")
    assert save_decision(path) is None
    assert read(path).claims[0].review is not None
