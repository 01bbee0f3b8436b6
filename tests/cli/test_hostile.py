"""Hostile and broken files: a located message, an exit code, and a clean screen."""

import json
import os
import subprocess
import time
from collections.abc import Iterator
from contextlib import suppress
from itertools import cycle
from pathlib import Path

import pytest

from kursk_tui.formats.builtin import builtin_path
from kursk_tui.formats.problem import UnreadableError
from kursk_tui.formats.source import read_bytes
from tests.cli.run import run, written
from tests.formats.hostile_briefing import HIDDEN, hostile_raw
from tests.model.factory import altered, minimal
from tests.terminal import COMMAND, Terminal

UNSAFE = "\x1b\x07\x9b\u202e\u2066\ufeff\x00"


def refused(data: bytes, folder: Path) -> str:
    """Return the error line of `show` for a file, after checking exit code and output."""
    path = folder / "x.json"
    path.write_bytes(data)
    done = run("show", path)
    assert (done.returncode, done.stdout) == (1, "")
    assert not any(one in done.stderr for one in UNSAFE)
    first = done.stderr.splitlines()[0]
    assert first.startswith(f"{path}:")
    return first.removeprefix(f"{path}:")


TEXT = json.dumps(minimal()).encode()


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"", "1:1: the file is empty"),
        (b" \n\t ", "1:1: the file is empty"),
        (b"\xef\xbb\xbf", "1:1: the file is empty"),
        ("{}".encode("utf-16"), "1:1: the file is not UTF-8 text; it looks like UTF-16"),
        (b"\x00", "1:1: this is not valid JSON"),
        (b'{"title": "\x00"}', "1:12: this is not valid JSON"),
        (b'{"title": "\\ud800"}', "1:"),
        (b"NaN", "1:1: "),
        (b"[Infinity]", "1:1: "),
        (TEXT.replace(b"[40]", b"[1e400]"), "1:"),
        (TEXT.replace(b"[40]", b"[1" + b"0" * 400 + b"]"), "1:"),
        (TEXT.replace(b"[40]", b"[NaN]"), "1:"),
        (b"[" * 100_000, "1:"),
        (b'{"a":' * 100_000, "1:"),
        (b"[" * 100_000 + b"]" * 100_000, "1:"),
        (TEXT.replace(b'"title"', b'"title": "a", "title"'), "1:"),
        (b"\xff\xfe\xff", "1:1: the file is not UTF-8 text"),
        (b"\x80" * 1000, "1:1: the file is not UTF-8 text"),
    ],
)
def test_invalid_bytes_have_one_located_message(data: bytes, message: str, tmp_path: Path) -> None:
    assert refused(data, tmp_path).startswith(message)


def test_a_number_of_400_digits_is_shortened(tmp_path: Path) -> None:
    line = refused(TEXT.replace(b"[40]", b"[1" + b"0" * 400 + b"]"), tmp_path)
    assert len(line) < 200


def test_a_duplicate_key_is_reported_with_both_lines(tmp_path: Path) -> None:
    data = b'{"format": "kursk-tui/1",\n "title": "a",\n "title": "b"}'
    path = tmp_path / "x.json"
    path.write_bytes(data)
    lines = run("check", "--format", "concise", path).stdout
    assert f"{path}:3:2: error: “title” is a duplicate key; the first is on line 2" in lines


@pytest.mark.parametrize(
    "path",
    [("claims", 0, "summary"), ("title",), ("sources", 0, "name"), ("claims", 0, "notes", 0)],
)
@pytest.mark.parametrize("unsafe", ["\x1b]52;c;eA==\x07", "\x9b31m", "\u202e", "\u2066", "\x7f"])
def test_control_characters_are_refused_except_in_a_documents_text(
    path: tuple[str | int, ...], unsafe: str, tmp_path: Path
) -> None:
    raw = altered((("claims", 0, "notes"), []), (path, f"a{unsafe}b"))
    line = refused(json.dumps(raw).encode(), tmp_path)
    assert "contains a control character, U+" in line


@pytest.mark.parametrize("place", [("claims", 0, "id"), ("sources", 0, "id")])
@pytest.mark.parametrize("name", ["a\x1b[31m", "a b", "../a", "é", "[/]", "a\u200bb", ""])
def test_an_id_contains_no_special_characters(
    place: tuple[str | int, ...], name: str, tmp_path: Path
) -> None:
    line = refused(json.dumps(altered((place, name))).encode(), tmp_path)
    assert "it must be an id" in line


@pytest.mark.parametrize("start", [10**6, 2**31, 2**63, 10**30, -1])
def test_spans_beyond_the_text_are_refused(start: int, tmp_path: Path) -> None:
    raw = altered((("claims", 0, "evidence", "end"), start))
    assert refused(json.dumps(raw).encode(), tmp_path).startswith("1:")


@pytest.mark.parametrize("link", ["javascript:alert(1)", "file:///etc/passwd", "ftp://x", "//x"])
def test_only_http_and_https_links_are_accepted(link: str, tmp_path: Path) -> None:
    raw = altered((("sources", 0, "url"), link))
    line = refused(json.dumps(raw).encode(), tmp_path)
    assert "it must be a link that begins with http:// or https://" in line


