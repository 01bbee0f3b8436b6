"""Files that no reader here can read, each refused with a sentence that says what to do."""

from typing import NoReturn

from kursk_tui.documents.extracted import DocumentError, Extracted

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_RTF = b"{\\rtf"
_IN_OLE = (
    ("EncryptedPackage", "password"),
    ("__substg1.0_", "msg"),
    ("Workbook", "spreadsheet"),
    ("PowerPoint Document", "presentation"),
)
"""Names of streams in files of older Office programs, and what the file then is."""

_WEB_ARCHIVE = "the file is a web archive; save the page as HTML"
_SENTENCES = {
    "password": "the file is protected by a password; save it without one",
    "spreadsheet": "the file is a spreadsheet; save the text that you need as .docx or as text",
    "presentation": "the file is a presentation; save its text as .docx or as text",
    "doc": "the file is in the old format .doc; save it as .docx",
    "msg": "the file is an Outlook message (.msg); save it as .eml or as text",
    "rtf": "the file is rich text (.rtf); save it as .docx or as text",
    "odt": "the file is in OpenDocument format (.odt); save it as .docx or as text",
    "pages": "the file is a Pages document; export it as .docx or PDF",
    "mht": _WEB_ARCHIVE,
    "mhtml": _WEB_ARCHIVE,
    "epub": "the file is an electronic book; save the text that you need as text",
}


def refuse(kind: str) -> NoReturn:
    """Raise DocumentError for a kind of file, such as the suffix of its name."""
    raise DocumentError(_SENTENCES[kind])


def refuse_other_formats(data: bytes) -> None:
    """Raise DocumentError for the bytes of an older Office program, or of rich text."""
    if data.startswith(_OLE):
        for name, kind in _IN_OLE:
            if name.encode("utf-16-le") in data:
                refuse(kind)
        refuse("doc")
    if data.lstrip()[: len(_RTF)] == _RTF:
        refuse("rtf")


def extract(data: bytes, name: str) -> Extracted:
    """Raise DocumentError, with a sentence for the kind of the file."""
    refuse_other_formats(data)
    suffix = name.rpartition(".")[2].lower()
    if suffix in _SENTENCES:
        refuse(suffix)
    raise DocumentError("the file is of a kind that cannot be read")
