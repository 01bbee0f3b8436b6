"""Tests of the pane Editions: its columns at three widths, and the files that are not shown."""

from pathlib import Path

from kursk_tui.library.edition import PROSE, Twin, Waiting
from kursk_tui.library.library import Library
from kursk_tui.query import View
from kursk_tui.ui.pane import Scene
from kursk_tui.ui.panes.editions import PANE
from kursk_tui.ui.panes.figures import PANE as FIGURES
from tests.library.reports import edition, library, reports


def _lines(library: Library, width: int) -> list[str]:
    view = View.of(library.briefing)
    scene = Scene(view, None, width)
    layout = PANE.plan(view.index, "", width).lay_out(scene)
    drawn = [line for row in layout.model.rows for line in layout.draw(row, scene)]
    lines = ["".join(span.text for span in line) for line in drawn]
    assert sum(column.width for column in layout.columns) <= width
    return ["".join(one.heading.ljust(one.width) for one in layout.columns), *lines]


def _library(*, acquired: str = "2025-06-15") -> Library:
    made = dict(list(reports().items())[3:6])
    late = made["2024-12-19-nis"]
    document = late.documents[0].replace(acquired=acquired, series="Briefings")
    made["2024-12-19-nis"] = late.replace(documents=(document,))
    editions = [edition(f"in/{key}", one) for key, one in made.items()]
    for one in editions:
        one.path = Path(f"/lib/{one.key}.json")
    waiting = Waiting(Path("/lib/inbox/p.txt"), PROSE), Waiting(Path("/lib/bad.json"), "no", 2, 11)
    ordered = tuple(sorted(editions, key=lambda one: one.order))
    same = Twin(Path("/lib/b/copy.json"), "b/copy", "in/2024-12-23-jcs")
    return Library("lib", ordered, waiting, same=(same,))


def test_each_edition_has_both_clocks_and_what_it_brought() -> None:
    late = "2025-02-01T08:00:00"
    wide = _lines(_library(acquired=late), 118)
    assert " ".join(wide[0].split()) == (
        "known published edition series claims new again moved not repeated"
    )
    assert " ".join(wide[1].split()) == "2024-12-20 in/2024-12-20-outlet – 1 1 0 0 –"
    assert " ".join(wide[3].split()) == f"{late} 2024-12-19 in/2024-12-19-nis Briefings 1 1 0 0 –"
    titled = _lines(_library(acquired=late), 140)
    at = titled[0].index("title")
    assert [line[at:].startswith("Report of") for line in titled[1:4]] == [True] * 3
    # Titles are left out first, then series, then times of day.
    middle = _lines(_library(acquired=late), 82)
    assert middle[0].split()[-4:] == ["new", "again", "moved", "dropped"]
    assert " ".join(middle[3].split()) == "2025-02-01 2024-12-19 in/2024-12-19-nis 1 1 0 0 –"
    narrow = _lines(_library(acquired=late), 40)
    assert " ".join(narrow[3].split()) == "2025-02-01 in/2024-12-19-nis 1"


def test_a_library_with_one_clock_has_one_date() -> None:
    assert "published" not in _lines(_library(acquired="2024-12-19"), 118)[0]


def test_files_that_are_not_shown_have_their_folder_and_a_sign_of_the_help() -> None:
    lines = _lines(_library(), 118)
    assert [line.strip() for line in lines[5:]] == [
        "files that wait · 2",
        "? inbox/p.txt  prose, not drafted yet",
        "! bad.json:2:11  no",
        "",
        "files that repeat an edition · 1",
        "= b/copy.json  the same file as in/2024-12-23-jcs",
        "",
        "names that may be one · 1",
        *[lines[-1].strip()],
    ]
    assert lines[-1].startswith("? ")
    everything = "\n".join(lines)
    assert all(sign.text in everything for sign in PANE.signs())


def test_figures_say_which_edition_they_are_of_where_there_is_room() -> None:
    def below(view: View, width: int) -> str:
        layout = FIGURES.plan(view.index, "", width).lay_out(Scene(view, 0, width))
        _, about = layout.draw(layout.model.rows[0], Scene(view, 0, width))
        return "".join(span.text for span in about).strip()

    view = View.of(library().briefing)
    about = "North Korean soldiers · NIS → Lee Seong-kweun"
    assert below(view, 90) == f"{about} · 2024-12-19-nis"
    assert below(view, 60) == about
    single = View.of(library().editions[3].briefing)
    assert below(single, 90) == about
