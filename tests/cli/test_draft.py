"""`kursk-tui draft`: from prose to a file that the dashboard reviews."""

import json
from hashlib import sha256
from pathlib import Path
from unittest.mock import patch

from kursk_tui.formats.builtin import builtin_path
from kursk_tui.formats.json import parse
from kursk_tui.model import Extraction
from tests.cli.run import run
from tests.documents.pdf_writer import Page, pdf
from tests.query.factory import builtin
from tests.terminal import Terminal

TEXT = builtin().documents[0].text.encode()


def test_check_recognizes_the_draft(tmp_path: Path) -> None:
    done = run("draft", "-", "-o", "x.json", "--title", "Kursk", given=TEXT, folder=tmp_path)
    assert (done.returncode, done.stdout) == (0, "")
    assert done.stderr == (
        "draft: 11 claims unreviewed, 4 doubtful items; review it with: kursk-tui x.json\n"
    )
    done = run("check", "x.json", folder=tmp_path)
    assert done.returncode == 0
    assert "draft: 11 claims unreviewed, 4 doubtful items [draft]" in done.stdout
    assert run("check", "--strict", "x.json", folder=tmp_path).returncode == 1


def test_a_draft_is_written_to_standard_output(tmp_path: Path) -> None:
    (tmp_path / "t.txt").write_bytes(TEXT)
    done = run("draft", "t.txt", folder=tmp_path)
    briefing = parse(done.stdout.encode(), "x")
    assert briefing.status == "draft"
    assert briefing.documents[0].text.encode() == TEXT


def test_decisions_are_overwritten_only_with_force(tmp_path: Path) -> None:
    target, text = tmp_path / "x.json", tmp_path / "t.txt"
    text.write_bytes(TEXT)
    for _ in range(2):  # a draft without decisions may be replaced
        assert run("draft", text, "-o", target).returncode == 0
    drafted = target.read_bytes()
    raw = json.loads(drafted)
    raw["claims"][0]["review"]["decision"] = "accepted"
    for work, reason in (
        (json.dumps(raw).encode(), "contains a draft with 1 decision"),
        (builtin_path().read_bytes(), "contains a briefing that is not a draft"),
    ):
        target.write_bytes(work)
        done = run("draft", text, "-o", target)
        assert done.returncode == 2
        assert done.stderr == (
            f"kursk-tui: cannot write {target}: it {reason}; "
            f"--force replaces it, and keeps it as {target.name}~\n"
        )
        assert target.read_bytes() == work
    assert run("draft", text, "-o", target, "--force").returncode == 0
    assert target.read_bytes() == drafted


def test_the_text_itself_is_not_overwritten(tmp_path: Path) -> None:
    text = tmp_path / "t.txt"
    text.write_bytes(TEXT)
    done = run("draft", "t.txt", "-o", text, folder=tmp_path)
    assert done.returncode == 2
    assert done.stderr == (
        f"kursk-tui: cannot write {text}: it is the input file; "
        "--force replaces it, and keeps it as t.txt~\n"
    )
    assert text.read_bytes() == TEXT


def test_explain_json_has_the_documented_shape() -> None:
    done = run("draft", "-", "--explain", "--format", "json", given=TEXT)
    found = json.loads(done.stdout)
    assert set(found) == {"items", "rejected"}
    values = {
        "sentence": {"kind", "part"},
        "figure": {
            *("measure", "qualifier", "lower", "upper", "best", "unit", "modality", "rate"),
            *(
                "categories",
                "place",
                "period",
                "covers",
                "tally",
                "preliminary",
                "relations",
                "population",
            ),
        },
        "likelihood": {"term", "scale", "negated"},
        "confidence": {"level"},
        "when": {"edtf", "resolved"},
        "attribution": {"source", "stance", "cue"},
    }
    text = TEXT.decode()
    for item in found["items"]:
        assert set(item) == {*("kind", "start", "end", "text", "value", "rule", "tier", "flags")}
        assert set(item["value"]) == values[item["kind"]]
        assert text[item["start"] : item["end"]] == item["text"]
    for one in found["rejected"]:
        assert set(one) == {"start", "end", "text", "reason"}


def test_explain_lists_rules_and_reasons() -> None:
    lines = run("draft", "-", "--explain", given=TEXT).stdout.splitlines()
    assert any("figure “at least 100”" in one and "[measures/kill, beside]" in one for one in lines)
    assert any(one.startswith("  rejected “") for one in lines)
    assert lines[-1].startswith("11 sentences, 12 items; ")


def test_refusals_are_one_line(tmp_path: Path) -> None:
    done = run("draft", "-", given=b"Der Minister sagte, dass es nicht so ist und war.")
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.startswith("kursk-tui draft: the text seems to be in German; ")
    assert run("draft", tmp_path / "none.txt").returncode == 2
    assert run("draft", "-", given=b"\xff\xfe").returncode == 1
    for day in ("soon", "2024-13", "2024-12-32"):
        done = run("draft", "-", "--date", day, given=TEXT)
        assert done.returncode == 2
        assert f"“{day}” is not a day; write it as 2024-12-19" in done.stderr
    assert run("draft", "-", "--format", "json", given=TEXT).returncode == 2


