"""The wheel: installed in an empty environment, it finds its briefing from any folder."""

import os
import subprocess
import sys
import sysconfig
import venv
import zipfile
from pathlib import Path

import pytest

from kursk_tui.formats.builtin import builtin_path
from tests.terminal import Terminal

ROOT = Path(__file__).parents[1]


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    subprocess.run(
        [sys.executable, "-m", "build", "--wheel", "--no-isolation", "-o", str(folder), str(ROOT)],
        check=True,
        capture_output=True,
    )
    return next(folder.glob("*.whl"))


def test_a_checkout_uses_the_one_file_in_the_repository() -> None:
    assert builtin_path() == ROOT / "data" / "briefing.json"
    assert not list(ROOT.glob("src/**/briefing.json"))


def test_the_wheel_contains_the_briefing_once_and_all_data_files(wheel: Path) -> None:
    names = zipfile.ZipFile(wheel).namelist()
    assert [name for name in names if name.endswith("briefing.json")] == [
        "kursk_tui/data/briefing.json"
    ]
    for needed in ("py.typed", "english/lexicon/saying.toml", "ui/app.tcss"):
        assert f"kursk_tui/{needed}" in names


def test_installed_from_the_wheel_it_finds_its_briefing_from_any_folder(
    wheel: Path, tmp_path: Path
) -> None:
    home = tmp_path / "env"
    venv.create(home, with_pip=False)
    python = home / "bin" / "python"
    subprocess.run(
        [
            *(sys.executable, "-m", "pip", "--python", str(python), "install"),
            *("--quiet", "--no-deps", "--no-index", str(wheel)),
        ],
        check=True,
        capture_output=True,
    )
    # Its dependencies come from the environment that runs the tests, without network access.
    site = next(home.glob("lib/python*/site-packages"))
    (site / "libraries.pth").write_text(sysconfig.get_path("purelib") + "\n")
    code = (
        "from kursk_tui.formats.builtin import builtin_path, library_path;"
        "from kursk_tui.formats.json import read;"
        "print(builtin_path()); print(len(read(builtin_path()).claims));"
        "print(library_path())"
    )
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    environment = {key: value for key, value in os.environ.items() if key != "PYTHONPATH"}
    done = subprocess.run(
        [str(python), "-c", code],
        cwd=elsewhere,
        env=environment,
        capture_output=True,
        text=True,
        check=True,
    )
    found, claims, library = done.stdout.split("\n")[:3]
    assert Path(found) == site / "kursk_tui" / "data" / "briefing.json"
    assert claims == "11"
    assert Path(library) == site / "kursk_tui" / "data" / "library"
    reports = {path.name for path in (ROOT / "data" / "library").iterdir()}
    assert {path.name for path in Path(library).iterdir()} == reports
    command = subprocess.run(
        [str(home / "bin" / "kursk-tui")],
        cwd=elsewhere,
        env=environment,
        capture_output=True,
        text=True,
        stdin=subprocess.DEVNULL,
        check=True,
    )
    assert command.stdout.startswith("North Korean troops in Kursk Oblast\n")
    terminal = Terminal(command=str(home / "bin" / "kursk-tui"), folder=str(elsewhere))
    terminal.wait_for("Partnership tr")
    terminal.press("q")
    assert terminal.wait_for_end() == 0
