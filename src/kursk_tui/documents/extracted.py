"""`Extracted`: the text of a file, what the file states about it, and what was left out."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Extracted:
    """The text of a file, with a blank line between paragraphs where the file has paragraphs.

    `extractor` is the program that read the file, with its `version`. `title`, `publisher`, `date`
    (EDTF) and `url` are what the file states; what it does not state is None. Each of `remarks` is
    a plain sentence about what was dropped, set aside or taken from the file, with counts.
    """

    text: str
    media_type: str
    extractor: str | None = None
    version: str | None = None
    title: str | None = None
    publisher: str | None = None
    date: str | None = None
    url: str | None = None
    remarks: tuple[str, ...] = ()


class DocumentError(Exception):
    """Raised for a file that gives no text; the message is one sentence for the reader."""


class MissingExtraError(DocumentError):
    """Raised if an optional library that reads the file is not installed."""

    def __init__(self, what: str, extra: str) -> None:
        command = f"pip install 'kursk-tui[{extra}]'"
        super().__init__(f"to read {what}, install the optional extra “{extra}”: {command}")
