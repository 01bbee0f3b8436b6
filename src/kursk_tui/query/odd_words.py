"""Words of a query that look like another part of it, mistyped."""

import re
from collections.abc import Callable, Iterator, Sequence

from kursk_tui.model.figure import RESERVED_WORDS
from kursk_tui.query.catalogue import Catalogue
from kursk_tui.query.error import brief
from kursk_tui.query.missing_words import written_otherwise
from kursk_tui.query.registry import field_meant, field_named
from kursk_tui.query.remark import Remark
from kursk_tui.query.syntax.tree import Atom, Compare, Query, Range, Term, Word
from kursk_tui.query.syntax.typed import in_ascii

_KEYWORDS = {
    "or": "OR in capitals means either",
    "and": "a space means both, as does AND",
    "not": "NOT in capitals, or -, excludes",
}
_SIGNS = {
    **dict.fromkeys(("&", "&&", "+"), "a space means both"),
    **dict.fromkeys(("|", "||"), "OR means either"),
    "!": "- before a term excludes it",
}
_TO = ("to", "until", "till", "through")
_PLAIN = re.compile(r"[^\W\d_]\w*")
_GROUP = re.compile(r"[0-9]{3}|[kKmM]")
_NUMBER = re.compile(r"[0-9][0-9.,_-]*[kKmM]?")
_COMPARED = re.compile(r"([^\W\d][\w-]*)(>=|<=|=>|=<|==|!=|[<>=])(.+)")
_COMPARISON = re.compile(r"(>=|<=|=>|=<|==|[<>=])(.*)")
_MEANT = {"=>": ">=", "=<": "<=", "==": "", "=": "", "!=": ""}
_EDGES = re.compile(r"^[\W_]+|[\W_]+$")
_TO_COMPARE = "to compare, put a field and a colon before the sign"


def odd_word(
    word: Word,
    before: Sequence[Query],
    catalogue: Catalogue,
    finds: Callable[[Query], bool],
    *,
    other: Query | None = None,
) -> Iterator[Remark]:
    """Yield a remark on a word that looks like another part of a query, or that nothing contains.

    `before` are the parts before it that must match too, `other` is the alternative before it;
    `finds` returns whether any claim matches a query. A phrase in quotes is meant as it is written.
    """
    start, end = word.span
    phrase = end - start != len(word.text)
    if about := None if phrase else _looks_like(word, before, catalogue, finds):
        yield Remark(f"“{brief(word.text)}” is searched for as a word; {about}", start, end)
    elif not finds(word):
        about = _as_value(other, word.text, finds) if isinstance(other, Term) else None
        about = about or written_otherwise(word.text, lambda one: finds(Word(one)))
        yield Remark(f"no claim matches {brief(word)}{f'; {about}' if about else ''}", start, end)


def _looks_like(
    word: Word, before: Sequence[Query], catalogue: Catalogue, finds: Callable[[Query], bool]
) -> str | None:
    """Return what a word means as another part of a query, or as a pattern; None if neither."""
    text = in_ascii(word.text).text
    last = before[-1] if before else None
    about = _KEYWORDS.get(text.lower()) or _as_end(before[-2:], text)
    about = about or _after(last, text, catalogue, finds)
    if about is None and not _PLAIN.fullmatch(text):
        about = _as_comparison(text, catalogue, finds) or _as_sign(text, finds)
        about = about or as_pattern(text, lambda one: finds(Word(one)))
    return about


def as_pattern(text: str, found: Callable[[str], bool]) -> str | None:
    """Return what to write instead of a pattern, or of a word with signs around it.

    `found` returns whether a text occurs in any claim.
    """
    parts = [one for one in re.split(r"[\W_]+", text) if one]
    if text.isalnum() or found(text):
        return None
    if "*" in text or "?" in text:
        advice = f"; {parts[0]} also finds longer words" if parts and found(parts[0]) else ""
        return f"* and ? are ordinary characters{advice}"
    if len(parts) > 1 and ("|" in text or "&" in text):
        join = " OR " if "|" in text else " "
        return f"{join.join(parts)} finds {'either' if '|' in text else 'both'}"
    stripped = _EDGES.sub("", text)
    if stripped != text and stripped and found(stripped):
        return f"signs are searched for too; {stripped} finds the word without them"
    return None


def _after(
    last: Query | None, text: str, catalogue: Catalogue, finds: Callable[[Query], bool]
) -> str | None:
    """Return what a word means as the rest of the part before it, or None."""
    if isinstance(last, Term):
        if _is_number(last) and _GROUP.fullmatch(text):
            return f"write numbers without spaces: {last}{text}"
        if found := _COMPARISON.fullmatch(text):
            return f"{last.field}:{_compares(found[1], found[2])}"
        return _as_value(last, text, finds)
    if isinstance(last, Word) and field_named(name := last.text.lower(), catalogue):
        if text.startswith(":"):
            return f"a field has its colon right after its name: {name}:{text[1:]}"
        if found := _COMPARISON.fullmatch(text):
            return f"{name}:{_compares(found[1], found[2])}"
        if _NUMBER.fullmatch(text) and not (finds(last) and finds(Word(text))):
            return f"put a colon after the field name: {name}:{text}"
    return None


def _as_end(before: Sequence[Query], text: str) -> str | None:
    """Return what a word means as the end of a range, or None: "killed:100 to 200"."""
    match before:
        case [
            Term(field=field, value=Atom(text=low) | Compare(atom=Atom(text=low))),
            Word(text=to),
        ]:
            if to.lower() in _TO and low[:1].isdigit() and text[0].isdigit():
                return f"two dots join the ends of a range: {field}:{low}..{text}"
    return None


def _as_value(last: Term, text: str, finds: Callable[[Query], bool]) -> str | None:
    """Return what a word means as another value of the field before it, or None."""
    match last.value:
        case Range(high=None) if text[0].isdigit():
            return f"write ranges without spaces: {last}{text}"
        case Atom() if not finds(Word(text)) and finds(Term(last.field, Atom(text))):
            return f"{last.field}:({last.value} OR {Atom(text)}) finds either"
    return None


def _as_comparison(text: str, catalogue: Catalogue, finds: Callable[[Query], bool]) -> str | None:
    """Return what a comparison without its colon or its field means, or None."""
    if found := _COMPARED.fullmatch(text):
        typed, sign, value = found.groups()
        name = typed if field_named(typed.lower(), catalogue) else field_meant(typed, catalogue)
        if name:
            return f"{'-' if sign == '!=' else ''}{name}:{_compares(sign, value)}"
        return None if finds(Word(text)) else _TO_COMPARE
    if _COMPARISON.fullmatch(text) and not finds(Word(text)):
        return _TO_COMPARE
    return None


def _compares(sign: str, value: str) -> str:
    return f"{_MEANT.get(sign, sign)}{value or 'NUMBER'} compares"


def _as_sign(text: str, finds: Callable[[Query], bool]) -> str | None:
    """Return what a sign of another query language means here, or None."""
    if finds(Word(text)):
        return None
    if text in _SIGNS:
        return _SIGNS[text]
    match text[0], text[1:]:
        case "!", rest if rest[0].isalnum():
            return f"-{rest} excludes"
        case "+", rest if rest[0].isalnum():
            return f"{rest} finds the word"
    return None


def _is_number(term: Term) -> bool:
    """Return whether a term ends in the number of a measure."""
    match term.value:
        case Atom(text=text) | Compare(atom=Atom(text=text)) | Range(high=Atom(text=text)):
            return text[-1:].isdigit() and term.field not in RESERVED_WORDS
    return False
