"""What the terminal sends: keys in every encoding and form; everything else is ignored."""

import random
from collections.abc import Iterable

import pytest
from textual import events, messages
from textual.message import Message

from kursk_tui.ui.terminal.keyboard import Keyboard
from kursk_tui.ui.terminal.sequences import PASTE_LIMIT
from tests.fuzz_keyboard import sequence


class Typing:
    """A keyboard whose clock stands still until `wait`."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, encoding: str = "utf-8") -> None:
        self.now = 0.0
        monkeypatch.setattr("time.monotonic", lambda: self.now)
        self.keyboard = Keyboard(encoding)

    def feed(self, data: bytes) -> list[str]:
        """Return what bytes mean."""
        return named(self.keyboard.feed(data))

    def wait(self, seconds: float = 1) -> list[str]:
        """Return what incomplete bytes mean after some seconds without more."""
        self.now += seconds
        return named(self.keyboard.tick())


def named(received: Iterable[Message]) -> list[str]:
    """Return each key as its character, or its name if it types nothing; other events by kind."""
    return [_name(one) for one in received]


def _name(message: Message) -> str:
    match message:
        case events.Key(key=key, character=character):
            return character if character and character.isprintable() else key
        case events.Paste(text=text):
            return f"paste {text}"
        case events.MouseEvent(x=x, y=y, button=button):
            return f"{type(message).__name__} {button} at {x:.0f},{y:.0f}"
    return type(message).__name__


@pytest.fixture
def typing(monkeypatch: pytest.MonkeyPatch) -> Typing:
    """Return a keyboard in UTF-8."""
    return Typing(monkeypatch)


@pytest.mark.parametrize(
    ("encoding", "text"),
    [
        ("utf-8", "привет é 한국"),
        ("koi8-r", "привет"),
        ("cp1251", "привет"),
        ("iso8859-1", "é"),
        ("iso8859-15", "€é"),
        ("euc_kr", "한국"),
        ("shift_jis", "日本"),
        ("gb18030", "北京"),
    ],
)
def test_text_is_decoded_in_the_encoding_of_the_terminal(
    monkeypatch: pytest.MonkeyPatch, encoding: str, text: str
) -> None:
    data = text.encode(encoding)
    letters = [{" ": "space"}.get(one, one) for one in text]
    assert Typing(monkeypatch, encoding).feed(data) == [
        one.replace("space", " ") for one in letters
    ]
    bytewise = Typing(monkeypatch, encoding)
    assert [key for one in data for key in bytewise.feed(bytes([one]))] == list(text)


@pytest.mark.parametrize("encoding", ["utf-8", "euc_kr", "shift_jis", "gb18030", "koi8-r"])
@pytest.mark.parametrize("wrong", [b"\xff", b"\xe9", b"\x81", b"\xf0\x9f", b"\x80"])
def test_bytes_that_are_no_text_never_swallow_a_later_key(
    monkeypatch: pytest.MonkeyPatch, encoding: str, wrong: bytes
) -> None:
    typing = Typing(monkeypatch, encoding)
    typing.feed(wrong)
    typing.wait()
    assert typing.feed(b"j\x1b[A") == ["j", "up"]
    typing.feed(wrong)
    assert typing.feed(b"\x1b[A") == ["up"]


@pytest.mark.parametrize(
    ("data", "keys"),
    [
        (b"\x1b[A\x1bOB\x1b[1;5C\x1b[5~", ["up", "down", "ctrl+right", "pageup"]),
        (b"\x1b[[A\x1bOQ\x1b[15~", ["f1", "f2", "f5"]),
        (b"\x1b[24$j", ["f24", "j"]),  # rxvt
        (b"\x1bj", ["j"]),  # alt
        (b"\x1b/a", ["escape", "/", "a"]),
        (b"\x1b\x1b[A", ["escape", "up"]),
        # kitty: with the kind of event, alternatives, text, or all of them
        (b"\x1b[106u\x1b[106;1:1u\x1b[106;1:2u", ["j", "j", "j"]),
        (b"\x1b[106;1:3uj", ["j"]),
        (b"\x1b[106:74;2u\x1b[106;2u\x1b[106:74;2;74u", ["J", "J", "J"]),
        (b"\x1b[0;1;1055u", ["П"]),
        (b"\x1b[99;5u\x1b[1;5:1A", ["ctrl+c", "ctrl+up"]),
        (b"\x1b[27u\x1b[13u", ["escape", "enter"]),
        # the mouse
        (b"\x1b[<0;10;5M\x1b[<0;10;5m", ["MouseDown 1 at 9,4", "MouseUp 1 at 9,4"]),
        (b"\x1b[<64;1;1M", ["MouseScrollUp 0 at 0,0"]),
        (b"\x1b[?2026;2$y", ["TerminalSupportsSynchronizedOutput"]),
        (b"\x1b[200~two\nlines\x00\x1b[201~j", ["paste two\nlines", "j"]),
    ],
)
def test_keys_in_every_form(typing: Typing, data: bytes, keys: list[str]) -> None:
    assert typing.feed(data) + typing.wait() == keys


@pytest.mark.parametrize(
    "data",
    [
        b"\x1b[106;1:3u",  # a release
        b"\x1b[9999999999u",
        b"\x1b[55296u",  # a surrogate
        b"\x1b[0;1;55296:7u",
        b"\x1b[97~",  # no key has this number, which is the code of a
        b"\x1b[97;1A",
        b"\x1b[12;34R",  # the position of the cursor
        b"\x1b[I\x1b[O",  # the focus
        b"\x1b[48;0;0;0;0t",  # a size
        b"\x1b[48;99999999;99999999;1;1t",
        b"\x1b[?2048;2$y",
        b"\x1b[?62;4c",
        b"\x1b[M !!",  # an X10 mouse
        b"\x1b[32;10;10M",
        b"\x1b[<35;-1;0M",
        b"\x1b[<128;1;1M",  # a button of the side
        b"\x1b]11;rgb:aaaa/dddd/0000\x1b\\",
        b"\x1b]52;c;YQ==\x07",
        b"\x1bP1$r0m\x1b\\",
        b"\x1b_Gi=1;OK\x1b\\",
        b"\x1b[" + b"1;" * 5_000 + b"A",
        b"\xc2\x9b",  # an 8-bit control
    ],
)
def test_answers_and_unknown_sequences_press_no_key(typing: Typing, data: bytes) -> None:
    assert typing.feed(data) == []
    assert typing.wait() == []
    assert typing.feed(b"j") == ["j"]


@pytest.mark.parametrize(
    "start", [b"\x1b[1;", b"\x1b]0;title", b"\x1bP1", b"\x1b[<0;1", b"\x1b[M!"]
)
def test_an_incomplete_sequence_is_given_up(typing: Typing, start: bytes) -> None:
    assert typing.feed(start) == []
    assert typing.wait() == []
    assert typing.feed(b"j") == ["j"]
    typing.feed(start + b"0" * 5_000)
    assert typing.feed(b"\x1b[A") == ["up"]


def test_esc_and_introducers_pressed_by_hand_are_keys(typing: Typing) -> None:
    for data, keys in ((b"\x1b", ["escape"]), (b"\x1b[", ["escape", "["]), (b"\x1bO", ["O"])):
        assert typing.feed(data) == []
        assert typing.wait(0.05) == []
        assert typing.wait(0.06) == keys
    assert typing.keyboard.patience is None


def test_esc_ends_a_paste_without_an_end(typing: Typing) -> None:
    assert typing.feed(b"\x1b[200~aaa\xff\x1b[1;5Cddd") == []
    assert typing.wait(60) == []  # a slow connection
    assert typing.feed(b"d\x1b") == []
    assert typing.wait() == []
    assert typing.feed(b"j") == ["j"]


def test_of_a_huge_paste_the_beginning_is_kept(typing: Typing) -> None:
    typing.feed(b"\x1b[200~")
    for _ in range(20):
        typing.feed(b"a" * 100_000)
    (pasted,) = typing.feed(b"\x1b[201~")
    assert len(pasted) == len("paste ") + PASTE_LIMIT


@pytest.mark.parametrize("seed", range(20))
def test_any_bytes_in_any_pieces_mean_the_same_and_end(
    monkeypatch: pytest.MonkeyPatch, seed: int
) -> None:
    chance = random.Random(seed)
    data = b"".join(sequence(chance) for _ in range(50))
    whole, pieces = Typing(monkeypatch), Typing(monkeypatch)
    expected = whole.feed(data)
    found: list[str] = []
    while data:
        length = chance.randint(1, 8)
        found += pieces.feed(data[:length])
        data = data[length:]
    assert found == expected
    for _ in range(2):
        pieces.feed(b"\x1b")
        pieces.wait()
    assert pieces.feed(b"j") == ["j"]


def test_a_mode_report_is_no_key(typing: Typing) -> None:
    (report,) = typing.keyboard.feed(b"\x1b[?2026;1$y")
    assert isinstance(report, messages.TerminalSupportsSynchronizedOutput)
