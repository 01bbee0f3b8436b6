"""The words of an email's sender, apart from older messages, signatures and disclaimers."""

import re
from typing import NamedTuple

from kursk_tui.documents.marks import quoted
from kursk_tui.english.lexicon import word_set
from kursk_tui.text.messages import plural

_HEADERS = "|".join(sorted(word_set("drafting", "datelines", "headers")))
_HEADER = re.compile(rf"[*_]{{0,2}}(?:{_HEADERS})[ \t]*:[*_]{{0,2}}(?:\s|$)", re.IGNORECASE)
_FIRST_HEADER = re.compile(r"[*_]{0,2}from[ \t]*:[*_]{0,2}\s*\S", re.IGNORECASE)
_RULE = re.compile(r"[_-]{20,}$")
_FORWARDED = re.compile(
    r"-{2,}[ \t]*(?:original|forwarded) message\b.*|begin forwarded message:$", re.IGNORECASE
)
_WROTE = re.compile(r"on\b.{6,200}\bwrote:$", re.IGNORECASE)
_WROTE_AT = re.compile(r"@|\d{1,2}[:.]\d{2}\b")
"""What an email program gives with the words "wrote:", and a sender hardly does."""

_SIGNATURE = re.compile(r"--\s*$")
_MARK = re.compile(r"[_-]{2,}$")
"""The line above a signature or a footer."""

_LONGEST_SIGNATURE = 15
_LONGEST_ATTRIBUTION = 3
"""Over how many lines "On … wrote:" may be wrapped."""

_LOOKED_AT = 6
"""How many lines from "From:" on have the other headers of a quoted message."""


class Sifted(NamedTuple):
    """The text of an email without what is below it; lines of older messages begin with “>”."""

    text: str
    has_own_words: bool
    remarks: tuple[str, ...]


def sifted(text: str) -> Sifted:
    """Return the words of an eemail's sender, with a remark on each part that is set apart."""
    lines = [line.rstrip("\r") for line in text.split("\n")]
    start = _older_message(lines)
    own, older = lines[:start], lines[start:]
    own, marked = _with_attributions_marked(own)
    own, quotes = _quotes_below(own)
    own, remarks = _without_foot(own)
    has_own_words = any(line.strip() and not line.startswith(">") for line in own)
    if remarks:  # blank lines are left around what is left out
        own = ["\n".join(own).rstrip(), ""]
        quotes = "\n".join(quotes).lstrip().split("\n")
    above = [*own, *quotes]
    marked += sum(bool(line.strip()) and not line.startswith(">") for line in older)
    if marked:
        lines_marked = plural(marked, "line")
        remarks.append(f"“>” is added before {lines_marked} of an older message that has none.")
    below = quoted("\n".join(older).rstrip()).split("\n") if older else []
    parts = ("\n".join(some).strip("\n") for some in (above, below))
    written = "\n\n".join(filter(None, parts))
    return Sifted(written, has_own_words, tuple(remarks))


def _older_message(lines: list[str]) -> int:
    """Return the line at which an older message begins that is quoted without “>”, if any."""
    for at, line in enumerate(lines):
        words = line.strip()
        if _FORWARDED.match(words) or _is_head(lines, at):
            return at
        if _RULE.match(words) and at + 1 < len(lines) and _is_head(lines, at + 1):
            return at
        attribution = _attribution(lines, at)
        if attribution and _WROTE_AT.search(attribution) and not _is_marked(lines, at, attribution):
            return at
    return len(lines)


def _is_head(lines: list[str], at: int) -> bool:
    """Return whether the headers of a message begin at a line: "From:", and two more."""
    if not _FIRST_HEADER.match(lines[at].strip()):
        return False
    following = (line.strip() for line in lines[at + 1 : at + _LOOKED_AT])
    return sum(bool(_HEADER.match(words)) for words in following) >= 2


