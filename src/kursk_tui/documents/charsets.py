"""Bytes to text in the character set that a file declares, or else the one that they show."""

import codecs

from kursk_tui.documents.plain import decoded
from kursk_tui.text.messages import shortened
from kursk_tui.text.sanitize import visible

_WIDER = {
    "ascii": "utf-8",
    "iso8859-1": "cp1252",
    "iso8859-9": "cp1254",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "shift_jis": "cp932",
    "euc_kr": "cp949",
}
"""Character sets that programs declare although they write a wider one, as browsers read them."""

_LONGEST_NAME = 40
_NOT_FOR_TEXT = {"idna", "punycode", "unicode-escape", "raw-unicode-escape", "undefined", "utf-7"}


def read_as_declared(data: bytes, charset: str | None) -> tuple[str, tuple[str, ...]]:
    """Return bytes as text, with a remark if they are read in another way than declared.

    Raise DocumentError if the declared character set is wrong and no other is certain.
    """
    codec = _codec(charset)
    if codec is not None:
        try:
            return data.decode(codec).removeprefix("\ufeff"), ()
        except UnicodeError:
            pass
    text, encoding = decoded(data)
    if data.isascii() or (charset is None and encoding == "UTF-8"):
        return text, ()
    if charset is None:
        return text, (f"No character set is declared; the text is read as {encoding}.",)
    stated = visible(shortened(charset, _LONGEST_NAME))
    return text, (f"The text is declared as {stated} but is not; it is read as {encoding}.",)


def _codec(charset: str | None) -> str | None:
    """Return the codec to read a declared character set with, or None if there is none."""
    if charset is None:
        return None
    try:
        name = codecs.lookup(charset.strip().strip("\"'")).name
        "".encode(name)
    except (LookupError, ValueError):
        return None
    return None if name in _NOT_FOR_TEXT else _WIDER.get(name, name)
