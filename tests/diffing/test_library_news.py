"""What is new in a library: the nine reports, and small libraries, worked out by hand."""

import json
from collections.abc import Sequence

from kursk_tui.diffing.comparison import Comparison, Earlier
from kursk_tui.diffing.statement_change import StatementChange
from kursk_tui.formats import html
from kursk_tui.formats.changes_report import as_json, as_md, as_text
from kursk_tui.library.decisions import Decisions
from kursk_tui.library.edition import Edition
from kursk_tui.library.library import Library
from kursk_tui.model import Attribution, Figure, OtherStatement, StatementRelation
from kursk_tui.query import View
from kursk_tui.tracking.questions import Questions
from kursk_tui.vocabulary import Qualifier, StatementRelationKind
from kursk_tui.wording.tracks import everything_beside
from tests.library.reports import edition, library
from tests.query.factory import Draft, briefing, dated, likelihood


def since(day: str, whole: Library) -> Comparison:
    return Comparison.of(Earlier(whole.known_on(day).briefing, day), whole.briefing)


def lines(found: Comparison) -> list[str]:
    """Return the sign, the level, what changed, both sides, and what that amounts to."""
    made = []
    for entry in found.entries:
        change = entry.change
        assert isinstance(change, StatementChange)
        about = f" ({change.remark})" if change.remark else ""
        level = change.gravity.words
        made.append(f"{entry.sign} {level}: {change.field}: {change.both}{about}")
    return made


def counted(words: str, qualifier: Qualifier, *values: int, measure: str = "killed") -> Figure:
    return Figure(
        measure=measure, words=words, qualifier=qualifier, values=values, population="troops"
    )


def report(day: str | None, *drafts: Draft, series: str | None = None, key: str = "") -> Edition:
    """Return an edition whose claims were said on its day."""
    made = briefing(*drafts)
    document = made.documents[0].replace(date=day, series=series, publisher="Agency")
    name = key or f"{day}"
    return edition(name, made.replace(documents=(document,)))


def of(*editions: Edition) -> Library:
    return Library("x", tuple(sorted(editions, key=lambda one: one.order)))


def said(by: str, *figures: Figure) -> Draft:
    return Draft(chain=(by,) if by else (), figures=figures)


def test_what_is_new_in_the_nine_reports() -> None:
    reach = "around 1,100 would have to reach 3,001; what JCS counts is not stated; of the same day"
    gone = "the lower bound is gone: “Around 300” has none"
    moved = "higher, as printed; growth or correction is not stated"
    initial = "initial coverage: nothing about this was known before"
    zelenskyy, significant = "Zelenskyy “More than 3,000”", "UK MoD “significant casualties”"
    later = [
        f"~ may contradict: casualties: JCS “around 1,100” and {zelenskyy} ({reach})",
        f"▲ figure changed: toll: floor 100 ─▶ 3,001: {zelenskyy} (rested on NIS before)",
        f"▲ figure changed: killed: NIS “At least 100” ─▶ “Around 300” ({moved}; {gone})",
        f"▲ figure changed: wounded: NIS “approximately 1,000” ─▶ “2,700” ({moved})",
        f"≠ figure changed: casualties: {significant} ─▶ “over 6,000” (first number)",
        f"+ first said: deployed: UK MoD “approximately 11,000” ({initial})",
    ]  # fmt: skip
    assert lines(since("2024-12-20", library())) == later
    before = lines(since("2024-12-19", library()))
    lost = "! qualifier lost: killed: NIS “At least 100” ─▶ “100” (“At least” lost on the way)"
    assert before == [lost, *later]
    assert lines(since("2025-06-15", library())) == []


def test_nothing_later_shines_through_as_of_a_day() -> None:
    whole = library()
    before = Earlier(whole.known_on("2024-12-19").briefing, "2024-12-19")
    found = Comparison.of(before, whole.known_on("2024-12-20").briefing)
    assert [line[:16] for line in lines(found)] == ["! qualifier lost"]
    backwards = Comparison.of(before, whole.known_on("2024-12-17").briefing)
    assert (lines(backwards), backwards.gone.claims) == ([], ())


