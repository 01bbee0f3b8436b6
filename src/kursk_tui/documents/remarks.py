"""Remarks that files of several kinds share: what is taken from a file, and what is left out."""

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from kursk_tui.text.messages import plural, shortened

_LONGEST = 80


class Remark(NamedTuple):
    """A sentence about what the text leaves out; `{}` stands for the count with its noun."""

    kind: str
    noun: str
    nouns: str
    sentence: str


HIDDEN = Remark("hidden", "hidden word", "hidden words", "{} {is} left out.")
STRUCK = Remark("struck", "word", "words", "{} struck through {is} left out.")


def counted(remarks: Iterable[Remark], counts: Counter[str]) -> Iterator[str]:
    """Yield each remark on a kind of which there are any, with the count."""
    for remark in remarks:
        if count := counts[remark.kind]:
            number = plural(count, remark.noun, remark.nouns)
            yield remark.sentence.replace("{is}", "is" if count == 1 else "are").format(number)


def remarks_on_facts(
    where: str,
    *,
    title: str | None = None,
    publisher: str | None = None,
    url: str | None = None,
    made: str | None = None,
) -> Iterator[str]:
    """Yield what is taken from a place in a file, and the day on which the file was made.

    That day is not the date of the document, which has a remark of its own.
    """
    stated = {"title": title, "publisher": publisher, "address": url}
    facts = {name: text for name, text in stated.items() if text}
    if facts:
        quotes = [f"the {name} “{shortened(text, _LONGEST)}”" for name, text in facts.items()]
        verb = "is" if len(facts) == 1 else "are"
        options = [name for name in facts if name != "address"]
        changes = _changes(options, those=len(options) == len(facts))
        yield f"T{_listed(quotes)[1:]} {verb} from {where}{changes}."
    if made:
        yield (
            f"The file was made on {made}, its properties say; that is not taken as the date of "
            "the document."
        )


def _changes(options: list[str], *, those: bool) -> str:
    """Return which options change what is taken; `those` means that they change all of it."""
    if not options:
        return ""
    verb, pronoun = ("changes", "it") if len(options) == 1 else ("change", "them")
    what = pronoun if those else _listed([f"the {name}" for name in options])
    named = _listed([f"--{name}" for name in options])
    return f"; {named} {verb} {what}"


def _listed(words: list[str]) -> str:
    return " and ".join(filter(None, (", ".join(words[:-1]), words[-1])))
