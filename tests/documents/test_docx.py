"""Word files: the words that their reader sees, and a remark on each kind of words left out."""

import io
import zipfile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kursk_tui.documents import DocumentError, extract
from kursk_tui.documents import docx_package as limits
from kursk_tui.documents.docx import extract as read
from tests.documents.outcome import outcome
from tests.documents.writers import docx, paragraph, run, table, zipped
from tests.model.factory import property_test
from tests.tables import each_row

BOX = f"<w:txbxContent>{paragraph(run('In the box.'))}</w:txbxContent>"
STYLES = """
<w:style w:styleId="Base"><w:rPr><w:vanish/></w:rPr></w:style>
<w:style w:styleId="Note"><w:basedOn w:val="Base"/></w:style>
<w:style w:styleId="Item"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>
<w:style w:styleId="Heading1"><w:name w:val="heading 1"/><w:basedOn w:val="Item"/></w:style>
"""


RAISED = '<w:vertAlign w:val="superscript"/>'


def cell(*texts: str) -> str:
    return f"<w:tc>{''.join(paragraph(run(text)) for text in texts)}</w:tc>"


def row(*paragraphs: str, deleted: bool = False) -> str:
    properties = "<w:del/>" if deleted else ""
    return f"<w:tr><w:trPr>{properties}</w:trPr><w:tc>{''.join(paragraphs)}</w:tc></w:tr>"


def control(content: str, properties: str = "") -> str:
    inner = f"<w:sdtPr>{properties}</w:sdtPr><w:sdtContent>{content}</w:sdtContent>"
    return f"<w:sdt>{inner}</w:sdt>"


def shape(content: str) -> str:
    newer = f"<mc:Choice><w:drawing><wps:txbx>{content}</wps:txbx></w:drawing></mc:Choice>"
    older = f"<mc:Fallback><w:pict><v:textbox>{content}</v:textbox></w:pict></mc:Fallback>"
    return f"<w:r><mc:AlternateContent>{newer}{older}</mc:AlternateContent></w:r>"


def field(kind: str) -> str:
    return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'


def styled(name: str, kind: str = "pStyle") -> str:
    return f'<w:{kind} w:val="{name}"/>'


def code(text: str) -> str:
    return f"<w:r><w:instrText>{text}</w:instrText></w:r>"


