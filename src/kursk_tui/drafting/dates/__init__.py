"""Dates of a sentence as findings."""
