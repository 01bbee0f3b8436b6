"""A briefing with a hostile text in every field, made from the fields of the model."""

import json
import re
import unicodedata
from collections.abc import Iterator
from hashlib import sha256
from typing import Any, Literal, get_args, get_origin

from pydantic.fields import FieldInfo

from kursk_tui.model import Briefing
from kursk_tui.model.record import LABEL_PATTERN, PROSE_PATTERN, Record
from kursk_tui.text.sanitize import UNSAFE

PAYLOADS = (
    "\x00\x01\x07\x08\x0b\x0c\x0e\x1b[31m\x7f tab\tline\nreturn\rend",
    "\x1b]0;title\x07\x1b]52;c;eA==\x07\x1b]8;;http://x.example\x1b\\link\x1bP+q\x1b\\",
    "\x80\x85\x90\x9b31m\x9d0;t\x9c\x9f",
    "\u202eevil\u202d\u202a\u2066in\u2067\u2068\u2069\u200e\u200f\u061c",
    "a\u200bb\u200cc\u200dd\u2060e\ufefff\u00adg\u034fh\u180ei",
    "\u2028line\u2029paragraph\u0085next",
    "\ufdd0\ufffe\uffff\U0001fffe\U0010ffff\ue000\U000e0041\U000e007f",
    "Z\u0334\u0335\u0336\u0337\u0338\u0301 👨\u200d👩\u200d👧\u200d👦 🇰🇷 1\ufe0f\u20e3 \ufdfd 𒐫",
    "국정원 漢字 Київ Łódź Ünïcödé ½ → « “ ” » ◀script▶ ﹤b﹥ │ ─",
    "<script>alert(1)</script><!-- --> ]]> &amp; &#x1b; <b onclick='x()'>\"'`",
    '"><img src=x onerror=alert(1)><svg/onload=alert(1)>',
    "</style></title></textarea></q></a><base href=//x.example>",
    "=1+1",
    "+1 @SUM(A1);=2;-3",
    "\ufe66cmd()",
    "\ufe621",
    "\ufe631",
    "\ufe6bSUM(A1)",
    "\uff1dcmd()",
    "\u200b=cmd()",
    "\u00a0\u2800\u3164\u2060@SUM(A1)",
    "x；=1，﹣2﹔@SUM(A1)",
    "x;\u200b=1;\t\ufe66\u200b2",
    "\u200b\u2060\u00ad.",
    "- item\n# head\n> quote\n1. one\n    code\n```\n***\n",
    "# head *bold* _it_ `code` ~~gone~~ $x$ [a](javascript:alert(1)) ![b](http://x.example/i)",
    "| a | b |\\| [^1]: note <http://x.example> http://x.example/a www.x.example \\",
    "[red]x[/red] [/] [@click=app.quit]q[/] \\[ $accent :smile:",
    "%0A::error::x ::set-output name=a::b",
    "'; rm -rf ~; $(reboot) `reboot` && \"",
)
"""One text for each kind of attack; every field of the briefing contains each of them."""

_UNSAFE = re.compile(f"[{UNSAFE}]")
_SPACES = re.compile(r"[\n\t]")
_LINKS = (
    "https://x.example/\"'<>",
    "https://x.example/?a=1&b='2'(c)",
    "http://x.example/\u200b\u00e9\ufffe\u3000",
)
_LINK_UNSAFE = re.compile(rf"[\s<>\"\\^`{{|}}{UNSAFE}]")


def label(payload: str) -> str:
    """Return as much of a payload as a field of one line may contain."""
    return _not_blank(_SPACES.sub("", _UNSAFE.sub("", payload)))


def prose(payload: str) -> str:
    """Return as much of a payload as a field of several lines may contain."""
    return _not_blank(_UNSAFE.sub("", payload))


def _not_blank(text: str) -> str:
    return text if any(unicodedata.category(one)[0] in "LNPS" for one in text) else f"{text}x"


class HostileBriefing:
    """A briefing with a document, a source and a claim for each payload.

    A field is filled by its type, so a new field is covered. Only fields that refer to something
    have a value by name.
    """

    def __init__(self, payloads: tuple[str, ...] = PAYLOADS) -> None:
        self.payloads = payloads
        self.filled: set[tuple[str, str]] = set()
        """The fields that contain payloads, by record and name."""

    def raw(self) -> dict[str, Any]:
        """Return the briefing as the data of its file."""
        numbers = range(len(self.payloads))
        lists: dict[str, list[Any]] = {"documents": [], "sources": [], "claims": []}
        for name, found in lists.items():
            kind = record_in(Briefing.model_fields[name].annotation)
            assert kind is not None
            found += [self._record(kind, number) for number in numbers]
        title = " ".join(map(label, self.payloads))
        handling = {"tlp": "RED", "licence": title}
        self.filled.add(("Handling", "licence"))
        about = {"format": "kursk-tui/1", "status": "draft", "title": title, "handling": handling}
        return {**about, **lists}

    def _record(self, kind: type[Record], number: int) -> dict[str, Any]:
        payload = self.payloads[number]
        fixed = _fixed(kind.__name__, payload, number, self.payloads[number - 1])
        values = {}
        for name, field in kind.__pydantic_fields__.items():
            value = fixed[name] if name in fixed else self._value(kind, name, field, number)
            if value is not None:
                values[name] = value
        return values

    def _value(self, kind: type[Record], name: str, field: FieldInfo, number: int) -> Any:
        payload = self.payloads[number]
        inner = record_in(field.annotation)
        many = get_origin(field.annotation) is tuple
        if inner is not None:
            value: Any = self._record(inner, number)
        else:
            patterns = [
                pattern
                for one in (*field.metadata, *metadata_of(field.annotation))
                if (pattern := getattr(one, "pattern", None))
            ]
            if LABEL_PATTERN in patterns:
                value = label(payload)
            elif PROSE_PATTERN in patterns:
                value = prose(payload)
            elif (choices := _choices(field.annotation)) is not None:
                return choices[0]
            else:
                raise AssertionError(f"give {kind.__name__}.{name} a value in `_fixed`")
            self.filled.add((kind.__name__, name))
        return [value] if many else value


