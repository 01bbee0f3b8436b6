"""The text of a PDF, by the place and the size of every character, with pypdfium2."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from pypdfium2 import PYPDFIUM_INFO, PdfDocument, PdfiumError
from pypdfium2.raw import FPDF_ERR_PASSWORD

from kursk_tui.documents.extracted import DocumentError, Extracted
from kursk_tui.documents.marks import UNKNOWN, one_line
from kursk_tui.documents.media_types import PDF
from kursk_tui.documents.pages.columns import columns_of
from kursk_tui.documents.pages.glyphs import Glyphs, glyphs_of
from kursk_tui.documents.pages.heads import Cleared, without_heads
from kursk_tui.documents.pages.lines import Line, lines_of
from kursk_tui.documents.pages.notes import Notes, with_stray_markers, without_notes
from kursk_tui.documents.pages.paragraphs import paragraphs
from kursk_tui.documents.remarks import remarks_on_facts
from kursk_tui.text.messages import plural

MOST_PAGES = 2_000
MOST_CHARACTERS = 1_000_000

_SCAN = (
    "no text in {pages}: it is a scan; make its text searchable with a program that recognizes "
    "characters, and check what that reads"
)
_DAMAGED = "it is not a PDF, or it is damaged; open it in another program and save it again"
_NAMELESS = (
    "its fonts do not name the characters that they show, so there is no text to read; treat it as "
    "a scan"
)
_MOST_UNKNOWN = 0.2
"""The greatest share of characters without a name."""

_LISTED = 8
"""The most pages that a remark lists."""

_BY_PROGRAM = re.compile(
    r"microsoft \w+ - |untitled|\(?anonymous\)?$|document\d*$"
    r"|\S*\.[a-z]{2,5}$|.*\.(?:docx?|indd|pdf|rtf|odt|wpd|qxp?d?|tex)$",
    re.IGNORECASE,
)
"""Titles that programs give."""

_DATE = re.compile(r"D:((?!0000)\d{4})(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])")


@dataclass(slots=True)
class _Read:
    """The lines of each page, the numbers of damaged pages, and what characters were not read."""

    pages: list[list[Line]] = field(default_factory=list)
    damaged: list[int] = field(default_factory=list)
    sideways: int = 0
    outside: int = 0
    unknown: int = 0


def read(data: bytes) -> Extracted:
    """Return the text of a PDF without heads, page numbers, footnotes and their markers.

    Raise DocumentError if there is no text, or too much.
    """
    document = _opened(data)
    try:
        found = _read(document)
        title, on_facts = _facts(document)
    finally:
        document.close()
    cleared = without_heads(found.pages)
    columns = [columns_of(with_stray_markers(lines)) for lines in cleared.pages]
    kept, notes = without_notes(columns)
    return Extracted(
        text="\n\n".join(paragraphs(kept)) + "\n",
        media_type=PDF,
        extractor="pypdfium2",
        version=str(PYPDFIUM_INFO),
        title=title,
        remarks=(*_remarks(found, cleared, notes), *on_facts),
    )


def _facts(document: PdfDocument) -> tuple[str | None, list[str]]:
    """Return the title in the properties of a file, unless a program made it up, and remarks."""
    facts: dict[str, str] = {}
    remarks: list[str] = []
    for key, name in (("Title", "title"), ("CreationDate", "date")):
        try:
            facts[name] = document.get_metadata_value(key).strip()
        except UnicodeError:
            remarks.append(f"The {name} in the properties of the file cannot be read.")
    title = one_line(facts.get("title", ""))
    if title and _BY_PROGRAM.match(title):
        title = None
    date = _DATE.match(facts.get("date", ""))
    made = "-".join(date.groups()) if date else None
    remarks += remarks_on_facts("the properties of the file", title=title, made=made)
    return title, remarks


def _opened(data: bytes) -> PdfDocument:
    try:
        document = PdfDocument(data)
        pages = len(document)
    except PdfiumError as error:
        if error.err_code == FPDF_ERR_PASSWORD:
            message = "it is encrypted and needs a password; save it without a password"
        else:
            message = _DAMAGED
        raise DocumentError(message) from None
    if not pages:
        raise DocumentError("this PDF has no pages")
    if pages > MOST_PAGES:
        raise DocumentError(f"this PDF has {pages:,} pages; the limit is {MOST_PAGES:,}")
    return document


def _read(document: PdfDocument) -> _Read:
    """Return the lines of all pages; raise DocumentError if there are none, or too many."""
    found = _Read()
    characters = 0
    for number in range(1, len(document) + 1):
        try:
            glyphs = _glyphs(document, number, MOST_CHARACTERS - characters)
        except PdfiumError:
            found.damaged.append(number)
            found.pages.append([])
            continue
        characters += len(glyphs.glyphs)
        found.sideways += glyphs.sideways
        found.outside += glyphs.outside
        found.unknown += glyphs.unknown
        found.pages.append(lines_of(glyphs.glyphs, number))
    if len(found.damaged) == len(found.pages):
        raise DocumentError(_DAMAGED)
    if not any(found.pages):
        raise DocumentError(_SCAN.format(pages=plural(len(found.pages), "page")))
    if found.unknown > _MOST_UNKNOWN * characters:
        raise DocumentError(_NAMELESS)
    return found


def _glyphs(document: PdfDocument, number: int, limit: int) -> Glyphs:
    """Return the characters of a page; raise DocumentError if there are more than the limit."""
    page = document[number - 1]
    text = page.get_textpage()
    try:
        if text.count_chars() > limit:
            raise DocumentError(
                f"this PDF has more than {MOST_CHARACTERS:,} characters on its first "
                f"{plural(number, 'page')}; split it"
            )
        return glyphs_of(page, text)
    finally:
        text.close()
        page.close()


def _remarks(read: _Read, cleared: Cleared, notes: Notes) -> Iterator[str]:
    """Yield what was left out, a sentence each."""
    if read.damaged:
        pages = plural(len(read.damaged), "damaged page")
        yield f"Left out: {pages} ({_listed(read.damaged)})."
    empty = [number for number, lines in enumerate(read.pages, start=1) if not lines]
    if empty := [number for number in empty if number not in read.damaged]:
        of = f"{len(empty)} of {plural(len(read.pages), 'page')}"
        have, scans = ("has", "a scan") if len(empty) == 1 else ("have", "scans")
        yield f"{of} {have} no text and may be {scans}: {_listed(empty)}."
    if cleared.heads:
        heads = plural(cleared.heads, "line of running heads", "lines of running heads")
        yield f"Left out: {heads}."
    if cleared.numbers:
        yield f"Left out: {plural(cleared.numbers, 'page number')}."
    if notes.notes:
        where = _listed(sorted(set(notes.pages)))
        what = plural(notes.notes, "footnote")
        yield f"Set aside and not in the text: {what} on {where}."
    if notes.markers:
        yield f"Left out: {plural(notes.markers, 'footnote marker')} in the text."
    if notes.kept:
        what = plural(notes.kept, "raised mark")
        stay = "stays" if notes.kept == 1 else "stay"
        yield f"{what} without a footnote {stay} in the text in superscript."
    if read.sideways:
        yield f"Left out: {plural(read.sideways, 'sideways or slanted character')}."
    if read.outside:
        yield f"Left out: {plural(read.outside, 'character')} outside the pages."
    if read.unknown:
        yield f"Shown as “{UNKNOWN}”: {plural(read.unknown, 'unreadable character')}."


def _listed(pages: Sequence[int]) -> str:
    shown = ", ".join(map(str, pages[:_LISTED]))
    more = f" and {len(pages) - _LISTED} more" if len(pages) > _LISTED else ""
    return f"page{'s' if len(pages) > 1 else ''} {shown}{more}"
