"""State: it persists, concurrent runs keep each other's changes, and losing it is harmless."""

import json
import stat
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kursk_tui.platform import state as state_module
from kursk_tui.platform.files import config_path, state_folder, write_private
from kursk_tui.platform.state import ReadMark, State, Theme


def test_saved_state_is_loaded_again(tmp_path: Path) -> None:
    state = State.load(tmp_path / "kursk-tui", "a.json")
    state.theme = Theme("light", None)
    state.add_query("source:nis")
    state.marks["a"] = "S10"
    state.save()
    again = State.load(tmp_path / "kursk-tui", "a.json")
    assert (again.theme, again.queries, again.marks) == (
        Theme("light", None),
        ["source:nis"],
        {"a": "S10"},
    )
    assert State.load(tmp_path / "kursk-tui", "b.json").marks == {}


def test_only_its_owner_can_read_it(tmp_path: Path) -> None:
    folder = tmp_path / "deep" / "kursk-tui"
    State.load(folder, "a").save()
    assert stat.S_IMODE((folder / "state.json").stat().st_mode) == 0o600
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700


def test_concurrent_runs_keep_each_others_queries_and_marks(tmp_path: Path) -> None:
    one, other = State.load(tmp_path, "one.json"), State.load(tmp_path, "other.json")
    one.add_query("kind:judgement")
    one.marks["a"] = "S1"
    other.add_query("source:lee")
    other.marks["b"] = "S2"
    one.save()
    other.save()
    again = State.load(tmp_path, "one.json")
    assert again.queries == ["kind:judgement", "source:lee"]
    assert again.marks == {"a": "S1"}
    assert State.load(tmp_path, "other.json").marks == {"b": "S2"}


def test_a_repeated_query_moves_to_the_end() -> None:
    state = State()
    for query in ("a", "b", "a", " "):
        state.add_query(query)
    assert state.queries == ["b", "a"]


def test_the_latest_two_hundred_queries_are_kept() -> None:
    state = State()
    for number in range(250):
        state.add_query(str(number))
    assert state.queries == [str(number) for number in range(50, 250)]


def test_a_theme_configured_later_replaces_the_one_chosen_earlier(
    tmp_path: Path,
) -> None:
    state = State.load(tmp_path, "")
    assert state.theme_for("dark") is None
    state.theme = Theme("light", "dark")
    state.save()
    assert State.load(tmp_path, "").theme_for("dark") == "light"
    for _ in range(2):  # the replacement is permanent
        later = State.load(tmp_path, "")
        assert later.theme_for("contrast") is None
        later.save()


def test_a_run_without_changes_keeps_those_of_another(tmp_path: Path) -> None:
    idle, busy = State.load(tmp_path, "a"), State.load(tmp_path, "a")
    busy.theme = Theme("light", None)
    busy.marks["a"] = "S1"
    busy.save()
    idle.save()
    again = State.load(tmp_path, "a")
    assert (again.theme, again.marks) == (Theme("light", None), {"a": "S1"})


def test_two_runs_on_one_briefing_keep_each_others_marks(tmp_path: Path) -> None:
    first = State.load(tmp_path, "a")
    first.marks |= {"a": "S1", "b": "S2"}
    first.save()
    one, other = State.load(tmp_path, "a"), State.load(tmp_path, "a")
    del one.marks["a"]
    other.marks["c"] = "S3"
    one.save()
    other.save()
    assert State.load(tmp_path, "a").marks == {"b": "S2", "c": "S3"}


@pytest.mark.parametrize(
    ("content", "queries", "marks"),
    [
        (b"", [], {}),
        (b"\xff\xfe", [], {}),
        (b"[]", [], {}),
        (b"nul", [], {}),
        (b'{"queries": 5, "marks": [], "theme": {}}', [], {}),
        (
            b'{"queries": [1, "ok"], "marks": {"": {"a": 1, "b": "S2"}, "x": 3}, "theme": "light"}',
            ["ok"],
            {"b": "S2"},
        ),
        (b"[" * 100_000, [], {}),
    ],
)
def test_only_the_valid_parts_of_a_broken_file_are_used(
    content: bytes, queries: list[str], marks: dict[str, str], tmp_path: Path
) -> None:
    (tmp_path / "state.json").write_bytes(content)
    state = State.load(tmp_path, "")
    assert (state.theme, state.queries, state.marks) == (None, queries, marks)
    state.add_query("q")
    state.save()
    assert State.load(tmp_path, "").queries == [*queries, "q"]


