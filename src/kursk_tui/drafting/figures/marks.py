"""Marks on figures: preliminary numbers, and qualifiers that may reach the next number too."""

from kursk_tui.drafting.figures.case import Case
from kursk_tui.drafting.sentence import Sentence
from kursk_tui.english.function_words import BE
from kursk_tui.english.lexicon import word_set
from kursk_tui.english.qualifiers import Quantity

_PRELIMINARY = word_set("drafting", "preliminary", "words")
_COUNTS = word_set("drafting", "preliminary", "counts")
_PREDICATES = word_set("drafting", "preliminary", "predicates")
_BREAKS = frozenset({";", "but", "while", "that", "—", ":"})
_ROUND = 10
_NEAR = 12


def is_preliminary(sentence: Sentence) -> bool:
    """Return whether a sentence calls its numbers preliminary: "citing preliminary data"."""
    for at in range(len(sentence.tokens)):
        word, following = sentence.lower(at), sentence.row(at + 1, at + 3)
        if word in _PRELIMINARY and _COUNTS & set(following):
            return True
        if word in _PREDICATES and sentence.lower(at - 1) in BE:
            return True
    return False


def note_shared_qualifiers(sentence: Sentence, cases: list[Case]) -> None:
    """Flag round numbers to which "around" before the last number may belong as well.

    In "around 300 died, 2,700 were wounded" the text does not say whether it does.
    """
    about: Quantity | None = None
    for case in cases:
        quantity = case.quantity
        if case.found is None or case.reason is not None:
            continue
        if quantity.qualifier == "about":
            about = quantity if quantity.first < quantity.number.first else None
            continue
        if about is not None and _may_share(sentence, about, quantity):
            word = " ".join(sentence.row(about.first, about.number.first))
            case.flags += (f"“{word}” may apply",)
        else:
            about = None


def _may_share(sentence: Sentence, about: Quantity, quantity: Quantity) -> bool:
    value = quantity.number.value
    plain = quantity.qualifier == "exactly" and quantity.first == quantity.number.first
    if not plain or value is None or value < _ROUND or value % _ROUND:
        return False
    between = sentence.row(about.last + 1, quantity.first)
    return len(between) <= _NEAR and not _BREAKS & set(between)
