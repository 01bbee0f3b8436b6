"""Briefings whose records contradict each other or the text are rejected, with every reason."""

from hashlib import sha256
from typing import Any

import pytest
from pydantic import ValidationError

from tests.model.factory import (
    TEXT,
    Path,
    altered,
    built,
    minimal,
    problems,
    second_document,
)
from tests.tables import each_row

FELL: Path = ("claims", 0)
RAIN: Path = ("claims", 1)
EVIDENCE: Path = (*FELL, "evidence")
FIGURE: Path = (*FELL, "figures", 0)
LIKELIHOOD: Path = (*RAIN, "likelihoods", 0)
QUERY_WORDS = (
    "date",
    "source",
    "origin",
    "via",
    "likelihood",
    "confidence",
    "kind",
    "country",
    "text",
    "id",
    "is",
    "has",
)


def only_problem(*changes: tuple[Path, Any]) -> tuple[Path, str]:
    """Return the path and message of the only problem that the changes cause."""
    (problem,) = problems(altered(*changes))
    return problem.path, problem.message


def test_the_minimal_briefing_is_consistent() -> None:
    assert problems(minimal()) == []
    assert [claim.id for claim in built(minimal()).claims] == ["fell", "rain"]


def test_a_claim_cites_an_unknown_document() -> None:
    path, message = only_problem(((*FELL, "document"), "other"))
    assert path == (*FELL, "document")
    assert message == "there is no document “other” in this file"


def test_an_attribution_cites_an_unknown_source() -> None:
    path, message = only_problem(((*FELL, "attribution", "chain"), ["ann", "bob"]))
    assert path == (*FELL, "attribution", "chain", 1)
    assert message == "there is no source “bob” in this file"


def test_external_knowledge_cites_an_unknown_source() -> None:
    external = [{"says": "So did others.", "chain": ["ann"]}, {"says": "And.", "chain": ["bob"]}]
    path, message = only_problem(((*FELL, "external"), external))
    assert path == (*FELL, "external", 1, "chain", 0)
    assert "no source “bob”" in message


def test_a_chain_contains_a_source_twice() -> None:
    sources = [{"id": "ann", "name": "Ann"}, {"id": "bob", "name": "Bob"}]
    chain = ["ann", "bob", "ann"]
    path, message = only_problem((("sources",), sources), ((*FELL, "attribution", "chain"), chain))
    assert path == (*FELL, "attribution", "chain", 2)
    assert message == "“ann” occurs more than once in this chain"


def test_two_documents_share_an_id() -> None:
    text = "Another text."
    digest = sha256(text.encode()).hexdigest()
    twin = {"id": "doc", "text": TEXT, "sha256": sha256(TEXT.encode()).hexdigest()}
    middle = {"id": "other", "text": text, "sha256": digest}
    path, message = only_problem((("documents", 1), middle), (("documents", 2), twin))
    assert path == ("documents", 2, "id")
    assert message == "the id “doc” is already used by documents[0]"


def test_two_sources_share_an_id() -> None:
    path, message = only_problem((("sources", 1), {"id": "ann", "name": "Anna"}))
    assert path == ("sources", 1, "id")
    assert message == "the id “ann” is already used by sources[0]"


def test_two_claims_share_an_id() -> None:
    path, message = only_problem(((*RAIN, "id"), "fell"))
    assert path == (*RAIN, "id")
    assert message == "the id “fell” is already used by claims[0]"


@each_row("name", ["a", "7", "S1.b_c-d", "x" * 64])
def test_an_id_may_have_up_to_64_letters_digits_and_marks(name: str) -> None:
    assert problems(altered(((*FELL, "id"), name))) == []


def test_a_source_and_a_claim_may_share_an_id() -> None:
    assert problems(altered(((*FELL, "id"), "ann"))) == []


def test_a_text_does_not_match_its_checksum() -> None:
    changed = TEXT.replace("Rain", "Hail")
    found = problems(altered((("documents", 0, "text"), changed)))
    checksum = next(problem for problem in found if problem.path == ("documents", 0, "sha256"))
    assert "the text does not match its checksum" in checksum.message
    assert sha256(changed.encode()).hexdigest() in checksum.message
    assert {problem.path for problem in found} == {
        ("documents", 0, "sha256"),
        (*RAIN, "evidence", "exact"),
        (*LIKELIHOOD, "scope", "exact"),
    }


