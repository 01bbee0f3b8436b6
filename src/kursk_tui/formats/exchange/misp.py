"""A briefing as a MISP event: an attribute for each claim, and the brief as an event report.

An attribute's value is the verbatim quote. Attributes are marked as text to read, which no system
takes for an indicator. Tags are those of the MISP taxonomies where one fits, and the others name
their scale: PHIA has no taxonomy, and its terms are not those of ICD 203.
"""

import json
from collections.abc import Iterator

from kursk_tui.formats import markdown
from kursk_tui.formats.exchange.ids import day_of, uuid_of
from kursk_tui.formats.selection import selected
from kursk_tui.model import Briefing, Claim
from kursk_tui.model.yardstick import YARDSTICKS
from kursk_tui.query import View
from kursk_tui.text.sanitize import escaped
from kursk_tui.vocabulary import ScaleId
from kursk_tui.wording.phrases import who

_UNDEFINED_THREAT, _COMPLETED, _YOUR_ORGANISATION = "4", "2", "0"

_LIKELIHOOD: dict[ScaleId, str] = {
    "icd-203": "estimative-language:likelihood-probability",
    "phia-2025": "phia-2025:likelihood",
}


def write(view: View) -> str:
    """Return a view as the JSON of a MISP event, indented by two spaces."""
    briefing = selected(view)
    event = {
        "uuid": str(uuid_of(briefing, "event")),
        "info": briefing.title,
        "date": day_of(briefing),
        "analysis": _COMPLETED if briefing.status == "final" else "0",
        "threat_level_id": _UNDEFINED_THREAT,
        "distribution": _YOUR_ORGANISATION,
        "published": False,
        "Attribute": [_attribute(claim, briefing) for claim in briefing.claims],
        "EventReport": [
            {
                "uuid": str(uuid_of(briefing, "report")),
                "name": briefing.title,
                "content": markdown.write(view),
                "distribution": _YOUR_ORGANISATION,
            }
        ],
        "Tag": [{"name": name} for name in _of_event(briefing)],
    }
    return escaped(json.dumps({"Event": event}, ensure_ascii=False, indent=2)) + "\n"


def _attribute(claim: Claim, briefing: Briefing) -> dict[str, object]:
    return {
        "uuid": str(uuid_of(briefing, "attribute", claim.id)),
        "type": "text",
        "category": "Internal reference",
        "to_ids": False,
        "disable_correlation": True,
        "value": claim.evidence.exact,
        "comment": f"{claim.summary} — {who(claim, briefing)}",
        "Tag": [{"name": name} for name in dict.fromkeys(_of_claim(claim, briefing))],
    }


def _of_event(briefing: Briefing) -> Iterator[str]:
    if briefing.handling is not None and briefing.handling.tlp is not None:
        yield f"tlp:{briefing.handling.tlp.lower()}"


def _of_claim(claim: Claim, briefing: Briefing) -> Iterator[str]:
    yield f'kursk-tui:kind="{claim.kind}"'
    for likelihood in claim.likelihoods:
        yardstick = YARDSTICKS[likelihood.scale]
        rank = yardstick.rank(likelihood.term)
        term = (yardstick.bands[rank].term if rank is not None else likelihood.term).replace(
            " ", "-"
        )
        yield f'{_LIKELIHOOD[likelihood.scale]}="{term}"'
    if claim.confidence is not None:
        yield f'estimative-language:confidence-in-analytic-judgment="{claim.confidence}"'
    if claim.credibility is not None:
        yield f'admiralty-scale:information-credibility="{claim.credibility}"'
    for origin in claim.attribution.origins:
        reliability = briefing.source_by_id[origin].reliability
        if reliability is not None:
            yield f'admiralty-scale:source-reliability="{reliability.lower()}"'
