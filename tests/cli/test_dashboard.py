"""The dashboard in a real terminal: input, following a file, the editor, exits."""

import json
import os
import shutil
import signal
import subprocess
import sys
from argparse import Namespace
from pathlib import Path
from typing import Any

import pytest

from kursk_tui.cli.briefing_file import file_of
from kursk_tui.cli.dashboard_app import open_another
from kursk_tui.cli.saved_state import load_state
from kursk_tui.defaults import SIZE_LIMIT
from kursk_tui.formats.builtin import builtin_path
from kursk_tui.formats.json import parse, read
from kursk_tui.formats.source import read_version
from kursk_tui.progress import reporting_to
from kursk_tui.ui.briefing_file import ReadingCancelledError
from kursk_tui.ui.open_briefing import CannotOpenError
from tests.cli.run import run, written
from tests.drafted_briefing import drafted_raw
from tests.query.factory import builtin
from tests.terminal import COMMAND, Terminal

READY = "Partnership tr"


def builtin_raw() -> dict[str, Any]:
    raw: dict[str, Any] = json.loads(builtin_path().read_text("utf-8"))
    return raw


def put_in_place(path: Path, raw: Any) -> None:
    """Save as editors do: replace the file with a new one."""
    written(path.parent, raw, "new").replace(path)


def test_a_version_that_was_not_loaded_is_not_overwritten(tmp_path: Path) -> None:
    path = written(tmp_path, drafted_raw())
    options = Namespace(path=path, max_size=SIZE_LIMIT, watch=False)
    first, version = read_version(path, lambda: read(path))
    file = file_of(path, version, options)
    assert file.reload is not None
    assert file.save is not None
    put_in_place(path, {**drafted_raw(), "title": "By another program"})

    def leave(doing: str, _: float) -> None:
        if doing == "checking":  # after it is read
            raise ReadingCancelledError

    with reporting_to(leave), pytest.raises(ReadingCancelledError):
        file.reload()
    assert file.save(first, first) is not None
    assert read(path).title == "By another program"
    assert file.reload() == read(path)
    assert file.save(first, first) is not None  # while the screen shows the previous version
    file.shown()
    assert file.save(first, first) is None


def test_another_briefing_is_opened_with_its_own_file(tmp_path: Path) -> None:
    path = written(tmp_path, drafted_raw())
    options = Namespace(max_size=SIZE_LIMIT, watch=False)
    opened = open_another(path, options)
    assert opened.view.briefing == read(path)
    assert opened.file.save is not None
    assert opened.file.changes is None
    put_in_place(path, {**drafted_raw(), "title": "By another program"})
    briefing = opened.view.briefing
    assert opened.file.save(briefing, briefing) is not None
    with pytest.raises(CannotOpenError, match=r"absent\.json: No such file or directory"):
        open_another(tmp_path / "absent.json", options)


def test_a_briefing_comes_from_a_pipe_and_keys_from_the_terminal() -> None:
    script = f"cat '{builtin_path()}' | '{COMMAND}' - --pane figures; echo \"code $?\""
    terminal = Terminal(["-c", script], command="sh")
    terminal.wait_for("not added up")
    terminal.press("/id:S4\r")
    terminal.wait_for("1 match · 0 possible")
    terminal.press("r")
    terminal.wait_for("this was read from standard input: there is no file to")
    terminal.press("E")
    terminal.wait_for("this was read from standard input: there is no file to")
    terminal.press("q")
    terminal.wait_for("code 0")


@pytest.mark.parametrize(
    ("number", "code"),
    [
        *((signal.SIGINT, 130), (signal.SIGQUIT, 131), (signal.SIGTERM, 143)),
        *((signal.SIGHUP, 129), (signal.SIGUSR1, 138)),
    ],
    ids=["INT", "QUIT", "TERM", "HUP", "USR1"],
)
def test_every_signal_leaves_a_clean_terminal(number: int, code: int) -> None:
    terminal = Terminal()
    terminal.wait_for(READY)
    terminal.child.kill(number)
    assert terminal.wait_for_end() == code
    for mode in (b"?1049", b"?1000", b"?2004"):
        assert terminal.sent.rfind(b"\x1b[" + mode + b"l") > terminal.sent.rfind(
            b"\x1b[" + mode + b"h"
        )


def test_esc_and_a_letter_in_one_burst_are_both_handled() -> None:
    terminal = Terminal(["--query", "source:lee"])
    terminal.wait_for("2 match")
    terminal.press("\x1bq")
    assert terminal.wait_for_end() == 0


