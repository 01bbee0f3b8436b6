"""Two libraries, compared edition by edition."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from kursk_tui.diffing import Gravity, compare
from kursk_tui.diffing.editions import compare_libraries
from kursk_tui.library.decisions import Decisions, OneName
from kursk_tui.library.edition import Edition, Waiting
from kursk_tui.library.library import Library
from tests.library.reports import library

ALIKE = OneName(id="dprk", name="troops", one=("soldiers",), because="the same people")


def renamed(edition: Edition, key: str, sha256: str = "") -> Edition:
    path = Path("old", f"{key}.json")
    return Edition(key, path, sha256 or edition.sha256, edition.briefing)


def of(editions: Sequence[Edition], **more: object) -> Library:
    return replace(library(), editions=tuple(editions), **more)  # type: ignore[arg-type]


def messages(old: Library, new: Library) -> list[tuple[str, str]]:
    found = compare_libraries(old, new)
    return [(one.what, one.message) for one in found.general]


def test_editions_that_one_library_lacks_and_decisions() -> None:
    editions = [renamed(one, one.key, f"sha {one.key}") for one in library().editions]
    old = of(editions[1:], decisions=Decisions(populations=(ALIKE,)))
    wider = ALIKE.model_copy(update={"within": "all"})
    new = of(
        [editions[0], *editions[2:-1], renamed(editions[-1], "later", editions[-1].sha256)],
        decisions=Decisions(populations=(wider,)),
        waiting=(Waiting(Path("new", "2024-12-17-us.json"), "broken", 1, 1),),
    )
    assert messages(old, new) == [
        (
            "decision-changed",
            (
                "populations: dprk: name troops; one soldiers; because the same people became "
                "name troops; within all; one soldiers; because the same people"
            ),
        ),
        ("edition-added", "edition “2024-12-17-hur” was added, with 1 claim"),
        ("edition-renamed", "edition “2025-06-15-mod” is “later” now, with the same contents"),
        (
            "edition-unread",
            "edition “2024-12-17-us” cannot be compared: new/2024-12-17-us.json has errors",
        ),
    ]
    changes = compare_libraries(old, new).claims
    assert [(one.claim.id, one.gravity) for one in changes] == [("2024-12-17-hur/c1", Gravity.NEW)]
    assert messages(old, old) == []


def test_an_edition_with_other_contents_is_compared_as_diff_does() -> None:
    found = library().editions
    at = next(number for number, one in enumerate(found) if one.key == "2024-12-19-nis")
    before, after = found[at].briefing, found[at + 1].briefing
    new = Edition("2024-12-19-nis", found[at].path, "other", after)
    difference = compare_libraries(of(found), of([*found[:at], new, *found[at + 1 :]]))
    expected = compare(before, after)
    assert [one.changes for one in difference.claims] == [one.changes for one in expected.claims]
    assert {one.claim.id for one in difference.claims} <= {"2024-12-19-nis/c1"}
    assert {one.field.rpartition(" of ")[2] for one in difference.general} == {"2024-12-19-nis"}