def test_queries_ask_for_what_is_new_and_what_changes_something() -> None:
    whole = library()
    view = View.of(whole.briefing).compared_with(since("2024-12-20", whole))
    ids = [claim.id for claim in whole.briefing.claims]

    def asked(query: str) -> list[str]:
        return [ids[number].removesuffix("/c1") for number in view.ask(query).numbers]

    new = ["2024-12-23-jcs", "2024-12-23-zelenskyy", "2025-01-13-nis", "2025-06-15-mod"]
    assert asked("is:new") == new
    assert asked("is:changed") == new
    assert asked("is:weaker") == []


def test_an_edition_of_a_month_is_perhaps_new_and_an_undated_one_is_not_stated() -> None:
    figure = counted("nine", "exactly", 9)
    whole = of(
        report("2024-12-01", said("a", figure)),
        report("2024-12", said("b", figure)),
        report(None, said("c", figure), key="undated"),
        report("2025-01-01", said("d", figure)),
    )
    found = since("2024-12-15", whole)
    answer = View.of(whole.briefing).compared_with(found).ask("is:new").answer
    keys = [claim.id for claim in whole.briefing.claims]
    assert keys == ["2024-12-01/C0", "2024-12/C0", "2025-01-01/C0", "undated/C0"]
    assert (answer.match, answer.possible, answer.unstated) == (0b0100, 0b0010, 0b1000)
    perhaps = [line for line in lines(found) if "perhaps known before" in line]
    assert len(perhaps) == 2


def test_each_step_of_an_origin() -> None:
    down = "lower than before: a correction or another way of counting; which is not stated"
    other = "killed ─▶ casualties, not defined"
    table: list[tuple[Figure, Figure, str]] = [
        (
            counted("at least 40", "at least", 40),
            counted("9", "exactly", 9),
            f"▼ went down: killed: a “at least 40” ─▶ “9” ({down})",
        ),
        (
            counted("about 40", "about", 40),
            counted("40", "exactly", 40),
            "! qualifier lost: killed: a “about 40” ─▶ “40” (“about” is lost)",
        ),
        (
            counted("40", "exactly", 40),
            counted("50", "exactly", 50),
            "▲ figure changed: killed: a “40” ─▶ “50” (higher)",
        ),
        (
            counted("40", "exactly", 40, measure="killed"),
            counted("50", "exactly", 50, measure="casualties"),
            f"◇ counts something else: casualties: a “40” ─▶ “50” ({other})",
        ),
        (counted("40", "exactly", 40), counted("40", "exactly", 40), ""),
    ]  # fmt: skip
    for old, new, expected in table:
        whole = of(report("2024-12-01", said("a", old)), report("2024-12-09", said("a", new)))
        found = since("2024-12-05", whole)
        shown = [line.replace("Source a", "a") for line in lines(found)]
        assert shown == ([expected] if expected else [])
        assert found.again == (not expected)


def test_a_correction_counts_the_same_days_again() -> None:
    def on(words: str, number: int) -> Figure:
        days = {"covers": "2024-11-30", "period": "Text", "tally": "in"}
        return counted(words, "exactly", number).replace(**days)

    whole = of(
        report("2024-12-01", said("a", on("40", 40))), report("2024-12-09", said("a", on("30", 30)))
    )
    (line,) = lines(since("2024-12-05", whole))
    assert line.startswith("! corrected: killed: Source a “40” ─▶ “30”")


def test_an_origin_that_denies_its_figure_withdraws_it() -> None:
    figure = counted("40", "exactly", 40)
    denial = report("2024-12-09", said("a", figure))
    denying = Attribution(chain=("a",), basis="stated", stance="denies")
    (claim,) = denial.briefing.claims
    changed = denial.briefing.replace(claims=(claim.replace(attribution=denying),))
    whole = of(report("2024-12-01", said("a", figure)), edition("2024-12-09", changed))
    (line,) = lines(since("2024-12-05", whole))
    assert line == (
        "✗ withdrawn: killed: Source a “40” ─▶ denies “40” (denied by those who said it)"
    )


