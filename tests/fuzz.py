"""Broken and hostile input for `make fuzz`; the suite tries a few of each kind.

Every input must end in a value, or in an error of this project with a position and without control
characters. Anything else is a failure, printed with the seed that reproduces it.
"""

import argparse
import json
import os
import random
import sys
import time
import traceback
from codecs import BOM_UTF8
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from copy import deepcopy
from multiprocessing import Process, Queue
from typing import Any

from kursk_tui.checking import find_cautions
from kursk_tui.diffing import compare
from kursk_tui.documents.docx import extract as read_docx
from kursk_tui.documents.html import extract as read_html
from kursk_tui.documents.mail import extract as read_mail
from kursk_tui.formats.builtin import builtin_path
from kursk_tui.formats.csv import write as write_csv
from kursk_tui.formats.decisions_file import parsed as decisions_in
from kursk_tui.formats.html import write as write_html
from kursk_tui.formats.json import parse as read_bytes
from kursk_tui.formats.json import write as write_json
from kursk_tui.formats.json.streaming import stream_briefing
from kursk_tui.formats.library_decisions import text_of
from kursk_tui.formats.markdown import write as write_markdown
from kursk_tui.formats.matches import as_json
from kursk_tui.formats.problem import InvalidBriefingError, Located
from kursk_tui.formats.text import plain_text
from kursk_tui.library.decisions import Decisions, OneName, OneSource, Question, Two
from kursk_tui.library.faults import acting, find_faults
from kursk_tui.model import Briefing
from kursk_tui.query import QueryError, View
from kursk_tui.query.syntax import parse
from kursk_tui.text.sanitize import find_unsafe
from kursk_tui.tracking.questions import Questions
from tests.documents.outcome import outcome
from tests.documents.writers import docx, mail, page, paragraph, run
from tests.formats.hostile_briefing import HIDDEN, hostile_raw
from tests.library.reports import library
from tests.model.factory import minimal

_STRANGE: tuple[Any, ...] = (
    *(None, True, False, 0, -1, 1, 2**31, 2**63, 10**30, 1.5, -0.0, 1e308, [], {}, [[]], [None]),
    *("", " ", "\n", "a" * 1000, HIDDEN, "[/]", "[bold]", "=cmd()", "<script>", "javascript:1"),
    *("\ud800", "\u200b", "é", "한국", "🇰🇷", "٣", "2024-13-45", "9999-12-31/..", "XXXX-02-29"),
    *("exactly", "at least", "between", "killed", "highly likely", "icd-203", "phia-2025"),
)
_BYTES = b'{}[]",:\\0123456789eE+-.tfn \n\x00\x1b\x7f\x80\xc3\xa9\xed\xa0\x80\xef\xbb\xbf\xff'
_WORDS = (
    *(
        "AND",
        "OR",
        "NOT",
        "(",
        ")",
        "-",
        "--",
        '"',
        ":",
        "::",
        "..",
        "*",
        ">",
        ">=",
        "<",
        "<=",
        "=",
    ),
    *("killed", "killed:", "wounded:>=", "casualties:*", "date:", "date:2024..", "date:>=2024-12"),
    *("likelihood:", ">=likely", '"almost certain"', "confidence:high", "source:", "source:nis"),
    *("is:", "is:contested", "is:unstated", "has:figure", "kind:(reported OR context)", "id:S1"),
    *("text:", "100", "1,000", "10^9", "999999999999999999999", "2024-12-19", "é", "\x1b", "🇰🇷"),
    *("\u202e", "\\", "'", "/", "[", "]", "{", "~", "^", "#", "\n", "\t", "a" * 300),
)
_MOST_PARTS = 12


def any_bytes(chance: random.Random) -> bytes:
    """Return random bytes, which are JSON only by accident."""
    return bytes(chance.choices(_BYTES, k=chance.randrange(60)))


def damaged_bytes(chance: random.Random) -> bytes:
    """Return a valid file with a few bytes changed, removed or repeated."""
    return _damaged(chance.choice(_FILES), chance)


def _damaged(file: bytes, chance: random.Random) -> bytes:
    data = bytearray(file)
    for _ in range(chance.randint(1, 3)):
        at = chance.randrange(len(data))
        end = at + chance.randint(0, 20)
        data[at:end] = chance.choice(
            (b"", bytes(chance.choices(_BYTES, k=2)), data[at:end] * 2, bytes([data[at] ^ 32]))
        )
    return bytes(data)


def nearly_valid(chance: random.Random) -> bytes:
    """Return a valid file with one value changed, removed or moved."""
    return _changed(deepcopy(chance.choice(_RAW)), chance)


def _changed(raw: Any, chance: random.Random) -> bytes:
    places = list(_places(raw))
    parent, key = chance.choice(places)
    what = chance.randrange(4)
    if what == 0:
        parent[key] = chance.choice(_STRANGE)
    elif what == 1:
        del parent[key]
    elif what == 2:
        other, at = chance.choice(places)
        parent[key] = deepcopy(other[at])
    elif isinstance(parent, dict):
        parent[chance.choice(("x", "id", "start", key * 2))] = parent[key]
    else:
        parent.append(deepcopy(parent[key]))
    return json.dumps(raw, ensure_ascii=chance.random() < 0.5).encode("utf-8", "surrogatepass")


