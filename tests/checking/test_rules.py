"""What each rule of `check` finds, and what it ignores."""

from typing import Any

import pytest

from kursk_tui.checking import RULES, find_cautions
from kursk_tui.model.decisions import finalize
from tests.model.factory import Path, altered, built, minimal, second_document
from tests.query.factory import builtin
from tests.tables import each_row

ICD = {
    "scale": "icd-203",
    "scale_basis": "inferred",
    "term": "likely",
    "words": "likely",
}
TEXT = "It is likely, with high confidence, that rain comes. Rain comes. Rain comes. 7 fell."
#       0                                                   53          65          77


def found(raw: dict[str, Any]) -> list[tuple[str, Path]]:
    return [(one.rule, one.path) for one in find_cautions(built(raw))]


def with_claims(*claims: dict[str, Any]) -> dict[str, Any]:
    """Return a briefing over TEXT in which the rest is residue."""
    document = second_document(TEXT)
    spans = [(one["evidence"]["start"], one["evidence"]["end"]) for one in claims]
    at, residue = 0, []
    for start, end in [*sorted(spans), (len(TEXT), len(TEXT))]:
        if TEXT[at:start].strip():
            residue.append({"start": at, "end": start, "exact": TEXT[at:start]})
        at = max(at, end)
    document["residue"] = residue
    return {"format": "kursk-tui/1", "title": "T", "documents": [document], "claims": list(claims)}


def claim(start: int, end: int, **more: Any) -> dict[str, Any]:
    return {
        "id": f"c{start}",
        "document": "second",
        "kind": "judgement",
        "summary": "Rain",
        "evidence": {"start": start, "end": end, "exact": TEXT[start:end]},
        **more,
    }


def test_nothing_is_found_in_the_built_in_briefing_and_the_smallest() -> None:
    assert list(find_cautions(builtin())) == []
    assert found(minimal()) == []


@each_row(
    ("summary", "rule"),
    [
        ("40 fell", "qualifier-lost"),
        ("About 40 fell", "qualifier-lost"),
        ("At most 40 fell", "qualifier-lost"),
        ("No fewer than 40 fell", None),
        ("40 or more fell", None),
        ("At least 40 fell, 3 were found", "number-without-figure"),
        ("At least 40 fell on 3 March", None),
        ("They fell", None),
        ("Not fewer than 40 fell", None),
        ("Forty fell", "qualifier-lost"),
        ("At least 40 fell within 14 days at Hill 117", None),
        ("At least 40 fell in two villages", None),
        ("At least 40 fell, twelve were found", "number-without-figure"),
    ],
)
def test_a_summary_keeps_the_qualifier(summary: str, rule: str | None) -> None:
    raw = altered((("claims", 0, "summary"), summary))
    assert found(raw) == ([(rule, ("claims", 0, "summary"))] if rule else [])


def test_a_number_that_is_decided_to_be_no_figure_needs_none() -> None:
    text = "At least 40 fell, 3 were found."
    whole = {"start": 0, "end": len(text), "exact": text}
    figure = {"measure": "killed", "words": "At least 40", "qualifier": "at least", "values": [40]}
    three = {"start": 18, "end": 19, "words": "3", "reason": "no word beside it"}
    for decided, figures, rules in (
        ({}, [], ["number-without-figure", "number-without-figure"]),
        ({"open_numbers": [three]}, [figure], ["number-without-figure"]),
        ({"open_numbers": [{**three, "decision": "rejected"}]}, [figure], []),
        (
            {
                "open_numbers": [{**three, "decision": "rejected"}],
                "rejected": {"figures": [figure]},
            },
            [],
            [],
        ),
    ):
        raw = with_claims(
            claim(0, 0, summary=text, evidence=whole, figures=figures, review=decided)
        )
        raw |= {"status": "draft", "documents": [second_document(text)]}
        assert [rule for rule, _ in found(raw) if rule != "draft"] == rules


