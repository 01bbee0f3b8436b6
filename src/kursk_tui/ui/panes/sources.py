"""Sources: who says what, as a tree from the origin down through those who relay it."""

from collections.abc import Iterator, Sequence

from kursk_tui.ui import phrases
from kursk_tui.ui.lens import Listing, Pane, Row, Scene, stops_at_claims
from kursk_tui.ui.line import Line, Span, line, spread

Chain = tuple[str, ...]


class Sources(Pane):
    """Claims under the chain that brought them: origins, relays below, and not stated."""

    id = "sources"
    title = "Sources"
    key = "3"
    tooltip = "Claims by who said them, origin first, relays below"

    def listing(self, scene: Scene) -> Listing:
        """Return the tree of chains with their claims; those without a source come last."""
        groups: dict[Chain, list[int]] = {}
        for number in scene.view.numbers:
            chain = scene.view.claims[number].attribution.chain
            for length in range(1, len(chain)):
                groups.setdefault(chain[:length], [])
            groups.setdefault(chain, []).append(number)
        unattributed = groups.pop((), [])
        rows = list(_branch((), groups))
        if unattributed:
            rows.append(Row(None, len(unattributed)))
            rows.extend(Row(number, 1) for number in unattributed)
        return stops_at_claims(rows)

    def draw(self, row: Row, scene: Scene) -> Sequence[Line]:
        """Return a source with its count, or a claim below it."""
        if row.claim is not None:
            indent = Span("  " * row.part)
            return ((indent, Span(scene.view.claims[row.claim].summary, "text")),)
        if not row.key:
            return (spread((phrases.not_stated(),), (Span(str(row.part), "strong"),), scene.width),)
        chain = row.key.split("/")
        source = scene.briefing.source_by_id[chain[-1]]
        depth = len(chain) - 1
        stem = Span("  " * (depth - 1) + "└ via " if depth else "", "muted")
        name = Span(source.name, "source" if depth else "strong")
        right = line(
            Span(f"{source.kind}  " if source.kind and scene.width >= 72 else "", "muted"),
            Span(f"{source.country or '':2}", "muted"),
            Span(f"{row.part:>5}", "strong"),
        )
        return (spread((stem, name), right, scene.width),)

    def empty(self, scene: Scene) -> str:
        """Return why there are no rows."""
        return "No claim in this selection."

    def count(self, scene: Scene) -> tuple[int, int]:
        """Return the sources of the claims shown, and of all."""
        claims = scene.view.claims
        shown = {one for number in scene.view.numbers for one in claims[number].attribution.chain}
        return len(shown), len({one for claim in claims for one in claim.attribution.chain})

    def caption(self, scene: Scene) -> str:
        """Return how many claims name nobody."""
        numbers = scene.view.numbers
        none = sum(not scene.view.claims[number].attribution.chain for number in numbers)
        return f"{none} of {phrases.plural(len(numbers), 'claim')} unattributed"


def _branch(above: Chain, groups: dict[Chain, list[int]]) -> Iterator[Row]:
    depth = len(above)
    for chain in groups:
        if len(chain) == depth + 1 and chain[:depth] == above:
            total = sum(len(claims) for one, claims in groups.items() if one[: depth + 1] == chain)
            yield Row(None, total, "/".join(chain))
            yield from (Row(number, depth + 1) for number in groups[chain])
            yield from _branch(chain, groups)


PANE = Sources()