def test_an_error_in_the_program_is_one_line_on_a_clean_terminal() -> None:
    code = (
        "import sys\n"
        "from kursk_tui.ui.dashboard.pane_navigator import PaneNavigator\n"
        "PaneNavigator.zoom = lambda self: 1 / 0\n"
        "from kursk_tui.cli.main import main\n"
        "sys.exit(main([]))"
    )
    terminal = Terminal(["-c", code], command=sys.executable)
    terminal.wait_for(READY)
    terminal.press("z")
    assert terminal.wait_for_end() == 3
    after = terminal.sent[terminal.sent.rfind(b"?1049l") :].decode()
    assert "kursk-tui: an error in kursk-tui itself: ZeroDivisionError" in after
    assert "Traceback" not in after


def follow(path: Path, **environment: str) -> Terminal:
    terminal = Terminal([str(path), "--watch", "--query", "source:lee"], env=environment)
    terminal.wait_for("2 match")
    return terminal


def test_the_screen_follows_the_file_and_keeps_the_last_valid_version(tmp_path: Path) -> None:
    path = written(tmp_path, builtin_raw())
    terminal = follow(path)
    terminal.press("G")
    terminal.wait_for("reported S10")

    raw = builtin_raw()
    raw["title"] = "A second edition"
    del raw["claims"][0]
    put_in_place(path, raw)
    terminal.wait_for("A second edition")
    terminal.wait_for("10 claims")
    assert "2 match" in terminal.text
    assert "reported S10" in terminal.text

    path.write_text('{"title": 1}')  # in place, as some editors do
    terminal.wait_for("! not the latest version: line 1, column 1:")
    assert "A second edition" in terminal.text
    terminal.press("k")
    terminal.wait_for("context S11")
    assert "! not the latest version" in terminal.text

    path.unlink()
    terminal.press("r")
    terminal.wait_for("No such file or directory")

    raw["title"] = "A third edition"
    put_in_place(path, raw)
    terminal.wait_for("A third edition")
    terminal.wait_for(lambda text: "! not the latest" not in text)
    terminal.press("q")
    assert terminal.wait_for_end() == 0


def test_a_redirected_link_is_followed(tmp_path: Path) -> None:
    first = written(tmp_path, builtin_raw(), "1.json")
    raw = {**builtin_raw(), "title": "Elsewhere"}
    (tmp_path / "sub").mkdir()
    second = written(tmp_path / "sub", raw, "2.json")
    link, new = tmp_path / "link.json", tmp_path / "new"
    link.symlink_to(first)
    terminal = follow(link)
    new.symlink_to(second)
    new.replace(link)
    terminal.wait_for("Elsewhere")
    terminal.press("q")
    assert terminal.wait_for_end() == 0


EDITOR = """#!/bin/sh
printf '%s\\n' "$@" > "{folder}/arguments"
sed -i.bak 's/"Kursk"/"Edited"/' "$2"
exit {code}
"""


def editor(folder: Path, code: int = 0, name: str = "vi") -> str:
    """Create an editor that records its arguments, changes the title, and exits with a code."""
    path = folder / name
    path.write_text(EDITOR.format(folder=folder, code=code))
    path.chmod(0o755)
    return str(path)


def test_the_editor_opens_at_the_claim_and_the_file_is_reloaded(tmp_path: Path) -> None:
    path = written(tmp_path, {**builtin_raw(), "title": "Kursk"})
    env = {"VISUAL": editor(tmp_path), "EDITOR": "no-such-editor"}
    terminal = Terminal([str(path), "--query", "id:S10"], env=env)
    terminal.wait_for("reported S10")
    terminal.press("E")
    terminal.wait_for("Edited")
    terminal.wait_for("reloaded: title changed")
    line, file = (tmp_path / "arguments").read_text().splitlines()
    assert file == str(path)
    rows = Path(f"{path}.bak").read_text("utf-8").splitlines()
    number = int(line.removeprefix("+"))
    assert rows[number - 1].strip() == "{"
    assert rows[number].strip() == '"id": "S10",'
    terminal.press("q")
    assert terminal.wait_for_end() == 0


def test_the_editor_opens_at_the_error_of_an_invalid_version(tmp_path: Path) -> None:
    path = written(tmp_path, builtin_raw())
    terminal = Terminal([str(path)], env={"EDITOR": editor(tmp_path, name="nvim")})
    terminal.wait_for(READY)
    text = path.read_text("utf-8").replace('"judgement"', '"guess"', 1)
    path.write_text(text)
    terminal.press("r")
    terminal.wait_for("! not the latest version")
    terminal.press("E")
    terminal.wait_for(lambda _: (tmp_path / "arguments").exists())
    wrong = next(n for n, row in enumerate(text.splitlines(), 1) if '"guess"' in row)
    terminal.wait_for("! not the latest version")
    assert (tmp_path / "arguments").read_text().splitlines()[0] == f"+{wrong}"
    terminal.press("q")
    assert terminal.wait_for_end() == 0


