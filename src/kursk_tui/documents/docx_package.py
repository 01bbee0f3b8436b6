"""The parts of a Word file, unzipped within limits, and their XML, without entities."""

import io
import zipfile
import zlib
from collections.abc import Iterator
from functools import lru_cache
from posixpath import dirname, join, normpath
from typing import NamedTuple
from xml.etree.ElementTree import Element, ParseError, TreeBuilder, XMLParser

from kursk_tui.documents.extracted import DocumentError
from kursk_tui.documents.unreadable import refuse

MAX_PARTS = 10_000
MAX_PART = 64 * 2**20
"""The most bytes of one part, unzipped."""

MAX_TOTAL = 2**30
"""The most bytes of all parts, unzipped."""

MAX_READ = 2**27
"""The most bytes that are unzipped to be read; a part that is read twice counts twice."""

MAX_RATIO = 200
"""How many times larger a part may become when it is unzipped, if it is large at all."""

MAX_DEPTH = 100
"""How deep the elements of a part may be nested."""

_LARGE = 2**20
_WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_PREFIXES = {
    _WORD: "w:",
    "http://purl.oclc.org/ooxml/wordprocessingml/main": "w:",
    "http://schemas.openxmlformats.org/officeDocument/2006/math": "m:",
    "http://purl.oclc.org/ooxml/officeDocument/math": "m:",
    "http://schemas.openxmlformats.org/markup-compatibility/2006": "mc:",
}
_BROKEN_ZIP = (
    *(zipfile.BadZipFile, zlib.error, NotImplementedError, RuntimeError, EOFError, OSError),
    *(ValueError, OverflowError, LookupError),
)
"""What zipfile raises for broken files; LookupError and ValueError come from damaged names."""


class Relationship(NamedTuple):
    """The kind and the name of a part that another part refers to."""

    kind: str
    part: str


class Package:
    """A Word file; raise DocumentError if it is not a zip file, or is too large."""

    def __init__(self, data: bytes) -> None:
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
            parts = self._zip.infolist()
        except _BROKEN_ZIP:
            raise DocumentError("the file is damaged: it is not a readable zip file") from None
        self._parts = {part.filename: part for part in parts}
        self._read = 0
        if len(parts) > MAX_PARTS:
            raise DocumentError(f"the file has {len(parts):,} parts; the limit is {MAX_PARTS:,}")
        if sum(part.file_size for part in parts) > MAX_TOTAL:
            raise DocumentError(f"the file has more than {_megabytes(MAX_TOTAL)} when unzipped")
        if any(part.flag_bits & 1 for part in parts):
            refuse("password")

    def __contains__(self, name: str) -> bool:
        return name in self._parts

    def read(self, name: str) -> bytes:
        """Return the bytes of a part; raise DocumentError."""
        part = self._parts[name]
        if part.file_size > MAX_PART:
            raise DocumentError(
                f"the part {name} has more than {_megabytes(MAX_PART)} when unzipped"
            )
        if part.file_size > max(_LARGE, MAX_RATIO * part.compress_size):
            raise DocumentError(
                f"the part {name} becomes more than {MAX_RATIO} times larger when unzipped"
            )
        if part.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
            raise DocumentError(f"the part {name} is compressed in a way that Word does not use")
        self._read += part.file_size
        if self._read > MAX_READ:
            raise DocumentError(f"the file has more than {_megabytes(MAX_READ)} of text and layout")
        try:
            return self._zip.read(part)
        except _BROKEN_ZIP:
            raise DocumentError(f"the part {name} is damaged") from None

    def xml(self, name: str) -> Element | None:
        """Return the root element of a part, or None if there is no such part."""
        if name not in self._parts:
            return None
        # The builder refuses document types, without which XML has no entities to expand.
        parser = XMLParser(target=_Builder(name))  # noqa: S314
        try:
            parser.feed(self.read(name))
            root = parser.close()
        except (ParseError, ValueError, LookupError) as error:
            raise DocumentError(f"the part {name} is not valid XML ({error})") from None
        return root if isinstance(root, Element) else None

    def relationships(self, name: str = "") -> Iterator[Relationship]:
        """Yield what a part refers to within the file; without a name, what the file does."""
        folder = dirname(name)
        root = self.xml(join(folder, "_rels", f"{name.rpartition('/')[2]}.rels"))
        for one in root if root is not None else ():
            target = one.get("Target", "")
            if target and one.get("TargetMode") != "External":
                part = normpath(join("/", folder, target)).lstrip("/")
                yield Relationship(one.get("Type", "").rpartition("/")[2], part)


def descend(element: Element | None, *tags: str) -> Element | None:
    """Return the element that the tags lead to, each a child of the one before, or None."""
    for tag in tags:
        element = element.find(tag) if element is not None else None
    return element


class _Builder(TreeBuilder):
    """Builds elements whose tags are as short as "w:p", and whose attributes have no prefix."""

    def __init__(self, part: str) -> None:
        super().__init__()
        self._part = part
        self._depth = 0

    def doctype(self, _name: str, _public: str | None, _system: str | None) -> None:
        """Refuse the declarations that entities need."""
        raise DocumentError(f"the part {self._part} declares a document type, unlike Word")

    def start(self, tag: str, attributes: dict[str, str]) -> Element:
        """Begin an element."""
        self._depth += 1
        if self._depth > MAX_DEPTH:
            raise DocumentError(f"the part {self._part} is nested too deeply")
        short = {name.rpartition("}")[2]: value for name, value in attributes.items()}
        return super().start(_short(tag), short)

    def end(self, tag: str) -> Element:
        """End an element."""
        self._depth -= 1
        return super().end(_short(tag))


@lru_cache(maxsize=1_000)
def _short(tag: str) -> str:
    namespace, _, name = tag.rpartition("}")
    return f"{_PREFIXES.get(namespace[1:], ':')}{name}"


def _megabytes(size: int) -> str:
    return f"{size // 2**20:,} MB"
