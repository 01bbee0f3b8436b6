"""PDF, read by pypdfium2 with the place and the size of every character."""

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

from kursk_tui.documents.extracted import DocumentError, Extracted, MissingExtraError
from kursk_tui.documents.pages.columns import columns_of
from kursk_tui.documents.pages.glyphs import glyphs_of
from kursk_tui.documents.pages.heads import Cleared, without_heads
from kursk_tui.documents.pages.lines import Line, lines_of
from kursk_tui.documents.pages.notes import Notes, with_stray_calls, without_notes
from kursk_tui.documents.pages.paragraphs import paragraphs
from kursk_tui.text.messages import plural, shortened

if TYPE_CHECKING:
    from pypdfium2 import PdfDocument

MOST_PAGES = 2_000
MOST_CHARACTERS = 1_000_000

_SCAN = (
    "no text in {pages}: it is a scan; make its text searchable with a program that recognizes "
    "characters, and check what that reads"
)
_LISTED = 8
"""The most pages that a remark lists."""

_BY_PROGRAM = re.compile(
    r"microsoft \w+ - |untitled|\(?anonymous\)?$|document\d*$"
    r"|.*\.(?:docx?|indd|pdf|rtf|odt|wpd|qxp?d?|tex)$",
    re.IGNORECASE,
)
"""Titles that programs give."""

_DATE = re.compile(r"D:((?!0000)\d{4})(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])")


class _Read(NamedTuple):
    """The lines of each page, and what could not be read."""

    pages: list[list[Line]]
    sideways: int
    outside: int
    unknown: int


def extract(data: bytes, _name: str) -> Extracted:
    """Return the text of a PDF without heads, page numbers, footnotes and their calls."""
    try:
        import pypdfium2
    except ImportError:
        raise MissingExtraError("a PDF", "pdf") from None
    document = _opened(data)
    try:
        read = _read(document)
        facts = {key: value.strip() for key, value in document.get_metadata_dict().items()}
    finally:
        document.close()
    cleared = without_heads(read.pages)
    columns = [columns_of(with_stray_calls(lines)) for lines in cleared.pages]
    kept, notes = without_notes(columns)
    title = facts.get("Title", "")
    title = "" if _BY_PROGRAM.match(title) else title
    return Extracted(
        text="\n\n".join(paragraphs(kept)) + "\n",
        media_type="application/pdf",
        extractor="pypdfium2",
        version=str(pypdfium2.PYPDFIUM_INFO),
        title=title or None,
        remarks=(
            *_remarks(read, cleared, notes),
            *_remarks_on_facts(title, facts.get("CreationDate", "")),
        ),
    )


def _opened(data: bytes) -> "PdfDocument":
    import pypdfium2
    from pypdfium2.raw import FPDF_ERR_PASSWORD

    try:
        document = pypdfium2.PdfDocument(data)
        pages = len(document)
    except pypdfium2.PdfiumError as error:
        if error.err_code == FPDF_ERR_PASSWORD:
            message = "it is encrypted and needs a password; save it without a password"
        else:
            message = "it is no PDF, or it is damaged; open it in another program and save it again"
        raise DocumentError(message) from None
    if not pages:
        raise DocumentError("this PDF has no pages")
    if pages > MOST_PAGES:
        raise DocumentError(f"this PDF has {pages:,} pages; the limit is {MOST_PAGES:,}")
    return document


def _read(document: "PdfDocument") -> _Read:
    """Return the lines of all pages; raise DocumentError if there are none, or too many."""
    import pypdfium2

    pages: list[list[Line]] = []
    characters = sideways = outside = unknown = 0
    for number in range(len(document)):
        try:
            page = document[number]
            text = page.get_textpage()
        except pypdfium2.PdfiumError:
            raise DocumentError(f"page {number + 1} of this PDF is damaged") from None
        characters += text.count_chars()
        if characters > MOST_CHARACTERS:
            raise DocumentError(
                f"this PDF has more than {MOST_CHARACTERS:,} characters on its first "
                f"{plural(number + 1, 'page')}; split it"
            )
        found = glyphs_of(page, text)
        sideways, outside = sideways + found.sideways, outside + found.outside
        unknown += found.unknown
        pages.append(lines_of(found.glyphs, number + 1))
        text.close()
        page.close()
    if not any(pages):
        raise DocumentError(_SCAN.format(pages=plural(len(pages), "page")))
    return _Read(pages, sideways, outside, unknown)


def _remarks(read: _Read, cleared: Cleared, notes: Notes) -> Iterator[str]:
    """Yield what was left out, a sentence each."""
    empty = [number for number, lines in enumerate(read.pages, start=1) if not lines]
    if empty:
        of = f"{len(empty)} of {plural(len(read.pages), 'page')}"
        yield f"{of} have no text and may be scans: {_listed(empty)}."
    if cleared.heads or cleared.numbers:
        heads = plural(cleared.heads, "line of running heads", "lines of running heads")
        yield f"Left out: {heads} and {plural(cleared.numbers, 'page number')}."
    if notes.notes:
        where = _listed(sorted(set(notes.pages)))
        what = plural(notes.notes, "footnote")
        yield f"Set aside and not in the text: {what} on {where}."
    if notes.calls:
        yield f"Left out: {plural(notes.calls, 'call')} of footnotes in the text."
    if notes.kept:
        what = plural(notes.kept, "raised mark")
        yield f"{what} without a footnote stay in the text as superscripts."
    if read.sideways:
        yield f"Left out: {plural(read.sideways, 'character')} that run sideways or aslant."
    if read.outside:
        yield f"Left out: {plural(read.outside, 'character')} outside the pages."
    if read.unknown:
        yield f"{plural(read.unknown, 'character')} cannot be read and are shown as “\ufffd”."


def _remarks_on_facts(title: str, date: str) -> Iterator[str]:
    if title:
        quoted = shortened(" ".join(title.split()), 80)
        yield f"The title “{quoted}” is from the properties of the file; --title changes it."
    if found := _DATE.match(date):
        day = "-".join(found.groups())
        yield (
            f"The file was made on {day}, its properties say; that is not taken as the date of the "
            "document."
        )


def _listed(pages: Sequence[int]) -> str:
    shown = ", ".join(map(str, pages[:_LISTED]))
    more = f" and {len(pages) - _LISTED} more" if len(pages) > _LISTED else ""
    return f"page{'s' if len(pages) > 1 else ''} {shown}{more}"
