"""A view as a web page: its structure, its safety, and how a real browser shows it."""

import json
import re
import shutil
import subprocess
from html import unescape
from html.parser import HTMLParser
from pathlib import Path

import pytest

from kursk_tui.diffing.comparison import Comparison, Earlier
from kursk_tui.formats.html import write as write_html
from kursk_tui.model import Briefing
from kursk_tui.query import View
from tests.formats.hostile_briefing import TRAPS, hostile_briefing
from tests.model.factory import built, minimal
from tests.query.factory import Draft, briefing, builtin, dated
from tests.two_versions import earlier, later
from tests.ui.rich_briefing import rich_briefing

BROWSER = next(
    filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None
)
VOID = {"meta", "br", "img", "input", "link", "hr"}


class Page(HTMLParser):
    """A parsed page, whose tags must be closed in order."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self._open: list[str] = []
        self.feed(text)
        self.close()
        assert self._open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Record a tag."""
        self.tags.append((tag, dict(attrs)))
        if tag not in VOID:
            self._open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        """Check that this closes the innermost tag."""
        assert self._open.pop() == tag

    def all(self, tag: str) -> list[dict[str, str | None]]:
        """Return the attributes of each tag of this name."""
        return [attributes for name, attributes in self.tags if name == tag]


@pytest.mark.parametrize("briefing", [builtin(), rich_briefing(), hostile_briefing()])
def test_the_page_is_well_formed_and_accessible(briefing: Briefing) -> None:
    page = Page(write_html(View.of(briefing)))
    assert page.all("html") == [{"lang": "en"}]
    assert len(page.all("h1")) == write_html(View.of(briefing)).count("<title>", 0, 500) == 1
    ids = [attributes["id"] for _, attributes in page.tags if "id" in attributes]
    assert len(ids) == len(set(ids))
    inner = {attributes["href"] for attributes in page.all("a")}
    for link in inner:
        assert link is not None
        assert link.startswith(("https://", "http://")) or link.removeprefix("#") in ids
    for attributes in (one for _, one in page.tags if "aria-labelledby" in one):
        assert attributes["aria-labelledby"] in ids
    assert all(one.get("scope") in ("col", "row") for one in page.all("th"))


@pytest.mark.parametrize("briefing", [builtin(), hostile_briefing()])
def test_nothing_is_executed_or_fetched(briefing: Briefing) -> None:
    text = write_html(View.of(briefing))
    page = Page(text)
    assert {tag for tag, _ in page.tags} & {"script", "img", "iframe", "link", "object"} == set()
    assert not any(name.startswith("on") for _, attributes in page.tags for name in attributes)
    policy = {"http-equiv": "Content-Security-Policy"}.items()
    assert any(policy <= one.items() for one in page.all("meta"))
    assert not re.search(r"(?i)url\(|@import", text)
    assert not any(unsafe in text for unsafe in "\x1b\x07\x9b\u202e\u2066\ufeff\x00")


def test_hostile_text_is_shown_verbatim() -> None:
    text = write_html(View.of(hostile_briefing()))
    for trap in TRAPS:
        assert trap in unescape(text)
        if "<" in trap or "&" in trap:
            assert trap not in text


def test_overlapping_quotes_are_marked_once() -> None:
    text = write_html(View.of(rich_briefing()))
    document = unescape(
        re.sub(r'<a class="anchor".*?</a>|<[^>]+>', "", text.split("A dispatch")[-1])
    )
    assert "Between 1,000 and 1,250,000 fell, says the Army, up to 40 are missing." in document


def test_dark_and_light_follow_the_system() -> None:
    text = write_html(View.of(builtin()))
    assert "color-scheme: light dark" in text
    assert "@media (prefers-color-scheme: dark)" in text


