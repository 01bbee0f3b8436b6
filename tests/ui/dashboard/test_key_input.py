"""Key input: keys run actions one by one, and the footer is updated."""

from collections.abc import Sequence

from kursk_tui.ui.dashboard.key_input import Footer, KeyInput, ModeKeys
from kursk_tui.ui.keys.actions import REVIEW_FOOTER, Action
from kursk_tui.ui.keys.keymap import Keymap
from kursk_tui.ui.pane import Hint

KEYMAP = Keymap.of(
    [
        Action("move", ("j",), "panes.move(1)", "down", "Go down"),
        Action("quote", ("y q",), "copying.copy('quote')", "quote", "Copy the quote"),
        Action("mark", ("m letter",), "marks.set", "mark", "Mark the claim"),
    ]
)


class FakeLine:
    """A line of keys that records its content."""

    def __init__(self) -> None:
        self.shown = ""

    def show_message(self, message: str) -> None:
        """Record a message."""
        self.shown = message

    def show(self, keymap: Keymap, first: Sequence[Hint] = ()) -> None:
        """Record that keys are shown."""
        self.shown = f"keys {' '.join(one.label or one.action for one in first)}"

    def show_following(self, keymap: Keymap, pending: str, remark: str = "") -> None:
        """Record the keys that are pending."""
        self.shown = f"{pending} … {remark}".rstrip()

    def show_editing(self) -> None:
        """Record that a query is typed."""
        self.shown = "editing"

    def show_mode(self, title: str, keys: ModeKeys) -> None:
        """Record the mode."""
        self.shown = f"mode {title}"


class Bench:
    """Key input with a footer."""

    def __init__(self) -> None:
        self.line = FakeLine()
        self.editing = self.draft = False
        self.run: list[str] = []
        self.refused: dict[str, str] = {}
        self.footer = Footer(
            self.line,
            KEYMAP,
            lambda: self.editing,
            lambda: self.draft,
            lambda: [Hint("claim.open", "claim")],
        )
        self.keys = KeyInput(
            KEYMAP, self.footer, self._run, self.refused.get, lambda keys: f"after {keys}"
        )

    async def _run(self, action: str) -> None:
        self.run.append(action)
        self.footer.show_message(action)

    async def press(self, *keys: str) -> None:
        """Press keys."""
        for key in keys:
            await self.keys.take(key)


async def test_keys_run_actions_in_their_order() -> None:
    bench = Bench()
    await bench.press("j", "y", "q", "m", "b", "j")
    assert bench.run == [
        "panes.move(1)",
        "copying.copy('quote')",
        "marks.set('b')",
        "panes.move(1)",
    ]


async def test_a_message_stays_until_the_next_key() -> None:
    bench = Bench()
    await bench.press("j")
    bench.footer.show_keys()
    assert bench.line.shown == "panes.move(1)"
    await bench.press("x")
    assert bench.line.shown == "keys claim"


async def test_a_sequence_shows_the_next_keys_and_is_cancelled_by_any_other_key() -> None:
    bench = Bench()
    await bench.press("y")
    assert bench.line.shown == "y … after y"
    await bench.press("j")
    assert bench.line.shown == "y j does nothing"
    assert bench.run == []
    await bench.press("y", "escape")
    assert bench.line.shown == "keys claim"
    bench.keys.begin("m")
    await bench.press("c")
    assert bench.run == ["marks.set('c')"]


async def test_a_refused_action_is_not_run() -> None:
    bench = Bench()
    bench.refused["panes.move(1)"] = "the pane is being laid out"
    await bench.press("j")
    assert bench.line.shown == "the pane is being laid out"
    assert bench.run == []


def test_the_footer_shows_the_keys_of_the_current_state() -> None:
    bench = Bench()
    bench.draft = True
    bench.footer.show_keys()
    assert bench.line.shown == f"keys {' '.join(REVIEW_FOOTER)} claim"
    bench.editing = True
    bench.footer.show_keys()
    assert bench.line.shown == "editing"


async def test_a_resize_leaves_the_keys_that_can_follow_in_the_footer() -> None:
    bench = Bench()
    await bench.press("y")
    bench.footer.show_keys()
    assert bench.line.shown == "y … after y"
    await bench.press("q")
    assert bench.line.shown == "copying.copy('quote')"
    await bench.press("j", "y", "escape")
    assert bench.line.shown == "keys claim"


async def test_a_question_takes_the_next_key_alone() -> None:
    bench = Bench()
    answers: list[str] = []
    for key in ("k", "x", "escape"):
        bench.keys.ask("k killed  w wounded", {"k": lambda: answers.append("killed")})
        assert bench.line.shown == "k killed  w wounded"
        await bench.press(key, "j")
        assert answers == ["killed"]
    assert bench.run == ["panes.move(1)"] * 3
    bench.keys.ask("k killed", {"k": lambda: None})
    await bench.press("x")
    assert bench.line.shown == "x is not one of the keys shown"
