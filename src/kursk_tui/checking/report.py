"""The findings of `check`, for people, for programs and for a GitHub workflow.

Each function `as_…` is a choice of `check --format`.
"""

import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from kursk_tui.text.cells import carets
from kursk_tui.text.sanitize import escaped, visible

Severity = Literal["error", "warning"]

_EXCERPT = 100
"""The most characters of a line that are shown."""

_BEFORE = 40
"""The characters of a longer line that are shown before the place of a finding."""


@dataclass(frozen=True, slots=True)
class Finding:
    """A finding in a file: the message, the rule that made it, and its place.

    `line` and `column` count from 1 and are 0 for a finding without a place; `path` is a JSONPath.
    """

    message: str
    rule: str
    severity: Severity = "error"
    line: int = 0
    column: int = 0
    path: str = ""


@dataclass(frozen=True)
class Checked:
    """A file that was checked, its text, and the findings in order of their place."""

    name: str
    text: str = ""
    findings: tuple[Finding, ...] = ()
    unreadable: bool = False

    def count(self, *severities: Severity) -> int:
        """Return the number of findings of these severities."""
        return sum(finding.severity in severities for finding in self.findings)

    @cached_property
    def lines(self) -> list[str]:
        """The lines of the text."""
        return self.text.split("\n")


def as_concise(checked: Sequence[Checked]) -> Iterator[str]:
    """Yield one line per finding: `file:line:column: severity: message [rule]`."""
    for file in checked:
        for finding in file.findings:
            yield _headline(file, finding)


def as_full(checked: Sequence[Checked]) -> Iterator[str]:
    """Yield each finding with its JSONPath, the line of the file, and carets below the place."""
    for file in checked:
        for finding in file.findings:
            yield _headline(file, finding)
            if finding.path:
                yield f"    at {finding.path}"
            yield from _excerpt(file, finding)


def as_json(checked: Sequence[Checked]) -> Iterator[str]:
    """Yield a JSON array of all findings, `[]` if there are none."""
    found = [
        {
            "file": file.name,
            "line": finding.line or None,
            "column": finding.column or None,
            "path": finding.path or None,
            "severity": finding.severity,
            "rule": finding.rule,
            "message": finding.message,
        }
        for file in checked
        for finding in file.findings
    ]
    yield escaped(json.dumps(found, ensure_ascii=False, indent=2))


def as_github(checked: Sequence[Checked]) -> Iterator[str]:
    """Yield one workflow command per finding, which GitHub displays at the line."""
    for file in checked:
        for finding in file.findings:
            place = f",line={finding.line},col={finding.column}" if finding.line else ""
            name = _property(file.name)
            title = _property(finding.rule)
            message = _data(
                f"{finding.message} ({finding.path})" if finding.path else finding.message
            )
            yield f"::{finding.severity} file={name}{place},title={title}::{message}"


def _headline(checked: Checked, finding: Finding) -> str:
    place = f":{finding.line}:{finding.column}" if finding.line else ""
    return f"{checked.name}{place}: {finding.severity}: {finding.message} [{finding.rule}]"


_TOKEN = re.compile(r'"(?:[^"\\]|\\.)*"?|[\w.+-]+|.')


def _excerpt(checked: Checked, finding: Finding) -> Iterator[str]:
    """Yield the line of a finding, shortened if it is long, and carets below the token there."""
    if not 0 < finding.line <= len(checked.lines):
        return
    row, at = checked.lines[finding.line - 1].rstrip("\r"), finding.column - 1
    first = at - _BEFORE if at > _EXCERPT - _BEFORE else 0
    last = first + _EXCERPT
    shown = visible(row[first:last])
    token = _TOKEN.match(row, at, last)
    end = min(token.end() if token else at + 1, last)
    before = "…" if first else ""
    after = "…" if len(row) > last else ""
    gutter = f"{finding.line:>5} | "
    excerpt = f"{before}{shown}{after}"
    offset = len(before) - first
    yield f"{gutter}{excerpt}"
    yield f"{' ' * len(gutter)}{carets(excerpt, at + offset, end + offset)}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
