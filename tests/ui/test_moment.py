"""A library on the screen as of a day, and marked as read."""

from pathlib import Path

from kursk_tui.diffing.comparison import Comparison, Earlier
from kursk_tui.library.decisions import Decisions
from kursk_tui.library.library import Library, library_of
from kursk_tui.platform.clipboard import LAST_YANK
from kursk_tui.platform.state import State
from kursk_tui.query import View
from kursk_tui.ui.app import KurskApp
from kursk_tui.ui.briefing_file import BriefingFile, ChangeDecisions, Decided
from kursk_tui.ui.open_briefing import OpenBriefing
from kursk_tui.ui.pane import Scene
from kursk_tui.ui.panes.changes import PANE
from tests.library.reports import edition, library, reports
from tests.query.factory import Draft, briefing, figure
from tests.ui.pilot import ExactPilot
from tests.ui.screen import LARGE, SMALL, Driver, running
from tests.ui.test_file_follower import follow, footer


async def test_a_day_is_chosen_and_stepped_from_edition_to_edition() -> None:
    whole = library()
    later = library([key for key in reports() if "jcs" not in key])
    versions = [whole.briefing, later.briefing]
    async with running(LARGE, briefing=later.briefing) as driver:
        follow(driver, BriefingFile(reload=lambda: versions.pop()))
        await driver.press("equals_sign")
        assert footer(driver) == "every edition is shown"
        await driver.press("D", *"2024-12-20", "enter")
        assert footer(driver) == "known on 2024-12-20 · 5 of 8 editions; 3 editions not known yet"
        assert driver.text.startswith(" KNOWN ON 2024-12-20  North Korean troops in Kursk  5 of 8")
        await driver.press("2", "z")
        below = "not known yet: 5 statements in 3 editions, the first on 2024-12-23"
        assert below in driver.pane("figures")
        await driver.press("z")
        await driver.press("r")  # the day stays
        assert "5 of 8 editions" in driver.text
        await driver.press("r")
        assert "5 of 9 editions" in driver.text
        for key, shown in (
            ("less_than_sign", "4 of 9"),
            ("less_than_sign", "3 of 9"),
            ("less_than_sign", "2 of 9"),
            ("less_than_sign", "2 of 9"),
            ("greater_than_sign", "3 of 9"),
            ("equals_sign", "  9 editions"),
            ("less_than_sign", "8 of 9"),
            ("greater_than_sign", "  9 editions"),
        ):
            await driver.press(key)
            assert shown in driver.text.splitlines()[0]
        await driver.press("D", *"2024-01", "enter")
        assert "Nothing was known on 2024-01; the first edition is" in driver.pane("figures")
        await driver.press("D", *"2024-31", "enter")
        assert footer(driver).count("2024-31") == 1
        await driver.press("D", *"1", "enter")
        assert footer(driver).startswith("“1” is not a")
        await driver.press("D", *"2024-12", "enter")  # the month, and not a day of it
        assert "KNOWN ON 2024-12, SINCE " in driver.text.splitlines()[0]
        await driver.press("D", *"2024-12-17")
        assert driver.text.count(" 2024-12-17 ") == 2  # as typed, and in the list
        await driver.press("enter")
        assert "KNOWN ON 2024-12-17, " in driver.text.splitlines()[0]


async def test_a_figure_is_followed_through_the_days() -> None:
    async with running(LARGE, briefing=library().briefing) as driver:
        await driver.press("2", "j", "j", "j", "t")
        asked = driver.pane("track").splitlines()[1].split(" · ")[:2]
        for _ in range(4):
            await driver.press("less_than_sign")
            assert driver.pane("track").splitlines()[1].split(" · ")[:2] == asked
        assert "Around 300" not in driver.pane("track")
        for shown, sign in (("chart", "┴ At least 30"), ("list", "said        who")):
            await driver.press("c")
            assert footer(driver) == f"Track: {shown}"
            assert sign in driver.pane("track")
        assert "track       first · makes certain: 30 or more" in driver.pane("claim")


def test_what_is_no_longer_repeated_is_a_row_of_its_claim() -> None:
    made = []
    days = "2024-12-17", "2024-12-18"
    for day, (key, one) in zip(days, reports().items(), strict=False):
        document = one.documents[0].replace(series="daily", date=day, publisher="Agency A")
        made.append(edition(key, one.replace(documents=(document,))))
    changed = made[1].briefing.claims[0].figures[0].replace(measure="deployed", categories=())
    claim = made[1].briefing.claims[0].replace(figures=(changed,))
    made[1] = edition(made[1].key, made[1].briefing.replace(claims=(claim,)))
    first, both = Library("x", (made[0],)).briefing, Library("x", tuple(made)).briefing
    view = View.of(both).compared_with(Comparison.of(Earlier(first, "before"), both))
    scene = Scene(view, None, 120)
    layout = PANE.plan(view.index, "", 120).lay_out(scene)
    rows = [
        (stop.claim, row) for stop, row in zip(layout.model.stops, layout.model.rows, strict=True)
    ]
    assert [claim for claim, _ in rows] == [1, 0]
    first_line = "".join(span.text for span in layout.draw(rows[1][1], scene)[0])
    assert first_line.startswith("∅ casualties      HUR “At least 30”")


