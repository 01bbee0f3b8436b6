"""Labels: sources, kinds, words and the like, which a claim has or does not have."""

from dataclasses import replace

from kursk_tui.model import Source
from kursk_tui.model.figure import LIBRARY_WORDS, RESERVED_WORDS, STANDARD_MEASURES
from kursk_tui.model.likelihood import Confidence
from kursk_tui.query.registry import field_names
from kursk_tui.vocabulary import Qualifier
from tests.query.factory import (
    Draft,
    briefing,
    builtin_view,
    dated,
    figure,
    likelihood,
    matches,
    outcomes,
    words_only,
)
from tests.tables import each_row

SOURCES = (
    Source(id="nis", name="National Intelligence Service", short="NIS", country="KR"),
    Source(id="lee", name="Lee Seong-kweun", country="KR"),
    Source(id="mod", name="Ministry of Defence", country="GB"),
    Source(id="nis-press", name="Press office"),
)
CHAINS = briefing(
    Draft(id="relayed", chain=("nis", "lee")),
    Draft(id="spoken", chain=("lee",)),
    Draft(id="noted", chain=("mod", "nis-press", "lee")),
    Draft(id="pressed", chain=("nis-press",)),
    Draft(id="bare"),
    sources=SOURCES,
)


@each_row(
    ("query", "ids"),
    [
        ("source:lee", {"relayed", "spoken", "noted"}),
        ("source:mod", {"noted"}),
        ("origin:lee", {"spoken"}),
        ("origin:nis", {"relayed"}),
        ("via:lee", {"relayed", "noted"}),
        ("via:nis", set()),
        ("via:nis-press", {"noted"}),
        ("source:*", {"relayed", "spoken", "noted", "pressed"}),
        ("origin:*", {"relayed", "spoken", "noted", "pressed"}),
        ("via:*", {"relayed", "noted"}),
        ("-source:*", {"bare"}),
        ("-via:*", {"spoken", "pressed", "bare"}),
        ("is:unattributed", {"bare"}),
        ("source:NIS", {"relayed"}),  # the id exactly, so not nis-press
        ("source:ni", {"relayed", "noted", "pressed"}),  # part of an id, else of a name
        ('source:"intelligence service"', {"relayed"}),
        ("source:SEONG", {"relayed", "spoken", "noted"}),
        ("source:defence", {"noted"}),
        ("source:nobody", set()),
        ("-source:nobody", {"relayed", "spoken", "noted", "pressed", "bare"}),
        ("source:(nis OR mod)", {"relayed", "noted"}),
        ("origin:(nis OR lee)", {"relayed", "spoken"}),
        ("country:KR", {"relayed", "spoken", "noted"}),
        ("country:gb", {"noted"}),
        ("country:*", {"relayed", "spoken", "noted"}),
        ("-country:*", {"pressed", "bare"}),
        ("country:k", set()),
        ("NIS", {"relayed", "noted"}),  # a bare word: NIS, and Ministry
    ],
)
def test_sources(query: str, ids: set[str]) -> None:
    assert matches(CHAINS, query) == ids


KINDS = briefing(
    Draft(id="A1", kind="reported", text="Alpha beta.", confidence="low"),
    Draft(id="A10", kind="judgement", text="Beta gamma.", confidence="moderate"),
    Draft(id="a2", kind="context", text="Gamma.", confidence="high"),
    Draft(id="b", kind="context", text="Delta.", summary="About alpha", notes=("Omega.",)),
)


