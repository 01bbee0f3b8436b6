"""Documents, and selectors for spans of their text."""

from typing import Annotated

from pydantic import StringConstraints

from kursk_tui.model.record import (
    Id,
    Label,
    Offset,
    Prose,
    Record,
    Text,
    Url,
    WholeText,
    Words,
    record,
)
from kursk_tui.model.when import Edtf


@record
class Selector(Record):
    """A span of a document: position and quote, as in the W3C Web Annotation Data Model.

    `start` and `end` count Unicode code points from 0, `end` exclusive (TextPositionSelector);
    `exact` is the text between them, `prefix` and `suffix` the text immediately before and after
    it (TextQuoteSelector). Both must match the document; a quote is never re-anchored.
    """

    start: Offset
    end: Offset
    exact: Words
    prefix: Text | None = None
    suffix: Text | None = None
    note: Prose | None = None


Checksum = Annotated[str, StringConstraints(strict=True, pattern=r"^[0-9a-f]{64}$")]
"""A SHA-256 digest in lower-case hexadecimal."""


MediaType = Annotated[
    str,
    StringConstraints(
        strict=True,
        pattern=r"^[A-Za-z0-9][A-Za-z0-9_.+-]{0,126}/[A-Za-z0-9][A-Za-z0-9_.+-]{0,126}$",
    ),
]
"""A media type, such as application/pdf (RFC 6838)."""


@record
class Extraction(Record):
    """How the text of a document was taken from a file, such as a PDF.

    `sha256` is the digest of the file's bytes. `extractor` is the program, with its `version`.
    """

    file: Label
    sha256: Checksum
    media_type: MediaType | None = None
    extractor: Label | None = None
    version: Label | None = None


@record
class Document(Record):
    """A source text, verbatim. Control characters are kept, so that offsets stay valid.

    `acquired` is when the reader got it, and `series` names the recurring product that it is a part
    of. `sha256` is the digest of the text in UTF-8, and `extraction` says which file the text was
    taken from. `date_line` is the span with the document's own date; `residue` covers text that is
    neither claim nor date line, such as a stray heading, and numbers in claims that are no figures.
    """

    id: Id
    title: Label | None = None
    publisher: Label | None = None
    date: Edtf | None = None
    acquired: Edtf | None = None
    series: Label | None = None
    language: Label | None = None
    url: Url | None = None
    text: WholeText
    sha256: Checksum
    extraction: Extraction | None = None
    date_line: Selector | None = None
    residue: tuple[Selector, ...] = ()