def test_control_characters_in_prose_do_not_reach_the_terminal(tmp_path: Path) -> None:
    text = (
        "The \x1b[31mministry said that 40 soldiers were killed\x07 in the \u202etown.\n"
        + "The soldiers have left the town, and they were in the war for a year.\n" * 20
    )
    for more in ((), ("--explain",), ("--explain", "--format", "json")):
        done = run("draft", "-", *more, given=text.encode())
        assert done.returncode == 0
        assert not any(one in done.stdout + done.stderr for one in "\x1b\x07\u202e")
    target = tmp_path / "x.json"
    run("draft", "-", "-o", target, given=text.encode())
    assert run("check", target).returncode == 0


def test_a_draft_can_be_reviewed_to_the_end(tmp_path: Path) -> None:
    target = tmp_path / "x.json"
    run("draft", "-", "-o", target, given=TEXT)
    terminal = Terminal([str(target)])
    terminal.wait_for("DRAFT, 11 unreviewed")
    terminal.press("aaaaadaaaaaFF")
    terminal.wait_for("final: 10 claims")
    terminal.press("q")
    assert terminal.wait_for_end() == 0
    done = run("check", "--strict", target)
    assert "[draft]" not in done.stdout
    assert run("check", target).returncode == 0
    assert json.loads(target.read_text("utf-8"))["status"] == "final"
    kept = json.loads(target.with_name("x.json~").read_text("utf-8"))
    assert [claim["review"]["decision"] for claim in kept["claims"]].count("accepted") == 10
    assert builtin_path().exists()


def test_windows_line_endings_become_newlines(tmp_path: Path) -> None:
    (tmp_path / "t.txt").write_bytes(
        b"The ministry said that 40 soldiers\r\nwere killed on Monday.\r\n\r\n"
        b"They left the town.\r\n"
    )
    done = run("draft", "t.txt", "--date", "2024-12-19", folder=tmp_path)
    briefing = parse(done.stdout.encode(), "x")
    assert "\r" not in briefing.documents[0].text
    assert [claim.evidence.exact for claim in briefing.claims] == [
        "The ministry said that 40 soldiers\nwere killed on Monday.",
        "They left the town.",
    ]
    shown = run("show", "-", given=done.stdout.encode()).stdout
    assert "- 2024-12-16 (event, resolved): The ministry said" in shown
    assert "when        2024-12-16, resolved from the document's date · event · “Monday”" in shown


def test_the_file_of_a_text_is_kept_in_the_document(tmp_path: Path) -> None:
    data = "The army said 40 soldiers – all its own – were killed.".encode("cp1252")
    (tmp_path / "t.txt").write_bytes(data)
    done = run("draft", "t.txt", folder=tmp_path)
    (document,) = parse(done.stdout.encode(), "x").documents
    assert document.extraction == Extraction(
        file="t.txt", sha256=sha256(data).hexdigest(), media_type="text/plain"
    )
    assert done.stderr.startswith("note: The file is not in UTF-8; it is read as Windows-1252.\n")
    # Text from standard input comes from no file.
    done = run("draft", "-", given=TEXT)
    assert parse(done.stdout.encode(), "x").documents[0].extraction is None


def test_a_pdf_is_drafted_with_notes_on_what_was_left_out(tmp_path: Path) -> None:
    pages = [
        Page().text(50, 780, "REPORT").text(50, 700, f"The army said {dead} soldiers were killed.")
        for dead in ("40", "at least 70")
    ]
    (tmp_path / "r.pdf").write_bytes(pdf(pages))
    done = run("draft", "r.pdf", "--date", "2031-03-14", folder=tmp_path)
    assert done.stderr == (
        "note: Left out: 2 lines of running heads.\ndraft: 2 claims unreviewed\n"
    )
    (document,) = parse(done.stdout.encode(), "x").documents
    assert document.text.split("\n\n") == [
        "The army said 40 soldiers were killed.",
        "The army said at least 70 soldiers were killed.\n",
    ]
    assert document.extraction is not None
    assert (document.extraction.file, document.extraction.extractor) == ("r.pdf", "pypdfium2")
    with patch("kursk_tui.documents.pdf.find_spec", return_value=None):
        done = run("draft", "r.pdf", folder=tmp_path)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == (
        "kursk-tui draft: r.pdf: to read a PDF, install the optional extra “pdf”: "
        "pip install 'kursk-tui[pdf]'\n"
    )
    (tmp_path / "s.pdf").write_bytes(pdf([Page()]))
    done = run("draft", "s.pdf", folder=tmp_path)
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.startswith("kursk-tui draft: s.pdf: no text in 1 page: it is a scan; ")
    assert done.stderr.count("\n") == 1
