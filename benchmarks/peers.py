"""Other programs to measure beside, each in an environment of its own below `.bench/peers`."""

import subprocess
import sys
import venv
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple


class Peer(NamedTuple):
    """Another program: its package, its command, and what pip must be told besides."""

    package: str
    command: str
    besides: Sequence[str] = ()


PEERS = (
    Peer("visidata", "vd"),
    Peer("harlequin", "harlequin"),
    # posting 2.11.1 takes any newer tree-sitter, and 0.26.1 ends it on a still empty screen with
    # a segmentation fault.
    Peer("posting", "posting", ("tree-sitter<0.26.1",)),
)
"""Every program to measure beside."""


def install(peer: Peer, folder: Path) -> str:
    """Return the path of a program's command; install the program first if need be."""
    home = folder / "peers" / peer.package
    path = home / "bin" / peer.command
    if not path.exists():
        print(f"installing {peer.package} below {folder.name}", file=sys.stderr)
        venv.create(home, with_pip=True)
        pip = [str(home / "bin" / "python"), "-m", "pip", "--quiet", "install"]
        subprocess.run([*pip, peer.package, *peer.besides], check=True)
    return str(path)


def installed_version(package: str, folder: Path) -> str:
    """Return the version of a program that is installed beside."""
    code = f"from importlib.metadata import version; print(version('{package}'))"
    python = str(folder / "peers" / package / "bin" / "python")
    done = subprocess.run([python, "-c", code], capture_output=True, text=True, check=True)
    return done.stdout.strip()
