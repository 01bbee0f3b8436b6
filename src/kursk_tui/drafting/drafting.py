"""`draft`: from prose to a draft."""

from collections.abc import Iterator

from kursk_tui.drafting import language, layout
from kursk_tui.drafting.attributions import attributions
from kursk_tui.drafting.drafts import Draft
from kursk_tui.drafting.engine import day_of, parse_day, read_sentence, scale_id
from kursk_tui.drafting.figures import figures
from kursk_tui.drafting.items import Findings, Item
from kursk_tui.drafting.lexicon import lexicon
from kursk_tui.drafting.likelihoods import likelihoods
from kursk_tui.drafting.sentences import sentences
from kursk_tui.drafting.whens import whens


def draft(
    text: str,
    *,
    date: str | None = None,
    publisher: str | None = None,
    title: str | None = None,
    scale: str | None = None,
) -> Draft:
    """Read a text and propose what its sentences claim.

    `date` is the day of the document, as 2024-12-19; without it, a date line at the top counts.
    `scale` is phia (as without it) or icd203.

    Raises NotDraftableError with a sentence: for other languages, for what is no text or too
    long, and for a date or a scale that is none.
    """
    given, on_scale = parse_day(date), scale_id(scale)
    language.check(text)
    line = layout.date_line(text)
    today = given or day_of(text, line)
    findings = Findings()
    headings = []
    words = lexicon()
    for part in layout.parts(text, line.end if line else 0):
        if part.kind == "heading":
            headings.append(part)
            continue
        measure: str | None = None
        for start, end, _cut in sentences(text, part.start, part.end):
            reading = read_sentence(text, start, end, words)
            findings.items.append(Item("sentence", start, end, {}, f"sentence/{part.kind}", "beside"))
            whens(reading, findings, today)
            likelihoods(reading, findings, on_scale)
            seen = len(findings.items)
            figures(reading, findings, measure)
            measure = findings.items[-1].value["measure"] if len(findings.items) > seen else None
            attributions(reading, findings)
    items = tuple(sorted(findings.items, key=lambda one: (one.start, -one.end)))
    rejected = tuple(sorted(findings.rejected, key=lambda one: one.start))
    return Draft(text, items, rejected, (), tuple(findings.worded),
                 today.isoformat() if today else None, publisher, title, on_scale, line,
                 tuple(headings))
