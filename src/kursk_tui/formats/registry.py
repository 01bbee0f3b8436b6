"""The formats of briefings, one row each: the only list of formats to read and write.

Command line, completion, help and docs take their choices from `FORMATS`. A new format is a module
with a function `write`, a function `read`, or both, and a row here that names it. Modules are
imported on first use, so that the command line knows every format without loading any.
"""

from __future__ import annotations

from importlib import import_module

from kursk_tui.text.encoding import JSON_ESCAPES, XML_ESCAPES

TYPE_CHECKING = False  # `typing` is not imported: `--help` loads this module and must start fast
if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

    from kursk_tui.model import Briefing
    from kursk_tui.query import View


class Format:
    """A format of briefings: its name, its purpose, and what it leaves out.

    `module` has `write(view) -> str` if the format `writes`, and `read(path, limit) -> Briefing` if
    it `reads`, which raises the errors of `formats.problem`. `title` completes the sentence “write
    a briefing as …”, and `losses` complete “leaves out …”. `suffixes` begin with a dot.
    `escapes` is the error handler for encoding in ASCII without loss, if the format has escapes.
    """

    def __init__(
        self,
        name: str,
        title: str,
        *,
        module: str,
        suffixes: Sequence[str],
        description: str,
        losses: Sequence[str] = (),
        reads: bool = False,
        writes: bool = True,
        escapes: str | None = None,
    ) -> None:
        self.name = name
        self.title = title
        self.module = module
        self.suffixes = tuple(suffixes)
        self.description = description
        self.losses = tuple(losses)
        self.reads = reads
        self.writes = writes
        self.escapes = escapes

    @property
    def saves(self) -> bool:
        """Whether a briefing that was read from this format can be written back without loss."""
        return self.reads and self.writes and not self.losses

    def read(self, path: Path, limit: int) -> Briefing:
        """Return the briefing in a file of at most `limit` bytes, or on standard input.

        Raises UnreadableError or InvalidBriefingError.
        """
        briefing: Briefing = import_module(self.module).read(path, limit)
        return briefing

    def write(self, view: View) -> str:
        """Return a view in this format."""
        text: str = import_module(self.module).write(view)
        return text


_OUTSIDE = "knowledge from outside the document"
_TEXT = "the text of documents outside the quotes, how it was extracted, and their hashes"
_SERIES = "when documents were acquired, and their series"
_FINDINGS = "the findings of drafting"

FORMATS: dict[str, Format] = {
    file_format.name: file_format
    for file_format in (
        Format(
            "md",
            "Markdown",
            module="kursk_tui.formats.markdown",
            suffixes=(".md", ".markdown"),
            description="a brief with tables, and each claim's words in a footnote",
            losses=(
                _TEXT,
                _SERIES,
                "dates that are only in words, and the words of dates and attributions",
                "credibility",
                "notes",
                "links",
                _FINDINGS,
                _OUTSIDE,
            ),
        ),
        Format(
            "csv",
            "CSV",
            module="kursk_tui.formats.csv",
            suffixes=(".csv",),
            description="one row per figure, for spreadsheets and statistics",
            losses=(
                "claims without a figure",
                _TEXT,
                _SERIES,
                "dates that are only in words, and the words of dates",
                "the scope of a likelihood, except the figures in it",
                "kind, country and reliability of sources",
                "credibility",
                "notes",
                "links",
                _FINDINGS,
                _OUTSIDE,
            ),
        ),
        Format(
            "json",
            "JSON",
            module="kursk_tui.formats.json",
            suffixes=(".json",),
            description="the briefing file, which all commands read, or all editions of a library",
            reads=True,
            escapes=JSON_ESCAPES,
        ),
        Format(
            "html",
            "a web page",
            module="kursk_tui.formats.html",
            suffixes=(".html", ".htm"),
            description="one file with every claim and the documents, for a browser",
            escapes=XML_ESCAPES,
            losses=(
                "hashes of documents, and which parts are residue",
                _FINDINGS,
                _OUTSIDE,
            ),
        ),
    )
}
"""The formats by name, in the order of the help and the docs."""

NATIVE = "json"
"""The format of standard input, and of files without the suffix of another readable format."""


def written_formats() -> list[Format]:
    """Return the formats that can be written."""
    return [file_format for file_format in FORMATS.values() if file_format.writes]


def format_of(path: Path | None) -> Format:
    """Return the format to read a file in, by its suffix; the default is the native format."""
    suffix = path.suffix.lower() if path is not None else ""
    readable = (
        file_format
        for file_format in FORMATS.values()
        if file_format.reads and suffix in file_format.suffixes
    )
    return next(readable, FORMATS[NATIVE])


def titles(formats: Iterable[Format]) -> str:
    """Return the titles of formats as a list in prose: “Markdown, CSV or a web page”."""
    *others, last = [file_format.title for file_format in formats]
    return f"{', '.join(others)} or {last}" if others else last
