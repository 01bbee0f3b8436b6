"""Read a bundle of this program, with every error at its place in the bundle."""

import base64
import json
import re
from collections.abc import Mapping
from typing import Any, NoReturn

from kursk_tui.formats.exchange.stix_fixed import EXTENSION
from kursk_tui.formats.json import locate, parse_json, parse_text
from kursk_tui.formats.problem import InvalidBriefingError, Located
from kursk_tui.model import FORMAT, Briefing

_FOREIGN = (
    "kursk-tui did not write this STIX bundle, and its objects do not say which words of a text "
    "they rest on; save the text of its reports to a file, and run `kursk-tui draft FILE`"
)
_BRIEFING = "this is a briefing file, not a STIX bundle; `kursk-tui FILE` opens it"
_OTHER = "this is not a STIX bundle that kursk-tui wrote; `kursk-tui draft FILE` reads prose"
_LIBRARY = (
    "this bundle is about a library, and a briefing file is about one edition; "
    "export the edition by itself to import it, or the library with `--to json`"
)

_PARTS = {"artifact": "documents", "identity": "sources", "note": "claims"}
_RECORDS = {"artifact": "document", "identity": "source", "note": "claim"}

_Path = tuple[str | int, ...]
_MOVED: Mapping[tuple[str, _Path], str] = {
    ("documents", ("text",)): "payload_bin",
    ("sources", ("name",)): "name",
    ("claims", ("summary",)): "abstract",
    ("claims", ("evidence", "exact")): "content",
}
"""Where an object has a field of a record, by its part of the briefing and its path there."""

_STEP = re.compile(r'\.([A-Za-z_][A-Za-z0-9_]*)|\[(\d+)\]|\["((?:[^"\\]|\\.)*)"\]')


def briefing_in(text: str, name: str) -> Briefing:
    """Return the briefing in the text of a bundle; `name` is the file's name in errors.

    Raises InvalidBriefingError, which lists every problem in the bundle.
    """
    data = parse_json(text, name)
    records = _Records(data, text, name)
    raw = records.briefing()
    try:
        return parse_text(json.dumps(raw), name)
    except InvalidBriefingError as error:
        found = [(records.place(problem), problem.message) for problem in error.problems]
        raise InvalidBriefingError(name, locate(found, text), text) from None


class _Records:
    """The records in a bundle, and where each of them is."""

    def __init__(self, data: object, text: str, name: str) -> None:
        self._text = text
        self._name = name
        self._parts: dict[str, list[Any]] = {part: [] for part in _PARTS.values()}
        self._places: dict[tuple[str, int], _Path] = {}
        self._about: dict[str, Any] = {}
        self._rejected: list[tuple[_Path, Any]] = []
        self._report: _Path = ()
        self._find(data)

    def _find(self, data: object) -> None:
        if not isinstance(data, dict) or not isinstance(data.get("objects"), list):
            is_briefing = isinstance(data, dict) and data.get("format") == FORMAT
            self._refuse(_BRIEFING if is_briefing else _OTHER)
        for number, one in enumerate(data["objects"]):
            extensions = one.get("extensions") if isinstance(one, dict) else None
            records = extensions.get(EXTENSION) if isinstance(extensions, dict) else None
            if isinstance(records, dict):
                self._add(("objects", number), one, records)
        if not self._report:
            whose = any(self._parts.values())
            missing = "the report of this bundle is missing; it has the title of the briefing"
            self._refuse(missing if whose else _FOREIGN)

    def _refuse(self, message: str, path: _Path = ()) -> NoReturn:
        located = locate([(path, message)], self._text) if path else [Located(1, 1, "", message)]
        raise InvalidBriefingError(self._name, located, self._text)

    def _add(self, place: _Path, one: Mapping[str, Any], records: Mapping[str, Any]) -> None:
        kind = str(one.get("type"))
        if kind == "report" and "briefing" in records:
            if self._report:
                self._refuse("this is another report; import the bundles one by one", place)
            self._add_report(place, one, records)
        elif kind in _PARTS and _RECORDS[kind] in records:
            part = _PARTS[kind]
            path = (*place, "extensions", EXTENSION, _RECORDS[kind])
            record = self._object(records[_RECORDS[kind]], path)
            self._places[part, len(self._parts[part])] = place
            self._parts[part].append(self._completed(part, record, one, place))

    def _add_report(self, place: _Path, one: Mapping[str, Any], records: Mapping[str, Any]) -> None:
        if records.get("library"):
            self._refuse(_LIBRARY)
        path = (*place, "extensions", EXTENSION)
        about = self._object(records["briefing"], (*path, "briefing"))
        self._about = about | ({"title": one["name"]} if "name" in one else {})
        self._report = place
        rejected = records.get("rejected", [])
        for number, entry in enumerate(rejected if isinstance(rejected, list) else ()):
            where = (*path, "rejected", number)
            self._rejected.append((where, self._object(entry, where)))

    def _object(self, value: object, path: _Path) -> dict[str, Any]:
        if not isinstance(value, dict):
            self._refuse(f"“{path[-1]}” should be an object", path)
        return dict(value)

    def _completed(
        self, part: str, record: dict[str, Any], one: Mapping[str, Any], place: _Path
    ) -> dict[str, Any]:
        """Return a record with the fields that its object has in its own properties."""
        for (of, path), key in _MOVED.items():
            if of == part and key in one:
                value = self._text_of(one, place) if key == "payload_bin" else one[key]
                target = record
                for step in path[:-1]:
                    inner = target.get(str(step))
                    target[str(step)] = target = dict(inner) if isinstance(inner, dict) else {}
                target[str(path[-1])] = value
        return record

    def _text_of(self, one: Mapping[str, Any], place: _Path) -> str:
        try:
            return base64.b64decode(one["payload_bin"], validate=True).decode()
        except (ValueError, TypeError):
            message = "“payload_bin” should be the text of the document in UTF-8 and Base64"
            self._refuse(message, (*place, "payload_bin"))

    def briefing(self) -> dict[str, Any]:
        """Return the data of the briefing file."""
        claims: list[tuple[_Path | None, Any]] = [(None, one) for one in self._parts["claims"]]
        for place, entry in self._rejected:
            at = entry.get("at")
            claims.insert(at if isinstance(at, int) else len(claims), (place, entry.get("claim")))
        notes = iter([self._places["claims", one] for one in range(len(self._parts["claims"]))])
        for number, (rejected, _) in enumerate(claims):
            self._places["claims", number] = next(notes) if rejected is None else rejected
        return self._about | self._parts | {"claims": [one for _, one in claims]}

    def place(self, problem: Located) -> _Path:
        """Return where a problem of the briefing is in the bundle."""
        part, *rest = _steps(problem.path) or [""]
        if not rest or not isinstance(rest[0], int) or (str(part), rest[0]) not in self._places:
            inside = (*self._report, "extensions", EXTENSION, "briefing")
            return (*self._report, "name") if part == "title" else (*inside, part, *rest)
        place = self._places[str(part), rest[0]]
        field = tuple(rest[1:])
        if "rejected" in place:
            return (*place, "claim", *field)
        if key := _MOVED.get((str(part), field)):
            return (*place, key)
        record = next(_RECORDS[kind] for kind, of in _PARTS.items() if of == part)
        return (*place, "extensions", EXTENSION, record, *field)


def _steps(path: str) -> list[str | int]:
    """Return the keys and indices of a JSONPath."""
    return [
        key or quoted if index == "" else int(index) for key, index, quoted in _STEP.findall(path)
    ]
