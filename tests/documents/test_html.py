"""Pages in HTML: the text without menus, and what the page states about itself."""

import sys

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kursk_tui.documents import DocumentError, MissingExtraError, extract
from kursk_tui.documents.html import extract as read
from kursk_tui.documents.html_tree import MAX_CHARACTERS
from tests.documents.outcome import outcome
from tests.documents.writers import page
from tests.model.factory import property_test
from tests.tables import each_row

FIRST = "The ministry said on Monday that 40 soldiers were killed near the river Holm."
SECOND = "The army did not say how many of its own soldiers were wounded in the night."
MENU = "<nav><ul><li><a href='/'>Home</a></li><li><a href='/w'>World</a></li></ul></nav>"


def article(*blocks: str, head: str = "") -> bytes:
    return page(f"<article><p>{FIRST}</p>{''.join(blocks)}<p>{SECOND}</p></article>", head)


@each_row(
    ("blocks", "text", "remarks"),
    [
        ("<h2>Losses</h2>", "Losses", ()),
        ("<p>First line<br>second   line.</p>", "First line\nsecond line.", ()),
        (
            "<table><tr><th>Place<th>Killed</tr><tr><td>Holm<td>at least 40</tr></table>",
            "Place | Killed\nHolm | at least 40",
            (),
        ),
        ("<ul><li>40 killed</li><li>12 hurt</li></ul>", "• 40 killed\n\n• 12 hurt", ()),
        # A raised digit is not a digit of the number before it; a number in brackets stays.
        (
            "<p>About 300<sup>2</sup> fell,<sup>[3]</sup> it said.</p>",
            "About 300² fell,[3] it said.",
            (),
        ),
        (
            "<p>At least <del>400</del> 140 fell <span hidden>and hid</span> there.</p>",
            "At least 140 fell there.",
            ("1 word struck through is left out.", "2 hidden words are left out."),
        ),
        ("<p>She said <q>Nine fell</q> twice.</p>", "She said “Nine fell” twice.", ()),
        (
            f"{MENU}<!-- Ten fell. --><script>fell()</script>",
            "",
            ("2 of 32 words of the page, such as menus and comments, are left out.",),
        ),
    ],
)
def test_the_text_of_a_page_is_read(blocks: str, text: str, remarks: tuple[str, ...]) -> None:
    found = extract(article(blocks), "report.html")
    assert found.text == "\n\n".join(filter(None, (FIRST, text, SECOND)))
    assert found.remarks == remarks
    assert (found.media_type, found.extractor) == ("text/html", "trafilatura")


META = '<meta property="{}" content="{}">'
DATA = '<script type="application/ld+json">{}</script>'


@each_row(
    ("head", "stated"),
    [
        ("<title>Losses at Holm</title>", ("Losses at Holm", None, None, None)),
        (
            "<title>Losses | Wire</title>"
            + META.format("og:title", "Losses")
            + META.format("og:site_name", "Wire")
            + META.format("article:published_time", "2031-03-14T23:30:00-05:00")
            + '<link rel="canonical" href="https://wire.example/2030/01/02/losses">',
            ("Losses", "Wire", "2031-03-14", "https://wire.example/2030/01/02/losses"),
        ),
        (
            DATA.format(
                '{"@graph": [{"headline": "Losses", "datePublished": "2031-03",'
                ' "publisher": {"name": "Wire"}}]}'
            ),
            ("Losses", "Wire", "2031-03", None),
        ),
        # The date in an address, in words or of a change is not that of the page.
        (
            META.format("og:url", "https://wire.example/2030/01/02/losses")
            + META.format("article:modified_time", "2031-03-15")
            + "<title>2 May 2030</title>",
            ("2 May 2030", None, None, "https://wire.example/2030/01/02/losses"),
        ),
        (
            META.format("date", "2031-02-30") + '<link rel="canonical" href="javascript:x">',
            (None, None, None, None),
        ),
        (DATA.format("[" * 5_000) + META.format("og:title", " "), (None, None, None, None)),
    ],
)
def test_only_what_a_page_states_about_itself_is_taken(
    head: str, stated: tuple[str | None, ...]
) -> None:
    found = read(article(head=head), "report.html")
    assert (found.title, found.publisher, found.date, found.url) == stated


def test_what_is_taken_from_a_page_is_remarked_on() -> None:
    site = META.format("og:site_name", "Wire")
    link = '<link rel="canonical" href="https://wire.example/losses">'
    assert read(article(head=f"<title>Losses</title>{site}{link}"), "a.html").remarks == (
        (
            "The title “Losses”, the publisher “Wire” and the address "
            "“https://wire.example/losses” are from the page; "
            "--title and --publisher change the title and the publisher."
        ),
    )
    assert read(article(head=link), "a.html").remarks == (
        "The address “https://wire.example/losses” is from the page.",
    )


def test_a_short_page_keeps_its_paragraphs_and_not_its_menu() -> None:
    found = read(page(f"{MENU}<div><p>Nine fell there.</p><p>Ten hid.</p></div>"), "a.html")
    assert found.text == "Nine fell there.\n\nTen hid."
    assert found.remarks == ("2 of 7 words of the page, such as menus and comments, are left out.",)


