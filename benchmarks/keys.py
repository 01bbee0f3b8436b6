"""The time and the bytes that a key takes, and the activity while idle."""

from collections.abc import Iterator, Sequence
from itertools import chain
from statistics import median

from benchmarks.programs import OURS, open_minimal, open_ours, open_posting, open_visidata
from benchmarks.screen import Burst, Program
from benchmarks.setting import Line, Setting, compared

WORDS = ("kursk", "held", "exactly")
"""Words to search for: rare, common, and, once complete, in no claim."""
CLEAR = "\x15"
"""The key that clears the query bar."""


def asked(setting: Setting) -> Sequence[str]:
    """Return the words to type."""
    return WORDS[: setting.turns]


def quiet(count: int) -> float:
    """Return the seconds without output after which a key counts as handled.

    With a million claims, the first byte may take a third of a second, and so may the panes after
    the query bar.
    """
    return 0.25 + count / 1e6


def begin_query(program: Program, seconds: float) -> None:
    """Open the query bar, and let the dashboard compute the data that it caches for queries."""
    program.press("/", seconds)
    program.press("w\x7f", seconds)


def changes_panes(burst: Burst) -> bool:
    """Return whether a letter changed more than the query bar."""
    return burst.bytes > 400


def letters(setting: Setting) -> Iterator[Line]:
    """Yield the time from a letter of a query to the last byte that updates the panes."""
    minimal = open_minimal()
    for count in setting.counts:
        what = f"a letter that changes the panes, {count:,} claims"
        program = open_ours(setting, count)
        begin_query(program, quiet(count))
        pairs = []
        for letter in chain.from_iterable((*word, CLEAR) for word in asked(setting)):
            burst = program.press(letter, quiet(count))
            if letter != CLEAR and changes_panes(burst):
                pairs.append((burst.seconds, minimal.press("x", 0.15).seconds))
        yield compared(what, pairs, "a key in a minimal Textual app")
        if "visidata" in setting.peers:
            peer = open_visidata(setting, count)
            peer.settle(2.0)
            rows = [
                (_typed(program, word, quiet(count)), _selected(peer, word)) for word in WORDS * 2
            ]
            yield compared(what, rows, "visidata, g\\| and a word on the same rows")
            peer.end()
        program.end()
    minimal.end()


def _typed(program: Program, word: str, seconds: float) -> float:
    # The median time of the letters that change the panes.
    bursts = [program.press(letter, seconds) for letter in word]
    program.press(CLEAR, seconds)
    return median(burst.seconds for burst in bursts if changes_panes(burst))


def _selected(peer: Program, word: str) -> float:
    # The time to select the rows that contain a word, after clearing the selection.
    peer.press("gu", 0.5)
    peer.press("g|", 0.5)
    peer.press(word, 0.5)
    return peer.press("\r", 1.0).seconds


def wire(setting: Setting) -> Iterator[Line]:
    """Yield the bytes sent for the first screen, a cursor key and a page, at 120x36."""
    turns = setting.turns
    ours = Program([OURS], size=(120, 36), env={"XDG_STATE_HOME": str(setting.folder)})
    ours.wait_for(lambda text: "q quit" in text and "reported S1 " in text)
    ours.settle()
    figures = {
        "the first screen": float(len(ours.sent)),
        "a cursor key": median(ours.press(key, 0.2).bytes for key in "j" * turns + "k" * turns),
        "half a page": median(
            ours.press(key, 0.2).bytes for key in "\x04\x15" * ((turns + 1) // 2)
        ),
    }
    ours.press("/")
    typed = [ours.press(key, 0.2).bytes for key in "killed:>100"]
    figures["a query letter"] = median(typed)
    ours.end()
    theirs: dict[str, float] = {}
    if "visidata" in setting.peers:
        peer = open_visidata(setting, 1000, (120, 36))
        peer.settle(0.6)
        theirs["the first screen"] = float(len(peer.sent))
        theirs["a cursor key"] = median(peer.press(key, 0.4).bytes for key in "jjjjjjkkkkkk")
        theirs["half a page"] = median(peer.press(key, 0.4).bytes for key in "\x06\x02" * 3)
        peer.end()
    for name, mine in figures.items():
        other = theirs.get(name)
        baseline = "visidata, a whole page" if name == "half a page" else "visidata"
        yield Line(
            f"bytes of {name}, built-in briefing",
            f"{mine:,.0f}",
            baseline if other else "",
            f"{other:,.0f}" if other else "",
            f"{mine / other:.1f}" if other else "",
        )


def idle(setting: Setting) -> Iterator[Line]:
    """Yield the activity while the query bar has the focus and no key is pressed."""
    seconds = 10 if setting.turns > 1 else 1
    program = open_ours(setting, 1000)
    program.press("/", 1.0)
    mine = _rest(program, seconds)
    baseline, theirs = "", ("", "")
    if "posting" in setting.peers:
        # Its address bar has the focus and takes the text.
        baseline, theirs = "posting, address bar focused", _rest(open_posting(setting), seconds)
    for name, one, other in zip(("bytes", "CPU"), mine, theirs, strict=True):
        yield Line(f"idle for {seconds} s, query bar focused: {name}", one, baseline, other)


def _rest(program: Program, seconds: int) -> tuple[str, str]:
    program.watch(1)  # output that belongs to the start
    before, used = len(program.sent), program.cpu()
    program.watch(seconds)
    figures = f"{len(program.sent) - before:,}", f"{(program.cpu() - used) / seconds:.2%}"
    program.end()
    return figures
