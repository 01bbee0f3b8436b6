"""The programs to compare with, each in its own environment below `.bench/peers`."""

import subprocess
import sys
import venv
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple


class Peer(NamedTuple):
    """A program to compare with: its package, its command, and further requirements for pip."""

    package: str
    command: str
    requirements: Sequence[str] = ()


PEERS = (
    Peer("visidata", "vd"),
    Peer("harlequin", "harlequin"),
    # posting 2.11.1 accepts any newer tree-sitter, but crashes with 0.26.1 (segmentation fault)
    # before it draws anything.
    Peer("posting", "posting", ("tree-sitter<0.26.1",)),
)
"""Every program to compare with."""


def install(peer: Peer, folder: Path) -> str:
    """Return the path of a program's command; install the program if necessary."""
    home = folder / "peers" / peer.package
    path = home / "bin" / peer.command
    if not path.exists():
        print(f"installing {peer.package} below {folder.name}", file=sys.stderr)
        venv.create(home, with_pip=True)
        pip = [str(home / "bin" / "python"), "-m", "pip", "--quiet", "install"]
        subprocess.run([*pip, peer.package, *peer.requirements], check=True)
    return str(path)


def installed_version(package: str, folder: Path) -> str:
    """Return the version of an installed program."""
    code = f"from importlib.metadata import version; print(version('{package}'))"
    python = str(folder / "peers" / package / "bin" / "python")
    done = subprocess.run([python, "-c", code], capture_output=True, text=True, check=True)
    return done.stdout.strip()
