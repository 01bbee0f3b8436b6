"""The scope of verbs, denials, chains and scales, in sentences about many wars."""

from typing import Any

import pytest

from kursk_tui.drafting import Draft, draft
from kursk_tui.drafting.findings import FigureFinding
from kursk_tui.drafting.output.entries import ExplainedItem
from tests.tables import each_row


def figures(text: str) -> list[tuple[str, str]]:
    return [
        (text[one.start : one.end], one.measure)
        for one in draft(text).items
        if isinstance(one, FigureFinding)
    ]


def items(drafted: Draft, kind: str) -> list[ExplainedItem]:
    return [one for one in drafted.explained()["items"] if one["kind"] == kind]


def claim(text: str, *, date: str | None = None, scale: str | None = None) -> dict[str, Any]:
    (only,) = draft(text, date=date, scale=scale).briefing()["claims"]
    return dict(only)


@each_row(
    ("text", "found"),
    [
        (
            "The French lost 300,000 and the Germans roughly 337,000.",
            [("300,000", "casualties"), ("roughly 337,000", "casualties")],
        ),
        (
            "Russia lost 1,200 soldiers, Ukraine 400 and the Wagner group 300.",
            [("1,200", "casualties"), ("400", "casualties"), ("300", "casualties")],
        ),
        (
            "The Chinese suffered 30,000 casualties at Chosin and the UN some 17,800.",
            [("30,000", "casualties"), ("some 17,800", "casualties")],
        ),
        ("The army lost 300 tanks and the militia 20.", [("300", "lost")]),
        ("Ukraine received 31 tanks and Poland 20.", []),
        ("The company employs 300 people and Siemens 400.", []),
        ("The Warriors lost 120 to 100.", []),
        (
            "The ministry denied losing 60 tanks and 400 men.",
            [("60", "lost"), ("400", "casualties")],
        ),
        (
            "The storm killed 12 people: seven in Poland and five in Austria.",
            [("12", "killed"), ("seven", "killed"), ("five", "killed")],
        ),
        (
            "No soldiers were wounded, but three had been, an official said.",
            [("No", "wounded"), ("three", "wounded")],
        ),
        (
            "Of the 251 hostages, 97 remain in captivity.",
            [("251", "captured"), ("97", "captured")],
        ),
        ("The base sheltered 2,000 people, 60 of them wounded.", [("60", "wounded")]),
        (
            "At least 40 people, 3 of them children, were killed.",
            [("At least 40", "killed"), ("3", "killed")],
        ),
        (
            "Two died, one of them an officer, and eleven were hurt.",
            [("Two", "killed"), ("one", "killed"), ("eleven", "wounded")],
        ),
        ("Half of the dead were under 18.", []),
        (
            "They killed 28 soldiers, wounded 14 and captured 5.",
            [("28", "killed"), ("14", "wounded"), ("5", "captured")],
        ),
        (
            "The 30 soldiers of that brigade wounded when 12 children ran past.",
            [("30", "wounded")],
        ),
        ("The ICRC registered 35,000 people as missing.", [("35,000", "missing")]),
        ("Some 90,000 troops crossed the parallel.", [("Some 90,000", "deployed")]),
        ("They executed 3 hostages.", [("3", "killed")]),
        ("Half the 900 soldiers surrendered.", []),
        ("About 1 in 5 of the fighters died.", []),
        ("Five gunmen killed eleven worshippers.", [("eleven", "killed")]),
        ("The number of people killed in the flood has doubled to 72.", [("72", "killed")]),
        ("The number of homes destroyed rose to 40 and 12 people died.", [("12", "killed")]),
        (
            "Hundreds if not thousands were killed.",
            [("Hundreds", "killed"), ("thousands", "killed")],
        ),
        ("Two of its soldiers had fallen.", [("Two", "killed")]),
        ("The number of staff had fallen to 195 after the 2020 war.", []),
        ("Oil prices fell 300 points and shares in 40 companies fell too.", []),
        ("Some 300 people crossed into Chad.", [("Some 300", "displaced")]),
        ("About 3,000 North Koreans arrived.", [("About 3,000", "deployed")]),
        ("The 3 brothers, aged 12, 14 and 17, have left.", []),
        ("They sank it on 2 May with the loss of 323 lives.", [("323", "killed")]),
    ],
)
def test_the_people_that_a_verb_counts(text: str, found: list[tuple[str, str]]) -> None:
    assert figures(text) == found


