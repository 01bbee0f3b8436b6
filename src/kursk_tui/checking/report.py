"""What `check` found, for people, for programs and for a GitHub workflow."""

import json
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from kursk_tui.text.cells import width_in_cells
from kursk_tui.text.sanitize import escaped, visible

Severity = Literal["error", "warning"]

_WIDEST = 100
_AHEAD = 40


@dataclass(frozen=True, slots=True)
class Finding:
    """Something found in a file: a sentence, the rule behind it, and where it is.

    Line and column are from 1, or 0 where there is no place.
    """

    message: str
    rule: str
    severity: Severity = "error"
    line: int = 0
    column: int = 0
    path: str = ""


@dataclass(frozen=True)
class Checked:
    """A file, its text, and what was found in it, in order."""

    name: str
    text: str = ""
    findings: tuple[Finding, ...] = ()
    unreadable: bool = False

    def count(self, *severities: Severity) -> int:
        """Return how many findings are of these severities."""
        return sum(one.severity in severities for one in self.findings)

    @cached_property
    def lines(self) -> list[str]:
        """The lines of the text."""
        return self.text.split("\n")


def concise(checked: Sequence[Checked]) -> Iterator[str]:
    """Yield a line a finding: `file:line:column: severity: sentence [rule]`."""
    for one in checked:
        for finding in one.findings:
            yield _headline(one, finding)


def full(checked: Sequence[Checked]) -> Iterator[str]:
    """Yield each finding with its JSON path, the line of the file, and a caret below the place."""
    for one in checked:
        for finding in one.findings:
            yield _headline(one, finding)
            if finding.path:
                yield f"    at {finding.path}"
            yield from _excerpt(one, finding)


def as_json(checked: Sequence[Checked]) -> Iterator[str]:
    """Yield one JSON array of all findings, `[]` if there are none."""
    found = [
        {
            "file": one.name,
            "line": finding.line or None,
            "column": finding.column or None,
            "path": finding.path or None,
            "severity": finding.severity,
            "rule": finding.rule,
            "message": finding.message,
        }
        for one in checked
        for finding in one.findings
    ]
    yield escaped(json.dumps(found, ensure_ascii=False, indent=2))


def github(checked: Sequence[Checked]) -> Iterator[str]:
    """Yield a workflow command a finding, which GitHub shows beside the line."""
    for one in checked:
        for finding in one.findings:
            place = f",line={finding.line},col={finding.column}" if finding.line else ""
            name = _property(one.name)
            title = _property(finding.rule)
            message = _data(
                f"{finding.message} ({finding.path})" if finding.path else finding.message
            )
            yield f"::{finding.severity} file={name}{place},title={title}::{message}"


FORMATS: dict[str, Callable[[Sequence[Checked]], Iterator[str]]] = {
    "full": full,
    "concise": concise,
    "json": as_json,
    "github": github,
}
"""How findings can be written, by name."""


def _headline(checked: Checked, finding: Finding) -> str:
    place = f":{finding.line}:{finding.column}" if finding.line else ""
    return f"{checked.name}{place}: {finding.severity}: {finding.message} [{finding.rule}]"


_TOKEN = re.compile(r'"(?:[^"\\]|\\.)*"?|[\w.+-]+|.')


def _excerpt(checked: Checked, finding: Finding) -> Iterator[str]:
    """Yield the line of a finding, cut where it is long, and carets below what it is about."""
    if not 0 < finding.line <= len(checked.lines):
        return
    row, at = checked.lines[finding.line - 1].rstrip("\r"), finding.column - 1
    first = at - _AHEAD if at > _WIDEST - _AHEAD else 0
    last = first + _WIDEST
    shown = visible(row[first:last])
    token = _TOKEN.match(row, at)
    end = min(token.end() if token else at + 1, last)
    before = "…" if first else ""
    after = "…" if len(row) > last else ""
    gutter = f"{finding.line:>5} | "
    indent = width_in_cells(before + shown[: at - first])
    carets = "^" * max(1, width_in_cells(shown[at - first : end - first]))
    yield f"{gutter}{before}{shown}{after}"
    yield f"{' ' * len(gutter)}{' ' * indent}{carets}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