def test_what_a_document_states_to_have_ended_comes_first() -> None:
    old = counted("at least 100", "at least", 100)
    new = counted("80", "exactly", 80)
    table: list[tuple[StatementRelationKind, tuple[Figure, ...], str]] = [
        ("withdraws", (), "✗ withdrawn: {} “that” (withdrawn, as stated)"),
        ("corrects", (new,), "! corrected: {} “80” (corrected, as stated: “that”)"),
        ("replaces", (new,), "! corrected: {} “80” (replaced, as stated: “that”)"),
    ]
    for kind, figures, expected in table:
        made = report("2024-12-09", said("b", new), said("a", *figures), series="daily")
        of_old = OtherStatement(edition="2024-12-01", claim="C0")
        relation = StatementRelation(kind=kind, words="that", of=of_old)
        other, claim = made.briefing.claims
        claims = (other, claim.replace(relations=(relation,)))
        later = edition("2024-12-09", made.briefing.replace(claims=claims))
        whole = of(report("2024-12-01", said("a", old), series="daily"), later)
        found = lines(since("2024-12-05", whole))
        assert found[0] == expected.format("killed: Source a “at least 100” ─▶")
        assert [line[:2] for line in found[1:]] == ["+ "]  # what a said no longer contradicts b
        track = Questions(whole.briefing).named("killed")
        mine = [row for row in track.rows if row.told.origin == "a" and row.told.claim]
        besides = [everything_beside(track, row, lambda told: str(told.origin)) for row in mine]
        assert besides == ([f"! {kind} “at least 100”, as stated"] if figures else [])


def test_another_origin_denies_a_figure() -> None:
    least, exact = counted("at least 40", "at least", 40), counted("40", "exactly", 40)
    for figure, change, beside in (
        (least, "✗ contradicts: killed: {} (denied by another)", "✗ denied by b"),
        # Forty by the first day, and not forty by the ninth, can both be right.
        (
            exact,
            "~ may contradict: killed: {} (perhaps denied by another)",
            "~ perhaps denied by b",
        ),
    ):
        whole = _denied(figure)
        (line,) = lines(since("2024-12-05", whole))
        sides = f"Source a “{figure.words}” and Source b denies “{figure.words}”"
        assert line == change.format(sides)
        track = Questions(whole.briefing).named("killed")
        (row,) = track.rows
        shown = everything_beside(track, row, lambda told: str(told.origin))
        assert shown == f"{beside}; first"


def _denied(figure: Figure) -> Library:
    denial = report("2024-12-09", said("b", figure))
    denying = Attribution(chain=("b",), basis="stated", stance="denies")
    (claim,) = denial.briefing.claims
    changed = denial.briefing.replace(claims=(claim.replace(attribution=denying),))
    return of(report("2024-12-01", said("a", figure)), edition("2024-12-09", changed))


def test_a_projected_figure_is_new_but_bounds_nothing() -> None:
    figure = counted("40", "exactly", 40)
    projected = counted("900", "exactly", 900).replace(modality="projected")
    whole = of(report("2024-12-01", said("a", figure)), report("2024-12-09", said("a", projected)))
    assert lines(since("2024-12-05", whole)) == ["+ first said: killed: Source a “900” (projected)"]
    track = Questions(whole.briefing).named("killed")
    assert [row.told.figure.words for row in track.of("projected")] == ["900"]
    assert [row.told.figure.words for row in track.of("asked")] == ["40"]
    assert [bound.number for bound in track.floor.certain] == [40]


def test_an_earlier_statement_may_become_known_later() -> None:
    early, late = counted("30", "exactly", 30), counted("40", "exactly", 40)
    when = (dated("2024-11-01", "reported"),)
    old = report("2024-12-09", Draft(chain=("a",), figures=(early,), when=when))
    whole = of(report("2024-12-01", said("a", late)), old)
    (line,) = lines(since("2024-12-05", whole))
    assert line == (
        "▲ figure changed: killed: Source a “30” ─▶ “40” "
        "(the earlier one became known later; higher)"
    )


