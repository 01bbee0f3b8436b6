"""PDF, read in a process of its own: what a hostile file can do ends with that process."""

import json
import subprocess
import sys
from dataclasses import asdict
from importlib.util import find_spec

from kursk_tui.documents.extracted import DocumentError, Extracted, MissingExtraError

MOST_SECONDS = 60
"""How long reading may take."""

MOST_MEMORY = 2 * 2**30
"""How many bytes of memory reading may take, where the system can limit that."""


def extract(data: bytes, _name: str) -> Extracted:
    """Return the text of a PDF; raise DocumentError."""
    if find_spec("pypdfium2") is None:
        raise MissingExtraError("a PDF", "pdf")
    # -P: a module in the current folder must not take the place of one of the program.
    command = [sys.executable, "-P", "-m", "kursk_tui.documents.pdf"]
    try:
        done = subprocess.run(  # noqa: S603 - a fixed command
            command, input=data, capture_output=True, timeout=MOST_SECONDS, check=False
        )
    except subprocess.TimeoutExpired:
        message = f"reading this PDF takes more than {MOST_SECONDS} seconds; split it"
        raise DocumentError(message) from None
    if done.returncode:
        raise DocumentError("this PDF cannot be read: it is damaged, or reading it takes too much")
    answer = json.loads(done.stdout)
    if isinstance(answer, str):
        raise DocumentError(answer)
    return Extracted(**(answer | {"remarks": tuple(answer["remarks"])}))


def main() -> None:
    """Read a PDF from standard input, and write its text or an error message as JSON."""
    from kursk_tui.documents.pdf_text import read  # needs pypdfium2

    _limit_memory()
    try:
        answer: object = asdict(read(sys.stdin.buffer.read()))
    except DocumentError as error:
        answer = str(error)
    json.dump(answer, sys.stdout)


def _limit_memory() -> None:
    import resource

    try:
        resource.setrlimit(resource.RLIMIT_AS, (MOST_MEMORY, MOST_MEMORY))
    except (OSError, ValueError):
        return  # a system that cannot limit it, such as macOS


if __name__ == "__main__":
    main()