def _attribution(lines: list[str], at: int) -> str:
    """Return the words "On … wrote:" that begin at a line, with the lines as they are."""
    if lines[at].lstrip()[:3].lower() != "on ":
        return ""
    for end in range(at + 1, min(at + _LONGEST_ATTRIBUTION, len(lines)) + 1):
        if not lines[end - 1].strip():
            return ""
        words = "\n".join(lines[at:end])
        if _WROTE.match(" ".join(words.split())):
            return words
    return ""


def _is_marked(lines: list[str], at: int, attribution: str) -> bool:
    """Return whether the message after an attribution has “>” before its lines."""
    after = range(at + attribution.count("\n") + 1, len(lines))
    return next((lines[nth] for nth in after if lines[nth].strip()), "").startswith(">")


def _with_attributions_marked(lines: list[str]) -> tuple[list[str], int]:
    """Return the lines with “>” before each "On … wrote:" above quoted lines, and their number."""
    found = list(lines)
    marked = 0
    for at in range(len(lines)):
        attribution = _attribution(lines, at)
        if attribution and _is_marked(lines, at, attribution):
            end = at + attribution.count("\n") + 1
            found[at:end] = quoted(attribution).split("\n")
            marked += end - at
    return found, marked


def _quotes_below(lines: list[str]) -> tuple[list[str], list[str]]:
    """Return the lines in two parts: the second has the lines with “>” at the end."""
    end = len(lines)
    while end and (not lines[end - 1].strip() or lines[end - 1].startswith(">")):
        end -= 1
    return lines[:end], lines[end:]


def _without_foot(lines: list[str]) -> tuple[list[str], list[str]]:
    """Return the lines without signature and disclaimers, and remarks on these."""
    remarks = []
    lines, disclaimers = _without_disclaimers(lines)
    for kind, start in (("signature", _signature(lines)), ("footer", _footer(lines))):
        below = lines[start:]
        if any(line.startswith(">") for line in below):
            continue
        if count := sum(bool(_MARK.sub("", line.strip())) for line in below):
            remarks.append(f"The {kind} of {plural(count, 'line')} is left out.")
        lines = lines[:start]
    lines, more = _without_disclaimers(lines)
    if disclaimers + more:
        words = plural(disclaimers + more, "word")
        remarks.append(f"A notice about the email itself is left out: {words}.")
    return lines, remarks


def _signature(lines: list[str]) -> int:
    """Return the line at which the signature begins."""
    last = len(lines)
    while last and not lines[last - 1].strip():
        last -= 1
    for at in range(max(0, last - _LONGEST_SIGNATURE - 1), last):
        if _SIGNATURE.match(lines[at]):
            return at
    programs = tuple(word_set("drafting", "mail", "programs"))
    if last and lines[last - 1].strip().lower().startswith(programs):
        return last - 1
    return len(lines)


def _footer(lines: list[str]) -> int:
    """Return the line at which the footer of a mailing list begins."""
    names = word_set("drafting", "mail", "lists")
    for at in range(max(0, len(lines) - _LONGEST_SIGNATURE), len(lines) - 1):
        below = lines[at + 1].lower()
        if _RULE.match(lines[at].strip()) and any(name in below for name in names):
            return at
    return len(lines)


def _without_disclaimers(lines: list[str]) -> tuple[list[str], int]:
    """Return the lines without the paragraphs at the end that are about the email, and a count."""
    words = 0
    while True:
        end = len(lines)
        while end and not lines[end - 1].strip():
            end -= 1
        start = end
        while start and lines[start - 1].strip():
            start -= 1
        paragraph = " ".join(lines[start:end])
        if not start or paragraph.startswith(">") or not _is_disclaimer(paragraph):
            return lines, words
        words += len(paragraph.split())
        lines = lines[:start]


def _is_disclaimer(paragraph: str) -> bool:
    phrases = "|".join(map(re.escape, word_set("drafting", "mail", "disclaimers")))
    found = re.findall(rf"\b(?:{phrases})\b", paragraph.lower())
    return len(set(found)) >= 3 or ("confidential" in found and len(set(found)) >= 2)
