"""Tests of the file with the reader's decisions: errors in it, and several processes that write."""

from pathlib import Path

import pytest

from kursk_tui.cli.check_decisions import check_decisions
from kursk_tui.formats.decisions_file import change_decisions, read_decisions
from kursk_tui.formats.library_decisions import text_of
from kursk_tui.formats.library_folder import DECISIONS, LibraryFolder
from kursk_tui.formats.problem import InvalidBriefingError
from kursk_tui.library.decisions import Decisions, OneName, OneSource, Question, Two
from kursk_tui.library.library import Library
from kursk_tui.library.proposals import Proposal
from kursk_tui.library.taking_in import Decision, undone
from tests.library.reports import BOTH, TROOPS, library, save
from tests.library.reports import DECISIONS as GIVEN

SIZE = 2**20
SAME = Proposal("population", TROOPS, "Arda troops", "alike")
OTHER = Proposal("population", TROOPS, "Bor troops", "alike")


def _folder(path: Path, text: str) -> Library:
    (path / DECISIONS).write_text(text)
    return LibraryFolder([path], SIZE).read()


def test_good_records_act_beside_bad_ones_which_are_told_with_their_line(tmp_path: Path) -> None:
    save(tmp_path)
    lines = text_of(GIVEN).splitlines()
    record = '{"id": "x", "name": "Bor troops"}'
    bad = "\n".join([*lines[:3], f"  {record},", *lines[3:]])
    unreadable = {
        "": (1, "the file is empty"),
        "[]": (1, "should be an object"),
        "{\n": (2, "not valid JSON"),
        "<<<<<<< HEAD\n{}\n=======\n{ }\n>>>>>>> theirs\n": (1, "git left a merge conflict here"),
        f"{bad}\n<<<<<<< HEAD\n=======\n>>>>>>> a\n": (10, "git left a merge conflict here"),
        '{"format": "kursk-tui-library/2"}': (1, "“format” is “kursk-tui-library/2”"),
        '{"two": [],\n "two": []}': (2, "“two” is a duplicate key"),
    }
    for text, (line, message) in unreadable.items():
        found = _folder(tmp_path, text)
        assert len(found.editions) == 9
        assert found.decisions == Decisions(), text
        assert [one.line for one in found.faults] == [line], text
        assert message in found.faults[0].reason
    found = _folder(tmp_path, bad)
    assert found.decisions == GIVEN
    assert [(one.line, one.reason) for one in found.faults] == [(4, "“because” is missing")]
    found = _folder(tmp_path, text_of(GIVEN).replace('"title"', '"titel"'))
    assert found.title == tmp_path.name
    assert found.decisions.populations == GIVEN.populations
    assert found.faults[0].reason.startswith("there is no field “titel” here; did you mean “title”")


def test_records_that_do_not_fit_together_have_no_effect(tmp_path: Path) -> None:
    save(tmp_path)

    def name(own: str, *names: str, within: str | None = None) -> OneName:
        return OneName(id=own, name=names[0], one=names[1:], within=within, because="so")

    toll = Question(id="toll", categories=BOTH)
    killed = toll.model_copy(update={"categories": ("killed",)})
    nis = ("2024-12-19-nis", "nis"), ("2025-01-13-nis", "nis")
    lee = ("2024-12-19-nis", "lee")
    joined = OneSource(id="x", name="X", one=(*nis, lee), because="so")
    good = name("good", "A", "B")
    cases: list[tuple[Decisions, list[int], Decisions]] = [
        (Decisions(questions=(toll, killed)), [3, 4], Decisions()),
        (
            Decisions(populations=(name("a", "A", within="b"), name("b", "B", within="a"))),
            [3, 4],
            Decisions(populations=(name("a", "A"), name("b", "B"))),
        ),
        (
            Decisions(populations=(name("a", "A", "B"), name("b", "b", "C"), name("d", "D"))),
            [3, 4],
            Decisions(populations=(name("d", "D"),)),
        ),
        (
            Decisions(populations=(good,), two=(Two(of=("a", "B"), because="so"),)),
            [3, 6],
            Decisions(),
        ),
        (  # by a chain of two records
            Decisions(
                places=(name("a", "A", "B"), name("b", "B", "C")),
                two=(Two(of=("A", "C"), because="so"), Two(of=("A", "D"), because="so")),
            ),
            [3, 3, 4, 4, 7],
            Decisions(two=(Two(of=("A", "D"), because="so"),)),
        ),
        (
            Decisions(sources=(joined,), two=(Two(of=("lee", "nis"), because="so"),)),
            [3, 6],
            Decisions(),
        ),
    ]
    for decisions, lines, acting in cases:
        found = _folder(tmp_path, text_of(decisions))
        assert [one.line for one in found.faults] == lines, [one.reason for one in found.faults]
        assert found.decisions == acting


