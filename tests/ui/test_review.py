"""Reviewing a draft on the screen: decisions are marked, counted, saved and undone."""

from collections.abc import Callable

import pytest
from syrupy.assertion import SnapshotAssertion

from kursk_tui.model import Briefing
from kursk_tui.model.decisions import set_decision
from kursk_tui.query import Index
from kursk_tui.ui.briefing_file import BriefingFile
from kursk_tui.ui.panes.timeline import TimelinePlan
from tests.drafted_briefing import drafted_briefing
from tests.query.factory import builtin
from tests.ui.screen import LARGE, SMALL, Driver, running
from tests.ui.test_goldens import TextGolden


def footer(driver: Driver) -> str:
    return driver.text.splitlines()[-1].strip()


def saving(driver: Driver, save: Callable[[Briefing, Briefing], str | None]) -> None:
    driver.dashboard.parts.review.file = BriefingFile(save=save)


def saved_by(driver: Driver) -> list[Briefing]:
    saved: list[Briefing] = []

    def save(briefing: Briefing, _: Briefing) -> None:
        saved.append(briefing)

    saving(driver, save)
    return saved


def decisions(briefing: Briefing) -> dict[str, str | None]:
    return {one.id: one.review_state for one in briefing.claims if one.review_state != "unreviewed"}


async def test_a_draft_is_labelled_and_unreviewed_claims_are_marked() -> None:
    async with running(briefing=drafted_briefing()) as driver:
        assert "DRAFT, 11 unreviewed · 11 claims" in driver.text.splitlines()[0]
        assert footer(driver).startswith("a accept  d reject  u undo  v next")
        assert driver.pane("figures").count(" ?") == 5
        await driver.press("2", "j", "k")
        assert "►?killed" in driver.text


async def test_each_decision_is_saved_and_selects_the_next_claim() -> None:
    async with running(briefing=drafted_briefing()) as driver:
        saved = saved_by(driver)
        await driver.press("v")
        first = driver.selected
        await driver.press("a")
        second = driver.selected
        await driver.press("d", "a")
        assert len(saved) == 3
        assert first != second
        assert list(decisions(saved[-1]).values()).count("accepted") == 2
        assert list(decisions(saved[-1]).values()).count("rejected") == 1
        assert footer(driver).endswith("accepted; 8 unreviewed")
        assert "DRAFT, 8 unreviewed" in driver.text


async def test_a_burst_of_decisions_is_one_for_each_claim() -> None:
    async with running(briefing=drafted_briefing()) as driver:
        saved = saved_by(driver)
        await driver.press("a", "a", "d", "a")
        assert len(decisions(saved[-1])) == 4
        assert [len(decisions(one)) for one in saved] == [1, 2, 3, 4]


async def test_undo_reverts_every_decision() -> None:
    async with running(briefing=drafted_briefing()) as driver:
        saved = saved_by(driver)
        start = driver.selected
        await driver.press("a", "d", "u")
        assert list(decisions(saved[-1]).values()) == ["accepted"]
        await driver.press("u")
        assert decisions(saved[-1]) == {}
        assert driver.selected == start
        assert footer(driver) == f"{start} is unreviewed again; 11 unreviewed"
        await driver.press("u")
        assert footer(driver) == "there is nothing to undo"


async def test_undo_restores_the_decision_before() -> None:
    async with running(briefing=drafted_briefing(), query="id:S4") as driver:
        saved = saved_by(driver)
        await driver.press("a")
        await driver.ask("id:S4")
        await driver.press("d", "u")
        assert decisions(saved[-1]) == {"S4": "accepted"}


async def test_a_rejected_claim_is_marked_and_a_guess_is_labelled() -> None:
    async with running(briefing=drafted_briefing(), query="id:S10") as driver:
        saved_by(driver)
        await driver.press("0", "z")
        assert "a guess:" in driver.text
        assert "inherited measure" in driver.text
        await driver.press("z", "2", "d")
        await driver.ask("id:S10")
        assert "►xkilled" in driver.text
        assert "rejected · reported S10" in driver.text


async def test_queries_find_unreviewed_claims() -> None:
    async with running(briefing=drafted_briefing()) as driver:
        saved_by(driver)
        await driver.ask("is:guess")
        assert driver.shown == ["S10"]
        await driver.press("a")
        await driver.ask("is:accepted")
        assert driver.shown == ["S10"]
        await driver.ask("is:unreviewed")
        assert len(driver.shown) == 10


async def test_a_decision_that_cannot_be_saved_is_not_made() -> None:
    async with running(briefing=drafted_briefing()) as driver:
        saving(driver, lambda *_: "not saved: disk full")
        await driver.press("a")
        assert footer(driver) == "not saved: disk full"
        assert "DRAFT, 11 unreviewed" in driver.text


