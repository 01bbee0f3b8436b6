"""The pictures of a page: positions worked out by hand, words that say the same, and their size."""

import re
from datetime import date
from xml.etree import ElementTree as ET

import pytest

from kursk_tui.charts.labels import Label
from kursk_tui.charts.number_axis import NumberAxis, Powers, Segment, find_stretches
from kursk_tui.charts.number_axis import fit_axis as fit_numbers
from kursk_tui.charts.number_bars import number_bar
from kursk_tui.charts.time_axis import Days, find_eras, fit_axis
from kursk_tui.charts.time_bars import time_bar
from kursk_tui.formats.html import write as write_html
from kursk_tui.formats.pictures import forest, svg, timeline, yardstick
from kursk_tui.model import YARDSTICKS, Briefing, Interval, When
from kursk_tui.query import View
from tests.formats.hostile_briefing import hostile_briefing
from tests.model.factory import built, minimal
from tests.query.factory import Draft, briefing, builtin, dated, words_only
from tests.ui.rich_briefing import rich_briefing

ALMOST_RIGHT = "99.907%"
"""The middle of the last of 540 cells: 539.5 / 540."""


def number_parts(interval: Interval) -> list[str]:
    axis = fit_numbers(find_stretches([interval]), svg.WIDTH, svg.UNIT)
    assert axis is not None
    bar = number_bar(interval, axis)
    assert bar is not None
    return [*forest.draw(bar)]


def time_parts(when: When) -> list[str]:
    # The 4th to the 19th and a day on either side: 18 days in 510 cells, 10 before, 20 after.
    days = [Days(*[date(2024, 12, day).toordinal()] * 2) for day in (4, 19)]
    axis = fit_axis(find_eras(days), svg.WIDTH, svg.UNIT)
    bar = time_bar(when)
    assert bar is not None
    return [*timeline.draw(bar, axis)]


def test_at_least_100_is_a_line_from_100_with_an_open_end() -> None:
    # 100 to 1k takes 500 cells, 10 before them and 30 after: 100 is at 10.5 / 540.
    assert number_parts(Interval(lower=100)) == [
        f'<line class="solid" x1="1.9444%" x2="{ALMOST_RIGHT}" y1="12" y2="12"/>',
        '<use href="#sign-edge" x="1.9444%"/>',
        f'<use href="#sign-later" x="{ALMOST_RIGHT}"/>',
    ]


def test_about_1000_is_dotted_around_its_number() -> None:
    # 1k is at the start of the axis: two characters, 20 cells, to the right; 10 to the left.
    assert number_parts(Interval(best=1000)) == [
        '<line class="dotted" x1="0.092593%" x2="5.6481%" y1="12" y2="12"/>',
        '<use href="#sign-about" x="1.9444%"/>',
    ]


def test_a_state_from_4_december_is_open() -> None:
    # The middle of the second of 18 days: 10 + 1.5 / 18 * 510 = 52.5 of 540 cells.
    assert time_parts(When(role="in effect", edtf="2024-12-04/..")) == [
        f'<line class="solid" x1="9.7222%" x2="{ALMOST_RIGHT}" y1="12" y2="12"/>',
        '<use href="#sign-edge" x="9.7222%"/>',
        f'<use href="#sign-later" x="{ALMOST_RIGHT}"/>',
    ]


def test_words_are_dotted_up_to_their_bound() -> None:
    # The 19th is the seventeenth of 18 days: 10 + 16.5 / 18 * 510 = 477.5; its cell is 477.
    parts = time_parts(When(role="as of", words="so far", bound="../2024-12-19"))
    assert parts == [
        '<line class="dotted" x1="0.092593%" x2="88.426%" y1="12" y2="12"/>',
        '<use href="#sign-earlier" x="0.092593%"/>',
        '<use href="#sign-as-of" x="88.426%"/>',
    ]


