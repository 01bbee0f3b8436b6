"""The lexicon: its entries, and which commands read which of its files."""

import subprocess
import sys
import tomllib
from pathlib import Path
from typing import get_args

import pytest

from kursk_tui.english import lexicon
from kursk_tui.formats.builtin import builtin_path
from kursk_tui.vocabulary import NumberQualifier

FILES = sorted(Path(lexicon.__file__).parent.glob("*.toml"))
NUMBERS = {"numbers", "calendar", "grammar", "non_counts"}
"""Read when the reader of numbers is imported."""


def test_every_qualifier_of_the_lexicon_is_known() -> None:
    with next(one for one in FILES if one.stem == "qualifiers").open("rb") as file:
        entries = tomllib.load(file)["entry"]
    assert {one["op"] for one in entries} <= set(get_args(NumberQualifier)) - {
        "between",
        "magnitude",
    }


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_ids_of_entries_are_unique(path: Path) -> None:
    entries = tomllib.loads(path.read_text("utf-8")).get("entry", [])
    assert len({one["id"] for one in entries}) == len(entries)


def files_read_by(arguments: list[str]) -> set[str]:
    """Return the lexicon files that a command opens."""
    program = (
        "import sys\nopened = set()\n"
        "sys.addaudithook(lambda event, args: opened.add(str(args[0])) if event == 'open' else 0)\n"
        "from kursk_tui.cli.main import main\n"
        f"try:\n    main({arguments!r})\nexcept SystemExit:\n    pass\n"
        "print(*(one for one in opened if one.endswith('.toml')), sep='\\n', file=sys.stderr)"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )
    paths = (Path(line) for line in done.stderr.splitlines() if line.endswith(".toml"))
    return {path.stem for path in paths if path.parent.name == "lexicon"}


def test_check_reads_only_the_files_about_numbers() -> None:
    assert files_read_by(["check", str(builtin_path())]) == {
        *NUMBERS,
        *("qualifiers", "things", "people"),
    }


def test_a_command_that_reads_no_english_opens_none() -> None:
    assert files_read_by(["show"]) == set()


def repeated(part: object, name: str = "") -> list[str]:
    """Return the words that stand more than once in a list of a file, each after its list."""
    if isinstance(part, dict):
        return [one for key, value in part.items() for one in repeated(value, f"{name} {key}")]
    if not isinstance(part, list):
        return []
    words = [word for word in part if isinstance(word, str)]
    inner = [one for value in part if isinstance(value, dict) for one in repeated(value, name)]
    return inner + [f"{name}: {word}" for word in set(words) if words.count(word) > 1]


def test_a_word_stands_once_in_a_list() -> None:
    assert [one for path in FILES for one in repeated(tomllib.loads(path.read_text()))] == []
