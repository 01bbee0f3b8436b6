"""The styles of a Word file, as far as they decide which words are read."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple
from xml.etree.ElementTree import Element

from kursk_tui.documents.docx_package import descend

_OFF = ("0", "false", "off", "none")
_LONGEST_CHAIN = 20
_NO_LIST = "0"


class Look(NamedTuple):
    """What the style of words says about them; None where it says nothing."""

    hidden: bool | None = None
    struck: bool | None = None
    raised: bool | None = None


class Style(NamedTuple):
    """A style by itself, without what it takes over from the style that it is based on."""

    parent: str | None
    look: Look
    in_list: bool | None
    heading: bool


class Styles:
    """The styles of a Word file by their ids."""

    def __init__(self, root: Element | None) -> None:
        found = root.iter("w:style") if root is not None else ()
        self._styles = {one.get("styleId", ""): _style(one) for one in found}

    def look(self, run: Element | None, paragraph: Element | None) -> Look:
        """Return how words look, by the properties of their run and of their paragraph."""
        own = look_of(run)
        styles = [self._looks(_value(run, "w:rStyle")), self._looks(_value(paragraph, "w:pStyle"))]
        # A property of this kind that two styles switch on is off; what the run says comes first.
        return Look(
            own.hidden if own.hidden is not None else sum(bool(x.hidden) for x in styles) == 1,
            own.struck if own.struck is not None else sum(bool(x.struck) for x in styles) == 1,
            own.raised if own.raised is not None else any(x.raised for x in styles),
        )

    def in_list(self, paragraph: Element | None) -> bool:
        """Return whether a paragraph is an item of a list, and not a heading with a number."""
        chain = list(self._chain(_value(paragraph, "w:pStyle")))
        if _is_heading(paragraph) or any(one.heading for one in chain):
            return False
        return bool(_first([_in_list(paragraph), *(one.in_list for one in chain)]))

    def _looks(self, name: str | None) -> Look:
        looks = [one.look for one in self._chain(name)]
        return Look(
            _first(one.hidden for one in looks),
            _first(one.struck for one in looks),
            _first(one.raised for one in looks),
        )

    def _chain(self, name: str | None) -> Iterator[Style]:
        for _ in range(_LONGEST_CHAIN):
            style = self._styles.get(name or "")
            if style is None:
                return
            yield style
            name = style.parent


def look_of(properties: Element | None) -> Look:
    """Return what the properties of a run say."""
    if properties is None:
        return Look()
    strikes = [_switch(properties, "w:strike"), _switch(properties, "w:dstrike")]
    struck = True if True in strikes else _first(strikes)
    place = _value(properties, "w:vertAlign")
    raised = None if place is None else place == "superscript"
    return Look(_switch(properties, "w:vanish"), struck, raised)


def _style(style: Element) -> Style:
    paragraph = style.find("w:pPr")
    name = (_value(style, "w:name") or "").lower()
    return Style(
        parent=_value(style, "w:basedOn"),
        look=look_of(style.find("w:rPr")),
        in_list=_in_list(paragraph),
        heading=name.startswith("heading") or name == "title" or _is_heading(paragraph),
    )


def _is_heading(paragraph: Element | None) -> bool:
    level = _value(paragraph, "w:outlineLvl")
    return level is not None and level != "9"


def _in_list(paragraph: Element | None) -> bool | None:
    number = descend(paragraph, "w:numPr", "w:numId")
    return None if number is None else number.get("val") != _NO_LIST


def _value(properties: Element | None, name: str) -> str | None:
    found = descend(properties, name)
    return found.get("val") if found is not None else None


def _first(values: Iterable[bool | None]) -> bool | None:
    return next((value for value in values if value is not None), None)


def _switch(properties: Element, name: str) -> bool | None:
    found = properties.find(name)
    return None if found is None else found.get("val", "true").lower() not in _OFF
