"""STIX, MISP and Web Annotation: valid for the official checkers, and without silent loss."""

import base64
import json
import re
from hashlib import sha256
from pathlib import Path
from typing import Any

import jsonschema
import pymisp
import pytest
from hypothesis import given, settings
from pymisp import MISPEvent
from stix2validator import ValidationOptions, validate_string  # type: ignore[import-untyped]

from kursk_tui.defaults import SIZE_LIMIT
from kursk_tui.formats.exchange import annotation, misp, stix
from kursk_tui.formats.exchange.stix_reading import briefing_in
from kursk_tui.formats.json.writer import write as write_json
from kursk_tui.formats.losses import losses_as_text
from kursk_tui.formats.problem import InvalidBriefingError
from kursk_tui.formats.registry import FORMATS
from kursk_tui.model import Briefing, Claim
from kursk_tui.query import View
from tests.formats.hostile_briefing import hostile_briefing
from tests.formats.random_briefings import raw_briefings
from tests.formats.whole_briefing import whole
from tests.library.reports import library
from tests.model.factory import altered, built, minimal, property_test
from tests.query.factory import builtin
from tests.tables import each_row
from tests.ui.rich_briefing import rich_briefing

BRIEFINGS = (builtin, rich_briefing, hostile_briefing, lambda: built(whole()))


def objects(briefing: Briefing, kind: str) -> list[dict[str, Any]]:
    """Return the objects of one type in the STIX bundle of a briefing."""
    bundle = json.loads(stix.write(View.of(briefing)))
    return [one for one in bundle["objects"] if one["type"] == kind]


def read_back(text: str, tmp_path: Path) -> Briefing:
    path = tmp_path / "bundle.stix"
    path.write_text(text, "utf-8")
    return stix.read(path, SIZE_LIMIT)


@each_row("make", BRIEFINGS)
def test_the_validator_of_oasis_accepts_a_bundle_strictly(make: Any) -> None:
    found = validate_string(
        stix.write(View.of(make())), ValidationOptions(version="2.1", strict=True)
    )
    assert found.is_valid, [str(error) for error in found.errors]


@each_row("make", BRIEFINGS)
def test_a_bundle_is_read_back_to_the_byte(make: Any, tmp_path: Path) -> None:
    view = View.of(make())
    bundle = stix.write(view)
    again = View.of(read_back(bundle, tmp_path))
    assert write_json(again) == write_json(view)
    assert stix.write(again) == bundle


@settings(property_test, max_examples=25)
@given(raw=raw_briefings())
def test_any_briefing_is_read_back_from_its_bundle(raw: dict[str, Any]) -> None:
    briefing = built(raw)
    view = View.of(briefing)
    bundle = stix.write(view)
    assert briefing_in(bundle, "again") == briefing
    ids = [one["id"] for one in json.loads(bundle)["objects"]]
    assert len(set(ids)) == len(ids)
    check_event(misp.write(view), briefing)
    check_annotations(annotation.write(view), briefing)


def test_a_note_has_the_quote_about_the_text_and_the_chain_in_order() -> None:
    (note,) = [one for one in objects(builtin(), "note") if "at least 100" in one["content"]]
    (artifact,) = objects(builtin(), "artifact")
    text = base64.b64decode(artifact["payload_bin"]).decode()
    assert note["content"] in text
    assert artifact["hashes"]["SHA-256"] == sha256(text.encode()).hexdigest()
    assert note["object_refs"] == [artifact["id"]]
    assert note["external_references"] == [
        {"source_name": "National Intelligence Service", "description": "origin, 1 of 2"},
        {"source_name": "Lee Seong-kweun", "description": "passed on, 2 of 2"},
    ]


def test_a_likelihood_is_a_label_of_its_scale_and_never_a_confidence() -> None:
    notes = objects(builtin(), "note")
    labels = [label for note in notes for label in note["labels"] if ":" in label]
    assert labels == [
        *("phia-2025:highly-likely", "phia-2025:almost-certain"),
        *("phia-2025:almost-certain", "phia-2025:highly-likely"),
    ]
    assert not any("confidence" in note for note in notes)