@each_row(
    ("text", "modalities"),
    [
        ("Moscow denied that 40 were killed but said 20 were wounded.", ["denied", "asserted"]),
        ("Moscow denied that 40 were killed and 20 wounded.", ["denied", "denied"]),
        ("Kyiv said reports of 5,000 Ukrainian losses were fake.", ["denied"]),
        ("The ministry called the figure of 300 dead a lie.", ["denied"]),
        ("Not less than 150 people lost their lives.", ["asserted"]),
        ("The agency could not verify the 40 deaths.", ["asserted"]),
        ("A man who asked not to be named said 5 were killed.", ["asserted"]),
        ("They sank it on 2 May with the loss of 323 lives.", ["asserted"]),
        ("The toll could reach 300.", ["projected"]),
    ],
)
def test_the_figures_that_are_denied(text: str, modalities: list[str]) -> None:
    found = items(draft(text), "figure")
    assert [one["value"]["modality"] for one in found] == modalities


@pytest.mark.parametrize(
    ("text", "rate"),
    [
        ("Average daily losses in November reached 1,523.", "day"),
        ("We lost 22 men an hour.", "hour"),
        ("We lost 22 men in an hour.", None),
    ],
)
def test_rates(text: str, rate: str | None) -> None:
    (item,) = items(draft(text), "figure")
    assert item["value"]["rate"] == rate


@each_row(
    ("text", "chain"),
    [
        ("Lee said, citing the NIS, that 300 were killed.", ["nis", "lee"]),
        ("Lee said after a closed-door briefing by the NIS that 300 died.", ["nis", "lee"]),
        ("The NIS briefed lawmakers and Lee said that 300 died.", ["lee"]),
        ("Yonhap reported on Monday that the NIS said 100 were killed.", ["nis", "yonhap"]),
        ("The ministry said 5 people died, according to Reuters.", ["ministry", "reuters"]),
        ("According to Reuters, the ministry said 5 people died.", ["ministry", "reuters"]),
        ("The ministry said, as reported by Interfax, that 5 died.", ["ministry", "interfax"]),
        ("Officials were briefed by the general on Monday.", None),
        ("A woman who fled El Fasher said 12 men died.", ["woman-who-fled-el-fasher"]),
    ],
)
def test_only_a_certain_relay_makes_a_chain(text: str, chain: list[str] | None) -> None:
    assert claim(text).get("attribution", {}).get("chain") == chain


@each_row(
    ("text", "given", "scale", "basis"),
    [
        ("It is likely that they will leave.", {}, "phia-2025", "inferred"),
        ("By the PHIA scale it is likely that they leave.", {}, "phia-2025", "stated"),
        ("In terms of ICD 203 it is likely that they leave.", {}, "icd-203", "stated"),
        ("Under ICD 203 it is likely they leave.", {"scale": "phia"}, "phia-2025", "inferred"),
        ("By PHIA or ICD 203 it is likely that they leave.", {}, "phia-2025", "inferred"),
    ],
)
def test_a_scale_is_stated_if_the_text_names_no_other(
    text: str, given: dict[str, str], scale: str, basis: str
) -> None:
    (likelihood,) = claim(text, **given)["likelihoods"]
    assert (likelihood["scale"], likelihood["scale_basis"]) == (scale, basis)


@each_row(
    ("text", "words", "role", "resolved"),
    [
        ("Kim said on Monday that they had left.", "Monday", "reported", "2024-06-10"),
        ("They left the town on Monday, Kim said.", "Monday", "event", "2024-06-10"),
        ("Monday's strike hit the town.", "Monday's", "event", "2024-06-10"),
        ("They left the town two days ago.", "two days ago", "event", "2024-06-12"),
        ("They left the town 3 years ago.", "3 years ago", "event", "2021"),
    ],
)
def test_the_role_of_a_date(text: str, words: str, role: str, resolved: str) -> None:
    (when,) = claim(text, date="2024-06-14")["when"]
    assert when.pop("note").startswith("Read from the date of the document:")
    assert when == {"role": role, "words": words, "resolved": resolved}


def test_about_two_days_ago_is_not_a_date() -> None:
    assert not items(draft("They left about two days ago.", date="2024-06-14"), "when")
