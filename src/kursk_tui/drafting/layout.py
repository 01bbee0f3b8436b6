"""Paragraphs, headings, bullets and hard-wrapped lines: which parts of a text are prose."""

import re
from collections.abc import Iterator
from itertools import groupby
from operator import itemgetter
from typing import Literal, NamedTuple

from kursk_tui.english.lexicon import word_set
from kursk_tui.english.line_breaks import leads_on
from kursk_tui.text.invisible import is_blank

PartKind = Literal["prose", "bullet", "heading", "date line", "quoted mail"]
"""The kinds of parts of a text."""


class Part(NamedTuple):
    """A part of the text, without surrounding blanks."""

    kind: PartKind
    start: int
    end: int


class _Line(NamedTuple):
    start: int
    end: int
    words: str


_LINE_END = re.compile("\r\n|[\r\v\f\x85\u2028\u2029]")
_BULLET = re.compile(r"[ \t]*(?:[-*•‣·▪◦–—]|\(?\d{1,2}[.)]|\(?[a-z]\))[ \t]+(?=\S)")
_QUOTED = ">"
"""The mark before each line of quoted mail."""

_HEADER = re.compile(
    rf"(?:{'|'.join(sorted(word_set('drafting', 'datelines', 'headers')))})[ \t]*:(?=\s|$)",
    re.IGNORECASE,
)
_REMARK = re.compile(
    r"-{2,}[ \t]*(?:original|forwarded) message\b.*|begin forwarded message:|on\b.{6,120}\bwrote:$",
    re.IGNORECASE,
)
"""What mail programs write before a message that another one quotes."""

_ENDS = re.compile(r"[.!?…]['’\")\]”»]*$")
_HEADING_WORDS = 14


def with_newlines(text: str) -> str:
    """Return a text in which each line end, of any system, is one newline."""
    return _LINE_END.sub("\n", text)


def parts(text: str, start: int) -> Iterator[Part]:
    """Yield the parts of a text from `start` on, in order."""
    blocks = list(_blocks(text, start))
    for nth, block in enumerate(blocks):
        alone, last = len(blocks) == 1, nth == len(blocks) - 1
        for lines in _by_writer(text, block):
            if lines[0].words.startswith(_QUOTED):
                yield Part("quoted mail", lines[0].start, lines[-1].end)
                continue
            for headers, group in groupby(_with_headers(lines), key=itemgetter(0)):
                some = [line for _, line in group]
                if headers:
                    yield from (Part("heading", line.start, line.end) for line in some)
                else:
                    yield from _parts_of_block(text, some, alone=alone, last=last)


def _with_headers(lines: list[_Line]) -> Iterator[tuple[bool, _Line]]:
    """Yield the lines, each with whether it belongs to the head of a message.

    Only a header beside another one does: "To: all" alone is prose.
    """
    headers = [is_header(line.words) for line in lines]
    for nth, line in enumerate(lines):
        beside = any(headers[max(0, nth - 1) : nth] + headers[nth + 1 : nth + 2])
        yield headers[nth] and (beside or bool(_REMARK.match(line.words))), line


def is_header(words: str) -> bool:
    """Return whether a line belongs to the head of a message: "From: …", "Sent: …"."""
    return bool(_HEADER.match(words) or _REMARK.match(words))


def _by_writer(text: str, block: list[_Line]) -> Iterator[list[_Line]]:
    """Yield the lines of a block, those of quoted mail apart.

    A line with ">" belongs to the line before it if a number begins there: "at least⏎> 100".
    """
    lines: list[_Line] = []
    for line in block:
        quoted = line.words.startswith(_QUOTED)
        if lines and quoted != lines[-1].words.startswith(_QUOTED):
            if not (quoted and leads_on(text, lines[-1].end, line.start)):
                yield lines
                lines = []
        lines.append(line)
    if lines:
        yield lines


def _blocks(text: str, start: int) -> Iterator[list[_Line]]:
    block: list[_Line] = []
    at = start
    for raw in text[start:].splitlines(keepends=True):
        words = raw.strip()
        if not is_blank(words):
            indent = len(raw) - len(raw.lstrip())
            block.append(_Line(at + indent, at + indent + len(words), words))
        elif block:
            yield block
            block = []
        at += len(raw)
    if block:
        yield block


def _parts_of_block(text: str, block: list[_Line], *, alone: bool, last: bool) -> Iterator[Part]:
    if len(block) == 1 and not alone and _is_heading(block[0], last=last):
        yield Part("heading", block[0].start, block[0].end)
        return
    widest = max(line.end - line.start for line in block)
    kind: PartKind = "prose"
    first, end = -1, -1
    for nth, line in enumerate(block):
        bullet = _BULLET.match(text, line.start, line.end)
        follows = block[nth + 1].words if nth + 1 < len(block) else ""
        heading = not bullet and bool(follows) and _heads(line, follows, widest)
        heading = heading and not leads_on(text, line.end, block[nth + 1].start)
        if first >= 0 and (bullet or heading):
            yield Part(kind, first, end)
            first = -1
        if heading:
            yield Part("heading", line.start, line.end)
            kind = "prose"
            continue
        if bullet:
            kind, first = "bullet", bullet.end()
        elif first < 0:
            first = line.start
        end = line.end
        if _ends_item(kind, line, follows):
            yield Part(kind, first, end)
            first, kind = -1, "prose"
    if first >= 0:
        yield Part(kind, first, end)


def _ends_item(kind: PartKind, line: _Line, follows: str) -> bool:
    return kind == "bullet" and bool(_ENDS.search(line.words[-6:])) and follows[:1].isupper()


def is_short(words: str) -> bool:
    """Return whether a line can be a heading: few words, without a full stop."""
    few = len(words.split(None, _HEADING_WORDS)) <= _HEADING_WORDS
    return few and not _ENDS.search(words[-6:])


def _is_heading(line: _Line, *, last: bool) -> bool:
    if line.words.endswith(":"):
        return is_short(line.words)
    if last and any(map(str.isdigit, line.words)):
        return False
    return is_short(line.words) and not _BULLET.match(line.words)


def _heads(line: _Line, follows: str, widest: int) -> bool:
    """Return whether a line in a block is a heading: short, without a full stop."""
    if _ENDS.search(line.words[-6:]) or line.words[-1] in ",;–—-":
        return False
    if line.words.endswith(":"):
        return len(line.words) < 60 and (_BULLET.match(follows) is None)
    short = len(line.words) < 0.6 * widest and len(line.words.split(None, 9)) <= 9
    return short and (follows[0].isupper() or not follows[0].isalnum())
