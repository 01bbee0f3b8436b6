"""A figure that a document relays is one statement of its origin, wherever it is asked or shown."""

from kursk_tui.formats.report_builder import build_report
from kursk_tui.formats.track_report import lines_of
from kursk_tui.library.decisions import Decisions
from kursk_tui.library.library import Library
from kursk_tui.model import OtherStatement
from kursk_tui.query import View
from kursk_tui.tracking.questions import Questions
from kursk_tui.wording import tracks
from tests.library.reports import edition, library, reports
from tests.tracking.test_states import _found, _killed, _report

NIS, OUTLET, LATER = "2024-12-19-nis", "2024-12-20-outlet", "2025-01-13-nis"


def test_a_relay_is_in_the_states_of_the_statement_that_it_relays() -> None:
    table: list[tuple[tuple[str, ...], str, list[str]]] = [
        ((NIS, OUTLET), "is:latest", [NIS, OUTLET]),
        ((NIS, OUTLET), "is:updated", []),
        ((NIS, OUTLET, LATER), "is:latest", [LATER]),
        ((NIS, OUTLET, LATER), "is:updated", [NIS, OUTLET]),
        ((OUTLET,), "is:latest", [OUTLET]),
    ]  # fmt: skip
    for keys, query, expected in table:
        assert _found(library(keys), query) == (expected, []), (keys, query)


def test_what_ends_a_statement_ends_its_relay_in_other_words() -> None:
    of = OtherStatement(edition=NIS, claim="c1")
    late = _report("2025-01-20", _killed("several", "no number"), "us", relation=("withdraws", of))
    made = library((NIS, OUTLET))
    editions = (*made.editions, edition("z", late))
    found = _found(type(made)("test", editions, decisions=made.decisions), "is:withdrawn")
    assert found == ([NIS, OUTLET], [])


def test_the_whole_chain_is_shown_as_inferred() -> None:
    briefing = library().briefing
    track = Questions(briefing).named("killed")
    shown = {one.claim: (one.who, one.via) for one in lines_of(track, briefing)}
    assert shown[f"{OUTLET}/c1"] == ("NIS", "via Lee Seong-kweun → Agency C, inferred")
    assert shown[f"{NIS}/c1"] == ("NIS", "")
    report = build_report(View.of(briefing))
    entries = {entry.id: entry for entry in report.claims}
    chain = "National Intelligence Service → via Lee Seong-kweun → via Agency C"
    assert entries[f"{OUTLET}/c1"].chain == f"{chain}, inferred from {NIS}/c1"
    assert chain in "\n".join(fact.text for fact in entries[f"{OUTLET}/c1"].facts)
    assert entries[f"{NIS}/c1"].chain == ""


def test_a_relay_counts_up_to_the_day_of_its_origin_and_conflicts_from_then_on() -> None:
    most = _report("2024-12-19", _killed("at most 90", "at most", 90), "hur")
    made = library((NIS, OUTLET))
    editions = (*made.editions, edition("z", most))
    mixed = type(made)("test", editions, decisions=made.decisions)
    assert _found(mixed, "is:disputed") == ([NIS, OUTLET, "z"], [])
    conflicts = build_report(View.of(mixed.briefing)).conflicts
    shown = [(side.claim, side.who) for one in conflicts for side in one.sides]
    (who,) = (who for claim, who in shown if claim == f"{OUTLET}/c1")
    assert who.startswith("Agency C; National Intelligence Service → via Lee Seong-kweun")


def test_a_relay_of_a_relay_leads_on_to_the_first_origin() -> None:
    made = reports()
    outlet = made[OUTLET]
    named = outlet.sources[0].replace(id="x", name="Outlet X")
    (claim,) = outlet.claims
    claim = claim.replace(attribution=claim.attribution.replace(chain=("x",)))
    document = outlet.documents[0].replace(publisher="Outlet Y", date="2024-12-21")
    second = outlet.replace(sources=(named,), claims=(claim,), documents=(document,))
    editions = tuple(
        edition(key, one) for key, one in ((NIS, made[NIS]), (OUTLET, outlet), ("y", second))
    )
    briefing = type(library())("test", editions, decisions=Decisions()).briefing
    relays = Questions(briefing).relays
    assert [(one.origin, one.via) for one in relays.values()] == [
        ("nis", ("lee", "agency-c", "x")),
        ("nis", ("lee", "agency-c")),
    ]


def test_headings_count_a_statement_once_however_many_documents_print_it() -> None:
    nis = _killed("at least 100", "at least", 100)
    table = [
        ((("2024-12-19", nis),), "1 statement · 1 origin"),
        ((("2024-12-19", nis),) * 2, "1 statement · 1 origin · 1 repeat or relay"),
        ((("2024-12-19", nis),) * 3, "1 statement · 1 origin · 2 repeats or relays"),
        ((("2024-12-19", nis), ("2024-12-20", nis)), "2 statements · 1 origin"),
        ((("2024-12", nis), ("2024-12", nis)), "2 statements · 1 origin"),  # of which day?
    ]
    for printed, expected in table:
        made = [edition(f"e{at}", _report(*one, "nis")) for at, one in enumerate(printed)]
        track = Questions(Library("test", tuple(made)).briefing).named("killed")
        assert tracks.heading(track, "asked") == f"killed · {expected}", printed
    toll = Questions(library().briefing).named("toll")
    assert tracks.heading(toll, "part") == (
        "part of it · 4 statements · 1 origin · 1 repeat or relay"  # Outlet X relays “100”
    )
    without = Questions(library((OUTLET, LATER)).briefing).named("toll")
    assert tracks.heading(without, "part") == "part of it · 3 statements · 2 origins"
