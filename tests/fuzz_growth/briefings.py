"""Briefings with one huge thing each: a text, a list, a number or a depth, in every place."""

from collections.abc import Callable, Iterable
from hashlib import sha256
from typing import Any

from kursk_tui.model.limits import MAX_CHAIN, MAX_PARTS, MAX_TEXT
from kursk_tui.text.invisible import is_blank

Raw = dict[str, Any]
Make = Callable[[int], Raw]


def briefing(text: str = "Ann says 40 fell.", *claims: Raw, **more: Any) -> Raw:
    """Return a briefing with one document; without claims, it gets one of the whole text."""
    return {
        "format": "kursk-tui/1",
        "title": "Growth",
        "documents": [document(text)],
        "sources": [{"id": "ann", "name": "Ann"}],
        "claims": list(claims) or [claim(text)],
        **more,
    }


def document(text: str, **more: Any) -> Raw:
    """Return a document."""
    return {"id": "doc", "text": text, "sha256": sha256(text.encode()).hexdigest(), **more}


def claim(words: str = "Ann says 40 fell.", **more: Any) -> Raw:
    """Return a claim at the beginning of the document."""
    return {
        "id": "c1",
        "document": "doc",
        "kind": "reported",
        "summary": "Forty fell",
        "evidence": span(words),
        **more,
    }


def span(words: str, start: int = 0) -> Raw:
    """Return a span of the document."""
    return {"start": start, "end": start + len(words), "exact": words}


def figure(**more: Any) -> Raw:
    """Return a figure of the usual claim."""
    return {"measure": "killed", "words": "40", "qualifier": "exactly", "values": [40], **more}


def likelihood(words: str = "likely", **more: Any) -> Raw:
    """Return a likelihood."""
    about = {"scale": "phia-2025", "scale_basis": "inferred", "term": "likely"}
    return {**about, "words": words, **more}


def sources(count: int) -> list[Raw]:
    """Return sources named s0, s1 and so on."""
    return [{"id": f"s{number}", "name": f"Source {number}"} for number in range(count)]


def many_words(count: int) -> tuple[str, list[int]]:
    """Return a text with a number of sentences, and the start of each."""
    return "Ten fell. " * count, [10 * number for number in range(count)]


def _of_claim(field: str, item: Callable[[int], Any], text: str = "Ann says 40 fell.") -> Make:
    def make(size: int) -> Raw:
        return briefing(text, claim(text, **{field: [item(number) for number in range(size)]}))

    return make


def _chain(size: int) -> Raw:
    chain = [f"s{number}" for number in range(size)]
    attribution = {"chain": chain, "basis": "stated"}
    return briefing("Ann says 40 fell.", claim(attribution=attribution), sources=sources(size))


def _of_other_statements(size: int) -> Raw:
    relations = [
        {"kind": "withdraws", "words": "says", "of": {"edition": f"e{number}"}}
        for number in range(size)
    ]
    return briefing("Ann says 40 fell.", claim(relations=relations))


def _in_relation(field: str) -> Callable[[str], Raw]:
    def make(text: str) -> Raw:
        relation: Raw = {"kind": "withdraws", "words": text if field == "words" else "w"}
        relation["of"] = {"edition": text if field == "edition" else "e1"}
        if field == "figure":
            relation["of"]["figure"] = text
        return _quote(text, relations=[relation | ({} if field == "words" else {"start": 0})])

    return make


def _external_chain(size: int) -> Raw:
    chain = [f"s{number}" for number in range(size)]
    return briefing(
        "Ann says 40 fell.",
        claim(external=[{"says": "x", "chain": chain}]),
        sources=sources(size),
    )


def _figures_apart(size: int) -> Raw:
    """Return a claim whose figures have words of their own in its quote."""
    text = "".join(f"{number} fell. " for number in range(1_000_000, 1_000_000 + size))
    found = [
        figure(words=str(number), values=[number], population=f"men of {number}")
        for number in range(1_000_000, 1_000_000 + size)
    ]
    return briefing(text, claim(text, figures=found))


def _figures_of_a_long_claim(size: int) -> Raw:
    """Return a claim whose summary and quote, which each figure may repeat, are long."""
    text = "Ann says 40 fell. ".ljust(MAX_TEXT, "w")
    long = claim(text, summary=text[: MAX_TEXT - 1], figures=[figure(start=9)] * size)
    return briefing(text, long)


