"""Read the editions of a library: the files of a folder, or several files."""

import errno
import os
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from hashlib import sha256
from pathlib import Path

from kursk_tui.formats.decisions_file import Change, Found, change_decisions, parsed, read_decisions
from kursk_tui.formats.exported import is_exported
from kursk_tui.formats.json import parse
from kursk_tui.formats.problem import InvalidBriefingError, UnreadableError
from kursk_tui.formats.source import display_name, read_bytes
from kursk_tui.library.decisions import NO_DECISIONS, Decisions
from kursk_tui.library.edition import PROSE, Edition, Twin, Waiting
from kursk_tui.library.faults import acting, find_faults
from kursk_tui.library.ids import safe_key
from kursk_tui.library.library import Library
from kursk_tui.platform.watch import FileState, file_state
from kursk_tui.progress import track
from kursk_tui.text.messages import plural

DECISIONS = "library.json"
"""The name of the file with the decisions, in the folder of the library."""

_BRIEFING = ".json"
_TEXT = ".txt"

_MOST_ERRORS = 100
"""The errors of a file that are shown; `check` lists all."""


class EmptyLibraryError(Exception):
    """A folder, or some files, contain no briefing that can be shown."""


class LibraryFolder:
    """A folder of editions, or several files and folders; reads what has changed since it last did.

    An exported library is a file that has the editions, and the decisions, of a folder.

    A folder on its own, the `root`, may have `library.json`, with the reader's decisions. `known`
    are the editions that were read before.
    """

    def __init__(self, paths: Sequence[Path], limit: int, known: Iterable[Edition] = ()) -> None:
        self._paths = paths
        self._limit = limit
        self.root = paths[0] if len(paths) == 1 and paths[0].is_dir() else None
        self.exported = paths[0] if len(paths) == 1 and is_exported(paths[0]) else None
        self._found: dict[Path, tuple[FileState, Edition | Waiting]] = {}
        self._known = {edition.sha256: edition for edition in known}
        self._twins: tuple[Twin, ...] = ()
        self._own: dict[FileState, FileState] = {}

    def files(self) -> list[Path]:
        """Return the briefings and the prose, in the order of their paths."""
        return list(dict.fromkeys(_files(self._paths)))

    def editions(self) -> list[Path]:
        """Return the briefings, in the order of their paths."""
        return [file for file in self.files() if file.suffix != _TEXT]

    def states(self) -> dict[Path, FileState]:
        """Return the state of every file that the library is made of."""
        states = {path: file_state(path) for path in self.files()}
        if self.root is not None:
            path = self.root / DECISIONS
            state = file_state(path)
            states[path] = self._own.get(state, state)
        return states

    def read(self) -> Library:
        """Return the library.

        A file that cannot be read, or that has errors, waits, and does not disturb the others; nor
        do errors in `library.json`. Raises EmptyLibraryError if no edition can be shown,
        UnreadableError if a path does not exist, and InvalidBriefingError if an exported library
        has errors.
        """
        if self.exported is not None:
            return self._read_exported(self.exported)
        found = self.decisions()
        files = self.files()
        if missing := next((path for path in self._paths if not path.exists()), None):
            reason = os.strerror(errno.ENOENT)
            raise UnreadableError(f"cannot read {display_name(missing)}: {reason}")
        keys = _keys(files, self.root)
        read = [self._read(path, keys[path]) for path in track("reading editions", files)]
        waiting = tuple(one for one in read if isinstance(one, Waiting))
        editions, self._twins = self._distinct(
            [one for one in read if isinstance(one, Edition)], found
        )
        name = _name(self.root, files)
        if not editions:
            raise EmptyLibraryError(_nothing(name, waiting))
        self._known = {edition.sha256: edition for edition in editions}
        in_order = tuple(sorted(editions, key=lambda edition: edition.order))
        return self.with_decisions(Library(name, in_order, waiting, same=self._twins), found)

    def _read_exported(self, path: Path) -> Library:
        from kursk_tui.formats.json.library_import import read_exported  # few open such a file

        library = read_exported(path, self._limit)
        if not library.editions:
            raise EmptyLibraryError(_nothing(display_name(path), library.waiting))
        return library

    @property
    def twins(self) -> Sequence[Twin]:
        """The files that repeat an edition, as last read."""
        return self._twins

    def decisions(self) -> Found:
        """Return the reader's decisions in the folder; none if it has no file of them."""
        return Found() if self.root is None else read_decisions(self.root / DECISIONS, self._limit)

    def decide(self, change: Change) -> tuple[Decisions, Decisions]:
        """Change the reader's decisions as `change_decisions` does."""
        if self.root is None:
            raise ValueError("several files have no library.json")
        path = self.root / DECISIONS
        before = file_state(path)
        found = change_decisions(path, self._limit, change)
        # What is written here is shown already, and is no change for those who watch.
        self._own[file_state(path)] = self._own.get(before, before)
        return found

    def with_decisions(self, library: Library, found: Found) -> Library:
        """Return a library under the decisions of its file that fit together."""
        faults = list(find_faults(found.decisions, library.whole.editions, library.aliases))
        stopping = [one for one in faults if one.stops]
        located = sorted([*found.errors, *found.located(stopping)])
        path = (self.root or Path()) / DECISIONS
        waiting = (Waiting(path, one.message, one.line, one.column) for one in located)
        shown = library.decided(acting(found.decisions, stopping))
        return replace(shown, faults=tuple(waiting))

    def _distinct(
        self, editions: Sequence[Edition], decided: Found
    ) -> tuple[list[Edition], tuple[Twin, ...]]:
        """Return each content once, and the files that repeat one.

        The key of a content is the one that it had before or, if it is new, one that a decision
        names, so that a copy takes no id away.
        """
        named = {key for source in decided.decisions.sources for key, _ in source.one}
        by_content: dict[str, list[Edition]] = defaultdict(list)
        for edition in editions:
            by_content[edition.sha256].append(edition)
        kept, twins = [], []
        for content, alike in by_content.items():
            known = self._known.get(content)
            before = known.key if known is not None else None
            first = min(alike, key=lambda one: (one.key != before, one.key not in named))
            kept.append(first)
            twins += [Twin(one.path, one.key, first.key) for one in alike if one is not first]
        return kept, tuple(twins)

    def _read(self, path: Path, key: str) -> Edition | Waiting:
        state = file_state(path)
        if path in self._found and self._found[path][0] == state and state is not None:
            found = self._found[path][1]
            if isinstance(found, Waiting) or found.key == key:
                return found
        found = self._read_anew(path, key)
        self._found[path] = state, found
        return found

    def _read_anew(self, path: Path, key: str) -> Edition | Waiting:
        if path.suffix == _TEXT:
            return Waiting(path, PROSE)
        try:
            data = read_bytes(path, self._limit)
        except UnreadableError as error:
            return Waiting(path, str(error).removeprefix(f"cannot read {display_name(path)}: "))
        content = sha256(data).hexdigest()
        known = self._known.get(content)
        if known is None:
            return _edition(path, key, data)
        same = (known.key, known.path) == (key, path)
        return known if same else Edition(key, path, content, known.briefing)


