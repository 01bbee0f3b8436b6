"""Who says so: verbs of saying with their subjects, "according to", hearsay, no confirmation."""

from collections.abc import Iterator
from typing import NamedTuple

from kursk_tui.drafting.attribution import subjects
from kursk_tui.drafting.attribution.verbs_of_saying import is_verb_here
from kursk_tui.drafting.findings import Findings, Item, Tier
from kursk_tui.drafting.sentence import Reading
from kursk_tui.drafting.syntax import noun_phrases
from kursk_tui.english.function_words import BE, PRONOUNS, is_adverb
from kursk_tui.english.lexicon import Entry

_HEARSAY = frozenset({"reports", "rumours", "rumors"})
_VAGUE = frozenset(
    {
        *("some", "unconfirmed", "unverified", "initial", "early", "several", "other", "the"),
        *("many", "first", "conflicting", "preliminary"),
    }
)
_DENIED = frozenset(
    {
        *("reports", "report", "claims", "claim", "allegations", "allegation", "figures"),
        *("accusations", "figure", "information", "rumours", "rumors", "statements", "news"),
        *("numbers", "stories", "story", "posts", "accusation"),
    }
)
_BRIEFED = "saying/briefed"
_FALSE_AFTER = frozenset({"is", "are", "was", "were", "as", "been"})
_DISMISSING = frozenset({"dismissing", "denying", "rejecting", "refuting", "disputing"})


class Said(NamedTuple):
    """A source as written, tokens `first` to `last`, what it does, and by which word."""

    first: int
    last: int
    stance: str
    cue: tuple[int, int]
    rule: str
    tier: Tier
    named: bool = True


def attributions(reading: Reading, findings: Findings) -> None:
    """Find the sources of a sentence."""
    used: set[int] = set()
    found = list(_all(reading))
    if not reading.hits or all(said.rule == _BRIEFED for said in found):
        # Of nobody's fate is anything told, or nobody hands it on.
        found = [said for said in found if said.rule != _BRIEFED]
    for said in sorted(found, key=_rank):
        if used.intersection(range(said.first, said.last + 1)):
            continue
        used.update(range(said.first, said.last + 1))
        findings.items.append(_item(reading, said))


def _rank(said: Said) -> tuple[bool, bool, int, int]:
    """Order by certainty: where two overlap, the first is kept."""
    return said.tier == "guess", said.rule != "saying/according", said.first, -said.last


def _item(reading: Reading, said: Said) -> Item:
    start, end = reading.span(said.first, said.last)
    cue = reading.span(*said.cue)
    source = reading.text[start:end] if said.named else None
    flags = []
    if said.first == said.last and reading.lower(said.first) in PRONOUNS:
        flags.append("pronoun source")
    if said.named and any(
        word in ("and", "nor", "&") for word in reading.row(said.first, said.last)
    ):
        flags.append("several sources")
    if reading.tokens[said.first].quoted:
        flags.append("inside a quotation")
    value = {"source": source, "stance": said.stance, "cue": reading.text[cue[0] : cue[1]]}
    return Item("attribution", start, end, value, said.rule, said.tier, tuple(flags), (cue,))


def _all(reading: Reading) -> Iterator[Said]:
    at = 0
    while at < len(reading.tokens):
        step = 1
        if not reading.tokens[at].is_word:
            at += 1
            continue
        for way in (_hearsay, _passive, _according, _unconfirmed, _no_comment, _as_saying, _spoken):
            said = way(reading, at)
            if said is not None:
                yield said
                if way is _unconfirmed:
                    step = max(step, said.cue[1] + 1 - at)
                if way not in (_according,):
                    break
        at += step


def _hearsay(reading: Reading, at: int) -> Said | None:
    found = reading.words.unsourced.starting(reading.tokens, at)
    if found is None:
        return None
    last = at + found[0] - 1
    return Said(at, last, "unsourced", (at, last), found[1].rule, "beside", named=False)


def _passive(reading: Reading, at: int) -> Said | None:
    """Are believed to, is thought to have, it is believed that."""
    if reading.lower(at) not in BE:
        return None
    verb = at + 1
    while is_adverb(reading.lower(verb)) or reading.lower(verb) in ("been", "being"):
        verb += 1
    found = reading.words.passive.starting(reading.tokens, verb)
    if found is None:
        return None
    first = at
    while reading.lower(first - 1) in ("has", "have", "had"):
        first -= 1
    follows = reading.lower(verb + 1)
    if follows == "to" and reading.lower(verb + 2) not in ("the", "a", "parliament", "police"):
        rule = found[1].rule
        return Said(at, verb + 1, "unsourced", (verb, verb), rule, "beside", named=False)
    if follows == "that" and reading.lower(first - 1) == "it":
        return Said(
            first - 1, verb, "unsourced", (verb, verb), found[1].rule, "beside", named=False
        )
    return None


def _according(reading: Reading, at: int) -> Said | None:
    found = reading.words.according.starting(reading.tokens, at)
    if found is None or reading.tokens[at].lower != reading.tokens[at].text.lower():
        return None
    first = at + found[0]
    if first >= len(reading.tokens) or reading.lower(first) in ("plan", "plans"):
        return None
    phrase = noun_phrases.after(reading, first)
    if phrase is None:
        return None
    phrase = noun_phrases.with_apposition(reading, phrase)
    cue = (at, at + found[0] - 1)
    stance = found[1].fields["stance"]
    if found[1].rule == _BRIEFED:
        phrase = _without_hearers(reading, phrase)
        if not subjects.is_source(reading, phrase):
            return None
    if _is_hearsay(reading, phrase):
        stance = "unsourced"
    return Said(*phrase, stance, cue, found[1].rule, "beside")