def test_a_final_briefing_keeps_what_was_decided_to_be_no_figure() -> None:
    text = "At least 40 fell, 3 were found."
    whole = {"start": 0, "end": len(text), "exact": text}
    figure = {"measure": "killed", "words": "At least 40", "qualifier": "at least", "values": [40]}
    three = {"start": 18, "end": 19, "words": "3", "reason": "none", "decision": "rejected"}
    review = {"decision": "accepted", "open_numbers": [three], "rejected": {"figures": [figure]}}
    raw = with_claims(claim(0, 0, summary=text, evidence=whole, review=review))
    raw |= {"status": "draft", "documents": [second_document(text)]}
    final = finalize(built(raw))
    assert [one.exact for one in final.documents[0].residue] == ["3", "At least 40"]
    assert [one.rule for one in find_cautions(final)] == []


def test_a_number_that_a_figure_has_is_not_a_year() -> None:
    text = "At least 2000 fell."
    raw = with_claims()
    figure = {"measure": "killed", "words": "At least 2000", "qualifier": "at least"}
    raw["documents"] = [second_document(text)]
    whole = {"start": 0, "end": len(text), "exact": text}
    made = claim(0, 0, summary="2000 fell", evidence=whole, figures=[{**figure, "values": [2000]}])
    raw["claims"] = [made]
    assert found(raw) == [("qualifier-lost", ("claims", 0, "summary"))]


def test_a_number_in_words_may_count_something_else_as_well() -> None:
    text = "At least two fell."
    raw = with_claims()
    raw["documents"] = [second_document(text)]
    figure = {"measure": "killed", "words": "At least two", "qualifier": "at least", "values": [2]}
    whole = {"start": 0, "end": len(text), "exact": text}
    made = claim(0, 0, summary="At least two fell in two places", evidence=whole, figures=[figure])
    raw["claims"] = [made]
    assert found(raw) == []
    made["summary"] = "Two fell"
    assert found(raw) == [("qualifier-lost", ("claims", 0, "summary"))]


def test_one_of_two_figures_with_this_number_is_enough() -> None:
    exact = {"measure": "wounded", "words": "40", "qualifier": "exactly", "values": [40]}
    raw = altered((("claims", 0, "figures", 1), exact), (("claims", 0, "summary"), "40 hurt"))
    assert found(raw) == [("figure-misread", ("claims", 0, "figures", 1, "qualifier"))]


@each_row(
    ("text", "words", "qualifier", "misread"),
    [
        ("At least 40 fell.", "40", "exactly", True),
        ("At least 40 fell.", "At least 40", "exactly", True),
        ("At least 40 fell.", "At least 40", "at least", False),
        ("At least 40 fell.", "At least 40", "about", True),
        ("No fewer than 40 fell.", "No fewer than 40", "at least", False),
        ("40 or more fell.", "40", "exactly", True),
        ("Up to 40 fell.", "40", "more than", True),
        ("40 fell.", "40", "exactly", False),
        ("40 fell, if not more.", "40", "at least", False),  # words further away may qualify it
        ("40 fell, at least 50 were hurt.", "40", "exactly", False),
        ("Nearly 50 hurt, 40 fell.", "40", "exactly", False),
    ],
)
def test_a_figure_agrees_with_the_words_around_its_number(
    text: str, words: str, qualifier: str, misread: bool
) -> None:
    raw = with_claims()
    raw["documents"] = [second_document(text)]
    figure = {"measure": "killed", "words": words, "qualifier": qualifier, "values": [40]}
    whole = {"start": 0, "end": len(text), "exact": text}
    raw["claims"] = [claim(0, 0, evidence=whole, figures=[figure])]
    path = ("claims", 0, "figures", 0, "qualifier")
    assert found(raw) == ([("figure-misread", path)] if misread else [])


