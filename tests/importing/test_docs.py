"""The profiles that docs/tables.md shows."""

import re
import tomllib
from pathlib import Path

from kursk_tui.tables.profile import BUILT_IN, Profile, load_profile

PAGE = (Path(__file__).parents[2] / "docs" / "tables.md").read_text("utf-8")


def test_the_profiles_shown_are_valid_and_use_every_part() -> None:
    blocks = re.findall(r"```toml\n(.*?)```", PAGE, re.DOTALL)
    events, prose = (Profile.model_validate(tomllib.loads(one)) for one in blocks)
    assert prose.prose is not None
    used = events.model_fields_set | prose.model_fields_set
    assert used == Profile.model_fields.keys() - {"header"}


def test_each_column_of_the_ucdp_profile_is_in_the_table_of_the_page() -> None:
    for name in BUILT_IN:
        assert f"| `{name}` |" in PAGE
    profile = load_profile("ucdp", 10**6)
    read = profile.model_copy(update={"header": ()}).names & set(profile.header)
    mapped = re.findall(r"`([a-z_0-9]+)`", PAGE[: PAGE.index("## Prose")] + "`side_a` `side_b`")
    assert read - {"source_headline"} <= set(mapped)
