"""Tests of a folder of briefings that is shown as one."""

from pathlib import Path
from random import Random

import pytest

from kursk_tui.diffing.comparison import Comparison, Earlier
from kursk_tui.formats.json.writer import write
from kursk_tui.formats.library_folder import EmptyLibraryError, LibraryFolder
from kursk_tui.formats.problem import UnreadableError
from kursk_tui.formats.text import plain_text
from kursk_tui.library.edition import Edition, Twin
from kursk_tui.library.library import Clock, Library, days_of, library_of
from kursk_tui.library.reading import mark_of
from kursk_tui.model import Attribution, Handling, OtherStatement, Review, Source, StatementRelation
from kursk_tui.model.review import Rejected
from kursk_tui.query import View
from kursk_tui.wording import libraries, phrases
from tests.cli.run import run
from tests.library.reports import DECISIONS, days, edition, library, reports, save
from tests.query.factory import Draft, briefing

SIZE = 2**20


def _read(*paths: Path) -> Library:
    return LibraryFolder(paths, SIZE).read()


def test_a_folder_is_shown_as_one_briefing_by_day(tmp_path: Path) -> None:
    save(tmp_path)
    (tmp_path / "uk").mkdir()
    (tmp_path / "2024-12-18-mod.json").rename(tmp_path / "uk" / "a.json")
    found = _read(tmp_path)
    assert [edition.key for edition in found.editions][:4] == [
        "2024-12-17-hur",
        "2024-12-17-us",
        "uk/a",
        "2024-12-19-nis",
    ]
    claims = {claim.id: claim for claim in found.briefing.claims}
    assert claims["uk/a/c1"].document == "uk/a/text"
    assert View.of(found.briefing).ask("killed:>=100").numbers == (3, 4)
    assert found.title == tmp_path.name


def test_what_is_not_a_briefing_waits_and_disturbs_nothing(tmp_path: Path) -> None:
    save(tmp_path)
    (tmp_path / "broken.json").write_text('{\n "format": 3}')
    (tmp_path / "half.json").write_text('{"format": "kursk-tui/1", "tit')
    (tmp_path / "news.txt").write_text("Nine died on Sunday.")
    (tmp_path / "notes.md").write_text("not read")
    (tmp_path / ".hidden.json").write_text("not read")
    (tmp_path / ".kursk-tui").mkdir()
    (tmp_path / ".kursk-tui" / "x.json").write_text("not read")
    copy = tmp_path / "copy.json"
    copy.write_bytes((tmp_path / "2024-12-19-nis.json").read_bytes())
    found = _read(tmp_path)
    assert len(found.editions) == 9
    assert [(one.path.name, one.line, one.is_prose) for one in found.waiting] == [
        ("broken.json", 1, False),
        ("half.json", 1, False),
        ("news.txt", 0, True),
    ]
    assert found.same == (Twin(copy, "copy", "2024-12-19-nis"),)
    with pytest.raises(EmptyLibraryError, match="no briefing in 2 files: 1 text to draft, 1 file"):
        _read(tmp_path / "news.txt", tmp_path / "half.json")
    with pytest.raises(
        UnreadableError, match=r"cannot read .*none.json: No such file or directory"
    ):
        _read(copy, tmp_path / "none.json")


def test_only_changed_files_are_read_again(tmp_path: Path) -> None:
    save(tmp_path)
    folder = LibraryFolder([tmp_path], SIZE)
    first = {edition.key: edition for edition in folder.read().editions}
    path = tmp_path / "2024-12-23-jcs.json"
    path.write_text(path.read_text().replace("Report of", "The report of"))
    (tmp_path / "2024-12-17-us.json").unlink()
    second = {edition.key: edition for edition in folder.read().editions}
    kept = {key for key, edition in second.items() if first[key] is edition}
    assert kept == {*first} - {"2024-12-23-jcs", "2024-12-17-us"}
    assert second["2024-12-23-jcs"].briefing.title == "The report of Agency C"


def test_files_with_the_same_name_have_as_many_folders_in_their_keys_as_needed(
    tmp_path: Path,
) -> None:
    paths = [tmp_path / name for name in ("a/x/news.json", "b/x/news.json", "b/other.json")]
    for path in paths:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(write(View.of(briefing(Draft(f"Text of {path.parent}/{path.name}.")))))
    assert {edition.key for edition in _read(*paths).editions} == {"a/x/news", "b/x/news", "other"}


