"""What an export shows of a briefing, and the remarks that go with it."""

from kursk_tui.formats.report_builder import selection_of
from kursk_tui.formats.selection import selected
from kursk_tui.model import Briefing
from kursk_tui.query import View
from kursk_tui.wording import libraries, phrases


def exchanged(view: View) -> Briefing:
    """Return the briefing to export: what a view shows, and of a library only its documents."""
    shown = selected(view)
    if not (shown.is_library and view.query_text):
        return shown
    cited = {claim.document for claim in shown.claims}
    return shown.replace(documents=tuple(one for one in shown.documents if one.id in cited))


def possible_ids(view: View) -> frozenset[str]:
    """Return the ids of the claims shown that only may match the query."""
    return frozenset(view.claims[number].id for number in view.numbers if view.possible(number))


def names_of_selection(view: View) -> tuple[str, ...]:
    """Return what sets the identifiers of a selection apart from those of the whole briefing."""
    return (view.query_text,) if view.query_text else ()


def remarks_on(view: View) -> str:
    """Return what a reader must know: a draft, a selection, editions that are not shown."""
    briefing = view.briefing
    found = [phrases.draft(briefing), libraries.not_known_yet(briefing)]
    if view.query_text:
        chosen = selection_of(view)
        words = f"selected by the query {phrases.quoted(chosen.query)}"
        found.append(f"{words}: {chosen.counts}, of {chosen.total}")
    return "; ".join(filter(None, found))
