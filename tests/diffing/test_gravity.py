"""The order of gravity: what a change amounts to, its sign and its direction."""

from hashlib import sha256
from itertools import pairwise
from typing import Any

import pytest

from kursk_tui.diffing import Entry, Gravity, Ranking, compare, ranked
from kursk_tui.text.ascii import ascii_only
from kursk_tui.wording.phrases import STRONGER, WEAKER
from tests.model.factory import Path, altered, built, minimal
from tests.tables import each_row

FIGURE: Path = ("claims", 0, "figures", 0)
LIKELIHOOD: Path = ("claims", 1, "likelihoods", 0)


def ranking(new: dict[str, Any], old: dict[str, Any] | None = None) -> Ranking:
    return ranked(compare(built(old or minimal()), built(new)))


def only(new: dict[str, Any], old: dict[str, Any] | None = None) -> Entry:
    (entry,) = ranking(new, old).entries
    return entry


def figure(words: str, qualifier: str, *values: int, **more: object) -> dict[str, Any]:
    """Return the briefing with another figure in its first claim, whose words stay."""
    given = {"words": words, "qualifier": qualifier, "values": list(values), **more}
    return altered((FIGURE, {"measure": "killed", **given}))


AT_LEAST = ("at least 40", "at least", 40)
ABOUT = ("40", "about", 40)
BARE = ("40", "exactly", 40)
NONE = ("fell", "no number")

FORTY: Path = ("claims", 0)
PHIA = "PHIA Probability Yardstick"


@each_row(
    ("old", "new", "gravity", "sign", "effect"),
    [
        (AT_LEAST, BARE, "qualifier-lost", "!", "“at least” is lost: 40 or more ─▶ exactly 40"),
        (ABOUT, BARE, "qualifier-lost", "!", "“about” is lost: near 40 ─▶ exactly 40"),
        (BARE, ABOUT, "figure", "▼", "exactly 40 ─▶ near 40"),
        (BARE, AT_LEAST, "figure", "▼", "exactly 40 ─▶ 40 or more"),
        (AT_LEAST, ("40", "at least", 30), "figure", "▼", "40 or more ─▶ 30 or more"),
        (AT_LEAST, ("40", "at least", 50), "figure", "▲", "40 or more ─▶ 50 or more"),
        (AT_LEAST, ("40", "about", 300), "figure", "≠", "40 or more ─▶ near 300"),
        (AT_LEAST, ("40", "at most", 40), "figure", "▼", "40 or more ─▶ 40 or fewer"),
        (("40", "at most", 50), ("40", "at most", 40), "figure", "≠", "50 or fewer ─▶ 40 or fewer"),
        (AT_LEAST, ("40", "more than", 39), "figure", "≠", "40 or more ─▶ 40 or more"),
        (ABOUT, ("40", "about", 30), "figure", "▼", "near 40 ─▶ near 30"),
        (NONE, BARE, "figure", "▲", "no number given ─▶ exactly 40"),
        (BARE, NONE, "figure", "▼", "exactly 40 ─▶ no number given"),
        (("40", "magnitude", 100), BARE, "figure", "≠", "on the order of 100 ─▶ exactly 40"),
        (
            ("40", "magnitude", 40),
            BARE,
            "qualifier-lost",
            "!",
            "“magnitude” is lost: on the order of 40 ─▶ exactly 40",
        ),
        (AT_LEAST, ("40", "at least", 40), "reworded", "=", "still 40 or more"),
    ],
)
def test_a_figure_moves(
    old: tuple[Any, ...], new: tuple[Any, ...], gravity: str, sign: str, effect: str
) -> None:
    entry = only(figure(*new), figure(*old))
    shown = entry.change.effect.removesuffix("; the words are the same")
    assert (entry.change.gravity.key, entry.sign, shown) == (gravity, sign, effect)
    sides = entry.change.old_words or "", entry.change.new_words or ""
    assert entry.change.field == "killed"
    if old[0] != new[0]:
        assert sides == (old[0], new[0])
        return
    # The words are the same, so both sides have what is recorded of them.
    assert [one.partition(" (")[0] for one in sides] == [old[0], new[0]]
    assert " ─▶ ".join(one.partition(" (")[2][:-1] for one in sides) == effect.rpartition(": ")[2]
    assert shown != entry.change.effect