def test_a_number_that_names_nobody_is_new_only_once() -> None:
    figure = counted("at least 40", "at least", 40)
    whole = of(
        report("2024-12-01", said("a", figure)),
        report("2024-12-08", said("", figure)),
        report("2024-12-09", said("b", figure)),
    )
    found = since("2024-12-05", whole)
    assert found.again == 1
    assert lines(found) == [
        "+ first said: killed: Source b “at least 40” (the number that Source a gave)"
    ]


def _judged(words: str, term: str | None = "likely") -> Draft:
    terms = () if term is None else (likelihood("phia-2025", term),)
    return Draft(words, kind="judgement", likelihoods=terms)


def _series(days: Sequence[str], *claims: Sequence[Draft], series: str | None = "daily") -> Library:
    return of(*(report(d, *c, series=series) for d, c in zip(days, claims, strict=True)))


def test_a_series_repeats_changes_and_leaves_out_judgements() -> None:
    days = ("2024-12-01", "2024-12-08", "2024-12-09")
    supply = "The brigades in the north of the oblast are short of food and fuel and"
    whole = _series(
        days,
        [_judged(supply), _judged("They will leave."), _judged("Rain will stop them.")],
        [_judged(supply, "unlikely")],
        [_judged(supply, "unlikely"), _judged("They will leave.")],
    )
    found = since("2024-12-05", whole)
    level = [line.partition(": judgement: ")[0] for line in lines(found)[1:]]
    assert lines(found)[0].startswith("▼ likelihood moved: likelihood: [phia-2025 likely] ─▶ ")
    assert level == ["∅ no longer repeated"]
    assert "Rain will stop them." in lines(found)[1]
    assert (
        "not in the 2 later editions of the series; silence is not a withdrawal" in lines(found)[1]
    )
    assert found.again == 2


def test_only_a_series_says_what_is_no_longer_repeated() -> None:
    days = ("2024-12-01", "2024-12-09")
    for series in ("daily", None):
        claims = ([_judged("They will leave.")], [_judged("It will rain.")])
        found = lines(since("2024-12-05", _series(days, *claims, series=series)))
        gone = [line for line in found if line.startswith("∅")]
        assert len(gone) == (series is not None)
        assert len(found) == 1 + len(gone)


def test_a_figure_is_no_longer_repeated_if_nothing_about_it_is_said() -> None:
    old, other = counted("40", "exactly", 40), counted("9", "exactly", 9, measure="captured")
    days = ("2024-12-01", "2024-12-09")
    found = lines(since("2024-12-05", _series(days, [said("a", old)], [said("a", other)])))
    assert [line[:2] for line in found] == ["+ ", "∅ "]
    assert found[1].startswith(
        "∅ no longer repeated: killed: Source a “40” (not in the later edition"
    )


def test_a_new_edition_may_name_the_origin_of_a_known_number() -> None:
    bare = counted("100", "exactly", 100)
    first = report("2024-12-10", said("agency", bare))
    named = report("2024-12-09", said("nis", counted("at least 100", "at least", 100)))
    document = named.briefing.documents[0].replace(publisher="Source agency", acquired="2024-12-20")
    late = edition("late", named.briefing.replace(documents=(document,)))
    found = lines(since("2024-12-15", of(first, late)))
    assert (
        "≠ attribution changed: killed: Source nis “100” (now a statement of Source nis)" in found
    )


def test_an_edition_with_other_contents_is_compared_claim_by_claim() -> None:
    old = report("2024-12-01", said("a", counted("at least 40", "at least", 40)))
    new = report("2024-12-01", said("a", counted("40", "exactly", 40)))
    new.sha256 = "other"
    found = Comparison.of(Earlier(of(old).briefing, "before"), of(new).briefing)
    assert [entry.change.gravity.words for entry in found.entries] == ["qualifier lost"]
    gone = Comparison.of(Earlier(of(old).briefing, "before"), of(report("2025-01-01")).briefing)
    assert [claim.id for claim in gone.gone.claims] == ["2024-12-01/C0"]
    renamed = Edition("renamed", old.path, old.sha256, old.briefing)
    assert not Comparison.of(Earlier(of(old).briefing, "x"), of(renamed).briefing).entries


