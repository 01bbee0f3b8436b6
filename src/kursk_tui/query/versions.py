"""Two versions of a library, such as those known on two days: the claims that both have."""

from itertools import compress

from kursk_tui.model import Briefing
from kursk_tui.query.answer import Answer
from kursk_tui.query.bitsets import packed


def answer_in(before: Briefing, briefing: Briefing, flags: bytes) -> Answer | None:
    """Return which claims of an earlier version are those with flags in another, as an answer.

    None means that they are versions of a single briefing, or that they state different things of
    a source.
    """
    if not (before.is_library and briefing.is_library):
        return None
    if any(before.source_by_id.get(one.id) != one for one in briefing.sources):
        return None
    shown = set(map(id, compress(briefing.claims, flags)))
    return Answer(match=packed(bytes(map(shown.__contains__, map(id, before.claims)))))
