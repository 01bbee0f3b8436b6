"""What is new in a library, as changes in order of gravity."""

from collections.abc import Hashable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property

from kursk_tui.counting.floors import Bound
from kursk_tui.diffing.bound_moves import BoundMove, bound_moves
from kursk_tui.diffing.change import Change, Direction, by_order
from kursk_tui.diffing.claims import claim_changes
from kursk_tui.diffing.gravity import Gravity
from kursk_tui.diffing.likelihoods import likelihood_changes
from kursk_tui.diffing.ranking import Entry
from kursk_tui.diffing.repeated_claims import Pair, Printing, repeated
from kursk_tui.diffing.stated_endings import StatedEnding, stated_endings
from kursk_tui.diffing.statement_change import of_editions, statement_change
from kursk_tui.library.edition import Edition
from kursk_tui.library.ids import edition_of
from kursk_tui.library.library import Library
from kursk_tui.model import Claim, Document
from kursk_tui.text.folding import fold
from kursk_tui.tracking.news import Newsroom
from kursk_tui.tracking.news_item import News, NewsKind, Printed
from kursk_tui.tracking.questions import Questions
from kursk_tui.tracking.series import Dropped, series_of
from kursk_tui.tracking.statements import Place, Told, denied_in, in_order, projected_in
from kursk_tui.wording import news as news_words
from kursk_tui.wording import origins as names
from kursk_tui.wording import phrases

_GRAVITIES: dict[NewsKind, Gravity] = {
    "withdrawn": Gravity.WITHDRAWN,
    "corrected": Gravity.CORRECTED,
    "qualifier lost": Gravity.QUALIFIER_LOST,
    "denied": Gravity.CONTRADICTS,
    "contradicts": Gravity.CONTRADICTS,
    "may contradict": Gravity.MAY_CONTRADICT,
    "went down": Gravity.WENT_DOWN,
    "counts something else": Gravity.OTHER_COUNT,
    "moved": Gravity.FIGURE,
    "attribution changed": Gravity.ATTRIBUTION,
    "first said": Gravity.FIRST_SAID,
    "not repeated": Gravity.NOT_REPEATED,
}


