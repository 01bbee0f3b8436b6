"""The words of a Word document as the reader sees them, and counts of what is left out."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from xml.etree.ElementTree import Element

from kursk_tui.documents.docx_package import descend
from kursk_tui.documents.docx_styles import Styles
from kursk_tui.documents.marks import LIST_MARK, SUPERSCRIPTS, UNKNOWN, row_of, tabbed

_DELETED = {"w:del": "deleted", "w:moveFrom": "moved"}
_NOTES = {"w:footnoteReference": "footnotes", "w:endnoteReference": "endnotes"}
_FIXED = {
    "w:tab": "\t",
    "w:ptab": "\t",
    "w:br": "\n",
    "w:cr": "\n",
    "w:noBreakHyphen": "\N{NON-BREAKING HYPHEN}",
    "w:softHyphen": "\N{SOFT HYPHEN}",
}
_PROPERTIES = {"w:pPr", "w:rPr", "w:sdtPr", "w:sdtEndPr", "w:tcPr", "w:trPr", "w:tblPr", "w:rt"}
_PICTURES = {":pic", ":imagedata", ":chart", ":relIds", ":OLEObject"}
_SYMBOL_FONT = {
    0xA3: "≤",
    0xB0: "°",
    0xB1: "±",
    0xB3: "≥",
    0xB4: "×",
    0xB7: "•",
    0xB9: "≠",
    0xAE: "→",
    0xBB: "≈",
    0x2D: "−",
}
"""Characters of the font Symbol that change what a number means, and a few more."""


@dataclass(slots=True)
class _Paragraph:
    """The words of a paragraph while they are read, and the text boxes that it contains."""

    properties: Element | None
    pieces: list[str] = field(default_factory=list)
    boxes: list[str] = field(default_factory=list)

    @property
    def mark_is_deleted(self) -> bool:
        """Whether the paragraph runs on in the next one."""
        mark = descend(self.properties, "w:rPr")
        return mark is not None and any(mark.find(name) is not None for name in _DELETED)


class BodyReader:
    """Reads the paragraphs and tables of a document; `counts` has what it leaves out.

    Deleted, hidden and struck words are counted as words, everything else as elements.
    """

    def __init__(self, styles: Styles, *, with_codes: bool = False) -> None:
        self.counts: Counter[str] = Counter()
        self._styles = styles
        self._with_codes = with_codes
        self._codes: list[bool] = []
        self._runs_on = ""
        self.broken_fields = False

    def read(self, body: Element) -> list[str]:
        """Return the paragraphs of the document; a table is a paragraph with a line for each row.

        `broken_fields` says afterwards whether a field without an end may have swallowed words.
        """
        found = self._blocks(body)
        self.broken_fields = self.broken_fields or bool(self._codes)
        return [*found, self._runs_on] if self._runs_on.strip() else found

    def _blocks(self, parent: Element) -> list[str]:
        found: list[str] = []
        for child in parent:
            match child.tag:
                case "w:p":
                    found += self._paragraph(child)
                case "w:tbl":
                    found += self._table(child)
                case "w:altChunk":
                    self.counts["pictures"] += 1
                case _:
                    for inner in self._inside(child):
                        found += self._blocks(inner)
        return found

    def _inside(self, element: Element) -> Iterator[Element]:
        """Yield the elements whose content is read in place of an element."""
        if (kind := _DELETED.get(element.tag)) is not None:
            self._leave_out(kind, element)
        elif element.tag == "mc:AlternateContent":
            # Both say the same, for newer and for older programs.
            yield from [*element.findall("mc:Choice"), *element.findall("mc:Fallback")][:1]
        elif element.tag == "w:sdt":
            if descend(element, "w:sdtPr", "w:showingPlcHdr") is not None:
                self._leave_out("prompts", element)
            else:
                yield from element.findall("w:sdtContent")
        elif element.tag not in _PROPERTIES:
            yield element

    def _leave_out(self, kind: str, element: Element) -> None:
        words = "".join(one.text or " " for one in element.iter() if one.tag in _WORDS)
        self.counts[kind] += len(words.split())

    # Paragraphs

    def _paragraph(self, element: Element) -> list[str]:
        paragraph = _Paragraph(element.find("w:pPr"))
        self._inline(element, paragraph)
        text = self._runs_on + "".join(paragraph.pieces)
        self._runs_on = text if paragraph.mark_is_deleted else ""
        if self._runs_on:
            return paragraph.boxes
        text = tabbed(text.strip())
        if not text:
            return paragraph.boxes
        if self._styles.in_list(paragraph.properties):
            self.counts["list items"] += 1
            text = LIST_MARK + text
        return [text, *paragraph.boxes]

    def _inline(self, parent: Element, paragraph: _Paragraph) -> None:
        for child in parent:
            if child.tag == "w:r":
                self._run(child, paragraph)
            elif child.tag == "m:t":
                paragraph.pieces.append(child.text or "")
            else:
                for inner in self._inside(child):
                    self._inline(inner, paragraph)

    def _run(self, run: Element, paragraph: _Paragraph) -> None:
        look = self._styles.look(run.find("w:rPr"), paragraph.properties)
        at = len(paragraph.pieces)
        marked = False
        for child in run:
            if child.tag in _NOTES:
                self.counts[_NOTES[child.tag]] += 1
                marked = child.get("customMarkFollows", "0").lower() not in ("0", "false", "off")
            elif child.tag == "w:t":
                if not marked and not any(self._codes):
                    paragraph.pieces.append(child.text or "")
            else:
                self._in_run(child, paragraph)
        if look.hidden or look.struck:
            words = "".join(paragraph.pieces[at:]).split()
            self.counts["hidden" if look.hidden else "struck"] += len(words)
            del paragraph.pieces[at:]
        elif look.raised:
            raised = [piece.translate(SUPERSCRIPTS) for piece in paragraph.pieces[at:]]
            paragraph.pieces[at:] = raised

    def _in_run(self, element: Element, paragraph: _Paragraph) -> None:
        match element.tag:
            case "w:fldChar":
                self._field(element.get("fldCharType"))
            case "w:commentReference":
                self.counts["comments"] += 1
            case "w:sym":
                paragraph.pieces.append(self._symbol(element))
            case "w:ruby":
                for base in element.findall("w:rubyBase"):
                    self._inline(base, paragraph)
            case "w:drawing" | "w:pict" | "w:object" | "mc:AlternateContent":
                self._shapes(element, paragraph)
            case tag if tag in _FIXED and not any(self._codes):
                paragraph.pieces.append(_FIXED[tag])

    def _field(self, kind: str | None) -> None:
        if self._with_codes:
            return
        if kind == "begin":
            self._codes.append(True)
        elif not self._codes:
            self.broken_fields = True
        elif kind == "separate":
            self._codes[-1] = False
        elif kind == "end":
            self._codes.pop()

    def _symbol(self, element: Element) -> str:
        try:
            code = int(element.get("char", ""), 16)
        except ValueError:
            code = 0
        if 0xF000 <= code <= 0xF0FF:
            code -= 0xF000
        known = _SYMBOL_FONT.get(code) if element.get("font") == "Symbol" else None
        if known is None:
            self.counts["symbols"] += 1
        return known or UNKNOWN

    def _shapes(self, element: Element, paragraph: _Paragraph) -> None:
        for inner in self._inside(element):
            if inner.tag == "w:txbxContent":
                outside, self._runs_on = self._runs_on, ""
                paragraph.boxes += self._blocks(inner)
                self._runs_on = outside
                continue
            if inner.tag in _PICTURES:
                self.counts["pictures"] += 1
            for child in inner:
                self._shapes(child, paragraph)

    # Tables

    def _table(self, table: Element) -> list[str]:
        found: list[str] = []
        lines: list[str] = []
        for row in self._inner(table, "w:tr"):
            cells = [self._blocks(cell) for cell in self._cells(row)]
            filled = [cell for cell in cells if cell]
            if len(filled) == 1 and len(filled[0]) > 1:
                found += ["\n".join(lines)] if lines else []
                found += filled[0]
                lines = []
            elif filled:
                lines.append(row_of(cells))
        return [*found, "\n".join(lines)] if lines else found

    def _cells(self, row: Element) -> Iterable[Element]:
        properties = row.find("w:trPr")
        if properties is None:
            return self._inner(row, "w:tc")
        for name, kind in (*_DELETED.items(), ("w:hidden", "hidden")):
            if properties.find(name) is not None:
                self._leave_out(kind, row)
                return ()
        return self._inner(row, "w:tc")

    def _inner(self, parent: Element, tag: str) -> Iterator[Element]:
        """Yield the rows of a table or the cells of a row, also from within content controls."""
        for child in parent:
            if child.tag != tag:
                for inner in self._inside(child):
                    yield from self._inner(inner, tag)
            elif descend(child, "w:tcPr", "w:cellDel") is not None:
                self._leave_out("deleted", child)
            else:
                yield child


_WORDS = {"w:t", "w:delText", "m:t", "w:p", "w:tab", "w:br"}
