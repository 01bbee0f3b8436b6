"""Word files (.docx), read by the standard library as their reader sees them.

Tracked insertions are read as part of the text. What is deleted, hidden, or beside the text, such
as notes, comments and headers, is left out and counted.
"""

import re
from collections import Counter
from collections.abc import Iterator
from xml.etree.ElementTree import Element

from kursk_tui import __version__
from kursk_tui.documents.docx_body import BodyReader
from kursk_tui.documents.docx_package import Package, descend
from kursk_tui.documents.docx_styles import Styles
from kursk_tui.documents.extracted import DocumentError, Extracted
from kursk_tui.documents.marks import UNKNOWN, one_line
from kursk_tui.documents.media_types import WORD
from kursk_tui.documents.remarks import HIDDEN, STRUCK, Remark, counted, remarks_on_facts
from kursk_tui.documents.unreadable import refuse, refuse_other_formats

_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_ZIP = b"PK"
_NOT_WORD = "the file is not a Word document (.docx)"
_MAIN = "officeDocument"
_OTHER_KINDS = {
    "xl/workbook.xml": "a spreadsheet",
    "ppt/presentation.xml": "a presentation",
    "META-INF/container.xml": "an electronic book",
}


_REMARKS = (
    Remark("inserted", "word", "words", "Tracked changes: {} inserted or moved here {is} read."),
    Remark("deleted", "deleted word", "deleted words", "Tracked changes: {} {is} left out."),
    Remark(
        *("moved", "word", "words"),
        "Tracked changes: {} moved elsewhere {is} read only at the new place.",
    ),
    HIDDEN,
    STRUCK,
    Remark("footnotes", "footnote", "footnotes", "{} {is} left out."),
    Remark("endnotes", "endnote", "endnotes", "{} {is} left out."),
    Remark("comments", "comment", "comments", "{} {is} left out."),
    Remark("margins", "header or footer", "headers or footers", "{} {is} left out."),
    Remark("prompts", "word", "words", "{} of prompts in unfilled fields {is} left out."),
    Remark(
        "pictures",
        "picture, chart or embedded object",
        "pictures, charts or embedded objects",
        "{} {is} not read.",
    ),
    Remark(
        *("symbols", "symbol", "symbols"),
        f"{{}} without a known letter {{is}} shown as “{UNKNOWN}”.",
    ),
    Remark("list items", "list item", "list items", "The number or mark of {} is read as “•”."),
)


def extract(data: bytes, _name: str) -> Extracted:
    """Return the text of a Word file; raise DocumentError."""
    _refuse_other_kinds(data)
    package = Package(data)
    paragraphs, counts = _read(package, _main_part(package))
    if not paragraphs:
        raise DocumentError("the document has no text; pictures are not read")
    title, day = _properties(package)
    return Extracted(
        text="\n\n".join(paragraphs),
        media_type=WORD,
        extractor="kursk-tui",
        version=__version__,
        title=title,
        remarks=(
            *remarks_on_facts("the properties of the file", title=title, made=day),
            *counted(_REMARKS, counts),
            *_remark_on_macros(package),
        ),
    )


def _read(package: Package, main: str) -> tuple[list[str], Counter[str]]:
    """Return the paragraphs of the document, and counts of what is left out or marked."""
    root = package.xml(main)
    body = root.find("w:body") if root is not None else None
    if body is None:
        raise DocumentError("the file has no text: it is not a Word document")
    parts = {relation.kind: relation.part for relation in package.relationships(main)}
    styles = Styles(package.xml(parts.get("styles", "")))
    reader = BodyReader(styles)
    paragraphs = reader.read(body)
    if reader.broken_fields:
        reader = BodyReader(styles, with_codes=True)
        paragraphs = reader.read(body)
    reader.counts["inserted"] = _inserted(body)
    reader.counts["margins"] = sum(1 for _ in _margins(package, main))
    return paragraphs, reader.counts


def _refuse_other_kinds(data: bytes) -> None:
    refuse_other_formats(data)
    if not data.startswith(_ZIP):
        raise DocumentError(_NOT_WORD)


def _main_part(package: Package) -> str:
    if "mimetype" in package and b"opendocument" in package.read("mimetype"):
        refuse("odt")
    for part, kind in _OTHER_KINDS.items():
        if part in package:
            raise DocumentError(f"the file is {kind}, not a Word document")
    stated = (relation.part for relation in package.relationships() if relation.kind == _MAIN)
    main = next(stated, "word/document.xml")
    if main not in package:
        raise DocumentError(_NOT_WORD)
    return main


def _properties(package: Package) -> tuple[str | None, str | None]:
    """Return the title in the properties of the file, and the day on which it was made."""
    part = next(
        (
            relation.part
            for relation in package.relationships()
            if relation.kind == "core-properties"
        ),
        "",
    )
    root = package.xml(part)
    title, created = (descend(root, name) for name in (":title", ":created"))
    made = _DAY.match(created.text or "") if created is not None else None
    return one_line(title.text or "") if title is not None else None, made[0] if made else None


def _inserted(body: Element) -> int:
    inserted = (element for element in body.iter() if element.tag in ("w:ins", "w:moveTo"))
    return sum(len(_words(element)) for element in inserted)


def _margins(package: Package, main: str) -> Iterator[str]:
    """Yield the headers and footers that have words; several sections can refer to the same."""
    relations = package.relationships(main)
    for part in dict.fromkeys(part for kind, part in relations if kind in ("header", "footer")):
        root = package.xml(part)
        if root is not None and _words(root):
            yield part


def _words(element: Element) -> list[str]:
    return "".join(piece.text or "" for piece in element.iter("w:t")).split()


def _remark_on_macros(package: Package) -> Iterator[str]:
    if "word/vbaProject.bin" in package:
        yield "The macros of the file are not read."