@settings(max_examples=100, deadline=None, database=None)
@given(
    st.recursive(
        st.none() | st.text() | st.integers(),
        lambda one: (
            st.lists(one) | st.dictionaries(st.sampled_from(["queries", "marks", "theme", ""]), one)
        ),
    )
)
def test_any_json_can_be_loaded(content: object) -> None:
    import tempfile

    with tempfile.TemporaryDirectory() as folder:
        (Path(folder) / "state.json").write_text(json.dumps(content))
        state = State.load(Path(folder), "")
        assert all(isinstance(one, str) for one in state.queries)


def test_a_folder_that_cannot_be_written_is_ignored(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    state = State.load(tmp_path / "file" / "below", "")
    state.add_query("a")
    state.save()
    State().save()
    assert state.queries == ["a"]
    assert [one.name for one in tmp_path.iterdir()] == ["file"]


def test_an_interrupted_write_leaves_the_old_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_private(tmp_path / "file", "old")

    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", full)
    with pytest.raises(OSError, match="No space"):
        write_private(tmp_path / "file", "new")
    assert (tmp_path / "file").read_text() == "old"
    assert [one.name for one in tmp_path.iterdir()] == ["file"]


@pytest.mark.parametrize(
    ("environment", "config", "state"),
    [
        (
            {"HOME": "/home/a"},
            "/home/a/.config/kursk-tui/config.toml",
            "/home/a/.local/state/kursk-tui",
        ),
        (
            {"HOME": "/home/a", "XDG_CONFIG_HOME": "/c", "XDG_STATE_HOME": "/s"},
            "/c/kursk-tui/config.toml",
            "/s/kursk-tui",
        ),
        (
            {"HOME": "/home/a", "XDG_CONFIG_HOME": "c", "XDG_STATE_HOME": ""},
            "/home/a/.config/kursk-tui/config.toml",
            "/home/a/.local/state/kursk-tui",
        ),
    ],
)
def test_files_follow_the_xdg_specification(
    environment: dict[str, str], config: str, state: str
) -> None:
    assert config_path(environment) == Path(config)
    assert state_folder(environment) == Path(state)


def test_runs_that_save_at_the_same_time_keep_each_others_marks(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    one, other = State.load(tmp_path, "one.json"), State.load(tmp_path, "other.json")
    one.marks["a"], other.marks["b"] = "S1", "S2"
    read = state_module._read

    def read_early(path: Path) -> object:
        found = read(path)
        monkeypatch.setattr(state_module, "_read", read)
        other.save()  # after the first run has read the file, and before it writes
        return found

    monkeypatch.setattr(state_module, "_read", read_early)
    one.save()
    assert State.load(tmp_path, "one.json").marks == {"a": "S1"}
    assert State.load(tmp_path, "other.json").marks == {"b": "S2"}


def test_a_file_larger_than_any_saved_state_is_not_read(tmp_path: Path) -> None:
    saved = {"queries": ["killed:*"], "more": "x" * 2**22}
    (tmp_path / "state.json").write_text(json.dumps(saved), "utf-8")
    assert State.load(tmp_path, "name").queries == []


def test_what_has_been_read_of_a_library_is_kept_by_its_path(tmp_path: Path) -> None:
    state, other = State.load(tmp_path, "/dprk"), State.load(tmp_path, "/other")
    state.read = ReadMark("2024-12-20 06:00", frozenset(("a1", "b2")))
    state.save()
    other.save()
    again = State.load(tmp_path, "/dprk")
    assert again.read == state.read
    assert State.load(tmp_path, "/other").read is None
    again.read = ReadMark("2024-12-21 06:00", frozenset(("c3",)))
    again.save()
    state.save()  # a run that has marked nothing since keeps what the other has marked
    assert State.load(tmp_path, "/dprk").read == again.read
    again.read = None
    again.save()
    assert State.load(tmp_path, "/dprk").read is None


def test_the_libraries_marked_last_are_kept(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(state_module, "_MOST_READ", 3)
    for name in ("a", "b"):
        state = State.load(tmp_path, name)
        state.read = ReadMark("2024", frozenset((f"{name}1", f"{name}2")))
        state.save()
    assert State.load(tmp_path, "a").read is None
    assert State.load(tmp_path, "b").read is not None
