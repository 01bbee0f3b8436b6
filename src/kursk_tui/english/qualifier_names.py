"""Names of qualifiers, apart from the rules that read them, which need the lexicon."""

from typing import Literal

NumberQualifier = Literal[
    "exactly",
    "at least",
    "more than",
    "at most",
    "less than",
    "nearly",
    "about",
    "between",
    "magnitude",
]
"""How the words around a number qualify it.

"exactly" is a bare number; "at most" includes "up to" and "as many as"; "about" includes
"around", "approximately", "some 500" and "an estimated"; "nearly" includes "almost" and
"approaching"; "between" takes two values and includes "at least A and as many as B"; "magnitude"
is for words like "hundreds", with the magnitude as the value.
"""
