"""Numbers and dates as the analyst types them, and the same change for other items."""

import pytest

from kursk_tui.editing import EditError, Item
from kursk_tui.editing.alike import (
    Place,
    change_alike,
    claims_alike,
    dates_alike,
    figures_alike,
    stances_alike,
)
from kursk_tui.editing.sources import set_sources
from kursk_tui.editing.typed import change_date, change_number, change_qualifier
from tests.editing.drafted import draft, figure
from tests.tables import each_row

FORTY = Item("figures", 0)


@each_row(
    ("typed", "qualifier", "values"),
    [
        ("41", "at least", (41,)),  # a bare number leaves the qualifier
        ("exactly 41", "exactly", (41,)),
        ("more than 1,200", "more than", (1200,)),
        ("30 to 40", "between", (30, 40)),
    ],
)
def test_a_typed_number_is_read_with_its_qualifier(
    typed: str, qualifier: str, values: tuple[int, ...]
) -> None:
    changed = change_number(draft(), 0, FORTY, typed).claims[0].figures[0]
    assert (changed.qualifier, changed.values) == (qualifier, values)


def test_what_is_not_wholly_a_number_is_refused() -> None:
    for typed in ("many", "40 men", ""):
        with pytest.raises(EditError, match="is not read as a number"):
            change_number(draft(), 0, FORTY, typed)
    with pytest.raises(EditError, match="the ends of “about 30 to 40” are approximate"):
        change_number(draft(), 0, FORTY, "about 30 to 40")
    assert change_qualifier(draft(), 0, FORTY, "no number").claims[0].figures[0].values == ()


@each_row(
    ("written", "typed", "after"),
    [
        ("XXXX-05-03", "2031-05-03", ("XXXX-05-03", "2031-05-03")),
        ("XXXX-05-03", "2031-05-04", ("2031-05-04", None)),
        ("XXXX-05-03", "XXXX-06-03", ("XXXX-06-03", None)),
        ("2031-05-03", "2031-05", ("2031-05", None)),
        (None, "2031-05-03", (None, "2031-05-03")),
    ],
)
def test_a_typed_date_leaves_what_the_document_writes_if_it_completes_it(
    written: str | None, typed: str, after: tuple[str | None, str | None]
) -> None:
    when = {"role": "event", "words": "3 May", "note": "Read from the date of the document."}
    when |= {"edtf": written} if written else {}
    changed = change_date(draft(when=[when]), 0, Item("when"), typed).claims[0].when[0]
    assert (changed.edtf, changed.resolved, changed.words, changed.note) == (*after, "3 May", None)


def test_figures_alike_have_the_same_source_measure_and_value() -> None:
    figures = [figure("at least 40", "killed", "at least", 40), figure("30", "killed")]
    before = draft(figures=figures)
    assert figures_alike(before, 0, FORTY, "measure") == [Place(0, Item("figures", 1))]
    assert figures_alike(draft(), 0, FORTY, "population") == []  # it counts the wounded
    assert figures_alike(draft(), 0, Item("figures", 1), "measure") == []  # Ann is another source
    same = set_sources(draft(), 1, ("kyiv",))
    assert figures_alike(same, 0, Item("figures", 1), "measure") == [Place(1, FORTY)]
    after = change_alike(before, [Place(0, Item("figures", 1))], {"measure": "missing"})
    assert [one.measure for one in after.claims[0].figures] == ["killed", "missing"]


def test_claims_alike_name_the_same_sources_in_the_same_words() -> None:
    assert claims_alike(draft(), 0) == []
    before = draft(attribution={"chain": ["ann"], "basis": "inferred"})
    assert claims_alike(before, 1) == []  # the second claim has the word “Ann” for it
    without = before.claims[1].replace(attribution=before.claims[0].attribution)
    both = before.replace(claims=(before.claims[0], without))
    (place,) = claims_alike(both, 0)
    assert place == Place(1, Item("attribution"))
    changed = change_alike(both, [place], {"chain": ("kyiv",)})
    assert changed.claims[1].attribution.chain == ("kyiv",)


def test_stances_alike_are_of_the_same_sources_in_the_same_words() -> None:
    before = draft()
    source = before.claims[0].attribution.replace(words=None)
    before = before.replace(
        claims=tuple(claim.replace(attribution=source) for claim in before.claims)
    )
    (place,) = stances_alike(before, 0)
    assert place == Place(1, Item("attribution"))
    denied = change_alike(before, [place], {"stance": "denies"})
    assert denied.claims[1].attribution.stance == "denies"
    assert stances_alike(denied, 0) == []


def test_dates_alike_are_of_the_same_day_and_role() -> None:
    third = {"role": "event", "edtf": "2031-05-03", "words": "3 May"}
    fourth = {**third, "edtf": "2031-05-04", "words": "May"}
    before = draft(when=[third, fourth])
    again = before.claims[1].replace(when=(before.claims[0].when[0].replace(words=None),))
    before = before.replace(claims=(before.claims[0], again))
    (place,) = dates_alike(before, 0, Item("when"))
    assert place == Place(1, Item("when"))
    after = change_alike(before, [place], {"role": "background"})
    assert after.claims[1].when[0].role == "background"
    assert dates_alike(after, 0, Item("when")) == []


def test_a_qualifier_fits_the_number() -> None:
    for qualifier in ("between", "no number", "about"):
        if qualifier == "between":
            with pytest.raises(EditError, match="change it to 30 to 40"):
                change_qualifier(draft(), 0, FORTY, qualifier)
        else:
            after = change_qualifier(draft(), 0, FORTY, qualifier).claims[0].figures[0]
            assert after.qualifier == qualifier
