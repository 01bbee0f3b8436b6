"""The cost of a review: the time that a decision takes, and the memory that many leave behind."""

from collections.abc import Iterator

from benchmarks.programs import open_draft, open_minimal
from benchmarks.screen import Program
from benchmarks.setting import Line, Setting, compared

_SIZES = (300, 1_000, 3_000)
"""The numbers of claims of the drafts to review."""

_SMALL = 11
"""The number of claims of the draft for many decisions, whose memory matters, not their time."""

_ENDURED = {"decisions, each undone": ("au", 500, 3_000), "reloads": ("r", 300, 1_500)}
"""The keys to repeat, and the numbers of repetitions after which memory is compared."""


def decisions(setting: Setting) -> Iterator[Line]:
    """Yield the time from the key of a decision to its last byte; the file is saved before."""
    minimal = open_minimal()
    for count in _SIZES if setting.turns > 1 else setting.counts:
        program = open_draft(setting, count)
        program.press("j", 1.0)  # the index is prepared meanwhile
        for key, name in (("a", "accept"), ("d", "reject"), ("u", "undo")):
            pairs = []
            for _ in range(setting.turns * 2):
                mine = program.press(key, 0.5).seconds
                pairs.append((mine, minimal.press("x", 0.15).seconds))
            what = f"{name} a claim, {count:,} claims"
            yield compared(what, pairs, "a key in a minimal Textual app")
        yield from _items(setting, program, minimal, count)
        program.end()
    minimal.end()


def _items(setting: Setting, program: Program, minimal: Program, count: int) -> Iterator[Line]:
    """Yield the time to reject an item of a claim, which changes what the claim states."""
    for key in ("0", "j"):
        program.press(key, 0.5)
    rejected: list[tuple[float, float]] = []
    undone: list[tuple[float, float]] = []
    for _ in range(setting.turns * 2):
        for key, pairs in (("d", rejected), ("u", undone)):
            mine = program.press(key, 0.5).seconds
            pairs.append((mine, minimal.press("x", 0.15).seconds))
    for name, pairs in (("reject an item", rejected), ("undo that", undone)):
        yield compared(f"{name}, {count:,} claims", pairs, "a key in a minimal Textual app")


def endurance(setting: Setting) -> Iterator[Line]:
    """Yield the memory after many decisions and reloads, compared with that after some of them."""
    for name, (keys, some, many) in _ENDURED.items():
        if setting.turns == 1:
            some, many = 5, 20
        program = open_draft(setting, _SMALL)
        program.press("j", 1.0)
        sizes = []
        for rounds in (some, many - some):
            for key in keys * rounds:
                program.press(key, 0.03)
            program.settle(1.0)
            sizes.append(program.resident())
        program.end()
        before, after = sizes
        yield Line(
            f"memory after {many:,} {name}",
            f"{after:.0f} MB",
            f"after {some:,}",
            f"{before:.0f} MB",
            f"{after / before:.2f}",
        )
