"""Compare two versions of one claim: its words, attribution, figures, likelihoods and dates."""

from collections.abc import Iterator

from kursk_tui.diffing.attributions import attribution_changes
from kursk_tui.diffing.change import NOT_STATED, Change, by_order, replaced
from kursk_tui.diffing.figures import figure_changes
from kursk_tui.diffing.gravity import Gravity
from kursk_tui.diffing.likelihoods import likelihood_changes
from kursk_tui.model import Briefing, Claim, When
from kursk_tui.vocabulary import ClaimKind
from kursk_tui.wording import phrases
from kursk_tui.wording.phrases import quoted


def claim_changes(old: Claim, new: Claim, before: Briefing, after: Briefing) -> Iterator[Change]:
    """Yield every change of a claim from one version of its briefing to the next.

    A difference without a specific kind is reported as "other".
    """
    found = list(_described(old, new, before, after))
    yield from found
    for name, kind in _KIND_PREFIXES.items():
        if getattr(old, name) != getattr(new, name) and not any(
            one.what.startswith(kind) for one in found
        ):
            yield _other(name, f"details of “{name}” changed")
    if _place(old) != _place(new) or _moved(old, new, before, after):
        yield _other("position", "the position in the document changed")


_KIND_PREFIXES = {
    "attribution": "attribution",
    "figures": "figure",
    "likelihoods": "likelihood",
    "when": "dates",
}
"""The fields of a claim with details of their own, and the prefix of the kinds of their changes."""


def _place(claim: Claim) -> tuple[object, ...]:
    """Return what can be compared of a claim's position between versions of a text."""
    evidence = claim.evidence
    return claim.document, evidence.prefix, evidence.suffix, evidence.note


def _moved(old: Claim, new: Claim, before: Briefing, after: Briefing) -> bool:
    if old.evidence.start == new.evidence.start:
        return False  # comparing two long texts for each claim would take minutes
    texts = (
        before.document_by_id[old.document].text,
        after.document_by_id[new.document].text,
    )
    return texts[0] == texts[1]


def _other(field: str, message: str) -> Change:
    return replaced("other", Gravity.OTHER, field, (None, None), message=message, effect=message)


def _described(old: Claim, new: Claim, before: Briefing, after: Briefing) -> Iterator[Change]:
    if old.id != new.id:
        message = f"id: “{old.id}” became “{new.id}”"
        ids = old.id, new.id
        yield replaced("claim-renamed", Gravity.OTHER, "id", ids, message=message)
    figures = list(figure_changes(old, new))
    likelihoods = list(likelihood_changes(old, new))
    stated = [one for one in (*figures, *likelihoods) if one.gravity is not Gravity.OTHER]
    yield from _rewording(old, new, stated)
    if old.kind != new.kind:
        kinds = old.kind, new.kind
        effect = f"{_KINDS[old.kind]} before, {_KINDS[new.kind]} now"
        yield replaced("kind", Gravity.KIND, "kind of claim", kinds, effect=effect)
    yield from attribution_changes(old, new, before, after)
    yield from figures
    yield from likelihoods
    yield from _gradings(old, new)
    dates = _dates(old), _dates(new)
    if dates[0] != dates[1]:
        yield replaced("dates", Gravity.DATES, "dates", dates)
    yield from _relations(old, new, before, after)
    if old.summary != new.summary:
        yield replaced("summary", Gravity.OTHER, "summary", (old.summary, new.summary))
    for name in ("notes", "external", "review"):
        if getattr(old, name) != getattr(new, name):
            yield _other(name, f"“{name}” changed")


def _relations(old: Claim, new: Claim, before: Briefing, after: Briefing) -> Iterator[Change]:
    """Yield what the claim no longer says of other statements, and what it says of them now."""
    gone, said = (
        [phrases.statement_relation(relation, briefing) for relation in claim.relations]
        for claim, briefing in ((old, before), (new, after))
    )
    if gone != said:
        values = " and ".join(gone) or NOT_STATED, " and ".join(said) or NOT_STATED
        yield replaced("relations", Gravity.ATTRIBUTION, "relation to other statements", values)


_KINDS: dict[ClaimKind, str] = {
    "reported": "reported as fact",
    "judgement": "an assessment",
    "context": "background",
}


def _rewording(old: Claim, new: Claim, others: list[Change]) -> Iterator[Change]:
    before, after = _exact(old), _exact(new)
    if before == after:
        return
    message = f"words: {quoted(before)} became {quoted(after)}"
    values = quoted(before), quoted(after)
    gravity, effect = Gravity.REWORDED, ""
    if _with_changes(before, others) == after:
        gravity, effect = Gravity.OTHER, "only the words of the changes above"
    yield Change("reworded", *values, message, gravity, "words", before, after, effect)


def _with_changes(text: str, changes: list[Change]) -> str | None:
    """Return a text with the words of each change replaced; None if it can't be done for sure."""
    for change in changes:
        old, new = change.old_words, change.new_words
        if old is None or new is None or text.count(old) != 1:
            return None
        text = text.replace(old, new)
    return text if changes else None


_CONFIDENCE = {"low": 0, "moderate": 1, "high": 2}
_NOT_JUDGED = 6
"""The grade of credibility that is not below the others: its truth cannot be judged."""


def _gradings(old: Claim, new: Claim) -> Iterator[Change]:
    if old.confidence != new.confidence:
        direction = None
        if old.confidence and new.confidence:
            direction = by_order(_CONFIDENCE[old.confidence], _CONFIDENCE[new.confidence])
        values = old.confidence or NOT_STATED, new.confidence or NOT_STATED
        message = f"analytic confidence: {values[0]} became {values[1]}"
        yield replaced(
            "confidence",
            Gravity.GRADING,
            "analytic confidence",
            values,
            message=message,
            direction=direction,
        )
    grades = old.credibility, new.credibility
    if grades[0] != grades[1]:
        direction = None
        if grades[0] and grades[1] and _NOT_JUDGED not in grades:
            direction = by_order(-grades[0], -grades[1])  # 1 is the best grade
        values = str(grades[0] or NOT_STATED), str(grades[1] or NOT_STATED)
        yield replaced("credibility", Gravity.GRADING, "credibility", values, direction=direction)


def _exact(claim: Claim) -> str:
    return " ".join(claim.evidence.exact.split())


def _dates(claim: Claim) -> str:
    return ", ".join(sorted(map(_date, claim.when))) or NOT_STATED


def _date(when: When) -> str:
    if when.placed:
        return f"{phrases.date(when.placed)} ({when.role})"
    bound = f", {phrases.bound(when.bound)}" if when.bound else ""
    return f"{quoted(when.words or '')} ({when.role}{bound})"
