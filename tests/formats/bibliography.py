"""Read BibLaTeX, as far as this program writes it."""

import re

_COMMANDS = {
    r"\textbackslash{}": "\\",
    r"\textasciicircum{}": "^",
    r"\textasciitilde{}": "~",
    r"\textasciigrave{}": "`",
    r"\textquotedbl{}": '"',
    r"\textless{}": "<",
    r"\textgreater{}": ">",
    r"\textbar{}": "|",
    "{}": "",
}
_PRINTED = re.compile("|".join(map(re.escape, _COMMANDS)) + r"|\\(.)")


def entries(text: str) -> dict[str, dict[str, str]]:
    """Return the fields of the entries by their key, after checking that braces balance."""
    found: dict[str, dict[str, str]] = {}
    body = re.sub(r"\A%[^\n]*\n\n", "", text)
    for entry in filter(None, body.split("\n\n")):
        first, *lines, last = entry.rstrip("\n").split("\n")
        head = re.fullmatch(r"@(online|misc)\{([A-Za-z0-9._-]+),", first)
        assert head is not None, first
        assert last == "}"
        assert head[2] not in found
        found[head[2]] = {"entry": head[1]} | dict(map(_field, lines))
    return found


def _field(line: str) -> tuple[str, str]:
    found = re.fullmatch(r"  ([a-z]+) = \{(.*)\},", line)
    assert found is not None, line
    bare = re.sub(r"\\[{}]", "", found[2])
    depth = 0
    for character in bare:
        depth += {"{": 1, "}": -1}.get(character, 0)
        assert depth >= 0, line
    assert depth == 0, line
    return found[1], found[2]


def printed(value: str) -> str:
    """Return what TeX prints of a value in double braces."""
    inner = value.removeprefix("{").removesuffix("}")
    return _PRINTED.sub(lambda one: _COMMANDS.get(one[0]) or one[1] or "", inner)