@each_row(
    ("words", "values", "misread"),
    [
        ("At least 40", [400], True),
        ("At least 40", [40], False),
        ("At least 1,200", [1200], False),
        ("At least 1.2 million", [1_200_000], False),
        ("At least two dozen", [24], False),
        ("At least forty", [40], False),
        ("At least forty", [14], True),
        ("Scores", [40], False),  # no number: a reading
    ],
)
def test_a_figure_has_the_number_of_its_words(words: str, values: list[int], misread: bool) -> None:
    text = f"{words} fell."
    raw = with_claims()
    raw["documents"] = [second_document(text)]
    figure = {"measure": "killed", "words": words, "qualifier": "at least", "values": values}
    whole = {"start": 0, "end": len(text), "exact": text}
    raw["claims"] = [claim(0, 0, evidence=whole, figures=[figure])]
    path = ("claims", 0, "figures", 0, "values")
    assert found(raw) == ([("figure-misread", path)] if misread else [])


@each_row(
    ("summary", "qualifier", "values", "rules"),
    [
        ("Around 30-40 fell.", "no number", [], []),
        ("30-40 fell.", "no number", [], ["qualifier-lost"]),
        ("20-40 fell.", "no number", [], ["qualifier-lost", "number-without-figure"]),
        ("Around 30-40 fell.", "between", [30, 40], ["qualifier-lost", "figure-misread"]),
        ("30-40 fell.", "between", [30, 40], ["figure-misread"]),
    ],
)
def test_a_range_whose_ends_are_approximate_has_no_bounds(
    summary: str, qualifier: str, values: list[int], rules: list[str]
) -> None:
    text = "Around 30-40 fell."
    raw = with_claims()
    raw["documents"] = [second_document(text)]
    figure = {"measure": "killed", "words": "Around 30-40", "qualifier": qualifier}
    whole = {"start": 0, "end": len(text), "exact": text}
    figures = [{**figure, "values": values}]
    raw["claims"] = [claim(0, 0, summary=summary, evidence=whole, figures=figures)]
    assert [rule for rule, _ in found(raw)] == rules


@pytest.mark.parametrize(
    ("summary", "message"),
    [
        ("7 men saw that 40 fell", "“40”, the document “at least 40”: “at least” is lost"),
        (
            "About 40 fell",
            "“About 40”, the document “at least 40”: “at least” became “about”",
        ),
    ],
)
def test_the_message_shows_both_qualifiers(summary: str, message: str) -> None:
    raw = altered((("claims", 0, "summary"), summary))
    lost = [one.message for one in find_cautions(built(raw)) if one.rule == "qualifier-lost"]
    assert lost == [f"the summary says {message}"]


def test_the_message_shows_all_numbers_of_the_words_and_of_the_figure() -> None:
    text = "40 and 50 fell."
    raw = with_claims()
    raw["documents"] = [second_document(text)]
    figure = {"measure": "killed", "words": "40 and 50", "qualifier": "between", "values": [40, 60]}
    whole = {"start": 0, "end": len(text), "exact": text}
    raw["claims"] = [claim(0, 0, evidence=whole, figures=[figure])]
    assert [one.message for one in find_cautions(built(raw))] == [
        "the words say “40 and 50”, but the figure says 40 and 60"
    ]


def test_one_end_of_a_range_is_not_an_exact_figure() -> None:
    text = "Between 30 and 40 fell."
    raw = with_claims()
    raw["documents"] = [second_document(text)]
    figure: dict[str, Any] = {
        "measure": "killed",
        "words": "40",
        "qualifier": "exactly",
        "values": [40],
    }
    whole = {"start": 0, "end": len(text), "exact": text}
    raw["claims"] = [claim(0, 0, evidence=whole, figures=[figure])]
    assert found(raw) == [("figure-misread", ("claims", 0, "figures", 0, "qualifier"))]
    whole_range = {"words": "Between 30 and 40", "qualifier": "between", "values": [30, 40]}
    raw["claims"] = [claim(0, 0, evidence=whole, figures=[{**figure, **whole_range}])]
    assert found(raw) == []


