"""Confidence: judgements on their yardstick, counts where there are many, two scales apart."""

from dataclasses import replace
from typing import Literal

import pytest

from kursk_tui.charts.yardstick import Cells, band_cells, range_in_numbers
from kursk_tui.defaults import THEMES
from kursk_tui.formats.builtin import builtin_path
from kursk_tui.formats.json import read
from kursk_tui.model import YARDSTICKS, Briefing, Claim
from kursk_tui.query import View
from kursk_tui.ui.pane import Layout, Scene
from kursk_tui.ui.panes.confidence import PANE
from kursk_tui.ui.rows.row_model import Row
from kursk_tui.ui.rows.tall_rows import line_of_row
from kursk_tui.ui.rows.yardstick_lines import chart_width, heading_of_term
from tests.ui.rich_briefing import rich_briefing
from tests.ui.screen import running

BUILTIN = read(builtin_path())
S6 = next(one for one in BUILTIN.claims if one.id == "S6")


def laid_out(briefing: Briefing, scene: Scene) -> Layout:
    return PANE.plan(View.of(briefing).index, scene.sort, scene.width).lay_out(scene)


def drawn(briefing: Briefing, width: int, sort: str = "", *opened: str) -> list[str]:
    """Return all lines of the pane, without blanks at their ends."""
    scene = Scene(View.of(briefing), None, width, opened=frozenset(opened), sort=sort)
    layout = laid_out(briefing, scene)
    lines = [
        *layout.above,
        *(line for row in layout.model.rows for line in layout.draw(row, scene)),
    ]
    return ["".join(span.text for span in line).rstrip() for line in lines]


def with_claims(*claims: Claim) -> Briefing:
    """Return the built-in briefing with claims of other ids."""
    renamed = (replace(claim, id=f"T{number}") for number, claim in enumerate(claims))
    return BUILTIN.replace(claims=tuple(renamed))


def on_scale(
    scale: Literal["phia-2025", "icd-203"], term: str, basis: Literal["stated", "inferred"]
) -> Claim:
    likelihood = replace(S6.likelihoods[0], scale=scale, term=term, scale_basis=basis)
    return replace(S6, likelihoods=(likelihood,))


def test_judgements_hang_at_their_bands() -> None:
    assert drawn(BUILTIN, 55) == [
        "remote chance  unlikely         likely   almost certain",
        "──── ───────  ──────  ──────  ───────────  ─────── ────",
        " highly unlikely  realistic possibility  highly likely",
        "S5 Russian and North Korean forces are…  ≈95–<100% ▆▆▆▆",
        "S6 North Korean troops almost certainl…  ≈95–<100% ▆▆▆▆",
        "S2 sustained significant combat…  ≈80–≈90% ▆▆▆▆▆▆▆",
        "S8 been the core driver for the…  ≈80–≈90% ▆▆▆▆▆▆▆",
        "analytic confidence  not stated",
    ]


def test_on_a_phone_each_term_has_a_heading_and_words_the_whole_width() -> None:
    assert [line[:37].rstrip() for line in drawn(BUILTIN, 37)] == [
        "almost certain  ≈95–<100%",
        "  S5 Russian and North Korean forces",
        "  S6 North Korean troops almost certa",
        "highly likely  ≈80–≈90%",
        "  S2 sustained significant combat cas",
        "  S8 been the core driver for the par",
        "analytic confidence  not stated",
    ]
    assert drawn(BUILTIN, 37, "file order")[0].startswith("≈80–≈90%  highly likely  S2 sus")


def test_between_a_phone_and_all_names_the_headings_hang_at_ticks() -> None:
    scene = Scene(View.of(BUILTIN), None, 48)
    layout = laid_out(BUILTIN, scene)
    assert layout.columns[0].heading == "0%   10  20   30   40   50  60   70   80    100%"
    assert layout.caption == "PHIA Probability Yardstick, inferred"
    assert drawn(BUILTIN, 48)[0] == "almost certain  ≈95–<100%                    ▆▆▆"
    assert drawn(BUILTIN, 48, "file order")[0].startswith("≈80–≈90%  highly likely  S2 sus")
    assert drawn(BUILTIN, 44)[0] == "almost certain  ≈95–<100%"
    for width in range(45, 53):
        for yardstick in YARDSTICKS.values():
            cells = band_cells(yardstick, width)
            for rank, band in enumerate(yardstick.bands):
                line = "".join(one.text for one in heading_of_term(yardstick, rank, width))
                bar = Cells(line.index("▆"), line.rindex("▆"))
                words = line.replace("▆", " ").split("  ")
                assert bar == cells[rank]
                assert len(line) <= width
                assert {band.term, range_in_numbers(band)} <= {one.strip() for one in words}


