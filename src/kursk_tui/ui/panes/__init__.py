"""The panes: one module for each, named after the id of the pane."""

import os


def pane_ids() -> tuple[str, ...]:
    """Return the ids of all panes, in alphabetical order, without importing them.

    The command line offers the ids as choices, and must not load the user interface for that.
    """
    # `pkgutil` and `pathlib` would double the time that `--help` takes to import.
    files = [name for folder in __path__ for name in os.listdir(folder)]  # noqa: PTH208
    return tuple(sorted(one[:-3] for one in files if one.endswith(".py") and one[0] != "_"))