async def test_a_reload_reminds_of_a_decision_that_could_not_be_saved() -> None:
    async with running(briefing=drafted_briefing(), query="id:S4") as driver:
        saving(driver, lambda *_: "not saved: another program rejected S7; r reloads it")
        driver.dashboard.parts.file.file = BriefingFile(reload=drafted_briefing)
        for key, end in (("a", "; S4 was not accepted: another program rejected S7"), ("j", "")):
            await driver.press(key, "r")
            await driver.press()
            assert footer(driver) == f"reloaded: no changes{end}"


async def test_a_draft_becomes_final_after_every_decision() -> None:
    async with running(briefing=drafted_briefing()) as driver:
        saved = saved_by(driver)
        await driver.press("F")
        assert footer(driver) == "11 claims are still unreviewed; v goes to the next"
        await driver.press(*"a" * 10, "d")
        assert footer(driver).endswith("every claim is reviewed; F makes the draft final")
        await driver.press("v", "F")
        assert footer(driver) == "F again makes 10 claims final  esc back"
        await driver.press("escape")
        assert "DRAFT" in driver.text
        await driver.press("F", "F")
        assert footer(driver) == "final: 10 claims"
        assert saved[-1].status == "final"
        assert "DRAFT" not in driver.text
        await driver.press("a")
        assert footer(driver) == "this briefing is not a draft: there is nothing to review"


async def test_a_final_briefing_has_nothing_to_review() -> None:
    async with running(briefing=builtin()) as driver:
        for key in ("a", "d", "u", "v", "F"):
            await driver.press("j", key)
            assert footer(driver) == "this briefing is not a draft: there is nothing to review"


async def screens(driver: Driver) -> list[str]:
    """Return the screen with each pane in turn, from the first claim."""
    found = []
    await driver.press("5", "escape")
    for key in ("1", "2", "3", "4", "5", "x", "0"):
        await driver.press(key, "g", "G", "g")
        found.append(driver.text)
    return found


async def test_the_screen_after_decisions_is_that_of_the_saved_file() -> None:
    async with running(briefing=drafted_briefing()) as driver:
        saved = saved_by(driver)
        await screens(driver)
        await driver.press("1", "g", "a", "d", "2", "G", "d", "u", "3", "a", "4", "g", "d")
        shown = await screens(driver)
        assert "►x" in "".join(shown)
    async with running(briefing=saved[-1]) as opened:
        assert shown == await screens(opened)


async def test_a_decision_orders_no_rows_again(monkeypatch: pytest.MonkeyPatch) -> None:
    planned: list[Index] = []
    plan = TimelinePlan.__init__

    def counted(self: TimelinePlan, index: Index, sort: str, width: int) -> None:
        planned.append(index)
        plan(self, index, sort, width)

    monkeypatch.setattr(TimelinePlan, "__init__", counted)
    async with running(briefing=drafted_briefing()) as driver:
        saved_by(driver)
        await driver.press("1", "a", "d", "u")
        assert len(planned) == 1


async def test_the_screen_of_a_draft(snapshot: SnapshotAssertion) -> None:
    for size in (LARGE, SMALL):
        async with running(size, briefing=drafted_briefing()) as driver:
            saved_by(driver)
            await driver.press("escape", "2", "j", "a", "d")
            name = f"{size[0]}x{size[1]}"
            assert driver.text + "\n" == snapshot(extension_class=TextGolden, name=name)
            assert driver.colours + "\n" == snapshot(
                extension_class=TextGolden, name=f"{name}-colours"
            )


async def test_a_review_begins_in_the_document_at_the_first_unreviewed_claim() -> None:
    draft = set_decision(drafted_briefing(), 0, "accepted")
    async with running(briefing=draft) as driver:
        assert driver.dashboard.parts.panes.current == "document"
        assert driver.selected == "S2"
        assert draft.claims[1].evidence.exact[:30] in driver.pane("document").replace("\n", " ")


async def test_items_are_decided_line_by_line_and_saved() -> None:
    async with running(briefing=drafted_briefing(), query="id:S10") as driver:
        saved = saved_by(driver)
        await driver.press("0", "j", "j", "d")
        assert [one.measure for one in saved[-1].claims[9].figures] == ["wounded", "casualties"]
        await driver.press("z")
        assert "figure      killed “at least 100”" in driver.text
        assert "· rejected" in driver.text
        assert footer(driver).startswith("a accept")
        await driver.press("z", "u")
        assert saved[-1] == drafted_briefing()
        await driver.press("2", "a")
        assert decisions(saved[-1]) == {"S10": "accepted"}


async def test_the_claim_under_review(snapshot: SnapshotAssertion) -> None:
    for size in (LARGE, SMALL):
        async with running(size, briefing=drafted_briefing(), query="id:S10") as driver:
            saved_by(driver)
            await driver.press("0", "j", "a", "d", "j", "j", "j", "k")
            name = f"{size[0]}x{size[1]}"
            assert driver.text + "\n" == snapshot(extension_class=TextGolden, name=name)