def _figures_to_search_for(size: int) -> Raw:
    """Return a claim whose figures, without a `start`, are at the end of a long quote."""
    numbers = range(1_000_000, 1_000_000 + size)
    words = "".join(f"{number} fell. " for number in numbers).rjust(MAX_TEXT)
    found = [figure(words=str(number), values=[number]) for number in numbers]
    return briefing(words, claim(words, figures=found))


def _figures_with_likelihoods(size: int) -> Raw:
    text = "It is likely that 40 fell."
    return briefing(
        text,
        claim(
            text,
            figures=[figure()] * size,
            likelihoods=[likelihood(scope=span("40", 18))] * MAX_PARTS,
        ),
    )


def _related(size: int) -> Raw:
    """Return a claim with a figure that is related to many others of the same words."""
    others = [figure()] * (MAX_PARTS - 1)
    relations = [{"kind": "repeats", "words": "40"}] * size
    return briefing("Ann says 40 fell.", claim(figures=[figure(relations=relations), *others]))


def _likelihoods_apart(size: int) -> Raw:
    text = "Rain is likely. " * size
    found = [
        likelihood(start=16 * number + 8, scope=span("Rain", 16 * number)) for number in range(size)
    ]
    return briefing(text, claim(text, likelihoods=found))


def _review(field: str, item: Callable[[int], Any]) -> Make:
    def make(size: int) -> Raw:
        review = {"decision": None, field: [item(number) for number in range(size)]}
        return briefing("Ann says 40 fell.", claim(review=review), status="draft")

    return make


def _proposal(**more: Any) -> Raw:
    return {"kind": "number", "start": 9, "end": 11, "rule": "number", "tier": "guess", **more}


def _open_number(**more: Any) -> Raw:
    return {"start": 9, "end": 11, "words": "40", "reason": "no word beside it", **more}


def _taken_out(field: str, item: Raw, text: str = "Ann says 40 fell.") -> Make:
    """Return a claim from which an analyst has taken many items."""

    def make(size: int) -> Raw:
        review = {"rejected": {field: [item] * size}}
        return briefing(text, claim(text, review=review), status="draft")

    return make


LISTS: dict[str, tuple[int, Make]] = {
    "attribution.chain": (MAX_CHAIN, _chain),
    "external.chain": (MAX_CHAIN, _external_chain),
    "claim.figures": (MAX_PARTS, _of_claim("figures", lambda _: figure())),
    "claim.figures, of different words": (MAX_PARTS, _figures_apart),
    "claim.figures, each with a population": (
        MAX_PARTS,
        _of_claim("figures", lambda number: figure(population=f"men {number}", place="Kursk")),
    ),
    "claim.figures, each with a measure": (
        MAX_PARTS,
        _of_claim("figures", lambda number: figure(measure=f"m{number}")),
    ),
    "claim.figures, in conflict": (
        MAX_PARTS,
        _of_claim(
            "figures", lambda number: figure(values=[number], population="men", note="a note")
        ),
    ),
    "claim.figures, of a long claim": (MAX_PARTS, _figures_of_a_long_claim),
    "claim.figures, to search for": (MAX_PARTS, _figures_to_search_for),
    "claim.figures and likelihoods": (MAX_PARTS, _figures_with_likelihoods),
    "figure.relations": (MAX_PARTS, _related),
    "claim.relations": (MAX_PARTS, _of_other_statements),
    "claim.likelihoods": (
        MAX_PARTS,
        _of_claim("likelihoods", lambda _: likelihood(), "It is likely."),
    ),
    "claim.likelihoods, of different words": (MAX_PARTS, _likelihoods_apart),
    "claim.when": (
        MAX_PARTS,
        _of_claim("when", lambda number: {"role": "event", "edtf": f"{1 + number % 9998:04}"}),
    ),
    "claim.when, in words": (
        MAX_PARTS,
        _of_claim("when", lambda _: {"role": "event", "words": "says"}),
    ),
    "claim.notes": (MAX_PARTS, _of_claim("notes", lambda number: f"note {number}")),
    "claim.external": (MAX_PARTS, _of_claim("external", lambda number: {"says": f"x {number}"})),
    "review.items": (MAX_PARTS, _review("items", lambda _: _proposal())),
    "review.open_numbers": (MAX_PARTS, _review("open_numbers", lambda _: _open_number())),
    "open_number.measures": (
        MAX_PARTS,
        lambda size: _review("open_numbers", lambda _: _open_number(measures=["men"] * size))(1),
    ),
    "rejected.relations": (
        MAX_PARTS,
        _taken_out("relations", {"kind": "repeats", "claim": "c1", "start": 0, "to": 0}),
    ),
    "rejected.figures": (MAX_PARTS, _taken_out("figures", figure())),
    "rejected.likelihoods": (
        MAX_PARTS,
        _taken_out("likelihoods", likelihood(), "It is likely."),
    ),
    "rejected.when": (MAX_PARTS, _taken_out("when", {"role": "event", "words": "says"})),
    "review.flags": (MAX_PARTS, _review("flags", lambda number: f"flag {number}")),
    "proposal.flags": (
        MAX_PARTS,
        lambda size: _review("items", lambda _: _proposal(flags=["flag"] * size))(1),
    ),
    "proposal.evidence": (
        MAX_PARTS,
        lambda size: _review("items", lambda _: _proposal(evidence=[[9, 11]] * size))(1),
    ),
}
"""Lists that a limit bounds: the limit, and a briefing with a list of a given length."""


