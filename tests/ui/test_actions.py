"""The table of actions: everything has a name, a tooltip and a key that works everywhere."""

from itertools import chain

import pytest
from textual.binding import Binding

from kursk_tui.ui.actions import grouped_bindings
from kursk_tui.ui.lens import panes
from kursk_tui.ui.screens.dashboard import Dashboard
from tests.ui.screen import SMALL, running

BINDINGS = list(chain.from_iterable(grouped_bindings(panes()).values()))


@pytest.mark.parametrize("binding", BINDINGS, ids=lambda binding: str(binding.id))
def test_an_action_has_id_label_and_a_tooltip_that_fits_the_help(binding: Binding) -> None:
    assert binding.id
    assert binding.description
    assert 0 < len(binding.tooltip) <= 57


def test_ids_and_keys_are_unique() -> None:
    ids = [binding.id for binding in BINDINGS]
    keys = [key for binding in BINDINGS for key in binding.key.split(",")]
    assert len(set(ids)) == len(ids)
    assert len(set(keys)) == len(keys)


def test_no_key_needs_alt_and_none_is_a_prefix_of_tmux_or_screen() -> None:
    keys = {key for binding in BINDINGS for key in binding.key.split(",")}
    assert not any("alt" in key or "super" in key for key in keys)
    assert not keys & {"ctrl+a", "ctrl+b"}


def test_every_action_exists() -> None:
    for binding in BINDINGS:
        name = binding.action.split("(")[0]
        if not name.startswith("app."):
            assert hasattr(Dashboard, f"action_{name}"), binding.id


async def test_the_help_lists_every_action_with_its_key() -> None:
    async with running((120, 70)) as driver:
        await driver.press("question_mark")
        for binding in BINDINGS:
            assert binding.tooltip in driver.text, binding.id
        for keys in ("? f1", ": ^p", "q", "j ↓", "[", "~"):
            assert f"   {keys} " in driver.text, keys
        await driver.press("escape")
        assert "Keys and queries" not in driver.text


async def test_the_help_scrolls_where_it_does_not_fit() -> None:
    async with running(SMALL) as driver:
        await driver.press("question_mark")
        assert "is:unattributed" not in driver.text
        await driver.press(*["j"] * 40)
        assert "also is:contested, is:undated, is:unstated" in driver.text


async def test_a_key_can_be_rebound_by_its_id_and_the_footer_shows_it() -> None:
    async with running() as driver:
        driver.app.set_keymap({"pane.zoom": "Z"})
        await driver.press("j", "Z")
        assert driver.dashboard.zoomed
        await driver.press("tab")
        assert "Z zoom" in driver.text.splitlines()[-1]
