"""The scores of structure, on a tiny text whose findings and results are worked out by hand."""

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import get_args

from benchmarks.drafts import Reading
from benchmarks.evaluate import evaluate_structure
from benchmarks.samples import SAMPLES, Gold, Sample, load

from kursk_tui.drafting import Draft, Finding
from kursk_tui.drafting.findings import (
    DateFinding,
    Dating,
    FigureFinding,
    FigureLink,
    LikelihoodFinding,
    PeriodFinding,
    SentenceFinding,
    Span,
)
from kursk_tui.drafting.output.entries import BriefingFile, ClaimEntry, DateEntry
from kursk_tui.drafting.text_findings import SentenceFindings, TextFindings
from kursk_tui.model import parse_edtf
from kursk_tui.vocabulary import Modality, RelationKind, Tally, TimeRole

TEXT = """\
# structure: yes
# date: 2031-05-14
[[A:The mayor|assert|said]] said on [[D:Tuesday|?>2031-05-13|reported]] that \
[[F:at least 9|killed|9..|#all|pop=miners|period=since Monday|covers=2031-05-12/..|tally=so far]] \
miners had died since [[D:Monday|?>2031-05-12|event / in effect|open=2031-05-12/..]], \
[[F:two|killed|=2|part of #all|pop=women / miners|period=since Monday|covers=2031-05-12/..\
|tally=so far]] of them women.
[[S:|mayor]]“It is [[E:likely|likely|reach=more … coming]] that more are coming.”
No evidence shows that [[F:40|killed|=40|not asserted]] died.
"""

RIGHT = {
    "population": (2, 0, 0),
    "period, words": (2, 0, 0),
    "period, days and tally": (2, 0, 0),
    "part of, increase on, repeats": (1, 0, 0),
    "modality but asserted": (1, 0, 0),
    "figures not asserted, not taken as asserted": (1, 0, 0),
    "role and open end of dates": (2, 0, 0),
    "who, the named origin": (1, 0, 0),
    "speaker of running quotations": (1, 0, 0),
    "reach of likelihoods": (1, 0, 0),
}
WRONG = {
    # miners: missing; women: another word, so wrong and missing; 40: nothing stated, so wrong
    "population": (0, 2, 2),
    "period, words": (0, 2, 2),  # “Monday” for “since Monday”
    "period, days and tally": (0, 2, 2),  # 9: in the days since, for so far; two: so far on 12 May
    "part of, increase on, repeats": (0, 1, 1),  # repeats, for part of
    "modality but asserted": (0, 1, 1),  # two: denied; 40: asserted
    "figures not asserted, not taken as asserted": (0, 1, 1),
    "role and open end of dates": (0, 2, 2),  # Tuesday: the event; Monday: a day, without an end
    "who, the named origin": (0, 1, 1),
    "speaker of running quotations": (0, 0, 1),
    "reach of likelihoods": (0, 1, 1),
}
"""Right, wrong and missing of each row; rows about what the text lacks are empty."""


def sample_of(text: str, folder: Path) -> Sample:
    path = folder / "tiny.ann"
    path.write_text(text, "utf-8")
    return load(path)


def at(sample: Sample, words: str) -> Span:
    start = sample.text.index(words)
    return start, start + len(words)


def reading_of(sample: Sample, *, right: bool) -> Reading:
    """Return a reading of the text with everything right, or with everything wrong."""
    found = [*figures(sample, right=right), *terms(sample, right=right)]
    return Reading(sample, draft_of(sample, found), file_of(sample, right=right))


def figures(sample: Sample, *, right: bool) -> list[Finding]:
    first, last = at(sample, "since Monday" if right else "Monday")
    of_nine = PeriodFinding(
        start=first,
        end=last,
        covers="2031-05-12/2031-05-14",  # an open end, at the day of the document
        tally="so far" if right else "in",
    )
    days = "2031-05-12/.." if right else "2031-05-12"
    of_two = PeriodFinding(start=first, end=last, covers=days, tally="so far")
    link = FigureLink("part of" if right else "repeats", at(sample, "at least 9"))
    nine = figure(sample, "at least 9", "asserted", "miners" if right else "")
    two = figure(sample, "two", *(("asserted", "women") if right else ("denied", "them")))
    return [
        replace(nine, period=of_nine),
        replace(two, period=of_two, relations=(link,)),
        figure(sample, "40", *(("not asserted", "") if right else ("asserted", "died"))),
    ]


