"""`Draft`: the findings of a text, and the forms in which they leave the package."""

from dataclasses import dataclass

from kursk_tui.drafting.findings import Finding, Rejection
from kursk_tui.drafting.output import explanation
from kursk_tui.drafting.output.entries import BriefingFile, Explained
from kursk_tui.drafting.text_findings import TextFindings


@dataclass(frozen=True, slots=True)
class Draft:
    """What was read from a text, for the analyst to judge."""

    findings: TextFindings

    @property
    def text(self) -> str:
        """The text that was read."""
        return self.findings.text

    @property
    def date(self) -> str | None:
        """The date of the document as YYYY-MM-DD, if it is known."""
        return self.findings.date

    @property
    def remarks(self) -> tuple[str, ...]:
        """Sentences about the text as a whole, for example that it is written in capitals."""
        return self.findings.remarks

    @property
    def items(self) -> list[Finding]:
        """Sentences, figures, likelihoods, dates and sources in the order of the text."""
        return self.findings.items

    @property
    def rejected(self) -> tuple[Rejection, ...]:
        """Numbers and words that resemble findings, each with the reason why it is not one."""
        return self.findings.rejections

    def explained(self) -> Explained:
        """Return every finding and every rejection as data, in the order of the text."""
        return explanation.data(self.findings)

    def explain_lines(self) -> list[str]:
        """Return the same as text, one line each, after the remarks."""
        return [*(f"note: {remark}" for remark in self.remarks), *explanation.lines(self.findings)]

    def briefing(self) -> BriefingFile:
        """Return the briefing file of the draft as data, with the status "draft".

        Only this method imports the model, and with it pydantic.
        """
        from kursk_tui.drafting.output.build import build

        return build(self.findings)
