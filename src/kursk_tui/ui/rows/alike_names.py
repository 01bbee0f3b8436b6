"""Names that begin alike, and where their own words begin."""

from collections.abc import Iterable, Mapping
from itertools import pairwise, takewhile
from typing import NamedTuple

from kursk_tui.text.cells import width_in_cells
from kursk_tui.text.messages import ELLIPSIS

_OWN = 3
"""The fewest characters of its own by which a cut name can be told apart."""


class Beginning(NamedTuple):
    """How many characters of a name another one has too, and the start of its first own word."""

    alike: int
    own: int


def beginnings(names: Iterable[str]) -> Mapping[str, Beginning]:
    """Return what each name has in common with the name that is most like it at its beginning."""
    found: dict[str, Beginning] = {}
    for pair in pairwise(sorted(set(names))):
        both = zip(*pair, strict=False)
        alike = sum(1 for _ in takewhile(lambda letters: letters[0] == letters[1], both))
        own = pair[0][:alike].rfind(" ") + 1
        for name in pair:
            found[name] = max(found.get(name, Beginning(0, 0)), Beginning(alike, own))
    return found


def distinct_in(name: str, beginning: Beginning | None, width: int) -> str:
    """Return a name without its beginning if, cut to a width, it would look like another one."""
    if beginning is None or width_in_cells(name) <= width or beginning.alike + _OWN < width:
        return name
    return f"{ELLIPSIS}{name[beginning.own :]}" if beginning.own else name