async def test_what_is_copied_as_of_a_day_says_so(tmp_path: Path) -> None:
    briefing = library().known_on("2024-12-20").briefing
    async with running(SMALL, briefing=briefing, state=State(tmp_path)) as driver:
        for keys, dated in (("yq", True), ("yi", False), ("yn", True)):
            await driver.press(*keys)
            copied = (tmp_path / LAST_YANK).read_text()
            assert copied.endswith("\nas known on 2024-12-20") == dated
        await driver.press("7", "c")
        assert footer(driver) == "Track: the chart needs 100 columns"


async def test_what_is_read_is_saved_at_once_and_new_editions_are_unread(tmp_path: Path) -> None:
    whole = library()
    known = whole.known_on("2024-12-20")
    state = State(tmp_path, "dprk")
    since = Earlier(known.briefing, "2024-12-20")
    view = View.of(whole.briefing).compared_with(Comparison.of(since, whole.briefing))
    app = KurskApp(OpenBriefing(view, since=since), state=state)
    async with app.run_test(size=LARGE):
        driver = Driver(app, ExactPilot(app))
        await driver.press("D", *"2025-01-13", "enter")
        assert driver.text.startswith(" KNOWN ON 2025-01-13, SINCE 2024-12-20  North Korean")
        await driver.press("w")
        assert "JCS “around 1,100” and Zelenskyy “More than 3,000”" in driver.pane("changes")
        both = driver.pane("claim")
        assert all(words in both for words in ("More than 3,000”", "around 1,100” 2024-12-23-jcs"))
        assert "v next unread  R all read" in driver.text.splitlines()[-1]
        await driver.press("R")
        assert footer(driver) == "8 editions marked as read; R again takes that back"
        assert "No edition that is shown is new since last read" in driver.pane("changes")
        saved = State.load(tmp_path, "dprk").read
        assert saved is not None
        assert len(saved.editions) == 8
        await driver.press("equals_sign")
        assert "over 6,000" in driver.pane("changes")
        assert "Around 300" not in driver.pane("changes")
        await driver.ask("is:new")
        assert driver.shown == ["2025-06-15-mod/c1"]
        await driver.press("escape", "R", "R")
        assert footer(driver) == "not marked as read: taken back"
        await driver.press("w", "G", "k", "v")
        assert "deployed" in driver.pane("changes")
        assert driver.selected == "2025-06-15-mod/c1"
        await driver.press("v")
        assert footer(driver) == "no unread change below; R marks all as read"
        await driver.press("2", "v")
        assert footer(driver) == "v goes to the next unread change, in Changes; w opens it"


async def test_a_mark_that_cannot_be_saved_says_so(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    async with running(
        LARGE, briefing=library().briefing, state=State(tmp_path / "file", "dprk")
    ) as driver:
        await driver.press("R")
        assert footer(driver) == (
            "9 editions marked as read; only until you quit: the state folder cannot be written"
        )


async def test_a_single_briefing_has_no_days_and_a_draft_in_a_library_is_counted() -> None:
    async with running(SMALL) as driver:
        for key in ("D", "less_than_sign", "equals_sign", "R"):
            await driver.press(key)
            assert footer(driver).startswith("this is one briefing; a folder, or several files")
    draft = next(iter(reports().values())).replace(status="draft")
    whole = library()
    found = library_of(whole.briefing)
    assert found is not None
    one = type(found)("x", (edition("a", draft), *whole.editions[1:]))
    async with running(LARGE, briefing=one.briefing) as driver:
        assert "1 draft" in driver.text.splitlines()[0]


_HUR = "2024-12-17-hur"


async def test_a_decision_about_names_leads_to_the_next_names() -> None:
    saved: list[Decisions] = []

    def decide(given: Library, change: ChangeDecisions) -> Decided:
        saved.append(change(given.decisions))
        return Decided(given.decided(saved[-1]), given.decisions, saved[-1])

    def at_cursor(driver: Driver) -> str:
        lines = driver.pane("editions").splitlines()
        return next((one for one in lines if "►" in one), "")

    names = ("Arda troops", "Arda soldiers", "Arda forces")  # three pairs
    counts = tuple(
        figure("killed", "exactly", number, population=name)
        for number, name in enumerate(names, start=301)
    )
    made = edition("e", briefing(Draft("y", figures=counts))), edition("f", reports()[_HUR])
    shown, later = Library("x", made[:1]).briefing, Library("x", made).briefing
    file = BriefingFile(reload=lambda: later, decide=decide)
    async with running(LARGE, briefing=shown, file=file) as driver:
        await driver.press("9", "G")
        last = at_cursor(driver)
        assert "“Arda troops”" not in driver.pane("claim")
        await driver.press("k")
        before = at_cursor(driver)
        assert "“Arda troops” · population · figures of 1 claim · e" in driver.pane("claim")
        await driver.press("r")
        assert "reloaded: 1 new" in footer(driver)
        assert at_cursor(driver) == before
        await driver.press("d")
        assert at_cursor(driver) == last  # never the first of the list
        await driver.press("u")
        assert at_cursor(driver) == before
        assert len(saved) == 2


async def test_v_in_changes_says_why_there_is_no_next_change() -> None:
    made = library().briefing
    async with running(LARGE, briefing=made) as driver:
        await driver.press("w", "v")
        assert footer(driver) == (
            "no changes to show: R marks all editions as read, or start with --since DATE"
        )
    since = Earlier(library().known_on("2024-12-20").briefing, "2024-12-20")
    before = library().known_on("2024-12-18").briefing
    compared = View.of(before).compared_with(Comparison.of(since, before))
    layout = PANE.plan(compared.index, "", 80).lay_out(Scene(compared, None, 80))
    assert layout.empty == "No edition that is shown is new since 2024-12-20."
