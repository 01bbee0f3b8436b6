"""A draft: what was read from a text, what was set aside, and how both are told."""

from dataclasses import dataclass, field
from typing import Any

from kursk_tui.drafting.findings import Item, Rejection, Worded
from kursk_tui.drafting.layout import Part
from kursk_tui.drafting.output import explanation


@dataclass(frozen=True, slots=True)
class Draft:
    """What was read from a text, to be judged by the analyst.

    `remarks` are sentences about the text as a whole, such as that it is written in capitals.
    """

    text: str
    items: tuple[Item, ...]
    rejected: tuple[Rejection, ...]
    remarks: tuple[str, ...] = ()
    worded: tuple[Worded, ...] = ()
    date: str | None = None
    publisher: str | None = None
    title: str | None = None
    scale: str = "phia-2025"
    date_line: Part | None = None
    headings: tuple[Part, ...] = field(default=())
    scale_stated: bool = False

    def explained(self) -> dict[str, Any]:
        """Return every item and every rejection as data, in the order of the text."""
        return {
            "items": [self._item(item) for item in self.items],
            "rejected": [
                {
                    "start": one.start,
                    "end": one.end,
                    "text": self.text[one.start : one.end],
                    "reason": one.reason,
                }
                for one in self.rejected
            ],
        }

    def explain_lines(self) -> list[str]:
        """Return the same for people, a line each, after the remarks."""
        remarks = [f"note: {remark}" for remark in self.remarks]
        return [*remarks, *explanation.lines(self.text, self.items, self.rejected)]

    def briefing(self) -> dict[str, Any]:
        """Return the briefing file of the draft as data, its status "draft".

        It is validated as any other file is; pydantic is imported only here.
        """
        from kursk_tui.drafting.output.build import build

        return build(self)

    def _item(self, item: Item) -> dict[str, Any]:
        return {
            "kind": item.kind,
            "start": item.start,
            "end": item.end,
            "text": self.text[item.start : item.end],
            "value": item.value,
            "rule": item.rule,
            "tier": item.tier,
            "flags": list(item.flags),
        }
