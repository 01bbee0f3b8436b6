"""Write the tables in formats.md from the registry of formats. Run with `make tables`."""

from collections.abc import Iterator
from pathlib import Path

from kursk_tui.formats.registry import written_formats

PAGE = Path(__file__).parent / "formats.md"


def of_formats() -> Iterator[str]:
    """Yield the lines of the table of formats."""
    yield "| `--to` | suffixes | what it is | needs `--despite-tlp` under |"
    yield "|---|---|---|---|"
    for one in written_formats():
        suffixes = ", ".join(f"`{suffix}`" for suffix in one.suffixes)
        refused = ", ".join(f"TLP:{label}" for label in one.refuses)
        yield f"| `{one.name}` | {suffixes} | {one.description} | {refused} |"


def of_losses() -> Iterator[str]:
    """Yield the lines of the table of losses: a row for each, with the formats that have it."""
    lost: dict[str, list[str]] = {}
    for one in written_formats():
        for loss in one.losses:
            lost.setdefault(loss.words, []).append(f"`{one.name}`")
    yield "| what is left out | by |"
    yield "|---|---|"
    for words, names in lost.items():
        yield f"| {words} | {', '.join(names)} |"


def rewritten(text: str) -> str:
    """Return the page with its tables as the registry has them."""
    for lines in (list(of_formats()), list(of_losses())):
        start = text.index(lines[0])
        end = text.index("\n\n", start)
        text = text[:start] + "\n".join(lines) + text[end:]
    return text


if __name__ == "__main__":
    PAGE.write_text(rewritten(PAGE.read_text("utf-8")), "utf-8")