def test_odd_characters_of_file_names_are_not_in_ids(tmp_path: Path) -> None:
    names = ('<b>"x&y".json', "a\x1b[31m.json", "b x y.json", "Бюллетень №1.json", "!!.json")
    for name in names:
        (tmp_path / name).write_text(write(View.of(briefing(Draft(f"Text of {len(name)}.")))))
    assert sorted(edition.key for edition in _read(tmp_path).editions) == [
        "-",
        "a-31m",
        "b-x-y",
        "b-x-y-2",
        "Бюллетень-1",
    ]


def test_sources_with_the_same_name_and_country_are_one() -> None:
    found = library().briefing
    nis = [source for source in found.sources if source.name == "National Intelligence Service"]
    assert [source.id for source in nis] == ["nis"]
    assert {claim.id for claim in found.claims if "nis" in claim.attribution.chain} == {
        "2024-12-19-nis/c1",
        "2025-01-13-nis/c1",
    }


def test_the_last_edition_that_states_something_of_a_source_counts() -> None:
    """The third edition states again what the first does, and the fourth states nothing."""
    shorts = {"a": "MoD", "b": "Ministry", "c": "MoD", "d": None}
    made = [
        edition(key, briefing(
            Draft("Text.", chain=("mod",)),
            sources=(Source(id="mod", name="Ministry of Defence", short=short),),
        ))
        for key, short in shorts.items()
    ]  # fmt: skip
    for shown, expected in ((1, "MoD"), (2, "Ministry"), (3, "MoD"), (4, "MoD")):
        (source,) = Library("x", tuple(made[:shown])).briefing.sources
        assert (source.id, source.short) == ("mod", expected)


def test_a_day_is_found_in_the_whole_library_unless_that_knows_more_of_a_source() -> None:
    whole = library()
    day = View.of(whole.known_on("2024-12-19").briefing)
    found = day.in_version(View.of(whole.briefing))
    assert found is not None
    assert [found.claims[at].id for at in found.numbers] == [one.id for one in day.claims]
    assert len(day.claims) < len(whole.briefing.claims)
    sources = (Source(id="hur", name="Ukraine's military intelligence", country="UA", kind="spy"),)
    more = edition("later", briefing(Draft("Text.", chain=("hur",)), sources=sources))
    later = Library("x", (*whole.editions, more), decisions=whole.decisions)
    assert day.in_version(View.of(later.briefing)) is None


def test_sources_of_different_countries_are_two_although_their_ids_are_alike() -> None:
    countries = {"a": "GB", "b": "UA"}
    made = [
        edition(key, briefing(
            Draft("Text.", chain=("mod",)),
            sources=(Source(id="mod", name="Ministry of Defence", country=country),),
        ))
        for key, country in countries.items()
    ]  # fmt: skip
    both = Library("x", tuple(made)).briefing
    found = [(source.id, source.country) for source in both.sources]
    assert found == [("mod", "GB"), ("b/mod", "UA")]
    assert [claim.attribution.chain for claim in both.claims] == [("mod",), ("b/mod",)]


def test_as_of_a_day_a_library_is_that_of_the_editions_known_by_then() -> None:
    whole = library()
    for day in days():
        known = [key for key in reports() if key[:10] <= day]
        shown = list(plain_text(View.of(whole.known_on(day).briefing)))
        if not known:
            assert "0 claims" in shown[1]
            assert shown[2] == f"nothing was known on {day}; the first edition is of 2024-12-17"
            continue
        if len(known) < 9:
            assert shown.pop(2).startswith("not known yet: ")
        alone = list(plain_text(View.of(library(known).briefing)))
        about = alone[1].partition(" · ")[2]
        assert shown[1] == f"known on {day} · {len(known)} of 9 editions · {about}"
        assert [shown[0], *shown[2:]] == [alone[0], *alone[2:]]


def _random_library(dice: Random) -> Library:
    """Return a library of some reports with other days, which may be open or not stated."""
    made = []
    for key, one in dice.sample([*reports().items()], dice.randint(1, 5)):
        day = f"2024-12-{dice.randint(1, 9):02}"
        dated = {"date": dice.choice((day, day, day, "2024-12", None))}
        acquired = f"2024-12-{dice.randint(1, 9):02}" if dice.random() < 0.3 else None
        document = one.documents[0].replace(**dated, acquired=acquired, series="daily")
        made.append(edition(key, one.replace(documents=(document,))))
    return Library("dprk", tuple(sorted(made, key=lambda one: one.order)), decisions=DECISIONS)