@each_row(
    ("path", "value", "gravity", "sign", "effect"),
    [
        ((*FIGURE, "modality"), "denied", "figure", "▼", "“at least 40” is denied now"),
        ((*FIGURE, "population"), "men", "figure", "≠", ""),
        (FIGURE[:-1], [], "figure", "▼", "the figure is no longer stated: 40 or more"),
        ((*LIKELIHOOD, "term"), "likely", "likelihood", "▼", f"one step down on the {PHIA}"),
        ((*LIKELIHOOD, "term"), "almost certain", "likelihood", "▲", f"one step up on the {PHIA}"),
        ((*LIKELIHOOD, "term"), "remote chance", "likelihood", "▼", f"5 steps down on the {PHIA}"),
        ((*LIKELIHOOD, "scope"), None, "likelihood", "≠", ""),
        (LIKELIHOOD[:-1], [], "qualifier-lost", "!", "“highly likely” is lost"),
        ((*FORTY, "confidence"), "low", "grading", "≠", ""),
        ((*FORTY, "kind"), "context", "kind", "≠", "reported as fact before, background now"),
        ((*FORTY, "when"), [{"role": "event", "edtf": "2025"}], "dates", "≠", ""),
        ((*FORTY, "attribution"), {}, "attribution", "▼", "source no longer named"),
        ((*FORTY, "attribution", "basis"), "inferred", "attribution", "▼", "inferred now"),
        ((*FORTY, "attribution", "stance"), "denies", "attribution", "▼", "now denying it"),
        ((*FORTY, "id"), "forty", "other", "·", ""),
        ((*FORTY, "summary"), "Forty", "other", "·", ""),
        ((*FORTY, "notes"), ["Perhaps."], "other", "·", "“notes” changed"),
        ((*FORTY, "review"), {"decision": "accepted"}, "other", "·", "“review” changed"),
        (
            (*FORTY, "evidence", "suffix"),
            " Rain",
            "other",
            "·",
            "the position in the document changed",
        ),
        (("sources", 0, "reliability"), "B", "grading", "≠", ""),
        (("title",), "Rain", "document", "≠", ""),
    ],
)
def test_each_change_has_a_gravity(
    path: Path, value: object, gravity: str, sign: str, effect: str
) -> None:
    entry = only(altered((path, value)))
    assert (entry.change.gravity.key, entry.sign, entry.change.effect) == (gravity, sign, effect)


def test_no_step_is_counted_across_scales() -> None:
    new = altered(((*LIKELIHOOD, "scale"), "icd-203"), ((*LIKELIHOOD, "term"), "very likely"))
    entry = only(new)
    assert (entry.change.gravity, entry.change.direction) == (Gravity.LIKELIHOOD, None)
    assert entry.change.effect == (
        "on another scale, ICD 203 degrees of likelihood: steps can't be compared"
    )


@each_row(
    ("field", "old", "new", "sign"),
    [
        ("confidence", "high", "moderate", "▼"),
        ("confidence", "low", "high", "▲"),
        ("credibility", 1, 3, "▼"),
        ("credibility", 3, 6, "≠"),  # 6 is not the worst grade: it cannot be judged
    ],
)
def test_gradings_have_an_order(field: str, old: object, new: object, sign: str) -> None:
    path = ("claims", 0, field)
    assert only(altered((path, new)), altered((path, old))).sign == sign


@pytest.mark.parametrize(
    ("old", "new", "sign"), [("B", "D", "▼"), ("D", "A", "▲"), ("B", "F", "≠")]
)
def test_a_source_is_graded_anew(old: str, new: str, sign: str) -> None:
    path = ("sources", 0, "reliability")
    entry = only(altered((path, new)), altered((path, old)))
    assert (entry.sign, entry.change.field) == (sign, "reliability of Ann")
    assert (entry.change.old_words, entry.change.new_words) == (old, new)


@each_row(
    ("old", "new", "sign", "effect"),
    [
        (["ann", "bob"], ["ann"], "▼", "Bob no longer named"),
        (["ann"], ["ann", "bob"], "▲", "Bob now named"),
        (["ann"], ["bob"], "≠", "the sources differ"),
        (["ann", "bob"], ["bob", "ann"], "≠", "the order of the sources differs"),
    ],
)
def test_a_chain_changes(old: list[str], new: list[str], sign: str, effect: str) -> None:
    bob = (("sources", 1), {"id": "bob", "name": "Bob"})
    path = (*FORTY, "attribution", "chain")
    entry = only(altered(bob, (path, new)), altered(bob, (path, old)))
    assert (entry.sign, entry.change.effect) == (sign, effect)


def reworded(quote: str, **figure: object) -> dict[str, Any]:
    """Return the briefing with other words in its first claim, in a text of its own."""
    raw = altered((("claims", 0, "evidence"), {"start": 0, "end": len(quote), "exact": quote}))
    text = f"{quote} Rain is highly likely."
    raw["documents"][0] |= {"text": text, "sha256": sha256(text.encode()).hexdigest()}
    second = raw["claims"][1]
    for span in (second["evidence"], second["likelihoods"][0]["scope"]):
        span["start"] += len(quote) - 26
        span["end"] += len(quote) - 26
    raw["claims"][0]["figures"][0] |= figure
    return raw


def gravities(new: dict[str, Any]) -> list[str]:
    entries = ranking(new).entries
    return [one.change.gravity.key for one in entries if one.new and one.new.id == "fell"]


