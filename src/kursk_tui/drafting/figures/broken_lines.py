"""Figures whose words or digits go over the end of a line: they may be cut or joined wrongly."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from kursk_tui.drafting.findings import FigureFinding
from kursk_tui.drafting.sentence import Sentence

_BROKEN = re.compile(r"\d\s*\n\s*\d|\n[ \t]*>")
"""Digits on two lines, or a ">" in front of a line."""

_FIRST = 24
"""How many characters after a break the first number can begin."""


def flag_broken(
    sentence: Sentence, figures: Iterable[FigureFinding], *, leads: bool
) -> Iterator[FigureFinding]:
    """Yield figures; those that a break may have cut are flagged as guesses.

    `leads` means that the words before the sentence belong to its first number.
    """
    for nth, figure in enumerate(figures):
        first = leads and nth == 0 and figure.start - sentence.start < _FIRST
        if first or _BROKEN.search(sentence.text, figure.start, figure.end):
            yield replace(figure, tier="guess", flags=(*figure.flags, "broken line"))
        else:
            yield figure
