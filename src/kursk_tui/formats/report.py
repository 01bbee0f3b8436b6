"""A view as sections and rows of plain values, for every format that people read.

Plain text, Markdown and HTML render the same report, so their content differs only on purpose.
Sections have the titles and the order of the dashboard's panes.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from kursk_tui.model import Briefing, Claim
from kursk_tui.text.messages import plural
from kursk_tui.tracking.statements import Told
from kursk_tui.wording.facts import Fact, completed_chain, facts

POSSIBLE = "possible match"
NO_CLAIM = "No claim is selected."
NO_CHANGE = "none"
NO_CONFLICT = "No figures conflict."
NO_FIGURE = "No figure is stated."
NO_LIKELIHOOD = "No likelihood is stated."
NOT_SUMMED = "Figures are not added up: several claims may count the same people."
FIGURE_HEADS = (
    *("measure", "as printed", "bounds", "likelihood"),
    *("population, place, period", "source"),
)
"""The column headers of the figures."""
KINDS = (("reported", "Reported"), ("judgement", "Judged"), ("context", "Context"))
"""The kinds of claims in the order of a brief, each with its heading."""


class Selection(NamedTuple):
    """The query of a view, with the number of claims for each outcome and in total, in words."""

    query: str
    counts: str
    total: str


@dataclass(frozen=True, slots=True)
class DatedRow:
    """A date of a claim in words, and its role.

    The role ends in “resolved” if the date was completed from the document's date.
    """

    date: str
    role: str
    summary: str
    claim: str


@dataclass(frozen=True, slots=True)
class FigureRow:
    """A figure: its words as printed, the bounds they establish, and whom it counts.

    `counted` has the population, place and period, as far as stated, and what the figure is to
    others; `who` is empty if no source is stated.
    """

    measure: str
    words: str
    bounds: str
    likelihoods: tuple[str, ...]
    counted: tuple[str, ...]
    population_stated: bool
    who: str
    claim: str


@dataclass(frozen=True, slots=True)
class SourceRow:
    """A source with the claims that name it; `about` has its kind, country and reliability."""

    name: str
    about: str
    url: str | None
    claims: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class LikelihoodRow:
    """A likelihood with its range on its scale; `scope` has the words it applies to, if stated."""

    term: str
    range: str
    scale: str
    scope: str | None
    claim: str


@dataclass(frozen=True, slots=True)
class SideRow:
    """A figure in a conflict; `why` names the claims that it contradicts, or may, and why."""

    words: str
    bounds: str
    likelihoods: tuple[str, ...]
    counted: tuple[str, ...]
    dates: str
    who: str
    why: str
    claim: str

    @property
    def about(self) -> Iterator[str]:
        """What is known of the figure, in the order of a sentence."""
        yield from self.likelihoods
        yield self.bounds
        yield from self.counted
        yield self.who or "source not stated"
        yield self.dates
        if self.why:
            yield self.why


@dataclass(frozen=True, slots=True)
class ConflictEntry:
    """Figures that contradict each other, or may: what they count, their origins, and why.

    `grounds` is why the figures of a certain conflict are compared.
    """

    counted: str
    verdict: str
    origins: str
    grounds: str
    sides: tuple[SideRow, ...]

    @property
    def about(self) -> str:
        """The origins, and why the figures are compared."""
        return "; ".join(filter(None, (self.origins, self.grounds)))


class UncomparedRow(NamedTuple):
    """A figure that is compared with no other; the `why` of `side` is why it is not."""

    measure: str
    side: SideRow


class ChangeRow(NamedTuple):
    """A change: its level and claim, if any, then what changed from which words to which.

    `old` and `new` are parts of the words, each with whether it was removed, or added. A claim that
    is new or no longer there has a `quote` instead; only a claim shown has a link. In a library,
    both sides are statements that stand, with `link` between them.
    """

    level: str
    claim: str
    has_link: bool
    quote: str
    field: str
    old: tuple[tuple[str, bool], ...]
    new: tuple[tuple[str, bool], ...]
    effect: str
    text: str
    link: str = ""


class ChangesSection(NamedTuple):
    """The changes of the claims shown since the version with a name.

    `again` counts what a library says again.
    """

    since: str
    changes: tuple[ChangeRow, ...]
    again: int = 0

    @property
    def lines(self) -> list[str]:
        """The changes as text, and how much is said again."""
        again = [f"said again: {self.again:,}"] if self.again else []
        return [*(one.text for one in self.changes), *again]


class LevelRow(NamedTuple):
    """The analytic confidence of a claim."""

    level: str
    claim: str


@dataclass(frozen=True, slots=True)
class ClaimEntry:
    """A claim with its verbatim quote; `place` is the document and the characters of the quote.

    `relayed` is its statement whose chain of sources another document completes, if any.
    """

    id: str
    kind: str
    possible: bool
    summary: str
    quote: str
    document: str
    span: str
    reference: str
    link: str
    who: str
    terms: tuple[str, ...]
    relations: tuple[str, ...]
    review: str
    claim: Claim
    briefing: Briefing
    relayed: Told | None

    @property
    def facts(self) -> Iterator[Fact]:
        """Everything that the claim states, and what it does not."""
        return facts(self.claim, self.briefing, relayed=self.relayed)

    @property
    def chain(self) -> str:
        """The chain of sources that another document completes; empty if none does."""
        return "" if self.relayed is None else completed_chain(self.relayed, self.briefing).text


@dataclass(frozen=True, slots=True)
class DocumentEntry:
    """A document; `quotes` has the id, start and end of each claim on it, in code points."""

    id: str
    name: str
    about: str
    url: str | None
    language: str | None
    text: str
    quotes: tuple[tuple[str, int, int], ...]


@dataclass(frozen=True, slots=True)
class Report:
    """The selected claims of a view in sections. Rows refer to claims by id.

    `hidden` is what a library does not show as of a day. `undated` are the claims without a date,
    also of background, and `unattributed` those without a source; `possible` are those that are
    only possible matches.
    """

    title: str
    handling: str
    about: str
    draft: str
    selection: Selection | None
    timeline: tuple[DatedRow, ...]
    undated: tuple[str, ...]
    figures: tuple[FigureRow, ...]
    sources: tuple[SourceRow, ...]
    unattributed: tuple[str, ...]
    likelihoods: tuple[LikelihoodRow, ...]
    levels: tuple[LevelRow, ...]
    conflicts: tuple[ConflictEntry, ...]
    uncompared: tuple[UncomparedRow, ...]
    changes: ChangesSection | None
    claims: tuple[ClaimEntry, ...]
    documents: tuple[DocumentEntry, ...]
    possible: frozenset[str]
    in_library: bool = False
    hidden: str = ""

    @property
    def draft_note(self) -> str:
        """A sentence about drafts: of a library, only some editions may be drafts."""
        what = "their claims are not final" if self.in_library else "nothing here is final"
        return f"{self.draft}: {what}."

    @property
    def uncompared_note(self) -> str:
        """How many figures are compared with no other."""
        return f"not compared: {plural(len(self.uncompared), 'figure')}"

    @property
    def undated_note(self) -> str:
        """A sentence about the undated claims, without a full stop; empty if there are none."""
        return _missing("date", self.undated)

    @property
    def unattributed_note(self) -> str:
        """A sentence about the unattributed claims, like `undated_note`."""
        return _missing("source", self.unattributed)


def _missing(part: str, claims: tuple[str, ...]) -> str:
    verb = "states" if len(claims) == 1 else "state"
    return f"{plural(len(claims), 'claim')} {verb} no {part}" if claims else ""
