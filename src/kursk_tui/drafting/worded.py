"""What is said in words alone: "significant casualties", "so far", "since the Korean War"."""

from kursk_tui.drafting.findings import Findings, Worded
from kursk_tui.drafting.sentence import Reading

_ANCHORS = frozenset({"since", "until", "before", "after", "during"})
_LONGEST = 7


def wordings(reading: Reading, findings: Findings) -> None:
    """Keep the words of a sentence that state an amount or a time without a number."""
    for at in range(len(reading.tokens)):
        _amount(reading, at, findings)
        if not reading.taken[at]:
            _time(reading, at, findings)
            _event(reading, at, findings)


def _amount(reading: Reading, at: int, findings: Findings) -> None:
    """Significant casualties, heavy combat losses: a figure without a number."""
    found = reading.words.amounts_in_words.starting(reading.tokens, at)
    if found is None:
        return
    for ahead in range(at + 1, min(at + 4, len(reading.tokens))):
        hit = reading.hit_at.get(ahead)
        if hit is not None and hit.side == "noun" and hit.measure != "none":
            start, end = reading.span(at, hit.last)
            value = {"measure": hit.measure}
            findings.worded.append(Worded("figure", start, end, value, found[1].rule))
            findings.reject(start, end, "an amount in words, without a number: kept as words")
            return
        if not reading.tokens[ahead].is_word or reading.lower(ahead) in ("of", "and", "number"):
            return


def _time(reading: Reading, at: int, findings: Findings) -> None:
    found = reading.words.times_in_words.starting(reading.tokens, at)
    if found is not None and reading.lower(at - 1) != "until":
        _keep(reading, at, at + found[0] - 1, str(found[1].fields["role"]), found[1].rule, findings)


def _event(reading: Reading, at: int, findings: Findings) -> None:
    """Since the Korean War: the text gives no date for it, so there is none."""
    if reading.lower(at) not in _ANCHORS:
        return
    first = at + 2 if reading.lower(at + 1) == "the" else at + 1
    for ahead in range(first, min(at + _LONGEST, len(reading.tokens))):
        token = reading.tokens[ahead]
        if token.lower in reading.words.events and (token.capital or ahead > first):
            _keep(reading, at, ahead, "in effect", "wordings/named-event", findings)
            return
        if not (token.capital or token.text == "-") or not (token.is_word or token.text == "-"):
            return


def _keep(
    reading: Reading, first: int, last: int, role: str, rule: str, findings: Findings
) -> None:
    start, end = reading.span(first, last)
    findings.worded.append(Worded("when", start, end, {"role": role}, rule))
    findings.reject(start, end, "a time in words, without a date: kept as words")
