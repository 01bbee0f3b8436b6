"""Random bytes from the keyboard of a real pseudo-terminal; the suite sends a few thousand.

One process takes many sequences. Then it must answer a key, and quit with 0 without any message:
`python -m tests.fuzz_keyboard --sequences 100000`.
"""

import argparse
import os
import random
import select
import signal
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Sequence
from multiprocessing import Pool
from pathlib import Path

import pexpect

from tests.terminal import COMMAND

PER_PROCESS = 2_000
"""The number of sequences that one process takes."""

_CHUNK = 50
_LOCALES = ("C.UTF-8", "C.UTF-8", "ru_RU.KOI8-R", "de_DE.ISO-8859-15", "ja_JP.SJIS", "zh_CN.GBK")
_UNBOUND = ("quit", "suspend", "print", "edit")
_FINALS = b"ABCDEFHPQRSZ~u^$@tcnyMmIOTh"
_KNOWN_ASCII = r"""
j k / ? : \t \r \x7f \x01 \x17 \x1b killed:>1
\x1b[A \x1bOB \x1b[1;5C \x1b[5~ \x1b[3;2~ \x1b[[A \x1b[24$ \x1bOP \x1bj \x1b\x1b[A
\x1b[106u \x1b[106;1:1u \x1b[106:74;2:3;74u \x1b[57441;2:1u \x1b[0;1;1055u
\x1b[<0;10;10M \x1b[<0;10;10m \x1b[<64;5;5M \x1b[<35;99999;0M \x1b[M\x20!! \x1b[32;10;10M
\x1b[I \x1b[O \x1b[12;34R \x1b[1;2R \x1b[?2026;2$y \x1b[?2048;2$y \x1b[?62;4c \x1b[>41;354;0c
\x1b[48;24;80;480;800t \x1b[48;0;0;0;0t \x1b[8;24;80t \x1b[0n
\x1b[200~pasted\x1b[201~ \x1b[200~ \x1b[201~
\x1b]11;rgb:0000/0000/0000\x1b\\ \x1b]52;c;cm0=\x07 \x1bP1$r0m\x1b\\ \x1bP>|xterm\x1b\\
\x1b_Gi=1;OK\x1b\\ \x1b^pm\x1b\\ \x1bXsos\x1b\\ \x9b1A \xe9 \xff
"""
_KNOWN = (
    *(one.encode().decode("unicode_escape").encode("latin-1") for one in _KNOWN_ASCII.split()),
    *("é".encode(), "привет".encode("koi8-r"), "日本".encode("shift_jis"), "🇰🇷".encode()),
)
"""What terminals send, in every form."""


def sequence(chance: random.Random) -> bytes:
    """Return random bytes, or a known sequence that is whole, changed, cut or very long."""
    known = chance.choice(_KNOWN)
    match chance.randrange(6):
        case 0:
            found = chance.randbytes(chance.randint(1, 12))
        case 1:
            found = _control_sequence(chance)
        case 2:
            at = chance.randrange(len(known))
            found = known[:at] + chance.randbytes(1) + known[at + 1 :]
        case 3:
            found = known[: chance.randint(1, len(known))]
        case 4 if chance.random() < 0.05:
            found = chance.choice((b"\x1b[", b"\x1b]0;", b"\x1bP1", b"\x1b[200~")) + b"1;" * 5_000
        case _:
            found = known
    return found.replace(b"\x11", b"").replace(b"\x03", b"")  # ctrl+q and ctrl+c quit


def _control_sequence(chance: random.Random) -> bytes:
    numbers = chance.choices((0, 1, 27, 106, 9**9, 10**40), k=chance.randint(0, 5))
    joined = chance.choice(";:").join(map(str, numbers)).encode()
    private = chance.choice((b"", b"<", b"?", b">"))
    return b"\x1b[" + private + joined + bytes([chance.choice(_FINALS)])


