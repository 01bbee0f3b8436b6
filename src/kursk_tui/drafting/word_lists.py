"""The word lists of the rules: `word_lists.toml`, read once.

Nouns, verbs and adjectives are listed there. Function words (conjunctions, prepositions, articles,
auxiliaries, pronouns) and marks stay in the rules: they are grammar, and each is a case of its own
to the code that branches on it.
"""

import tomllib
from functools import cache
from pathlib import Path


@cache
def _tables() -> dict[str, dict[str, list[str]]]:
    path = Path(__file__).with_name("word_lists.toml")
    return tomllib.loads(path.read_text("utf-8"))


def word_list(rules: str, name: str) -> frozenset[str]:
    """Return a list of `word_lists.toml`; raise KeyError if the file does not have it."""
    return frozenset(_tables()[rules][name])
