"""Operations of the dashboard on the files of a library: reload, edit and watch."""

import argparse
import threading
from collections.abc import Iterator, Mapping
from functools import partial
from pathlib import Path

from kursk_tui.cli.briefing_file import edit_at
from kursk_tui.formats.decisions_file import Change
from kursk_tui.formats.library_folder import EmptyLibraryError, LibraryFolder
from kursk_tui.formats.problem import InvalidBriefingError, UnreadableError
from kursk_tui.library.ids import edition_of, own_id
from kursk_tui.library.library import Library, library_of
from kursk_tui.model import Briefing
from kursk_tui.platform.content import ChangedError
from kursk_tui.platform.watch import FOLDER_INTERVAL, FileState, changes_of
from kursk_tui.ui.briefing_file import NOT_SAVED, BriefingFile, Broken, Decided

_NO_SAVING = "a library shows editions, which do not change; open one alone to review it"


def file_of_library(briefing: Briefing, options: argparse.Namespace) -> BriefingFile:
    """Return the operations on the files of the library that a briefing is composed of."""
    library = library_of(briefing)
    editions = () if library is None else library.whole.editions
    folder = LibraryFolder(options.paths, options.max_size, editions)
    paths = {edition.key: edition.path for edition in editions}
    state = folder.states() if options.watch else {}
    if options.example is not None:
        return BriefingFile(
            partial(_reload, folder, options),
            decide=partial(_refuse, _BUILT_IN),
            why_not=_BUILT_IN,
        )
    if folder.exported is not None:
        changes = partial(_changes, folder, state) if options.watch else None
        reload = partial(_reload, folder, options)
        decide = partial(_refuse, _EXPORTED)
        return BriefingFile(reload, changes=changes, decide=decide, why_not=_EXPORTED)
    return BriefingFile(
        reload=partial(_reload, folder, options),
        edit=partial(_edit, paths, options.max_size),
        changes=partial(_changes, folder, state) if options.watch else None,
        decide=partial(_decide, folder) if folder.root is not None else None,
        why_not=_NO_SAVING,
    )


_BUILT_IN = "the built-in library is read-only; a copy of its folder can be changed"

_EXPORTED = "an exported library is read-only; the folder that it was made of can be changed"


def _refuse(why: str, _: Library, __: Change) -> str:
    return f"{NOT_SAVED}{why}"


def _decide(folder: LibraryFolder, library: Library, change: Change) -> Decided | str:
    """Change the reader's decisions in their file; return the library then, or an error message."""
    try:
        before, after = folder.decide(change)
    except InvalidBriefingError as error:
        return f"{NOT_SAVED}{error.lines()[0]}"
    except UnreadableError as error:
        return f"{NOT_SAVED}{error}"
    except ChangedError:
        return f"{NOT_SAVED}another program keeps changing library.json; try again"
    except OSError as error:
        return f"{NOT_SAVED}{error.strerror or error} (library.json)"
    return Decided(folder.with_decisions(library, folder.decisions()), before, after)


def _reload(folder: LibraryFolder, options: argparse.Namespace) -> Briefing | Broken:
    try:
        library = folder.read()
    except InvalidBriefingError as error:
        return Broken(error.lines()[0])
    except (UnreadableError, EmptyLibraryError) as error:
        return Broken(str(error))
    shown = library if options.as_of is None else library.known_on(options.as_of, options.clock)
    return shown.briefing


def _changes(
    folder: LibraryFolder, state: Mapping[Path, FileState], stop: threading.Event
) -> Iterator[None]:
    return changes_of(folder.states, state, stop, FOLDER_INTERVAL)


def _edit(paths: Mapping[str, Path], limit: int, claim: str, line: int | None) -> str | None:
    """Run the user's editor on the edition of a claim."""
    path = paths.get(edition_of(claim))
    if path is None:
        return "select a claim, to open its edition"
    return edit_at(path, own_id(claim), line, limit)
