"""Answers to a query, as sets of claims held in the bits of integers."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import repeat
from operator import contains


def bits(indexes: Iterable[int], size: int) -> int:
    """Return the set of `indexes`, each below `size`, as the bits of an integer."""
    flags = bytearray((size + 7) // 8)
    for index in indexes:
        flags[index >> 3] |= 1 << (index & 7)
    return int.from_bytes(flags, "little")


_DIGITS = bytes.maketrans(b"\x00\x01", b"01")


def packed(flags: bytes) -> int:
    """Return bytes of 1 and 0, the index 0 first, as a set of bits: the reverse of `unpacked`."""
    return int(flags[::-1].translate(_DIGITS), 2) if flags else 0


_SLICE = 20_000


def holding(wanted: str, texts: Sequence[str], size: int = _SLICE) -> int:
    """Return which of some texts hold another, as a set of bits.

    Between slices of that size other threads have their turn, such as the one that takes keys.
    """
    slices = (texts[start : start + size] for start in range(0, len(texts), size))
    return packed(b"".join(bytes(map(contains, part, repeat(wanted))) for part in slices))


def members(chosen: int) -> list[int]:
    """Return the indexes in a set of bits, in order."""
    found = []
    for at, byte in enumerate(chosen.to_bytes((chosen.bit_length() + 7) // 8, "little")):
        while byte:
            low = byte & -byte
            found.append(at * 8 + low.bit_length() - 1)
            byte ^= low
    return found


_BITS = bytes.maketrans(b"01", b"\x00\x01")


def unpacked(chosen: int, size: int) -> bytes:
    """Return a set of bits as `size` bytes of 1 and 0, the index 0 first."""
    return f"{chosen:0{size}b}".encode()[::-1].translate(_BITS) if size else b""


@dataclass(frozen=True, slots=True)
class Answer:
    """Which claims match, which possibly do, and which do not state what was asked.

    The three sets are disjoint; every other claim does not match. Per claim the four outcomes
    are ordered: no match, not stated, possible, match. AND takes the lowest, OR the highest; NOT
    is applied to single terms, where it swaps match and no match. As truth values this is
    Kleene's logic, with two reasons for not knowing.
    """

    match: int = 0
    possible: int = 0
    unstated: int = 0

    def __and__(self, other: "Answer") -> "Answer":
        match = self.match & other.match
        likely = (self.match | self.possible) & (other.match | other.possible)
        known = (self.match | self.possible | self.unstated) & (
            other.match | other.possible | other.unstated
        )
        return Answer(match, likely & ~match, known & ~likely)

    def __or__(self, other: "Answer") -> "Answer":
        match = self.match | other.match
        likely = match | self.possible | other.possible
        known = likely | self.unstated | other.unstated
        return Answer(match, likely & ~match, known & ~likely)

    def negated(self, everything: int) -> "Answer":
        """Return the answer to the opposite question, over the claims in `everything`."""
        known = self.match | self.possible | self.unstated
        return Answer(everything & ~known, self.possible, self.unstated)