@each_row(
    ("body", "text", "remarks"),
    [
        (
            paragraph(run("First line,\nsecond\tline.")) + paragraph() + paragraph(run("Next.")),
            "First line,\nsecond\tline.\n\nNext.",
            (),
        ),
        (
            table(("Place", "Killed"), ("Holm", "40"), ("", "12")),
            "Place | Killed\nHolm | 40\n | 12",
            (),
        ),
        # Numbers in one cell, or in two, do not run together.
        (
            "<w:tbl><w:tr>" + cell("45", "646.", "x") + cell("1\n000") + "</w:tr></w:tbl>",
            "45; 646. x | 1; 000",
            (),
        ),
        (paragraph(run("Holm\tabout 45\t646")), "Holm\tabout 45 | 646", ()),
        # A table of one cell is a frame around paragraphs.
        (
            f"<w:tbl>{row(paragraph(run('One.')), paragraph(run('Two.')))}</w:tbl>",
            "One.\n\nTwo.",
            (),
        ),
        (
            paragraph(
                run("The army said "),
                "<w:del><w:r><w:delText>at least 400</w:delText></w:r></w:del>",
                f"<w:ins>{run('at least 140')}</w:ins>",
                f"<w:moveFrom>{run(' soldiers')}</w:moveFrom>",
                f"<w:moveTo>{run(' troops')}</w:moveTo>",
                run(" fell."),
            ),
            "The army said at least 140 troops fell.",
            (
                "Tracked changes: 4 words inserted or moved here are read.",
                "Tracked changes: 3 deleted words are left out.",
                "Tracked changes: 1 word moved elsewhere is read only at the new place.",
            ),
        ),
        # Its mark is deleted, so the paragraph runs on.
        (
            paragraph(run("At least"), properties="<w:rPr><w:del/></w:rPr>")
            + paragraph(run(" 40 fell.")),
            "At least 40 fell.",
            (),
        ),
        (
            paragraph(run("Nine fell."), run(" Ten hid.", "<w:vanish/>"))
            + paragraph(run("Not hidden", '<w:vanish w:val="0"/>'))
            + paragraph(run("Hidden by its style"), properties=styled("Note"))
            + paragraph(run("As is this", styled("Note", "rStyle"))),
            "Nine fell.\n\nNot hidden",
            ("9 hidden words are left out.",),
        ),
        (
            paragraph(run("At least "), run("400", "<w:strike/>"), run("140 fell.")),
            "At least 140 fell.",
            ("1 word struck through is left out.",),
        ),
        # A raised digit is not a digit of the number before it.
        (
            paragraph(
                run("About 300"), run("2", '<w:vertAlign w:val="superscript"/>'), run(" fell.")
            ),
            "About 300² fell.",
            (),
        ),
        (
            paragraph(
                run("About 300"),
                '<w:r><w:footnoteReference w:id="1"/></w:r>',
                '<w:r><w:endnoteReference w:customMarkFollows="1" w:id="1"/><w:t>2</w:t></w:r>',
                '<w:r><w:commentReference w:id="1"/></w:r>',
                run(" fell."),
            ),
            "About 300 fell.",
            ("1 footnote is left out.", "1 endnote is left out.", "1 comment is left out."),
        ),
        (
            paragraph(
                *(run("On "), field("begin"), code("DATE"), run("code"), field("separate")),
                *(run("14 March"), field("end"), run(".")),
                f'<w:fldSimple w:instr="PAGE">{run(" Page 3")}</w:fldSimple>',
            ),
            "On 14 March. Page 3",
            (),
        ),
        # A field that never ends takes no words away.
        (paragraph(field("begin"), code("DATE"), run("Nine fell.")), "Nine fell.", ()),
        (
            paragraph(
                run("Around "),
                shape(BOX),
                "<w:r><w:drawing><pic:pic/></w:drawing></w:r>",
                run("it."),
            ),
            "Around it.\n\nIn the box.",
            ("1 picture, chart or embedded object is not read.",),
        ),
        (
            paragraph(run("Killed: 40"), properties=styled("Item"))
            + paragraph(run("Losses"), properties=styled("Heading1")),
            "• Killed: 40\n\nLosses",
            ("The number or mark of 1 list item is read as “•”.",),
        ),
        (
            control(paragraph(run("In a control.")))
            + control(paragraph(run("Enter it")), "<w:showingPlcHdr/>"),
            "In a control.",
            ("2 words of prompts in unfilled fields are left out.",),
        ),
        (
            paragraph(
                '<w:r><w:sym w:font="Symbol" w:char="F0B3"/></w:r>',
                run(" 100 fell"),
                '<w:r><w:sym w:font="Wingdings" w:char="F04A"/></w:r>',
                "<w:r><w:noBreakHyphen/></w:r>",
            ),
            "≥ 100 fell�‑",
            ("1 symbol without a known letter is shown as “�”.",),
        ),
        (
            "<w:tbl>"
            + row(paragraph(run("Gone")), deleted=True)
            + row(paragraph(run("Stays")))
            + "</w:tbl>",
            "Stays",
            ("Tracked changes: 1 deleted word is left out.",),
        ),
    ],
)
def test_what_the_reader_sees_is_read(body: str, text: str, remarks: tuple[str, ...]) -> None:
    found = extract(docx(body, styles=STYLES), "report.docx")
    assert found.text == text
    assert found.remarks == remarks


MADE = "The file was made on {}, its properties say; that is not taken as the date of the document."


def test_headers_are_counted_and_the_title_is_taken_but_no_date() -> None:
    core = (
        "<c xmlns:d='d'><d:title> Losses\n at Holm </d:title><d:created>2013-12-23</d:created></c>"
    )
    files = {"docProps/core.xml": core, "word/vbaProject.bin": ""}
    data = docx(paragraph(run("Nine fell.")), header=paragraph(run("Secret")), footer=paragraph())
    found = extract(with_parts(data, files), "report.docm")
    assert (found.title, found.date, found.publisher) == ("Losses at Holm", None, None)
    assert found.remarks == (
        "The title “Losses at Holm” is from the properties of the file; --title changes it.",
        MADE.format("2013-12-23"),
        "1 header or footer is left out.",
        "The macros of the file are not read.",
    )
    assert (found.extractor, found.media_type[-8:]) == ("kursk-tui", "document")


def test_a_header_of_several_sections_is_read_and_counted_once() -> None:
    data = docx(paragraph(run("Nine fell.")), header=paragraph(run("Secret")))
    shared = "".join(
        f'<Relationship Type="x/header" Target="header.xml" Id="{nth}"/>' for nth in range(300)
    )
    references = {"word/_rels/document.xml.rels": f"<Relationships>{shared}</Relationships>"}
    found = extract(with_parts(data, references), "report.docx")
    assert found.remarks == ("1 header or footer is left out.",)


def with_parts(data: bytes, files: dict[str, str]) -> bytes:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return zipped(
            {**{name: archive.read(name).decode() for name in archive.namelist()}, **files}
        )


OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
BOMB = " " * 3 * 2**20


@each_row(
    ("name", "data", "message"),
    [
        ("a.doc", OLE, "the file is in the old format .doc; save it as .docx"),
        (
            "a.docx",
            OLE + "EncryptedPackage".encode("utf-16-le"),
            "the file is protected by a password; save it without one",
        ),
        (
            "a.msg",
            OLE + "__substg1.0_".encode("utf-16-le"),
            "the file is an Outlook message (.msg); save it as .eml or as text",
        ),
        ("a.doc", b"{\\rtf1 x}", "the file is rich text (.rtf); save it as .docx or as text"),
        (
            "a.odt",
            zipped({"mimetype": "application/vnd.oasis.opendocument.text"}),
            "the file is in OpenDocument format (.odt); save it as .docx or as text",
        ),
        (
            "a.xlsx",
            zipped({"xl/workbook.xml": ""}),
            "the file is a spreadsheet, not a Word document",
        ),
        ("a.docx", zipped({"x": ""}), "the file is not a Word document (.docx)"),
        ("a.docx", b"PK\3\4", "the file is damaged: it is not a readable zip file"),
        ("a.docx", b"x", "the file is not a Word document (.docx)"),
        ("a.docx", docx(paragraph()), "the document has no text; pictures are not read"),
        (
            "a.docx",
            docx(BOMB),
            "the part word/document.xml becomes more than 200 times larger when unzipped",
        ),
        (
            "a.docx",
            zipped({"word/document.xml": '<!DOCTYPE d [<!ENTITY a "x">]><d>&a;</d>'}),
            "the part word/document.xml declares a document type, unlike Word",
        ),
        (
            "a.docx",
            docx("<w:p>" * limits.MAX_DEPTH + "</w:p>" * limits.MAX_DEPTH),
            "the part word/document.xml is nested too deeply",
        ),
        (
            "a.docx",
            zipped({"word/document.xml": "<d>\n<p></d>"}),
            "the part word/document.xml is not valid XML (mismatched tag: line 2, column 5)",
        ),
    ],
)
def test_what_cannot_be_read_is_refused(name: str, data: bytes, message: str) -> None:
    with pytest.raises(DocumentError) as refusal:
        extract(data, name)
    assert str(refusal.value) == message


def test_sizes_are_limited(monkeypatch: pytest.MonkeyPatch) -> None:
    data = docx(paragraph(run("Nine fell.")))
    for name, limit, message in (
        ("MAX_PARTS", 1, "the file has 3 parts; the limit is 1"),
        ("MAX_TOTAL", 2**9, "the file has more than 0 MB when unzipped"),
        ("MAX_READ", 2**9, "the file has more than 0 MB of text and layout"),
        ("MAX_PART", 2**7, "the part _rels/.rels has more than 0 MB when unzipped"),
    ):
        with monkeypatch.context() as patch:
            patch.setattr(limits, name, limit)
            with pytest.raises(DocumentError) as refusal:
                extract(data, "a.docx")
        assert str(refusal.value) == message


def test_tables_nested_as_deeply_as_allowed_are_read() -> None:
    depth = (limits.MAX_DEPTH - 5) // 3
    cell = "<w:tbl><w:tr><w:tc>" * depth + paragraph(run("In.")) + "</w:tc></w:tr></w:tbl>" * depth
    assert extract(docx(cell), "a.docx").text == "In."


WORDS = st.text(
    st.characters(exclude_categories=("Cc", "Cs", "Cn", "Zs", "Zl", "Zp", "Co")), min_size=1
)
PARAGRAPHS = st.lists(st.lists(WORDS, min_size=1, max_size=5).map(" ".join), min_size=1, max_size=5)


@settings(property_test, max_examples=60)
@given(PARAGRAPHS)
def test_any_text_comes_back_word_for_word(texts: list[str]) -> None:
    body = "".join(paragraph(*(run(piece) for piece in (text[:3], text[3:]))) for text in texts)
    assert extract(docx(body), "a.docx").text == "\n\n".join(texts)


@settings(property_test, max_examples=60)
@given(st.binary(max_size=60), st.integers(0, 2_000), st.booleans())
def test_any_bytes_end_in_a_text_or_an_error(noise: bytes, at: int, in_zip: bool) -> None:
    whole = docx(table(("Place", "Killed")), styles=STYLES)
    xml = table(("Place", "Killed"), ("Holm", "40"))
    at_xml = at % len(xml)
    damaged = docx(xml[:at_xml] + noise.decode("latin-1") + xml[at_xml + len(noise) :])
    data = damaged if in_zip else whole[:at] + noise + whole[at + len(noise) :]
    assert outcome(read, data)
