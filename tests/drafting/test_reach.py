"""What a term of likelihood applies to, levels of confidence, and judgements of one sentence."""

import json

from kursk_tui.drafting import draft
from kursk_tui.formats.json import parse_text
from kursk_tui.model import Claim

REACH = {
    # a clause that another one precedes or follows
    "Although a breakthrough is unlikely, the army has sent 3,000 soldiers to Holm.": [
        "a breakthrough is unlikely"
    ],
    "Because rain is highly likely, 40 families have left.": ["rain is highly likely"],
    "If a raid is likely, the brigade will move its 300 soldiers.": ["a raid is likely"],
    "Although it has lost 300 men, the army is likely to stay.": ["the army is likely to stay"],
    "It is likely the town has fallen, though the bridge almost certainly stands.": [
        "the town has fallen",
        "the bridge almost certainly stands",
    ],
    "It was unlikely any of the 12 sailors had survived, though divers went on.": [
        "any of the 12 sailors had survived"
    ],
    "A storm is a realistic possibility, whereas a flood is unlikely.": [
        "A storm is a realistic possibility",
        "a flood is unlikely",
    ],
    "The army left Holm after the depot had probably burned.": ["the depot had probably burned"],
    "The guards, who are probably recruits, killed 12 people.": ["who are probably recruits"],
    "Rebels who probably came from Arda killed 12 people.": ["Rebels who probably came from Arda"],
    "Since the truce is unlikely to last, 300 people have fled.": ["the truce is unlikely to last"],
    "With 300 dead, the brigade is unlikely to attack.": ["the brigade is unlikely to attack"],
    "The regime, which has lost 300 men, will probably fall.": ["fall"],
    "The regime, which is weak, will probably fall.": [
        "The regime, which is weak, will probably fall"
    ],
    "The regime, although weak, will probably hold.": [
        "The regime, although weak, will probably hold"
    ],
    "A truce is unlikely given that 300 people have died.": ["A truce is unlikely"],
    "Rains will likely go on until June, when 300 families return.": [
        "Rains will likely go on until June"
    ],
    "The blast killed 12 people and was probably an accident.": ["was probably an accident"],
    # a term in the subject
    "The finding that the order probably came from above suggests the leader may be ill.": [
        "the order probably came from above"
    ],
    "The claim that the fleet is unlikely to return has hurt the port.": [
        "the fleet is unlikely to return"
    ],
    "The report that the dam has probably failed is false.": ["the dam has probably failed"],
    # another proposition
    'The bureau has probably lost a third of its staff and its plan "has stalled", the ministry '
    "said.": ["The bureau has probably lost a third of its staff"],
    "The ministry said that the fleet is unlikely to return and that 40 men drowned.": [
        "the fleet is unlikely to return"
    ],
    "It is likely that the army, although weak, will attack, but the militia will not.": [
        "the army, although weak, will attack"
    ],
    # one proposition
    "The raid probably killed 12 people and wounded 20.": [
        "The raid probably killed 12 people and wounded 20"
    ],
    "Some 600 troops have likely been killed or wounded in Arda.": [
        "Some 600 troops have likely been killed or wounded in Arda"
    ],
    "There is a realistic possibility that the crew ignored a warning issued at 16:20.": [
        "the crew ignored a warning issued at 16:20"
    ],
    "The mayor said the “special force” had probably left Arda at 6:30.": [
        "the “special force” had probably left Arda at 6:30"
    ],
    # a reason, an insertion or a quotation mark
    "Actual figures are likely higher, as several towns cannot be reached.": [
        "Actual figures are likely higher"
    ],
    "The toll is likely to rise, since 40 people are missing.": ["The toll is likely to rise"],
    "Rain may fall, and aid, which is limited to one road, will probably be cut.": [
        "aid, which is limited to one road, will probably be cut"
    ],
    "She said it was “highly likely” that the guards had helped.": ["the guards had helped"],
    "It is, he added, “highly unlikely” that the school will open.": ["the school will open"],
    "There is a realistic possibility of talks in Tunis, the staff notes, citing two envoys.": [
        "talks in Tunis"
    ],
    "If the rain goes on, the dam is likely to fail.": ["the dam is likely to fail"],
    "Although it is unlikely that the town will fall, its people flee.": ["the town will fall"],
    "We judge it highly likely that the group did it, given its threats.": ["the group did it"],
    "Rescuers said it was unlikely anyone had survived.": ["anyone had survived"],
    # the speaker is outside
    "It is highly unlikely that they survived, the coast guard said on Monday.": ["they survived"],
    "According to the UN, which monitors it, the dam will probably fail.": [
        "the dam will probably fail"
    ],
    "On the ministry's figures the toll will probably pass 40.": ["the toll will probably pass 40"],
    "Ann Berg, a nurse who has worked there for years, said the figure would probably rise.": [
        "the figure would probably rise"
    ],
    "The junta has probably lost 400 men, analysts assess with low confidence.": [
        "The junta has probably lost 400 men"
    ],
    "The UN said on Monday the dam had probably failed.": ["on Monday the dam had probably failed"],
}

