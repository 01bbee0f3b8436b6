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
from hypothesis import given
from hypothesis import strategies as st
from pymisp import MISPEvent
from stix2validator import ValidationOptions, validate_string  # type: ignore[import-untyped]

from kursk_tui.defaults import SIZE_LIMIT
from kursk_tui.formats.exchange import annotation, misp, stix
from kursk_tui.formats.json import parse
from kursk_tui.formats.json.writer import write as write_json
from kursk_tui.formats.losses import find_losses
from kursk_tui.formats.problem import InvalidBriefingError
from kursk_tui.formats.registry import FORMATS
from kursk_tui.model import Briefing
from kursk_tui.query import View
from tests.cli.run import run
from tests.formats.hostile_briefing import hostile_briefing
from tests.formats.whole_briefing import whole
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


# The model refuses control characters in these fields.
_WORDS = st.text(st.characters(categories=("L", "M", "N", "P", "S", "Zs"))).map("x{}".format)


@property_test
@given(
    removed=st.sets(st.sampled_from(["handling", "date", "status"])),
    words=st.lists(_WORDS, min_size=3, max_size=3),
    prefix=st.text(st.characters(codec="utf-8")),
)
def test_any_briefing_is_read_back_from_its_bundle(
    removed: set[str], words: list[str], prefix: str
) -> None:
    raw = minimal() | {"handling": {"tlp": "GREEN", "licence": words[0]}}
    raw = {name: value for name, value in raw.items() if name not in removed}
    raw["title"], raw["sources"][0]["name"] = words[1], words[2]
    raw["documents"][0] |= moved_text(raw, prefix)
    briefing = built(raw)
    again = stix.raw_briefing(json.loads(stix.write(View.of(briefing))))
    assert parse(json.dumps(again).encode(), "again") == briefing


def moved_text(raw: dict[str, Any], prefix: str) -> dict[str, str]:
    """Return the text of the minimal briefing after a prefix, and move its spans."""
    for claim in raw["claims"]:
        scopes = [one["scope"] for one in claim.get("likelihoods", []) if "scope" in one]
        for span in (claim["evidence"], *scopes):
            span["start"] += len(prefix)
            span["end"] += len(prefix)
    text = prefix + raw["documents"][0]["text"]
    return {"text": text, "sha256": sha256(text.encode()).hexdigest()}


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


def test_another_bundle_is_refused(tmp_path: Path) -> None:
    foreign = {"type": "bundle", "id": "x", "objects": [{"type": "report", "name": "R"}]}
    for text in (json.dumps(foreign), "[]", "{}", '{"objects": [1]}', "{", "[" * 100_000):
        with pytest.raises(InvalidBriefingError, match="not a STIX bundle that kursk-tui has"):
            read_back(text, tmp_path)


def test_a_changed_bundle_is_an_error_of_the_record_that_changed(tmp_path: Path) -> None:
    bundle = stix.write(View.of(builtin())).replace('"at least 100"', '"at least 9999"')
    with pytest.raises(InvalidBriefingError, match="these words are not in the claim's quote"):
        read_back(bundle, tmp_path)


@each_row("make", BRIEFINGS)
def test_pymisp_loads_an_event_and_its_schema_accepts_it(make: Any) -> None:
    briefing = make()
    raw = json.loads(misp.write(View.of(briefing)))
    schema = Path(pymisp.__file__).parent / "data" / "schema-lax.json"
    jsonschema.validate(raw, json.loads(schema.read_text("utf-8")))
    event = MISPEvent()
    event.load(raw)
    quotes = [claim.evidence.exact for claim in briefing.claims]
    assert [str(one.value) for one in event.attributes] == quotes
    assert not any(one.to_ids for one in event.attributes)


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
    collection = json.loads(annotation.write(View.of(briefing)))
    assert collection["@context"] == "http://www.w3.org/ns/anno.jsonld"
    assert collection["type"] == "AnnotationCollection"
    assert collection["total"] == len(briefing.claims) == len(collection["first"]["items"])
    assert collection["first"]["type"] == "AnnotationPage"
    assert collection["first"]["startIndex"] == 0
    ids = [collection["id"], collection["first"]["id"]]
    for one, claim in zip(collection["first"]["items"], briefing.claims, strict=True):
        ids.append(one["id"])
        assert one["type"] == "Annotation"
        assert one["motivation"] == "describing"
        target = one["target"]
        assert target["type"] == "SpecificResource"
        assert _IRI.match(target["source"])
        position, quote = target["selector"]
        assert (position["type"], quote["type"]) == ("TextPositionSelector", "TextQuoteSelector")
        text = briefing.document_by_id[claim.document].text
        start, end = position["start"], position["end"]
        assert 0 <= start < end <= len(text)
        assert text[start:end] == quote["exact"]
        assert text[:start].endswith(quote["prefix"])
        assert text[end:].startswith(quote["suffix"])
        for body in one["body"]:
            assert body["type"] == "TextualBody"
            assert isinstance(body["value"], str)
            assert body["purpose"] in (
                *("describing", "classifying", "identifying", "tagging", "commenting"),
                "linking",
            )
        assert json.loads(one["body"][-1]["value"]) == claim.as_dict()
    assert len(set(ids)) == len(ids)
    assert all(map(_IRI.match, ids))


@each_row("name", ["stix", "misp", "annotation"])
def test_ids_stay_the_same_when_a_briefing_is_edited(name: str) -> None:
    before = FORMATS[name].write(View.of(builtin()))
    title = {"title": "Another title"}
    after = FORMATS[name].write(View.of(builtin().replace(**title)))
    ids = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}")
    assert before != after
    assert ids.findall(before) == ids.findall(after)


def test_a_placeholder_for_a_date_is_among_the_losses() -> None:
    raw = minimal()
    raw.pop("date", None)
    raw["documents"][0].pop("date", None)
    for name in ("stix", "misp"):
        losses = find_losses(View.of(built(raw)), FORMATS[name])
        assert losses[-1].words == "the date: none is stated, and 1970-01-01 stands for it"
        dated = find_losses(View.of(built(raw | {"date": "2024-12"})), FORMATS[name])
        assert "stands for it" not in dated[-1].words


def test_what_must_not_be_passed_on_is_refused_without_force(tmp_path: Path) -> None:
    path = tmp_path / "red.json"
    path.write_text(json.dumps(minimal() | {"handling": {"tlp": "RED"}}))
    for name in ("stix", "misp", "annotation"):
        refused = run("export", path, "--to", name)
        assert (refused.returncode, refused.stdout) == (2, "")
        assert refused.stderr.startswith("kursk-tui: TLP:RED must not be passed on; --force writes")
        assert run("export", path, "--to", name, "--force").returncode == 0
    assert run("export", path, "--to", "md").returncode == 0


def test_import_writes_the_briefing_of_a_bundle(tmp_path: Path) -> None:
    assert run("export", "--to", "stix", "-o", tmp_path / "b.stix").returncode == 0
    done = run("import", tmp_path / "b.stix")
    assert done.stdout == run("export", "--to", "json").stdout
    foreign = run("import", "-", given=b'{"objects": []}')
    assert foreign.returncode == 1
    assert foreign.stderr == "<stdin>:1:1: this is not a STIX bundle that kursk-tui has written\n"
