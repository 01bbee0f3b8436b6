"""The keymap: sequences, configured keys, clashes, and the key that always quits."""

from hypothesis import given, settings
from hypothesis import strategies as st

from kursk_tui.ui.keys.actions import QUIT_ALWAYS, Action, actions
from kursk_tui.ui.keys.keymap import Clash, Keymap, Step, displayed, key_error, key_name
from kursk_tui.ui.keys.table import key_table
from kursk_tui.ui.pane_registry import panes
from tests.tables import each_row

USUAL = Keymap.of(actions(panes()))


def action(name: str, *keys: str) -> Action:
    return Action(name, keys, f"do_{name}", name, f"Do {name}")


def test_one_key_runs_an_action() -> None:
    assert USUAL.step("", "j") == Step(run="cursor.move(1)")
    assert USUAL.step("", "down") == Step(run="cursor.move(1)")
    assert USUAL.step("", "ctrl+w") is None


def test_keys_form_sequences() -> None:
    assert USUAL.step("", "y") == Step(pending="y")
    assert USUAL.step("y", "q") == Step(run="copying.copy('quote')")
    assert USUAL.step("y", "z") is None
    assert [keys for keys, _ in USUAL.following("y")] == ["y", "q", "n", "i", "j", "f", "u"]


def test_a_mark_takes_any_letter_and_nothing_else() -> None:
    assert USUAL.step("", "m") == Step(pending="m")
    assert USUAL.step("m", "a") == Step(run="marks.set('a')")
    assert USUAL.step("'", "q") == Step(run="marks.jump('q')")
    for key in ("1", "A", "é", "escape", "'"):
        assert USUAL.step("m", key) is None
    assert USUAL.step("", "b") is None


def test_the_default_keys_do_not_clash() -> None:
    assert USUAL.clashes == ()


def test_configured_keys_take_precedence() -> None:
    keymap = Keymap.of([action("a", "x"), action("b", "y")], {"b": ("x", "z")})
    assert keymap.step("", "x") == Step(run="do_b")
    assert keymap.step("", "z") == Step(run="do_b")
    assert keymap.step("", "y") is None
    assert keymap.clashes == (Clash("x", "b", "a"),)


def test_two_actions_can_swap_their_keys() -> None:
    keymap = Keymap.of([action("a", "x"), action("b", "y")], {"a": ("y",), "b": ("x",)})
    assert keymap.step("", "x") == Step(run="do_b")
    assert keymap.step("", "y") == Step(run="do_a")
    assert keymap.clashes == ()


def test_a_prefix_of_other_keys_clashes_with_them() -> None:
    keymap = Keymap.of([action("a", "y q"), action("b", "z")], {"b": ("y",)})
    assert keymap.step("", "y") == Step(run="do_b")
    assert keymap.clashes == (Clash("y q", "b", "a"),)


def test_an_action_can_have_no_keys() -> None:
    keymap = Keymap.of([action("a", "x")], {"a": ()})
    assert keymap.step("", "x") is None


def test_names_of_keys_ignore_case() -> None:
    keymap = Keymap.of([action("a", "x"), action("b", "X")], {"a": ("Ctrl+N", "PageDown  G")})
    assert keymap.step("", "ctrl+n") == Step(run="do_a")
    assert keymap.step("pagedown", "G") == Step(run="do_a")
    assert keymap.step("", "X") == Step(run="do_b")


@each_row(
    ("keys", "error"),
    [
        ("j", None),
        ("G", None),
        ("/", None),
        ("'", None),
        ("ctrl+n", None),
        ("shift+tab", None),
        ("f12", None),
        ("y q", None),
        ("m letter", None),
        ("é", None),
        ("ctrl+q", "ctrl+q cannot be bound: it always quits"),
        ("y ctrl+c", "ctrl+c cannot be bound: it always quits"),
        ("downn", "there is no key 'downn'; did you mean 'down'?"),
        ("shift+a", "terminals send shift+a as a character; write that"),
        ("ctrl+i", "terminals send ctrl+i as tab; write that"),
        ("ctrl+", "there is no key 'ctrl+'"),
        ("jk", "there is no key 'jk'"),
        ("\x9b", "there is no key '\x9b'"),
    ],
)
def test_an_invalid_key_is_reported(keys: str, error: str | None) -> None:
    takes_letter = "letter" in keys
    one = action("a", "m letter" if takes_letter else "m")
    assert key_error(one, keys) == error


