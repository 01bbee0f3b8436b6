"""Statements that no longer stand, in words."""

from collections.abc import Iterator, Mapping

from kursk_tui.model import Claim
from kursk_tui.tracking.endings import WHOLE, Ending
from kursk_tui.tracking.statements import Place
from kursk_tui.wording import phrases
from kursk_tui.wording.facts import Fact, Piece


def how(ending: Ending) -> str:
    """Return how a statement ended, and when, such as “withdrawn 2025-01-20”."""
    return f"{ending.kind} {phrases.date(ending.date)}" if ending.date else ending.kind


def ended(ending: Ending) -> str:
    """Return how a statement ended, when, and which claim or edition says so."""
    return f"{how(ending)} ({ending.claim})"


def ended_facts(number: int, claim: Claim, endings: Mapping[Place, Ending]) -> Iterator[Fact]:
    """Yield which figures of a claim, which has a number, no longer stand, or that it does not."""
    if not claim.figures and (whole := endings.get((number, WHOLE))) is not None:
        yield Fact("track", (Piece(f"✗ {ended(whole)}"),))
    label = "track"
    for part, figure in enumerate(claim.figures):
        if (ending := endings.get((number, part))) is not None:
            words = f"{phrases.quoted(figure.words)} · " if len(claim.figures) > 1 else ""
            yield Fact(label, (Piece(f"{words}✗ {ended(ending)}"),))
            label = ""