def test_the_checksum_is_of_the_text_in_utf_8() -> None:
    text = "Курск 북한 é"
    digest = "f" * 64
    document = {"id": "second", "text": text, "sha256": digest}
    path, message = only_problem((("documents", 1), document))
    assert path == ("documents", 1, "sha256")
    assert sha256(text.encode("utf-8")).hexdigest() in message


def test_the_message_for_an_inexact_quote_shows_the_text_at_its_span() -> None:
    quote = "Ann says at least 41 fell."
    path, message = only_problem(((*EVIDENCE, "exact"), quote), ((*FELL, "figures"), []))
    assert path == (*EVIDENCE, "exact")
    assert "where characters 0–26 are “Ann says at least 40 fell.”" in message
    assert "the quote is at" not in message


def test_the_message_for_a_misplaced_quote_gives_its_span() -> None:
    path, message = only_problem(((*EVIDENCE, "start"), 1), ((*EVIDENCE, "end"), 27))
    assert path == (*EVIDENCE, "exact")
    assert "where characters 1–27 are “nn says at least 40 fell. ”" in message
    assert message.endswith("; the quote is at 0–26")


@each_row(
    "quote",
    [
        "ann says at least 40 fell.",
        "Ann says at least 40 fell",
        "Ann says at  least 40 fell.",
        "Ann says at least 40 fell. ",
        "Ann says at least 40 fell\u2024",
    ],
)
def test_a_quote_must_match_exactly(quote: str) -> None:
    path, _ = only_problem(
        ((*EVIDENCE, "exact"), quote), ((*FELL, "attribution"), {}), ((*FELL, "figures"), [])
    )
    assert path == (*EVIDENCE, "exact")


def test_a_quote_in_a_message_is_sanitized_and_truncated() -> None:
    text = "\x1b[31mred\u202e " + "x" * 100
    document = {
        "id": "doc",
        "text": text,
        "sha256": sha256(text.encode()).hexdigest(),
        "residue": [{"start": 0, "end": len(text), "exact": "red"}],
    }
    path, message = only_problem((("documents",), [document]), (("claims",), []))
    assert path == ("documents", 0, "residue", 0, "exact")
    assert "␛[31mred\ufffd xxx" in message
    assert "\x1b" not in message
    assert "x…”" in message
    assert "x" * 60 not in message


@each_row(("start", "end"), [(27, 50), (49, 60), (1000, 2000), (30, 30), (30, 27)])
def test_a_span_is_empty_or_outside_the_document(start: int, end: int) -> None:
    path, message = only_problem(
        ((*RAIN, "evidence", "start"), start),
        ((*RAIN, "evidence", "end"), end),
        ((*RAIN, "likelihoods"), []),
    )
    assert path == (*RAIN, "evidence", "end")
    assert f"{start}–{end} is not a valid span of document “doc”" in message
    assert "which has 49 characters" in message


@pytest.mark.parametrize("end", [27, 30])
def test_the_message_for_an_empty_or_reversed_span_gives_the_reason(end: int) -> None:
    selector = {"start": 30, "end": end, "exact": "n"}
    path, message = only_problem((("documents", 0, "residue"), [selector]))
    assert path == ("documents", 0, "residue", 0, "end")
    assert message == (
        f"30–{end} is not a valid span of document “doc”, which has 49 characters; "
        "“end” must be greater than “start”"
    )


def test_offsets_are_code_points() -> None:
    text = "Курск’s 😀 e\u0301 end."
    document = {"id": "doc", "text": text, "sha256": sha256(text.encode()).hexdigest()}
    claim = {
        "id": "end",
        "document": "doc",
        "kind": "context",
        "summary": "The end",
        "evidence": {"start": 13, "end": 17, "exact": "end."},
    }
    assert problems(altered((("documents",), [document]), (("claims",), [claim]))) == []


@pytest.mark.parametrize(
    ("start", "end", "side", "words"),
    [(27, 49, "prefix", "fell. "), (27, 49, "prefix", " "), (0, 26, "suffix", " Rain is")],
)
def test_a_prefix_and_a_suffix_may_be_any_text_next_to_the_quote(
    start: int, end: int, side: str, words: str
) -> None:
    selector = {"start": start, "end": end, "exact": TEXT[start:end], side: words}
    assert problems(altered((("documents", 0, "residue"), [selector]))) == []


