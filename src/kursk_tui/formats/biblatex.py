"""The references of a view as BibLaTeX, for biber.

A document has a publisher and no author, since none is stated. Names and titles are in double
braces: they are never split into parts, and keep their case.
"""

import re
from collections.abc import Iterator
from urllib.parse import quote

from kursk_tui.formats.edtf_forms import as_biblatex
from kursk_tui.formats.references import (
    DocumentReference,
    SourceReference,
    cited_in,
    documents_of,
    sources_of,
)
from kursk_tui.model import Briefing
from kursk_tui.query import View
from kursk_tui.text.sanitize import visible
from kursk_tui.wording import citation, phrases

_TEX = {
    "\\": r"\textbackslash{}",
    "{": r"\{",
    "}": r"\}",
    "%": r"\%",
    "&": r"\&",
    "#": r"\#",
    "$": r"\$",
    "_": r"\_",
    "^": r"\textasciicircum{}",
    "~": r"\textasciitilde{}",
    "`": r"\textasciigrave{}",
    '"': r"\textquotedbl{}",
    "<": r"\textless{}",
    ">": r"\textgreater{}",
    "|": r"\textbar{}",
}
_SPECIAL = re.compile(r"[\\{}%&#$_^~`\"<>|]|(?<=-)-|(?<=')'|(?<=,),")
"""Characters that TeX interprets, and the second of two that it joins."""


def write(view: View) -> str:
    """Return an entry for each document, and for each source that a claim names."""
    label = phrases.tlp(view.briefing)
    entries = [
        *(_document(one, view.briefing) for one in documents_of(view)),
        *(_source(one, view.briefing) for one in sources_of(view)),
    ]
    return "\n".join([f"% {label}\n"] * bool(label) + entries)


def _document(reference: DocumentReference, briefing: Briefing) -> str:
    stated = reference.document
    fields = {
        "title": _text(citation.title(stated, briefing)),
        "organization": _text(stated.publisher),
        "date": as_biblatex(stated.date) if stated.date else None,
        "url": _link(stated.url),
        "urldate": as_biblatex(stated.acquired) if stated.acquired else None,
        "series": _text(stated.series),
        "keywords": phrases.tlp(briefing),
    }
    return "".join(_entry("online" if stated.url else "misc", reference.key, fields))


def _source(reference: SourceReference, briefing: Briefing) -> str:
    """Return a source as the author of what the documents cite, which has no title."""
    source = reference.source
    fields = {
        "author": _text(source.name),
        "type": source.kind and _escaped(source.kind),  # a key or words, never a name
        "url": _link(source.url),
        "note": _text(cited_in(reference, briefing)),
        "keywords": phrases.tlp(briefing),
    }
    return "".join(_entry("misc", reference.key, fields))


def _entry(kind: str, key: str, fields: dict[str, str | None]) -> Iterator[str]:
    yield f"@{kind}{{{key},\n"
    for name, value in fields.items():
        if value:
            yield f"  {name} = {{{value}}},\n"
    yield "}\n"


def _link(url: str | None) -> str | None:
    """Return a link as BibLaTeX has it, verbatim; what no terminal shows is percent-encoded."""
    return url and "".join(one if visible(one) == one else quote(one) for one in url)


def _text(stated: str | None) -> str | None:
    """Return text in braces, so that TeX prints exactly this text."""
    return f"{{{_escaped(stated)}}}" if stated is not None else None


def _escaped(text: str) -> str:
    return _SPECIAL.sub(lambda found: _TEX.get(found[0]) or "{}" + found[0], visible(text))
