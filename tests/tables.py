"""Tables of cases in one test: an item of pytest costs more than most of these cases."""

import inspect
from collections.abc import Callable, Iterable
from typing import TypeVar

import pytest

Case = TypeVar("Case")
Test = Callable[..., None]


def check_each(cases: Iterable[Case], check: Callable[[Case], None]) -> None:
    """Check every case of a table, and report all that fail, each with its name."""
    failed: list[str] = []
    for case in cases:
        try:
            check(case)
        except (AssertionError, pytest.fail.Exception) as error:
            failed.append(f"{case}\n{error}")
        except Exception as error:
            error.add_note(f"in the case {case}")
            raise
    assert not failed, "\n\n".join(failed)


def each_row(names: str | tuple[str, ...], rows: Iterable[object]) -> Callable[[Test], Test]:
    """Call a test with each row of a table, and report all rows that fail.

    It is written as `pytest.mark.parametrize`. Use that where a row takes long, or needs fixtures
    of its own: here all rows share the fixtures of the test.
    """
    arguments = [name.strip() for name in names.split(",")] if isinstance(names, str) else names
    table = [dict(zip(arguments, _values(row, len(arguments)), strict=True)) for row in rows]
    assert table, "a table without rows checks nothing"

    def decorate(test: Test) -> Test:
        def every_row(**fixtures: object) -> None:
            check_each(table, lambda row: test(**row, **fixtures))

        every_row.__name__, every_row.__doc__ = test.__name__, test.__doc__
        every_row.__module__ = test.__module__
        parameters = inspect.signature(test).parameters.values()
        shared = [one for one in parameters if one.name not in arguments]
        every_row.__signature__ = inspect.Signature(shared)  # type: ignore[attr-defined]
        return every_row

    return decorate


def _values(row: object, count: int) -> Iterable[object]:
    return (row,) if count == 1 else row  # type: ignore[return-value]
