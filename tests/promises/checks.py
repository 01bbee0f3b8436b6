"""What every output must be, checked without the code of the program."""

import csv
import io
import json
import re
import unicodedata
from collections.abc import Iterator
from html.parser import HTMLParser
from typing import Any
from xml.etree import ElementTree as ET

from markdown_it import MarkdownIt
from markdown_it.token import Token
from mdit_py_plugins.footnote import footnote_plugin

_BIDI = "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
_MARKDOWN = MarkdownIt("commonmark").enable(["table", "strikethrough"]).use(footnote_plugin)
_BARE_LINK = re.compile(r"(?<!\\)://|\bwww\.")


def unsafe_characters(text: str) -> set[str]:
    """Return the characters of an output that must not reach a terminal, nor be in XML."""
    return {character for character in set(text) - {"\n"} if _is_unsafe(character)}


def _is_unsafe(character: str) -> bool:
    code = ord(character)
    noncharacter = code & 0xFFFE == 0xFFFE or 0xFDD0 <= code <= 0xFDEF
    return (
        unicodedata.category(character) in ("Cc", "Cs", "Zl", "Zp")
        or noncharacter
        or character in _BIDI
        or code == 0xFEFF
    )


def check_json(text: str) -> Any:
    """Check that a text is JSON for every reader, written in one way; return the value."""
    value = json.loads(text, parse_constant=_refuse, object_pairs_hook=_unique)
    written = json.dumps(value, ensure_ascii=text.isascii(), indent=2) + "\n"
    assert "".join(map(_json_escape, written)) == text
    return value


def _refuse(constant: str) -> None:
    raise AssertionError(f"{constant} is not JSON")