def decisions_of_files(files: Mapping[str, bytes]) -> Decisions:
    """Return the valid decisions in some files."""
    data = files.get(DECISIONS)
    return NO_DECISIONS if data is None else parsed(data, DECISIONS).decisions


def library_of_files(files: Mapping[str, bytes], name: str, decisions: Decisions) -> Library:
    """Return the library of some files, by their path in its folder.

    Files with errors wait.
    """
    editions: dict[str, Edition] = {}
    waiting: list[Waiting] = []
    same: list[Twin] = []
    paths = [Path(path) for path in sorted(files) if path != DECISIONS]
    shown = [path for path in paths if not any(part.startswith(".") for part in path.parts)]
    for path, key in _keys(shown, Path()).items():
        found = _edition(path, key, files[path.as_posix()])
        if isinstance(found, Waiting):
            waiting.append(found)
        elif found.sha256 in editions:
            same.append(Twin(path, key, editions[found.sha256].key))
        else:
            editions[found.sha256] = found
    in_order = sorted(editions.values(), key=lambda edition: edition.order)
    library = Library(name, tuple(in_order), tuple(waiting), same=tuple(same))
    faults = find_faults(decisions, in_order, library.aliases)
    return library.decided(acting(decisions, faults))


def _files(paths: Iterable[Path]) -> Iterator[Path]:
    """Yield the briefings and the prose, in the order of their paths."""
    for path in paths:
        if not path.is_dir():
            yield path
            continue
        for folder, folders, names in os.walk(path):
            folders[:] = sorted(name for name in folders if not name.startswith("."))
            for name in sorted(names):
                file = Path(folder, name)
                is_decisions = name == DECISIONS and Path(folder) == path
                if file.suffix in (_BRIEFING, _TEXT) and name[0] != "." and not is_decisions:
                    yield file


def _keys(files: Sequence[Path], root: Path | None) -> dict[Path, str]:
    """Return the key of each file: its path in the folder, or its name if it has none.

    Files with the same name in different folders have as many folders in their keys as needed. Odd
    characters become hyphens, and keys that are then the same get numbers.
    """
    found: dict[Path, str] = {}
    taken: set[str] = set()
    for file, name in _names(files, root).items():
        key = safe = safe_key(name)
        number = 2
        while key in taken:
            key, number = f"{safe}-{number}", number + 1
        taken.add(key)
        found[file] = key
    return found


def _names(files: Sequence[Path], root: Path | None) -> dict[Path, str]:
    if root is not None:
        return {file: file.relative_to(root).with_suffix("").as_posix() for file in files}
    found: dict[Path, str] = {}
    groups: dict[str, list[Path]] = defaultdict(list)
    for file in files:
        groups[file.stem].append(file)
    for alike in groups.values():
        parts = [file.absolute().with_suffix("").parts for file in alike]
        count = 1
        while count < max(map(len, parts)) and len({part[-count:] for part in parts}) < len(parts):
            count += 1
        found |= {file: "/".join(part[-count:]) for file, part in zip(alike, parts, strict=True)}
    return found


def _edition(path: Path, key: str, data: bytes) -> Edition | Waiting:
    try:
        return Edition(key, path, sha256(data).hexdigest(), parse(data, display_name(path)))
    except InvalidBriefingError as error:
        first = error.problems[0]
        more = f", and {len(error.problems) - 1} more" if len(error.problems) > 1 else ""
        every = tuple(f"{one.line}:{one.column}  {one.message}" for one in error.problems)
        return Waiting(
            path, f"{first.message}{more}", first.line, first.column, every[:_MOST_ERRORS]
        )


def _name(root: Path | None, files: Sequence[Path]) -> str:
    return display_name(Path(root.resolve().name)) if root else plural(len(files), "file")


def _nothing(name: str, waiting: Sequence[Waiting]) -> str:
    prose = sum(one.is_prose for one in waiting)
    parts = [
        *([f"{plural(prose, 'text')} to draft"] if prose else []),
        *([f"{plural(len(waiting) - prose, 'file')} with errors"] if len(waiting) > prose else []),
    ]
    return f"no briefing in {name}" + (f": {', '.join(parts)}" if parts else "")
