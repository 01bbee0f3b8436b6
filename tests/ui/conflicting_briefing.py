"""A briefing with conflicting origins, from public figures of December 2024 and January 2025."""

from dataclasses import replace

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


_SOURCES = [
    Source(id="nis", name="National Intelligence Service", short="NIS", country="KR"),
    Source(id="lee", name="Lee Seong-kweun", country="KR"),
    Source(id="kyiv", name="Президент України", country="UA"),
    Source(id="choi", name="합동참모본부", country="KR"),
]


def contradicting_briefing() -> Briefing:
    """Return six claims: a conflict, two possible conflicts, and a figure of another period."""
    killed, third = conflicting_briefing().claims[0].figures[0], "2025-01-13"
    day = (dated("2024-12-19"),)
    thirty = replace(killed, words="30 killed", qualifier="exactly", values=(30,))
    twenty = replace(killed, words="about 20", qualifier="about", values=(20,), population=None)
    old = replace(killed, words="23 in 1987", qualifier="exactly", values=(23,))
    return briefing(
        Draft(id="K1", chain=("nis", "lee"), figures=(killed,), when=day),
        Draft(id="K2", chain=("kyiv",), figures=(thirty,), when=day),
        Draft(id="K3", chain=("nis",), figures=(twenty,), when=(dated(third, "reported"),)),
        Draft(id="W1", chain=("choi",), figures=(_figure("wounded", "about", 2700),)),
        Draft(id="W2", figures=(_figure("wounded", "about", 1000),)),
        Draft(id="K4", chain=("lee",), figures=(old,), when=(dated("1987-05-01"),)),
        sources=_SOURCES,
    )


def conflicting_briefing() -> Briefing:
    """Return five claims: two origins and a relay on the killed, one on the wounded, no source."""
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
        sources=_SOURCES,
    )
