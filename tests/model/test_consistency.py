"""Briefings whose records contradict each other or the text are refused, with every reason."""

from hashlib import sha256
from typing import Any

import pytest
from pydantic import ValidationError

from tests.model.factory import TEXT, Path, altered, built, minimal, problems

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
    """Return path and sentence of the one problem that the changes make."""
    (problem,) = problems(altered(*changes))
    return problem.path, problem.message


def test_the_minimal_briefing_is_consistent() -> None:
    assert problems(minimal()) == []
    assert [claim.id for claim in built(minimal()).claims] == ["fell", "rain"]


def test_a_claim_of_a_document_that_is_not_there() -> None:
    path, message = only_problem(((*FELL, "document"), "other"))
    assert path == (*FELL, "document")
    assert message == "there is no document “other” in this file"


def test_an_attribution_to_a_source_that_is_not_there() -> None:
    path, message = only_problem(((*FELL, "attribution", "chain"), ["ann", "bob"]))
    assert path == (*FELL, "attribution", "chain", 1)
    assert message == "there is no source “bob” in this file"


def test_external_knowledge_from_a_source_that_is_not_there() -> None:
    external = [{"says": "So did others.", "chain": ["ann"]}, {"says": "And.", "chain": ["bob"]}]
    path, message = only_problem(((*FELL, "external"), external))
    assert path == (*FELL, "external", 1, "chain", 0)
    assert "no source “bob”" in message


def test_a_chain_with_a_source_twice() -> None:
    sources = [{"id": "ann", "name": "Ann"}, {"id": "bob", "name": "Bob"}]
    chain = ["ann", "bob", "ann"]
    path, message = only_problem((("sources",), sources), ((*FELL, "attribution", "chain"), chain))
    assert path == (*FELL, "attribution", "chain", 2)
    assert message == "“ann” occurs more than once in this chain"


def test_an_id_of_two_documents() -> None:
    text = "Another text."
    digest = sha256(text.encode()).hexdigest()
    twin = {"id": "doc", "text": TEXT, "sha256": sha256(TEXT.encode()).hexdigest()}
    middle = {"id": "other", "text": text, "sha256": digest}
    path, message = only_problem((("documents", 1), middle), (("documents", 2), twin))
    assert path == ("documents", 2, "id")
    assert message == "the id “doc” is already used by documents[0]"


def test_an_id_of_two_sources() -> None:
    path, message = only_problem((("sources", 1), {"id": "ann", "name": "Anna"}))
    assert path == ("sources", 1, "id")
    assert message == "the id “ann” is already used by sources[0]"


def test_an_id_of_two_claims() -> None:
    path, message = only_problem(((*RAIN, "id"), "fell"))
    assert path == (*RAIN, "id")
    assert message == "the id “fell” is already used by claims[0]"


@pytest.mark.parametrize("name", ["a", "7", "S1.b_c-d", "x" * 64])
def test_an_id_may_have_letters_digits_and_marks_up_to_64(name: str) -> None:
    assert problems(altered(((*FELL, "id"), name))) == []


def test_a_source_and_a_claim_may_share_an_id() -> None:
    assert problems(altered(((*FELL, "id"), "ann"))) == []


def test_a_text_that_has_changed_since_its_checksum() -> None:
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


def test_a_checksum_is_that_of_the_text_in_utf_8() -> None:
    text = "Курск 북한 é"
    digest = "f" * 64
    document = {"id": "second", "text": text, "sha256": digest}
    path, message = only_problem((("documents", 1), document))
    assert path == ("documents", 1, "sha256")
    assert sha256(text.encode("utf-8")).hexdigest() in message


def test_a_quote_that_is_not_verbatim_tells_what_stands_there() -> None:
    quote = "Ann says at least 41 fell."
    path, message = only_problem(((*EVIDENCE, "exact"), quote), ((*FELL, "figures"), []))
    assert path == (*EVIDENCE, "exact")
    assert "where characters 0–26 are “Ann says at least 40 fell.”" in message
    assert "the quote is at" not in message


