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
from kursk_tui.formats.exchange.stix_fixed import EXTENSION
from kursk_tui.formats.exchange.stix_others import left_out
from kursk_tui.formats.exchange.stix_reading import briefing_in
from kursk_tui.formats.json.writer import write as write_json
from kursk_tui.formats.losses import find_losses, losses_as_text
from kursk_tui.formats.problem import InvalidBriefingError
from kursk_tui.formats.registry import FORMATS, written_formats
from kursk_tui.model import Briefing, Claim
from kursk_tui.query import View
from tests.cli.run import run
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


@each_row(
    ("text", "message"),
    [
        ('{"type": "bundle", "objects": [{"type": "report", "name": "R"}]}', "draft FILE"),
        ("[]", "not a STIX bundle that kursk-tui has written"),
        ('{"objects": [1]}', "draft FILE"),
        ('{"format": "kursk-tui/1"}', "this is a briefing file"),
        ('{"objects": [\n {"type": "report",]}', "2:20: "),
        ('{"objects": [], "objects": []}', "1:17: “objects” is a duplicate key"),
        ("[" * 100_000, "nested"),
    ],
)
def test_another_file_is_refused_with_advice(text: str, message: str) -> None:
    with pytest.raises(InvalidBriefingError) as refused:
        briefing_in(text, "file")
    assert message in str(refused.value)
    assert len(refused.value.problems) == 1


EXT = f'.extensions["{EXTENSION}"]'


@each_row(
    ("old", "new", "message", "path"),
    [
        (
            '"at least 100"',
            '"at least 9"',
            "not in the claim's quote",
            f"{EXT}.claim.figures[0].words",
        ),
        ('"abstract": "Offensive', '"abstract": 5, "was": "', "“summary” is 5", ".abstract"),
        ('"name": "North', '"name": 7, "was": "', "“title” is 7", ".name"),
        ('"name": "Lee', '"name": "\\n', "“name”", ".name"),
        ('"payload_bin": "', '"payload_bin": "!', "in UTF-8 and Base64", ".payload_bin"),
        (
            '"payload_bin": "',
            '"payload_bin": "AAAA',
            "does not match its checksum",
            f"{EXT}.document.sha256",
        ),
        ('"content": "Troops', '"content": "troops', "does not match", ".content"),
        ('"format": "kursk-tui/1"', '"format": "x"', "“format”", f"{EXT}.briefing.format"),
    ],
)
def test_damage_is_an_error_at_its_place_in_the_bundle(
    old: str, new: str, message: str, path: str
) -> None:
    bundle = stix.write(View.of(builtin()))
    assert old in bundle
    text = bundle.replace(old, new, 1)
    with pytest.raises(InvalidBriefingError) as refused:
        briefing_in(text, "bundle")
    problems = refused.value.problems
    found = [one for one in problems if message in one.message]
    assert found, [one.message for one in problems]
    assert found[0].path.startswith("$.objects[")
    assert found[0].path.endswith(path)
    line = text.splitlines()[found[0].line - 1]
    assert path.rpartition(".")[2] in line


def test_a_bundle_that_is_not_whole_says_what_is_missing() -> None:
    bundle = json.loads(stix.write(View.of(builtin())))
    report = bundle["objects"].pop()
    with pytest.raises(InvalidBriefingError, match="the report of this bundle is missing"):
        briefing_in(json.dumps(bundle), "bundle")
    bundle["objects"] += [report, report]
    with pytest.raises(InvalidBriefingError, match="another report; import the bundles one by"):
        briefing_in(json.dumps(bundle), "bundle")


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


def lost(raw: dict[str, Any], name: str) -> dict[str, tuple[int, tuple[str, ...]]]:
    """Return how many values each loss of a format has, and the claims that state them."""
    losses = find_losses(View.of(built(raw)), FORMATS[name])
    return {one.words.split(":")[0]: (one.values, one.claims) for one in losses}


@each_row(
    ("dates", "expected"),
    [
        ((None, None), "the date"),  # none is stated, and a placeholder stands for it
        ((None, "2024-12-19"), "that the briefing states no date"),
        (("2024-12", None), "how exact the date is"),
        (("2024-12-19", "2025"), None),
    ],
)
def test_what_stands_for_a_date_is_among_the_losses(
    dates: tuple[str | None, str | None], expected: str | None
) -> None:
    raw = minimal()
    for record, stated in zip((raw, raw["documents"][0]), dates, strict=True):
        record.pop("date", None)
        record |= {"date": stated} if stated else {}
    words = {"the date", "that the briefing states no date", "how exact the date is"}
    for name in ("stix", "misp"):
        assert words & lost(raw, name).keys() == ({expected} if expected else set())
    assert not words & lost(raw, "annotation").keys()
    assert ("that the date has no time" in lost(raw, "stix")) == (
        dates[0] or dates[1] or ""
    ).endswith("-19")


