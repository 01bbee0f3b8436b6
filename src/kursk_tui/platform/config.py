"""The configuration file: its settings, and warnings about invalid entries."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from kursk_tui.defaults import THEMES
from kursk_tui.text.messages import plural, shortened, suggestion

MAX_SIZE = 2**20
"""The most bytes of a configuration file."""

_LONGEST_LINE = 8_192
"""The most characters of a line."""

_MANY_PARTS = re.compile(r"""(?<![\w-])(?:(?:[\w-]+|"[^"]*"|'[^']*')\s*\.\s*){100}""")
"""A name of a hundred parts: `tomllib` takes time that grows with the square of their number."""

_MOST_KEYS = 10
"""The most keys of one action, each of which runs it."""

_MOST_QUERIES = 1_000
"""The most saved queries."""

_MOST_WARNINGS = 20
"""The most invalid entries that are reported one by one."""

_SHOWN = 100
"""The most characters of a name or value in a warning."""

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
        with path.open("rb") as file:
            data = file.read(MAX_SIZE + 1)
    except FileNotFoundError:
        return Config()
    except (OSError, ValueError) as error:
        return Config().with_warning(0, f"cannot be read: {getattr(error, 'strerror', error)}")
    return parse(data, validators)


def parse(data: bytes, validators: ConfigValidators) -> Config:
    """Parse the bytes of a configuration file. Errors become warnings."""
    import tomllib  # deferred: most users have no configuration file

    if len(data) > MAX_SIZE:
        message = f"has more than {MAX_SIZE:,} bytes; the whole file is ignored"
        return Config().with_warning(1, message)
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        return Config().with_warning(line, "is not UTF-8 text; the whole file is ignored")
    lines = tuple(text.split("\n"))
    if (too_long := _too_long(lines)) is not None:
        return Config(warnings=(too_long,))
    try:
        raw = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        found = _PLACE.match(str(error))
        line = int(found["line"]) if found else text.count("\n") + 1
        what = found["what"] if found else str(error).removesuffix(" (at end of document)")
        return Config().with_warning(
            line, f"is not valid TOML: {_short(what)}; the whole file is ignored"
        )
    except RecursionError:
        return Config().with_warning(1, "is nested too deeply; the whole file is ignored")
    try:
        return _Reader(raw, validators, lines).config()
    except RecursionError:
        return Config().with_warning(1, "is nested too deeply; the whole file is ignored")


def _too_long(lines: Sequence[str]) -> ConfigWarning | None:
    """Return a warning about the first line that takes long to parse, or None."""
    for number, line in enumerate(lines, 1):
        if len(line) > _LONGEST_LINE:
            message = f"has more than {_LONGEST_LINE:,} characters; the whole file is ignored"
            return ConfigWarning(number, message)
        if line.count(".") >= 100 and _MANY_PARTS.search(line):
            return ConfigWarning(number, "is nested too deeply; the whole file is ignored")
    return None


@dataclass
class _Reader:
    raw: dict[str, object]
    validators: ConfigValidators
    lines: tuple[str, ...]
    warnings: list[ConfigWarning] = field(default_factory=list)
    unreported: int = 0

    def config(self) -> Config:
        for name in self.raw:
            if name not in _SECTIONS:
                self._warn((name,), f"unknown setting '{_short(name)}'", name, _SECTIONS)
        return Config(
            theme=self._theme(),
            mouse=self._flag("mouse") is not False,
            ascii=self._flag("ascii"),
            keys=dict(self._keys()),
            queries=dict(self._queries()),
            warnings=self._all_warnings(),
        )

    def _all_warnings(self) -> tuple[ConfigWarning, ...]:
        found = sorted(self.warnings, key=lambda warning: warning.line)
        if self.unreported:
            found.append(ConfigWarning(0, f"{plural(self.unreported, 'more warning')}"))
        return tuple(found)

    def _theme(self) -> str | None:
        theme = self.raw.get("theme")
        if theme is None or (isinstance(theme, str) and theme in THEMES):
            return theme
        self._warn(("theme",), f"unknown theme {_short(repr(theme))}", str(theme), THEMES)
        return None

    def _flag(self, name: str) -> bool | None:
        value = self.raw.get(name)
        if value is None or isinstance(value, bool):
            return value
        self._warn((name,), f"{name} must be true or false, not {_short(repr(value))}")
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
                message = f"unknown action '{_short(action)}'"
                self._warn(path, message, action, self.validators.actions)
            elif not isinstance(keys, list) or not all(isinstance(key, str) for key in keys):
                self._warn(path, f"the keys of {action} must be a string or a list of strings")
            elif len(keys) > _MOST_KEYS:
                self._warn(path, f"{action} can have at most {_MOST_KEYS} keys")
            else:
                errors = [
                    error for key in keys if (error := self.validators.key_error(action, key))
                ]
                for error in errors:
                    self._warn(path, _short(error))
                if not errors:
                    yield action, tuple(" ".join(key.split()) for key in keys if key.strip())

    def _queries(self) -> Iterator[tuple[str, str]]:
        for number, (name, query) in enumerate(self._table("queries").items(), 1):
            if number > _MOST_QUERIES:
                self._warn(("queries", name), f"there can be at most {_MOST_QUERIES:,} queries")
                break
            if not isinstance(query, str):
                self._warn(("queries", name), f"the saved query '{_short(name)}' must be a string")
            elif error := self.validators.query_error(query):
                self._warn(
                    ("queries", name), f"invalid saved query '{_short(name)}': {_short(error)}"
                )
            else:
                yield name, query

    def _warn(
        self, path: tuple[str, ...], message: str, given: str = "", known: Iterable[str] = ()
    ) -> None:
        """Add a warning, with the known name that is most similar to the one given."""
        if len(self.warnings) == _MOST_WARNINGS:
            self.unreported += 1
            return
        hint = _suggestion(given, known) if given else ""
        self.warnings.append(ConfigWarning(_line_of(self.lines, path), f"{message}{hint}"))


def _short(text: str) -> str:
    return shortened(text, _SHOWN)


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


def _suggestion(name: str, known: Iterable[str]) -> str:
    choices = list(known)
    if found := suggestion(name, choices, "''"):
        return found
    return f"; choose from {', '.join(choices)}" if len(choices) < 12 else ""
