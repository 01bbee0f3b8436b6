"""The scope of a denial: "denied that it had lost 300, and revealed that 40 were wounded"."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from kursk_tui.drafting.attribution.complements import complement_fits
from kursk_tui.drafting.findings import AttributionFinding, FigureFinding
from kursk_tui.drafting.sentence import Sentence
from kursk_tui.english.function_words import PRONOUNS, is_adverb
from kursk_tui.english.lexicon.verbs_of_saying import VerbOfSaying, saying

# Each of these function words and marks ends the scope of a denial.
_TURNS = frozenset(
    {"but", "while", "although", "though", "whereas", "however", ";", "instead", "except"}
)
_JOINED = re.compile(r"(?:\b(?:and|but|while|whereas)|[,;])\s*$")
_NO_ONE = re.compile(
    r"\b(?:nobody|no one|none(?: of [\w\s]+)?|neither \w+|no (?:\w+ )?\w+)"
    r"\s+(?:ha[sd]\s+|have\s+)?$",
    re.IGNORECASE,
)
"""A subject that denies the verb: "nobody has denied that"."""

_ASIDE = re.compile(r",\s+(?:(?:in|during|after)\s+)?(?:which|who|where|when)\b[^,;]*\Z")
"""A clause about what is denied, up to a figure: "denied the attack, which killed 40"."""

IN_DENIAL = "in an aside of a denial"
"""The flag of a figure about what is denied, which the writer may assert."""

_LONGEST_ASIDE = 30


def _alternatives(words: Iterable[str]) -> str:
    return "|".join(sorted(words))


def _denying() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Return the patterns of "denied that" and of "reports that … were denied"."""
    rows = [verb for verb in saying().rows if verb.sense == "deny"]
    past = {form for verb in rows for form in verb.forms if form.endswith("ed")}
    present = {form for verb in rows for form in verb.forms if re.search("[^s]s$", form)}
    active = _alternatives(past | present | {verb.participle for verb in rows})
    things = _alternatives(saying().deniable)
    denies = (
        r"(?<!not )(?<!nor )(?<!never )(?<!neither )"
        rf"\b(?P<verb>{active})\s+"
        rf"(?:that|having|(?!during)\w+ing|(?:\w+\s+){{0,2}}(?:{things}))\b"
        r"|\b(?:not|n['’]t)\s+(?:true|the case|correct)\s+that\b|\b(?:false|untrue)\s+that\b"
    )
    denied = (
        rf"\b(?:{things})\s+that\b[^;]*?"
        rf"\b(?:was|were|is|are|been)\s+(?:\w+ly\s+)?(?:{_alternatives(past)})\b"
    )
    return re.compile(denies, re.IGNORECASE), re.compile(denied, re.IGNORECASE)


_DENIES, _DENIED = _denying()


def deny_figures(
    sentence: Sentence,
    figures: Iterable[FigureFinding],
    attributions: Sequence[AttributionFinding],
) -> Iterator[FigureFinding]:
    """Yield the figures of a sentence; those in the scope of a denial are marked as denied."""
    text, start, end = sentence.text, sentence.start, sentence.end
    cues = _cues(sentence, attributions)
    passive = [found.span() for found in _DENIED.finditer(text, start, end)]
    limits = [*_turns(sentence), *resumptions(sentence)]
    limits += [
        attribution.start
        for attribution in attributions
        if attribution.stance == "asserts" and _JOINED.search(text, start, attribution.start)
    ]
    for figure in figures:
        near = max((cue for cue in cues if cue <= figure.start), default=None)
        if near is not None and _ASIDE.search(text[near : figure.start]):
            flags = (*figure.flags, IN_DENIAL)
            yield replace(figure, tier="guess", flags=flags)  # the writer may assert it
            continue
        in_scope = near is not None and not any(near <= at < figure.start for at in limits)
        if in_scope or any(low < figure.start < high for low, high in passive):
            yield replace(figure, modality="denied")
        else:
            yield figure


