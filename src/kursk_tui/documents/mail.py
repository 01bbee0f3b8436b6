"""Email (.eml), read by the standard library: the words of its sender, and who sent it when.

Older messages that it quotes stay in the text behind “>”, which `draft` sets aside. Signature and
notices about the email itself are left out; attachments are named, and not read.
"""

import email
import re
from codecs import BOM_UTF8
from email.message import EmailMessage
from email.policy import default

from kursk_tui import __version__
from kursk_tui.documents.extracted import DocumentError, Extracted
from kursk_tui.documents.mail_body import Body, read_body
from kursk_tui.documents.mail_headers import has_headers, sent, takes_too_long
from kursk_tui.documents.mail_quotes import Sifted, sifted
from kursk_tui.documents.mail_tree import Part, part_of
from kursk_tui.documents.marks import one_line
from kursk_tui.documents.media_types import MAIL
from kursk_tui.documents.remarks import remarks_on_facts
from kursk_tui.documents.unreadable import refuse, refuse_other_formats
from kursk_tui.text.messages import plural, shortened

_NEXT_IN_MBOX = re.compile(rb"\r?\n\r?\nFrom \S+ .*\d{4}")
_MOST_NAMED = 10
_LONGEST_NAME = 100


def extract(data: bytes, _name: str) -> Extracted:
    """Return the text of an email; raise DocumentError."""
    refuse_other_formats(data)
    if data.startswith(b"From ") and _NEXT_IN_MBOX.search(data):
        raise DocumentError("the file has several emails; save each as a file of its own")
    message = _parsed(data)
    if "Snapshot-Content-Location" in message:
        refuse("mhtml")
    body = read_body(part_of(message))
    texts = _texts(body)
    stated = sent(message)
    on_texts = (remark for part in texts for remark in part.remarks)
    taken = remarks_on_facts(
        "the headers of the email", title=stated.subject, publisher=stated.sender
    )
    remarks = (*taken, *stated.remarks, *body.remarks, *on_texts, *_on_attachments(body.attached))
    return Extracted(
        text="\n\n".join(part.text for part in texts if part.text),
        media_type=MAIL,
        extractor="kursk-tui",
        version=__version__,
        title=stated.subject,
        publisher=stated.sender,
        date=stated.day,
        remarks=tuple(dict.fromkeys(remarks)),
    )


def _texts(body: Body) -> list[Sifted]:
    """Return the texts of an email, at least one of which has words of its sender."""
    texts = [sifted(text) for text in body.texts if text.strip()]
    if not texts:
        if any(part.kind == MAIL for part in body.attached):
            raise DocumentError("the email has no text but an email attached to it; save that one")
        raise DocumentError(f"the email has no text{_but(body.attached)}")
    if not any(part.has_own_words for part in texts):
        raise DocumentError(
            "the sender of the email only quotes another message; save that as a file of its own"
        )
    return texts


def _parsed(data: bytes) -> EmailMessage:
    if takes_too_long(data):
        raise DocumentError("the email has headers that are too long to be read")
    try:
        message = email.message_from_bytes(
            data.removeprefix(BOM_UTF8).lstrip(b"\r\n"), policy=default
        )
    except (RecursionError, ValueError, LookupError):
        raise DocumentError("the email is damaged: its parts cannot be separated") from None
    if not has_headers(message):
        raise DocumentError("the file is not an email: it has no headers such as “From:”")
    return message


def _but(attached: list[Part]) -> str:
    return f", only {plural(len(attached), 'attachment')}: {_named(attached)}" if attached else ""


def _on_attachments(attached: list[Part]) -> tuple[str, ...]:
    if not attached:
        return ()
    verb = "is" if len(attached) == 1 else "are"
    return (f"{plural(len(attached), 'attachment')} {verb} not read: {_named(attached)}.",)


def _named(attached: list[Part]) -> str:
    names = [part.name or one_line(part.kind) or "" for part in attached[:_MOST_NAMED]]
    names = [f"“{shortened(name, _LONGEST_NAME)}”" for name in names]
    if len(attached) > _MOST_NAMED:
        names.append(f"and {len(attached) - _MOST_NAMED:,} more")
    return ", ".join(names)
