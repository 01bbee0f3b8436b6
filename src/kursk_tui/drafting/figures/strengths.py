"""Strengths of forces: "the garrison grew to 3,000", "the rebels number 8,000"."""

from kursk_tui.drafting.figures.counted_noun import Counted
from kursk_tui.drafting.figures.resolved_measure import ResolvedMeasure
from kursk_tui.drafting.sentence import Sentence
from kursk_tui.english.function_words import AUXILIARIES, BE, RELATIVES, SUBORDINATORS, is_adverb
from kursk_tui.english.lexicon import word_set
from kursk_tui.english.qualifiers import Quantity
from kursk_tui.english.tokens import Phrases

_RAISING = word_set("drafting", "strengths", "raising")
_JOINING = word_set("drafting", "strengths", "joining")
_SHRINKING = word_set("drafting", "strengths", "shrinking")
_FORCES = word_set("drafting", "strengths", "forces")
_GROUPS = word_set("drafting", "strengths", "groups")
_NUMBERING = word_set("drafting", "strengths", "numbering")
_HAVING = word_set("drafting", "strengths", "having")
_STRENGTH = frozenset({"strength", "strengths"})
_GROUNDS = word_set("drafting", "figures", "grounds")
_LEADERS = word_set("drafting", "strengths", "leaders")
_ADVANCING = word_set("drafting", "strengths", "advancing")
_UNDERTAKINGS = word_set("drafting", "strengths", "undertakings")
_PLANNED = word_set("drafting", "strengths", "planned")
_STANDING = frozenset({"stood", "stands", "is", "was", "remains", "remained"})
_STATING = word_set("drafting", "strengths", "stating")
_MEN = frozenset({"men", "people", "personnel"})
_AT_HAND = Phrases((word, None) for word in sorted(word_set("drafting", "strengths", "at_hand")))
_IN_ARMS = Phrases((one, None) for one in ("under arms", "in the field", "fit for duty"))
_BODIES = frozenset({"garrison", "force", "contingent", "strength", "detachment", "presence"})
"""Forces whose men a number without a noun counts."""

_BESIDE_VERB = frozenset({"now", "to", "may", "could", "at", "present", "which", ",", "did"})
_ASIDE = frozenset({"something", "somewhere", "anything", "“", '"', "‘"})
_COMPOUND = ["-", "strong"]
_LONGEST = 12
"""The most words between a force and the number of its men."""

_CLOSE = 7
"""The most words between a force and a number without a noun."""

_LEAST = 100
"""The least number of men without another word that is taken for the strength of a force."""


def of_force(sentence: Sentence, quantity: Quantity, noun: Counted) -> ResolvedMeasure | None:
    """Return the measure of a number that is the strength of a force, or None."""
    if noun.kind not in ("people", "bare"):
        return _strong(sentence, quantity)
    found = _strong(sentence, quantity) or _by_noun(sentence, quantity, noun)
    found = found or _by_number(sentence, quantity, noun) or _by_strength(sentence, quantity, noun)
    found = found or _grown(sentence, quantity, noun) or _had(sentence, quantity, noun)
    return found or _left_of(sentence, quantity, noun)


def _deployed() -> ResolvedMeasure:
    return ResolvedMeasure("deployed", "figure/strength", "clause", "verb")


def _are_soldiers(sentence: Sentence, noun: Counted) -> bool:
    return noun.military or (noun.noun >= 0 and sentence.lower(noun.noun) in _MEN)


def _is_large(quantity: Quantity) -> bool:
    return (quantity.number.value or 0) >= _LEAST


def _strong(sentence: Sentence, quantity: Quantity) -> ResolvedMeasure | None:
    """Read "a 700-strong garrison", "the mission, 1,100 soldiers strong, is"."""
    at = quantity.last + 1
    if sentence.row(at, at + 2) == _COMPOUND:
        force = {*sentence.row(at + 2, at + 6)} & _FORCES
        return _deployed() if force else None
    people = sentence.words.people.starting(sentence.tokens, at)
    at += people[0] if people else 0
    return _deployed() if sentence.lower(at) == "strong" and _is_large(quantity) else None


