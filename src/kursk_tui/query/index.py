"""An index of the claims of a briefing in memory, for queries and panes."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from kursk_tui.model import Briefing, Claim, Document, Interval, Source
from kursk_tui.model.likelihood import Confidence, ScaleTerm
from kursk_tui.progress import track
from kursk_tui.query import claim_words, claims_by
from kursk_tui.query.bitsets import bits
from kursk_tui.query.claims_by import DateKey, ScaleUse
from kursk_tui.query.compared import compare_alike
from kursk_tui.text.folding import Folded, fold, plain
from kursk_tui.vocabulary import ScaleId

# Comparing figures is loaded when it is needed, as a large briefing is shown before.
if TYPE_CHECKING:
    from kursk_tui.query.conflicts import Conflict, Contested
    from kursk_tui.query.predicates import Clock
    from kursk_tui.query.statements import Compared
    from kursk_tui.tracking.endings import Ending
    from kursk_tui.tracking.questions import Questions
    from kursk_tui.tracking.statements import Place, Told
    from kursk_tui.tracking.vicinity import Vicinity

_COMPARED_AT_ONCE = 1_000
"""The size of an index up to which its conflicts are found without a noticeable delay."""


@dataclass(frozen=True, eq=False)
class Index:
    """The claims of a briefing, numbered as in the file. Derived data is cached here.

    Nothing derived depends on decisions, so later versions with other decisions share the index.
    """

    briefing: Briefing

    def version(self, briefing: Briefing) -> "Index":
        """Return the index of another version, which has in common what has not changed.

        That is the folded words of claims, and the conflicts if no figure is another one.
        """
        new = Index(briefing)
        said, claims = vars(self).get("everything_said"), briefing.claims
        if len(claims) != len(self.claims):
            return new
        if said is not None and briefing.sources == self.briefing.sources:
            pairs = zip(self.claims, claims, said, strict=True)
            words = [
                old if one is two else claim_words.searched(two, briefing)
                for one, two, old in pairs
            ]
            vars(new)["everything_said"] = words
        if compare_alike(self.briefing, briefing):
            for name in ("compared", "conflicts", "contested"):
                if (found := vars(self).get(name)) is not None:
                    vars(new)[name] = found
        return new

    @property
    def claims(self) -> tuple[Claim, ...]:
        """The claims."""
        return self.briefing.claims

    @property
    def everything(self) -> int:
        """All claims, as bits."""
        return (1 << len(self.claims)) - 1

    @cached_property
    def size(self) -> int:
        """The number of claims, and of the figures, likelihoods, dates and sources in them."""
        return sum(
            1
            + len(claim.figures)
            + len(claim.likelihoods)
            + len(claim.when)
            + sum(map(len, claim.attribution.chains))
            for claim in self.claims
        )

    @cached_property
    def figure_count(self) -> int:
        """The number of figures."""
        return sum(len(claim.figures) for claim in self.claims)

    @cached_property
    def text_length(self) -> int:
        """The number of characters in all documents."""
        return sum(len(document.text) for document in self.documents)

    # The claims by what they state.

    @cached_property
    def figures(self) -> dict[str, dict[Interval, list[int]]]:
        """The claims with each interval, by measure; only asserted figures count."""
        return claims_by.figure(self.claims)

    @cached_property
    def figures_by_event(self) -> dict[str | None, list[int]]:
        """The claims with a figure of each event, by its id, and with one that states none."""
        return claims_by.event(self.claims)

    @cached_property
    def likelihoods(self) -> dict[ScaleTerm, list[int]]:
        """The claims with each term of likelihood."""
        return claims_by.likelihood(self.claims)

    @cached_property
    def confidences(self) -> dict[Confidence, list[int]]:
        """The claims with each level of analytic confidence."""
        return claims_by.confidence(self.claims)

    @cached_property
    def dates(self) -> dict[DateKey, list[int]]:
        """The claims with each date, including dates in words only, but not background dates."""
        return claims_by.date(self.claims)

    def days(self, clock: "Clock") -> dict[DateKey, list[int]]:
        """Return the claims with each date of a clock; those without a date are left out."""
        if clock == "date":
            return self.dates
        if clock not in self._days:
            self._days[clock] = claims_by.day(self.briefing, clock)
        return self._days[clock]

    @cached_property
    def _days(self) -> dict["Clock", dict[DateKey, list[int]]]:
        return {}

    @cached_property
    def chains(self) -> dict[tuple[str, ...], list[int]]:
        """The claims with each chain of source ids, in the order of their first claims.

        A claim with several chains is among those of each.
        """
        return claims_by.chain(self.claims)

    @cached_property
    def dated(self) -> int:
        """The claims with a date, as bits; dates in words only and background do not count."""
        dated = (number for number, claim in enumerate(self.claims) if claim.dated)
        return bits(dated, len(self.claims))

    @cached_property
    def unattributed(self) -> int:
        """The claims that name no source, as bits."""
        return bits(self.chains.get((), ()), len(self.claims))

    @cached_property
    def scales(self) -> dict[ScaleUse, int]:
        """The claims with a likelihood on each scale, as bits; scales in order of first use."""
        found = claims_by.scale(self.claims)
        return {use: bits(numbers, len(self.claims)) for use, numbers in found.items()}

    # The words of the claims.

    @cached_property
    def quotes(self) -> list[str]:
        """The words of the document, folded and without marks on letters, by claim."""
        return [plain(claim.evidence.exact) for claim in track("reading quotes", self.claims)]

    @cached_property
    def everything_said(self) -> list[str]:
        """The text that a bare word is searched for in, folded and without marks, by claim.

        It contains the words of the document and the names of sources, populations and places, but
        not summary and notes, which are the compiler's words.
        """
        claims = track("reading words", self.claims)
        return [claim_words.searched(claim, self.briefing) for claim in claims]

    def quote_with_marks(self, number: int) -> str:
        """Return the folded words of the document for a claim; nothing if no letter has marks."""
        quote = self.claims[number].evidence.exact
        return "" if quote.isascii() else fold(quote)

    def said_with_marks(self, number: int) -> str:
        """Return the folded text that a bare word is searched for in; nothing without marks."""
        said = list(claim_words.said(self.claims[number], self.briefing))
        return "" if all(map(str.isascii, said)) else "\n".join(map(fold, said))

    # Conflicts.

    @cached_property
    def compared(self) -> "Compared":
        """The figures that are compared."""
        from kursk_tui.query.statements import compared_in

        return compared_in(self.briefing, self.tracked if self.briefing.is_library else None)

    @cached_property
    def conflicts(self) -> "tuple[Conflict, ...]":
        """The conflicts and possible conflicts between figures."""
        from kursk_tui.query.conflicts import find_conflicts

        return find_conflicts(self.compared)

    @property
    def known_conflicts(self) -> "tuple[Conflict, ...] | None":
        """The conflicts, if they are known or can be found at once; otherwise None."""
        if "conflicts" in vars(self):
            return self.conflicts
        return self.conflicts if self._is_small else None

    @property
    def _is_small(self) -> bool:
        return len(self.claims) <= _COMPARED_AT_ONCE and self.size <= _COMPARED_AT_ONCE

    @property
    def ended(self) -> "Mapping[Place, Ending]":
        """The statements that no longer stand; figures are compared only if there may be any."""
        from kursk_tui.tracking.endings import may_end

        return self.compared.ended if may_end(self.briefing) else {}

    @property
    def known_ended(self) -> "Mapping[Place, Ending]":
        """The statements that no longer stand, if they are known or can be found at once."""
        at_once = "compared" in vars(self) or self.size <= _COMPARED_AT_ONCE
        return self.compared.ended if at_once else {}

    @cached_property
    def contested(self) -> "Contested":
        """The claims with a figure that another origin contradicts, or may contradict."""
        from kursk_tui.query.conflicts import find_contested

        return find_contested(self.conflicts, self.compared)

    # The catalogue of names and values for queries.

    @property
    def documents(self) -> tuple[Document, ...]:
        """The documents."""
        return self.briefing.documents

    @property
    def sources(self) -> tuple[Source, ...]:
        """The sources."""
        return self.briefing.sources

    @cached_property
    def sources_by_folded_id(self) -> dict[str, frozenset[str]]:
        """The ids of the sources, by their folded form."""
        found: dict[str, set[str]] = defaultdict(set)
        for source in self.sources:
            found[fold(source.id)].add(source.id)
        return {folded: frozenset(ids) for folded, ids in found.items()}

    @cached_property
    def source_names(self) -> dict[str, Folded]:
        """The id, name and short name of each source, folded, by its id."""
        return {one.id: Folded.of(one.id, one.name, one.short or "") for one in self.sources}

    @property
    def measures(self) -> Collection[str]:
        """The measures of asserted figures."""
        return self.figures.keys()

    def counts(self, measure: str) -> set[int]:
        """Return the numbers that the figures of a measure state, exactly or as bounds."""
        have = self.figures.get(measure, ())
        numbers = {
            number
            for interval in have
            for number in (interval.lower, interval.upper, interval.best)
        }
        return {number for number in numbers if number is not None}

    @cached_property
    def tracked(self) -> "Questions":
        """The statements of the briefing, and the questions about them."""
        from kursk_tui.tracking.questions import Questions

        return Questions(self.briefing)

    @cached_property
    def vicinity(self) -> "Vicinity":
        """The statements near each statement."""
        from kursk_tui.tracking.vicinity import Vicinity

        return Vicinity(self.tracked)

    @cached_property
    def relays(self) -> "Mapping[int, Told]":
        """The claims that relay a statement of another document, with what they relay of it."""
        publishers = {fold(one.publisher) for one in self.documents if one.publisher is not None}
        if not any(fold(source.name) in publishers for source in self.sources):
            return {}
        return self.tracked.relays

    @property
    def known_relays(self) -> "Mapping[int, Told]":
        """The claims that relay others, if that is known or can be found at once."""
        at_once = self._is_small or "told" in vars(vars(self).get("tracked", self))
        return self.relays if at_once else {}

    @property
    def events(self) -> Iterable[str]:
        """The ids of the events that figures count for."""
        return filter(None, self.figures_by_event)

    @property
    def questions(self) -> Collection[str]:
        """The declared questions, then the measures."""
        return self.tracked.names

    @property
    def scales_in_use(self) -> Collection[ScaleId]:
        """The scales of the likelihoods, in the order of their first claims."""
        return dict.fromkeys(term.scale for term in self.likelihoods)

    @property
    def dates_in_use(self) -> Iterable[str]:
        """The distinct dates, as EDTF expressions."""
        return dict.fromkeys(key.placed for key in self.dates if key.placed)

    @property
    def claim_ids(self) -> Iterator[str]:
        """The ids of the claims, in the order of the file."""
        return (claim.id for claim in self.claims)
