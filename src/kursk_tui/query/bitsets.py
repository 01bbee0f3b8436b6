"""Sets of claims as the bits of integers, so that a set operation is one integer operation."""

from collections.abc import Iterable, Sequence
from itertools import repeat
from operator import contains

_DIGITS = bytes.maketrans(b"\x00\x01", b"01")
_FLAGS = bytes.maketrans(b"01", b"\x00\x01")
_SLICE = 20_000


def bits(indexes: Iterable[int], size: int) -> int:
    """Return the set of `indexes`, each below `size`, as the bits of an integer."""
    flags = bytearray((size + 7) // 8)
    for index in indexes:
        flags[index >> 3] |= 1 << (index & 7)
    return int.from_bytes(flags, "little")


def members(chosen: int) -> list[int]:
    """Return the indexes in a set of bits, in ascending order."""
    found = []
    for at, byte in enumerate(chosen.to_bytes((chosen.bit_length() + 7) // 8, "little")):
        while byte:
            low = byte & -byte
            found.append(at * 8 + low.bit_length() - 1)
            byte ^= low
    return found


def packed(flags: bytes) -> int:
    """Return bytes of 1 and 0, starting with index 0, as a set of bits."""
    return int(flags[::-1].translate(_DIGITS), 2) if flags else 0


def unpacked(chosen: int, size: int) -> bytes:
    """Return a set of bits as `size` bytes of 1 and 0, starting with index 0."""
    return f"{chosen:0{size}b}".encode()[::-1].translate(_FLAGS) if size else b""


def texts_containing(wanted: str, texts: Sequence[str], size: int = _SLICE) -> int:
    """Return the indexes of the texts that contain `wanted`, as a set of bits.

    The texts are searched in slices of `size`, so that other threads, such as the one that reads
    keys, can run in between.
    """
    slices = (texts[start : start + size] for start in range(0, len(texts), size))
    return packed(b"".join(bytes(map(contains, part, repeat(wanted))) for part in slices))
