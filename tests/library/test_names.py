"""Tests of names that may be one, and of the reader's decisions about them."""

from kursk_tui.library.deciding import as_one, as_two
from kursk_tui.library.decisions import Decisions, OneName, Two
from kursk_tui.library.library import Library
from kursk_tui.library.proposals import Proposal, proposals
from kursk_tui.model import Source
from tests.library.reports import edition, library
from tests.query.factory import Draft, briefing, figure


def _library(*sources: Source, populations: tuple[str, ...] = ()) -> Library:
    """Return a library with an edition for each source, and one with the populations."""
    made = [
        edition(f"e{number}", briefing(Draft("x", chain=(source.id,)), sources=(source,)))
        for number, source in enumerate(sources)
    ]
    figures = tuple(
        figure("killed", "exactly", number, population=name)
        for number, name in enumerate(populations)
    )
    return Library("x", (*made, edition("last", briefing(Draft("y", figures=figures)))))


def _found(of: Library) -> list[tuple[str, str, str]]:
    return [found[1:] for found in proposals(of.briefing, of.decisions)]


def test_sources_that_may_be_one() -> None:
    nis = Source(id="nis", name="National Intelligence Service", country="KR")
    short = Source(id="a", name="NIS")
    zelenskyy = Source(id="z", name="Zelenskyy", country="UA")
    full = Source(id="f", name="Volodymyr Zelenskyy", country="UA")
    mod = Source(id="m", name="Ministry of Defence", country="GB")
    other = Source(id="o", name="Ministry of Defence", country="RU")
    unstated = Source(id="u", name="Ministry of Defence")
    initials, words = "one is made of the initials of the other", "one has all words of the other"
    country = "the same name; the country of one is not stated"
    assert _found(_library(nis, short)) == [("nis", "a", initials)]
    assert _found(_library(zelenskyy, full)) == [("z", "f", words)]
    assert _found(_library(mod, other)) == []
    assert _found(_library(mod, unstated)) == [("m", "u", country)]
    assert _found(_library(nis, zelenskyy, mod)) == []
    health = Source(id="h", name="Ministry of Health", country="UA")
    turned = Source(id="t", name="Health Ministry")
    assert _found(_library(health, turned)) == [("h", "t", "the same words")]
    assert _found(_library(turned, Source(id="f", name="Finance Ministry"))) == []


def test_populations_that_may_be_one() -> None:
    troops = ("North Korean troops", "North Korean soldiers", "troops", "civilians")
    but = "the same words but for soldiers and troops"
    assert _found(_library(populations=troops)) == [
        ("North Korean troops", "North Korean soldiers", but),
        ("North Korean troops", "troops", "one has all words of the other"),
    ]


def test_names_that_are_one_count_as_one_and_are_not_proposed_again() -> None:
    given = _library(populations=("North Korean troops", "North Korean soldiers", "Korean troops"))
    first, second = list(proposals(given.briefing, given.decisions))[:2]
    one = as_one(given, first)
    assert one.populations == (
        OneName(
            id="north-korean-troops",
            name="North Korean troops",
            one=("North Korean soldiers",),
            because="judged the same (the same words but for soldiers and troops)",
        ),
    )
    joined = Library("x", given.editions, decisions=one)
    rest = list(proposals(joined.briefing, one))
    assert [(found.one, found.other) for found in rest] == [(second.one, second.other)]
    two = as_two(joined, rest[0], "a larger body")
    assert two.two == (Two(of=(second.one, second.other), because="a larger body"),)
    assert two.population_names.within(second.one, second.other) == "no"
    assert not list(proposals(Library("x", given.editions, decisions=two).briefing, two))


def test_joined_sources_are_one_source_of_the_library() -> None:
    nis = Source(id="nis", name="National Intelligence Service", country="KR")
    given = _library(nis, Source(id="a", name="NIS"), Source(id="spy", name="KR NIS"))
    first = next(proposals(given.briefing, given.decisions))
    one = as_one(given, first)
    joined = Library("x", given.editions, decisions=one)
    assert [source.id for source in joined.briefing.sources] == [
        "national-intelligence-service",
        "spy",
    ]
    chains = [claim.attribution.chain for claim in joined.briefing.claims]
    assert chains[:2] == [("national-intelligence-service",)] * 2


def test_a_proposal_about_places_joins_places() -> None:
    given = library(decisions=Decisions())
    made = as_one(
        given, Proposal("place", "Kursk Oblast", "Kursk", "one has all words of the other")
    )
    assert [(place.name, place.one) for place in made.places] == [("Kursk Oblast", ("Kursk",))]