def damaged_decisions(chance: random.Random) -> bytes:
    """Return a file of decisions with a few bytes, or one value, changed, removed or repeated."""
    if chance.random() < 0.5:
        return _damaged(_DECISIONS, chance)
    return _changed(json.loads(_DECISIONS), chance)


def any_word_file(chance: random.Random) -> bytes:
    """Return a Word file of elements in random order, or with a few bytes damaged."""
    data = docx(paragraph(run("Nine fell.")) + _elements(chance, 5), styles=_elements(chance, 3))
    return _damaged(data, chance) if chance.random() < 0.1 else data


def _elements(chance: random.Random, depth: int) -> str:
    """Return elements of Word files, one within the other in random order."""
    found = []
    for _ in range(chance.randint(1, 3)):
        tag = chance.choice(_TAGS)
        value = chance.choice(("", ' w:val="0"', ' w:val="a"', ' w:fldCharType="begin"'))
        inner = _elements(chance, depth - 1) if depth and tag != "w:t" else "Nine 1"
        found.append(f"<{tag}{value}>{inner}</{tag}>")
    return "".join(found)


def any_query(chance: random.Random) -> str:
    """Return tokens of the query language in random order."""
    gap = chance.choice(("", " "))
    return gap.join(chance.choices(_WORDS, k=chance.randint(0, _MOST_PARTS)))


def _places(raw: Any) -> Iterator[tuple[Any, Any]]:
    for key in list(raw) if isinstance(raw, dict) else range(len(raw)):
        yield raw, key
        if isinstance(raw[key], dict | list):
            yield from _places(raw[key])


_RAW = (
    minimal(),
    minimal(),
    minimal(),
    json.loads(builtin_path().read_text("utf-8")),
    hostile_raw(),
)
_FILES = tuple(json.dumps(raw).encode() for raw in _RAW)
_VIEW = View.of(read_bytes(_FILES[3], "builtin"))
_FIRST = read_bytes(_FILES[0], "minimal")
_LIBRARY = library(["2024-12-19-nis", "2024-12-23-jcs", "2025-01-13-nis"])
_NIS = ("2024-12-19-nis", "nis"), ("2025-01-13-nis", "nis")
_DECISIONS = text_of(
    Decisions(
        title="x",
        sources=(OneSource(id="nis", name="NIS", one=_NIS, because="so"),),
        populations=(
            OneName(id="a", name="A", one=("B", "North Korean troops"), because="so"),
            OneName(id="c", name="C", within="a", because="so"),
        ),
        places=(OneName(id="p", name="P", one=("Q",), because="so"),),
        questions=(Question(id="toll", categories=("killed",), population="A"),),
        two=(Two(of=("A", "D"), because="so"), Two(of=("lee", "nis"), because="so")),
    )
).encode()
_TAGS = (
    *("w:p", "w:r", "w:t", "w:r", "w:t", "w:pPr", "w:rPr", "w:del", "w:ins", "w:moveFrom", "w:tbl"),
    *("w:tr", "w:tc", "w:tcPr", "w:trPr", "w:cellDel", "w:sdt", "w:sdtPr", "w:sdtContent", "w:sym"),
    *("w:vanish", "w:strike", "w:vertAlign", "w:fldChar", "w:br", "w:footnoteReference", "w:ruby"),
    *("w:drawing", "w:txbxContent", "mc:AlternateContent", "mc:Choice", "w:style", "w:basedOn"),
    *("w:pStyle", "w:rStyle", "w:numPr", "w:numId", "w:outlineLvl", "w:hyperlink", "w:object"),
)
_PAGE = page(
    "<article><h1>Losses</h1><p>At least 300<sup>2</sup> fell <del>there</del> on Monday.</p>"
    "<ul><li>12 hid</ul><table><tr><td>Holm<td>40</table><blockquote type=cite>No.</blockquote>",
    '<meta charset="utf-8"><meta name="date" content="2031-03-14"><title>Losses</title>',
)
_MAIL = mail(
    "Nine fell.\n\nOn 3 May 2031 at 10:22, Bob wrote:\n> No.\n\n-- \nAnn\n",
    html=_PAGE.decode(),
    Date="Mon, 3 Mar 2031 23:30:00 -0500",
    Subject="Verluste für März",
).as_bytes()


def try_file(data: bytes) -> str:
    """Read bytes, and write a valid briefing in every format; return the outcome."""
    try:
        briefing = read_bytes(data, "x.json")
    except InvalidBriefingError as error:
        _check_problems(error.problems)
        assert _in_pieces(data) is None
        return "invalid"
    assert _in_pieces(data) == briefing
    _write(briefing)
    return "valid"


def _in_pieces(data: bytes) -> Briefing | None:
    try:
        return stream_briefing(data.removeprefix(BOM_UTF8).decode())
    except UnicodeDecodeError:
        return None