def test_dates_that_disagree_are_remarked_on() -> None:
    head = META.format("article:published_time", "2031-03-14") + META.format("date", "2031-03-15")
    assert read(article(head=head), "a.html").remarks == (
        "The page states several dates: 2031-03-14 is taken, not 2031-03-15.",
    )


@each_row(
    ("charset", "declared", "remarks"),
    [
        ("utf-8", None, ()),
        ("utf-8", "utf-8", ()),
        ("utf-16", None, ("No character set is declared; the text is read as UTF-16.",)),
        ("cp1252", "iso-8859-1", ()),
        ("cp1252", None, ("No character set is declared; the text is read as Windows-1252.",)),
        (
            "cp1252",
            "utf-8",
            ("The text is declared as utf-8 but is not; it is read as Windows-1252.",),
        ),
        ("cp1250", "windows-1250", ()),
    ],
)
def test_the_character_set_is_declared_or_found(
    charset: str, declared: str | None, remarks: tuple[str, ...]
) -> None:
    head = f'<meta charset="{declared}">' if declared else ""
    words = "The owner said “40” – not 90."
    data = article(f"<p>{words}</p>", head=head).decode().encode(charset)
    found = extract(data, "report.html")
    assert words in found.text
    assert found.remarks == remarks


NO_TEXT = (
    "the page has no text of its own; if a script builds it, "
    "save what the browser shows as text or PDF"
)
DEEP = "the page is nested too deeply"


@each_row(
    ("data", "message"),
    [
        (b"", "the page has no text"),
        (page("<div id=root></div><script>go()</script>"), NO_TEXT),
        (page("<noscript>Enable JavaScript.</noscript><div id=root></div>"), NO_TEXT),
        (page("<p>This app needs JavaScript to run.</p>"), NO_TEXT),
        (page("<img src=x.png>"), NO_TEXT),
        (page("<div>" * 100_000 + FIRST), DEEP),
        (page("<b>" * 1_000 + FIRST), DEEP),
        (b"<p>" + b"x " * MAX_CHARACTERS, "the page has more than 5,000,000 characters"),
        (
            page("<p>Nine fell.</p>" * 50_001),
            "the page has more than 50,000 elements; split it",
        ),
        (
            page("<p>Nine fell." + "x" * 1_000_000),
            "the page has more than 1,000,000 characters of text; split it",
        ),
    ],
)
def test_what_has_no_text_is_refused(data: bytes, message: str) -> None:
    with pytest.raises(DocumentError) as refusal:
        read(data, "report.html")
    assert str(refusal.value) == message


def test_pictures_in_the_page_and_control_characters_do_no_harm() -> None:
    picture = f"<img src='data:image/png;base64,{'A' * MAX_CHARACTERS}'>"
    found = read(article(picture, "<p>Nine\0 fell\x1b near&#27; the town.</p>"), "a.html")
    assert found.text == f"{FIRST}\n\nNine fell near the town.\n\n{SECOND}"


def test_a_missing_extra_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "trafilatura", None)
    with pytest.raises(MissingExtraError) as refusal:
        read(article(), "report.html")
    assert str(refusal.value) == (
        "to read HTML, install the optional extra “html”: pip install 'kursk-tui[html]'"
    )


NAMES = st.from_regex("[A-Z][a-z]{2,8}", fullmatch=True)
REPORTS = st.tuples(NAMES, st.integers(0, 10**6), NAMES)


@settings(property_test, max_examples=25)
@given(
    st.lists(st.tuples(NAMES, st.integers(0, 10**6), NAMES), min_size=1, max_size=4, unique=True)
)
def test_any_article_comes_back_word_for_word(reports: list[tuple[str, int, str]]) -> None:
    texts = [
        f"{who} said on Monday that {number} soldiers fell < > & “there” near {place}."
        for who, number, place in reports
    ]
    blocks = [text.replace("&", "&amp;").replace("<", "&lt;") for text in texts]
    found = read(article(*(f"<p>{block}</p>" for block in blocks)), "a.html")
    assert found.text == "\n\n".join((FIRST, *texts, SECOND))


PIECES = (
    *("<p>", "</p>", "<table>", "<tr>", "<td>", "<li>", "<sup>2</sup>", "<del>", "<div hidden>"),
    *(
        "<q>",
        "<br>",
        "<!--",
        "-->",
        "<script>",
        "</script>",
        "&#27;",
        "&#12;",
        "\f",
        "&#xFFFE;",
        "&#xD800;",
        FIRST,
        "<",
    ),
    *('<meta charset="utf-16">', '<meta name="date" content="2031">', "<html>", "<svg>", "\x1b"),
)


@settings(property_test, max_examples=60)
@given(st.lists(st.sampled_from(PIECES) | st.text(max_size=3)), st.binary(max_size=10))
def test_any_bytes_end_in_a_text_or_an_error(pieces: list[str], noise: bytes) -> None:
    assert outcome(read, "".join(pieces).encode("utf-8", "surrogatepass") + noise)
