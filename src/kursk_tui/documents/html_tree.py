"""HTML as a tree of elements, without what a reader of the page does not see."""

import importlib
import logging
import re
from collections import Counter
from collections.abc import Callable, Iterator, MutableMapping
from importlib.util import find_spec
from typing import Protocol, cast

from kursk_tui.documents.extracted import DocumentError, MissingExtraError
from kursk_tui.documents.marks import SUPERSCRIPTS

MAX_CHARACTERS = 5_000_000
"""The most characters of a page, without the pictures in it."""

MAX_TEXT = 1_000_000
"""The most characters of its text, without scripts: finding the text takes longer and longer."""

MAX_ELEMENTS = 50_000

TOO_DEEP = "the page is nested too deeply"

_INLINE_FILE = re.compile(r"data:[\w.+/;=-]*,[^\"'\s)<>]{200,}")
_CONTROLS = re.compile("[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""Control characters, and what else XML does not have."""

_NOT_SHOWN = ("script", "style", "noscript", "template", "iframe", "object", "textarea", "select")
_STRUCK = ("del", "s", "strike")
_HIDING = re.compile(r"(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden)", re.IGNORECASE)
_NEVER_HIDDEN = ("html", "body")
_RAISED = re.compile(r"\s*\d{1,3}(?:\s*[,;–-]\s*\d{1,3})*\s*")
_NEEDED = ("lxml", "lxml_html_clean", "trafilatura")
_LIBRARIES = ("trafilatura", "htmldate", "justext", "readability", "courlan")
_FATAL = "FATAL"


class Node(Protocol):
    """An element of lxml, as far as it is used here. The tag of a comment is not text."""

    tag: str
    text: str | None
    tail: str | None
    attrib: MutableMapping[str, str]

    def get(self, name: str) -> str | None:
        """Return the value of an attribute."""

    def iter(self, *tags: str) -> Iterator["Node"]:
        """Yield the element and all within it."""

    def itertext(self) -> Iterator[str]:
        """Yield the text within the element, piece by piece."""

    def clear(self, *, keep_tail: bool) -> None:
        """Remove all within the element, and its attributes."""

    def getparent(self) -> "Node | None":
        """Return the element around this one."""

    def __iter__(self) -> Iterator["Node"]: ...


def parsed(html: str) -> Node:
    """Return the root element of a page; raise DocumentError."""
    html = _INLINE_FILE.sub("data:,", html)
    if len(html) > MAX_CHARACTERS:
        raise DocumentError(f"the page has more than {MAX_CHARACTERS:,} characters")
    html = _CONTROLS.sub("", html.replace("\f", " "))
    if not all(map(find_spec, _NEEDED)):
        raise MissingExtraError("HTML", "html")
    library = importlib.import_module("lxml.html")
    for name in _LIBRARIES:
        logging.getLogger(name).setLevel(logging.CRITICAL)
    # In bytes, so that what the page declares about its character set no longer applies.
    parser = library.HTMLParser(encoding="utf-8")
    try:
        root = cast("Node | None", library.document_fromstring(html.encode(), parser=parser))
    except (ValueError, library.etree.LxmlError):  # no element at all
        root = None
    if any(error.level_name == _FATAL for error in parser.error_log):
        raise DocumentError(TOO_DEEP)
    if root is None or not isinstance(root.tag, str):
        raise DocumentError("the page has no text")
    if sum(1 for _ in root.iter()) > MAX_ELEMENTS:
        raise DocumentError(f"the page has more than {MAX_ELEMENTS:,} elements; split it")
    _clean(root)
    return root


def _clean(root: Node) -> None:
    """Remove the control characters that a page refers to by number: lxml sets no such text."""
    for node in root.iter():
        if node.text and _CONTROLS.search(node.text):
            node.text = _CONTROLS.sub("", node.text)
        if node.tail and _CONTROLS.search(node.tail):
            node.tail = _CONTROLS.sub("", node.tail)


def strip_unseen(root: Node) -> Counter[str]:
    """Remove what the page does not show or strikes through; return the number of words by kind.

    Digits that are raised, such as those of notes, become superscripts: they are not part of the
    number before them. Short quotations get the marks that a page shows around them. Raise
    DocumentError for more text than `MAX_TEXT`.
    """
    counts: Counter[str] = Counter()
    _drop(root, lambda node: node.tag in _NOT_SHOWN)
    if sum(map(len, root.itertext())) > MAX_TEXT:
        raise DocumentError(f"the page has more than {MAX_TEXT:,} characters of text; split it")
    for kind, is_of_kind in (("struck", _is_struck), ("hidden", _is_hidden)):
        counts[kind] = _drop(root, is_of_kind)
    for raised in root.iter("sup"):
        if _RAISED.fullmatch("".join(raised.itertext())):
            _raise_digits(raised)
    for quotation in list(root.iter("q")):
        quotation.tag = "span"
        quotation.text = f"“{quotation.text or ''}"
        quotation.tail = f"”{quotation.tail or ''}"
    return counts


def words_in(node: Node) -> int:
    """Return the number of words within an element."""
    return len(" ".join(node.itertext()).split())


def _drop(root: Node, is_unseen: Callable[[Node], bool]) -> int:
    words = 0
    for node in [one for one in root.iter() if isinstance(one.tag, str) and is_unseen(one)]:
        if node is not root and node.getparent() is not None:
            words += words_in(node)
            # Removing it copies all the text before it: an empty element takes its place.
            node.clear(keep_tail=True)
            node.tag = "span"
    return words


def _is_struck(node: Node) -> bool:
    return node.tag in _STRUCK


def _is_hidden(node: Node) -> bool:
    if node.tag in _NEVER_HIDDEN or node.tag in ("input", "link", "meta"):
        return False
    hidden = node.attrib.get("hidden")
    is_hidden = hidden is not None and hidden.lower() != "until-found"
    return is_hidden or bool(_HIDING.search(node.attrib.get("style", "")))


def _raise_digits(raised: Node) -> None:
    for node in raised.iter():
        node.text = node.text.translate(SUPERSCRIPTS) if node.text else node.text
        if node is not raised and node.tail:
            node.tail = node.tail.translate(SUPERSCRIPTS)
