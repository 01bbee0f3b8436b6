"""A library of nine short reports on the losses of North Korean troops in Kursk."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from pathlib import Path

from kursk_tui.formats.json.writer import write
from kursk_tui.library.decisions import Decisions, OneName, Question
from kursk_tui.library.edition import Edition
from kursk_tui.library.library import Library
from kursk_tui.model import Briefing, Figure, Source
from kursk_tui.query import View
from kursk_tui.vocabulary import Qualifier
from tests.query.factory import Draft, briefing, dated, likelihood

SOURCES = (
    Source(id="hur", name="Ukraine's military intelligence", short="HUR", country="UA"),
    Source(id="us", name="a senior US military official", country="US"),
    Source(id="mod", name="UK Ministry of Defence", short="UK MoD", country="GB"),
    Source(id="nis", name="National Intelligence Service", short="NIS", country="KR"),
    Source(id="lee", name="Lee Seong-kweun", country="KR"),
    Source(id="agency-c", name="Agency C"),
    Source(id="jcs", name="Joint Chiefs of Staff", short="JCS", country="KR"),
    Source(id="zelenskyy", name="Volodymyr Zelenskyy", short="Zelenskyy", country="UA"),
)
TROOPS, SOLDIERS = "North Korean troops", "North Korean soldiers"
BOTH = ("killed", "wounded")
_WEEKEND = ("over the weekend", "2024-12-14/2024-12-15")


def _figure(
    measure: str,
    words: str,
    qualifier: Qualifier,
    *values: int,
    population: str | None = SOLDIERS,
    categories: tuple[str, ...] = (),
    days: tuple[str, str] | None = None,
) -> Figure:
    return Figure(
        measure=measure,
        words=words,
        qualifier=qualifier,
        values=values,
        population=population,
        categories=categories,
        period=days and days[0],
        covers=days and days[1],
        tally="in" if days else None,
    )


def _report(day: str, publisher: str, chain: Sequence[str], *figures: Figure) -> Briefing:
    named = tuple(source for source in SOURCES if source.id in chain)
    unsure = chain[0] == "mod"
    draft = Draft(
        "Over the weekend and later: over the weekend,",
        id="c1",
        chain=tuple(chain),
        figures=figures,
        likelihoods=(likelihood("phia-2025", "highly likely"),) if unsure else (),
        when=() if publisher == "Outlet X" else (dated(day, "reported"),),
    )
    made = briefing(draft, sources=named)
    document = made.documents[0].replace(publisher=publisher, date=day)
    return made.replace(documents=(document,), title=f"Report of {publisher}")


def reports() -> dict[str, Briefing]:
    """Return the reports by the keys of their editions."""
    at_least = _figure("killed", "At least 100", "at least", 100)
    wounded = _figure("wounded", "approximately 1,000", "about", 1_000)
    weekend = _figure("casualties", "At least 30", "at least", 30, categories=BOTH, days=_WEEKEND)
    several = _figure("casualties", "several hundred", "magnitude", 100, categories=BOTH)
    significant = _figure("casualties", "significant casualties", "no number", population=TROOPS)
    around = _figure("casualties", "around 1,100", "about", 1_100, population=TROOPS)
    more = _figure("casualties", "More than 3,000", "more than", 3_000, categories=BOTH)
    over = _figure("casualties", "over 6,000", "more than", 6_000, population="Korean forces")
    strength = _figure("deployed", "approximately 11,000", "about", 11_000, population="troops")
    killed = _figure("killed", "Around 300", "about", 300)
    exact = _figure("wounded", "2,700", "exactly", 2_700)
    bare = _figure("killed", "100", "exactly", 100)
    a, b, c, mod = "Agency A", "Agency B", "Agency C", "UK Ministry of Defence"
    made = [
        ("hur", _report("2024-12-17", a, ("hur",), weekend)),
        ("us", _report("2024-12-17", b, ("us",), several)),
        ("mod", _report("2024-12-18", mod, ("mod",), significant)),
        ("nis", _report("2024-12-19", c, ("nis", "lee"), at_least, wounded)),
        ("outlet", _report("2024-12-20", "Outlet X", ("agency-c",), bare)),
        ("jcs", _report("2024-12-23", c, ("jcs",), around)),
        ("zelenskyy", _report("2024-12-23", a, ("zelenskyy",), more)),
        ("nis", _report("2025-01-13", c, ("nis",), killed, exact)),
        ("mod", _report("2025-06-15", mod, ("mod",), over, strength)),
    ]  # fmt: skip
    return {f"{report.documents[0].date}-{name}": report for name, report in made}


DECISIONS = Decisions(
    title="North Korean troops in Kursk",
    populations=(
        OneName(id="dprk", name=TROOPS, one=(SOLDIERS, "Korean forces"), because="the same people"),
    ),
    questions=(Question(id="toll", categories=BOTH, population=TROOPS),),
)


def edition(key: str, made: Briefing) -> Edition:
    """Return an edition; its digest is its key."""
    return Edition(key, Path(f"{key}.json"), key, made)


def library(keys: Sequence[str] | None = None, decisions: Decisions = DECISIONS) -> Library:
    """Return the library of some reports, or of all."""
    found = [edition(key, made) for key, made in reports().items() if keys is None or key in keys]
    return Library("dprk", tuple(sorted(found, key=lambda one: one.order)), decisions=decisions)


def save(folder: Path) -> None:
    """Write the reports into a folder, as files."""
    for key, found in reports().items():
        (folder / f"{key}.json").write_text(write(View.of(found)))


def days() -> Iterator[str]:
    """Yield days before, between and after the reports."""
    first = date(2024, 12, 16)
    return ((first + timedelta(days=number)).isoformat() for number in (0, 1, 2, 4, 7, 28, 200))
