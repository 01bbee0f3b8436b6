"""What the query language asks of a briefing, gathered once by field."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import compress, repeat
from operator import contains

from kursk_tui.model import Briefing, Claim, Interval, Likelihood, When
from kursk_tui.progress import track
from kursk_tui.query.answer import bits, holding, unpacked
from kursk_tui.query.conflicts import Conflict, find_conflicts
from kursk_tui.text.folding import fold
from kursk_tui.wording import phrases

PREPARED = ("everything_said", "figures", "likelihoods", "dates", "chains", "contested")
"""What takes a while to gather and is asked for often, in the order in which it is worth having."""

_REMEMBERED = 32
_FEW = 4
"""If fewer claims than one in so many have the beginning of a word, only these are searched."""


@dataclass(frozen=True, eq=False)
class Index:
    """The claims of a briefing by what they state. Claims are numbered as in the file."""

    briefing: Briefing

    @property
    def claims(self) -> tuple[Claim, ...]:
        """The claims."""
        return self.briefing.claims

    @cached_property
    def everything(self) -> int:
        """All claims, as bits."""
        return (1 << len(self.claims)) - 1

    @cached_property
    def figures(self) -> dict[str, list[tuple[int, Interval]]]:
        """Claim and interval of every figure, by measure; what is projected or denied is none."""
        found: dict[str, list[tuple[int, Interval]]] = defaultdict(list)
        for number, claim in enumerate(track("reading figures", self.claims)):
            for figure in claim.figures:
                if figure.modality != "asserted":
                    continue
                found[figure.measure].append((number, figure.interval))
        return dict(found)

    @cached_property
    def likelihoods(self) -> list[tuple[int, Likelihood]]:
        """Claim and likelihood, for every likelihood."""
        return [(number, one) for number, claim in self._numbered for one in claim.likelihoods]

    @cached_property
    def dates(self) -> list[tuple[int, When]]:
        """Claim and date, for every date, those in words only included."""
        return [(number, one) for number, claim in self._numbered for one in claim.when]

    @cached_property
    def dated(self) -> int:
        """The claims with a date, as bits."""
        return bits((number for number, one in self._numbered if one.dated), len(self.claims))

    @cached_property
    def unattributed(self) -> int:
        """The claims that name no source, as bits."""
        return bits(self.chains.get((), ()), len(self.claims))

    @cached_property
    def chains(self) -> dict[tuple[str, ...], list[int]]:
        """The claims of each chain of sources, in the order of the first of each."""
        found: dict[tuple[str, ...], list[int]] = {}
        for number, claim in self._numbered:
            found.setdefault(claim.attribution.chain, []).append(number)
        return found

    @cached_property
    def scales(self) -> dict[str, int]:
        """The claims with a likelihood on each scale, as bits, by the scale's name in words."""
        found: dict[str, list[int]] = {}
        for number, one in self.likelihoods:
            found.setdefault(phrases.scale(one), []).append(number)
        return {name: bits(numbers, len(self.claims)) for name, numbers in found.items()}

    @cached_property
    def words(self) -> list[str]:
        """The folded words of each claim, as the document has them."""
        claims = track("reading quotes", self.claims)
        return [fold(claim.evidence.exact) for claim in claims]

    @cached_property
    def everything_said(self) -> list[str]:
        """The folded text a bare word is looked for in, by claim.

        The document's words, and the names of sources, populations and places; not the summary
        and notes, which are the compiler's words.
        """
        claims = track("reading words", self.claims)
        return ["\n".join(map(fold, self._said(claim))) for claim in claims]

    def saying(self, wanted: str) -> int:
        """Return the claims with a folded word or phrase in `everything_said`, as bits.

        While a word is typed, it is looked for only where its beginning was found.
        """
        size = len(self.claims)
        for known, found in reversed(self._sayings.items()):
            if known in wanted and found.bit_count() * _FEW < size:
                flags = unpacked(found, size)
                texts = compress(self.everything_said, flags)
                hits = bytes(map(contains, texts, repeat(wanted)))
                answer = bits(compress(compress(range(size), flags), hits), size)
                break
        else:
            answer = holding(wanted, self.everything_said)
        if len(self._sayings) >= _REMEMBERED:
            del self._sayings[next(iter(self._sayings))]
        self._sayings[wanted] = answer
        return answer

    @cached_property
    def _sayings(self) -> dict[str, int]:
        return {}

    def _said(self, claim: Claim) -> Iterator[str]:
        yield claim.evidence.exact
        for source_id in claim.attribution.chain:
            source = self.briefing.source_by_id[source_id]
            yield source.name
            yield source.short or ""
        for figure in claim.figures:
            yield figure.population or ""
            yield figure.place or ""

    @cached_property
    def conflicts(self) -> list[Conflict]:
        """Figures of one measure and population that do not say the same."""
        return find_conflicts(self.claims)

    @cached_property
    def contested(self) -> frozenset[int]:
        """Claims with a figure that another origin puts differently."""
        return frozenset(claim for one in self.conflicts for claim in one.contested())

    @property
    def _numbered(self) -> Iterator[tuple[int, Claim]]:
        return enumerate(self.claims)