@pytest.mark.parametrize(
    "arguments",
    [
        ("show",),
        ("query", "text:100", "--format", "table"),
        ("query", "text:100", "--format", "json"),
        *(("export", "--to", one) for one in ("md", "csv", "json", "html")),
        ("check", "--format", "full"),
        ("check", "--format", "github"),
    ],
)
def test_no_output_contains_control_sequences(arguments: tuple[str, ...], tmp_path: Path) -> None:
    path = written(tmp_path, hostile_raw())
    done = run(*arguments, path)
    assert done.returncode == 0
    assert done.stdout or arguments[0] == "check"
    assert not any(one in done.stdout + done.stderr for one in UNSAFE)


def test_diff_prints_no_control_sequences(tmp_path: Path) -> None:
    raw = hostile_raw()
    old = written(tmp_path, raw, "old.json")
    for claim in raw["claims"]:
        claim["summary"] += "!"
        claim["attribution"]["chain"].reverse()
    done = run("diff", "--all", old, written(tmp_path, raw, "new.json"))
    assert "11 attributions changed" in done.stdout
    assert not any(one in done.stdout for one in UNSAFE)


def test_the_screen_contains_no_control_sequences_of_data(tmp_path: Path) -> None:
    path = written(tmp_path, hostile_raw())
    terminal = Terminal([str(path)])
    terminal.wait_for("12 claims")
    for keys in ("j", "2", "3", "\r", "4", "5", "0", "o", "\x1b"):
        terminal.press(keys)
    terminal.press("q")
    assert terminal.wait_for_end() == 0
    sent = terminal.sent.replace(b"\x1b]22;default\x07", b"")  # pointer shape, sent by Textual
    assert HIDDEN.encode() not in sent
    for sequence in (b"\x1b]52", b"\x9b31m", "\u202e".encode(), "\u2066".encode(), b"\x07"):
        assert sequence not in sent


# Paths that are not files, and files that are too large.


def unreadable(path: Path, limit: int = 2**22) -> str:
    with pytest.raises(UnreadableError) as caught:
        read_bytes(path, limit)
    return str(caught.value).removeprefix(f"cannot read {path}: ")


def test_only_files_and_pipes_are_read(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    assert unreadable(pipe) == "no program is writing to this pipe"
    assert unreadable(tmp_path) == "it is a folder"
    assert unreadable(tmp_path / "none") == "No such file or directory"
    assert unreadable(Path("/dev/zero")) == "it is a device or a socket, not a file"
    assert unreadable(Path("/dev/tty")) != ""
    assert read_bytes(Path(os.devnull)) == b""


def test_a_pipe_with_a_writer_is_read_to_its_end(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)

    # A reader that finds no writer yet closes the pipe, which can end a writer that just started.
    write = f"until head -c 1000000 /dev/zero > '{pipe}'; do :; done"
    with subprocess.Popen(["sh", "-c", write], stderr=subprocess.DEVNULL):
        data = b""
        until = time.monotonic() + 20
        while not data and time.monotonic() < until:  # until the writer has started
            with suppress(UnreadableError):
                data = read_bytes(pipe)
    assert len(data) == 1_000_000


def test_process_substitution_is_read() -> None:
    done = subprocess.run(
        ["bash", "-c", f"'{COMMAND}' query source:lee --format count <(cat '{builtin_path()}')"],
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.stdout, done.stderr) == ("2\n", "")


def test_a_file_above_the_limit_is_refused_unless_the_limit_is_raised(tmp_path: Path) -> None:
    path = tmp_path / "huge.json"
    with path.open("wb") as file:
        file.truncate(2**30)  # a sparse file of one gigabyte
    done = run("show", path)
    assert done.returncode == 2
    assert done.stderr == (
        f"kursk-tui: cannot read {path}: the limit is 134,217,728 bytes, and it has "
        "1,073,741,824; --max-size raises it\n"
    )
    small = written(tmp_path, minimal())
    assert run("show", small, "--max-size", "100").returncode == 2
    assert run("show", small, "--max-size", "1K").returncode == 2
    assert run("show", small, "--max-size", "10k").returncode == 0


def test_standard_input_above_the_limit_is_refused() -> None:
    done = run("show", "-", "--max-size", "1K", given=b" " * 2000)
    assert done.returncode == 2
    assert "the limit is 1,024 bytes, and it has more" in done.stderr


def test_standard_input_may_be_closed() -> None:
    done = subprocess.run(
        ["sh", "-c", f"'{COMMAND}' show - <&-"], capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith("kursk-tui: cannot read <stdin>: ")


def test_a_file_replaced_during_reading_is_read_whole(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "x.json"
    path.write_bytes(b"a" * 3_000_000)
    real = os.read
    new = tmp_path / "new"
    new.write_bytes(b"b")

    def read(handle: int, size: int) -> bytes:
        if new.exists():
            new.replace(path)
        return real(handle, size)

    monkeypatch.setattr(os, "read", read)
    assert read_bytes(path) == b"a" * 3_000_000  # the old file, complete
    assert read_bytes(path) == b"b"


def test_a_file_changed_during_reading_is_read_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "x.json"
    path.write_bytes(b"a" * 3_000_000)
    real = os.read
    times: Iterator[bytes] = iter([b"b" * 2_000_000, b"c" * 2_000_000])

    def read(handle: int, size: int) -> bytes:
        data = real(handle, size)
        if (new := next(times, None)) is not None:
            path.write_bytes(new)
        return data

    monkeypatch.setattr(os, "read", read)
    assert read_bytes(path) == b"c" * 2_000_000
    times = cycle([b"d" * 10, b"e" * 20])
    assert unreadable(path) == "it keeps changing while it is read; try again"
