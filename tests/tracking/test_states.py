"""Statements that are withdrawn, corrected, replaced, updated or moved, worked out by hand."""

from pathlib import Path

from kursk_tui.library.decisions import Decisions
from kursk_tui.library.edition import Edition
from kursk_tui.library.library import Library
from kursk_tui.model import Briefing, Claim, Figure, OtherStatement, StatementRelation
from kursk_tui.query import View
from kursk_tui.tracking.questions import Questions
from kursk_tui.vocabulary import Qualifier, Stance, StatementRelationKind
from kursk_tui.wording import origins, tracks
from tests.library.reports import DECISIONS, TROOPS
from tests.query.factory import Draft, briefing, dated, likelihood


def _killed(words: str, qualifier: Qualifier, *values: int, measure: str = "killed") -> Figure:
    return Figure(
        measure=measure, words=words, qualifier=qualifier, values=values, population=TROOPS
    )


def _report(
    day: str,
    figure: Figure,
    *origins: str,
    relation: tuple[StatementRelationKind, OtherStatement] | None = None,
    stance: Stance | None = None,
) -> Briefing:
    draft = Draft(
        "Withdrawn:", "c1", chain=origins[:1], figures=(figure,), when=(dated(day, "reported"),)
    )
    made = briefing(draft)
    (claim,) = made.claims
    attribution = claim.attribution.replace(
        further=tuple((one,) for one in origins[1:]), stance=stance
    )
    relations = (
        ()
        if relation is None
        else (StatementRelation(kind=relation[0], words="Withdrawn", of=relation[1]),)
    )
    claim = claim.replace(attribution=attribution, relations=relations)
    names = {source.id for source in made.sources}
    more = tuple(
        made.sources[0].replace(id=one, name=f"Source {one}") for one in origins if one not in names
    )
    document = made.documents[0].replace(date=day)
    return made.replace(claims=(claim,), sources=(*made.sources, *more), documents=(document,))


def _library(*reports: Briefing, decisions: Decisions = DECISIONS) -> Library:
    editions = [
        Edition(f"e{number}", Path(f"e{number}.json"), str(number), one)
        for number, one in enumerate(reports, start=1)
    ]
    return Library("test", tuple(editions), decisions=decisions)


def _found(library: Library, query: str) -> tuple[list[str], list[str]]:
    """Return the editions that match a query, and those that possibly do."""
    view = View.of(library.briefing).ask(query)
    keys = [claim.id.partition("/")[0] for claim in view.claims]
    match, possible = view.answer.match, view.answer.possible
    return (
        [key for at, key in enumerate(keys) if match >> at & 1],
        [key for at, key in enumerate(keys) if possible >> at & 1],
    )


def _floor(library: Library) -> list[tuple[int, object]]:
    floor = Questions(library.briefing).named("killed", TROOPS).floor
    return [(one.number, one.origin) for one in floor.certain]


HUR = _report("2024-12-17", _killed("at least 30", "at least", 30), "hur")
NIS = _report("2024-12-19", _killed("at least 100", "at least", 100), "nis")