@each_row(
    ("stated", "expected"),
    [
        ({"confidence": "low"}, 15),
        ({"confidence": "moderate"}, 50),
        ({"confidence": "high", "credibility": 5}, 85),
        ({"credibility": 1}, 90),
        ({"credibility": 2}, 70),
        ({"credibility": 3}, 50),
        ({"credibility": 4}, 30),
        ({"credibility": 5}, 10),
        ({"credibility": 6}, None),  # “truth cannot be judged” has no value in STIX
        ({}, None),
    ],
)
def test_confidence_and_credibility_have_the_values_of_the_standard(
    stated: dict[str, Any], expected: int | None
) -> None:
    raw = altered(*((("claims", 0, name), value) for name, value in stated.items()))
    note = objects(built(raw), "note")[0]
    assert note.get("confidence") == expected


@each_row(
    ("kind", "expected"),
    [
        (None, "unknown"),
        ("opposition lawmaker", "individual"),
        ("Ministry", "organization"),
        ("intelligence service", "organization"),
        ("balloon", "unknown"),
    ],
)
def test_a_source_is_a_person_or_a_body_only_if_its_kind_says_so(
    kind: str | None, expected: str
) -> None:
    raw = altered((("sources", 0, "kind"), kind)) if kind else minimal()
    identities = objects(built(raw), "identity")
    assert [one["identity_class"] for one in identities] == ["system", expected]


@each_row("label", ["CLEAR", "GREEN", "AMBER", "AMBER+STRICT", "RED"])
def test_every_object_has_the_marking_of_the_handling(label: str) -> None:
    briefing = built(minimal() | {"handling": {"tlp": label}})
    (marking,) = objects(briefing, "marking-definition")
    assert marking["name"] == f"TLP:{label}"
    for kind in ("note", "artifact", "report"):
        for one in objects(briefing, kind):
            assert one["object_marking_refs"] == [marking["id"]]
    event = json.loads(misp.write(View.of(briefing)))["Event"]
    assert {"name": f"tlp:{label.lower()}"} in event["Tag"]
    assert f"Handling: TLP:{label}" in annotation.write(View.of(briefing))


def test_a_rejected_claim_is_a_note_of_no_other_program() -> None:
    raw = minimal() | {"status": "draft"}
    raw["claims"][0]["review"] = {"decision": "rejected"}
    briefing = built(raw)
    (note,) = objects(briefing, "note")
    assert note["abstract"] == "Rain is highly likely"
    assert briefing_in(stix.write(View.of(briefing)), "again") == briefing


def test_a_selection_says_what_it_is_and_marks_possible_matches() -> None:
    view = View.of(builtin()).ask("killed:>200 OR id:S2").showing_possible(True)
    bundle = json.loads(stix.write(view))["objects"]
    words = "selected by the query “killed:>200 OR id:S2”: 1 match, 1 possible, 9 not stated"
    assert words in bundle[-1]["description"]
    marked = [one["abstract"] for one in bundle if "possible-match" in one.get("labels", ())]
    assert len(marked) == 1
    assert marked[0].startswith("At least 100 killed")
    assert misp.write(view).count('kursk-tui:answer=\\"possible\\"') == 1
    assert annotation.write(view).count('"possible match"') == 1
    whole_bundle = json.loads(stix.write(View.of(builtin())))["objects"]
    assert bundle[-1]["id"] != whole_bundle[-1]["id"]
    notes = [one["id"] for one in bundle if one["type"] == "note"]
    assert set(notes) < {one["id"] for one in whole_bundle}


def test_two_documents_with_one_text_are_two_artifacts() -> None:
    raw = minimal()
    raw["documents"].append(raw["documents"][0] | {"id": "copy"})
    raw["claims"][1]["document"] = "copy"
    briefing = built(raw)
    first, second = objects(briefing, "artifact")
    assert first["id"] != second["id"]
    assert [one["object_refs"] for one in objects(briefing, "note")] == [
        [first["id"]],
        [second["id"]],
    ]
    assert briefing_in(stix.write(View.of(briefing)), "again") == briefing


