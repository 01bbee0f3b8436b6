"""Write a view as a briefing file."""

from pydantic import TypeAdapter

from kursk_tui.formats.json.selection import limited_to
from kursk_tui.model import Briefing
from kursk_tui.query import View
from kursk_tui.text.sanitize import escaped


def write(view: View) -> str:
    """Return a view as JSON in the briefing file format.

    Reading it back gives an equal briefing. A query limits it to the matching claims and the
    sources that they name; relations to figures of other claims are left out. Control characters
    in documents become JSON escapes.
    """
    briefing = view.briefing
    if view.query_text:
        briefing = limited_to([view.claims[number] for number in view.numbers], briefing)
    return escaped(_json(briefing)) + "\n"


def _json(briefing: Briefing) -> str:
    """Return a briefing as JSON, without empty and unset fields."""
    # pydantic writes JSON six times as fast as `json` does, and a decision writes the whole file.
    writer = TypeAdapter(dict[str, object])
    return writer.dump_json(briefing.given(), indent=2, exclude_defaults=True).decode()
