"""Which names, pronouns and reports of a text are one source, and which are not."""

import json

import pytest

from kursk_tui.drafting import draft
from kursk_tui.formats.json import parse_text

SURE, INFERRED, GUESS = "stated", "inferred", "guess"
NOBODY = ("", GUESS)

Named = list[tuple[str, str]]
"""For each claim, the label of its source, and how sure that is."""

SAME: dict[str, Named] = {
    # never by a word inside a longer phrase
    "According to the latest UN data, 40 died. According to the UN, 12 are missing.": [
        ("UN", GUESS),
        ("UN", SURE),
    ],
    "The UN Aid Agency said 12 died. The UN said nine died. The agency said ten died.": [
        ("UN Aid Agency", SURE),
        ("UN", SURE),
        ("UN Aid Agency", INFERRED),
    ],
    "The Velmian army said 12 died. Velmia said nine died.": [
        ("Velmian army", SURE),
        ("Velmia", SURE),
    ],
    # acronyms
    "The Arda Relief Council (ARC) said 12 died. The ARC said nine died.": [("ARC", SURE)] * 2,
    "A report by the UN Office in Orvia, known as UNOO, put the toll at 12. The UN said nine "
    "died. UNOO said ten died.": [("UNOO", GUESS), ("UN", SURE), ("UNOO", SURE)],
    "The Coast Watch Bureau (CWB) opened in May. The Coast Watch Bureau said 12 died. The CWB "
    "said nine died.": [("CWB", SURE)] * 2,
    "The Arda Relief Council met (PHX). PHX said 12 died. The Arda Relief Council said nine "
    "died.": [("PHX", SURE), ("Arda Relief Council", SURE)],
    "WHO said the risk is high. The organization said nine died.": [("WHO", SURE), ("WHO", GUESS)],
    "WHO said 12 died. UNOO went home. The organization said nine died.": [
        ("WHO", SURE),
        ("organization", SURE),
    ],
    # people
    "Secretary Owen Pell said 12 died. Mr. Pell said nine died. Pell said ten died.": [
        ("Owen Pell", SURE)
    ]
    * 3,
    "Owen Pell said 12 died. Ann Pell said nine died. Pell said ten died.": [
        ("Owen Pell", SURE),
        ("Ann Pell", SURE),
        ("Pell", SURE),
    ],
    "Ivan Lund, the mayor of Arda, said 12 died. The mayor said nine died. Lund said ten died.": [
        ("Ivan Lund", SURE),
        ("Ivan Lund", INFERRED),
        ("Ivan Lund", SURE),
    ],
    "The mayor, Col. Ivan Lund, said 12 died. Lund said nine died. He said ten died.": [
        ("Ivan Lund", SURE),
        ("Ivan Lund", SURE),
        ("Ivan Lund", GUESS),
    ],
    'The board said 12 died. "They told us nine died," said Ilse Torm, a teacher.': [
        ("board", SURE),
        ("Ilse Torm", GUESS),
    ],
    "“He said 40 died” and Kyiv said 12 died.": [NOBODY, ("Kyiv", SURE)],
    "A nurse said she had counted 12 dead.": [("nurse", SURE)],
    "Lawmaker Lee Seong-kweun said 12 died. Lee said nine died. Owen said ten died.": [
        ("Lee Seong-kweun", SURE),
        ("Lee Seong-kweun", SURE),
        ("Owen", SURE),
    ],
    "The ministry's spokesman, General Tariq Osei, said 12 died. General Osei said nine died. The "
    "general said ten died.": [
        ("Tariq Osei", SURE),
        ("Tariq Osei", SURE),
        ("Tariq Osei", INFERRED),
    ],
    "“Nine died,” said a passenger, María de la Luz Robledo, 58. Robledo said ten died.": [
        ("María de la Luz Robledo", SURE)
    ]
    * 2,
    "Secretary of State Ann Lee said 12 died. Lee said nine died.": [
        ("Secretary of State Ann Lee", SURE)
    ]
    * 2,
    "Sheikh Omar al-Farsi said 12 died. Mr. al-Farsi said nine died.": [("Omar al-Farsi", SURE)]
    * 2,
    "Jan Moor, 43, a fisherman, said 12 died. Moor said nine died.": [("Jan Moor", SURE)] * 2,
    "Carlos Arce, who served there, said 12 died. Arce said nine died.": [("Carlos Arce", SURE)]
    * 2,
    "A guard who fled the camp said 12 died. The guard said nine died.": [
        ("guard who fled the camp", SURE),
        ("guard who fled the camp", INFERRED),
    ],
    "A guard who asked not to be named said 12 died.": [("guard", SURE)],
    "Spokesperson Anna Berg of the army said 12 died. Berg said nine died.": [("Anna Berg", SURE)]
    * 2,
    "A rebel outlet, Vesna, said 12 died. It said nine died.": [("Vesna", SURE), ("Vesna", GUESS)],
    "Dr. Agnes Koss said 12 died. The doctor said nine died.": [
        ("Agnes Koss", SURE),
        ("Agnes Koss", INFERRED),
    ],
    "The UN refugee agency, UNHCR, said 12 died. UNHCR said nine died.": [
        ("UNHCR", SURE),
        ("UNHCR", SURE),
    ],
    "The Ministry of Health said 12 died. The health ministry said nine died.": [
        ("Ministry of Health", SURE)
    ]
    * 2,
    # "the" with a noun that one source has
    "The Interior Ministry said 12 died. The ministry said nine died.": [
        ("Interior Ministry", SURE),
        ("Interior Ministry", INFERRED),
    ],
    "The Interior Ministry said 12 died. The health ministry said nine died. The ministry said "
    "ten died.": [("Interior Ministry", SURE), ("health ministry", SURE), ("ministry", SURE)],
    # people and reports that speak for a body
    "A UN spokesman said 12 died. The UN said nine died.": [("UN", GUESS), ("UN", SURE)],
    "A spokeswoman for the ministry said 12 died. The ministry said nine died.": [
        ("ministry", GUESS),
        ("ministry", SURE),
    ],
    "A ministry report put the toll at 12. The ministry said nine died.": [
        ("ministry", GUESS),
        ("ministry", SURE),
    ],
    "The Interior Ministry said 12 died. A ministry spokesman said nine died.": [
        ("Interior Ministry", SURE),
        ("Interior Ministry", GUESS),
    ],
    "UN spokesman Alan Birk said 12 died. The UN said nine died.": [
        ("Alan Birk", SURE),
        ("UN", SURE),
    ],
    "A UN spokesman said 12 died.": [("UN spokesman", SURE)],
    # pronouns
    "Owen Pell said 12 died in the Arda Valley. He said nine died.": [
        ("Owen Pell", SURE),
        ("Owen Pell", GUESS),
    ],
    'A nurse told Alan Birk that 12 had died. "It fell from the sky," he said.': [
        ("nurse", SURE),
        NOBODY,
    ],
    "A nurse said 12 died. The UN said nine died. She said ten died. It said six died.": [
        ("nurse", SURE),
        ("UN", SURE),
        ("nurse", GUESS),
        ("UN", GUESS),
    ],
    "The UN said 12 died. He said nine died.": [("UN", SURE), NOBODY],
    "The UN said 12 died. Owen Pell went to Holm. He said nine died.": [
        ("UN", SURE),
        ("Owen Pell", GUESS),
    ],
    "The mayor said 12 died. The 7th Infantry Division marched to Holm. He said nine died.": [
        ("mayor", SURE),
        ("mayor", GUESS),
    ],
    "The army said 12 died. Survivors came ashore; according to them, nine died.": [
        ("army", SURE),
        NOBODY,
    ],
    "Owen Pell said 12 died. Mother Clare said nine died. He said ten died.": [
        ("Owen Pell", SURE),
        ("Mother Clare", SURE),
        ("Owen Pell", GUESS),
    ],
    "The judge said 12 died, quoting a guard. He said nine died.": [
        ("guard judge", SURE),
        ("judge", GUESS),
    ],
    "The army said 12 died. WFP has food. It said nine died.": [("army", SURE), NOBODY],
    "Trade unionists said 12 died. The operator said nine died. It said ten died.": [
        ("Trade unionists", SURE),
        ("operator", SURE),
        ("operator", GUESS),
    ],
    "Governor Lund said 12 died. Reuters said nine died. He said ten died.": [
        ("Lund", SURE),
        ("Reuters", SURE),
        ("Lund", GUESS),
    ],
    "Officials said 12 died. The mayor said nine died. They said ten died.": [
        ("Officials", SURE),
        ("mayor", SURE),
        ("Officials", GUESS),
    ],
}


