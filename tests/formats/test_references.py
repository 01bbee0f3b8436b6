"""BibLaTeX and CSL-JSON: what is stated, with stable keys, and nothing that TeX interprets."""

import json
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from kursk_tui.formats import biblatex, csl_json
from kursk_tui.formats.edtf_forms import as_biblatex, as_csl
from kursk_tui.formats.losses import find_losses
from kursk_tui.formats.registry import FORMATS
from kursk_tui.library.library import Library
from kursk_tui.model import Briefing
from kursk_tui.query import View
from tests.formats.bibliography import entries, printed
from tests.formats.random_briefings import raw_briefings
from tests.formats.whole_briefing import whole
from tests.library.reports import edition, library
from tests.model.factory import altered, built, minimal, property_test, second_document
from tests.tables import each_row


def items(briefing: Briefing) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(csl_json.write(View.of(briefing)))
    return found


def test_an_entry_has_what_is_stated_and_no_author_of_a_document() -> None:
    found = entries(biblatex.write(View.of(built(whole()))))
    document, *sources = found.values()
    assert document == {
        "entry": "online",
        "title": "{Titulus}",
        "organization": "{Publius}",
        "date": "2031-08-01",
        "url": "https://document.example/",
        "urldate": "2031-08-02",
        "series": "{Seriatim}",
        "keywords": "TLP:AMBER+STRICT",
    }
    assert sources[0] == {
        "entry": "misc",
        "author": "{Annabel}",
        "type": "prefect",
        "url": "https://ann.example/",
        "note": "{cited in Publius, “Titulus”, 2031-08-01}",
        "keywords": "TLP:AMBER+STRICT",
    }
    assert [printed(one["author"]) for one in sources] == ["Annabel", "Bob", "Cid"]  # not Dan


def test_items_of_csl_json_have_the_same() -> None:
    document, ann, *_ = items(built(whole()))
    assert document.pop("id") == next(iter(entries(biblatex.write(View.of(built(whole()))))))
    assert document == {
        "type": "webpage",
        "title": "Titulus",
        "publisher": "Publius",
        "issued": {"date-parts": [[2031, 8, 1]]},
        "URL": "https://document.example/",
        "accessed": {"date-parts": [[2031, 8, 2]]},
        "collection-title": "Seriatim",
        "language": "la",
        "keyword": "TLP:AMBER+STRICT",
    }
    assert ann["author"] == [{"literal": "Annabel"}]
    assert ann["note"] == "cited in Publius, “Titulus”, 2031-08-01"
    assert "title" not in ann


def test_what_is_not_stated_is_left_out_and_a_supplied_title_is_in_brackets() -> None:
    document, _ = items(built(minimal()))
    assert document.keys() == {"id", "type", "title"}
    assert document["title"] == "[Weather]"
    first, _ = entries(biblatex.write(View.of(built(minimal())))).values()
    assert first == {"entry": "misc", "title": "{[Weather]}"}


def test_keys_stay_the_same_and_differ_between_documents() -> None:
    def keys(raw: dict[str, Any]) -> list[str]:
        return list(entries(biblatex.write(View.of(built(raw)))))

    raw = minimal()
    before = keys(raw)
    raw["title"], raw["sources"][0]["name"] = "Other", "Another name"
    assert keys(raw) == before
    raw["documents"].append(second_document("Another text."))
    assert keys(raw)[0] == before[0]
    raw["documents"].append(raw["documents"][0] | {"id": "copy"})
    assert len(keys(raw)) == 4
    composed = library().briefing
    found = entries(biblatex.write(View.of(composed)))
    assert len(found) == len(composed.documents) + len(composed.sources)


def test_editions_with_the_same_text_have_keys_of_their_own() -> None:
    same = tuple(edition(key, built(minimal())) for key in ("first", "second"))
    found = entries(biblatex.write(View.of(Library("twice", same).briefing)))
    assert [one.split("-")[0] for one in found] == ["doc", "doc", "ann"]
    note = list(found.values())[-1]["note"]
    assert note.count("cited in") == 1
    assert note.count("Weather") == 2


