"""The formats of briefings, one row each: the only list of what can be read and written.

Command line, completion, help and docs take their choices from `FORMATS`. A new format is a module
with a function `write`, a function `read`, or both, and a row here that names it. The module is
imported when it is used, so that the command line knows every format without loading one.
"""

from __future__ import annotations

from importlib import import_module

TYPE_CHECKING = False  # `typing` is not imported: `--help` loads this module and must start fast
if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

    from kursk_tui.model import Briefing
    from kursk_tui.query import View


class Format:
    """A format of briefings: its name, what it is for, and what it cannot carry.

    `module` has `write(view) -> str` if the format `writes`, and `read(path, limit) -> Briefing` if
    it `reads`; what those raise is in `formats.problem`. `title` stands in the sentence “write a
    briefing as …”, `losses` after “leaves out …”. `suffixes` begin with a dot.
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
    ) -> None:
        self.name = name
        self.title = title
        self.module = module
        self.suffixes = tuple(suffixes)
        self.description = description
        self.losses = tuple(losses)
        self.reads = reads
        self.writes = writes

    @property
    def saves(self) -> bool:
        """Whether a briefing that was read from this format can be written back without loss."""
        return self.reads and self.writes and not self.losses

    def read(self, path: Path, limit: int) -> Briefing:
        """Return the briefing in a file of at most `limit` bytes, or in standard input.

        Raises UnreadableError or InvalidBriefingError.
        """
        briefing: Briefing = import_module(self.module).read(path, limit)
        return briefing

    def write(self, view: View) -> str:
        """Return a view in this format."""
        text: str = import_module(self.module).write(view)
        return text


_OUTSIDE = "knowledge from outside the document"
_TEXT = "the text of documents outside the quotes, and their hashes"
_FINDINGS = "the findings that a draft was made of"

FORMATS: dict[str, Format] = {
    one.name: one
    for one in (
        Format(
            "md",
            "Markdown",
            module="kursk_tui.formats.markdown",
            suffixes=(".md", ".markdown"),
            description="a brief with tables, and each claim's words in a footnote",
            losses=(
                _TEXT,
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
                "dates that are only in words, and the words of dates",
                "what a likelihood applies to, other than the figure",
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
            description="the briefing file itself, which every command reads",
            reads=True,
        ),
        Format(
            "html",
            "a web page",
            module="kursk_tui.formats.html",
            suffixes=(".html", ".htm"),
            description="one file with every claim beside the document, for a browser",
            losses=(
                "hashes of documents, and which parts are residue",
                _FINDINGS,
                _OUTSIDE,
            ),
        ),
    )
}
"""Every format by its name, in the order of help and docs."""

NATIVE = "json"
"""The format of standard input and of files whose suffix no readable format has."""


def written_formats() -> list[Format]:
    """Return the formats that can be written."""
    return [one for one in FORMATS.values() if one.writes]


def format_of(path: Path | None) -> Format:
    """Return the format in which a file is read: that of its suffix, or the native one."""
    suffix = path.suffix.lower() if path is not None else ""
    readable = (one for one in FORMATS.values() if one.reads and suffix in one.suffixes)
    return next(readable, FORMATS[NATIVE])


def titles(formats: Iterable[Format]) -> str:
    """Return the titles of formats as an enumeration: “Markdown, CSV or a web page”."""
    *others, last = [one.title for one in formats]
    return f"{', '.join(others)} or {last}" if others else last