def _many_sources(size: int) -> Raw:
    return briefing(sources=[{"id": "ann", "name": "Ann"}, *sources(size)])


def _many_claims(change: Callable[[int], Raw], text: str = "Ann says 40 fell.") -> Make:
    def make(size: int) -> Raw:
        return briefing(
            text, *(claim(text, id=f"c{number}", **change(number)) for number in range(size))
        )

    return make


def _claims_apart(size: int) -> Raw:
    text, starts = many_words(size)
    return briefing(
        text,
        *(
            claim(id=f"c{number}", evidence=span("Ten fell.", start))
            for number, start in enumerate(starts)
        ),
    )


def _claims_nested(size: int) -> Raw:
    text, starts = many_words(size)
    return briefing(
        text,
        *(
            claim(id=f"c{number}", evidence=span(text[start : start + 1000], start))
            for number, start in enumerate(starts)
        ),
    )


def _claims_of_sources(size: int) -> Raw:
    chains = [{"chain": [f"s{number}"], "basis": "stated"} for number in range(size)]
    return briefing(
        "Ann says 40 fell.",
        *(claim(id=f"c{number}", attribution=one) for number, one in enumerate(chains)),
        sources=sources(size),
    )


def _claims_of_a_long_name(size: int) -> Raw:
    """Return claims that all repeat the name of a source and the title of their document."""
    name = ("name of a source " * size)[: min(50 * size, MAX_TEXT)]
    attribution = {"chain": ["ann"], "basis": "stated"}
    text = "Ann says 40 fell."
    made = briefing(
        text,
        *(
            claim(id=f"c{number}", attribution=attribution, figures=[figure()])
            for number in range(size)
        ),
        sources=[{"id": "ann", "name": name, "short": name, "kind": name}],
    )
    made["documents"] = [document(text, title=name, publisher=name)]
    return made


def _claims_of_chains(size: int) -> Raw:
    """Return claims whose chains of 100 sources are all different."""
    hops = 100
    chains = [
        [f"s{number}", *(f"s{size + hop}" for hop in range(hops - 1))] for number in range(size)
    ]
    return briefing(
        "Ann says 40 fell.",
        *(
            claim(id=f"c{number}", attribution={"chain": one, "basis": "stated"})
            for number, one in enumerate(chains)
        ),
        sources=sources(size + hops),
    )


def _documents(size: int) -> Raw:
    text = "Ann says 40 fell."
    made = briefing(text, *(claim(id=f"c{n}", document=f"d{n}") for n in range(size)))
    made["documents"] = [{**document(text), "id": f"d{number}"} for number in range(size)]
    return made


def _residue(size: int) -> Raw:
    text, starts = many_words(size)
    made = briefing(text, claim("Ten fell."))
    made["documents"] = [document(text, residue=[span("Ten fell.", start) for start in starts])]
    return made