def _without_hearers(reading: Reading, phrase: tuple[int, int]) -> tuple[int, int]:
    """Leave out to whom: "a briefing by the service to parliament"."""
    row = reading.row(phrase[0], phrase[1] + 1)
    return (phrase[0], phrase[0] + row.index("to") - 1) if "to" in row[1:] else phrase


def _is_hearsay(reading: Reading, phrase: tuple[int, int]) -> bool:
    """Whether the source is only "reports", "unconfirmed reports", "rumours"."""
    row = reading.row(phrase[0], phrase[1] + 1)
    return row[-1] in _HEARSAY and not set(row[:-1]) - _VAGUE


def _unconfirmed(reading: Reading, at: int) -> Said | None:
    """Could not verify, has not confirmed, declined to comment, neither … acknowledged."""
    found = reading.words.unconfirmed.starting(reading.tokens, at)
    if found is None:
        return None
    denied = subjects.negated(reading, at)
    if denied is None:
        return None
    rule = found[1].rule
    if denied.passive:
        first = subjects.first_auxiliary(reading, denied.at)
        return Said(first, at, "unverified", (at, at), rule, "beside", named=False)
    phrase = subjects.subject(reading, denied.at, negative=True)
    if phrase is None:
        return None
    return Said(*phrase, "unverified", (at, at), rule, "beside")


def _no_comment(reading: Reading, at: int) -> Said | None:
    """There was no immediate comment from Moscow."""
    if reading.lower(at) not in ("comment", "confirmation", "response", "reaction"):
        return None
    if "no" not in reading.row(at - 4, at) or reading.lower(at + 1) != "from":
        return None
    phrase = noun_phrases.after(reading, at + 2)
    if phrase is None:
        return None
    return Said(*phrase, "unverified", (at, at), "saying/not-confirm", "clause")


def _as_saying(reading: Reading, at: int) -> Said | None:
    """Lee quoted the agency as saying."""
    if reading.lower(at - 1) in ("reported", "described") and reading.lower(at) == "as":
        if reading.lower(at + 1) in ("saying", "estimating", "claiming", "telling", "believing"):
            phrase = subjects.subject(reading, at - 1)
            return phrase and Said(*phrase, "asserts", (at + 1, at + 1), "saying/quoted", "clause")
    if reading.row(at, at + 2) not in (["as", "saying"], ["as", "telling"], ["as", "claiming"]):
        return None
    for back in range(at - 1, max(-1, at - 14), -1):
        if reading.lower(back) in ("quoted", "quotes", "cited", "quoting", "quote"):
            if reading.lower(back - 1) in BE:
                return None
            phrase = noun_phrases.before(reading, at - 1)
            if phrase is None:
                return None
            first = max(phrase[0], back + 1)
            return Said(first, phrase[1], "asserts", (at + 1, at + 1), "saying/quoted", "beside")
    return None


def _spoken(reading: Reading, at: int) -> Said | None:
    """Return a verb of saying with its subject before or after it."""
    token = reading.tokens[at]
    found = reading.words.verbs.starting(reading.tokens, at)
    if token.capital or not token.is_word:
        return None
    if found is None:
        return _unknown_verb(reading, at)
    length, entry = found
    if reading.hit_at.get(at) is not None and entry.id != "say":
        return None
    last = at + length - 1
    if not is_verb_here(reading, at, last, entry):
        return None
    inverted = subjects.inverted(reading, at, last)
    phrase = inverted or subjects.subject(reading, at)
    if phrase is None or not subjects.can_say(reading, phrase, entry):
        return None
    return Said(
        *phrase,
        _stance(reading, phrase, entry),
        (at, last),
        entry.rule,
        "clause" if inverted else "beside",
    )


def _stance(reading: Reading, phrase: tuple[int, int], entry: Entry) -> str:
    if _is_hearsay(reading, phrase):
        return "unsourced"
    stance = str(entry.fields["stance"])
    return "denies" if stance == "asserts" and _says_false(reading, phrase) else stance


def _says_false(reading: Reading, phrase: tuple[int, int]) -> bool:
    """Whether what is said is that a report is wrong: "said the claims were fake"."""
    row = reading.row(0, len(reading.tokens))
    told = _DENIED & set(row)
    false = reading.words.complements["falsehoods"] | {"wrong"}
    for nth, word in enumerate(row):
        if word in false and told and (_FALSE_AFTER & set(row[max(0, nth - 5) : nth])):
            return True
        if word in _DISMISSING and nth > phrase[1] and told:
            return True
    return False


def _unknown_verb(reading: Reading, at: int) -> Said | None:
    """Return a verb in no lexicon whose place says that it tells something: "quipped that …"."""
    word = reading.lower(at)
    if (
        not (word.endswith("ed") or (word.endswith("s") and not word.endswith("ss")))
        or len(word) < 5
    ):
        return None
    if word in reading.words.say_nothing or word in reading.words.source_nouns:
        return None
    if reading.hit_at.get(at) is not None or reading.words.people.starting(reading.tokens, at):
        return None
    if (after := subjects.inverted(reading, at, at)) and reading.lower(at - 1) in ("”", '"'):
        return Said(*after, "asserts", (at, at), "attribution/unknown-verb", "guess")
    after_quote = subjects.ends_quotation(reading, at)
    if reading.lower(at + 1) != "that" and not after_quote:
        return None
    if reading.lower(at - 1) in BE or is_adverb(word):
        return None
    phrase = subjects.subject(reading, at)
    if phrase is None or not subjects.is_source(reading, phrase):
        return None
    return Said(*phrase, "asserts", (at, at), "attribution/unknown-verb", "guess")
