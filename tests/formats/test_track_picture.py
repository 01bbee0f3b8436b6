"""A track as a picture in SVG."""

from xml.etree import ElementTree as ET

from kursk_tui.formats.track_report import as_svg
from kursk_tui.tracking.questions import Questions
from tests.library.reports import library
from tests.promises.checks import check_svg

_SVG = "{http://www.w3.org/2000/svg}"


def picture() -> ET.Element:
    briefing = library().briefing
    drawn = "\n".join(as_svg(Questions(briefing).named("toll"), briefing))
    check_svg(drawn)
    return ET.fromstring(drawn)


def test_each_statement_has_its_words_and_a_bar_or_the_reason_for_none() -> None:
    root = picture()
    texts = [one.text or "" for one in root.iter(f"{_SVG}text")]
    rows = [float(one.get("y", "0")) for one in root.iter(f"{_SVG}text")]
    words = ["At least 30", "around 1,100", "More than 3,000", "over 6,000", "Around 300", "2,700"]
    for printed in words:
        assert f"“{printed}”" in texts
    assert any(one.startswith("floor 3,001 on Zelenskyy alone") for one in texts)
    # Eleven statements, of which one is a magnitude and one has no number.
    bars = [one for one in root.findall(f"{_SVG}svg") if one.get("overflow") == "visible"]
    assert (len(bars), texts.count("magnitude only"), texts.count("no number given")) == (9, 1, 1)
    assert max(rows) < float(root.get("height", "0"))


def test_bars_are_in_the_order_of_their_numbers() -> None:
    bars = [one for one in picture().findall(f"{_SVG}svg") if one.get("overflow") == "visible"]
    starts = [
        float((next(iter(one.iter(f"{_SVG}use"))).get("x") or "").rstrip("%")) for one in bars
    ]
    # At least 30, around 1,100, more than 3,000, over 6,000; then parts: at least 100, about 1,000,
    # 100, around 300, 2,700.
    assert starts[0] < starts[4] == starts[6] < starts[7] < starts[5] < starts[1] < starts[8]
    assert starts[8] < starts[2] < starts[3]
