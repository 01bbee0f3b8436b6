"""A view as Markdown: its content, and that data never becomes markup."""

import re
from html import unescape

from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from mdit_py_plugins.footnote import footnote_plugin

from kursk_tui.diffing.comparison import Comparison, Earlier
from kursk_tui.formats.html import write as write_html
from kursk_tui.formats.markdown import plain
from kursk_tui.formats.markdown import write as write_markdown
from kursk_tui.query import View
from kursk_tui.wording.phrases import quoted
from tests.formats.hostile_briefing import TRAPS, hostile_briefing
from tests.model.factory import altered, built, minimal, property_test
from tests.query.factory import builtin
from tests.tables import each_row

READER = MarkdownIt("commonmark").enable(["table", "strikethrough"]).use(footnote_plugin)


def section(text: str, title: str) -> list[str]:
    """Return the lines under a heading."""
    found = re.search(rf"^## {title}\n\n(.*?)\n\n", text, re.DOTALL | re.MULTILINE)
    assert found is not None
    return found[1].splitlines()


def shown(text: str) -> str:
    """Return the rendered text of a paragraph or list item."""
    return unescape(re.sub(r"</?(?:ul|li|p)>", "", READER.render(text))).strip()


def test_figures_have_their_words_bounds_source_and_quote() -> None:
    rows = section(write_markdown(View.of(builtin())), "Figures")
    assert rows[2] == (
        "| killed | “at least 100” | 100 or more, no upper bound | not stated | North Korean "
        "soldiers, Kursk Oblast | National Intelligence Service → via Lee Seong-kweun | [^S10] |"
    )
    assert rows[4] == (
        "| casualties | “significant combat casualties” | no number given | highly likely | "
        "North Korean troops | source not stated | [^S2] |"
    )
    assert len(rows) == 7  # header, rule, five figures


def test_missing_values_are_named() -> None:
    text = write_markdown(View.of(builtin()))
    assert "- 8 claims state no source." in text
    assert "- 9 claims state no date." in text
    assert "- Analytic confidence: not stated." in text
    assert "- Highly likely significant combat casualties; only tactical gains so far" in text
    assert " — source not stated; highly likely[^S2]" in text


def test_every_claim_has_its_verbatim_quote_in_a_footnote() -> None:
    text = write_markdown(View.of(builtin()))
    html = READER.render(text)
    for claim in builtin().claims:
        words, span = claim.evidence.exact, f"characters {claim.evidence.start:,}–"
        about = "\\[North Korean troops in Kursk Oblast\\], 2024-12-19"
        assert f"\n[^{claim.id}]: {about}: “{words}” ({span}" in text
    assert html.count('class="footnote-item"') == 11
    assert "[^" not in html  # every reference has its footnote


def test_a_footnote_names_publisher_title_date_and_link() -> None:
    raw = altered(
        (("documents", 0, "publisher"), "The Paper"),
        (("documents", 0, "title"), "Rain & <b>war</b>"),
        (("documents", 0, "date"), "2024-12~"),
        (("documents", 0, "url"), "https://paper.example/a_b"),
    )
    view = View.of(built(raw))
    note = (
        "The Paper, “Rain & <b>war</b>”, about 2024-12, https://paper.example/a_b: "
        "“Ann says at least 40 fell.” (characters 0–26)."
    )
    brief = READER.render(write_markdown(view))
    assert note.replace("&", "&amp;").replace("<b>war</b>", "&lt;b&gt;war&lt;/b&gt;") in brief
    page = write_html(view)
    (item,) = re.findall('<li id="note-fell"[^>]*>(.*)</li>', page)
    assert unescape(re.sub("<[^>]*>", "", item)) == note
    assert '<a href="https://paper.example/a_b"' in item
    undated = write_html(View.of(built(minimal())))
    assert "[Weather], date not stated: “Ann says" in undated


def test_a_query_is_named_with_its_counts() -> None:
    text = write_markdown(View.of(builtin()).ask("killed:>200").showing_possible(True))
    assert (
        "Selected by the query “killed:\\>200”: 0 matches, 1 possible, 10 not stated, of 11 claims."
        in text
    )
    assert "significant casualties *(possible match)* — " in text
    assert text.count("[^S") == 5  # three figures, one claim, one note