def test_a_copy_takes_no_name_away_from_an_edition(tmp_path: Path) -> None:
    save(tmp_path)
    folder = LibraryFolder([tmp_path], SIZE)
    folder.read()
    copy = tmp_path / "0copy.json"
    copy.write_bytes((tmp_path / "2025-01-13-nis.json").read_bytes())
    assert "2025-01-13-nis" in {one.key for one in folder.read().editions}
    anew = LibraryFolder([tmp_path], SIZE)
    assert {one.edition for one in anew.read().same} == {"0copy"}
    both = ("2025-01-13-nis", "nis"), ("0copy", "nis")
    for names in (both, both[:1], both[1:]):
        one = OneSource(id="spies", name="NIS", one=names, because="so")
        found = _folder(tmp_path, text_of(Decisions(sources=(one,))))
        (key,) = {one.edition for one in found.same}
        assert key == ("2025-01-13-nis" if names == both[:1] else "0copy")  # as it is named there
        assert not found.faults
        (claim,) = (one for one in found.briefing.claims if one.id == f"{key}/c1")
        assert claim.attribution.chain == ("spies",)


def test_what_another_process_decides_is_taken_in(tmp_path: Path) -> None:
    path = tmp_path / DECISIONS
    given = library(decisions=Decisions())
    mine, theirs = (Decision(given, one, "one", "seen") for one in (SAME, OTHER))
    change_decisions(path, SIZE, theirs.made_in)
    before, after = change_decisions(path, SIZE, mine.made_in)
    assert [one.one for one in before.populations] == [("Bor troops",)]
    assert [one.one for one in after.populations] == [("Bor troops", "Arda troops")]
    # The same names again: nothing is written, and a question is asked where both differ.
    two = Decision(given, SAME, "two", "not so")
    assert two.verdict_in(after) == "one"
    assert change_decisions(path, SIZE, two.made_in) == (after, after)
    _, last = change_decisions(path, SIZE, two._replace(overrules=True).made_in)
    assert [one.one for one in last.populations] == [("Bor troops",)]
    assert [one.of for one in last.two] == [(TROOPS, "Arda troops")]
    # Undo leaves what others decided meanwhile.
    third = Decision(given, Proposal("place", "Kursk", "Kursk Oblast", "alike"), "one")
    change_decisions(path, SIZE, third.made_in)
    _, left = change_decisions(path, SIZE, lambda now: undone(now, after, last) or now)
    assert [one.one for one in left.populations] == [("Bor troops", "Arda troops")]
    assert (len(left.places), left.two) == (1, ())
    assert undone(left, after, last) is None


def test_a_decision_between_reading_and_writing_is_not_lost(tmp_path: Path) -> None:
    path = tmp_path / DECISIONS
    given = library(decisions=Decisions())
    late = [Decision(given, OTHER, "two", "theirs")]

    def mine(now: Decisions) -> Decisions:
        if late:  # another process saves while this one decides
            change_decisions(path, SIZE, late.pop().made_in)
        return Decision(given, SAME, "two", "mine").made_in(now)

    change_decisions(path, SIZE, mine)
    assert sorted(one.because for one in read_decisions(path, SIZE).decisions.two) == [
        "mine",
        "theirs",
    ]


