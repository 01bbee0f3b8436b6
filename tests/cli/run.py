"""The installed command, run without a terminal."""

import json
import os
import subprocess
from pathlib import Path
from typing import Any

from tests.terminal import COMMAND


def run(
    *arguments: str | Path,
    given: bytes = b"",
    folder: Path | None = None,
    **environment: str,
) -> subprocess.CompletedProcess[str]:
    """Run the command with `given` as standard input."""
    done = subprocess.run(
        [COMMAND, *map(str, arguments)],
        input=given,
        capture_output=True,
        cwd=folder,
        env={**os.environ, "TERM": "xterm", **environment},
        timeout=60,
        check=False,
    )
    return subprocess.CompletedProcess(
        done.args, done.returncode, done.stdout.decode(), done.stderr.decode()
    )


def written(folder: Path, raw: Any, name: str = "briefing.json") -> Path:
    """Write data as a JSON file and return its path."""
    path = folder / name
    path.write_text(json.dumps(raw, ensure_ascii=False, indent=1), "utf-8")
    return path
