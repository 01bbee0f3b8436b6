"""The environment of the tests: they pass however they are started."""

import subprocess
import sys


def test_signal_tests_pass_where_sigint_is_ignored() -> None:
    wanted = "tests/cli/test_ends.py -k signals_have_their_own_exit_codes -p no:cacheprovider"
    done = subprocess.run(
        ["sh", "-c", f"trap '' INT; exec '{sys.executable}' -m pytest {wanted}"],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout
