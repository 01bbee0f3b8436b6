"""The panes: one module each, named after the pane's id."""

import os


def pane_ids() -> tuple[str, ...]:
    """Return the id of every pane, in alphabetical order, without importing a pane.

    The command line offers the ids as choices and must not load the user interface for that.
    """
    # `pkgutil` and `pathlib` would double the time that `--help` takes to import.
    files = [name for folder in __path__ for name in os.listdir(folder)]  # noqa: PTH208
    return tuple(sorted(one[:-3] for one in files if one.endswith(".py") and one[0] != "_"))
