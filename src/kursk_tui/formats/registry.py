"""The formats of briefings, one row each: the only list of formats to read and write.

Command line, completion, help and docs take their choices from `FORMATS`. A new format is a module
with a function `write`, a function `read`, or both, and a row here that names it. Modules are
imported on first use, so that the command line knows every format without loading any.
"""

from __future__ import annotations

from kursk_tui.formats import loss
from kursk_tui.formats.file_format import Format
from kursk_tui.formats.loss import Loss
from kursk_tui.text.encoding import JSON_ESCAPES, XML_ESCAPES

TYPE_CHECKING = False  # `typing` is not imported: `--help` loads this module and must start fast
if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

__all__ = ["FORMATS", "NATIVE", "Format", "Loss", "format_of", "titles", "written_formats"]

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
                loss.TEXT,
                loss.SERIES,
                loss.DOCUMENT_IDS,
                loss.LANGUAGE,
                loss.WORDS_OF_DATES,
                loss.WHICH_WORDS,
                loss.CREDIBILITY,
                loss.NOTES,
                loss.LINKS_OF_SOURCES,
                loss.FINDINGS,
                loss.OUTSIDE,
                loss.LONG_TITLES,
                loss.DECISIONS,
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
                Loss(
                    "with `--rows figures`, claims without a figure",
                    "claims",
                    when="no figure",
                    option="rows figures",
                ),
                Loss("the title, date and status of the briefing", "title", "date", "status"),
                Loss(
                    "the titles, publishers and dates of documents",
                    *("documents.title", "documents.publisher", "documents.date"),
                ),
                loss.TEXT,
                loss.SERIES,
                loss.LANGUAGE,
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
                loss.WHICH_WORDS,
                loss.CREDIBILITY,
                loss.NOTES,
                loss.LINKS,
                loss.FINDINGS,
                loss.OUTSIDE,
                loss.LONG_NAMES,
                Loss(
                    "what exceeds the 32,767 characters of a cell",
                    *("claims.evidence.exact", "claims.summary"),
                    when="long cells",
                ),
                loss.DECISIONS,
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
                loss.WHICH_WORDS,
                loss.FINDINGS,
                loss.OUTSIDE,
                loss.DECISIONS,
            ),
        ),
        Format(
            "biblatex",
            "BibLaTeX",
            module="kursk_tui.formats.biblatex",
            suffixes=(".bib",),
            description="a reference for each document, and for each source that a claim names",
            losses=(
                *loss.OF_REFERENCES,
                loss.LANGUAGE,
                Loss(
                    "dates that BibLaTeX has no form for",
                    *("documents.date", "documents.acquired"),
                    when="dates of no BibLaTeX",
                ),
            ),
        ),
        Format(
            "csl-json",
            "CSL-JSON",
            module="kursk_tui.formats.csl_json",
            suffixes=(".json",),
            description="the same references for Zotero, pandoc and other programs that cite",
            escapes=JSON_ESCAPES,
            losses=loss.OF_REFERENCES,
        ),
        Format(
            "stix",
            "a STIX bundle",
            module="kursk_tui.formats.exchange.stix",
            suffixes=(".stix",),
            description="STIX 2.1 with an extension, by which `import` reads it back whole",
            reads=True,
            escapes=JSON_ESCAPES,
            refuses=("RED",),
            losses=(
                Loss("whether the briefing is final", "status", when="final"),
                *loss.DATES,
                Loss(
                    "that the date has no time: midnight in UTC stands for it", "date", when="dated"
                ),
                Loss(
                    "where the text of documents has its date line and residue",
                    *("documents.date_line", "documents.residue"),
                ),
                loss.LANGUAGE,
                Loss("ids of claims and sources", "claims.id", "claims.document", "sources.id"),
                Loss(
                    "the positions of quotes in the text",
                    *("claims.evidence.start", "claims.evidence.end"),
                    *("claims.evidence.prefix", "claims.evidence.suffix"),
                ),
                Loss(
                    "whether attributions are stated or inferred, and their words",
                    *("claims.attribution.basis", "claims.attribution.words"),
                    "claims.attribution.start",
                ),
                Loss("figures, but for the words in the quote", "claims.figures"),
                Loss(
                    "the scope of likelihoods, their words, and the basis of their scale",
                    *("claims.likelihoods.scope", "claims.likelihoods.words"),
                    *("claims.likelihoods.scale_basis", "claims.likelihoods.start"),
                ),
                loss.REPEATED_TERMS,
                Loss(
                    "credibility beside an analytic confidence, which takes its place",
                    "claims.credibility",
                    when="graded twice",
                ),
                Loss(
                    "credibility 6, “truth cannot be judged”, which reads as ungraded",
                    "claims.credibility",
                    when="credibility 6",
                ),
                Loss("dates of claims", "claims.when"),
                Loss("relations to other statements", "claims.relations"),
                loss.NOTES,
                loss.FINDINGS,
                loss.OUTSIDE,
                loss.REJECTED,
                loss.DECISIONS,
            ),
        ),
        Format(
            "misp",
            "a MISP event",
            module="kursk_tui.formats.exchange.misp",
            suffixes=(".misp",),
            description="an attribute for each claim, and the Markdown brief as its report",
            escapes=JSON_ESCAPES,
            refuses=("RED",),
            losses=(
                *loss.DATES,
                loss.TEXT,
                loss.SERIES,
                loss.DOCUMENT_IDS,
                loss.LANGUAGE,
                loss.WORDS_OF_DATES,
                loss.WHICH_WORDS,
                loss.NOTES,
                loss.LINKS_OF_SOURCES,
                loss.FINDINGS,
                loss.OUTSIDE,
                loss.LONG_TITLES,
                Loss(
                    "attributes of claims whose words an earlier claim has: MISP keeps only one",
                    "claims.evidence.exact",
                    when="repeated quotes",
                ),
                loss.REPEATED_TERMS,
                Loss(
                    "that credibility 6 and reliability F cannot be judged: MISP scores them 50",
                    *("claims.credibility", "sources.reliability"),
                    when="not judged",
                ),
                Loss("as attributes, claims that the analyst rejected", "claims", when="rejected"),
                loss.DECISIONS,
            ),
        ),
        Format(
            "annotation",
            "a Web Annotation collection",
            module="kursk_tui.formats.exchange.annotation",
            suffixes=(".jsonld",),
            description="a W3C annotation of each claim's span, with the claim as JSON",
            escapes=JSON_ESCAPES,
            refuses=("AMBER+STRICT", "RED"),
            losses=(
                Loss("the date and the status of the briefing", "date", "status"),
                Loss(
                    "everything about documents but the quotes and the link or hash",
                    *("documents.title", "documents.publisher", "documents.date"),
                    *("documents.text", "documents.sha256", "documents.extraction"),
                    *("documents.date_line", "documents.residue", "documents.language"),
                ),
                loss.SERIES,
                Loss(
                    "everything about sources but their names",
                    *("sources.short", "sources.kind", "sources.country", "sources.reliability"),
                    "sources.url",
                ),
                loss.LONG_NAMES,
                loss.REJECTED,
                loss.DECISIONS,
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
