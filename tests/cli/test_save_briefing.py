"""A draft is saved in the format that it was read in, or not at all."""

import json
import os
import sys
from argparse import Namespace
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from kursk_tui.cli.briefing_file import file_of
from kursk_tui.defaults import SIZE_LIMIT
from kursk_tui.formats.json import read
from kursk_tui.formats.registry import FORMATS, Format, Loss, format_of
from kursk_tui.formats.source import FileVersion, read_version
from kursk_tui.model import Briefing
from kursk_tui.model.decisions import set_decision
from kursk_tui.ui.briefing_file import BriefingFile
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
    monkeypatch: pytest.MonkeyPatch, *, writes: bool, losses: tuple[Loss, ...] = ()
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
    briefing, version = read_version(path, lambda: format_of(path).read(path, SIZE_LIMIT))
    save = file_of(path, version, options).save
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
        (True, (Loss("decisions"), Loss("notes")), "headed JSON cannot carry decisions"),
    ],
)
def test_a_draft_is_not_saved_in_a_format_that_loses_parts_of_it(
    writes: bool,
    losses: tuple[Loss, ...],
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


def opened(path: Path) -> tuple[Briefing, BriefingFile]:
    """Open a draft as the dashboard does; return it with the operations on its file."""
    briefing, version = read_version(path, lambda: read(path))
    return briefing, file_of(path, version, Namespace(max_size=SIZE_LIMIT, watch=False))


def saved(file: BriefingFile, before: Briefing, number: int) -> str | None:
    """Accept a claim and save; return the error message, or None."""
    assert file.save is not None
    return file.save(set_decision(before, number, "accepted"), before)


def changed(path: Path, change: Callable[[dict[str, Any]], object]) -> None:
    """Change a file as another program does, at 14:02."""
    raw = json.loads(path.read_text("utf-8"))
    change(raw)
    written(path.parent, raw, path.name)
    at = datetime(2025, 3, 7, 14, 2, tzinfo=UTC).timestamp()
    os.utime(path, (at, at))


def reject(*numbers: int) -> Callable[[dict[str, Any]], None]:
    def change(raw: dict[str, Any]) -> None:
        for number in numbers:
            raw["claims"][number]["review"]["decision"] = "rejected"

    return change


def reject_figure(raw: dict[str, Any]) -> None:
    claim = raw["claims"][9]
    claim["review"]["rejected"] = {"figures": [claim["figures"].pop(0)]}
    claim["review"]["items"][1]["decision"] = "rejected"


def change_figure(raw: dict[str, Any]) -> None:
    raw["claims"][9]["figures"][0]["measure"] = "missing"
    raw["claims"][9]["review"]["items"][1]["decision"] = "accepted"


@pytest.mark.parametrize(
    ("change", "what"),
    [
        (reject(2), "rejected S3"),
        (reject(2, 4, 5), "rejected S3, rejected S5, rejected S6"),
        (reject(0, 1, 2, 3, 4), "rejected S1, rejected S2, rejected S3 and 2 more"),
        (lambda raw: raw["claims"][0].update(summary="Other"), "changed S1"),
        (lambda raw: raw["claims"][9]["review"]["items"].pop(), "changed S10"),
        (reject_figure, "rejected a figure of S10"),
        (change_figure, "changed S10, accepted a figure of S10"),
        (lambda raw: raw["claims"].pop(3), "removed S4"),
        (lambda raw: raw["claims"][3].update(id="S99"), "added S99, removed S4"),
        (lambda raw: raw.update(title="Other"), "changed the file"),
    ],
)
def test_a_refusal_says_what_was_changed_and_when(
    change: Callable[[dict[str, Any]], object], what: str, tmp_path: Path
) -> None:
    path = written(tmp_path, drafted_raw())
    briefing, file = opened(path)
    changed(path, change)
    before = path.read_bytes()
    assert saved(file, briefing, 2) == (
        f"not saved: at 14:02, another program {what}; r reloads it"
    )
    assert path.read_bytes() == before
    assert [one.name for one in tmp_path.iterdir()] == [path.name]


def test_a_refusal_says_that_a_decision_was_undone(tmp_path: Path) -> None:
    raw = drafted_raw()
    reject(2)(raw)
    path = written(tmp_path, raw)
    briefing, file = opened(path)
    changed(path, lambda raw: raw["claims"][2]["review"].pop("decision"))
    assert saved(file, briefing, 0) == (
        "not saved: at 14:02, another program undid the decision on S3; r reloads it"
    )


def make_final(raw: dict[str, Any]) -> None:
    raw["status"] = "final"
    for claim in raw["claims"]:
        del claim["review"]


def test_a_refusal_says_that_the_draft_was_made_final(tmp_path: Path) -> None:
    path = written(tmp_path, drafted_raw())
    briefing, file = opened(path)
    changed(path, make_final)
    assert saved(file, briefing, 0) == (
        "not saved: at 14:02, another program made the briefing final; r reloads it"
    )


def test_a_refusal_says_that_the_file_is_invalid_or_gone(tmp_path: Path) -> None:
    path = written(tmp_path, drafted_raw())
    briefing, file = opened(path)
    changed(path, lambda raw: raw.update(title=5))
    message = saved(file, briefing, 0)
    assert message is not None
    assert message.startswith("not saved: at 14:02, another program made the file invalid: ")
    path.unlink()
    assert saved(file, briefing, 0) == (
        "not saved: another program has removed the file, or made it unreadable"
    )


def test_a_file_that_only_looks_changed_is_saved(tmp_path: Path) -> None:
    path = written(tmp_path, drafted_raw())
    briefing, file = opened(path)
    changed(path, lambda _: None)
    assert saved(file, briefing, 0) is None


def test_what_was_read_counts_and_not_what_the_file_was_before_and_after(tmp_path: Path) -> None:
    path = written(tmp_path, drafted_raw())
    original = path.read_bytes()

    def read_late() -> Briefing:
        changed(path, reject(0))
        briefing = read(path)
        path.write_bytes(original)  # another process undoes its decision
        return briefing

    briefing, version = read_version(path, read_late)
    file = file_of(path, version, Namespace(max_size=SIZE_LIMIT, watch=False))
    message = saved(file, briefing, 1)
    assert message is not None
    assert "undid the decision on S1" in message
    assert path.read_bytes() == original


def test_a_decision_made_during_a_reload_stays_on_the_screen(tmp_path: Path) -> None:
    path = written(tmp_path, drafted_raw())
    briefing, file = opened(path)
    assert file.reload is not None
    assert file.reload() == briefing
    assert saved(file, briefing, 0) is None
    assert not file.shown()  # what was read lacks the decision
    again = file.reload()
    assert file.shown()
    assert isinstance(again, Briefing)
    assert saved(file, again, 1) is None
    decided = [claim.id for claim in read(path).claims if claim.review_state == "accepted"]
    assert decided == ["S1", "S2"]


def test_a_draft_from_a_named_pipe_cannot_be_saved(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    file = file_of(pipe, FileVersion(None, "digest"), Namespace(max_size=SIZE_LIMIT, watch=False))
    assert file.save is None
    assert file.why_not == "this was read from a pipe: there is no file to save"
    assert file.remark == ""


def test_a_file_that_became_a_loop_of_links_is_reported(tmp_path: Path) -> None:
    path = written(tmp_path, drafted_raw())
    briefing, file = opened(path)
    path.unlink()
    path.symlink_to(path)
    message = saved(file, briefing, 0)
    assert message == "not saved: Too many levels of symbolic links (briefing.json)"
