"""Texts of a given length that are expensive to measure, wrap, search or read."""

from collections.abc import Callable

Make = Callable[[int], str]


def _repeated(part: str) -> Make:
    return lambda size: (part * (size // len(part) + 1))[:size]


TEXTS: dict[str, Make] = {
    "words": _repeated("word of a text "),
    "one word": _repeated("w"),
    "wide letters": _repeated("한국 전쟁 "),
    "one wide word": _repeated("한"),
    "combining marks": lambda size: "Z" + "\u0301\u0323" * ((size - 1) // 2),
    "marked letters": _repeated("a\u0301\u0323\u0302\u0304 b"),
    "joined emoji": _repeated("👩\u200d"),
    "flags": _repeated("🇰🇷"),
    "invisible characters": lambda size: "x" + "\u200b" * (size - 1),
    "numbers": _repeated("40 "),
    "long numbers": _repeated("40,000,000 and 3 million or "),
    "one number": _repeated("9"),
    "decimals": _repeated("0.123456789"),
    "number words": _repeated("forty-two thousand "),
    "ranges": _repeated("40-50 "),
    "dates": _repeated("on 19 December 2024, "),
    "terms": _repeated("highly likely "),
    "links": _repeated("https://a.example/b "),
    "one link": lambda size: "https://a.example/" + "b" * (size - 18),
    "capitals": _repeated("Ann Lee "),
    "said": _repeated("Ann said "),
    "quotes": _repeated('"a" '),
    "open quotes": _repeated("“"),
    "brackets": lambda size: "(" * (size // 2) + ")" * (size // 2),
    "open brackets": _repeated("("),
    "dots": _repeated("."),
    "sentences": _repeated("Ten fell. "),
    "abbreviations": _repeated("U.S. Gen. "),
    "commas": _repeated("a, "),
    "hyphens": _repeated("a-"),
    "dashes": _repeated("—"),
    "apostrophes": _repeated("a'"),
    "slashes": _repeated("a/"),
    "markup": _repeated("[a](b)*_`<&|"),
    "blanks": lambda size: "a" + " " * (size - 2) + "b",
    "and": _repeated("40 and "),
    "per cent": _repeated("40% of "),
    "of": _repeated("of the "),
    "that": _repeated("that he said that "),
}
"""Texts of one line, by their name. Each takes a length in characters."""

TEXTS_OF_LINES: dict[str, Make] = {
    "blank lines": lambda size: "a" + "\n" * (size - 2) + "b",
    "short lines": _repeated("a\n"),
    "paragraphs": _repeated("Ten fell.\n\n"),
    "list": _repeated("- Ten fell\n"),
    "tabs": lambda size: "a" + "\t" * (size - 2) + "b",
    "carriage returns": lambda size: "a" + "\r" * (size - 2) + "b",
    "control characters": _repeated("a\x1b"),
}
"""Texts of several lines or with control characters."""