def _rejected(size: int) -> Raw:
    text, starts = many_words(size)
    states = ("accepted", "rejected")
    return briefing(
        text,
        *(
            claim(
                id=f"c{number}",
                evidence=span("Ten fell.", start),
                review={"decision": states[number % 2]},
            )
            for number, start in enumerate(starts)
        ),
        status="draft",
    )


WHOLE: dict[str, Make] = {
    "sources": _many_sources,
    "documents": _documents,
    "document.residue": _residue,
    "claims": _many_claims(lambda _: {}),
    "claims of different words": _claims_apart,
    "claims in claims": _claims_nested,
    "claims of different sources": _claims_of_sources,
    "claims of a long name": _claims_of_a_long_name,
    "chains of 100 sources": _claims_of_chains,
    "decided claims": _rejected,
    "populations": _many_claims(lambda n: {"figures": [figure(population=f"men {n}")]}),
    "places": _many_claims(lambda n: {"figures": [figure(place=f"place {n}")]}),
    "measures": _many_claims(lambda n: {"figures": [figure(measure=f"m{n}")]}),
    "conflicts": _many_claims(
        lambda n: {"figures": [figure(population=f"men {n // 2}", values=[n])]}
    ),
    "one conflict": _many_claims(lambda n: {"figures": [figure(population="men", values=[n])]}),
    "dates": _many_claims(lambda n: {"when": [{"role": "event", "edtf": f"{1 + n % 9998:04}"}]}),
    "confidences": _many_claims(lambda _: {"confidence": "high"}),
}
"""Lists that only the size of the file bounds: a briefing with a list of a given length."""


def _in_claim(field: str) -> Callable[[str], Raw]:
    return lambda text: briefing("Ann says 40 fell.", claim(**{field: text}))


def _in_figure(field: str) -> Callable[[str], Raw]:
    return lambda text: briefing("Ann says 40 fell.", claim(figures=[figure(**{field: text})]))


def _in_source(field: str) -> Callable[[str], Raw]:
    attribution = {"chain": ["ann"], "basis": "stated"}
    return lambda text: briefing(
        "Ann says 40 fell.",
        claim(attribution=attribution),
        sources=[{"id": "ann", "name": "Ann", field: text}],
    )


def _in_document(field: str) -> Callable[[str], Raw]:
    return lambda text: briefing(documents=[document("Ann says 40 fell.", **{field: text})])


def _in_extraction(field: str) -> Callable[[str], Raw]:
    about = {"file": "a.pdf", "sha256": "0" * 64}
    return lambda text: briefing(
        documents=[document("Ann says 40 fell.", extraction={**about, field: text})]
    )


def _quote(text: str, **more: Any) -> Raw:
    return briefing(text, claim(text, **more))


def _around(text: str) -> Raw:
    whole = f"{text}X{text}"
    about = {**span("X", len(text)), "prefix": text, "suffix": text}
    return briefing(whole, claim(evidence=about))


TEXT_FIELDS: dict[str, Callable[[str], Raw]] = {
    "briefing.title": lambda text: briefing(title=text),
    "document.title": _in_document("title"),
    "document.publisher": _in_document("publisher"),
    "document.language": _in_document("language"),
    "document.series": _in_document("series"),
    "extraction.file": _in_extraction("file"),
    "extraction.extractor": _in_extraction("extractor"),
    "extraction.version": _in_extraction("version"),
    "handling.licence": lambda text: briefing(handling={"licence": text}),
    "other_statement.edition": _in_relation("edition"),
    "source.name": _in_source("name"),
    "source.short": _in_source("short"),
    "source.kind": _in_source("kind"),
    "claim.summary": _in_claim("summary"),
    "claim.notes": lambda text: briefing("Ann says 40 fell.", claim(notes=[text])),
    "figure.population": _in_figure("population"),
    "figure.place": _in_figure("place"),
    "figure.period": _in_figure("period"),
    "figure.note": _in_figure("note"),
    "evidence.note": lambda text: briefing(
        "Ann says 40 fell.", claim(evidence={**span("Ann says 40 fell."), "note": text})
    ),
    "likelihood.note": lambda text: _quote(
        "It is likely.", likelihoods=[likelihood(scope=span("It"), note=text)]
    ),
    "attribution.note": lambda text: briefing(
        "Ann says 40 fell.", claim(attribution={"note": text})
    ),
    "external.says": lambda text: briefing("Ann says 40 fell.", claim(external=[{"says": text}])),
    "when.note": lambda text: briefing(
        "Ann says 40 fell.", claim(when=[{"role": "event", "edtf": "2024", "note": text}])
    ),
    "review.flags": lambda text: _review("flags", lambda _: text)(1),
    "proposal.rule": lambda text: _review("items", lambda _: _proposal(rule=text))(1),
    "open_number.reason": lambda text: _review("open_numbers", lambda _: _open_number(reason=text))(
        1
    ),
}
"""Fields of one line, or of prose."""

