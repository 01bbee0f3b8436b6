"""What a briefing holds, in words: the same on the screen and in plain text."""

from kursk_tui.model.briefing import Briefing
from kursk_tui.model.claim import Claim
from kursk_tui.model.figure import Figure
from kursk_tui.model.likelihood import Likelihood
from kursk_tui.model.source import Basis
from kursk_tui.model.when import When
from kursk_tui.model.yardstick import ScaleId, yardsticks

ARROW = " → "
"""Stands between the sources of a chain."""


def quoted(words: str) -> str:
    """Return words of the document between quotation marks."""
    return f"“{words}”"


def date(edtf: str) -> str:
    """Return an EDTF expression as a reader would write it, with its precision kept."""
    if "/" not in edtf:
        return _marked(edtf)
    start, _, end = edtf.partition("/")
    if end == "..":
        return f"from {_marked(start)}"
    if start == "..":
        return f"until {_marked(end)}"
    return f"{_marked(start) or 'unknown'} to {_marked(end) or 'unknown'}"


def bound(edtf: str) -> str:
    """Return the bound of a date that is in words only."""
    start, _, end = edtf.partition("/")
    if start == "..":
        return f"not after {_marked(end)}"
    return f"not before {_marked(start)}" if end == ".." else f"within {date(edtf)}"


def _marked(text: str) -> str:
    if not text or text == "..":
        return text
    marks = {"~": "about ", "?": "perhaps ", "%": "perhaps about "}
    mark = marks.get(text[-1], "")
    return mark + (text[:-1] if mark else text)


def precision(edtf: str) -> str:
    """Return how coarse a date is, or nothing for exact days."""
    parts = [part.rstrip("~?%").split("T")[0] for part in edtf.split("/") if part not in ("", "..")]
    if any(part.startswith("XXXX") for part in parts):
        return "year not stated"
    if any("X" in part for part in parts):
        return "digits unknown"
    coarsest = min((part.count("-") for part in parts), default=2)
    if coarsest == 1 and any(part[5:7] in ("21", "22", "23", "24") for part in parts):
        return "season"
    return ("year", "month", "")[min(coarsest, 2)]


def count(number: int) -> str:
    """Return a whole number with its thousands apart."""
    return f"{number:,}"


def bounds(figure: Figure) -> str:
    """Return what the words of a figure pin down, what they leave open, and if it is no count."""
    pinned = _pinned(figure)
    return pinned if figure.modality == "asserted" else f"{pinned}, {figure.modality}"


def _pinned(figure: Figure) -> str:
    have = figure.interval
    if figure.qualifier == "exactly" and have.best is not None:
        return f"exactly {count(have.best)}"
    if have.lower is not None and have.upper is not None:
        return f"from {count(have.lower)} to {count(have.upper)}"
    if have.lower is not None:
        return f"{count(have.lower)} or more, no upper bound"
    if have.upper is not None and have.best is not None:
        return f"close to {count(have.best)} but fewer, no lower bound"
    if have.upper is not None:
        return f"{count(have.upper)} or fewer, no lower bound"
    if have.best is not None:
        return f"near {count(have.best)}, no bounds"
    if figure.values:
        return f"a magnitude of {count(figure.values[0])}, no bounds"
    return "no number given"


def likelihoods(claim: Claim, figure: Figure) -> tuple[str, ...]:
    """Return the terms of likelihood that a figure of a claim stands under."""
    return tuple(map(term, claim.likelihoods_of(figure)))


def term(likelihood: Likelihood) -> str:
    """Return a term of likelihood, and whether it is not known what it reaches."""
    return likelihood.term if likelihood.scope else f"{likelihood.term}, reach not stated"


def scale(likelihood: Likelihood) -> str:
    """Return the name of the scale and how it is known."""
    return scale_named(likelihood.scale, likelihood.scale_basis)


def scale_named(scale: ScaleId, basis: Basis) -> str:
    """Return the name of a scale and how it is known."""
    name = yardsticks()[scale].name
    return name if basis == "stated" else f"{name}, {basis}"


def who(claim: Claim, briefing: Briefing) -> str:
    """Return who says it: the whole chain by name, origin first, and whether it is inferred."""
    names = [briefing.source_by_id[one].name for one in claim.attribution.chain]
    if not names:
        return "source not stated"
    chain = f"{ARROW}via ".join(names) + stance(claim)
    return chain if claim.attribution.basis == "stated" else f"{chain}, {claim.attribution.basis}"


def stance(claim: Claim) -> str:
    """Return how the source stands to the claim, if not by simply saying so."""
    known = {"denies": ", who denies it", "unverified": ", who cannot confirm it"}
    return known.get(claim.attribution.stance or "", "")


def role(when: When) -> str:
    """Return what a date dates, and whether the document's date had to complete it."""
    return f"{when.role}, resolved" if when.resolved else when.role


def dates(claim: Claim) -> str:
    """Return the dates of a claim, each with what it dates."""
    found = [f"{date(when.placed)}, {role(when)}" for when in claim.when if when.placed]
    return " and ".join(found) or "date not stated"


def draft(briefing: Briefing) -> str:
    """Return how much of a draft waits for a decision; nothing for a final briefing."""
    if briefing.status == "final":
        return ""
    return f"DRAFT, {len(briefing.unreviewed):,} unreviewed"


def plural(number: int, one: str, many: str | None = None) -> str:
    """Return a count with its noun."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"