def browser(path: Path, *options: str) -> subprocess.CompletedProcess[str]:
    assert BROWSER is not None
    return subprocess.run(
        [
            *(BROWSER, "--headless", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage"),
            *(f"--user-data-dir={path.parent / 'profile'}", *options, path.as_uri()),
        ],
        capture_output=True,
        text=True,
        timeout=60,
        check=True,
    )


@pytest.mark.skipif(BROWSER is None, reason="no Chromium or Chrome is installed")
def test_a_browser_shows_the_page_and_runs_nothing(tmp_path: Path) -> None:
    path = tmp_path / "page.html"
    path.write_text(write_html(View.of(hostile_briefing())), "utf-8")
    dom = browser(path, "--dump-dom").stdout
    page = Page(dom)
    assert len(page.all("article")) == len(TRAPS)
    assert page.all("script") == page.all("img") == []
    assert "alert(1)" in dom  # as text


@pytest.mark.skipif(BROWSER is None, reason="no Chromium or Chrome is installed")
def test_a_browser_draws_dark_and_light(tmp_path: Path) -> None:
    path = tmp_path / "page.html"
    path.write_text(write_html(View.of(builtin())), "utf-8")
    pictures = []
    for scheme in ("0", "1"):  # dark, light
        picture = tmp_path / f"{scheme}.png"
        browser(
            path,
            f"--blink-settings=preferredColorScheme={scheme}",
            "--window-size=400,300",
            f"--screenshot={picture}",
        )
        pictures.append(picture.read_bytes())
    assert pictures[0] != pictures[1]


FRAMES = """<body><pre></pre>{frames}<script>
const shown = picture => [...picture.querySelectorAll("text")]
  .map(text => text.getBoundingClientRect()).filter(one => one.width);
const overlap = (a, b) => a !== b && a.top === b.top && a.left < b.right && b.left < a.right;
const overlapping = page => [...page.querySelectorAll("thead svg")].map(shown)
  .filter(labels => labels.some(a => labels.some(b => overlap(a, b)))).length;
const measured = page => [page.documentElement.scrollWidth, overlapping(page),
  ...[...page.querySelectorAll("td.drawn")].map(cell => Math.round(cell.clientWidth))];
onload = () => document.querySelector("pre").textContent = JSON.stringify(
  [...document.querySelectorAll("iframe")].map(one => measured(one.contentDocument)));
</script>"""


@pytest.mark.skipif(BROWSER is None, reason="no Chromium or Chrome is installed")
def test_on_a_phone_nothing_scrolls_sideways_and_pictures_take_the_width(tmp_path: Path) -> None:
    possible = View.of(builtin()).ask("killed:>200").showing_possible(True)
    long = minimal()
    long["claims"][0]["summary"] = long["title"] = "unbroken" * 40
    views = [View.of(one) for one in (builtin(), rich_briefing(), hostile_briefing(), built(long))]
    frames = ""
    for number, view in enumerate([possible, *views]):
        (tmp_path / f"{number}.html").write_text(write_html(view), "utf-8")
        for width in (320, 420):
            frames += f'<iframe src="{number}.html" style="border:0;width:{width}px"></iframe>'
    path = tmp_path / "frames.html"
    path.write_text(FRAMES.replace("{frames}", frames), "utf-8")
    dom = browser(path, "--allow-file-access-from-files", "--dump-dom").stdout
    pages = json.loads(re.findall("<pre>(.+?)</pre>", dom)[0])
    assert len(pages) == 10
    for (width, overlapping, *pictures), most in zip(pages, [320, 420] * 5, strict=True):
        assert 0 < width <= most
        assert overlapping == 0
        assert all(most - 70 < picture <= most for picture in pictures)


def test_narrow_screens_and_paper_have_rules_of_their_own() -> None:
    text = write_html(View.of(builtin()))
    assert {"@media screen and (max-width: 640px) {", "@media print {"} <= set(text.splitlines())
    assert "overflow-x" not in text
    assert "article { break-inside: avoid; }" in text  # paper keeps a claim whole
    # A table of many rows, each of up to six lines, would leave the page before it empty.
    for dates, on_one_page in (8, True), (9, False):
        days = [Draft(when=(dated(f"2024-12-{day:02}"),)) for day in range(1, dates + 1)]
        page = write_html(View.of(briefing(*days)))
        assert ('class="chart short"' in page) == on_one_page


def test_changes_strike_removed_words_through_and_link_to_claims_on_the_page() -> None:
    new = later()
    page = write_html(
        View.of(new).compared_with(Comparison.of(Earlier(earlier(), "old.json"), new))
    )
    rows = re.findall("<li>(.*)</li>", page.partition('id="changes"')[2].partition("</ul>")[0])
    link = '<a href="#claim-{0}">{0}</a>'.format
    assert rows[0].startswith(f"qualifier lost {link('T')}: killed <del>at least </del>38 ─▶ 38 (")
    assert rows[3].startswith(f"new {link('N')}: <q")
    assert rows[4].startswith("no longer there G: <q")
    assert rows[5].startswith(f"reworded {link('R')}: words ")
    assert "<del>closed</del>" in rows[5]
    assert "<ins>opened</ins>" in rows[5]
