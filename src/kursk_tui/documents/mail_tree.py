"""An email as a tree of parts, read once from the library, which fails in many ways."""

from email.errors import (
    InvalidBase64CharactersDefect,
    InvalidBase64LengthDefect,
    InvalidBase64PaddingDefect,
)
from email.message import EmailMessage
from typing import NamedTuple, cast

from kursk_tui.documents.extracted import DocumentError
from kursk_tui.documents.marks import one_line
from kursk_tui.documents.media_types import MAIL

MAX_PARTS = 1_000
MAX_DEPTH = 20

_BAD_BASE64 = (
    InvalidBase64CharactersDefect,
    InvalidBase64LengthDefect,
    InvalidBase64PaddingDefect,
)


class Part(NamedTuple):
    """A part: its media type, its name if it has one, and its bytes or the parts in it."""

    kind: str
    name: str | None
    charset: str | None
    parameters: dict[str, str]
    data: bytes
    parts: tuple["Part", ...]
    is_attached: bool
    is_damaged: bool

    @property
    def leaves(self) -> tuple["Part", ...]:
        """The part, or those that it consists of, at any depth."""
        return tuple(leaf for one in self.parts for leaf in one.leaves) if self.parts else (self,)


def part_of(message: EmailMessage) -> Part:
    """Return an email as a part with parts; raise DocumentError."""
    try:
        parts = list(message.walk())
        if len(parts) > MAX_PARTS:
            raise DocumentError(f"the email has more than {MAX_PARTS:,} parts")
        return _part(message, MAX_DEPTH)
    except DocumentError:
        raise
    except Exception:  # the library raises many kinds of errors for broken parts
        raise DocumentError("the email is damaged: its parts cannot be read") from None


def _name(message: EmailMessage) -> str | None:
    """Return the name of an attached file, or the subject of an attached email."""
    payload = message.get_payload()
    name = message.get_filename()
    if not name and message.get_content_type() == MAIL and isinstance(payload, list):
        name = str(cast("EmailMessage", payload[0]).get("Subject", ""))
    return one_line(name) if name else None


def _part(message: EmailMessage, depth: int) -> Part:
    if not depth:
        raise DocumentError("the parts of the email are nested too deeply")
    kind = message.get_content_type()
    payload = message.get_payload()
    is_multipart = message.get_content_maintype() == "multipart"
    if is_multipart and not isinstance(payload, list):
        raise DocumentError("the email is damaged: its parts cannot be separated")
    inner = cast("list[EmailMessage]", payload) if is_multipart else []
    data = None if isinstance(payload, list) else message.get_payload(decode=True)
    name = _name(message)
    return Part(
        kind=kind,
        name=name,
        charset=message.get_content_charset(),
        parameters={
            key: str(message.get_param(key, "")).lower()
            for key in ("format", "delsp", "smime-type")
        },
        data=data if isinstance(data, bytes) else b"",
        parts=tuple(_part(one, depth - 1) for one in inner),
        is_attached=message.get_content_disposition() == "attachment" or bool(name),
        is_damaged=any(isinstance(defect, _BAD_BASE64) for defect in message.defects),
    )
