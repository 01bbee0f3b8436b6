"""How a reader of documents ends: with a text, or with a sentence that refuses the file."""

from collections.abc import Callable

from kursk_tui.documents import DocumentError, Extracted
from kursk_tui.text.sanitize import visible


def outcome(read: Callable[[bytes, str], Extracted], data: bytes) -> str:
    """Read bytes, check what comes of it, and return whether they were read or refused."""
    try:
        found = read(data, "report")
    except DocumentError as error:
        message = str(error)
    else:
        message = ""
        assert found.text.strip()
        assert found.text.encode()
        for line in (*found.remarks, found.title, found.publisher, found.url, found.date):
            assert line is None or (line == visible(line) and line.strip())
    assert not message or message.splitlines() == [message]
    return "refused" if message else "read"
