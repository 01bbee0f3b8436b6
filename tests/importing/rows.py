"""A made-up table with the columns of UCDP GED that the tests need."""

import csv
import io
from collections.abc import Sequence
from pathlib import Path

COLUMNS = (
    *("id", "relid", "year", "code_status", "type_of_violence", "conflict_name", "dyad_name"),
    *("side_a", "side_b", "source_article", "source_office", "source_headline"),
    *("source_original", "where_prec", "where_coordinates", "where_description", "adm_1", "adm_2"),
    *("latitude", "longitude", "country", "event_clarity", "date_prec", "date_start", "date_end"),
    *("deaths_a", "deaths_b", "deaths_civilians", "deaths_unknown", "best", "high", "low"),
)

EVENT = {
    "id": "7",
    "relid": "HOL-2031-1-7-1",
    "year": "2031",
    "code_status": "Clear",
    "type_of_violence": "1",
    "conflict_name": "Holm: Government",
    "dyad_name": "Government of Holm - Esk Front",
    "side_a": "Government of Holm",
    "side_b": "Esk Front",
    "source_office": "Holm Wire",
    "source_headline": "More than ten rebels killed near Esk",
    "source_original": "Ann Example",
    "where_prec": "3",
    "where_coordinates": "Esk district",
    "adm_1": "North province",
    "latitude": "61.5",
    "longitude": "-7.25",
    "country": "Holm",
    "event_clarity": "1",
    "date_prec": "2",
    "date_start": "2031-05-06 00:00:00.000",
    "date_end": "2031-05-08 00:00:00.000",
    "deaths_a": "2",
    "deaths_b": "8",
    "deaths_civilians": "0",
    "deaths_unknown": "0",
    "best": "10",
    "high": "12",
    "low": "9",
}


def event(**cells: str) -> list[str]:
    """Return a row of the made-up table; the cells given replace those of `EVENT`."""
    return [(EVENT | cells).get(name, "") for name in COLUMNS]


def as_csv(rows: Sequence[Sequence[str]], separator: str = ",", line_end: str = "\n") -> str:
    """Return rows as CSV."""
    stream = io.StringIO()
    csv.writer(stream, delimiter=separator, lineterminator=line_end).writerows(rows)
    return stream.getvalue()


def table(folder: Path, *rows: Sequence[str], name: str = "events.csv") -> Path:
    """Write a table of events, with its header, and return its path."""
    path = folder / name
    path.write_text(as_csv([COLUMNS, *rows]), "utf-8", newline="")
    return path
