"""Sentences of many kinds, and the figures that drafting reads from them: `figures.txt`."""

from pathlib import Path

from kursk_tui.drafting import draft
from kursk_tui.drafting.findings import FigureFinding

ROWS = Path(__file__).parent / "figures.txt"


def number(found: FigureFinding) -> str:
    """Return a number as the rows write it: 300, ~300, 300.., ..300, 300..400, no number."""
    if found.unit is not None:
        return f"{found.unit}s"
    if found.qualifier == "no number":
        return found.qualifier
    if found.qualifier in ("exactly", "about"):
        return f"{'~' * (found.qualifier == 'about')}{found.best}"
    low, high = found.lower, found.upper
    return f"{'' if low is None else low}..{'' if high is None else high}"


def figures(text: str) -> str:
    """Return the figures of a sentence as the rows write them."""
    rows: list[str] = []
    for one in draft(text, date="2031-05-14").items:
        if isinstance(one, FigureFinding):
            mode = f" {one.modality}" * (one.modality != "asserted")
            counted = text[slice(*one.population)] if one.population else ""
            rows.append(f"{number(one)} {one.measure}{mode}" + f" ({counted})" * bool(counted))
    return "; ".join(rows) or "none"


def test_each_sentence_is_read_as_its_row_says() -> None:
    wrong: list[str] = []
    for line in ROWS.read_text("utf-8").splitlines():
        right, arrow, text = line.partition(" <- ")
        if line.startswith("#") or not arrow:
            continue
        if (found := figures(text)) != right:
            wrong.append(f"{text}\n  {found}\n  not {right}")
    assert not wrong, "\n".join(wrong)