def test_a_quote_at_the_wrong_place_tells_where_it_does_stand() -> None:
    path, message = only_problem(((*EVIDENCE, "start"), 1), ((*EVIDENCE, "end"), 27))
    assert path == (*EVIDENCE, "exact")
    assert "where characters 1–27 are “nn says at least 40 fell. ”" in message
    assert message.endswith("; the quote is at 0–26")


@pytest.mark.parametrize(
    "quote",
    [
        "ann says at least 40 fell.",
        "Ann says at least 40 fell",
        "Ann says at  least 40 fell.",
        "Ann says at least 40 fell. ",
        "Ann says at least 40 fell\u2024",
    ],
)
def test_a_quote_is_matched_exactly_or_refused(quote: str) -> None:
    path, _ = only_problem(
        ((*EVIDENCE, "exact"), quote), ((*FELL, "attribution"), {}), ((*FELL, "figures"), [])
    )
    assert path == (*EVIDENCE, "exact")


def test_a_quote_shown_in_a_sentence_has_no_control_characters_and_is_cut() -> None:
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


@pytest.mark.parametrize(("start", "end"), [(27, 50), (49, 60), (1000, 2000), (30, 30), (30, 27)])
def test_a_span_that_is_none(start: int, end: int) -> None:
    path, message = only_problem(
        ((*RAIN, "evidence", "start"), start),
        ((*RAIN, "evidence", "end"), end),
        ((*RAIN, "likelihoods"), []),
    )
    assert path == (*RAIN, "evidence", "end")
    assert f"{start}–{end} is not a valid span of document “doc”" in message
    assert "which has 49 characters" in message


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
def test_what_stands_right_beside_the_quote_is_accepted(
    start: int, end: int, side: str, words: str
) -> None:
    selector = {"start": start, "end": end, "exact": TEXT[start:end], side: words}
    assert problems(altered((("documents", 0, "residue"), [selector]))) == []


@pytest.mark.parametrize("prefix", ["fell.", "Fell. ", "fell.  ", "x" * 60])
def test_a_prefix_that_does_not_stand_right_before_the_quote(prefix: str) -> None:
    path, message = only_problem(((*RAIN, "evidence", "prefix"), prefix))
    assert path == (*RAIN, "evidence", "prefix")
    assert message == "the text immediately before the quote is “ says at least 40 fell. ”"


def test_a_suffix_that_does_not_stand_right_after_the_quote() -> None:
    path, message = only_problem(((*EVIDENCE, "suffix"), "Rain"))
    assert path == (*EVIDENCE, "suffix")
    assert message == "the text immediately after the quote is “ Rain is highly likely.”"


def test_the_date_line_and_the_residue_are_checked_as_well() -> None:
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