def test_a_statement_that_raises_a_floor_is_not_listed_again_as_a_first_one() -> None:
    whole = library(["2024-12-17-hur", "2024-12-23-zelenskyy"])
    raised = "▲ figure changed: toll: floor 30 ─▶ 3,001: Zelenskyy “More than 3,000”"
    assert lines(since("2024-12-20", whole)) == [f"{raised} (rested on HUR before)"]


def test_an_edition_that_arrives_late_leaves_nothing_out() -> None:
    figure, other = (counted("40", "exactly", 40, measure=one) for one in ("killed", "captured"))
    days = ("2024-12-01", "2024-12-09")
    whole = _series(
        days, [said("a", other), _judged("Rain.")], [said("a", figure), _judged("Sun.")]
    )
    read = Earlier(of(whole.editions[1]).briefing, "last read")
    assert [line[:2] for line in lines(Comparison.of(read, whole.briefing))] == ["+ ", "+ "]


def test_a_statement_names_its_nearest_rival_and_counts_the_others() -> None:
    numbers = {"a": 10, "b": 20, "c": 90}
    old = [
        report(f"2024-12-0{at}", said(by, counted(str(number), "exactly", number)))
        for at, (by, number) in enumerate(numbers.items(), 1)
    ]
    new = report("2024-12-09", said("d", counted("5", "exactly", 5)))
    found = since("2024-12-05", of(*old, new))
    remark = "no number fits both; and 2 other origins"
    assert lines(found) == [f"✗ contradicts: killed: Source c “90” and Source d “5” ({remark})"]
    assert [len(found.by_claim[f"2024-12-0{at}/C0"]) for at in (3, 9)] == [1, 1]


def test_names_that_are_not_decided_may_count_the_same() -> None:
    found = lines(since("2024-12-20", library(decisions=Decisions())))
    assert "~ may contradict: casualties: JCS “around 1,100” and Zelenskyy" in found[0]
    assert not any("floor" in line for line in found)


def test_the_change_statement_has_both_quotes_in_footnotes() -> None:
    whole = library()
    found = since("2024-12-20", whole)
    text = "\n".join(as_md(found, whole.briefing))
    assert text.startswith("# Changes since 2024-12-20: North Korean troops in Kursk\n\n9 editions")
    assert "JCS “around 1,100” and Zelenskyy “More than 3,000”;" in text
    assert "said 2024-12-23[^1][^2]\n" in text
    quote = "“Over the weekend and later: over the weekend, around 1,100”"
    assert f"[^1]: {quote} 2024-12-23-jcs/c1, Report of Agency C" in text
    assert "initial coverage" in text
    empty = Comparison.of(Earlier(whole.known_on("2024-01-01").briefing, "2024"), whole.briefing)
    assert "Initial coverage: nothing was known before. 9 new claims of 9." in "\n".join(
        as_text(empty, whole.briefing)
    )


def test_a_page_strikes_no_statement_through() -> None:
    whole = library()
    view = View.of(whole.briefing).compared_with(since("2024-12-20", whole))
    page = html.write(view)
    assert "casualties JCS “around 1,100” and Zelenskyy “More than 3,000” (around" in page
    assert "deployed UK MoD “approximately 11,000” (initial coverage" in page
    assert "<del>" not in page


def test_programs_get_the_same_changes() -> None:
    whole = library()
    data = json.loads("\n".join(as_json(since("2024-12-20", whole), whole.briefing)))
    assert data["counts"] == {"may-contradict": 1, "figure": 4, "first-said": 1}
    assert data["changes"][0]["old_claim"] == "2024-12-23-jcs/c1"
    assert data["changes"][0]["new_words"] == "Zelenskyy “More than 3,000”"
    assert (data["since"], data["until"], data["initial"]) == ("2024-12-20", None, False)
