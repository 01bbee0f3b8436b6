"""`draft`: from prose to a draft."""

import datetime

from kursk_tui.drafting import language, layout
from kursk_tui.drafting.annotate import annotate, day_of, parse_day
from kursk_tui.drafting.attribution.attribution_items import attributions
from kursk_tui.drafting.attribution.denials import deny
from kursk_tui.drafting.attribution.pronouns import resolve
from kursk_tui.drafting.claim_kind import kind_of
from kursk_tui.drafting.dates.date_items import whens
from kursk_tui.drafting.draft import Draft
from kursk_tui.drafting.figures.figure_items import figures
from kursk_tui.drafting.findings import Findings, Item
from kursk_tui.drafting.ledger import close
from kursk_tui.drafting.likelihood.likelihood_items import likelihoods
from kursk_tui.drafting.likelihood.scales import scale_of
from kursk_tui.drafting.warnings import only_certain, remarks
from kursk_tui.drafting.worded import wordings
from kursk_tui.english.sentences import sentences


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
    `scale` is phia or icd203; without it, the one that the text names, or else phia.

    Raises NotDraftableError with a sentence: for other languages, for what is no text or too
    long, and for a date or a scale that is none.
    """
    given = parse_day(date)
    on_scale, scale_stated = scale_of(text, scale)
    language.check(text)
    line = layout.date_line(text)
    today = given or day_of(text, line)
    parts = list(layout.parts(text, line.end if line else 0))
    findings = Findings()
    cut = False
    for part in parts:
        if part.kind != "heading":
            cut = _read(text, part, findings, today, on_scale) or cut
    said = remarks(text, today, cut=cut)
    if said.certain_only:
        only_certain(findings)
    headings = tuple(part for part in parts if part.kind == "heading")
    close(text, findings, line, headings)
    items = sorted(resolve(findings.items), key=lambda one: (one.start, -one.end))
    rejected = sorted(findings.rejected, key=lambda one: (one.start, one.end))
    return Draft(
        text=text,
        items=tuple(items),
        rejected=tuple(rejected),
        remarks=said.sentences,
        worded=tuple(findings.worded),
        date=today.isoformat() if today else None,
        publisher=publisher,
        title=title,
        scale=on_scale,
        scale_stated=scale_stated,
        date_line=line,
        headings=headings,
    )


def _read(
    text: str, part: layout.Part, findings: Findings, today: datetime.date | None, scale: str
) -> bool:
    """Read the sentences of a part; return whether one was cut for its length."""
    measure: str | None = None
    any_cut = False
    for start, end, cut in sentences(text, part.start, part.end):
        any_cut = any_cut or cut
        reading = annotate(text, start, end)
        first = len(findings.items)
        figures(reading, findings, measure)
        found = findings.items[first:]
        measure = found[-1].value["measure"] if found else None
        whens(reading, findings, today)
        likelihoods(reading, findings, scale)
        attributions(reading, findings)
        deny(text, findings.items, first, start, end)
        wordings(reading, findings)
        kind, rule, tier = kind_of(reading, findings.items[first:])
        value = {"kind": kind, "part": part.kind}
        findings.items.append(Item("sentence", start, end, value, rule, tier))
    return any_cut
