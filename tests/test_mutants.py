"""The mutations that `make mutants` makes in the source, and its random sample."""

from pathlib import Path

from benchmarks.mutants.__main__ import SOURCE, draw
from benchmarks.mutants.mutations import mutations

from tests.tables import each_row

PATH = Path("x.py")


def changes(source: str) -> list[str]:
    """Return the changed lines of each mutation of a source."""
    lines = source.splitlines()
    found = []
    for mutation in mutations(PATH, source):
        changed = mutation.apply(source.encode()).decode().splitlines()
        found += [line for line in changed if line not in lines] or ["unchanged"]
    return found


@each_row(
    ("source", "expected"),
    [
        ("x = a < b", ["x = (a <= b)", "x = (a >= b)"]),
        ("x = a == b", ["x = (a != b)"]),
        ("x = a in b", ["x = (a not in b)"]),
        ("x = a is None", ["x = (a is not None)"]),
        ("x = a and b", ["x = (a or b)", "x = a", "x = b"]),
        ("x = not a", ["x = a"]),
        ("x = a + b", ["x = (a - b)"]),
        ("x = 7", ["x = 6", "x = 8"]),
        ("x = True", ["x = False"]),
        ("x = 'word'", ["x = ''"]),
        ("x = ''", ["x = 'XX'"]),
        ("x = f(a, b)", ["x = f(b, a)"]),
        ("x = min(a)", ["x = max(a)"]),
        ("x = a if b else c", ["x = (c if b else a)", "x = a if (not b) else c"]),
        ("x = [a for a in b if a]", ["x = [a for a in b if (not a)]"]),
        ("x += y", ["x -= y", "pass"]),
        ("f()", ["pass"]),
        ("raise error", ["pass"]),
        ("x.y = z", ["pass"]),
        ("def f():\n    return x", ["    return None"]),
        ("while x:\n    break", ["while (not x):", "    continue"]),
        ("x = 'é' + y", ["x = '' + y", "x = ('é' - y)"]),  # two bytes, one character
    ],
)
def test_the_mutations_of_a_statement(source: str, expected: list[str]) -> None:
    assert sorted(changes(source)) == sorted(expected)


@each_row(
    "source",
    [
        '"""Docstring."""',
        "import a, b",
        "from a import b",
        "__all__ = ['a', 'b']",
        "X = Literal['a', 'b']",
        "x: dict[int, Literal[1]]",
        "def f(a: 'int' = b) -> 'str': ...",
        "@d(1)\nclass C:\n    'Docstring.'",
        "if TYPE_CHECKING:\n    x = 1",
        "assert x == 1",
        "x = f'{a + 1} of {b}'",
        "return_ = None",
    ],
)
def test_code_that_does_not_affect_behaviour_is_not_mutated(source: str) -> None:
    assert mutations(PATH, source) == []


def test_the_lines_of_a_mutation_are_those_of_its_statement() -> None:
    source = "def f():\n  if (a and\n      b):\n    g()\n  return [\n    x,\n    7,\n  ]\n"
    lines = {one.before: (one.lines, one.in_function) for one in mutations(PATH, source)}
    assert lines["a and\n      b"] == ((2, 3), True)
    assert lines["g()"] == ((4, 4), True)
    assert lines["7"] == ((5, 8), True)
    assert mutations(PATH, "x = 1")[0].in_function is False


def test_a_sample_is_reproducible_and_has_one_mutation_per_statement(tmp_path: Path) -> None:
    folder = tmp_path / SOURCE
    folder.mkdir(parents=True)
    for name in ("one.py", "two.py"):
        (folder / name).write_text("\n".join(f"x{number} = {number} < y" for number in range(50)))
    drawn = draw(tmp_path, seed=1, count=40)
    assert drawn == draw(tmp_path, seed=1, count=40)
    assert drawn != draw(tmp_path, seed=2, count=40)
    assert len({(one.path, one.lines) for one in drawn}) == 40
    assert {one.path.name for one in drawn} == {"one.py", "two.py"}
    assert len(draw(tmp_path, seed=1, count=1_000)) == 100
