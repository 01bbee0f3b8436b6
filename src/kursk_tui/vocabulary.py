"""The fixed words of the file format: the values that its fields can have.

They stand apart from the model, so that drafting can name them without loading pydantic.
"""

from typing import Literal

ClaimKind = Literal["reported", "judgement", "context"]
"""Whether a claim is reported as fact, is an assessment, or is background to other claims."""

Basis = Literal["stated", "inferred"]
"""Whether the document states something, or a reader inferred it."""

Stance = Literal["asserts", "denies", "unverified", "unsourced"]
"""The stance of a claim's source; "unsourced" means that no source is named."""

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

Qualifier = Literal[NumberQualifier, "no number"]
"""How the words of a figure qualify its value; "no number" is for words like "significant"."""

Modality = Literal["asserted", "projected", "denied", "not asserted"]
"""Whether a figure is asserted as fact, projected as possible or expected, or denied.

"not asserted" is for a number that nothing is said of: "no evidence that 40 died", "it is unclear
whether 40 died", "checking reports that 40 died".
"""

Tally = Literal["so far", "in", "at"]
"""How a figure counts in its period: up to its end, within it, or as a strength at that time."""

FigureBasis = Literal["printed", "coded", "derived"]
"""Whether the document prints a number, a coder read it from words, or it follows from others."""

RelationKind = Literal["part of", "increase on", "repeats"]
"""What a figure is to another: a part of it, an increase on it, or the same figure again."""

StatementRelationKind = Literal["withdraws", "corrects", "replaces", "confirms", "independent of"]
"""What a claim says about another statement."""

Tlp = Literal["CLEAR", "GREEN", "AMBER", "AMBER+STRICT", "RED"]
"""The labels of the Traffic Light Protocol (FIRST, version 2.0), the least strict first."""

TimeRole = Literal["event", "in effect", "reported", "as of", "background"]
"""What a date refers to: an event, a state in effect, a report, or the state of knowledge.

"background" is for a date of neither the event nor the report: the year of a comparison, history.
"""

ScaleId = Literal["phia-2025", "icd-203"]
"""The ids of the supported scales of likelihood."""

Tier = Literal["beside", "clause", "guess"]
"""How a rule found an item: from words next to it, from the same clause, or by a guess."""

Decision = Literal["accepted", "rejected"]
"""The analyst's decision on a drafted claim."""
