"""Every field of every record is in each output, or among the losses of its format.

A new field fails here until the briefing below has a value for it, and each format shows it or
declares that it leaves it out.
"""

import json
from collections.abc import Iterator
from html import unescape
from typing import Any

from kursk_tui.formats.cases import CASES
from kursk_tui.formats.json import parse
from kursk_tui.formats.json.writer import write as write_json
from kursk_tui.formats.losses import find_losses, losses_as_text
from kursk_tui.formats.matches import as_json
from kursk_tui.formats.registry import FORMATS, written_formats
from kursk_tui.formats.text import plain_text
from kursk_tui.model import Briefing, Selector
from kursk_tui.model.record import Record
from kursk_tui.query import View
from tests.formats.whole_briefing import FILE_HASH, HASH, whole
from tests.library.reports import library
from tests.model.factory import built, minimal
from tests.tables import each_row

MARKS: dict[str, tuple[str, ...]] = {
    "status": ("DRAFT",),
    "title": ("Briefing title",),
    "date": ("2031-09-01",),
    "handling.tlp": ("AMBER+STRICT",),
    "handling.licence": ("Licentia 4.0",),
    "documents.id": ("doc-one",),
    "documents.title": ("Titulus",),
    "documents.publisher": ("Publius",),
    "documents.date": ("2031-08-01",),
    "documents.acquired": ("2031-08-02",),
    "documents.series": ("Seriatim",),
    "documents.language": ('lang="la"', "\nla\n"),
    "documents.url": ("document.example",),
    "documents.text": ("Odds",),
    "documents.sha256": (HASH,),
    "documents.extraction.file": ("report.pdf",),
    "documents.extraction.sha256": (FILE_HASH,),
    "documents.extraction.media_type": ("application/pdf",),
    "documents.extraction.extractor": ("Extractor",),
    "documents.extraction.version": ("9.8.7",),
    "sources.name": ("Annabel",),
    "sources.kind": ("prefect",),
    "sources.country": ("GB",),
    "sources.reliability": ("reliability B",),
    "sources.url": ("ann.example",),
    "claims.id": ("claim-one",),
    "claims.document": ("doc-one",),
    "claims.kind": ("judgement", "Judged"),
    "claims.summary": ("Summarium",),
    "claims.evidence.exact": ("Dan takes back 77.",),
    "claims.evidence.note": ("Spannote",),
    "claims.attribution.chain": ("Bob",),
    "claims.attribution.further": ("also Cid", "Cid"),
    "claims.attribution.basis": ("inferred",),
    "claims.attribution.stance": ("unverified", "unable to confirm"),
    "claims.attribution.words": ("“reached by Bob”", ",reached by Bob,"),
    "claims.attribution.note": ("Attribunote",),
    "claims.figures.measure": ("casualties",),
    "claims.figures.words": ("from 11 to 29",),
    "claims.figures.qualifier": ("from 11 to 29", "between"),
    "claims.figures.values": ("29",),
    "claims.figures.best": ("best 19", ",19,"),
    "claims.figures.basis": ("coded",),
    "claims.figures.categories": ("killed and lamed", "killed; lamed"),
    "claims.figures.population": ("Populus",),
    "claims.figures.place": ("Placentia",),
    "claims.figures.event": ("E-771",),
    "claims.figures.period": ("since May",),
    "claims.figures.covers": ("2031-05-14",),
    "claims.figures.tally": ("so far",),
    "claims.figures.preliminary": ("preliminary",),
    "claims.figures.modality": ("projected",),
    "claims.figures.relations.kind": ("part of",),
    "claims.figures.relations.words": ("part of “40”",),
    "claims.figures.relations.claim": ("in claim-one",),
    "claims.figures.note": ("Figurenote",),
    "claims.likelihoods.scale": ("PHIA", "phia-2025"),
    "claims.likelihoods.scale_basis": ("PHIA Probability Yardstick 2025, inferred", ", inferred"),
    "claims.likelihoods.term": ("likely",),
    "claims.likelihoods.words": ("likely",),
    "claims.likelihoods.scope": ("“from 11 to 29 of the 40 dead”",),
    "claims.likelihoods.note": ("Likelinote",),
    "claims.confidence": ("moderate",),
    "claims.credibility": ("doubtful",),
    "claims.when.role": ("as of",),
    "claims.when.edtf": ("2031-06",),
    "claims.when.words": ("“May”",),
    "claims.when.bound": ("within 2031-07",),
    "claims.when.resolved": ("2031-07-01",),
    "claims.when.note": ("Whennote",),
    "claims.relations.kind": ("withdraws",),
    "claims.relations.words": ("takes back”",),
    "claims.relations.of.source": ("of Dan",),
    "claims.relations.of.edition": ("2030-12-dan",),
    "claims.relations.of.claim": ("old-claim",),
    "claims.relations.of.figure": ("“77”",),
    "claims.notes": ("Claimnote",),
    "claims.external.says": ("Externum",),
    "claims.external.chain": ("Possibly from",),
    "claims.external.url": ("external.example",),
}
"""The text that shows that a field is in an output: one of several."""

