"""The configuration file: its settings, and warnings about invalid entries."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from kursk_tui.defaults import THEMES
from kursk_tui.text.messages import suggestion

_SECTIONS = ("theme", "mouse", "ascii", "keys", "queries")
_TABLE = re.compile(r"\s*\[\s*(?P<name>[^\[\]]+?)\s*\]\s*(#.*)?$")
_ENTRY = re.compile(r"\s*(?P<name>[\w\-. \"']+?)\s*=")
_PLACE = re.compile(r"(?P<what>.*) \(at line (?P<line>\d+), column \d+\)$", re.DOTALL)


@dataclass(frozen=True, slots=True)
class ConfigValidators:
    """Checks of the settings.

    `actions` are the ids that keys can be bound to. `key_error` takes an action and a key,
    `query_error` a query; both return an error message, or None if the value is valid.
    """

    actions: Sequence[str]
    key_error: Callable[[str, str], str | None]
    query_error: Callable[[str], str | None]


@dataclass(frozen=True, slots=True)
class ConfigWarning:
    """An ignored setting: its line, counted from 1, or 0 if unknown, and a message."""

    line: int
    message: str


@dataclass(frozen=True, slots=True)
class Config:
    """The user's settings. Omitted and invalid settings have their defaults.

    `keys` maps actions to keys that replace the default ones; an empty tuple unbinds the action.
    `queries` maps names to saved queries.
    """

    theme: str | None = None
    mouse: bool = True
    ascii: bool | None = None
    keys: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    queries: Mapping[str, str] = field(default_factory=dict)
    warnings: tuple[ConfigWarning, ...] = ()

    def with_warning(self, line: int, message: str) -> "Config":
        """Return the configuration with a warning added."""
        return replace(self, warnings=(*self.warnings, ConfigWarning(line, message)))


def load(path: Path, validators: ConfigValidators) -> Config:
    """Load a configuration file. Errors become warnings; a missing file counts as empty."""
    try:
        if path.exists() and not (path.is_file() or path.is_dir()):
            return Config().with_warning(0, "is not a regular file; ignored")
        data = path.read_bytes()
    except FileNotFoundError:
        return Config()
    except (OSError, ValueError) as error:
        return Config().with_warning(0, f"cannot be read: {getattr(error, 'strerror', error)}")
    return parse(data, validators)


def parse(data: bytes, validators: ConfigValidators) -> Config:
    """Parse the bytes of a configuration file. Errors become warnings."""
    import tomllib  # deferred: most users have no configuration file

    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        return Config().with_warning(line, "is not UTF-8 text; the whole file is ignored")
    try:
        raw = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        found = _PLACE.match(str(error))
        line = int(found["line"]) if found else text.count("\n") + 1
        what = found["what"] if found else str(error).removesuffix(" (at end of document)")
        return Config().with_warning(line, f"is not valid TOML: {what}; the whole file is ignored")
    except RecursionError:
        return Config().with_warning(1, "is nested too deeply; the whole file is ignored")
    try:
        return _Reader(raw, validators, tuple(text.split("\n"))).config()
    except RecursionError:
        return Config().with_warning(1, "is nested too deeply; the whole file is ignored")


@dataclass
class _Reader:
    raw: dict[str, object]
    validators: ConfigValidators
    lines: tuple[str, ...]
    warnings: list[ConfigWarning] = field(default_factory=list)

    def config(self) -> Config:
        for name in self.raw:
            if name not in _SECTIONS:
                self._warn((name,), f"unknown setting '{name}'" + _suggestion(name, _SECTIONS))
        return Config(
            theme=self._theme(),
            mouse=self._flag("mouse") is not False,
            ascii=self._flag("ascii"),
            keys=dict(self._keys()),
            queries=dict(self._queries()),
            warnings=tuple(sorted(self.warnings, key=lambda warning: warning.line)),
        )

    def _theme(self) -> str | None:
        theme = self.raw.get("theme")
        if theme is None or (isinstance(theme, str) and theme in THEMES):
            return theme
        self._warn(("theme",), f"unknown theme {theme!r}" + _suggestion(theme, THEMES))
        return None

    def _flag(self, name: str) -> bool | None:
        value = self.raw.get(name)
        if value is None or isinstance(value, bool):
            return value
        self._warn((name,), f"{name} must be true or false, not {value!r}")
        return None

    def _table(self, name: str) -> dict[str, object]:
        table = self.raw.get(name, {})
        if isinstance(table, dict):
            return table
        self._warn((name,), f"[{name}] must be a table of names and values")
        return {}

    def _keys(self) -> Iterator[tuple[str, tuple[str, ...]]]:
        for action, value in _flat(self._table("keys")):
            path = ("keys", action)
            keys = [value] if isinstance(value, str) else value
            if action not in self.validators.actions:
                hint = _suggestion(action, self.validators.actions)
                self._warn(path, f"unknown action '{action}'{hint}")
            elif not isinstance(keys, list) or not all(isinstance(key, str) for key in keys):
                self._warn(path, f"the keys of {action} must be a string or a list of strings")
            else:
                errors = [
                    error for key in keys if (error := self.validators.key_error(action, key))
                ]
                for error in errors:
                    self._warn(path, error)
                if not errors:
                    yield action, tuple(" ".join(key.split()) for key in keys if key.strip())

    def _queries(self) -> Iterator[tuple[str, str]]:
        for name, query in self._table("queries").items():
            if not isinstance(query, str):
                self._warn(("queries", name), f"the saved query '{name}' must be a string")
            elif error := self.validators.query_error(query):
                self._warn(("queries", name), f"invalid saved query '{name}': {error}")
            else:
                yield name, query

    def _warn(self, path: tuple[str, ...], message: str) -> None:
        self.warnings.append(ConfigWarning(_line_of(self.lines, path), message))


def _flat(table: dict[str, object], above: str = "") -> Iterator[tuple[str, object]]:
    """Yield the entries by dotted name; TOML parses such names as nested tables."""
    for name, value in table.items():
        if isinstance(value, dict):
            yield from _flat(value, f"{above}{name}.")
        else:
            yield f"{above}{name}", value


def _line_of(lines: Iterable[str], path: tuple[str, ...]) -> int:
    """Return the line of a setting, counted from 1, or 0 if it is not found."""
    wanted = ".".join(path)
    table, lines = "", list(lines)
    for number, line in enumerate(lines, 1):
        if heading := _TABLE.match(line):
            table = f"{_bare(heading['name'])}."
            if table == f"{wanted}.":
                return number
        elif (entry := _ENTRY.match(line)) and table + _bare(entry["name"]) == wanted:
            return number
    # An inline table, or another notation: fall back to the first line with the name.
    named = (number for number, line in enumerate(lines, 1) if path[-1] in line)
    return next(named, 0)


def _bare(name: str) -> str:
    return re.sub(r"[\s\"']", "", name)


def _suggestion(name: object, known: Iterable[str]) -> str:
    choices = list(known)
    if found := suggestion(str(name), choices, "''"):
        return found
    return f"; choose from {', '.join(choices)}" if len(choices) < 12 else ""
