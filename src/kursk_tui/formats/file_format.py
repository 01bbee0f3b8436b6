"""A format of briefings: what it is for, what it leaves out, and the module that writes it."""

from __future__ import annotations

from importlib import import_module

TYPE_CHECKING = False  # `typing` is not imported: `--help` loads this module and must start fast
if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from kursk_tui.formats.loss import Loss
    from kursk_tui.model import Briefing
    from kursk_tui.query import View


class Format:
    """A format of briefings: its name, its purpose, and what it leaves out.

    `module` has `write(view) -> str` if the format `writes`, and `read(path, limit) -> Briefing` if
    it `reads`, which raises the errors of `formats.problem`. `title` completes the sentence “write
    a briefing as …”. `suffixes` begin with a dot. `options` are the names of the options of the
    command line that `write` takes too. `escapes` is the error handler for encoding in ASCII
    without loss, if the format has escapes. `refuses` are the labels of the Traffic Light Protocol
    under which the format is written with `--despite-tlp` only.
    """

    def __init__(
        self,
        name: str,
        title: str,
        *,
        module: str,
        suffixes: Sequence[str],
        description: str,
        losses: Sequence[Loss] = (),
        options: Sequence[str] = (),
        reads: bool = False,
        writes: bool = True,
        escapes: str | None = None,
        refuses: Sequence[str] = (),
    ) -> None:
        self.name = name
        self.title = title
        self.module = module
        self.suffixes = tuple(suffixes)
        self.description = description
        self.losses = tuple(losses)
        self.options = tuple(options)
        self.reads = reads
        self.writes = writes
        self.escapes = escapes
        self.refuses = tuple(refuses)

    @property
    def saves(self) -> bool:
        """Whether a briefing that was read from this format can be written back without loss."""
        return self.reads and self.writes and not self.losses

    def read(self, path: Path, limit: int) -> Briefing:
        """Return the briefing in a file of at most `limit` bytes, or on standard input.

        Raises UnreadableError or InvalidBriefingError.
        """
        briefing: Briefing = import_module(self.module).read(path, limit)
        return briefing

    def write(self, view: View, **options: str) -> str:
        """Return a view in this format; the other arguments are those of its `options`."""
        text: str = import_module(self.module).write(view, **options)
        return text
