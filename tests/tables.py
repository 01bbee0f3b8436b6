"""Tables of cases in one test: an item of pytest costs more than most of these cases."""

from collections.abc import Callable, Iterable
from typing import TypeVar

Case = TypeVar("Case")


def check_each(cases: Iterable[Case], check: Callable[[Case], None]) -> None:
    """Check every case of a table, and report all that fail, each with its name."""
    failed: list[str] = []
    for case in cases:
        try:
            check(case)
        except AssertionError as error:
            failed.append(f"{case}\n{error}")
        except Exception as error:
            error.add_note(f"in the case {case}")
            raise
    assert not failed, "\n\n".join(failed)
