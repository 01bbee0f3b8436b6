"""Files that no reader here can read, each refused with a sentence that says what to do."""

from typing import NoReturn

from kursk_tui.documents.extracted import DocumentError, Extracted

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_RTF = b"{\\rtf"
_IN_OLE = (
    ("EncryptedPackage", "the file is protected by a password; save it without one"),
    ("__substg1.0_", "the file is a message of Outlook (.msg); save it as .eml or as text"),
    ("Workbook", "the file is a spreadsheet; save the text that you need as .docx or as text"),
    ("PowerPoint Document", "the file is a presentation; save its text as .docx or as text"),
)
"""Names of streams in files of older Office programs, and what the file then is."""

_BY_SUFFIX = {
    "doc": "the file is in the old format .doc; save it as .docx",
    "msg": "the file is a message of Outlook (.msg); save it as .eml or as text",
    "rtf": "the file is rich text (.rtf); save it as .docx or as text",
    "odt": "the file is in the format OpenDocument (.odt); save it as .docx or as text",
    "pages": "the file is a document of Pages; export it as .docx or PDF",
    "mht": "the file is a web archive; save the page as HTML",
    "mhtml": "the file is a web archive; save the page as HTML",
    "epub": "the file is an electronic book; save the text that you need as text",
}


def refuse(suffix: str) -> NoReturn:
    """Raise DocumentError for a kind of file."""
    raise DocumentError(_BY_SUFFIX[suffix])


def refuse_other_formats(data: bytes) -> None:
    """Raise DocumentError for the bytes of an older Office program, or of rich text."""
    if data.startswith(_OLE):
        for name, sentence in _IN_OLE:
            if name.encode("utf-16-le") in data:
                raise DocumentError(sentence)
        refuse("doc")
    if data.lstrip()[: len(_RTF)] == _RTF:
        refuse("rtf")


def extract(data: bytes, name: str) -> Extracted:
    """Raise DocumentError, with a sentence for the kind of the file."""
    refuse_other_formats(data)
    suffix = name.rpartition(".")[2].lower()
    if suffix in _BY_SUFFIX:
        refuse(suffix)
    raise DocumentError("the file is of a kind that cannot be read")