def test_a_break_is_between_its_stretches() -> None:
    exact = [Interval(one, one, one) for one in (3, 2_000_000)]
    axis = fit_numbers(find_stretches(exact), svg.WIDTH, svg.UNIT)
    assert axis is not None
    # 1 to 10 in cells 10 to 249, a break of 20, 1M to 10M from cell 270 on.
    assert [(one.start, one.end) for one in axis.segments] == [(10, 250), (270, 510)]
    assert axis.breaks == (250,)
    assert '<use href="#sign-break" x="48.241%"/>' in svg.grid("x", (), (), axis.breaks, 20)


def test_bands_are_at_their_percentages() -> None:
    assert yardstick.band_box(YARDSTICKS["phia-2025"], 5, "band") == (
        '<rect class="band" x="80%" width="10%" y="6" height="12"/>'
    )
    axis = yardstick.axis(YARDSTICKS["phia-2025"])
    # “almost certain” ends at the edge, and a line leads to the middle of its band.
    assert '<text x="100%" y="11" text-anchor="end">almost certain</text>' in axis
    assert '<line class="leader" x1="97.5%" x2="97.5%" y1="14" y2="18"/>' in axis
    # Neighbours that share an edge are a tenth of a point apart.
    assert 'x="80%" width="14.9%"' in yardstick.band_box(YARDSTICKS["icd-203"], 5, "band")


def test_a_narrow_screen_has_fewer_labels_that_are_apart() -> None:
    names = [Label(10 + 50 * at, text) for at, text in enumerate(("1", "10", "100", "1k", "10k"))]
    # “1” ends at 18 and 8 more are free. “10” is 44 to 76, “100” 86 to 134, “1k” 144 to 176.
    assert [one.text for one in forest.thinned(names)] == ["1", "10", "100", "1k", "10k"]
    # 24 apart: “1” is 2 to 18 and “100” is 34 to 82; the others are less than 8 from a label.
    close = [one._replace(start=10 + 24 * at) for at, one in enumerate(names)]
    assert [one.text for one in forest.thinned(close)] == ["1", "100"]
    page = write_html(View.of(builtin()))
    head = re.findall(r"<title>axis of time.*?</svg>", page)[0]
    wide, narrow = (
        re.findall(r"<text[^>]*>(.*?)</text>", one) for one in head.split('"narrow">')[-2:]
    )
    assert wide[:3] == ["4 Dec 2024", "9", "11"]
    assert narrow == ["4 Dec 2024", "15", "19"]


def test_a_narrow_screen_numbers_the_terms_of_the_yardstick() -> None:
    axis = yardstick.axis(YARDSTICKS["phia-2025"])
    key = axis.partition("<ol")[2]
    assert words_of(key.replace("</li>", ", ")).endswith("highly likely, almost certain,")
    # Unlikely, the third of seven terms, is from 25 to 35 per cent.
    assert '<text x="30%" y="13" text-anchor="middle">3</text>' in axis


def words_of(markup: str) -> str:
    """Return the words of a part of a page; arrows are “>”."""
    without = re.sub(r'<svg class="arrow".*?</svg>', " > ", markup)
    return " ".join(re.sub(r"<[^>]+>", "", re.sub("<svg.*?</svg>", "", without)).split())


def test_a_chain_with_two_relays_has_three_arrows() -> None:
    page = write_html(View.of(rich_briefing())).replace("&gt;", ">")
    chains = re.findall(r"<li>(<span class=\"chain\">.*?)</li>", page)
    assert [words_of(one) for one in chains] == [
        "? nobody named > a text3 claims",
        "The Army (XX, grade B) > The Paper > the clerk > a text1 claim",
        "the clerk > a text (inferred)1 claim",
    ]
    assert chains[1].count('class="solid"') == 3
    assert chains[2].count('class="dotted"') == 1
    # One of three claims: a third of 540 cells.
    assert '<rect class="count" x="0%" width="100%"' in chains[0]
    assert '<rect class="count" x="0%" width="33.333%"' in chains[1]


def test_dates_are_in_the_words_of_the_screen_and_labels_begin_at_their_ticks() -> None:
    page = write_html(View.of(builtin()))
    assert "<b>from 4 Dec 2024</b> (in effect) · “from 4 December 2024”" in page
    axis = page[page.index("axis of time") :].partition("</svg>")[0]
    tick = re.search(r'class="tick" x1="([\d.]+%)"', axis)
    assert tick is not None
    assert f'<text x="{tick[1]}" y="16">4 Dec 2024</text>' in axis