def _fixed(kind: str, payload: str, number: int, before: str) -> dict[str, Any]:
    """Return the fields of a record that a type alone does not determine; None leaves one out.

    `before` are the words of the figure in the claim before.
    """
    words = payload
    link = _LINK_UNSAFE.sub("", _LINKS[number % len(_LINKS)])
    match kind:
        case "Document":
            digest = sha256(words.encode()).hexdigest()
            return {
                "id": f"d{number}",
                "text": words,
                "sha256": digest,
                "url": link,
                "date": "2024",
                "acquired": "2024",
            }
        case "Extraction":
            return {"sha256": "0" * 64, "media_type": "application/pdf"}
        case "Selector":
            return {"start": 0, "end": len(words), "exact": words, "prefix": "", "suffix": ""}
        case "Source":
            return {"id": f"s{number}", "country": "KR", "url": link}
        case "Claim":
            kinds = ("reported", "judgement", "context")
            return {
                "id": f"c{number}",
                "document": f"d{number}",
                "kind": kinds[number % 3],
                "credibility": 2,
            }
        case "Attribution":
            chain = [f"s{number}", f"s{number - 1}"] if number % 2 else [f"s{number}"]
            about = {"words": words, "start": 0, "stance": "asserts"}
            return {"chain": chain, "further": [[f"s{(number + 1) % 30}"]], **about}
        case "StatementRelation":
            return {"words": words, "start": 0}
        case "OtherStatement":
            return {"source": f"s{number}", "claim": "c1", "figure": words}
        case "External":
            return {"chain": [f"s{number}"], "url": link}
        case "Figure":
            related = {} if number else {"relations": None}
            about = {"covers": "2024", "preliminary": True, "best": None, "categories": None}
            about |= {"basis": "coded", "event": f"e{number}", **related}
            return {"measure": "killed", "words": words, "start": 0, "values": [number], **about}
        case "FigureRelation":
            return {"words": before, "start": 0, "claim": f"c{number - 1}"}
        case "Likelihood":
            return {"term": "likely", "scale": "phia-2025", "words": words, "start": 0}
        case "When":
            return {"edtf": "2024", "words": words, "start": 0, "resolved": None, "bound": None}
        case "Proposal":
            return {
                "kind": "figure",
                "start": 0,
                "end": len(words),
                "evidence": [],
                "tier": "guess",
            }
        case "OpenNumber":
            span = {"start": 0, "end": len(words), "words": words}
            return {**span, "measures": ["killed"], "decision": None}
        case "LostRelation":
            return {"claim": f"c{number}", "start": 0, "to": 0}
        case "Review":
            return {"decision": ("accepted", "rejected", None)[number % 3]}
    return {}


def record_in(annotation: object) -> type[Record] | None:
    """Return the record that a field has, or has a list of; None for other fields."""
    if isinstance(annotation, type) and issubclass(annotation, Record):
        return annotation
    return next(filter(None, map(record_in, get_args(annotation))), None)


def metadata_of(annotation: object) -> Iterator[object]:
    """Yield the constraints of a field, and those of its items."""
    yield from getattr(annotation, "__metadata__", ())
    for one in get_args(annotation):
        yield from metadata_of(one)


def _choices(annotation: object) -> tuple[Any, ...] | None:
    if get_origin(annotation) is Literal:
        return get_args(annotation)
    return next(filter(None, map(_choices, get_args(annotation))), None)


def hostile_raw() -> dict[str, Any]:
    """Return a valid briefing with every payload in every field."""
    return HostileBriefing().raw()


def as_file(raw: object) -> bytes:
    """Return data as the bytes of a file."""
    return json.dumps(raw, ensure_ascii=False, indent=1).encode()


def invalid_raw() -> Any:
    """Return a briefing with unaltered payloads in every text and as a field, which is invalid."""
    return _spoiled(hostile_raw(), iter(PAYLOADS * 1000))


def _spoiled(value: Any, payloads: Iterator[str]) -> Any:
    match value:
        case str():
            return next(payloads)
        case list():
            return [_spoiled(one, payloads) for one in value]
        case dict():
            spoiled = {name: _spoiled(one, payloads) for name, one in value.items()}
            return {**spoiled, next(payloads): next(payloads)}
    return value


def hostile_prose() -> bytes:
    """Return prose with every payload between findings, sources and rejected numbers."""
    sentences = (
        f"The {payload} army said on 4 May that at least {number}{payload} soldiers were killed "
        f"in {payload}, and it is highly likely {payload} that 1.5{payload} more fled.\n\n"
        for number, payload in enumerate(PAYLOADS, 40)
    )
    return "".join(sentences).replace("\x00", "").encode()  # a text with NUL is refused