@each_row(
    ("key", "character", "name"),
    [
        ("j", "j", "j"),
        ("slash", "/", "/"),
        ("question_mark", "?", "?"),
        ("space", " ", "space"),
        ("tab", "\t", "tab"),
        ("enter", "\r", "enter"),
        ("ctrl+d", "\x04", "ctrl+d"),
        ("shift+tab", None, "shift+tab"),
        ("plus", "+", "+"),
        ("alt+x", "x", "alt+x"),
        ("kana_ha", "は", "は"),
    ],
)
def test_a_key_press_has_the_name_used_in_the_configuration(
    key: str, character: str | None, name: str
) -> None:
    assert key_name(key, character) == name


def test_keys_are_displayed_in_short_form() -> None:
    assert displayed("ctrl+d") == "^d"
    assert displayed("y q") == "y q"
    assert displayed("m letter") == "m a-z"
    assert displayed("escape") == "esc"


KEYS = st.lists(st.sampled_from(["a", "b", "a b", "a letter", "b c", "ctrl+x"]), max_size=3)


@settings(max_examples=200, deadline=None, database=None)
@given(st.dictionaries(st.sampled_from(["one", "two", "three"]), KEYS.map(tuple), max_size=3))
def test_no_configuration_makes_keys_ambiguous_or_loses_one_silently(
    chosen: dict[str, tuple[str, ...]],
) -> None:
    keymap = Keymap.of([action("one", "a"), action("two", "b c"), action("three", "d")], chosen)
    kept = [(keys, one.id) for one in keymap.actions for keys in one.keys]
    assert len({keys for keys, _ in kept}) == len(kept)
    assert not any(
        other.startswith(f"{keys} ") for keys, _ in kept for other, _ in kept if keys != other
    )
    for one in keymap.actions:
        wanted = chosen.get(one.id, {"one": ("a",), "two": ("b c",), "three": ("d",)}[one.id])
        for keys in wanted:
            lost = any(clash.keys == keys and clash.loser == one.id for clash in keymap.clashes)
            assert keys in one.keys or lost


def test_the_table_names_every_action_its_keys_and_the_clashes() -> None:
    lines = list(key_table(Keymap.of(actions(panes()), {"pane.zoom": ("x",)})))
    text = "\n".join(lines)
    for one in (*actions(panes()), QUIT_ALWAYS):
        assert one.id in text
    assert any(line.startswith("pane.zoom ") and " x " in line for line in lines)
    assert any(line.startswith("pane.conflicts ") and "(none)" in line for line in lines)
    assert lines[-1] == "clash: x runs pane.zoom, not pane.conflicts"
    assert list(key_table(USUAL))[-1] == "no key conflicts"


def test_a_key_of_a_pane_comes_first_there_and_does_nothing_of_it_elsewhere() -> None:
    chart, change = "cursor.toggle_chart", "changing.begin"
    assert USUAL.step("", "c", "track") == Step(run=chart)
    assert USUAL.step("", "c", "figures") == Step(run=change)
    assert USUAL.step("", "c") == Step(run=change)
    assert not USUAL.clashes
    moved = Keymap.of(actions(panes()), {"track.chart": ("f",)})
    assert moved.step("", "c", "track") == Step(run=change)
    assert moved.step("", "f", "track") == Step(run=chart)
    assert moved.step("", "f", "claim") is None
    taken = Keymap.of(actions(panes()), {"track.chart": ("c x",)})
    assert [clash.loser for clash in taken.clashes] == ["review.change"]