def test_sources_that_no_entry_has_and_dates_of_no_form_are_among_the_losses() -> None:
    raw = minimal() | {"status": "draft"}
    raw["claims"][0]["review"] = {"decision": "rejected"}
    raw["documents"][0] |= {"date": "XXXX-12-19", "acquired": "2024"}
    view = View.of(built(raw))
    assert [one.split("-")[0] for one in entries(biblatex.write(view))] == ["doc"]
    lost = {one.words: one for one in find_losses(view, FORMATS["biblatex"])}
    assert lost["sources that no claim names"].sources == ("ann",)
    dates = lost["dates that BibLaTeX has no form for"]
    assert (dates.values, dates.documents) == (1, ("doc",))
    usual = [one.words for one in find_losses(View.of(built(minimal())), FORMATS["biblatex"])]
    assert not {"sources that no claim names", "dates that BibLaTeX has no form for"} & {*usual}


def test_a_query_keeps_the_documents_and_sources_of_its_claims() -> None:
    raw = minimal()
    raw["documents"].append(second_document("Another text."))
    view = View.of(built(raw)).ask("id:rain")
    assert [one.split("-")[0] for one in entries(biblatex.write(view))] == ["doc"]


@each_row(
    ("edtf", "expected", "csl"),
    [
        ("2024", "2024", {"date-parts": [[2024]]}),
        ("2024-12-19", "2024-12-19", {"date-parts": [[2024, 12, 19]]}),
        ("2024-12~", "2024-12~", {"date-parts": [[2024, 12]], "circa": True}),
        ("2024?", "2024?", {"literal": "perhaps 2024"}),
        ("2024%", "2024%", {"literal": "perhaps about 2024"}),
        ("2024-22", "2024-22", {"date-parts": [[2024]], "season": 2}),
        ("202X", "202X", {"literal": "202X"}),
        ("2024-12-XX", "2024-12-XX", {"literal": "2024-12-XX"}),
        ("XXXX-12-19", None, {"literal": "XXXX-12-19"}),
        ("202X~", None, {"literal": "about 202X"}),
        ("2024-11/2024-12", "2024-11/2024-12", {"date-parts": [[2024, 11], [2024, 12]]}),
        ("2024/..", "2024/..", {"literal": "from 2024"}),
        ("../2024", "../2024", {"literal": "until 2024"}),
        ("2024/", "2024/", {"literal": "2024 to unknown"}),
        ("202X/2024", None, {"literal": "202X to 2024"}),
        ("2024-12-19T10:00:00+05", "2024-12-19T10:00:00+05:00", None),
        ("2024-12-19T10:00:00Z", "2024-12-19T10:00:00Z", None),
    ],
)
def test_dates_keep_their_precision(
    edtf: str, expected: str | None, csl: dict[str, Any] | None
) -> None:
    assert as_biblatex(edtf) == expected
    assert csl is None or as_csl(edtf) == csl


@each_row(
    ("name", "value"),
    [
        ("100 % & $5 #1_a", r"100 \% \& \$5 \#1\_a"),
        ("{a} \\ ^ ~", r"\{a\} \textbackslash{} \textasciicircum{} \textasciitilde{}"),
        ("Smith and Jones, others", "Smith and Jones, others"),  # not two names, in double braces
        ("a--b ,, ''", "a-{}-b ,{}, '{}'"),
        ("Ünïcode 북한", "Ünïcode 북한"),
        ('"<|>`', r"\textquotedbl{}\textless{}\textbar{}\textgreater{}\textasciigrave{}"),
    ],
)
def test_tex_prints_exactly_the_name(name: str, value: str) -> None:
    raw = altered((("documents", 0, "publisher"), name), (("documents", 0, "title"), name))
    document = next(iter(entries(biblatex.write(View.of(built(raw)))).values()))
    assert document["organization"] == document["title"] == f"{{{value}}}"
    assert printed(document["title"]) == name


@settings(property_test, max_examples=20)
@given(raw=raw_briefings(), text=st.text(st.characters(min_codepoint=33, max_codepoint=126)))
def test_references_of_any_briefing_are_well_formed(raw: dict[str, Any], text: str) -> None:
    raw["documents"][0]["title"] = f"x{text}"
    briefing = built(raw)
    found = entries(biblatex.write(View.of(briefing)))
    assert printed(next(iter(found.values()))["title"]) == f"x{text}"
    assert [one["id"] for one in items(briefing)] == list(found)
