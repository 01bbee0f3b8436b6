"""The encoding of standard output and standard error: UTF-8, or ASCII for other terminals."""

from __future__ import annotations

import sys

from kursk_tui.text.encoding import ASCII_FORMS, is_utf8

TYPE_CHECKING = False  # importing `typing` takes a tenth of the time of `--version`
if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

_COERCED = ("C.UTF-8", "C.utf8", "UTF-8")
"""Values that Python itself assigns to LC_CTYPE if the locale is not installed (PEP 538)."""

_own_encodings: dict[str, str] = {}
"""The encodings that Python has chosen for the streams, by their names in `sys`."""


def prepare_streams(arguments: Sequence[str], environment: Mapping[str, str]) -> None:
    """Limit the streams to ASCII with --ascii, and where the encoding is not UTF-8.

    Writing never fails: what the encoding lacks is replaced by similar ASCII characters.
    """
    options = arguments[: arguments.index("--")] if "--" in arguments else arguments
    only = "--ascii" in options or has_other_encoding(environment)
    for name in ("stdout", "stderr"):
        stream = getattr(sys, name)
        if hasattr(stream, "reconfigure"):
            _own_encodings[name] = stream.encoding
            ascii_only = only or not is_utf8(stream.encoding)
            stream.reconfigure(encoding="ascii" if ascii_only else None, errors=ASCII_FORMS)


def write_ascii(only: bool) -> None:
    """Limit the prepared streams to ASCII, or let them write what their encoding has."""
    for name, encoding in _own_encodings.items():
        getattr(sys, name).reconfigure(encoding="ascii" if only else encoding, errors=ASCII_FORMS)


def has_other_encoding(environment: Mapping[str, str]) -> bool:
    """Return whether the locale names an encoding other than UTF-8.

    A locale without an encoding, common in containers and bare SSH sessions, implies nothing about
    the terminal.
    """
    encoding = named_encoding(environment)
    return bool(encoding) and not is_utf8(encoding)


def named_encoding(environment: Mapping[str, str]) -> str:
    """Return the encoding that the name of the locale contains, or ""."""
    names = [environment.get(name, "") for name in ("LC_ALL", "LC_CTYPE", "LANG")]
    if names[1] in _COERCED:
        names[1] = ""
    locale = next(filter(None, names), "")
    return locale.partition("@")[0].partition(".")[2]
