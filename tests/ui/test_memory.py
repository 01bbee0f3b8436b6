"""Memory is level: what the user does again and again leaves nothing behind."""

import gc
import sys
from collections.abc import Sequence

import pytest

from kursk_tui.ui.briefing_file import BriefingFile
from tests.drafted_briefing import drafted_briefing
from tests.ui.screen import Driver, running

ROUNDS = 6
ATTEMPTS = 3
CACHED = 100
"""Blocks of memory that a round may add while bounded caches fill; a leak of any object that draws
or loads something adds hundreds."""

AGAIN = {
    "decide": ("a", "u"),
    "reload": ("r",),
    "open the help": ("question_mark", "escape"),
    "search": ("slash", "k", "u", "escape"),
    "move": ("j", "j", "k"),
    "zoom": ("z", "z"),
    "change the theme": ("T",),
}
"""Keys that a user repeats, by what they do."""


async def blocks_after(driver: Driver, keys: Sequence[str]) -> int:
    """Return the blocks of memory in use after some rounds of keys."""
    for _ in range(ROUNDS):
        await driver.press(*keys)
    gc.collect()
    return sys.getallocatedblocks()


@pytest.mark.parametrize("keys", AGAIN.values(), ids=AGAIN)
async def test_memory_is_level(keys: Sequence[str]) -> None:
    file = BriefingFile(reload=drafted_briefing, save=lambda *_: None)
    async with running(briefing=drafted_briefing(), file=file) as driver:
        versions = driver.dashboard.parts.versions
        versions.prepare_queries()  # now, rather than while blocks are counted
        before = await blocks_after(driver, keys)
        for _ in range(ATTEMPTS):  # a leak adds blocks in all of them, a cache that fills in one
            after = await blocks_after(driver, keys)
            if after - before < ROUNDS * CACHED:
                return
            before = after
        pytest.fail(f"{keys} add more than {CACHED} blocks of memory a round")
