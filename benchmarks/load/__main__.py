"""Measure the load of a review: keys, seconds of machine time, and claims that are right then.

`python -m benchmarks.load [FILE …]` drafts annotated samples with the installed command, and
reviews each draft to the end in the dashboard, as an analyst who knows the right values.
"""

import argparse
import subprocess
import tempfile
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

from benchmarks.__main__ import head, row
from benchmarks.drafts import Reading, read
from benchmarks.load import in_editor, in_place
from benchmarks.load.checked import check
from benchmarks.load.session import Session, read_file
from benchmarks.programs import OURS
from benchmarks.samples import SAMPLES, Sample, load

DEFAULT = tuple(SAMPLES / "structure" / f"{name}.ann" for name in ("s01", "s03", "s04"))
"""A wire report on a disaster, outbreak news, and a press report on a war."""

WAYS: dict[str, Callable[[Session, Reading], None]] = {
    "in an editor": in_editor.review,
    "in place": in_place.review,
}
"""The ways to review a draft: whole claims and an editor, or item by item in the dashboard."""


class Load(NamedTuple):
    """What a review took, and the items of the draft that were wrong, by kind.

    `typed` counts the keys in the editor; `left` the items that were corrected there although the
    review was in place.
    """

    sample: str
    way: str
    claims: int
    right_before: int
    keys: int
    typed: int
    seconds: float
    right_after: int
    wrong: Counter[str]
    left: Counter[str]


def measure(path: Path, way: str) -> Load:
    """Draft a sample, and review the draft to the end."""
    sample = load(path)
    with tempfile.TemporaryDirectory() as folder:
        file, more = _drafted(sample, Path(folder))
        reading = replace(read(sample), file=read_file(file))
        before = check(reading)
        session = Session(file)
        try:
            WAYS[way](session, reading)
        finally:
            session.end()
        after = {one.claim["id"]: one for one in check(replace(reading, file=read_file(file)))}
    kept = [after.get(one.claim["id"]) for one in before if not one.is_none]
    gone = [one.claim["id"] not in after for one in before if one.is_none]
    return Load(
        sample.name,
        way,
        len(before),
        sum(not one.wrong for one in before),
        session.keys + more,
        session.typed,
        session.seconds,
        sum(one is not None and not one.wrong for one in kept) + sum(gone),
        Counter(kind for one in before for kind in one.wrong),
        session.left,
    )


def _drafted(sample: Sample, folder: Path) -> tuple[Path, int]:
    """Draft a sample; return the file, and the keys that give the date if it was not found."""
    text, file = folder / f"{sample.name}.txt", folder / f"{sample.name}.json"
    text.write_text(sample.text, "utf-8")
    options = ["--publisher", sample.publisher] if sample.publisher else []
    options += ["--date", sample.day] if sample.day else []
    command = [OURS, "draft", str(text), "-o", str(file), "--force", *options]
    subprocess.run(command, check=True, capture_output=True)
    if sample.dateline in (None, read_file(file)["documents"][0].get("date")):
        return file, 0
    more = ["--date", sample.dateline or ""]
    subprocess.run([*command, *more], check=True, capture_output=True)
    return file, len(" ".join(["", *more]))


def tables(loads: Sequence[Load]) -> Iterator[str]:
    """Yield the table of the loads, and that of the items that were wrong, as Markdown."""
    yield from head(
        "text",
        "way",
        "claims",
        "right in the draft",
        "keys",
        "in an editor",
        "seconds",
        "right then",
    )
    for one in loads:
        seconds = f"{one.seconds:.1f}"
        amounts = (one.claims, one.right_before, one.keys, one.typed, seconds, one.right_after)
        yield row([one.sample, one.way, *map(str, amounts)])
    yield ""
    texts = {one.sample: one.wrong for one in loads}
    yield from head("wrong in the draft", *texts, "all", "not changed in place")
    total = sum(texts.values(), Counter[str]())
    left = sum((one.left for one in loads), Counter[str]())
    for kind, count in total.most_common():
        yield row(
            [kind, *(str(wrong[kind]) for wrong in texts.values()), str(count), str(left[kind])]
        )


def main(arguments: Sequence[str] | None = None) -> None:
    """Print the load of the samples named on the command line."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.load", description=__doc__)
    parser.add_argument("files", nargs="*", type=Path, help=".ann files; by default three texts")
    options = parser.parse_args(arguments)
    files = options.files or DEFAULT
    for line in tables([measure(path, way) for path in files for way in WAYS]):
        print(line)


if __name__ == "__main__":
    main()