def named(text: str) -> Named:
    """Return the source of each claim that has an attribution, as `SAME` writes it."""
    briefing = parse_text(json.dumps(draft(text).briefing()), "draft")
    labels = {source.id: source.label for source in briefing.sources}
    found: Named = []
    for claim in briefing.claims:
        tiers = [one.tier for one in claim.review.items if one.kind == "attribution"]  # type: ignore[union-attr]
        if tiers:
            basis = "guess" if "guess" in tiers else claim.attribution.basis
            found.append((" ".join(labels[one] for one in claim.attribution.chain), basis or ""))
    return found


def test_words_that_name_one_source_are_joined_and_others_are_not() -> None:
    found = {text: named(text) for text in SAME}
    assert {text: one for text, one in found.items() if one != SAME[text]} == {}


def test_a_pronoun_that_may_be_several_people_is_flagged_and_noted() -> None:
    text = "A nurse told Alan Birk that 12 had died. He said nine died."
    _, claim = draft(text).briefing()["claims"]
    note = claim["attribution"]["note"]
    assert note == "“He” may be any of several people named before."
    (item,) = (one for one in claim["review"]["items"] if one["kind"] == "attribution")
    assert item["flags"] == ["pronoun source", "ambiguous pronoun"]


def test_a_named_spokesperson_of_a_source_is_flagged() -> None:
    text = (
        "UN spokesman Alan Birk said 12 died. {} said nine died. A nurse, Ann Lee, said ten died."
    )
    for other, flags in (("The UN", ("speaks for another source",)), ("The EU", ())):
        birk, _, lee = (one.attributions for one in draft(text.format(other)).findings.sentences)
        assert (birk[0].flags, lee[0].flags) == (flags, ())


