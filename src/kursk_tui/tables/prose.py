"""A row of a table with prose: its words become a document and are drafted."""

from pydantic import TypeAdapter

from kursk_tui.drafting import Draft, NotDraftableError, draft
from kursk_tui.drafting.output.entries import BriefingFile
from kursk_tui.drafting.screening import WITHOUT_A_DATE
from kursk_tui.model import Attribution, Claim, Document, External, Figure
from kursk_tui.tables.comparison import WordLoss, in_words, losses_of
from kursk_tui.tables.dates import NotADateError, day_of
from kursk_tui.tables.labels import Labels, Sources
from kursk_tui.tables.numbers import NotANumberError, Number, Range
from kursk_tui.tables.profile import FigureProfile, Profile, ProseProfile
from kursk_tui.tables.reading import Header, value_at
from kursk_tui.tables.remarks import Remarks
from kursk_tui.tables.row_ids import RowIds
from kursk_tui.tables.scanner import Row

_CLAIM, _DOCUMENT = TypeAdapter(Claim), TypeAdapter(Document)


class ProseRows:
    """Drafts rows. `documents`, `claims` and `sources` are those of the rows so far.

    `losses` are what the words of the rows say and their coded numbers do not; `labels` counts the
    cells that became labels.
    """

    def __init__(
        self, profile: Profile, prose: ProseProfile, header: Header, remarks: Remarks
    ) -> None:
        self._profile, self._prose, self._remarks = profile, prose, remarks
        self._text = header.need(prose.column, "prose")
        self._id = header.find(profile.row.id)
        self._date = header.find(prose.date)
        self._publisher = header.find(prose.publisher_column, carried=False)
        self._number, self._coded_in = _coded(prose, header)
        self._ids = RowIds(profile.row.prefix, self._id, "document", remarks)
        self.labels = Labels(header, remarks)
        self.documents: list[Document] = []
        self.claims: list[Claim] = []
        self.sources = Sources()
        self.losses: list[WordLoss] = []
        names = [header.names[at] for at in (self._id, self._text, self._date) if at is not None]
        coded = f"; the coded number from “{self._coded_in}”" if self._coded_in else ""
        remarks.general.append(f"read from the columns {_listed(names)}{coded}")

    @property
    def has_numbers(self) -> bool:
        """Whether the table has a coded number to compare the prose with."""
        return self._number is not None

    def add(self, row: Row) -> None:
        """Draft the prose of a row; remark on a row that cannot be drafted."""
        name, _ = self._ids.of(row)
        day, coded = self._day(row), self._number_of(row)
        text = row.cells[self._text]
        place = row.place_of(text.start)
        publisher = self.labels.of(row, self._publisher) or self._profile.publisher
        try:
            drafted = draft(text.value, date=day, publisher=publisher)
        except NotDraftableError as error:
            self._remarks.add("rows left out", place, f"the row is left out: {error}")
            return
        for remark in drafted.remarks:
            if remark != WITHOUT_A_DATE:
                self._remarks.add("remarks on the prose", place, remark)
        entry = drafted.briefing()
        self._add_document(entry, name, row)
        self._add_claims(entry, name, coded, publisher, place)
        self._compare(drafted, row.line, name, coded)

    def _add_document(self, entry: BriefingFile, name: str, row: Row) -> None:
        (raw,) = entry["documents"]
        title = self.labels.of(row, self._id)
        raw["id"] = name
        raw["title"] = f"{title}, line {row.line}" if title else f"Line {row.line}"
        self.documents.append(_DOCUMENT.validate_python(raw))

    def _add_claims(
        self,
        entry: BriefingFile,
        name: str,
        coded: Range | None,
        publisher: str | None,
        place: tuple[int, int],
    ) -> None:
        sources = {
            one["id"]: self.sources.id_of(one["name"], one.get("short"), one.get("kind"))
            for one in entry["sources"]
        }
        claims = [_CLAIM.validate_python(one) for one in entry["claims"]]
        own = [_placed(claim, name, sources) for claim in claims]
        if coded is not None and not own:
            message = f"no claim was drafted, so the coded number {in_words(coded)} is left out"
            self._remarks.add("coded numbers left out", place, message)
        self.claims += self._with_coded(own, coded, publisher)

    def _with_coded(
        self, claims: list[Claim], coded: Range | None, publisher: str | None
    ) -> list[Claim]:
        """Return claims with the coded number beside those that have a number of its measure.

        If no claim has one, the number is beside the first.
        """
        if coded is None or not claims or self._prose.coded is None:
            return claims
        measure = self._prose.coded.measure
        says = f"The dataset codes {in_words(coded)} {measure} (column “{self._coded_in}”)."
        chain = (self.sources.id_of(publisher, self._profile.short),) if publisher else ()
        beside = (External(says=says, chain=chain),)
        having = [
            claim.id for claim in claims if any(one.measure == measure for one in claim.figures)
        ]
        marked = having or [claims[0].id]
        return [claim.replace(external=beside) if claim.id in marked else claim for claim in claims]

    def _compare(self, drafted: Draft, line: int, name: str, coded: Range | None) -> None:
        if self._prose.coded is None or self._number is None:
            return
        found = losses_of(drafted, self._prose.coded.measure, coded)
        for kind, words in found.items():
            self.losses.append(WordLoss(line, name, kind, tuple(words), in_words(coded)))

    def _day(self, row: Row) -> str | None:
        if not value_at(row, self._date) or self._date is None:
            return None
        cell = row.cells[self._date]
        try:
            return day_of(cell, self._prose.format).isoformat()
        except NotADateError as error:
            self._remarks.add("dates left out", row.place_of(cell.start), str(error))
            return None

    def _number_of(self, row: Row) -> Range | None:
        try:
            return self._number.range_of(row) if self._number is not None else None
        except NotANumberError as error:
            self._remarks.add("numbers left out", row.place_of(error.cell.start), str(error))
            return None


def _coded(prose: ProseProfile, header: Header) -> tuple[Number | None, str]:
    """Return the reader of the coded number, and the name of its column; none if it has none."""
    if prose.coded is None or (at := header.find(prose.coded.column)) is None:
        return None, ""
    number = Number(FigureProfile(measure=prose.coded.measure, best=prose.coded.column), header)
    return number, header.names[at]


def _placed(claim: Claim, document: str, sources: dict[str, str]) -> Claim:
    """Return a drafted claim with the ids of the whole briefing; its figures are of one event."""

    def renamed(claim_id: str) -> str:
        return f"{document}-{claim_id}"

    def figure_of(figure: Figure) -> Figure:
        relations = tuple(
            one.replace(claim=renamed(one.claim)) if one.claim is not None else one
            for one in figure.relations
        )
        return figure.replace(event=document, relations=relations)

    return claim.replace(
        id=renamed(claim.id),
        document=document,
        attribution=_attributed(claim.attribution, sources),
        figures=tuple(map(figure_of, claim.figures)),
    )


def _attributed(attribution: Attribution, sources: dict[str, str]) -> Attribution:
    if not attribution.chains:
        return attribution
    # Two names of one row may be one source of the whole table.
    chain, *further = (
        tuple(dict.fromkeys(sources[one] for one in chain)) for chain in attribution.chains
    )
    return attribution.replace(chain=chain, further=tuple(further))


def _listed(names: list[str]) -> str:
    return ", ".join(f"“{name}”" for name in names)
