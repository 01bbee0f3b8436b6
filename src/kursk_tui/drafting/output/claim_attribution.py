"""The sources of a sentence as the attribution of its claim."""

from dataclasses import replace

from kursk_tui.drafting.attribution.chains import chained, outside_quotations
from kursk_tui.drafting.attribution.known_names import AUTHOR
from kursk_tui.drafting.attribution.same_sources import AMBIGUOUS
from kursk_tui.drafting.findings import AttributionFinding
from kursk_tui.drafting.output.entries import AttributionEntry, add_words
from kursk_tui.drafting.output.source_registry import Registry
from kursk_tui.drafting.text_findings import SentenceFindings
from kursk_tui.english.function_words import OBJECT_PRONOUNS, PRONOUNS
from kursk_tui.english.summaries import one_line
from kursk_tui.vocabulary import Stance

_UNNAMED = PRONOUNS | OBJECT_PRONOUNS.keys() | {"we", "our", "my"}


class ClaimAttribution:
    """Builds the attribution of a claim; its note is what it cannot express otherwise."""

    def __init__(self, text: str, found: SentenceFindings) -> None:
        self._text, self._found = text, found
        speaking = outside_quotations(found.attributions)
        self._attributions = in_order = speaking or found.attributions
        self._chain = chained(text, in_order) if in_order else []
        named = {one.source for one in self._chain if not one.inferred}
        self._chain = [
            one for one in self._chain if not (one.inferred and one.source in named)
        ]  # "a nurse said she had counted 19"
        if found.speaker is not None:
            inner = (one for one in self._chain if one.source and one.stance != "unsourced")
            self._chain = [*inner, found.speaker]
        self._notes: list[str] = []

    def data(self, registry: Registry) -> AttributionEntry | None:
        """Return the attribution as the file has it, or None if there is no source."""
        if not self._chain:
            return None
        origin = self._chain[0]
        self._note_others(origin)
        stance = self._stance(origin)
        named = [one for one in self._chain if one.source and not self._is_unresolved(one)]
        if stance == "unsourced":
            named = []  # "reports" and "rumours" name no source
        entry: AttributionEntry = {}
        if named:
            ids = dict.fromkeys(registry.entry(one.source or "").id for one in named)
            entry["chain"] = [*ids]
            entry["basis"] = "inferred" if any(one.inferred for one in named) else "stated"
        if named or stance in ("unverified", "unsourced"):
            entry["stance"] = stance
        if origin is not self._found.speaker:
            add_words(entry, self._text, self._found.sentence, *origin.span_with_cue)
        if self._notes:
            entry["note"] = " ".join(self._notes)
        return entry

    def origin(self) -> AttributionFinding | None:
        """Return the origin with the stance that the file states for the claim, or None."""
        if not self._chain:
            return None
        return replace(self._chain[0], stance=self._stance(self._chain[0]))

    def _note_others(self, origin: AttributionFinding) -> None:
        for other in self._attributions:
            if other not in self._chain and other.source != origin.source:
                words = one_line(self._text[other.start : other.end])
                self._notes.append(f"Another source in the sentence: “{words}”.")

    def _stance(self, origin: AttributionFinding) -> Stance:
        """Return the stance of the chain: a denial anywhere in it counts for the whole."""
        denied = any(one.stance == "denies" for one in self._chain)
        stance = "denies" if denied else origin.stance
        if denied and (cue := self._partial_denial()) is not None:
            if any(figure.modality == "asserted" for figure in self._found.figures):
                stance = "asserts"
            self._notes.append(f"“{cue}” applies only to part of the sentence.")
        return stance

    def _partial_denial(self) -> str | None:
        """Return the cue of a denial after which the same speaker asserts something."""
        for one in self._chain:
            if one.resumes_at is not None and one.resumes_at < self._found.sentence.end:
                return one.cue
        return None

    def _is_unresolved(self, item: AttributionFinding) -> bool:
        """Return whether a source is a pronoun without a name before it; add a note if so."""
        if (item.source or "").lower() not in _UNNAMED:
            return False
        if AUTHOR in item.flags:
            self._notes.append(f"“{item.source}” is the author; the publisher is not known.")
        elif AMBIGUOUS in item.flags:
            self._notes.append(f"“{item.source}” may be any of several people named before.")
        else:
            self._notes.append(f"Nothing before this identifies “{item.source}”.")
        return True
