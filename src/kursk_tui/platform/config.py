"""The configuration file: what it says, and a warning with its line for what it should not."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from difflib import get_close_matches
from pathlib import Path
from typing import Any

from kursk_tui.platform.defaults import THEMES

_SECTIONS = ("theme", "mouse", "ascii", "keys", "queries")
_TABLE = re.compile(r"\s*\[\s*(?P<name>[^\[\]]+?)\s*\]\s*(#.*)?$")
_ENTRY = re.compile(r"\s*(?P<name>[\w\-. \"']+?)\s*=")
_PLACE = re.compile(r"(?P<what>.*) \(at line (?P<line>\d+), column \d+\)$", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Known:
    """What a configuration may say: the actions that can be bound, and checks of the rest.

    The checks return what is wrong with an action's keys, or with a query; or None.
    """

    actions: Sequence[str]
    key_error: Callable[[str, str], str | None]
    query_error: Callable[[str], str | None]


@dataclass(frozen=True, slots=True)
class Remark:
    """Something in the file that was passed over: its line from 1, and a sentence."""

    line: int
    message: str


@dataclass(frozen=True, slots=True)
class Config:
    """The reader's choices; what the file leaves open, or gets wrong, is as without a file.

    `keys` gives each action its keys, instead of its own; an empty list leaves it without one.
    `queries` holds saved queries by name.
    """

    theme: str | None = None
    mouse: bool = True
    ascii: bool | None = None
    keys: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    queries: Mapping[str, str] = field(default_factory=dict)
    warnings: tuple[Remark, ...] = ()

    def with_warning(self, line: int, message: str) -> "Config":
        """Return the configuration with one warning more."""
        return replace(self, warnings=(*self.warnings, Remark(line, message)))


def load(path: Path, known: Known) -> Config:
    """Return what a configuration file says. It never fails: what is wrong is a warning."""
    try:
        if path.exists() and not (path.is_file() or path.is_dir()):
            return Config().with_warning(0, "is no file; nothing is read from it")
        data = path.read_bytes()
    except FileNotFoundError:
        return Config()
    except (OSError, ValueError) as error:
        return Config().with_warning(0, f"cannot be read: {getattr(error, 'strerror', error)}")
    return parse(data, known)


def parse(data: bytes, known: Known) -> Config:
    """Return what the bytes of a configuration file say."""
    import tomllib  # most readers have no configuration

    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        return Config().with_warning(line, "is not UTF-8 text; nothing of it is used")
    try:
        raw = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        found = _PLACE.match(str(error))
        line = int(found["line"]) if found else text.count("\n") + 1
        what = found["what"] if found else str(error).removesuffix(" (at end of document)")
        return Config().with_warning(line, f"is not valid TOML: {what}; nothing of it is used")
    except RecursionError:
        return Config().with_warning(1, "is nested too deeply; nothing of it is used")
    try:
        return _Reader(raw, known, tuple(text.split("\n"))).config()
    except RecursionError:
        return Config().with_warning(1, "is nested too deeply; nothing of it is used")


@dataclass
class _Reader:
    raw: dict[str, Any]
    known: Known
    lines: tuple[str, ...]
    warnings: list[Remark] = field(default_factory=list)

    def config(self) -> Config:
        for name in self.raw:
            if name not in _SECTIONS:
                self._warn((name,), f"there is no setting '{name}'" + _meant(name, _SECTIONS))
        return Config(
            theme=self._theme(),
            mouse=self._flag("mouse") is not False,
            ascii=self._flag("ascii"),
            keys=dict(self._keys()),
            queries=dict(self._queries()),
            warnings=tuple(sorted(self.warnings, key=lambda one: one.line)),
        )

    def _theme(self) -> str | None:
        theme = self.raw.get("theme")
        if theme is None or theme in THEMES:
            return theme
        self._warn(("theme",), f"there is no theme {theme!r}" + _meant(theme, THEMES))
        return None

    def _flag(self, name: str) -> bool | None:
        value = self.raw.get(name)
        if value is None or isinstance(value, bool):
            return value
        self._warn((name,), f"{name} is true or false, not {value!r}")
        return None

    def _table(self, name: str) -> dict[str, Any]:
        table = self.raw.get(name, {})
        if isinstance(table, dict):
            return table
        self._warn((name,), f"[{name}] is a table of names and values")
        return {}

    def _keys(self) -> Iterator[tuple[str, tuple[str, ...]]]:
        for action, value in _flat(self._table("keys")):
            path = ("keys", action)
            keys = [value] if isinstance(value, str) else value
            if action not in self.known.actions:
                hint = _meant(action, self.known.actions)
                self._warn(path, f"there is no action '{action}' that can be bound" + hint)
            elif not isinstance(keys, list) or not all(isinstance(key, str) for key in keys):
                self._warn(path, f"the keys of {action} are a text or a list of texts")
            else:
                errors = [error for key in keys if (error := self.known.key_error(action, key))]
                for error in errors:
                    self._warn(path, error)
                if not errors:
                    yield action, tuple(" ".join(key.split()) for key in keys if key.strip())

    def _queries(self) -> Iterator[tuple[str, str]]:
        for name, query in self._table("queries").items():
            if not isinstance(query, str):
                self._warn(("queries", name), f"the saved query '{name}' is not a text")
            elif error := self.known.query_error(query):
                self._warn(("queries", name), f"the saved query '{name}': {error}")
            else:
                yield name, query

    def _warn(self, path: tuple[str, ...], message: str) -> None:
        self.warnings.append(Remark(line_of(self.lines, path), message))


def _flat(table: dict[str, Any], above: str = "") -> Iterator[tuple[str, Any]]:
    """Yield entries by dotted name: a name with dots is a table in a table to TOML."""
    for name, value in table.items():
        if isinstance(value, dict):
            yield from _flat(value, f"{above}{name}.")
        else:
            yield f"{above}{name}", value


def line_of(lines: Iterable[str], path: tuple[str, ...]) -> int:
    """Return the line, from 1, on which a setting is made, or 0 if it cannot be told."""
    wanted = ".".join(path)
    table, lines = "", list(lines)
    for number, line in enumerate(lines, 1):
        if heading := _TABLE.match(line):
            table = f"{_bare(heading['name'])}."
            if table == f"{wanted}.":
                return number
        elif (entry := _ENTRY.match(line)) and table + _bare(entry["name"]) == wanted:
            return number
    # In an inline table, or written in another way: the first line that names it.
    named = (number for number, line in enumerate(lines, 1) if path[-1] in line)
    return next(named, 0)


def _bare(name: str) -> str:
    return re.sub(r"[\s\"']", "", name)


def _meant(name: object, known: Iterable[str]) -> str:
    choices = list(known)
    close = get_close_matches(str(name), choices, n=1)
    if close:
        return f"; did you mean '{close[0]}'?"
    return f"; there are {', '.join(choices)}" if len(choices) < 12 else ""
