"""Pages in HTML, read by trafilatura, which finds the text of a page among its menus.

Nothing is fetched. The metadata is what the page states, never a guess from its words.
"""

import importlib
import re
from collections.abc import Iterator
from copy import deepcopy
from importlib.metadata import version
from typing import NamedTuple, Protocol, cast

from kursk_tui.documents.charsets import read_as_declared
from kursk_tui.documents.extracted import DocumentError, Extracted
from kursk_tui.documents.html_head import Head, head_of
from kursk_tui.documents.html_text import paragraphs
from kursk_tui.documents.html_tree import TOO_DEEP, Node, parsed, strip_unseen
from kursk_tui.documents.marks import LIST_MARK
from kursk_tui.documents.media_types import HTML
from kursk_tui.documents.remarks import HIDDEN, STRUCK, counted, remarks_on_facts
from kursk_tui.text.messages import plural

EXTRACTOR = "trafilatura"

_UNSEEN = (STRUCK, HIDDEN)

_DECLARED = re.compile(
    rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w.:-]+)|^\s*<\?xml[^>]{0,200}encoding=[\"']([\w.:-]+)",
    re.IGNORECASE,
)
_LOOKED_AT = 4_096
"""How many bytes of a page may precede its character set; browsers look at 1,024."""

_FEW_WORDS = 40
_SHORT = 1_000
"""How many characters are little for a page."""

_OLDER = {"gmail_quote", "yahoo_quoted", "protonmail_quote", "moz-cite-prefix"}
"""The classes that mail programs give to a quoted message."""


class _Document(Protocol):
    """What trafilatura makes of a page."""

    body: Node | None


class MailText(NamedTuple):
    """The text of an email in HTML, in which lines of older email begin with “>”."""

    text: str
    remarks: tuple[str, ...]


def extract(data: bytes, _name: str) -> Extracted:
    """Return the text of a page; raise DocumentError."""
    html, remarks = read_as_declared(data, _declared(data))
    root = parsed(html)
    head = head_of(root)
    counts = strip_unseen(root)
    on_page = sum(_words(paragraphs(body)) for body in root.iter("body"))
    found = _main_text(root)
    _refuse_scripts(found)
    return Extracted(
        text="\n\n".join(found),
        media_type=HTML,
        extractor=EXTRACTOR,
        version=version(EXTRACTOR),
        title=head.title,
        publisher=head.publisher,
        date=head.date,
        url=head.url,
        remarks=(
            *remarks,
            *_unread(_words(found), on_page),
            *counted(_UNSEEN, counts),
            *remarks_on_facts("the page", title=head.title, publisher=head.publisher, url=head.url),
            *_on_dates(head),
        ),
    )


def _refuse_scripts(found: list[str]) -> None:
    asks_for_scripts = any("javascript" in block.lower() for block in found)
    if not found or (_words(found) < _FEW_WORDS and asks_for_scripts):
        raise DocumentError(
            "the page has no text of its own; if a script builds it, "
            "save what the browser shows as text or PDF"
        )


def mail_text(html: str) -> MailText:
    """Return the whole text of an email in HTML, which has no menus; raise DocumentError."""
    root = parsed(html)
    counts = strip_unseen(root)
    older = frozenset(node for node in root.iter() if _is_older(node))
    bodies = list(root.iter("body"))
    found = [block for body in bodies for block in paragraphs(body, older=older)]
    return MailText("\n\n".join(found), tuple(counted(_UNSEEN, counts)))


def _declared(data: bytes) -> str | None:
    """Return the character set that a page declares, unless its first bytes say another."""
    found = _DECLARED.search(data, 0, _LOOKED_AT)
    if found is None or data.startswith((b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")):
        return None
    charset = (found[1] or found[2]).decode("ascii", "replace")
    # The declaration itself could not be read in UTF-16.
    return None if charset.lower().startswith("utf-16") else charset


def _main_text(root: Node) -> list[str]:
    """Return the paragraphs that trafilatura finds to be the text of a page.

    If it finds little, it takes the whole page as one paragraph, menus included; a second reading
    without that rescue is better, unless it loses most words.
    """
    found = _read_by_library(root)
    if sum(map(len, found)) < _SHORT:
        exact = _read_by_library(root, MIN_EXTRACTED_SIZE="1")
        if 2 * _words(exact) >= _words(found):
            return exact
    return found


def _read_by_library(root: Node, **settings: str) -> list[str]:
    library = importlib.import_module("trafilatura")
    configuration = deepcopy(library.settings.DEFAULT_CONFIG)
    configuration["DEFAULT"].update(settings)
    try:
        document = cast(
            "_Document | None",
            library.bare_extraction(
                root, include_comments=False, include_tables=True, config=configuration
            ),
        )
    except RecursionError:
        raise DocumentError(TOO_DEEP) from None
    body = document.body if document is not None else None
    return paragraphs(body) if body is not None else []


def _is_older(node: Node) -> bool:
    if not isinstance(node.tag, str):
        return False
    is_cited = node.tag == "blockquote" and (node.get("type") or "").lower() == "cite"
    return is_cited or not _OLDER.isdisjoint((node.get("class") or "").split())


def _words(blocks: list[str]) -> int:
    return sum(len(block.removeprefix(LIST_MARK).split()) for block in blocks)


def _unread(read: int, on_page: int) -> Iterator[str]:
    if on_page > read:
        words = f"{on_page - read:,} of {plural(on_page, 'word')}"
        yield f"{words} of the page, such as menus and comments, are left out."


def _on_dates(head: Head) -> Iterator[str]:
    if head.other_dates:
        others = ", ".join(head.other_dates)
        yield f"The page states several dates: {head.date} is taken, not {others}."
