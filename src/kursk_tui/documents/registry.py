"""The kinds of files that text is taken from, each with the module that reads it."""

import importlib
import re
from pathlib import PurePath
from typing import NamedTuple, Protocol, cast

from kursk_tui.documents.extracted import Extracted


class _Module(Protocol):
    """What the module of a kind of file has."""

    def extract(self, data: bytes, name: str, /) -> Extracted:
        """Return the text of a file; raise DocumentError."""


class Kind(NamedTuple):
    """A kind of file: its media type, the module that reads it, and how it is recognized.

    `begins` matches at the beginning of the file's bytes, whatever its name is. A name decides only
    if no kind matches.
    """

    media_type: str
    module: str
    suffixes: tuple[str, ...]
    begins: re.Pattern[bytes] | None = None

    def extract(self, data: bytes, name: str) -> Extracted:
        """Return the text of a file of this kind; raise DocumentError."""
        return cast("_Module", importlib.import_module(self.module)).extract(data, name)


PLAIN = Kind("text/plain", "kursk_tui.documents.plain", (".txt", ".text", ".md"))
"""The kind of a file that is recognized as nothing else."""

KINDS = (
    Kind(
        "application/pdf", "kursk_tui.documents.pdf", (".pdf",), re.compile(rb"[\s\0]*%PDF-[0-9]")
    ),
    Kind(
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        "kursk_tui.documents.docx",
        (".docx", ".docm", ".dotx", ".dotm"),
        re.compile(rb"PK\x03\x04"),
    ),
    Kind(
        "message/rfc822",
        "kursk_tui.documents.mail",
        (".eml",),
        re.compile(
            rb"(?:Received|Return-Path|Delivered-To|MIME-Version|Message-ID|DKIM-Signature):",
            re.IGNORECASE,
        ),
    ),
    Kind(
        "text/html",
        "kursk_tui.documents.html",
        (".html", ".htm", ".xhtml"),
        re.compile(
            rb"(?:\xef\xbb\xbf)?\s*(?:<!--(?:(?!-->).)*-->\s*|<\?xml[^>]*>\s*)*"
            rb"<(?:!doctype\s+html|html|head|body)\b",
            re.IGNORECASE | re.DOTALL,
        ),
    ),
    Kind(
        "application/octet-stream",
        "kursk_tui.documents.unreadable",
        (".doc", ".msg", ".rtf", ".odt", ".pages", ".mht", ".mhtml", ".epub"),
        re.compile(rb"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1|\s*\{\\rtf"),
    ),
    PLAIN,
)


def kind_of(data: bytes, name: str) -> Kind:
    """Return the kind of a file, by its bytes or else by its name."""
    for kind in KINDS:
        if kind.begins is not None and kind.begins.match(data):
            return kind
    suffix = PurePath(name).suffix.lower()
    return next((kind for kind in KINDS if suffix in kind.suffixes), PLAIN)


def extract(data: bytes, name: str) -> Extracted:
    """Return the text of a file with these bytes and this name; raise DocumentError."""
    return kind_of(data, name).extract(data, name)


def of_media_type(media_type: str) -> Kind | None:
    """Return the kind with a media type, such as that of a part of a mail, or None."""
    return next((kind for kind in KINDS if kind.media_type == media_type), None)