def test_what_only_some_claims_lose_is_counted_with_their_ids() -> None:
    raw = altered(
        (("claims", 0, "confidence"), "high"),
        (("claims", 0, "credibility"), 2),
        (("claims", 1, "credibility"), 6),
        (("claims", 0, "figures", 0, "modality"), "denied"),
        (("sources", 0, "reliability"), "F"),
        (("claims", 1, "likelihoods", 0, "scale"), "icd-203"),
        (("claims", 1, "likelihoods", 0, "term"), "very likely"),
    )
    raw["claims"][1]["likelihoods"] *= 2
    raw["claims"].append(raw["claims"][0] | {"id": "again", "review": {"decision": "rejected"}})
    raw["claims"].append(raw["claims"][1] | {"id": "twice", "likelihoods": []})
    raw["status"] = "draft"
    stix_losses, misp_losses = lost(raw, "stix"), lost(raw, "misp")
    beside = "credibility beside an analytic confidence, which takes its place"
    assert stix_losses[beside] == (2, ("fell", "again"))
    unjudged = "credibility 6, “truth cannot be judged”, which reads as ungraded"
    assert stix_losses[unjudged] == (2, ("rain", "twice"))
    assert stix_losses["that a claim has the same term of likelihood twice"] == (1, ("rain",))
    assert stix_losses["claims that the analyst rejected"] == (1, ("again",))
    scored = "that credibility 6 and reliability F cannot be judged"
    assert misp_losses[scored] == (3, ("rain", "twice"))
    repeated = "attributes of claims whose words an earlier claim has"
    assert misp_losses[repeated] == (1, ("twice",))
    assert '"killed: at least 40 (denied)"' in annotation.write(View.of(built(raw)))
    raw["claims"][1]["confidence"] = "low"  # it takes the place of the credibility
    assert lost(raw, "stix")[unjudged] == (1, ("twice",))
    usual = lost(minimal(), "stix").keys() | lost(minimal(), "misp").keys()
    assert not usual & {beside, unjudged, scored, repeated}


@each_row(
    ("label", "refused"),
    [
        ("CLEAR", ()),
        ("GREEN", ()),
        ("AMBER", ()),
        ("AMBER+STRICT", ("annotation",)),
        ("RED", ("stix", "misp", "annotation")),
    ],
)
def test_what_must_not_be_passed_on_is_refused_without_force(
    label: str, refused: tuple[str, ...]
) -> None:
    for one in written_formats():
        assert (label in one.refuses) == (one.name in refused), one.name
        text = one.write(View.of(built(minimal() | {"handling": {"tlp": label}})))
        assert label in text or label.lower() in text


def test_a_refusal_says_what_the_label_means(tmp_path: Path) -> None:
    path = tmp_path / "red.json"
    path.write_text(json.dumps(minimal() | {"handling": {"tlp": "RED"}}))
    refused = run("export", path, "--to", "stix")
    assert (refused.returncode, refused.stdout) == (2, "")
    words = "TLP:RED must not be passed on, and other systems may pass on a STIX bundle"
    assert refused.stderr == f"kursk-tui: {words}; --force writes it anyway\n"
    assert run("export", path, "--to", "stix", "--force").returncode == 0


def test_what_other_programs_add_to_a_bundle_is_left_out_with_a_remark(tmp_path: Path) -> None:
    bundle = json.loads(stix.write(View.of(builtin())))
    assert list(left_out(bundle["objects"], builtin())) == []
    selection = json.loads(stix.write(View.of(builtin()).ask("killed:*")))
    chosen = briefing_in(json.dumps(selection), "selection")
    assert [claim.id for claim in chosen.claims] == ["S10"]
    assert list(left_out(selection["objects"], chosen)) == []
    notes = [one for one in bundle["objects"] if one["type"] == "note"]
    notes[0]["confidence"], notes[1]["labels"] = 90, []
    bundle["objects"] += [{"type": "malware", "id": "malware--1"}, 5]
    path = tmp_path / "bundle.stix"
    path.write_text(json.dumps(bundle))
    done = run("import", path)
    assert done.returncode == 0
    changed = "changes of other programs to 2 objects left out (confidence, labels)"
    assert done.stderr.splitlines() == [
        "note: 2 objects of other programs left out",
        f"note: {changed}; the records are kept",
    ]


def test_import_writes_the_briefing_of_a_bundle(tmp_path: Path) -> None:
    assert run("export", "--to", "stix", "-o", tmp_path / "b.stix").returncode == 0
    done = run("import", tmp_path / "b.stix")
    assert done.stdout == run("export", "--to", "json").stdout
    foreign = run("import", "-", given=b'{"objects": []}')
    assert foreign.returncode == 1
    assert foreign.stderr.startswith("<stdin>:1:1: kursk-tui has not written this STIX bundle")
