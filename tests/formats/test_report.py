"""The report of a view, which plain text, Markdown and HTML render completely."""

import re
from html import unescape

import pytest

from kursk_tui.formats import html, markdown
from kursk_tui.formats.report import (
    DatedRow,
    FigureRow,
    LevelRow,
    Report,
    Selection,
    SourceRow,
)
from kursk_tui.formats.report_builder import build_report
from kursk_tui.formats.text import plain_text
from kursk_tui.model import Briefing
from kursk_tui.query import View
from kursk_tui.text.cells import width_in_cells
from tests.drafted_briefing import drafted_briefing
from tests.model.factory import built, minimal
from tests.query.factory import builtin
from tests.ui.conflicting_briefing import contradicting_briefing
from tests.ui.rich_briefing import rich_briefing


def test_rows_have_the_values_of_their_claims() -> None:
    report = build_report(View.of(rich_briefing()))
    assert (report.title, report.about) == (
        "Everything at once",
        "about 2025-04 · 5 claims · 3 sources",
    )
    assert (report.draft, report.selection) == ("", None)
    assert report.timeline[0] == DatedRow(
        "2025", "reported", "Nearly 2,000 left, more than 90 of them on foot", "sober"
    )
    assert [row.claim for row in report.timeline] == ["sober", "month", "sure"]
    assert report.undated == ("band", "inner")
    assert report.undated_note == "2 claims state no date"
    assert report.figures[2] == FigureRow(
        "missing",
        "up to 40",
        "40 or fewer, no lower bound",
        (),
        ("since March",),
        False,
        "The Army → via The Paper → via A clerk of long standing",
        "band",
    )
    assert report.sources == (
        SourceRow("The Army", "XX, reliability B", None, ("band",)),
        SourceRow("The Paper", "reliability not stated", "https://paper.example/a", ("band",)),
        SourceRow("A clerk of long standing", "reliability not stated", None, ("band", "inner")),
    )
    assert report.unattributed_note == "3 claims state no source"
    (likely,) = report.likelihoods
    assert (likely.term, likely.range, likely.scale, likely.scope, likely.claim) == (
        *("realistic possibility", "≈40% – <50%", "PHIA Probability Yardstick", None, "month"),
    )
    assert report.levels == (LevelRow("moderate", "sure"),)
    assert report.claims[4].reference == "[Everything at once], date not stated"
    assert report.claims[0].reference == "The Paper, “A dispatch”, 2025-04"
    assert report.documents[0].quotes == (
        *(("band", 0, 70), ("inner", 49, 69), ("month", 71, 141), ("sure", 143, 211)),
    )


def test_a_query_selects_claims_and_is_named_with_its_counts() -> None:
    report = build_report(View.of(builtin()).ask("killed:>200").showing_possible(True))
    assert report.about == "2024-12-19 · 11 claims · 3 sources"
    assert report.selection == Selection(
        "killed:>200", "0 matches, 1 possible, 10 not stated", "11 claims"
    )
    (claim,) = report.claims
    assert (claim.id, claim.possible, claim.terms, claim.review) == ("S10", True, (), "")
    assert claim.who == "National Intelligence Service → via Lee Seong-kweun"
    assert [row.measure for row in report.figures] == ["killed", "wounded", "casualties"]


BRIEFINGS = {
    "built-in": builtin(),
    "rich": rich_briefing(),
    "draft": drafted_briefing(),
    "conflicts": contradicting_briefing(),
}
QUERIES = ("", "killed:*", "id:none")


def words_of_sections(report: Report) -> set[str]:
    """Return the texts of a report's head and sections that are the same in all formats."""
    words = {report.title, report.about, report.draft}
    words |= {report.undated_note, report.unattributed_note}
    if report.selection:
        words |= {report.selection.query, report.selection.counts}
    for dated in report.timeline:
        words |= {f"({dated.role})", dated.summary}
    for figure in report.figures:
        words |= {figure.measure, figure.words, figure.bounds, figure.who}
        words |= {*figure.likelihoods, *figure.counted}
    for source in report.sources:
        words |= {source.name, f"({source.about})"}
    for likelihood in report.likelihoods:
        words |= {likelihood.term, likelihood.range, likelihood.scale, likelihood.scope or ""}
    for conflict in report.conflicts:
        words |= {conflict.counted, conflict.verdict, f"({conflict.origins})"}
        words |= {part for side in conflict.sides for part in (side.why, side.dates, side.who)}
    for measure, side in report.uncompared:
        words |= {measure, side.words, side.bounds, side.why, side.dates, side.who}
    return words | {level.level for level in report.levels}


def words_of_claims(report: Report) -> set[str]:
    """Return the texts of a report's claims and documents that are the same in all formats."""
    words: set[str] = set()
    for claim in report.claims:
        words |= {claim.summary, claim.quote, claim.span, claim.review, *claim.terms}
    return words


def flat(text: str) -> str:
    return " ".join(text.split())


