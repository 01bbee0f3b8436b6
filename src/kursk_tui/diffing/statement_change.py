"""Changes of a library: both sides are statements that stand in their editions."""

from collections.abc import Iterable
from dataclasses import dataclass

from kursk_tui.diffing.change import Change, Direction
from kursk_tui.diffing.gravity import Gravity
from kursk_tui.wording.phrases import BECAME

_RIVALS = (Gravity.CONTRADICTS, Gravity.MAY_CONTRADICT)


@dataclass(frozen=True, slots=True)
class StatementChange(Change):
    """Something new in a library.

    `said` is the day on which the later side was said, in words, and `editions` are the keys of the
    editions that print the two. If `perhaps`, what is new may have been known before.
    """

    said: str = ""
    editions: tuple[str, ...] = ()
    perhaps: bool = False

    @property
    def link(self) -> str:
        """What stands between the two sides."""
        return " and " if self.gravity in _RIVALS else BECAME

    @property
    def both(self) -> str:
        """Both sides, as far as there are two."""
        return self.link.join(filter(None, (self.old_words, self.new_words)))

    @property
    def remark(self) -> str:
        """What the change amounts to, and whether it may have been known before."""
        perhaps = "perhaps known before" if self.perhaps else ""
        return "; ".join(filter(None, (self.effect, perhaps)))


def statement_change(
    gravity: Gravity,
    field: str,
    words: tuple[str | None, str | None],
    effect: str,
    direction: Direction | None = None,
) -> StatementChange:
    """Return a change between two sides in words, one of which may be None."""
    message = f"{field}: {gravity.words}" + (f", {effect}" if effect else "")
    return StatementChange("statement", *words, message, gravity, field, *words, effect, direction)


def of_editions(
    change: Change, said: str, editions: Iterable[str], *, perhaps: bool
) -> StatementChange:
    """Return a change as one between editions: when the later side was said, and where."""
    return StatementChange(
        change.what,
        change.old,
        change.new,
        change.message,
        change.gravity,
        change.field,
        change.old_words,
        change.new_words,
        change.effect,
        change.direction,
        said,
        tuple(dict.fromkeys(editions)),
        perhaps,
    )
