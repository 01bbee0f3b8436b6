"""A row of a table of events as a claim: the row is the quote, its numbers are the figures."""

from collections.abc import Iterator

from kursk_tui.model import Claim, Figure, FigureRelation, Selector, When
from kursk_tui.tables.chains import Chains
from kursk_tui.tables.dates import Dates, NotADateError
from kursk_tui.tables.labels import Labels, Sources, label_of
from kursk_tui.tables.notes import Notes
from kursk_tui.tables.numbers import NotANumberError, Number, Range
from kursk_tui.tables.profile import FigureProfile, Profile
from kursk_tui.tables.reading import Header, span_of, value_at
from kursk_tui.tables.remarks import Remarks
from kursk_tui.tables.row_ids import RowIds
from kursk_tui.tables.scanner import Row
from kursk_tui.text.messages import shortened

_LONGEST_SUMMARY = 160
_CONTRADICTION = "In the table, {}; the best number alone is taken."
_PART = "The table gives no range for this part; it is at most the highest number of the whole."


class _FigureColumns:
    """The columns of one figure of a profile."""

    def __init__(self, profile: FigureProfile, header: Header) -> None:
        self.profile = profile
        self.number = Number(profile, header)
        self._population = header.find(profile.population_column, carried=False)

    def population(self, row: Row, labels: Labels) -> str | None:
        """Return whom the figure counts, as the profile or the row states it."""
        return self.profile.population or labels.of(row, self._population)


class Events:
    """Makes claims of rows. `sources` are those named so far, and `labels` counts cells used."""

    def __init__(self, profile: Profile, header: Header, remarks: Remarks) -> None:
        self._profile, self._remarks = profile, remarks
        column = header.need(profile.row.id, "the id of a row")
        self._ids = RowIds(profile.row.prefix, column, "claim", remarks)
        self.labels = Labels(header, remarks)
        self._figures = [_FigureColumns(one, header) for one in profile.figures]
        self._place = header.find(profile.row.place, carried=False)
        self._dates = Dates(profile.dates, header, self.labels) if profile.dates else None
        self._chains = Chains(
            profile.sources, header, self.labels, profile.publisher, profile.short
        )
        self._notes = Notes(profile.notes, header, self.labels)
        self._summary = [header.find((name,), carried=False) for name in profile.row.summary]
        self.sources = Sources()

    def claim(self, row: Row, document: str, start: int) -> Claim:
        """Return the claim of a row, whose text begins at `start` in the document."""
        name, event = self._ids.of(row)
        figures = tuple(self._figures_of(row, event, start))
        named = self._chains.of(row, self.sources)
        if named.left_out:
            message = f"{named.left_out} of the origins are left out: a claim has at most 21"
            self._remarks.add("origins left out", (row.line, 1), message)
        return Claim(
            id=name,
            document=document,
            kind="reported",
            summary=self._summary_of(row, figures),
            evidence=Selector(start=start, end=start + len(row.text), exact=row.text),
            attribution=named.attribution,
            figures=figures,
            when=tuple(self._when(row, start)),
            notes=(*named.notes, *self._notes.of(row)),
        )

    def _figures_of(self, row: Row, event: str, start: int) -> Iterator[Figure]:
        whole: Range | None = None
        relation: tuple[FigureRelation, ...] = ()
        for nth, columns in enumerate(self._figures):
            found = self._number_of(row, columns)
            if found is None:
                continue
            if nth and columns.profile.part and whole is not None:
                yield self._figure(row, columns, _within(found, whole), event, start, relation)
                continue
            figure = self._figure(row, columns, found, event, start, ())
            if nth == 0:
                whole = found
                relation = (FigureRelation(kind="part of", words=figure.words, start=figure.start),)
            yield figure

    def _number_of(self, row: Row, columns: _FigureColumns) -> Range | None:
        """Return the number of a figure of a row, with a remark if something is wrong with it."""
        try:
            found = columns.number.range_of(row)
        except NotANumberError as error:
            self._remarks.add("numbers left out", row.place_of(error.cell.start), str(error))
            return None
        if found is None or (columns.profile.part and found.values == (0,)):
            return None
        if found.contradiction:
            self._say_contradiction(row, found)
        return found

    def _say_contradiction(self, row: Row, found: Range) -> None:
        message = f"{found.contradiction}, so the best number alone is imported"
        if not found.values:
            message = f"{found.contradiction}, so no number is imported"
        place = row.place_of(found.cells[0].start)
        self._remarks.add("bounds left out", place, message)

    def _figure(
        self,
        row: Row,
        columns: _FigureColumns,
        found: Range,
        event: str,
        start: int,
        relations: tuple[FigureRelation, ...],
    ) -> Figure:
        first, last = span_of(row, found.cells, found.cells[len(found.cells) // 2])
        words = row.text[first:last]
        derived = columns.profile.derived
        is_derived = derived is not None and columns.number.is_derived(row)
        notes = [derived.note] if derived is not None and is_derived else []
        if found.contradiction and found.values:
            notes.append(_CONTRADICTION.format(found.contradiction))
        if relations and found.qualifier == "between":
            notes.append(_PART)
        return Figure(
            measure=columns.profile.measure,
            words=words,
            start=start + first if row.text.count(words) > 1 else None,
            qualifier=found.qualifier,
            values=found.values,
            best=found.best,
            basis="derived" if is_derived or (relations and found.best is not None) else "coded",
            population=columns.population(row, self.labels),
            place=self.labels.of(row, self._place),
            event=event,
            relations=relations,
            note=" ".join(notes) or None,
        )

    def _when(self, row: Row, start: int) -> Iterator[When]:
        if self._dates is None:
            return
        try:
            if (days := self._dates.days_of(row)) is not None:
                yield self._dates.when(row, days, start)
        except NotADateError as error:
            self._remarks.add("dates left out", row.place_of(error.cell.start), str(error))

    def _summary_of(self, row: Row, figures: tuple[Figure, ...]) -> str:
        stated = _in_words(figures[0]) if figures else "No number"
        found = ((at, label_of(value_at(row, at))) for at in self._summary)
        names = {at: name for at, name in found if name}
        text = ": ".join([stated, *filter(None, [", ".join(names.values())])])
        shown = shortened(text, _LONGEST_SUMMARY)
        for at, name in names.items():
            if name in shown:
                self.labels.of(row, at)
        return shown


def _within(part: Range, whole: Range) -> Range:
    """Return the number of a part: at most that of the whole, where the whole is not exact."""
    (number,) = part.values if part.qualifier == "exactly" else (None,)
    if number is None or whole.qualifier != "between" or number > whole.values[-1]:
        return part
    return Range("between", (0, whole.values[-1]), number, part.cells)


def _in_words(figure: Figure) -> str:
    values = [f"{value:,}" for value in figure.values]
    if figure.qualifier == "between":
        return f"{' to '.join(values)} {figure.measure}"
    if figure.qualifier == "exactly":
        return f"{values[0]} {figure.measure}"
    return " ".join([figure.qualifier, *values, figure.measure]).capitalize()
