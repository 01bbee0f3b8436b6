"""The table of actions: each has a name, a tooltip, and keys that work in any terminal."""

from inspect import signature

import pytest
from textual.actions import parse
from textual.app import App

from kursk_tui.platform.config import Config
from kursk_tui.ui.keys.actions import FOOTER, QUIT_ALWAYS, Action, actions
from kursk_tui.ui.keys.keymap import LETTER, displayed, key_error
from kursk_tui.ui.pane_registry import panes
from kursk_tui.ui.widgets.pane_lines import ROW_SIGNS
from tests.ui.screen import SMALL, running

ACTIONS = actions(panes())


@pytest.mark.parametrize("action", ACTIONS, ids=lambda action: str(action.id))
def test_an_action_has_id_label_and_a_tooltip_that_fits_the_help(action: Action) -> None:
    assert action.id
    assert action.label
    assert 0 < len(action.tooltip) <= 59 - len(action.id)  # uncut in 80 columns
    assert action.keys
    assert not any(key_error(action, keys) for keys in action.keys)


def test_the_meaning_of_a_sign_fits_the_help_in_80_columns() -> None:
    meanings = [sign.meaning for pane in panes() for sign in pane.signs()]
    assert [meaning for meaning in meanings if len(meaning) > 60] == []


def test_ids_are_unique_and_the_footer_names_some() -> None:
    ids = [action.id for action in ACTIONS]
    assert len(set(ids)) == len(ids)
    assert set(FOOTER) < set(ids)


def test_no_key_needs_alt_and_none_is_a_prefix_of_tmux_or_screen() -> None:
    keys = {key for action in ACTIONS for keys in action.keys for key in keys.split()}
    assert not any("alt" in key or "super" in key for key in keys)
    assert not keys & {"ctrl+a", "ctrl+b"}


async def test_every_action_names_a_method_that_takes_its_arguments() -> None:
    async with running() as driver:
        for action in ACTIONS:
            letter = any(keys.endswith(LETTER) for keys in action.keys)
            _, name, arguments = parse(f"{action.run}('a')" if letter else action.run)
            if action.run.startswith("app."):
                assert hasattr(App, f"action_{name}"), action.id
            else:
                method = driver.dashboard.parts.actions.find(action.run)
                signature(method).bind(*arguments)
        with pytest.raises(LookupError, match=r"no action 'panes\.fly'"):
            driver.dashboard.parts.actions.find("panes.fly")
        with pytest.raises(LookupError, match="no action 'fly'"):
            driver.dashboard.parts.actions.find("fly")


async def test_the_help_lists_every_action_with_its_key() -> None:
    async with running((120, 100)) as driver:
        await driver.press("question_mark")
        rows = driver.text.splitlines()
        for action in (*ACTIONS, QUIT_ALWAYS):
            (row,) = (row for row in rows if f" {action.tooltip} " in row)
            assert f" {action.id} │" in row
            assert "  ".join(map(displayed, action.keys)) in row
        await driver.press("escape")
        assert "Signs and keys" not in driver.text


async def test_the_help_scrolls_where_it_does_not_fit() -> None:
    async with running(SMALL) as driver:
        await driver.press("question_mark")
        assert "Quit the program" not in driver.text
        await driver.press(
            *["down"] * (len(panes()[0].signs()) + len(ROW_SIGNS) + len(actions(panes())) - 1)
        )
        assert "Quit the program" in driver.text


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("z", "Zoom the pane"),
        ("zoom", "Zoom the pane"),
        ("whole screen", "Zoom the pane"),
        ("^z", "Suspend (fg"),
        ("quote", "Copy the quote"),
        ("y q", "Copy the quote"),
        ("MOUSE", "Turn the mouse"),
        ("pane.zoom", "Zoom the pane"),
    ],
)
async def test_the_help_finds_by_key_and_by_word(typed: str, first: str) -> None:
    async with running() as driver:
        await driver.press("question_mark")
        await driver.type(typed)
        assert first in driver.text.splitlines()[2]


async def test_the_help_reports_that_nothing_matches() -> None:
    async with running() as driver:
        await driver.press("question_mark")
        await driver.type("xyzzy")
        assert "no matches" in driver.text
        await driver.press("enter")
        assert "no matches" not in driver.text
        assert driver.dashboard.focused is not None


async def test_enter_in_the_help_runs_what_is_found() -> None:
    async with running() as driver:
        await driver.press("question_mark")
        await driver.type("zoom")
        await driver.press("enter")
        assert driver.dashboard.parts.panes.zoomed


async def test_an_action_that_takes_a_letter_waits_for_it() -> None:
    async with running() as driver:
        await driver.press("question_mark")
        await driver.type("mark.set")
        await driver.press("enter")
        assert driver.text.splitlines()[-1].startswith(" m …")
        await driver.press("b")
        assert " as b" in driver.text.splitlines()[-1]


async def test_the_help_has_examples_of_queries_to_run() -> None:
    async with running() as driver:
        await driver.press("question_mark")
        await driver.type("asterisk matches")
        await driver.press("enter")
        assert driver.shown == ["S10"]


async def test_a_configured_key_runs_the_action_and_the_footer_shows_it() -> None:
    async with running(
        config=Config(keys={"pane.zoom": ("Z",), "query.edit": ("ctrl+f",)})
    ) as driver:
        assert "^f filter" in driver.text.splitlines()[-1]
        assert "Z zoom" in driver.text.splitlines()[-1]
        await driver.press("z", "slash")
        assert not driver.dashboard.parts.panes.zoomed
        assert not driver.dashboard.query_bar.editing
        await driver.press("Z")
        assert driver.dashboard.parts.panes.zoomed


async def test_ctrl_q_always_quits() -> None:
    keys = {action.id: () for action in ACTIONS}
    async with running(config=Config(keys=keys)) as driver:
        await driver.press("q", "j", "z")
        assert not driver.app._exit
        await driver.press("ctrl+q")
        assert driver.app._exit


async def test_a_key_sequence_shows_the_next_keys_and_esc_cancels_it() -> None:
    async with running() as driver:
        footer = driver.text.splitlines()[-1]
        await driver.press("y")
        assert driver.text.splitlines()[-1].startswith(" y …  y copy  q quote  n figure  i id")
        await driver.press("escape")
        assert driver.text.splitlines()[-1] == footer
        await driver.press("y", "z")
        assert "y z does nothing" in driver.text.splitlines()[-1]
        assert not driver.dashboard.parts.panes.zoomed
        await driver.press("k")
        assert driver.text.splitlines()[-1].startswith(" enter open  S sort  * only this claim")