LINK_FIELDS: dict[str, Callable[[str], Raw]] = {
    "document.url": _in_document("url"),
    "source.url": _in_source("url"),
    "external.url": lambda text: briefing(
        "Ann says 40 fell.", claim(external=[{"says": "x", "url": text}])
    ),
}

QUOTE_FIELDS: dict[str, Callable[[str], Raw]] = {
    "evidence.exact": _quote,
    "evidence.prefix and suffix": _around,
    "attribution.words": lambda text: _quote(
        text, attribution={"chain": ["ann"], "basis": "stated", "words": text}
    ),
    "figure.words": lambda text: _quote(text, figures=[figure(words=text)]),
    "figure.words and relation.words": lambda text: _quote(
        text, figures=[figure(words=text, relations=[{"kind": "repeats", "words": text}])] * 2
    ),
    "statement_relation.words": _in_relation("words"),
    "other_statement.figure": _in_relation("figure"),
    "likelihood.words": lambda text: _quote(text, likelihoods=[likelihood(text, scope=span(text))]),
    "open_number.words": lambda text: briefing(
        text,
        claim(
            text,
            review={"open_numbers": [_open_number(start=0, end=len(text), words=text)]},
        ),
        status="draft",
    ),
    "when.words": lambda text: _quote(text, when=[{"role": "event", "words": text}]),
    "a long text": lambda text: briefing("Ann says 40 fell." + text, claim()),
    "a document without claims": lambda text: briefing(text, claims=[]),
    "a document of one date line": lambda text: briefing(
        claims=[], documents=[document(text, date_line=span(text))]
    ),
    "claims of one word each": lambda text: briefing(
        text,
        *(
            claim(id=f"c{number}", evidence=span(text[start : start + 7], start))
            for number, start in enumerate(range(0, min(len(text), 700_000), 700))
            if not is_blank(text[start : start + 7])
        ),
    ),
}
"""Fields that quote the document."""


def nested(depth: int, symbols: str = "[]") -> bytes:
    """Return JSON in which a value is nested this deep."""
    return f'{{"title": {symbols[0] * depth}{symbols[1] * depth}}}'.encode()


def hostile_json(size: int) -> Iterable[tuple[str, bytes]]:
    """Yield files that are no briefings: one huge key, number, nesting or run each."""
    yield "nested lists", nested(size)
    yield "nested objects", b'{"a":' * size + b"1" + b"}" * size
    yield "open lists", b"[" * size
    yield "a long key", b'{"' + b"k" * size + b'": 1}'
    yield "many keys", b"{" + b",".join(b'"k%d": 1' % n for n in range(size // 10)) + b"}"
    yield "one key repeated", b"{" + b",".join([b'"k": 1'] * (size // 7)) + b"}"
    yield "a long integer", b'{"title": ' + b"9" * size + b"}"
    yield "a long decimal", b'{"title": 0.' + b"9" * size + b"}"
    yield "a long exponent", b'{"title": 1e' + b"9" * size + b"}"
    yield "blanks", b" " * size
    yield "line breaks", b"\n" * size + b"{"
    yield "an open string", b'{"title": "' + b"a" * size
    yield "escapes", b'{"title": "' + b"\\u0041" * (size // 6) + b'"}'
    yield "a list of numbers", b"[" + b"1," * (size // 2) + b"1]"
    yield "commas", b"[" + b"," * size + b"]"
    yield "backslashes", b'{"title": "' + b"\\" * size
    yield "quotes", b'"' * size
