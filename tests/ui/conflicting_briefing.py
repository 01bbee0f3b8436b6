"""A briefing with conflicting origins, from public figures of December 2024 and January 2025."""

from kursk_tui.model import Briefing, Figure, Source
from kursk_tui.vocabulary import Qualifier
from tests.query.factory import Draft, briefing, dated


def _figure(measure: str, qualifier: Qualifier, value: int) -> Figure:
    return Figure(
        measure=measure,
        words=f"{qualifier} {value:,}",
        qualifier=qualifier,
        values=(value,),
        population="North Korean soldiers",
    )


def conflicting_briefing() -> Briefing:
    """Return five claims: two origins and a relay on the killed, one on the wounded, no source."""
    sources = [
        Source(id="nis", name="National Intelligence Service", short="NIS", country="KR"),
        Source(id="lee", name="Lee Seong-kweun", country="KR"),
        Source(id="kyiv", name="Президент України", country="UA"),
        Source(id="choi", name="합동참모본부", country="KR"),
    ]
    return briefing(
        Draft(
            id="K1",
            summary="At least 100 killed",
            chain=("nis", "lee"),
            figures=(_figure("killed", "at least", 100),),
            when=(dated("2024-12-19"),),
        ),
        Draft(
            id="K2",
            summary="More than 3,000 killed",
            chain=("kyiv",),
            figures=(_figure("killed", "more than", 3000),),
            when=(dated("2024-12-23"),),
        ),
        Draft(
            id="K3",
            summary="About 300 killed",
            chain=("nis",),
            figures=(_figure("killed", "about", 300),),
            when=(dated("2025-01-13"),),
        ),
        Draft(
            id="W1",
            summary="About 2,700 wounded",
            chain=("choi",),
            figures=(_figure("wounded", "about", 2700),),
        ),
        Draft(
            id="W2",
            summary="About 1,000 wounded",
            figures=(_figure("wounded", "about", 1000),),
        ),
        sources=sources,
    )
