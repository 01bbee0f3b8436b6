"""`Origin`: the file that the text of a draft was taken from."""

import datetime
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Origin:
    """A file, what it states about its text, and how the text was extracted.

    `sha256` is the digest of the file's bytes. `date` (EDTF) and `url` are what the file states;
    `remarks` say what was left out of the text, a sentence each.
    """

    file: str
    sha256: str
    media_type: str
    extractor: str | None = None
    version: str | None = None
    date: str | None = None
    url: str | None = None
    remarks: tuple[str, ...] = ()

    @property
    def day(self) -> datetime.date | None:
        """The day that the file states; None if it states none, or a month or a year alone."""
        stated = (self.date or "").partition("T")[0]
        try:
            return datetime.date.fromisoformat(stated) if len(stated) == len("2031-03-14") else None
        except ValueError:
            return None
