"""The confidence of a page: judgements that hang on the yardstick of their scale."""

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from kursk_tui.charts.yardstick import Name, band_cells, name_lines, range_in_numbers
from kursk_tui.formats.markup import quoted, stated, text, to_claim
from kursk_tui.formats.pictures import svg
from kursk_tui.formats.report import NO_LIKELIHOOD
from kursk_tui.model import YARDSTICKS, Claim, Likelihood, Yardstick
from kursk_tui.query import View
from kursk_tui.text.messages import plural
from kursk_tui.vocabulary import ScaleId
from kursk_tui.wording import phrases

_WIDTH = 1001
"""The cells of a yardstick: with ten to a percentage point, each edge is at a cell."""

_MANY = 30
"""From this number of judgements on, terms have their numbers of judgements."""


class Judgement(NamedTuple):
    """A likelihood and its claim, and whether that is only a possible match."""

    claim: Claim
    likelihood: Likelihood
    possible: bool


def rows(view: View) -> Iterator[str]:
    """Return the judgements of a view by scale, each scale with its own yardstick."""
    scales: dict[ScaleId, list[Judgement]] = {}
    for number in view.numbers:
        claim = view.claims[number]
        for likelihood in claim.likelihoods:
            judgement = Judgement(claim, likelihood, view.possible(number))
            scales.setdefault(likelihood.scale, []).append(judgement)
    if not scales:
        yield f"<p>{NO_LIKELIHOOD}</p>"
    for scale, judgements in scales.items():
        yield from _scale(YARDSTICKS[scale], judgements)


def _scale(yardstick: Yardstick, judgements: Sequence[Judgement]) -> Iterator[str]:
    yield f"<h3>{text(yardstick.name)}</h3>"
    drawn = axis(yardstick)
    if len(judgements) >= _MANY:
        counts = Counter(one.likelihood.rank for one in judgements)
        counted = (_count(yardstick, rank, counts[rank]) for rank in sorted(counts, reverse=True))
        yield from svg.table(("term",), drawn, counted)
        drawn = ""  # each judgement is in words
    ordered = sorted(judgements, key=lambda one: -one.likelihood.rank)
    judged = (_row(one, drawn=bool(drawn)) for one in ordered)
    yield from svg.table(("judgement",), drawn, judged)


def _count(yardstick: Yardstick, rank: int, count: int) -> tuple[Sequence[str], str]:
    band = yardstick.bands[rank]
    words = f"<b>{text(band.term)}</b> {text(band.printed)}: {plural(count, 'judgement')}"
    return (words,), _picture(yardstick, rank)


def _row(judgement: Judgement, *, drawn: bool) -> tuple[Sequence[str], str]:
    """Return a judgement: its term, its range, and the words that the term applies to."""
    claim, likelihood, possible = judgement
    scope = quoted(likelihood.scope.exact) if likelihood.scope else f"scope {stated('')}"
    link = to_claim(claim.id, possible=possible)
    words = (
        f"<b>{text(likelihood.term)}</b> {text(likelihood.band.printed)} {scope}"
        f'<span class="details">{text(phrases.scale(likelihood))} · {link}</span>'
    )
    return (words,), _picture(likelihood.yardstick, likelihood.rank) if drawn else ""


def _picture(yardstick: Yardstick, rank: int) -> str:
    band = yardstick.bands[rank]
    title = f"{band.term}: {band.printed}"
    return svg.picture(title, (svg.on_grid(yardstick.id), band_box(yardstick, rank, "band")))


def band_box(yardstick: Yardstick, rank: int, style: str, y: int = 6) -> str:
    """Return the band of a term, from its lower to its upper percentage."""
    first, last = band_cells(yardstick, _WIDTH)[rank]
    return (
        f'<rect class="{style}" x="{svg.percent(first, _WIDTH - 1)}" '
        f'width="{svg.percent(last - first, _WIDTH - 1)}" y="{y}" height="12"/>'
    )


def axis(yardstick: Yardstick) -> str:
    """Return the yardstick: its bands with their gaps, names above and below, percentages."""
    cells = [10 * per_cent for per_cent in range(0, 101, 20)]
    lines = "".join(
        f'<line class="tick" x1="{at}" x2="{at}" y1="-400" y2="400"/>'
        for at in (svg.percent(cell, _WIDTH - 1) for cell in cells)
    )
    parts = [f'<defs><g id="grid-{yardstick.id}">{lines}</g></defs>']
    parts.append(svg.by_width(_names(yardstick), _numbers(yardstick)))
    parts += (band_box(yardstick, rank, "edge", 18) for rank in range(len(yardstick.bands)))
    ends = {0: "start", 100: "end"}
    for per_cent in range(0, 101, 20):
        anchor = ends.get(per_cent, "middle")
        parts.append(f'<text x="{per_cent}%" y="61" text-anchor="{anchor}">{per_cent}%</text>')
    ranges = (f"{band.term} {range_in_numbers(band)}" for band in yardstick.bands)
    drawn = svg.picture(f"{yardstick.name}: {', '.join(ranges)}", parts, 65)
    terms = "".join(f"<li>{text(band.term)}</li>" for band in yardstick.bands)
    return f'{drawn}<ol class="terms narrow" aria-hidden="true">{terms}</ol>'


def _names(yardstick: Yardstick) -> Iterator[str]:
    """Yield the names of all terms, in turn above and below their bands."""
    above, below = name_lines(yardstick, svg.CHARACTERS)
    for names, y, edge in ((above, 11, 14), (below, 45, 30)):
        for name in names:
            yield _name(yardstick, name, y)
            yield _leader(yardstick, name.rank, edge)


def _numbers(yardstick: Yardstick) -> Iterator[str]:
    """Yield the numbers of all terms above their bands: a narrow screen has no room for names."""
    for rank in range(len(yardstick.bands)):
        at = svg.percent(_middle(yardstick, rank), 1)
        yield f'<text x="{at}" y="13" text-anchor="middle">{rank + 1}</text>'


def _name(yardstick: Yardstick, name: Name, y: int) -> str:
    """Return the name of a term; those at an end of the yardstick begin or end there."""
    anchor, at = "middle", (name.start + name.end) / 2 * svg.UNIT
    if name.start == 0:
        anchor, at = "start", 0
    elif name.end == svg.CHARACTERS and at < _middle(yardstick, name.rank) * svg.WIDTH:
        anchor, at = "end", svg.WIDTH
    return f'<text x="{svg.percent(at)}" y="{y}" text-anchor="{anchor}">{text(name.text)}</text>'


def _leader(yardstick: Yardstick, rank: int, y: int) -> str:
    """Return a short line from a name to its band, as the name may extend over another band."""
    at = svg.percent(_middle(yardstick, rank), 1)
    return f'<line class="leader" x1="{at}" x2="{at}" y1="{y}" y2="{y + 4}"/>'


def _middle(yardstick: Yardstick, rank: int) -> float:
    """Return the middle of a band, from 0 to 1."""
    first, last = band_cells(yardstick, _WIDTH)[rank]
    return (first + last) / 2 / (_WIDTH - 1)