@each_row(
    ("text", "words", "term", "rule"),
    [
        ("Rain is highly likely.", "highly likely", "highly likely", None),
        ("Rain is highly likely.", "highly likely", "almost certain", "likelihood-misread"),
        ("Rain is highly likely.", "highly likely", "likely", "likelihood-misread"),
        ("Rain is unlikely.", "unlikely", "likely", "likelihood-misread"),
        ("It will almost certainly rain.", "almost certainly", "almost certain", None),
        ("Rain may well come.", "may well", "likely", None),  # no term of the scale: a reading
        ("Rain is likely; snow is unlikely.", "likely", "likely", "likelihood-not-recorded"),
        ("Rain is likely; snow isn't.", "likely", "likely", None),
        ("Rain is likely, not unlikely.", "likely", "likely", None),  # negated: no term
        ("Rain is likely, more likely than snow.", "likely", "likely", None),
        ("Rain is likely; “unlikely” means less.", "likely", "likely", None),
    ],
)
def test_a_likelihood_agrees_with_its_words(
    text: str, words: str, term: str, rule: str | None
) -> None:
    raw = with_claims()
    raw["documents"] = [second_document(text)]
    likelihood: dict[str, Any] = {**ICD, "scale": "phia-2025", "term": term, "words": words}
    likelihood["start"] = text.index(words)
    whole = {"start": 0, "end": len(text), "exact": text}
    raw["claims"] = [claim(0, 0, evidence=whole, likelihoods=[likelihood])]
    paths: dict[str, Path] = {
        "likelihood-misread": ("claims", 0, "likelihoods", 0, "term"),
        "likelihood-not-recorded": ("claims", 0, "evidence", "exact"),
    }
    assert found(raw) == ([(rule, paths[rule])] if rule else [])


def test_a_term_of_two_scales_is_reported_once() -> None:
    text = "Rain is likely, snow is almost certain, hail is unlikely."
    raw = with_claims()
    raw["documents"] = [second_document(text)]
    whole = {"start": 0, "end": len(text), "exact": text}
    other = {**ICD, "scale": "phia-2025", "term": "almost certain", "words": "almost certain"}
    rain = {**ICD, "start": 8}
    raw["claims"] = [claim(0, 0, evidence=whole, likelihoods=[rain, other])]
    assert [rule for rule, _ in found(raw)].count("likelihood-not-recorded") == 1


def test_without_a_scale_no_term_is_reported() -> None:
    assert found(with_claims(claim(0, 52))) == []


def test_likelihood_and_confidence_in_one_sentence_under_icd_203() -> None:
    path = ("claims", 0, "likelihoods", 0, "words")
    assert found(with_claims(claim(0, 52, likelihoods=[ICD]))) == [
        ("likelihood-with-confidence", path)
    ]
    phia = {**ICD, "scale": "phia-2025"}
    assert found(with_claims(claim(0, 52, likelihoods=[phia]))) == []


def test_confidence_in_another_sentence_is_accepted() -> None:
    text = "We have high confidence. Rain is likely."
    raw = with_claims()
    raw["documents"] = [second_document(text)]
    raw["claims"] = [
        claim(0, 0, likelihoods=[ICD], evidence={"start": 0, "end": len(text), "exact": text})
    ]
    assert found(raw) == []


@each_row(
    ("words", "reported"),
    [
        ("with a high degree of confidence", True),
        ("confidence: high", True),
        ("confidence in this is low", True),
        ("our confidence in this judgement is moderate", True),
        ("confidence is low", True),
        ("Consumer confidence is low", False),
        ("confidence in the army is low", False),
    ],
)
def test_only_analytic_confidence_counts(words: str, reported: bool) -> None:
    text = f"Rain is likely; {words}."
    raw = with_claims()
    raw["documents"] = [second_document(text)]
    whole = {"start": 0, "end": len(text), "exact": text}
    raw["claims"] = [claim(0, 0, likelihoods=[ICD], evidence=whole)]
    assert bool(found(raw)) is reported


def test_two_scales_in_one_document_are_reported_once() -> None:
    raw = altered(
        (("claims", 0, "likelihoods"), []),
        (("claims", 1, "likelihoods", 1), {**ICD, "term": "likely", "words": "likely"}),
    )
    raw["claims"][1]["likelihoods"][1]["start"] = 42
    assert found(raw) == [("two-scales", ("claims", 1, "likelihoods", 1, "scale"))]