def test_a_quote_that_only_lost_its_qualifier_is_not_reworded_as_well() -> None:
    new = reworded("Ann says 40 fell.", words="40", qualifier="exactly")
    assert gravities(new) == ["qualifier-lost", "other"]


def test_a_term_that_moved_within_its_scope_is_neither_a_new_scope_nor_reworded() -> None:
    def judged(term: str) -> dict[str, Any]:
        raw = minimal()
        text, start = f"Ann says at least 40 fell. Rain is {term}.", 27
        raw["documents"][0] |= {"text": text, "sha256": sha256(text.encode()).hexdigest()}
        whole = {"start": start, "end": len(text), "exact": text[start:]}
        raw["claims"][1]["evidence"] = whole
        raw["claims"][1]["likelihoods"][0] |= {"term": term, "words": term, "scope": whole}
        return raw

    entries = ranking(judged("likely"), judged("highly likely")).entries
    keys = [one.change.gravity.key for one in entries if one.new and one.new.id == "rain"]
    assert keys == ["likelihood", "other", "other"]


def test_a_quote_with_other_words_too_is_reworded() -> None:
    new = reworded("Ann says only 40 fell.", words="40", qualifier="exactly")
    assert gravities(new) == ["qualifier-lost", "reworded"]


def test_the_gravest_change_comes_first_whatever_the_order_of_claims() -> None:
    new = altered(
        (("claims", 0, "summary"), "Forty"),
        (("claims", 0, "when"), [{"role": "event", "edtf": "2025"}]),
        ((*LIKELIHOOD, "term"), "likely"),
        (("claims", 0, "attribution", "basis"), "inferred"),
        ((*FIGURE, "words"), "40"),
        ((*FIGURE, "qualifier"), "exactly"),
        (("title",), "Rain"),
    )
    found = ranking(new)
    assert [(entry.claim and entry.claim.id, entry.change.field) for entry in found.entries] == [
        ("fell", "killed"),
        ("rain", "likelihood"),
        ("fell", "dates"),
        ("fell", "attribution"),
        (None, "title"),
        ("fell", "summary"),
    ]
    assert found.changed == {"fell", "rain"}
    assert found.weaker == {"fell", "rain"}  # fell: its attribution is inferred now
    assert [level.counted(number) for level, number in found.counts.items()] == [
        "1 qualifier lost",
        "1 likelihood moved",
        "1 date changed",
        "1 attribution changed",
        "1 change to the document",
        "1 other change",
    ]


def test_a_lost_qualifier_is_changed_but_not_weaker() -> None:
    found = ranking(figure(*BARE))
    assert found.changed == {"fell"}
    assert not found.weaker


def test_new_claims_and_those_no_longer_there() -> None:
    new = minimal()
    del new["claims"][1]
    found = ranking(new)
    assert [sorted(ids) for ids in (found.new, found.gone, found.changed)] == [[], ["rain"], []]
    found = ranking(minimal(), new)
    assert [sorted(ids) for ids in (found.new, found.gone, found.changed)] == [["rain"], [], []]
    (entry,) = found.entries
    assert (entry.sign, entry.change.new_words) == ("+", "Rain is highly likely.")


def test_decisions_and_ids_are_no_change_of_a_claim() -> None:
    new = altered((("claims", 0, "review"), {"decision": "accepted"}), (("claims", 1, "id"), "r"))
    found = ranking(new)
    assert not found.changed
    assert found.counts == {Gravity.OTHER: 2}


def test_what_is_not_stated_has_no_word_in_common_with_what_is() -> None:
    when = [{"role": "event", "words": "fell", "bound": "../2024"}]
    entry = only(minimal(), altered((("claims", 0, "when"), when)))
    assert [(piece.kind, piece.text) for piece in entry.pieces] == [
        ("removed", "“fell” (event, not after 2024)"),
        ("added", "not stated"),
    ]


def test_levels_have_words_and_signs_that_ascii_has_too() -> None:
    assert all(one < other for one, other in pairwise(Gravity))
    assert [level.key for level in Gravity if not level.is_meaning] == ["reworded", "other"]
    signs = {level.sign for level in Gravity} | {WEAKER, STRONGER}
    in_ascii = {ascii_only(sign) for sign in signs}
    assert "?" not in "".join(in_ascii)
    assert len(in_ascii) == len(signs)


def test_the_same_words_with_another_qualifier_are_told_apart_by_what_is_recorded() -> None:
    cases = (
        (("more than", 39), ("at least", 40), "at least 40 (more than)", "at least 40 (at least)"),
        (("at least", 40), ("exactly", 40), "at least 40 (40 or more)", "at least 40 (exactly 40)"),
    )
    for (before, low), (after, high), old, new in cases:
        change = only(figure("at least 40", after, high), figure("at least 40", before, low)).change
        assert (change.old_words, change.new_words) == (old, new)
        assert change.message.startswith("killed: “at least 40” as before; ")
        assert change.effect.endswith("; the words are the same")