def test_as_of_any_day_any_library_is_that_of_the_editions_known_by_then() -> None:
    dice = Random(17)
    clocks: tuple[Clock, ...] = ("known", "published")
    compared = 0
    for _ in range(60):
        whole, clock = _random_library(dice), dice.choice(clocks)
        known = whole.known_on(f"2024-12-{dice.randint(4, 9):02}", clock)
        alone = Library(whole.name, known.editions, decisions=whole.decisions)
        since = Earlier(whole.known_on("2024-12-04", clock).briefing, "2024-12-04")
        shown, expected = (
            list(plain_text(View.of(one).compared_with(Comparison.of(since, one))))
            for one in (known.briefing, alone.briefing)
        )
        if len(known.editions) < len(whole.editions):
            del shown[2]  # what is not known yet
        assert [shown[0], *shown[2:]] == [expected[0], *expected[2:]]
        compared += bool(known.editions)
        differing = Comparison.of(since, known.briefing).differing
        old = len(since.briefing.claims)  # what is new, and what was known, is all
        assert differing.new.bit_count() == len(known.briefing.claims) - old
    assert compared > 40


def test_an_edition_that_was_perhaps_known_is_not_shown_but_counted() -> None:
    given = library(["2024-12-17-hur", "2024-12-19-nis", "2025-01-13-nis"]).editions
    dates: list[dict[str, object]] = [
        {"date": "2024-12"},
        {"date": None},
        {"acquired": "2025-02-01"},
    ]
    made = [
        edition(one.key, one.briefing.replace(
            documents=(one.briefing.documents[0].replace(**changed),)
        ))
        for one, changed in zip(given, dates, strict=True)
    ]  # fmt: skip
    whole = Library("x", tuple(made))
    found = whole.known_on("2025-01-20")
    assert [one.key for one in found.editions] == ["2024-12-17-hur"]
    assert libraries.not_shown(found.briefing) == "1 edition not known yet, 1 edition undated"
    assert libraries.not_known_yet(found.briefing) == (
        "not known yet: 2 statements in 1 edition, the first on 2025-02-01; "
        "not shown: 1 edition undated"
    )
    last = whole.known_on("2025-02-01").briefing
    assert libraries.not_known_yet(last) == "not shown: 1 edition undated"
    before = whole.known_on("2024-12-20", "published")
    assert libraries.extent(before.briefing) == "0 of 3 editions"
    assert before.as_of is not None
    assert before.as_of[2:] == (1, 1, 1)
    assert libraries.not_known_yet(before.briefing) == (
        "not published yet: 2 statements in 1 edition, the first on 2025-01-13; "
        "not shown: 1 edition perhaps published, 1 edition undated"
    )
    published = whole.known_on("2025-01-20", "published")
    assert [one.key for one in published.editions] == ["2024-12-17-hur", "2025-01-13-nis"]


def test_what_a_review_took_out_of_a_claim_names_the_sources_of_the_library() -> None:
    made = []
    for key, country in {"a": "GB", "b": "UA"}.items():
        source = Source(id="mod", name="Ministry of Defence", country=country)
        one = briefing(Draft("Text.", chain=("mod",)), sources=(source,))
        claim = one.claims[0]
        review = Review(rejected=Rejected(attribution=claim.attribution))
        changed = claim.replace(review=review, attribution=Attribution())
        made.append(edition(key, one.replace(claims=(changed,), status="draft")))
    found = Library("x", tuple(made)).briefing.claims
    reviews = [claim.review.rejected.attribution for claim in found if claim.review]
    assert [one.chain for one in reviews if one] == [("mod",), ("b/mod",)]


def test_an_edition_is_read_as_it_is_and_a_draft_whatever_is_decided_on_it() -> None:
    made = reports()["2024-12-17-hur"]
    draft = made.replace(status="draft")
    marks = [
        mark_of(Edition("hur", Path("hur.json"), digest * 64, one))
        for one in (made, draft)
        for digest in ("a", "b")
    ]
    assert marks[0] != marks[1]
    assert marks[2] == marks[3] not in marks[:2]