def test_a_quote_that_occurs_twice_needs_a_prefix_or_a_suffix() -> None:
    assert found(with_claims(claim(53, 64))) == [
        ("ambiguous-quote", ("claims", 0, "evidence", "exact"))
    ]
    distinct = claim(53, 64)
    distinct["evidence"]["suffix"] = " Rain"
    assert found(with_claims(distinct)) == []
    assert found(with_claims(claim(77, 84))) == []


@each_row(
    ("around", "reported"),
    [
        ({"prefix": ""}, True),
        ({"suffix": ""}, True),
        ({"prefix": " "}, True),  # a space precedes both
        ({"prefix": ". "}, True),
        ({"prefix": "comes. "}, True),  # before the second: "Rain comes. "
        ({"prefix": "that rain comes. "}, False),
        ({"suffix": " Rain"}, False),
        ({"prefix": " ", "suffix": " R"}, False),
    ],
)
def test_only_a_different_context_distinguishes_two_places(
    around: dict[str, str], reported: bool
) -> None:
    one = claim(53, 64)
    one["evidence"] |= around
    expected = [("ambiguous-quote", ("claims", 0, "evidence", "exact"))] if reported else []
    assert found(with_claims(one)) == expected


def test_the_other_place_is_that_of_the_quote() -> None:
    one = claim(53, 64)
    one["evidence"]["prefix"] = ". "
    (caution,) = find_cautions(built(with_claims(one)))
    assert "also occur at character 65 of the document, between" in caution.message


def test_a_source_that_is_not_cited() -> None:
    raw = altered((("sources", 1), {"id": "bob", "name": "Bob"}))
    assert found(raw) == [("source-not-cited", ("sources", 1, "id"))]
    raw["claims"][1]["external"] = [{"says": "Bob said so elsewhere.", "chain": ["bob"]}]
    assert found(raw) == []


NAMES: list[Path] = [
    ("title",),
    ("documents", 0, "title"),
    ("documents", 0, "publisher"),
    ("sources", 0, "name"),
    ("sources", 0, "short"),
    ("sources", 0, "kind"),
    ("claims", 0, "summary"),
    ("claims", 0, "figures", 0, "population"),
    ("claims", 0, "figures", 0, "place"),
    ("claims", 0, "figures", 0, "period"),
]


@each_row("path", NAMES)
def test_an_invisible_character_in_a_name(path: Path) -> None:
    (caution,) = find_cautions(built(altered((path, "At least 40\u200b fell"))))
    assert (caution.rule, caution.path) == ("invisible-character", path)
    assert "has an invisible character, U+200B, at position 12" in caution.message


@each_row(
    "name",
    [
        *("A\u00adnn", "An\u2060n", "Ann\u3164", "\u115fAnn", "A\u200dnn", "Ann\ufe0f", "é\u200cé"),
        *("Ann\U000e0041", "국\u200b정원", "A\u2800nn", "Курск\u200d"),
    ],
)
def test_names_with_an_invisible_character(name: str) -> None:
    assert found(altered((("sources", 0, "name"), name))) == [
        ("invisible-character", ("sources", 0, "name"))
    ]


@each_row(
    "name",
    [
        *("👩\u200d🚀", "☠\ufe0f", "1\ufe0f\u20e3", "©\ufe0f", "می\u200cخواهم", "क्\u200dष"),
        *("🏴\U000e0067\U000e0062\U000e007f", "葛\U000e0100", "Łódź", "국정원", "Anné"),
    ],
)
def test_joiners_and_selectors_that_change_what_is_shown(name: str) -> None:
    assert found(altered((("sources", 0, "name"), name))) == []


