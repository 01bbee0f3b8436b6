"""The tests' own surroundings: they pass wherever they are run from."""

import subprocess
import sys


def test_tests_of_signals_pass_in_the_background_of_a_script() -> None:
    wanted = "tests/cli/test_ends.py -k signals_have_codes -p no:cacheprovider"
    done = subprocess.run(
        ["sh", "-c", f"trap '' INT; exec '{sys.executable}' -m pytest {wanted}"],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout
