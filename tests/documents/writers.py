"""Small writers of Word files, mails and pages, for tests of the readers."""

import io
import zipfile
from email.message import EmailMessage
from html import escape

_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_RELATIONSHIPS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_MAIN = f"""<Relationships><Relationship Type="{_RELATIONSHIPS}/officeDocument"
    Target="word/document.xml"/><Relationship Type="x/core-properties"
    Target="docProps/core.xml"/></Relationships>"""
_PARTS_OF_TEXT = "".join(
    f'<Relationship Type="{_RELATIONSHIPS}/{kind}" Target="{kind}.xml"/>'
    for kind in ("styles", "header", "footer")
)


def docx(body: str, **parts: str) -> bytes:
    """Return a Word file with this XML as its body; `styles`, `header` and so on are parts."""
    files = {
        "_rels/.rels": _MAIN,
        "word/document.xml": f"<w:document {_names()}><w:body>{body}</w:body></w:document>",
        "word/_rels/document.xml.rels": f"<Relationships>{_PARTS_OF_TEXT}</Relationships>",
    }
    for name, xml in parts.items():
        files[f"word/{name}.xml"] = f"<w:{name} {_names()}>{xml}</w:{name}>"
    return zipped(files)


def zipped(files: dict[str, str]) -> bytes:
    """Return a zip file with these parts."""
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in files.items():
            archive.writestr(name, text)
    return data.getvalue()


def paragraph(*runs: str, properties: str = "") -> str:
    """Return the XML of a paragraph."""
    return f"<w:p><w:pPr>{properties}</w:pPr>{''.join(runs)}</w:p>"


def run(text: str, properties: str = "") -> str:
    """Return the XML of a run of text, with its line breaks and tabs."""
    inner = escape(text, quote=False)
    for sign, tag in (("\n", "br"), ("\t", "tab")):
        inner = inner.replace(sign, f'</w:t><w:{tag}/><w:t xml:space="preserve">')
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{inner}</w:t></w:r>'


def table(*rows: tuple[str, ...]) -> str:
    """Return the XML of a table, with a paragraph in each cell."""
    lines = ("".join(f"<w:tc>{paragraph(run(cell))}</w:tc>" for cell in row) for row in rows)
    return f"<w:tbl>{''.join(f'<w:tr>{line}</w:tr>' for line in lines)}</w:tbl>"


def mail(text: str, *, html: str | None = None, **headers: str) -> EmailMessage:
    """Return a mail with a text, in HTML too if it is given."""
    message = EmailMessage()
    for name, value in {"From": "Ann Lee <ann@wire.example>", **headers}.items():
        message[name.replace("_", "-")] = value
    message.set_content(text)
    if html is not None:
        message.add_alternative(html, subtype="html")
    return message


def page(body: str, head: str = "") -> bytes:
    """Return a page in HTML."""
    return f"<!DOCTYPE html><html><head>{head}</head><body>{body}</body></html>".encode()


def _names() -> str:
    return (
        f'xmlns:w="{_W}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
        'xmlns:wps="wps" xmlns:v="v" xmlns:pic="pic"'
    )