@pytest.mark.parametrize(
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
def test_words_that_stand_in_the_claim_more_than_once_need_a_start() -> None:
    path, message = only_problem(((*FIGURE, "words"), "a"))
    assert path == (*FIGURE, "words")
    assert message == "these words occur more than once in the claim; add “start”"


@pytest.mark.parametrize("start", [5, 9, 14])
def test_a_start_tells_which_words_are_meant(start: int) -> None:
    raw = altered(((*FIGURE, "words"), "a"), ((*FIGURE, "start"), start))
    assert problems(raw) == []
    claim = built(raw).claims[0]
    assert claim.span_of("a", start) == (start, start + 1)


@pytest.mark.parametrize("start", [0, 6, 13, 25, 26, 29, 1000])
def test_a_start_where_the_words_do_not_stand(start: int) -> None:
    path, message = only_problem(((*FIGURE, "words"), "a"), ((*FIGURE, "start"), start))
    assert path == (*FIGURE, "words")
    assert message == f"the claim does not have these words at character {start}"


def test_a_start_counts_from_the_document_not_from_the_claim() -> None:
    assert problems(altered(((*LIKELIHOOD, "start"), 35))) == []
    _, message = only_problem(((*LIKELIHOOD, "start"), 8))
    assert message == "the claim does not have these words at character 8"


# “l” is the document's at 12, and the 10th and 3rd from the end of the claim that begins at 27.
@pytest.mark.parametrize("start", [12, 17, 24])
def test_a_start_before_the_claim_is_wrong(start: int) -> None:
    _, message = only_problem(((*LIKELIHOOD, "words"), "l"), ((*LIKELIHOOD, "start"), start))
    assert message == f"the claim does not have these words at character {start}"


def test_words_that_stand_once_are_found_without_a_start() -> None:
    fell, rain = built(minimal()).claims
    assert fell.span_of("at least 40", None) == (9, 20)
    assert rain.span_of("highly likely", None) == (35, 48)


@pytest.mark.parametrize(
    ("scale", "term", "name"),
    [
        ("phia-2025", "very likely", "PHIA"),
        ("phia-2025", "roughly even chance", "PHIA"),
        ("icd-203", "highly likely", "ICD 203"),
        ("icd-203", "realistic possibility", "ICD 203"),
    ],
)
def test_a_term_of_another_scale(scale: str, term: str, name: str) -> None:
    path, message = only_problem(((*LIKELIHOOD, "scale"), scale), ((*LIKELIHOOD, "term"), term))
    assert path == (*LIKELIHOOD, "term")
    assert f"“{term}” is not a term of {name}" in message
    assert "unlikely, " in message
    assert "almost certain" in message


@pytest.mark.parametrize(
    ("scale", "spelling", "term"),
    [
        ("phia-2025", "probable", "likely"),
        ("phia-2025", "almost certainly", "almost certain"),
        ("phia-2025", "Highly Likely", "highly likely"),
        ("icd-203", "remote", "almost no chance"),
        ("icd-203", "highly probable", "very likely"),
    ],
)
def test_another_spelling_of_a_term_is_refused_with_the_term(
    scale: str, spelling: str, term: str
) -> None:
    path, message = only_problem(((*LIKELIHOOD, "scale"), scale), ((*LIKELIHOOD, "term"), spelling))
    assert path == (*LIKELIHOOD, "term")
    assert message.endswith(f"; write “{term}”")


@pytest.mark.parametrize(
    ("start", "end", "exact"),
    [(0, 3, "Ann"), (26, 31, " Rain"), (22, 31, "ll. Rain"), (27, 50, "Rain"), (30, 30, "n")],
)
def test_a_scope_outside_the_claim(start: int, end: int, exact: str) -> None:
    scope = {"start": start, "end": end, "exact": exact}
    path, message = only_problem(((*LIKELIHOOD, "scope"), scope))
    assert path == (*LIKELIHOOD, "scope", "start")
    assert message == f"{start}–{end} is not a span of the claim, which is at 27–49"


def test_a_scope_that_is_not_verbatim() -> None:
    scope = {"start": 27, "end": 31, "exact": "Hail"}
    path, message = only_problem(((*LIKELIHOOD, "scope"), scope))
    assert path == (*LIKELIHOOD, "scope", "exact")
    assert "where characters 27–31 are “Rain”" in message


def test_a_scope_may_be_the_whole_claim() -> None:
    scope = {"start": 27, "end": 49, "exact": "Rain is highly likely."}
    assert problems(altered(((*LIKELIHOOD, "scope"), scope))) == []


@pytest.mark.parametrize("word", QUERY_WORDS)
def test_a_measure_that_is_a_word_of_the_query_language(word: str) -> None:
    path, message = only_problem(((*FIGURE, "measure"), word))
    assert path == (*FIGURE, "measure")
    assert message.startswith(f"“{word}” is a word of the query language")


def test_a_measure_of_the_files_own_is_accepted() -> None:
    assert problems(altered(((*FIGURE, "measure"), "tanks"))) == []


def test_everything_wrong_is_told_at_once() -> None:
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


def test_an_inconsistent_briefing_is_an_error_with_every_sentence() -> None:
    raw = altered(((*RAIN, "id"), "fell"), ((*FELL, "document"), "other"))
    with pytest.raises(ValidationError) as caught:
        built(raw)
    assert "already used by" in str(caught.value)
    assert "no document “other”" in str(caught.value)
