"""What other programs have added to a bundle, changed in it or taken from it."""

import json
from collections.abc import Iterator, Mapping, Sequence

from kursk_tui.formats.exchange.stix_fixed import EXTENSION
from kursk_tui.formats.exchange.stix_objects import Bundle
from kursk_tui.model import Briefing
from kursk_tui.query import View
from kursk_tui.text.messages import plural, shortened

_SHOWN = 40
"""The maximum length of the name of a property in a remark."""


def left_out(objects: Sequence[object], briefing: Briefing) -> Iterator[str]:
    """Yield remarks on how a bundle differs from that of the briefing that was read from it."""
    own = _own(briefing)
    added = 0
    changed: dict[str, None] = {}
    properties: dict[str, None] = {}
    for one in objects:
        found = one if isinstance(one, dict) else {}
        mine = own.get(str(found.get("id")))
        if mine is None:
            added += not _is_report(found)  # the report of a selection has another id
        elif different := [key for key in {**mine, **found} if mine.get(key) != found.get(key)]:
            changed[str(found["id"])] = None
            properties.update(dict.fromkeys(different))
    if missing := sum(map(len, _missing(objects))):
        yield f"not in the bundle: {plural(missing, 'object')} that its report lists"
    if added:
        yield f"{plural(added, 'object')} of other programs left out"
    if changed:
        names = ", ".join(shortened(one, _SHOWN) for one in properties)
        counted = plural(len(changed), "object")
        yield f"changes of other programs to {counted} left out ({names}); the records are kept"


def _missing(objects: Sequence[object]) -> Iterator[set[str]]:
    """Yield the ids that each report of this program lists and that the bundle does not have."""
    found = [one for one in objects if isinstance(one, dict)]
    present = {str(one.get("id")) for one in found}
    for report in filter(_is_report, found):
        listed = report.get("object_refs")
        yield {str(one) for one in (listed if isinstance(listed, list) else ())} - present


def _own(briefing: Briefing) -> Mapping[str, dict[str, object]]:
    objects = json.loads(json.dumps(Bundle(View.of(briefing)).as_dict()["objects"]))
    return {one["id"]: one for one in objects}


def _is_report(one: Mapping[str, object]) -> bool:
    extensions = one.get("extensions")
    return one.get("type") == "report" and isinstance(extensions, dict) and EXTENSION in extensions
