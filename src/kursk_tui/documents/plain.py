"""Plain text: in UTF-8, in UTF-16, or in Windows-1252, and a remark unless it is in UTF-8."""

import codecs
import re

from kursk_tui.documents.extracted import DocumentError, Extracted
from kursk_tui.documents.media_types import PLAIN

_NOT_UTF8 = "the file is not UTF-8 text"
_MARKS = ((codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
_UTF32_MARKS = (codecs.BOM_UTF32_LE, codecs.BOM_UTF32_BE)
_UTF8_SEQUENCE = re.compile(
    rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}"
)
_CONTROLS = re.compile(r"[\x00-\x08\x0e-\x1f\x7f]")
_FOREIGN = re.compile(r"[^\W\d_A-Za-z]")
_MISREAD = re.compile(r"[a-zß-ÿ][À-ÖØ-Þ]|(?<![A-ZÀ-Þ])[À-ÖØ-Þ](?:\s|$)|[^\W\d_][€¢£¤¥¬¶]")
"""What Windows-1252 makes of other encodings, such as “donÕt” of Mac OS Roman."""

_LEAST_ASCII = 0.9
"""The least share of ASCII in an English text."""


def extract(data: bytes, _name: str) -> Extracted:
    """Return plain text in the encoding that its bytes show; raise DocumentError."""
    text, encoding = decoded(data)
    if not text.strip():
        raise DocumentError("the file is empty")
    known = encoding in ("UTF-8", "")
    remarks = () if known else (f"The file is not in UTF-8; it is read as {encoding}.",)
    return Extracted(text=text, media_type=PLAIN, remarks=remarks)


def decoded(data: bytes) -> tuple[str, str]:
    """Return bytes as text without a byte order mark, and the name of their encoding.

    Raise DocumentError if the encoding is neither UTF-8 nor certain.
    """
    data = data.removeprefix(codecs.BOM_UTF8)
    if (codec := _codec_of_utf16(data)) is not None:
        return _utf16(data, codec), "UTF-16"
    try:
        return data.decode(), "UTF-8"
    except UnicodeDecodeError as error:
        failed = error
    if (text := _windows_1252(data)) is not None:
        return text, "Windows-1252"
    before = data[: failed.start].decode("utf-8", "replace")
    line, column = before.count("\n") + 1, len(before) - (before.rfind("\n") + 1) + 1
    raise DocumentError(f"{_NOT_UTF8} (line {line:,}, column {column:,}); save it as UTF-8")


def _codec_of_utf16(data: bytes) -> str | None:
    """Return the codec of a text in UTF-16, by its mark or because every other byte is zero."""
    if data.startswith(_UTF32_MARKS):
        return None
    for mark, codec in _MARKS:
        if data.startswith(mark):
            return codec
    sample = data[:1000]
    least = 0.4 * len(sample)
    if sample.count(0) < max(least, 2):
        return None
    for codec, first in (("utf-16-le", 1), ("utf-16-be", 0)):
        if sample[first::2].count(0) >= least and not sample[1 - first :: 2].count(0):
            return codec
    return None


def _utf16(data: bytes, codec: str) -> str:
    try:
        return data.decode(codec).removeprefix("\ufeff")
    except UnicodeDecodeError:
        message = "it begins like UTF-16 but is broken; save it as UTF-8"
        raise DocumentError(f"{_NOT_UTF8}: {message}") from None


def _windows_1252(data: bytes) -> str | None:
    """Return the text if it can hardly be in another encoding, else None."""
    if _UTF8_SEQUENCE.search(data):
        return None  # UTF-8 with broken bytes
    try:
        text = data.decode("cp1252")
    except UnicodeDecodeError:
        return None
    foreign = len(_FOREIGN.findall(text))
    if _CONTROLS.search(text) or _MISREAD.search(text) or foreign > len(text) * (1 - _LEAST_ASCII):
        return None
    return text