def _check_problems(problems: Sequence[Located]) -> None:
    assert problems
    for problem in problems:
        assert problem.line >= 1, problem
        assert problem.column >= 1, problem
        assert _is_clean(problem.message, lines=False), problem
        assert _is_clean(problem.path, lines=False), problem


def _write(briefing: Briefing) -> None:
    view = View.of(briefing)
    list(find_cautions(briefing))
    compare(_FIRST, briefing)
    native = write_json(view)
    assert read_bytes(native.encode(), "again") == briefing
    for text in (
        native,
        write_markdown(view),
        write_csv(view),
        write_html(view),
        "\n".join(plain_text(view)),
        "\n".join(as_json(view)),
    ):
        assert _is_clean(text, lines=True)


def try_decisions(data: bytes) -> str:
    """Read bytes as the decisions about a library, and show it under those that act."""
    found = decisions_in(data, "library.json")
    if found.errors:
        _check_problems(found.errors)
    faults = list(find_faults(found.decisions, _LIBRARY.editions, {}))
    if faults:
        _check_problems(found.located(faults))
    shown = _LIBRARY.decided(acting(found.decisions, faults))
    assert not list(shown.decisions.population_names.loops())
    written = text_of(shown.decisions)
    assert text_of(decisions_in(written.encode(), "again").decisions) == written
    assert len(shown.briefing.claims) == len(_LIBRARY.briefing.claims)
    for question in shown.decisions.questions:
        Questions(shown.briefing).named(question.id)
    assert all(_is_clean(one.reason, lines=False) for one in shown.proposed)
    if not found.is_readable:
        return "unreadable"
    return "errors" if found.errors or faults else "valid"


def try_query(text: str) -> str:
    """Run a query; return the outcome."""
    try:
        view = _VIEW.ask(text)
    except QueryError as error:
        span, sentence = (error.start, error.end), error.sentence
    else:
        span, sentence = (0, 0), ""
    if sentence:
        assert 0 <= span[0] <= span[1] <= len(text), span
        return "refused"
    answer = view.answer
    assert answer.match & answer.possible == 0
    assert (answer.match | answer.possible) & answer.unstated == 0
    assert parse(view.query_text) == view.query
    return "answered"


def _is_clean(text: str, *, lines: bool) -> bool:
    if not lines and "\n" in text:
        return False
    return find_unsafe(text) is None


KINDS: dict[str, Callable[[random.Random], str]] = {
    "any bytes": lambda chance: try_file(any_bytes(chance)),
    "damaged bytes": lambda chance: try_file(damaged_bytes(chance)),
    "nearly valid": lambda chance: try_file(nearly_valid(chance)),
    "decisions": lambda chance: try_decisions(damaged_decisions(chance)),
    "query": lambda chance: try_query(any_query(chance)),
}
"""The kinds of input, by name. Each depends only on its seed, which reproduces it."""

DOCUMENTS: dict[str, Callable[[random.Random], str]] = {
    "word file": lambda chance: outcome(read_docx, any_word_file(chance)),
    "mail": lambda chance: outcome(read_mail, _damaged(_MAIL, chance)),
    "page": lambda chance: outcome(read_html, _damaged(_PAGE, chance)),
}
"""More kinds, which take too long for the suite; tests/documents tries some of each there."""


def _work(first: int, step: int, until: float, results: "Queue[Counter[str]]") -> None:
    counts: Counter[str] = Counter()
    kinds = KINDS | DOCUMENTS
    seed = first
    while time.monotonic() < until:
        name = random.Random(seed).choice(list(kinds))
        try:
            counts[f"{name}: {kinds[name](random.Random(seed))}"] += 1
        except Exception:
            counts[f"{name}: FAILED"] += 1
            sys.stderr.write(f"\n{name}, seed {seed}\n{traceback.format_exc(limit=-3)}")
        seed += step
    results.put(counts)


def main(arguments: Sequence[str] | None = None) -> int:
    """Try inputs on every core for the given time, and print the number of each outcome."""
    parser = argparse.ArgumentParser(prog="python -m tests.fuzz")
    parser.add_argument("--seconds", type=float, default=600)
    parser.add_argument("--seed", type=int, default=random.randrange(10**9))
    options = parser.parse_args(arguments)
    cores = os.cpu_count() or 1
    results: Queue[Counter[str]] = Queue()
    until = time.monotonic() + options.seconds
    workers = [
        Process(target=_work, args=(options.seed + core, cores, until, results))
        for core in range(cores)
    ]
    for worker in workers:
        worker.start()
    counts = sum((results.get() for _ in workers), Counter[str]())
    for worker in workers:
        worker.join()
    for name, count in sorted(counts.items()):
        sys.stdout.write(f"{count:>12,}  {name}\n")
    sys.stdout.write(f"{counts.total():>12,}  in all, from seed {options.seed}\n")
    return 1 if any(name.endswith("FAILED") for name in counts) else 0


if __name__ == "__main__":
    sys.exit(main())