class Fuzzed:
    """A process whose keyboard gets random bytes."""

    def __init__(self, chance: random.Random, folder: Path) -> None:
        config = folder / "kursk-tui" / "config.toml"
        config.parent.mkdir(exist_ok=True)
        config.write_text("[keys]\n" + "".join(f'"{name}" = []\n' for name in _UNBOUND))
        environment = {
            **os.environ,
            "TERM": "xterm-256color",
            "LC_ALL": chance.choice(_LOCALES),
            "EDITOR": "true",
            "XDG_CONFIG_HOME": str(folder),
            "XDG_STATE_HOME": str(folder),
        }
        self._child = pexpect.spawn(
            COMMAND, dimensions=(24, 80), env=environment, timeout=60, encoding=None
        )
        self.output = b""
        assert self._read_until(b"\x1b[?2004h"), self.output
        assert self.is_answered(), "no key is answered at the beginning"

    def send(self, data: bytes) -> None:
        """Send bytes while reading what the process draws."""
        while data:
            readable, writable, _ = select.select(
                [self._child.child_fd], [self._child.child_fd], [], 60
            )
            assert readable or writable, "the process reads nothing"
            if readable and not self._read():
                return
            if writable:
                data = data[os.write(self._child.child_fd, data[:1024]) :]

    def is_answered(self) -> bool:
        """Leave whatever the bytes have opened; return whether a key is then answered."""
        for key, seconds in ((b"\x1b", 0.7), (b"\x1b", 0.2), (b"\r", 0.2), (b"\x1b", 0.2)):
            self.send(key)
            self._read_for(seconds)
        self._child.kill(signal.SIGCONT)
        self._read_for(0.3)
        start = len(self.output)
        self.send(b"\x0c")
        return self._read_until(b"North Korean troops", start)

    def has_ended(self) -> bool:
        """Return whether the process has ended: “quit” can be chosen in the finder by chance."""
        return not self._child.isalive()

    def quit(self) -> int | None:
        """Press ctrl+q; return the exit code."""
        self.send(b"\x11")
        self._read_until(b"")
        self._child.close()
        return self._child.exitstatus

    def end(self) -> None:
        """Kill the process."""
        self._child.close(force=True)

    def _read(self) -> bool:
        try:
            data = os.read(self._child.child_fd, 65536)
        except OSError:
            data = b""
        self.output += data
        return bool(data)

    def _read_for(self, seconds: float) -> None:
        until = time.monotonic() + seconds
        while (left := until - time.monotonic()) > 0:
            if select.select([self._child.child_fd], [], [], left)[0] and not self._read():
                return

    def _read_until(self, wanted: bytes, start: int = 0) -> bool:
        """Read until something wanted is drawn, or with nothing wanted, until the end."""
        until = time.monotonic() + 60
        while not wanted or self.output.find(wanted, start) < 0:
            left = until - time.monotonic()
            if left <= 0 or not select.select([self._child.child_fd], [], [], left)[0]:
                return False
            if not self._read():
                return not wanted
        return True


def run(seed: int, count: int = PER_PROCESS) -> Counter[str]:
    """Send sequences to a process; raise AssertionError if it ends badly or answers no more."""
    chance = random.Random(seed)
    outcomes: Counter[str] = Counter()
    with tempfile.TemporaryDirectory() as folder:
        fuzzed = Fuzzed(chance, Path(folder))
        sent = b""
        try:
            while outcomes.total() < count:
                chunk = b"".join(sequence(chance) for _ in range(_CHUNK))
                sent = (sent + chunk)[-_CHUNK * 20 :]
                fuzzed.send(chunk)
                outcomes["keyboard: sent"] += _CHUNK
            assert fuzzed.is_answered() or fuzzed.has_ended(), "no key is answered"
            code = fuzzed.quit()
            message = fuzzed.output[fuzzed.output.rfind(b"\x1b[?1049l") :]
            found = code, b"Traceback" in message, b"kursk-tui" in message
            assert found == (0, False, False), message
        except (AssertionError, OSError) as error:
            raise AssertionError(f"seed {seed}: {error}; the last bytes: {sent!r}") from None
        finally:
            fuzzed.end()
    return outcomes


def main(arguments: Sequence[str] | None = None) -> int:
    """Send the given number of sequences, and print the seeds that fail."""
    parser = argparse.ArgumentParser(prog="python -m tests.fuzz_keyboard")
    parser.add_argument("--sequences", type=int, default=100_000)
    parser.add_argument("--seed", type=int, default=random.randrange(10**9))
    options = parser.parse_args(arguments)
    seeds = range(options.seed, options.seed + max(1, options.sequences // PER_PROCESS))
    with Pool() as pool:
        failures = [text for text in pool.imap_unordered(_failure, seeds) if text]
    sys.stdout.write("".join(f"{text}\n" for text in failures))
    sys.stdout.write(f"{len(seeds) * PER_PROCESS:>12,}  keyboard, from seed {options.seed}\n")
    return 1 if failures else 0


def _failure(seed: int) -> str:
    try:
        run(seed)
    except AssertionError as error:
        return str(error)
    return ""


if __name__ == "__main__":
    sys.exit(main())
