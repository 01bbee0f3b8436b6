"""Real files, which are not part of the repository: a folder of them is needed for these tests.

KURSK_TUI_SAMPLES names a folder with the subfolders docx, eml, html and pdf.
"""

import os
from pathlib import Path

import pytest

from kursk_tui.documents import DocumentError, Extracted, extract
from tests.tables import each_row

FOLDER = os.environ.get("KURSK_TUI_SAMPLES", "")

pytestmark = pytest.mark.skipif(
    not FOLDER, reason="KURSK_TUI_SAMPLES does not name the folder with samples of real files"
)


def extracted(name: str) -> Extracted:
    path = Path(FOLDER, name)
    if not path.exists():
        pytest.skip(f"there is no sample {path}")
    return extract(path.read_bytes(), path.name)


def test_word_files() -> None:
    found = extracted("docx/made_tracked-changes_footnote_hidden.docx")
    assert found.text == (
        "Losses\n\nThe ministry said at least 140 soldiers were killed.\n\n"
        "Kyiv said about 1‑2 soldiers were wounded and 20\twere captured.\n\n"
        "A report says more than 60 civilians were killed. Others disagree.\n\nStays.\n\n"
        "In a content control 31 people were wounded.\n\n"
        "First line,\nsecond line: 15 soldiers were wounded.\n\nKilled | Wounded\n"
        "At least 100 soldiers were killed. | About 1,000 soldiers were wounded."
    )
    assert found.remarks[1:] == (
        "Tracked changes: 3 words inserted or moved here are read.",
        "Tracked changes: 3 deleted words are left out.",
        "Tracked changes: 6 words moved elsewhere are read only at the new place.",
        "5 hidden words are left out.",
        "1 footnote is left out.",
        "2 headers or footers are left out.",
    )
    boxes = extracted("docx/docling_textbox.docx").text.split("\n\n")
    assert "The Health Bureau will handle reporting and specimen collection." in boxes
    assert boxes.count("Case closed.") == 1
    sample = extracted("docx/docling_word_sample.docx")
    assert " | Food | Calories per portion\nLeaves | Ash, Elm, Maple | 50\n" in sample.text
    handbook = extracted("docx/unstructured_handbook-1p.docx").text
    assert handbook.startswith("CHAPTER 1\n\nINTRODUCTION\n\n")
    assert len(handbook.split()) == 544


def test_mails() -> None:
    found = extracted("eml/fake-email-header.eml")
    assert (found.publisher, found.date, found.title) == (
        *("Matthew Robinson", "2022-12-16"),
        "Test Email",
    )
    assert found.text.endswith("Important points:\n\n   - Roses are red\n   - Violets are blue")
    with pytest.raises(DocumentError, match="encrypted"):
        extracted("eml/fake-encrypted.eml")
    assert extracted("eml/mime-different-plain-html.eml").text.startswith("This is the text/plain")
    html = extracted("eml/mime-html-only.eml")
    assert html.text.startswith("This is a text/html part.\n\nThe first emoticon, :) , was")
    assert len(html.text.split()) == 48


def test_pages() -> None:
    found = extracted("html/wikimediafoundation.org.turkey.html")
    assert (found.publisher, found.date) == ("Wikimedia Foundation", "2020-01-15")
    assert found.text.startswith("Today, on Wikipedia’s 19th birthday, the Wikimedia Foundation")
    assert len(found.text.split("\n\n")) == 9
    found = extracted("html/creativecommons.org.html")
    # The names of its pictures have dates, but the page states none of its own.
    assert (found.title, found.date) == ("What we do - Creative Commons", None)
    assert found.url == "https://creativecommons.org/about/"


@each_row(
    ("name", "whole", "absent"),
    [
        (
            "federal-register-2020-17221_3columns.pdf",
            "data from the flight data recorder, which is contained in the Indonesian accident",
            "VerDate",
        ),
        (
            "dmca_uscopyrightoffice.pdf",
            "this obligation was implemented in the Uruguay Round Agreements Act",
            "Copyright Office Summary December",
        ),
        (
            "more.E-calls-after-figures.pdf",
            "suffered three-thousand casualties, including 300 deaths.",
            "Situation report 47",
        ),
    ],
)
def test_pdfs(name: str, whole: str, absent: str) -> None:
    found = extracted(f"pdf/{name}")
    assert whole in found.text
    assert absent not in found.text
    assert not set(found.text) & set("\x02\ufffe\u00ad")
