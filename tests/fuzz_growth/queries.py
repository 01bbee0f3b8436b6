"""Queries that are too long or too deep, and queries as long as they can be."""

QUERIES: dict[str, str] = {
    "many terms": "a " * 50_000,
    "terms up to the limit": "a " * 2_048,
    "different words": " ".join(f"w{number}" for number in range(700)),
    "parentheses": "(" * 10_000 + "a" + ")" * 10_000,
    "parentheses up to the limit": "(" * 64 + "a" + ")" * 64,
    "negations": "NOT " * 10_000 + "a",
    "minus signs": "-" * 4_000 + "a",
    "alternatives": " OR ".join(["a"] * 800),
    "one word": "a" * 100_000,
    "quotes": '"' * 100_000,
    "quotes up to the limit": '"' * 4_001,
    "phrases": '"a"' * 1_300,
    "comparisons": "killed:>=1 " * 370,
    "a list of numbers": f"killed:({' OR '.join(['1'] * 700)})",
    "a long number": "killed:" + "9" * 4_000,
    "a long date": "date:" + "2" * 4_000,
    "colons": ":" * 4_000,
    "backslashes": f'"{chr(92) * 4_000}"',
}
