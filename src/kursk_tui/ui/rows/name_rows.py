"""Rows of names that may be one."""

NAMES = "names"
"""The key of rows with names that may be one; `Row.part` is the number of the proposal."""
