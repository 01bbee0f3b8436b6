"""A briefing as a MISP event: an attribute for each claim, and the brief as an event report.

An attribute's value is the verbatim quote. Attributes are marked as text to read, which no system
takes for an indicator. Tags are those of the MISP taxonomies where one fits, and the others name
their scale: PHIA has no taxonomy, and its terms are not those of ICD 203. A claim that the analyst
rejected is no attribute; the event report shows it as rejected.
"""

import json
from collections.abc import Iterator

from kursk_tui.formats import markdown
from kursk_tui.formats.exchange.ids import Identifiers, day_of
from kursk_tui.formats.exchange.selection import exchanged, names_of_selection, possible_ids
from kursk_tui.model import Briefing, Claim
from kursk_tui.query import View
from kursk_tui.text.sanitize import escaped
from kursk_tui.vocabulary import ScaleId
from kursk_tui.wording.phrases import who

_UNDEFINED_THREAT, _INITIAL, _COMPLETED, _YOUR_ORGANISATION = "4", "0", "2", "0"

_LIKELIHOOD: dict[ScaleId, str] = {
    "icd-203": "estimative-language:likelihood-probability",
    "phia-2025": "phia-2025:likelihood",
}


def write(view: View) -> str:
    """Return a view as the JSON of a MISP event, indented by two spaces."""
    briefing = exchanged(view)
    possible = possible_ids(view)
    # MISP has each identifier in one event only, so a selection has others.
    selection = names_of_selection(view)
    ids = Identifiers(view.briefing)
    kept = [one for one in briefing.claims if one.review_state != "rejected"]
    event = {
        "uuid": str(ids.of("event", *selection)),
        "info": briefing.title,
        "date": day_of(briefing),
        "analysis": _COMPLETED if briefing.status == "final" else _INITIAL,
        "threat_level_id": _UNDEFINED_THREAT,
        "distribution": _YOUR_ORGANISATION,
        "published": False,
        "Attribute": [
            {"uuid": str(ids.of("attribute", one.id, *selection))}
            | _attribute(one, view, one.id in possible)
            for one in kept
        ],
        "EventReport": [{"uuid": str(ids.of("report", *selection)), **_report(view)}],
        "Tag": [{"name": name} for name in _of_event(briefing)],
    }
    return escaped(json.dumps({"Event": event}, ensure_ascii=False, indent=2)) + "\n"


def _report(view: View) -> dict[str, object]:
    return {
        "name": view.briefing.title,
        "content": markdown.write(view),
        "distribution": _YOUR_ORGANISATION,
    }


def _attribute(claim: Claim, view: View, is_possible: bool) -> dict[str, object]:
    return {
        "type": "text",
        "category": "Internal reference",
        "to_ids": False,
        "disable_correlation": True,
        "value": claim.evidence.exact,
        "comment": f"{claim.summary} — {who(claim, view.briefing)}",
        "Tag": [{"name": name} for name in dict.fromkeys(_of_claim(claim, view, is_possible))],
    }


def _of_event(briefing: Briefing) -> Iterator[str]:
    if briefing.handling is not None and briefing.handling.tlp is not None:
        yield f"tlp:{briefing.handling.tlp.lower()}"


def _of_claim(claim: Claim, view: View, is_possible: bool) -> Iterator[str]:
    yield f'kursk-tui:kind="{claim.kind}"'
    if claim.review is not None:
        yield f'kursk-tui:review="{claim.review_state}"'
    if is_possible:
        yield 'kursk-tui:answer="possible"'
    for likelihood in claim.likelihoods:
        term = likelihood.term.replace(" ", "-")
        yield f'{_LIKELIHOOD[likelihood.scale]}="{term}"'
    if claim.confidence is not None:
        yield f'estimative-language:confidence-in-analytic-judgment="{claim.confidence}"'
    if claim.credibility is not None:
        yield f'admiralty-scale:information-credibility="{claim.credibility}"'
    for origin in claim.attribution.origins:
        reliability = view.briefing.source_by_id[origin].reliability
        if reliability is not None:
            yield f'admiralty-scale:source-reliability="{reliability.lower()}"'
