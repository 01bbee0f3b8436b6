"""The promises about output for imported tables whose cells are hostile."""

import os
from pathlib import Path
from unittest.mock import patch

from tests.cli.run import run
from tests.importing.rows import COLUMNS, as_csv, event
from tests.promises import checks
from tests.promises.hostile import PAYLOADS

LATIN = {"LC_ALL": "en_US.ISO-8859-1"}
OPTIONS = ((), ("--losses", "text"), ("--losses", "json"))


def tables(folder: Path) -> dict[str, Path]:
    """Write a table for each built-in profile, with a row for each payload."""
    events = [event(**dict.fromkeys(COLUMNS[:20], one)) for one in PAYLOADS]
    notes = [[one, one, f"At least 9 guards were killed in {one} Holm.", one] for one in PAYLOADS]
    rows = {
        "ucdp": [COLUMNS, *events],
        "prose": [("id", "date", "notes", "fatalities"), *notes, ("x", "", "Two died.", "3")],
    }
    found = {}
    for name, table in rows.items():
        found[name] = folder / f"{name}.csv"
        found[name].write_bytes(as_csv(table).encode())
    return found


def test_imported_tables_keep_the_promises(tmp_path: Path) -> None:
    for profile, path in tables(tmp_path).items():
        for options in OPTIONS:
            for environment in ({}, LATIN):
                with patch.dict(os.environ, environment):
                    done = run("import", path, "--profile", profile, *options)
                assert done.returncode == 0, done.stderr
                assert checks.unsafe_characters(done.stdout) == set()
                assert checks.unsafe_characters(done.stderr) == set()
                if environment:
                    assert done.stdout.isascii()
                    assert done.stderr.isascii()
                if "text" not in options:
                    checks.check_json(done.stdout)