@each_row(
    ("query", "ids"),
    [
        ("kind:reported", {"A1"}),
        ("kind:JUDGEMENT", {"A10"}),
        ("-kind:context", {"A1", "A10"}),
        ("kind:(reported OR context)", {"A1", "a2", "b"}),
        ("id:A1", {"A1"}),
        ("id:a1", {"A1"}),
        ("id:A2", {"a2"}),
        ("id:a", set()),
        ("confidence:low", {"A1"}),
        ("confidence:Moderate", {"A10"}),
        ("confidence:>=moderate", {"A10", "a2"}),
        ("confidence:>moderate", {"a2"}),
        ("confidence:<=moderate", {"A1", "A10"}),
        ("confidence:<moderate", {"A1"}),
        ("confidence:<low", set()),
        ("confidence:>high", set()),
        ("confidence:low..moderate", {"A1", "A10"}),
        ("confidence:moderate..", {"A10", "a2"}),
        ("confidence:..low", {"A1"}),
        ("confidence:*", {"A1", "A10", "a2"}),
        ("-confidence:*", {"b"}),
        ("-confidence:low", {"A10", "a2"}),  # "b" states none
        ("confidence:(low OR high)", {"A1", "a2"}),
        ("text:alpha", {"A1"}),
        ("alpha", {"A1"}),  # the summary of "b" is the compiler's wording
        ("text:beta", {"A1", "A10"}),
        ("ET", {"A1", "A10"}),  # part of a word, whatever its case
        ("beta gamma", {"A10"}),
        ('"alpha beta"', {"A1"}),
        ('"beta alpha"', set()),
        ("alpha OR gamma", {"A1", "A10", "a2"}),
        ("-alpha", {"A10", "a2", "b"}),
        ("text:(alpha OR gamma)", {"A1", "A10", "a2"}),
        ("omega", set()),  # notes are the compiler's, not the document's
    ],
)
def test_kinds_ids_confidence_and_words(query: str, ids: set[str]) -> None:
    assert matches(KINDS, query) == ids


@each_row(
    ("printed", "query"),
    [
        ("Russia’s command", "Russia's"),
        ("Russia's command", "Russia’s"),
        ("Russia’s command", "text:RUSSIA'S"),
        ("a “core driver” now", r'"\"core driver\""'),
        ("10–12 December", "10-12"),
        ("two\nlines", '"two lines"'),
        ("two  blanks", '"two blanks"'),
        ("two blanks", '"two   blanks"'),
        ("a\u00a0blank", '"a blank"'),
        ("STRASSE", "straße"),
        ("ﬁrst", "first"),
        ("Ｋｕｒｓｋ", "kursk"),
        ("cafe\u0301", "caf\u00e9"),
    ],
)
def test_typography_does_not_matter(printed: str, query: str) -> None:
    assert outcomes(briefing(Draft(text=printed)), query) == ["match"]


def test_a_bare_word_finds_populations_and_source_names() -> None:
    of = briefing(
        Draft(figures=(figure("killed", "exactly", 5, population="Paratroopers"),)),
        Draft(chain=("mod",)),
        Draft(),
        sources=SOURCES,
    )
    assert outcomes(of, "paratroop") == ["match", "no", "no"]
    assert outcomes(of, "text:paratroop") == ["no", "no", "no"]
    assert outcomes(of, "ministry") == ["no", "match", "no"]
    assert outcomes(of, "text:ministry") == ["no", "no", "no"]


def _put(
    origin: str | None, qualifier: Qualifier, *values: int, population: str | None = "soldiers"
) -> Draft:
    return Draft(
        chain=(origin,) if origin else (),
        figures=(figure("killed", qualifier, *values, population=population),),
        when=(dated("2024-12-19"),),
    )


@each_row(
    ("drafts", "expected"),
    [
        ((_put("nis", "exactly", 100), _put("mod", "exactly", 200)), "match match"),
        ((_put("nis", "exactly", 100), _put("mod", "at least", 100)), "no no"),
        # Without a figure of another origin that counts the same, it is not stated.
        ((_put("nis", "exactly", 100), _put("nis", "exactly", 200)), "unstated unstated"),
        ((_put(None, "exactly", 100), _put(None, "exactly", 200)), "possible possible"),
        ((_put("nis", "exactly", 100), _put("mod", "no number")), "unstated unstated"),
        (
            (_put("nis", "exactly", 100), _put("mod", "exactly", 200, population="civilians")),
            "possible possible",
        ),
        (
            (
                _put("nis", "exactly", 100),
                Draft(),
                _put("lee", "exactly", 100),
                _put("mod", "exactly", 200),
                _put(None, "about", 7),
            ),
            "match unstated match match possible",
        ),
    ],
)
def test_contested(drafts: tuple[Draft, ...], expected: str) -> None:
    assert outcomes(briefing(*drafts), "is:contested") == expected.split()


