"""A few hundred random sequences from a real keyboard; `make fuzz` sends 100,000."""

from tests.fuzz_keyboard import run


def test_random_bytes_from_the_keyboard_end_no_process_and_leave_it_answering() -> None:
    assert run(seed=1, count=150).total() == 150
