"""The chains of a page: from the origin of claims to the text, with bars of their numbers."""

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from kursk_tui.charts.chains import bar
from kursk_tui.formats.markup import text
from kursk_tui.formats.pictures import svg
from kursk_tui.model import Briefing
from kursk_tui.query import View
from kursk_tui.text.messages import plural

_MOST_CHAINS = 100
"""The most chains that are drawn: those with most claims."""


class Chain(NamedTuple):
    """Source ids, origin first, and whether a reader inferred them."""

    sources: tuple[str, ...]
    inferred: bool


def rows(view: View) -> Iterator[str]:
    """Return the chains of a view, those with most claims first."""
    counts = Counter(
        Chain(chain, claim.attribution.basis == "inferred")
        for claim in (view.claims[number] for number in view.numbers)
        for chain in claim.attribution.chains or ((),)
    )
    ordered = sorted(counts, key=lambda one: (-counts[one], not one.sources))
    shown = ordered[:_MOST_CHAINS]
    names = _names(view.briefing)
    most = max(counts.values(), default=1)
    end = "this text" if len(view.briefing.documents) == 1 else "a text"
    yield '<ul class="chains">'
    for one in shown:
        yield f"<li>{draw(one, names, end)}{_count(counts[one], most)}</li>"
    yield "</ul>"
    if len(shown) < len(ordered):
        others = plural(len(ordered) - len(shown), "more chain")
        yield f"<p>Not drawn: {others}, with fewer claims.</p>"


def draw(chain: Chain, names: dict[str, str], end: str) -> str:
    """Return a chain: names with arrows between them, and an arrow to the text."""
    arrow = _arrow("inferred" if chain.inferred else "stated")
    sources = chain.sources
    if not sources:
        who = '<i class="unstated">? nobody named</i>'
        names_shown = f"<span>{who}</span>"
    else:
        parts = (f'<span class="source" dir="auto">{names[one]}</span>' for one in sources)
        names_shown = arrow.join(parts)
    inferred = " (inferred)" if chain.inferred else ""
    last = f'<span class="end">{arrow}<span>{end}{inferred}</span></span>'
    return f'<span class="chain">{names_shown}{last}</span>'


def _arrow(basis: str) -> str:
    """Return an arrow, which is dotted if a reader inferred the chain."""
    style = "dotted" if basis == "inferred" else "solid"
    parts = (
        f'<line class="{style}" x1="0" x2="100%" y1="12" y2="12"/>',
        '<use href="#sign-later" x="100%"/>',
    )
    return svg.picture(f"to ({basis}):", parts).replace('"picture"', '"arrow"')


def _count(count: int, most: int) -> str:
    cells, _ = bar(count, count, most, svg.WIDTH)
    drawn = svg.box(0, cells - 1, "count")
    words = plural(count, "claim")
    return f'<span class="count"><span>{words}</span>{svg.picture(words, (drawn,))}</span>'


def _names(briefing: Briefing) -> dict[str, str]:
    """Return the name of each source with what is stated of it; short where that is unambiguous."""
    uses = Counter(source.label for source in briefing.sources)
    names: dict[str, str] = {}
    for one in briefing.sources:
        name = one.label if uses[one.label] == 1 else one.cited
        grade = f"grade {one.reliability}" if one.reliability else ""
        stated: Sequence[str] = [*filter(None, (one.country, grade))]
        names[one.id] = text(name + (f" ({', '.join(stated)})" if stated else ""))
    return names
