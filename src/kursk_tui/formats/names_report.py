"""Names that may be one, for people and for programs.

Each function `as_…` implements a choice of `names --format`.
"""

import json
from collections.abc import Iterator, Sequence

from kursk_tui.library.proposals import Proposal
from kursk_tui.model import Briefing
from kursk_tui.text.messages import plural
from kursk_tui.text.sanitize import escaped, visible
from kursk_tui.wording import phrases
from kursk_tui.wording.proposed_names import named


def as_text(proposals: Sequence[Proposal], briefing: Briefing) -> Iterator[str]:
    """Yield one line per proposal, and the number of proposals."""
    if handling := phrases.handling(briefing):
        yield visible(handling)
    for proposal in proposals:
        one, other = named(proposal, briefing)
        yield visible(f"{proposal.kind:<10}  {one} · {other}: {proposal.reason}")
    yield f"{plural(len(proposals), 'pair')} of names may be one" if proposals else _NONE


_NONE = "no names wait for a decision"


def as_json(proposals: Sequence[Proposal], briefing: Briefing) -> Iterator[str]:
    """Yield a JSON object: how the library may be handled, and the proposals."""
    handling = briefing.handling
    pairs = [
        {**proposal._asdict(), "names": list(named(proposal, briefing))} for proposal in proposals
    ]
    data = {"handling": None if handling is None else handling.as_dict(), "pairs": pairs}
    yield escaped(json.dumps(data, ensure_ascii=False, indent=2))