def figure(sample: Sample, words: str, modality: Modality, population: str) -> FigureFinding:
    start, end = at(sample, words)
    return FigureFinding(
        start=start,
        end=end,
        rule="",
        tier="beside",
        measure="killed",
        qualifier="exactly",
        lower=None,
        upper=None,
        best=None,
        unit=None,
        modality=modality,
        rate=None,
        population=at(sample, population) if population else None,
    )


def terms(sample: Sample, *, right: bool) -> Iterator[Finding]:
    for words in ("Tuesday", "Monday"):
        start, end = at(sample, words)
        yield DateFinding(
            start=start,
            end=end,
            rule="",
            tier="beside",
            edtf=None,
            resolved=None,
            dating=Dating(start=start, end=end),
        )
    start, end = at(sample, "likely")
    yield LikelihoodFinding(
        start=start,
        end=end,
        rule="",
        tier="beside",
        term="likely",
        scale="phia-2025",
        negated=False,
        scope=at(sample, "more are coming." if right else "It is likely that more are coming"),
    )


def draft_of(sample: Sample, found: list[Finding]) -> Draft:
    whole = SentenceFinding(
        start=0, end=len(sample.text), rule="", tier="beside", claim_kind="reported", part="prose"
    )
    findings = SentenceFindings(
        sentence=whole,
        figures=tuple(one for one in found if isinstance(one, FigureFinding)),
        dates=tuple(one for one in found if isinstance(one, DateFinding)),
        terms=tuple(one for one in found if isinstance(one, LikelihoodFinding)),
    )
    return Draft(
        TextFindings(
            text=sample.text,
            sentences=(findings,),
            rejections=(),
            scale="phia-2025",
            scale_stated=False,
            date=sample.day,
        )
    )


def file_of(sample: Sample, *, right: bool) -> BriefingFile:
    sentences = [gold for gold in sample.gold if gold.kind == "sentence"]
    claims = [claim_of(sample.text, gold) for gold in sentences]
    tuesday: DateEntry = {"role": "reported" if right else "event", "words": "Tuesday"}
    monday: DateEntry = {"role": "event", "words": "since Monday", "resolved": "2031-05-12"}
    if right:
        monday["resolved"] = "2031-05-12/.."
    claims[0]["when"] = [tuesday, monday]
    claims[0]["attribution"] = {"chain": ["mayor" if right else "orvia"], "basis": "stated"}
    if right:
        claims[1]["attribution"] = {"chain": ["mayor"], "basis": "inferred"}
    sources = [{"id": "mayor", "name": "mayor"}, {"id": "orvia", "name": "Orvia"}]
    return {
        "sources": [{"id": one["id"], "name": one["name"]} for one in sources],
        "claims": claims,
    }


def claim_of(text: str, gold: Gold) -> ClaimEntry:
    return {"evidence": {"start": gold.start, "end": gold.end, "exact": text[slice(*gold.span)]}}


def scores(reading: Reading) -> dict[str, tuple[int, int, int]]:
    rows = evaluate_structure([reading])
    every = {name: (one.right, one.extra, one.missing) for name, one, _ in rows}
    return {name: counts for name, counts in every.items() if any(counts)}


def test_structure_is_counted_as_worked_out_by_hand(tmp_path: Path) -> None:
    sample = sample_of(TEXT, tmp_path)
    assert scores(reading_of(sample, right=True)) == RIGHT
    assert scores(reading_of(sample, right=False)) == WRONG


