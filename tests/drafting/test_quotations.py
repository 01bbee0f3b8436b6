"""Quotations that run over sentences: who speaks each sentence, and what marks decide."""

import json

from kursk_tui.drafting import draft
from kursk_tui.formats.json import parse_text

STATED, INFERRED = "stated", "inferred"
RUNNING = {
    'The mayor said: "The shelling began at dawn. It hit the market. Twelve people were killed."': [
        ("mayor", STATED, "beside"),
        ("mayor", INFERRED, "clause"),
        ("mayor", INFERRED, "clause"),
    ],
    '"We have counted 40 dead. We expect more," the mayor said.': [
        ("mayor", INFERRED, "clause"),
        ("mayor", STATED, "beside"),
    ],
    "A nurse recalled: “They came at night! Six of us were hurt. Could we flee?” Nine died.": [
        ("nurse", STATED, "beside"),
        ("nurse", INFERRED, "clause"),
        ("nurse", INFERRED, "clause"),
        ("", None, ""),
    ],
    "«We lost six boats. Nine men drowned,» said the harbour office. Two were found.": [
        ("harbour office", INFERRED, "clause"),
        ("harbour office", STATED, "clause"),
        ("", None, ""),
    ],
    # a paragraph that is not closed goes on in the next, which opens again
    "The governor said: “Forty died.\n\n“Nine are missing. Two were found.”\n\nSix were hurt.": [
        ("governor", STATED, "beside"),
        ("governor", INFERRED, "clause"),
        ("governor", INFERRED, "clause"),
        ("", None, ""),
    ],
    # a verb of telling, or any other, before a colon
    "Carlos Arce, who served there, remembered the wells: “We dug. Nine died.”": [
        ("carlos arce", STATED, "beside"),
        ("carlos arce", INFERRED, "clause"),
    ],
    "The ship's master, Jonas Weld, spoke to the watch by radio: “They beat two. Nine died.”": [
        ("jonas weld", STATED, "beside"),
        ("jonas weld", INFERRED, "clause"),
    ],
    "The nurse was blunt: “They came at night. Six died.”": [
        ("nurse", STATED, "guess"),
        ("nurse", INFERRED, "guess"),
    ],
    "The list was short: “Nine dead. Two missing.”": [("", None, ""), ("", None, "")],
    # the next quotation has no speaker of its own
    "“Forty died,” said the governor. “Nine are missing. Two were found.”": [
        ("governor", STATED, "clause"),
        ("governor", INFERRED, "guess"),
        ("governor", INFERRED, "guess"),
    ],
    "“Forty died,” the governor said. “Nine are missing,” the coast guard said.": [
        ("governor", STATED, "beside"),
        ("coast guard", STATED, "beside"),
    ],
    # the sentence before names the speaker, one only, in the same paragraph
    "The mayor said it began at dawn. “Forty died. Nine are missing.”": [
        ("mayor", STATED, "beside"),
        ("mayor", INFERRED, "guess"),
        ("mayor", INFERRED, "guess"),
    ],
    "The mayor said it began at dawn.\n\n“Forty died. Nine are missing.”": [
        ("mayor", STATED, "beside"),
        ("", None, ""),
        ("", None, ""),
    ],
    "A nurse and a doctor said it began at dawn. “Forty died.”": [
        ("nurse and a doctor", STATED, "beside"),
        ("", None, ""),
    ],
    "The mayor, citing the army, said 12 died. “Forty died.”": [
        ("army mayor", STATED, "beside"),
        ("", None, ""),
    ],
    "Residents said it began at dawn. “Forty died.”": [
        ("residents", STATED, "beside"),
        ("", None, ""),
    ],
    "The mayor could not confirm the toll. “Forty died.”": [
        ("mayor", STATED, "beside"),
        ("", None, ""),
    ],
    "He said it began at dawn. “Forty died.”": [("", None, "guess"), ("", None, "")],
    # a speaker quotes another
    "“Officials say 40 died. We count 50,” the governor said.": [
        ("officials governor", INFERRED, "beside"),
        ("governor", STATED, "beside"),
    ],
    # the end is missing
    "The governor said: “Forty died. Nine are missing.\n\nSix people were hurt.": [
        ("governor", STATED, "beside"),
        ("governor", INFERRED, "guess"),
        ("", None, ""),
    ],
    # no speaker, no run, or no quotation
    "“Forty died. Nine are missing.” Six people were hurt.": [("", None, "")] * 3,
    "The governor spoke of a “special operation”. Forty people died.": [("", None, "")] * 2,
    'The gap was 12" wide. Forty died, the army said. A 3" shell hit Nine Elms. Six died.': [
        ("", None, ""),
        ("army", STATED, "beside"),
        ("", None, ""),
        ("", None, ""),
    ],
}


def test_each_sentence_of_a_quotation_has_its_speaker() -> None:
    wrong = {}
    for text, right in RUNNING.items():
        claims = parse_text(json.dumps(draft(text).briefing()), "draft").claims
        found = [
            (
                " ".join(one.replace("-", " ") for one in claim.attribution.chain),
                claim.attribution.basis,
                next((item.tier for item in claim.review.items if item.kind == "attribution"), ""),
            )
            for claim in claims
            if claim.review
        ]
        if found != right:
            wrong[text] = found
    assert wrong == {}


def test_a_speaker_from_another_sentence_is_flagged_and_has_no_words() -> None:
    text = 'The mayor said: "It began at dawn. Twelve people were killed."'
    _, claim = draft(text).briefing()["claims"]
    (item,) = (one for one in claim["review"]["items"] if one["kind"] == "attribution")
    assert item["flags"] == ["running quotation"]
    assert [text[start:end] for start, end in item["evidence"]] == ["said", "The mayor"]
    assert "words" not in claim["attribution"]
    assert any("“said” and “The mayor”" in line for line in draft(text).explain_lines())


def test_what_is_inside_a_running_quotation_is_flagged_as_quoted() -> None:
    text = "“It began at dawn. Twelve people were killed. It ended at noon,” a nurse said."
    (figure,) = (one for one in draft(text).items if one.kind == "figure")
    assert "inside a quotation" in figure.flags
