"""The paragraphs of an element, of HTML or of what trafilatura makes of it."""

import re
from collections.abc import Iterator

from kursk_tui.documents.html_tree import Node
from kursk_tui.documents.marks import LIST_MARK, quoted, row_of

_BLOCKS = {
    *("html", "body", "div", "p", "head", "h1", "h2", "h3", "h4", "h5", "h6", "list", "ul", "ol"),
    *("li", "item", "dl", "dt", "dd", "quote", "blockquote", "pre", "table", "thead"),
    *("tbody", "tfoot", "tr", "row", "td", "th", "cell", "section", "article", "header", "footer"),
    *(
        "main",
        "aside",
        "nav",
        "figure",
        "figcaption",
        "address",
        "center",
        "form",
        "fieldset",
        "hr",
    ),
    *("details", "summary", "caption", "title", "fw", "ab"),
}
_BREAKS = {"br", "lb"}
_TABLES = {"table"}
_ROWS = {"tr", "row"}
_CELLS = {"td", "th", "cell"}
_ITEMS = {"li", "item"}
_VERBATIM = {"pre"}
_BLANKS = re.compile(r"[ \t\n\r\f]+")
_AROUND_BREAK = re.compile(r" ?\n ?")


def paragraphs(node: Node, *, older: frozenset[Node] = frozenset()) -> list[str]:
    """Return the paragraphs in an element; a table is a paragraph with a line for each row.

    Each line within the elements `older`, messages that are quoted, begins with a “>”.
    """
    return _Reader(older).blocks(node)


class _Reader:
    def __init__(self, older: frozenset[Node]) -> None:
        self._older = older

    def blocks(self, node: Node) -> list[str]:
        found: list[str] = []
        pieces: list[str] = []
        self._read(node, pieces, found, verbatim=node.tag in _VERBATIM)
        _end(pieces, found)
        if node.tag in _ITEMS and found and not found[0].startswith(LIST_MARK):
            found[0] = LIST_MARK + found[0]
        if node in self._older:
            return ["\n>\n".join(quoted(block) for block in found)] if found else []
        return found

    def _read(self, node: Node, pieces: list[str], found: list[str], *, verbatim: bool) -> None:
        """Add the text of a node to `pieces`, and each paragraph that ends in it to `found`."""
        pieces.append(_text(node.text, verbatim=verbatim))
        for child in node:
            if not isinstance(child.tag, str):
                pass
            elif child.tag in _BREAKS:
                pieces.append("\n")
            elif child.tag in _TABLES:
                _end(pieces, found)
                found += self._table(child)
            elif child.tag in _BLOCKS or child in self._older:
                _end(pieces, found)
                found += self.blocks(child)
            else:
                self._read(child, pieces, found, verbatim=verbatim)
            pieces.append(_text(child.tail, verbatim=verbatim))

    def _table(self, table: Node) -> list[str]:
        found: list[str] = []
        lines: list[str] = []
        for row in _rows(table):
            if row.tag not in _ROWS:
                found += self.blocks(row)
                continue
            cells = [self.blocks(cell) for cell in row if cell.tag in _CELLS]
            if any(len(cell) > 1 for cell in cells):
                # The table gives a page its layout: each cell has paragraphs of its own.
                _end_table(lines, found)
                found += [block for cell in cells for block in cell]
            elif any(cells):
                lines.append(row_of(cells))
        _end_table(lines, found)
        return found


def _rows(table: Node) -> Iterator[Node]:
    """Yield the rows of a table, and its caption, but not the rows of tables in it."""
    for child in table:
        if child.tag in ("thead", "tbody", "tfoot"):
            yield from _rows(child)
        elif isinstance(child.tag, str):
            yield child


def _text(text: str | None, *, verbatim: bool) -> str:
    if not text:
        return ""
    return text if verbatim else _BLANKS.sub(" ", text)


def _end(pieces: list[str], found: list[str]) -> None:
    text = "".join(pieces)
    pieces.clear()
    text = _AROUND_BREAK.sub("\n", re.sub(" {2,}", " ", text)).strip()
    if text:
        found.append(text)


def _end_table(lines: list[str], found: list[str]) -> None:
    if lines:
        found.append("\n".join(lines))
        lines.clear()