@each_row("prefix", ["fell.", "Fell. ", "fell.  ", "x" * 60])
def test_a_prefix_is_not_immediately_before_the_quote(prefix: str) -> None:
    path, message = only_problem(((*RAIN, "evidence", "prefix"), prefix))
    assert path == (*RAIN, "evidence", "prefix")
    assert (
        message
        == "the prefix does not match; the text before the quote is “ says at least 40 fell. ”"
    )


def test_a_suffix_is_not_immediately_after_the_quote() -> None:
    path, message = only_problem(((*EVIDENCE, "suffix"), "Rain"))
    assert path == (*EVIDENCE, "suffix")
    assert (
        message
        == "the suffix does not match; the text after the quote is “ Rain is highly likely.”"
    )


def test_the_date_line_and_the_residue_are_checked_too() -> None:
    wrong = {"start": 0, "end": 3, "exact": "Bob"}
    found = problems(
        altered(
            (("documents", 0, "date_line"), wrong),
            (("documents", 0, "residue"), [{"start": 0, "end": 3, "exact": "Ann"}, wrong]),
        )
    )
    assert [problem.path for problem in found] == [
        ("documents", 0, "date_line", "exact"),
        ("documents", 0, "residue", 1, "exact"),
    ]


@each_row(
    ("change", "at"),
    [
        (((*FELL, "attribution", "words"), "Bob says"), (*FELL, "attribution", "words")),
        (((*FIGURE, "words"), "at least 41"), (*FIGURE, "words")),
        (((*FIGURE, "words"), "At least 40"), (*FIGURE, "words")),
        (((*FIGURE, "words"), "highly likely"), (*FIGURE, "words")),
        (((*LIKELIHOOD, "words"), "very likely"), (*LIKELIHOOD, "words")),
        (
            ((*FELL, "when"), [{"role": "event", "words": "today"}]),
            (*FELL, "when", 0, "words"),
        ),
    ],
)
def test_words_that_are_not_in_the_claim(change: tuple[Path, Any], at: Path) -> None:
    path, message = only_problem(change)
    assert path == at
    assert message == "these words are not in the claim's quote; copy them verbatim"


# “a” is the 6th, 10th and 15th character of the claim: s-a-ys, a-t, le-a-st.
def test_words_that_occur_more_than_once_need_a_start() -> None:
    path, message = only_problem(((*FIGURE, "words"), "a"))
    assert path == (*FIGURE, "words")
    assert message == "these words occur more than once, at 5, 9, 14; add “start”"


def test_a_message_lists_three_positions() -> None:
    _, message = only_problem(((*FIGURE, "words"), " "))
    assert message == "these words occur more than once, at 3, 8, 11, …; add “start”"


@pytest.mark.parametrize("words", [" ", "\u200b", "\u3164 "])
def test_words_and_quotes_that_show_nothing(words: str) -> None:
    text = f"Ann{words}fell."
    document = second_document(text)
    claim = {
        "id": "blank",
        "document": "second",
        "kind": "context",
        "summary": "Blank",
        "evidence": {"start": 0, "end": len(text), "exact": text},
        "attribution": {"chain": ["ann"], "basis": "stated", "words": words},
    }
    changes = ((("documents", 1), document), (("claims", 2), claim))
    assert only_problem(*changes) == (("claims", 2, "attribution", "words"), "the words are blank")
    claim["evidence"] = {"start": 3, "end": 3 + len(words), "exact": words}
    del claim["attribution"]
    assert only_problem(*changes) == (("claims", 2, "evidence", "exact"), "the quote is blank")


def test_a_start_does_not_help_words_that_are_not_in_the_claim() -> None:
    _, message = only_problem(((*FIGURE, "words"), "dozens"), ((*FIGURE, "start"), 9))
    assert message == "these words are not in the claim's quote; copy them verbatim"


@pytest.mark.parametrize("start", [5, 9, 14])
def test_a_start_selects_one_occurrence(start: int) -> None:
    raw = altered(((*FIGURE, "words"), "a"), ((*FIGURE, "start"), start))
    assert problems(raw) == []
    claim = built(raw).claims[0]
    assert claim.span_of("a", start) == (start, start + 1)


