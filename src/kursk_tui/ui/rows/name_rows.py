"""Rows of names that may be one, and of decisions about names."""

NAMES = "names"
"""The key of rows with names that may be one; `Row.part` is the number of the proposal."""

DECIDED = "decided"
"""The key of rows with decisions; `Row.part` is the number of the decision."""