def test_a_failing_or_missing_editor_is_reported(tmp_path: Path) -> None:
    path = written(tmp_path, builtin_raw())
    terminal = Terminal([str(path)], env={"EDITOR": editor(tmp_path, code=3), "VISUAL": ""})
    terminal.wait_for(READY)
    terminal.press("E")
    terminal.wait_for("/vi exited with code 3")
    terminal.press("q")
    assert terminal.wait_for_end() == 0
    terminal = Terminal([str(path)], env={"EDITOR": "no-such-editor", "VISUAL": ""})
    terminal.wait_for(READY)
    terminal.press("E")
    terminal.wait_for("cannot start the editor no-such-editor: command not found")
    terminal.press("q")
    assert terminal.wait_for_end() == 0


def test_ctrl_c_in_the_editor_reaches_the_editor_only(tmp_path: Path) -> None:
    script = tmp_path / "ed"
    script.write_text("#!/bin/sh\ntrap 'echo caught; exit 0' INT\necho ready\nread x\n")
    script.chmod(0o755)
    path = written(tmp_path, builtin_raw())
    terminal = Terminal([str(path)], env={"EDITOR": str(script), "VISUAL": ""})
    terminal.wait_for(READY)
    terminal.press("E")
    terminal.wait_for("ready")
    terminal.press("\x03")
    terminal.wait_for("reloaded: no changes")
    terminal.child.kill(signal.SIGINT)
    assert terminal.wait_for_end() == 130


def test_the_built_in_briefing_cannot_be_edited() -> None:
    terminal = Terminal()
    terminal.wait_for(READY)
    terminal.press("E")
    terminal.wait_for("export --to json makes a copy to edit")
    terminal.press("q")
    assert terminal.wait_for_end() == 0


def test_the_pane_option_opens_that_pane_first() -> None:
    for pane, mark in (("document", "[5 Document 11]"), ("sources", "[3 Sources 3]")):
        terminal = Terminal(["--pane", pane], size=(80, 24))
        terminal.wait_for(mark)
        terminal.press("q")
        assert terminal.wait_for_end() == 0


# Review of a draft.


def decisions(path: Path) -> list[str]:
    """Return the decisions in a file, which must be complete."""
    claims = json.loads(path.read_text("utf-8"))["claims"]
    return [one["review"]["decision"] for one in claims if one["review"].get("decision")]


def test_sigkill_during_a_review_loses_no_decision(tmp_path: Path) -> None:
    path = written(tmp_path, drafted_raw())
    before = path.read_bytes()
    terminal = Terminal([str(path), "--watch"])
    terminal.wait_for("DRAFT, 11 unreviewed")
    terminal.press("aada")
    terminal.wait_for("DRAFT, 7 unreviewed")
    terminal.child.kill(signal.SIGKILL)
    terminal.child.wait()
    assert sorted(decisions(path)) == ["accepted", "accepted", "accepted", "rejected"]
    assert (tmp_path / "briefing.json~").read_bytes() == before
    assert run("check", path).returncode == 0
    assert [one.name for one in tmp_path.iterdir() if one.name.startswith(".")] == []


def test_changes_by_another_program_are_not_overwritten(tmp_path: Path) -> None:
    path = written(tmp_path, drafted_raw())
    terminal = Terminal([str(path)])
    terminal.wait_for("DRAFT, 11 unreviewed")
    raw = {**drafted_raw(), "title": "From elsewhere"}
    put_in_place(path, raw)
    terminal.press("a")
    terminal.wait_for("another program changed the file; r reloads it")
    assert json.loads(path.read_text("utf-8")) == raw
    terminal.press("r")
    terminal.wait_for("From elsewhere")
    terminal.press("a")
    terminal.wait_for("DRAFT, 10 unreviewed")
    assert decisions(path) == ["accepted"]
    terminal.press("q")
    assert terminal.wait_for_end() == 0


def test_a_draft_that_cannot_be_saved_says_so_when_it_is_opened(tmp_path: Path) -> None:
    path = written(tmp_path, drafted_raw())
    path.chmod(0o444)
    before = path.read_bytes()
    terminal = Terminal([str(path)])
    terminal.wait_for("decisions cannot be saved: the file is read-only")
    terminal.press("a")
    terminal.wait_for("not saved: the file is read-only (briefing.json)")
    terminal.press("q")
    assert terminal.wait_for_end() == 0
    assert path.read_bytes() == before
    assert [one.name for one in tmp_path.iterdir()] == [path.name]


