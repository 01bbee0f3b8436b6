"""Which reader a file goes to: by its first bytes, or else by the end of its name."""

from kursk_tui.documents.registry import kind_of
from tests.documents.writers import docx
from tests.tables import each_row

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


@each_row(
    ("name", "data", "module"),
    [
        ("a.txt", b"Nine fell.", "plain"),
        ("", b"Nine fell.", "plain"),
        ("a.html", b"Nine fell.", "html"),
        ("a.HTM", b"<p>Nine fell.", "html"),
        ("", b"\xef\xbb\xbf\n<!-- x --> <!-- --><!DOCTYPE html><p>Nine fell.", "html"),
        ("a.doc", b"<html><p>Nine fell.", "html"),
        ("a.txt", b"<!-- x -->" * 10_000 + b"Nine fell.", "plain"),
        ("a.eml", b"Nine fell.", "mail"),
        ("", b"Received: from x\nFrom: Ann\n\nNine fell.", "mail"),
        ("", b"From: Ann\nDate: Mon, 3 Mar 2031 23:30:00 -0500\nTo: Bob\n\nNine fell.", "mail"),
        ("-", b"From: Ann\r\nSubject: x\r\n y\r\nMIME-Version: 1.0\r\n\r\nNine fell.", "mail"),
        # Text copied from an email is read as text.
        ("", b"From: Ann\nDate: 3 March\n\nNine fell.", "plain"),
        ("", b"From: Ann\nNine fell.\n\nDate: Mon, 3 Mar 2031 23:30:00 -0500\n\n", "plain"),
        ("a.txt", b"From: Ann\nSubject: Losses\n\nNine fell.", "plain"),
        ("", docx(""), "docx"),
        ("a.docm", b"", "docx"),
        ("a.docx", OLE, "unreadable"),
        ("a.msg", b"", "unreadable"),
        ("", b"{\\rtf1 x}", "unreadable"),
        ("a.html", b"%PDF-1.7", "pdf"),
    ],
)
def test_the_kind_of_a_file_is_found(name: str, data: bytes, module: str) -> None:
    assert kind_of(data, name).module == f"kursk_tui.documents.{module}"