IN_OTHERS = {
    "format": "the version of the file format",
    "sources.id": "claims name sources by name",
    "sources.short": "for lists on the screen",
    "claims.review": "drafting",
}
"""Fields that need no mark, and why."""

_PLACES = ("start", "end", "prefix", "suffix")
"""Fields that place words that are themselves shown."""

OF_SHOW = {
    *(f"claims.external.{name}" for name in ("says", "chain", "url")),
    *(f"documents.{name}" for name in ("text", "sha256", "language")),
}
"""The fields that plain text leaves out."""


def _fields(kind: type[Briefing] | type[Record], path: str = "") -> set[str]:
    """Return the paths of all fields of a record and of the records in it."""
    found: set[str] = set()
    for name, field in kind.__pydantic_fields__.items():
        here = f"{path}{name}"
        inner = _record_in(field.annotation)
        found |= {here} if inner in (None, Selector) else _fields(inner, f"{here}.")
    return found


def _record_in(annotation: object) -> type[Record] | None:
    if isinstance(annotation, type) and issubclass(annotation, Record):
        return annotation
    found = map(_record_in, getattr(annotation, "__args__", ()))
    return next((one for one in found if one is not None), None)


def _expected() -> set[str]:
    everything = {one for one in _fields(Briefing) if not one.startswith("claims.review.")}
    spans = {"documents.date_line", "documents.residue"}  # see the losses of the formats
    placed = {one for one in everything if one.rpartition(".")[2] in _PLACES}
    return everything - placed - spans - {"claims.evidence", "claims.external.basis"}


def test_every_field_has_a_mark() -> None:
    marked = {one for one in MARKS if not one.startswith("claims.evidence.")}
    assert _expected() == marked | (IN_OTHERS.keys() - {"claims.review"})
    given = json.loads(write_json(View.of(built(whole()))))
    for path in (*MARKS, *IN_OTHERS):
        if path != "claims.review":
            assert _given(given, path.split(".")), path


def _given(data: Any, path: list[str]) -> bool:
    if isinstance(data, list):
        return any(_given(one, path) for one in data)
    if not path:
        return bool(data)
    return isinstance(data, dict) and path[0] in data and _given(data[path[0]], path[1:])


@each_row("name", ["md", "csv", "html", "show"])
def test_each_output_has_every_field_or_declares_the_loss(name: str) -> None:
    view = View.of(built(whole()))
    if name == "show":
        shown = "\n".join(" ".join(line.split()) for line in plain_text(view, 4000))
        lost = OF_SHOW
    else:
        written = FORMATS[name].write(view)
        shown = unescape(written).replace("\\", "").replace("</a>", "")
        declared = _declared(name)
        lost = {path for path in MARKS if _covered(path, declared)}
    for path, marks in MARKS.items():
        assert any(mark in shown for mark in marks) is not (path in lost), (name, path)


HIDDEN = {
    "stix": {"documents.text", "claims.confidence", "claims.credibility"},
    "misp": {"claims.credibility"},
    "annotation": set(),
    "biblatex": set(),
    "csl-json": {"documents.date", "documents.acquired"},
}
"""Fields that a format carries in another form: the text in Base64, grades and dates as numbers."""


@each_row("name", HIDDEN)
def test_what_other_systems_read_has_every_field_or_declares_the_loss(name: str) -> None:
    written = FORMATS[name].write(View.of(built(whole())))
    shown = written
    if name != "biblatex":
        shown = "\n".join(_texts(json.loads(written))).replace("\\", "")
    declared = _declared(name)
    missing = {path for path, marks in MARKS.items() if not any(mark in shown for mark in marks)}
    if name in ("biblatex", "csl-json"):  # claims as such are declared lost
        assert any(loss.when == "claims" for loss in FORMATS[name].losses)
        missing = {path for path in missing if not path.startswith("claims.")}
    if name == "annotation":  # each claim is there as in the file, which another test compares
        missing = {path for path in missing if not path.startswith("claims.")}
    silent = {path for path in missing if not _covered(path, declared)}
    assert silent <= HIDDEN[name]


def _declared(name: str) -> set[str]:
    """Return the fields that a format always leaves out."""
    losses = FORMATS[name].losses
    return {field for loss in losses if not loss.when for field in loss.fields}


def _texts(raw: Any) -> Iterator[str]:
    """Yield the texts in JSON, but for those in STIX extensions."""
    if isinstance(raw, dict):
        for name, value in raw.items():
            yield from _texts(value) if name != "extensions" else ()
    elif isinstance(raw, list):
        for value in raw:
            yield from _texts(value)
    else:
        yield str(raw)


def _covered(path: str, fields: set[str]) -> bool:
    """Return whether a field, or the record that it is in, is among some fields."""
    parts = path.split(".")
    return any(".".join(parts[:count]) in fields for count in range(1, len(parts) + 1))