def test_a_wide_pane_shows_all_words_of_a_judgement() -> None:
    lines = drawn(BUILTIN, 115)[3:]
    assert lines[4].startswith("S2 sustained significant combat casualties but so far only")
    assert lines[5] == "   gains."
    assert all("…" not in line for line in lines)
    low = drawn(with_claims(on_scale("phia-2025", "unlikely", "stated")), 115)[3:]
    assert low[0].lstrip().startswith("▆")
    assert len(low[1]) - len(low[1].lstrip()) == low[0].index("North")
    scene = Scene(View.of(BUILTIN), None, 115)
    model = laid_out(BUILTIN, scene).model
    assert [(stop.first, stop.last) for stop in model.stops[:2]] == [(0, 1), (2, 3)]
    assert model.stop_at(3) == 1
    row = model.rows[1]
    assert (row.claim, line_of_row(row)) == (model.rows[0].claim, 1)


def test_long_ids_are_left_out_and_a_mark_shows_that_a_sentence_begins_earlier() -> None:
    briefing = BUILTIN.replace(claims=(S6.replace(id="claim-12"),))
    assert drawn(briefing, 55)[3].startswith("…North Korean troops")


def test_two_scales_have_a_yardstick_each() -> None:
    briefing = with_claims(
        on_scale("phia-2025", "likely", "inferred"), on_scale("icd-203", "likely", "stated")
    )
    lines = drawn(briefing, 75)
    phia = lines.index("PHIA Probability Yardstick, inferred")
    icd = lines.index("ICD 203 degrees of likelihood, stated")
    assert "≈55–≈75%" in lines[phia + 4]
    assert "roughly even chance" in lines[icd + 3]
    assert "55–80%" in lines[icd + 4]
    assert icd == phia + 5
    assert drawn(briefing, 35)[0] == "PHIA Probability Yardstick, inferred"


def test_a_scale_that_only_some_claims_state_is_marked() -> None:
    briefing = with_claims(
        on_scale("phia-2025", "likely", "inferred"), on_scale("phia-2025", "likely", "stated")
    )
    scene = Scene(View.of(briefing), None, 75)
    assert laid_out(briefing, scene).caption == "PHIA Probability Yardstick, inferred or stated"
    first, second, _ = drawn(briefing, 75)[3:]
    assert first.startswith("T0 (scale inferred) North")
    assert second.startswith("T1 North")


def test_a_scope_that_is_not_stated_is_shown_as_such() -> None:
    lines = drawn(rich_briefing(), 75)
    [line] = [one for one in lines if "≈40–<50%" in one]
    assert "(scope not stated) " in line
    assert "analytic confidence  1 claim" in lines
    assert lines[-1].startswith("moderate  ")


def test_many_judgements_are_counted_by_term_and_open() -> None:
    claims = [
        *(on_scale("phia-2025", "likely", "inferred") for _ in range(20)),
        *(on_scale("phia-2025", "remote chance", "inferred") for _ in range(10)),
    ]
    assert drawn(with_claims(*claims[1:]), 75)[3].endswith("▆")
    briefing = with_claims(*claims)
    likely, remote, confidence = drawn(briefing, 75)[3:]
    assert likely == "▸ likely                ≈55–≈75%        20 " + "▪" * 24
    assert remote == "▸ remote chance         >0–≈5%          10 " + "▪" * 12
    assert confidence == "analytic confidence  not stated"
    lines = drawn(briefing, 75, "least likely first", "phia-2025/remote chance")
    assert lines[3].startswith("▾ remote chance")
    assert lines[4].startswith("▆▆▆▆▆ >0–≈5%")
    assert lines[14].startswith("▸ likely")
    narrow = drawn(briefing, 35)
    assert narrow[0] == "▸ likely ≈55–≈75%                20"


def test_a_term_finds_its_judgements() -> None:
    view = View.of(with_claims(*(on_scale("phia-2025", "likely", "stated") for _ in range(30))))
    assert PANE.term(Row(None, 30, "phia-2025/likely"), 3, view) == 'likelihood:"likely"'
    assert PANE.term(Row(3, 0), 3, view) == 'likelihood:"likely"'


async def test_enter_opens_a_term() -> None:
    briefing = with_claims(*(on_scale("phia-2025", "likely", "stated") for _ in range(40)))
    async with running((120, 36), briefing=briefing) as driver:
        await driver.press("4")
        assert "▸ likely" in driver.pane("confidence")
        assert "Confidence · 40/40" in driver.text
        await driver.press("enter")
        pane = driver.pane("confidence")
        assert "▾ likely" in pane
        assert pane.count("≈55–≈75% ▆▆▆▆") > 3
        assert "almost certain" in pane  # the yardstick stays above


@pytest.mark.parametrize("theme", THEMES)
async def test_what_a_term_reaches_is_underlined_in_every_theme(theme: str) -> None:
    async with running(theme=theme) as driver:
        for rank in range(7):
            assert driver.dashboard.get_component_rich_style(f"line--reach-{rank}").underline


def test_the_judgements_stand_beside_the_yardstick_from_150_cells_on() -> None:
    assert chart_width(149) == 149
    assert chart_width(150) == 84
