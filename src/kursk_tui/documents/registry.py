"""The kinds of files that text is taken from, each with the module that reads it."""

import importlib
import re
from pathlib import PurePath
from typing import NamedTuple, Protocol, cast

from kursk_tui.documents import media_types
from kursk_tui.documents.extracted import Extracted


class _Module(Protocol):
    """What the module of a kind of file has."""

    def extract(self, data: bytes, name: str, /) -> Extracted:
        """Return the text of a file; raise DocumentError."""


class Kind(NamedTuple):
    """A kind of file: its media type, the module that reads it, and how it is recognized.

    `begins` matches at the beginning of the file's bytes, whatever its name is. A name decides only
    if no kind matches. Headers of email alone can be text that was copied from it, so they decide
    only if the name says nothing.
    """

    media_type: str
    module: str
    suffixes: tuple[str, ...]
    begins: re.Pattern[bytes] | None = None

    def extract(self, data: bytes, name: str) -> Extracted:
        """Return the text of a file of this kind; raise DocumentError."""
        return cast("_Module", importlib.import_module(self.module)).extract(data, name)


_HEADERS = re.compile(rb"(?:\xef\xbb\xbf)?(?:[!-9;-~]+:[^\n]*\n(?:[ \t][^\n]*\n)*)+(?=\r?\n|$)")
_FROM = re.compile(rb"^From:", re.IGNORECASE | re.MULTILINE)
_BY_PROGRAM = re.compile(
    rb"^(?:MIME-Version:|Date:\s*(?:\w{3},\s*)?\d{1,2}\s\w{3}\s\d{4}\s\d\d:\d\d)",
    re.IGNORECASE | re.MULTILINE,
)

PLAIN = Kind(media_types.PLAIN, "kursk_tui.documents.plain", (".txt", ".text", ".md"))
"""The kind of a file that is recognized as nothing else."""

_MAIL = Kind(
    media_types.MAIL,
    "kursk_tui.documents.mail",
    (".eml",),
    re.compile(
        rb"(?:Received|Return-Path|Delivered-To|MIME-Version|Message-ID|DKIM-Signature):",
        re.IGNORECASE,
    ),
)

KINDS = (
    Kind(media_types.PDF, "kursk_tui.documents.pdf", (".pdf",), re.compile(rb"[\s\0]*%PDF-[0-9]")),
    Kind(
        media_types.WORD,
        "kursk_tui.documents.docx",
        (".docx", ".docm", ".dotx", ".dotm"),
        re.compile(rb"PK\x03\x04"),
    ),
    _MAIL,
    Kind(
        media_types.HTML,
        "kursk_tui.documents.html",
        (".html", ".htm", ".xhtml"),
        re.compile(
            rb"(?:\xef\xbb\xbf)?\s*(?:<!--(?:(?!-->).)*-->\s*|<\?xml[^>]*>\s*)*"
            rb"<(?:!doctype\s+html|html|head|body)\b",
            re.IGNORECASE | re.DOTALL,
        ),
    ),
    Kind(
        media_types.UNKNOWN,
        "kursk_tui.documents.unreadable",
        (".doc", ".msg", ".rtf", ".odt", ".pages", ".mht", ".mhtml", ".epub"),
        re.compile(rb"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1|\s*\{\\rtf"),
    ),
    PLAIN,
)


def kind_of(data: bytes, name: str) -> Kind:
    """Return the kind of a file, by its bytes, by its name, or by headers of email."""
    for kind in KINDS:
        if kind.begins is not None and kind.begins.match(data):
            return kind
    suffix = PurePath(name).suffix.lower()
    named = next((kind for kind in KINDS if suffix in kind.suffixes), None)
    return named or (_MAIL if _has_headers_of_mail(data) else PLAIN)


def _has_headers_of_mail(data: bytes) -> bool:
    """Return whether data begins with headers as programs write them, which people hardly do."""
    headers = _HEADERS.match(data)
    found = headers.group() if headers is not None else b""
    return bool(_FROM.search(found) and _BY_PROGRAM.search(found))


def extract(data: bytes, name: str) -> Extracted:
    """Return the text of a file with these bytes and this name; raise DocumentError."""
    return kind_of(data, name).extract(data, name)


def of_media_type(media_type: str) -> Kind | None:
    """Return the kind with a media type, such as that of a part of an email, or None."""
    return next((kind for kind in KINDS if kind.media_type == media_type), None)