def test_what_a_document_withdraws_corrects_or_replaces_no_longer_stands() -> None:
    assert _floor(_library(HUR, NIS)) == [(100, "nis"), (30, "hur")]
    of_claim = OtherStatement(edition="e2", claim="c1")
    of_edition = OtherStatement(edition="e2")
    of_number = OtherStatement(source="nis", figure="At least 100")
    of_source = OtherStatement(source="nis")
    bare = _killed("several", "no number")
    cases: list[tuple[StatementRelationKind, OtherStatement, bool]] = [
        ("withdraws", of_claim, True),
        ("withdraws", OtherStatement(edition="e2", claim="c1", figure="at least 100"), True),
        ("withdraws", OtherStatement(edition="e2", claim="c1", figure="100"), False),
        ("corrects", of_edition, True),
        ("replaces", of_number, True),
        ("withdraws", of_source, False),  # which of its statements is not said
        ("confirms", of_claim, False),
        ("independent of", of_claim, False),
    ]
    for kind, of, ends in cases:
        names = {"nis"} if of.source is not None else set()
        later = _report("2025-01-20", bare, "nis" if names else "us", relation=(kind, of))
        library = _library(HUR, NIS, later)
        assert _floor(library) == ([] if ends else [(100, "nis")]) + [(30, "hur")], (kind, of)
        withdrawn = ["e2"] if ends and kind == "withdraws" else []
        assert _found(library, "is:withdrawn") == (withdrawn, []), (kind, of)
        corrected = ["e2"] if kind == "corrects" else []
        assert _found(library, "is:corrected") == (corrected, []), (kind, of)
        latest = "e2" in _found(library, "is:latest")[0]
        assert latest is not (ends or bool(names)), (kind, of)  # NIS says “several” later
    known = library.known_on("2024-12-20")
    assert _floor(known) == [(100, "nis"), (30, "hur")]


def test_a_withdrawn_statement_does_not_stand_in_a_document_that_repeats_it() -> None:
    withdrawal = _report(
        "2025-01-20",
        _killed("several", "no number"),
        "us",
        relation=("withdraws", OtherStatement(edition="e1", claim="c1")),
    )
    for words, least, floor in (
        ("at least 100", 100, []),
        ("at least 90", 90, [(90, "nis")]),  # another statement of that day
    ):
        repeat = _report("2024-12-19", _killed(words, "at least", least), "nis")
        assert _floor(_library(NIS, withdrawal, repeat)) == floor, words


def test_a_row_says_since_when_it_does_not_stand() -> None:
    of = OtherStatement(edition="e1", claim="c1")
    later = _report("2025-01-20", _killed("several", "no number"), "us", relation=("withdraws", of))
    track = Questions(_library(NIS, later).briefing).named("killed", TROOPS)
    assert tracks.beside(track, track.rows[0], str) == "✗ withdrawn 2025-01-20 (e2/c1)"


def test_an_origin_that_denies_its_own_number_withdraws_it() -> None:
    number = _killed("at least 100", "at least", 100)
    denial = _report("2024-12-21", number, "nis", stance="denies")
    assert _found(_library(NIS, denial), "is:withdrawn") == (["e1"], [])
    of_another = _report("2024-12-21", number, "us", stance="denies")
    assert _found(_library(NIS, of_another), "is:withdrawn") == ([], [])
    earlier = _report("2024-12-18", number, "nis", stance="denies")
    assert _found(_library(NIS, earlier), "is:withdrawn") == ([], [])


def test_what_later_statements_make_of_earlier_ones() -> None:
    more = _report("2025-01-13", _killed("300", "exactly", 300), "nis")
    about = _report("2025-01-13", _killed("around 300", "about", 300), "nis")
    fewer = _report("2025-01-13", _killed("60", "exactly", 60), "nis")
    losses = _report("2025-01-13", _killed("300 lost", "exactly", 300, measure="casualties"), "nis")
    nobody = _report("2025-01-13", _killed("300", "exactly", 300))
    undated = _report("2024", _killed("around 300", "about", 300), "nis")
    table: list[tuple[Briefing, str, tuple[list[str], list[str]]]] = [
        (more, "is:updated", (["e1"], [])),
        (more, "is:latest", (["e2"], [])),
        (more, "moved:higher", ([], ["e2"])),  # 100 or more may have been 300
        (about, "moved:higher", ([], ["e2"])),
        (fewer, "moved:lower", (["e2"], [])),
        (fewer, "is:corrected", ([], ["e1"])),
        (losses, "moved:counts", (["e2"], [])),
        (losses, "is:latest", (["e1", "e2"], [])),
        (nobody, "is:latest", (["e1"], [])),
        (nobody, "-is:latest", ([], [])),  # not stated
        (undated, "is:latest", ([], ["e1", "e2"])),  # a day of 2024 before or after the 19th
    ]  # fmt: skip
    for later, query, expected in table:
        assert _found(_library(NIS, later), query) == expected, (query, later.claims[0].summary)


