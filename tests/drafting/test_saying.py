"""Verbs of saying: every row of the lexicon does what its columns say."""

import dataclasses
import tomllib
from itertools import cycle
from pathlib import Path
from typing import get_args

import pytest

from kursk_tui.drafting import draft
from kursk_tui.drafting.findings import AttributionFinding, FigureFinding
from kursk_tui.english.lexicon import verbs_of_saying
from kursk_tui.english.lexicon.verbs_of_saying import Need, Relay, VerbOfSaying, saying
from tests.tables import each_row

ROWS = saying().rows


def modalities(text: str) -> list[tuple[str, str]]:
    """Return the words of each figure with its modality."""
    return [
        (text[one.start : one.end], one.modality)
        for one in draft(text).items
        if isinstance(one, FigureFinding)
    ]


def sources(text: str) -> list[tuple[str | None, str, str]]:
    """Return each source with its stance and cue."""
    return [
        (one.source, one.stance, one.cue)
        for one in draft(text).items
        if isinstance(one, AttributionFinding)
    ]


def that_clause(form: str, verb: VerbOfSaying) -> str:
    """Return a form with what it needs before "40 were wounded"."""
    if "as" in verb.needs:
        return f"{form} a hospital as saying that"
    if "quotation" in verb.needs and "clause" not in verb.needs and "that" not in verb.needs:
        return f"{form} to the press: “It is true that"
    if "on" in verb.needs:
        return f"{form} the weather for it and the fact that"
    return form if form.endswith(" that") else f"{form} that"


ASSERTING = [
    (form, verb)
    for verb in ROWS
    for form in (*verb.forms, *sorted(verb.nouns))
    if verb.stance == "asserts"
]
PARTICIPLES = [
    (verb.participle, verb) for verb in ROWS if verb.participle and verb.stance == "asserts"
]
DENIED_300 = [("300", "denied"), ("40", "asserted")]
FEARED = [("300", "denied"), ("40", "not asserted")]


def test_no_form_is_in_two_rows() -> None:
    assert len(ASSERTING) > 400
    assert len({form for form, _ in ASSERTING}) == len(ASSERTING)


def test_every_column_of_the_lexicon_is_known() -> None:
    path = Path(verbs_of_saying.__file__).with_name("saying.toml")
    raw = tomllib.loads(path.read_text("utf-8"))
    columns = {field.name for field in dataclasses.fields(VerbOfSaying)}
    of_sense = {"stance", "anyone", "ends_denial"}
    for row in raw["verb"]:
        assert set(row) <= columns - of_sense, row
    assert all(set(sense) == of_sense for sense in raw["sense"].values())
    assert {verb.stance for verb in ROWS} == {"asserts", "denies"}
    assert {row.get("relay", "") for row in raw["phrase"]} == set(get_args(Relay))
    assert {need for verb in ROWS for need in verb.needs} == set(get_args(Need))


JOINTS = (", and", " and", ", and later", ", but")


def test_every_asserting_verb_ends_a_denial() -> None:
    for (form, verb), joint in zip(ASSERTING, cycle(JOINTS), strict=False):
        said = that_clause(form, verb)
        text = f"The ministry denied that it had lost 300 soldiers{joint} {said} 40 were wounded."
        assert modalities(text) == (FEARED if form.startswith("fear") else DENIED_300), text


def test_every_asserting_participle_ends_a_denial() -> None:
    assert len(PARTICIPLES) > 80
    for participle, verb in PARTICIPLES:
        said = that_clause(participle, verb)
        text = f"The ministry denied that it had lost 300 soldiers, {said} 40 were wounded."
        assert modalities(text) == (FEARED if participle == "fearing" else DENIED_300), text


@each_row(
    ("text", "found"),
    [
        (
            "The ministry denied that it had lost 300 soldiers, and revealed that 40 were wounded.",
            DENIED_300,
        ),
        (
            "Kyiv denied losing 300 men and, in a second statement, disclosed that 40 were hurt.",
            DENIED_300,
        ),
        (
            "The army, which denied that 300 soldiers had died, conceded that 40 were missing.",
            DENIED_300,
        ),
        (
            "Moscow rejected reports that 300 soldiers had died, warning that 40 were missing.",
            DENIED_300,
        ),
        ("Moscow rejected the figure of 300 dead and put the number of wounded at 40.", DENIED_300),
        (
            "The army denied that it had lost 300 soldiers, and made clear that 40 were wounded.",
            DENIED_300,
        ),
    ],
)
def test_a_speaker_who_goes_on_to_assert_denies_only_what_came_before(
    text: str, found: list[tuple[str, str]]
) -> None:
    assert modalities(text) == found
    (claim,) = draft(text).briefing()["claims"]
    assert claim["attribution"]["stance"] == "asserts"
    assert "applies only to part of the sentence" in claim["attribution"]["note"]


def test_a_number_after_a_verb_of_saying_is_not_its_subject() -> None:
    text = "The army, in a statement, said 40 people died."
    assert [one[0] for one in sources(text)] == ["The army"]


@each_row(
    "text",
    [
        "The ministry denied that it had lost 300 soldiers and that 40 were wounded.",
        "The ministry rejected the numbers, 300 dead and 40 wounded.",
        "The ministry denied, on Monday, that 300 soldiers had died and 40 were wounded.",
        "The ministry denied that it had lost 300 soldiers and rejected the claim that 40 died.",
        "The ministry denied the claims and reports that 300 soldiers died and 40 were wounded.",
        "The ministry denied the news and claims that 300 soldiers died and 40 were wounded.",
        "The ministry denied that 300 soldiers had died and 40, reported in Kyiv, were wounded.",
    ],
)
def test_a_denial_continues_where_nothing_is_asserted(text: str) -> None:
    assert [modality for _, modality in modalities(text)] == ["denied", "denied"]


