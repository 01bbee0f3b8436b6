"""Changing a draft in place on the screen: each change is checked, saved and undone."""

from kursk_tui.formats.json import write
from kursk_tui.model import Briefing
from kursk_tui.query import View
from kursk_tui.ui.briefing_file import BriefingFile
from tests.drafted_briefing import drafted_briefing
from tests.editing.drafted import FIRST, figure
from tests.editing.drafted import draft as drafted
from tests.ui.screen import SMALL, Driver, running


def saved_by(driver: Driver) -> list[Briefing]:
    saved: list[Briefing] = []

    def save(briefing: Briefing, _: Briefing) -> None:
        saved.append(briefing)

    driver.dashboard.parts.review.file = BriefingFile(save=save)
    return saved


def message(driver: Driver) -> str:
    return driver.text.splitlines()[-1].strip()


async def test_a_measure_is_changed_from_a_list_and_offered_for_others() -> None:
    figures = [figure("at least 40", "killed", "at least", 40), figure("30", "killed")]
    async with running(briefing=drafted(figures=figures)) as driver:
        saved = saved_by(driver)
        await driver.press("0", "j", "j", "j", "c")
        assert "measure: killed" in driver.text
        await driver.press("m", *"casualt", "enter")
        assert [one.measure for one in saved[-1].claims[0].figures] == ["casualties", "killed"]
        assert "1 more figure of this source has the old measure: C changes all" in message(driver)
        await driver.press("C")
        assert [one.measure for one in saved[-1].claims[0].figures] == ["casualties"] * 2
        await driver.press("c", "n")
        assert "type a word" not in driver.text
        assert "no matches" not in driver.text
        await driver.press(*"ab", "enter")
        assert "! “ab” is not read as a number; type 40" in driver.text
        await driver.press("backspace", "backspace", *"more than 41", "enter")
        (first, _) = saved[-1].claims[0].figures
        assert (first.qualifier, first.values) == ("more than", (41,))
        await driver.press("u", "u", "u", "u")
        assert saved[-1].claims == drafted(figures=figures).claims
        assert message(driver) == "there is nothing to undo"


async def test_words_are_moved_in_the_document_and_come_back_to_the_claim() -> None:
    async with running(SMALL, briefing=drafted()) as driver:
        saved = saved_by(driver)
        await driver.press("1", "0", *"jjjj", "c", "w")
        assert "[30]" in driver.text
        assert "enter keep" in message(driver)
        await driver.press("right")
        assert "[30 were]" in driver.text
        await driver.press("tab", "left", "left", "left", "enter")
        panes = driver.dashboard.parts.panes
        assert (panes.current, panes.reading) == ("claim", False)
        figure = saved[-1].claims[0].figures[1]
        assert (figure.words, figure.values) == ("were killed and 30 were", (30,))
        await driver.press("c", "w", "left", "escape")
        assert len(saved) == 1
        assert "[" not in driver.pane("document")


async def test_a_claim_is_split_where_words_are_marked_and_made_by_hand() -> None:
    async with running(briefing=drafted(likelihoods=[])) as driver:
        saved = saved_by(driver)
        await driver.press("0", "c", "s")
        steps = len(FIRST[: FIRST.index("and 30")].split()) - len(FIRST.split()) // 2
        await driver.press(*(["right"] * steps if steps > 0 else ["left"] * -steps), "enter")
        assert [claim.id for claim in saved[-1].claims] == ["c1", "c1-2", "c2"]
        await driver.press("u")
        await driver.press("5", "A")
        assert "new claim inside c1" in message(driver)
        await driver.press("tab", "right", "right", "enter")
        assert saved[-1].claims[1].evidence.exact == "Kyiv says it"
        assert driver.selected == "c3"
        await driver.press("u")
        assert [claim.id for claim in saved[-1].claims] == ["c1", "c2"]


async def test_a_figure_is_added_counted_related_and_undone() -> None:
    only = [figure("at least 40", "killed", "at least", 40)]
    async with running(SMALL, briefing=drafted(figures=only)) as driver:
        saved = saved_by(driver)
        await driver.press("0", "c", "f")
        assert "[30]" in driver.text  # the first number that is no figure
        await driver.press("enter", "w")
        (_, wounded) = saved[-1].claims[0].figures
        assert (wounded.measure, wounded.words) == ("wounded", "30")
        await driver.press("g", *"jjjj", "c", "r")
        assert "part of “at least 40” (killed)" in driver.text
        await driver.press(*"part 40", "enter")
        assert message(driver).startswith("figure “30” of c1: part of “at least 40” (killed)")
        await driver.press("c", "e")
        assert saved[-1].claims[0].figures[1].preliminary
        await driver.press(*"uuuu")
        assert saved[-1].claims == drafted(figures=only).claims


async def test_a_typed_value_comes_before_entries_that_only_contain_it() -> None:
    figures = [figure("at least 40", "suspected-cases", "at least", 40)]
    async with running(briefing=drafted(figures=figures)) as driver:
        saved = saved_by(driver)
        await driver.press("0", *"jjj", "c", "m", *"cases", "enter")
        assert saved[-1].claims[0].figures[0].measure == "cases"
        await driver.press("c", "p", *"ky", "enter")  # words of the claim complete it
        assert saved[-1].claims[0].figures[0].population == "Kyiv"


async def test_a_claim_by_hand_begins_at_the_text_in_sight() -> None:
    async with running(SMALL, briefing=drafted_briefing()) as driver:
        await driver.press("5", *["ctrl+d"] * 3, "A")  # the cursor, on S1, is out of sight
        assert "S5     [Russian]and" in driver.pane("document")
        await driver.press("escape", "G", "A")
        assert "S11    [South]Korean" in driver.pane("document")


KEYS = ("jd", "jjcr_|", "jjjcm_|", "cf|m", "cs>|", "A)|", "a", "jjcw>|", "d")
"""Keys of a review: "|" is enter, "_" down, ">" right."""


async def test_every_step_is_in_the_file_at_once_and_undone_byte_for_byte() -> None:
    names = {"|": "enter", "_": "down", ">": "right"}
    figures = [figure("at least 40", "killed", "at least", 40)]
    first = drafted(figures=figures)
    files = [write(View.of(first))]

    def save(briefing: Briefing, _: Briefing) -> None:
        files.append(write(View.of(briefing)))

    async with running(SMALL, briefing=first, file=BriefingFile(save=save)) as driver:
        await driver.press("3")  # a pane that has rows, and is hidden from now on
        for keys in KEYS:
            await driver.press("0", "g")
            for key in keys:
                await driver.press(names.get(key, key))
                assert files[-1] == write(View.of(driver.dashboard.parts.view().briefing))
            await driver.press("escape", "escape")
        assert len(files) == len(set(files)) == 11
        await driver.press(*"uuuuuuuuuu")
        assert files[-1] == files[0]
