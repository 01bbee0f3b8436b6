"""Names that may be one, in words."""

from kursk_tui.library.proposals import Proposal
from kursk_tui.model import Briefing
from kursk_tui.wording import phrases


def named(proposal: Proposal, briefing: Briefing) -> tuple[str, str]:
    """Return the two names of a proposal, in quotation marks; sources with their country."""
    if proposal.kind != "source":
        return phrases.quoted(proposal.one), phrases.quoted(proposal.other)
    one, other = (briefing.source_by_id[found] for found in (proposal.one, proposal.other))
    return _source(one.name, one.country), _source(other.name, other.country)


def _source(name: str, country: str | None) -> str:
    return f"{phrases.quoted(name)} ({country})" if country else phrases.quoted(name)
