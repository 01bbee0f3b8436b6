"""Two versions of a small briefing, with a change of most levels of gravity."""

from kursk_tui.model import Briefing, Source
from tests.query.factory import Draft, briefing, figure, likelihood

_SOURCES = (
    Source(id="nis", name="National Intelligence Service", short="NIS"),
    Source(id="lee", name="Lee Seong-kweun"),
)


def earlier() -> Briefing:
    """Return the earlier version."""
    return briefing(
        Draft(
            "Troops lost men:",
            id="T",
            summary="The toll",
            chain=("nis", "lee"),
            figures=(figure("killed", "at least", 38).replace(words="at least 38"),),
        ),
        Draft(
            "They are on the defensive,",
            id="L",
            summary="On the defensive",
            likelihoods=(likelihood("phia-2025", "highly likely").replace(words="highly likely"),),
        ),
        Draft("A bridge was closed by the army.", id="R", summary="A bridge"),
        Draft("The treaty is void, says Moscow.", id="G", summary="The treaty"),
        Draft("Nothing else happened that week.", id="S", summary="Nothing else"),
        sources=_SOURCES,
    )


def later() -> Briefing:
    """Return the later version."""
    return briefing(
        Draft(
            "Troops lost men:",
            id="T",
            summary="The toll",
            chain=("nis",),
            figures=(figure("killed", "exactly", 38).replace(words="38"),),
        ),
        Draft(
            "They are on the defensive,",
            id="L",
            summary="On the defensive",
            likelihoods=(likelihood("phia-2025", "likely").replace(words="likely"),),
        ),
        Draft("A bridge was opened by the army.", id="R", summary="A bridge"),
        Draft("Nothing else happened that week.", id="S", summary="Nothing else"),
        Draft("Winter came early to the front.", id="N", summary="Winter"),
        sources=_SOURCES,
    )