def test_days_with_a_time_and_the_ends_of_months_are_days_like_others() -> None:
    dates = ("2024-12-31", "2024-12", "2024-12-19T08:00:00Z", "2024-12-19", "2024-12-18/2024-12-19")
    (document,) = reports()["2024-12-19-nis"].documents
    made = reports()["2024-12-19-nis"]
    whole = Library(
        "x",
        tuple(
            edition(f"e{at}", made.replace(documents=(document.replace(acquired=one),)))
            for at, one in enumerate((*dates, "2024-12~", None))
        ),
    )
    assert days_of(whole, "known") == [*["2024-12-19"] * 4, *["2024-12-31"] * 2]


def test_a_single_briefing_has_no_library() -> None:
    assert library_of(reports()["2024-12-17-hur"]) is None
    assert libraries.extent(reports()["2024-12-17-hur"]) == ""


def test_a_library_is_handled_as_its_strictest_edition_asks() -> None:
    made = reports()
    keys = ("2024-12-17-hur", "2024-12-17-us", "2024-12-18-mod")
    stated = (Handling(tlp="GREEN", licence="CC0"), Handling(tlp="AMBER"), None)
    editions = [
        edition(key, made[key].replace(handling=one)) for key, one in zip(keys, stated, strict=True)
    ]
    briefing = Library("test", tuple(editions)).briefing
    assert phrases.handling(briefing) == "TLP:AMBER · CC0 (1 of 3 editions)"
    assert phrases.handling(Library("test", (editions[0],)).briefing) == "TLP:GREEN · CC0"
    assert phrases.handling(Library("test", (editions[2],)).briefing) == ""
    assert View.of(briefing).briefing.handling == briefing.handling


def test_further_chains_and_relations_name_what_they_name_in_the_library() -> None:
    sources = Source(id="a", name="Agency"), Source(id="b", name="Bureau")
    first = briefing(Draft(id="c1", chain=("a",)), sources=sources)
    other = Source(id="a", name="Bureau"), Source(id="x", name="Agency")
    second = briefing(Draft("No longer so.", id="c1", chain=("a",)), sources=other)
    (claim,) = second.claims
    relation = StatementRelation(
        kind="corrects", words="No longer", of=OtherStatement(edition="e1", claim="c1", source="x")
    )
    attribution = claim.attribution.replace(further=(("x",),))
    claim = claim.replace(attribution=attribution, relations=(relation,))
    editions = edition("e1", first), edition("e2", second.replace(claims=(claim,)))
    composed = Library("test", editions).briefing
    found = composed.claims[1]
    assert found.attribution.chains == (("b",), ("a",))
    (of,) = (one.of for one in found.relations)
    assert (of.claim, of.source) == ("e1/c1", "a")
    text = "\n".join(plain_text(View.of(composed), 120))
    assert "Bureau · stated" not in text
    assert "Bureau; also Agency · stated" in text
    assert "relation    corrects Agency in e1/c1 · “No longer”" in text


def test_check_finds_relations_to_what_the_library_does_not_have(tmp_path: Path) -> None:
    save(tmp_path)
    found = briefing(Draft("No longer so.", id="c1"))
    (claim,) = found.claims
    of = [
        OtherStatement(edition="2024-12-19-nis", claim="c1", figure="At least 100"),
        OtherStatement(edition="2024-12-19-nis"),
        OtherStatement(edition="2024-12-19-niss", claim="c1"),
        OtherStatement(edition="2024-12-19-nis", claim="c9"),
        OtherStatement(edition="2024-12-19-nis", claim="c1", figure="100"),
    ]
    relations = tuple(StatementRelation(kind="corrects", words="No", of=one) for one in of)
    found = found.replace(claims=(claim.replace(relations=relations),))
    (tmp_path / "later.json").write_text(write(View.of(found)))
    lines = run("check", tmp_path).stdout.splitlines()
    messages = [line for line in lines if "[relation-unresolved]" in line]
    assert [
        line.partition("warning: ")[2].removesuffix(" [relation-unresolved]") for line in messages
    ] == [
        "there is no edition “2024-12-19-niss” in this library; did you mean “2024-12-19-nis”?",
        "edition “2024-12-19-nis” has no claim “c9”",
        "“2024-12-19-nis/c1” has no figure with these words",
    ]
    assert "[relation-unresolved]" not in run("check", tmp_path / "later.json").stdout