def test_errors_name_the_text_what_was_expected_and_what_was_found(tmp_path: Path) -> None:
    reading = reading_of(sample_of(TEXT, tmp_path), right=False)
    errors = {name: wrong for name, _, wrong in evaluate_structure([reading])}
    assert errors["period, days and tally"] == [
        "tiny “at least 9”: expected 2031-05-12/.., so far; got 2031-05-12/2031-05-14, in",
        "tiny “two”: expected 2031-05-12/.., so far; got 2031-05-12, so far",
    ]
    assert errors["who, the named origin"][0].endswith("expected The mayor; got Orvia")
    assert errors["part of, increase on, repeats"] == [
        "tiny “two”: expected part of “at least 9”; got nothing",
        "tiny “two”: expected nothing; got repeats “at least 9”",
    ]


def test_a_sample_without_the_mark_has_no_structure_to_score(tmp_path: Path) -> None:
    sample = sample_of(TEXT.replace("# structure: yes\n", ""), tmp_path)
    assert scores(reading_of(sample, right=False)) == {}


def test_datelines_asides_and_line_breaks_are_no_sentences(tmp_path: Path) -> None:
    text = (
        "# dateline: 2031-05-14\n[[N:Losses|]]\n\n[[L:HOLM, 14 May 2031 - |2031-05-14]]It is over,⏎"
        "at [[F:last⏎9|killed|=9|repeats? #all|place?]] say.⏎\n[[N:> quoted|]]⏎\n[[N:- |]]So be it."
    )
    sample = sample_of(text, tmp_path)
    assert sample.text == (
        "Losses\n\nHOLM, 14 May 2031 - It is over,\nat last\n9 say.\n> quoted\n- So be it."
    )
    assert (sample.day, sample.dateline, sample.structure) == (None, "2031-05-14", False)
    spans = [sample.text[slice(*one.span)] for one in sample.gold if one.kind == "sentence"]
    assert spans == ["It is over,\nat last\n9 say.", "So be it."]
    (figure,) = (one for one in sample.gold if one.kind == "figure")
    assert sample.text[slice(*figure.span)] == "last\n9"
    assert figure.fields == ("killed", "=9")
    assert figure.unscored == {"place"}
    assert [(one.kinds, one.name) for one in figure.links] == [(("repeats?",), "all")]


CODE = re.compile(r"=\d+|~\d+|~?\d+\.\.\d*|\.\.\d+|vague:\d+")
KNOWN = {
    "figure": {"pop", "place", "period", "covers", "tally", "modality", "links", "preliminary"},
    "when": {"open"},
    "attribution": {"who"},
    "likelihood": {"reach"},
}
MARKS = {
    "figure": {"preliminary", *get_args(Modality)},
    "when": set(get_args(TimeRole)),
    "attribution": {"via"},
}


def test_every_sample_is_annotated_in_the_terms_of_the_readme() -> None:
    for path in sorted(SAMPLES.glob("*/*.ann")):
        sample = load(path)
        names = {gold.name for gold in sample.gold}
        for gold in sample.gold:
            where = f"{path.stem}: {sample.text[slice(*gold.span)]} {gold}"
            known, marks = KNOWN.get(gold.kind, set()), MARKS.get(gold.kind, set())
            assert {*gold.notes, *gold.unscored} <= known, where
            assert {one for one in gold.marks if not one.endswith("?")} <= marks, where
            assert {link.name for link in gold.links} <= names, where
            kinds = {kind.removesuffix("?") for link in gold.links for kind in link.kinds}
            assert kinds <= set(get_args(RelationKind)), where
            assert {*gold.notes.get("tally", ())} <= set(get_args(Tally)), where
            for days in (*gold.notes.get("covers", ()), *gold.notes.get("open", ())):
                assert parse_edtf(days), where
            if gold.kind == "figure":
                assert CODE.fullmatch(gold.fields[1]), where
                assert ("period" in gold.notes) == ("tally" in gold.notes), where
            if gold.kind == "when":
                day = gold.fields[0].rpartition(">")[2]
                assert parse_edtf(day), where