INVERTING = [form for verb in ROWS if verb.inverts for form in (*verb.forms, *sorted(verb.nouns))]
UPRIGHT = [
    form
    for verb in ROWS
    if not verb.inverts and verb.stance == "asserts"
    for form in (*verb.forms, *sorted(verb.nouns))
]


def test_an_inverting_verb_precedes_its_subject() -> None:
    assert len(INVERTING) > 100
    for form in INVERTING:
        text = f"At least 40 soldiers were killed, {form} the ministry."
        assert sources(text) == [("the ministry", "asserts", form)], text
        (claim,) = draft(text).briefing()["claims"]
        assert claim["attribution"]["chain"] == ["ministry"], text


def test_other_verbs_do_not_invert() -> None:
    assert len(UPRIGHT) > 50
    for form in UPRIGHT:
        assert sources(f"At least 40 soldiers were killed, {form} the ministry.") == [], form


@each_row(
    ("text", "source"),
    [
        ("Some 40 soldiers were killed, explained the ministry.", "the ministry"),
        ("Some 40 soldiers were killed, claimed Colonel Ann Lee on Monday.", "Colonel Ann Lee"),
        ("In all, confirmed the governor, 40 soldiers were killed.", "the governor"),
        ("Some 40 soldiers were killed, estimates the UN.", "the UN"),
        ("Some 40 soldiers were killed, warned the army, and 12 are missing.", "the army"),
        ("At least 40 soldiers were killed, said two officials.", "two officials"),
        ("At least 40 soldiers died, confirmed three witnesses on Monday.", "three witnesses"),
        ("Some 40 soldiers were killed, verified the UN.", "the UN"),
    ],
)
def test_a_subject_after_its_verb_is_the_source(text: str, source: str) -> None:
    assert [one[0] for one in sources(text)] == [source]


@each_row(
    "text",
    [
        "The rebels stormed the town, claimed the headquarters, and killed 40 soldiers.",
        "They published photographs, claims, and maps of the 40 soldiers killed there.",
        "The 40 soldiers killed there, reports of the ministry show, were conscripts.",
        "After 40 soldiers were killed, shows the next day were cancelled.",
    ],
)
def test_a_verb_or_noun_of_another_kind_names_no_source_after_it(text: str) -> None:
    assert not {"the headquarters", "maps", "of the ministry", "the next day"} & {
        str(one[0]) for one in sources(text)
    }


def test_a_denying_verb_denies() -> None:
    for form in (form for verb in ROWS if verb.sense == "deny" for form in verb.forms):
        text = f"The rebels {form} the report that 40 soldiers were killed."
        assert sources(text) == [("The rebels", "denies", form)]
        assert modalities(text) == [("40", "denied")], text


def test_what_a_source_has_not_confirmed_is_unverified() -> None:
    for form in (form for verb in ROWS for form in verb.unverified):
        text = f"The UN could not {form} that 40 soldiers were killed."
        assert sources(text) == [("The UN", "unverified", form)]


def test_a_passive_belief_has_no_source() -> None:
    for form in (form for verb in ROWS for form in verb.passive):
        text = f"Some 40 soldiers are {form} to have been killed."
        assert sources(text) == [(None, "unsourced", form)]


@each_row(
    ("text", "verb"),
    [
        ("The ministry rejected the proposal after 40 soldiers died.", "rejected"),
        ("The ministry called a truce after 40 soldiers died.", "called"),
        ("The ministry found a grave of soldiers.", "found"),
        ("The ministry put out a fire in the barracks.", "put"),
        ("The group claimed responsibility for killing 40 soldiers.", "claimed"),
        ("The minister told guests about the war.", "told"),
        ("The army quoted the price of 40 tanks.", "quoted"),
        ("The ministry expects to win the war.", "expects"),
        ("Soldiers listed as missing and 12 feared dead were found.", "listed"),
    ],
)
def test_a_verb_without_what_it_needs_names_no_source(text: str, verb: str) -> None:
    assert verb not in {cue for _, _, cue in sources(text)}


@pytest.mark.parametrize(
    ("text", "chain"),
    [
        ("Reuters, citing the UN, said 40 soldiers were killed.", ["un", "reuters"]),
        ("Lee quoted the UN as estimating that 40 soldiers were killed.", ["un", "lee"]),
        ("The UN said 40 soldiers were killed, as reported by Reuters.", ["un", "reuters"]),
    ],
)
def test_a_chain_has_the_origin_first(text: str, chain: list[str]) -> None:
    (claim,) = draft(text).briefing()["claims"]
    assert claim["attribution"]["chain"] == chain


def chains(text: str) -> list[list[str]]:
    """Return the chain of each claim, origin first."""
    return [claim["attribution"]["chain"] for claim in draft(text).briefing()["claims"]]


@pytest.mark.parametrize("conjunction", ["while", "but", "whereas"])
def test_a_contrast_separates_two_sources(conjunction: str) -> None:
    text = f"According to the UN 40 soldiers were killed, {conjunction} Kyiv said 12 were killed."
    assert chains(text) == [["un"], ["kyiv"]]


def test_according_to_passes_on_the_other_source_of_the_sentence() -> None:
    assert chains("According to the UN, Kyiv said 40 soldiers were killed.") == [["kyiv", "un"]]
