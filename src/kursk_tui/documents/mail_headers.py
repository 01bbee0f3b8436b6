"""The headers of an email: who sent it, when, and about what."""

import re
from collections.abc import Callable
from email.headerregistry import AddressHeader, BaseHeader, DateHeader
from email.message import EmailMessage
from email.policy import default
from typing import NamedTuple, TypeVar, cast

from kursk_tui.documents.marks import one_line
from kursk_tui.text.messages import shortened

MAX_HEADER = 10_000
"""The most characters of a header; reading longer ones takes the library too long."""

MAX_CONTENT_HEADERS = 100_000
"""The most characters of all headers that say what a part is."""

_CONTENT_HEADER = re.compile(
    rb"^content-(?:type|disposition|transfer-encoding):[^\n]*(?:\n[ \t][^\n]*)*",
    re.IGNORECASE | re.MULTILINE,
)
_LONGEST_DATE = 60

T = TypeVar("T")


class Sent(NamedTuple):
    """What the headers of an email state."""

    sender: str | None
    day: str | None
    subject: str | None
    remarks: tuple[str, ...]


def sent(message: EmailMessage) -> Sent:
    """Return who sent an email, on which day by the sender's clock, and its subject."""
    subject = _header(message, "Subject")
    date = _header(message, "Date")
    day = _tried(lambda: _day(date), None)
    remarks: tuple[str, ...] = ()
    if date is not None and day is None:
        written = shortened(one_line(str(date)) or "", _LONGEST_DATE)
        remarks = (f"The date of the email cannot be read: “{written}”.",)
    return Sent(
        sender=_tried(lambda: _sender(_header(message, "From")), None),
        day=day,
        subject=one_line(str(subject)) if subject is not None else None,
        remarks=remarks,
    )


def takes_too_long(data: bytes) -> bool:
    """Return whether an email has headers that take the library too long to read."""
    lengths = [len(header.group()) for header in _CONTENT_HEADER.finditer(data)]
    return max(lengths, default=0) > MAX_HEADER or sum(lengths) > MAX_CONTENT_HEADERS


def has_headers(message: EmailMessage) -> bool:
    """Return whether a message has a header of email at all."""
    known = ("from", "date", "subject", "to", "received", "message-id", "mime-version")
    return any(name.lower() in known for name in message)


def _header(message: EmailMessage, name: str) -> BaseHeader | str | None:
    raw = next((text for key, text in message.raw_items() if key.lower() == name.lower()), None)
    if raw is None:
        return None
    text = "".join(_recoded(str(raw)).splitlines())
    if len(text) > MAX_HEADER:
        return text[:MAX_HEADER]
    return _tried(lambda: cast("BaseHeader", default.header_factory(name, text)), text)


def _recoded(raw: str) -> str:
    """Return a header whose letters beyond ASCII are bytes as text."""
    data = raw.encode("utf-8", "surrogateescape")
    try:
        return data.decode()
    except UnicodeDecodeError:
        return data.decode("cp1252", "replace")


def _sender(header: BaseHeader | str | None) -> str | None:
    if not isinstance(header, AddressHeader):
        return one_line(header) if isinstance(header, str) else None
    names = (one_line(one.display_name) or one_line(one.addr_spec) for one in header.addresses)
    return ", ".join(name for name in names if name) or one_line(str(header))


def _day(header: BaseHeader | str | None) -> str | None:
    moment = header.datetime if isinstance(header, DateHeader) else None
    return moment.date().isoformat() if moment is not None else None


def _tried(read: Callable[[], T], otherwise: T) -> T:
    """Return what a function returns, or another value if the email library fails."""
    try:
        return read()
    except Exception:  # the library raises many kinds of errors for broken headers
        return otherwise