def test_data_never_becomes_markup() -> None:
    html = READER.render(write_markdown(View.of(hostile_briefing())))
    for unwanted in (
        "<script",
        "<img",
        '<a href="java',
        "<del>",
        "<code>",
        "<b>",
        "\x1b",
        "\u202e",
    ):
        assert unwanted not in html
    assert set(re.findall(r'href="([^"#]*)', html)) == {""}  # footnotes alone
    assert html.count("<h1>") == 1
    # one row per figure, whatever bars the cells contain
    assert html.count("<tr>") == 1 + len(TRAPS)


@each_row("trap", TRAPS)
def test_hostile_text_is_rendered_verbatim(trap: str) -> None:
    assert shown(f"- {plain(trap)}\n") == trap


@each_row(
    ("text", "written"),
    [
        ("x^2^", r"x\^2\^"),
        ("Title {#id}", r"Title \{#id}"),
        ("@name, see (@name)", r"\@name, see (\@name)"),
        ("use --force", r"use -\-force"),
        ("(1) one", r"\(1) one"),
        ("(c) 2024", r"\(c) 2024"),
        ("a. one", r"a\. one"),
        ("IV) four", r"IV\) four"),
        ("@) one", r"\@) one"),
        ("::: note", r"\::: note"),
        ("Notes on C ##", r"Notes on C #\#"),  # hashes may close a heading
        # What pandoc does not interpret is unchanged.
        ("a@b.example", "a@b.example"),
        ("J. Smith (NIS) said: e.g. 3.5", "J. Smith (NIS) said: e.g. 3.5"),
        ("3.5 million (1) well-known", "3.5 million (1) well-known"),
        ("(NIS) said", "(NIS) said"),
    ],
)
def test_data_never_becomes_pandoc_markup(text: str, written: str) -> None:
    assert plain(text) == written
    assert shown(f"- {written}\n") == text


def test_a_title_keeps_its_hashes() -> None:
    text = write_markdown(View.of(built(altered((("title",), "Number ##")))))
    assert "<h1>Number ##</h1>" in READER.render(text)


def test_footnotes_differ_in_more_than_case() -> None:
    claims = [{**minimal()["claims"][0], "id": one} for one in ("a", "A", "a-2", "b")]
    text = write_markdown(View.of(built(altered((("claims",), claims)))))
    notes = re.findall(r"^(\[\^.*?\]):", text, re.MULTILINE)
    assert notes == ["[^a]", "[^A-3]", "[^a-2]", "[^b]"]
    assert READER.render(text).count('class="footnote-item"') == 4
    assert text.count("[^A-3]") == 4  # figure, figure not compared, claim, note


@property_test
@given(st.text(st.characters(exclude_categories=["C", "Z"]) | st.sampled_from(" \n"), max_size=40))
def test_any_text_is_rendered_verbatim(text: str) -> None:
    wanted = " ".join(["x", *text.split()])
    assert shown(f"{plain(f'x {text}')}\n") == wanted


@property_test
@given(st.text(st.sampled_from("#-+=1.)*_`~[]()!<>&|\\$^:{}@iIab \n"), min_size=1, max_size=12))
def test_no_line_of_symbols_becomes_a_block(text: str) -> None:
    wanted = " ".join(text.split())
    assert shown(f"- {plain(text)}\n") == wanted


def test_every_report_has_the_changes_since_the_version_it_is_compared_with() -> None:
    old = builtin()
    new = old.replace(title="Another title", claims=old.claims[:-1])
    view = View.of(new).compared_with(Comparison.of(Earlier(old, "old_1.json"), new))
    lines = section(write_markdown(view), re.escape(r"Changes since old\_1.json"))
    assert lines[0] == (
        f"- no longer there \\[S11\\]: {plain(quoted(old.claims[-1].evidence.exact))}"
    )
    assert lines[1].endswith("North Korean troops in Kursk Oblast-\\] ─▶ Another title")
    assert '<h2 id="changes">Changes</h2>' in write_html(view)
    assert "Changes since" not in write_markdown(View.of(new))
    assert "changes" not in write_html(View.of(new))