def _unique(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    assert len({name for name, _ in pairs}) == len(pairs)
    return dict(pairs)


def _json_escape(character: str) -> str:
    if character == "\n" or not _is_unsafe(character):
        return character
    return f"\\u{ord(character):04x}" if character <= "\uffff" else json.dumps(character)[1:-1]


def check_csv(text: str) -> list[dict[str, str]]:
    """Check that a table can be read and contains no formula; return its rows."""
    first, *others = rows = list(csv.reader(io.StringIO(text, newline=""), strict=True))
    assert all(len(row) == len(first) for row in others)
    again = io.StringIO()
    csv.writer(again, lineterminator="\n").writerows(rows)
    assert again.getvalue() == text
    for cell in (cell for row in others for cell in row):
        for part in re.split("[;\n\t\u037e\ufe54\uff1b\ufe10\ufe50\uff0c]", cell):
            assert not _begins_formula(part), cell
        assert cell == "" or any(map(_has_glyph, cell)), f"{cell!r} shows as nothing"
    return [dict(zip(first, row, strict=True)) for row in others]


def _begins_formula(part: str) -> bool:
    shown = "".join(filter(_has_glyph, unicodedata.normalize("NFKC", part)))
    return shown.startswith(("=", "+", "-", "@")) and not part.isdecimal()


def _has_glyph(character: str) -> bool:
    blank = "\u2800\u3164\u115f\u1160\uffa0"
    return unicodedata.category(character)[0] not in "CZM" and character not in blank


def check_markdown(text: str, figures: int) -> None:
    """Check that a report has the structure of the program and none of the data's."""
    tokens = list(_flat(_MARKDOWN.parse(text)))
    kinds = {token.type for token in tokens}
    assert not kinds & {
        *("html_block", "html_inline", "image", "link_open", "code_inline", "code_block", "fence"),
        *("blockquote_open", "ordered_list_open", "hr", "s_open", "softbreak", "hardbreak"),
    }
    assert [token.tag for token in tokens if token.type == "heading_open"].count("h1") == 1
    rows = sum(token.type == "tr_open" for token in tokens)
    assert rows == (figures + 1 if figures else 0)
    assert not _BARE_LINK.search(text), "GitHub makes a link of this"
    depths = [token.level for token in tokens if token.type == "bullet_list_open"]
    assert set(depths) <= {0}


def _flat(tokens: list[Token]) -> Iterator[Token]:
    for token in tokens:
        yield token
        yield from _flat(token.children or [])


_ELEMENTS = {
    *("html", "head", "meta", "title", "style", "body", "header", "nav", "section", "div"),
    *("article", "h1", "h2", "h3", "p", "blockquote", "table", "thead", "tr", "th", "tbody", "td"),
    *("ol", "ul", "li", "dl", "dt", "dd", "a", "b", "code", "i", "mark", "q", "span", "strong"),
    *("del", "ins", "details", "summary"),
    *("svg", "defs", "g", "path", "line", "rect", "circle", "text", "use"),
}
_ATTRIBUTES = {
    *("charset", "class", "content", "dir", "href", "http-equiv", "id", "lang", "name", "rel"),
    *("role", "scope", "tabindex", "width", "height", "x", "y", "x1", "x2", "y1", "y2"),
    *("cy", "d", "open", "r", "text-anchor"),
}


class _Page(HTMLParser):
    """Parses a page strictly: tags are closed in order, and nothing is left to be guessed."""

    def __init__(self, text: str) -> None:
        super().__init__(convert_charrefs=False)
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.shown: list[str] = []
        self._open: list[str] = []
        self.feed(text)
        assert self.rawdata == "", "the page ends within a tag"
        assert self._open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Record a tag with its attributes, which must be quoted, unique and known."""
        assert len(dict(attrs)) == len(attrs)
        assert tag in _ELEMENTS
        assert all(name in _ATTRIBUTES or name.startswith("aria-") for name, _ in attrs)
        self.elements.append((tag, dict(attrs)))
        if tag != "meta":
            self._open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        """Check that this closes the innermost tag."""
        assert self._open.pop() == tag

    def handle_data(self, data: str) -> None:
        """Record text, in which the signs of markup are escaped."""
        assert not set(data) & (set("<&") if self._open[-1:] == ["style"] else set("<&>"))
        self.shown.append(data)

    def handle_charref(self, name: str) -> None:
        """Record a character, which must be allowed."""
        code = int(name[1:], 16) if name[0] in "xX" else int(name)
        assert not _is_unsafe(chr(code))

    def handle_entityref(self, name: str) -> None:
        """Check that an entity is one that XML has too."""
        assert name in ("lt", "gt", "amp", "quot")

    def handle_decl(self, decl: str) -> None:
        """Check the document type, which comes first."""
        assert (decl, self.elements) == ("doctype html", [])

    def handle_comment(self, data: str) -> None:
        """Refuse comments, which the program does not write."""
        raise AssertionError(data)

    handle_pi = unknown_decl = handle_comment


def check_html(text: str) -> None:
    """Check that a page is well-formed, runs nothing, loads nothing, and links to the web only."""
    page = _Page(text)
    assert '<meta charset="utf-8">' in text[:1024]
    attributes = [values for _, values in page.elements]
    ids = [values["id"] or "" for values in attributes if "id" in values]
    assert len(set(ids)) == len(ids)
    assert all(re.fullmatch(r"\S+", one) for one in ids)
    for values in attributes:
        link = values.get("href") or "#timeline"
        assert re.match(r"https?://[^\s\"<>]+$", link) or link.removeprefix("#") in ids
    for tag in ("title", "h1", "h2", "h3", "th", "dt"):
        assert not re.search(rf"<{tag}[^>]*>\s*</{tag}>", text)


def check_svg(text: str) -> None:
    """Check that an image is well-formed XML that runs and loads nothing."""
    assert not re.search(r"@import|url\((?!#)", text)
    for element in ET.fromstring(text).iter():
        name = element.tag.rpartition("}")[2]
        assert name in _OF_IMAGES
        assert not any(one.startswith("on") for one in element.attrib)
        links = (value for one, value in element.attrib.items() if "href" in one)
        assert all(value.startswith("#") for value in links)


_OF_IMAGES = {
    *("svg", "title", "style", "defs", "clipPath", "rect", "g", "text", "circle"),
    *("line", "path", "use"),
}