@pytest.mark.parametrize("query", QUERIES)
@pytest.mark.parametrize("name", BRIEFINGS)
def test_every_format_contains_the_whole_report(name: str, query: str) -> None:
    view = View.of(BRIEFINGS[name]).ask(query)
    report = build_report(view)
    text = "\n".join(plain_text(view, 100))
    page, brief = html.write(view), markdown.write(view)
    for words, forms in (
        (words_of_sections(report), (head(text, "CLAIMS"), head(page, 'id="claims"'), brief)),
        (words_of_claims(report), (text, page, brief)),
    ):
        for one in map(flat, words):
            assert one in flat(forms[0])
            assert one in flat(unescape(re.sub(r"<[^>]*>", "", forms[1])))
            assert markdown.plain(one) in flat(forms[2])
    for document in report.documents if report.claims else ():
        assert flat(document.name) in flat(text)
    for claim in report.claims:
        assert flat(claim.reference) in flat(unescape(page))
        assert markdown.plain(flat(claim.reference)) in flat(brief)
    for dated in report.timeline:  # the page has dates as on the screen, such as “4 Dec 2024”
        date = f"{dated.date} ({dated.role})"
        assert date in flat(text)
        assert markdown.plain(date) in flat(brief)


def head(text: str, mark: str) -> str:
    """Return what precedes the claims."""
    before, found, _ = text.partition(mark)
    assert found
    return before


@pytest.mark.parametrize("briefing", BRIEFINGS.values(), ids=BRIEFINGS)
def test_all_formats_have_the_sections_in_the_same_order(briefing: Briefing) -> None:
    view = View.of(briefing)
    titles = ["Timeline", "Figures", "Sources", "Confidence", "Conflicts"]
    lines = list(plain_text(view))
    assert sorted(titles, key=lambda one: lines.index(one.upper())) == titles
    for text, mark in ((markdown.write(view), "\n## {}\n"), (html.write(view), ">{}</h2>")):
        assert sorted(titles, key=lambda one: text.index(mark.format(one))) == titles


def test_conflicts_are_counted_at_the_top_and_listed_with_their_reasons() -> None:
    report = build_report(View.of(contradicting_briefing()))
    assert report.about == "6 claims · 4 sources · 1 conflict · 2 may conflict"
    certain, killed, wounded = report.conflicts
    assert (certain.counted, certain.verdict, certain.origins) == (
        *("killed · North Korean soldiers", "conflict: no number fits all", "2 origins"),
    )
    assert [(side.claim, side.why) for side in certain.sides] == [("K1", ""), ("K2", "")]
    why = "(population and period not stated; “about 20” would have to reach 30)"
    assert [(side.claim, side.why) for side in killed.sides] == [
        ("K2", f"may contradict K3 {why}"),
        ("K3", f"may contradict K2 {why}"),
    ]
    assert [(row.measure, row.side.claim, row.side.why) for row in report.uncompared] == [
        ("killed", "K4", "a different period from K1, K2 and K3")
    ]
    assert wounded.origins == "1 known origin, 1 figure without a source"
    assert "- No figures conflict." in list(plain_text(View.of(builtin())))


def test_an_empty_selection_is_stated_in_every_section() -> None:
    view = View.of(builtin()).ask("id:none")
    for text in (markdown.write(view), html.write(view), "\n".join(plain_text(view))):
        assert text.count("No claim is selected.") == 2
        assert text.count("No figure is stated.") == text.count("No likelihood is stated.") == 1


def test_plain_text_names_analytic_confidence() -> None:
    lines = list(plain_text(View.of(rich_briefing())))
    assert "- analytic confidence: moderate [sure]" in lines
    assert "confidence  moderate (analytic)" in lines
    lines = list(plain_text(View.of(builtin())))
    assert "- analytic confidence: not stated" in lines


def test_lines_of_plain_text_are_measured_in_columns() -> None:
    raw = minimal()
    raw["title"] = "북한군 병력 " * 12
    lines = list(plain_text(View.of(built(raw)), 40))
    # A pair of words has 6 + 1 + 4 = 11 columns: three pairs have 35, another word makes it 42.
    assert lines[0] == "북한군 병력 북한군 병력 북한군 병력"
    assert max(map(width_in_cells, lines)) <= 40


def test_possible_matches_are_marked_wherever_they_are_named() -> None:
    view = View.of(builtin()).ask("killed:>200 OR id:S2").showing_possible(True)
    text = " ".join(" ".join(plain_text(view, 1000)).split())
    assert "via Lee Seong-kweun [S10 (possible match)] - casualties" in text
    assert "2 claims state no date [S2, S10 (possible match)]" in text
    assert "“sustained significant combat casualties” [S2] - analytic" in text
    table = [one for one in markdown.write(view).splitlines() if one.startswith("| killed")]
    assert table[0].endswith(" | *(possible match)*[^S10] |")
    assert "*(possible match)*[^S2]" not in markdown.write(view)
    page = html.write(view)
    # S10 has three figures; S2 has a figure, a date and a judgement.
    assert page.count('<a href="#claim-S10">S10</a> (possible match)') == 3
    assert page.count('<a href="#claim-S2">S2</a>') == 3
    assert '<a href="#claim-S2">S2</a> (possible match)' not in page
