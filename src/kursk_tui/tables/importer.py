"""Make a briefing of a table: of the rows that slices select, by the profile of the table."""

from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from kursk_tui import __version__
from kursk_tui.formats.problem import InvalidBriefingError, Located
from kursk_tui.formats.source import STDIN, display_name
from kursk_tui.model import FORMAT, Briefing, Document, Extraction, Handling, Selector
from kursk_tui.tables.comparison import WordLoss
from kursk_tui.tables.events import Events
from kursk_tui.tables.labels import Labels, label_of
from kursk_tui.tables.losses import TableLosses, UnreadColumn
from kursk_tui.tables.profile import Profile
from kursk_tui.tables.prose import ProseRows
from kursk_tui.tables.reading import Table, probably_has_more_rows
from kursk_tui.tables.remarks import Remarks
from kursk_tui.tables.scanner import TableError
from kursk_tui.tables.selection import MAX_ROWS, Selection
from kursk_tui.tables.slices import Slice
from kursk_tui.tables.words import ComparedWords

_DOCUMENT = "table"
_MEDIA_TYPES = {",": "text/csv", ";": "text/csv", "\t": "text/tab-separated-values"}


@dataclass(frozen=True, slots=True)
class Imported:
    """The briefing of a table, the remarks on it, and what is lost."""

    briefing: Briefing
    remarks: Remarks
    losses: TableLosses


def import_table(
    path: Path, profile: Profile, slices: Sequence[Slice], limit: int, *, compare: bool
) -> Imported:
    """Return the briefing of a table; with `compare`, its words are compared with its numbers.

    Only the rows that the slices select stay in memory; they may have `limit` characters together.
    Raises UnreadableError, InvalidBriefingError with the place of each error, SliceError, and
    TooManyRowsError with advice.
    """
    try:
        if not slices and path.is_file() and probably_has_more_rows(path, MAX_ROWS):
            for _ in Selection(Table(path, profile), slices, limit).rows():
                pass  # refuses the table before anything is made of its rows
        table = Table(path, profile)
        selection = Selection(table, slices, limit)
        read = _read_prose if profile.prose is not None else _read_events
        return read(_Import(path, profile, table, selection, tuple(slices), compare))
    except TableError as error:
        problem = Located(error.line, error.column, "", str(error))
        raise InvalidBriefingError(display_name(path), [problem]) from None


@dataclass(frozen=True, slots=True)
class _Import:
    """What an import reads, and how; and the parts of its result that all tables share."""

    path: Path
    profile: Profile
    table: Table
    selection: Selection
    slices: tuple[Slice, ...]
    compare: bool

    @property
    def file(self) -> str:
        """The name of the file, as a label."""
        name = "standard input" if self.path == STDIN else self.path.name
        return label_of(name) or "table"

    @property
    def title(self) -> str:
        """The title of the briefing: the dataset, the file, and what was selected."""
        chosen = label_of(", ".join(f"{one.column}={one.value}" for one in self.slices))
        return f"{self.profile.title}, {self.file}" + (f" ({chosen})" if chosen else "")

    @property
    def handling(self) -> Handling | None:
        """The licence of the dataset, if the profile states it."""
        licence = self.profile.licence
        return Handling(licence=licence) if licence is not None else None

    def extraction(self) -> Extraction:
        """Return where the text comes from, once the whole file has been read."""
        return Extraction(
            file=self.file,
            sha256=self.table.digest,
            media_type=_MEDIA_TYPES[self.table.separator],
            extractor="kursk-tui",
            version=__version__,
        )

    def losses(
        self, rows: int, labels: Labels, words: Sequence[WordLoss], compared: int | None
    ) -> TableLosses:
        """Return what is lost, once the whole file has been read; `rows` are those imported."""
        names = self.table.header.names
        unread = sorted((self.selection.unread - labels.carried).items())
        return TableLosses(
            table=self.file,
            rows=rows,
            quoted=self.profile.prose is None,
            columns=tuple(
                UnreadColumn(label_of(names[at]) or f"column {at + 1}", cells)
                for at, cells in unread
            ),
            remarks=tuple(self.selection.remarks.on_rows),
            compared=compared,
            words=tuple(words),
        )


def _read_events(work: _Import) -> Imported:
    """Return the briefing of a table of events: a claim a row, all in one document."""
    header, remarks = work.table.header, work.selection.remarks
    events = Events(work.profile, header, remarks)
    words = ComparedWords(work.profile, header) if work.compare else None
    parts = [header.row.text, header.row.line_end or "\n"] if work.table.has_header else []
    start = sum(map(len, parts))
    claims = []
    for row in work.selection.rows():
        claim = events.claim(row, _DOCUMENT, start)
        if words is not None and words.has_words:
            words.add(row, claim.id)
        claims.append(claim)
        parts += (row.text, row.line_end)
        start += len(row.text) + len(row.line_end)
    briefing = Briefing(
        format=FORMAT,
        title=work.title,
        handling=work.handling,
        documents=(_document(work, "".join(parts)),),
        sources=tuple(events.sources.entries),
        claims=tuple(claims),
    )
    found, compared = (words.losses, words.compared) if words and words.has_words else ([], None)
    return Imported(briefing, remarks, work.losses(len(claims), events.labels, found, compared))


def _document(work: _Import, text: str) -> Document:
    """Return the document of a table of events; its header is no claim."""
    header = work.table.header.row.text if work.table.has_header else ""
    residue = (Selector(start=0, end=len(header), exact=header),) if header else ()
    return Document(
        id=_DOCUMENT,
        title=f"{work.profile.title}, {work.file}",
        publisher=work.profile.publisher,
        text=text,
        sha256=sha256(text.encode()).hexdigest(),
        extraction=work.extraction(),
        residue=residue,
    )


def _read_prose(work: _Import) -> Imported:
    """Return the draft of a table with prose: a document a row."""
    assert work.profile.prose is not None
    header, remarks = work.table.header, work.selection.remarks
    prose = ProseRows(work.profile, work.profile.prose, header, remarks)
    for row in work.selection.rows():
        prose.add(row)
    if not prose.documents:
        raise TableError(1, 1, "no row has prose that can be drafted")
    extraction = work.extraction()
    briefing = Briefing(
        format=FORMAT,
        status="draft" if prose.claims else "final",
        title=work.title,
        handling=work.handling,
        documents=tuple(one.replace(extraction=extraction) for one in prose.documents),
        sources=tuple(prose.sources.entries),
        claims=tuple(prose.claims),
    )
    rows = len(prose.documents)
    compared = rows if prose.has_numbers else None
    return Imported(briefing, remarks, work.losses(rows, prose.labels, prose.losses, compared))
