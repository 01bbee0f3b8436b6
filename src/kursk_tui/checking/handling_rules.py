"""Rules about handling: the labels that the documents themselves carry."""

import re
from typing import get_args

from kursk_tui.checking.caution import Caution, Cautions
from kursk_tui.model import Briefing
from kursk_tui.model.handling import strictest
from kursk_tui.vocabulary import Tlp

_LABEL = re.compile(r"\bTLP[:\s-]\s?(CLEAR|WHITE|GREEN|AMBER\+STRICT|AMBER|RED)(?![A-Z+])")
_LABELS: dict[str, Tlp] = {**{label: label for label in get_args(Tlp)}, "WHITE": "CLEAR"}
"""The labels by the words for them; version 1.0 has another word for CLEAR."""


def handling_less_strict(briefing: Briefing) -> Cautions:
    """Find documents with a label that is stricter than that of the briefing."""
    stated = briefing.handling.tlp if briefing.handling is not None else None
    for index, document in enumerate(briefing.documents):
        found = strictest(_LABELS[match[1]] for match in _LABEL.finditer(document.text))
        if found is not None and strictest((stated, found)) != stated:
            now = f"TLP:{stated}" if stated is not None else "without a label"
            message = f"the text says TLP:{found}, but the briefing is {now}"
            yield Caution(("documents", index, "text"), "handling-less-strict", message)