def test_another_measure_and_another_relay_contest_nothing() -> None:
    killed = _put("nis", "exactly", 1)
    wounded = replace(killed, chain=("mod",), figures=(figure("wounded", "exactly", 2),))
    assert outcomes(briefing(killed, wounded), "is:contested") == ["unstated", "unstated"]
    two = replace(killed, figures=_put("nis", "exactly", 2).figures, chain=("nis", "lee"))
    assert outcomes(briefing(killed, two), "is:contested") == ["unstated", "unstated"]
    other = replace(two, chain=("lee", "nis"))
    assert outcomes(briefing(killed, other), "is:contested") == ["match", "match"]
    assert outcomes(briefing(killed, other), "-is:contested") == ["no", "no"]
    assert outcomes(briefing(killed, other), "is:disputed") == ["match", "match"]


def test_unstated_claims_state_nothing_that_can_be_asked() -> None:
    confidence: Confidence = "low"
    of = briefing(
        Draft(id="nothing"),
        Draft(id="words", when=(words_only("recently", "../2024"),)),
        Draft(id="source", chain=("nis",)),
        Draft(id="date", when=(dated("2024"),)),
        Draft(id="figure", figures=(figure("killed", "no number"),)),
        Draft(id="likelihood", likelihoods=(likelihood("icd-203", "likely"),)),
        Draft(id="confidence", confidence=confidence),
    )
    assert matches(of, "is:unstated") == {"nothing", "words"}
    assert matches(of, "-is:undated") == {"date"}
    assert matches(of, "is:Unattributed -is:unstated") == {
        "date",
        "figure",
        "likelihood",
        "confidence",
    }
    assert matches(of, "has:figure") == {"figure"}
    assert matches(of, "has:(figure OR url)") == {"figure"}


@each_row(
    ("text", "quoted"),
    [
        ("He said “we know nothing” today.", True),
        ('He said "we know nothing" today.', True),
        ("Er sagte „nichts“ dazu.", True),
        ("Il dit « rien » hier.", True),
        ("Er sagte »nichts« dazu.", True),
        ("Hän sanoi ”ei”.", True),
        ("彼は「いいえ」と言った。", True),
        ("Russia’s and North Korea's arms.", False),
        ("An opening “ alone.", False),
        ('A single " alone.', False),
        ("Nothing.", False),
    ],
)
def test_has_quote_finds_direct_speech(text: str, quoted: bool) -> None:
    assert outcomes(briefing(Draft(text=text)), "has:quote") == ["match" if quoted else "no"]


def test_has_url_finds_links_of_text_source_and_document() -> None:
    linked = Source(id="linked", name="Linked", url="https://example.org/")
    of = briefing(
        Draft(text="See https://example.org/a for more."),
        Draft(chain=("linked",)),
        Draft(chain=("nis", "linked")),
        Draft(text="ftp://example.org and example.org", chain=("nis",)),
        Draft(),
        sources=(*SOURCES, linked),
    )
    assert outcomes(of, "has:url") == ["match", "match", "match", "no", "no"]
    assert outcomes(briefing(Draft(), url="https://example.org/"), "has:url") == ["match"]


def test_labels_are_stated_or_not_and_never_possible() -> None:
    for query in ("source:nis", "kind:context", "country:KR", "text:x", "id:x", "is:undated"):
        for of in (CHAINS, KINDS):
            for asked in (query, f"-{query}"):
                assert set(outcomes(of, asked)) <= {"match", "no"}


def test_phrases_do_not_span_two_fields() -> None:
    view = builtin_view()
    assert view.ask('"casualties. national intelligence"').numbers == ()
    assert view.ask('"operations. national"').numbers == ()


def test_the_format_reserves_the_names_of_all_fields_but_the_measures() -> None:
    index = builtin_view().index
    others = set(field_names(index)) - set(STANDARD_MEASURES) - set(index.figures)
    assert others == RESERVED_WORDS | (LIBRARY_WORDS - {"origins", "independent", "affiliation"})