def _by_noun(sentence: Sentence, quantity: Quantity, noun: Counted) -> ResolvedMeasure | None:
    """Read "a force of 2,500 men", "a garrison of 3,000"."""
    of = quantity.first - 1
    if sentence.lower(of) == "by" and sentence.lower(of - 1) in _UNDERTAKINGS:
        return _deployed() if noun.kind == "people" and _are_soldiers(sentence, noun) else None
    if sentence.lower(of) == "by" and not _JOINING.isdisjoint(sentence.row(of - _CLOSE, of)):
        police = noun.noun >= 0 and sentence.lower(noun.noun) == "police"
        return _deployed() if police or _are_soldiers(sentence, noun) else None
    if sentence.lower(of) != "of" or sentence.lower(of - 1) not in _FORCES:
        return None
    if sentence.lower(of - 2) in _PLANNED:
        return None
    if noun.kind == "bare":
        return _deployed() if _is_large(quantity) else None
    return _deployed() if _are_soldiers(sentence, noun) else None


def _by_number(sentence: Sentence, quantity: Quantity, noun: Counted) -> ResolvedMeasure | None:
    """Read "the rebels number 8,000", "the garrison numbered about 4,000 men"."""
    verb = quantity.first - 1
    bound = sentence.words.qualifying_verbs.ending(sentence.tokens, verb)  # did not exceed
    if sentence.lower(verb) not in _NUMBERING and bound is None:
        return None
    at = verb - (bound[0] if bound else 1)
    while is_adverb(sentence.lower(at)) or sentence.lower(at) in _BESIDE_VERB:
        at -= 1
    if not any(_is_force(sentence, back) for back in range(at, max(-1, at - _CLOSE), -1)):
        return None
    if noun.kind != "bare" and not _are_soldiers(sentence, noun):
        return None
    return _deployed()._replace(side="noun" if bound else "verb")


def _is_force(sentence: Sentence, at: int) -> bool:
    people = sentence.words.people.ending(sentence.tokens, at)
    soldiers = people is not None and people[1].group == "military"
    return soldiers or sentence.lower(at) in _FORCES | _GROUPS


def _by_strength(sentence: Sentence, quantity: Quantity, noun: Counted) -> ResolvedMeasure | None:
    """Read "the rebels, whose strength the staff put in May at 8,000"."""
    if noun.kind == "people" and not _are_soldiers(sentence, noun):
        return None
    before = quantity.first - 1
    while sentence.lower(before) in _ASIDE:  # at “something between 150 and 200”
        before -= 1
    if sentence.lower(before) not in ("at", "to", "of", "was", "is", "about"):
        return None
    stated = False
    for back in range(before, max(-1, quantity.first - _LONGEST), -1):
        word = sentence.lower(back)
        if stated and word in _FORCES and _leads_to(sentence, back + 1, noun):
            return _deployed() if _is_large(quantity) else None
        if word in _STRENGTH and sentence.lower(back - 1) in _PLANNED:
            return None
        if word in _STRENGTH:
            named = sentence.lower(back + 1) == "of" and sentence.lower(back + 2) in ("the", "its")
            stated = stated or quantity.first - back <= 2 or named
            return _deployed() if stated and _is_large(quantity) else None
        if back in sentence.trigger_at or word in (",", ";", ":"):
            return None
        stated = stated or word in _STATING or word in _RAISING
    return None