def test_the_label_of_a_day_close_to_the_edge_ends_there() -> None:
    view = View.of(
        briefing(Draft(when=(dated("2023"),)), Draft(when=(dated("2024-05-10"),))).replace(
            date="2024-06-14"
        )
    )
    narrow = write_html(view).partition('class="narrow"')[2]
    # Its letters are narrower than their units: from its start on, it would be above January.
    assert 'x="100%" y="16" text-anchor="end">14 Jun 2024<' in narrow


def test_all_powers_that_have_room_are_named() -> None:
    # 1k is 20 cells from 100k, on the other side of a break: two labels need 40.
    axis = NumberAxis(540, (Segment(Powers(0, 3), 10, 280), Segment(Powers(5, 6), 310, 190)), 10)
    labels = forest.axis_head(axis).rpartition('<g class="wide">')[2].partition("</g>")[0]
    assert re.findall(r">(\w+)</text>", labels) == ["1", "10", "100", "100k", "1M"]


def test_a_query_draws_its_limit_and_the_possible_part() -> None:
    view = View.of(builtin()).ask("killed:>200").showing_possible(True)
    row = next(one for one in write_html(view).splitlines() if "<b>killed</b>" in one)
    # From 100 to 1k in 500 cells: 201 is at 10 + 0.3032 * 499, in cell 161.
    assert '<line class="limit" x1="29.907%"' in row
    assert '<rect class="possible" x="30%" width="70%"' in row
    assert "<title>killed: 100 or more, no upper bound; possible: " in row
    without = write_html(View.of(builtin()).ask("id:S10"))
    assert not {'class="limit"', 'class="possible"'} & set(re.findall(r'class="\w+"', without))


def test_what_has_no_number_or_no_date_stays_in_words() -> None:
    war = words_only("since the Korean War", None, "in effect")
    rows = write_html(View.of(builtin())).splitlines()
    significant = [one for one in rows if "significant combat casualties" in one and "<tr>" in one]
    assert any(
        '<td class="drawn"><i class="unstated">no number given</i>' in r for r in significant
    )
    rows = write_html(
        View.of(briefing(Draft(when=(war,)), Draft(when=(dated("2024-12-10"),))))
    ).splitlines()
    korean_war = next(one for one in rows if "since the Korean War”" in one)
    assert '<use href="#sign-unknown"' in korean_war  # a dotted bar without a date
    assert '<use href="#sign-later"' in korean_war


@pytest.mark.parametrize("briefing", [builtin(), rich_briefing(), hostile_briefing()])
def test_every_picture_is_xml_and_has_a_title(briefing: Briefing) -> None:
    page = write_html(View.of(briefing))
    pictures = re.findall(r'<svg class="(?:picture|arrow)".*?</svg>', page)
    assert len(pictures) > 15
    for one in map(ET.fromstring, pictures):
        assert one.get("role") == "img"
        assert one.findtext("title")


def test_many_figures_and_dates_are_not_drawn_one_by_one() -> None:
    raw = minimal()
    claim = raw["claims"][0]
    claim["when"] = [{"role": "event", "edtf": "2024-12-19"}]
    raw["claims"] = [{**claim, "id": f"c{number}"} for number in range(1_001)]
    page = write_html(View.of(built(raw)))
    assert "With 1,001 dates, only the number in each column is drawn." in page
    assert "dates in each column; the tallest has 1,001 dates" in page
    assert "1,001 figures are too many to draw; a query selects fewer." in page
    assert page.count('<svg class="picture"') < 10


def test_a_legend_names_the_signs_that_occur() -> None:
    page = write_html(View.of(builtin()))
    legends = [words_of(one) for one in re.findall(r'<p class="legend">.*?</p>', page)]
    assert legends == [
        "event in effect as of day of the document approximate or in words open end unknown end",
        "approximately or more",
    ]
