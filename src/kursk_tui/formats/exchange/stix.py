"""A briefing as a STIX 2.1 bundle, and back.

A claim is a note about the document's artifact; its content is the verbatim quote. An extension of
each object carries the record as the briefing file has it, so the program reads its own bundles
back without loss. STIX has no verbal likelihood: `confidence` is only ever the analytic confidence
or the credibility that a document states.
"""

import json
from collections.abc import Callable
from contextvars import ContextVar
from pathlib import Path

from kursk_tui.formats.exchange.stix_objects import Bundle
from kursk_tui.formats.exchange.stix_others import left_out
from kursk_tui.formats.exchange.stix_reading import briefing_in
from kursk_tui.formats.source import decode, display_name, read_bytes
from kursk_tui.model import Briefing
from kursk_tui.query import View
from kursk_tui.text.sanitize import escaped

_remarks: ContextVar[list[str] | None] = ContextVar("remarks", default=None)


def write(view: View) -> str:
    """Return a view as a STIX 2.1 bundle, indented by two spaces."""
    return escaped(json.dumps(Bundle(view).as_dict(), ensure_ascii=False, indent=2)) + "\n"


def read(path: Path, limit: int) -> Briefing:
    """Return the briefing in a bundle that `write` has written.

    Raises UnreadableError, or InvalidBriefingError if it is no such bundle.
    """
    name = display_name(path)
    text = decode(read_bytes(path, limit), name)
    briefing = briefing_in(text, name)
    if (remarks := _remarks.get()) is not None:
        remarks += left_out(json.loads(text)["objects"], briefing)
    return briefing


def with_remarks(read_bundle: Callable[[], Briefing]) -> tuple[Briefing, list[str]]:
    """Return what a function reads from a bundle, and what of the bundle it leaves out."""
    remarks: list[str] = []
    token = _remarks.set(remarks)
    try:
        return read_bundle(), remarks
    finally:
        _remarks.reset(token)
