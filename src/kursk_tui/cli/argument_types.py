"""Types of arguments: each function converts a text or raises ArgumentTypeError."""

from __future__ import annotations

import argparse
import re

TYPE_CHECKING = False  # importing `pathlib` takes a tenth of the time of `--help`
if TYPE_CHECKING:
    from pathlib import Path


def as_path(text: str) -> Path:
    """Return an argument as a path; a variable that is not set is an error, not this folder."""
    if not text:
        raise argparse.ArgumentTypeError("“” is not a file name")
    from pathlib import Path

    return Path(text)


def as_version(text: str) -> str:
    """Return an argument that names a version; one that can't be a file or revision is an error."""
    if not text or (text.startswith("-") and text != "-"):
        raise argparse.ArgumentTypeError(f"“{text}” is not a file or a revision")
    return text


def as_date(text: str) -> str:
    """Return an argument that is a date, such as 2024-12-20 or 2024-12."""
    if not re.fullmatch(r"[0-9]{4}(-[0-9]{2}){0,2}", text):
        raise argparse.ArgumentTypeError(f"“{text}” is not a date; write 2024-12-20")
    return text


def as_day(text: str) -> str:
    """Return an argument that is a day, such as 2024-12-20; one that does not exist is an error."""
    from datetime import date

    try:
        return date.fromisoformat(text).isoformat()
    except ValueError:
        message = f"“{text}” is not a day; write it as 2024-12-19"
        raise argparse.ArgumentTypeError(message) from None


def as_output(text: str) -> Path:
    """Return an argument as the path of an output file; the path of a folder is an error."""
    if not text or text.endswith(("/", "/.", "/..")):
        raise argparse.ArgumentTypeError(f"“{text}” is not a file name")
    return as_path(text)


def as_name(text: str) -> str:
    """Return an argument that is shown as a name; one that shows nothing is an error."""
    from kursk_tui.text.invisible import is_blank

    if text and is_blank(text):
        raise argparse.ArgumentTypeError("a name cannot be blank; leave the option out instead")
    return text


def as_size(text: str) -> int:
    """Return an argument such as 500M or 2G as a number of bytes."""
    found = re.fullmatch(r"([0-9]{1,15})([KMGkmg]?)", text)
    if not found:
        raise argparse.ArgumentTypeError(f"“{text}” is not a size; write 500M or 2G")
    power: int = 1024 ** " kmg".index(found[2].lower() or " ")
    return int(found[1]) * power


def as_screen_size(text: str) -> tuple[int, int]:
    """Return an argument such as 120x36 as columns and lines."""
    found = re.fullmatch(r"([0-9]{1,4})x([0-9]{1,4})", text)
    if not found or not (10 <= int(found[1]) <= 1000 and 4 <= int(found[2]) <= 1000):
        raise argparse.ArgumentTypeError(f"“{text}” is not a usable screen size; try 120x36")
    return int(found[1]), int(found[2])


def as_width(text: str) -> int:
    """Return an argument as a width from 40 to 10,000 columns."""
    if not text.isascii() or not text.isdigit() or not 40 <= int(text[:5]) <= 10_000:
        raise argparse.ArgumentTypeError(f"“{text}” is not a width from 40 to 10000")
    return int(text)
