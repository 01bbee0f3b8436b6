"""Replacements for the characters that an encoding lacks, as error handlers of Python's codecs."""

from __future__ import annotations

import codecs

ASCII_FORMS = "kursk-tui-ascii-forms"
"""The name of the error handler that writes similar ASCII characters, for people."""

JSON_ESCAPES = "kursk-tui-json-escapes"
"""The name of the error handler that writes JSON escapes, which lose nothing."""

XML_ESCAPES = "xmlcharrefreplace"
"""The name of Python's error handler for XML and HTML, which loses nothing."""


def is_utf8(encoding: str | None) -> bool:
    """Return whether an encoding has a name of UTF-8."""
    return (encoding or "").lower().replace("-", "").replace("_", "") == "utf8"


def _ascii_forms(error: UnicodeError) -> tuple[str, int]:
    if not isinstance(error, UnicodeEncodeError):
        raise error
    from kursk_tui.text.ascii import ascii_only  # deferred: `--version` does not need it

    # An emoji variation selector makes the character before it wider.
    before = error.object[max(0, error.start - 1) : error.start]
    forms = ascii_only(before + error.object[error.start : error.end])
    return forms[len(ascii_only(before)) :], error.end


def _json_escapes(error: UnicodeError) -> tuple[str, int]:
    if not isinstance(error, UnicodeEncodeError):
        raise error
    from kursk_tui.text.sanitize import json_escape

    return json_escape(error.object[error.start : error.end]), error.end


codecs.register_error(ASCII_FORMS, _ascii_forms)
codecs.register_error(JSON_ESCAPES, _json_escapes)