LEVELS = {
    "We assess with moderate-to-high confidence that the halt was real.": (
        None,
        ["“moderate-to-high confidence” is not a level of the scale."],
        ["level not on the scale"],
    ),
    "The UN assesses with low to moderate confidence that 12 died.": (
        None,
        ["“low to moderate confidence” is not a level of the scale."],
        ["level not on the scale"],
    ),
    "The UN assesses with moderate confidence that 12 died.": ("moderate", [], []),
    'A "high confidence" judgment is not a fact.': (None, [], []),
    "A high confidence assessment does not mean that 12 died.": (None, [], []),
    "“Low confidence” findings rest on 12 reports.": (None, [], []),
    "The UN made a “high confidence” judgment that 12 died.": (
        "high",
        [],
        ["inside a quotation"],
    ),
    "The UN has high confidence in one estimate or low confidence in all.": (
        "high",
        ["Another level in the sentence: “low confidence”."],
        ["two levels of confidence"] * 2,
    ),
}

JUDGEMENTS = {
    "We judge with high confidence that it fell; we assess with moderate confidence that 9 died.": [
        ("We judge with high confidence that it fell", "high", "wire"),
        ("we assess with moderate confidence that 9 died.", "moderate", "wire"),
    ],
    "The UN assesses with high confidence that 12 died and with low confidence that nine fled.": [
        ("The UN assesses with high confidence that 12 died", "high", "un"),
        ("and with low confidence that nine fled.", "low", "un"),
    ],
    "The UN said the dam has probably failed; the bridge is likely to fall.": [
        ("The UN said the dam has probably failed", None, "un"),
        ("the bridge is likely to fall.", None, "un"),
    ],
    "The dam has probably failed; the bridge is likely to fall, the UN said.": [
        ("The dam has probably failed", None, "un"),
        ("the bridge is likely to fall, the UN said.", None, "un"),
    ],
    "The dam has probably failed and the bridge is likely to fall.": [
        ("The dam has probably failed and the bridge is likely to fall.", None, "")
    ],
    "The dam has probably failed; 12 people are missing.": [
        ("The dam has probably failed; 12 people are missing.", None, "")
    ],
}


def claims(text: str) -> tuple[Claim, ...]:
    """Return the claims of a draft that is a valid briefing."""
    return parse_text(json.dumps(draft(text, publisher="Wire").briefing()), "draft").claims


def test_a_term_applies_to_its_own_clause() -> None:
    found = {
        text: [one.scope.exact for claim in claims(text) for one in claim.likelihoods if one.scope]
        for text in REACH
    }
    assert {text: one for text, one in found.items() if one != REACH[text]} == {}


def test_a_level_of_confidence_is_on_the_scale_or_kept_as_words() -> None:
    wrong = {}
    for text, right in LEVELS.items():
        (claim,) = claims(text)
        items = claim.review.items if claim.review else ()
        flags = [flag for one in items if one.kind == "confidence" for flag in one.flags]
        found = (claim.confidence, list(claim.notes), flags)
        if found != right:
            wrong[text] = found
    assert wrong == {}


def test_judgements_with_levels_of_their_own_are_two_claims() -> None:
    found = {
        text: [
            (one.evidence.exact, one.confidence, " ".join(one.attribution.chain))
            for one in claims(text)
        ]
        for text in JUDGEMENTS
    }
    assert {text: one for text, one in found.items() if one != JUDGEMENTS[text]} == {}