def _names_force(sentence: Sentence, at: int) -> bool:
    """Return whether "with" follows a force or its advance: "marched on Holm with 8,000 men"."""
    near = sentence.row(at - _LONGEST // 2, at)
    return sentence.lower(at) == "with" and not (_FORCES | _ADVANCING).isdisjoint(near)


def _leads_to(sentence: Sentence, at: int, noun: Counted) -> bool:
    """Read "a garrison which they put at 8,700", "the component stood at 870 personnel"."""
    word = sentence.lower(at)
    if word in ("which", "that", "whom"):
        return True
    return noun.kind == "people" and word in _STANDING


def _grown(sentence: Sentence, quantity: Quantity, noun: Counted) -> ResolvedMeasure | None:
    """Read "brings the force there to 9,500 men", "the garrison grew to 3,000 soldiers"."""
    ranged = sentence.lower(quantity.first - 1) == "from" and _is_from_to(sentence, quantity)
    if not (ranged or sentence.lower(quantity.first - 1) == "to"):
        return None
    if not _may_be_soldiers(sentence, quantity, noun):
        return None
    if noun.kind == "bare" and not _is_large(quantity):
        return None
    force = raised = False
    for back in range(quantity.first - 2, max(-1, quantity.first - _LONGEST), -1):
        word = sentence.lower(back)
        if back in sentence.trigger_at and sentence.trigger_at[back].measure != "deployed":
            return None
        if (
            word in SUBORDINATORS
            or (back in sentence.quantity_at and sentence.lower(back - 1) != "from")
            or not sentence.tokens[back].is_word
        ):
            break
        force = force or word in _FORCES
        raised = raised or word in _RAISING
    return _deployed() if force and raised else None


def _left_of(sentence: Sentence, quantity: Quantity, noun: Counted) -> ResolvedMeasure | None:
    """Read "the brigade, which had 3,100 men, is down to 1,900"."""
    at = quantity.first - 2
    if noun.kind != "bare" or sentence.lower(at + 1) != "to" or not _is_large(quantity):
        return None
    if sentence.lower(at) not in _RAISING | _SHRINKING:
        return None
    at -= 1
    while sentence.lower(at) in AUXILIARIES or is_adverb(sentence.lower(at)):
        at -= 1
    if sentence.lower(at) == ",":
        opening = [back for back in range(at) if sentence.lower(back) == ","]
        related = [back for back in opening if sentence.lower(back + 1) in RELATIVES]
        at = related[-1] - 1 if related else at
    return _deployed() if at >= 0 and sentence.lower(at) in _FORCES else None


def _is_from_to(sentence: Sentence, quantity: Quantity) -> bool:
    """Return whether a number is the lower of two: "from 3,000 to 4,500"."""
    to = quantity.last + 1
    return sentence.lower(to) == "to" and to + 1 in sentence.quantity_at


def _may_be_soldiers(sentence: Sentence, quantity: Quantity, noun: Counted) -> bool:
    if noun.kind == "bare":  # brought the number of troops to 12,000, the garrison to 2,000
        row = sentence.row(max(0, quantity.first - _LONGEST), quantity.first)
        number = "number" in row and not {*row}.isdisjoint({"troops", "soldiers"})
        return number or not _BODIES.isdisjoint(row[-_CLOSE:])
    return _are_soldiers(sentence, noun)


def _had(sentence: Sentence, quantity: Quantity, noun: Counted) -> ResolvedMeasure | None:
    """Read, as a guess, "the commander had 16,000 men on the front"."""
    if noun.kind != "people" or not _are_soldiers(sentence, noun) or not _is_large(quantity):
        return None
    if _IN_ARMS.starting(sentence.tokens, noun.end + 1):
        return _deployed()
    has = quantity.first - 1
    hand = _AT_HAND.ending(sentence.tokens, has)
    has -= hand[0] if hand else 0
    if sentence.lower(has) not in _HAVING:
        return None
    if hand or _AT_HAND.starting(sentence.tokens, noun.end + 1):
        return _deployed()
    if _names_force(sentence, has) or sentence.lower(has) in ("keeps", "kept", "keep"):
        return _deployed()._replace(tier="guess")
    row = sentence.row(noun.end + 1, noun.end + _CLOSE)
    if has == 0 and sentence.lower(0) == "with" and not _ADVANCING.isdisjoint(row):
        return _deployed()._replace(tier="guess")  # with 30,000 men Soult faced Moore
    has -= 1
    if sentence.lower(has) in RELATIVES:  # the garrison, which had 3,100 men
        has -= 1 + (sentence.lower(has - 1) == ",")
        return _deployed() if _is_force(sentence, has) else None
    while is_adverb(sentence.lower(has)) or sentence.lower(has) in BE | {"to", "believed", "said"}:
        has -= 1
    people = sentence.words.people.ending(sentence.tokens, has)
    force = sentence.lower(has) in _FORCES | _GROUPS | _LEADERS or (
        people and people[1].group == "military"
    )
    at_front = sentence.row(noun.end + 1, noun.end + 3) == ["on", "the"]
    if force or (at_front and sentence.lower(noun.end + 3) in _GROUNDS):
        return _deployed()._replace(tier="guess")
    return None