@dataclass(frozen=True, eq=False)
class LibraryNews:
    """What is new in a library since only the editions with some digests and keys were known.

    Of the editions with keys in `perhaps`, it is open whether they were known.
    """

    library: Library
    known: frozenset[str]
    perhaps: frozenset[str] = frozenset()

    def is_new(self, edition: Edition) -> bool:
        """Return whether an edition was not known before, not even with other contents."""
        return edition.sha256 not in self.known and edition.key not in self.known

    @cached_property
    def new_editions(self) -> frozenset[str]:
        """The keys of the editions that were not known before."""
        return frozenset(one.key for one in self.library.editions if self.is_new(one))

    @cached_property
    def entries(self) -> tuple[Entry, ...]:
        """What is new; of one level, what is new about questions is first, and claims are last."""
        found = [*map(self._of_ending, self._endings), *map(self._of_bound, self._moves)]
        found += [*self._of_figures(), *self._claims[0]]
        return tuple(sorted(found, key=lambda entry: entry.change.gravity))

    @property
    def again(self) -> int:
        """The number of figures and claims that only say the same again."""
        return sum(one.kind == "said again" for one in self._news) + self._claims[1]

    @cached_property
    def _all_claims(self) -> tuple[Claim, ...]:
        return self.library.briefing.claims

    def _document(self, claim: Claim) -> Document:
        return self.library.briefing.document_by_id[claim.document]

    # Figures.

    @cached_property
    def _questions(self) -> Questions:
        return Questions(self.library.briefing)

    @cached_property
    def _before(self) -> Questions:
        known = tuple(one for one in self.library.editions if not self.is_new(one))
        return Questions(replace(self.library, editions=known).briefing)

    @cached_property
    def _printed(self) -> list[Printed]:
        numbers = {one.key: number for number, one in enumerate(self.library.editions)}
        keys = (edition_of(claim.id) for claim in self._all_claims)
        return [Printed(numbers[key], key in self.new_editions) for key in keys]

    @cached_property
    def _news(self) -> list[News]:
        told, order = self._questions.told, self._questions.order
        denied = denied_in(self.library.briefing)
        ended = self._questions.ended
        known = self._printed, order, self._reattributed, ended, self._newly_dropped
        found = Newsroom(told, denied, *known).news()
        new = (
            one for one in projected_in(self.library.briefing) if self._printed[one.claim].is_new
        )
        return [*found, *(News("first said", one, None, one) for one in in_order([*new]))]

    @property
    def _reattributed(self) -> frozenset[Place]:
        """The known statements that have another origin now than before."""
        ids = {claim.id: number for number, claim in enumerate(self._all_claims)}
        before = self._before
        origins = {
            (ids[before.briefing.claims[one.claim].id], one.part): _origins(one, before)
            for one in before.told
        }
        return frozenset(
            one.place
            for one in self._questions.told
            if one.place in origins and origins[one.place] != _origins(one, self._questions)
        )

    @property
    def _newly_dropped(self) -> Mapping[Place, Dropped]:
        """The known statements that the editions of their series have stopped repeating."""
        now, claims = self._questions.dropped, self._all_claims
        if not now:
            return now
        before = self._before
        known = {(before.briefing.claims[claim].id, part) for claim, part in before.dropped}
        return {
            (claim, part): found
            for (claim, part), found in now.items()
            if not self._printed[claim].is_new and (claims[claim].id, part) not in known
        }

    def _name(self, told: Told) -> str:
        """Return the origin of a statement or, if its claim names no source, who printed it."""
        publisher = self._document(self._all_claims[told.claim]).publisher
        if told.origin is None and publisher is not None:
            return publisher
        return names.label(told.origins, self.library.briefing)

    def _of_figures(self) -> Iterator[Entry]:
        """Yield what is new about figures, and how the likelihoods beside them moved."""
        causes = {move.cause.place for move in self._moves}
        pairs: dict[tuple[int, int], None] = {}
        for one in self._news:
            is_known = one.kind == "first said" and one.about.place in causes
            if one.kind != "said again" and not is_known:
                yield self._of_news(one)
            if one.step is not None and one.earlier is not None and one.later is not None:
                pairs[one.earlier.claim, one.later.claim] = None
        for old, new in ((self._all_claims[a], self._all_claims[b]) for a, b in pairs):
            for change in likelihood_changes(old, new):
                if change.gravity < Gravity.OTHER:
                    yield self._between(old, new, change)

    def _of_news(self, one: News) -> Entry:
        old, new, effect = news_words.sides(one, self._name)
        sides = [one.about] if old is None else list(filter(None, (one.earlier, one.later)))
        claims = [self._all_claims[side.claim] for side in sides]
        field = sides[-1].figure.measure
        change = statement_change(_GRAVITIES[one.kind], field, (old, new), effect, _direction(one))
        is_perhaps = edition_of(self._all_claims[one.about.claim].id) in self.perhaps
        said = _day(sides[-1].date)
        keys = (edition_of(claim.id) for claim in claims)
        stated = of_editions(change, said, keys, perhaps=is_perhaps)
        return Entry(
            None if old is None else claims[0], None if new is None else claims[-1], stated
        )

    # What a document states to have ended.

    @cached_property
    def _endings(self) -> list[StatedEnding]:
        return [one for one in stated_endings(self._questions) if self._printed[one.new].is_new]

    def _of_ending(self, one: StatedEnding) -> Entry:
        old, new = self._all_claims[one.old], self._all_claims[one.new]
        field = one.told[0].figure.measure if one.told else _kind(old)
        gravity = Gravity.WITHDRAWN if one.kind == "withdrawn" else Gravity.CORRECTED
        name = self._name(one.told[0]) if one.told else ""
        was, now, effect = news_words.ended(one.kind, one.words, old, new, name, one.told)
        return self._between(old, new, statement_change(gravity, field, (was, now), effect))

    # Floors and ceilings.

    @cached_property
    def _moves(self) -> tuple[BoundMove, ...]:
        questions = self.library.decisions.questions
        return tuple(bound_moves(self._before, self._questions, questions))

    def _of_bound(self, move: BoundMove) -> Entry:
        claim = self._all_claims[move.cause.claim]
        was, rested, way = f"no {move.kind}", "", None
        if move.old is not None:
            was = f"{move.kind} {move.old.number:,}"
            way = by_order(move.old.number, move.new.number)
            rested = _rested(move.old, self._before)
        who = f"{self._name(move.cause)} {phrases.quoted(move.cause.figure.words)}"
        now = f"{move.new.number:,}: {who}"
        change = statement_change(Gravity.FIGURE, move.question, (was, now), rested, way)
        key = edition_of(claim.id)
        said = _day(move.cause.date)
        return Entry(None, claim, of_editions(change, said, [key], perhaps=key in self.perhaps))

    # Claims without figures.

    @cached_property
    def _claims(self) -> tuple[list[Entry], int]:
        """The changes of claims without figures, and how many only say the same again."""
        printings: dict[str, list[Claim]] = {one.key: [] for one in self.library.editions}
        series: dict[str, Hashable] = {}
        of_document = series_of(self.library.briefing)
        for claim in self._all_claims:
            key = edition_of(claim.id)
            series.setdefault(key, of_document.get(claim.document))
            if not claim.figures:
                printings[key].append(claim)
        found: list[Entry] = []
        again = 0
        ended = {self._all_claims[one.old].id for one in self._endings}
        ending = {self._all_claims[one.new].id for one in self._endings}
        for pair in repeated(
            Printing(series.get(key), key in self.new_editions, claims)
            for key, claims in printings.items()
        ):
            is_gone = pair.new is None and pair.old is not None and pair.old.id in ended
            if is_gone or (pair.new is not None and pair.new.id in ending):
                continue  # listed as such
            entries = list(self._of_pair(pair))
            found += entries
            again += not entries
        return found, again

    def _of_pair(self, pair: Pair) -> Iterator[Entry]:
        old, new = pair.old, pair.new
        if old is not None and new is not None:
            briefing = self.library.briefing
            for change in claim_changes(old, new, briefing, briefing):
                if change.gravity < Gravity.OTHER:
                    yield self._between(old, new, change)
            return
        claim = new or old
        assert claim is not None
        words = phrases.quoted(" ".join(claim.evidence.exact.split()))
        field = _kind(claim)
        if new is not None:
            change = statement_change(Gravity.FIRST_SAID, field, (None, words), "")
        else:
            effect = news_words.not_repeated(pair.later)
            change = statement_change(Gravity.NOT_REPEATED, field, (words, None), effect)
        yield self._between(old, new, change)

    def _between(self, old: Claim | None, new: Claim | None, change: Change) -> Entry:
        """Return a change between claims of two editions."""
        claims = [one for one in (old, new) if one is not None]
        keys = [edition_of(claim.id) for claim in claims]
        said = _day(self._document(claims[-1]).date)
        stated = of_editions(change, said, keys, perhaps=keys[-1] in self.perhaps)
        return Entry(old, new, stated)


def _kind(claim: Claim) -> str:
    return "judgement" if claim.kind == "judgement" else "claim"


def _day(edtf: str | None) -> str:
    return phrases.date(edtf) if edtf else ""


def _rested(bound: Bound, questions: Questions) -> str:
    """Return the origin on which a bound rested before; empty if its claim names no source."""
    ids = names.origins_of(bound)
    return f"rested on {names.label(ids, questions.briefing)} before" if ids else ""


def _origins(told: Told, questions: Questions) -> set[tuple[str, str | None]]:
    sources = [questions.briefing.source_by_id[one] for one in told.origins]
    return {(fold(source.name), source.country) for source in sources}


def _direction(news: News) -> Direction | None:
    if news.kind == "went down":
        return "weaker"
    if news.kind != "moved" or news.step is None or news.step.direction is None:
        return None
    return "stronger" if news.step.direction.startswith("higher") else "weaker"
