"""Plain text: which encodings are read, with which remark, and what is refused."""

import codecs

import pytest

from kursk_tui.documents import DocumentError, extract
from tests.tables import each_row

ENGLISH = "The ministry said “at least 100” were killed – not 90.\nThe café's owner didn’t.\n"
IN_1252 = "The file is not in UTF-8; it is read as Windows-1252."
IN_UTF16 = "The file is not in UTF-8; it is read as UTF-16."


@each_row(
    ("data", "remarks"),
    [
        (ENGLISH.encode(), ()),
        (codecs.BOM_UTF8 + ENGLISH.encode(), ()),
        (codecs.BOM_UTF16_LE + ENGLISH.encode("utf-16-le"), (IN_UTF16,)),
        (codecs.BOM_UTF16_BE + ENGLISH.encode("utf-16-be"), (IN_UTF16,)),
        (ENGLISH.encode("utf-16-le"), (IN_UTF16,)),
        (ENGLISH.encode("utf-16-be"), (IN_UTF16,)),
        (ENGLISH.encode("cp1252"), (IN_1252,)),
    ],
)
def test_the_encoding_is_found_out(data: bytes, remarks: tuple[str, ...]) -> None:
    found = extract(data, "report.txt")
    assert (found.text, found.media_type) == (ENGLISH, "text/plain")
    assert found.remarks == remarks


@each_row(
    ("data", "message"),
    [
        (b"", "the file is empty"),
        (codecs.BOM_UTF8 + b" \n", "the file is empty"),
        # UTF-8 with a byte cut off is not Windows-1252.
        (
            ENGLISH.encode()[:-3] + b"\xe2\x80.\n",
            "the file is not UTF-8 text (line 2, column 23); save it as UTF-8",
        ),
        # Mac OS Roman, where “Õ” stands for an apostrophe and “Ò” for a quotation mark.
        (
            "The owner didn’t say “40”, nor did the town’s mayor or its council.".encode(
                "mac-roman"
            ),
            "the file is not UTF-8 text (line 1, column 15); save it as UTF-8",
        ),
        (
            "The error is ±40 men".encode() + ", the café owner said to us.".encode("cp1252"),
            "the file is not UTF-8 text (line 1, column 30); save it as UTF-8",
        ),
        (
            "Министр сказал, что сорок солдат погибли.".encode("cp1251"),
            "the file is not UTF-8 text (line 1, column 1); save it as UTF-8",
        ),
        (
            codecs.BOM_UTF16_LE + b"a\0b",
            "the file is not UTF-8 text: it begins like UTF-16 but is broken; save it as UTF-8",
        ),
    ],
)
def test_an_encoding_that_is_not_certain_is_refused(data: bytes, message: str) -> None:
    with pytest.raises(DocumentError) as refusal:
        extract(data, "report.txt")
    assert str(refusal.value) == message
