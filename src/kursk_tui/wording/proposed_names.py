"""Names that may be one, in words."""

from collections.abc import Iterator

from kursk_tui.library.deciding import Verdict
from kursk_tui.library.proposals import Proposal
from kursk_tui.model import Briefing
from kursk_tui.wording import phrases


def named(proposal: Proposal, briefing: Briefing) -> tuple[str, str]:
    """Return the two names of a proposal, in quotation marks; sources with their country."""
    if proposal.kind != "source":
        return phrases.quoted(proposal.one), phrases.quoted(proposal.other)
    one, other = (briefing.source_by_id[found] for found in (proposal.one, proposal.other))
    return _source(one.name, one.country), _source(other.name, other.country)


def verdicts(proposal: Proposal, one: str, other: str) -> Iterator[tuple[str, Verdict, str]]:
    """Yield what two names can be: a letter, the verdict, and the verdict in words."""
    yield "a", "one", "they are one"
    yield "d", "two", "they are two"
    if proposal.kind != "source":
        yield "w", "within", f"{one} is within {other}"
        yield "c", "contains", f"{one} contains {other}"


def _source(name: str, country: str | None) -> str:
    return f"{phrases.quoted(name)} ({country})" if country else phrases.quoted(name)