def test_what_is_decided_here_is_no_change_to_reload(tmp_path: Path) -> None:
    save(tmp_path)
    folder = LibraryFolder([tmp_path], SIZE)
    given, states = folder.read(), folder.states()
    folder.decide(Decision(given, SAME, "one").made_in)
    folder.decide(Decision(given, OTHER, "one").made_in)
    assert folder.states() == states
    change_decisions(tmp_path / DECISIONS, SIZE, lambda now: now.replace(title="Theirs"))
    assert folder.states() != states


def test_a_file_with_an_error_is_not_overwritten(tmp_path: Path) -> None:
    path = tmp_path / DECISIONS
    decision = Decision(library(decisions=Decisions()), SAME, "one", "so")
    for text in ('{"two": [{"of": ["a", "b"]}]}', "{", "<<<<<<< a\n=======\n>>>>>>> b\n"):
        path.write_text(text)
        with pytest.raises(InvalidBriefingError):
            change_decisions(path, SIZE, decision.made_in)
        assert path.read_text() == text


def test_a_name_within_another_is_not_proposed_again() -> None:
    given = library(decisions=Decisions())
    decision = Decision(given, Proposal("population", TROOPS, "troops", "alike"), "within", "so")
    after = decision.made_in(given.decisions)
    assert [(one.id, one.within) for one in after.populations] == [
        ("troops", None),
        ("north-korean-troops", "troops"),
    ]
    assert (TROOPS, "troops") not in {(one.one, one.other) for one in given.decided(after).proposed}
    assert (TROOPS, "troops") in {(one.one, one.other) for one in given.proposed}


def test_a_source_that_is_joined_is_joined_in_later_editions_too() -> None:
    given = library(["2024-12-19-nis"], Decisions())
    one = OneSource(
        id="spies", name="NIS", one=(("2024-12-19-nis", "nis"), ("2024-12-19-nis", "lee")),
        because="so",
    )  # fmt: skip
    both = library(["2024-12-19-nis", "2025-01-13-nis"], Decisions(sources=(one,)))
    assert [claim.attribution.chain[0] for claim in both.briefing.claims] == ["spies", "spies"]
    assert len(given.briefing.sources) == 2


def test_check_tells_decisions_that_have_no_effect(tmp_path: Path) -> None:
    save(tmp_path)
    lines = [
        '{"format": "kursk-tui-library/1",',
        '"series": [{"id": "a", "title": "C daily", "of": "publisher:\\"Agency C\\""},',
        '{"id": "b", "title": "D daily", "of": "publisher:\\"Agency D\\""},',
        '{"id": "c", "title": "E daily", "of": "killed:100"}],',
        '"independent": [{"of": ["hur", "nis"], "because": "own count"}]}',
    ]
    (tmp_path / DECISIONS).write_text("\n".join(lines))
    (checked,) = check_decisions(tmp_path, LibraryFolder([tmp_path], SIZE))
    assert [(one.severity, one.line, one.message) for one in checked.findings] == [
        ("error", 4, "“of”: use publisher:NAME, series:NAME or edition:NAME"),
        ("warning", 3, "no document belongs to this series"),
        ("warning", 5, "this has no effect yet"),
    ]
    shown = LibraryFolder([tmp_path], SIZE).read().briefing
    assert {one.series for one in shown.documents} == {None, "C daily"}


def test_sources_that_are_parted_on_a_day_are_parted_in_later_editions_too() -> None:
    places = ("2024-12-19-nis", "nis"), ("2025-01-13-nis", "nis"), ("2024-12-17-us", "us")
    given = library(decisions=Decisions()).known_on("2024-12-20")
    theirs = Decisions(sources=(OneSource(id="us", name="US", one=places, because="theirs"),))
    parted = Decision(given, Proposal("source", "us", "nis", "alike"), "two", overrules=True)
    found = parted.made_in(theirs)
    assert found.sources == ()
    (two,) = found.two
    assert len(set(two.of)) == 2