@each_row("start", [0, 6, 13, 25, 26, 29, 1000])
def test_a_start_is_not_at_the_words(start: int) -> None:
    path, message = only_problem(((*FIGURE, "words"), "a"), ((*FIGURE, "start"), start))
    assert path == (*FIGURE, "words")
    assert message == f"these words are not at character {start}, but at 5, 9, 14"


def test_a_start_counts_from_the_start_of_the_document() -> None:
    assert problems(altered(((*LIKELIHOOD, "start"), 35))) == []
    _, message = only_problem(((*LIKELIHOOD, "start"), 8))
    assert message == "these words are not at character 8, but at 35"


# The first “l” is outside the claim, which starts at 27; no “l” is at the other positions.
@pytest.mark.parametrize("start", [12, 17, 24])
def test_a_start_must_be_within_the_claim(start: int) -> None:
    _, message = only_problem(((*LIKELIHOOD, "words"), "l"), ((*LIKELIHOOD, "start"), start))
    assert message == f"these words are not at character {start}, but at 39, 42, 46"


def test_words_that_occur_once_need_no_start() -> None:
    fell, rain = built(minimal()).claims
    assert fell.span_of("at least 40", None) == (9, 20)
    assert rain.span_of("highly likely", None) == (35, 48)


@each_row(
    ("scale", "term", "name"),
    [
        ("phia-2025", "very likely", "PHIA"),
        ("phia-2025", "roughly even chance", "PHIA"),
        ("icd-203", "highly likely", "ICD 203"),
        ("icd-203", "realistic possibility", "ICD 203"),
    ],
)
def test_a_term_belongs_to_another_scale(scale: str, term: str, name: str) -> None:
    path, message = only_problem(((*LIKELIHOOD, "scale"), scale), ((*LIKELIHOOD, "term"), term))
    assert path == (*LIKELIHOOD, "term")
    assert f"“{term}” is not a term of {name}" in message
    assert "unlikely, " in message
    assert "almost certain" in message


@each_row(
    ("scale", "spelling", "term"),
    [
        ("phia-2025", "probable", "likely"),
        ("phia-2025", "almost certainly", "almost certain"),
        ("phia-2025", "Highly Likely", "highly likely"),
        ("icd-203", "remote", "almost no chance"),
        ("icd-203", "highly probable", "very likely"),
    ],
)
def test_the_message_for_a_synonym_gives_the_term(scale: str, spelling: str, term: str) -> None:
    path, message = only_problem(((*LIKELIHOOD, "scale"), scale), ((*LIKELIHOOD, "term"), spelling))
    assert path == (*LIKELIHOOD, "term")
    assert message.endswith(f"; write “{term}”")


@each_row(
    ("start", "end", "exact"),
    [(0, 3, "Ann"), (26, 31, " Rain"), (22, 31, "ll. Rain"), (27, 50, "Rain"), (30, 30, "n")],
)
def test_a_scope_is_outside_the_claim(start: int, end: int, exact: str) -> None:
    scope = {"start": start, "end": end, "exact": exact}
    path, message = only_problem(((*LIKELIHOOD, "scope"), scope))
    assert path == (*LIKELIHOOD, "scope", "start")
    assert message == f"{start}–{end} is not a span of the claim, which is at 27–49"


def test_a_scope_is_not_verbatim() -> None:
    scope = {"start": 27, "end": 31, "exact": "Hail"}
    path, message = only_problem(((*LIKELIHOOD, "scope"), scope))
    assert path == (*LIKELIHOOD, "scope", "exact")
    assert "where characters 27–31 are “Rain”" in message


def test_a_scope_may_be_the_whole_claim() -> None:
    scope = {"start": 27, "end": 49, "exact": "Rain is highly likely."}
    assert problems(altered(((*LIKELIHOOD, "scope"), scope))) == []


@each_row("word", QUERY_WORDS)
def test_a_measure_must_not_be_a_word_of_the_query_language(word: str) -> None:
    path, message = only_problem(((*FIGURE, "measure"), word))
    assert path == (*FIGURE, "measure")
    assert message.startswith(f"“{word}” is a word of the query language")


def test_a_measure_may_be_any_other_word() -> None:
    assert problems(altered(((*FIGURE, "measure"), "tanks"))) == []


def test_an_item_of_a_review_is_outside_the_claim() -> None:
    item = {"kind": "figure", "start": 20, "end": 30, "rule": "number", "tier": "clause"}
    path, message = only_problem((("status",), "draft"), ((*FELL, "review"), {"items": [item]}))
    assert path == (*FELL, "review", "items", 0, "start")
    assert message == "20–30 is not a span of the claim, which is at 0–26"


