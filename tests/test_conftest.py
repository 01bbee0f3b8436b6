"""The environment of the tests: they pass however they are started."""

import subprocess
import sys


def test_signal_tests_pass_where_signals_are_ignored() -> None:
    names = "signals_have_their_own_exit_codes or (vt100 and every_way_out)"
    files = "tests/cli/test_ends.py tests/platform/test_screen_in_terminals.py"
    wanted = f"{files} -k '{names}' -p no:cacheprovider"
    done = subprocess.run(
        ["sh", "-c", f"trap '' INT HUP QUIT; exec '{sys.executable}' -m pytest {wanted}"],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout
