"""Signs in the rows of a pane, in words, for the help."""

from typing import NamedTuple


class Sign(NamedTuple):
    """A sign, or several of a kind, and what it means."""

    text: str
    meaning: str