def test_a_draft_becomes_final_and_passes_check(tmp_path: Path) -> None:
    path = written(tmp_path, drafted_raw())
    assert (
        "warning: draft: 11 claims unreviewed, 1 doubtful item [draft]" in run("check", path).stdout
    )
    terminal = Terminal([str(path)])
    terminal.wait_for("DRAFT, 11 unreviewed")
    terminal.press("aaaaaaaaaaaFF")
    terminal.wait_for("final: 11 claims")
    terminal.press("q")
    assert terminal.wait_for_end() == 0
    assert run("check", "--strict", path).returncode == 0
    assert json.loads(path.read_text("utf-8"))["status"] == "final"
    assert parse(path.read_bytes(), "draft") == builtin()


def test_a_draft_from_a_pipe_cannot_be_reviewed(tmp_path: Path) -> None:
    path = written(tmp_path, drafted_raw())
    terminal = Terminal(["-c", f"cat '{path}' | '{COMMAND}' -"], command="sh")
    terminal.wait_for("DRAFT, 11 unreviewed")
    terminal.wait_for("? help")
    assert "a accept" not in terminal.text  # the footer offers what works
    terminal.press("a")
    terminal.wait_for("this was read from standard input: there is no file to")
    terminal.press("q")
    terminal.wait_for_end()


# Completion in real shells.


def test_bash_completes_commands_options_and_files(tmp_path: Path) -> None:
    script = tmp_path / "completion.bash"
    script.write_text(run("completion", "bash").stdout)
    (tmp_path / "mine.json").write_text("")
    terminal = Terminal(["--norc", "--noprofile"], command="bash", folder=str(tmp_path))
    terminal.press(f"PATH='{Path(COMMAND).parent}':$PATH; PS1='> '; . ./completion.bash\r")
    terminal.press("clear\r")
    for typed, completed in (
        ("kursk-tui che", "> kursk-tui check "),
        ("kursk-tui check mi", "> kursk-tui check mine.json"),
        ("kursk-tui mi", "> kursk-tui mine.json"),
        ("kursk-tui export --t", "> kursk-tui export --to "),
        ("kursk-tui export --to h", "> kursk-tui export --to html"),
        ("kursk-tui --theme col", "> kursk-tui --theme colour-blind"),
    ):
        terminal.press(f"{typed}\t")
        terminal.wait_for(completed.rstrip())
        terminal.press("\x15\x0c")
    terminal.press("exit\r")
    assert terminal.wait_for_end() == 0


@pytest.mark.skipif(shutil.which("fish") is None, reason="fish is not installed")
def test_fish_completes_commands_options_and_files(tmp_path: Path) -> None:
    (tmp_path / "mine.json").write_text("")
    (tmp_path / "c.fish").write_text(run("completion", "fish").stdout)
    for typed, completed in (
        ("kursk-tui che", "check"),
        ("kursk-tui mi", "mine.json"),
        ("kursk-tui check mi", "mine.json"),
        ("kursk-tui export --to h", "html"),
    ):
        done = subprocess.run(
            ["fish", "--no-config", "-c", f"source c.fish; complete -C '{typed}'"],
            capture_output=True,
            text=True,
            cwd=tmp_path,
            env={**os.environ, "HOME": str(tmp_path)},
            check=True,
        )
        assert completed in [line.split("\t")[0] for line in done.stdout.splitlines()]


@pytest.mark.skipif(shutil.which("zsh") is None, reason="zsh is not installed")
def test_zsh_parses_the_script(tmp_path: Path) -> None:
    (tmp_path / "_kursk-tui").write_text(run("completion", "zsh").stdout)
    subprocess.run(["zsh", "-n", str(tmp_path / "_kursk-tui")], check=True)
    assert "_describe 'kursk-tui commands' _commands; _files" in (
        (tmp_path / "_kursk-tui").read_text()
    )


def test_marks_of_a_briefing_from_a_pipe_are_not_saved(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path))
    for path in (Path("-"), tmp_path / "report.json"):
        state = load_state(path)
        state.marks["a"] = "S1"
        state.save()
    assert load_state(Path("-")).marks == {}
    assert load_state(tmp_path / "report.json").marks == {"a": "S1"}


def test_an_edit_of_an_unreadable_file_returns_what_is_wrong(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("VISUAL", "true")
    path = written(tmp_path, drafted_raw())
    _, version = read_version(path, lambda: read(path))
    edit = file_of(path, version, Namespace(max_size=SIZE_LIMIT, watch=False)).edit
    assert edit is not None
    path.write_bytes(b'{"title": "\xff"}')
    assert "UTF-8" in (edit("c1", None) or "")
    path.unlink()
    assert "No such file" in (edit("c1", None) or "")