def test_what_is_stated_of_documents_sources_and_handling_is_in_words() -> None:
    briefing = built(whole())
    report = objects(briefing, "report")[0]
    (reference,) = report["external_references"]
    assert reference["source_name"] == "Publius"
    assert reference["description"].startswith(
        "Titulus; 2031-08-01; of the series Seriatim; acquired"
    )
    assert reference["description"].endswith("; https://document.example/")
    assert reference["external_id"] == "doc-one"
    assert report["description"] == "DRAFT, 0 unreviewed"
    identity = objects(briefing, "identity")[1]
    about = "short name Anna; country GB; reliability B, usually reliable; https://ann.example/"
    assert identity["description"] == about
    _, licence = objects(briefing, "marking-definition")
    assert licence["definition"] == {"statement": "Licentia 4.0"}
    assert "stance:unverified" in objects(briefing, "note")[0]["labels"]


def test_a_library_keeps_its_ids_and_is_not_read_back() -> None:
    editions = library().known_on("2024-12-19").briefing, library().briefing
    before, after = (json.loads(stix.write(View.of(one))) for one in editions)
    ids = {one["id"] for one in before["objects"]}
    assert ids < {one["id"] for one in after["objects"]}
    for name in ("stix", "misp", "annotation"):
        text = FORMATS[name].write(View.of(editions[1]))
        found = re.findall('"(?:id|uuid)": "([^"]+)"', text)
        assert len(set(found)) == len(found)
    chosen = View.of(editions[1]).ask("id:2024-12-17-us/c1")
    assert (
        len([one for one in json.loads(stix.write(chosen))["objects"] if one["type"] == "artifact"])
        == 1
    )
    with pytest.raises(InvalidBriefingError, match="this bundle is about a library"):
        briefing_in(stix.write(View.of(editions[1])), "bundle")
    first = next(losses_as_text(View.of(editions[1]), FORMATS["stix"]))
    assert first == "A STIX bundle of a library is not read back, and other programs lose:"
    first = next(losses_as_text(View.of(builtin()), FORMATS["stix"]))
    assert first == "A STIX bundle is read back whole, but other programs lose:"
    found = validate_string(
        stix.write(View.of(editions[1])), ValidationOptions(version="2.1", strict=True)
    )
    assert found.is_valid


_SCHEMA = json.loads((Path(pymisp.__file__).parent / "data" / "schema-lax.json").read_text())


@each_row("make", BRIEFINGS)
def test_pymisp_loads_an_event_and_its_schema_accepts_it(make: Any) -> None:
    briefing = make()
    check_event(misp.write(View.of(briefing)), briefing)


def check_event(text: str, briefing: Briefing) -> None:
    """Check an event with what MISP itself uses, and that it has the words of each claim."""
    raw = json.loads(text)
    jsonschema.validate(raw, _SCHEMA)
    event = MISPEvent()
    event.load(raw)
    assert [str(one.value) for one in event.attributes] == quotes(briefing)
    assert not any(one.to_ids for one in event.attributes)


def quotes(briefing: Briefing) -> list[str]:
    """Return the words of the claims that the analyst did not reject."""
    return [one.evidence.exact for one in kept(briefing)]


def kept(briefing: Briefing) -> list[Claim]:
    """Return the claims that the analyst did not reject."""
    return [one for one in briefing.claims if one.review_state != "rejected"]


