"""Where the files of a library are in it."""

from pathlib import Path

from kursk_tui.library.library import Library


def place_of(path: Path, library: Library) -> str:
    """Return the path in a library's folder of one of its files, which may have errors."""
    depths = (
        len(edition.path.parts) - edition.key.count("/") - 1 for edition in library.whole.editions
    )
    return "/".join(path.parts[min(depths, default=0) :])
