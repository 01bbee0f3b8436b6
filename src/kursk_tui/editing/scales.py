"""The scale of likelihood that a briefing uses."""

from typing import get_args

from kursk_tui.model import Briefing
from kursk_tui.vocabulary import ScaleId


def scale_in_use(briefing: Briefing) -> ScaleId:
    """Return the scale of the first likelihood of a briefing, or else the first scale."""
    used = (likelihood.scale for claim in briefing.claims for likelihood in claim.likelihoods)
    return next(used, get_args(ScaleId)[0])
