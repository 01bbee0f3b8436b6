"""The size of the terminal. Every command loads this module, so it imports little."""

from __future__ import annotations

import os

TYPE_CHECKING = False  # importing `typing` takes a tenth of the time of `--help`
if TYPE_CHECKING:
    from collections.abc import Mapping

_DEFAULT = 80, 24
_MOST = 1000, 500
"""The largest screen that is drawn; the rest of a larger one stays empty."""


def screen_size(environment: Mapping[str, str] = os.environ) -> tuple[int, int]:
    """Return the columns and lines of the terminal, within bounds.

    COLUMNS and LINES count only if no standard stream is a terminal that knows its size: they may
    come from another terminal, or be older than the last resize.
    """
    given = _count(environment.get("COLUMNS", "")), _count(environment.get("LINES", ""))
    reported = next(filter(all, map(_reported, (1, 2, 0))), given)
    columns, lines = (
        min(size or default, most)
        for size, default, most in zip(reported, _DEFAULT, _MOST, strict=True)
    )
    return columns, lines


def _reported(descriptor: int) -> tuple[int, int]:
    try:
        return os.get_terminal_size(descriptor)
    except OSError:
        return 0, 0


def _count(text: str) -> int:
    return int(text[:6]) if text.isascii() and text.isdecimal() else 0
