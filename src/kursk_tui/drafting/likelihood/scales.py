"""The scale that words of likelihood are read on."""

import re

from kursk_tui.drafting.errors import NotDraftableError

_IDS = {"phia": "phia-2025", "icd203": "icd-203", "phia-2025": "phia-2025", "icd-203": "icd-203"}
_NAMES = {
    "phia-2025": re.compile(
        r"\bPHIA\b|\bProfessional Head of Intelligence Assessment\b"
        r"|\b[Pp]robability [Yy]ardstick\b"
    ),
    "icd-203": re.compile(r"\bICD[ -]?203\b|\bIntelligence Community Directive (?:\(ICD\) )?203\b"),
}


def scale_of(text: str, asked: str | None) -> tuple[str, bool]:
    """Return the id of the scale, and whether the text itself names it and no other.

    What the caller asks for counts first, then what the text names, then PHIA.
    """
    if asked is not None and asked not in _IDS:
        raise NotDraftableError(f"there is no scale “{asked}”; it can be phia or icd203")
    named = [scale for scale, name in _NAMES.items() if name.search(text)]
    stated = named[0] if len(named) == 1 else None
    scale = _IDS[asked] if asked is not None else stated or "phia-2025"
    return scale, scale == stated