def test_tags_are_those_of_the_taxonomies_and_keep_the_scale_apart() -> None:
    raw = altered(
        (("claims", 0, "credibility"), 2),
        (("claims", 0, "confidence"), "high"),
        (("sources", 0, "reliability"), "B"),
        (("claims", 1, "likelihoods", 0, "scale"), "icd-203"),
        (("claims", 1, "likelihoods", 0, "term"), "very likely"),
    )
    raw["claims"][1]["likelihoods"][0]["words"] = "likely"
    event = json.loads(misp.write(View.of(built(raw))))["Event"]
    names = [[tag["name"] for tag in one["Tag"]] for one in event["Attribute"]]
    assert names == [
        [
            'kursk-tui:kind="reported"',
            'estimative-language:confidence-in-analytic-judgment="high"',
            'admiralty-scale:information-credibility="2"',
            'admiralty-scale:source-reliability="b"',
        ],
        [
            'kursk-tui:kind="judgement"',
            'estimative-language:likelihood-probability="very-likely"',
        ],
    ]


# The requirements of the Web Annotation Data Model (W3C Recommendation, 23 February 2017) on what
# this export contains: annotations, embedded text, selectors and pages.
_IRI = re.compile(r"^(urn:(uuid|sha256):[0-9a-f-]+|https?://\S+)$")


@each_row("make", BRIEFINGS)
def test_annotations_meet_the_requirements_of_the_recommendation(make: Any) -> None:
    briefing = make()
    check_annotations(annotation.write(View.of(briefing)), briefing)


def check_annotations(text: str, briefing: Briefing) -> None:
    """Check what the recommendation requires of what is in a collection."""
    collection = json.loads(text)
    claims = kept(briefing)
    assert collection["@context"] == "http://www.w3.org/ns/anno.jsonld"
    assert collection["type"] == "AnnotationCollection"
    assert collection["total"] == len(claims)
    ids = [collection["id"]]
    if claims:  # a collection that is not empty has its first page
        page = collection["first"]
        assert (page["type"], page["startIndex"]) == ("AnnotationPage", 0)
        assert page["partOf"] == collection["id"]
        ids.append(page["id"])
        for one, claim in zip(page["items"], claims, strict=True):
            ids.append(one["id"])
            check_annotation(one, claim, briefing)
    else:
        assert "first" not in collection
    assert len(set(ids)) == len(ids)
    assert all(map(_IRI.match, ids))


_MOTIVATIONS = {"describing", "classifying", "tagging", "commenting"}


def check_annotation(one: dict[str, Any], claim: Claim, briefing: Briefing) -> None:
    """Check an annotation: one type, one motivation, bodies and a target that keep the rules."""
    assert (one["type"], one["motivation"]) == ("Annotation", "describing")
    assert "bodyValue" not in one  # never beside a body
    check_target(one["target"], claim, briefing)
    for body in one["body"]:
        assert body.keys() <= {"type", "purpose", "value", "format"}  # no items, no source
        assert body["type"] == "TextualBody"
        assert isinstance(body["value"], str)
        assert body["purpose"] in _MOTIVATIONS
        assert body.get("format", "text/plain") in ("text/plain", "application/json")
    assert json.loads(one["body"][-1]["value"]) == claim.as_dict()


def check_target(target: dict[str, Any], claim: Claim, briefing: Briefing) -> None:
    """Check a specific resource: one source, no value of its own, and both selectors."""
    assert target.keys() == {"type", "source", "selector"}
    assert target["type"] == "SpecificResource"
    assert _IRI.match(target["source"])
    position, quote = target["selector"]
    assert position.keys() == {"type", "start", "end"}
    assert quote.keys() == {"type", "exact", "prefix", "suffix"}
    assert (position["type"], quote["type"]) == ("TextPositionSelector", "TextQuoteSelector")
    text = briefing.document_by_id[claim.document].text
    start, end = position["start"], position["end"]
    assert 0 <= start < end <= len(text)
    assert text[start:end] == quote["exact"] == claim.evidence.exact
    assert text[:start].endswith(quote["prefix"])
    assert text[end:].startswith(quote["suffix"])


@each_row("name", ["stix", "misp", "annotation"])
def test_ids_stay_the_same_when_a_briefing_is_edited(name: str) -> None:
    before = FORMATS[name].write(View.of(builtin()))
    title = {"title": "Another title"}
    after = FORMATS[name].write(View.of(builtin().replace(**title)))
    ids = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}")
    assert before != after
    assert ids.findall(before) == ids.findall(after)