def test_a_format_declares_only_losses_of_fields_that_there_are() -> None:
    for file_format in written_formats():
        for loss in file_format.losses:
            for field in loss.fields:
                known = any(_covered(one, {field}) for one in _fields(Briefing))
                assert known or field in MARKS or field.rpartition(".")[2] in _PLACES, field
            assert not loss.when or loss.when in CASES


def test_losses_are_counted_and_listed_by_the_records_that_state_them() -> None:
    view = View.of(built(whole()))
    found = {lost.words: lost for lost in find_losses(view, FORMATS["csv"])}
    notes = found["notes"]
    assert (notes.values, notes.claims, notes.sources) == (6, ("claim-one",), ())
    links = found["links"]
    assert (links.values, links.documents, links.sources) == (2, ("doc-one",), ("ann",))
    assert "the findings of drafting" not in found  # it was not drafted
    assert list(losses_as_text(view, FORMATS["json"])) == ["JSON leaves nothing out"]
    lines = list(losses_as_text(view, FORMATS["csv"]))
    assert "  links: 2 values, of 1 document (doc-one), 1 source (ann)" in lines
    assert "  credibility: 1 value, of 1 claim (claim-one)" in lines


def test_only_what_the_query_selects_is_lost() -> None:
    chosen = View.of(built(whole())).ask("id:another")
    found = {lost.words: lost for lost in find_losses(chosen, FORMATS["csv"])}
    assert "notes" not in found
    assert found["links"].sources == ()


def test_relations_to_claims_outside_the_query_are_lost_where_a_file_is_read() -> None:
    raw = minimal()
    relation = {"kind": "repeats", "words": "40", "claim": "second"}
    raw["claims"][0]["figures"][0]["relations"] = [relation]
    forty = {"measure": "killed", "words": "40", "qualifier": "exactly", "values": [40]}
    raw["claims"].append(raw["claims"][0] | {"id": "second", "figures": [forty]})
    chosen = View.of(built(raw)).ask("id:fell")
    words = (
        "for any program, relations to claims that the query leaves out: 1 value, of 1 claim (fell)"
    )
    for name in ("json", "stix"):
        assert f"  {words}" in list(losses_as_text(chosen, FORMATS[name]))
    assert next(losses_as_text(chosen, FORMATS["json"])) == "JSON leaves out:"
    assert not any(words in line for line in losses_as_text(chosen, FORMATS["annotation"]))
    assert "second" in FORMATS["annotation"].write(chosen)


def test_what_is_too_long_to_be_repeated_is_lost_where_it_is_cut() -> None:
    raw = minimal()
    raw["sources"][0]["name"] = "n" * 501
    raw["documents"][0] |= {"title": "t" * 501, "url": f"https://{'u' * 501}"}
    raw["claims"][0]["summary"] = "s" * 40_000
    view = View.of(built(raw))
    cut = {
        (file_format.name, lost.words.split(" of ")[0], lost.values)
        for file_format in written_formats()
        for lost in find_losses(view, file_format)
        if "characters" in lost.words
    }
    assert cut == {
        *((name, "the ends", 1) for name in ("csv", "annotation")),
        *((name, "the ends", 2) for name in ("md", "misp")),
        ("csv", "what exceeds the 32,767 characters", 1),
    }
    for name, whole_name in (("md", True), ("html", True), ("csv", False), ("stix", True)):
        assert ("n" * 501 in FORMATS[name].write(view)) is whole_name
        assert ("t" * 501 in FORMATS[name].write(view)) is (name in ("html", "stix"))


def test_decisions_of_a_library_are_lost_but_in_json() -> None:
    view = View.of(library().briefing)
    words = "the reader's decisions about the library, and its other files"
    for one in written_formats():
        found = [lost.words for lost in find_losses(view, one)]
        assert (words in found) is (one.name != "json")
    assert words not in [one.words for one in find_losses(View.of(built(whole())), FORMATS["md"])]


def test_claims_that_an_option_leaves_out_are_among_the_losses() -> None:
    view = View.of(built(minimal()))
    words = "with `--rows figures`, claims without a figure"
    (lost,) = [
        one for one in find_losses(view, FORMATS["csv"], {"rows": "figures"}) if one.words == words
    ]
    assert (lost.values, lost.claims) == (1, ("rain",))
    assert words not in [one.words for one in find_losses(view, FORMATS["csv"], {"rows": "all"})]


def test_the_file_keeps_every_field() -> None:
    briefing = built(whole())
    text = write_json(View.of(briefing))
    assert parse(text.encode(), "again") == briefing
    assert json.loads(text) == whole()


def test_query_for_programs_has_the_new_fields_as_in_the_file() -> None:
    (text,) = as_json(View.of(built(whole())))
    found = json.loads(text)
    claim, raw = found["claims"][0], whole()["claims"][0]
    assert found["handling"] == {"tlp": "AMBER+STRICT", "licence": "Licentia 4.0"}
    assert claim["relations"] == raw["relations"]
    assert claim["attribution"]["further"] == [["cid"]]
    figure = claim["figures"][0]
    assert [figure[name] for name in ("best", "basis", "categories")] == [
        *(19, "coded", ["killed", "lamed"])
    ]
