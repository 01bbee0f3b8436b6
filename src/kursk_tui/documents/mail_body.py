"""The body of an email: which parts are its text, and which are attached to it."""

import re
from dataclasses import dataclass, field

from kursk_tui.documents.charsets import read_as_declared
from kursk_tui.documents.extracted import DocumentError
from kursk_tui.documents.html import mail_text
from kursk_tui.documents.mail_tree import Part
from kursk_tui.documents.media_types import HTML, PLAIN

_ENCRYPTED = "the email is encrypted; save it decrypted, or its text"
_REFUSED = {
    "multipart/encrypted": _ENCRYPTED,
    "application/pgp-encrypted": _ENCRYPTED,
    "multipart/digest": "the email is a digest of several emails; save each as a file of its own",
}
_SEALED = ("application/pkcs7-mime", "application/x-pkcs7-mime")
_SIGNATURES = (
    *("application/pgp-signature", "application/pkcs7-signature"),
    "application/x-pkcs7-signature",
)
_NOT_CHECKED = "The digital signature of the email is not checked."
_A_FEW_WORDS = 20
_TEXTS = (PLAIN, HTML)
_PGP_ENCRYPTED = re.compile(r"^-----BEGIN PGP MESSAGE-----", re.MULTILINE)
_PGP_SIGNED = re.compile(r"^-----BEGIN PGP SIGNED MESSAGE-----\n(?:[^\n]+\n){0,20}\n", re.MULTILINE)
_PGP_SIGNATURE = re.compile(r"^-----BEGIN PGP SIGNATURE-----", re.MULTILINE)
_PGP_END = re.compile(r"^-----END PGP SIGNATURE-----[^\n]*\n?", re.MULTILINE)
_QUOTES = re.compile(r">*")


@dataclass(slots=True)
class Body:
    """The text of an email, what is attached to it, and remarks."""

    texts: list[str] = field(default_factory=list)
    attached: list[Part] = field(default_factory=list)
    remarks: list[str] = field(default_factory=list)


def read_body(part: Part) -> Body:
    """Return the text and the attachments of an email; raise DocumentError."""
    body = Body()
    _read(part, body)
    return body


def _read(part: Part, body: Body) -> None:
    if part.kind in _REFUSED:
        raise DocumentError(_REFUSED[part.kind])
    if part.kind in _SEALED:
        if "signed" in part.parameters["smime-type"]:
            raise DocumentError("the email is signed in a form that hides its text; save its text")
        raise DocumentError(_ENCRYPTED)
    if part.kind in _SIGNATURES:
        body.remarks.append(_NOT_CHECKED)
    elif part.kind == "multipart/alternative":
        _read_alternatives(part.parts, body)
    elif part.kind == "multipart/related":
        for inner in part.parts[:1]:
            _read(inner, body)
        body.attached += (leaf for inner in part.parts[1:] for leaf in inner.leaves)
    elif part.kind.startswith("multipart/"):
        for inner in part.parts:
            _read(inner, body)
    elif part.kind in _TEXTS and not part.is_attached:
        body.texts.append(_text(part, body))
    else:
        body.attached.append(part)


def _read_alternatives(parts: tuple[Part, ...], body: Body) -> None:
    """Read the plain text among parts that say the same, or else the last that has a text."""
    plain = [part for part in parts if part.kind == PLAIN]
    others = [part for part in reversed(parts) if part.kind != PLAIN]
    for chosen in (*plain, *others):
        found = read_body(chosen)
        if not any(text.strip() for text in found.texts):
            continue
        body.texts += found.texts
        body.attached += found.attached
        body.remarks += found.remarks
        rest = [leaf for part in parts if part is not chosen for leaf in part.leaves]
        body.remarks += (
            _on_html(leaf, found.texts)
            for leaf in rest
            if chosen in plain and leaf.kind == HTML and not leaf.is_attached
        )
        body.attached += (leaf for leaf in rest if leaf.is_attached or leaf.kind not in _TEXTS)
        return
    body.attached += (leaf for part in parts for leaf in part.leaves if leaf.kind not in _TEXTS)


def _on_html(part: Part, read: list[str]) -> str:
    """Return a remark on the HTML of an email, with its words if it has many more than the text."""
    try:
        words = len(_text(part, Body()).split())
    except DocumentError:  # perhaps the library is missing
        words = 0
    in_text = sum(len(text.split()) for text in read)
    if words > 2 * in_text + _A_FEW_WORDS:
        return (
            f"The email is also in HTML, which has more words ({words:,}, and its text "
            f"{in_text:,}) and is not read."
        )
    return "The email is also in HTML, which is not read."


def _text(part: Part, body: Body) -> str:
    if part.is_damaged:
        body.remarks.append("The base64 of the email is damaged; words may be missing.")
    if not part.data.strip():
        return ""
    text, remarks = read_as_declared(part.data, part.charset)
    body.remarks += remarks
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    if part.kind == HTML:
        read = mail_text(text)
        body.remarks += read.remarks
        return read.text
    if part.parameters["format"] == "flowed":
        text = unflowed(text, deletes=part.parameters["delsp"] == "yes")
    return _without_armour(text, body)


def unflowed(text: str, *, deletes: bool) -> str:
    """Return text whose lines are wrapped after a blank with each paragraph on one line.

    `deletes` says that the blank at the end of a line is not part of the text (RFC 3676).
    """
    lines: list[list[str]] = []
    depth, runs_on = 0, False
    for raw in text.split("\n"):
        quotes = _QUOTES.match(raw)
        marks = quotes.group() if quotes else ""
        line = raw[len(marks) :].removeprefix(" ")
        is_signature = line == "-- "
        if runs_on and len(marks) == depth and not is_signature:
            lines[-1].append(line)
        else:
            lines.append([f"{marks} {line}" if marks else line])
        depth = len(marks)
        runs_on = line.endswith(" ") and not is_signature
        if runs_on and deletes:
            lines[-1][-1] = lines[-1][-1][:-1]
    return "\n".join("".join(pieces) for pieces in lines)


def _without_armour(text: str, body: Body) -> str:
    """Return text without what PGP writes around it."""
    if _PGP_ENCRYPTED.search(text):
        raise DocumentError(_ENCRYPTED)
    start = _PGP_SIGNED.search(text)
    end = _PGP_SIGNATURE.search(text, start.end()) if start is not None else None
    if start is None or end is None:
        return text
    body.remarks.append(_NOT_CHECKED)
    words = re.sub(r"^- ", "", text[start.end() : end.start()], flags=re.MULTILINE)
    last = _PGP_END.search(text, end.end())
    return text[: start.start()] + words + (text[last.end() :] if last is not None else "")
