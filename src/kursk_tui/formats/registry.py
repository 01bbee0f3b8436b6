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


class Loss:
    """What a format does not carry: its words, and the fields of the model that are lost.

    `words` complete “leaves out …”. A field is named by its path, such as “claims.notes”; the path
    of a record stands for all its fields.
    """

    def __init__(self, words: str, *fields: str) -> None:
        self.words = words
        self.fields = fields

    def __str__(self) -> str:
        return self.words


class Format:
    """A format of briefings: its name, its purpose, and what it leaves out.

    `module` has `write(view) -> str` if the format `writes`, and `read(path, limit) -> Briefing` if
    it `reads`, which raises the errors of `formats.problem`. `title` completes the sentence “write
    a briefing as …”. `suffixes` begin with a dot. `options` are the names of the options of the
    command line that `write` takes too. `escapes` is the error handler for encoding in ASCII
    without loss, if the format has escapes. `exchange` marks a format that other systems take in
    and pass on.
    """

    def __init__(
        self,
        name: str,
        title: str,
        *,
        module: str,
        suffixes: Sequence[str],
        description: str,
        losses: Sequence[Loss] = (),
        options: Sequence[str] = (),
        reads: bool = False,
        writes: bool = True,
        escapes: str | None = None,
        exchange: bool = False,
    ) -> None:
        self.name = name
        self.title = title
        self.module = module
        self.suffixes = tuple(suffixes)
        self.description = description
        self.losses = tuple(losses)
        self.options = tuple(options)
        self.reads = reads
        self.writes = writes
        self.escapes = escapes
        self.exchange = exchange

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

    def write(self, view: View, **options: str) -> str:
        """Return a view in this format; the other arguments are those of its `options`."""
        text: str = import_module(self.module).write(view, **options)
        return text


_OUTSIDE = Loss("knowledge from outside the document", "claims.external")
_TEXT = Loss(
    "the text of documents outside the quotes, how it was extracted, and their hashes",
    *("documents.text", "documents.sha256", "documents.extraction"),
    *("documents.date_line", "documents.residue"),
)
_SERIES = Loss(
    "when documents were acquired, and their series", "documents.acquired", "documents.series"
)
_FINDINGS = Loss(
    "the findings of drafting",
    *("claims.review.items", "claims.review.flags"),
    *("claims.review.open_numbers", "claims.review.rejected"),
)
_LINKS = Loss("links", "documents.url", "sources.url")
_CREDIBILITY = Loss("credibility", "claims.credibility")
_NOTES = Loss(
    "notes",
    *("claims.notes", "claims.evidence.note", "claims.attribution.note", "claims.figures.note"),
    *("claims.likelihoods.note", "claims.when.note"),
)
_EXACT_DATE = Loss("how exact the date of the briefing is", "date")
_DOCUMENT_IDS = Loss("the ids of documents", "documents.id", "claims.document")
_WORDS_OF_DATES = Loss(
    "dates that are only in words, and the words of dates and attributions",
    *("claims.when.words", "claims.when.bound", "claims.attribution.words"),
)
_LANGUAGE = Loss("the language of documents", "documents.language")

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
                _DOCUMENT_IDS,
                _LANGUAGE,
                _WORDS_OF_DATES,
                _CREDIBILITY,
                _NOTES,
                _LINKS,
                _FINDINGS,
                _OUTSIDE,
            ),
        ),
        Format(
            "csv",
            "CSV",
            module="kursk_tui.formats.csv",
            suffixes=(".csv",),
            description="one row per figure, and per claim without one, for spreadsheets",
            options=("rows",),
            losses=(
                Loss("the title, date and status of the briefing", "title", "date", "status"),
                Loss(
                    "the titles, publishers and dates of documents",
                    *("documents.title", "documents.publisher", "documents.date"),
                ),
                _TEXT,
                _SERIES,
                _LANGUAGE,
                Loss(
                    "dates that are only in words, and the words of dates",
                    *("claims.when.words", "claims.when.bound"),
                ),
                Loss(
                    "the scope of a likelihood, except the figures in it",
                    "claims.likelihoods.scope",
                ),
                Loss("the basis of a scale", "claims.likelihoods.scale_basis"),
                Loss(
                    "kind, country and reliability of sources",
                    *("sources.kind", "sources.country", "sources.reliability"),
                ),
                _CREDIBILITY,
                _NOTES,
                _LINKS,
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
                Loss(
                    "hashes of documents, and which parts are residue",
                    *("documents.sha256", "documents.residue"),
                ),
                _FINDINGS,
                _OUTSIDE,
            ),
        ),
        Format(
            "stix",
            "a STIX bundle",
            module="kursk_tui.formats.exchange.stix",
            suffixes=(".stix",),
            description="STIX 2.1 with an extension, by which `import` reads it back whole",
            reads=True,
            escapes=JSON_ESCAPES,
            exchange=True,
            losses=(
                Loss("the status and the licence of the briefing", "status", "handling.licence"),
                _EXACT_DATE,
                Loss(
                    "everything about documents but their text",
                    *("documents.id", "documents.title", "documents.publisher", "documents.date"),
                    *("documents.url", "documents.date_line", "documents.residue"),
                    "documents.extraction",
                ),
                _SERIES,
                _LANGUAGE,
                Loss(
                    "country, reliability, short name and link of sources",
                    *("sources.id", "sources.country", "sources.reliability", "sources.short"),
                    "sources.url",
                ),
                Loss("ids of claims", "claims.id", "claims.document"),
                Loss(
                    "stance and basis of attributions: a denial reads as an assertion",
                    *("claims.attribution.stance", "claims.attribution.basis"),
                    "claims.attribution.words",
                ),
                Loss("figures, but for the words in the quote", "claims.figures"),
                Loss(
                    "the scope of likelihoods, their words, and the basis of their scale",
                    *("claims.likelihoods.scope", "claims.likelihoods.words"),
                    "claims.likelihoods.scale_basis",
                ),
                Loss("dates of claims", "claims.when"),
                Loss("relations to other statements", "claims.relations"),
                _NOTES,
                _FINDINGS,
                _OUTSIDE,
            ),
        ),
        Format(
            "misp",
            "a MISP event",
            module="kursk_tui.formats.exchange.misp",
            suffixes=(".misp",),
            description="an attribute for each claim, and the Markdown brief as its report",
            escapes=JSON_ESCAPES,
            exchange=True,
            losses=(
                _EXACT_DATE,
                _TEXT,
                _SERIES,
                _DOCUMENT_IDS,
                _LANGUAGE,
                _WORDS_OF_DATES,
                _NOTES,
                _LINKS,
                _FINDINGS,
                _OUTSIDE,
            ),
        ),
        Format(
            "annotation",
            "a Web Annotation collection",
            module="kursk_tui.formats.exchange.annotation",
            suffixes=(".jsonld",),
            description="a W3C annotation of each claim's span, with the claim as JSON",
            escapes=JSON_ESCAPES,
            exchange=True,
            losses=(
                Loss("the date and the status of the briefing", "date", "status"),
                Loss(
                    "everything about documents but the quotes and the link or hash",
                    *("documents.title", "documents.publisher", "documents.date"),
                    *("documents.text", "documents.sha256", "documents.extraction"),
                    *("documents.date_line", "documents.residue", "documents.language"),
                ),
                _SERIES,
                Loss(
                    "everything about sources but their names",
                    *("sources.short", "sources.kind", "sources.country", "sources.reliability"),
                    "sources.url",
                ),
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
