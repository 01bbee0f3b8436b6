"""A review that decides on whole claims, and corrects their items in an editor.

The keys in the editor are counted, not pressed: the characters typed or deleted without the
indentation, FIND for each place that changes, and LEAVE for each time that the file is opened.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from difflib import SequenceMatcher

from benchmarks.drafts import Reading
from benchmarks.load.checked import Checked, check, needed_sources, with_claim
from benchmarks.load.session import Session, written

FIND = 6
"""The keys to find a place in the file: `/`, four letters and Enter."""

LEAVE = 4
"""The keys to save the file and leave the editor: `:wq` and Enter."""


def review(session: Session, reading: Reading) -> None:
    """Review a draft to the end: correct each wrong claim in the editor, then decide on it."""
    for claim in [one["id"] for one in reading.claims]:
        checked = current(session, reading, claim)
        if checked.wrong and not checked.is_none:
            correct(session, reading, checked)
        decide(session, checked)
    finish(session)


def current(session: Session, reading: Reading, claim: str) -> Checked:
    """Return a claim as the file states it now."""
    claims = check(replace(reading, file=session.file()))
    return next(one for one in claims if one.claim["id"] == claim)


def correct(session: Session, reading: Reading, checked: Checked) -> None:
    """Put a claim right in the editor."""
    file = session.file()
    right = checked.corrected(reading.sample.text)
    sources = needed_sources(replace(reading, file=file), right)
    after = written(with_claim(file, right, sources))
    session.edited.write_text(after, "utf-8")
    session.press("E")
    session.type(typed(written(file), after) + LEAVE)


def decide(session: Session, checked: Checked) -> None:
    """Accept a claim, or reject one that is none."""
    session.press("d" if checked.is_none else "a")
    if not session.decided(checked.claim["id"]):
        raise RuntimeError(f"{checked.claim['id']} is not decided:\n{session.screen()}")


def finish(session: Session) -> None:
    """Make the draft final."""
    session.press("FF")
    if not session.ends():
        raise RuntimeError(f"the draft is not final:\n{session.screen()}")


def typed(before: str, after: str) -> int:
    """Return the keys that change a text: characters, and finding each place."""
    return sum(FIND + _characters(*lines) for lines in _places(before, after))


def _places(before: str, after: str) -> Iterator[tuple[str, str]]:
    """Yield the lines that differ, without indentation, which editors type by themselves."""
    old, new = _lines(before), _lines(after)
    for kind, start, end, other, last in SequenceMatcher(None, old, new, False).get_opcodes():
        if kind != "equal":
            yield "".join(old[start:end]), "".join(new[other:last])


def _lines(text: str) -> Sequence[str]:
    return [line.lstrip() for line in text.splitlines(keepends=True)]


def _characters(before: str, after: str) -> int:
    codes = SequenceMatcher(None, before, after, False).get_opcodes()
    return sum(
        end - start + last - other for kind, start, end, other, last in codes if kind != "equal"
    )