def _cues(sentence: Sentence, attributions: Sequence[AttributionFinding]) -> list[int]:
    """Return where denials begin."""
    text, start, end = sentence.text, sentence.start, sentence.end
    cues = [
        attribution.cue_span[1] for attribution in attributions if attribution.stance == "denies"
    ]
    cues += [
        found.end("verb") if found["verb"] else found.end()
        for found in _DENIES.finditer(text, start, end)
        if not _NO_ONE.search(text, start, found.start())
    ]
    asserted = min(
        (attribution.start for attribution in attributions if attribution.stance == "asserts"),
        default=end,
    )
    # a comma right after the cue sets the denial apart: "Kyiv said, but Moscow denied, that"
    return [cue for cue in cues if not (text.startswith(",", cue) and asserted < cue)]


def note_resumptions(
    sentence: Sentence, attributions: Iterable[AttributionFinding]
) -> Iterator[AttributionFinding]:
    """Yield the sources of a sentence; for a denial, add where its speaker asserts again."""
    resumed = resumptions(sentence)
    for attribution in attributions:
        after = [at for at in resumed if at >= attribution.cue_span[1]]
        denial = attribution.stance == "denies" and after
        yield replace(attribution, resumes_at=min(after)) if denial else attribution


def resumptions(sentence: Sentence) -> list[int]:
    """Return the offsets of verbs that end a denial: "and revealed", ", adding", ", said"."""
    found = []
    for at in range(len(sentence.tokens) - 1):
        word = sentence.lower(at)
        if (word in ("and", "but") and _resumes(sentence, _past_aside(sentence, at + 1), at)) or (
            word == "," and _resumes_after_comma(sentence, _past_adverbs(sentence, at + 1))
        ):
            found.append(sentence.tokens[at].start)
    return found


def _turns(sentence: Sentence) -> Iterator[int]:
    return (token.start for token in sentence.tokens if token.lower in _TURNS)


def _past_adverbs(sentence: Sentence, at: int) -> int:
    while is_adverb(sentence.lower(at)):
        at += 1
    return at


def _past_aside(sentence: Sentence, at: int) -> int:
    """Return the token after an insertion and adverbs: "and, in a statement, also said"."""
    if sentence.lower(at) == ",":
        for ahead in range(at + 1, min(at + _LONGEST_ASIDE, len(sentence.tokens))):
            if sentence.lower(ahead) == ",":
                return _past_adverbs(sentence, ahead + 1)
    return _past_adverbs(sentence, at)


def _resumes(sentence: Sentence, at: int, conjunction: int) -> bool:
    """Return whether a verb after a conjunction ends a denial.

    A noun is not such a verb: "denied the claims and reports that 300 had died".
    """
    found = _ends_denial(sentence, at)
    if found is None:
        return False
    known = saying().claims | saying().deniable
    noun = sentence.lower(at) in found[1].nouns and sentence.lower(conjunction - 1) in known
    return not noun


def _resumes_after_comma(sentence: Sentence, at: int) -> bool:
    """Return whether a participle or a finite verb after a comma ends a denial.

    A finite verb needs its complement right after it, since "300, reported dead" has none.
    """
    participle = saying().participles.starting(sentence.tokens, at)
    if participle is not None:
        length, verb = participle
        return verb.ends_denial and complement_fits(sentence, at + length - 1, verb)
    found = _ends_denial(sentence, at)
    if found is None:
        return False
    last = at + found[0] - 1
    after = sentence.lower(last + 1)
    complemented = after == "that" or after in PRONOUNS or last + 1 in sentence.quantity_at
    return complemented or sentence.lower(last) in ("said", "says", "that")


def _ends_denial(sentence: Sentence, at: int) -> tuple[int, VerbOfSaying] | None:
    """Return the verb at a token, with its length in tokens, if it ends a denial."""
    found = saying().verbs.starting(sentence.tokens, at)
    if found is None or not found[1].ends_denial:
        return None
    length, verb = found
    if at in sentence.trigger_at and verb.sense != "say":
        return None
    return found if complement_fits(sentence, at + length - 1, verb) else None