@each_row("name", ["ANN", "A\u200bnn", "Ánn", "Ann\u3164", "Ａnn", "\u00a0Ann"])
def test_names_that_a_search_takes_for_the_same(name: str) -> None:
    raw = altered(
        (("sources", 1), {"id": "bob", "name": name}),
        (("claims", 1, "attribution"), {"chain": ["bob"], "basis": "stated"}),
    )
    cautions = [one for one in find_cautions(built(raw)) if one.rule == "names-alike"]
    assert [one.path for one in cautions] == [("sources", 1, "name")]
    assert "“Ann”, the name of the source “ann”" in cautions[0].message


@pytest.mark.parametrize("name", ["Ann", "Anna", "Bob"])
def test_identical_and_other_names_are_meant(name: str) -> None:
    raw = altered(
        (("sources", 1), {"id": "bob", "name": name, "short": "B"}),
        (("claims", 1, "attribution"), {"chain": ["bob"], "basis": "stated"}),
    )
    assert found(raw) == []


def test_words_that_no_claim_covers() -> None:
    raw = minimal()
    del raw["claims"][1]
    (caution,) = find_cautions(built(raw))
    assert (caution.rule, caution.path) == ("text-not-covered", ("documents", 0, "text"))
    assert "characters 27–49, “Rain is highly likely.”" in caution.message


def test_blanks_and_punctuation_need_no_claim() -> None:
    raw = with_claims(claim(0, 51), claim(52, 84))
    raw["documents"][0].pop("residue")
    assert [rule for rule, _ in found(raw)] == []


def test_every_rule_is_documented() -> None:
    from pathlib import Path as FilePath

    text = (FilePath(__file__).parents[2] / "docs" / "formats.md").read_text("utf-8")
    assert [rule for rule in RULES if f"`{rule}`" not in text] == []


def test_of_many_warnings_about_a_summary_the_rest_is_counted() -> None:
    raw = minimal()
    raw["claims"][0]["summary"] = "At least 40 fell, " + "500 fell, " * 25
    messages = [one.message for one in find_cautions(built(raw))]
    assert messages[:10] == ["the summary says “500”, but no figure in this claim records it"] * 10
    assert messages[10] == "15 more warnings of this kind about this summary"


def test_a_warning_is_short_even_if_a_name_is_long() -> None:
    names = ("Ann" + "\u200b" * 5_000, "Ann")
    sources = [{"id": "ann", "name": names[0]}, {"id": "b", "name": names[1]}]
    raw = {**minimal(), "sources": sources}
    messages = [one.message for one in find_cautions(built(raw)) if one.path[0] == "sources"]
    assert len(messages) == 3
    assert max(map(len, messages)) < 300


def test_what_figures_cover_and_are_to_others_is_compared_with_words_and_numbers() -> None:
    text = "At least 40 of 30 fell so far. Another 7 hurt. Early counts had 30 dead."
    document = second_document(text)
    raw = {"format": "kursk-tui/1", "title": "T", "documents": [document]}

    def stated(words: str, start: int | None = None, measure: str = "killed", **more: Any) -> Any:
        number = int(words.rpartition(" ")[2])
        qualifier = "at least" if words.startswith("At") else "exactly"
        about = {"measure": measure, "qualifier": qualifier, "values": [number], "start": start}
        return {"words": words, **about, **more}

    def rules(*figures: Any) -> list[tuple[str, str]]:
        evidence = {"start": 0, "end": len(text), "exact": text}
        one = claim(0, 1, evidence=evidence, figures=[*figures], summary="They fell")
        cautions = find_cautions(built({**raw, "claims": [one]}))
        return [(caution.rule, caution.message) for caution in cautions]

    first, again = stated("30", text.index("30")), stated("30", text.rindex("30"))
    forty = "At least 40"

    def related(kind: str, **more: Any) -> Any:
        return {"relations": [{"kind": kind, "words": "30", "start": text.index("30"), **more}]}

    assert rules(first, stated(forty, **related("part of"))) == [
        ("relation-misread", "“At least 40” is recorded as part of “30”, but is larger")
    ]
    assert rules(first, stated(forty, **related("repeats"))) == [
        (
            "relation-misread",
            "“At least 40” is recorded as repeats “30”, but that is another number",
        )
    ]
    assert rules(first, stated("7", measure="wounded", **related("increase on"))) == [
        (
            "relation-misread",
            "“7” is recorded as increase on “30”, but that counts killed, not wounded",
        )
    ]
    assert rules(first, again | related("repeats"), stated("7", **related("part of"))) == []
    assert rules(first | {"preliminary": True, "period": "So  far", "tally": "so far"}) == []
    assert rules(first | {"period": "to date"}) == []
    assert rules(first | {"period": "to date", "covers": "2024"}) == [
        ("period-without-words", "the words of the period, “to date”, are not in the document")
    ]
    raw["documents"] = [second_document(text.replace("Early", "Later"))]
    text = text.replace("Early", "Later")
    assert rules(first | {"preliminary": True}) == [
        ("preliminary-without-words", "no word of the document says that “30” is preliminary")
    ]


