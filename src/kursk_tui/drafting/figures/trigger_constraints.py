"""Whether a word may say what happened to those whom a number counts."""

from kursk_tui.drafting.figures.counted_noun import NATIONS, Counted
from kursk_tui.drafting.sentence import Hit, Reading
from kursk_tui.english.function_words import HAVE, is_adverb

_NO_FORCE = frozenset(
    {
        *("people", "persons", "civilians", "women", "children", "residents", "villagers"),
        *("citizens", "families", "migrants", "patients", "passengers", "students", "journalists"),
        *("tourists", "survivors", "pilgrims", "workers"),
    }
)
"""Those who arrive, but are sent by nobody."""

_LIST = 9
_HARM = frozenset({"killed", "wounded"})
_FORCES = frozenset(
    {
        *("army", "navy", "brigade", "division", "regiment", "battalion", "corps", "militia"),
        *("garrison", "insurgency", "battalions", "brigades", "divisions"),
    }
)


def usable(hit: Hit, noun: Counted, reading: Reading) -> bool:
    """Whether the word may count this: only people are captured, sent or lost."""
    if hit.measure == "deployed" and hit.trigger.use == "befall" and noun.noun >= 0:
        if reading.lower(noun.noun) in _NO_FORCE:
            return False
        if reading.lower(hit.first) == "crossed" and not noun.military:
            return noun.rule == "figure/nationality"
    if not hit.trigger.people_only or noun.kind == "people":
        return True
    if hit.trigger.use == "befall" and reading.lower(hit.last) == "in":
        return noun.kind == "bare" and (reading.quantities[-1].number.value or 0) >= 100
    if hit.trigger.entry.id == "lose" and hit.side == "right":
        scored = reading.lower(noun.end + 1) in ("to", "-", "–")
        return noun.kind == "bare" and not scored and _fights(reading, hit.first - 1)
    if hit.side == "right" and noun.kind == "bare" and _goes_on(reading, hit):
        return True
    stands = hit.finite or hit.first == noun.end + 1
    return noun.kind == "bare" and hit.side in ("left", "beside", "noun") and stands


def _goes_on(reading: Reading, hit: Hit) -> bool:
    """Whether a verb is one of several done to people: "killed 28, wounded 14 and captured 5"."""
    if hit.measure != "captured" or hit.last + 1 not in reading.quantity_at:
        return False
    near = (reading.hit_at.get(at) for at in range(hit.first - 1, hit.first - _LIST, -1))
    return any(one and one.side == "right" and one.measure in _HARM for one in near)


def _fights(reading: Reading, at: int) -> bool:
    """Whether the subject that ends here is an army or a people: "the French had lost"."""
    while reading.lower(at) in HAVE or is_adverb(reading.lower(at)):
        at -= 1
    if at < 0:
        return False
    token = reading.tokens[at]
    if token.lower in _FORCES or reading.words.people.ending(reading.tokens, at):
        return True
    people = token.capital and reading.lower(at - 1) == "the"
    return people and token.lower.endswith(NATIONS)
