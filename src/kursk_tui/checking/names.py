"""Names that do not show what they are: with invisible characters, or as good as another name."""

import re
from collections.abc import Iterator

from kursk_tui.checking.caution import Caution, Cautions, Path, named
from kursk_tui.model import Briefing
from kursk_tui.progress import track
from kursk_tui.text.folding import plain
from kursk_tui.text.invisible import INVISIBLE

# In scripts that join letters and in emoji, a joiner or selector changes what is shown.
_JOINING = "\u200c\u200d\ufe00-\ufe0f\U000e0020-\U000e007f\U000e0100-\U000e01ef"
_UNSEEN = re.compile(rf"[{INVISIBLE}](?<![©®\u0590-\uffff\U00010000-\U0010ffff][{_JOINING}])")
_KEYCAP = "\ufe0f\u20e3"


def invisible_characters(briefing: Briefing) -> Cautions:
    """Find invisible characters in names, which make them differ from names that look the same."""
    for path, name in _names(briefing):
        if name.isascii():
            continue
        found = [
            match for match in _UNSEEN.finditer(name) if not name.startswith(_KEYCAP, match.start())
        ]
        if found:
            first = found[0]
            message = (
                f"{named(name)} has an invisible character, U+{ord(first[0]):04X}, "
                f"at position {first.start() + 1}"
            )
            yield Caution(path, "invisible-character", message)


def _names(briefing: Briefing) -> Iterator[tuple[Path, str]]:
    """Yield each name and label with its path."""
    yield ("title",), briefing.title
    if briefing.handling is not None and briefing.handling.licence is not None:
        yield ("handling", "licence"), briefing.handling.licence
    for index, document in enumerate(briefing.documents):
        for key in ("title", "publisher", "series"):
            if name := getattr(document, key):
                yield ("documents", index, key), name
        for key in ("file", "extractor", "version") if document.extraction is not None else ():
            if name := getattr(document.extraction, key):
                yield ("documents", index, "extraction", key), name
    for index, source in enumerate(briefing.sources):
        for key, name in (("name", source.name), ("short", source.short), ("kind", source.kind)):
            if name:
                yield ("sources", index, key), name
    for index, claim in enumerate(track("checking", briefing.claims)):
        yield ("claims", index, "summary"), claim.summary
        for part, figure in enumerate(claim.figures):
            path = ("claims", index, "figures", part)
            for key in ("population", "place", "period"):
                if name := getattr(figure, key):
                    yield (*path, key), name


def names_alike(briefing: Briefing) -> Cautions:
    """Find sources whose names a search takes for the same, although they are written differently.

    Sources with identical names can be meant, such as two ministries of defence.
    """
    first: dict[str, tuple[int, str]] = {}
    for index, source in enumerate(briefing.sources):
        for key, name in (("name", source.name), ("short", source.short)):
            if name is None:
                continue
            other, known = first.setdefault(plain(name), (index, name))
            if other != index and known != name:
                message = (
                    f"{named(name)} differs from {named(known)}, the name of the source "
                    f"“{briefing.sources[other].id}”, only in signs, marks or case; is it the "
                    "same source?"
                )
                yield Caution(("sources", index, key), "names-alike", message)