def test_the_numbers_and_categories_of_sums_are_in_the_words() -> None:
    text = "From 10 to 30, most likely 20, were killed or hurt."
    document = second_document(text)
    raw = {"format": "kursk-tui/1", "title": "T", "documents": [document]}
    sum_of = {"measure": "casualties", "words": "From 10 to 30", "qualifier": "between"}

    def rules(**more: Any) -> list[tuple[str, str]]:
        evidence = {"start": 0, "end": len(text), "exact": text}
        figure = {**sum_of, "values": [10, 30], **more}
        one = claim(0, 1, evidence=evidence, figures=[figure], summary="From 10 to 30 fell")
        cautions = find_cautions(built({**raw, "claims": [one]}))
        return [(caution.rule, caution.message) for caution in cautions]

    assert rules(best=20, categories=["killed", "wounded"]) == []
    assert rules(best=21, basis="coded") == []
    message = "no number of the quote is 21, the best value of “From 10 to 30”"
    basis = "“basis” may be “coded” or “derived”"
    assert rules(best=21) == [("best-without-words", f"{message}; {basis}")]
    assert rules(categories=["killed", "captured"]) == [
        (
            "category-without-words",
            "no word of the document says that “From 10 to 30” includes captured",
        )
    ]
    assert "figure-misread" in [rule for rule, _ in rules(values=[10, 31])]
    coded = rules(values=[10, 31], basis="coded")
    assert "figure-misread" not in [rule for rule, _ in coded]


def test_a_label_in_the_text_is_not_stricter_than_that_of_the_briefing() -> None:
    table = [
        ("TLP:RED", "RED", ""),
        ("TLP:RED", "AMBER+STRICT", "the text says TLP:RED, but the briefing is TLP:AMBER+STRICT"),
        ("TLP: AMBER", None, "the text says TLP:AMBER, but the briefing is without a label"),
        (
            "TLP:AMBER+STRICT",
            "AMBER",
            "the text says TLP:AMBER+STRICT, but the briefing is TLP:AMBER",
        ),
        ("TLP:WHITE", "CLEAR", ""),
        ("TLP:GREEN TLP:CLEAR", "GREEN", ""),
        ("TLP: a protocol", None, ""),
    ]
    for words, stated, expected in table:
        handling = {"handling": {"tlp": stated}} if stated is not None else {}
        raw = {**minimal(), **handling}
        raw["documents"].append(second_document(f"{words} Rain."))
        found = [one for one in find_cautions(built(raw)) if one.rule == "handling-less-strict"]
        assert [one.message for one in found] == ([expected] if expected else []), words


def test_a_summary_that_keeps_the_words_is_not_said_to_have_lost_them() -> None:
    figure: Path = ("claims", 0, "figures", 0)
    raw = altered(
        ((*figure, "qualifier"), "exactly"), (("claims", 0, "summary"), "At least 40 fell")
    )
    (lost,) = (one.message for one in find_cautions(built(raw)) if one.rule == "qualifier-lost")
    assert lost == (
        "the summary says “At least 40”, as the document does, but the qualifier of the figure is "
        "“exactly”"
    )
