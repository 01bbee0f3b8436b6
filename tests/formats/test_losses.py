"""What only some claims lose, and who may read an export."""

import json
from pathlib import Path
from typing import Any

from kursk_tui.formats.exchange import annotation
from kursk_tui.formats.losses import find_losses
from kursk_tui.formats.registry import FORMATS, written_formats
from kursk_tui.query import View
from tests.cli.run import run
from tests.model.factory import altered, built, minimal
from tests.tables import each_row


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
def test_what_must_not_be_passed_on_is_refused_for_other_systems(
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
    assert refused.stderr == f"kursk-tui: {words}; --despite-tlp writes it anyway\n"
    assert run("export", path, "--to", "stix", "--despite-tlp").returncode == 0


def test_replacing_an_earlier_export_does_not_lift_the_label(tmp_path: Path) -> None:
    path, target = tmp_path / "red.json", tmp_path / "x.stix"
    path.write_text(json.dumps(minimal() | {"handling": {"tlp": "RED"}}))
    target.write_text("an earlier export")
    refused = run("export", path, "--to", "stix", "-o", target, "--force")
    assert (refused.returncode, target.read_text()) == (2, "an earlier export")
    assert "--despite-tlp" in refused.stderr
    refused = run("export", path, "--to", "stix", "-o", target, "--despite-tlp")
    assert (refused.returncode, target.read_text()) == (2, "an earlier export")
    assert "--force" in refused.stderr
    done = run("export", path, "--to", "stix", "-o", target, "--despite-tlp", "--force")
    assert done.returncode == 0
    assert json.loads(target.read_text())["type"] == "bundle"
