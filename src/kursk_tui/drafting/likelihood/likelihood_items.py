"""Terms of likelihood and of analytic confidence, and the words that only look like them."""

from kursk_tui.drafting.findings import Findings, Item
from kursk_tui.drafting.likelihood.scope import scope
from kursk_tui.drafting.sentence import Reading
from kursk_tui.english.lexicon import Entry

_COMPARING = frozenset({"more", "less", "as", "how", "equally", "so", "too", "least"})
_MENTIONS = frozenset(
    {
        *("term", "terms", "phrase", "phrases", "word", "words", "expression", "uses", "use"),
        *("means", "mean", "meaning", "define", "defines", "defined", "indicate", "denote"),
        *("denotes", "label", "labels", "wording", "used", "yardstick"),
    }
)
_AFTER_MENTION = (
    ("to", "mean"),
    ("to", "indicate"),
    ("to", "denote"),
    ("to", "describe"),
    ("means",),
    ("denotes",),
    ("refers",),
    ("corresponds",),
    ("indicates",),
    ("equates",),
    ("stands", "for"),
    ("is", "defined"),
)
_OPEN, _CLOSE = frozenset("“\"‘'«"), frozenset("”\"’'»")


def likelihoods(reading: Reading, findings: Findings, scale: str) -> None:
    """Find the terms of a sentence and place them on the scale."""
    at = 0
    while at < len(reading.tokens):
        found = reading.words.terms.starting(reading.tokens, at)
        if found is None:
            at += 1
            continue
        last = at + found[0] - 1
        start, end = reading.span(at, last)
        reason = _no_term(reading, at, last, found[1])
        if reason is not None:
            findings.reject(start, end, reason)
        elif "level" in found[1].fields:
            _confidence(reading, at, last, found[1], findings)
        else:
            _likelihood(reading, at, last, found[1], findings, scale)
        at = last + 1


def _no_term(reading: Reading, first: int, last: int, entry: Entry) -> str | None:
    """Return why the words are no judgement here, or None."""
    before, after = reading.lower(first - 1), reading.lower(last + 1)
    if before in _COMPARING:
        return "a comparison, not a likelihood"
    if before in ("highest", "lowest", "any"):
        return "part of another expression"
    if _mentioned(reading, first, last):
        return "a mention of the term, not a judgement"
    if entry.fields.get("term") == "likely" and after in ("cause", "causes") and before != "the":
        return "part of another expression"
    if "level" in entry.fields and not _analytic(reading, first, last):
        return "confidence of people, not of an assessment"
    return None


def _mentioned(reading: Reading, first: int, last: int) -> bool:
    before, after = reading.lower(first - 1), reading.lower(last + 1)
    quoted = before in _OPEN and after in _CLOSE
    row = set(reading.row(0, first)[-12:]) | set(reading.row(last + 1, last + 6))
    if quoted and (row & _MENTIONS or after == "for" or "%" in row or "percent" in row):
        return True
    following = tuple(reading.row(last + 1, last + 3))
    if any(following[: len(words)] == words for words in _AFTER_MENTION):
        return True
    return before in ("term", "phrase", "word", "words", "expression", "label")


def _analytic(reading: Reading, first: int, last: int) -> bool:
    around = reading.row(first - 8, first) + reading.row(last + 1, last + 8)
    if reading.row(last + 1, last + 2) == ["in"]:
        return bool(
            {
                *("assessment", "judgement", "judgment", "estimate", "assessments"),
                *("judgements", "this", "estimates", "finding", "conclusion"),
            }
            & set(around)
        )
    public = {"public", "voters", "voter", "consumer", "investors", "morale", "government"}
    return not public & set(reading.row(first - 3, first))


def _negated(reading: Reading, first: int) -> bool:
    row = reading.row(first - 3, first)
    return any(word in ("not", "n't", "never") or word.endswith("n't") for word in row)


def _likelihood(
    reading: Reading, first: int, last: int, entry: Entry, findings: Findings, scale: str
) -> None:
    term, scales = entry.fields["term"], entry.fields["scales"]
    not_after = reading.lower(last + 1) == "not" and entry.id in ("almost-certain", "likely")
    value = {
        "term": term,
        "scale": scale if scale in scales else None,
        "negated": _negated(reading, first) or not_after,
    }
    flags = [] if value["scale"] else ["term off the scale"]
    if reading.tokens[first].quoted:
        flags.append("inside a quotation")
    start, end = reading.span(first, last)
    reach = scope(reading, first, last)
    findings.items.append(
        Item("likelihood", start, end, value, entry.rule, "beside", tuple(flags), (), reach)
    )


def _confidence(reading: Reading, first: int, last: int, entry: Entry, findings: Findings) -> None:
    start, end = reading.span(first, last)
    flags = ("inside a quotation",) if reading.tokens[first].quoted else ()
    value = {"level": entry.fields["level"]}
    findings.items.append(Item("confidence", start, end, value, entry.rule, "beside", flags))
