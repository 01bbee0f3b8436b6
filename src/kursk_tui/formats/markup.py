"""Values of a briefing as HTML: escaped, quoted, or as links."""

from html import escape

from kursk_tui.formats.report import POSSIBLE
from kursk_tui.text.sanitize import find_links, visible


def text(words: str) -> str:
    """Return a text as HTML, without control characters."""
    return escape(visible(words))


def quoted(words: str) -> str:
    """Return words of the document in quotation marks."""
    return f'<q dir="auto">{text(words)}</q>'


def stated(words: str) -> str:
    """Return a text, or a remark if there is none."""
    return text(words) or '<i class="unstated">not stated</i>'


def unstated(what: str) -> str:
    """Return a remark that something is not stated."""
    return f'<i class="unstated">{what} not stated</i>'


def link(url: str) -> str:
    """Return a link to a page of the web; other addresses are plain text."""
    if find_links(url) != [(0, len(url))]:
        return text(url)
    return f'<a href="{escape(url)}" rel="noopener noreferrer">{text(url)}</a>'


def to_claim(claim: str, *, possible: bool) -> str:
    """Return a link to a claim on the page, with a remark if it is only a possible match."""
    remark = f" ({POSSIBLE})" if possible else ""
    return f'<a href="#claim-{claim}">{claim}</a>{remark}'