@pytest.mark.parametrize("decision", [None, "rejected"])
def test_a_final_briefing_contains_a_claim_that_is_not_accepted(decision: str | None) -> None:
    path, message = only_problem(((*FELL, "review"), {"decision": decision}))
    assert path == (*FELL, "review", "decision")
    state = decision or "unreviewed"
    assert message == f"the claim is {state}, so the status of the briefing must be “draft”"


def test_all_problems_are_reported_together() -> None:
    found = problems(
        altered(
            (("documents", 0, "sha256"), "0" * 64),
            ((*FELL, "attribution", "chain"), ["bob"]),
            ((*FIGURE, "words"), "at least 41"),
            ((*FIGURE, "measure"), "date"),
            ((*RAIN, "id"), "fell"),
            ((*LIKELIHOOD, "term"), "very likely"),
        )
    )
    assert {problem.path for problem in found} == {
        ("documents", 0, "sha256"),
        (*FELL, "attribution", "chain", 0),
        (*FIGURE, "words"),
        (*FIGURE, "measure"),
        (*RAIN, "id"),
        (*LIKELIHOOD, "term"),
    }
    assert len(found) == 6


def test_the_error_of_an_inconsistent_briefing_contains_every_message() -> None:
    raw = altered(((*RAIN, "id"), "fell"), ((*FELL, "document"), "other"))
    with pytest.raises(ValidationError) as caught:
        built(raw)
    assert "already used by" in str(caught.value)
    assert "no document “other”" in str(caught.value)


def test_the_text_of_a_document_is_not_blank() -> None:
    text = " \n\u200b"
    document = {"id": "second", "text": text, "sha256": sha256(text.encode()).hexdigest()}
    assert only_problem((("documents", 1), document)) == (
        ("documents", 1, "text"),
        "the text is blank",
    )


def test_a_relation_names_one_other_figure_by_its_words() -> None:
    raw = minimal()
    fell, rain = raw["claims"]
    figure = {"qualifier": "no number"}
    first = fell["figures"][0]
    fell["figures"] += [
        figure | {"measure": "named", "words": "Ann"},
        figure | {"measure": "letters", "words": "s", "start": 4},
        figure | {"measure": "letters", "words": "s", "start": 7},
        figure | {"measure": "signs", "words": "s", "start": 7},
    ]
    rain["figures"] = [figure | {"measure": "rained", "words": "Rain"}]
    no_figure = "claim “fell” has no figure with these words"
    cases: list[tuple[dict[str, object], str, str]] = [
        ({"words": "Ann"}, "", ""),
        ({"words": "Ann", "start": 0}, "", ""),
        ({"words": "Ann", "claim": "fell"}, "", ""),
        ({"words": "s", "start": 7}, "", ""),
        ({"words": "Rain", "claim": "rain"}, "", ""),
        ({"words": "Rain", "claim": "rain", "start": 27}, "", ""),
        ({"words": "says"}, "words", no_figure),
        ({"words": "Rain"}, "words", no_figure),
        ({"words": "Ann", "start": 3}, "words", f"{no_figure} at character 3"),
        ({"words": "s"}, "words", "several figures have these words; add “start”"),
        ({"words": "at least 40"}, "words", "a figure cannot be related to itself"),
        (
            {"words": "Rain", "claim": "rein"},
            "claim",
            "there is no claim “rein” in this file; did you mean “rain”?",
        ),
    ]
    for relation, place, message in cases:
        first["relations"] = [{"kind": "part of", **relation}]
        found = [(problem.path, problem.message) for problem in problems(raw)]
        expected = [((*FIGURE, "relations", 0, place), message)] if place else []
        assert found == expected, relation


def test_words_that_are_not_in_the_quote_are_reported_once_with_a_relation_to_them() -> None:
    raw = minimal()
    figure = {"measure": "killed", "words": "at most 40", "qualifier": "at most", "values": [40]}
    raw["claims"][0]["figures"] += [figure]
    raw["claims"][0]["figures"][0]["relations"] = [{"kind": "repeats", "words": "at most 40"}]
    (problem,) = problems(raw)
    assert problem.path == (*FELL, "figures", 1, "words")
