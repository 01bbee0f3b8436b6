"""Work grows with its input, not faster: eight times the input takes less than 24 times as long.

`make fuzz` tries many more places with the installed command and a clock.
"""

import json
import time
from collections.abc import Callable, Iterable
from statistics import median

import pytest

from kursk_tui.checking import find_cautions
from kursk_tui.diffing import compare
from kursk_tui.formats.json import parse
from kursk_tui.formats.matches import as_json, as_table
from kursk_tui.formats.registry import FORMATS
from kursk_tui.formats.text import plain_text
from kursk_tui.query import View
from kursk_tui.ui.pane_registry import panes
from tests.fuzz_growth.briefings import QUOTE_FIELDS, TEXT_FIELDS, WHOLE, Raw, briefing
from tests.fuzz_growth.steps import draw
from tests.fuzz_growth.texts import TEXTS, TEXTS_OF_LINES
from tests.tables import each_row

_TIMES = 8
_MOST = 3 * _TIMES
_RUNS = 3


def growth(work: Callable[[int], Callable[[], object]], size: int) -> float:
    """Return how many times longer the work on eight times as much takes."""
    small, large = work(size), work(_TIMES * size)
    return median(_took(large) / _took(small) for _ in range(_RUNS))


def _took(work: Callable[[], object]) -> float:
    start = time.thread_time()
    work()
    return time.thread_time() - start


def view(raw: Raw) -> View:
    return View.of(parse(json.dumps(raw).encode(), "x.json"))


PANES = {pane.id: pane for pane in panes()}


@pytest.mark.parametrize("pane", ["document", "claim"])
@pytest.mark.parametrize(
    "text",
    [
        *("combining marks", "invisible characters", "joined emoji", "one wide word", "links"),
        *("wide letters", "blank lines"),
    ],
)
def test_drawing_a_quote_grows_with_its_length(pane: str, text: str) -> None:
    make = {**TEXTS, **TEXTS_OF_LINES}[text]

    def work(size: int) -> Callable[[], object]:
        shown = view(QUOTE_FIELDS["evidence.exact"](make(size)))
        return lambda: draw(PANES[pane], shown)

    assert growth(work, 1_000) < _MOST


@each_row("text", ["numbers", "ranges", "sentences", "words"])
def test_checking_a_summary_grows_with_its_length(text: str) -> None:
    def work(size: int) -> Callable[[], object]:
        briefing = view(TEXT_FIELDS["claim.summary"](TEXTS[text](size))).briefing
        return lambda: list(find_cautions(briefing))

    assert growth(work, 250) < _MOST


@pytest.mark.parametrize("pane", ["sources", "figures", "conflicts"])
@pytest.mark.parametrize("whole", ["claims of different sources", "conflicts"])
def test_drawing_a_pane_grows_with_the_number_of_claims(pane: str, whole: str) -> None:
    def work(size: int) -> Callable[[], object]:
        shown = view(WHOLE[whole](size))
        return lambda: draw(PANES[pane], shown)

    assert growth(work, 40) < _MOST


@pytest.mark.parametrize(
    "write",
    [
        *(one.write for one in FORMATS.values() if one.writes),
        *(plain_text, as_table, as_json),
        lambda shown: shown.index.everything_said,
    ],
)
def test_a_name_that_each_claim_repeats_is_shortened(
    write: Callable[[View], Iterable[str]],
) -> None:
    shown = (view(WHOLE["claims of a long name"](size)) for size in (40, _TIMES * 40))
    small, large = (sum(map(len, write(one))) for one in shown)
    assert large < 2 * _TIMES * small


def test_printing_many_documents_grows_with_their_number() -> None:
    def work(size: int) -> Callable[[], object]:
        shown = view(WHOLE["documents"](size))
        return lambda: list(plain_text(shown))

    assert growth(work, 40) < _MOST


def test_a_query_for_direct_speech_grows_with_the_length_of_the_quote() -> None:
    def work(size: int) -> Callable[[], object]:
        shown = view(QUOTE_FIELDS["evidence.exact"](TEXTS["open quotes"](size)))
        return lambda: shown.ask("has:quote")

    assert growth(work, 4_000) < _MOST


def test_comparing_claims_with_the_same_words_grows_with_their_number() -> None:
    def work(size: int) -> Callable[[], object]:
        raw = WHOLE["claims"](size)
        renamed = {**raw, "claims": [{**one, "id": f"z{one['id']}"} for one in raw["claims"]]}
        before, after = view(raw).briefing, view(renamed).briefing
        return lambda: compare(before, after)

    assert growth(work, 200) < _MOST


def test_comparing_the_words_of_a_quote_grows_with_their_number() -> None:
    def work(size: int) -> Callable[[], object]:
        texts = (" ".join(f"w{n * step % 500}" for n in range(size)) for step in (1, 7))
        before, after = (view(briefing(text)).briefing for text in texts)
        return lambda: compare(before, after)

    assert growth(work, 10_000) < _MOST