def test_a_best_value_is_no_bound_but_it_moves() -> None:
    def ranged(day: str, best: int) -> Briefing:
        return _report(day, _killed("10 to 30", "between", 10, 30).replace(best=best), "nis")

    first, other = ranged("2024-12-19", 20), _killed("28", "exactly", 28)
    rival = _report("2024-12-19", other, "us")
    assert _found(_library(first, rival), "is:contested") == ([], [])
    later = _library(first, ranged("2024-12-22", 25))
    assert _found(later, "moved:higher") == ([], ["e2"])
    assert _found(later, "moved:lower") == ([], [])
    assert _found(later, "is:updated") == (["e1"], [])
    again = _library(first, ranged("2024-12-22", 20))
    assert _found(again, "is:updated") == ([], [])


def test_a_claim_with_two_origins_is_compared_with_neither() -> None:
    exactly = _killed("100", "exactly", 100)
    both = _report("2024-12-19", exactly, "nis", "hur")
    other = _killed("200", "exactly", 200)
    for origin, contested in (("nis", []), ("hur", []), ("us", ["e1", "e2"])):
        library = _library(both, _report("2024-12-19", other, origin))
        match, possible = _found(library, "is:contested")
        assert [*match, *possible] == contested, origin
    library = _library(both, HUR)
    assert _floor(library) == [(100, ("nis", "hur")), (30, "hur")]
    track = Questions(library.briefing).named("killed", TROOPS)
    bounds = tracks.bounds(track, origins.of_bounds(library.briefing))
    assert bounds.startswith("floor 100 on Source nis and Source hur alone, else 30 on Source hur")
    assert _found(library, "origin:hur")[0] == ["e1", "e2"]
    assert _found(library, "source:nis")[0] == ["e1"]
    assert _found(library, "via:*")[0] == []
    assert _found(library, "is:latest") == (["e1"], [])  # HUR stated fewer two days before


def test_a_likelihood_moved_within_its_series() -> None:
    def judged(day: str, term: str, series: str | None) -> Briefing:
        draft = Draft("Losses are heavy.", "c1", likelihoods=(likelihood("phia-2025", term),))
        made = briefing(draft)
        (claim,) = made.claims
        scope = claim.evidence.replace(end=6, exact="Losses")
        (one,) = claim.likelihoods
        claim = claim.replace(likelihoods=(one.replace(scope=scope),))
        document = made.documents[0].replace(date=day, series=series)
        return made.replace(claims=(claim,), documents=(document,))

    weekly = "Weekly update"
    first, second = judged("2024-12-01", "likely", weekly), judged("2024-12-08", "unlikely", weekly)
    assert _found(_library(first, second), "moved:likelihood") == (["e2"], [])
    same = judged("2024-12-08", "likely", weekly)
    assert _found(_library(first, same), "moved:likelihood") == ([], [])
    elsewhere = judged("2024-12-08", "unlikely", None)
    assert _found(_library(first, elsewhere), "moved:likelihood") == ([], [])
    vague = judged("2024-12", "unlikely", weekly)
    assert _found(_library(first, vague), "moved:likelihood") == ([], ["e2"])


def test_a_relation_names_a_claim_of_its_own_file_by_its_id_alone() -> None:
    made = _report("2024-12-19", _killed("100", "exactly", 100), "nis")
    (claim,) = made.claims
    of = OtherStatement(claim="c1")
    words = claim.evidence.exact.split()[0]
    second: Claim = claim.replace(
        id="c2", figures=(), relations=(StatementRelation(kind="withdraws", words=words, of=of),)
    )
    single = made.replace(claims=(claim, second))
    view = View.of(single).ask("is:withdrawn")
    assert [view.claims[at].id for at in view.numbers] == ["c1"]
    assert _found(_library(single), "is:withdrawn") == (["e1"], [])