@pytest.mark.parametrize(
    ("publisher", "chain", "note"),
    [("Wire", ["wire"], None), (None, [], "“We” is the author; the publisher is not known.")],
)
def test_we_is_the_publisher(publisher: str | None, chain: list[str], note: str | None) -> None:
    text = "We judge that 12 died. We assess with low confidence that nine died."
    for claim in draft(text, publisher=publisher).briefing()["claims"]:
        assert claim["attribution"].get("chain", []) == chain
        assert claim["attribution"].get("basis") == ("inferred" if chain else None)
        assert claim["attribution"].get("note") == note


def test_a_likelihood_without_a_source_is_that_of_the_author_who_judges() -> None:
    judged = "We judge that 12 died. It is likely that more will die. Nine were hurt."
    for text, chains in (
        (judged, [["wire"], ["wire"], []]),
        ("It is likely that more will die.", [[]]),
        (judged.replace("We judge", "“We judge” means"), [[], [], []]),
    ):
        claims = draft(text, publisher="Wire").briefing()["claims"]
        assert [one.get("attribution", {}).get("chain", []) for one in claims] == chains
    _, claim, _ = draft(judged, publisher="Wire").briefing()["claims"]
    (item,) = (one for one in claim["review"]["items"] if one["kind"] == "attribution")
    assert (item["tier"], item["flags"]) == ("guess", ["the author"])


def test_other_people_who_say_we_are_not_the_publisher() -> None:
    text = "“We believe 12 died,” a nurse said. Then we went home. We saw that nine had died."
    found = draft(text, publisher="Wire").briefing()
    assert [one["id"] for one in found["sources"]] == ["nurse"]
